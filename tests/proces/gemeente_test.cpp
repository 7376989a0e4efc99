// SPDX-License-Identifier: EUPL-1.2
//
// The dossier gemeente: what its soorten do, what is asked of them, and the terms of the kast itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lib/proces/kastfeiten.h"
#include "lib/proces/rollen.h"
#include "lib/proces/soorten_gemeente.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;
using F = termijn::FeitSoort;
using termijn::Feit;

namespace {

Waarde een_audit() {
  return k({{"datum", "2026-09-10"},
            {"uitkomst", "voldoet"},
            {"afschrift_ap_op", "2026-09-14"},
            {"afschrift_rac_op", "2026-09-14"},
            {"afschrift_fg_op", "2026-09-14"}});
}

Waarde een_screening() {
  return k({{"gebruiker", "pol1"}, {"naam", "Youssef Hartog"}, {"soort_bewijs", "vog"}, {"datum", "2025-11-17"}});
}

Waarde een_jaarverslag() {
  return k({{"jaar", "2025"}, {"gepubliceerd_op", "2026-03-18"}, {"waar", "https://www.waterbeek.example/2025"}});
}

const Feit* vind(const Dossier& d, F soort) {
  const auto it = std::find_if(d.feiten.begin(), d.feiten.end(), [&](const Feit& f) { return f.soort == soort; });
  return it == d.feiten.end() ? nullptr : &*it;
}

const termijn::Termijn* vind(const std::vector<termijn::Termijn>& lijst, const std::string& regel,
                             const std::string& onderwerp = {}) {
  const auto it = std::find_if(lijst.begin(), lijst.end(), [&](const termijn::Termijn& t) {
    return t.regel == regel && t.onderwerp == onderwerp;
  });
  return it == lijst.end() ? nullptr : &*it;
}

const KastStand kKast{Datum(2026, 1, 5), {{"pol1", Datum(2026, 1, 5), std::nullopt}}};

std::vector<termijn::Termijn> termijnen(const std::vector<Feit>& stukken, Datum dag) {
  return kast_termijnen(kKast, stukken, termijn::Beleid{}, dag);
}

}  // namespace

TEST_CASE("which soorten are of the gemeente, and of no case") {
  for (const std::string_view soort : Woorden<Soort>::namen) {
    CAPTURE(soort);
    CHECK(is_van_gemeente(soort) == (soort == "audit" || soort == "jaarverslag" || soort == "screening" ||
                                     soort == "vernietiging" || soort == "uitreiking"));
  }
  CHECK_FALSE(is_van_gemeente("beheer"));
  CHECK(mag_tekenen("audit", {"regisseur"}));
  for (const char* rol : {"weegploeg", "deelnemer", "termijnwacht"}) {
    CAPTURE(rol);
    for (const char* soort : {"audit", "jaarverslag", "screening", "vernietiging"})
      CHECK_FALSE(mag_tekenen(soort, {rol}));
  }
}

TEST_CASE("an audit is a fact; one that fails asks for a second look, which is no audit") {
  Zaak z;
  (void)z.voeg("audit", een_audit());
  CHECK(vind(z.dossier(), F::audit)->datum == Datum(2026, 9, 10));
  CHECK(vind(z.dossier(), F::audit_tekort) == nullptr);
  CHECK(z.dossier().bevindingen.empty());
  (void)z.voeg("audit", met(met(een_audit(), "uitkomst", "tekortkomingen"), "datum", "2026-09-11"));
  CHECK(vind(z.dossier(), F::audit_tekort)->datum == Datum(2026, 9, 11));
  Zaak tweede;
  (void)tweede.voeg("audit", met(een_audit(), "stap", "hercontrole"));
  CHECK(vind(tweede.dossier(), F::hercontrole) != nullptr);
  CHECK(vind(tweede.dossier(), F::audit) == nullptr);
  (void)tweede.voeg("audit", met(met(een_audit(), "stap", "hercontrole"), "uitkomst", "tekortkomingen"));
  CHECK(vind(tweede.dossier(), F::audit_tekort) == nullptr);
  ZEGT(tweede.dossier().bevindingen, FoutSoort::bevinding, "ook bij de hercontrole", "artikel 16, lid 3, Wet PGA");
}

TEST_CASE("who has no copy of an audit is a finding, for each with its article") {
  Zaak z;
  (void)z.voeg("audit",
               met(met(met(een_audit(), "afschrift_ap_op", ""), "afschrift_rac_op", ""), "afschrift_fg_op", ""));
  const Dossier d = z.dossier();
  CHECK(d.bevindingen.size() == 3);
  ZEGT(d.bevindingen, FoutSoort::bevinding, "de Autoriteit Persoonsgegevens", "artikel 16 Wet PGA");
  ZEGT(d.bevindingen, FoutSoort::bevinding, "de rechtmatigheidsadviescommissie", "artikel 18 Besluit PGA");
  ZEGT(d.bevindingen, FoutSoort::bevinding, "functionaris voor gegevensbescherming", "artikel 18 Besluit PGA");
  Zaak hercontrole;
  (void)hercontrole.voeg("audit", k({{"stap", "hercontrole"}, {"datum", "2026-09-10"}, {"uitkomst", "voldoet"}}));
  CHECK(hercontrole.dossier().bevindingen.size() == 1);
}

TEST_CASE("what the dossier gemeente holds is no processing of a case, and gives no term of one") {
  Zaak z;
  (void)z.voeg("audit", een_audit());
  (void)z.voeg("screening", een_screening());
  (void)z.voeg("jaarverslag", een_jaarverslag());
  CHECK(z.dossier().feiten.size() == 3);
  CHECK_FALSE(z.dossier().laatste_inhoudelijk);
}

TEST_CASE("a document of the gemeente needs no case, and an audit without fault has no finding") {
  Zaak z;
  for (const auto& [soort, document] :
       {std::pair{"audit", een_audit()}, {"screening", een_screening()}, {"jaarverslag", een_jaarverslag()}}) {
    CAPTURE(soort);
    INFO(toon(z.toets(soort, document)));
    CHECK(z.toets(soort, document).empty());
  }
}

TEST_CASE("an audit: copies before it, a second look at nothing, and one that comes late") {
  Zaak z;
  ZEGT(z.toets("audit", met(een_audit(), "afschrift_ap_op", "2026-09-09")), FoutSoort::document, "ligt voor datum");
  ZEGT(z.toets("audit", met(een_audit(), "afschrift_fg_op", "2027-09-09")), FoutSoort::document, "in de toekomst");
  ZEGT(z.toets("audit", met(een_audit(), "afschrift_ap_op", "")), FoutSoort::bevinding, "nog geen afschrift",
       "artikel 16 Wet PGA");
  const Waarde hercontrole = met(een_audit(), "stap", "hercontrole");
  ZEGT(z.toets("audit", hercontrole), FoutSoort::bevinding, "geen audit met tekortkomingen",
       "artikel 16, lid 3, Wet PGA");
  (void)z.voeg("audit", met(met(een_audit(), "uitkomst", "tekortkomingen"), "datum", "2025-09-01"));
  ZEGT(z.toets("audit", hercontrole), FoutSoort::bevinding, "te laat", "artikel 16, lid 3, Wet PGA");
  CHECK(z.toets("audit", met(hercontrole, "datum", "2026-09-01")).empty());
}

TEST_CASE("an annual report is published or it is said why not, and its year is over") {
  Zaak z;
  ZEGT(z.toets("jaarverslag", k({{"jaar", "2025"}})), FoutSoort::document, "niet waarom niet",
       "artikel 18 Wet PGA");
  ZEGT(
      z.toets("jaarverslag", met(een_jaarverslag(), "niet_gepubliceerd_reden", "Een casus zou te herkennen zijn.")),
      FoutSoort::document, "allebei");
  ZEGT(z.toets("jaarverslag", met(een_jaarverslag(), "waar", "")), FoutSoort::bevinding, "waar het verslag");
  ZEGT(z.toets("jaarverslag", met(een_jaarverslag(), "jaar", "2026")), FoutSoort::document, "nog niet voorbij");
  const Waarde niet = k({{"jaar", "2025"}, {"niet_gepubliceerd_reden", "Een casus zou te herkennen zijn."}});
  CHECK(z.toets("jaarverslag", niet).empty());
  (void)z.voeg("jaarverslag", niet);
  CHECK(vind(z.dossier(), F::jaarverslag)->ref == "2025");
}

TEST_CASE("a screening is of a person who is a gebruiker, and what ran out is a finding") {
  Zaak z;
  z.gebruikers = {{"pol1", "politie", {"weegploeg"}}, {"wacht1", "machine", {"termijnwacht"}}};
  CHECK(z.toets("screening", een_screening()).empty());
  ZEGT(z.toets("screening", met(een_screening(), "gebruiker", "pol2")), FoutSoort::document, "\"pol2\" is er niet");
  ZEGT(z.toets("screening", met(een_screening(), "gebruiker", "wacht1")), FoutSoort::document, "is een machine");
  ZEGT(z.toets("screening", met(een_screening(), "geldig_tot", "2025-11-16")), FoutSoort::document,
       "ligt voor datum");
  ZEGT(z.toets("screening", met(een_screening(), "geldig_tot", "2026-11-16")), FoutSoort::bevinding,
       "gold tot en met ma 16 november 2026", "artikel 12 Besluit PGA");
}

TEST_CASE("what beheer and the calendar say: the Act, years that are over, who is designated") {
  const KastStand kast{Datum(2026, 1, 5),
                       {{"pol1", Datum(2026, 1, 5), std::nullopt}, {"om1", Datum(2026, 2, 2), Datum(2026, 8, 31)}}};
  const auto soorten = [&](Datum dag) {
    std::string uit;
    for (const Feit& f : kast_feiten(kast, dag)) {
      uit += std::string(naam(f.soort)) + ' ' + f.datum.tekst() + (f.ref.empty() ? "" : ' ' + f.ref) + '\n';
    }
    return uit;
  };
  CHECK(soorten(Datum(2026, 8, 31)) ==
        "inwerkingtreding 2025-07-01\naanwijzing 2026-01-05 pol1\naanwijzing 2026-02-02 om1\n");
  CHECK(soorten(Datum(2028, 1, 1)) ==
        "inwerkingtreding 2025-07-01\nverslagjaar 2026-12-31 2026\nverslagjaar 2027-12-31 2027\n"
        "aanwijzing 2026-01-05 pol1\naanwijzing 2026-02-02 om1\naanwijzing_beeindigd 2026-08-31 om1\n");
  // Before the Act there was no report to make.
  CHECK(kast_feiten({Datum(2019, 1, 1), {}}, Datum(2027, 6, 1)).size() == 3);
}

TEST_CASE("a new kast owes an audit, and a screening of each gebruiker at once") {
  const auto lijst = termijnen({}, Datum(2026, 1, 6));
  REQUIRE(lijst.size() == 2);
  CHECK(vind(lijst, "audit")->uiterlijk == Datum(2027, 7, 1));
  CHECK(vind(lijst, "screening", "pol1")->status == termijn::Status::onverwijld);
  CHECK(vind(lijst, "screening", "pol1")->ernst == termijn::Ernst::waarschuwing);
  CHECK(vind(termijnen({}, Datum(2026, 1, 13)), "screening", "pol1")->ernst == termijn::Ernst::kritiek);
}

TEST_CASE("a VOG of before the designation meets it, unless it had run out by then") {
  const Datum dag(2026, 1, 6);
  const Feit vroeg{F::screening, Datum(2024, 3, 1), "", "b2:1", "pol1", std::nullopt};
  CHECK(vind(termijnen({vroeg}, dag), "screening", "pol1")->nagekomen_op == Datum(2026, 1, 5));
  Feit geldig = vroeg;
  geldig.tot = Datum(2027, 3, 1);
  const auto lijst = termijnen({geldig}, dag);
  CHECK(vind(lijst, "screening", "pol1")->status == termijn::Status::nagekomen);
  CHECK(vind(lijst, "screening_verlopen", "pol1")->uiterlijk == Datum(2027, 3, 1));
  Feit verlopen = vroeg;
  verlopen.tot = Datum(2025, 12, 31);
  CHECK(vind(termijnen({verlopen}, dag), "screening", "pol1")->loopt());
  // The newest of two counts, however they are ordered.
  Feit nieuwer = geldig;
  nieuwer.datum = Datum(2025, 3, 1);
  nieuwer.tot = Datum(2028, 3, 1);
  for (const auto& beide : {std::vector<Feit>{geldig, nieuwer}, {nieuwer, geldig}}) {
    const auto samen = termijnen(beide, dag);
    const auto loopt = std::find_if(samen.begin(), samen.end(), [](const termijn::Termijn& t) {
      return t.regel == "screening_verlopen" && t.loopt();
    });
    REQUIRE(loopt != samen.end());
    CHECK(loopt->uiterlijk == Datum(2028, 3, 1));
  }
}

TEST_CASE("who cannot read the dossier gemeente sees only what no stuk could have met") {
  const KastStand kast{Datum(2026, 1, 5), {{"om1", Datum(2026, 2, 2), Datum(2026, 8, 31)}}};
  const auto lijst = kast_termijnen(kast, std::nullopt, termijn::Beleid{}, Datum(2028, 1, 1));
  REQUIRE(lijst.size() == 1);
  CHECK(lijst.front().regel == "aanwijzing");
  CHECK(lijst.front().status == termijn::Status::nagekomen);
  CHECK(kast_termijnen(kKast, std::nullopt, termijn::Beleid{}, Datum(2028, 1, 1)).empty());
}
