// SPDX-License-Identifier: EUPL-1.2
//
// The built-in letters against what the law asks, and the three forms.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "lib/weergave/brief.h"
#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using proces::BriefGegevens;
using proces::BriefSoort;

namespace {

constexpr BriefSoort kSoorten[] = {BriefSoort::notificatie, BriefSoort::terugkoppeling, BriefSoort::afsluiting};

BriefGegevens gegevens(BriefSoort soort, bool relatie = false) {
  BriefGegevens g;
  g.soort = soort;
  g.relatie = relatie;
  g.datum = Datum(2026, 2, 18);
  g.gemeente = "Waterbeek";
  g.contactpunt = {"Het contactpunt", "Marktplein 1, 0000 AA Waterbeek", "0000-123456", "pga@waterbeek.example"};
  g.fg = {"De FG van Waterbeek", "", "", "fg@waterbeek.example"};
  g.geadresseerden = {"Jan de Proef"};
  g.adres = "Kade 2, 0000 AB Waterbeek";
  g.betrokkene = "Jan de Proef";
  g.categorieen = {proces::Categorie::denkbeelden};
  g.bronnen = {proces::Organisatie::politie};
  g.ontvangers = {proces::Organisatie::om, proces::Organisatie::rvdk};
  g.openbare_bron = proces::JaNee::nee;
  g.geinformeerd_op = Datum(2026, 2, 18);
  g.afgesloten_op = Datum(2026, 9, 14);
  g.vernietigd_uiterlijk = Datum(2031, 9, 14);
  g.nummer = "k7q2-m4xd";
  g.aanmelder = g.aangemeld_bij = proces::Organisatie::politie;
  g.aangemeld_op = g.besloten_op = Datum(2026, 1, 19);
  return g;
}

Brief brief(const BriefGegevens& g, const std::string& sjabloon) { return maak_brief(g, sjabloon, "s.txt"); }
Brief ingebouwd(const BriefGegevens& g, const std::string& naam) {
  return maak_brief(g, ingebouwd_sjabloon(naam), naam);
}

std::string tekst(const Brief& b) { return brief_tekst(b.blad); }

bool staat_in(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

/// A template without the text of one element.
std::string zonder_onderdeel(std::string_view sjabloon, std::string_view id) {
  std::istringstream stroom{std::string(sjabloon)};
  std::string uit;
  std::string regel;
  int diep = 0;
  const std::string begin = "{{#onderdeel " + std::string(id) + "}}";
  while (std::getline(stroom, regel)) {
    if (diep > 0 && regel.rfind("{{#", 0) == 0) ++diep;
    if (diep > 0 && regel.rfind("{{/", 0) == 0 && --diep == 0) continue;
    if (regel == begin) diep = 1;
    if (diep == 0) uit += regel + '\n';
  }
  return uit;
}

std::string bevindingen(const Brief& b) {
  std::string uit;
  for (const Bevinding& x : b.bevindingen) uit += x.wat + " | " + x.tip + " | " + x.grondslag + '\n';
  return uit;
}

}  // namespace

TEST_CASE("each element of artikel 14, lid 1 and 2, AVG that can apply is asked for") {
  // Of lid 2, b (a legitimate interest) and d (consent) cannot: the ground is a task in the public interest.
  std::string grondslagen;
  for (const BriefOnderdeel& o : brief_onderdelen(BriefSoort::notificatie))
    grondslagen += std::string(o.grondslag) + '\n';
  for (const char* lid : {"lid 1, onder a,", "lid 1, onder b,", "lid 1, onder c,", "lid 1, onder d,",
                          "lid 1, onder e,", "lid 1, onder f,", "lid 2, onder a,", "lid 2, onder c,",
                          "lid 2, onder e,", "lid 2, onder f,", "lid 2, onder g,"}) {
    CHECK(staat_in(grondslagen, std::string("artikel 14, ") + lid));
  }
  for (const char* ook :
       {"artikel 21, lid 4, AVG", "artikel 26, lid 2, AVG", "artikel 2 Besluit PGA", "artikel 4, onder h"}) {
    CHECK(staat_in(grondslagen, ook));
  }
}

TEST_CASE("the built-in templates are complete, for each addressee and for a relative") {
  for (const BriefSoort soort : kSoorten) {
    for (const std::string& naam : brief_sjablonen(soort)) {
      for (const bool relatie : {false, true}) {
        INFO(naam, relatie);
        const Brief b = ingebouwd(gegevens(soort, relatie), naam);
        CHECK(bevindingen(b) == "");
        CHECK(voorbeeld::breedste(tekst(b)) <= 80);
        CHECK_FALSE(staat_in(tekst(b), "{{"));
      }
    }
  }
}

TEST_CASE("a template that leaves an element out is told so, with its article") {
  for (const BriefSoort soort : kSoorten) {
    for (const std::string& naam : brief_sjablonen(soort)) {
      for (const BriefOnderdeel& o : brief_onderdelen(soort)) {
        INFO(naam, " ", o.id);
        const BriefGegevens g = gegevens(soort, o.relatie);
        const Brief b = brief(g, zonder_onderdeel(ingebouwd_sjabloon(naam), o.id));
        const bool gezegd = std::any_of(b.bevindingen.begin(), b.bevindingen.end(), [&](const Bevinding& x) {
          return x.grondslag == o.grondslag && staat_in(x.wat, std::string(o.wat)) && x.plaats.bestand == "s.txt";
        });
        CHECK(gezegd);
      }
    }
  }
}

TEST_CASE("an element without the place it is about is no more than words") {
  const Brief b =
      brief(gegevens(BriefSoort::notificatie), "{{#onderdeel avg-14-1-b}}\nEr is een FG.\n{{/onderdeel}}");
  CHECK(staat_in(bevindingen(b), "het onderdeel avg-14-1-b noemt {{fg}} niet"));
  CHECK_FALSE(staat_in(bevindingen(b), "staat niet: hoe de functionaris"));
}

TEST_CASE("what beheer or the dossier lacks is an open place and a finding, never a gap unseen") {
  struct Geval {
    const char* open;
    const char* grondslag;
    void (*weg)(BriefGegevens&);
  };
  const Geval gevallen[] = {
      {"[vul in: naam en adres van de functionaris gegevensbescherming]", "artikel 14, lid 1, onder b, AVG",
       [](BriefGegevens& g) { g.fg = {}; }},
      {"[vul in: adres, telefoon of e-mail van de functionaris gegevensbescherming]",
       "artikel 14, lid 1, onder b, AVG", [](BriefGegevens& g) { g.fg.email.clear(); }},
      {"[vul in: adres, telefoon of e-mail van het contactpunt]", "artikel 14, lid 1, onder a, AVG",
       [](BriefGegevens& g) {
         g.contactpunt = {"Het contactpunt", "", "", ""};
       }},
      {"[vul in: naam]", "", [](BriefGegevens& g) { g.geadresseerden.clear(); }},
      {"[vul in: adres]", "", [](BriefGegevens& g) { g.adres.clear(); }},
      {"[vul in: andere organisaties die gegevens gaven, of haal deze regel weg]",
       "artikel 14, lid 2, onder f, AVG", [](BriefGegevens& g) { g.andere_bron = true; }},
  };
  for (const Geval& x : gevallen) {
    INFO(x.open);
    BriefGegevens g = gegevens(BriefSoort::notificatie);
    x.weg(g);
    const Brief b = ingebouwd(g, "notificatie");
    CHECK(staat_in(tekst(b), x.open));
    REQUIRE(b.bevindingen.size() == 1);
    CHECK(b.bevindingen[0].wat == std::string("de brief is nog niet af: ") + x.open);
    CHECK(b.bevindingen[0].grondslag == x.grondslag);
    CHECK_FALSE(b.bevindingen[0].tip.empty());
  }
}

TEST_CASE("the letter of a relative has no other text than that of a relative") {
  const std::string hoofd = tekst(ingebouwd(gegevens(BriefSoort::notificatie), "notificatie"));
  BriefGegevens g = gegevens(BriefSoort::notificatie, true);
  g.bronnen.clear();
  g.openbare_bron = std::nullopt;
  const std::string relatie = tekst(ingebouwd(g, "notificatie"));
  CHECK(staat_in(hoofd, "overlegt over u"));
  CHECK_FALSE(staat_in(relatie, "overlegt over u"));
  CHECK(staat_in(relatie, "sociale relatie hebt met iemand"));
  CHECK_FALSE(staat_in(hoofd, "sociale relatie hebt met iemand"));
  CHECK_FALSE(staat_in(relatie, "openbare bron"));
}

TEST_CASE("what was left out is said, and where no source is named the text stays right") {
  BriefGegevens g = gegevens(BriefSoort::notificatie);
  g.gedeeltelijk = true;
  g.bronnen.clear();
  const std::string t = tekst(ingebouwd(g, "notificatie"));
  CHECK(staat_in(t, "niet alles"));
  CHECK(staat_in(t, "Wij hebben de gegevens van een of meer organisaties"));
}

TEST_CASE("every word of a template's list can be used, and holds what it says") {
  for (const BriefSoort soort : kSoorten) {
    const SjabloonWoorden woorden = sjabloon_woorden(soort);
    std::string s;
    for (const std::string& p : woorden.plaatsen) s += p + ": {{" + p + "}}\n\n";
    for (const std::string& v : woorden.voorwaarden) s += "{{#als " + v + "}}\n" + v + "\n{{/als}}\n";
    const std::string t = tekst(brief(gegevens(soort), s));
    for (const std::string& p : woorden.plaatsen) {
      INFO(p);
      CHECK(staat_in(t, p + ": "));
      CHECK_FALSE(staat_in(t, p + ": \n"));
      CHECK_FALSE(staat_in(t, p + ": [vul in"));
    }
  }
}

TEST_CASE("a hostile name is only a name, in every form") {
  BriefGegevens g = gegevens(BriefSoort::notificatie);
  const std::string boos =
      "<script>alert(1)</script> & \"x\" 'y' ]]> {{datum}} " + voorbeeld::vijandig() + "\xef\xbf\xbf";
  g.geadresseerden = {boos};
  g.adres = boos;
  const Brief b = ingebouwd(g, "notificatie");
  const std::string html = brief_html(b.blad);
  const std::string fodt = brief_fodt(b.blad);
  for (const std::string& vorm : {tekst(b), html, fodt}) CHECK(voorbeeld::onschadelijk(vorm));
  for (const std::string& vorm : {html, fodt}) {
    CHECK_FALSE(staat_in(vorm, "<script"));
    CHECK_FALSE(staat_in(vorm, "]]>"));
    CHECK_FALSE(staat_in(vorm, "\xef\xbf\xbf"));
    CHECK(staat_in(vorm, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"));
  }
}

TEST_CASE("blanks are kept in flat ODT, where XML would join them") {
  const BriefBlad blad = {{BriefBlokSoort::alinea, {{{" a  b", false}, {"c ", true}}}}};
  CHECK(staat_in(brief_fodt(blad),
                 "<text:s/>a <text:s/>b<text:span text:style-name=\"Open\">c<text:s/></text:span>"));
}

TEST_CASE("a page does not end between a heading or an announcement and what follows") {
  const Brief b = ingebouwd(gegevens(BriefSoort::afsluiting), "afsluiting");
  CHECK(staat_in(brief_html(b.blad), "<p class=\"bij\">Met vriendelijke groet,</p>"));
  CHECK(staat_in(brief_fodt(b.blad), "<text:p text:style-name=\"Aankondiging\">Met vriendelijke groet,</text:p>"));
  const BriefBlad kort = {{BriefBlokSoort::alinea, {{{"zie:", false}}}}, {BriefBlokSoort::alinea, {}}};
  CHECK_FALSE(blijft_bij_volgende(kort, 0));
  CHECK_FALSE(blijft_bij_volgende(kort, 1));
}

TEST_CASE("HTML and flat ODT say that they are Dutch, fetch nothing, and are the same each time") {
  const Brief b = ingebouwd(gegevens(BriefSoort::notificatie), "notificatie");
  const std::string html = brief_html(b.blad);
  const std::string fodt = brief_fodt(b.blad);
  CHECK(staat_in(html, "<html lang=\"nl\">"));
  CHECK(staat_in(fodt, "fo:language=\"nl\" fo:country=\"NL\""));
  for (const char* buiten : {"http:", "https:", "<script", "<link", "<img", "url(", "@import"}) {
    CHECK_FALSE(staat_in(html, buiten));
  }
  CHECK_FALSE(staat_in(fodt, "xlink"));
  CHECK(html == brief_html(b.blad));
  CHECK(fodt == brief_fodt(ingebouwd(gegevens(BriefSoort::notificatie), "notificatie").blad));
}

TEST_CASE("the manual page names every word of the templates") {
  std::ifstream stroom(std::string(PGA_BRON) + "/man/pga-brief.7");
  std::string pagina{std::istreambuf_iterator<char>(stroom), {}};
  pagina.erase(std::remove(pagina.begin(), pagina.end(), '\\'), pagina.end());
  REQUIRE_FALSE(pagina.empty());
  const auto genoemd = [&](const std::string& woord) {
    INFO(woord);
    CHECK(staat_in(pagina, woord));
  };
  for (const BriefSoort soort : kSoorten) {
    const SjabloonWoorden woorden = sjabloon_woorden(soort);
    for (const auto* lijst : {&woorden.plaatsen, &woorden.voorwaarden, &woorden.onderdelen}) {
      for (const std::string& w : *lijst) genoemd(w);
    }
    for (const std::string& naam : brief_sjablonen(soort)) genoemd(naam);
    for (const BriefOnderdeel& o : brief_onderdelen(soort)) {
      const std::string plaats = o.plaats.empty() ? "" : "; {{" + std::string(o.plaats) + "}}";
      genoemd(std::string(o.id) + "\t" + std::string(o.grondslag) + plaats);
    }
  }
  for (const std::string& w : proces::weglaat_woorden()) genoemd(w);
}

TEST_CASE("a template of one letter does not pass for another") {
  CHECK_THROWS_AS((void)brief(gegevens(BriefSoort::notificatie), "{{vernietigd_uiterlijk}}"), Fout);
  CHECK_THROWS_AS((void)brief(gegevens(BriefSoort::terugkoppeling), "{{geadresseerde}}"), Fout);
  CHECK_THROWS_AS((void)ingebouwd_sjabloon("afscheid"), std::out_of_range);
}
