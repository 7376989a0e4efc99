// SPDX-License-Identifier: EUPL-1.2
//
// yaml-cpp reads the events, this builds the value and refuses what YAML allows but a dossier does not.
#include "lib/yaml/strikt.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

#include "lib/yaml/bouwer.h"
#include "lib/yaml/bron.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace pga::yaml {
namespace {

struct Uitleg {
  std::string_view engels;  // how yaml-cpp's message begins
  std::string_view wat;
  std::string_view tip;
};

constexpr std::string_view kWaarde =
    "staat er een dubbele punt of een bijzonder teken in de tekst, zet er dan aanhalingstekens omheen";
constexpr std::string_view kInspring =
    "laat velden die bij elkaar horen even ver inspringen, en kijk of een aanhalingsteken erboven is gesloten";
constexpr std::string_view kSluit = "kijk of een haakje of aanhalingsteken erboven niet is gesloten";

constexpr std::array kUitleg = {
    Uitleg{"end of map not found", "hier klopt de indeling niet", kInspring},
    Uitleg{"end of map flow", "een accolade wordt niet gesloten", kSluit},
    Uitleg{"end of sequence not found", "hier klopt de indeling van de lijst niet", kInspring},
    Uitleg{"end of sequence flow", "een vierkant haakje wordt niet gesloten", kSluit},
    Uitleg{"illegal EOF in scalar", "het document houdt op midden in een tekst", kSluit},
    Uitleg{"illegal document indicator", "midden in een tekst staat --- of ... aan het begin van een regel",
           kSluit},
    Uitleg{"illegal tab", "hier springt een regel in met een tab", "gebruik spaties"},
    Uitleg{"illegal flow end", "hier staat een haakje dat niets sluit",
           "haal het weg of zet aanhalingstekens om de tekst"},
    Uitleg{"illegal block entry", "hier kan geen onderdeel van een lijst staan", kInspring},
    Uitleg{"illegal map key", "hier kan geen veld beginnen", kInspring},
    Uitleg{"illegal map value", "hier staat een dubbele punt die YAML niet begrijpt", kWaarde},
    Uitleg{"unknown escape", "onbekende code na de schuine streep \\", "schrijf \\\\ voor een schuine streep"},
    Uitleg{"bad character found while scanning hex", "onvolledige code na \\x of \\u",
           "schrijf \\\\ voor een schuine streep"},
    Uitleg{"invalid unicode", "deze code staat niet voor een teken", "typ het teken zelf"},
    Uitleg{"the referenced anchor", "een verwijzing met * kan hier niet", "schrijf de waarde voluit"},
    Uitleg{"anchor not found", "een anker met & kan hier niet", kWaarde},
    Uitleg{"alias not found", "een verwijzing met * kan hier niet", kWaarde},
    Uitleg{"aliases can't have", "een verwijzing met * kan hier niet", kWaarde},
    Uitleg{"cannot assign multiple anchors", "een anker met & kan hier niet", kWaarde},
    Uitleg{"cannot assign the same alias", "een anker met & kan hier niet", kWaarde},
    Uitleg{"illegal character found while scanning anchor", "een anker met & kan hier niet", kWaarde},
    Uitleg{"illegal character found while scanning alias", "een verwijzing met * kan hier niet", kWaarde},
    Uitleg{"cannot assign multiple tags", "een type met ! kan hier niet", kWaarde},
    Uitleg{"illegal character found while scanning tag", "een type met ! kan hier niet", kWaarde},
    Uitleg{"tag handle with no suffix", "een type met ! kan hier niet", kWaarde},
    Uitleg{"end of verbatim tag", "een type met ! kan hier niet", kWaarde},
    Uitleg{"unexpected character in block scalar", "na > of | begint de tekst op de volgende regel",
           "zet de tekst eronder, met twee spaties ervoor, of zet er aanhalingstekens omheen"},
    Uitleg{"cannot set zero indentation", "na > of | begint de tekst op de volgende regel",
           "zet de tekst eronder, met twee spaties ervoor, of zet er aanhalingstekens omheen"},
    Uitleg{"unknown token", "hier staat een teken dat YAML niet begrijpt", kWaarde},
};

constexpr std::string_view kTab = "hier springt een regel in met een tab";

/// The tab with which the line of a mistake begins; yaml-cpp names what it leads to, further on.
std::optional<Plek> tab_vooraan(const Bron& bron, const YAML::Exception& fout) {
  const std::size_t begin = bron.plaats(fout.mark.line, 0);
  const std::string_view regel = std::string_view(bron.tekst()).substr(begin);
  const std::size_t tab = regel.substr(0, regel.find_first_not_of(" \t")).find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  return bron.plek(begin + tab);
}

/// A mistake that yaml-cpp names by what it leads to.
std::optional<Uitleg> bijzonder(const Bron& bron, const YAML::Exception& fout) {
  const std::size_t begin = bron.plaats(fout.mark.line, 0);
  const std::string_view regel = std::string_view(bron.tekst()).substr(begin);
  const std::string_view voor = regel.substr(0, bron.plaats(fout.mark.line, fout.mark.column) - begin);
  if (fout.msg == YAML::ErrorMsg::MAP_VALUE && voor.find(": ") == std::string_view::npos) {
    return Uitleg{{},
                  "voor deze dubbele punt staat geen goede naam",
                  "kijk of op de regel erboven een dubbele punt ontbreekt, of de spatie erna"};
  }
  return std::nullopt;
}

Bevinding van_yaml_cpp(const Bron& bron, const YAML::Exception& fout) {
  if (fout.mark.is_null()) return bron.bevinding({}, "dit is geen YAML", std::string(kWaarde));
  const Plek plek = bron.plek(bron.plaats(fout.mark.line, fout.mark.column));
  if (const auto tab = tab_vooraan(bron, fout)) return bron.bevinding(*tab, std::string(kTab), "gebruik spaties");
  if (const auto u = bijzonder(bron, fout)) return bron.bevinding(plek, std::string(u->wat), std::string(u->tip));
  for (const Uitleg& u : kUitleg) {
    if (fout.msg.rfind(u.engels, 0) == 0) return bron.bevinding(plek, std::string(u.wat), std::string(u.tip));
  }
  return bron.bevinding(plek, "dit is geen YAML", std::string(kWaarde));
}

/// A directive (%YAML, %TAG) could change what tags mean.
void zoek_instructie(const Bron& bron, std::vector<Bevinding>& uit) {
  const std::string& tekst = bron.tekst();
  for (std::size_t i = 0; i < tekst.size(); ++i) {
    const std::size_t begin = tekst.find_first_not_of(" \t", i);
    if (begin == std::string::npos) return;
    if (tekst[i] == '%')
      uit.push_back(bron.bevinding(bron.plek(i), "een YAML-instructie (%) kan hier niet", "haal de regel weg"));
    if (tekst[begin] != '\n' && tekst[begin] != '#' && tekst[i] != '%') return;
    i = tekst.find('\n', begin);
    if (i == std::string::npos) return;
  }
}

/// Reads the one document, and whatever else there is into findings.
Waarde lees_gebeurtenissen(const Bron& bron, std::vector<Bevinding>& uit) {
  Bouwer bouwer(bron);
  try {
    std::istringstream in(bron.tekst());
    YAML::Parser parser(in);
    if (parser.HandleNextDocument(bouwer)) {
      bouwer.volgend_document();
      parser.HandleNextDocument(bouwer);
    }
  } catch (const YAML::Exception& fout) {
    bouwer.meld(van_yaml_cpp(bron, fout));
  } catch (const Bouwer::Genoeg&) {
    // the builder has said why
  }
  for (Bevinding& b : bouwer.bevindingen()) uit.push_back(std::move(b));
  return std::move(bouwer.document());
}

}  // namespace

Waarde lees_strikt(std::string_view bytes, std::string_view naam) {
  const Plaats boven{std::string(naam), 0, 0};
  if (bytes.size() > kMaxDocument) {
    throw Fout(FoutSoort::document, "dit document is te groot",
               fmt::format("ten hoogste {} MiB", kMaxDocument >> 20U), boven);
  }
  const Bron bron(bytes, naam);
  if (!bron.bevindingen().empty()) throw Fout(bron.bevindingen());
  if (bron.tekst().find_first_not_of(" \t\n") == std::string::npos) {
    throw Fout(FoutSoort::document, "dit document is leeg", "begin met het sjabloon: --sjabloon", boven);
  }
  std::vector<Bevinding> bevindingen;
  zoek_instructie(bron, bevindingen);
  Waarde document = lees_gebeurtenissen(bron, bevindingen);
  if (!bevindingen.empty()) throw Fout(std::move(bevindingen));
  if (document.is_tekst() && document.leeg()) return Waarde::kaart();  // comments only
  if (!document.is_kaart()) {
    throw Fout(FoutSoort::document, "dit document bestaat niet uit velden", "schrijf op elke regel naam: waarde",
               Plaats{std::string(naam), document.plek.regel, document.plek.kolom});
  }
  return document;
}

}  // namespace pga::yaml
