// SPDX-License-Identifier: EUPL-1.2
//
// Vastlegger: a stuk that is being written, for who makes its document step by step (invullen.h): what would be
// filled in, what would be found, and in the end the one road that leg_vast() takes. It holds no lock while
// somebody types.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/stukopdracht.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"

namespace pga::cli {

class Vastlegger {
 public:
  Vastlegger() = default;
  Vastlegger(const Vastlegger&) = delete;
  Vastlegger& operator=(const Vastlegger&) = delete;
  virtual ~Vastlegger() = default;

  [[nodiscard]] virtual const kast::Kast& de_kast() const = 0;
  [[nodiscard]] virtual const kast::Lezer& lezer() const = 0;
  /// The dossier it goes to, as it was when it was first asked for; nullptr: it begins one. Throws as leg_vast().
  [[nodiscard]] virtual const kast::GeladenDossier* dossier() = 0;
  /// The document with what the command itself puts in.
  [[nodiscard]] virtual Waarde met_opdracht(Waarde document) = 0;
  /// The document with what pga fills in.
  [[nodiscard]] virtual Waarde aangevuld(Waarde document) = 0;
  /// Everything that recording it would find: what stops it, of any kind but bevinding, too. Throws Fout for what
  /// no other document would mend.
  [[nodiscard]] virtual std::vector<Bevinding> bekijk(Waarde document) = 0;
  /// As leg_vast() with this document. `gezegd`: the findings that stop nothing were shown already.
  virtual int leg_vast(Waarde document, bool gezegd) = 0;
};

[[nodiscard]] std::unique_ptr<Vastlegger> maak_vastlegger(Omgeving& omgeving, const std::string& soort,
                                                          const StukOpties& opties, const Aanvullen& aanvullen);

}  // namespace pga::cli
