// SPDX-License-Identifier: EUPL-1.2
//
// What pga toegang says is what keys do: after any sequence of letting somebody in, ending that, renewing keys,
// closing and bringing two clones together. The seeds are fixed (a few, more with
// PGA_ALLE_MOMENTEN=1); a failure prints the whole sequence.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "lib/kast/ronde.h"
#include "lib/kast/toegangsoverzicht.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/vernieuw.h"
#include "lib/seal/minisign.h"
#include "tests/kast/leest.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 3, 2);
const std::string kGeschreven = "2026-03-02T12:00:00+01:00";

/// Two places where the same case is worked on, and what was done so far.
class Wereld {
 public:
  explicit Wereld(std::uint32_t zaad) : toeval_(zaad), daar_(hier_, map_.pad()) {
    for (const auto& [id, identiteit] : hier_.identiteiten) sleutels_[id] = id;
    nummer_ = hier_.melding();
    (void)hier_.stuk(nummer_, "1-opgenomen/02-aanmelding");
    (void)hier_.stuk(nummer_, "1-opgenomen/03-weging");
    REQUIRE_FALSE(voeg_samen(hier_.map, daar_.map));
  }

  void doe_iets() {
    ProefKast& k = kies(2) == 0 ? hier_ : daar_;
    const std::string waar = &k == &hier_ ? "here" : "there";
    switch (kies(8)) {
      case 0:
      case 1:
        return laat_toe(k, waar);
      case 2:
      case 3:
        return trek_in(k, waar);
      case 4:
        return vernieuw(k, waar);
      case 5:
        return samen_vernieuw_sleutel();
      case 6:
        return kies(3) == 0 ? sluit(k, waar) : schrijf(k, waar);
      default:
        return samen();
    }
  }

  /// Of every stuk in both places.
  void toets() {
    for (const ProefKast* k : {&hier_, &daar_}) toets(*k);
  }

  [[nodiscard]] const std::string& gedaan() const { return gedaan_; }

 private:
  std::uint32_t kies(std::uint32_t n) { return static_cast<std::uint32_t>(toeval_()) % n; }
  std::string kies_wie() { return std::vector<std::string>{"pol1", "om1", "rvdk1", "wacht1"}[kies(4)]; }
  void noteer(const std::string& waar, const std::string& wat) { gedaan_ += waar + ": " + wat + "\n"; }
  kast::GeladenDossier laad(const ProefKast& k) const { return k.laad(nummer_, "reg1"); }

  void laat_toe(ProefKast& k, const std::string& waar) {
    if (laad(k).dossier.fase != proces::Fase::opgenomen) return;
    const std::string wie = kies_wie();
    Waarde w = Waarde::kaart();
    w.zet("datum", kDag.tekst());
    w.zet("stemmen", *opdracht("1-opgenomen/03-weging", kDag).inhoud.vind("stemmen"));
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
    w.zet("deelnemers", Waarde::lijst_()).voeg_toe(d);
    noteer(waar, "lets " + wie + " in for" + gezegd);
    leg(k, {"deelname", w, kDag, kGeschreven, {}});
  }

  void trek_in(ProefKast& k, const std::string& waar) {
    const std::string wie = kies_wie();
    Waarde w = Waarde::kaart();
    w.zet("stap", "ingetrokken");
    w.zet("datum", kDag.tekst());
    w.zet("gebruiker", wie);
    noteer(waar, "ends the access of " + wie);
    wijzig(k, w);
  }

  void vernieuw(ProefKast& k, const std::string& waar) {
    Waarde w = Waarde::kaart();
    w.zet("stap", "vernieuwd");
    w.zet("datum", kDag.tekst());
    noteer(waar, "renews the keys of the dossier");
    wijzig(k, w);
  }

  void schrijf(ProefKast& k, const std::string& waar) {
    noteer(waar, "writes");
    leg(k, opdracht("1-opgenomen/04-notificatie", kDag));
  }

  void sluit(ProefKast& k, const std::string& waar) {
    if (laad(k).dossier.fase != proces::Fase::opgenomen) return;
    noteer(waar, "closes the case");
    const kast::StukOpdracht besluit = opdracht("1-opgenomen/13-sluit-besluit", kDag);
    const kast::Kast kast = k.open();
    const kast::Lezer lezer = k.lezer("reg1", kDag);
    const kast::GeladenDossier d = laad(k);
    kast::Voornemen v = kast::voeg_stuk_toe(kast, lezer, d, besluit);
    kast::scherm_af(kast, lezer, d, besluit, v);
    kast::voer_uit(v);
  }

  /// Beheer changes in one place and is brought to the other: two versions of one number block all writing.
  void samen_vernieuw_sleutel() {
    samen();
    const std::string wie = kies_wie();
    const auto ingreep = kies(2) == 0 ? kast::Ingreep::sleutel : kast::Ingreep::gestolen;
    noteer("here", wie + (ingreep == kast::Ingreep::sleutel ? " gets another key" : ": key stolen"));
    const std::string naam = wie + "-" + std::to_string(++nieuw_);
    const seal::Identity& nieuw = hier_.identiteiten.emplace(naam, seal::Identity::generate()).first->second;
    daar_.identiteiten.emplace(naam, nieuw.clone());
    // What the other place gave meanwhile, it gave to the key of before: a regisseur mends that first.
    if (kast::toegang_uiteen(laad(hier_))) schrijf(hier_, "here");
    sleutels_[wie] = naam;
    const kast::Kast kast = hier_.open();
    Waarde document = kast.beheer().document;
    for (Waarde& w : document.vind("gebruikers")->lijst()) {
      if (w.tekst_van("id") != wie) continue;
      kast::Gebruiker g = *kast.beheer().vind(*GebruikerId::lees(wie));
      for (kast::GebruikerSleutel& s : g.sleutels) {
        if (!s.tot) s.tot = kDag.plus_dagen(-1);
      }
      g.sleutels.push_back({nieuw.recipient(), seal::SigningKey::derive(nieuw).verify_key(), kDag, std::nullopt});
      w = kast::als_waarde(g);
    }
    const kast::NieuwBestand beheer =
        kast::maak_beheer(hier_.map, &kast.beheer(), document, kDag, *GebruikerId::lees("reg1"),
                          seal::SigningKey::derive(hier_.identiteiten.at("reg1")));
    kast::Voornemen alles = kast::plan_ronde(kast, hier_.lezer("reg1", kDag), kast::als_versie(beheer),
                                             {{*GebruikerId::lees(wie)}, ingreep, "Reden."}, kDag, kGeschreven)
                                .voornemen;
    alles.bestanden.push_back(beheer);
    kast::voer_uit(alles);
    samen();
  }

  /// Both have what either had.
  void samen() {
    noteer("both", "come together");
    REQUIRE_FALSE(voeg_samen(hier_.map, daar_.map));
    REQUIRE_FALSE(voeg_samen(daar_.map, hier_.map));
    for (const ProefKast* k : {&hier_, &daar_}) {
      const bool uiteen = kast::toegang_uiteen(laad(*k));
      const auto b = k->controleer(nummer_, "reg1");
      const bool gezegd = bevat(b, FoutSoort::bevinding, "op twee plaatsen tegelijk veranderd") ||
                          bevat(b, FoutSoort::bevinding, "naast elkaar nieuwe sleutels");
      INFO(gedaan_);
      if (uiteen) REQUIRE(gezegd);
    }
    toets();
  }

  void wijzig(ProefKast& k, const Waarde& w) {
    const kast::Kast kast = k.open();
    kast::voer_uit(
        kast::wijzig_toegang(kast, k.lezer("reg1", kDag), laad(k), {"toegang", w, kDag, kGeschreven, {}}));
  }

  void leg(ProefKast& k, const kast::StukOpdracht& opdracht) {
    const kast::Kast kast = k.open();
    kast::voer_uit(kast::voeg_stuk_toe(kast, k.lezer("reg1", kDag), laad(k), opdracht));
  }

  void toets(const ProefKast& k) const {
    const kast::GeladenDossier d = laad(k);
    INFO(gedaan_);
    REQUIRE_FALSE(d.geschonden());
    REQUIRE(d.leesbaar);
    const kast::Kast kast = k.open();
    const kast::Toegangsoverzicht o = kast::toegangsoverzicht(kast, d, kDag);
    std::map<std::string, PerStuk> ieder = mag(k, d, kDag);
    for (const auto& [id, sleutel] : sleutels_) {
      const PerStuk doet = opent(k, nummer_, id, sleutel);
      PerStuk& hoort = ieder[id];
      const bool genoemd = std::find(o.meer_dan_mag.begin(), o.meer_dan_mag.end(), id) != o.meer_dan_mag.end();
      CAPTURE(id);
      for (const kast::GeladenStuk& s : d.stukken) {
        CAPTURE(s.soort);
        CAPTURE(als_tekst(doet.at(s.stuk.digest)));
        CAPTURE(als_tekst(hoort[s.stuk.digest]));
        if (o.uiteen || genoemd) continue;
        REQUIRE(doet.at(s.stuk.digest) == hoort[s.stuk.digest]);
      }
      if (genoemd || (o.uiteen && id == "reg1")) REQUIRE(bevat_alles(doet, hoort));
    }
  }

  std::mt19937 toeval_;
  ProefKast hier_;
  TijdelijkeMap map_;
  ProefKast daar_;
  std::string nummer_;
  std::map<std::string, std::string> sleutels_;  // of each gebruiker, the name of the identity in force
  int nieuw_ = 0;
  std::string gedaan_;
};

}  // namespace

TEST_CASE("what pga toegang says is what the keys open, whatever was done in whatever order") {
  const std::uint32_t zaden = std::getenv("PGA_ALLE_MOMENTEN") != nullptr ? 40 : 4;
  for (std::uint32_t zaad = 1; zaad <= zaden; ++zaad) {
    CAPTURE(zaad);
    Wereld w(zaad);
    w.toets();
    for (int stap = 0; stap < 9; ++stap) {
      w.doe_iets();
      w.toets();
    }
  }
}
