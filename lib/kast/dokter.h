// SPDX-License-Identifier: EUPL-1.2
//
// The state of a kast and of the computer it is used on, line by line, each with what to do. Opens nothing that is
// sealed and asks for no passphrase; works as far as it can without a kast, without git and without a key. Whether
// the content is right, pga controleer says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/kast/bestand.h"
#include "lib/seal/keys.h"

namespace pga::kast {

enum class Oordeel { goed, let_op, fout };

struct Onderzoek {
  std::string onderwerp;  // "git: hooks"
  Oordeel oordeel = Oordeel::goed;
  std::string uitkomst;  // what was found
  std::string tip;       // what to do; empty when it is good
};

/// Beheer, keys, git, clock, rights and lock of a kast. `wie`: the public key of the user, when that is known
/// without asking. `vandaag` is the real day.
[[nodiscard]] std::vector<Onderzoek> onderzoek_kast(const Pad& map, const Pad& sleutels,
                                                    const std::optional<seal::Recipient>& wie, Datum vandaag);

/// Whether this computer can remember what it saw of kasten (geheugen.h). `geheugen`: where; nothing when nowhere.
/// `naam`: how the user calls that place.
[[nodiscard]] Onderzoek onderzoek_geheugen(const std::optional<Pad>& geheugen, const std::string& naam);

/// Memory and core dumps of this process, and git itself.
[[nodiscard]] std::vector<Onderzoek> onderzoek_computer();

/// Whether group and others are kept from a file or directory; `wat` names it in the answer.
[[nodiscard]] Onderzoek onderzoek_rechten(const std::string& onderwerp, const Pad& pad, const std::string& wat);

}  // namespace pga::kast
