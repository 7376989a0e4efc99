// SPDX-License-Identifier: EUPL-1.2
//
// An ijkpunt: every head that goes missing is named, nothing else is; and it fixes what an ended key signed.
#include "lib/kast/ijkpunt.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "lib/kast/logboek.h"
#include "lib/seal/digest.h"
#include "lib/seal/minisign.h"
#include "tests/kast/hulp.h"

namespace pga::test {
namespace {

namespace fs = std::filesystem;
const Datum kDag(2026, 2, 10);

kast::NieuwBestand maak(const ProefKast& k, const std::string& id = "reg1") {
  const kast::NieuwBestand uit = kast::maak_ijkpunt(k.open(), k.lezer(id), kDag);
  kast::maak_bestanden({uit});
  return uit;
}

std::vector<Bevinding> geschonden(const ProefKast& k) {
  const kast::Kast kast = k.open();
  std::vector<Bevinding> uit = kast::controleer(kast, k.lezer("reg1"), kDag, std::nullopt).bevindingen;
  uit.erase(
      std::remove_if(uit.begin(), uit.end(), [](const Bevinding& b) { return b.soort != FoutSoort::integriteit; }),
      uit.end());
  return uit;
}

bool noemt(const std::vector<Bevinding>& bevindingen, std::string_view tekst) {
  return std::any_of(bevindingen.begin(), bevindingen.end(),
                     [&](const Bevinding& b) { return b.wat.find(tekst) != std::string::npos; });
}

/// A version of beheer in which pol1's key ended; with the digest of an ijkpunt when that is given.
void beeindig(const ProefKast& k, const std::string& ijkpunt) {
  const kast::Kast kast = k.open();
  Waarde document = kast.beheer().document;
  Waarde lijst = Waarde::lijst_();
  for (kast::Gebruiker g : kast.beheer().gebruikers) {
    if (g.id.tekst() == "pol1") {
      g.sleutels.front().tot = Datum(2026, 6, 15);
      if (!ijkpunt.empty()) g.sleutels.front().ijkpunt = ijkpunt;
    }
    lijst.voeg_toe(kast::als_waarde(g));
  }
  document.zet("gebruikers", std::move(lijst));
  k.beheer(document, "reg1", kDag);
}

TEST_CASE("een ijkpunt van een kast die klopt, klopt; lezen geeft wat er staat") {
  const ProefKast k;
  const std::string een = k.melding();
  const std::string twee = k.melding();
  const kast::NieuwBestand bestand = maak(k, "wacht1");
  const kast::Ijkpunt ijkpunt = kast::lees_ijkpunt(bestand.bytes, bestand.pad);
  CHECK(ijkpunt.kast == k.open().keten().front().digest);
  CHECK(ijkpunt.dossiers.size() >= 2);
  for (const std::string& n : {een, twee}) {
    CHECK(ijkpunt.dossiers.at(*Nummer::lees(n)) == k.laad(n, "reg1").koppen);
  }
  CHECK(kast::vind_ijkpunt(k.open(), ijkpunt.digest).door.tekst() == "wacht1");
  CHECK_FALSE(noemt(geschonden(k), "ijkpunt"));
}

TEST_CASE("elk stuk dat na het ijkpunt verdwijnt, is een bevinding; elk stuk dat erbij komt niet") {
  const ProefKast k;
  const std::string n = k.melding();
  k.stuk(n, "1-opgenomen/02-aanmelding", "reg1", Datum(2026, 1, 19));
  maak(k);
  k.stuk(n, "1-opgenomen/03-weging");
  CHECK_FALSE(noemt(geschonden(k), "sinds het ijkpunt"));
  for (const kast::GeladenStuk& s : k.laad(n, "reg1").stukken) {
    fs::rename(s.bestand, k.map / "weg");
    const bool van_toen = s.soort != "weging";
    // A stuk that the heads follow on is missed by its links, the heads themselves by the ijkpunt.
    CHECK(geschonden(k).empty() == !van_toen);
    if (s.soort == "aanmelding") CHECK(noemt(geschonden(k), "sinds het ijkpunt"));
    fs::rename(k.map / "weg", s.bestand);
  }
  fs::rename(k.open().dossier_map(*Nummer::lees(n)), k.map / "weg");
  CHECK(noemt(geschonden(k), "is dossier " + n + " verdwenen"));
}

TEST_CASE(
    "een dossier dat weg is: wie geen bewijs van vernietiging kan lezen, kan niet zeggen dat het hoort te liggen") {
  const ProefKast k;
  const std::string n = k.melding();
  const kast::NieuwBestand bestand = maak(k);
  const kast::Kast kast = k.open();
  const kast::Ijkpunt ijkpunt = kast::lees_ijkpunt(bestand.bytes, bestand.pad);
  kast::Inhoud inhoud;
  for (const auto& [wie, koppen] : ijkpunt.logboek) inhoud.logboek[wie] = {koppen.begin(), koppen.end()};
  for (const bool leest : {true, false}) {
    inhoud.leest_bewijzen = leest;
    const auto soort = leest ? FoutSoort::integriteit : FoutSoort::bevinding;
    const auto elders = kast::toets_ijkpunt(kast, ijkpunt, bestand.bytes, inhoud, *Nummer::lees(n));
    REQUIRE(elders.size() == 1);
    CHECK(elders.front().soort == soort);
    CHECK(noemt(kast::controleer_ijkpunten(kast, inhoud), "is dossier " + n + " verdwenen") == leest);
  }
  // That of a stuk of a dossier that is there stays what it was.
  inhoud.dossiers[*Nummer::lees(n)] = {};
  CHECK(kast::toets_ijkpunt(kast, ijkpunt, bestand.bytes, inhoud, *Nummer::lees(n)).front().soort ==
        FoutSoort::integriteit);
}

TEST_CASE("elke veranderde byte van een ijkpunt valt op") {
  const ProefKast k;
  k.melding();
  const kast::NieuwBestand bestand = maak(k);
  const kast::Kast kast = k.open();
  const kast::Ijkpunt goed = kast::lees_ijkpunt(bestand.bytes, bestand.pad);
  kast::Inhoud inhoud;
  for (const auto& [nummer, koppen] : goed.dossiers) inhoud.dossiers[nummer] = {koppen.begin(), koppen.end()};
  for (const auto& [wie, koppen] : goed.logboek) inhoud.logboek[wie] = {koppen.begin(), koppen.end()};
  REQUIRE(kast::toets_ijkpunt(kast, goed, bestand.bytes, inhoud, std::nullopt).empty());
  for (std::size_t i = 0; i < bestand.bytes.size(); ++i) {
    std::string anders = bestand.bytes;
    anders[i] = static_cast<char>(anders[i] ^ 1);
    try {
      const kast::Ijkpunt gelezen = kast::lees_ijkpunt(anders, bestand.pad);
      CHECK_FALSE(kast::toets_ijkpunt(kast, gelezen, anders, inhoud, std::nullopt).empty());
    } catch (const Fout& e) {
      CHECK(e.soort() == FoutSoort::integriteit);
    }
  }
}

TEST_CASE("wie de kast niet beheert of bewaakt, maakt geen ijkpunt, en het zijne telt niet") {
  const ProefKast k;
  k.melding();
  CHECK_THROWS_AS(kast::maak_ijkpunt(k.open(), k.lezer("pol1"), kDag), Fout);
}

TEST_CASE("met een sleutel om te tekenen die het beheer niet kent, komt er geen ijkpunt") {
  const ProefKast k;
  k.melding();
  const kast::Kast kast = k.open();
  Waarde document = kast.beheer().document;
  Waarde lijst = Waarde::lijst_();
  for (kast::Gebruiker g : kast.beheer().gebruikers) {
    if (g.id.tekst() == "wacht1") {
      g.sleutels.front().tekent = seal::SigningKey::derive(seal::Identity::generate()).verify_key();
    }
    lijst.voeg_toe(kast::als_waarde(g));
  }
  document.zet("gebruikers", std::move(lijst));
  k.beheer(document, "reg1", kDag);
  try {
    maak(k, "wacht1");
    FAIL("an ijkpunt that nobody can verify");
  } catch (const Fout& e) {
    CHECK(e.soort() == FoutSoort::sleutel);
  }
  maak(k);
  CHECK(geschonden(k).empty());
}

TEST_CASE("wat een afgelopen sleutel later tekent onder een oude datum, telt niet; wat er al was wel") {
  const ProefKast k;
  const std::string n = k.melding();
  const std::string ervoor = k.stuk(n, "1-opgenomen/02-aanmelding", "pol1", Datum(2026, 1, 19));
  const std::string digest = seal::digest(maak(k).bytes);
  beeindig(k, digest);
  CHECK(geschonden(k).empty());
  const std::size_t stukken = k.laad(n, "reg1").stukken.size();
  const std::string erna = k.stuk(n, "1-opgenomen/03-weging", "pol1", Datum(2026, 2, 4));
  const kast::GeladenDossier d = k.laad(n, "reg1");
  CHECK(d.geschonden());
  CHECK(d.stukken.size() == stukken);
  CHECK(std::any_of(d.stukken.begin(), d.stukken.end(), [&](const auto& s) { return s.stuk.digest == ervoor; }));
  CHECK(noemt(d.bevindingen, "sleutel van pol1 die is afgelopen"));
  CHECK_FALSE(
      std::any_of(d.stukken.begin(), d.stukken.end(), [&](const auto& s) { return s.stuk.digest == erna; }));
}

TEST_CASE("een afgelopen sleutel zonder ijkpunt wordt genoemd") {
  const ProefKast k;
  k.melding();
  CHECK(kast::zonder_ijkpunt(k.open().beheer(), kDag).empty());
  beeindig(k, "");
  REQUIRE(kast::zonder_ijkpunt(k.open().beheer(), Datum(2026, 6, 16)).size() == 1);
  CHECK(kast::zonder_ijkpunt(k.open().beheer(), Datum(2026, 6, 16)).front().gebruiker.tekst() == "pol1");
  CHECK(kast::zonder_ijkpunt(k.open().beheer(), Datum(2026, 6, 15)).empty());
}

}  // namespace
}  // namespace pga::test
