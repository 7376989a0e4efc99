// SPDX-License-Identifier: EUPL-1.2
//
// The beoordelingen beside each other and the profile over time: what shows, and what must not.
#include "lib/weergave/profiel.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;

namespace {

bool heeft(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

Waarde oordeel(std::initializer_list<std::pair<const char*, std::string>> velden) {
  Waarde uit = Waarde::kaart();
  for (const auto& [naam, tekst] : velden) uit.zet(naam, tekst);
  return uit;
}

StukBlad stuk(const std::string& soort, const std::string& door, Datum dag, const std::string& digest) {
  StukBlad s{digest, soort, {}, dag, door, door, {}, {}, Waarde::kaart(), {}, {}};
  if (soort == "beoordeling") s.inhoud.zet("organisatie", door);
  return s;
}

void zet(StukBlad& s, const char* aspect, Waarde w) {
  const Waarde* oud = s.inhoud.vind("aspecten");
  Waarde aspecten = oud == nullptr ? Waarde::kaart() : *oud;
  aspecten.zet(aspect, std::move(w));
  s.inhoud.verwijder("aspecten");
  s.inhoud.zet("aspecten", std::move(aspecten));
}

struct Proef {
  proces::Dossier dossier;
  std::vector<StukBlad> stukken;
  [[nodiscard]] DossierBlad blad() const {
    return {"k7q2-m4xd", dossier, {}, Datum(2026, 9, 10), stukken, "proefschaal", {}, {"slecht", "matig", "goed"}};
  }
  [[nodiscard]] std::string tekst() const { return profiel_tekst(blad(), {}); }
  [[nodiscard]] std::string verloop() const { return verloop_tekst(blad(), {}); }
};

Proef twee_beoordelingen() {
  Proef p;
  p.stukken = {stuk("beoordeling", "politie", Datum(2026, 3, 4), "b2:01"),
               stuk("beoordeling", "om", Datum(2026, 3, 5), "b2:02")};
  zet(p.stukken[0], "ideologie", oordeel({{"stand", "slecht"}, {"tekst", "Fel."}}));
  zet(p.stukken[1], "ideologie", oordeel({{"stand", "matig"}, {"tekst", "Niet vast."}}));
  return p;
}

StukBlad profiel(Datum dag, const std::string& digest, const std::string& huidig, const std::string& haalbaar) {
  StukBlad s = stuk("profiel", "reg1", dag, digest);
  zet(s, "ideologie", oordeel({{"huidig", huidig}, {"haalbaar", haalbaar}, {"tekst", "Samen."}}));
  return s;
}

}  // namespace

TEST_CASE("partners who differ, and who know too little, are named; one answer is no difference") {
  Proef p = twee_beoordelingen();
  CHECK(heeft(p.tekst(), "let op: de deelnemers oordelen verschillend"));
  zet(p.stukken[1], "ideologie", oordeel({{"stand", "onvoldoende_informatie"}, {"tekst", "Geen gegevens."}}));
  CHECK_FALSE(heeft(p.tekst(), "verschillend"));
  CHECK(heeft(p.tekst(), "let op: weet te weinig: OM"));
  const json j = json::parse(profiel_json(p.blad()));
  CHECK(j["aspecten"][3]["aspect"] == "ideologie");
  CHECK(j["aspecten"][3]["verschillen"] == false);
  CHECK(j["aspecten"][3]["weet_te_weinig"] == json({"om"}));
  CHECK(j["profiel"].is_null());
}

TEST_CASE("a silence that may be a seal says so, and what is sealed is never shown as said") {
  Proef p = twee_beoordelingen();
  CHECK(heeft(p.tekst(), "geen oordeel\n"));
  CHECK_FALSE(heeft(p.tekst(), "verzegeld"));
  p.stukken[0].verzegeld = {"strafrecht"};
  CHECK(heeft(p.tekst(), "geen oordeel, of verzegeld"));
  p.stukken.push_back(profiel(Datum(2026, 3, 11), "b2:03", "matig", "goed"));
  CHECK(heeft(p.tekst(), "[verzegeld]"));  // a profiel has all five
  CHECK(heeft(p.verloop(), "[verzegeld]"));
}

TEST_CASE("the round goes on after a profile, and each author counts once; what was corrected counts not at all") {
  Proef p = twee_beoordelingen();
  p.stukken.push_back(profiel(Datum(2026, 3, 11), "b2:03", "matig", "goed"));
  CHECK(heeft(p.tekst(), "vastgesteld op wo 11 maart 2026, 2 beoordelingen"));
  p.stukken.push_back(stuk("beoordeling", "om", Datum(2026, 9, 1), "b2:04"));
  zet(p.stukken.back(), "ideologie", oordeel({{"stand", "goed"}, {"tekst", "Rustig."}}));
  p.stukken.push_back(stuk("beoordeling", "om", Datum(2026, 9, 2), "b2:05"));
  zet(p.stukken.back(), "ideologie", oordeel({{"stand", "matig"}, {"tekst", "Toch niet."}}));
  CHECK(heeft(p.tekst(), "nog niet vastgesteld, 1 beoordeling\n"));
  CHECK_FALSE(heeft(p.tekst(), "Rustig"));
  CHECK(heeft(p.tekst(), "Toch niet."));
  p.stukken.back().vervangen_door = "b2:06";
  CHECK(heeft(p.tekst(), "Rustig"));
}

TEST_CASE("dissent stays with the profile; room to gain is where attainable is better and not explained away") {
  Proef p = twee_beoordelingen();
  p.stukken.push_back(profiel(Datum(2026, 3, 11), "b2:03", "matig", "goed"));
  Waarde anders = oordeel({{"organisatie", "om"}, {"tekst", "Het OM ziet meer gevaar."}});
  Waarde::Lijst lijst;
  lijst.push_back(anders);
  p.stukken.back().inhoud.zet("afwijkend_standpunt", Waarde(std::move(lijst)));
  CHECK(heeft(p.tekst(), "Afwijkend standpunt\n  OM  Het OM ziet meer gevaar.\n"));
  CHECK(heeft(p.tekst(), "ruimte voor verbetering: ideologie;"));
  const json j = json::parse(profiel_json(p.blad()));
  CHECK(j["afwijkend_standpunt"][0]["organisatie"] == "om");
  CHECK(j["aspecten"][3]["ruimte"] == true);
  for (const char* haalbaar : {"matig", "onvoldoende_informatie"}) {
    p.stukken.back() = profiel(Datum(2026, 3, 11), "b2:03", "matig", haalbaar);
    CHECK_FALSE(heeft(p.tekst(), "ruimte"));
  }
}

TEST_CASE("the marks stand on the scale of now, and on no other") {
  Proef p;
  p.stukken = {profiel(Datum(2026, 3, 11), "b2:01", "slecht", "goed"),
               profiel(Datum(2026, 9, 10), "b2:02", "goed", "goed")};
  CHECK(heeft(p.verloop(), "wo 11 maart 2026      N.H  nu slecht, haalbaar goed\n"));
  CHECK(heeft(p.verloop(), "do 10 september 2026  ..X  nu goed, haalbaar goed\n"));
  p.stukken[0].inhoud.zet("schaal", "een oudere schaal");
  CHECK_FALSE(heeft(p.verloop(), "N.H"));
  CHECK(heeft(p.verloop(), "nu slecht, haalbaar goed"));
  const json j = json::parse(verloop_json(p.blad()));
  CHECK(j["standen"] == json({"slecht", "matig", "goed"}));
  CHECK(j["aspecten"][3]["profielen"][1]["huidig"] == "goed");
  CHECK(j["aspecten"][0]["profielen"][1]["huidig"].is_null());
}

TEST_CASE("nothing in a text can harm the terminal, and lines stay within the columns") {
  Proef p = twee_beoordelingen();
  zet(p.stukken[0], "ideologie", oordeel({{"stand", voorbeeld::vijandig()}, {"tekst", voorbeeld::vijandig()}}));
  p.stukken.push_back(profiel(Datum(2026, 3, 11), "b2:03", voorbeeld::vijandig(), "goed"));
  CHECK(voorbeeld::onschadelijk(p.tekst(), true));
  CHECK(voorbeeld::onschadelijk(p.verloop(), true));
  CHECK(voorbeeld::onschadelijk(profiel_json(p.blad()), true));
  CHECK(voorbeeld::onschadelijk(verloop_json(p.blad()), true));
  CHECK(voorbeeld::breedste(twee_beoordelingen().tekst()) <= 80);
}

TEST_CASE("a correction stands where what it corrects stood: it begins no new round") {
  Proef p = twee_beoordelingen();
  p.stukken.push_back(profiel(Datum(2026, 3, 11), "b2:03", "matig", "goed"));
  p.stukken.push_back(stuk("beoordeling", "om", Datum(2026, 3, 20), "b2:04"));
  zet(p.stukken.back(), "ideologie", oordeel({{"stand", "goed"}, {"tekst", "Verbeterd."}}));
  p.stukken[1].vervangen_door = "b2:04";
  CHECK(heeft(p.tekst(), "vastgesteld op wo 11 maart 2026, 2 beoordelingen"));
  CHECK(heeft(p.tekst(), "Verbeterd."));
  CHECK(json::parse(profiel_json(p.blad()))["profiel"]["stuk"] == "b2:03");
  // Of a correction too; and of a profile, which stays before a later one.
  p.stukken.push_back(profiel(Datum(2026, 9, 1), "b2:05", "goed", "goed"));
  p.stukken.push_back(profiel(Datum(2026, 9, 2), "b2:06", "slecht", "goed"));
  p.stukken[2].vervangen_door = "b2:06";
  const json j = json::parse(verloop_json(p.blad()));
  CHECK(j["aspecten"][3]["profielen"][0]["stuk"] == "b2:06");
  CHECK(j["aspecten"][3]["profielen"][1]["stuk"] == "b2:05");
}

TEST_CASE("what could not be compared is not said to be the same") {
  Proef p = twee_beoordelingen();
  p.stukken[1].inhoud.verwijder("aspecten");
  p.stukken[1].verzegeld = {"zaak"};
  const json j = json::parse(profiel_json(p.blad()));
  CHECK(j["aspecten"][3]["verschillen"].is_null());
  CHECK(j["aspecten"][3]["weet_te_weinig"].is_null());
}

TEST_CASE("less attainable than now is no room to gain") {
  Proef p;
  p.stukken = {profiel(Datum(2026, 3, 11), "b2:03", "goed", "slecht")};
  CHECK_FALSE(heeft(p.tekst(), "ruimte"));
  CHECK(json::parse(profiel_json(p.blad()))["aspecten"][3]["ruimte"] == false);
}
