// SPDX-License-Identifier: EUPL-1.2
//
// The template language of letters (pga-brief(7)): paragraphs, headings, lists and lines, with places, conditions
// and marked parts. Small and strict on purpose: a place that is not known is an error, never an empty spot in a
// letter.
//
//   # titel        ## kop        - item        | regel        anything else: a paragraph, up to an empty line
//   {{naam}}                                   a place; alone in an item or line, a list gives one for each value
//   {{#als naam}} … {{/als}}, {{#als niet naam}}    on lines of their own
//   {{#onderdeel id}} … {{/onderdeel}}         what follows is an element that the law asks for
//   {{! opmerking }}                           on a line of its own; not in the letter
//
// Pure: text in, blocks out. A value is only ever text: nothing in it is read as a template.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/weergave/brief_blad.h"

namespace pga::weergave {

/// The words that a template may use.
struct SjabloonWoorden {
  std::vector<std::string> plaatsen;
  std::vector<std::string> voorwaarden;
  std::vector<std::string> onderdelen;
};

/// A template that was found right.
struct Sjabloon {
  /// A run of text, or a place.
  struct Deel {
    bool plaats = false;
    std::string tekst;
  };
  using Regel = std::vector<Deel>;
  enum class Soort { blok, als, onderdeel };
  struct Knoop {
    Soort soort = Soort::blok;
    BriefBlokSoort blok = BriefBlokSoort::alinea;
    std::vector<Regel> regels;
    std::string naam;  // of the condition or element
    bool niet = false;
    std::vector<Knoop> kinderen;
  };
  std::vector<Knoop> knopen;
};

inline constexpr std::size_t kMaxSjabloon = std::size_t{64} << 10U;

/// Throws Fout(document) with everything that is wrong, each with line and column and the nearest word.
[[nodiscard]] Sjabloon lees_sjabloon(std::string_view tekst, const std::string& bestand,
                                     const SjabloonWoorden& woorden);

/// What stands at a place: texts, and what has to be filled in by hand when it is not known (whole or in part).
struct BriefWaarde {
  std::vector<std::string> waarden;
  std::string open;       // "het adres"; empty: nothing is missing
  std::string tip;        // where it can be recorded, for the finding
  std::string grondslag;  // for the finding
};

struct Vulling {
  std::map<std::string, BriefWaarde> waarden;  // every place of the words
  std::set<std::string> voorwaarden;           // those that hold
};

struct GevuldeBrief {
  BriefBlad blad;
  std::vector<std::string> open;                            // places with something to fill in, in order, each once
  std::map<std::string, std::set<std::string>> onderdelen;  // that came out with text, and the places within
};

[[nodiscard]] GevuldeBrief vul(const Sjabloon& sjabloon, const Vulling& vulling);

}  // namespace pga::weergave
