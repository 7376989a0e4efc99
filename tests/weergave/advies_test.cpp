// SPDX-License-Identifier: EUPL-1.2
//
// The advice of experts as text and JSON: what is sealed is no silence, and nothing harms a terminal.
#include "lib/weergave/advies.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;

namespace {

bool heeft(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

Waarde onderdeel(const std::string& tekst) {
  Waarde w = Waarde::kaart();
  w.zet("id", "h1");
  w.zet("aspect", "ideologie");
  w.zet("tekst", tekst);
  return w;
}

/// One advies, received and not discussed, in a stuk of which zorg is closed.
struct Proef {
  proces::Dossier dossier;
  std::vector<StukBlad> stukken;

  explicit Proef(const std::string& tekst) {
    proces::AdviesStand a{"n1", "b2:01", proces::AdviesBij::weging};
    a.ontvangen_op = Datum(2026, 3, 3);
    dossier.adviezen = {a};
    StukBlad s{"b2:01",         "advies", "ontvangen", Datum(2026, 3, 3), "reg1", "burgemeester", {}, {},
               Waarde::kaart(), {},       {}};
    s.inhoud.zet("id", "n1");
    s.inhoud.zet("soort_advies", "lat");
    s.inhoud.zet("adviseur", tekst);
    s.inhoud.zet("onderdelen", Waarde::lijst_({onderdeel(tekst)}));
    s.verzegeld = {"zorg"};
    stukken = {s};
  }
  [[nodiscard]] DossierBlad blad() const { return {"k7q2-m4xd", dossier, {}, Datum(2026, 3, 9), stukken, {}}; }
};

}  // namespace

TEST_CASE("an advies with what is sealed, what is not there yet, and in one line") {
  const Proef p("LAT");
  const std::string tekst = advies_tekst(p.blad(), {});
  for (const char* deel :
       {"n1  soort", "LAT-advies", "ideologie: LAT", "besproken  nog niet", "[verzegeld: zorg]"}) {
    CAPTURE(tekst);
    CHECK(heeft(tekst, deel));
  }
  CHECK(advies_kop(p.blad(), p.dossier.adviezen.front()) == "LAT-advies van LAT, ontvangen op di 3 maart 2026");
  const json j = json::parse(advies_json(p.blad()))["adviezen"][0];
  CHECK(j["besproken_op"].is_null());
  CHECK(j["vraag"].is_null());
  CHECK(j["verzegeld"] == json::array({"zorg"}));
  CHECK(j["onderdelen"][0]["tekst"] == "LAT");
  Proef vervangen("LAT");
  vervangen.stukken[0].vervangen_door = "b2:02";
  CHECK_FALSE(heeft(advies_tekst(vervangen.blad(), {}), "ideologie"));
}

TEST_CASE("a report that came with an advies is named, or is said to be sealed") {
  Proef p("LAT");
  p.dossier.adviezen.front().stukken = {"b2:01"};
  StukBlad b = p.stukken.front();
  b.digest = "b2:02";
  b.soort = "bijlage";
  b.inhoud = Waarde::kaart();
  b.inhoud.zet("bij", "b2:01");
  p.stukken.push_back(b);
  CHECK(heeft(advies_tekst(p.blad(), {}), "bijlage    [verzegeld]"));
  p.stukken.back().inhoud.zet("naam", "rapport.pdf");
  CHECK(heeft(advies_tekst(p.blad(), {}), "bijlage    rapport.pdf"));
  CHECK(json::parse(advies_json(p.blad()))["adviezen"][0]["bijlagen"][0]["naam"] == "rapport.pdf");
  p.stukken.back().inhoud.zet("bij", "b2:03");
  CHECK_FALSE(heeft(advies_tekst(p.blad(), {}), "bijlage"));
}

TEST_CASE("nothing in an advies can harm the terminal") {
  const Proef p(voorbeeld::vijandig());
  CHECK(voorbeeld::onschadelijk(advies_tekst(p.blad(), {})));
  CHECK(voorbeeld::onschadelijk(advies_json(p.blad())));
}
