// SPDX-License-Identifier: EUPL-1.2
//
// A regisseur of one case, by keys: with regisseur_leest: eigen what each key file opens, tried with each identity,
// whatever beheer says; and who only claims to have a case.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "lib/basis/fout.h"
#include "lib/kast/vernieuw.h"
#include "lib/seal/minisign.h"
#include "tests/kast/leest.h"
#include "tests/kast/werkplaats.h"

using namespace pga;
using namespace pga::test;

namespace {

const Vakken kAlles = {"identiteit", "melder", "motivering", "strafrecht", "termijnen", "zaak", "zorg"};
const Vakken kTermijnen = {"termijnen"};

/// With reg2, reg3 (who weighs too) and proc1, and regisseurs who read their own cases.
void per_casus(ProefKast& k) {
  Waarde document = k.open().beheer().document;
  document.zet("beleid", Waarde::kaart()).zet("regisseur_leest", "eigen");
  voeg_gebruiker_toe(k, document, "reg2", "burgemeester", {"regisseur"}, "burgemeester");
  voeg_gebruiker_toe(k, document, "reg3", "burgemeester", {"regisseur", "weegploeg"}, "burgemeester");
  voeg_gebruiker_toe(k, document, "proc1", "college", {"procesregisseur"}, "college");
  k.beheer(document);
}

/// What the key files of a gebruiker open of every stuk; what opens of some only, stands between brackets.
Vakken opent_overal(const ProefKast& k, const std::string& nummer, const std::string& id) {
  Vakken ergens;
  Vakken overal = kAlles;
  for (const auto& [stuk, vakken] : opent(k, nummer, id, id)) {
    for (const std::string& v : kAlles) {
      if (vakken.count(v) == 0) overal.erase(v);
    }
    ergens.insert(vakken.begin(), vakken.end());
  }
  for (const std::string& v : ergens) {
    if (overal.count(v) == 0) overal.insert("(" + v + ")");
  }
  return overal;
}

Waarde toegang(const std::string& stap, Datum dag, const std::string& gebruiker, const std::string& aan,
               const std::string& tot = {}) {
  Waarde w = Waarde::kaart();
  w.zet("stap", stap);
  w.zet("datum", dag.tekst());
  if (!gebruiker.empty()) w.zet("gebruiker", gebruiker);
  if (!aan.empty()) w.zet("aan", aan);
  if (!tot.empty()) w.zet("tot", tot);
  return w;
}

void wijzig(const ProefKast& k, const std::string& nummer, const std::string& wie, const Waarde& document,
            Datum dag) {
  const kast::Lezer lezer = k.lezer(wie, dag);
  const kast::GeladenDossier d = kast::laad(k.open(), *Nummer::lees(nummer), lezer, kast::Diepte::alles);
  kast::voer_uit(
      kast::wijzig_toegang(k.open(), lezer, d, {"toegang", document, dag, dag.tekst() + "T12:00:00+01:00", {}}));
}

void goed(const ProefKast& k, const std::string& nummer) {
  REQUIRE_FALSE(k.laad(nummer, "proc1").geschonden());
  const std::vector<Bevinding> b = k.controleer(nummer, "proc1");
  CHECK_FALSE(bevat(b, FoutSoort::bevinding, "sleutel"));
  CHECK_FALSE(bevat(b, FoutSoort::integriteit));
}

}  // namespace

TEST_CASE("a regisseur opens termijnen of the case of another, a procesregisseur everything") {
  ProefKast k;
  per_casus(k);
  const std::string nummer = k.melding("reg1");
  (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", "reg1");
  CHECK(opent_overal(k, nummer, "reg1") == kAlles);
  CHECK(opent_overal(k, nummer, "reg2") == kTermijnen);
  CHECK(opent_overal(k, nummer, "proc1") == kAlles);
  CHECK(opent_overal(k, nummer, "wacht1") == kTermijnen);
  goed(k, nummer);
}

TEST_CASE("a case that the police reported is read by all regisseurs, until the first one writes") {
  ProefKast k;
  per_casus(k);
  const std::string nummer = k.melding("pol1");
  for (const char* id : {"reg1", "reg2", "proc1"}) CHECK(opent_overal(k, nummer, id) == kAlles);
  SUBCASE("a procesregisseur who writes leaves it to all") {
    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", "proc1");
    CHECK(opent_overal(k, nummer, "reg2") == kAlles);
  }
  SUBCASE("a regisseur who writes has it, and the files of the others lose it in that batch") {
    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", "reg2");
    CHECK(opent_overal(k, nummer, "reg2") == kAlles);
    CHECK(opent_overal(k, nummer, "proc1") == kAlles);
    CHECK(opent_overal(k, nummer, "reg1") == kTermijnen);
  }
  SUBCASE("also when it is what a partner finds, which has keys of its own") {
    (void)k.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "reg2");
    CHECK(opent_overal(k, nummer, "reg2") == kAlles);
    CHECK(opent_overal(k, nummer, "reg1") == kTermijnen);
  }
  goed(k, nummer);
}

TEST_CASE("named, handed over, ended, stood in: keys follow") {
  ProefKast k;
  per_casus(k);
  const std::string nummer = k.melding("reg1");
  const Datum dag(2026, 3, 2);
  SUBCASE("named beside the first") {
    wijzig(k, nummer, "reg1", toegang("aangewezen", dag, "", "reg2"), dag);
    CHECK(opent_overal(k, nummer, "reg2") == kAlles);
    CHECK(opent_overal(k, nummer, "reg1") == kAlles);
    goed(k, nummer);
    wijzig(k, nummer, "proc1", toegang("ingetrokken", dag, "reg1", ""), dag);
    CHECK(opent_overal(k, nummer, "reg1").empty());
    CHECK(opent_overal(k, nummer, "reg2") == kAlles);
  }
  SUBCASE("handed over") {
    wijzig(k, nummer, "reg1", toegang("overgedragen", dag, "reg1", "reg2"), dag);
    CHECK(opent_overal(k, nummer, "reg2") == kAlles);
    CHECK(opent_overal(k, nummer, "reg1").empty());
  }
  SUBCASE("handed over, while the first reads on") {
    wijzig(k, nummer, "reg1", toegang("overgedragen", dag, "reg1", "reg2", "2026-03-10"), dag);
    CHECK(opent_overal(k, nummer, "reg1") == kAlles);
    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", "reg2", Datum(2026, 3, 11));
    CHECK(opent_overal(k, nummer, "reg1").empty());
    CHECK(opent_overal(k, nummer, "reg2") == kAlles);
  }
  SUBCASE("standing in until a day: the next stuk after it takes the keys") {
    wijzig(k, nummer, "reg1", toegang("aangewezen", dag, "", "reg2", "2026-03-10"), dag);
    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding", "reg2", Datum(2026, 3, 10));
    CHECK(opent_overal(k, nummer, "reg2") == kAlles);
    (void)k.stuk(nummer, "1-opgenomen/03-weging", "reg1", Datum(2026, 3, 11));
    CHECK(opent_overal(k, nummer, "reg2") == kTermijnen);
  }
  SUBCASE("all ended: the procesregisseur is left") {
    wijzig(k, nummer, "proc1", toegang("ingetrokken", dag, "reg1", ""), dag);
    CHECK(opent_overal(k, nummer, "reg1").empty());
    CHECK(opent_overal(k, nummer, "reg2") == kTermijnen);
    CHECK(opent_overal(k, nummer, "proc1") == kAlles);
  }
  goed(k, nummer);
}

TEST_CASE("who weighs in the case of another does not see what each partner found before the joint judgment") {
  ProefKast k;
  per_casus(k);
  const std::string nummer = k.melding("reg1");
  const std::string stuk = k.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1");
  CHECK(opent(k, nummer, "reg3", "reg3").at(stuk) == Vakken{"identiteit", "melder", "motivering", "termijnen"});
  CHECK(opent(k, nummer, "reg1", "reg1").at(stuk) == kAlles);
}

TEST_CASE("policy can open what a partner found to the others at once; what was written before stays as it was") {
  ProefKast k;
  const std::string nummer = k.melding("reg1");
  const std::string eerst = k.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1");
  Waarde document = k.open().beheer().document;
  document.zet("beleid", Waarde::kaart()).zet("beoordeling_apart", "nee");
  k.beheer(document, "reg1", Datum(2026, 2, 5));
  const std::string daarna = k.stuk(nummer, "1-opgenomen/05-beoordeling-pol1", "pol1", Datum(2026, 2, 6));
  const auto leest = opent(k, nummer, "om1", "om1");
  CHECK(leest.at(eerst) == Vakken{"identiteit", "melder", "motivering", "termijnen"});
  CHECK(leest.at(daarna) == Vakken{"identiteit", "melder", "motivering", "strafrecht", "termijnen", "zaak"});
  document.zet("beleid", Waarde::kaart()).zet("beoordeling_apart", "ja");
  k.beheer(document, "reg1", Datum(2026, 2, 7));
  CHECK(opent(k, nummer, "om1", "om1") == leest);
  REQUIRE_FALSE(k.laad(nummer, "reg1").geschonden());
}

TEST_CASE("who does not have the case decides nothing in it: found, and left out, and it opens nothing") {
  Werkplaats w;
  per_casus(w.kast);
  w.nummer = w.kast.melding("reg1");
  w.map = w.kast.open().dossier_map(*Nummer::lees(w.nummer));
  const auto eigen_sleutel = [&](Vals& v) {
    const seal::Identity geheim = seal::Identity::generate();
    const std::string sleutel = stuk::verbintenis(v.kop.dossier, Compartiment::zaak, geheim.recipient());
    v.delen[Compartiment::termijnen].zet("sleutels", Waarde::kaart()).zet("zaak", sleutel);
    v.sleutels.at(static_cast<std::size_t>(Compartiment::zaak)) = geheim.recipient();
    v.kop.sleutels.at(static_cast<std::size_t>(Compartiment::zaak)) = sleutel;
  };
  Vals v = w.begin("toegang", "reg2");
  v.tekent = "reg2";
  Waarde& t = v.delen[Compartiment::termijnen];
  std::string zegt = "reg2 was niet de regisseur van deze casus";
  bool blijft_weg = true;
  SUBCASE("naming himself") {
    t.zet("stap", "aangewezen");
    t.zet("aan", "reg2");
  }
  SUBCASE("taking it over") {
    t.zet("stap", "overgedragen");
    t.zet("gebruiker", "reg1");
    t.zet("aan", "reg2");
  }
  SUBCASE("ending the access of who has it") {
    t.zet("stap", "ingetrokken");
    t.zet("gebruiker", "reg1");
  }
  SUBCASE("keys of his own") {
    t.zet("stap", "vernieuwd");
    eigen_sleutel(v);
    zegt = "reg2 mag voor zaak geen nieuwe sleutel aankondigen";
    blijft_weg = false;
  }
  t.zet("datum", "2026-02-01");
  w.gevonden(w.leg(v), zegt, blijft_weg);
  CHECK(opent_overal(w.kast, w.nummer, "reg2").count("zaak") == 0);
}

TEST_CASE("with regisseur_leest: eigen only a procesregisseur signs beheer, and there always is one") {
  ProefKast k;
  per_casus(k);
  const Waarde nu = k.open().beheer().document;
  const auto geweigerd = [&](const std::string& tekst) {
    try {
      (void)k.open();
    } catch (const Fout& e) {
      return bevat(e.bevindingen(), FoutSoort::integriteit, tekst);
    }
    return false;
  };
  SUBCASE("signed by a regisseur") {
    Waarde anders = nu;
    anders.zet("gemeente", "Elders");
    k.beheer(anders, "reg1");
    CHECK(geweigerd("reg1 mocht deze versie van beheer niet tekenen"));
  }
  SUBCASE("the key of the last procesregisseur ended") {
    Waarde anders = nu;
    for (Waarde& g : anders.vind("gebruikers")->lijst()) {
      if (g.tekst_van("id") == "proc1") g.vind("sleutels")->lijst().front().zet("tot", "2026-01-07");
    }
    k.beheer(anders, "proc1", Datum(2026, 1, 8));
    CHECK(geweigerd("geldt"));
  }
  SUBCASE("the last procesregisseur became something else") {
    Waarde anders = nu;
    for (Waarde& g : anders.vind("gebruikers")->lijst()) {
      if (g.tekst_van("id") == "proc1") g.zet("rollen", Waarde::lijst_()).voeg_toe("regisseur");
    }
    k.beheer(anders, "proc1");
    CHECK(geweigerd("hoort er een procesregisseur te zijn"));
  }
  SUBCASE("signed by the procesregisseur") {
    Waarde anders = nu;
    anders.zet("gemeente", "Elders");
    k.beheer(anders, "proc1");
    CHECK_FALSE(geweigerd(""));
  }
}
