// SPDX-License-Identifier: EUPL-1.2
//
// Everything that can be wrong with a kast, all findings at once. Changes nothing.
//
// Without a key it checks what needs none: names, canonical form, signatures, links, beheer, git. With keys also
// the sealed contents, as far as they open, and what the law asks of each dossier.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/namen.h"
#include "lib/kast/kast.h"

namespace pga::kast {

struct Controle {
  std::vector<Bevinding> bevindingen;
  std::size_t nagekeken = 0;       // dossiers
  std::size_t zonder_sleutel = 0;  // of which the contents stayed closed
};

/// The whole kast, or one dossier of it; also held against those ijkpunten, which somebody kept elsewhere. Throws
/// Fout when one of these cannot be read.
[[nodiscard]] Controle controleer(const Kast& kast, const Lezer& lezer, Datum peildatum,
                                  const std::optional<Nummer>& alleen, const std::vector<Pad>& ijkpunten = {});

/// What every kast has in .gitattributes and .gitignore.
inline constexpr std::string_view kGitAttributes = "*.yaml -text -merge diff=pga\n";
inline constexpr std::string_view kGitIgnore = "/sleutels/\n*.age\n*.sleutel\n.nieuw-*\n";

/// Whether each of those lines stands in it, on a line of its own.
[[nodiscard]] bool heeft_regels(std::string_view inhoud, std::string_view regels);

}  // namespace pga::kast
