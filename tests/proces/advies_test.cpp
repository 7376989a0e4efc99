// SPDX-License-Identifier: EUPL-1.2
//
// The advice of experts: from the question to what was done with it, and that nobody outside the deelnemers learns
// at the weging who it is about.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde tekst(const char* t) { return k({{"tekst", t}}); }

/// A question to somebody who is no deelnemer, before the weging, anonymously.
Waarde gevraagd() {
  return k({{"stap", "gevraagd"},
            {"datum", "2026-03-02"},
            {"id", "n-1"},
            {"soort_advies", "profielduiding"},
            {"adviseur", "LSE"},
            {"gevraagd_door", "regisseur"},
            {"vraag", tekst("wat drijft deze jongere?")},
            {"voorgelegd", tekst("een jongere zonder werk die boos is")},
            {"anoniem", "ja"},
            {"verwacht_op", "2026-03-10"}});
}

Waarde ontvangen() {
  return k(
      {{"datum", "2026-03-03"}, {"onderdelen", l({k({{"id", "h-1"}, {"tekst", "boosheid, geen overtuiging"}})})}});
}

Waarde besproken(const char* datum = "2026-03-04") {
  return k({{"stap", "besproken"}, {"datum", datum}, {"overgenomen", "ja"}, {"opvolging", tekst("overgenomen")}});
}

/// The same of an advies that was not on record before.
Waarde meteen() {
  Waarde w = gevraagd();
  for (const char* veld : {"stap", "verwacht_op", "id"}) w.verwijder(veld);
  w.zet("gevraagd_op", "2026-03-01");
  w.zet("datum", "2026-03-03");
  w.zet("onderdelen", l({k({{"id", "h-1"}, {"tekst", "boosheid"}})}));
  return w;
}

}  // namespace

TEST_CASE("an advies is asked, comes in and is discussed; each step finds the one that waits for it") {
  Zaak z = aangemeld();
  CHECK(z.toets("advies", gevraagd()).empty());
  z.voeg("advies", gevraagd());
  CHECK(z.toets("advies", ontvangen()).empty());
  z.voeg("advies", ontvangen());
  CHECK(z.toets("advies", besproken()).empty());
  z.voeg("advies", besproken());
  const Dossier d = z.dossier();
  REQUIRE(d.adviezen.size() == 1);
  const AdviesStand& a = d.adviezen.front();
  CHECK(a.id == "n-1");
  CHECK(a.bij == AdviesBij::weging);
  CHECK(a.gevraagd_op == Datum(2026, 3, 2));
  CHECK(a.ontvangen_op == Datum(2026, 3, 3));
  CHECK(a.besproken_op == Datum(2026, 3, 4));
  CHECK(feiten_over(d, "n-1") == "advies_gevraagd 2026-03-02 tot 2026-03-10, advies_ontvangen 2026-03-03");
  CHECK(hertoets(z.stukken(), z.beleid).empty());
  CHECK(d.laatste_inhoudelijk == Datum(2026, 3, 4));
}

TEST_CASE("an advies that comes in unannounced brings its question, and gets an id and a place") {
  Zaak z = aangemeld();
  CHECK(z.toets("advies", meteen()).empty());
  z.voeg("advies", meteen());
  CHECK(z.dossier().adviezen.front().gevraagd_op == Datum(2026, 3, 1));
  CHECK_FALSE(z.dossier().adviezen.front().id.empty());
  auto uit = aangemeld().toets("advies", ontvangen());
  ZEGT(uit, kDoc, "hier ontbreekt: soort_advies, adviseur, gevraagd_door, vraag");
  Zaak later = opgenomen();
  later.voeg("advies", meteen());
  CHECK(later.dossier().adviezen.front().bij == AdviesBij::casusoverleg);
}

TEST_CASE("what does not fit together") {
  Zaak z = aangemeld();
  auto uit = z.toets("advies", besproken());
  ZEGT(uit, kDoc, "er staat niet bij om welk advies het gaat");
  z.voeg("advies", gevraagd());
  uit = z.toets("advies", gevraagd());
  ZEGT(uit, kDoc, "het advies \"n-1\" is er al");
  uit = z.toets("advies", met(besproken(), "id", "n-1"));
  ZEGT(uit, kDoc, "het advies \"n-1\" is nog niet ontvangen");
  uit = z.toets("advies", met(besproken(), "id", "n-2"));
  ZEGT(uit, kDoc, "het advies \"n-2\" is er niet");
  uit = z.toets("advies", met(ontvangen(), "datum", "2026-03-01"));
  ZEGT(uit, kDoc, "ligt voor de vraag om advies");
  uit = z.toets("advies", met(ontvangen(), "gevraagd_op", "2026-03-01"));
  ZEGT(uit, kDoc, "dat staat al vast");
  uit = z.toets("advies", met(ontvangen(), "datum", "2026-03-12"));
  ZEGT(uit, kBev, "te laat voor n-1", "artikel 5, lid 3");
  z.voeg("advies", ontvangen());
  uit = z.toets("advies", met(ontvangen(), "id", "n-1"));
  ZEGT(uit, kDoc, "al ontvangen op di 3 maart 2026");
  uit = z.toets("advies", besproken("2026-03-02"));
  ZEGT(uit, kDoc, "ligt voor de ontvangst van het advies");
  uit = aangemeld().toets("advies", met(gevraagd(), "bij", "casusoverleg"));
  ZEGT(uit, kDoc, "de casus is nog niet opgenomen", "artikel 5, lid 3");
  uit = aangemeld().toets("advies", met(meteen(), "gevraagd_op", "2026-03-05"));
  ZEGT(uit, kDoc, "ligt voor gevraagd_op");
}

TEST_CASE("a correction says the whole again, and keeps the id") {
  Zaak z = aangemeld();
  const std::string digest = z.voeg("advies", gevraagd());
  z.vervangt = {digest};
  Waarde w = met(met(gevraagd(), "id", ""), "verwacht_op", "2026-03-20");
  CHECK(z.toets("advies", w).empty());
  z.voeg("advies", w);
  z.vervangt = {};
  REQUIRE(z.dossier().adviezen.size() == 1);
  CHECK(z.dossier().adviezen.front().id == "n-1");
  CHECK(z.dossier().adviezen.front().verwacht_op == Datum(2026, 3, 20));
  CHECK(z.dossier().adviezen.front().bij == AdviesBij::weging);
  z.vervangt = {z.voeg("advies", ontvangen())};  // a later stuk of the same advies keeps its id too
  CHECK(z.toets("advies", met(ontvangen(), "datum", "2026-03-04")).empty());
  z.voeg("advies", met(ontvangen(), "datum", "2026-03-04"));
  REQUIRE(z.dossier().adviezen.size() == 1);
  CHECK(z.dossier().adviezen.front().ontvangen_op == Datum(2026, 3, 4));
}

TEST_CASE("at the weging only deelnemers know who it is about") {
  Zaak z = aangemeld();
  auto uit = z.toets("advies", met(gevraagd(), "anoniem", "nee"));
  ZEGT(uit, kBev, "de adviseur (LSE) is geen deelnemer, en de casus is bij de weging niet anoniem voorgelegd",
       "artikel 5, lid 3");
  uit = z.toets("advies", met(gevraagd(), "anoniem", ""));
  ZEGT(uit, kBev, "er staat niet dat de casus anoniem is voorgelegd");
  uit = z.toets("advies", met(gevraagd(), "voorgelegd", ""));
  ZEGT(uit, kBev, "of dat anoniem was, is niet na te gaan");
  // Another deelnemer may be consulted with the name.
  CHECK(z.toets("advies", met(met(met(gevraagd(), "adviseur", "RvdK"), "anoniem", "nee"), "voorgelegd",
                              tekst("Jan de Proef")))
            .empty());
}

TEST_CASE("what was put before an expert is compared with what the dossier knows of persons") {
  const auto voorgelegd = [](const char* t) { return met(gevraagd(), "voorgelegd", tekst(t)); };
  Zaak z = aangemeld();
  for (const char* t : {"het gaat om Jan de Proef", "iemand die op 6 mei 2004 is geboren", "geboren 2004-05-06"}) {
    CAPTURE(t);
    const auto uit = z.toets("advies", voorgelegd(t));
    ZEGT(uit, kBev, "staat een naam of een gegeven van iemand uit dit dossier", "artikel 5, lid 1, onder c, AVG");
    for (const Bevinding& b : uit) CHECK(b.wat.find("Proef") == std::string::npos);
  }
  auto uit = z.toets("advies", met(gevraagd(), "vraag", tekst("wat wil Jan de Proef?")));
  ZEGT(uit, kBev, "staat een naam of een gegeven");
  uit = z.toets("advies", voorgelegd("een jongen uit de straat van Proef"));
  ZEGT(uit, kBev, "een woord dat ook in een naam in dit dossier staat");
  CHECK(z.toets("advies", voorgelegd("een jongere die boos is")).empty());
  // It was given out: that stays to be seen, whatever is done later.
  z.voeg("advies", voorgelegd("het gaat om Jan de Proef"));
  const auto later = hertoets(z.stukken(), z.beleid);
  ZEGT(later, kBev, "staat een naam of een gegeven");
  // What was given along later is compared too; whoever may know is told what he likes.
  Zaak erbij = aangemeld();
  erbij.voeg("advies", gevraagd());
  uit = erbij.toets("advies", met(ontvangen(), "voorgelegd", tekst("het gaat om Jan de Proef")));
  ZEGT(uit, kBev, "in deze tekst voor de adviseur (LSE) staat een naam of een gegeven");
  Zaak deelnemer = aangemeld();
  deelnemer.voeg("advies", met(met(gevraagd(), "adviseur", "RvdK"), "anoniem", "nee"));
  CHECK(deelnemer.toets("advies", met(ontvangen(), "voorgelegd", tekst("het gaat om Jan de Proef"))).empty());
  // A relative is a betrokkene too.
  Zaak r = aangemeld();
  r.voeg("aanvulling",
         k({{"datum", "2026-03-02"}, {"relaties", l({k({{"id", "r-1"}, {"naam", "Kees van Wilg"}})})}}));
  uit = r.toets("advies", voorgelegd("de broer, Kees van Wilg, maakt zich zorgen"));
  ZEGT(uit, kBev, "staat een naam of een gegeven");
}

TEST_CASE("names that the writer cannot open were not compared, and that is said") {
  std::vector<Invoer> stukken = aangemeld().stukken();
  for (Invoer& s : stukken) {
    s.open = {Compartiment::termijnen, Compartiment::zaak};
    if (Waarde* b = s.inhoud.vind("betrokkene")) *b = k({{"id", "b-1"}});
  }
  const Beleid beleid;
  const Dossier d = vouw(stukken, beleid);
  CHECK_FALSE(d.personen_volledig);
  const Nieuw n{"advies", gevraagd(), {}, "reg1", "burgemeester", {"regisseur"}, Datum(2026, 3, 3), {}};
  Nieuw vol = n;
  vul_aan(vol, d, beleid, [](char letter) { return std::string(1, letter) + "-x"; });
  const auto uit = toets(d, vol, beleid);
  ZEGT(uit, kBev, "niet alle namen in dit dossier gaan met uw sleutel open");
}

TEST_CASE("in the casusoverleg a derde needs the three, or is consulted anonymously") {
  Zaak z = opgenomen();
  const Waarde open =
      met(met(met(gevraagd(), "datum", "2026-03-10"), "verwacht_op", "2026-03-20"), "anoniem", "nee");
  auto uit = z.toets("advies", open);
  ZEGT(uit, kBev, "de adviseur (LSE) is een derde; een besluit van burgemeester, politie en OM",
       "artikel 3, lid 3");
  uit = z.toets("advies", met(met(open, "anoniem", "ja"), "voorgelegd", tekst("Jan de Proef")));
  ZEGT(uit, kBev, "staat een naam of een gegeven");
  CHECK(z.toets("advies", met(open, "anoniem", "ja")).empty());
  Zaak met_derde = aangemeld();
  met_derde.voeg("weging", met(een_weging(), "derden", l({k({{"id", "e-1"}, {"organisatie", "LSE"}})})));
  CHECK(met_derde.toets("advies", open).empty());
}

TEST_CASE("who is not weighed yet has no expert either; a case that is closed takes none") {
  Zaak z;
  z.voeg("melding", een_melding());
  auto uit = z.toets("advies", gevraagd());
  ZEGT(uit, kBev, "deze melding is nog niet aangemeld", "artikel 5, lid 3");
  Zaak dicht = ver();
  dicht.voeg("afsluiting", een_afsluiting());
  uit = dicht.toets("advies", gevraagd());
  ZEGT(uit, kNee, "dit dossier is afgesloten", "artikel 6, lid 3");
}

TEST_CASE("about who died nobody is asked any more; what was asked before may still come in") {
  Zaak z = aangemeld();
  z.voeg("advies", gevraagd());
  z.voeg("aanvulling", k({{"betrokkene", k({{"id", "b-1"}, {"overleden_op", "2026-03-02"}})}}));
  const auto uit = z.toets("advies", met(met(gevraagd(), "id", "n-2"), "datum", "2026-03-03"));
  ZEGT(uit, kBev, "de betrokkene is overleden op ma 2 maart 2026", "artikel 9");
  CHECK(z.toets("advies", ontvangen()).empty());
}

TEST_CASE("a weging names the advice it rests on") {
  Zaak z = aangemeld();
  z.voeg("advies", gevraagd());
  const auto weging = [](const char* id) {
    return met(een_weging(), "geraadpleegd", l({k({{"id", "q-1"}, {"wie", "LSE"}, {"advies_id", id}})}));
  };
  auto uit = z.toets("weging", weging("n-2"));
  ZEGT(uit, kDoc, "het advies \"n-2\" is er niet");
  uit = z.toets("weging", weging("n-1"));
  ZEGT(uit, kBev, "het advies \"n-1\" is nog niet ontvangen", "artikel 5, lid 3");
  z.voeg("advies", ontvangen());
  CHECK(z.toets("weging", weging("n-1")).empty());
  uit = z.toets("weging", een_weging());
  ZEGT(uit, kBev, "voor de weging is advies n-1 ontvangen, en deze weging noemt het niet");
}

TEST_CASE("an advies that a later casusoverleg did nothing with is found, until it says what") {
  Zaak z = opgenomen();
  z.voeg("advies", met(meteen(), "datum", "2026-03-10"));
  z.voeg("overleg", k({{"datum", "2026-03-10"}, {"soort_overleg", "casusoverleg"}}));
  const auto zwijgt = [&](Datum dag) {
    const auto uit = bevindingen_op(z, dag);
    return zegt(uit, kBev, "staat er niet wat ermee is gedaan", "artikel 6, lid 1");
  };
  CHECK_FALSE(zwijgt(Datum(2026, 3, 20)));  // on the same day: it may have come after
  z.voeg("overleg", k({{"datum", "2026-03-17"}, {"soort_overleg", "casusoverleg"}}));
  CHECK(zwijgt(Datum(2026, 3, 20)));
  z.voeg("advies", besproken("2026-03-17"));
  CHECK_FALSE(zwijgt(Datum(2026, 3, 20)));
}

TEST_CASE("discussing an advies that is not there is a finding of the fold") {
  Zaak z = aangemeld();
  z.voeg("advies", met(besproken(), "id", "n-9"));
  const Dossier d = z.dossier();
  CHECK(d.adviezen.empty());
  ZEGT(d.bevindingen, kBev, "het advies \"n-9\" dat hier is besproken, is er niet");
}
