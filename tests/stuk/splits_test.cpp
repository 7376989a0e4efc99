// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/splits.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <stdexcept>
#include <string>

#include "lib/basis/fout.h"
#include "lib/proces/soorten.h"
#include "tests/stuk/hulp.h"

using namespace pga;
using namespace pga::test;
using stuk::Delen;
using stuk::splits;
using stuk::Tegenspraak;
using stuk::voeg;

namespace {

/// Every text and number of a document, with the path at which it stands; ids aside, which stand in every part.
void bladeren(const Waarde& w, const std::string& pad, std::multiset<std::string>& uit) {
  if (w.is_kaart()) {
    for (const Veld& v : w.velden()) {
      if (v.naam != "id") bladeren(v.waarde, pad + '.' + v.naam, uit);
    }
  } else if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) bladeren(item, pad + "[]", uit);
  } else {
    uit.insert(pad + '=' + (w.is_tekst() ? w.tekst() : w.is_getal() ? std::to_string(w.getal()) : "bool"));
  }
}

std::multiset<std::string> bladeren(const Waarde& w) {
  std::multiset<std::string> uit;
  bladeren(w, {}, uit);
  return uit;
}

/// For every subset of the compartments: what it joins to is exactly the leaves of its parts.
void elke_deelverzameling(const schema::Knoop& schema, const Delen& gesplitst) {
  for (unsigned masker = 0; masker < 128; ++masker) {
    std::vector<Tegenspraak> tegenspraken;
    const std::vector<const Waarde*> open = delen(gesplitst, masker);
    const Waarde samen = voeg(&schema, open, tegenspraken);
    std::multiset<std::string> verwacht;
    for (const Waarde* deel : open) bladeren(*deel, {}, verwacht);
    CAPTURE(masker);
    REQUIRE(bladeren(samen) == verwacht);
    REQUIRE(tegenspraken.empty());
  }
}

void heen_en_terug(const schema::Knoop& schema, const Waarde& document) {
  const Delen gesplitst = splits(schema, document);
  std::vector<Tegenspraak> tegenspraken;
  const Waarde samen = voeg(&schema, delen(gesplitst), tegenspraken);
  CHECK(tegenspraken.empty());
  CHECK(op_orde(schema, samen) == op_orde(schema, document));
  elke_deelverzameling(schema, gesplitst);
}

using Bezoek =
    std::function<void(const schema::Knoop& knoop, const std::string& pad, bool gekozen, Compartiment c)>;

/// Visits every place of a schema with the compartment that counts there and whether a choice decided on it.
void bezoek(const schema::Knoop& knoop, const std::string& pad, bool gekozen, Compartiment hier, int diepte,
            const Bezoek& doe) {
  if (diepte > 10) return;
  const schema::Route& route = knoop.route();
  if (route.gezet) {
    hier = route.vast;
    gekozen = !route.bij.empty();  // the nearest wins
  }
  doe(knoop, pad, gekozen, hier);
  for (const std::string& naam : knoop.velden()) {
    bezoek(*knoop.veld(naam), pad.empty() ? naam : pad + '.' + naam, gekozen, hier, diepte + 1, doe);
  }
  if (knoop.items() != nullptr && !knoop.items()->velden().empty()) {
    bezoek(*knoop.items(), pad + "[]", gekozen, hier, diepte + 1, doe);
  }
}

std::set<std::string> termijnen_van(const schema::Knoop& schema) {
  std::set<std::string> uit;
  bezoek(schema, {}, false, Compartiment::zaak, 0,
         [&](const schema::Knoop& knoop, const std::string& pad, bool, Compartiment c) {
           if (!knoop.velden().empty() || c != Compartiment::termijnen) return;
           if (knoop.items() != nullptr && !knoop.items()->velden().empty()) return;
           uit.insert(pad);
           // An item that is spread over compartments stands under its id in each.
           for (std::size_t einde = pad.find("[]."); einde != std::string::npos;
                einde = pad.find("[].", einde + 1)) {
             uit.insert(pad.substr(0, einde) + "[].id");
           }
         });
  return uit;
}

Waarde kaart(std::initializer_list<std::pair<const char*, Waarde>> velden) {
  Waarde uit = Waarde::kaart();
  for (const auto& [naam, waarde] : velden) uit.zet(naam, waarde);
  return uit;
}

Waarde lijst(std::initializer_list<Waarde> items) { return Waarde::lijst_(Waarde::Lijst(items)); }

}  // namespace

TEST_CASE("every example document comes back from its parts, and no subset of them shows more than it holds") {
  REQUIRE(voorbeelden().size() >= 29);
  std::set<std::string> gezien;
  for (const Voorbeeld& v : voorbeelden()) {
    CAPTURE(v.bestand);
    heen_en_terug(schema::schema(v.soort), v.document);
    gezien.insert(v.soort);
  }
  CHECK(gezien.size() >= 10);
}

TEST_CASE("so do random documents of every soort") {
  Toeval toeval(20260301);
  for (const std::string& soort : schema::soorten()) {
    if (soort == "beheer") continue;
    CAPTURE(soort);
    for (int i = 0; i < 20; ++i)
      heen_en_terug(schema::schema(soort), willekeurig_document(schema::schema(soort), toeval));
  }
}

TEST_CASE("the order of items that stay together is kept") {
  const schema::Knoop& schema = schema::schema("melding");
  const auto signaal = [](const char* id, const char* herkomst) {
    return kaart({{"id", id}, {"tekst", std::string("tekst ") + id}, {"herkomst", herkomst}});
  };
  const Waarde document = kaart({{"signalen", lijst({signaal("s9", "algemeen"), signaal("s1", "politie_om"),
                                                     signaal("s5", "algemeen"), signaal("s0", "politie_om")})}});
  const Delen gesplitst = splits(schema, document);
  const auto ids = [](const Waarde& deel) {
    std::string uit;
    for (const Waarde& item : deel.items_van("signalen")) {
      if (item.vind("tekst") != nullptr) uit += item.tekst_van("id") + ' ';
    }
    return uit;
  };
  CHECK(ids(gesplitst[Compartiment::zaak]) == "s9 s5 ");
  CHECK(ids(gesplitst[Compartiment::strafrecht]) == "s1 s0 ");
}

TEST_CASE("what a termijnwacht opens does not depend on a herkomst, in any schema") {
  for (const std::string& soort : schema::soorten()) {
    if (soort == "beheer") continue;
    bezoek(schema::schema(soort), {}, false, Compartiment::zaak, 0,
           [&](const schema::Knoop& knoop, const std::string& pad, bool gekozen, Compartiment c) {
             CAPTURE(soort);
             CAPTURE(pad);
             const schema::Route& route = knoop.route();
             if (gekozen) CHECK(c != Compartiment::termijnen);
             for (const auto& keuze : route.keuzes) CHECK(keuze.second != Compartiment::termijnen);
             if (!route.bij.empty() && !knoop.velden().empty()) CHECK(knoop.veld(route.bij) != nullptr);
           });
  }
}

TEST_CASE("nor in any document") {
  const std::function<void(Waarde&, const char*)> verzet = [&](Waarde& w, const char* herkomst) {
    if (w.is_lijst()) {
      for (Waarde& item : w.lijst()) verzet(item, herkomst);
    } else if (w.is_kaart()) {
      for (Veld& v : w.velden()) {
        verzet(v.waarde, herkomst);
        if (v.naam == "herkomst") v.waarde = Waarde(herkomst);
      }
    }
  };
  Toeval toeval(7);
  for (const std::string& soort : schema::soorten()) {
    if (soort == "beheer") continue;
    CAPTURE(soort);
    for (int i = 0; i < 10; ++i) {
      Waarde document = willekeurig_document(schema::schema(soort), toeval);
      const Waarde eerst = splits(schema::schema(soort), document)[Compartiment::termijnen];
      for (const char* herkomst : {"algemeen", "politie_om", "zorg"}) {
        verzet(document, herkomst);
        CHECK(splits(schema::schema(soort), document)[Compartiment::termijnen] == eerst);
      }
    }
  }
}

TEST_CASE("an item that can be spread has an id to be joined by") {
  for (const std::string& soort : schema::soorten()) {
    if (soort == "beheer") continue;
    bezoek(schema::schema(soort), {}, false, Compartiment::zaak, 0,
           [&](const schema::Knoop& knoop, const std::string& pad, bool, Compartiment) {
             if (knoop.items() == nullptr || knoop.items()->velden().empty()) return;
             std::set<Compartiment> vakken;
             bool keuze = false;
             bezoek(*knoop.items(), {}, false, Compartiment::zaak, 0,
                    [&](const schema::Knoop& k, const std::string&, bool gekozen, Compartiment c) {
                      if (k.velden().empty()) vakken.insert(c);
                      keuze = keuze || gekozen;
                    });
             CAPTURE(soort);
             CAPTURE(pad);
             if (vakken.size() > 1 || keuze) CHECK(knoop.items()->veld("id") != nullptr);
           });
  }
}

TEST_CASE("the structs of proces read exactly the fields that the schemas seal in termijnen") {
  for (const std::string& soort : schema::soorten()) {
    if (soort == "beheer") continue;
    const auto& velden = proces::termijnen_velden(soort);
    CAPTURE(soort);
    CHECK(std::set<std::string>(velden.begin(), velden.end()) == termijnen_van(schema::schema(soort)));
  }
}

TEST_CASE("an item whose fields differ stands under its id in each compartment") {
  const Waarde document = kaart(
      {{"stemmen", lijst({kaart({{"standpunt", "voor"},
                                 {"organisatie", "politie"},
                                 {"naam", "M. van Houten"},
                                 {"id", "st-pol"},
                                 {"motivering", kaart({{"tekst", "waarom"}, {"herkomst", "politie_om"}})}})})}});
  const Delen gesplitst = splits(schema::schema("weging"), document);
  for (const Compartiment c : {Compartiment::termijnen, Compartiment::strafrecht}) {
    const auto& items = gesplitst[c].items_van("stemmen");
    CAPTURE(naam(c));
    REQUIRE(items.size() == 1);
    CHECK(items[0].velden().front().naam == "id");
    CHECK(items[0].tekst_van("id") == "st-pol");
  }
  CHECK(gesplitst[Compartiment::termijnen].items_van("stemmen")[0].tekst_van("standpunt") == "voor");
  CHECK(gesplitst[Compartiment::termijnen].items_van("stemmen")[0].vind("motivering") == nullptr);
  CHECK(gesplitst[Compartiment::strafrecht].items_van("stemmen")[0].vind("motivering")->tekst_van("tekst") ==
        "waarom");
}

TEST_CASE("an item without an id cannot be spread; what is empty is left out; unknown fields stay") {
  const schema::Knoop& weging = schema::schema("weging");
  const Waarde zonder = kaart({{"stemmen", lijst({kaart({{"standpunt", "voor"}, {"naam", "M. van Houten"}})})}});
  CHECK_THROWS_AS((void)splits(weging, zonder), std::logic_error);
  const Waarde leeg = kaart({{"doel", Waarde::kaart()}, {"relaties", Waarde::lijst_()}, {"besluit", ""}});
  const Delen niets = splits(weging, leeg);
  for (const Compartiment c : kCompartimenten) CHECK(niets[c] == Waarde::kaart());
  const Delen onbekend = splits(weging, kaart({{"van_later", kaart({{"iets", "nieuws"}})}}));
  CHECK(onbekend[Compartiment::zaak].vind("van_later")->tekst_van("iets") == "nieuws");
}

TEST_CASE("two compartments that say different things are found") {
  const schema::Knoop& weging = schema::schema("weging");
  std::vector<Tegenspraak> gevonden;
  const auto samen = [&](const Waarde& a, const Waarde& b) {
    gevonden.clear();
    return voeg(&weging, {&a, &b}, gevonden);
  };
  CHECK(samen(kaart({{"besluit", "opnemen"}}), kaart({{"besluit", "niet_opnemen"}})).tekst_van("besluit") ==
        "opnemen");
  REQUIRE(gevonden.size() == 1);
  CHECK(gevonden[0].veld == "besluit");

  (void)samen(kaart({{"stemmen", lijst({kaart({{"id", "a"}, {"standpunt", "voor"}})})}}),
              kaart({{"stemmen", lijst({kaart({{"id", "a"}, {"standpunt", "tegen"}})})}}));
  REQUIRE(gevonden.size() == 1);
  CHECK(gevonden[0].veld == "stemmen.standpunt");

  (void)samen(kaart({{"doel", "tekst"}}), kaart({{"doel", kaart({{"tekst", "x"}})}}));
  CHECK(gevonden.size() == 1);
  // A list of texts belongs to one compartment: two of them would show two readers two lists.
  (void)samen(kaart({{"signalen_van", lijst({"s1"})}}), kaart({{"signalen_van", lijst({"s2"})}}));
  CHECK(gevonden.size() == 1);
  // The same twice is no contradiction.
  (void)samen(kaart({{"besluit", "opnemen"}}), kaart({{"besluit", "opnemen"}}));
  CHECK(gevonden.empty());
}

TEST_CASE("a soort from later is joined without a schema") {
  const Waarde termijnen = kaart({{"datum", "2026-03-01"}, {"items", lijst({kaart({{"id", "a"}, {"op", "1"}})})}});
  const Waarde zaak =
      kaart({{"tekst", "x"}, {"items", lijst({kaart({{"id", "b"}}), kaart({{"id", "a"}, {"wat", "y"}})})}});
  std::vector<Tegenspraak> gevonden;
  const Waarde samen = voeg(nullptr, {&termijnen, &zaak}, gevonden);
  CHECK(gevonden.empty());
  const Waarde verwacht =
      kaart({{"datum", "2026-03-01"},
             {"items", lijst({kaart({{"id", "a"}, {"op", "1"}, {"wat", "y"}}), kaart({{"id", "b"}})})},
             {"tekst", "x"}});
  CHECK(samen == verwacht);
}
