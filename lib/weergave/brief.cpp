// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "lib/weergave/brief_ingebouwd.h"

namespace pga::weergave {
namespace {

using proces::BriefGegevens;
using proces::BriefSoort;
using proces::Categorie;
using proces::JaNee;
using proces::Organisatie;

const std::vector<BriefOnderdeel> kNotificatie = {
    {"avg-14-1-a", "wie verantwoordelijk is en hoe die te bereiken is", "artikel 14, lid 1, onder a, AVG",
     "contactpunt"},
    {"avg-14-1-b", "hoe de functionaris gegevensbescherming te bereiken is", "artikel 14, lid 1, onder b, AVG",
     "fg"},
    {"avg-14-1-c", "het doel en de rechtsgrond", "artikel 14, lid 1, onder c, AVG", ""},
    {"avg-14-1-d", "de categorieën van gegevens", "artikel 14, lid 1, onder d, AVG", "categorieen"},
    {"avg-14-1-e", "de ontvangers", "artikel 14, lid 1, onder e, AVG", "ontvangers"},
    {"avg-14-1-f", "of gegevens naar een ander land of een internationale organisatie gaan",
     "artikel 14, lid 1, onder f, AVG", ""},
    {"avg-14-2-a", "hoe lang de gegevens worden bewaard", "artikel 14, lid 2, onder a, AVG", ""},
    {"avg-14-2-c", "de rechten van de betrokkene", "artikel 14, lid 2, onder c, AVG", ""},
    {"avg-14-2-e", "het recht om een klacht in te dienen bij de Autoriteit Persoonsgegevens",
     "artikel 14, lid 2, onder e, AVG", ""},
    {"avg-14-2-f", "de bron van de gegevens", "artikel 14, lid 2, onder f, AVG", ""},
    {"avg-14-2-g", "of er besluiten zonder mensen worden genomen", "artikel 14, lid 2, onder g, AVG", ""},
    {"avg-21-4", "het recht van bezwaar, los van de rest", "artikel 21, lid 4, AVG", ""},
    {"avg-26-2", "waar de kern van de onderlinge regeling te krijgen is", "artikel 26, lid 2, AVG", ""},
    {"besluit-2", "het contactpunt, en dat een verzoek daar voor allen geldt", "artikel 2 Besluit PGA",
     "contactpunt"},
    {"wet-4-h", "dat het om een sociale relatie met iemand gaat", "artikel 4, onder h, Wet PGA", "", true},
};

const std::vector<BriefOnderdeel> kTerugkoppeling = {
    {"wet-5-6", "dat de casus niet is opgenomen", "artikel 5, lid 6, Wet PGA", "besloten_op"},
    {"besluit-16", "wat er met de gegevens gebeurt", "artikel 16 Besluit PGA", ""},
};

const std::vector<BriefOnderdeel> kAfsluiting = {
    {"wet-6-2", "dat de casus is gesloten, en op welke dag", "artikel 6, lid 2, Wet PGA", "afgesloten_op"},
    {"wet-6-3", "dat de gegevens zijn afgeschermd", "artikel 6, lid 3, Wet PGA", ""},
    {"wet-9", "wanneer de gegevens uiterlijk worden vernietigd", "artikel 9 Wet PGA", "vernietigd_uiterlijk"},
    {"besluit-2", "het contactpunt", "artikel 2 Besluit PGA", "contactpunt"},
    {"avg-14-2-c", "de rechten van de betrokkene", "artikel 14, lid 2, onder c, AVG", ""},
    {"avg-14-2-e", "het recht om een klacht in te dienen bij de Autoriteit Persoonsgegevens",
     "artikel 14, lid 2, onder e, AVG", ""},
};

std::string organisatie(Organisatie o, const std::string& gemeente) {
  switch (o) {
    case Organisatie::burgemeester:
      return fmt::format("de burgemeester van {}", gemeente);
    case Organisatie::college:
      return fmt::format("het college van burgemeester en wethouders van {}", gemeente);
    case Organisatie::politie:
      return "de politie";
    case Organisatie::om:
      return "het Openbaar Ministerie";
    case Organisatie::reclassering:
      return "de reclassering";
    case Organisatie::rvdk:
      return "de Raad voor de Kinderbescherming";
    case Organisatie::rac:
    case Organisatie::toezicht:
    case Organisatie::fg:
    case Organisatie::beheer:
    case Organisatie::machine:
      break;
  }
  return {};
}

/// No word of whose they are, so that the same words fit every letter.
std::string categorie(Categorie c) {
  switch (c) {
    case Categorie::gedrag_en_uitlatingen:
      return "gedrag en uitspraken";
    case Categorie::denkbeelden:
      return "politieke, religieuze of andere overtuigingen";
    case Categorie::sociale_relaties:
      return "familie, vrienden en andere contacten";
    case Categorie::gezondheid_en_zorg:
      return "gezondheid en zorg";
    case Categorie::politie_en_justitie:
      return "gegevens van politie en justitie";
    case Categorie::leefsituatie:
      return "de leefsituatie, zoals wonen, school, werk en geld";
    case Categorie::contactgegevens:
      break;  // always there
    case Categorie::onbekend:
      break;  // a finding, and no word for a letter
  }
  return {};
}

/// "18 februari 2026".
std::string dag(Datum d) { return d.lang().substr(3); }

BriefWaarde vaste(std::string tekst) {
  if (tekst.empty()) return {};
  return {{std::move(tekst)}, {}, {}, {}};
}

BriefWaarde dag_of_open(const std::optional<Datum>& d, std::string open) {
  if (d) return vaste(dag(*d));
  return {{}, std::move(open), "zoek de dag op in het dossier: pga toon", {}};
}

std::vector<std::string> adresregels(std::string_view adres) {
  std::vector<std::string> uit;
  while (!adres.empty()) {
    const std::size_t komma = std::min(adres.find(", "), adres.size());
    if (komma > 0) uit.emplace_back(adres.substr(0, komma));
    adres.remove_prefix(std::min(komma + 2, adres.size()));
  }
  return uit;
}

BriefWaarde contact(const proces::BriefContact& c, std::string_view van, std::string_view veld,
                    std::string_view grondslag) {
  BriefWaarde uit;
  if (!c.naam.empty()) uit.waarden.push_back(c.naam);
  for (std::string& r : adresregels(c.adres)) uit.waarden.push_back(std::move(r));
  if (!c.telefoon.empty()) uit.waarden.push_back("telefoon " + c.telefoon);
  if (!c.email.empty()) uit.waarden.push_back(c.email);
  if (c.naam.empty() || uit.waarden.size() == 1) {
    uit.open = fmt::format("{} van {}", c.naam.empty() ? "naam en adres" : "adres, telefoon of e-mail", van);
    uit.tip = fmt::format("zet het in het beheer bij {}: pga beleid --van BESTAND", veld);
    uit.grondslag = grondslag;
  }
  return uit;
}

BriefWaarde categorieen(const BriefGegevens& g) {
  BriefWaarde uit;
  if (g.relatie) {
    uit.waarden = {"naam en contactgegevens", "de relatie met iemand over wie organisaties overleggen"};
    return uit;
  }
  uit.waarden = {"naam, adres, geboortedatum en andere contactgegevens"};
  if (g.bsn) uit.waarden.emplace_back("burgerservicenummer (BSN)");
  for (const Categorie c : g.categorieen) {
    if (std::string woorden = categorie(c); !woorden.empty()) uit.waarden.push_back(std::move(woorden));
  }
  return uit;
}

BriefWaarde organisaties(const std::vector<Organisatie>& lijst, const std::string& gemeente) {
  BriefWaarde uit;
  for (const Organisatie o : lijst) uit.waarden.push_back(organisatie(o, gemeente));
  return uit;
}

BriefWaarde bronnen(const BriefGegevens& g) {
  BriefWaarde uit = organisaties(g.bronnen, g.gemeente);
  if (g.andere_bron) {
    uit.open = "andere organisaties die gegevens gaven, of haal deze regel weg";
    uit.tip = "pga toon laat zien wie een signaal inbracht; noem geen persoon, en niemand die een melding deed";
    uit.grondslag = "artikel 14, lid 2, onder f, AVG";
  }
  return uit;
}

BriefWaarde persoonlijk(std::vector<std::string> waarden, std::string open) {
  BriefWaarde uit{std::move(waarden), {}, {}, {}};
  if (!uit.waarden.empty()) return uit;
  uit.open = std::move(open);
  uit.tip = "vul het in de brief in, of vul het dossier aan: pga melding NUMMER --van BESTAND";
  return uit;
}

std::string adres_van(const BriefGegevens& g) {
  return g.aan == proces::Geadresseerde::betrokkene ? "adres" : "adres van de vertegenwoordiger";
}

std::map<std::string, BriefWaarde> waarden(const BriefGegevens& g) {
  std::map<std::string, BriefWaarde> uit;
  uit["gemeente"] = vaste(g.gemeente);
  uit["datum"] = vaste(dag(g.datum));
  uit["contactpunt"] = contact(g.contactpunt, "het contactpunt", "contactpunt", "artikel 14, lid 1, onder a, AVG");
  uit["fg"] = contact(g.fg, "de functionaris gegevensbescherming", "fg", "artikel 14, lid 1, onder b, AVG");
  if (g.soort == BriefSoort::terugkoppeling) {
    uit["nummer"] = vaste(g.nummer);
    uit["aanmelder"] = vaste(g.aanmelder ? organisatie(*g.aanmelder, g.gemeente) : "");
    uit["aangemeld_bij"] = vaste(g.aangemeld_bij ? organisatie(*g.aangemeld_bij, g.gemeente) : "");
    uit["aangemeld_op"] = dag_of_open(g.aangemeld_op, "dag van de aanmelding");
    uit["besloten_op"] = dag_of_open(g.besloten_op, "dag van het besluit");
    return uit;
  }
  uit["geadresseerde"] = persoonlijk(g.geadresseerden, "naam");
  uit["adres"] = persoonlijk(adresregels(g.adres), adres_van(g));
  uit["betrokkene"] =
      persoonlijk(g.betrokkene.empty() ? std::vector<std::string>() : std::vector{g.betrokkene}, "naam");
  if (g.soort == BriefSoort::afsluiting) {
    uit["geinformeerd_op"] = dag_of_open(g.geinformeerd_op, "dag van het eerdere bericht");
    uit["afgesloten_op"] = dag_of_open(g.afgesloten_op, "dag van de afsluiting");
    uit["vernietigd_uiterlijk"] = dag_of_open(g.vernietigd_uiterlijk, "uiterste dag van vernietiging");
    return uit;
  }
  uit["categorieen"] = categorieen(g);
  uit["bronnen"] = bronnen(g);
  uit["ontvangers"] = organisaties(g.ontvangers, g.gemeente);
  return uit;
}

std::set<std::string> voorwaarden(const BriefGegevens& g) {
  std::set<std::string> uit;
  const auto als = [&](bool geldt, const char* naam) {
    if (geldt) uit.insert(naam);
  };
  als(g.relatie, "relatie");
  als(g.kind_zelf, "kind_zelf");
  als(g.gedeeltelijk, "gedeeltelijk");
  als(!g.bronnen.empty() || g.andere_bron, "bronnen");
  als(g.openbare_bron == JaNee::ja, "openbare_bron");
  als(!g.openbare_bron && !g.relatie, "openbare_bron_onbekend");
  return uit;
}

/// What the template leaves out of what the law asks for.
void toets_onderdelen(const BriefGegevens& g, const GevuldeBrief& gevuld, std::vector<Bevinding>& uit,
                      const std::string& bestand) {
  for (const BriefOnderdeel& o : brief_onderdelen(g.soort)) {
    if (o.relatie && !g.relatie) continue;
    const auto er = gevuld.onderdelen.find(std::string(o.id));
    if (er == gevuld.onderdelen.end()) {
      uit.push_back(
          {FoutSoort::bevinding,
           {bestand, 0, 0},
           fmt::format("in de brief staat niet: {}", o.wat),
           fmt::format("zet dit in het sjabloon tussen {{{{#onderdeel {}}}}} en {{{{/onderdeel}}}}", o.id),
           std::string(o.grondslag)});
    } else if (!o.plaats.empty() && er->second.count(std::string(o.plaats)) == 0) {
      uit.push_back({FoutSoort::bevinding,
                     {bestand, 0, 0},
                     fmt::format("het onderdeel {} noemt {{{{{}}}}} niet: {}", o.id, o.plaats, o.wat),
                     fmt::format("zet {{{{{}}}}} in dit onderdeel", o.plaats),
                     std::string(o.grondslag)});
    }
  }
}

}  // namespace

const std::vector<BriefOnderdeel>& brief_onderdelen(BriefSoort soort) {
  switch (soort) {
    case BriefSoort::terugkoppeling:
      return kTerugkoppeling;
    case BriefSoort::afsluiting:
      return kAfsluiting;
    case BriefSoort::notificatie:
      break;
  }
  return kNotificatie;
}

std::vector<std::string> brief_sjablonen(BriefSoort soort) {
  const std::string basis(proces::naam(soort));
  if (soort == BriefSoort::terugkoppeling) return {basis};
  return {basis, basis + "-kind", basis + "-vertegenwoordiger"};
}

std::string_view ingebouwd_sjabloon(std::string_view naam) {
  for (const IngebouwdeBrief& b : ingebouwde_brieven()) {
    if (b.naam == naam) return b.tekst;
  }
  throw std::out_of_range("no template " + std::string(naam));
}

SjabloonWoorden sjabloon_woorden(BriefSoort soort) {
  SjabloonWoorden uit;
  BriefGegevens leeg;
  leeg.soort = soort;
  for (const auto& rij : waarden(leeg)) uit.plaatsen.push_back(rij.first);
  if (soort != BriefSoort::terugkoppeling) uit.voorwaarden = {"kind_zelf", "relatie"};
  if (soort == BriefSoort::notificatie) {
    uit.voorwaarden.insert(uit.voorwaarden.end(),
                           {"bronnen", "gedeeltelijk", "openbare_bron", "openbare_bron_onbekend"});
  }
  for (const BriefOnderdeel& o : brief_onderdelen(soort)) uit.onderdelen.emplace_back(o.id);
  return uit;
}

Brief maak_brief(const BriefGegevens& g, std::string_view sjabloon, const std::string& bestand) {
  const Vulling vulling{waarden(g), voorwaarden(g)};
  GevuldeBrief gevuld = vul(lees_sjabloon(sjabloon, bestand, sjabloon_woorden(g.soort)), vulling);
  Brief uit{std::move(gevuld.blad), {}};
  for (const std::string& plaats : gevuld.open) {
    const BriefWaarde& w = vulling.waarden.at(plaats);
    uit.bevindingen.push_back({FoutSoort::bevinding,
                               {},
                               fmt::format("de brief is nog niet af: [vul in: {}]", w.open),
                               w.tip,
                               w.grondslag});
  }
  toets_onderdelen(g, gevuld, uit.bevindingen, bestand);
  return uit;
}

}  // namespace pga::weergave
