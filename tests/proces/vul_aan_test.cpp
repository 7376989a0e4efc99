// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

/// The document as vul_aan() leaves it; ids are drawn as x-1, x-2, …
Waarde aangevuld(const Zaak& z, const char* soort, const Waarde& document) {
  Nieuw n{soort, document, {}, "reg1", "burgemeester", {"regisseur"}, Datum(2026, 3, 20), {}};
  int teller = 0;
  vul_aan(n, z.dossier(), z.beleid,
          [&](char letter) { return std::string(1, letter) + "-" + std::to_string(++teller); });
  return n.inhoud;
}

}  // namespace

TEST_CASE("every item that can be cited gets an id of its own, at every depth") {
  Zaak z;
  const Waarde w = aangevuld(
      z, "melding",
      k({{"ontvangen", "2026-03-01"},
         {"betrokkene", k({{"naam", "X"}, {"gezagdragers", l({k({{"naam", "Y"}}), k({{"naam", "Z"}})})}})},
         {"signalen", l({k({{"tekst", "a"}}), k({{"id", "s-9"}, {"tekst", "b"}})})}}));
  CHECK(w.vind("betrokkene")->tekst_van("id") == "b-1");
  CHECK(w.vind("betrokkene")->items_van("gezagdragers")[0].tekst_van("id") == "g-2");
  CHECK(w.vind("betrokkene")->items_van("gezagdragers")[1].tekst_van("id") == "g-3");
  CHECK(w.items_van("signalen")[0].tekst_van("id") == "s-4");
  CHECK(w.items_van("signalen")[1].tekst_van("id") == "s-9");
}

TEST_CASE("an id that is taken is drawn again, and a list of ids is left alone") {
  Zaak z;
  z.voeg("melding", een_melding());
  const Waarde w = aangevuld(
      z, "aanvulling",
      k({{"signalen", l({k({{"tekst", "a"}})})}, {"toelichting", k({{"tekst", "b"}, {"signalen", l({"s-1"})}})}}));
  CHECK(w.items_van("signalen")[0].tekst_van("id") == "s-4");
  CHECK(w.vind("toelichting")->items_van("signalen")[0].tekst() == "s-1");
}

TEST_CASE("an id that happens to spell the name is drawn again") {
  Nieuw n{"melding",
          k({{"betrokkene", k({{"naam", "Bea Pool"}})}}),
          {},
          "reg1",
          "burgemeester",
          {"regisseur"},
          Datum(2026, 3, 20),
          {}};
  int teller = 0;
  vul_aan(n, Dossier(), Beleid(), [&](char) { return std::string(++teller == 1 ? "b-1ea2" : "b-1eb2"); });
  CHECK(n.inhoud.vind("betrokkene")->tekst_van("id") == "b-1eb2");
}

TEST_CASE("a later document is about the person that the dossier knows") {
  Zaak z;
  z.voeg("melding", een_melding());
  const Waarde w = aangevuld(z, "aanvulling", k({{"betrokkene", k({{"bsn", "123456782"}})}}));
  CHECK(w.vind("betrokkene")->tekst_van("id") == "b-1");
}

TEST_CASE("stap and datum have a default, and what is said stays") {
  const Zaak z = opgenomen();
  CHECK(aangevuld(z, "weging", k({{"besluit", "opnemen"}})).tekst_van("stap") == "besluit");
  CHECK(aangevuld(z, "plan", k({{"reden", "x"}})).tekst_van("stap") == "opstelling");
  CHECK(aangevuld(z, "plan", k({{"stap", "evaluatie"}})).tekst_van("stap") == "evaluatie");
  CHECK(aangevuld(z, "plan", k({{"reden", "x"}})).tekst_van("datum") == "2026-03-20");
  CHECK(aangevuld(z, "plan", k({{"datum", "2026-03-01"}})).tekst_van("datum") == "2026-03-01");
  CHECK(aangevuld(z, "melding", k({{"ontvangen", "2026-03-01"}})).vind("datum") == nullptr);
}

TEST_CASE("a deferral gets its review and the answers that policy has ready") {
  Zaak z = opgenomen();
  z.beleid.lid_2_d = "alleen op kantoor";
  z.beleid.lid_2_f = "vijf jaar";
  Waarde u = een_uitstel();
  u.verwijder("herziening");
  u.vind("lid_2")->verwijder("d");
  u.vind("lid_2")->verwijder("e");
  const Waarde w = aangevuld(z, "notificatie", u);
  CHECK(w.tekst_van("herziening") == "2026-06-20");
  CHECK(w.vind("lid_2")->tekst_van("d") == "alleen op kantoor");
  CHECK(w.vind("lid_2")->vind("e") == nullptr);
  CHECK(w.vind("lid_2")->tekst_van("f") == "een antwoord");
  CHECK(*w.vind("verplichting") == l({"avg_14"}));
  CHECK(w.vind("gedeeltelijk") == nullptr);
  CHECK(aangevuld(z, "notificatie", met(u, "wat_achtergehouden", l({"bron"}))).tekst_van("gedeeltelijk") == "ja");
  CHECK(*aangevuld(z, "notificatie", met(u, "verplichting", l({"avg_15"}))).vind("verplichting") == l({"avg_15"}));
  const Waarde hand = met(een_notificatie("heroverwogen", "2026-06-18"), "uitkomst", "handhaven");
  CHECK(aangevuld(z, "notificatie", hand).tekst_van("herziening") == "2026-09-18");
  CHECK(aangevuld(z, "notificatie", met(hand, "uitkomst", "vervallen")).vind("herziening") == nullptr);
  CHECK(aangevuld(z, "notificatie", een_notificatie("verzonden", "2026-03-16")).vind("herziening") == nullptr);
}

TEST_CASE("a profile says which edition and scale it goes by") {
  Zaak z = opgenomen();
  z.beleid.leidraad_editie = "2024";
  const Waarde w = aangevuld(z, "profiel", een_profiel());
  CHECK(w.tekst_van("leidraad") == "2024");
  CHECK(w.tekst_van("schaal") == "voorbeeldschaal, niet de Leidraad");
}

TEST_CASE("a text that cites signals of one origin takes it over; of none or of two it does not") {
  const Zaak z = opgenomen();
  const auto herkomst = [&](const Waarde& signalen) {
    const Waarde w = aangevuld(
        z, "plan", k({{"stap", "bijstelling"}, {"doelen", l({k({{"doel", "x"}, {"signalen", signalen}})})}}));
    return w.items_van("doelen")[0].tekst_van("herkomst");
  };
  CHECK(herkomst(l({"s-2"})) == "politie_om");
  CHECK(herkomst(l({"s-1", "s-2"})) == "politie_om");
  CHECK(herkomst(l({"s-3"})) == "zorg");
  CHECK(herkomst(l({"s-1"})).empty());
  CHECK(herkomst(l({"s-2", "s-3"})).empty());
  CHECK(herkomst(l({"s-2", "s-onbekend"})).empty());
}

TEST_CASE("a text cites a signal of its own document too, and keeps the origin that it states") {
  const Zaak z = opgenomen();
  const Waarde toelichting = k({{"tekst", "b"}, {"signalen", l({"s-7"})}});
  const Waarde document = k({{"signalen", l({een_signaal("s-7", "zorg")})}, {"toelichting", toelichting}});
  CHECK(aangevuld(z, "aanvulling", document).vind("toelichting")->tekst_van("herkomst") == "zorg");
  const Waarde zelf = met(document, "toelichting", met(toelichting, "herkomst", "algemeen"));
  CHECK(aangevuld(z, "aanvulling", zelf).vind("toelichting")->tekst_van("herkomst") == "algemeen");
}

TEST_CASE(
    "the age of a minor on the day of the message follows from the birth date; of an adult it is not recorded") {
  const auto leeftijd = [](const char* geboren, const Waarde& notificatie) {
    Zaak z;
    Waarde melding = een_melding();
    melding.vind("betrokkene")->zet("geboortedatum", geboren);
    z.voeg("melding", melding);
    const Waarde w = aangevuld(z, "notificatie", notificatie);
    const Waarde* jaren = w.items_van("betrokkenen")[0].vind("leeftijd");
    return jaren == nullptr ? std::int64_t{-1} : jaren->getal();
  };
  const Waarde n = een_notificatie("verzonden", "2026-03-16");
  CHECK(leeftijd("2010-03-16", n) == 16);
  CHECK(leeftijd("2010-03-17", n) == 15);
  CHECK(leeftijd("2008-03-17", n) == 17);
  CHECK(leeftijd("2008-03-16", n) == -1);
  CHECK(leeftijd("2008-02-29", een_notificatie("verzonden", "2026-02-28")) == 17);
  CHECK(leeftijd("2010-03-17", van_wie(n, "leeftijd", 12)) == 12);
  CHECK(leeftijd("2010-03-17", een_notificatie("eerste_contact", "2026-03-16")) == -1);
}
