// SPDX-License-Identifier: EUPL-1.2
#include "cli/sleutelregel.h"

#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lib/basis/fout.h"

namespace pga::cli {
namespace {

constexpr std::string_view kBegin = "pga-sleutel-1";

std::string bericht(const seal::Recipient& opent, const seal::VerifyKey& tekent) {
  return fmt::format("{}\n{}\n{}\n", kBegin, opent.text(), tekent.text());
}

std::vector<std::string> woorden(std::string_view tekst) {
  std::istringstream in{std::string(tekst)};
  std::vector<std::string> uit;
  for (std::string w; in >> w;) uit.push_back(w);
  return uit;
}

SleutelRegel lees_sleutels(const std::vector<std::string>& delen, const std::string& bestand) {
  try {
    return {seal::Recipient::parse(delen[1]), seal::VerifyKey::parse(delen[2])};
  } catch (const Fout& fout) {
    Bevinding b = fout.bevindingen().front();
    b.plaats.bestand = bestand;
    throw Fout(std::move(b));
  }
}

}  // namespace

bool is_sleutel_regel(std::string_view tekst) { return tekst.substr(0, kBegin.size()) == kBegin; }

std::string sleutel_regel(const seal::Identity& identity) {
  const auto key = seal::SigningKey::derive(identity);
  const std::string handtekening = key.sign(bericht(identity.recipient(), key.verify_key()));
  // The two comment lines are fixed; the two others make the line.
  std::istringstream regels(handtekening);
  std::string eerste;
  std::string tweede;
  std::string commentaar;
  std::getline(regels, commentaar);
  std::getline(regels, eerste);
  std::getline(regels, commentaar);
  std::getline(regels, tweede);
  return fmt::format("{} {} {} {} {}", kBegin, identity.recipient().text(), key.verify_key().text(), eerste,
                     tweede);
}

SleutelRegel lees_sleutel_regel(std::string_view tekst, const std::string& bestand) {
  const std::vector<std::string> delen = woorden(tekst);
  const std::string tip = "vraag om de hele regel die pga sleutel toon afdrukt";
  if (delen.size() != 5 || delen[0] != kBegin) {
    throw Fout(FoutSoort::document, "dit is geen sleutelregel", tip, {bestand, 0, 0});
  }
  const SleutelRegel uit = lees_sleutels(delen, bestand);
  const std::string handtekening =
      fmt::format("untrusted comment: pga\n{}\ntrusted comment: pga\n{}\n", delen[3], delen[4]);
  if (!seal::verify(uit.tekent, bericht(uit.opent, uit.tekent), handtekening)) {
    throw Fout(FoutSoort::document, "de sleutelregel klopt niet: hij is onderweg veranderd", tip, {bestand, 0, 0});
  }
  return uit;
}

}  // namespace pga::cli
