// SPDX-License-Identifier: EUPL-1.2
//
// Naamloos: a file that is being written and has no name yet, or a temporary one (kTijdelijk) where the file system
// has no nameless files. It appears under its name whole and synced, or not at all: killed or thrown away before
// that, nothing of it stays but what ruim_op() takes. Cannot promise that outside the kast, where nobody calls
// ruim_op(): killed there, on a file system without nameless files, a temporary file stays.
#pragma once

#include <string_view>

#include "lib/kast/bestand.h"
#include "lib/kast/systeem.h"

namespace pga::kast {

class Naamloos {
 public:
  /// `map`: a directory of the file system on which it will get its name. Throws Fout(algemeen), as all below.
  Naamloos(const Pad& map, unsigned mode);
  Naamloos(const Naamloos&) = delete;
  Naamloos& operator=(const Naamloos&) = delete;
  ~Naamloos() { ruim(); }

  /// Adds bytes. `voor`, what it will be, is for messages only.
  void schrijf(const Pad& voor, std::string_view bytes) { schrijf_deel(fd_.get(), voor, bytes); }
  /// Syncs it; after the last byte.
  void leg_vast(const Pad& voor) { schrijf_alles(fd_.get(), voor, {}); }
  /// Gives it its name; never that of a file that is there.
  void geef_naam(const Pad& doel);

 private:
  Fd maak(const Pad& map, unsigned mode);
  void ruim() noexcept;

  Pad tijdelijk_;
  Fd fd_;
};

}  // namespace pga::kast
