// SPDX-License-Identifier: EUPL-1.2
//
// Facts of the casusoverleg: its minutes, the joint judgment, the period of the interventions, and a plan that
// rests.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde een_overleg(const char* datum) {
  return k({{"datum", datum},
            {"aanwezig", l({k({{"organisatie", "burgemeester"}})})},
            {"verslag", l({k({{"tekst", "het gaat goed"}})})}});
}

Waarde rust(const char* stap, const char* datum) {
  return k({{"stap", stap}, {"datum", datum}, {"reden", k({{"tekst", "ziek"}})}, {"leefgebieden", "nee"}});
}

bool feit(const Dossier& d, termijn::FeitSoort soort, const char* dag) {
  return std::any_of(d.feiten.begin(), d.feiten.end(),
                     [&](const termijn::Feit& f) { return f.soort == soort && f.datum.tekst() == dag; });
}

/// The day that the last fact of a kind sets, or "-"; empty when there is none.
std::string tot(const Zaak& z, termijn::FeitSoort soort) {
  std::string uit;
  const Dossier d = z.dossier();
  for (const termijn::Feit& f : d.feiten) {
    if (f.soort == soort) uit = f.datum.tekst() + " " + (f.tot ? f.tot->tekst() : "-");
  }
  return uit;
}

}  // namespace

TEST_CASE("a casusoverleg is a fact, with the day agreed for the next one") {
  Zaak z = opgenomen();
  CHECK(z.toets("overleg", een_overleg("2026-05-20")).empty());
  z.voeg("overleg", een_overleg("2026-05-20"));
  CHECK(tot(z, termijn::FeitSoort::overleg) == "2026-05-20 -");
  z.voeg("overleg", met(een_overleg("2026-06-17"), "volgend_overleg", "2026-09-09"));
  CHECK(tot(z, termijn::FeitSoort::overleg) == "2026-06-17 2026-09-09");
  ZEGT(z.toets("overleg", een_overleg("2026-09-10")), kBev, "te laat: uiterlijk wo 9 september 2026",
       "artikel 6, lid 2");
  ZEGT(z.toets("overleg", met(een_overleg("2026-06-17"), "volgend_overleg", "2026-06-17")), kDoc,
       "volgend_overleg ligt niet na de dag van dit stuk");
}

TEST_CASE("items of the minutes get an id, and a text that cites signals is sealed where they are") {
  Zaak z = opgenomen();
  Waarde o = een_overleg("2026-05-20");
  o.vind("verslag")->lijst()[0].zet("signalen", l({"s-2"}));
  z.voeg("overleg", o);
  const Waarde& punt = z.stukken().back().inhoud.items_van("verslag")[0];
  CHECK(punt.tekst_van("id").front() == 'y');
  CHECK(punt.tekst_van("herkomst") == "politie_om");
}

TEST_CASE("a deferral in force is reviewed at every casusoverleg, unless policy says otherwise") {
  Zaak z = opgenomen();
  z.voeg("notificatie", een_uitstel());
  ZEGT(z.toets("overleg", een_overleg("2026-05-20")), kBev, "niet heroverwogen bij dit overleg", "artikel 41 UAVG");
  z.beleid.termijnen.uitstel_bij_overleg = false;
  CHECK(z.toets("overleg", een_overleg("2026-05-20")).empty());
  z.beleid.termijnen.uitstel_bij_overleg = true;
  z.voeg("notificatie", met(een_notificatie("heroverwogen", "2026-05-20"), "uitkomst", "handhaven"));
  CHECK(z.toets("overleg", een_overleg("2026-05-20")).empty());
}

TEST_CASE("a plan rests until it goes on; a second rest renews the first") {
  Zaak z = ver();
  CHECK(z.toets("plan", rust("pas_op_de_plaats", "2026-05-01")).empty());
  z.voeg("plan", rust("pas_op_de_plaats", "2026-05-01"));
  CHECK(tot(z, termijn::FeitSoort::pas_op_de_plaats) == "2026-05-01 2026-08-01");  // by policy
  CHECK(z.dossier().pas_op_de_plaats->sinds == Datum(2026, 5, 1));
  z.voeg("plan", met(rust("pas_op_de_plaats", "2026-07-30"), "herziening", "2026-09-01"));
  CHECK(z.dossier().pas_op_de_plaats->sinds == Datum(2026, 5, 1));
  CHECK(z.dossier().pas_op_de_plaats->herziening == Datum(2026, 9, 1));
  ZEGT(z.toets("plan", rust("hervat", "2026-09-02")), kBev, "te laat: uiterlijk di 1 september 2026");
  z.voeg("plan", rust("hervat", "2026-08-15"));
  CHECK_FALSE(z.dossier().pas_op_de_plaats);
  CHECK(tot(z, termijn::FeitSoort::hervat) == "2026-08-15 -");
  ZEGT(z.toets("plan", rust("hervat", "2026-08-20")), kDoc, "er is geen pas op de plaats");
  ZEGT(opgenomen().toets("plan", rust("pas_op_de_plaats", "2026-05-01")), kDoc, "nog geen plan dat kan rusten");
  ZEGT(z.toets("plan", met(rust("pas_op_de_plaats", "2026-08-20"), "herziening", "2026-11-21")), kBev,
       "later dan 3 maanden", "pas_op_de_plaats_maanden");
}

TEST_CASE("a condition that is met, a proposal to close and a joint judgment are facts") {
  Zaak z = opgenomen();
  z.voeg("profiel", een_profiel());
  z.voeg("weging",
         k({{"stap", "uitstroomtoets"}, {"datum", "2026-08-01"}, {"voorwaarde", "u-1"}, {"uitkomst", "voldaan"}}));
  const Dossier getoetst = z.dossier();
  CHECK(feit(getoetst, termijn::FeitSoort::profiel, "2026-03-18"));
  CHECK(feit(getoetst, termijn::FeitSoort::voorwaarde_voldaan, "2026-08-01"));
  CHECK_FALSE(feit(getoetst, termijn::FeitSoort::afsluitvoorstel, "2026-08-20"));
  z.voeg("afsluiting", een_voorstel());
  CHECK(feit(z.dossier(), termijn::FeitSoort::afsluitvoorstel, "2026-08-20"));
  Zaak niet = opgenomen();
  niet.voeg("weging", k({{"stap", "uitstroomtoets"},
                         {"datum", "2026-08-01"},
                         {"voorwaarde", "u-1"},
                         {"uitkomst", "niet_voldaan"}}));
  CHECK_FALSE(feit(niet.dossier(), termijn::FeitSoort::voorwaarde_voldaan, "2026-08-01"));
}

TEST_CASE(
    "the intervention period ends with the last intervention that runs, as the plan is adjusted and evaluated") {
  const auto periode = [](const Zaak& z) {
    const Dossier d = z.dossier();
    std::string uit;
    for (const termijn::Feit& f : d.feiten) {
      if (f.soort == termijn::FeitSoort::interventieperiode) {
        uit += f.datum.tekst() + ":" + (f.tot ? f.tot->tekst() : "-") + " ";
      }
    }
    return uit;
  };
  Zaak z = opgenomen();
  z.voeg("plan", een_plan());
  CHECK(periode(z) == "2026-03-20:2026-10-01 ");
  z.voeg("plan", k({{"stap", "bijstelling"},
                    {"datum", "2026-05-01"},
                    {"interventies", l({k({{"id", "i-2"}, {"start", "2026-05-01"}, {"einde", "2026-12-01"}}),
                                        k({{"id", "i-3"}, {"start", "2026-05-01"}})})}}));
  CHECK(periode(z) == "2026-03-20:2026-10-01 2026-05-01:2026-12-01 ");
  z.voeg("plan", een_evaluatie());  // i-1 goes on
  z.voeg("plan", k({{"stap", "bijstelling"}, {"datum", "2026-06-20"}, {"acties", l({k({{"id", "a-2"}})})}}));
  CHECK(periode(z) == "2026-03-20:2026-10-01 2026-05-01:2026-12-01 ");
  const auto stop = [](const char* id, const char* dag) {
    return k({{"stap", "evaluatie"}, {"datum", dag}, {"interventie", id}, {"uitkomst", "stoppen"}});
  };
  z.voeg("plan", stop("i-2", "2026-07-01"));
  CHECK(periode(z) == "2026-03-20:2026-10-01 2026-05-01:2026-12-01 2026-07-01:2026-10-01 ");
  z.voeg("plan", stop("i-1", "2026-08-01"));
  CHECK(periode(z) == "2026-03-20:2026-10-01 2026-05-01:2026-12-01 2026-07-01:2026-10-01 2026-08-01:- ");
}
