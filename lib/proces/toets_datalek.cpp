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
#include "lib/termijn/kalender.h"
#include "lib/termijn/moment.h"
#include "lib/termijn/regels.h"
#include "lib/termijn/strenger.h"

namespace pga::proces {
namespace {

/// By the law, or by a stricter policy.
int uren(const Toetser& t) {
  const auto regel = std::find_if(termijn::regels().begin(), termijn::regels().end(),
                                  [](const termijn::Regel& r) { return r.id == "datalek"; });
  return termijn::geldende_duur(*regel, t.b.termijnen).aantal;
}

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

/// Too late is what the term says: after its last moment. Before that, but after the hours from the discovery
/// itself, it is late by the earliest reading only.
void toets_72_uur(Toetser& t, const Datalek& l, const DatalekStand& stand, Datum dag) {
  if (stand.gemeld_op) return;  // a later part of the report
  const std::optional<long> minuten = verstreken(stand, dag, l.minuut);
  if (!minuten) return;
  if (*minuten < 0) {
    t.document(t.veld("tijd"),
               {"de melding ligt voor de ontdekking van het datalek", "controleer datum en tijd", {}});
    return;
  }
  const bool reden = t.heeft(t.w, "reden_vertraging");
  const int hoogstens = uren(t);
  const termijn::EindeUren einde =
      termijn::bereken_uren(termijn::op_de_klok(stand.ontdekt, *stand.minuut), hoogstens, termijn::Regime::eu);
  const auto gemeld = termijn::op_de_klok(dag, *l.minuut).utc();
  constexpr int kWet = 72;
  if (hoogstens < kWet && *minuten <= 60L * kWet) {
    if (gemeld <= einde.uiterlijk.utc()) return;
    t.bevinding(t.veld("tijd"),
                {fmt::format("de melding kwam {} na de ontdekking, later dan {} uur", duur(*minuten), hoogstens),
                 "het wordt vastgelegd met de echte tijd", "beleid: datalek"});
    return;
  }
  if (gemeld > einde.uiterlijk.utc()) {
    t.bevinding(t.veld("tijd"), {fmt::format("de melding kwam {} na de ontdekking, later dan {} uur{}",
                                             duur(*minuten), hoogstens, reden ? "" : ", en de reden ontbreekt"),
                                 reden ? "het wordt vastgelegd met de echte tijd" : "vul reden_vertraging in",
                                 "artikel 33, lid 1, AVG"});
  } else if (gemeld > einde.veilig.utc() && !reden) {
    t.bevinding(
        t.veld("tijd"),
        {fmt::format("de melding kwam {} na de ontdekking: na de vroegste lezing, en op tijd als het uur van "
                     "de ontdekking niet meetelt (tot {})",
                     duur(*minuten), einde.uiterlijk.lang()),
         "vul voor de zekerheid reden_vertraging in",
         "artikel 33, lid 1, AVG; artikel 3, lid 1, Verordening 1182/71"});
  }
}

/// The hour that the clock skips is no time.
void toets_tijd(Toetser& t, const Datalek& l, Datum dag) {
  if (!l.minuut) return;
  const termijn::Moment m = termijn::op_de_klok(dag, *l.minuut);
  if (60 * m.uur + m.minuut == *l.minuut) return;
  t.document(t.veld("tijd"),
             {fmt::format("op {} is het geen {:02}:{:02} uur geweest: de zomertijd begon en de klok "
                          "sloeg een uur over",
                          dag.lang(), *l.minuut / 60, *l.minuut % 60),
              "controleer datum en tijd",
              {}});
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
  toets_tijd(t, l, dag);
  if (begint) return;
  const DatalekStand& stand = *std::find_if(t.d.datalekken.begin(), t.d.datalekken.end(),
                                            [&](const DatalekStand& s) { return s.id == l.id; });
  t.niet_voor("datum", stand.ontdekt, "de ontdekking");
  if (stand.risico == Risico::geen && l.risico && l.risico != Risico::geen && !stand.gemeld_op) {
    t.bevinding(
        t.veld("risico"),
        {"eerder stond hier dat er geen risico was; nu moet het datalek alsnog worden gemeld",
         fmt::format("meld het bij de Autoriteit Persoonsgegevens; de {} uur lopen vanaf de ontdekking ({})",
                     uren(t), stand.ontdekt.lang()),
         "artikel 33, lid 1, AVG"});
  }
  if (l.stap == DatalekStap::gemeld) toets_gemeld(t, l, stand, dag);
  if (l.stap == DatalekStap::betrokkenen_ingelicht) toets_ingelicht(t);
}

}  // namespace pga::proces
