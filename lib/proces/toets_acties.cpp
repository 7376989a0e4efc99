// SPDX-License-Identifier: EUPL-1.2
//
// Actions: a new one says what and who; of one that is there a document says only what changes.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/basis/nabij.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

void toets_nieuw(Toetser& t, const Waarde& item) {
  std::string ontbreekt;
  for (const char* veld : {"wat", "wie"}) {
    if (!t.heeft(item, veld)) ontbreekt += (ontbreekt.empty() ? "" : " en ") + std::string(veld);
  }
  if (ontbreekt.empty()) return;
  std::vector<std::string> bekend;
  for (const Actie& a : t.d.acties) bekend.push_back(a.velden.id);
  const std::string id = item.tekst_van("id");
  const std::string beste = nabij(id, bekend);
  t.document(&item, {fmt::format("de actie \"{}\" is er nog niet, en van een nieuwe ontbreekt {}", id, ontbreekt),
                     beste.empty() ? "vul in wat er moet gebeuren en wie dat doet; pga acties toont wat er al is"
                                   : fmt::format("bedoelde u \"{}\"?", beste),
                     {}});
}

/// A new text of an action that is there stays in its compartment.
void toets_tekst(Toetser& t, const Waarde& item, const Actie& er) {
  const bool tekst = t.heeft(item, "wat") || t.heeft(item, "stand") || t.heeft(item, "wie");
  if (!tekst || er.herkomst || t.heeft(item, "herkomst")) return;
  t.document(&item, {fmt::format(
                         "de tekst van actie {} is voor u verzegeld; waar een nieuwe tekst op rust, is niet bekend",
                         er.velden.id),
                     "zet er zelf bij: herkomst politie_om, zorg of algemeen", "artikel 4, onder f en g, Wet PGA"});
}

/// A new text or day does not open what was done or is no longer needed: the text is sealed to some, and the state
/// of an action must be the same for all. So whoever writes one hears it.
void toets_heropening(Toetser& t, const Waarde& item, const ActieVelden& v, const Actie& er) {
  if (v.status || er.status() == ActieStatus::open || t.corrigeert()) return;
  const std::string wat = item.tekst_van("wat");
  const bool andere_tekst = !wat.empty() && !er.wat.empty() && wat != er.wat;
  const bool andere_dag = v.uiterlijk && v.uiterlijk != er.velden.uiterlijk;
  if (!andere_tekst && !andere_dag) return;
  t.advies(&item, {fmt::format("actie {} is {}, en blijft dat met deze nieuwe {}", er.velden.id,
                               er.gedaan_op ? "gedaan op " + er.gedaan_op->lang() : std::string(naam(er.status())),
                               andere_tekst ? "tekst" : "dag"),
                   fmt::format("is dit iets nieuws, laat dan het id weg; of zet de actie weer open: pga acties "
                               "NUMMER {} --heropen",
                               er.velden.id),
                   {}});
}

/// Of an action that is there: what was done cannot be done again, and its text stays in its compartment.
void toets_bekend(Toetser& t, const Waarde& item, const ActieVelden& v, const Actie& er) {
  const bool gedaan = v.status == ActieStatus::gedaan;
  if (gedaan && er.status() == ActieStatus::gedaan && er.gedaan_op && !t.corrigeert()) {
    t.document(item.vind("status"), {fmt::format("actie {} is al gedaan op {}", er.velden.id, er.gedaan_op->lang()),
                                     "zet status open als er toch nog iets moet gebeuren",
                                     {}});
  }
  toets_tekst(t, item, er);
  toets_heropening(t, item, v, er);
  if (gedaan) t.te_laat("actie", v.id, item.vind("status"), v.gedaan_op.value_or(t.n.peildatum));
}

void toets_dagen(Toetser& t, const Waarde& item, const ActieVelden& v, const Actie* er) {
  t.volgorde(item, "datum", item, "uiterlijk");
  t.volgorde(item, "datum", item, "gedaan_op");
  const ActieStatus nu = v.status.value_or(er == nullptr ? ActieStatus::open : er->status());
  if (v.gedaan_op && nu != ActieStatus::gedaan) {
    t.document(item.vind("gedaan_op"),
               {fmt::format("er staat een dag waarop het gedaan was, en status is {}", naam(nu)),
                "zet status gedaan, of laat gedaan_op weg",
                {}});
  }
}

/// A correction that leaves an action out takes it away.
void toets_weggelaten(Toetser& t, const std::vector<ActieVelden>& velden) {
  for (const Actie& a : t.d.acties) {
    if (std::count(t.n.vervangt.begin(), t.n.vervangt.end(), a.stuk) == 0) continue;
    const bool weer =
        std::any_of(velden.begin(), velden.end(), [&](const ActieVelden& v) { return v.id == a.velden.id; });
    if (weer) continue;
    t.advies(&t.w, {fmt::format("actie {} stond in het stuk dat u verbetert en staat hier niet: zij vervalt zonder "
                                "dat ergens staat waarom",
                                a.velden.id),
                    "neem haar over; is zij niet meer nodig, zet dan status vervallen",
                    {}});
  }
}

}  // namespace

void toets_acties(Toetser& t) {
  const std::vector<ActieVelden> velden = lees_actielijst(t.w).acties;
  toets_weggelaten(t, velden);
  const Waarde::Lijst& items = t.w.items_van("acties");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Actie* er = t.d.actie(velden[i].id);
    // What only the replaced stuk said, the new one says again.
    if (er != nullptr && std::count(t.n.vervangt.begin(), t.n.vervangt.end(), er->stuk) != 0) er = nullptr;
    toets_dagen(t, items[i], velden[i], er);
    if (er == nullptr) {
      toets_nieuw(t, items[i]);
    } else {
      toets_bekend(t, items[i], velden[i], *er);
    }
  }
}

void toets_planacties(Toetser& t, const Plan& p) {
  const Waarde::Lijst& items = t.w.items_van("acties");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Actie* er = t.d.actie(p.acties[i].id);
    if (er == nullptr || std::count(t.n.vervangt.begin(), t.n.vervangt.end(), er->stuk) != 0) continue;
    toets_tekst(t, items[i], *er);
    toets_heropening(t, items[i], p.acties[i], *er);
  }
}

void toets_actielijst(Toetser& t) {
  toets_acties(t);
  toets_bekende_dossiers(t);
}

}  // namespace pga::proces
