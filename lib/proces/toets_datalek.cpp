// SPDX-License-Identifier: EUPL-1.2
//
// Breaches: the report to the AP and the word to the betrokkenen (artikel 33 en 34 AVG, artikel 5 Besluit PGA).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "lib/proces/toetser.h"
#include "lib/termijn/moment.h"

namespace pga::proces {
namespace {

constexpr int kUren = 72;

struct Onderdeel {
  const char* veld;
  const char* letter;
};
constexpr std::array kMelding = {Onderdeel{"aard", "a"}, Onderdeel{"aantallen", "a"}, Onderdeel{"contact", "b"},
                                 Onderdeel{"gevolgen", "c"}, Onderdeel{"maatregelen", "d"}};

/// Minutes from the discovery to the report, when both times were recorded.
std::optional<long> verstreken(const DatalekStand& stand, Datum dag, std::optional<int> minuut) {
  if (!stand.minuut || !minuut) return std::nullopt;
  const auto duur =
      termijn::op_de_klok(dag, *minuut).utc() - termijn::op_de_klok(stand.ontdekt, *stand.minuut).utc();
  return std::chrono::duration_cast<std::chrono::minutes>(duur).count();
}

/// "75 uur en 1 minuut".
std::string duur(long minuten) {
  const long rest = minuten % 60;
  return fmt::format("{} uur{}", minuten / 60,
                     rest == 0 ? "" : fmt::format(" en {} {}", rest, rest == 1 ? "minuut" : "minuten"));
}

void toets_72_uur(Toetser& t, const Datalek& l, const DatalekStand& stand, Datum dag) {
  if (stand.gemeld_op) return;  // a later part of the report
  const std::optional<long> minuten = verstreken(stand, dag, l.minuut);
  if (!minuten) return;
  if (*minuten < 0) {
    t.document(t.veld("tijd"),
               {"de melding ligt voor de ontdekking van het datalek", "controleer datum en tijd", {}});
  } else if (*minuten > 60L * kUren) {
    const bool reden = t.heeft(t.w, "reden_vertraging");
    t.bevinding(t.veld("tijd"), {fmt::format("de melding kwam {} na de ontdekking, later dan {} uur{}",
                                             duur(*minuten), kUren, reden ? "" : ", en de reden ontbreekt"),
                                 reden ? "het wordt vastgelegd met de echte tijd" : "vul reden_vertraging in",
                                 "artikel 33, lid 1, AVG"});
  }
}

void toets_gemeld(Toetser& t, const Datalek& l, const DatalekStand& stand, Datum dag) {
  toets_72_uur(t, l, stand, dag);
  for (const Onderdeel& o : kMelding) {
    const auto& er = stand.beschreven;
    if (t.heeft(t.w, o.veld) || std::find(er.begin(), er.end(), o.veld) != er.end()) continue;
    t.bevinding(&t.w, {fmt::format("in de melding ontbreekt nog: {}", o.veld),
                       fmt::format("vul {} in; een melding mag in delen, zonder onnodige vertraging", o.veld),
                       fmt::format("artikel 33, lid 3, onder {}, AVG", o.letter)});
  }
  if (!l.risico && !stand.risico) {
    t.bevinding(&t.w, {"het risico is nog niet beoordeeld", "leg het oordeel vast: stap beoordeeld",
                       "artikel 33, lid 1, en artikel 34, lid 1, AVG"});
  }
}

void toets_ingelicht(Toetser& t) {
  const std::string hoe = t.w.tekst_van("ingelicht");
  if (hoe == "achterwege" && !t.heeft(t.w, "motivering")) {
    t.bevinding(t.veld("ingelicht"),
                {"er staat niet bij welke deelnemer op welke grond vindt dat het bericht achterwege blijft",
                 "vul motivering in", "artikel 41 UAVG; artikel 5, lid 2, Besluit PGA"});
    return;
  }
  static constexpr std::array kUitzonderingen = {Onderdeel{"gegevens_onbegrijpelijk", "a"},
                                                 Onderdeel{"risico_weggenomen", "b"},
                                                 Onderdeel{"openbare_mededeling", "c"}};
  for (const Onderdeel& o : kUitzonderingen) {
    if (hoe != o.veld || t.heeft(t.w, "reden_ingelicht")) continue;
    t.bevinding(t.veld("ingelicht"),
                {"er staat niet bij waarom een bericht aan ieder persoonlijk niet nodig is",
                 "vul reden_ingelicht in", fmt::format("artikel 34, lid 3, onder {}, AVG", o.letter)});
  }
}

}  // namespace

void toets_datalek(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Datalek l = lees_datalek(t.w);
  const Datum dag = l.datum.value_or(t.n.peildatum);
  const bool begint = l.stap == DatalekStap::ontdekt;
  if (!toets_onderwerp(t, l.id, begint)) return;
  if (l.risico && !t.heeft(t.w, "reden_risico")) {
    t.bevinding(t.veld("risico"), {"er staat niet bij waarom het risico zo is beoordeeld", "vul reden_risico in",
                                   "artikel 33, lid 1 en lid 5, AVG"});
  }
  if (begint) return;
  const DatalekStand& stand = *std::find_if(t.d.datalekken.begin(), t.d.datalekken.end(),
                                            [&](const DatalekStand& s) { return s.id == l.id; });
  t.niet_voor("datum", stand.ontdekt, "de ontdekking");
  if (l.stap == DatalekStap::gemeld) toets_gemeld(t, l, stand, dag);
  if (l.stap == DatalekStap::betrokkenen_ingelicht) toets_ingelicht(t);
}

}  // namespace pga::proces
