// SPDX-License-Identifier: EUPL-1.2
//
// Where a dossier is read from: the kast, or a pak that lies elsewhere (lib/kast/pak.h). What is read from a pak is
// in no log: there is no kast. That it was handed out is on record.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/omgeving.h"
#include "lib/basis/namen.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"

namespace pga::cli {

struct Bron {
  std::unique_ptr<kast::Geheugenmap> geheugen;  // of a pak: `kast` reads from it
  kast::Kast kast;
  kast::Lezer lezer;
  Nummer nummer;

  [[nodiscard]] bool is_pak() const { return geheugen != nullptr; }
};

/// The dossier of that number in the kast. Throws as Kast::zoek().
[[nodiscard]] Bron open_bron(const Omgeving& omgeving, const std::string& nummer);

/// The dossier in a pak, after all checks; says on stderr whose it is, and by which fingerprint it was verified.
/// Throws as kast::open_pak().
[[nodiscard]] Bron open_pak(const Omgeving& omgeving, const std::string& pak);

}  // namespace pga::cli
