// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/vouwer.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "lib/proces/onderwerpen.h"
#include "lib/proces/signalen.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

/// What a stuk of this soort adds to the dossier counts as processing (art. 9); control and letters do not, nor
/// does what stands in the dossier gemeente, which is no case and is not `geopend`.
bool is_inhoudelijk(const Invoer& s, bool geopend, bool gesloten) {
  if (s.soort == "actielijst") return geopend;
  if (s.soort == "bijlage") return geopend && !gesloten;  // after that it is a letter about the end
  if (s.soort == "overleg" && is_van_gemeente(lees_overleg(s.inhoud).soort)) return false;
  static const std::set<std::string, std::less<>> soorten = {
      "melding", "aanmelding", "aanvulling", "lopend", "beoordeling",           "profiel",
      "plan",    "overleg",    "deelname",   "advies", "contextcasusformulier", "overdracht"};
  if (soorten.count(s.soort) != 0) return true;
  const std::string stap = stap_van(s.soort, s.inhoud);
  return (s.soort == "weging" && stap != "terugkoppeling") || (s.soort == "afsluiting" && stap == "voorstel");
}

/// The ids at every depth.
void verzamel_ids(const Waarde& w, std::vector<std::string>& uit) {
  if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) verzamel_ids(item, uit);
  } else if (w.is_kaart()) {
    for (const Veld& v : w.velden()) {
      if (v.naam == "id" && v.waarde.is_tekst()) uit.push_back(v.waarde.tekst());
      verzamel_ids(v.waarde, uit);
    }
  }
}

bool is_open(const Invoer& s, Compartiment c) { return std::find(s.open.begin(), s.open.end(), c) != s.open.end(); }

/// How much a phase restrains what may be done with the data; of decisions side by side the most restraining
/// counts.
int terughoudendheid(Fase f) {
  switch (f) {
    case Fase::afgesloten:
      return 3;
    case Fase::niet_opgenomen:
      return 2;
    case Fase::aangehouden:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

std::string stap_van(std::string_view soort, const Waarde& inhoud) {
  std::string stap = inhoud.tekst_van("stap");
  if (!stap.empty()) return stap;
  if (soort == "weging") return "besluit";
  if (soort == "audit") return "uitgevoerd";
  if (soort == "plan") return "opstelling";
  if (soort == "advies") return std::string(naam(AdviesStap::ontvangen));
  const OnderwerpSoort* onderwerp = onderwerp_soort(soort);
  return onderwerp == nullptr ? "" : std::string(onderwerp->begin);
}

bool eensluidend(const std::vector<Stem>& stemmen) {
  std::set<Organisatie> voor;
  for (const Stem& s : stemmen) {
    if (s.standpunt != Standpunt::voor || !s.organisatie || !voor.insert(*s.organisatie).second) return false;
  }
  return voor == std::set<Organisatie>{Organisatie::burgemeester, Organisatie::politie, Organisatie::om};
}

bool laat_toe(const Weging& weging) {
  const bool opgenomen = weging.stap != WegingStap::besluit || weging.besluit == Weegbesluit::opnemen;
  return opgenomen && eensluidend(weging.stemmen);
}

void Vouwer::meld(const std::string& stuk, std::string wat, std::string tip, std::string grondslag) {
  d_.bevindingen.push_back(
      {FoutSoort::bevinding, {stuk, 0, 0}, std::move(wat), std::move(tip), std::move(grondslag)});
}

void Vouwer::feit(const Invoer& s, F soort, Datum datum, std::optional<Datum> tot) {
  d_.feiten.push_back({soort, datum, "", s.digest, "", tot});
}

void Vouwer::feit_over(const Invoer& s, F soort, const std::string& ref, std::optional<Datum> tot) {
  d_.feiten.push_back({soort, dag_, "", s.digest, ref, tot});
}

void Vouwer::feit_op(const Invoer& s, F soort, const std::string& ref, Datum datum, std::optional<int> minuut) {
  d_.feiten.push_back({soort, datum, "", s.digest, ref, std::nullopt, minuut});
}

void Vouwer::feit_van(const Invoer& s, F soort, const std::string& betrokkene_, Datum datum,
                      std::optional<Datum> tot) {
  d_.feiten.push_back({soort, datum, betrokkene_, s.digest, "", tot});
}

void Vouwer::onleesbaar(const Invoer& s, const Onleesbaar& velden) {
  for (const std::string& veld : velden) {
    meld(s.digest, fmt::format("het veld {} is niet te lezen en telt niet mee", veld),
         "vervang dit stuk door een juist stuk (--vervangt)");
  }
}

/// A letter as it was sent, kept with the stuk that says so.
bool Vouwer::is_brief_bij(const Invoer& s) const {
  if (s.soort != naam(Soort::bijlage)) return false;
  const StukRegel* bij = d_.stuk(s.inhoud.tekst_van("bij"));
  return bij != nullptr && (bij->soort == naam(Soort::notificatie) || bij->soort == naam(Soort::verzoek));
}

/// Closed, ended without a weging, or not taken up as things stand.
bool Vouwer::is_geeindigd() const {
  const bool geweigerd = !d_.besluiten.empty() && d_.besluiten.back().besluit == Weegbesluit::niet_opnemen;
  return d_.afgesloten_op.has_value() || geweigerd;
}

void Vouwer::noteer(const Invoer& s, const std::string& vervangen_door) {
  const std::optional<Soort> soort = lees<Soort>(s.soort);
  if (!soort) {
    meld(s.digest, fmt::format("de soort \"{}\" is niet bekend; het stuk telt niet mee", s.soort),
         "gebruik een nieuwere versie van pga");
  }
  std::optional<Datum> dag;
  for (const char* veld : {"datum", "ontvangen"}) {
    if (!dag) dag = Datum::lees(s.inhoud.tekst_van(veld));
  }
  d_.stukken.push_back({s.digest, s.soort, stap_van(s.soort, s.inhoud), dag.value_or(s.datum), s.door,
                        s.organisatie, vervangen_door});
  verzamel_ids(s.inhoud, d_.ids);
  if (!is_inhoudelijk(s, d_.geopend.has_value(), is_geeindigd()) || is_brief_bij(s)) return;
  feit(s, F::verwerking, s.datum);
  if (!d_.laatste_inhoudelijk || *d_.laatste_inhoudelijk < s.datum) d_.laatste_inhoudelijk = s.datum;
  // A beoordeling brings in no signals: that it is sealed to a partner hides none.
  const bool geen_signalen = soort == Soort::beoordeling;
  if (!geen_signalen && !is_open(s, Compartiment::zaak)) d_.signalen_volledig = false;
  if (!is_open(s, Compartiment::identiteit) || !is_open(s, Compartiment::melder)) d_.personen_volledig = false;
  if (const Waarde* melder = s.inhoud.vind("melder")) verzamel_gegevens(*melder, d_.personen);
  for (const Waarde& w : s.inhoud.items_van("signalen")) {
    // A signal of a sealed compartment shows its id and source only; its text, and so its origin, is not there.
    std::optional<Herkomst> herkomst = lees<Herkomst>(w.tekst_van("herkomst"));
    if (!herkomst && w.vind("tekst") != nullptr) herkomst = Herkomst::algemeen;
    const std::string id = w.tekst_van("id");
    if (id.empty()) continue;
    if (vervangen_door.empty()) {
      d_.signalen.push_back({id, herkomst, s.digest});
    } else {
      d_.vervallen_signalen.push_back(id);
    }
  }
  if (vervangen_door.empty()) verzamel_citaten(s.digest, s.inhoud, d_.citaten);
}

template <class Velden>
void Vouwer::neem(const Invoer& s, Onleesbaar& fout, Velden (*lees_soort)(const Waarde&, Onleesbaar*),
                  std::optional<Datum> Velden::*dag, void (Vouwer::*verwerk_soort)(const Invoer&, const Velden&)) {
  const Velden velden = lees_soort(s.inhoud, &fout);
  dag_ = (velden.*dag).value_or(s.datum);
  (this->*verwerk_soort)(s, velden);
}

/// The soorten beside the course of the case.
void Vouwer::verwerk_ernaast(const Invoer& s, Onleesbaar& fout) {
  const auto doe = [&](auto... hoe) { neem(s, fout, hoe...); };
  switch (lees<Soort>(s.soort).value_or(Soort::opening)) {
    case Soort::bewaring:
      doe(lees_bewaring, &Bewaring::datum, &Vouwer::bewaring);
      break;
    case Soort::verzoek:
      doe(lees_verzoek, &Verzoek::datum, &Vouwer::verzoek);
      break;
    case Soort::correctie:
      doe(lees_correctie, &Correctie::datum, &Vouwer::correctie);
      break;
    case Soort::datalek:
      doe(lees_datalek, &Datalek::datum, &Vouwer::datalek);
      break;
    case Soort::overleg:
      doe(lees_overleg, &Overleg::datum, &Vouwer::overleg);
      break;
    case Soort::actielijst:
      doe(lees_actielijst, &Actielijst::datum, &Vouwer::actielijst);
      break;
    case Soort::advies:
      doe(lees_advies, &Advies::datum, &Vouwer::advies);
      break;
    case Soort::bijlage:
      (void)lees_bijlage(s.inhoud, &fout);
      break;
    case Soort::overdracht:
      doe(lees_overdracht, &Overdracht::datum, &Vouwer::overdracht);
      break;
    case Soort::deelname:
      doe(lees_deelname, &Deelname::datum, &Vouwer::deelname);
      break;
    case Soort::toegang:
      doe(lees_toegang, &Toegang::datum, &Vouwer::toegang);
      break;
    case Soort::aantallen:
      doe(lees_aantallen_stuk, &AantallenStuk::datum, &Vouwer::aantallen);
      break;
    default:
      break;
  }
}

void Vouwer::verwerk(const Invoer& s, const std::string& plaats) {
  plaats_ = plaats;
  dag_ = s.datum;
  Onleesbaar fout;
  const auto doe = [&](auto... hoe) { neem(s, fout, hoe...); };
  switch (lees<Soort>(s.soort).value_or(Soort::opening)) {
    case Soort::opening:
      break;
    case Soort::melding:
      doe(lees_melding, &Melding::ontvangen, &Vouwer::melding);
      break;
    case Soort::aanmelding:
      doe(lees_aanmelding, &Aanmelding::ontvangen, &Vouwer::aanmelding);
      break;
    case Soort::aanvulling:
      doe(lees_aanvulling, &Aanvulling::datum, &Vouwer::aanvulling);
      break;
    case Soort::afdoening:
      doe(lees_afdoening, &Afdoening::datum, &Vouwer::afdoening);
      break;
    case Soort::lopend:
      doe(lees_lopend, &Lopend::datum, &Vouwer::lopend);
      break;
    case Soort::weging:
      doe(lees_weging, &Weging::datum, &Vouwer::weging);
      break;
    case Soort::bevestiging:
      doe(lees_bevestiging, &Bevestiging::datum, &Vouwer::bevestiging);
      break;
    case Soort::beoordeling:
      doe(lees_beoordeling, &Beoordeling::datum, &Vouwer::beoordeling);
      break;
    case Soort::contextcasusformulier:
      (void)lees_contextcasusformulier(s.inhoud, &fout);
      break;
    case Soort::profiel:
      doe(lees_profiel, &Profiel::datum, &Vouwer::profiel);
      break;
    case Soort::plan:
      doe(lees_plan, &Plan::datum, &Vouwer::plan);
      break;
    case Soort::notificatie:
      doe(lees_notificatie, &Notificatie::datum, &Vouwer::notificatie);
      break;
    case Soort::afsluiting:
      doe(lees_afsluiting, &Afsluiting::datum, &Vouwer::afsluiting);
      break;
    case Soort::audit:
      doe(lees_audit, &Audit::datum, &Vouwer::audit);
      break;
    case Soort::jaarverslag:
      doe(lees_jaarverslag, &Jaarverslag::gepubliceerd_op, &Vouwer::jaarverslag);
      break;
    case Soort::screening:
      doe(lees_screening, &Screening::datum, &Vouwer::screening);
      break;
    case Soort::vernietiging:
      doe(lees_vernietiging, &Vernietiging::datum, &Vouwer::vernietiging);
      break;
    case Soort::uitreiking:
      doe(lees_uitreiking, &Uitreiking::datum, &Vouwer::uitreiking);
      break;
    default:
      verwerk_ernaast(s, fout);
  }
  onleesbaar(s, fout);
}

void Vouwer::overgang(const Invoer& s, Fase naar) { overgangen_.push_back({s.digest, plaats_, naar}); }

void Vouwer::bepaal_fase() {
  std::vector<const Overgang*> koppen;
  bool afgesloten = false;
  for (const Overgang& o : overgangen_) {
    afgesloten = afgesloten || o.naar == Fase::afgesloten;
    const bool achterhaald = std::any_of(overgangen_.begin(), overgangen_.end(), [&](const Overgang& later) {
      return voorouders_.is(o.plaats, later.plaats);
    });
    if (!achterhaald) koppen.push_back(&o);
  }
  if (koppen.empty()) {
    d_.fase = d_.aangemeld ? Fase::weging : Fase::melding;
    return;
  }
  naast_elkaar(koppen);
  const auto strengste = std::max_element(koppen.begin(), koppen.end(), [](const Overgang* a, const Overgang* b) {
    return terughoudendheid(a->naar) < terughoudendheid(b->naar);
  });
  // What is closed stays closed, whatever was written after it.
  d_.fase = afgesloten ? Fase::afgesloten : (*strengste)->naar;
}

void Vouwer::naast_elkaar(const std::vector<const Overgang*>& koppen) {
  std::set<Fase> fasen;
  for (const Overgang* o : koppen) fasen.insert(o->naar);
  if (fasen.size() < 2) return;
  for (const Overgang* o : koppen) {
    meld(o->stuk,
         fmt::format("tegenstrijdige besluiten naast elkaar; dit stuk zegt: {}. Het meest terughoudende telt",
                     tekst(o->naar)),
         "spreek af welk besluit geldt, en vervang het andere door een stuk met dat besluit: --vervangt",
         "artikel 5, lid 3, Wet PGA");
  }
}

void Vouwer::feiten_over_betrokkenen() {
  std::vector<termijn::Feit> feiten;
  for (Betrokkene& b : d_.betrokkenen) {
    if (!b.relatie && b.overlijden_bekend) {
      feiten.push_back({F::hoofd_overleden, *b.overlijden_bekend, "", b.overlijden_stuk, "", std::nullopt});
    }
    const bool overleden_voordien = b.overleden_op && *b.overleden_op <= b.bekend_op;
    if (b.soort == Persoon::rechtspersoon || !b.identificeerbaar || overleden_voordien) {
      b.notificatie = NotificatieStand::geen;
      continue;
    }
    feiten.push_back({F::betrokkene, b.bekend_op, b.id, b.stuk, "", std::nullopt});
    if (b.overleden_op)
      feiten.push_back({F::overleden, *b.overleden_op, b.id, b.overlijden_stuk, "", std::nullopt});
    if (b.overleden_op && b.notificatie != NotificatieStand::verzonden) b.notificatie = NotificatieStand::geen;
  }
  d_.feiten.insert(d_.feiten.begin(), feiten.begin(), feiten.end());
}

void Vouwer::sluit_af() {
  bepaal_fase();
  bepaal_toegang();
  sluit_bewaringen();
  sluit_vernietigingen();
  sluit_vaststellingen();
  vergeet_vervangen_stemmen();
  trek_herwegingen_in();
  // The main person before those around it.
  std::stable_partition(d_.betrokkenen.begin(), d_.betrokkenen.end(),
                        [](const Betrokkene& b) { return !b.relatie; });
  feiten_over_betrokkenen();
  std::sort(d_.ids.begin(), d_.ids.end());
  d_.ids.erase(std::unique(d_.ids.begin(), d_.ids.end()), d_.ids.end());
}

}  // namespace pga::proces
