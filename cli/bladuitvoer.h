// SPDX-License-Identifier: EUPL-1.2
//
// Where a letter or minutes go, and in which form: standard output or a new file that only its maker can read,
// never into the kast; text, HTML or flat ODT. What `pga … --brief` and `pga overleg verslag` share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/omgeving.h"
#include "cli/opdracht.h"
#include "lib/kast/kast.h"
#include "lib/weergave/brief_blad.h"

namespace pga::cli {

/// How messages call what is made: "een brief", "de brief", "brief", "hij".
struct BladWoorden {
  std::string_view een;
  std::string_view de;
  std::string_view kaal;
  std::string_view die;
};

/// That a new file may be written there: outside the kast and its keys, no file there yet, in a directory that is
/// there. Throws Fout(gebruik); `waarom_niet`, what is wrong with a place in the kast.
void eis_nieuw_buiten_kast(const kast::Kast& kast, const std::string& uitvoer, std::string_view waarom_niet);

class BladUitvoer {
 public:
  explicit BladUitvoer(BladWoorden woorden) : w_(woorden) {}
  void bind(Opties& opties);

  [[nodiscard]] bool gevraagd() const { return vorm_ || uitvoer_; }
  /// That the options fit; and before any key is asked for, that it may go where it would. Both throw
  /// Fout(gebruik).
  void eis_vorm() const { (void)vorm(); }
  void eis_plaats(const kast::Kast& kast) const;
  /// Writes, or with --droog says what would be written. Throws Fout(algemeen).
  void schrijf(Omgeving& omgeving, const weergave::BriefBlad& blad) const;

 private:
  enum class Vorm { tekst, html, fodt };
  [[nodiscard]] Vorm vorm() const;

  BladWoorden w_;
  std::optional<std::string> vorm_;
  std::optional<std::string> uitvoer_;
};

/// Throws Fout(gebruik): a word that is none of these, with the nearest.
[[noreturn]] void geen_keuze(std::string_view optie, const std::string& woord,
                             const std::vector<std::string>& woorden);

}  // namespace pga::cli
