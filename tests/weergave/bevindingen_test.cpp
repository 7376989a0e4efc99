// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/bevindingen.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;

namespace {

const Stijl kKaal{80, false};
const Stijl kPijp{0, false};  // no width: nothing is wrapped

Bevinding onbekend_veld() {
  return {
      FoutSoort::document, {"melding.yaml", 4, 3}, "onbekend veld \"ontvagen\"", "bedoelde u \"ontvangen\"?", {}};
}

Bevinding te_laat() {
  return {FoutSoort::bevinding,
          {"dossiers/2026/k7q2-m4xd/2026-04-09-5c1e9f00.yaml", 0, 0},
          "de notificatie is te laat verzonden: uiterlijk was di 7 april 2026, verzonden op do 9 april 2026",
          "leg in het dossier uit waarom",
          "AVG art. 14 lid 3"};
}

}  // namespace

TEST_CASE("a finding names the place, the mistake, the article and the next step") {
  CHECK(meldingen({onbekend_veld()}, kPijp) ==
        "pga: fout: melding.yaml:4:3: onbekend veld \"ontvagen\"\n"
        "pga: tip: bedoelde u \"ontvangen\"?\n");
  const Bevinding geweigerd{
      FoutSoort::geweigerd, {}, "opnemen kan alleen als alle drie voor zijn", {}, "artikel 5, lid 3, Wet PGA"};
  CHECK(meldingen({geweigerd}, kPijp) ==
        "pga: fout: opnemen kan alleen als alle drie voor zijn (artikel 5, lid 3, Wet PGA)\n");
  CHECK(meldingen({te_laat()}, kPijp).rfind("pga: let op: dossiers/2026/", 0) == 0);
  CHECK(meldingen({onbekend_veld()}, {80, true}).rfind("pga: \x1b[31mfout\x1b[0m: melding", 0) == 0);
  CHECK(meldingen({}, kPijp).empty());
}

TEST_CASE("on a terminal a message wraps at words, and its mark keeps its colour") {
  CHECK(meldingen({te_laat()}, {60, true}).rfind("pga: \x1b[33mlet op\x1b[0m: dossiers/2026/", 0) == 0);
  const std::string uit =
      meldingen({te_laat()}, {60, false}) + mededeling("een mededeling " + std::string(50, 'x'), {60, false});
  CHECK(voorbeeld::breedste(uit) <= 60);
  CHECK(uit.find("\n     ") != std::string::npos);
  CHECK(uit.find("\npga: een mededeling\n     xxx") != std::string::npos);
  CHECK(mededeling("een \x1b[2J mededeling " + std::string(90, 'x'), kPijp) ==
        "pga: een \\u001b[2J mededeling " + std::string(90, 'x') + "\n");
}

TEST_CASE("equal tips come once, after the last of those that stand together") {
  Bevinding een = onbekend_veld();
  Bevinding twee = onbekend_veld();
  twee.plaats.regel = 9;
  Bevinding drie = onbekend_veld();
  drie.tip = "kijk in de handleiding";
  const std::string uit = meldingen({een, twee, drie, een}, kPijp);
  CHECK(voorbeeld::keer(uit, "bedoelde u") == 1);
  CHECK(uit.find("bedoelde u") > uit.find("melding.yaml:9:3"));
  CHECK(uit.find("bedoelde u") < uit.find("kijk in"));
  CHECK(voorbeeld::keer(uit, "pga: fout:") == 4);
}

TEST_CASE("hostile findings stay on their line") {
  const Bevinding kwaad{FoutSoort::document,
                        {voorbeeld::vijandig(), 1, 1},
                        voorbeeld::vijandig(),
                        voorbeeld::vijandig(),
                        voorbeeld::vijandig()};
  const std::string uit = meldingen({kwaad}, kPijp);
  CHECK(voorbeeld::onschadelijk(uit));
  CHECK(voorbeeld::keer(uit, "\n") == 2);
  CHECK(voorbeeld::onschadelijk(controle_tekst({kwaad}, 1, kKaal)));
  CHECK(voorbeeld::onschadelijk(fout_json({kwaad, kwaad}, 16), true));
  CHECK(json::parse(controle_json({kwaad})).at(0).at("wat").get<std::string>().rfind("\x1b[2J", 0) == 0);
}

TEST_CASE("an error as JSON has its fields always, and all findings when there are more") {
  const json een = json::parse(fout_json({onbekend_veld()}, 16));
  CHECK(een == json{{"fout", "onbekend veld \"ontvagen\""},
                    {"code", 16},
                    {"plaats", "melding.yaml:4:3"},
                    {"tip", "bedoelde u \"ontvangen\"?"},
                    {"grondslag", nullptr}});
  const json twee = json::parse(fout_json({{FoutSoort::bezet, {}, "bezet", {}, {}}, te_laat()}, 11));
  CHECK(twee.at("plaats").is_null());
  CHECK(twee.at("tip").is_null());
  REQUIRE(twee.at("bevindingen").size() == 2);
  CHECK(twee.at("bevindingen").at(1).at("grondslag") == "AVG art. 14 lid 3");
  CHECK(voorbeeld::keer(fout_json({onbekend_veld(), te_laat()}, 16), "\n") == 1);
}

TEST_CASE("the findings of controleer as JSON are a list, with one as well") {
  CHECK(json::parse(controle_json({})) == json::array());
  const json uit = json::parse(controle_json({onbekend_veld()}));
  REQUIRE(uit.is_array());
  CHECK(uit.at(0) == json{{"soort", "document"},
                          {"bestand", "melding.yaml"},
                          {"regel", 4},
                          {"kolom", 3},
                          {"wat", "onbekend veld \"ontvagen\""},
                          {"tip", "bedoelde u \"ontvangen\"?"},
                          {"grondslag", nullptr}});
  CHECK(json::parse(controle_json({te_laat()})).at(0).at("regel").is_null());
}

TEST_CASE("controleer groups by dossier, counts at the end, and says when all is well") {
  CHECK(controle_tekst({}, 12, kKaal) == "geen bevindingen; 12 dossiers nagekeken\n");
  const Bevinding kapot{FoutSoort::integriteit,
                        {"dossiers/2026/k7q2-m4xd/2026-03-01-aa00bb11.yaml", 0, 0},
                        "de handtekening klopt niet",
                        "haal het bestand terug met git",
                        {}};
  const Bevinding beheer{
      FoutSoort::integriteit, {"beheer/1-77abcdef.yaml", 3, 1}, "dit bestand is gewijzigd", {}, {}};
  const Bevinding los{FoutSoort::bevinding, {}, "er is geen ijkpunt", {}, {}};
  const Bevinding heel{FoutSoort::bevinding, {"dossiers/2026/k7q2-m4xd", 0, 0}, "stem nog onbevestigd", {}, {}};
  const std::string uit = controle_tekst({kapot, beheer, te_laat(), los, heel}, 3, kKaal);
  CHECK(uit ==
        "dossier k7q2-m4xd\n"
        "  fout: 2026-03-01-aa00bb11.yaml: de handtekening klopt niet\n"
        "    tip: haal het bestand terug met git\n"
        "  let op: 2026-04-09-5c1e9f00.yaml: de notificatie is te laat verzonden:\n"
        "    uiterlijk was di 7 april 2026, verzonden op do 9 april 2026 (AVG art. 14 lid\n"
        "    3)\n"
        "    tip: leg in het dossier uit waarom\n"
        "  let op: stem nog onbevestigd\n"
        "\n"
        "beheer/1-77abcdef.yaml\n"
        "  fout: regel 3, kolom 1: dit bestand is gewijzigd\n"
        "\n"
        "de kast\n"
        "  let op: er is geen ijkpunt\n"
        "\n"
        "5 bevindingen: 2 fouten, 3 keer let op; 3 dossiers nagekeken\n");
  CHECK(controle_tekst({kapot}, 1, {80, true}).find("  \x1b[31mfout\x1b[0m: 2026") != std::string::npos);
}
