// SPDX-License-Identifier: EUPL-1.2
#include "cli/acties.h"

#include <iostream>
#include <ostream>

#include <fmt/format.h>

#include "lib/proces/dagtaal.h"
#include "lib/proces/toets.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {

void meld_controledagen(const Omgeving& omgeving, std::string_view soort, const proces::Dossier& dossier,
                        const Waarde& gegeven, const Waarde& aangevuld) {
  const Waarde::Lijst& voor = gegeven.items_van("acties");
  const Waarde::Lijst& na = aangevuld.items_van("acties");
  const auto volgend = proces::volgend_overleg(soort, aangevuld, dossier);
  for (std::size_t i = 0; i < na.size(); ++i) {
    const std::string id = na[i].tekst_van("id");
    const auto dag = Datum::lees(na[i].tekst_van("uiterlijk"));
    const auto sinds = Datum::lees(na[i].tekst_van("datum"));
    const bool geopend = i >= voor.size();
    const bool dag_gegeven = !geopend && !voor[i].tekst_van("uiterlijk").empty();
    if (!dag || !sinds || dag_gegeven || dossier.actie(id) != nullptr) continue;
    const std::string waarom = proces::controledag(na[i].tekst_van("stand"), *sinds, volgend).waarom;
    omgeving.meld(fmt::format("actie {}: {}; na te kijken op {} ({})", id,
                              geopend ? "geopend om te weten te komen wat nog nodig is" : "er staat geen dag",
                              dag->lang(), waarom));
  }
}

void vraag_akkoord(Omgeving& omgeving, const std::string& vraag, const std::string& niets, const std::string& tip) {
  if (!omgeving.terminal()) {
    throw Fout(FoutSoort::gebruik, niets + ": dit gebeurt niet zonder te vragen", tip);
  }
  omgeving.fout << vraag << " [j/N] ";
  omgeving.fout.flush();
  std::string antwoord;
  std::getline(std::cin, antwoord);
  for (char& c : antwoord) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (antwoord == "j" || antwoord == "ja") return;
  throw Fout(FoutSoort::afgebroken, niets, "geef de opdracht opnieuw als u het toch wilt");
}

}  // namespace pga::cli
