// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/acties.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using proces::Actie;
using proces::ActieStatus;

namespace {

const Datum kVandaag(2026, 9, 10);

ActieRegel regel(const char* id, const char* wie, std::optional<Datum> uiterlijk) {
  Actie a;
  a.velden.id = id;
  a.velden.datum = Datum(2026, 7, 15);
  a.velden.uiterlijk = uiterlijk;
  a.wat = "Opstellen van een plan van aanpak dat langer is dan een kolom breed kan zijn";
  a.wie = wie;
  a.stand = "na zomerreces";
  return {"", "gemeente", a};
}

std::string ids(const std::vector<ActieRegel>& regels) {
  std::string uit;
  for (const ActieRegel& r : regels) uit += r.actie.velden.id + ' ';
  return uit;
}

bool staat_in(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

}  // namespace

TEST_CASE("open actions first, the most urgent on top; what is done from the newest back") {
  ActieRegel gedaan = regel("gedaan", "OM", Datum(2026, 8, 1));
  gedaan.actie.velden.status = ActieStatus::gedaan;
  gedaan.actie.gedaan_op = Datum(2026, 8, 1);
  ActieRegel later = gedaan;
  later.actie.velden.id = "later";
  later.actie.gedaan_op = Datum(2026, 9, 1);
  const std::vector<ActieRegel> alle = {gedaan, regel("zonder", "OM", std::nullopt),
                                        regel("ver", "OOV, OM", Datum(2026, 12, 1)), later,
                                        regel("laat", "Alle leden", Datum(2026, 9, 1))};
  CHECK(ids(kies(alle, {})) == "laat ver zonder later gedaan ");
  CHECK(ids(kies(alle, {"", true, std::nullopt})) == "laat ver zonder ");
  CHECK(ids(kies(alle, {"", false, Datum(2026, 9, 10)})) == "laat later gedaan ");
  CHECK(ids(kies(alle, {"openbaar ministerie", true, std::nullopt})) == "ver zonder ");
  // OOV is another part of the gemeente.
  CHECK(ids(kies(alle, {"programmateam", false, std::nullopt})).empty());
  CHECK(ids(kies(alle, {"leden", false, std::nullopt})) == "laat ");
  CHECK(ids(kies(alle, {"M", false, std::nullopt})).empty());  // a word, no part of one
}

TEST_CASE("the table fits in eighty columns and hides nothing") {
  ActieRegel r = regel("a-1", "Programma-team, Openbaar Ministerie, Reclassering", Datum(2026, 9, 1));
  const std::string uit = acties_tekst({r}, kVandaag, {});
  CHECK(voorbeeld::breedste(uit) <= 80);
  CHECK(staat_in(uit, "15-07-2026"));
  CHECK(staat_in(uit, "na zomerreces;"));
  CHECK(staat_in(uit, "1 actie: 1 open, waarvan 1 te laat"));
  r.actie.wat.clear();
  r.actie.wie.clear();
  CHECK(voorbeeld::keer(acties_tekst({r}, kVandaag, {}), "[verzegeld]") == 2);
  r.actie.wat = voorbeeld::vijandig();
  CHECK(voorbeeld::onschadelijk(acties_tekst({r}, kVandaag, {})));
  CHECK(acties_tekst({}, kVandaag, {}) == "geen acties\n");
}

TEST_CASE("how an action stands, in the words of the meeting and with its day") {
  Actie a = regel("a-1", "OM", Datum(2026, 9, 20)).actie;
  CHECK(svz(a, kVandaag) == "na zomerreces; zo 20 september 2026");
  a.stand.clear();
  CHECK(svz(a, Datum(2026, 9, 21)) == "te laat: zo 20 september 2026");
  CHECK(svz(a, Datum(2026, 9, 20)) == "zo 20 september 2026");
  a.velden.uiterlijk = std::nullopt;
  CHECK(svz(a, kVandaag) == "open");
  a.velden.status = ActieStatus::gedaan;
  a.gedaan_op = Datum(2026, 9, 9);
  CHECK(svz(a, kVandaag) == "gedaan op wo 9 september 2026");
  a.velden.status = ActieStatus::vervallen;
  CHECK(svz(a, kVandaag) == "vervallen");
}

TEST_CASE("as JSON: null for what is not known or sealed") {
  ActieRegel r = regel("a-1", "OM", Datum(2026, 9, 1));
  r.actie.wat.clear();
  const auto json = nlohmann::json::parse(acties_json({r}, kVandaag));
  CHECK(json[0]["actie"] == "a-1");
  CHECK(json[0]["wat"].is_null());
  CHECK(json[0]["status"] == "open");
  CHECK(json[0]["te_laat"] == true);
  CHECK(json[0]["gedaan_op"].is_null());
  CHECK_FALSE(json[0].contains("kast"));
}

TEST_CASE("a text of several lines keeps them") {
  ActieRegel r = regel("a-1", "OM", Datum(2026, 12, 1));
  r.actie.wat = "Eerst dit doen.\nDaarna dat.\n";
  r.actie.stand = "besproken\tnu\n";
  const std::string uit = acties_tekst({r}, kVandaag, {});
  CAPTURE(uit);
  CHECK(staat_in(uit, "Eerst dit doen."));
  CHECK_FALSE(staat_in(uit, "\\n"));
  CHECK(staat_in(uit, "besproken nu; di 1 december 2026"));
}
