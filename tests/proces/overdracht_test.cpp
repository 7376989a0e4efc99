// SPDX-License-Identifier: EUPL-1.2
//
// What of a case may go to another gemeente (artikel 7 Wet PGA): item by item, whoever objects.
#include "lib/proces/overdracht.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

Waarde signaal(const char* id, const char* bron, const char* herkomst) {
  return met(met(een_signaal(id, herkomst), "ingebracht_door", Waarde(bron)), "tekst",
             Waarde(std::string("kanarie-") + id));
}

Zaak zaak() {
  Zaak z = opgenomen();
  z.voeg(
      "aanvulling",
      k({{"datum", "2026-03-05"},
         {"betrokkene",
          k({{"id", "b-1"}, {"detentie", k({{"status", "ja"}, {"inrichting", "kanarie-inrichting"}})}})},
         {"relaties", l({k({{"id", "r-8"}, {"naam", "Mies"}, {"relatie", "zus"}}),
                         k({{"id", "r-9"}, {"naam", "kanarie-relatie"}, {"relatie", "vriend"}})})},
         {"signalen", l({signaal("s-90", "college", "algemeen"), signaal("s-91", "college", "zorg"),
                         signaal("s-92", "politie", "politie_om"), signaal("s-93", "politie", "politie_om")})}}));
  return z;
}

Waarde antwoord(const char* wie, const char* bezwaar, Waarde tegen = l({}), Waarde instemming = l({})) {
  Waarde w = k({{"organisatie", wie}, {"datum", "2026-03-06"}, {"bezwaar", bezwaar}});
  if (!tegen.lijst().empty()) w.zet("bezwaar_tegen", std::move(tegen));
  if (!instemming.lijst().empty()) w.zet("instemming", std::move(instemming));
  if (std::string(bezwaar) != "geen") w.zet("reden", k({{"tekst", "Dat kan niet."}}));
  return w;
}

/// Every other supplier has nothing against it.
Waarde document(const Zaak& z, std::vector<Waarde> antwoorden) {
  std::vector<std::string> gevraagd;
  for (const Waarde& a : antwoorden) gevraagd.push_back(a.tekst_van("organisatie"));
  const auto vraag = [&](const std::string& bron) {
    if (bron.empty() || std::find(gevraagd.begin(), gevraagd.end(), bron) != gevraagd.end()) return;
    gevraagd.push_back(bron);
    antwoorden.push_back(antwoord(bron.c_str(), "geen"));
  };
  for (const Invoer& s : z.stukken()) {
    for (const Waarde& w : s.inhoud.items_van("signalen"))
      vraag(w.is_kaart() ? w.tekst_van("ingebracht_door") : "");
    if (!s.inhoud.items_van("relaties").empty()) vraag(s.organisatie);
  }
  Waarde lijst = Waarde::lijst_();
  for (Waarde& a : antwoorden) lijst.voeg_toe(std::move(a));
  return k({{"datum", "2026-03-07"},
            {"reden", "verhuisd"},
            {"aan", "Rietveld"},
            {"toelichting", k({{"tekst", "Hij woont daar nu."}})},
            {"relatie_ids", l({"r-8"})},
            {"raadpleging", std::move(lijst)}});
}

Overdrachtkeuze kies(const Zaak& z, const Waarde& w) {
  return kies_voor_overdracht(z.stukken(), z.dossier(), w, "Waterbeek");
}

std::string waarom(const Overdrachtkeuze& keuze, const std::string& id) {
  for (const Achtergehouden& a : keuze.achtergehouden) {
    if (a.id == id) return std::string(naam(a.waarom));
  }
  return std::find(keuze.gegeven.begin(), keuze.gegeven.end(), id) != keuze.gegeven.end() ? "gegeven" : "nergens";
}

/// Every text at every depth.
void verzamel(const Waarde& w, std::string& uit) {
  if (w.is_tekst()) uit += w.tekst() + '\n';
  if (w.is_lijst()) {
    for (const Waarde& deel : w.lijst()) verzamel(deel, uit);
  }
  if (w.is_kaart()) {
    for (const Veld& v : w.velden()) verzamel(v.waarde, uit);
  }
}

std::string tekst(const Overdrachtkeuze& keuze) {
  std::string uit;
  verzamel(keuze.gegevens, uit);
  return uit;
}

}  // namespace

TEST_CASE("what goes and what stays, and why") {
  const Zaak z = zaak();
  const Overdrachtkeuze keuze = kies(
      z, document(z, {antwoord("college", "deels", l({"s-90"})), antwoord("politie", "geen", l({}), l({"s-92"}))}));
  INFO(toon(keuze.bezwaren));
  REQUIRE(keuze.bezwaren.empty());
  CHECK(waarom(keuze, "s-90") == "bezwaar");
  CHECK(waarom(keuze, "s-91") == "beroepsgeheim");
  CHECK(waarom(keuze, "s-92") == "gegeven");
  CHECK(waarom(keuze, "s-93") == "zonder_instemming");
  CHECK(waarom(keuze, "r-8") == "gegeven");
  CHECK(tekst(keuze).find("kanarie-s-92") != std::string::npos);
  CHECK(tekst(keuze).find("Mies") != std::string::npos);
  for (const char* blijft :
       {"kanarie-s-90", "kanarie-s-91", "kanarie-s-93", "kanarie-inrichting", "kanarie-relatie"}) {
    CAPTURE(blijft);
    CHECK(tekst(keuze).find(blijft) == std::string::npos);
  }
}

TEST_CASE("a signal that was found wrong stays until it is put right") {
  Zaak z = zaak();
  const auto keuze = [&] {
    return kies(z, document(z, {antwoord("college", "geen"), antwoord("politie", "geen", l({}), l({"s-92"}))}));
  };
  CHECK(waarom(keuze(), "s-92") == "gegeven");
  z.voeg("correctie", k({{"stap", "vastgesteld"}, {"datum", "2026-03-05"}, {"id", "c-1"}, {"signaal", "s-92"}}));
  CHECK(waarom(keuze(), "s-92") == "wordt_hersteld");
  CHECK(tekst(keuze()).find("kanarie-s-92") == std::string::npos);
  z.voeg("correctie", k({{"stap", "hersteld"}, {"datum", "2026-03-06"}, {"id", "c-1"}, {"hoe", "verbeterd"}}));
  CHECK(waarom(keuze(), "s-92") == "gegeven");
}

TEST_CASE("an objection to everything keeps all of a supplier, also what it agreed to") {
  const Zaak z = zaak();
  const Overdrachtkeuze keuze = kies(z, document(z, {antwoord("politie", "alles", l({}), l({"s-92", "s-93"}))}));
  CHECK(waarom(keuze, "s-92") == "bezwaar");
  CHECK(waarom(keuze, "s-93") == "bezwaar");
  CHECK(waarom(keuze, "s-90") == "gegeven");
}

TEST_CASE("an objection of an earlier transfer stands until that supplier answers again") {
  Zaak z = zaak();
  const auto met_politie = [&](const char* bezwaar, const char* dag, Waarde instemming) {
    Waarde a = antwoord("politie", bezwaar, l({}), std::move(instemming));
    a.zet("datum", dag);
    return document(z, {antwoord("college", "geen"), std::move(a)});
  };
  z.voeg("overdracht", met_politie("alles", "2026-03-07", l({})));
  CHECK(waarom(kies(z, met_politie("geen", "2026-03-06", l({"s-92"}))), "s-92") == "bezwaar");
  CHECK(waarom(kies(z, met_politie("geen", "2026-03-08", l({"s-92"}))), "s-92") == "gegeven");
}

TEST_CASE("a supplier who was not asked stops it; what never goes needs no question") {
  const Zaak z = zaak();
  Waarde w = document(z, {});
  Waarde& lijst = *w.vind("raadpleging");
  auto& items = lijst.lijst();
  items.erase(std::remove_if(items.begin(), items.end(),
                             [](const Waarde& a) { return a.tekst_van("organisatie") == "politie"; }),
              items.end());
  ZEGT(kies(z, w).bezwaren, kNee, "en is niet geraadpleegd over de overdracht", "artikel 7, lid 2, Wet PGA");
}

TEST_CASE("an answer about what another brought in, without reasons, or about nobody, is not right") {
  const Zaak z = zaak();
  ZEGT(kies(z, document(z, {antwoord("politie", "deels", l({"s-90"}))})).bezwaren, kDoc,
       "signaal s-90 is niet van de politie");
  ZEGT(kies(z, document(z, {antwoord("politie", "geen", l({}), l({"s-404"}))})).bezwaren, kDoc,
       "signaal s-404 is niet van de politie");
  ZEGT(kies(z, document(z, {antwoord("politie", "deels")})).bezwaren, kDoc, "bezwaar_tegen hoort bij");
  Waarde zonder = antwoord("politie", "alles");
  zonder.verwijder("reden");
  ZEGT(kies(z, document(z, {zonder})).bezwaren, kDoc, "de zwaarwegende redenen");
  ZEGT(kies(z, met(document(z, {}), "relatie_ids", l({"r-404"}))).bezwaren, kDoc, "r-404 is niet iemand");
}

TEST_CASE("when all object there is nothing to weigh") {
  Zaak z = zaak();
  Waarde w = document(z, {});
  for (Waarde& a : w.vind("raadpleging")->lijst()) {
    a.zet("bezwaar", "alles");
    a.zet("reden", k({{"tekst", "Nee."}}));
  }
  ZEGT(kies(z, w).bezwaren, kNee, "er is geen signaal dat naar de andere gemeente mag");
}

TEST_CASE(
    "whatever the answers are, nothing goes that was objected to, is of care, or of the police unless agreed") {
  const Zaak z = zaak();
  std::mt19937 toeval(7);
  const std::vector<std::string> ids = {"s-90", "s-91", "s-92", "s-93"};
  for (int ronde = 0; ronde < 300; ++ronde) {
    Waarde w = document(z, {});
    for (Waarde& a : w.vind("raadpleging")->lijst()) {
      const std::string wie = a.tekst_van("organisatie");
      a.zet("bezwaar", std::vector<std::string>{"geen", "deels", "alles"}[toeval() % 3]);
      a.zet("reden", k({{"tekst", "Zo is het."}}));
      for (const char* veld : {"bezwaar_tegen", "instemming"}) {
        Waarde lijst = Waarde::lijst_();
        for (const std::string& id : ids) {
          if (toeval() % 2 == 0) lijst.voeg_toe(id);
        }
        a.zet(veld, std::move(lijst));
      }
    }
    const Overdrachtkeuze keuze = kies(z, w);
    const auto noemt = [](const Waarde& a, const char* veld, const std::string& id) {
      const auto& lijst = a.items_van(veld);
      return std::any_of(lijst.begin(), lijst.end(), [&](const Waarde& x) { return x.tekst() == id; });
    };
    const auto& ieder = w.items_van("raadpleging");
    for (const Waarde& a : ieder) {
      const std::string wie = a.tekst_van("organisatie");
      for (const std::string& id : ids) {
        if (wie != (id < "s-92" ? "college" : "politie")) continue;
        const bool bezwaar =
            a.tekst_van("bezwaar") == "alles" ||
            std::any_of(ieder.begin(), ieder.end(), [&](const Waarde& x) { return noemt(x, "bezwaar_tegen", id); });
        const bool mag = id != "s-91" && !bezwaar && (wie != "politie" || noemt(a, "instemming", id));
        CHECK((waarom(keuze, id) == "gegeven") == mag);
        CHECK((tekst(keuze).find("kanarie-" + id) != std::string::npos) == mag);
      }
    }
  }
}

TEST_CASE("only a running case goes, and not to the own gemeente") {
  const Waarde w = document(zaak(), {});
  ZEGT(aangemeld().toets("overdracht", w), kNee, "");
  Zaak z = zaak();
  z.beleid.gemeente = "Rietveld";
  ZEGT(z.toets("overdracht", w), kDoc, "dit is de eigen gemeente", "artikel 7, lid 1, Wet PGA");
  Zaak dicht = ver();
  dicht.voeg("afsluiting", een_afsluiting());
  ZEGT(dicht.toets("overdracht", w), kNee, "dit dossier is afgesloten", "artikel 6, lid 3, Wet PGA");
}

TEST_CASE("giving data to another gemeente is a first disclosure, of those whose data went") {
  Zaak z = zaak();
  z.voeg("overdracht", met(document(z, {}), "personen", l({"b-1", "r-8", "r-404"})));
  std::vector<std::string> wie;
  for (const termijn::Feit& f : z.dossier().feiten) {
    if (f.soort == termijn::FeitSoort::eerste_verstrekking) wie.push_back(f.betrokkene);
  }
  CHECK(wie == std::vector<std::string>{"b-1", "r-8"});
}

TEST_CASE("a bijlage names a stuk that is there; after closing it must belong to one that may still come") {
  const Waarde bijlage = k({{"datum", "2026-03-20"}, {"bestand", std::string("b2:") + std::string(64, 'a')}});
  Zaak z = opgenomen();
  CHECK(z.toets("bijlage", bijlage).empty());
  ZEGT(z.toets("bijlage", met(bijlage, "bij", std::string("b2:") + std::string(64, 'c'))), kDoc,
       "waar de bijlage bij hoort, is er niet");
  Zaak dicht = ver();
  const std::string plan = dicht.voeg("plan", een_plan());
  const std::string einde = dicht.voeg("afsluiting", een_afsluiting());
  const Waarde later = met(bijlage, "datum", "2026-12-30");
  ZEGT(dicht.toets("bijlage", later), kNee, "dit dossier is afgesloten; een bijlage kan er niet meer bij",
       "artikel 6, lid 3, Wet PGA");
  ZEGT(dicht.toets("bijlage", met(later, "bij", plan)), kNee, "dit dossier is afgesloten");
  CHECK_FALSE(zegt(dicht.toets("bijlage", met(later, "bij", einde)), kNee, ""));
}

TEST_CASE("a bijlage counts as processing while the case goes on, and not after it") {
  Zaak z = ver();
  z.voeg("afsluiting", een_afsluiting());
  const std::optional<Datum> eerst = z.dossier().laatste_inhoudelijk;
  z.voeg("bijlage", k({{"datum", "2026-12-30"}, {"bestand", std::string("b2:") + std::string(64, 'a')}}));
  CHECK(z.dossier().laatste_inhoudelijk == eerst);
}

TEST_CASE("a fenomeen is no case, and is told where it belongs") {
  const Waarde w = met(een_melding(), "betrokkene", met(een_betrokkene(), "soort", "fenomeen"));
  Zaak z;
  ZEGT(z.toets("melding", w), kNee, "een fenomeen", "artikel 2, lid 1, Wet PGA");
  CHECK_FALSE(zegt(z.toets("melding", een_melding()), kNee, "een fenomeen"));
}

TEST_CASE("what a school knew is asked of the deelnemer through whom it came, and not of the school") {
  Zaak z = zaak();
  z.als("rvdk1", "rvdk", "deelnemer");
  z.voeg("aanvulling",
         k({{"datum", "2026-03-05"}, {"signalen", l({signaal("s-94", "school De Linde", "algemeen")})}}));
  Waarde w = document(z, {});
  auto& items = w.vind("raadpleging")->lijst();
  items.erase(std::remove_if(items.begin(), items.end(),
                             [](const Waarde& a) { return a.tekst_van("organisatie") == "school De Linde"; }),
              items.end());
  ZEGT(kies(z, w).bezwaren, kNee, "de RvdK bracht s-94 in en is niet geraadpleegd", "artikel 7, lid 2, Wet PGA");
  items.push_back(antwoord("rvdk", "deels", l({"s-94"})));
  CHECK(waarom(kies(z, w), "s-94") == "bezwaar");
}

TEST_CASE("a deelnemer may object to a person around the betrokkene") {
  const Zaak z = zaak();
  const Overdrachtkeuze keuze = kies(z, document(z, {antwoord("politie", "deels", l({"r-8"}))}));
  INFO(toon(keuze.bezwaren));
  CHECK(keuze.bezwaren.empty());
  CHECK(waarom(keuze, "r-8") == "bezwaar");
  CHECK(tekst(keuze).find("Mies") == std::string::npos);
}

TEST_CASE("an objection to the betrokkene stops it: nothing can go without saying whom it is about") {
  const Zaak z = zaak();
  ZEGT(kies(z, document(z, {antwoord("rvdk", "deels", l({"b-1"}))})).bezwaren, kNee,
       "de RvdK heeft bezwaar tegen de gegevens van de betrokkene zelf", "artikel 7, lid 2, Wet PGA");
}

TEST_CASE("the burgemeester of another gemeente does not answer for ours") {
  Zaak z = zaak();
  z.voeg("aanvulling", k({{"datum", "2026-03-05"},
                          {"signalen", l({signaal("s-95", "burgemeester van Lindervoort", "algemeen")})}}));
  Waarde w = document(z, {});
  auto& items = w.vind("raadpleging")->lijst();
  items.erase(std::remove_if(items.begin(), items.end(),
                             [](const Waarde& a) { return a.tekst_van("organisatie") != "burgemeester"; }),
              items.end());
  ZEGT(kies(z, w).bezwaren, kNee, "burgemeester van Lindervoort bracht s-95 in", "artikel 7, lid 2, Wet PGA");
}
