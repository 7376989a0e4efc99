// SPDX-License-Identifier: EUPL-1.2
//
// A proposed agenda: what has to come back, and nothing by name.
#include "lib/proces/agenda.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

/// The items on a line each.
std::string regels(const std::vector<AgendaPunt>& punten) {
  std::string uit;
  for (const AgendaPunt& p : punten) {
    uit += (p.dossier.empty() ? "" : p.dossier + ": ") + p.onderwerp + '\n';
    for (const std::string& w : p.waarom) uit += "  " + w + '\n';
  }
  return uit;
}

std::string van_casus(const Zaak& z, OverlegSoort soort, Datum dag) {
  const Dossier d = z.dossier();
  const auto termijnen = termijn::bereken(d.feiten, z.beleid.termijnen, dag);
  return regels(stel_agenda_voor({"k7q2-m4xd", d, termijnen}, z.beleid, soort, dag));
}

bool staat_in(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

Waarde overleg(const char* soort, const char* datum) {
  return k({{"datum", datum}, {"soort_overleg", soort}, {"aanwezig", l({k({{"organisatie", "burgemeester"}})})}});
}

}  // namespace

TEST_CASE("a casusoverleg: minutes to adopt, open actions, what is due, deferrals") {
  Zaak z = opgenomen();
  z.voeg("notificatie", een_uitstel());
  z.voeg("overleg",
         met(overleg("casusoverleg", "2026-05-20"), "acties",
             l({k({{"id", "a-1"}, {"wat", "bellen met Daan"}, {"wie", "OM"}, {"uiterlijk", "2026-06-01"}}),
                k({{"id", "a-2"}, {"wat", "navragen KANARIE"}, {"wie", "OM"}, {"herkomst", "politie_om"}})})));
  const std::string uit = van_casus(z, OverlegSoort::casusoverleg, Datum(2026, 6, 10));
  CHECK(staat_in(uit, "Vaststellen van het verslag van wo 20 mei 2026"));
  CHECK(staat_in(uit, "Openstaande acties (2)\n  a-1 (OM), te laat: ma 1 juni 2026: bellen met Daan"));
  CHECK(staat_in(uit, "\n  a-2, "));
  CHECK(staat_in(uit, "Uitstel van de notificatie van "));
  CHECK(staat_in(uit, "Gezamenlijk oordeel"));
  CHECK_FALSE(staat_in(uit, "KANARIE"));
  z.beleid.termijnen.uitstel_bij_overleg = false;
  CHECK_FALSE(staat_in(van_casus(z, OverlegSoort::casusoverleg, Datum(2026, 4, 10)), "Uitstel"));
}

TEST_CASE("what is due soon is on the agenda, with its article; what is far off is not") {
  const Zaak z = ver();
  CHECK(staat_in(van_casus(z, OverlegSoort::casusoverleg, Datum(2026, 8, 30)), "Weeg opnieuw of de verwerking"));
  CHECK_FALSE(staat_in(van_casus(z, OverlegSoort::casusoverleg, Datum(2026, 4, 12)), "Weeg opnieuw"));
}

TEST_CASE("an advies that came in, and a plan that an evaluation wants adjusted, until it is done") {
  const Waarde advies = k({{"stap", "ontvangen"},
                           {"datum", "2026-04-02"},
                           {"id", "n-1"},
                           {"bij", "casusoverleg"},
                           {"soort_advies", "theologisch"},
                           {"adviseur", "theoloog Daan"},
                           {"gevraagd_door", "regisseur"},
                           {"vraag", k({{"tekst", "hoe"}})},
                           {"onderdelen", l({k({{"id", "h-1"}, {"tekst", "zo"}})})}});
  Zaak z = opgenomen();
  z.voeg("profiel", een_profiel());
  z.voeg("plan", een_plan());
  z.voeg("advies", advies);
  z.voeg("plan", met(een_evaluatie(), "uitkomst", "bijstellen"));
  const Datum dag(2026, 6, 20);
  const std::string uit = van_casus(z, OverlegSoort::casusoverleg, dag);
  CHECK(staat_in(uit, "Advies n-1: wat wordt ermee gedaan\n  ontvangen op do 2 april 2026"));
  CHECK(staat_in(uit, "Plan van aanpak bijstellen (i-1)\n  evaluatie van "));
  CHECK_FALSE(staat_in(uit, "Daan"));
  CHECK_FALSE(staat_in(van_casus(z, OverlegSoort::weegploeg, dag), "Advies"));

  Zaak klaar = z;
  klaar.voeg("advies", k({{"stap", "besproken"}, {"datum", "2026-06-15"}, {"id", "n-1"}, {"overgenomen", "ja"}}));
  Waarde bij = met(met(een_plan(), "stap", "bijstelling"), "datum", "2026-06-16");
  klaar.voeg("plan", bij);
  CHECK_FALSE(staat_in(van_casus(klaar, OverlegSoort::casusoverleg, dag), "Advies"));
  CHECK_FALSE(staat_in(van_casus(klaar, OverlegSoort::casusoverleg, dag), "bijstellen"));
  z.voeg("aanvulling", k({{"betrokkene", k({{"id", "b-1"}, {"overleden_op", "2026-06-18"}})}}));
  const std::string na = van_casus(z, OverlegSoort::casusoverleg, dag);
  CHECK_FALSE(staat_in(na, "Advies"));
  CHECK(staat_in(na, "Beëindigen van de casus\n  betrokkene overleden op do 18 juni 2026"));

  Zaak weegt = aangemeld();
  weegt.voeg("advies", met(met(advies, "bij", "weging"), "datum", "2026-03-03"));
  CHECK(staat_in(van_casus(weegt, OverlegSoort::weegploeg, Datum(2026, 3, 4)), "Advies n-1"));
}

TEST_CASE("what was adopted does not come back, nor minutes of another kind") {
  Zaak z = opgenomen();
  z.voeg("overleg", overleg("casusoverleg", "2026-05-20"));
  z.voeg("overleg", overleg("weegploeg", "2026-05-21"));
  z.voeg("overleg",
         met(overleg("casusoverleg", "2026-06-20"), "vaststellingen", l({k({{"uitkomst", "vastgesteld"}})})));
  const std::string uit = van_casus(z, OverlegSoort::casusoverleg, Datum(2026, 9, 1));
  CHECK_FALSE(staat_in(uit, "20 mei"));
  CHECK_FALSE(staat_in(uit, "21 mei"));
  CHECK(staat_in(uit, "verslag van za 20 juni 2026"));
}

TEST_CASE("a meeting over several cases names them by number only") {
  const Zaak wacht = aangemeld();
  Zaak rust = ver();
  rust.voeg("plan",
            k({{"stap", "pas_op_de_plaats"}, {"datum", "2026-05-01"}, {"reden", k({{"tekst", "geen ingang"}})}}));
  rust.voeg("overleg",
            met(overleg("casusoverleg", "2026-05-20"), "acties",
                l({k({{"id", "a-9"}, {"wat", "KANARIE"}, {"wie", "KANARIE"}, {"uiterlijk", "2026-06-01"}})})));
  const Dossier gemeente;
  const Dossier een = wacht.dossier();
  const Dossier twee = rust.dossier();
  const std::vector<termijn::Termijn> geen;
  const Datum dag(2026, 6, 1);
  const auto voor = [&](OverlegSoort soort) {
    return regels(stel_agenda_voor({"gemeente", gemeente, geen},
                                   {{"aaa1-bbb2", een, geen}, {"ccc3-ddd4", twee, geen}}, Beleid(), soort, dag));
  };
  CHECK(staat_in(voor(OverlegSoort::weegploeg), "aaa1-bbb2: Weging"));
  CHECK_FALSE(staat_in(voor(OverlegSoort::weegploeg), "ccc3-ddd4: Weging"));
  CHECK(staat_in(voor(OverlegSoort::weegploeg), "ccc3-ddd4: Besluit over het voorstel"));
  CHECK(staat_in(voor(OverlegSoort::dilemmasessie), "ccc3-ddd4: Pas op de plaats"));
  CHECK_FALSE(staat_in(voor(OverlegSoort::dilemmasessie), "aaa1-bbb2"));
  CHECK(staat_in(voor(OverlegSoort::stuurgroep), "wacht op een weging: 1; pas op de plaats: 1"));
  CHECK_FALSE(staat_in(voor(OverlegSoort::stuurgroep), "aaa1"));
  for (const auto soort : {OverlegSoort::weegploeg, OverlegSoort::dilemmasessie, OverlegSoort::stuurgroep}) {
    CHECK_FALSE(staat_in(voor(soort), "KANARIE"));  // the text of an action only in its own case
  }
}
