// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/termijnen.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "lib/termijn/rekenregel.h"
#include "lib/weergave/termijn_zin.h"
#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using nlohmann::json;
using termijn::Status;
using termijn::Termijn;

namespace {

const Stijl kKaal{80, false};
const Datum kVandaag(2026, 4, 9);
const Datum kVeilig(2026, 4, 1);
const Datum kUiterlijk(2026, 4, 7);

Termijn open() { return voorbeeld::termijn(Status::open, Datum(2026, 9, 4), Datum(2026, 9, 4)); }

Termijn nagekomen() {
  Termijn t = voorbeeld::termijn(Status::nagekomen, kVeilig, kUiterlijk);
  t.nagekomen_op = Datum(2026, 4, 9);
  return t;
}

std::vector<DossierTermijnen> drie() {
  return {{"p3x9-7abc", {open(), nagekomen()}},
          {"k7q2-m4xd", {voorbeeld::termijn(Status::overschreden, kVeilig, kUiterlijk)}},
          {"r8w2-5fgh", {nagekomen()}}};
}

std::string tekst(const std::vector<DossierTermijnen>& lijst, const TermijnKeuze& keuze = {}) {
  return termijnen_tekst(kies(lijst, keuze), kVandaag, keuze, kKaal);
}
json als_json(const std::vector<DossierTermijnen>& lijst, const TermijnKeuze& keuze = {}) {
  return json::parse(termijnen_json(kies(lijst, keuze)));
}
bool heeft(const std::string& tekst, const std::string& deel) { return tekst.find(deel) != std::string::npos; }

Nagios nagios(const std::vector<DossierTermijnen>& lijst, const std::vector<std::string>& onleesbaar,
              std::size_t overgeslagen) {
  return weergave::nagios(lijst, kVandaag, {}, onleesbaar, overgeslagen);
}

}  // namespace

TEST_CASE("the most urgent dossier comes first, with all that is known of each term") {
  CHECK(tekst(drie()) ==
        "dossier k7q2-m4xd\n"
        "  di 7 april 2026: overschreden, 2 dagen geleden\n"
        "    informeer de betrokkene, of motiveer uitstel (betrokkene b-k3f9)\n"
        "    vroegste lezing: wo 1 april 2026, 8 dagen geleden\n"
        "    AVG art. 14 lid 3; Besluit PGA art. 4 lid 1 (zekerheid: handreiking)\n"
        "\n"
        "dossier p3x9-7abc\n"
        "  vr 4 september 2026: open, over ongeveer 5 maanden\n"
        "    informeer de betrokkene, of motiveer uitstel (betrokkene b-k3f9)\n"
        "    AVG art. 14 lid 3; Besluit PGA art. 4 lid 1 (zekerheid: handreiking)\n"
        "\n"
        "2 termijnen in 2 dossiers: 1 overschreden, 1 open\n");
}

TEST_CASE("met and lapsed terms show on request, steps too") {
  const std::string alles = tekst(drie(), {true, true});
  CHECK(voorbeeld::keer(alles, "nagekomen op do 9 april 2026, te laat") == 2);
  CHECK(alles.find("      zaterdag, zondag, 2e paasdag → di 7 april 2026") != std::string::npos);
  CHECK(voorbeeld::breedste(alles) <= 80);
  CHECK(tekst(drie()).find("nagekomen") == std::string::npos);
  CHECK(tekst({{"r8w2-5fgh", {nagekomen()}}}) == "geen lopende termijnen\n");
  CHECK(tekst({}, {true, false}) == "geen termijnen\n");
}

TEST_CASE("each status has its own words") {
  const auto regel = [](const Termijn& t) { return tekst({{"n", {t}}}, {true, false}); };
  const Datum straks(2026, 4, 10);
  CHECK(regel(voorbeeld::termijn(Status::nadert, kVandaag, kVandaag)).find("nadert, vandaag") != std::string::npos);
  CHECK(regel(voorbeeld::termijn(Status::nadert, straks, straks)).find("nadert, over 1 dag\n") !=
        std::string::npos);
  CHECK(regel(voorbeeld::termijn(Status::vroegste_lezing_voorbij, kVeilig, straks))
            .find("vroegste lezing voorbij, uiterste dag over 1 dag") != std::string::npos);
  const std::string geen = regel(voorbeeld::termijn(Status::vroegste_lezing_voorbij, kVeilig, std::nullopt));
  CHECK(geen.find("wo 1 april 2026: vroegste lezing voorbij\n") != std::string::npos);
  CHECK(geen.find("de uiterste dag") != std::string::npos);
  Termijn verlengd = voorbeeld::termijn(Status::opgeschort, kVeilig, straks);
  verlengd.verlengingen = 2;
  CHECK(regel(verlengd).find("opgeschort\n") != std::string::npos);
  CHECK(regel(verlengd).find("uitstel 2 keer verlengd") != std::string::npos);
  const auto open_tot = [&](Datum dag) { return regel(voorbeeld::termijn(Status::open, dag, dag)); };
  CHECK(open_tot(Datum(2026, 7, 10)).find("open, over 92 dagen\n") != std::string::npos);
  CHECK(open_tot(Datum(2026, 10, 9)).find("open, over ongeveer 6 maanden\n") != std::string::npos);
  CHECK(open_tot(Datum(2031, 4, 9)).find("open, over ongeveer 5 jaar\n") != std::string::npos);
  CHECK(regel(voorbeeld::termijn(Status::vervallen, kVeilig, straks)).find("vervallen\n") != std::string::npos);
}

TEST_CASE("JSON has every field of every term, in the order of urgency") {
  const json uit = als_json(drie());
  REQUIRE(uit.size() == 2);
  CHECK(uit.at(0) == json{{"dossier", "k7q2-m4xd"},
                          {"regel", "notificatie"},
                          {"zin", "informeer de betrokkene, of motiveer uitstel"},
                          {"betrokkene", "b-k3f9"},
                          {"onderwerp", nullptr},
                          {"start", "2026-03-04"},
                          {"veilig", "2026-04-01"},
                          {"uiterlijk", "2026-04-07"},
                          {"status", "overschreden"},
                          {"nagekomen_op", nullptr},
                          {"te_laat", false},
                          {"verlengingen", 0},
                          {"grondslag", "AVG art. 14 lid 3; Besluit PGA art. 4 lid 1"},
                          {"zekerheid", "handreiking"},
                          {"regime", "eu"},
                          {"stappen", open().stappen},
                          {"ernst", "kritiek"},
                          {"opgeschort_door", nullptr},
                          {"was", nullptr},
                          {"tijd", nullptr},
                          {"kast", nullptr},
                          {"tijd_veilig", nullptr}});
  const json alles = als_json(drie(), {true});
  REQUIRE(alles.size() == 4);
  CHECK(alles.at(3).at("te_laat") == true);
  CHECK(json::parse(termijnen_json({})) == json::array());
}

TEST_CASE("a term of no day says since when, and names none") {
  Termijn t = voorbeeld::termijn(Status::onverwijld, Datum(2026, 3, 4), std::nullopt);
  t.regel = "correctie";
  CHECK(tekst({{"n", {t}}}).find("  onverwijld, sinds wo 4 maart 2026 (36 dagen geleden)\n    informeer") !=
        std::string::npos);
  CHECK_FALSE(heeft(tekst({{"n", {t}}}), "vroegste lezing"));
  t.status = Status::nagekomen;
  t.nagekomen_op = Datum(2026, 3, 5);
  CHECK(heeft(tekst({{"n", {t}}}, {true}), "  onverwijld, sinds wo 4 maart 2026: nagekomen op do 5 maart 2026\n"));
}

TEST_CASE("a term in hours shows the time, a suspended one by what") {
  Termijn t = voorbeeld::termijn(Status::overschreden, kUiterlijk, kUiterlijk);
  t.tijd = termijn::op_de_klok(kUiterlijk, 14 * 60 + 5);
  CHECK(heeft(tekst({{"n", {t}}}), "  di 7 april 2026, 14:05: overschreden, 2 dagen geleden\n"));
  CHECK(als_json({{"n", {t}}}).at(0).at("tijd") == "14:05");
  Termijn wacht = voorbeeld::termijn(Status::opgeschort, kVeilig, kUiterlijk);
  wacht.opgeschort_door = "besluit om te bewaren do 2 april 2026 (" + voorbeeld::vijandig() + ")";
  const std::string uit = tekst({{"n", {wacht}}});
  CHECK(heeft(uit, "opgeschort: besluit om te bewaren do 2 april 2026"));
  CHECK(voorbeeld::onschadelijk(uit));
  CHECK(als_json({{"n", {wacht}}}).at(0).at("opgeschort_door").is_string());
}

TEST_CASE("a moved term shows the old day and why while it runs, and later on request") {
  Termijn t = voorbeeld::termijn(Status::open, Datum(2026, 9, 4), Datum(2026, 9, 4));
  t.was = termijn::Verschuiving{Datum(2026, 8, 3), Datum(2026, 8, 4), "casusoverleg di 7 april 2026"};
  CHECK(heeft(tekst({{"n", {t}}}), "    was di 4 augustus 2026, verplaatst door: casusoverleg di 7 april 2026\n"));
  CHECK(als_json({{"n", {t}}}).at(0).at("was") ==
        json{{"veilig", "2026-08-03"}, {"uiterlijk", "2026-08-04"}, {"reden", "casusoverleg di 7 april 2026"}});
  t.was->uiterlijk = std::nullopt;
  CHECK(heeft(tekst({{"n", {t}}}), "vroegste lezing was ma 3 augustus 2026, verplaatst door: casusoverleg"));
  t.veilig = Datum(2031, 9, 4);
  t.uiterlijk = t.veilig;
  CHECK(heeft(tekst({{"n", {t}}}), "verplaatst"));
  CHECK_FALSE(als_json({{"n", {t}}}).at(0).at("was").is_null());
  Termijn klaar = nagekomen();
  klaar.was = t.was;
  CHECK_FALSE(heeft(tekst({{"n", {klaar}}}, {true}), "verplaatst"));
  CHECK(heeft(tekst({{"n", {klaar}}}, {true, true}), "verplaatst"));
}

TEST_CASE("rules, statuses and a last day choose") {
  Termijn meteen = voorbeeld::termijn(Status::onverwijld, Datum(2026, 4, 8), std::nullopt);
  meteen.regel = "correctie";
  const std::vector<DossierTermijnen> lijst = {{"k7q2-m4xd", {open(), nagekomen(), meteen}}};
  const auto aantal = [&](const TermijnKeuze& k) { return als_json(lijst, k).size(); };
  CHECK(aantal({}) == 2);
  CHECK(aantal({.regels = {"correctie"}}) == 1);
  CHECK(aantal({.regels = {"correctie", "notificatie"}}) == 2);
  CHECK(aantal({.statussen = {Status::nagekomen}}) == 1);
  CHECK(aantal({.alles = true, .statussen = {Status::open, Status::nagekomen}}) == 2);
  CHECK(aantal({.tot = Datum(2026, 9, 4)}) == 2);
  CHECK(aantal({.tot = Datum(2026, 9, 3)}) == 1);  // what has no day always counts
  CHECK(aantal({.alles = true, .tot = Datum(2026, 4, 1)}) == 2);
  CHECK(tekst(lijst, {.regels = {"overleg"}}) == "geen termijnen met deze keuze\n");
}

TEST_CASE("several kasten are told apart") {
  const std::vector<DossierTermijnen> lijst = {{"k7q2-m4xd", {open()}, "/srv/a\x1b"},
                                               {"k7q2-m4xd", {open()}, "/srv/b"}};
  CHECK(heeft(tekst(lijst), "dossier k7q2-m4xd (kast /srv/a\\u001b)\n"));
  CHECK(heeft(tekst(lijst), "dossier k7q2-m4xd (kast /srv/b)\n"));
  CHECK(als_json(lijst).at(1).at("kast") == "/srv/b");
}

TEST_CASE("a step list of two is a list, not an object") {
  Termijn t = open();
  t.stappen = {"a", "b"};
  CHECK(json::parse(termijnen_json({{"n", {t}}})).at(0).at("stappen") == json::array({"a", "b"}));
}

TEST_CASE("due is what is past or near") {
  CHECK(vraagt_aandacht(voorbeeld::termijn(Status::overschreden, kVeilig, kUiterlijk)));
  CHECK(vraagt_aandacht(voorbeeld::termijn(Status::vroegste_lezing_voorbij, kVeilig, kUiterlijk)));
  CHECK(vraagt_aandacht(voorbeeld::termijn(Status::nadert, kVeilig, kUiterlijk)));
  CHECK_FALSE(vraagt_aandacht(open()));
  CHECK_FALSE(vraagt_aandacht(voorbeeld::termijn(Status::opgeschort, kVeilig, kUiterlijk)));
  CHECK_FALSE(vraagt_aandacht(nagekomen()));
  const auto rest = aandacht(drie());
  REQUIRE(rest.size() == 1);
  CHECK(rest.front().nummer == "k7q2-m4xd");
}

TEST_CASE("the monitoring answer: CRITICAL before UNKNOWN before WARNING before OK") {
  const std::vector<DossierTermijnen> rustig = {{"p3x9-7abc", {open(), nagekomen()}}};
  const Nagios ok = nagios(rustig, {}, 2);
  CHECK(ok.code == 0);
  CHECK(ok.tekst ==
        "PGA OK - 1 termijn open | overschreden=0;0;0;0 voorbij=0;0;;0 nadert=0;0;;0 open=1;;;0 onleesbaar=0;0;;0"
        " onverwijld=0;0;;0 kritiek=0;0;0;0 dagen_veilig=148;; dagen_uiterlijk=148;;0:\n"
        "2 dossiers van anderen overgeslagen\n");
  const Termijn voorbij = voorbeeld::termijn(Status::vroegste_lezing_voorbij, kVeilig, Datum(2026, 4, 20));
  const std::vector<DossierTermijnen> waarschuwing = {{"p3x9-7abc", {voorbij}}};
  CHECK(nagios(waarschuwing, {}, 0).code == 1);
  CHECK(nagios(waarschuwing, {}, 0).tekst.find("WARNING: p3x9-7abc notificatie vroegste lezing voorbij\n") !=
        std::string::npos);
  CHECK(nagios({{"n", {voorbeeld::termijn(Status::nadert, kVandaag, kVandaag)}}}, {}, 0).code == 1);
  const Nagios onbekend = nagios(waarschuwing, {"k7q2-m4xd"}, 0);
  CHECK(onbekend.code == 3);
  CHECK(onbekend.tekst.rfind("PGA UNKNOWN - 1 dossier niet te lezen (k7q2-m4xd), 1 vroegste lezing voorbij | ",
                             0) == 0);
  CHECK(nagios(rustig, {"k7q2-m4xd"}, 0).code == 3);
  const Nagios kritiek = nagios(drie(), {"a1a1-a1a1", "b1b1-b1b1", "c1c1-c1c1", "d1d1-d1d1"}, 0);
  CHECK(kritiek.code == 2);
  CHECK(kritiek.tekst.rfind("PGA CRITICAL - 1 termijn overschreden, 4 dossiers niet te lezen (", 0) == 0);
  CHECK(kritiek.tekst.find("UNKNOWN: d1d1-d1d1 niet te lezen\n") != std::string::npos);
  CHECK(kritiek.tekst.find("b-k3f9") == std::string::npos);
}

TEST_CASE("the monitoring answer with limits of its own, and what has no day") {
  const auto met = [](const Termijn& t, const Drempels& d) {
    return weergave::nagios({{"n", {t}}}, kVandaag, d, {}, 0);
  };
  const Datum dag(2026, 4, 14);  // five days ahead, and six
  const Termijn straks = voorbeeld::termijn(Status::nadert, dag, Datum(2026, 4, 15));
  CHECK(met(straks, {}).code == 1);
  CHECK(met(straks, {5, {}}).code == 1);
  CHECK(met(straks, {4, {}}).code == 0);
  CHECK(met(straks, {4, 5}).code == 0);
  CHECK(met(straks, {4, 6}).code == 2);
  CHECK(met(open(), {148, {}}).tekst.find("WARNING: n notificatie nadert\n") != std::string::npos);
  CHECK(met(straks, {4, 6}).tekst.find("dagen_veilig=5;5:; dagen_uiterlijk=6;;7:\n") != std::string::npos);
  CHECK(met(straks, {4, 6}).tekst.rfind("PGA CRITICAL - 1 kritiek | ", 0) == 0);
  // No limit makes a term that is past a lesser thing.
  CHECK(met(voorbeeld::termijn(Status::overschreden, kVeilig, kUiterlijk), {0, 0}).code == 2);
  CHECK(met(voorbeeld::termijn(Status::vroegste_lezing_voorbij, kVeilig, dag), {0, 0}).code == 1);
  CHECK(met(nagekomen(), {9999, 9999}).code == 0);
  Termijn meteen = voorbeeld::termijn(Status::onverwijld, kVandaag, std::nullopt);
  CHECK(met(meteen, {0, 0}).code == 1);
  CHECK(met(meteen, {}).tekst.rfind("PGA WARNING - 1 onverwijld | ", 0) == 0);
  CHECK(met(meteen, {}).tekst.find(" onverwijld=1;0;;0 kritiek=0;0;0;0\n") != std::string::npos);
  meteen.ernst = termijn::Ernst::kritiek;
  CHECK(met(meteen, {}).code == 2);
}

TEST_CASE("the monitoring answer tells jaarverslagen apart by year, and names no id") {
  const auto verslag = [](const char* regel, const char* onderwerp) {
    Termijn t = voorbeeld::termijn(Status::overschreden, kVandaag.plus_dagen(-3), kVandaag.plus_dagen(-2));
    t.regel = regel;
    t.betrokkene.clear();
    t.onderwerp = onderwerp;
    return t;
  };
  const std::string uit = nagios({{"gemeente",
                                   {verslag("jaarverslag", "2026"), verslag("jaarverslag", "2027"),
                                    verslag("screening_verlopen", "pol1"), verslag("screening_verlopen", "om1")}}},
                                 {}, 0)
                              .tekst;
  CHECK(uit.find("gemeente jaarverslag 2026 overschreden\n") != std::string::npos);
  CHECK(uit.find("gemeente jaarverslag 2027 overschreden\n") != std::string::npos);
  CHECK(uit.find("gemeente screening_verlopen overschreden (2 keer)\n") != std::string::npos);
  CHECK(uit.find("pol1") == std::string::npos);
}

TEST_CASE("the monitoring answer cannot be broken by a name") {
  const Nagios uit = nagios({}, {"a|b=9\n" + voorbeeld::vijandig()}, 0);
  CHECK(voorbeeld::onschadelijk(uit.tekst));
  CHECK(voorbeeld::keer(uit.tekst, "|") == 1);
  CHECK(voorbeeld::keer(uit.tekst, "\n") == 2);
}

TEST_CASE("the manual page has every rule of the table, and no other") {
  std::ifstream stroom(std::string(PGA_BRON) + "/man/pga-termijnen.1");
  const std::string pagina{std::istreambuf_iterator<char>(stroom), {}};
  const std::size_t begin = pagina.find(".SH TERMIJNEN");
  REQUIRE(begin != std::string::npos);
  std::istringstream deel(pagina.substr(begin, pagina.find(".SH JSON") - begin));
  std::set<std::string> genoemd;
  for (std::string regel; std::getline(deel, regel);) {
    if (regel.rfind(".B ", 0) != 0) continue;
    std::istringstream namen(regel.substr(3));
    for (std::string naam; std::getline(namen, naam, ',');)
      genoemd.insert(naam.substr(naam.find_first_not_of(' ')));
  }
  const std::vector<std::string> namen = termijn::regelnamen();
  CHECK(genoemd == std::set<std::string>(namen.begin(), namen.end()));
}

TEST_CASE("what is done or has lapsed does not count days any more; what a reading suspends warns") {
  const auto regels = [](const Termijn& t) {
    std::string uit;
    for (const std::string& r : bijzonderheden(t, kVandaag)) uit += r + '\n';
    return uit;
  };
  Termijn t = voorbeeld::termijn(Status::vervallen, kVeilig, kUiterlijk);
  CHECK(regels(t).find("vroegste lezing: wo 1 april 2026\n") != std::string::npos);
  CHECK(regels(nagekomen()).find("geleden") == std::string::npos);
  t.status = Status::opgeschort;
  t.opgeschort_door = "vraag om een bewijs van identiteit";
  CHECK(regels(t).find("vroegste lezing: wo 1 april 2026, 8 dagen geleden\n") != std::string::npos);
  CHECK(stand(t, kVandaag) == "opgeschort: vraag om een bewijs van identiteit");
  t.ernst = termijn::Ernst::waarschuwing;
  CHECK(stand(t, kVandaag) == "opgeschort: vraag om een bewijs van identiteit, vroegste lezing voorbij");
  const Nagios n = nagios({{"n", {t}}}, kVandaag, {}, {}, 0);
  CHECK(n.code == 1);
  CHECK(n.tekst.rfind("PGA WARNING - 1 vroegste lezing voorbij", 0) == 0);
}

TEST_CASE("a term in hours shows both times when they differ, on one day too") {
  Termijn t = voorbeeld::termijn(Status::open, Datum(2026, 11, 13), Datum(2026, 11, 13));
  t.tijd = termijn::op_de_klok(Datum(2026, 11, 13), 16 * 60);
  t.veilige_tijd = termijn::op_de_klok(Datum(2026, 11, 13), 15 * 60 + 20);
  const std::string uit = termijnen_tekst({{"n", {t}}}, Datum(2026, 11, 10), {}, kKaal);
  CHECK(uit.find("vr 13 november 2026, 16:00: open, over 3 dagen") != std::string::npos);
  CHECK(uit.find("vroegste lezing: vr 13 november 2026, 15:20, over 3 dagen") != std::string::npos);
  const json j = json::parse(termijnen_json({{"n", {t}}}));
  CHECK(j[0]["tijd"] == "16:00");
  CHECK(j[0]["tijd_veilig"] == "15:20");
  t.veilige_tijd = t.tijd;
  CHECK(termijnen_tekst({{"n", {t}}}, Datum(2026, 11, 10), {}, kKaal).find("vroegste lezing") == std::string::npos);
}

TEST_CASE("the old day of a running term is shown, however far away the new one is") {
  Termijn t = voorbeeld::termijn(Status::open, Datum(2031, 9, 14), Datum(2031, 9, 14));
  t.was = termijn::Verschuiving{Datum(2031, 3, 10), Datum(2031, 3, 10), "laatste verwerking ma 14 september 2026"};
  const auto uit = [&] { return termijnen_tekst({{"n", {t}}}, kVandaag, {}, kKaal); };
  CHECK(uit().find("was ma 10 maart 2031, verplaatst door: laatste verwerking") != std::string::npos);
  t.status = Status::vervallen;
  CHECK(uit().find("verplaatst door") == std::string::npos);
}
