// SPDX-License-Identifier: EUPL-1.2
//
// The personal context: field by field, what is left out, what is sealed.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "lib/weergave/context.h"
#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;

namespace {

Waarde k(std::initializer_list<std::pair<const char*, Waarde>> velden) {
  Waarde uit = Waarde::kaart();
  for (const auto& v : velden) uit.zet(v.first, v.second);
  return uit;
}

bool staat_in(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

struct Proef {
  proces::Dossier dossier{};
  std::vector<StukBlad> stukken{};
  proces::Contextlijst lijst{"eigen lijst", {{"wonen", "Waar?", false}, {"werk", "Wat?", false}}};

  StukBlad& stuk(const char* soort, Datum dag, const char* digest, Waarde inhoud) {
    return stukken.emplace_back(
        StukBlad{digest, soort, {}, dag, "reg1", "burgemeester", {}, {}, std::move(inhoud), {}, {}});
  }
  [[nodiscard]] DossierBlad blad() const {
    DossierBlad uit{"k7q2-m4xd", dossier, {}, Datum(2026, 9, 10), stukken, "proefschaal"};
    uit.contextlijst = lijst;
    return uit;
  }
};

}  // namespace

TEST_CASE("the context is field by field, the latest entry of an id counts, and an empty field is no gap") {
  Proef p;
  const auto onderdeel = [](const char* id, const char* veld, const char* tekst) {
    return k({{"id", id}, {"veld", veld}, {"tekst", tekst}, {"bron", "WPI"}, {"relevantie", "voor het plan"}});
  };
  const auto formulier = [](Waarde item) { return k({{"onderdelen", Waarde::lijst_({std::move(item)})}}); };
  p.stuk("contextcasusformulier", Datum(2026, 3, 1), "b2:01",
         formulier(onderdeel("c1", "wonen", "Bij zijn broer.")));
  p.stuk("contextcasusformulier", Datum(2026, 4, 1), "b2:02", formulier(onderdeel("c1", "wonen", "Op zichzelf.")));
  p.stuk("contextcasusformulier", Datum(2026, 4, 2), "b2:03",
         formulier(onderdeel("c2", "oud", "Van een oude lijst.")))
      .verzegeld = {"zorg"};
  const std::string uit = context_tekst(p.blad(), {});
  CAPTURE(uit);
  CHECK_FALSE(staat_in(uit, "Bij zijn broer."));
  CHECK(staat_in(uit, "Op zichzelf."));
  CHECK(staat_in(uit, "velden: eigen lijst"));
  CHECK(staat_in(uit, "niets vastgelegd, en dat hoeft ook niet: werk"));
  CHECK(staat_in(uit, "Van een oude lijst."));
  CHECK(staat_in(uit, "[verzegeld: zorg]"));
  const json j = json::parse(context_json(p.blad()));
  CHECK(j["velden"].size() == 3);
  CHECK(j["velden"][0]["onderdelen"][0]["stuk"] == "b2:02");
  CHECK(j["velden"][1]["onderdelen"].empty());
  CHECK(j["verzegeld"] == json({"zorg"}));
}
