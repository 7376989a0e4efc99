// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/voor_derde.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lib/proces/aanwezigheid.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde een_overleg(Waarde derde) {
  return k({{"aanwezig", l({k({{"organisatie", "politie"}}), std::move(derde)})},
            {"agenda", l({k({{"id", "g1"}, {"onderwerp", "hoe het gaat"}}),
                          k({{"id", "g2"}, {"onderwerp", "de hulp"}, {"dossier", "k7q2-m4xd"}})})}});
}

Dossier een_casus(const std::vector<DerdeStand>& derden) {
  Dossier d;
  d.geopend = Datum(2026, 3, 1);
  d.derden = derden;
  return d;
}

}  // namespace

TEST_CASE("art. 3 lid 3: a derde gets the items that it was there for, by a decision of the three") {
  const Waarde overleg = een_overleg(k({{"organisatie", "GGZ"}, {"agendapunten", l({"g1"})}}));
  const VoorDerde v = voor_derde(een_casus({{"GGZ Waterbeek", ""}}), overleg, {}, "ggz");
  REQUIRE_FALSE(v.bezwaar);
  CHECK(v.organisatie == "GGZ");
  CHECK(v.punten == std::vector<std::string>{"g1"});
  const VoorDerde zonder = voor_derde(een_casus({}), overleg, {}, "GGZ");
  REQUIRE(zonder.bezwaar);
  CHECK(zonder.bezwaar->soort == FoutSoort::geweigerd);
  CHECK(zonder.punten.empty());
}

TEST_CASE("nothing for who is no derde, was not there, or for no item") {
  const Dossier d = een_casus({{"GGZ", ""}});
  const Waarde overleg = een_overleg(k({{"organisatie", "GGZ"}}));
  CHECK(voor_derde(d, overleg, {}, "WPI").bezwaar->soort == FoutSoort::gebruik);
  CHECK(voor_derde(d, overleg, {}, "LSE").bezwaar->soort == FoutSoort::gebruik);
  CHECK(voor_derde(d, overleg, {}, "GGZ").bezwaar->soort == FoutSoort::geweigerd);
}

TEST_CASE("in the dossier gemeente a derde gets no item about a case that it was not let into") {
  const Waarde alles = een_overleg(k({{"organisatie", "NCTV"}}));
  BekendDossier bekend{"k7q2-m4xd", true, true};
  CHECK(voor_derde({}, alles, {bekend}, "NCTV").punten == std::vector<std::string>{"g1"});
  CHECK(voor_derde({}, alles, {}, "NCTV").punten == std::vector<std::string>{"g1"});
  bekend.derden = {"NCTV"};
  CHECK(voor_derde({}, alles, {bekend}, "NCTV").punten == std::vector<std::string>{"g1", "g2"});
  const Waarde alleen = een_overleg(k({{"organisatie", "NCTV"}, {"agendapunten", l({"g2"})}}));
  CHECK(voor_derde({}, alleen, {}, "NCTV").bezwaar->soort == FoutSoort::geweigerd);
}

TEST_CASE("what rests on data of the police, the prosecution or care does not go to a derde") {
  CHECK(mag_naar_derde(std::nullopt));
  CHECK(mag_naar_derde(Herkomst::algemeen));
  CHECK_FALSE(mag_naar_derde(Herkomst::politie_om));
  CHECK_FALSE(mag_naar_derde(Herkomst::zorg));
}

TEST_CASE("who is usually there follows from who the case is about") {
  Dossier d = een_casus({});
  const Datum dag(2026, 3, 1);
  CHECK(gewoonlijk_aanwezig(d, OverlegSoort::casusoverleg, dag).size() == 3);
  d.betrokkenen = {{"b1", false, Persoon::natuurlijk_persoon, true, std::nullopt, dag, "", "",
                    NotificatieStand::open, std::nullopt, std::nullopt, 0}};
  d.betrokkenen[0].geboren = Datum(2008, 3, 2);
  CHECK(gewoonlijk_aanwezig(d, OverlegSoort::casusoverleg, dag).back() == "rvdk");
  CHECK(gewoonlijk_aanwezig(d, OverlegSoort::casusoverleg, dag.plus_dagen(1)).size() == 3);
  d.betrokkenen[0].in_detentie = true;
  CHECK(gewoonlijk_aanwezig(d, OverlegSoort::casusoverleg, dag.plus_dagen(1)).back() == "reclassering");
  d.betrokkenen[0].ouder = true;
  CHECK(gewoonlijk_aanwezig(d, OverlegSoort::casusoverleg, dag.plus_dagen(1)).size() == 5);
  CHECK(gewoonlijk_aanwezig(d, OverlegSoort::weegploeg, dag).size() == 3);
  CHECK(gewoonlijk_aanwezig(d, OverlegSoort::stuurgroep, dag).empty());
}
