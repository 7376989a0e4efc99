// SPDX-License-Identifier: EUPL-1.2
//
// Kast: the directory that holds the dossiers of one gemeente, and who looks at it.
//
// Opening one reads and verifies beheer, nothing else. All paths and file names of a kast are made here.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/kast/beheer.h"
#include "lib/kast/bestand.h"
#include "lib/kast/geheugen.h"
#include "lib/proces/beleid.h"
#include "lib/seal/keys.h"

namespace pga::kast {

/// Which dossiers a command opened, as far as keys went: what laad() notes for the log (logboek.h).
struct Inzage {
  std::set<Nummer> geopend;
  std::map<Nummer, std::set<std::string>> koppen{};  // what it saw, for the memory (geheugen.h)
  bool vastgelegd = false;                           // the log has it
};

/// The person or machine at work: a gebruiker of beheer and the identities that were unlocked.
struct Lezer {
  std::vector<seal::Identity> identiteiten;
  std::optional<GebruikerId> id;  // nothing: none of the identities is in beheer
  std::string organisatie;
  std::vector<std::string> rollen;
  std::size_t tekent_met = 0;                // index of the identity that signs
  std::shared_ptr<Inzage> inzage = nullptr;  // nullptr: nobody keeps count

  [[nodiscard]] bool heeft_rol(std::string_view rol) const;
  /// Whether every dossier of the kast is this reader's business.
  [[nodiscard]] bool leest_alles() const;
};

/// Who these identities are by that version of beheer on that day.
[[nodiscard]] Lezer lezer_van(const BeheerVersie& beheer, std::vector<seal::Identity> identiteiten, Datum vandaag);

class Kast {
 public:
  /// Throws Fout(geen_kast) or Fout(integriteit). `sleutels` empty: <map>/sleutels.
  Kast(Pad map, Pad sleutels);

  [[nodiscard]] const Pad& map() const { return map_; }
  [[nodiscard]] const Pad& sleutels() const { return sleutels_; }
  [[nodiscard]] const std::vector<BeheerVersie>& keten() const { return keten_; }
  [[nodiscard]] const BeheerVersie& beheer() const { return keten_.back(); }
  /// Versions beside the chain, by number: nothing may be written while there are (dubbel.h).
  [[nodiscard]] const std::vector<BeheerVersie>& naast() const { return naast_; }
  /// The version of that digest, in the chain or beside it; nullptr when there is none.
  [[nodiscard]] const BeheerVersie* beheer_van(std::string_view digest) const;
  [[nodiscard]] const proces::Beleid& beleid() const { return beleid_; }

  /// What this machine remembers of the kast; without it nothing is missed.
  [[nodiscard]] const Herinnering& herinnering() const { return herinnering_; }
  void herinner(Herinnering herinnering) { herinnering_ = std::move(herinnering); }

  /// Who these identities are in this kast on that day.
  [[nodiscard]] Lezer lezer(std::vector<seal::Identity> identiteiten, Datum vandaag) const {
    return lezer_van(beheer(), std::move(identiteiten), vandaag);
  }

  /// Every dossier number, sorted, that of the gemeente not among them. The second lists what lies in dossiers/ and
  /// is no dossier.
  [[nodiscard]] std::vector<Nummer> dossiers(std::vector<Pad>* vreemd = nullptr) const;
  /// Whether the dossier gemeente was opened in this kast; pga init does, but not every kast is of that age.
  [[nodiscard]] bool heeft_gemeente() const;
  /// The dossier a user names: the whole number or a unique start of it (three or more, hyphen and case aside), or
  /// the word gemeente, whether it was opened or not.
  /// Throws Fout(geen_kast) when there is none, Fout(gebruik) with the candidates when there are more.
  [[nodiscard]] Nummer zoek(std::string_view tekst) const;

  /// Where the stukken of a dossier lie; where a new one will lie when it does not exist yet.
  [[nodiscard]] Pad dossier_map(const Nummer& nummer, std::optional<Datum> geopend = std::nullopt) const;
  [[nodiscard]] Pad sleutel_map(const Nummer& nummer) const { return sleutels_ / nummer.tekst(); }
  /// A number that no dossier and no key directory has.
  [[nodiscard]] Nummer nieuw_nummer() const;

  /// Takes away what a killed writer left, keys of stukken that it never wrote too. Only under the lock.
  void ruim_op() const;

 private:
  Kast(Pad map, Pad sleutels, Beheerketen beheer);

  Pad map_;
  Pad sleutels_;
  std::vector<BeheerVersie> keten_;
  std::vector<BeheerVersie> naast_;
  proces::Beleid beleid_;
  Herinnering herinnering_;
};

/// The one of `nummers` that a user names, as Kast::zoek(), with its exceptions.
[[nodiscard]] Nummer kies_nummer(std::string_view tekst, const std::vector<Nummer>& nummers);

/// The name of a stuk: <datum>-<hash8>.yaml.
[[nodiscard]] std::string stuk_naam(Datum datum, std::string_view digest);

}  // namespace pga::kast
