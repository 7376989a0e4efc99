// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/lijst.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;
using termijn::Status;

namespace {

const Stijl kKaal{80, false};

std::vector<LijstRegel> regels() {
  LijstRegel een{"k7q2-m4xd", proces::Fase::opgenomen, Datum(2026, 3, 2), std::nullopt, true, "Anna de Vries", 4};
  een.regisseurs = {"reg1", "reg2"};
  een.volgende = voorbeeld::termijn(Status::nadert, Datum(2026, 4, 1), Datum(2026, 4, 7));
  LijstRegel twee{"p3x9-7abc", proces::Fase::niet_opgenomen, Datum(2026, 9, 30), std::nullopt, true, {}, 2};
  LijstRegel drie{"r8w2-5fgh", proces::Fase::melding, std::nullopt, std::nullopt, false, {}, 1};
  return {een, twee, drie};
}

}  // namespace

TEST_CASE("the list fits in 80 columns and shows what is sealed as sealed") {
  CHECK(lijst_tekst(regels(), kKaal) ==
        "dossier          fase, geopend, regisseur  volgende termijn\n"
        "k7q2-m4xd        opgenomen                 di 7 april 2026, nadert\n"
        "  Anna de Vries  ma 2 maart 2026           informeer de betrokkene, of motiveer\n"
        "                 reg1, reg2                uitstel\n"
        "p3x9-7abc        niet opgenomen            geen\n"
        "  [verzegeld]    wo 30 september 2026\n"
        "r8w2-5fgh        [verzegeld]\n"
        "\n"
        "3 dossiers\n");
  CHECK(lijst_tekst({}, kKaal) == "geen dossiers\n");
}

TEST_CASE("a name in the list cannot do harm") {
  std::vector<LijstRegel> kwaad = regels();
  kwaad.front().naam = voorbeeld::vijandig();
  const std::string uit = lijst_tekst(kwaad, kKaal);
  CHECK(voorbeeld::onschadelijk(uit));
  CHECK(uit.find("\npga: fout") == std::string::npos);
}

TEST_CASE("a long name wraps and leaves room for the rest") {
  std::vector<LijstRegel> lang = regels();
  lang.front().naam = "bewoner van Parkzicht 21, naam en geboortedatum niet bekend";
  CHECK(voorbeeld::breedste(lijst_tekst(lang, kKaal)) <= 80);
  CHECK(lijst_tekst(lang, kKaal).find("\n  bewoner van ") != std::string::npos);
}

TEST_CASE("the list as JSON has no name, and null for what is not known") {
  const std::string tekst = lijst_json(regels());
  CHECK(tekst.find("Anna") == std::string::npos);
  const json uit = json::parse(tekst);
  REQUIRE(uit.size() == 3);
  CHECK(uit.at(0) ==
        json{{"dossier", "k7q2-m4xd"},
             {"fase", "opgenomen"},
             {"geopend", "2026-03-02"},
             {"volgende", {{"regel", "notificatie"}, {"veilig", "2026-04-01"}, {"uiterlijk", "2026-04-07"}}},
             {"regisseurs", {"reg1", "reg2"}}});
  CHECK(uit.at(1).at("regisseurs") == json::array());
  CHECK(uit.at(1).at("volgende").is_null());
  CHECK(uit.at(2) == json{{"dossier", "r8w2-5fgh"},
                          {"fase", nullptr},
                          {"geopend", nullptr},
                          {"volgende", nullptr},
                          {"regisseurs", nullptr}});
  CHECK(json::parse(lijst_json({})) == json::array());
}
