// SPDX-License-Identifier: EUPL-1.2
//
// Letters: what stands at the places of a template, what the law asks of each letter, and the built-in templates.
//
// maak_brief() draws from BriefGegevens alone, which holds nothing that a letter may not say. A letter never looks
// complete when it is not: what is not known stands as "[vul in: …]" and is a finding, and so is each element of
// the law that the template leaves out, with its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/proces/brief.h"
#include "lib/weergave/brief_blad.h"
#include "lib/weergave/brief_sjabloon.h"

namespace pga::weergave {

/// An element that the law asks for in a letter: {{#onderdeel id}} marks it in a template.
struct BriefOnderdeel {
  std::string_view id;         // "avg-14-2-e"
  std::string_view wat;        // "het recht om een klacht in te dienen …"
  std::string_view grondslag;  // "artikel 14, lid 2, onder e, AVG"
  std::string_view plaats;     // that must stand in it; empty: text is enough
  bool relatie = false;        // only in the letter of a relative
};

/// The elements of a letter, in the order of the law.
[[nodiscard]] const std::vector<BriefOnderdeel>& brief_onderdelen(proces::BriefSoort soort);

/// The names of the built-in templates of a letter: "afsluiting", "afsluiting-kind",
/// "afsluiting-vertegenwoordiger".
[[nodiscard]] std::vector<std::string> brief_sjablonen(proces::BriefSoort soort);
/// The text of a built-in template. Throws std::out_of_range for a name that is none.
[[nodiscard]] std::string_view ingebouwd_sjabloon(std::string_view naam);
/// The words that the templates of a letter may use.
[[nodiscard]] SjabloonWoorden sjabloon_woorden(proces::BriefSoort soort);

struct Brief {
  BriefBlad blad;
  std::vector<Bevinding> bevindingen;
};

/// `sjabloon` is the text of a template, `bestand` its name in messages. Throws Fout(document) when it is not
/// right.
[[nodiscard]] Brief maak_brief(const proces::BriefGegevens& gegevens, std::string_view sjabloon,
                               const std::string& bestand);

}  // namespace pga::weergave
