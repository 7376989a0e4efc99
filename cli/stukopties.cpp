// SPDX-License-Identifier: EUPL-1.2
//
// The input of a command that writes a stuk: its options, its document, and the template to fill in.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/invoer.h"
#include "cli/stukopdracht.h"
#include "lib/basis/nabij.h"
#include "lib/schema/schema.h"
#include "lib/yaml/strikt.h"

namespace pga::cli {
namespace {

/// The flag of a field: "--laatste-verwerking".
std::string als_optie(std::string naam) {
  std::replace(naam.begin(), naam.end(), '_', '-');
  return "--" + naam;
}

void vervang(std::string& tekst, const std::string& van, const std::string& door) {
  for (auto begin = tekst.find(van); begin != std::string::npos; begin = tekst.find(van, begin + door.size())) {
    tekst.replace(begin, van.size(), door);
  }
}

/// A stap of that soort; else Fout with the nearest.
void eis_stap(const schema::Knoop& knoop, const std::string& soort, const std::string& stap) {
  const schema::Knoop* veld = knoop.veld("stap");
  if (veld == nullptr) {
    throw Fout(FoutSoort::gebruik, fmt::format("een {} heeft geen stappen", soort), "laat --stap weg");
  }
  const std::vector<std::string>& stappen = veld->keuzes();
  if (std::find(stappen.begin(), stappen.end(), stap) != stappen.end()) return;
  const std::string beste = nabij(stap, stappen);
  throw Fout(FoutSoort::gebruik, fmt::format("--stap: een {} heeft geen stap {}", soort, stap),
             fmt::format("{}kies uit {}", beste.empty() ? "" : fmt::format("bedoelde u {}? ", beste),
                         fmt::join(stappen, ", ")));
}

/// The policy of the kast where one is; a template needs none, so the examples otherwise.
proces::Beleid beleid_voor_formulier(const Omgeving& omgeving) {
  try {
    return omgeving.open_kast().beleid();
  } catch (const Fout&) {
    return {};
  }
}

/// What the gemeente made of the Leidraad, where a form asks about it.
void vul_leidraad_in(schema::Formulier& formulier, const std::string& soort, const proces::Beleid& beleid) {
  if (soort == "contextcasusformulier") {
    std::vector<std::string>& regels = formulier.bij["veld"];
    regels.push_back("De velden: " + beleid.contextlijst.naam + ".");
    for (const proces::Contextveld& v : beleid.contextlijst.velden) {
      regels.push_back(fmt::format("{}: {}", v.veld, v.vraag));
    }
    return;
  }
  formulier.schaal = beleid.schaal.standen;
  for (const auto& [aspect, vragen] : beleid.hulpvragen.vragen) {
    std::vector<std::string>& regels = formulier.bij[aspect];
    regels.push_back("Hulpvragen: " + beleid.hulpvragen.naam + ".");
    regels.insert(regels.end(), vragen.begin(), vragen.end());
  }
}

}  // namespace

void StukOpties::bind(Opties& opties, std::string_view nummer_naam, const std::vector<std::string>& soorten) {
  if (!nummer_naam.empty())
    opties.argument(nummer_naam, nummer, "het dossier: het nummer, of een begin ervan dat genoeg zegt");
  opties.optie("--van", van, "BESTAND", "lees het document (YAML) uit dit bestand; - is de standaardinvoer");
  opties.vlag("--sjabloon", sjabloon, "druk een leeg formulier af om in te vullen");
  opties.optie("--vervangt", vervangt, "STUK", "verbeter dit eerdere stuk; het blijft bewaard");
  std::vector<schema::Vlag> alle;
  for (const std::string& soort : soorten) {
    for (schema::Vlag& v : schema::vlaggen(schema::schema(soort))) {
      const bool nieuw =
          std::none_of(alle.begin(), alle.end(), [&](const schema::Vlag& w) { return w.naam == v.naam; });
      if (nieuw) alle.push_back(std::move(v));
    }
  }
  vlaggen_.reserve(alle.size());  // the parser keeps references into it
  for (const schema::Vlag& v : alle) {
    vlaggen_.push_back({v.naam, std::nullopt, false});
    if (v.keuzes.empty()) {
      opties.optie(als_optie(v.naam), vlaggen_.back().waarde, Opties::kWaarde, v.uitleg);
    } else {
      opties.keuze(als_optie(v.naam), vlaggen_.back().waarde, v.keuzes, v.uitleg);
    }
  }
}

void StukOpties::zet(const std::string& veld, const std::string& waarde) {
  const auto er = std::find_if(vlaggen_.begin(), vlaggen_.end(), [&](const VeldVlag& v) { return v.naam == veld; });
  if (er == vlaggen_.end()) {
    vlaggen_.push_back({veld, waarde, true});
  } else if (!er->waarde) {
    er->waarde = waarde;
    er->vanzelf = true;
  }
}

bool StukOpties::heeft_invoer() const {
  return van ||
         std::any_of(vlaggen_.begin(), vlaggen_.end(), [](const VeldVlag& v) { return v.waarde.has_value(); });
}

std::optional<std::string> StukOpties::vlag(std::string_view veld) const {
  for (const VeldVlag& v : vlaggen_) {
    if (v.naam == veld) return v.waarde;
  }
  return std::nullopt;
}

std::string StukOpties::met_opties(std::string tekst) const {
  for (const VeldVlag& v : vlaggen_) {  // a value may be the name of a field too: only where a field is meant
    const std::string veld = fmt::format("\"{}\"", v.naam);
    const std::string optie = als_optie(v.naam);
    vervang(tekst, "het veld " + veld, optie);
    vervang(tekst, "vul " + veld + " in", "geef " + optie);
    for (const std::string_view voor : {"bij ", "als "}) {
      vervang(tekst, fmt::format("{}{}", voor, veld), fmt::format("{}{}", voor, optie));
    }
    for (const std::string_view na : {" hoort", " heeft"}) {
      vervang(tekst, fmt::format("{}{}", veld, na), fmt::format("{}{}", optie, na));
    }
  }
  return tekst;
}

std::vector<std::string> StukOpties::gegeven() const {
  std::vector<std::string> uit;
  if (van) uit.emplace_back("--van");
  if (vervangt) uit.emplace_back("--vervangt");
  if (sjabloon) uit.emplace_back("--sjabloon");
  for (const VeldVlag& v : vlaggen_) {
    if (v.waarde && !v.vanzelf) uit.push_back(als_optie(v.naam));
  }
  return uit;
}

Waarde StukOpties::document(const std::string& soort) const {
  if (!heeft_invoer()) {
    throw Fout(FoutSoort::gebruik,
               fmt::format("er is niets om vast te leggen: geef een document van de soort {}", soort),
               "druk een leeg formulier af met --sjabloon, vul het in en geef het met --van BESTAND");
  }
  Waarde document = Waarde::kaart();
  if (van) document = yaml::lees_strikt(lees_document(*van), *van);
  const schema::Knoop& knoop = schema::schema(soort);
  for (const VeldVlag& v : vlaggen_) {
    if (!v.waarde) continue;
    if (knoop.veld(v.naam) == nullptr) {
      throw Fout(FoutSoort::gebruik, fmt::format("een {} heeft geen veld {}", soort, v.naam),
                 "laat deze optie weg, of kies een andere opdracht");
    }
    const Waarde* er = document.vind(v.naam);
    if (!v.vanzelf && er != nullptr && !er->leeg() && er->is_tekst() && er->tekst() != *v.waarde) {
      throw Fout(FoutSoort::gebruik,
                 fmt::format("{} staat in {} als \"{}\" en op de opdrachtregel ({}) als \"{}\"", v.naam, bestand(),
                             er->tekst(), als_optie(v.naam), *v.waarde),
                 "laat één van de twee weg");
    }
    if (er == nullptr || er->leeg()) {
      Waarde waarde(*v.waarde);
      waarde.ongetypeerd = true;
      document.zet(v.naam, std::move(waarde));
    }
  }
  for (const char* veld : van_pga) eis_leeg(document, veld);
  for (const Veld& v : eigen.velden()) {
    eis_leeg(document, v.naam);
    document.zet(v.naam, v.waarde);
  }
  return document;
}

void StukOpties::eis_leeg(const Waarde& document, const std::string& veld) const {
  const Waarde* er = document.vind(veld);
  if (er == nullptr || er->leeg()) return;
  throw Fout(FoutSoort::document, fmt::format("{} vult pga zelf in", veld), "laat dit veld weg",
             Plaats{bestand(), er->plek.regel, er->plek.kolom});
}

int toon_sjabloon(Omgeving& omgeving, const std::string& soort, const StukOpties& opties) {
  const schema::Knoop& knoop = schema::schema(soort);
  schema::Formulier formulier{opties.vlag("stap").value_or(""), {opties.van_pga.begin(), opties.van_pga.end()}, {}, {}};
  if (!formulier.stap.empty()) eis_stap(knoop, soort, formulier.stap);
  if (soort == "profiel" || soort == "beoordeling" || soort == "contextcasusformulier") {
    vul_leidraad_in(formulier, soort, beleid_voor_formulier(omgeving));
  }
  omgeving.uit << schema::sjabloon(knoop, formulier);
  return 0;
}

}  // namespace pga::cli
