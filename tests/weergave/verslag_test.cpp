// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/verslag.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using proces::Dossier;
using proces::OverlegSoort;
using proces::OverlegStand;

namespace {

Waarde k(std::initializer_list<std::pair<const char*, Waarde>> velden) {
  Waarde uit = Waarde::kaart();
  for (const auto& v : velden) uit.zet(v.first, v.second);
  return uit;
}
Waarde l(std::initializer_list<Waarde> items) { return Waarde::lijst_(Waarde::Lijst(items)); }

Waarde een_verslag() {
  return k({{"aanwezig", l({k({{"organisatie", "om"}, {"functie", "adviseur"}, {"agendapunten", l({"g2"})}})})},
            {"afwezig", l({k({{"organisatie", "WPI"}, {"afgemeld", "ja"}, {"vervangen_door", "Wmo"}})})},
            {"agenda", l({k({{"id", "g1"}, {"rubriek", "algemeen"}, {"onderwerp", "Opening"}}),
                          k({{"id", "g2"}, {"onderwerp", "Memo"}, {"ingebracht_door", "OOV"}})})},
            {"verslag", l({k({{"agendapunt", "g2"}, {"tekst", "Er is gesproken."}}), k({{"tekst", "Los punt."}}),
                           k({{"id", "y9"}, {"agendapunt", "g2"}})})},
            {"besluiten", l({k({{"agendapunt", "g2"}, {"tekst", "De memo gaat door."}})})},
            {"acties", l({k({{"id", "a-1"},
                             {"agendapunt", "g2"},
                             {"wat", "Nazenden."},
                             {"wie", "OOV"},
                             {"datum", "2026-06-17"},
                             {"stand", "na zomerreces"},
                             {"uiterlijk", "2026-09-01"}}),
                          k({{"id", "a-2"}, {"status", "gedaan"}})})}});
}

struct Proef {
  Waarde inhoud = een_verslag();
  Waarde wijzigingen = Waarde::kaart();
  Dossier dossier{};
  Dossier toen{};
  OverlegStand stand{"b2:een", OverlegSoort::stuurgroep, Datum(2026, 6, 17), Datum(2026, 7, 15),
                     Datum(2026, 8, 12)};
  std::vector<std::string_view> verzegeld{};
  std::vector<std::string> bijlagen{};

  [[nodiscard]] BriefBlad blad() const {
    return verslag_blad({"gemeente", "Waterbeek", inhoud, wijzigingen, dossier, toen, stand, verzegeld, bijlagen});
  }
  [[nodiscard]] std::string tekst() const { return brief_tekst(blad()); }
};

bool staat_in(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

}  // namespace

TEST_CASE("files that belong to minutes stand under them by name, and as sealed where they are") {
  Proef p;
  CHECK_FALSE(staat_in(p.tekst(), "Bijlagen"));
  p.bijlagen = {"presentatie.pdf", ""};
  CHECK(staat_in(p.tekst(), "Bijlagen"));
  CHECK(staat_in(p.tekst(), "- presentatie.pdf\n- [verzegeld]"));
}

TEST_CASE("minutes per item, with decisions, actions, the next day and the reserve day") {
  const std::string uit = Proef().tekst();
  CAPTURE(uit);
  CHECK(staat_in(uit, "Conceptverslag stuurgroep\n"));
  CHECK(staat_in(uit, "Datum: 17 juni 2026"));
  CHECK(staat_in(uit, "Aanwezig: OM (adviseur; bij punt 2)"));
  CHECK(staat_in(uit, "Afwezig: WPI (met afmelding; vervangen door Wmo)"));
  CHECK(staat_in(uit, "Algemeen"));
  CHECK(uit.find("2. Memo (OOV)") < uit.find("- Er is gesproken."));
  CHECK(uit.find("- Er is gesproken.") < uit.find("BESLUIT: De memo gaat door."));
  CHECK(uit.find("BESLUIT: De memo gaat door.") < uit.find("Actie OOV: Nazenden."));
  CHECK(staat_in(uit, "Overig"));
  CHECK(staat_in(uit, "- Los punt."));
  CHECK(staat_in(uit, "Actiepunten"));
  CHECK(staat_in(uit, "Volgend overleg: 15 juli 2026"));
  CHECK(staat_in(uit, "Reservedatum: 12 augustus 2026"));
  CHECK_FALSE(staat_in(uit, "a-2"));  // an action whose text is sealed
  CHECK_FALSE(staat_in(uit, "y9"));
  CHECK(voorbeeld::breedste(uit) <= 80);
}

TEST_CASE("adopted, under reserve of changes that stand there") {
  Proef p;
  p.stand.uitkomst = proces::VaststellingUitkomst::onder_voorbehoud;
  p.stand.vastgesteld_op = Datum(2026, 7, 15);
  p.wijzigingen = k({{"vaststellingen",
                      l({k({{"overleg", "b2:een"}, {"wijzigingen", l({k({{"tekst", "punt 2 anders"}})})}}),
                         k({{"overleg", "b2:twee"}, {"wijzigingen", l({k({{"tekst", "van een ander"}})})}})})}});
  const std::string uit = p.tekst();
  CHECK(staat_in(uit, "Vastgesteld verslag stuurgroep\n"));
  CHECK(staat_in(uit, "Vastgesteld op: 15 juli 2026, onder voorbehoud van wijzigingen"));
  CHECK(staat_in(uit, "- punt 2 anders"));
  CHECK_FALSE(staat_in(uit, "van een ander"));
}

TEST_CASE("what is sealed to the reader is said once, in every form; nothing a person wrote is markup") {
  Proef p;
  p.verzegeld = {"strafrecht"};
  p.inhoud.zet("verslag", l({k({{"tekst", "<b>&\x1b[31m"}})}));
  const BriefBlad blad = p.blad();
  for (const std::string& vorm : {brief_tekst(blad), brief_html(blad), brief_fodt(blad)}) {
    CHECK(voorbeeld::keer(vorm, "[verzegeld: strafrecht]") == 1);
    CHECK_FALSE(staat_in(vorm, "\x1b"));
  }
  CHECK(staat_in(brief_html(blad), "&lt;b&gt;&amp;"));
  CHECK(staat_in(brief_html(blad), "<th>Svz</th>"));
  CHECK(staat_in(brief_html(blad), "<p class=\"besluit\">BESLUIT: De memo gaat door.</p>"));
  CHECK(staat_in(brief_fodt(blad), "table:table-header-rows"));
}

TEST_CASE("paragraphs stay paragraphs in every form, and none looks like a block of its own") {
  Proef p;
  p.inhoud.zet("verslag", l({k({{"agendapunt", "g2"}, {"tekst", "Eerst dit.\n\nDaarna\tdat.\n"}})}));
  p.inhoud.zet("besluiten", l({k({{"agendapunt", "g2"}, {"tekst", "Doorgaan.\nBESLUIT: stoppen"}})}));
  p.inhoud.vind("acties")->lijst()[0].zet("wat", "Nazenden.\nEn bellen.\n");
  const BriefBlad blad = p.blad();
  const std::string tekst = brief_tekst(blad);
  CAPTURE(tekst);
  CHECK(staat_in(tekst, "- Eerst dit.\n\n  Daarna dat.\n"));
  CHECK(staat_in(tekst, "BESLUIT: Doorgaan.\n  BESLUIT: stoppen\n"));
  CHECK(staat_in(tekst, "Nazenden.   "));
  CHECK(staat_in(brief_html(blad), "<li>Eerst dit.<br>\n<br>\nDaarna dat.</li>"));
  CHECK(staat_in(brief_html(blad), "<td>Nazenden.<br>\nEn bellen.</td>"));
  CHECK(staat_in(brief_fodt(blad), ">Eerst dit.<text:line-break/><text:line-break/>Daarna dat.</text:p>"));
  for (const std::string& vorm : {tekst, brief_html(blad), brief_fodt(blad)}) {
    CHECK_FALSE(staat_in(vorm, "\\n"));
    CHECK_FALSE(staat_in(vorm, "\\t"));
  }
  // What is one line by its nature stays one.
  p.inhoud.vind("agenda")->lijst()[0].zet("onderwerp", "Opening\nBESLUIT: niets");
  CHECK(staat_in(p.tekst(), "1. Opening\\nBESLUIT: niets"));
}

TEST_CASE("a text whose item of the agenda is sealed to the reader is not left out") {
  Proef p;
  p.inhoud.zet("agenda", Waarde::lijst_());
  const std::string uit = p.tekst();
  CAPTURE(uit);
  CHECK(staat_in(uit, "- Er is gesproken."));
  CHECK(staat_in(uit, "BESLUIT: De memo gaat door."));
  p.inhoud.zet("agenda", l({k({{"id", "g1"}, {"onderwerp", "Opening"}})}));
  CHECK(p.tekst().find("Overig") < p.tekst().find("- Er is gesproken."));
}

TEST_CASE("an action that the minutes only mention stands as it stood then") {
  Proef p;
  proces::Actie a;
  a.velden.id = "a-7";
  a.velden.datum = Datum(2026, 5, 1);
  a.velden.uiterlijk = Datum(2026, 7, 1);
  a.wat = "Brief sturen";
  a.wie = "OM";
  a.stand = "ligt bij de griffie";
  p.toen.acties.push_back(a);
  p.inhoud.zet("acties", l({k({{"id", "a-7"}, {"status", "open"}})}));
  CHECK(staat_in(p.tekst(), "01-05-2026  Brief sturen  OM   ligt bij de griffie; wo 1 juli 2026"));
  p.inhoud.zet("acties", l({k({{"id", "a-7"}, {"stand", "half klaar"}})}));
  CHECK(staat_in(p.tekst(), "half klaar; wo 1 juli 2026"));
  p.inhoud.zet("acties", l({k({{"id", "a-7"}, {"status", "gedaan"}})}));
  CHECK(staat_in(p.tekst(), "gedaan op wo 17 juni 2026"));
}

TEST_CASE("a derde reads its own items, and no canary of anything else") {
  Proef p;
  Waarde& w = p.inhoud;
  w.zet("aanwezig", l({k({{"organisatie", "reclassering KANARIE"}}),
                       k({{"organisatie", "GGZ"}, {"functie", "arts"}, {"agendapunten", l({"g2"})}})}));
  w.zet("afwezig", l({k({{"organisatie", "rvdk"}, {"reden", "KANARIE"}})}));
  w.vind("agenda")->lijst()[0].zet("vraag", "KANARIE");
  w.vind("verslag")->voeg_toe(k({{"agendapunt", "g1"}, {"tekst", "KANARIE"}}));
  w.vind("verslag")->voeg_toe(k({{"agendapunt", "g2"}, {"tekst", "KANARIE"}, {"herkomst", "politie_om"}}));
  w.vind("verslag")->voeg_toe(k({{"tekst", "KANARIE zonder punt"}}));
  w.vind("besluiten")->voeg_toe(k({{"agendapunt", "g2"}, {"tekst", "KANARIE"}, {"herkomst", "zorg"}}));
  w.vind("besluiten")->voeg_toe(k({{"agendapunt", "g1"}, {"tekst", "KANARIE"}}));
  w.vind("acties")->voeg_toe(k({{"id", "a-3"}, {"agendapunt", "g1"}, {"wat", "KANARIE"}, {"wie", "om"}}));
  w.vind("acties")->voeg_toe(k({{"id", "a-4"}, {"wat", "KANARIE"}, {"wie", "om"}}));
  w.vind("acties")->voeg_toe(
      k({{"id", "a-5"}, {"agendapunt", "g2"}, {"wat", "KANARIE"}, {"wie", "om"}, {"herkomst", "politie_om"}}));
  // An earlier action that rests on police data: this meeting says only that it was done.
  w.vind("acties")->voeg_toe(k({{"id", "a-6"}, {"agendapunt", "g2"}, {"status", "gedaan"}}));
  p.dossier.acties.push_back({.velden = {.id = "a-6"},
                              .stuk = "b2:nul",
                              .soort = "plan",
                              .wat = "KANARIE",
                              .wie = "om",
                              .stand = {},
                              .herkomst = proces::Herkomst::politie_om});
  p.toen.acties = p.dossier.acties;
  w.zet("vaststellingen", l({k({{"uitkomst", "onder_voorbehoud"},
                                {"agendapunt", "g2"},
                                {"wijzigingen", l({k({{"tekst", "KANARIE"}})})}})}));
  VerslagGegevens g{"k7q2-m4xd", "Waterbeek", p.inhoud, p.wijzigingen, p.dossier, p.toen, p.stand, {"zaak"}};
  CHECK(staat_in(brief_tekst(verslag_blad(g)), "KANARIE"));
  g.voor = proces::VoorDerde{"GGZ", {"g2"}, std::nullopt};
  const std::string uit = brief_tekst(verslag_blad(g));
  CAPTURE(uit);
  CHECK_FALSE(staat_in(uit, "KANARIE"));
  CHECK_FALSE(staat_in(uit, "Opening"));
  CHECK_FALSE(staat_in(uit, "Aanwezig"));
  CHECK(staat_in(uit, "Voor: GGZ"));
  CHECK(staat_in(uit, "2. Memo (OOV)"));
  CHECK(staat_in(uit, "- Er is gesproken."));
  CHECK(staat_in(uit, "BESLUIT: De memo gaat door."));
  CHECK(staat_in(uit, "Actie OOV: Nazenden."));
  CHECK(weggelaten(g) == 4);
}

TEST_CASE("the adoption of earlier minutes stands under its item") {
  Proef p;
  p.inhoud.zet("vaststellingen", l({k({{"uitkomst", "vastgesteld"}, {"agendapunt", "g2"}})}));
  const std::string uit = p.tekst();
  CHECK(uit.find("2. Memo") < uit.find("BESLUIT: het verslag van een eerder overleg is vastgesteld."));
  p.inhoud.zet("vaststellingen", l({k({{"uitkomst", "vastgesteld"}})}));
  CHECK(p.tekst().find("BESLUIT: het verslag") < p.tekst().find("1. Opening"));
}
