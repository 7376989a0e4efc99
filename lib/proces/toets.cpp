// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/toets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "lib/basis/nabij.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/rollen.h"
#include "lib/proces/toetser.h"
#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

constexpr std::string_view kBijlageNaAfloop =
    "hoort zij bij een brief, een verzoek of het einde van deze casus, zeg dan bij welk stuk: --bij STUK";
constexpr std::string_view kOverdrachtNaAfloop =
    "overdragen kan zolang de casus loopt; daarna zijn de gegevens afgeschermd";
constexpr std::string_view kNieuwDossier =
    "een nieuwe melding over dezelfde persoon is een nieuw dossier: pga melding, zonder nummer";

/// Fields that say what has happened already, and so cannot lie after today, at any depth.
const std::set<std::string, std::less<>>& verleden() {
  static const std::set<std::string, std::less<>> velden = {"datum",
                                                            "ontvangen",
                                                            "overleden_op",
                                                            "geboortedatum",
                                                            "laatste_herweging",
                                                            "laatste_verwerking",
                                                            "brief_datum",
                                                            "sinds",
                                                            "gepubliceerd_op",
                                                            "afschrift_ap_op",
                                                            "afschrift_rac_op",
                                                            "afschrift_fg_op",
                                                            "gemeld_op",
                                                            "verzonden_op",
                                                            "hersteld_op",
                                                            "gedaan_op",
                                                            "verstrekt_op",
                                                            "vog_op",
                                                            "onbesproken_gedrag_op",
                                                            "gevraagd_op",
                                                            "bron_ingelicht_op",
                                                            "ontvangers_ingelicht_op"};
  return velden;
}

/// Fields that lie on or after the day of the document, at any depth.
const std::set<std::string, std::less<>>& toekomst() {
  static const std::set<std::string, std::less<>> velden = {
      "herziening",      "toetsdatum",   "volgende_toets", "volgende_evaluatie",
      "volgend_overleg", "reservedatum", "verwacht_op"};
  return velden;
}

void toets_datums(Toetser& t, const Waarde& w, Datum dag) {
  if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) toets_datums(t, item, dag);
    return;
  }
  if (!w.is_kaart()) return;
  for (const Veld& v : w.velden()) {
    toets_datums(t, v.waarde, dag);
    if (!v.waarde.is_tekst()) continue;
    const std::optional<Datum> d = Datum::lees(v.waarde.tekst());
    if (!d) continue;
    if (verleden().count(v.naam) != 0 && *d > t.n.peildatum) {
      t.document(&v.waarde, {fmt::format("{} ligt in de toekomst: {}", v.naam, d->lang()),
                             fmt::format("vandaag is het {}; leg vast wat er gebeurd is", t.n.peildatum.lang()),
                             {}});
    }
    if (toekomst().count(v.naam) != 0 && *d <= dag) {
      t.document(&v.waarde, {fmt::format("{} ligt niet na de dag van dit stuk: {}", v.naam, d->lang()),
                             fmt::format("kies een dag na {}", dag.lang()),
                             {}});
    }
  }
}

/// The day that the document is about.
Datum dag_van(const Toetser& t) {
  for (const char* veld : {"datum", "ontvangen"}) {
    if (const std::optional<Datum> d = datum_van(t.w, veld)) return *d;
  }
  return t.n.peildatum;
}

/// Feedback follows the decision not to take the case up (artikel 5, lid 6, Wet PGA).
void toets_terugkoppeldag(Toetser& t, Datum dag) {
  std::optional<Datum> besluit = t.d.afgedaan ? t.d.afgesloten_op : std::nullopt;
  if (!t.d.besluiten.empty()) besluit = t.d.besluiten.back().datum;
  if (!besluit || dag >= *besluit) return;
  t.document(t.veld("datum"),
             {fmt::format("de terugkoppeling ({}) ligt voor het besluit ({})", dag.lang(), besluit->lang()),
              "controleer de datum", "artikel 5, lid 6, Wet PGA"});
}

/// A day on which the case was not there yet, or not taken up: most often the year of last month.
void toets_dag(Toetser& t, Datum dag) {
  constexpr std::array kVanDeCasus = {Soort::weging,     Soort::deelname,  Soort::bevestiging, Soort::beoordeling,
                                      Soort::profiel,    Soort::plan,      Soort::notificatie, Soort::afsluiting,
                                      Soort::aanvulling, Soort::aanmelding};
  const auto soort = lees<Soort>(t.n.soort);
  const bool geweigerd =
      std::any_of(t.uit.begin(), t.uit.end(), [](const Bevinding& b) { return b.soort == FoutSoort::geweigerd; });
  if (geweigerd || !soort || std::find(kVanDeCasus.begin(), kVanDeCasus.end(), *soort) == kVanDeCasus.end()) return;
  if (*soort == Soort::aanmelding && t.corrigeert()) return;
  // That somebody was told or thought something earlier is a fact; nothing is decided in a case that is not there.
  constexpr std::array kFeit = {Soort::notificatie, Soort::beoordeling, Soort::aanvulling, Soort::aanmelding};
  const bool is_feit = std::find(kFeit.begin(), kFeit.end(), *soort) != kFeit.end();
  if (t.d.geopend && dag < *t.d.geopend && is_feit) {
    t.bevinding(t.veld("datum"),
                {fmt::format("de dag ({}) ligt voor de ontvangst ({})", dag.lang(), t.d.geopend->lang()),
                 "controleer de datum; klopt hij, dan is dit gebeurd voor de melding binnenkwam",
                 {}});
    return;
  }
  if (t.d.geopend && dag < *t.d.geopend) {
    t.document(t.veld("datum"),
               {fmt::format("de dag ({}) ligt voor de ontvangst ({})", dag.lang(), t.d.geopend->lang()),
                "controleer de datum",
                {}});
    return;
  }
  if (*soort == Soort::weging && t.w.tekst_van("stap") == naam(WegingStap::terugkoppeling)) {
    return toets_terugkoppeldag(t, dag);
  }
  const auto opgenomen = std::find_if(t.d.besluiten.rbegin(), t.d.besluiten.rend(),
                                      [](const Besluit& b) { return b.besluit == Weegbesluit::opnemen; });
  const bool erna = *soort == Soort::profiel || *soort == Soort::plan || *soort == Soort::afsluiting ||
                    (*soort == Soort::weging && t.w.tekst_van("stap") != naam(WegingStap::besluit));
  if (!erna || opgenomen == t.d.besluiten.rend() || dag >= opgenomen->datum) return;
  t.bevinding(t.veld("datum"),
              {fmt::format("de dag ({}) ligt voor het weegbesluit ({})", dag.lang(), opgenomen->datum.lang()),
               "controleer de datum; klopt hij, dan is dit gebeurd voor het besluit", "artikel 5, lid 3, Wet PGA"});
}

/// The same id twice in one list.
void toets_ids(Toetser& t, const Waarde& w) {
  if (w.is_kaart()) {
    for (const Veld& v : w.velden()) toets_ids(t, v.waarde);
    return;
  }
  if (!w.is_lijst()) return;
  std::set<std::string> gezien;
  for (const Waarde& item : w.lijst()) {
    toets_ids(t, item);
    const std::string id = item.tekst_van("id");
    if (!id.empty() && !gezien.insert(id).second) {
      t.document(item.vind("id"), {fmt::format("het id \"{}\" staat twee keer in deze lijst", id),
                                   "geef elk onderdeel een eigen id, of laat het id weg: pga kiest er een",
                                   {}});
    }
  }
}

bool is_weegploeg(const Toetser& t) {
  return t.n.soort == naam(Soort::overleg) && lees_overleg(t.w).soort == OverlegSoort::weegploeg;
}

/// The minutes of the weegploeg that decided not to take the case up, or of one before: what was said was said.
bool verslag_tot_besluit(const Toetser& t) {
  if (t.d.fase != Fase::niet_opgenomen || t.d.besluiten.empty() || !is_weegploeg(t)) return false;
  return dag_van(t) <= t.d.besluiten.back().datum;
}

bool mag_na_afloop(const Toetser& t) {
  if (verslag_tot_besluit(t)) return true;
  const std::string stap = stap_van(t.n.soort, t.w);
  static const std::set<std::string, std::less<>> altijd = {"notificatie", "bevestiging", "bewaring", "verzoek",
                                                            "correctie",   "datalek",     "toegang"};
  if (t.corrigeert() || altijd.count(t.n.soort) != 0) return true;
  if (t.n.soort == "weging") return stap == "terugkoppeling";
  if (t.n.soort == "bijlage") {  // a letter about the end, or about somebody's rights
    static const std::set<std::string, std::less<>> einde = {"afsluiting", "afdoening", "weging"};
    const StukRegel* bij = t.d.stuk(t.w.tekst_van("bij"));
    const bool over_einde = bij != nullptr && einde.count(bij->soort) != 0 &&
                            (bij->soort != naam(Soort::weging) || t.d.fase == Fase::niet_opgenomen);
    return over_einde || (bij != nullptr && altijd.count(bij->soort) != 0);
  }
  return t.n.soort == "afsluiting" && stap == "brief";
}

void toets_fase(Toetser& t) {
  const bool begin = t.n.soort == "melding" || t.n.soort == "aanmelding" || t.n.soort == "lopend";
  if (t.nieuw_dossier()) {
    if (!begin) {
      t.geweigerd(&t.w, {"een dossier begint met een melding of een aanmelding", "leg die eerst vast: pga melding",
                         "artikel 5, lid 1 en 2, Wet PGA"});
    }
    return;
  }
  if (t.n.soort == "lopend" && !t.corrigeert()) {
    t.geweigerd(&t.w, {"een lopende casus inbrengen kan alleen als nieuw dossier",
                       "gebruik pga melding --lopend zonder nummer",
                       {}});
  }
  if (mag_na_afloop(t)) return;
  const std::string tip(t.n.soort == "bijlage"      ? kBijlageNaAfloop
                        : t.n.soort == "overdracht" ? kOverdrachtNaAfloop
                                                    : kNieuwDossier);
  if (t.d.afgedaan) {
    t.geweigerd(&t.w, {fmt::format("deze melding is afgedaan; een {} kan er niet meer bij", t.n.soort), tip, {}});
  } else if (t.d.fase == Fase::afgesloten) {
    t.geweigerd(&t.w, {fmt::format("dit dossier is afgesloten; een {} kan er niet meer bij", t.n.soort), tip,
                       "artikel 6, lid 3, Wet PGA"});
  } else if (t.d.fase == Fase::niet_opgenomen) {
    const std::string toen = is_weegploeg(t) && !t.d.besluiten.empty()
                                 ? fmt::format("was het op {} of eerder, vul dan die dag in bij datum",
                                               t.d.besluiten.back().datum.lang())
                                 : tip;
    t.geweigerd(&t.w, {fmt::format("deze casus is niet opgenomen; een {} kan er niet meer bij", t.n.soort), toen,
                       "artikel 16, onder b, Besluit PGA"});
  }
}

void toets_soort(Toetser& t) {
  switch (lees<Soort>(t.n.soort).value_or(Soort::opening)) {
    case Soort::melding:
      return toets_melding(t);
    case Soort::aanmelding:
      return toets_aanmelding(t);
    case Soort::afdoening:
      return toets_afdoening(t);
    case Soort::lopend:
      return toets_lopend(t);
    case Soort::weging:
      return toets_weging(t);
    case Soort::bevestiging:
      return toets_bevestiging(t);
    case Soort::beoordeling:
      return toets_beoordeling(t);
    case Soort::contextcasusformulier:
      return toets_context(t);
    case Soort::profiel:
      return toets_profiel(t);
    case Soort::plan:
      return toets_plan(t);
    case Soort::notificatie:
      return toets_notificatie(t);
    case Soort::afsluiting:
      return toets_afsluiting(t);
    case Soort::audit:
      return toets_audit(t);
    case Soort::jaarverslag:
      return toets_jaarverslag(t);
    case Soort::screening:
      return toets_screening(t);
    case Soort::vernietiging:
      return toets_vernietiging(t);
    case Soort::uitreiking:
      return toets_uitreiking(t);
    case Soort::bewaring:
      return toets_bewaring(t);
    case Soort::verzoek:
      return toets_verzoek(t);
    case Soort::correctie:
      return toets_correctie(t);
    case Soort::datalek:
      return toets_datalek(t);
    case Soort::overleg:
      return toets_overleg(t);
    case Soort::actielijst:
      return toets_actielijst(t);
    case Soort::advies:
      return toets_adviesstuk(t);
    case Soort::bijlage:
      return toets_bijlage(t);
    case Soort::overdracht:
      return toets_overdracht(t);
    case Soort::deelname:
      return toets_deelname(t);
    case Soort::toegang:
      return toets_toegang(t);
    case Soort::aantallen:
      return toets_aantallen(t);
    case Soort::opening:
    case Soort::aanvulling:
      return;
  }
}

/// What stands in the dossier gemeente, which has no phases. Where both may hold a soort, only a case was opened.
bool zonder_fase(const Toetser& t) {
  if (is_van_gemeente(t.n.soort)) return true;
  if (t.n.soort == naam(Soort::overleg) && is_van_gemeente(lees_overleg(t.w).soort)) return true;
  return kan_in_gemeente(t.n.soort) && t.n.soort != naam(Soort::overleg) && t.nieuw_dossier();
}

/// What an integraal plan is for (artikel 2, lid 2, Wet PGA) ended with the person; what was recorded late stays a
/// fact.
void toets_na_overlijden(Toetser& t) {
  const std::optional<Datum> overleden_op = t.d.overleden_op();
  if (!overleden_op || dag_van(t) < *overleden_op || t.corrigeert()) return;
  const std::string wat = fmt::format("de betrokkene is overleden op {}", overleden_op->lang());
  if (t.n.soort == "weging" && t.w.tekst_van("besluit") == naam(Weegbesluit::opnemen)) {
    t.geweigerd(t.veld("besluit"),
                {wat + "; deze casus past niet meer bij het doel van een casusoverleg",
                 "kies besluit niet_opnemen; is er over een naaste een eigen signaal, leg dan voor die persoon een "
                 "melding vast",
                 "artikel 2, lid 2, en artikel 5, lid 3, Wet PGA"});
  } else if (t.n.soort == "beoordeling" || t.n.soort == "profiel" || t.n.soort == "plan" ||
             t.n.soort == "contextcasusformulier" ||
             (t.n.soort == "advies" && stap_van(t.n.soort, t.w) == naam(AdviesStap::gevraagd))) {
    t.bevinding(
        &t.w, {wat, "sluit de casus: pga sluit NUMMER, reden overleden", "artikel 2, lid 2, en artikel 9 Wet PGA"});
  }
}

/// Whether its author may sign it at all. With regisseur_leest: eigen the regisseur of another case may do in this
/// one what a deelnemer may.
void toets_ondertekenaar(Toetser& t) {
  if (t.n.achteraf) return;
  if (!mag_tekenen(t.n.soort, t.n.rollen)) {
    t.geweigerd(&t.w,
                {fmt::format("met de rol {} kunt u geen {} ondertekenen", fmt::join(t.n.rollen, ", "), t.n.soort),
                 "vraag de regisseur van de casus dit vast te leggen", "artikel 13 Wet PGA"});
  } else if (!t.d.regisseert(t.n.door, t.n.peildatum) &&
             !mag_tekenen(t.n.soort, rollen_elders(t.n.rollen, t.b.leest))) {
    t.geweigerd(
        &t.w, {fmt::format("u bent niet de regisseur van deze casus: {}", regisseurs_in_woorden(t)),
               fmt::format("vraag het de regisseur van de casus; een procesregisseur kan u aanwijzen: pga toegang "
                           "NUMMER wijs-aan {}",
                           t.n.door),
               "artikel 13 Wet PGA"});
  }
}

}  // namespace

void toets_algemeen(Toetser& t) {
  if (!zonder_fase(t)) toets_fase(t);
  toets_datums(t, t.w, dag_van(t));
  if (!t.nieuw_dossier()) toets_dag(t, dag_van(t));
  toets_na_overlijden(t);
  toets_ids(t, t.w);
  toets_vervangt(t);
  toets_personen(t);
  toets_deelnemers(t);
  toets_teksten(t);
}

std::vector<Bevinding> toets(const Dossier& dossier, const Nieuw& nieuw, const Beleid& beleid) {
  Toetser t(dossier, nieuw, beleid);
  toets_ondertekenaar(t);
  if (!t.uit.empty()) return t.uit;  // the rest is for who may: some of it they cannot even see
  toets_algemeen(t);
  toets_soort(t);
  // In the order of the document; what has no place comes first.
  std::stable_sort(t.uit.begin(), t.uit.end(), [](const Bevinding& a, const Bevinding& z) {
    return std::pair(a.plaats.regel, a.plaats.kolom) < std::pair(z.plaats.regel, z.plaats.kolom);
  });
  return t.uit;
}

}  // namespace pga::proces
