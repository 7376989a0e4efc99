// SPDX-License-Identifier: EUPL-1.2
//
// The letters: what `pga notificeer`, `pga weeg` and `pga sluit` share for --brief.
//
// Making a letter records nothing: that it was sent is a fact of later, and a stuk of its own. A letter is written
// to standard output or to a new file that only its maker can read, never into the kast.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/bladuitvoer.h"
#include "cli/omgeving.h"
#include "cli/opdracht.h"
#include "cli/stukopdracht.h"
#include "lib/proces/brief.h"

namespace pga::cli {

class BriefOpties {
 public:
  explicit BriefOpties(proces::BriefSoort soort) : soort_(soort) {}
  void bind(Opties& opties);

  /// Whether any option of a letter was given.
  [[nodiscard]] bool gevraagd() const;
  /// Makes the letter, or prints a template. `stuk` holds the number; an option for recording next to it
  /// (`bevestig` too) is wrong use. The exit code.
  int doe(Omgeving& omgeving, const StukOpties& stuk, bool bevestig = false) const;

 private:
  void eis_alleen(const Omgeving& omgeving, const StukOpties& stuk, bool bevestig) const;
  int toon_sjabloon(Omgeving& omgeving) const;
  [[nodiscard]] proces::BriefVraag vraag(const Omgeving& omgeving, const StukOpties& stuk) const;
  [[nodiscard]] std::string sjabloon(const Omgeving& omgeving, const std::string& naam, std::string& bestand) const;
  /// `tekent`: who made a closing letter may also record that it was sent.
  void meld_vervolg(const Omgeving& omgeving, const std::string& nummer, const proces::BriefGegevens& g,
                    bool tekent) const;

  proces::BriefSoort soort_;
  bool brief_ = false;                     // pga weeg: for whom is known
  std::optional<std::string> betrokkene_;  // --brief of the others
  BladUitvoer uitvoer_{{"een brief", "de brief", "brief", "hij"}};
  std::optional<std::string> geadresseerde_;
  std::vector<std::string> zonder_;
  std::optional<std::string> sjablonen_;
  std::optional<std::string> toon_sjabloon_;
};

}  // namespace pga::cli
