// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "lib/proces/planbevindingen.h"
#include "lib/proces/toets.h"
#include "lib/termijn/termijn.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

using Toeval = std::mt19937;

std::size_t kies(Toeval& t, std::size_t aantal) { return t() % aantal; }

/// Anything that can stand in a payload, be it wrong for its field.
Waarde iets(Toeval& t) {
  switch (kies(t, 8)) {
    case 0:
      return "2026-02-30";
    case 1:
      return "9999-12-31";
    case 2:
      return "1583-01-01";
    case 3:
      return 7;
    case 4:
      return Waarde::bool_(true);
    case 5:
      return Waarde::lijst_({Waarde("x"), Waarde::kaart(), Waarde::lijst_()});
    case 6:
      return k({{"id", "b-1"}, {"tekst", l({"s-1"})}});
    default:
      return "";
  }
}

/// Replaces or removes one value somewhere below.
void vernietig_iets(Waarde& w, Toeval& t) {
  if (w.is_kaart() && !w.velden().empty()) {
    Veld& v = w.velden()[kies(t, w.velden().size())];
    if (kies(t, 3) != 0) return vernietig_iets(v.waarde, t);
    if (kies(t, 2) == 0) return w.verwijder(std::string(v.naam));
    v.waarde = iets(t);
  } else if (w.is_lijst() && !w.lijst().empty()) {
    vernietig_iets(w.lijst()[kies(t, w.lijst().size())], t);
  } else {
    w = iets(t);
  }
}

/// With everything that an intervention can say of who carries it out.
Waarde vol_plan() {
  return k({{"stap", "bijstelling"},
            {"datum", "2026-06-24"},
            {"acties", l({k({{"id", "a-1"}, {"wat", "bellen"}, {"wie", "politie"}, {"uiterlijk", "2026-07-01"}})})},
            {"interventies",
             l({k({{"id", "i-2"},
                   {"wat", "gesprekken"},
                   {"catalogus", "buddy"},
                   {"domein", "overig"},
                   {"vrijwillig", "ja"},
                   {"weet_van_pga", "nee"},
                   {"uitvoerder", "GGZ"},
                   {"uitvoerder_is", "derde"},
                   {"gebruiker", "reg1"},
                   {"nodig", l({"zaak", "zorg"})},
                   {"verantwoordelijke", "GGZ"},
                   {"verstrekking", "naam"},
                   {"verstrekken_op", "2026-06-20"},
                   {"specialist", "buddy"},
                   {"vog_op", "2026-01-01"},
                   {"start", "2026-06-24"},
                   {"duur", "3m"},
                   {"evaluatiedatum", "2026-12-01"}}),
                k({{"id", "i-3"}, {"wat", "verbod"}, {"catalogus", "contactverbod"}, {"duur", "1j"}})})}});
}

Zaak volle_zaak() {
  Zaak z = ver();
  z.voeg("notificatie", een_uitstel());
  z.voeg("notificatie", met(een_notificatie("heroverwogen", "2026-06-18"), "uitkomst", "handhaven"));
  z.voeg("weging", een_herweging("2026-06-19"));
  z.voeg("plan", een_evaluatie());
  const std::string weging = z.stukken()[2].digest;
  z.voeg("bevestiging", k({{"datum", "2026-03-06"}, {"stuk", weging}, {"stem", "t-1"}, {"klopt", "ja"}}));
  z.voeg("overleg", k({{"datum", "2026-06-20"}, {"volgend_overleg", "2026-09-09"}}));
  z.voeg("plan", k({{"stap", "pas_op_de_plaats"}, {"datum", "2026-06-24"}, {"herziening", "2026-08-05"}}));
  z.voeg("bewaring", k({{"datum", "2026-09-01"}, {"grond", "klacht"}, {"herziening", "2026-12-01"}}));
  z.voeg("bewaring", k({{"stap", "opgeheven"}, {"datum", "2026-11-01"}}));
  z.voeg("verzoek", k({{"datum", "2026-09-02"}, {"rechten", l({"inzage"})}, {"door", "b-1"}}));
  z.voeg("verzoek", k({{"stap", "geraadpleegd"},
                       {"datum", "2026-09-10"},
                       {"geraadpleegd", l({k({{"organisatie", "om"}, {"antwoord", "uitzonderingsgrond"}})})}}));
  z.voeg("verzoek", k({{"stap", "verlengd"}, {"datum", "2026-09-20"}}));
  z.voeg(
      "verzoek",
      k({{"stap", "besloten"}, {"datum", "2026-10-01"}, {"besluit", "afgewezen"}, {"verzonden_op", "2026-10-01"}}));
  z.voeg("correctie", k({{"datum", "2026-10-02"}, {"stuk", weging}, {"hersteld_op", "2026-10-02"}}));
  z.voeg("datalek", k({{"datum", "2026-10-03"}, {"tijd", "16:20"}, {"risico", "hoog"}}));
  z.voeg("datalek", k({{"stap", "gemeld"}, {"datum", "2026-10-05"}, {"tijd", "09:00"}}));
  z.voeg("plan", vol_plan());
  z.voeg("plan", k({{"stap", "verstrekt"}, {"datum", "2026-06-25"}, {"interventie", "i-2"}}));
  z.voeg("advies", k({{"stap", "gevraagd"},
                      {"datum", "2026-06-21"},
                      {"id", "n-1"},
                      {"adviseur", "LSE"},
                      {"vraag", k({{"tekst", "wat drijft Jan de Proef?"}})},
                      {"voorgelegd", k({{"tekst", "een jongere"}})},
                      {"anoniem", "ja"},
                      {"verwacht_op", "2026-06-30"}}));
  z.voeg("advies", k({{"datum", "2026-06-28"}, {"id", "n-1"}, {"onderdelen", l({k({{"tekst", "boosheid"}})})}}));
  z.voeg("advies", k({{"stap", "besproken"}, {"datum", "2026-06-29"}, {"id", "n-1"}, {"overgenomen", "ja"}}));
  z.voeg("lopend", een_lopende());
  z.voeg("afsluiting", een_afsluiting());
  return z;
}

}  // namespace

TEST_CASE("whatever a stuk holds, the fold, the terms, the findings and the test of the next one do not throw") {
  const Zaak z = volle_zaak();
  const std::vector<GebruikerRegel> gebruikers = {{"reg1", "burgemeester", {"regisseur"}},
                                                  {"pol1", "politie", {"deelnemer"}}};
  Toeval t(16);
  for (int ronde = 0; ronde < 3000; ++ronde) {
    std::vector<Invoer> stukken = z.stukken();
    for (int n = 0; n < 4; ++n) {
      Invoer& s = stukken[kies(t, stukken.size())];
      vernietig_iets(s.inhoud, t);
      if (!s.inhoud.is_kaart()) s.inhoud = Waarde::kaart();
    }
    const std::size_t laatste = kies(t, stukken.size());
    const Dossier d =
        vouw(std::vector<Invoer>(stukken.begin(), stukken.begin() + static_cast<int>(laatste)), z.beleid);
    for (const Datum dag : {Datum(1583, 1, 1), Datum(2026, 6, 1), Datum(9999, 12, 31)}) {
      REQUIRE_NOTHROW((void)bevindingen(d, termijn::bereken(d.feiten, z.beleid.termijnen, dag), z.beleid));
      REQUIRE_NOTHROW((void)plan_bevindingen({d, z.beleid, gebruikers, dag}));
      REQUIRE_NOTHROW((void)plan_hints(d.interventies, ingebouwde_catalogus(), dag));
    }
    Nieuw n{stukken[laatste].soort, stukken[laatste].inhoud, {},        "reg1", "burgemeester",
            {"regisseur"},          Datum(2026, 12, 31),     gebruikers};
    int teller = 0;
    REQUIRE_NOTHROW(vul_aan(n, d, z.beleid,
                            [&](char letter) { return std::string(1, letter) + "-" + std::to_string(++teller); }));
    REQUIRE_NOTHROW((void)toets(d, n, z.beleid));
  }
}

TEST_CASE("whatever stands in the policy about interventions, reading and testing it do not throw") {
  const Waarde heel = k({{"interventies", l({k({{"id", "boksen"},
                                                {"naam", "Boksschool"},
                                                {"aspecten", l({"identiteit"})},
                                                {"aard", "preventief"},
                                                {"domein", "overig"},
                                                {"specialist", "coach"},
                                                {"botst_met", l({"meldplicht", "werk"})}}),
                                             k({{"id", "werk"}, {"naam", "Werkplaats"}})})}});
  Toeval t(17);
  for (int ronde = 0; ronde < 2000; ++ronde) {
    Waarde beleid = heel;
    for (std::size_t n = kies(t, 4); n > 0; --n) vernietig_iets(beleid, t);
    if (!beleid.is_kaart()) continue;
    REQUIRE_NOTHROW((void)lees_beleid(beleid));
    REQUIRE_NOTHROW((void)toets_beleid(beleid, "beheer.yaml", Datum(2026, 3, 2)));
    for (const CatalogusItem& item : catalogus_met(lees_eigen_interventies(beleid))) {
      CHECK_FALSE(item.id.empty());
      CHECK_FALSE(item.naam.empty());
    }
  }
}
