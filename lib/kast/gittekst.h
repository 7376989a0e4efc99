// SPDX-License-Identifier: EUPL-1.2
//
// A file of a kast as text, for `git diff` and `git log -p`: git hands over what some commit held, in a file of
// which the name says nothing, so all is known from the bytes.
#pragma once

#include <string>
#include <string_view>

#include "lib/kast/kast.h"

namespace pga::kast {

/// A stuk with what the reader's keys open of it, the rest as "[verzegeld]", of a shielded dossier its termijnen
/// only; beheer as it stands; an entry of the
/// log without its content, for which a purpose must be given. Anything else comes back as it is. Never throws for
/// what the bytes hold: git would show nothing at all.
[[nodiscard]] std::string bestand_als_tekst(const Kast& kast, const Lezer& lezer, const std::string& bytes);

}  // namespace pga::kast
