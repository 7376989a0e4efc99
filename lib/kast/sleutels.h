// SPDX-License-Identifier: EUPL-1.2
//
// The keys of dossiers, which lie outside git: sleutels/<nummer>/openbaar-<hash8>.yaml and
// sleutels/<nummer>/<gebruiker>-<hash8>.age.
//
// No label in these files is trusted: a key is known by the commitment recomputed from its public half, so two
// copies of the directory are brought together by copying files. Files are added and destroyed, never edited.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/namen.h"
#include "lib/kast/bestand.h"
#include "lib/seal/keys.h"
#include "lib/stuk/omslag.h"

namespace pga::kast {

/// Begins the name of a directory with keys of totals, beside those of the dossiers (aantallen.h).
inline constexpr std::string_view kAantalsleutels = "aantallen-";

/// The secret keys that one gebruiker holds of one dossier.
class Sleutelbos {
 public:
  explicit Sleutelbos(Nummer nummer) : nummer_(std::move(nummer)) {}
  void voeg_toe(seal::Identity identity);
  /// The key of that commitment; nullptr when it is not here.
  [[nodiscard]] const seal::Identity* vind(const std::string& verbintenis) const;
  [[nodiscard]] bool leeg() const { return sleutels_.empty(); }

 private:
  Nummer nummer_;
  std::vector<seal::Identity> sleutels_;
  std::map<std::string, std::size_t> op_verbintenis_;
};

/// The public keys of one dossier, by commitment.
using OpenbareSleutels = std::map<std::string, seal::Recipient>;

/// Throws Fout when a document of keys is of a newer format than this pga knows.
void eis_bekend_formaat(const Waarde& document, const Pad& pad);

/// Those in one file openbaar-<hash8>.yaml. Throws Fout when it is not right.
[[nodiscard]] OpenbareSleutels lees_openbaar(const Pad& pad, const Nummer& nummer);

/// A fresh key pair for each compartment.
class DossierSleutels {
 public:
  explicit DossierSleutels(const Nummer& nummer);
  [[nodiscard]] const seal::Identity& van(Compartiment c) const {
    return sleutels_.at(static_cast<std::size_t>(c));
  }
  [[nodiscard]] const stuk::Verbintenissen& verbintenissen() const { return verbintenissen_; }
  [[nodiscard]] std::array<seal::Recipient, kCompartimenten.size()> openbaar() const;

 private:
  std::vector<seal::Identity> sleutels_;
  stuk::Verbintenissen verbintenissen_;
};

/// The file with public keys, one per compartment given.
[[nodiscard]] NieuwBestand openbaar_bestand(const Pad& map, const Nummer& nummer,
                                            const std::vector<std::pair<Compartiment, seal::Recipient>>& sleutels);

/// A key file for a gebruiker, sealed to that gebruiker's own key.
[[nodiscard]] NieuwBestand sleutel_bestand(const Pad& map, const GebruikerId& gebruiker,
                                           const seal::Recipient& opent,
                                           const std::vector<seal::Identity>& sleutels);

/// The same for each key that a gebruiker has in force: a file a key, for age knows one recipient here.
[[nodiscard]] std::vector<NieuwBestand> sleutel_bestanden(const Pad& map, const GebruikerId& gebruiker,
                                                          const std::vector<seal::Recipient>& opent,
                                                          const std::vector<seal::Identity>& sleutels);

/// The gebruiker that the name of a key file says it is for (<gebruiker>-<hash8>.age); "openbaar" of public keys,
/// empty of a name of another form. An id may hold a hyphen.
[[nodiscard]] std::string gebruiker_van(const Pad& pad);

/// The key files in the key directory of a dossier, with the id in each name; of whoever, opened or not. Throws
/// Fout when the directory cannot be read; one that is not there holds none.
struct SleutelBestand {
  Pad pad;
  std::string gebruiker;
};
[[nodiscard]] std::vector<SleutelBestand> sleutelbestanden(const Pad& map);

/// How many keys a key file holds, opened or not, by its length; nothing when the length is that of no key file, or
/// it was overwritten.
[[nodiscard]] std::optional<std::size_t> aantal_sleutels(const Pad& pad);

/// Whether the key directory of a dossier holds a key file for that gebruiker, who may be another than the reader.
/// Throws Fout when the directory cannot be read; one that is not there holds none.
[[nodiscard]] bool heeft_sleutelbestand(const Pad& map, const GebruikerId& gebruiker);

/// What a key directory holds for one gebruiker, and what was wrong with it.
struct SleutelMap {
  Sleutelbos bos;
  OpenbareSleutels openbaar;
  bool heeft_bestand = false;  // there is a key file for this gebruiker, opened or not
  bool gelezen = true;         // false: the directory could not be read, so there may be one
  std::vector<Bevinding> bevindingen;
  /// Each file that was read, and the commitments that each key in it can have: of a public key the one that it
  /// has, of a secret one all, for it does not say its compartment.
  std::vector<std::pair<Pad, std::vector<std::vector<std::string>>>> per_bestand{};
};

/// Reads sleutels/<nummer>/: the gebruiker's key files are opened with `identiteiten`. A file that is not right, or
/// none of which opens, becomes a finding; a directory that is not there is just empty. `gebruiker` may be nothing:
/// then only the public keys are read.
[[nodiscard]] SleutelMap lees_sleutels(const Pad& map, const Nummer& nummer,
                                       const std::optional<GebruikerId>& gebruiker,
                                       std::span<const seal::Identity> identiteiten);

}  // namespace pga::kast
