// SPDX-License-Identifier: EUPL-1.2
//
// What each soort does to the Dossier.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lib/proces/vouwer.h"
#include "lib/termijn/regels.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

/// Who it is, as far as identiteit is open.
void wie(Betrokkene& b, const Waarde& w) {
  if (const std::string naam_ = w.tekst_van("naam"); !naam_.empty()) b.naam = naam_;
  if (const auto geboren = Datum::lees(w.tekst_van("geboortedatum"))) b.geboren = geboren;
  if (const Waarde* jaren = w.vind("leeftijd_geschat"); jaren != nullptr && jaren->is_getal()) {
    b.leeftijd_geschat = jaren->getal();
  }
  if (const std::string kinderen = w.tekst_van("heeft_kinderen"); !kinderen.empty()) {
    b.ouder = kinderen == naam(JaNee::ja);
  }
  if (const std::string verblijf = w.tekst_van("gemeente_van_verblijf"); !verblijf.empty()) b.verblijf = verblijf;
  // Who was released is still somebody whom the reclassering knows.
  const Waarde* detentie = w.vind("detentie");
  if (detentie != nullptr && (detentie->tekst_van("status") == naam(JaNee::ja) ||
                              !detentie->tekst_van("sinds").empty() || !detentie->tekst_van("tot").empty())) {
    b.in_detentie = true;
  }
}

/// Whether there is somebody to be told at all.
bool te_informeren(const Betrokkene& b) { return b.soort == Persoon::natuurlijk_persoon && b.identificeerbaar; }

/// Somebody who could not be told until this stuk, because nobody knew who it was or because it was an
/// organisation: the data about this person are received with it. Who could be told once, is not new again.
void vanaf_nu(const Invoer& s, Betrokkene& b, Datum ontvangen) {
  if (b.was_te_informeren || !te_informeren(b)) return;
  b.was_te_informeren = true;
  b.bekend_op = ontvangen;
  b.stuk = s.digest;
}

}  // namespace

/// Two who chose one id unaware of each other; what the writer could know is for toets().
void Vouwer::een_id(const Invoer& s, const Betrokkene& b, bool relatie, const Waarde& w) {
  if (b.stuk == s.digest || voorouders_.is(b.stuk, s.digest)) return;
  const std::string naam_ = w.tekst_van("naam");
  const bool anders = !naam_.empty() && !b.naam.empty() && naam_ != b.naam;
  if (b.relatie == relatie && !anders) return;
  meld(s.digest,
       fmt::format("het id {} is in twee stukken naast elkaar gegeven, en misschien aan twee personen", b.id),
       "is het iemand anders, vervang dan een van beide stukken (--vervangt) en geef die persoon een eigen id",
       "artikel 5, lid 1, onder d, AVG");
}

Betrokkene& Vouwer::betrokkene(const Invoer& s, const std::string& id, bool relatie, Datum ontvangen) {
  const auto it =
      std::find_if(d_.betrokkenen.begin(), d_.betrokkenen.end(), [&](const Betrokkene& b) { return b.id == id; });
  if (it != d_.betrokkenen.end()) return *it;
  d_.betrokkenen.push_back({id, relatie, Persoon::natuurlijk_persoon, true, std::nullopt, ontvangen, s.digest, "",
                            NotificatieStand::open, std::nullopt, std::nullopt, 0});
  return d_.betrokkenen.back();
}

void Vouwer::overleden(const Invoer& s, Betrokkene& b, Datum op) const {
  b.overleden_op = op;
  if (b.overlijden_bekend) return;
  b.overlijden_bekend = std::max(op, dag_);
  b.overlijden_stuk = s.digest;
}

void Vouwer::betrokkenen(const Invoer& s, const BetrokkeneVelden& hoofd, const std::vector<RelatieVelden>& relaties,
                         Datum ontvangen) {
  if (!hoofd.id.empty()) {
    Betrokkene& b = betrokkene(s, hoofd.id, false, ontvangen);
    const Waarde* w = s.inhoud.vind("betrokkene");
    een_id(s, b, false, *w);
    if (!w->tekst_van("soort").empty()) b.soort = hoofd.soort;
    vanaf_nu(s, b, ontvangen);
    if (hoofd.overleden_op) overleden(s, b, *hoofd.overleden_op);
    wie(b, *w);
    verzamel_gegevens(*w, d_.personen);
  }
  const Waarde::Lijst& items = s.inhoud.items_van("relaties");
  for (std::size_t i = 0; i < relaties.size(); ++i) {
    const RelatieVelden& r = relaties[i];
    if (r.id.empty()) continue;
    Betrokkene& b = betrokkene(s, r.id, true, ontvangen);
    een_id(s, b, true, items[i]);
    if (!items[i].tekst_van("soort").empty()) b.soort = r.soort;
    if (r.identificeerbaar) b.identificeerbaar = *r.identificeerbaar != JaNee::nee;
    vanaf_nu(s, b, ontvangen);
    if (r.overleden_op) overleden(s, b, *r.overleden_op);
    wie(b, items[i]);
    verzamel_gegevens(items[i], d_.personen);
  }
}

void Vouwer::melding(const Invoer& s, const Melding& m) {
  if (!d_.geopend) d_.geopend = dag_;
  betrokkenen(s, m.betrokkene, m.relaties, dag_);
}

void Vouwer::aanmelding(const Invoer& s, const Aanmelding& a) {
  if (!d_.geopend) d_.geopend = dag_;
  d_.aangemeld = true;
  if (a.aangemeld_door &&
      std::find(d_.aanmelders.begin(), d_.aanmelders.end(), *a.aangemeld_door) == d_.aanmelders.end()) {
    d_.aanmelders.push_back(*a.aangemeld_door);
  }
  betrokkenen(s, a.betrokkene, a.relaties, dag_);
}

void Vouwer::aanvulling(const Invoer& s, const Aanvulling& a) { betrokkenen(s, a.betrokkene, a.relaties, dag_); }

void Vouwer::terug_te_koppelen(const Invoer& s) {
  for (const Organisatie o : d_.aanmelders) feit_over(s, F::terug_te_koppelen, std::string(naam(o)));
}

void Vouwer::afdoening(const Invoer& s, const Afdoening& /*a*/) {
  d_.afgedaan = true;
  d_.afgesloten_op = dag_;
  overgang(s, Fase::afgesloten);
  feit(s, F::afgedaan, dag_);
  terug_te_koppelen(s);
}

void Vouwer::lopend(const Invoer& s, const Lopend& l) {
  Datum bekend = dag_;
  for (const std::optional<Datum>& d : {l.ontvangen, l.besluit_datum, l.notificatie_datum}) {
    if (d && *d < bekend) bekend = *d;
  }
  if (!d_.geopend) d_.geopend = bekend;
  d_.aangemeld = true;
  betrokkenen(s, l.betrokkene, l.relaties, bekend);
  deelnemers(s, l.deelnemers);
  const Datum besluit = l.besluit_datum.value_or(dag_);
  d_.besluiten.push_back({s.digest, besluit, Weegbesluit::opnemen, std::nullopt, false});
  overgang(s, Fase::opgenomen);
  const bool onder_de_wet = l.besluit_datum && *l.besluit_datum >= termijn::inwerkingtreding();
  feit(s, onder_de_wet ? F::weegbesluit : F::eerder_besluit, besluit);
  // What was decided elsewhere has no votes here: only a later test of the necessity under the Act is one.
  if (!l.laatste_herweging || *l.laatste_herweging < termijn::inwerkingtreding()) {
    feit(s, F::herweging_nodig, dag_, dag_);
  } else {
    feit(s, F::herweging, *l.laatste_herweging);
  }
  lopende_notificatie(s, l);
}

void Vouwer::lopende_notificatie(const Invoer& s, const Lopend& l) {
  if (l.notificatie != LopendNotificatie::verzonden || l.betrokkene.id.empty()) return;
  // On an unknown day, but not after it was brought in.
  const Datum op = l.notificatie_datum.value_or(dag_);
  Betrokkene& b = betrokkene(s, l.betrokkene.id, false, op);
  b.notificatie = NotificatieStand::verzonden;
  b.notificatie_op = op;
  feit_van(s, F::verzonden, b.id, op);
}

void Vouwer::deelnemers(const Invoer& s, const std::vector<DeelnemerVelden>& nieuw) {
  for (DeelnemerVelden d : nieuw) {
    d.stuk = s.digest;
    d.sinds = dag_;
    toelatingen_.push_back({d.gebruiker, plaats_, false});
    const auto it = std::find_if(d_.deelnemers.begin(), d_.deelnemers.end(),
                                 [&](const DeelnemerVelden& oud) { return oud.gebruiker == d.gebruiker; });
    const bool nieuw_hier = it == d_.deelnemers.end();
    // Naming the same day again decides nothing.
    if (d.tot && *d.tot > dag_ && (nieuw_hier || it->tot != d.tot)) {
      feit_over(s, F::toegang, d.gebruiker, d.tot);
      laatste_dag_.insert_or_assign(d.gebruiker, *d.tot);
    } else if (!nieuw_hier && it->tot != d.tot) {
      feit_over(s, F::toegang_besloten, d.gebruiker);
    }
    if (nieuw_hier) {
      d_.deelnemers.push_back(std::move(d));
    } else {
      *it = std::move(d);
    }
  }
}

void Vouwer::stemmen(const Invoer& s, Soort soort, const std::vector<Stem>& nieuw, bool vervangen) {
  for (const Stem& stem : nieuw) {
    d_.stemmen.push_back({.id = stem.id,
                          .stuk = s.digest,
                          .soort = soort,
                          .datum = dag_,
                          .organisatie = stem.organisatie,
                          .standpunt = stem.standpunt,
                          .stand = StemStand::onbevestigd,
                          .bevestigd_door = {},
                          .bevestigd_op = std::nullopt,
                          .vervangen = vervangen});
  }
}

void Vouwer::bewaar_stemmen(const Invoer& s) {
  dag_ = Datum::lees(s.inhoud.tekst_van("datum")).value_or(s.datum);
  if (s.soort == "weging") stemmen(s, Soort::weging, lees_weging(s.inhoud).stemmen, true);
  if (s.soort == "afsluiting") stemmen(s, Soort::afsluiting, lees_afsluiting(s.inhoud).stemmen, true);
  if (s.soort == "deelname") stemmen(s, Soort::deelname, lees_deelname(s.inhoud).stemmen, true);
}

/// Of a stuk that was replaced only a dissent stays, and a vote that its voter contradicted and that nothing has
/// set right since.
void Vouwer::vergeet_vervangen_stemmen() {
  const auto rechtgezet = [&](const Stemming& oud) {
    return std::any_of(d_.stemmen.begin(), d_.stemmen.end(), [&](const Stemming& nu) {
      return !nu.vervangen && nu.soort == oud.soort && nu.organisatie == oud.organisatie &&
             voorouders_.is(oud.stuk, nu.stuk) &&
             (nu.standpunt != Standpunt::voor || nu.stand == StemStand::bevestigd);
    });
  };
  const auto weg = std::remove_if(d_.stemmen.begin(), d_.stemmen.end(), [&](const Stemming& s) {
    if (!s.vervangen || s.standpunt != Standpunt::voor) return false;
    return s.stand != StemStand::weersproken || rechtgezet(s);
  });
  d_.stemmen.erase(weg, d_.stemmen.end());
}

/// A herweging of which a vote was contradicted is no test of the necessity: going on takes the three.
void Vouwer::trek_herwegingen_in() {
  const auto weersproken = [this](const std::string& stuk) {
    return std::any_of(d_.stemmen.begin(), d_.stemmen.end(), [&](const Stemming& g) {
      return !g.vervangen && g.stuk == stuk && g.stand == StemStand::weersproken;
    });
  };
  const auto weg = [&](const std::pair<std::string, Noodzaak>& h) {
    if (h.second != Noodzaak::nog_noodzakelijk || !weersproken(h.first)) return false;
    d_.feiten.erase(
        std::remove_if(d_.feiten.begin(), d_.feiten.end(),
                       [&](const termijn::Feit& f) { return f.soort == F::herweging && f.stuk == h.first; }),
        d_.feiten.end());
    meld(h.first, "deze herweging is weersproken en telt niet als toets van de noodzaak",
         "weeg opnieuw of sluit de casus: pga sluit", "artikel 2, lid 2, en artikel 9 Wet PGA");
    return true;
  };
  herwegingen_.erase(std::remove_if(herwegingen_.begin(), herwegingen_.end(), weg), herwegingen_.end());
  d_.noodzaak = herwegingen_.empty() ? std::nullopt : std::optional(herwegingen_.back().second);
}

void Vouwer::weging(const Invoer& s, const Weging& w) {
  betrokkenen(s, w.betrokkene, w.relaties, dag_);
  stemmen(s, Soort::weging, w.stemmen, false);
  if (laat_toe(w)) {
    deelnemers(s, w.deelnemers);
    derden(s);
  }
  // Exit conditions are of a case that was taken up.
  if (w.stap != WegingStap::besluit || laat_toe(w)) voorwaarden(s, w);
  switch (w.stap) {
    case WegingStap::besluit:
      weegbesluit(s, w);
      break;
    case WegingStap::herweging:
      if (!w.noodzaak) break;
      // Going on takes the three, as taking up did; that it is no longer necessary one of them can say.
      if (*w.noodzaak == Noodzaak::nog_noodzakelijk && !eensluidend(w.stemmen)) {
        meld(s.digest, "deze herweging is niet eensluidend en telt niet als toets van de noodzaak",
             "weeg opnieuw of sluit de casus: pga sluit", "artikel 2, lid 2, en artikel 9 Wet PGA");
        break;
      }
      d_.noodzaak = w.noodzaak;
      herwegingen_.emplace_back(s.digest, *w.noodzaak);
      feit(s, *w.noodzaak == Noodzaak::nog_noodzakelijk ? F::herweging : F::herweging_negatief, dag_);
      break;
    case WegingStap::uitstroomtoets:
      uitstroomtoets(s, w);
      break;
    case WegingStap::terugkoppeling:
      if (!w.aan || w.teruggekoppeld == JaNee::onbekend) break;
      feit_over(s, w.teruggekoppeld == JaNee::nee ? F::geen_terugkoppeling : F::teruggekoppeld,
                std::string(naam(*w.aan)));
      break;
  }
}

void Vouwer::weegbesluit(const Invoer& s, const Weging& w) {
  const bool samen = eensluidend(w.stemmen);
  if (!w.besluit) return;
  if (*w.besluit == Weegbesluit::opnemen && !samen) {
    meld(s.digest, "het besluit om op te nemen is niet eensluidend en telt niet",
         "opnemen kan alleen als burgemeester, politie en OM elk één keer voor zijn", "artikel 5, lid 3, Wet PGA");
    return;
  }
  const bool wacht = w.besluit == Weegbesluit::aanhouden;
  d_.besluiten.push_back({s.digest, dag_, w.besluit, wacht ? w.aanhouden_tot : std::nullopt, samen});
  switch (*w.besluit) {
    case Weegbesluit::opnemen:
      overgang(s, Fase::opgenomen);
      feit(s, F::weegbesluit, dag_);
      break;
    case Weegbesluit::aanhouden:
      overgang(s, Fase::aangehouden);
      feit(s, F::aangehouden, dag_, w.aanhouden_tot);
      break;
    case Weegbesluit::niet_opnemen:
      overgang(s, Fase::niet_opgenomen);
      feit(s, F::niet_opgenomen, dag_);
      terug_te_koppelen(s);
      break;
  }
}

void Vouwer::voorwaarden(const Invoer& s, const Weging& w) {
  for (const Uitstroomvoorwaarde& u : w.uitstroomvoorwaarden) {
    const auto it = std::find_if(d_.voorwaarden.begin(), d_.voorwaarden.end(),
                                 [&](const Voorwaarde& v) { return v.velden.id == u.id; });
    const bool verandert = it == d_.voorwaarden.end() || it->velden.toetsdatum != u.toetsdatum;
    if (it == d_.voorwaarden.end()) {
      d_.voorwaarden.push_back({u, s.digest, std::nullopt, std::nullopt});
    } else {
      it->velden = u;
    }
    if (verandert) feit_over(s, F::voorwaarde, u.id, u.toetsdatum);
  }
}

void Vouwer::uitstroomtoets(const Invoer& s, const Weging& w) {
  const auto it = std::find_if(d_.voorwaarden.begin(), d_.voorwaarden.end(),
                               [&](const Voorwaarde& v) { return v.velden.id == w.voorwaarde; });
  if (it == d_.voorwaarden.end()) {
    meld(s.digest, fmt::format("de getoetste uitstroomvoorwaarde \"{}\" is er niet", w.voorwaarde),
         "vervang dit stuk (--vervangt) of leg de voorwaarde vast");
    return;
  }
  it->uitkomst = w.uitkomst;
  it->getoetst_op = dag_;
  feit_over(s, F::voorwaarde_getoetst, w.voorwaarde, w.volgende_toets);
  if (w.uitkomst == Toetsuitkomst::voldaan) feit_over(s, F::voorwaarde_voldaan, w.voorwaarde);
}

void Vouwer::bevestiging(const Invoer& s, const Bevestiging& b) {
  const auto it = std::find_if(d_.stemmen.begin(), d_.stemmen.end(),
                               [&](const Stemming& g) { return g.stuk == b.stuk && g.id == b.stem; });
  if (it == d_.stemmen.end() || !it->organisatie || naam(*it->organisatie) != s.organisatie) {
    meld(s.digest, "deze bevestiging hoort bij geen stem van de eigen organisatie en telt niet",
         "bevestig met het stuk en het nummer van de stem, door iemand van de organisatie die stemde");
    return;
  }
  if (b.klopt != JaNee::ja && b.klopt != JaNee::nee) return;
  // A contradiction stands until the organisation takes it back knowing of it, that is after it.
  const auto plaats = static_cast<std::size_t>(it - d_.stemmen.begin());
  const auto weersproken = weersproken_.find(plaats);
  if (*b.klopt == JaNee::ja && weersproken != weersproken_.end() && !voorouders_.is(weersproken->second, plaats_)) {
    return;
  }
  it->stand = *b.klopt == JaNee::ja ? StemStand::bevestigd : StemStand::weersproken;
  it->bevestigd_door = s.door;
  it->bevestigd_op = dag_;
  if (*b.klopt == JaNee::nee) weersproken_[plaats] = plaats_;
}

void Vouwer::afsluiting(const Invoer& s, const Afsluiting& a) {
  stemmen(s, Soort::afsluiting, a.stemmen, false);
  if (a.stap == AfsluitingStap::voorstel) {
    d_.voorstel = a.voorstel;
    d_.voorstel_per_doel = a.per_doel;
    feit(s, F::afsluitvoorstel, dag_);
  }
  if (a.stap == AfsluitingStap::besluit) afsluitbesluit(s, a);
}

void Vouwer::afsluitbesluit(const Invoer& s, const Afsluiting& a) {
  d_.afgesloten_op = dag_;
  d_.afsluitreden = a.reden;
  overgang(s, Fase::afgesloten);
  feit(s, F::afgesloten, dag_);
  if (a.reden == AfsluitReden::geen_verdere_aanwijzingen) feit(s, F::geen_aanwijzingen, dag_);
  // Without a day that can be read, or with a later one, the latest that is possible: the closing itself.
  const Datum laatste = std::min(a.laatste_verwerking.value_or(dag_), dag_);
  d_.laatste_verwerking = laatste;
  feit(s, F::laatste_verwerking, laatste);
}

}  // namespace pga::proces
