// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/ondertekend.h"

#include "lib/yaml/canoniek.h"

namespace pga::stuk {
namespace {

constexpr std::string_view kVeld = "handtekening";

}  // namespace

std::string onderteken(const Waarde& document, const seal::SigningKey& key) {
  const std::string bericht = yaml::schrijf(document);
  Waarde staart = Waarde::kaart();
  staart.zet(kVeld, Waarde(key.sign(bericht)));
  return bericht + yaml::schrijf(staart);
}

Helften halveer(std::string_view bytes) {
  // The field is the last one, so the last such line start is it; inside the seal lines are indented.
  const std::size_t begin = bytes.rfind("\nhandtekening: |\n");
  if (begin == std::string_view::npos) return {};
  return {bytes.substr(0, begin + 1), bytes.substr(begin + 1)};
}

bool klopt_handtekening(std::string_view bytes, const Waarde& document, const seal::VerifyKey& key) {
  if (document.velden().empty() || document.velden().back().naam != kVeld) return false;
  const Waarde& handtekening = document.velden().back().waarde;
  return handtekening.is_tekst() && seal::verify(key, halveer(bytes).bericht, handtekening.tekst());
}

}  // namespace pga::stuk
