// SPDX-License-Identifier: EUPL-1.2
//
// A round along every dossier of the kasten asked for, as far as they are the reader's business: what termijnen and
// lijst share. One dossier that does not open stops nothing; it is named, and decides the exit code.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/laad.h"
#include "lib/kast/vernietig.h"

namespace pga::cli {

/// A dossier that was destroyed, of the kast in that directory.
struct Vernietigd {
  kast::Pad kast;
  std::string vingerafdruk;
  proces::VernietigingStand stand;
  bool resten = false;  // keys or stukken of it lie here again, or still
};

struct Ronde {
  std::vector<std::string> onleesbaar;  // numbers
  std::vector<Bevinding> gesloten;      // of each of those, that it does not open
  std::vector<std::string> geschonden;  // numbers of dossiers in which something does not verify; or beheer
  std::vector<Bevinding> bevindingen;   // what that is
  std::vector<Bevinding> onbereikbaar;  // why keys could not be seen at all, if so
  std::vector<Bevinding> kapot;         // of kasten that could not be opened, beside others that could
  std::vector<std::string> kasten;      // which ones those are
  std::size_t overgeslagen = 0;         // dossiers of others
  bool meldt_alleen = false;            // the reader's role records meldingen, and can never read a dossier
  std::vector<Vernietigd> vernietigd;   // destroyed, as far as the reader opens the receipts

  /// 13 when something does not verify, that of a kast that does not open, 12 when something of the reader's did
  /// not open, else 0.
  [[nodiscard]] int code() const;
  /// Says on stderr what did not open, what does not verify, what was skipped.
  void meld(Omgeving& omgeving) const;
};

using Bezoek = std::function<void(const kast::Kast& kast, const kast::GeladenDossier& dossier)>;

/// Visits each dossier that is the reader's. Of several kasten one that does not open stops nothing; the only one
/// does, with its Fout. A dossier of which there are keys and no stukken is named as one that does not verify,
/// unless a receipt says that it was destroyed: such a one is not visited.
///  `nummer`: only that one, which one of the kasten must have.
[[nodiscard]] Ronde loop_langs(Omgeving& omgeving, kast::Diepte diepte, const std::optional<std::string>& nummer,
                               const Bezoek& bezoek);

/// The same, and last the dossier gemeente, for every reader: what beheer says of the kast, all may see.
[[nodiscard]] Ronde loop_langs_met_gemeente(Omgeving& omgeving, kast::Diepte diepte,
                                            const std::optional<std::string>& nummer, const Bezoek& bezoek);

}  // namespace pga::cli
