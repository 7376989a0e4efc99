// SPDX-License-Identifier: EUPL-1.2
//
// The report as a page: an XML parser of Debian reads it, whatever a dossier holds; its pictures stand where they
// must; nothing in it comes from outside; what is not handed in is not in it.
#include "lib/weergave/rapport.h"

#include <doctest/doctest.h>
#include <expat.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/weergave/plan_beeld.h"
#include "lib/weergave/profiel_beeld.h"
#include "lib/weergave/rapport_stijl.h"
#include "lib/weergave/svg.h"
#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;

namespace {

struct Element {
  std::string naam;
  std::map<std::string, std::string> attributen;
};

/// A document as the parser read it: its elements in order and all its text; a fault is a failed test.
struct Gelezen {
  std::vector<Element> elementen;
  std::string tekst;
  [[nodiscard]] std::vector<Element> met(const std::string& naam) const {
    std::vector<Element> uit;
    std::copy_if(elementen.begin(), elementen.end(), std::back_inserter(uit),
                 [&](const Element& e) { return e.naam == naam; });
    return uit;
  }
};

void begin(void* data, const XML_Char* naam, const XML_Char** attributen) {
  Element e{naam, {}};
  for (; *attributen != nullptr; attributen += 2) e.attributen[attributen[0]] = attributen[1];
  static_cast<Gelezen*>(data)->elementen.push_back(std::move(e));
}

void letters(void* data, const XML_Char* tekst, int n) {
  static_cast<Gelezen*>(data)->tekst.append(tekst, static_cast<std::size_t>(n));
}

Gelezen lees(const std::string& html) {
  Gelezen uit;
  XML_Parser parser = XML_ParserCreate("UTF-8");
  XML_SetUserData(parser, &uit);
  XML_SetElementHandler(parser, begin, [](void*, const XML_Char*) {});
  XML_SetCharacterDataHandler(parser, letters);
  if (XML_Parse(parser, html.data(), static_cast<int>(html.size()), 1) != XML_STATUS_OK) {
    const auto regel = XML_GetCurrentLineNumber(parser);
    FAIL_CHECK(XML_ErrorString(XML_GetErrorCode(parser)) << " op regel " << regel);
  }
  XML_ParserFree(parser);
  return uit;
}

bool heeft(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

Waarde k(std::initializer_list<std::pair<const char*, Waarde>> velden) {
  Waarde uit = Waarde::kaart();
  for (const auto& v : velden) uit.zet(v.first, v.second);
  return uit;
}

const std::vector<std::string> kSchaal = {"zorgelijk", "wisselend", "voldoende", "goed"};

StukBlad stuk(const std::string& digest, const std::string& soort, const std::string& stap, Datum dag) {
  return {digest, soort, stap, dag, "reg1", "burgemeester", {}, {}, Waarde::kaart(), {}, {}};
}

StukBlad profiel(const std::string& digest, Datum dag, const std::string& nu, const std::string& haalbaar,
                 const std::string& waarom) {
  StukBlad s = stuk(digest, "profiel", {}, dag);
  const Waarde o = k({{"huidig", nu}, {"haalbaar", haalbaar}, {"tekst", waarom}});
  s.inhoud.zet("aspecten", k({{"zelfredzaamheid", o}, {"ideologie", o}}));
  return s;
}

/// A dossier in which every text of a person is `boos`.
struct Proef {
  explicit Proef(std::string boos_ = "gewone tekst") : boos(std::move(boos_)) {
    dossier.fase = proces::Fase::opgenomen;
    dossier.geopend = Datum(2026, 1, 12);
    dossier.betrokkenen.push_back({"b1",
                                   false,
                                   {},
                                   true,
                                   std::nullopt,
                                   Datum(2026, 1, 12),
                                   "b2:1",
                                   boos,
                                   proces::NotificatieStand::open,
                                   std::nullopt,
                                   std::nullopt,
                                   0});
    proces::Interventie i;
    i.velden.id = "i1";
    i.velden.start = Datum(2026, 2, 1);
    i.velden.einde = Datum(2026, 12, 31);
    dossier.interventies = {i};
    dossier.doelen = {"d1"};
    proces::Actie a;
    a.velden.id = "a1";
    a.wat = boos;
    a.wie = boos;
    a.stand = boos;
    dossier.acties = {a};
    termijnen = {voorbeeld::termijn(termijn::Status::overschreden, Datum(2026, 4, 4), Datum(2026, 4, 7))};
    StukBlad plan = stuk("b2:2", "plan", "opstelling", Datum(2026, 2, 1));
    plan.inhoud.zet("interventies", Waarde::lijst_({k({{"id", "i1"}, {"wat", boos}, {"uitvoerder", boos}})}));
    plan.inhoud.zet("doelen", Waarde::lijst_({k({{"id", "d1"}, {"doel", boos}})}));
    plan.blokken = {{"wat", boos, {{{}, "d1", {{"doel", boos, {}}}}}}};
    stukken = {profiel("b2:1", Datum(2026, 1, 20), "zorgelijk", "goed", boos), plan,
               profiel("b2:3", Datum(2026, 5, 20), "wisselend", "goed", boos)};
    stukken.front().verzegeld = {"strafrecht", "zorg"};
  }

  [[nodiscard]] DossierBlad blad() const {
    return {"k7q2-m4xd", dossier, termijnen, Datum(2026, 6, 1), stukken, "de schaal", {}, kSchaal};
  }
  [[nodiscard]] std::string html() const {
    const DossierBlad b = blad();
    RapportBlad r{b, boos, "b2:00", "pol1 (politie)", "reg1", Datum(2026, 6, 1)};
    r.verslagen = {{{BriefBlokSoort::titel, {{{boos}}}},
                    {BriefBlokSoort::kop, {{{boos}}}},
                    {BriefBlokSoort::tabel, {{{"Wat"}}, {{boos, false, true}}}}}};
    r.let_op = {boos};
    return rapport_html(r);
  }

  std::string boos;
  proces::Dossier dossier;
  std::vector<termijn::Termijn> termijnen;
  std::vector<StukBlad> stukken;
};

const std::string kBoos =
    "<script src=//x>alert(1)</script><svg onload='x'> & \"q\" 'y' ]]> <!-- url(x) http://x \xef\xbf\xbf";

/// "--merk: #0b5474" of one palette, as WCAG counts light.
double licht(const std::string& palet, const std::string& naam) {
  const std::size_t i = palet.find("--" + naam + ": #");
  REQUIRE(i != std::string::npos);
  const std::string hex = palet.substr(i + naam.size() + 5, 6);
  double uit = 0;
  const double gewicht[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t d = 0; d < 3; ++d) {
    const double v = static_cast<double>(std::strtol(hex.substr(2 * d, 2).c_str(), nullptr, 16)) / 255;
    uit += gewicht[d] * (v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4));
  }
  return uit;
}

double contrast(const std::string& palet, const std::string& een, const std::string& twee) {
  const double a = licht(palet, een);
  const double b = licht(palet, twee);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace

TEST_CASE("whatever a dossier holds, the page is well-formed, runs nothing and asks for nothing") {
  for (const std::string& boos : {std::string("gewone tekst"), kBoos + voorbeeld::vijandig(), std::string()}) {
    CAPTURE(boos);
    const std::string html = Proef(boos).html();
    const Gelezen g = lees(html);
    CHECK(voorbeeld::onschadelijk(html));
    const std::set<std::string> mag = {
        "html",  "head",    "meta",    "title", "style",  "body",       "a",      "header",  "p",
        "h1",    "h2",      "h3",      "h4",    "div",    "nav",        "ol",     "ul",      "li",
        "main",  "section", "article", "dl",    "dt",     "dd",         "table",  "caption", "thead",
        "tbody", "tr",      "th",      "td",    "figure", "figcaption", "span",   "b",       "br",
        "code",  "footer",  "svg",     "desc",  "line",   "rect",       "circle", "path",    "text"};
    for (const Element& e : g.elementen) {
      CHECK_MESSAGE(mag.count(e.naam) == 1, e.naam);
      for (const auto& [naam, waarde] : e.attributen) {
        CHECK_MESSAGE((naam != "src" && naam != "style" && naam.rfind("on", 0) != 0), naam);
        if (naam == "href") CHECK(waarde.front() == '#');
      }
    }
    CHECK_FALSE(heeft(std::string(kRapportStijl), "url("));
    CHECK_FALSE(heeft(std::string(kRapportStijl), "@import"));
    CHECK(heeft(html, "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
  }
  CHECK(Proef().html() == Proef().html());
}

TEST_CASE("every id is unique, every reference has its target, and headings come in order") {
  const Gelezen g = lees(Proef().html());
  std::set<std::string> ids;
  for (const Element& e : g.elementen) {
    if (const auto id = e.attributen.find("id"); id != e.attributen.end()) CHECK(ids.insert(id->second).second);
  }
  int vorige = 0;
  for (const Element& e : g.elementen) {
    if (const auto naar = e.attributen.find("href"); naar != e.attributen.end()) {
      CHECK_MESSAGE(ids.count(naar->second.substr(1)) == 1, naar->second);
    }
    if (e.naam.size() == 2 && e.naam[0] == 'h' && e.naam[1] >= '1' && e.naam[1] <= '6') {
      const int niveau = e.naam[1] - '0';
      CHECK(niveau <= vorige + 1);
      vorige = niveau;
    }
    if (e.naam == "th") CHECK(e.attributen.count("scope") == 1);
    if (e.attributen.count("role") == 1 && e.attributen.at("role") == "img") {
      const std::string& labels = e.attributen.at("aria-labelledby");
      const std::size_t spatie = labels.find(' ');
      CHECK(ids.count(labels.substr(0, spatie)) == 1);
      CHECK(ids.count(labels.substr(spatie + 1)) == 1);
    } else if (e.naam == "svg") {
      CHECK((e.attributen.count("aria-hidden") == 1 || e.attributen.count("overflow") == 1));
    }
  }
  CHECK(g.met("h1").size() == 1);
  CHECK(g.met("main").size() == 1);
  CHECK(g.met("html").front().attributen.at("lang") == "nl");
}

TEST_CASE("now and attainable stand at their words, and what has no place on the scale has no mark") {
  Proef p;
  const std::string beeld = profiel_beeld(p.blad(), p.stukken.back());
  const Gelezen g = lees(beeld);
  std::vector<std::string> nu;
  for (const Element& e : g.met("circle")) {
    if (e.attributen.at("cx") != "8") nu.push_back(e.attributen.at("cx"));
  }
  CHECK(nu == std::vector<std::string>{"37.50%", "37.50%"});  // the second of four words, for two aspects
  CHECK(heeft(beeld, "<svg x=\"87.50%\""));
  CHECK(heeft(g.tekst, "Zelfredzaamheid: nu wisselend, hoogst haalbaar goed."));
  CHECK(heeft(g.tekst, "Identiteit: geen oordeel."));
  p.stukken.back().verzegeld = {"zaak"};
  CHECK(heeft(profiel_beeld(p.blad(), p.stukken.back()), "[verzegeld]"));
  p.stukken.back().inhoud.zet("schaal", "een andere");
  CHECK_FALSE(heeft(profiel_beeld(p.blad(), p.stukken.back()), "<circle"));
}

TEST_CASE("over time there is one picture for each aspect, and none before there are two profiles") {
  Proef p;
  const Gelezen g = lees(verloop_beeld(p.blad()));
  CHECK(g.met("h4").size() == 5);
  CHECK(heeft(g.tekst, "di 20 januari 2026: nu zorgelijk, hoogst haalbaar goed; wo 20 mei 2026: nu wisselend"));
  p.stukken.erase(p.stukken.begin());
  CHECK(verloop_beeld(p.blad()).empty());
}

TEST_CASE("the line of time holds each intervention, its evaluations and the day asked about") {
  Proef p;
  StukBlad e = stuk("b2:4", "plan", "evaluatie", Datum(2026, 4, 1));
  e.inhoud.zet("interventie", "i1");
  p.stukken.push_back(e);
  const std::string beeld = plan_beeld(p.blad());
  const Gelezen g = lees(beeld);
  CHECK(heeft(g.tekst, "geëvalueerd op wo 1 april 2026"));
  const auto vol = g.met("circle");
  CHECK(std::count_if(vol.begin(), vol.end(), [](const Element& x) {
          return x.attributen.at("class") == "gedaan" && heeft(x.attributen.at("cx"), "%");
        }) == 1);
  p.dossier.interventies.front().velden.start = std::nullopt;
  CHECK(plan_beeld(p.blad()).empty());
}

TEST_CASE("a day stands in proportion on its line, and outside it at the end") {
  const Tijdas as(Datum(2026, 1, 1), Datum(2026, 1, 11), 10, 90);
  CHECK(as.plaats(Datum(2026, 1, 1)) == doctest::Approx(10));
  CHECK(as.plaats(Datum(2026, 1, 6)) == doctest::Approx(50));
  CHECK(as.plaats(Datum(2027, 1, 1)) == doctest::Approx(90));
  CHECK(as.plaats(Datum(2025, 1, 1)) == doctest::Approx(10));
  CHECK_FALSE(as.bevat(Datum(2026, 1, 12)));
  const Tijdas dag(Datum(2026, 1, 1), Datum(2026, 1, 1), 10, 90);
  CHECK(dag.plaats(Datum(2026, 1, 1)) == doctest::Approx(10));
}

TEST_CASE("colours are legible in both palettes: WCAG AA for text, and for marks") {
  const std::string stijl(kRapportStijl);
  const std::size_t donker = stijl.find("prefers-color-scheme: dark");
  for (const std::string& palet : {stijl.substr(0, donker), stijl.substr(donker)}) {
    for (const char* tekst : {"inkt", "zacht", "merk", "kritiek"}) {
      for (const char* achter : {"papier", "vlak"}) CHECK_MESSAGE(contrast(palet, tekst, achter) >= 4.5, tekst);
    }
    for (const char* merk : {"merk", "haalbaar", "kritiek", "as"}) {
      CHECK_MESSAGE(contrast(palet, merk, "papier") >= 3, merk);
    }
  }
}

TEST_CASE("what is sealed is counted by compartment; a dossier without anything is a page too") {
  Proef p;
  const std::string vol = lees(p.html()).tekst;
  CHECK(heeft(vol, "1 van 3 stukken"));
  CHECK(heeft(vol, "politiegegevens"));
  p.stukken.clear();
  p.dossier = {};
  p.termijnen.clear();
  const Gelezen leeg = lees(p.html());
  CHECK(heeft(leeg.tekst, "Er is nog geen gezamenlijk profiel."));
  CHECK(heeft(leeg.tekst, "Er is nog geen plan van aanpak."));
}
