// SPDX-License-Identifier: EUPL-1.2
//
// CSV and calendars with whatever a dossier may hold: read back by a reader that knows the standard only.
#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <utility>

#include <doctest/doctest.h>

#include "lib/weergave/termijnen.h"
#include "tests/weergave/voorbeeld.h"

using namespace pga;
using namespace pga::weergave;
using termijn::Status;
using termijn::Termijn;

namespace {

const Datum kVandaag(2026, 4, 9);
constexpr int kRonden = 400;

using Rijen = std::vector<std::vector<std::string>>;

/// RFC 4180, strictly: CRLF, quotes doubled, none in a bare field.
Rijen lees_csv(const std::string& tekst) {
  Rijen rijen;
  std::vector<std::string> rij;
  for (std::size_t i = 0; i < tekst.size();) {
    std::string cel;
    if (tekst[i] == '"') {
      for (++i;; ++i) {
        REQUIRE(i < tekst.size());
        if (tekst[i] != '"') {
          cel += tekst[i];
        } else if (i + 1 < tekst.size() && tekst[i + 1] == '"') {
          cel += tekst[++i];
        } else {
          break;
        }
      }
      ++i;
    } else {
      while (i < tekst.size() && tekst[i] != ',' && tekst[i] != '\r') {
        REQUIRE(tekst[i] != '"');
        cel += tekst[i++];
      }
    }
    rij.push_back(cel);
    REQUIRE(i < tekst.size());
    if (tekst[i] == ',') {
      ++i;
      continue;
    }
    REQUIRE(tekst.substr(i, 2) == "\r\n");
    i += 2;
    rijen.push_back(std::exchange(rij, {}));
  }
  CHECK(rij.empty());
  return rijen;
}

using Eigenschappen = std::vector<std::pair<std::string, std::string>>;

/// Physical lines of at most 75 octets, valid UTF-8 each, joined again; name (with parameters) and raw value.
Eigenschappen lees_ics(const std::string& tekst) {
  Eigenschappen uit;
  for (std::size_t begin = 0; begin < tekst.size();) {
    const std::size_t einde = tekst.find("\r\n", begin);
    REQUIRE(einde != std::string::npos);
    const std::string regel = tekst.substr(begin, einde - begin);
    CHECK(regel.size() <= 75);
    CHECK(regel.find('\n') == std::string::npos);
    CHECK(veilig(regel) == regel);  // whole characters: nothing was cut
    begin = einde + 2;
    if (regel.rfind(' ', 0) == 0) {
      REQUIRE_FALSE(uit.empty());
      uit.back().second += regel.substr(1);
      continue;
    }
    const std::size_t punt = regel.find(':');
    REQUIRE(punt != std::string::npos);
    uit.emplace_back(regel.substr(0, punt), regel.substr(punt + 1));
  }
  return uit;
}

/// The text that a value of the type TEXT stands for.
std::string tekst_van(const std::string& waarde) {
  std::string uit;
  for (std::size_t i = 0; i < waarde.size(); ++i) {
    CHECK(waarde[i] != ';');
    CHECK(waarde[i] != ',');
    if (waarde[i] != '\\') {
      uit += waarde[i];
      continue;
    }
    REQUIRE(++i < waarde.size());
    REQUIRE(std::string("nN,;\\").find(waarde[i]) != std::string::npos);
    uit += waarde[i] == 'n' || waarde[i] == 'N' ? '\n' : waarde[i];
  }
  return uit;
}

/// The values of a property, in order.
std::vector<std::string> alle(const Eigenschappen& e, const std::string& naam) {
  std::vector<std::string> uit;
  for (const auto& [n, w] : e) {
    if (n == naam) uit.push_back(w);
  }
  return uit;
}

/// Not collision-resistant, but enough to tell these few apart; longer than what is used of it.
std::string kort(std::string_view bytes) {
  const std::string een = std::to_string(std::hash<std::string_view>{}(bytes));
  return een + std::string(64 - een.size(), '0');
}
Eigenschappen ics(const std::vector<DossierTermijnen>& lijst, Datum dag = kVandaag) {
  return lees_ics(termijnen_ics(lijst, dag, kort));
}

class Willekeurig {
 public:
  std::string tekst() {
    static const std::array<std::string, 22> kDelen = {
        "a",  "b-k3f9", "=1+1", "+", "-", "@SUM(A1)", "'", "\"",   ",", ";",      "\\",
        "\n", "\r\n",   "\t",   " ", ":", "é",        "→", "\xff", "😀", "BEGIN:", voorbeeld::vijandig()};
    std::string uit;
    for (int i = getal(0, 40); i > 0; --i) uit += kDelen.at(static_cast<std::size_t>(getal(0, 21)));
    return uit;
  }
  Termijn termijn() {
    const auto status = static_cast<Status>(getal(0, termijn::kStatussen - 1));
    const Datum veilig(2026, static_cast<unsigned>(getal(1, 12)), static_cast<unsigned>(getal(1, 28)));
    Termijn t = voorbeeld::termijn(status, veilig, std::nullopt);
    if (getal(0, 3) > 0) t.uiterlijk = veilig.plus_dagen(getal(0, 3));
    t.betrokkene = tekst();
    t.onderwerp = tekst();
    t.zin = tekst();
    t.grondslag = tekst();
    t.opgeschort_door = tekst();
    t.stappen = {tekst(), tekst()};
    if (getal(0, 1) == 0) t.was = termijn::Verschuiving{veilig, std::nullopt, tekst()};
    return t;
  }
  int getal(int van, int tot) { return std::uniform_int_distribution<int>(van, tot)(bron_); }

 private:
  std::mt19937 bron_{20260409};
};

}  // namespace

TEST_CASE("CSV: every value comes back, and none begins as a formula") {
  Willekeurig w;
  for (int ronde = 0; ronde < kRonden; ++ronde) {
    const Termijn t = w.termijn();
    const std::string nummer = w.tekst();
    const std::string csv = termijnen_csv({{nummer, {t, t}}});
    const Rijen rijen = lees_csv(csv);
    REQUIRE(rijen.size() == 3);
    REQUIRE(rijen[0].size() == 24);
    std::map<std::string, std::string> cel;
    for (std::size_t i = 0; i < 24; ++i) {
      const std::string& ruw = rijen[1].at(i);
      CHECK((ruw.empty() || std::string("=+-@\t\r").find(ruw.front()) == std::string::npos));
      CHECK(veilig(ruw) == ruw);
      cel[rijen[0][i]] = ruw.rfind('\'', 0) == 0 ? ruw.substr(1) : ruw;
    }
    CHECK(rijen[1] == rijen[2]);
    CHECK(cel.at("dossier") == veilig(nummer));
    CHECK(cel.at("betrokkene") == veilig(t.betrokkene));
    CHECK(cel.at("zin") == veilig(t.zin));
    CHECK(cel.at("uiterlijk") == (t.uiterlijk ? t.uiterlijk->tekst() : ""));
    CHECK(cel.at("was_reden") == (t.was ? veilig(t.was->reden) : ""));
    CHECK(cel.at("stappen") == veilig(t.stappen[0] + " | " + t.stappen[1]));
  }
}

TEST_CASE("CSV: the columns, once, also without a term") {
  CHECK(termijnen_csv({}) ==
        "dossier,regel,zin,betrokkene,onderwerp,start,veilig,uiterlijk,tijd,status,ernst,nagekomen_op,te_laat,"
        "verlengingen,grondslag,zekerheid,regime,opgeschort_door,was_veilig,was_uiterlijk,was_reden,stappen,"
        "kast,tijd_veilig\r\n");
}

TEST_CASE("calendar: whatever a dossier holds, the lines are right and the texts come back") {
  Willekeurig w;
  for (int ronde = 0; ronde < kRonden; ++ronde) {
    const Termijn t = w.termijn();
    const std::string nummer = w.tekst();
    const Eigenschappen e = ics({{nummer, {t}}});
    CHECK(e.front() == std::pair<std::string, std::string>{"BEGIN", "VCALENDAR"});
    CHECK(e.back() == std::pair<std::string, std::string>{"END", "VCALENDAR"});
    CHECK(alle(e, "BEGIN").size() == alle(e, "END").size());
    const std::vector<std::string> samenvattingen = alle(e, "SUMMARY");
    REQUIRE_FALSE(samenvattingen.empty());
    for (const std::string& s : samenvattingen) {
      const std::string tekst = tekst_van(s);
      CHECK(tekst.rfind(veilig(nummer), 0) == 0);
      CHECK(tekst.find(": " + veilig(t.zin)) != std::string::npos);
    }
    for (const std::string& d : alle(e, "DESCRIPTION")) CHECK_FALSE(tekst_van(d).empty());
  }
}

TEST_CASE("calendar: an event on the last day and one on the earliest reading when that is another") {
  const Termijn t = voorbeeld::termijn(Status::open, Datum(2026, 5, 4), Datum(2026, 5, 7));
  Eigenschappen e = ics({{"k7q2-m4xd", {t}, {}, "b2:1", 5}});
  CHECK(alle(e, "DTSTART;VALUE=DATE") == std::vector<std::string>{"20260507", "20260504"});
  CHECK(alle(e, "DTSTAMP") == std::vector<std::string>{"20260409T000000Z", "20260409T000000Z"});
  CHECK(alle(e, "SEQUENCE") == std::vector<std::string>{"2295", "2295"});  // 5 and the days since 2020
  CHECK(alle(e, "STATUS") == std::vector<std::string>{"CONFIRMED", "CONFIRMED"});
  CHECK(alle(e, "TRIGGER").size() == 4);
  CHECK(tekst_van(alle(e, "SUMMARY")[1]) ==
        "k7q2-m4xd, vroegste lezing: informeer de betrokkene, of motiveer uitstel (betrokkene b-k3f9)");
  e = ics({{"n", {voorbeeld::termijn(Status::open, Datum(2026, 5, 4), std::nullopt)}}});
  CHECK(alle(e, "DTSTART;VALUE=DATE") == std::vector<std::string>{"20260504"});
  Termijn meteen = voorbeeld::termijn(Status::onverwijld, Datum(2026, 3, 4), std::nullopt);
  meteen.regel = "correctie";
  e = ics({{"n", {meteen}}});
  CHECK(alle(e, "DTSTART;VALUE=DATE") == std::vector<std::string>{"20260304"});
  CHECK(alle(e, "SUMMARY")[0].rfind("n\\, onverwijld: ", 0) == 0);
  Termijn laatste = voorbeeld::termijn(Status::open, Datum(9999, 12, 31), Datum(9999, 12, 31));
  CHECK(alle(ics({{"n", {laatste}}}), "DTSTART;VALUE=DATE") == std::vector<std::string>{"99991231"});
}

TEST_CASE("calendar: what is met or lapsed is cancelled, what is suspended tentative, and neither rings") {
  Termijn t = voorbeeld::termijn(Status::nagekomen, Datum(2026, 5, 4), Datum(2026, 5, 4));
  t.nagekomen_op = Datum(2026, 4, 1);
  const auto stand = [&](Status s) {
    t.status = s;
    const Eigenschappen e = ics({{"n", {t}}});
    CHECK(alle(e, "TRIGGER").empty());
    return alle(e, "STATUS");
  };
  CHECK(stand(Status::nagekomen) == std::vector<std::string>{"CANCELLED"});
  CHECK(stand(Status::vervallen) == std::vector<std::string>{"CANCELLED"});
  CHECK(stand(Status::opgeschort) == std::vector<std::string>{"TENTATIVE"});
}

TEST_CASE("calendar: time alone makes SEQUENCE grow, and never lets it fall") {
  const DossierTermijnen d = {
      "n", {voorbeeld::termijn(Status::open, Datum(2026, 5, 4), Datum(2026, 5, 4))}, {}, "", 5};
  const auto op = [&](Datum dag) { return std::stoi(alle(ics({d}, dag), "SEQUENCE").at(0)); };
  CHECK(op(Datum(2026, 4, 10)) == op(Datum(2026, 4, 9)) + 1);
  CHECK(op(Datum(2020, 1, 1)) == 5);
  CHECK(op(Datum(1990, 1, 1)) == 5);
  CHECK(op(Datum(9999, 12, 31)) > op(Datum(2026, 4, 10)));
}

TEST_CASE("calendar: a term in hours has both times in its title") {
  Termijn t = voorbeeld::termijn(Status::open, Datum(2026, 11, 13), Datum(2026, 11, 13));
  t.tijd = termijn::op_de_klok(Datum(2026, 11, 13), 16 * 60);
  t.veilige_tijd = termijn::op_de_klok(Datum(2026, 11, 13), 15 * 60 + 20);
  Eigenschappen e = ics({{"n", {t}}});
  REQUIRE(alle(e, "SUMMARY").size() == 1);
  CHECK(tekst_van(alle(e, "SUMMARY")[0]).rfind("n, uiterlijk 16:00, vroegste lezing 15:20: ", 0) == 0);
  CHECK(tekst_van(alle(e, "DESCRIPTION")[0]).find("vroegste lezing: vr 13 november 2026, 15:20") !=
        std::string::npos);
  t.veilig = Datum(2026, 11, 12);
  t.veilige_tijd = termijn::op_de_klok(t.veilig, 23 * 60 + 50);
  t.tijd = termijn::op_de_klok(Datum(2026, 11, 13), 0);
  e = ics({{"n", {t}}});
  REQUIRE(alle(e, "SUMMARY").size() == 2);
  CHECK(tekst_van(alle(e, "SUMMARY")[1]).rfind("n, vroegste lezing 23:50: ", 0) == 0);
}

TEST_CASE("calendar: a receipt keeps what runs or ended in the last quarter, and nothing of before") {
  Termijn loopt = voorbeeld::termijn(Status::open, Datum(2026, 5, 4), Datum(2026, 5, 7));
  Termijn met = voorbeeld::termijn(Status::nagekomen, Datum(2026, 3, 1), Datum(2026, 3, 1));
  met.onderwerp = "i1";
  Termijn vervallen = voorbeeld::termijn(Status::vervallen, Datum(2026, 3, 1), Datum(2026, 3, 1));
  vervallen.onderwerp = "i2";
  vervallen.gestopt_op = Datum(2024, 1, 1);  // suspended long before it lapsed
  const auto kenmerken = [&](Datum einde) {
    met.nagekomen_op = einde;
    vervallen.vervallen_op = einde;
    return agenda_kenmerken({"n", {loopt, met, vervallen}, {}, "b2:1", 5}, kVandaag, kort);
  };
  CHECK(kenmerken(kVandaag).size() == 4);
  CHECK(kenmerken(kVandaag.plus_dagen(-92)).size() == 4);
  CHECK(kenmerken(kVandaag.plus_dagen(-93)).size() == 2);
  // By these a calendar knows them.
  const std::vector<std::string> nu = kenmerken(kVandaag);
  for (const std::string& uid : alle(ics({{"n", {loopt, met, vervallen}, {}, "b2:1", 5}}), "UID")) {
    CHECK(std::count(nu.begin(), nu.end(), uid.substr(0, 32)) == 1);
  }
}

TEST_CASE("calendar: a UID stays when a term moves, and no two events share one") {
  const DossierTermijnen voor = {
      "n", {voorbeeld::termijn(Status::open, Datum(2026, 5, 4), Datum(2026, 5, 7))}, {}, "b2:1", 5};
  DossierTermijnen na = voor;
  na.stand = 6;
  na.termijnen[0].stuk = "b2:ff";
  na.termijnen[0].veilig = Datum(2026, 5, 20);
  na.termijnen[0].was = termijn::Verschuiving{Datum(2026, 5, 4), Datum(2026, 5, 7), "besluit"};
  na.termijnen[0].uiterlijk = Datum(2026, 5, 20);
  const Eigenschappen nieuw = ics({na});
  CHECK(alle(nieuw, "UID") == alle(ics({voor}), "UID"));
  // The earliest reading is no longer another day: its event is called off.
  CHECK(alle(nieuw, "STATUS") == std::vector<std::string>{"CONFIRMED", "CANCELLED"});
  CHECK(alle(nieuw, "SEQUENCE") == std::vector<std::string>{"2296", "2296"});

  // A second term of the same rule, other subjects, rules, dossiers and kasten.
  const Termijn een = voor.termijnen[0];
  Termijn twee = een;
  twee.start = Datum(2026, 6, 1);
  Termijn ander = een;
  ander.onderwerp = "i1";
  Termijn wissel = een;
  wissel.onderwerp = een.betrokkene;
  wissel.betrokkene = "";
  std::vector<DossierTermijnen> lijst = {
      {"n", {twee, een, ander, wissel}, {}, "b2:1", 5}, {"m", {een}, {}, "b2:1", 5}, {"n", {een}, {}, "b2:2", 5}};
  const std::vector<std::string> uids = alle(ics(lijst), "UID");
  CHECK(uids.size() == 12);
  CHECK(std::set<std::string>(uids.begin(), uids.end()).size() == 12);
  // The second one has not taken the place of the first.
  const std::vector<std::string> oud = alle(ics({voor}), "UID");
  CHECK(uids[2] == oud[0]);
  CHECK(std::all_of(uids.begin(), uids.end(), [](const std::string& u) { return u.size() == 32 + 12; }));
}
