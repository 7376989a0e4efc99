// SPDX-License-Identifier: EUPL-1.2
//
// The persons in a document: one id for one person.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde relatie(const char* id, const char* naam) {
  return k({{"id", id}, {"naam", naam}, {"relatie", "broer"}, {"relevantie", "woont er"}});
}

Waarde aanvulling(const Waarde& relaties) { return k({{"datum", "2026-03-03"}, {"relaties", relaties}}); }

Zaak met_broer() {
  Zaak z;
  z.voeg("melding", met(een_melding(), "relaties", l({relatie("r-1", "Kees de Proef")})));
  return z;
}

}  // namespace

TEST_CASE("one id for two persons in one document is a fault of the document") {
  Zaak z;
  auto uit = z.toets("melding", met(een_melding(), "relaties", l({relatie("b-1", "Kees de Proef")})));
  ZEGT(uit, kDoc, "het id \"b-1\" is er al: het is van de betrokkene");
  uit = z.toets("melding", met(een_melding(), "relaties", l({relatie("r-1", "Kees"), relatie("r-1", "Piet")})));
  ZEGT(uit, kDoc, "het id \"r-1\" staat twee keer");
  CHECK(z.toets("melding", met(een_melding(), "relaties", l({relatie("r-1", "Kees")}))).empty());
}

TEST_CASE("the id of one person is not that of another in a later document") {
  const Zaak z = met_broer();
  auto uit = z.toets("aanvulling", aanvulling(l({relatie("b-1", "Jan de Proef")})));
  ZEGT(uit, kDoc, "het id \"b-1\" is er al: het is van de betrokkene");
  uit = z.toets("aanmelding", met(een_aanmelding(), "betrokkene", k({{"id", "r-1"}})));
  ZEGT(uit, kDoc, "het id \"r-1\" is er al: het is van iemand om de betrokkene heen");
  CHECK(uit.size() == 1);
  CHECK(z.toets("aanvulling", aanvulling(l({relatie("r-1", "Kees de Proef")}))).empty());
}

TEST_CASE("another name under a known id is noted, and a correction is not; no name is repeated") {
  Zaak z = met_broer();
  auto uit = z.toets("aanvulling", aanvulling(l({relatie("r-1", "Willem Anders")})));
  ZEGT(uit, kBev, "r-1 staat met een andere naam in dit dossier", "artikel 5, lid 1, onder d, AVG");
  CHECK(toon(uit).find("Willem") == std::string::npos);
  CHECK(toon(uit).find("Kees") == std::string::npos);
  uit = z.toets("aanmelding", met(een_aanmelding(), "betrokkene", k({{"id", "b-1"}, {"naam", "Willem Anders"}})));
  ZEGT(uit, kBev, "b-1 staat met een andere naam");
  z.vervangt = {z.stukken()[0].digest};
  CHECK(z.toets("melding", met(een_melding(), "relaties", l({relatie("r-1", "Willem Anders")}))).empty());
  // Who was first named in the replaced stuk may have been someone else.
  CHECK(z.toets("melding", met(met(een_melding(), "betrokkene", met(een_betrokkene(), "id", "r-1")), "relaties",
                               l({relatie("b-1", "Kees de Proef")})))
            .empty());
}

TEST_CASE("two who choose one id side by side are told, in either order") {
  for (const bool andersom : {false, true}) {
    Zaak z;
    const std::string eerste = z.voeg("melding", een_melding());
    const Waarde a = aanvulling(l({relatie("r-1", andersom ? "Piet" : "Kees")}));
    const Waarde b = aanvulling(l({relatie("r-1", andersom ? "Kees" : "Piet")}));
    z.voeg("aanvulling", a);
    z.voeg_naast("aanvulling", b, eerste);
    ZEGT(z.dossier().bevindingen, kBev, "het id r-1 is in twee stukken naast elkaar gegeven");
  }
  Zaak z;
  const std::string eerste = z.voeg("melding", een_melding());
  z.voeg("aanvulling", aanvulling(l({relatie("r-1", "Kees")})));
  z.voeg_naast("aanvulling", aanvulling(l({relatie("r-1", "Kees")})), eerste);
  CHECK(z.dossier().bevindingen.empty());
}

TEST_CASE("a rechtspersoon has no birth date, bsn, children or parents") {
  Zaak z;
  const Waarde bv = k({{"id", "b-1"}, {"soort", "rechtspersoon"}, {"naam", "Stichting X"}, {"adres", "Plein 1"}});
  CHECK(z.toets("melding", met(een_melding(), "betrokkene", bv)).empty());
  for (const auto& [veld, waarde] : {std::pair<const char*, Waarde>{"geboortedatum", "1990-01-01"},
                                     {"bsn", "111222333"},
                                     {"heeft_kinderen", "ja"},
                                     {"leeftijd_geschat", 30},
                                     {"gezagdragers", l({k({{"naam", "Mieke Pool"}})})}}) {
    const auto uit = z.toets("melding", met(een_melding(), "betrokkene", met(bv, veld, waarde)));
    ZEGT(uit, kBev, std::string("bij een rechtspersoon hoort geen ") + veld, "artikel 2, lid 1, Wet PGA");
  }
  z.voeg("melding", met(een_melding(), "betrokkene", bv));
  const Waarde later = k({{"datum", "2026-03-03"}, {"betrokkene", k({{"id", "b-1"}, {"bsn", "111222333"}})}});
  ZEGT(z.toets("aanvulling", later), kBev, "bij een rechtspersoon hoort geen bsn");
  Waarde mens = later;
  mens.vind("betrokkene")->zet("soort", "natuurlijk_persoon");
  CHECK(z.toets("aanvulling", mens).empty());
}
