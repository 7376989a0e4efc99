// SPDX-License-Identifier: EUPL-1.2
//
// Destroying a dossier (artikel 9 Wet PGA): every key file of it on this machine, overwritten in place, synced and
// unlinked; then its stukken. Receipts without personal data stand in the dossier gemeente: `begonnen` before the
// first byte goes, `voltooid` after the last.
//
// Promises: killed at any moment, either nothing was lost, or a receipt says that it began, and doing it again
// finishes it. What was destroyed is never taken for lost: the receipt excuses what is missing, and finds what came
// back. Cannot promise: anything about copies elsewhere, or about what a disk or file system keeps (schijf.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/dossier.h"

namespace pga::kast {

/// The receipts, as far as the reader opens the dossier gemeente; none when not.
class Bewijzen {
 public:
  Bewijzen() = default;
  Bewijzen(const Kast& kast, const Lezer& lezer);
  explicit Bewijzen(const GeladenDossier& gemeente)
      : alle_(gemeente.dossier.vernietigingen), uitreikingen_(gemeente.dossier.uitreikingen) {}

  /// What is on record of a dossier, begun or completed; nullptr when nothing is, or when it was called off.
  [[nodiscard]] const proces::VernietigingStand* van(std::string_view nummer) const;
  /// Completed.
  [[nodiscard]] bool vernietigd(std::string_view nummer) const;
  /// Begun, perhaps completed, and not called off: what is missing of it is not lost.
  [[nodiscard]] std::vector<proces::VernietigingStand> alle() const;
  /// The bundles with keys of that dossier that were handed out, oldest first.
  [[nodiscard]] std::vector<proces::UitreikingRegel> uitgereikt(std::string_view nummer) const;
  /// The number that a user names, among what was begun or completed: whole, or a unique start of three or more.
  [[nodiscard]] const proces::VernietigingStand* zoek(std::string_view tekst) const;

 private:
  std::vector<proces::VernietigingStand> alle_;
  std::vector<proces::UitreikingRegel> uitreikingen_;
};

/// The dossier that a user names, also one that was destroyed. Throws as Kast::zoek().
[[nodiscard]] Nummer zoek_ook_vernietigd(const Kast& kast, const Bewijzen& bewijzen, std::string_view tekst);

/// What lies here of a dossier: key files and public keys, and stukken.
struct Resten {
  std::vector<Pad> sleutels;
  std::vector<Pad> stukken;
  [[nodiscard]] bool leeg() const { return sleutels.empty() && stukken.empty(); }
};
[[nodiscard]] Resten resten(const Kast& kast, const Nummer& nummer);

/// Who held a key of it: whose key files lie here, whom roles and decisions let in, now or before, and to whom keys
/// were handed out. A machine counts for who designated it.
[[nodiscard]] std::vector<proces::Houder> houders(const Kast& kast, const GeladenDossier& dossier, Datum dag,
                                                  const std::vector<proces::UitreikingRegel>& uitgereikt = {});

/// A stuk of the dossier gemeente that pga itself fills in, to be written. Throws Fout with what the law or the
/// stukken before it do not allow, and as voeg_stuk_toe().
[[nodiscard]] Voornemen maak_gemeentestuk(const Kast& kast, const Lezer& lezer, std::string_view soort,
                                          const Waarde& inhoud, Datum datum, const std::string& geschreven);

/// A receipt: `inhoud` of the soort vernietiging. Throws as maak_gemeentestuk().
[[nodiscard]] Voornemen maak_bewijs(const Kast& kast, const Lezer& lezer, const Waarde& inhoud, Datum datum,
                                    const std::string& geschreven);

/// Destroys what lies here of a dossier. Under the lock, after the receipt `begonnen` stands. Fine when nothing is
/// left.
void vernietig_resten(const Kast& kast, const Nummer& nummer);

}  // namespace pga::kast
