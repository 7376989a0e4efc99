// SPDX-License-Identifier: EUPL-1.2
#include "cli/concept.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/nabij.h"
#include "lib/kast/geheugen.h"

namespace pga::cli {
namespace {

/// Which command writes a soort, with the option that chooses it. (bevestiging is a single answer: no draft.)
struct Weg {
  std::string_view soort;
  std::string_view opdracht;
  std::string_view onderdeel;  // or option
  bool zonder_nummer = false;  // the command knows the dossier itself
};
constexpr std::array kWegen = {Weg{"melding", "melding", ""},
                               Weg{"aanmelding", "melding", "--voordragen"},
                               Weg{"aanvulling", "melding", ""},
                               Weg{"afdoening", "melding", "--afdoen"},
                               Weg{"lopend", "melding", "--lopend"},
                               Weg{"weging", "weeg", ""},
                               Weg{"deelname", "weeg", "--deelname"},
                               Weg{"notificatie", "notificeer", ""},
                               Weg{"profiel", "profiel", ""},
                               Weg{"beoordeling", "profiel", "--beoordeling"},
                               Weg{"plan", "plan", ""},
                               Weg{"afsluiting", "sluit", ""},
                               Weg{"overleg", "overleg", ""},
                               Weg{"actielijst", "acties", ""},
                               Weg{"verzoek", "verzoek", ""},
                               Weg{"correctie", "corrigeer", ""},
                               Weg{"datalek", "datalek", ""},
                               Weg{"bewaring", "bewaar", ""},
                               Weg{"audit", "gemeente", "audit", true},
                               Weg{"jaarverslag", "gemeente", "jaarverslag", true},
                               Weg{"screening", "gemeente", "screening", true}};

}  // namespace

kast::Pad concept_plek(const Omgeving& omgeving, const kast::Kast& kast) {
  const auto geheugen = omgeving.geheugen_pad();
  if (geheugen) return kast::concept_map(*geheugen, kast);
  throw Fout(FoutSoort::gebruik, "deze computer heeft geen plek om een concept te bewaren",
             "zet PGA_GEHEUGEN op een map van uzelf");
}

kast::ConceptKop zoek_concept(const Omgeving& omgeving, const kast::Kast& kast, const std::string& id) {
  std::vector<std::string> ids;
  for (const kast::ConceptKop& kop : kast::lees_concepten(concept_plek(omgeving, kast), kast)) {
    if (kop.id == id) return kop;
    ids.push_back(kop.id);
  }
  const std::string beste = nabij(id, ids);
  throw Fout(FoutSoort::gebruik, fmt::format("er is op deze computer geen concept {}", id),
             !beste.empty() ? fmt::format("bedoelde u {}?", beste)
             : ids.empty()  ? "er is er geen een"
                            : fmt::format("kies uit: {}", fmt::join(ids, ", ")));
}

void bewaar(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
            const kast::GeladenDossier* dossier, const std::string& id, const kast::ConceptInhoud& inhoud) {
  const kast::Pad map = concept_plek(omgeving, kast);
  const std::string naam = id.empty() ? kast::nieuw_concept_id(map) : id;
  kast::ConceptKop kop{naam, std::nullopt, lezer.id->tekst(), omgeving.nu().tekst()};
  if (dossier != nullptr) kop.dossier = dossier->nummer;
  kast::bewaar_concept(map, kast, lezer, dossier, kop, inhoud);
  omgeving.meld(fmt::format("bewaard als concept {}, verzegeld op deze computer; er is niets vastgelegd", naam));
  omgeving.meld(fmt::format("ga verder met pga concepten verder {}", naam));
}

std::vector<std::string> opdracht_voor(const kast::ConceptInhoud& inhoud, const std::optional<Nummer>& dossier) {
  const auto* weg =
      std::find_if(kWegen.begin(), kWegen.end(), [&](const Weg& w) { return w.soort == inhoud.soort; });
  if (weg == kWegen.end()) return {};
  std::vector<std::string> uit{std::string(weg->opdracht)};
  if (!weg->onderdeel.empty()) uit.emplace_back(weg->onderdeel);
  if (dossier && !weg->zonder_nummer) uit.push_back(dossier->tekst());
  if (!inhoud.vervangt.empty()) {
    uit.emplace_back("--vervangt");
    uit.push_back(inhoud.vervangt);
  }
  return uit;
}

void wis_concepten_van(const Omgeving& omgeving, const kast::Kast& kast, const Nummer& nummer) {
  if (!omgeving.geheugen_pad()) return;
  const kast::Pad map = concept_plek(omgeving, kast);
  for (const kast::ConceptKop& kop : kast::lees_concepten(map, kast)) {
    if (kop.dossier == nummer) kast::wis_concept(map, kop.id);
  }
}

}  // namespace pga::cli
