// SPDX-License-Identifier: EUPL-1.2
//
// One byte changed anywhere in a kast: found, as a violation.
#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "lib/basis/fout.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

/// The kind of the worst that controleer says: 13 before all.
int oordeel(const kast::Kast& kast, const kast::Lezer& lezer, const std::string& nummer) {
  const auto bevindingen = kast::controleer(kast, lezer, Datum(2026, 6, 1), Nummer::lees(nummer)).bevindingen;
  if (bevat(bevindingen, FoutSoort::integriteit)) return 13;
  return bevindingen.empty() ? 0 : exit_code(bevindingen.front().soort);
}

int oordeel(const ProefKast& kast, const std::string& nummer, const std::string& id) {
  try {
    return oordeel(kast.open(), kast.lezer(id), nummer);
  } catch (const Fout& f) {
    return exit_code(f.soort());
  }
}

/// Changes every `stap`-th byte of a file in turn.
void elke_byte(const std::function<int()>& controleer, const kast::Pad& pad, std::size_t stap) {
  const std::string goed = lees(pad);
  for (std::size_t i = 0; i < goed.size(); i += stap) {
    std::string fout = goed;
    fout[i] = static_cast<char>(fout[i] ^ (1 << (i % 8)));
    overschrijf(pad, fout);
    const int code = controleer();
    if (code != 13) {
      overschrijf(pad, goed);
      FAIL(pad.filename() << ": a change of byte " << i << " of " << goed.size() << " gives " << code);
    }
  }
  for (const std::string& fout : {goed.substr(0, goed.size() - 1), goed + '\n', goed.substr(1), std::string()}) {
    overschrijf(pad, fout);
    CHECK(controleer() == 13);
  }
  overschrijf(pad, goed);
}

}  // namespace

TEST_CASE("every single-byte change to any file of a kast is found by controleer") {
  const ProefKast kast;
  kast.beheer(kast.open().beheer().document);
  const std::string nummer = kast.melding();
  REQUIRE(oordeel(kast, nummer, "reg1") == 0);
  REQUIRE(oordeel(kast, nummer, "") == 0);
  const kast::Kast open = kast.open();
  const kast::Lezer niemand;
  bool eerste_stuk = true;
  int soorten = 0;
  for (const kast::Pad& pad : kast.bestanden()) {
    const std::string waar = pad.parent_path().filename().string();
    const std::string naam = pad.filename().string();
    if (waar == "beheer") {
      elke_byte([&] { return oordeel(kast, nummer, ""); }, pad, 7);
      ++soorten;
    } else if (pad.string().find("/dossiers/") != std::string::npos) {
      elke_byte([&] { return oordeel(open, niemand, nummer); }, pad, eerste_stuk ? 1 : 23);
      eerste_stuk = false;
      ++soorten;
    } else if (naam.rfind("openbaar-", 0) == 0 || naam.rfind("reg1-", 0) == 0) {
      elke_byte([&] { return oordeel(kast, nummer, "reg1"); }, pad, 13);
      ++soorten;
    }
  }
  CHECK(soorten == 6);  // two each of beheer, stukken and keys
  CHECK(oordeel(kast, nummer, "reg1") == 0);
}

TEST_CASE("a file of a kast that is missing, empty, or something else") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  const kast::GeladenDossier d = kast.laad(nummer, "reg1");
  const kast::Pad opening = d.stukken.front().bestand;
  const std::string bytes = lees(opening);
  std::filesystem::remove(opening);
  CHECK(oordeel(kast, nummer, "") == 13);
  std::filesystem::create_directory(opening);
  CHECK(oordeel(kast, nummer, "") == 13);
  std::filesystem::remove(opening);
  overschrijf(opening, std::string(100'000, '\0'));
  CHECK(oordeel(kast, nummer, "") == 13);
  overschrijf(opening, bytes);
  CHECK(oordeel(kast, nummer, "") == 0);
}
