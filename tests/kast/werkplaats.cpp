// SPDX-License-Identifier: EUPL-1.2
#include "tests/kast/werkplaats.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "lib/basis/fout.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"

namespace pga::test {

Werkplaats::Werkplaats() : nummer(kast.melding()) { map = kast.laad(nummer, "reg1").map; }

Vals Werkplaats::begin(const std::string& soort, const std::string& door) const {
  Vals uit{los_stuk(kast.open(), kast.laad(nummer, "reg1"), *GebruikerId::lees(door), Datum(2026, 2, 1)), door};
  uit.delen[Compartiment::termijnen].zet("soort", soort);
  uit.delen[Compartiment::termijnen].zet("datum", "2026-02-01");
  return uit;
}

std::string Werkplaats::maak(const Vals& v) const {
  return stuk::maak(v.kop, v.sleutels, v.delen, seal::SigningKey::derive(kast.identiteiten.at(v.tekent)));
}

std::string Werkplaats::maak(const Vals& v, const std::function<void(Waarde&)>& verander) const {
  Waarde document = yaml::lees(maak(v), "stuk");
  verander(document);
  return onderteken(std::move(document), v.tekent);
}

std::string Werkplaats::onderteken(Waarde document, const std::string& als) const {
  document.verwijder("handtekening");
  return stuk::onderteken(document, seal::SigningKey::derive(kast.identiteiten.at(als)));
}

std::string Werkplaats::leg(const Vals& v) const { return test::leg(maak(v), map, v.kop.datum); }

void Werkplaats::gevonden(const std::string& digest, const std::string& tekst, bool blijft_weg) const {
  for (const char* id : {"reg1", "wacht1"}) {
    const kast::GeladenDossier d = kast.laad(nummer, id);
    CAPTURE(id);
    CHECK(bevat(d.bevindingen, FoutSoort::integriteit, tekst));
    if (!bevat(d.bevindingen, FoutSoort::integriteit, tekst)) {
      for (const Bevinding& b : d.bevindingen) MESSAGE(b.wat);
    }
    CHECK(d.geschonden());
    const bool telt = std::any_of(d.stukken.begin(), d.stukken.end(),
                                  [&](const kast::GeladenStuk& s) { return s.stuk.digest == digest; });
    if (blijft_weg) CHECK_FALSE(telt);
    if (blijft_weg) CHECK(std::find(d.koppen.begin(), d.koppen.end(), digest) == d.koppen.end());
    if (blijft_weg) CHECK(d.stukken.size() == 2);  // the rest counts
  }
  CHECK(bevat(kast.controleer(nummer, "reg1"), FoutSoort::integriteit, tekst));
  try {
    (void)kast.stuk(nummer, "1-opgenomen/02-aanmelding");
    FAIL("written upon what does not verify");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::integriteit);
  }
}

}  // namespace pga::test
