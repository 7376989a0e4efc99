// SPDX-License-Identifier: EUPL-1.2
#include "tests/weergave/voorbeeld.h"

#include <algorithm>
#include <array>

#include "lib/weergave/tekst.h"

namespace voorbeeld {

pga::termijn::Termijn termijn(pga::termijn::Status status, pga::Datum veilig, std::optional<pga::Datum> uiterlijk) {
  pga::termijn::Termijn t{.regel = "notificatie",
                          .zin = "informeer de betrokkene, of motiveer uitstel",
                          .betrokkene = "b-k3f9",
                          .onderwerp = {},
                          .start = pga::Datum(2026, 3, 4),
                          .veilig = veilig,
                          .uiterlijk = uiterlijk,
                          .grondslag = "AVG art. 14 lid 3; Besluit PGA art. 4 lid 1",
                          .zekerheid = pga::termijn::Zekerheid::handreiking,
                          .regime = pga::termijn::Regime::eu,
                          .stappen = {"start: weegbesluit wo 4 maart 2026", "+ 1 maand = za 4 april 2026",
                                      "zaterdag, zondag, 2e paasdag → di 7 april 2026"},
                          .status = status,
                          .nagekomen_op = std::nullopt,
                          .verlengingen = 0,
                          .stuk = "b2:00"};
  using pga::termijn::Ernst;
  using pga::termijn::Status;
  if (status == Status::overschreden) t.ernst = Ernst::kritiek;
  if (status == Status::onverwijld || status == Status::vroegste_lezing_voorbij || status == Status::nadert) {
    t.ernst = Ernst::waarschuwing;
  }
  return t;
}

std::string vijandig() {
  return "\x1b[2J\x1b]0;weg\x07"
         "a\xe2\x80\xae"
         "b\xc2\x9b"
         "31m\npga: fout: \r\x7f\xff";
}

bool onschadelijk(const std::string& tekst, bool regels) {
  static const std::array<std::string, 7> kKwaad = {"\x1b", "\x07", "\xe2\x80\xae", "\xc2\x9b",
                                                    "\r",   "\x7f", "\xff"};
  const bool schoon = std::none_of(kKwaad.begin(), kKwaad.end(),
                                   [&](const std::string& k) { return tekst.find(k) != std::string::npos; });
  return schoon && (regels || tekst.find('\n') == std::string::npos);
}

int breedste(const std::string& tekst) {
  int uit = 0;
  for (std::size_t begin = 0; begin < tekst.size();) {
    const std::size_t einde = std::min(tekst.find('\n', begin), tekst.size());
    uit = std::max(uit, pga::weergave::breedte(std::string_view(tekst).substr(begin, einde - begin)));
    begin = einde + 1;
  }
  return uit;
}

int keer(const std::string& tekst, const std::string& deel) {
  int n = 0;
  for (std::size_t i = tekst.find(deel); i != std::string::npos; i = tekst.find(deel, i + deel.size())) ++n;
  return n;
}

}  // namespace voorbeeld
