// SPDX-License-Identifier: EUPL-1.2
//
// Giving data of a case to the casusoverleg of another gemeente (artikel 7 Wet PGA): what may go and what stays.
//
// Lid 2: nothing goes against which the deelnemer that supplied it has zwaarwegende redenen, so every supplier is
// asked, and says it per item. What came from no deelnemer is asked of the deelnemer through whom it came. Besides:
// what comes from police or OM goes only where they agree to that item (their data may not be passed on freely),
// what lies under a beroepsgeheim never goes, and nor does who reported. The new gemeente weighs the case itself:
// profile, plan and judgments stay.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

struct Dossier;
struct Invoer;

/// Why artikel 7, lid 1, lets it: the gemeente of verblijf is another one, effects are felt there, or people with a
/// relevant social relation live there.
enum class OverdrachtReden { verhuisd, gevolgen, sociale_relaties };
template <>
struct Woorden<OverdrachtReden> {
  static constexpr std::array<std::string_view, 3> namen = {"verhuisd", "gevolgen", "sociale_relaties"};
};

/// Why an item stays.
enum class Achterhouding { bezwaar, beroepsgeheim, zonder_instemming, niet_te_lezen, wordt_hersteld };
template <>
struct Woorden<Achterhouding> {
  static constexpr std::array<std::string_view, 5> namen = {"bezwaar", "beroepsgeheim", "zonder_instemming",
                                                            "niet_te_lezen", "wordt_hersteld"};
};

/// What stands in termijnen.
struct Overdracht {
  std::optional<Datum> datum;
  std::optional<OverdrachtReden> reden;
  std::vector<std::string> personen;  // ids of those whose data went
  std::string bundel;                 // digest of the file
};

[[nodiscard]] Overdracht lees_overdracht(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);

struct Achtergehouden {
  std::string id;
  Achterhouding waarom;
};

struct Overdrachtkeuze {
  Waarde gegevens = Waarde::kaart();  // betrokkene, relaties, signalen, as an aanmelding has them
  std::vector<std::string> gegeven;   // ids of what is in it
  std::vector<std::string> personen;  // ids of those whom it is about
  std::vector<Achtergehouden> achtergehouden;
  std::vector<Bevinding> bezwaren;  // what must be right first: kind document or geweigerd
};

/// What goes from the kast of `gemeente`, by the counting stukken and the document of the overdracht.
[[nodiscard]] Overdrachtkeuze kies_voor_overdracht(const std::vector<Invoer>& stukken, const Dossier& dossier,
                                                   const Waarde& document, std::string_view gemeente);

}  // namespace pga::proces
