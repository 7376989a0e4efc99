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

  /// What is on record of a dossier, begun or completed; nullptr when nothing is, or when it was called off.
  [[nodiscard]] const proces::VernietigingStand* van(std::string_view nummer) const;
  /// Completed.
  [[nodiscard]] bool vernietigd(std::string_view nummer) const;
  /// Begun, perhaps completed, and not called off: what is missing of it is not lost.
  [[nodiscard]] std::vector<proces::VernietigingStand> alle() const;
  /// The bundles with keys of that dossier that were handed out, oldest first.
  [[nodiscard]] std::vector<proces::UitreikingRegel> uitgereikt(std::string_view nummer) const;

 private:
  std::vector<proces::VernietigingStand> alle_;
  std::vector<proces::UitreikingRegel> uitreikingen_;
};

/// Whether this reader's keys open the receipts. Who cannot read them cannot tell what is lost from what was
/// destroyed.
[[nodiscard]] bool leest_bewijzen(const Lezer& lezer);

/// The remembered dossiers that are gone and that no receipt excuses; none for who cannot read receipts.
[[nodiscard]] std::vector<VermistDossier> vermist_zonder_bewijs(const Kast& kast, const Lezer& lezer,
                                                                const Bewijzen& bewijzen);

/// The dossier that a user names, among those that are there and those that were destroyed. Throws as Kast::zoek(),
/// also when what was typed is the beginning of one of each.
[[nodiscard]] Nummer zoek_ook_vernietigd(const Kast& kast, const Bewijzen& bewijzen, std::string_view tekst);

/// What lies here of a dossier: key files and public keys, stukken, and bijlagen.
struct Resten {
  std::vector<Pad> sleutels;
  std::vector<Pad> stukken;
  std::vector<Pad> bijlagen{};
  [[nodiscard]] bool leeg() const { return sleutels.empty() && stukken.empty() && bijlagen.empty(); }
};
[[nodiscard]] Resten resten(const Kast& kast, const Nummer& nummer);

/// Who held a key of it: whose key files lie here or were destroyed, whom roles and decisions let in, in any
/// version of beheer since the dossier was opened, and to whom keys were handed out. A machine counts for who
/// designated it.
[[nodiscard]] std::vector<proces::Houder> houders(const Kast& kast, const GeladenDossier& dossier, Datum dag,
                                                  const std::vector<proces::UitreikingRegel>& uitgereikt = {});

/// A stuk of the dossier gemeente that pga itself fills in, to be written. Throws Fout with what the law or the
/// stukken before it do not allow, and as voeg_stuk_toe(). `opgemerkt` gets what is recorded all the same, and is a
/// finding.
[[nodiscard]] Voornemen maak_gemeentestuk(const Kast& kast, const Lezer& lezer, std::string_view soort,
                                          const Waarde& inhoud, Datum datum, const std::string& geschreven,
                                          std::vector<Bevinding>* opgemerkt = nullptr);

/// A receipt: `inhoud` of the soort vernietiging. Throws as maak_gemeentestuk().
[[nodiscard]] Voornemen maak_bewijs(const Kast& kast, const Lezer& lezer, const Waarde& inhoud, Datum datum,
                                    const std::string& geschreven, std::vector<Bevinding>* opgemerkt = nullptr);

/// Whether destroying it was cut short here, between the first key and the last stuk: its key directory stands, and
/// the public keys, which go first, do not. Whoever lacks a key for another reason has no such directory.
[[nodiscard]] bool is_afgebroken(const Kast& kast, const Nummer& nummer);

/// Destroys what lies here of a dossier: public keys, keys, bijlagen, stukken, and last the key directory. Under
/// the lock, after the receipt `begonnen` stands. Fine when nothing is left.
void vernietig_resten(const Kast& kast, const Nummer& nummer);

/// Whose keys lie here besides those of `wie`: gebruikers by id, and files that belong to nobody by name. Public
/// keys are nobody's.
[[nodiscard]] std::vector<std::string> andere_houders(const Kast& kast, const Nummer& nummer,
                                                      const GebruikerId& wie);

/// Destroys the key files of one gebruiker, and the public keys when no others lie there: for whoever cannot read
/// the receipts. Under the lock.
void vernietig_eigen_sleutels(const Kast& kast, const Nummer& nummer, const GebruikerId& wie);

}  // namespace pga::kast
