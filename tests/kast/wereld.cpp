// SPDX-License-Identifier: EUPL-1.2
#include "tests/kast/wereld.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/kast/herverzegel.h"
#include "lib/kast/overtollig.h"
#include "lib/kast/ronde.h"
#include "lib/kast/toegang.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/vernieuw.h"
#include "lib/seal/minisign.h"

namespace pga::test {
namespace {

using Rij = std::vector<std::string>;  // id, organisatie, rol

Waarde toegang(const std::string& stap, Datum dag) {
  Waarde w = Waarde::kaart();
  w.zet("stap", stap);
  w.zet("datum", dag.tekst());
  return w;
}

}  // namespace

Wereld::Wereld(std::uint32_t zaad, bool eigen)
    : toeval_(zaad),
      daar_(hier_, map_.pad()),
      bewaarders_(static_cast<Bewaarders>(zaad % 3)),
      eigen_(eigen),
      apart_(zaad % 4 != 3),
      regie_(eigen ? "proc1" : "reg1") {
  for (const auto& [id, identiteit] : hier_.identiteiten) sleutels_[id] = id;
  std::vector<Rij> erbij = {{"reg2", "burgemeester", "regisseur"}};
  if (bewaarders_ == Bewaarders::van_begin) {
    erbij.push_back({"con1", "burgemeester", "contactpunt"});
    erbij.push_back({"toets1", "burgemeester", "rechtmatigheid"});
  }
  if (eigen_) erbij.push_back({"proc1", "college", "procesregisseur"});
  nieuwe_gebruikers(erbij);
  // In one world of two the police reports, and the case is everybody's until reg1 takes it up.
  nummer_ = hier_.melding(eigen_ && zaad % 2 == 0 ? "pol1" : "reg1");
  (void)hier_.stuk(nummer_, "1-opgenomen/02-aanmelding");
  (void)hier_.stuk(nummer_, "1-opgenomen/03-weging");
  REQUIRE_FALSE(voeg_samen(hier_.map, daar_.map));
}

void Wereld::doe_iets() {
  dag_ = dag_.plus_dagen(static_cast<int>(kies(8)));
  ProefKast& k = kies(2) == 0 ? hier_ : daar_;
  switch (kies(eigen_ ? 20 : 18)) {
    case 0:
    case 1:
    case 2:
      return laat_toe(k);
    case 3:
    case 4:
      return trek_in(k);
    case 5:
      return vernieuw(k);
    case 6:
      return vernieuw_sleutel();
    case 7:
    case 8:
    case 9:
      return beoordeel(k);
    case 10:
      return oordeel(k);
    case 11:
      return draag_over(k);
    case 12:
      return haal_weg();
    case 13:
      return kies(2) == 0 ? sluit(k) : schrijf(k);
    case 14:
      return bewaarders_komen();
    case 15:
      return schrijf(k);
    case 18:
    case 19:
      return wijs_aan(k);
    default:
      return samen();
  }
}

void Wereld::toets() const {
  for (const ProefKast* k : {&hier_, &daar_}) toets(*k);
}

std::string Wereld::kies_wie() { return Rij{"pol1", "om1", "rvdk1", "wacht1"}[kies(4)]; }

void Wereld::noteer(const ProefKast& k, const std::string& wat) {
  gedaan_ += dag_.tekst() + (&k == &hier_ ? " here: " : " there: ") + wat + "\n";
}

kast::Lezer Wereld::lezer(const ProefKast& k, const std::string& wie) const {
  return k.lezer(sleutels_.at(wie), dag_);
}

kast::GeladenDossier Wereld::laad(const ProefKast& k, const std::string& wie) const {
  return kast::laad(k.open(), *Nummer::lees(nummer_), lezer(k, wie.empty() ? regie_ : wie), kast::Diepte::alles);
}

void Wereld::laat_toe(ProefKast& k) {
  if (laad(k).dossier.fase != proces::Fase::opgenomen) return;
  const std::string wie = kies_wie();
  Waarde w = Waarde::kaart();
  w.zet("datum", dag_.tekst());
  w.zet("stemmen", *opdracht("1-opgenomen/03-weging", dag_).inhoud.vind("stemmen"));
  Waarde d = Waarde::kaart();
  d.zet("id", "d-" + wie);
  d.zet("gebruiker", wie);
  Waarde& vakken = d.zet("compartimenten", Waarde::lijst_());
  std::string gezegd;
  for (const Compartiment c : kCompartimenten) {
    if (kies(3) != 0 && c != Compartiment::identiteit) continue;
    vakken.voeg_toe(naam(c));
    gezegd += " " + std::string(naam(c));
  }
  d.zet("waarom", "Nodig.");
  if (kies(2) == 0) {
    const std::string tot = dag_.plus_dagen(static_cast<int>(kies(12))).tekst();
    d.zet("tot", tot);
    gezegd += " until " + tot;
  }
  w.zet("deelnemers", Waarde::lijst_()).voeg_toe(d);
  noteer(k, "lets " + wie + " in for" + gezegd);
  leg(k, {"deelname", w, dag_, geschreven(), {}}, schrijver(k));
}

void Wereld::trek_in(ProefKast& k) {
  Waarde w = toegang("ingetrokken", dag_);
  w.zet("gebruiker", kies_wie());
  noteer(k, "ends the access of " + w.tekst_van("gebruiker"));
  wijzig(k, w);
}

void Wereld::draag_over(ProefKast& k) {
  const proces::Dossier d = laad(k).dossier;
  if (d.afgeschermd || !d.meelezers.empty() || std::count(d.uitgesloten.begin(), d.uitgesloten.end(), "reg2") != 0)
    return;
  const bool heeft = d.regisseur("reg2", dag_) != nullptr;
  if (eigen_ && !heeft) return;
  Waarde w = toegang("overgedragen", dag_);
  w.zet("gebruiker", "reg2");
  w.zet("aan", "reg1");
  w.zet("tot", dag_.plus_dagen(static_cast<int>(kies(10))).tekst());
  noteer(k, "reg2 hands over to reg1, and reads until " + w.tekst_van("tot"));
  wijzig(k, w);
}

/// A second regisseur, somebody who stands in, or the end of it.
void Wereld::wijs_aan(ProefKast& k) {
  const proces::Dossier d = laad(k).dossier;
  const std::string wie = kies(3) == 0 ? "reg1" : "reg2";
  if (d.afgeschermd) return;
  if (kies(3) == 0) {
    Waarde w = toegang("ingetrokken", dag_);
    w.zet("gebruiker", wie);
    noteer(k, "ends the access of " + wie);
    return wijzig(k, w);
  }
  Waarde w = toegang("aangewezen", dag_);
  w.zet("aan", wie);
  if (kies(2) == 0) w.zet("tot", dag_.plus_dagen(static_cast<int>(kies(12))).tekst());
  noteer(k, "names " + wie + " regisseur until " + w.tekst_van("tot"));
  wijzig(k, w, wie == "reg2" && kies(2) == 0 ? schrijver(k) : regie_);
}

std::string Wereld::schrijver(const ProefKast& k) const {
  return laad(k).dossier.regisseert("reg1", dag_) && laad(k, "reg1").leesbaar ? "reg1" : regie_;
}

void Wereld::vernieuw(ProefKast& k) {
  noteer(k, "renews the keys of the dossier");
  wijzig(k, toegang("vernieuwd", dag_));
}

void Wereld::beoordeel(ProefKast& k) {
  const std::string wie = Rij{"pol1", "om1", "reg1"}[kies(3)];
  noteer(k, wie + " writes a beoordeling");
  leg(k, opdracht("1-opgenomen/05-beoordeling-pol1", dag_), wie);
}

void Wereld::oordeel(ProefKast& k) {
  noteer(k, "the joint judgment");
  leg(k, opdracht("1-opgenomen/08-profiel", dag_), regie_);
}

void Wereld::schrijf(ProefKast& k) {
  noteer(k, "writes");
  leg(k, opdracht("1-opgenomen/04-notificatie", dag_),
      !eigen_ || &k == &hier_ || kies(2) == 0 ? regie_ : schrijver(k));
}

void Wereld::sluit(ProefKast& k) {
  if (laad(k).dossier.fase != proces::Fase::opgenomen) return;
  noteer(k, "closes the case");
  const kast::StukOpdracht besluit = opdracht("1-opgenomen/13-sluit-besluit", dag_);
  const kast::Kast kast = k.open();
  const kast::Lezer reg1 = lezer(k, regie_);
  const kast::GeladenDossier d = laad(k);
  kast::Voornemen v = kast::voeg_stuk_toe(kast, reg1, d, besluit);
  kast::scherm_af(kast, reg1, d, besluit, v);
  kast::voer_uit(v);
}

/// A wrong stuk goes, and the other place hears of it.
void Wereld::haal_weg() {
  samen();
  if (kast::toegang_uiteen(laad(hier_))) schrijf(hier_);
  const kast::GeladenDossier d = laad(hier_);
  std::vector<const kast::GeladenStuk*> kan;
  for (const kast::GeladenStuk& s : d.stukken) {
    if (s.soort == "notificatie" || s.soort == "beoordeling" || s.soort == "profiel") kan.push_back(&s);
  }
  if (d.dossier.afgeschermd || kan.empty()) return;
  const kast::GeladenStuk& weg = *kan[kies(static_cast<std::uint32_t>(kan.size()))];
  noteer(hier_, "takes out a " + weg.soort + " of " + weg.stuk.kop.datum.tekst());
  kast::voer_uit(kast::herverzegel(hier_.open(), lezer(hier_, regie_), d, {weg.stuk.digest}, dag_, geschreven()));
  samen();
}

/// Beheer changes in one place and is brought to the other: two versions of one number block all writing.
void Wereld::vernieuw_sleutel() {
  samen();
  dag_ = dag_.plus_dagen(1);  // what was signed counts: the key ends the day before
  const std::string wie = kies_wie();
  const auto ingreep = kies(2) == 0 ? kast::Ingreep::sleutel : kast::Ingreep::gestolen;
  noteer(hier_, wie + (ingreep == kast::Ingreep::sleutel ? " gets another key" : ": key stolen"));
  const std::string naam = wie + "-" + std::to_string(++nieuw_);
  const seal::Identity& nieuw = hier_.identiteiten.emplace(naam, seal::Identity::generate()).first->second;
  daar_.identiteiten.emplace(naam, nieuw.clone());
  // What the other place gave meanwhile, it gave to the key of before: a regisseur mends that first.
  if (kast::toegang_uiteen(laad(hier_))) schrijf(hier_);
  const kast::Kast kast = hier_.open();
  Waarde document = kast.beheer().document;
  for (Waarde& w : document.vind("gebruikers")->lijst()) {
    if (w.tekst_van("id") != wie) continue;
    kast::Gebruiker g = *kast.beheer().vind(*GebruikerId::lees(wie));
    for (kast::GebruikerSleutel& s : g.sleutels) {
      if (!s.tot) s.tot = dag_.plus_dagen(-1);
    }
    g.sleutels.push_back({nieuw.recipient(), seal::SigningKey::derive(nieuw).verify_key(), dag_, std::nullopt});
    w = kast::als_waarde(g);
  }
  const kast::NieuwBestand beheer =
      kast::maak_beheer(hier_.map, &kast.beheer(), document, dag_, *GebruikerId::lees(regie_),
                        seal::SigningKey::derive(hier_.identiteiten.at(regie_)));
  kast::Voornemen alles = kast::plan_ronde(kast, lezer(hier_, regie_), kast::als_versie(beheer),
                                           {{*GebruikerId::lees(wie)}, ingreep, "Reden."}, dag_, geschreven())
                              .voornemen;
  alles.bestanden.push_back(beheer);
  kast::voer_uit(alles);
  sleutels_[wie] = naam;
  samen();
}

void Wereld::nieuwe_gebruikers(const std::vector<Rij>& rijen) {
  Waarde document = hier_.open().beheer().document;
  for (const Rij& rij : rijen) {
    voeg_gebruiker_toe(hier_, document, rij[0], rij[1], {rij[2]}, rij[1]);
    daar_.identiteiten.emplace(rij[0], hier_.identiteiten.at(rij[0]).clone());
    sleutels_[rij[0]] = rij[0];
  }
  Waarde beleid = Waarde::kaart();
  if (eigen_) beleid.zet("regisseur_leest", "eigen");
  if (!apart_) beleid.zet("beoordeling_apart", "nee");
  if (!beleid.leeg()) document.zet("beleid", std::move(beleid));
  hier_.beheer(document, nummer_.empty() ? "reg1" : regie_, nummer_.empty() ? Datum(2026, 1, 6) : dag_);
}

/// Who keeps closed cases comes, and gets what there is; the regisseurs may hand it over at once.
void Wereld::bewaarders_komen() {
  if (bewaarders_ != Bewaarders::later || sleutels_.count("con1") != 0) return;
  samen();
  if (kast::toegang_uiteen(laad(hier_))) schrijf(hier_);
  noteer(hier_, "con1 and toets1 come");
  nieuwe_gebruikers({{"con1", "burgemeester", "contactpunt"}, {"toets1", "burgemeester", "rechtmatigheid"}});
  geef({"con1", "toets1"});
  if (laad(hier_).dossier.afgeschermd && kies(2) == 0) {
    noteer(hier_, "shields");
    wijzig(hier_, toegang("afgeschermd", dag_));
  }
  samen();
}

void Wereld::geef(const Rij& wie) {
  const kast::Kast kast = hier_.open();
  const kast::GeladenDossier d = laad(hier_);
  for (const kast::Gerechtigde& g : kast::gerechtigden(kast.beheer(), d.nummer, d.dossier, dag_)) {
    if (std::count(wie.begin(), wie.end(), g.gebruiker->id.tekst()) == 0) continue;
    kast::maak_bestanden(kast::geef_sleutels(kast, d, g, dag_));
  }
}

void Wereld::samen() {
  noteer(hier_, "both come together");
  REQUIRE_FALSE(voeg_samen(hier_.map, daar_.map));
  REQUIRE_FALSE(voeg_samen(daar_.map, hier_.map));
  INFO(gedaan_);
  for (const ProefKast* k : {&hier_, &daar_}) {
    const bool uiteen = kast::toegang_uiteen(laad(*k));
    const auto b = k->controleer(nummer_, regie_);
    const bool gezegd = bevat(b, FoutSoort::bevinding, "op twee plaatsen tegelijk veranderd") ||
                        bevat(b, FoutSoort::bevinding, "naast elkaar nieuwe sleutels");
    if (uiteen) REQUIRE(gezegd);
  }
  toets();
  if (kies(2) == 0) return;
  for (const ProefKast* k : {&hier_, &daar_}) kast::wis_sleutels(kast::teruggekomen(k->open(), laad(*k)));
  schrijf(hier_);
  REQUIRE_FALSE(kast::toegang_uiteen(laad(hier_)));
  toets();
}

void Wereld::wijzig(ProefKast& k, const Waarde& document, const std::string& door) {
  const std::string wie = door.empty() ? regie_ : door;
  try {
    const kast::Kast kast = k.open();
    kast::voer_uit(
        kast::wijzig_toegang(kast, lezer(k, wie), laad(k, wie), {"toegang", document, dag_, geschreven(), {}}));
  } catch (const Fout& e) {
    INFO(gedaan_);
    CAPTURE(e.bevindingen().front().wat);
    // Of what others keep the regisseur has no keys to give; nothing has changed.
    // So has a regisseur of what another gave elsewhere; the procesregisseur has it all.
    REQUIRE((e.soort() == FoutSoort::sleutel && (laad(k).dossier.afgeschermd || wie != regie_)));
    noteer(k, "(cannot)");
  }
}

void Wereld::leg(ProefKast& k, const kast::StukOpdracht& opdracht, const std::string& wie) {
  const kast::GeladenDossier d = laad(k, wie);
  if (!d.leesbaar) return noteer(k, "(cannot read it)");
  const kast::Kast kast = k.open();
  std::string stuk;
  try {
    const kast::Voornemen v = kast::voeg_stuk_toe(kast, lezer(k, wie), d, opdracht);
    kast::voer_uit(v);
    stuk = v.stuk;
  } catch (const Fout& e) {
    INFO(gedaan_);
    REQUIRE((e.soort() == FoutSoort::sleutel && wie != regie_));  // what another gave elsewhere, he cannot give
    return noteer(k, "(cannot give the keys)");
  }
  toets_nieuw(k, stuk, wie == regie_);
}

/// A new stuk opens to nobody beside whom pga toegang names: what a partner found, ever; the rest when a regisseur
/// wrote it, who ends what has to end.
void Wereld::toets_nieuw(const ProefKast& k, const std::string& stuk, bool van_regisseur) const {
  const kast::GeladenDossier d = laad(k);
  const bool streng = van_regisseur && !kast::toegang_uiteen(d);
  const auto s = std::find_if(d.stukken.begin(), d.stukken.end(),
                              [&](const kast::GeladenStuk& x) { return x.stuk.digest == stuk; });
  INFO(gedaan_);
  REQUIRE(s != d.stukken.end());
  std::map<std::string, PerStuk> hoort = mag(k, d, dag_);
  // Who kept a closed case that somebody else keeps by now, is named until it is shielded again.
  const std::set<std::string> genoemd =
      d.dossier.afgeschermd ? kast::houdt_te_veel(k.open(), d, dag_) : std::set<std::string>();
  for (const auto& [id, sleutel] : sleutels_) {
    CAPTURE(id);
    if (genoemd.count(id) != 0) continue;
    const PerStuk doet = opent(k, nummer_, id, sleutel);
    for (const Compartiment c : kCompartimenten) {
      const std::string vak(naam(c));
      if (!streng && !kast::eigen_sleutel(s->soort, c)) continue;
      CAPTURE(vak);
      if (doet.at(stuk).count(vak) != 0) REQUIRE(hoort[id][stuk].count(vak) != 0);
    }
  }
}

void Wereld::toets(const ProefKast& k) const {
  const kast::GeladenDossier d = laad(k);
  INFO(gedaan_);
  REQUIRE_FALSE(d.geschonden());
  REQUIRE(d.leesbaar);
  const kast::Kast kast = k.open();
  const kast::Toegangsoverzicht o = kast::toegangsoverzicht(kast, d, dag_);
  std::map<std::string, PerStuk> hoort = mag(k, d, dag_);
  std::map<std::string, PerStuk> doet;
  for (const auto& [id, sleutel] : sleutels_) {
    doet[id] = opent(k, nummer_, id, sleutel);
    const bool genoemd = std::find(o.meer_dan_mag.begin(), o.meer_dan_mag.end(), id) != o.meer_dan_mag.end();
    CAPTURE(id);
    for (const kast::GeladenStuk& s : d.stukken) {
      CAPTURE(s.soort);
      CAPTURE(s.stuk.kop.datum.tekst());
      CAPTURE(als_tekst(doet[id].at(s.stuk.digest)));
      CAPTURE(als_tekst(hoort[id][s.stuk.digest]));
      if (o.uiteen || genoemd) continue;
      REQUIRE(doet[id].at(s.stuk.digest) == hoort[id][s.stuk.digest]);
    }
    if (genoemd || (o.uiteen && id == regie_)) REQUIRE(bevat_alles(doet[id], hoort[id]));
  }
  for (const kast::GeladenStuk& s : d.stukken) toets_lezer(s, doet, hoort, o.uiteen);
}

void Wereld::toets_lezer(const kast::GeladenStuk& stuk, const std::map<std::string, PerStuk>& opent_nu,
                         const std::map<std::string, PerStuk>& hoort, bool uiteen) const {
  const auto heeft = [&](const std::map<std::string, PerStuk>& waar, const std::string& id,
                         const std::string& vak) {
    const auto wie = waar.find(id);
    if (wie == waar.end()) return false;
    const auto er = wie->second.find(stuk.stuk.digest);
    return er != wie->second.end() && er->second.count(vak) != 0;
  };
  CAPTURE(stuk.soort);
  CAPTURE(stuk.stuk.kop.datum.tekst());
  for (const Compartiment c : kCompartimenten) {
    const std::string vak(naam(c));
    CAPTURE(vak);
    REQUIRE(std::any_of(sleutels_.begin(), sleutels_.end(), [&](const auto& rij) {
      return heeft(opent_nu, rij.first, vak) && (uiteen || heeft(hoort, rij.first, vak));
    }));
  }
}

}  // namespace pga::test
