// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/waarde.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <variant>

using pga::Waarde;

namespace {

Waarde voorbeeld() {
  Waarde w = Waarde::kaart();
  w.zet("naam", "Jorrit");
  w.zet("jaren", 22);
  w.zet("waar", Waarde::bool_(true));
  Waarde& lijst = w.zet("signalen", Waarde::lijst_());
  lijst.voeg_toe("s1");
  lijst.voeg_toe("s2");
  return w;
}

}  // namespace

TEST_CASE("a value is of one kind and says no to the others") {
  const Waarde w = voorbeeld();
  CHECK(w.is_kaart());
  CHECK(w.vind("naam")->is_tekst());
  CHECK(w.vind("jaren")->getal() == 22);
  CHECK(w.vind("waar")->bool_waarde());
  CHECK(w.vind("signalen")->lijst().size() == 2);
  CHECK_THROWS_AS((void)w.vind("jaren")->tekst(), std::bad_variant_access);
  CHECK_THROWS_AS((void)w.vind("naam")->lijst(), std::bad_variant_access);
  CHECK_THROWS_AS((void)w.tekst(), std::bad_variant_access);
  CHECK(Waarde().is_tekst());
  CHECK(Waarde().leeg());
}

TEST_CASE("looking up is safe on whatever there is") {
  const Waarde w = voorbeeld();
  CHECK(w.vind("onbekend") == nullptr);
  CHECK(w.tekst_van("naam") == "Jorrit");
  CHECK(w.tekst_van("jaren").empty());
  CHECK(w.tekst_van("onbekend").empty());
  CHECK(w.items_van("signalen").size() == 2);
  CHECK(w.items_van("naam").empty());
  CHECK(w.items_van("onbekend").empty());
  CHECK(Waarde("tekst").vind("naam") == nullptr);
  CHECK(Waarde(3).items_van("naam").empty());
}

TEST_CASE("setting keeps the order and holds a name once") {
  Waarde w = voorbeeld();
  w.zet("jaren", 23);
  REQUIRE(w.velden().size() == 4);
  CHECK(w.velden()[1].naam == "jaren");
  CHECK(w.velden()[1].waarde.getal() == 23);
  w.verwijder("naam");
  w.verwijder("naam");
  CHECK(w.velden().size() == 3);
  CHECK(w.velden()[0].naam == "jaren");
  w.zet("naam", "x");
  CHECK(w.velden().back().naam == "naam");
}

TEST_CASE("copying copies all") {
  const Waarde een = voorbeeld();
  Waarde twee = een;
  twee.vind("signalen")->voeg_toe("s3");
  CHECK(een.items_van("signalen").size() == 2);
  CHECK(twee.items_van("signalen").size() == 3);
  CHECK_FALSE(een == twee);
}

TEST_CASE("equality: kind, content and order, not places") {
  const Waarde een = voorbeeld();
  Waarde twee = voorbeeld();
  twee.plek = {3, 4};
  twee.vind("naam")->ongetypeerd = true;
  CHECK(een == twee);
  std::swap(twee.velden()[0], twee.velden()[1]);
  CHECK_FALSE(een == twee);
  CHECK_FALSE(Waarde("1") == Waarde(1));
  CHECK_FALSE(Waarde(1) == Waarde::bool_(true));
  CHECK_FALSE(Waarde::kaart() == Waarde::lijst_());
  CHECK(Waarde::kaart() == Waarde::kaart());
  CHECK_FALSE(Waarde() == Waarde::kaart());
}

TEST_CASE("pruning takes what is empty away at every depth, and nothing else") {
  Waarde w = Waarde::kaart();
  w.zet("leeg", "");
  w.zet("nul", 0);
  w.zet("onwaar", Waarde::bool_(false));
  w.zet("spatie", " \n\t");
  w.zet("tekst", " a ");
  Waarde& diep = w.zet("diep", Waarde::kaart());
  Waarde& lijst = diep.zet("lijst", Waarde::lijst_());
  lijst.voeg_toe("");
  lijst.voeg_toe(Waarde::kaart()).zet("niets", Waarde::lijst_());
  Waarde& half = w.zet("half", Waarde::lijst_());
  half.voeg_toe("");
  half.voeg_toe("b");
  w.snoei();
  Waarde verwacht = Waarde::kaart();
  verwacht.zet("nul", 0);
  verwacht.zet("onwaar", Waarde::bool_(false));
  verwacht.zet("tekst", " a ");
  verwacht.zet("half", Waarde::lijst_()).voeg_toe("b");
  CHECK(w == verwacht);
  Waarde nog_eens = w;
  nog_eens.snoei();
  CHECK(nog_eens == w);
}
