// SPDX-License-Identifier: EUPL-1.2
//
// The persons in any document: one id for one person, in the document and in the dossier.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/proces/naam_in_id.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

void toets_id_van_hoofd(Toetser& t, const Waarde& b) {
  const std::string id = b.tekst_van("id");
  std::vector<std::string> bekend;
  for (const Betrokkene& oud : t.d.betrokkenen) {
    if (!oud.relatie) bekend.push_back(oud.id);
  }
  if (id.empty() || bekend.empty() || t.corrigeert()) return;
  // Known, but as someone else: toets_een_id() says so.
  if (t.d.betrokkene(id) == nullptr) {
    t.onbekend(b.vind("id"), "de betrokkene", id, bekend);
  }
}

/// The id of one person on another. Two in one list are toets_ids()'s; here the betrokkene against those around.
void toets_een_id(Toetser& t, const Waarde& persoon, bool relatie) {
  const std::string id = persoon.tekst_van("id");
  if (id.empty()) return;
  const Waarde* hoofd = t.w.vind("betrokkene");
  const bool hier = relatie && hoofd != nullptr && hoofd->tekst_van("id") == id;
  const Betrokkene* oud = t.d.betrokkene(id);
  // What only the replaced stuk said, the new one may say otherwise.
  if (oud != nullptr && std::count(t.n.vervangt.begin(), t.n.vervangt.end(), oud->stuk) != 0) oud = nullptr;
  const bool eerder = oud != nullptr && oud->relatie != relatie;
  if (!hier && !eerder) return;
  t.document(persoon.vind("id"), {fmt::format("het id \"{}\" is er al: het is van {}", id,
                                              relatie ? "de betrokkene" : "iemand om de betrokkene heen"),
                                  "geef elke persoon een eigen id, of laat het id weg: pga kiest er een",
                                  {}});
}

/// Another name under an id that is known; the names are not repeated.
void toets_naam(Toetser& t, const Waarde& persoon) {
  const std::string id = persoon.tekst_van("id");
  const std::string naam_ = persoon.tekst_van("naam");
  const Betrokkene* oud = t.d.betrokkene(id);
  if (oud == nullptr || t.corrigeert() || naam_.empty() || oud->naam.empty() || oud->naam == naam_) return;
  t.bevinding(persoon.vind("naam"),
              {fmt::format("{} staat met een andere naam in dit dossier", id),
               "is het iemand anders, geef die een eigen id; is de naam verbeterd, vervang dan het eerdere stuk "
               "(--vervangt)",
               "artikel 5, lid 1, onder d, AVG"});
}

/// What only a natural person has.
void toets_rechtspersoon(Toetser& t, const Waarde& persoon) {
  const Betrokkene* oud = t.d.betrokkene(persoon.tekst_van("id"));
  const bool was = oud != nullptr && oud->soort == Persoon::rechtspersoon;
  const std::string soort = persoon.tekst_van("soort");
  if (soort.empty() ? !was : soort != naam(Persoon::rechtspersoon)) return;
  for (const char* veld : {"geboortedatum", "leeftijd_geschat", "bsn", "heeft_kinderen", "gezagdragers"}) {
    if (!t.heeft(persoon, veld)) continue;
    t.bevinding(persoon.vind(veld),
                {fmt::format("bij een rechtspersoon hoort geen {}", veld),
                 "haal het veld weg, of maak er soort natuurlijk_persoon van; een natuurlijk persoon "
                 "krijgt bericht",
                 "artikel 2, lid 1, Wet PGA; artikel 14 AVG"});
  }
}

/// A casusoverleg is about a natural or legal person. Whoever chooses this word learns where it does belong; it is
/// never recorded.
void toets_fenomeen(Toetser& t, const Waarde& persoon, bool relatie) {
  if (!is_fenomeen(persoon)) return;
  if (relatie) {
    return t.geweigerd(persoon.vind("soort"),
                       {"een relatie van de betrokkene is een persoon, geen fenomeen of groep",
                        "noem de personen, voor zover dat voor het plan nodig is", "artikel 4, onder h, Wet PGA"});
  }
  t.geweigerd(
      persoon.vind("soort"),
      {"een fenomeen, of een groep die geen rechtspersoon is, is geen casus: een casusoverleg gaat over een "
       "natuurlijk persoon of een rechtspersoon",
       "bespreek het zonder namen in de stuurgroep (pga overleg gemeente --soort-overleg stuurgroep); is er "
       "over een persoon een eigen signaal, leg dan voor die persoon een melding vast",
       "artikel 2, lid 1, Wet PGA"});
}

void toets_persoon(Toetser& t, const Waarde& persoon, bool relatie) {
  toets_fenomeen(t, persoon, relatie);
  t.volgorde(persoon, "geboortedatum", persoon, "overleden_op");
  if (const Waarde* vast = persoon.vind("detentie")) t.volgorde(*vast, "sinds", *vast, "tot");
  toets_een_id(t, persoon, relatie);
  toets_naam(t, persoon);
  toets_rechtspersoon(t, persoon);
}

/// An id is sealed to more readers than the name beside it; one that the dossier has already was not chosen here.
void toets_naam_in_id(Toetser& t, const Waarde& w) {
  if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) toets_naam_in_id(t, item);
    return;
  }
  if (!w.is_kaart()) return;
  for (const Veld& v : w.velden()) toets_naam_in_id(t, v.waarde);
  const std::string id = w.tekst_van("id");
  if (id.empty() || !noemt(id, w.tekst_van("naam"))) return;
  if (std::binary_search(t.d.ids.begin(), t.d.ids.end(), id)) return;
  t.document(w.vind("id"), {"in dit id staat een woord uit de naam; een id kan ook lezen wie de naam niet mag zien",
                            "laat het id leeg, dan kiest pga er een, of kies er een zonder naam, zoals b1",
                            "artikel 13 Wet PGA"});
}

}  // namespace

bool is_fenomeen(const Waarde& persoon) { return persoon.tekst_van("soort") == "fenomeen"; }

void toets_personen(Toetser& t) {
  toets_naam_in_id(t, t.w);
  const Waarde* b = t.w.vind("betrokkene");
  if (b != nullptr) {
    toets_id_van_hoofd(t, *b);
    toets_persoon(t, *b, false);
  }
  for (const Waarde& r : t.w.items_van("relaties")) toets_persoon(t, r, true);
}

}  // namespace pga::proces
