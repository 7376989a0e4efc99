// SPDX-License-Identifier: EUPL-1.2
//
// A plan to fill in from a profile: what is proposed, what is left out, and what a clear file may not say.
#include "lib/weergave/planvoorstel.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;

namespace {

Waarde k(std::initializer_list<std::pair<const char*, Waarde>> velden) {
  Waarde uit = Waarde::kaart();
  for (const auto& v : velden) uit.zet(v.first, v.second);
  return uit;
}

bool staat_in(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

Waarde aspect(const char* huidig, const char* haalbaar, const char* herkomst = "") {
  return k({{"huidig", huidig}, {"haalbaar", haalbaar}, {"tekst", "zo is het"}, {"herkomst", herkomst}});
}

struct Proef {
  proces::Dossier dossier{};
  std::vector<StukBlad> stukken{};

  explicit Proef(std::initializer_list<std::pair<const char*, Waarde>> aspecten) {
    stukken.push_back({"b2:01",
                       "profiel",
                       {},
                       Datum(2026, 3, 11),
                       "reg1",
                       "burgemeester",
                       {},
                       {},
                       k({{"aspecten", k(aspecten)}}),
                       {},
                       {}});
  }
  [[nodiscard]] std::string voorstel() const {
    const DossierBlad blad{"k7q2-m4xd", dossier,       {}, Datum(2026, 9, 10),
                           stukken,     "proefschaal", {}, {"slecht", "matig", "goed"}};
    return plan_voorstel(blad, proces::ingebouwde_catalogus()).value_or("niets");
  }
};

}  // namespace

TEST_CASE("a goal and an intervention where there is something to gain by the scale, and nowhere else") {
  Proef p({{"zelfredzaamheid", aspect("slecht", "goed")},
           {"identiteit", aspect("goed", "goed")},
           {"sociale_relaties", aspect("goed", "matig")},
           {"ideologie", aspect("onvoldoende_informatie", "goed")},
           {"actie_en_geweldsbereidheid", aspect("matig", "onvoldoende_informatie")}});
  std::string uit = p.voorstel();
  CAPTURE(uit);
  for (const char* wel : {"- aspect: zelfredzaamheid", "- aspect: ideologie"})
    CHECK(voorbeeld::keer(uit, wel) == 2);
  for (const char* niet : {"aspect: identiteit", "aspect: sociale", "aspect: actie"})
    CHECK_FALSE(staat_in(uit, niet));
  CHECK(staat_in(uit, "nu slecht, haalbaar goed"));
  CHECK(staat_in(uit, "stap: opstelling\n"));
  CHECK(staat_in(uit, "kies uit theologie, of laat leeg"));
  CHECK(voorbeeld::breedste(uit) <= 80);
  p.dossier.heeft_plan = true;
  uit = p.voorstel();
  CHECK(staat_in(uit, "stap: bijstelling\n"));
  CHECK(staat_in(uit, "reden:\n"));
}

TEST_CASE("no text of the profile is repeated, and a judgment on data of police or care gives not even its marks") {
  const Proef p({{"ideologie", aspect("slecht", "goed", "politie_om")}, {"identiteit", aspect("slecht", "matig")}});
  const std::string uit = p.voorstel();
  CAPTURE(uit);
  CHECK_FALSE(staat_in(uit, "zo is het"));
  CHECK_FALSE(staat_in(uit, "haalbaar goed"));
  CHECK(voorbeeld::keer(uit, "    herkomst: politie_om\n") == 2);
  CHECK(staat_in(uit, "nu slecht, haalbaar matig"));
}

TEST_CASE(
    "without a profile there is no proposal; without room to gain it is an empty one; hostile words stay in") {
  Proef leeg({});
  CHECK(staat_in(leeg.voorstel(), "op geen aspect iets te winnen"));
  leeg.stukken.clear();
  CHECK(leeg.voorstel() == "niets");
  const std::string kwaad = voorbeeld::vijandig() + "\nstap: hervat";
  const Proef p({{"ideologie", aspect(kwaad.c_str(), "goed")}});
  CHECK(voorbeeld::onschadelijk(p.voorstel()));
  CHECK_FALSE(staat_in(p.voorstel(), "\nstap: hervat"));
}
