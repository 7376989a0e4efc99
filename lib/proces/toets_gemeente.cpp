// SPDX-License-Identifier: EUPL-1.2
//
// The documents of the dossier gemeente: audits, annual reports, screenings, keys that were handed out.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/proces/soorten_gemeente.h"
#include "lib/proces/toetser.h"

namespace pga::proces {

void toets_audit(Toetser& t) {
  const Audit a = lees_audit(t.w);
  for (const char* veld : {"afschrift_ap_op", "afschrift_rac_op", "afschrift_fg_op"}) {
    t.volgorde(t.w, "datum", t.w, veld);
  }
  for (const Afschrift& f : ontbrekende_afschriften(a)) {
    t.bevinding(&t.w,
                {f.wat, fmt::format("verzend het, en vul {} in (--vervangt)", f.veld), std::string(f.grondslag)});
  }
  if (a.stap != AuditStap::hercontrole) return;
  const bool tekort = std::any_of(t.d.feiten.begin(), t.d.feiten.end(), [](const termijn::Feit& f) {
    return f.soort == termijn::FeitSoort::audit_tekort;
  });
  if (!tekort) {
    t.bevinding(t.veld("stap"), {"er is geen audit met tekortkomingen waar deze hercontrole bij hoort",
                                 "leg ook die audit vast: pga gemeente audit", "artikel 16, lid 3, Wet PGA"});
  } else if (a.datum) {
    t.te_laat("hercontrole", {}, t.veld("datum"), *a.datum);
  }
}

void toets_jaarverslag(Toetser& t) {
  const Jaarverslag j = lees_jaarverslag(t.w);
  const bool reden = t.heeft(t.w, "niet_gepubliceerd_reden");
  if (j.gepubliceerd_op && reden) {
    t.document(t.w.vind("niet_gepubliceerd_reden"), {"een verslag is gepubliceerd of niet; hier staat het allebei",
                                                     "laat gepubliceerd_op of niet_gepubliceerd_reden weg",
                                                     {}});
  } else if (!j.gepubliceerd_op && !reden) {
    t.document(&t.w, {"hier staat niet dat het verslag is gepubliceerd, en ook niet waarom niet",
                      "vul gepubliceerd_op en waar in, of niet_gepubliceerd_reden", "artikel 18 Wet PGA"});
  }
  if (j.gepubliceerd_op && !t.heeft(t.w, "waar")) {
    t.bevinding(t.w.vind("gepubliceerd_op"),
                {"waar het verslag op internet staat, is niet ingevuld", "vul waar in", "artikel 18 Wet PGA"});
  }
  const Datum dag = j.gepubliceerd_op.value_or(t.n.peildatum);
  if (j.jaar >= std::to_string(dag.jaar())) {
    t.document(t.veld("jaar"), {fmt::format("het jaar {} was nog niet voorbij op {}", j.jaar, dag.lang()),
                                "een verslag gaat over een jaar dat voorbij is", "artikel 18 Wet PGA"});
  }
}

void toets_screening(Toetser& t) {
  const Screening s = lees_screening(t.w);
  t.volgorde(t.w, "datum", t.w, "geldig_tot");
  if (s.geldig_tot && *s.geldig_tot < t.n.peildatum) {
    t.bevinding(t.w.vind("geldig_tot"),
                {fmt::format("dit gold tot en met {}", s.geldig_tot->lang()),
                 "laat deze gebruiker een nieuwe VOG of screening aanvragen", "artikel 12 Besluit PGA"});
  }
  t.volgorde(t.w, "opleiding_op", t.w, "opleiding_geldig_tot");
  if (s.opleiding_geldig_tot && !s.opleiding_op) {
    t.document(t.w.vind("opleiding_geldig_tot"),
               {"er staat niet op welke dag de opleiding was", "vul opleiding_op in", "artikel 17 Besluit PGA"});
  }
  if (t.n.gebruikers.empty()) return;
  std::vector<std::string> personen;
  for (const GebruikerRegel& g : t.n.gebruikers) {
    if (g.organisatie != naam(Organisatie::machine)) personen.push_back(g.id);
    if (g.id != s.gebruiker || g.organisatie != naam(Organisatie::machine)) continue;
    t.document(t.veld("gebruiker"), {fmt::format("\"{}\" is een machine en wordt niet gescreend", g.id),
                                     "noem een gebruiker die een persoon is", "artikel 12 Besluit PGA"});
    return;
  }
  if (std::find(personen.begin(), personen.end(), s.gebruiker) == personen.end()) {
    t.onbekend(t.veld("gebruiker"), "de gebruiker", s.gebruiker, personen);
  }
}

void toets_uitreiking(Toetser& t) {
  const Uitreiking u = lees_uitreiking(t.w);
  const bool gemeente = t.heeft(t.w, "gemeente");
  const bool dicht = t.n.achteraf && u.gebruiker.empty();  // the name of a gemeente may be sealed
  if (u.gebruiker.empty() == !gemeente && !dicht) {
    t.document(&t.w, {"een bundel gaat naar een gebruiker of naar een gemeente", "noem een van beide", {}});
  }
  if (u.gebruiker.empty()) return;
  std::vector<std::string> bekend;
  for (const GebruikerRegel& g : t.n.gebruikers) bekend.push_back(g.id);
  if (bekend.empty() || std::find(bekend.begin(), bekend.end(), u.gebruiker) != bekend.end()) return;
  t.onbekend(t.veld("gebruiker"), "de gebruiker", u.gebruiker, bekend);
}

}  // namespace pga::proces
