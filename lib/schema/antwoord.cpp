// SPDX-License-Identifier: EUPL-1.2
//
// beantwoord() of vragen.h: from what a person typed to a value in the document.
#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "lib/basis/nabij.h"
#include "lib/schema/beeld.h"
#include "lib/schema/plicht.h"
#include "lib/schema/tekst.h"
#include "lib/schema/vragen.h"
#include "lib/yaml/canoniek.h"
#include "lib/yaml/strikt.h"

namespace pga::schema {
namespace {

/// What an answer comes to: a value, the word that it is to be taken away, or why it cannot be.
struct Gelezen {
  std::optional<Waarde> waarde{};
  bool weg = false;
  std::optional<Bevinding> bezwaar{};
};

Gelezen bezwaar(std::string wat, std::string tip) {
  return {{}, false, Bevinding{FoutSoort::document, {}, std::move(wat), std::move(tip), {}}};
}

std::string_view zonder_witruimte(std::string_view tekst) {
  constexpr std::string_view kWit = " \t\r\n";
  const std::size_t begin = tekst.find_first_not_of(kWit);
  if (begin == std::string_view::npos) return {};
  return tekst.substr(begin, tekst.find_last_not_of(kWit) - begin + 1);
}

/// Lower case, and one sign for what stands between words: "Niet opnemen" is "niet_opnemen".
std::string als_keuzewoord(std::string_view tekst) {
  std::string uit(tekst);
  for (char& c : uit) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') c = '_';
  }
  return uit;
}

/// The number of a choice, from 0, that a number, a word or the start of a word means.
std::optional<std::size_t> welke(const std::vector<std::string>& keuzes, std::string_view antwoord) {
  std::size_t nummer = 0;
  const auto [einde, ec] = std::from_chars(antwoord.data(), antwoord.data() + antwoord.size(), nummer);
  const bool getal = ec == std::errc() && einde == antwoord.data() + antwoord.size();
  if (getal && nummer >= 1 && nummer <= keuzes.size()) return nummer - 1;
  const std::string woord = als_keuzewoord(antwoord);
  std::vector<std::size_t> begint;
  for (std::size_t i = 0; i < keuzes.size(); ++i) {
    const std::string keuze = als_keuzewoord(keuzes[i]);
    if (keuze == woord) return i;
    if (keuze.rfind(woord, 0) == 0) begint.push_back(i);
  }
  return begint.size() == 1 ? std::optional<std::size_t>(begint.front()) : std::nullopt;
}

Gelezen lees_keuze(const std::vector<std::string>& keuzes, std::string_view antwoord) {
  if (const auto i = welke(keuzes, antwoord)) return {Waarde(keuzes[*i]), false, {}};
  const std::string woord = als_keuzewoord(antwoord);
  std::vector<std::string> begint;
  std::copy_if(keuzes.begin(), keuzes.end(), std::back_inserter(begint),
               [&](const std::string& k) { return als_keuzewoord(k).rfind(woord, 0) == 0; });
  if (begint.size() > 1) {
    return bezwaar(toon(Waarde(antwoord)) + " kan " + opsomming(begint, "en") + " zijn", "typ een letter meer");
  }
  const std::string beste = nabij(woord, keuzes);
  return bezwaar(toon(Waarde(antwoord)) + " is geen van de keuzes",
                 (beste.empty() ? std::string() : "bedoelde u " + beste + "? ") +
                     "typ een nummer, of het begin van het woord");
}

Gelezen lees_datum(std::string_view antwoord, const DagLezer& dag) {
  if (const auto d = dag(antwoord)) return {Waarde(d->tekst()), false, {}};
  return bezwaar(toon(Waarde(antwoord)) + " is geen dag",
                 "bijvoorbeeld: 4 maart, gisteren, over 2 weken, of 2026-03-04");
}

/// As the strict reader takes it: no signs that hide or turn text, one form for each letter.
Gelezen lees_tekst(std::string_view antwoord) {
  const bool letterlijk = antwoord.size() > 2 && antwoord.front() == '"' && antwoord.back() == '"' &&
                          is_opdracht(antwoord.substr(1, antwoord.size() - 2));
  const std::string_view tekst = letterlijk ? antwoord.substr(1, antwoord.size() - 2) : antwoord;
  try {
    const Waarde w = yaml::lees_strikt(yaml::schrijf(Waarde::kaart({{"x", tekst, {}}})), {});
    return {Waarde(w.tekst_van("x")), false, {}};
  } catch (const std::invalid_argument&) {
    return bezwaar("dit is geen leesbare tekst", "typ de tekst zonder bijzondere tekens");
  } catch (const Fout& f) {
    Bevinding b = f.bevindingen().front();
    b.plaats = {};
    return {{}, false, std::move(b)};
  }
}

Gelezen lees_getal(std::string_view antwoord) {
  std::int64_t getal = 0;
  const auto [einde, ec] = std::from_chars(antwoord.data(), antwoord.data() + antwoord.size(), getal);
  if (ec == std::errc() && einde == antwoord.data() + antwoord.size()) return {Waarde(getal), false, {}};
  return bezwaar(toon(Waarde(antwoord)) + " is geen heel getal", "schrijf alleen cijfers");
}

Gelezen lees(const Vraag& vraag, std::string_view antwoord, const DagLezer& dag) {
  if (antwoord == "-") return {{}, true, {}};
  switch (vraag.soort) {
    case Vraagsoort::poort: {
      const auto i = welke({"ja", "nee"}, antwoord);
      if (!i) return bezwaar(toon(Waarde(antwoord)) + " is geen antwoord op deze vraag", "typ ja of nee");
      return *i == 0 ? Gelezen{Waarde::kaart(), false, {}} : Gelezen{{}, true, {}};
    }
    case Vraagsoort::keuze:
      return lees_keuze(vraag.waarde->keuzes(), antwoord);
    case Vraagsoort::datum:
      return lees_datum(antwoord, dag);
    case Vraagsoort::getal:
      return lees_getal(antwoord);
    case Vraagsoort::tekst:
    case Vraagsoort::lange_tekst:
      break;
  }
  return lees_tekst(antwoord);
}

/// The place in the document, made with what lies above it.
Waarde& maak_plek(Waarde& document, const Pad& pad) {
  Waarde* w = &document;
  for (std::size_t i = 0; i < pad.size(); ++i) {
    const bool in_lijst = i + 1 < pad.size() && pad[i + 1].veld.empty();
    const Waarde nieuw = in_lijst ? Waarde::lijst_() : Waarde::kaart();
    if (pad[i].veld.empty()) {
      if (pad[i].nr >= w->lijst().size()) w->voeg_toe(nieuw);
      w = &w->lijst().at(std::min(pad[i].nr, w->lijst().size() - 1));
    } else {
      Waarde* er = w->vind(pad[i].veld);
      w = er != nullptr ? er : &w->zet(pad[i].veld, nieuw);
    }
  }
  return *w;
}

/// Takes it away; a list without items goes too, or an empty one would stand in the document.
void haal_weg(Waarde& document, const Pad& pad) {
  if (vind(document, pad) == nullptr) return;
  const Pad boven(pad.begin(), pad.end() - 1);
  Waarde& w = boven.empty() ? document : maak_plek(document, boven);
  if (!pad.back().veld.empty()) return w.verwijder(pad.back().veld);
  w.lijst().erase(w.lijst().begin() + static_cast<std::ptrdiff_t>(pad.back().nr));
  if (w.lijst().empty()) haal_weg(document, boven);
}

/// The fields at the top that belong to a choice that is not made any more.
void snoei_vreemd(const Beeld& wortel, Waarde& document) {
  std::vector<std::string> vreemd;
  for (const Veld& v : document.velden()) {
    if (wortel.veld_beeld(v.naam) != nullptr && !hoort_erbij(wortel, v.naam, document)) vreemd.push_back(v.naam);
  }
  for (const std::string& naam : vreemd) document.verwijder(naam);
}

std::optional<Bevinding> zonder_antwoord(const Vraag& vraag) {
  if (!vraag.verplicht) return std::nullopt;
  const bool onbekend = std::find(vraag.waarde->keuzes().begin(), vraag.waarde->keuzes().end(), "onbekend") !=
                        vraag.waarde->keuzes().end();
  return Bevinding{
      FoutSoort::document,
      {},
      "dit moet ingevuld zijn",
      onbekend ? "weet u het niet, kies dan onbekend" : "typ ? voor uitleg, of stop om later verder te gaan",
      std::string(vraag.veld->grondslag())};
}

}  // namespace

bool is_opdracht(std::string_view antwoord) {
  constexpr std::array<std::string_view, 4> kWoorden = {"?", "<", "-", "stop"};
  return std::find(kWoorden.begin(), kWoorden.end(), antwoord) != kWoorden.end();
}

std::optional<Bevinding> beantwoord(const Knoop& schema, const Vraag& vraag, std::string_view antwoord,
                                    const DagLezer& dag, Waarde& document) {
  const std::string_view kaal = zonder_witruimte(antwoord);
  const Waarde* er = vind(document, vraag.pad);
  const bool was_leeg = er == nullptr || (vraag.soort != Vraagsoort::poort && er->leeg());
  if (kaal.empty()) return was_leeg ? zonder_antwoord(vraag) : std::nullopt;
  Gelezen g = lees(vraag, kaal, dag);
  if (g.bezwaar) return g.bezwaar;
  if (g.weg) {
    if (auto bezwaar = zonder_antwoord(vraag)) return bezwaar;
    haal_weg(document, vraag.pad);
  } else if (vraag.soort == Vraagsoort::poort) {
    if (was_leeg) maak_plek(document, vraag.pad) = std::move(*g.waarde);
  } else {
    auto bevindingen = keur_veld(*vraag.waarde, *g.waarde, vraag.titel());
    if (!bevindingen.empty()) return bevindingen.front();
    maak_plek(document, vraag.pad) = std::move(*g.waarde);
  }
  if (!was_leeg && vraag.pad.size() == 1) snoei_vreemd(dynamic_cast<const Beeld&>(schema), document);
  return std::nullopt;
}

}  // namespace pga::schema
