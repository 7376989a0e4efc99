// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/termijn/termijn.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

std::vector<Bevinding> weer(const Zaak& z) { return hertoets(z.stukken(), z.beleid); }

}  // namespace

TEST_CASE("a case without a fault leaves nothing to look at afterwards") {
  const auto uit = weer(ver());
  INFO(toon(uit));
  CHECK(uit.empty());
}

TEST_CASE("what was noted while writing is found again, with its stuk") {
  Zaak z = opgenomen();
  Waarde uitstel = een_uitstel();
  uitstel.vind("lid_2")->verwijder("g");
  const std::string stuk = z.voeg("notificatie", uitstel);
  const auto uit = weer(z);
  ZEGT(uit, kBev, "bij het uitstel ontbreekt onderdeel g", "artikel 41, lid 2, onder g, UAVG");
  REQUIRE(uit.size() == 1);
  CHECK(uit.front().plaats.bestand == stuk);
}

TEST_CASE("a decision that should have been refused is a finding once it is there") {
  Zaak z = ver();
  z.voeg("weging", een_weging());
  const auto uit = weer(z);
  ZEGT(uit, kBev, "deze casus is al opgenomen; een nieuw weegbesluit kan niet");
}

TEST_CASE("each stuk is held against the dossier as its author knew it") {
  Zaak z = opgenomen();
  const std::string hier = z.stukken().back().digest;
  z.voeg("profiel", een_profiel());
  z.voeg_naast("plan", een_plan(), hier);  // did not know the profile
  ZEGT(weer(z), kBev, "er is nog geen profiel waar dit plan op steunt");
}

TEST_CASE("a stuk is not held against a past that lacks a stuk") {
  Zaak z = opgenomen();
  z.voeg("plan", een_plan());
  ZEGT(weer(z), kBev, "er is nog geen profiel waar dit plan op steunt");
  std::vector<Invoer> stukken = z.stukken();
  stukken.erase(stukken.begin() + 1);
  CHECK(hertoets(stukken, z.beleid).empty());
}

TEST_CASE("a correction takes the findings of what it replaces away") {
  Zaak z = opgenomen();
  Waarde uitstel = een_uitstel();
  uitstel.vind("lid_2")->verwijder("g");
  z.vervangt = {z.voeg("notificatie", uitstel)};
  z.voeg("notificatie", een_uitstel());
  const auto uit = weer(z);
  INFO(toon(uit));
  CHECK(uit.empty());
}

TEST_CASE("a stuk that was not opened whole is not judged by what could be seen of it") {
  Zaak z = opgenomen();
  Waarde uitstel = een_uitstel();
  uitstel.vind("lid_2")->verwijder("g");
  z.voeg("notificatie", uitstel);
  std::vector<Invoer> stukken = z.stukken();
  for (Invoer& s : stukken) s.open = {Compartiment::termijnen, Compartiment::zaak};
  CHECK(hertoets(stukken, z.beleid).empty());
}

TEST_CASE("artikel 5, lid 3: a herweging that is not of the three does not renew the test of necessity") {
  Zaak z = opgenomen();
  Waarde h = een_herweging("2026-08-20");
  h.vind("stemmen")->lijst()[2] = een_stem("st-om", "om", "tegen");
  z.voeg("weging", h);
  const Dossier d = z.dossier();
  ZEGT(d.bevindingen, kBev, "niet eensluidend en telt niet als toets van de noodzaak");
  CHECK_FALSE(d.noodzaak.has_value());
  CHECK(std::none_of(d.feiten.begin(), d.feiten.end(),
                     [](const termijn::Feit& f) { return f.soort == termijn::FeitSoort::herweging; }));
}

TEST_CASE("a herweging that one of the three contradicts no longer renews the test of necessity") {
  Zaak z = opgenomen();
  z.voeg("weging", met(een_herweging("2026-07-20"), "noodzaak", "nog_noodzakelijk"));
  const std::string tweede = z.voeg("weging", een_herweging("2026-08-20"));
  const auto dagen = [&] {
    std::string uit;
    for (const termijn::Feit& f : z.dossier().feiten) {
      if (f.soort == termijn::FeitSoort::herweging) uit += f.datum.tekst() + ' ';
    }
    return uit;
  };
  CHECK(dagen() == "2026-07-20 2026-08-20 ");
  z.als("om1", "om", "weegploeg")
      .voeg("bevestiging", k({{"stuk", tweede}, {"stem", "t-3"}, {"klopt", "nee"}, {"datum", "2026-08-21"}}));
  CHECK(dagen() == "2026-07-20 ");
  CHECK(z.dossier().noodzaak == Noodzaak::nog_noodzakelijk);
  ZEGT(z.dossier().bevindingen, kBev, "deze herweging is weersproken");
}

TEST_CASE("artikel 6 Besluit: the gemeente searching open sources is a finding, whatever it calls itself") {
  Zaak z;
  z.beleid.gemeente = "Lindemeer";
  for (const char* door : {"burgemeester", "college", "Gemeente Lindemeer", "lindemeer", "College van B&W"}) {
    Waarde m = een_melding();
    Waarde s = met(een_signaal("s1"), "verkregen", "openbare_bron");
    m.zet("signalen", l({met(s, "ingebracht_door", door)}));
    CAPTURE(door);
    ZEGT(z.toets("melding", m), kBev, "uit een openbare bron", "artikel 6 Besluit PGA");
  }
  Waarde m = een_melding();
  m.zet(
      "signalen",
      l({met(met(een_signaal("s1"), "verkregen", "openbare_bron"), "ingebracht_door", "Vondelcollege Lindemeer")}));
  CHECK_FALSE(zegt(z.toets("melding", m), kBev, "uit een openbare bron"));
}
