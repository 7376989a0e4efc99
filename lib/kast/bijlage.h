// SPDX-License-Identifier: EUPL-1.2
//
// Bijlagen: files of up to 64 MiB that are kept with a dossier, each in one age file beside the stukken:
// bijlagen/<jaar>/<nummer>/<datum>-<hash8>.bijlage (pga-formaat(5)).
//
// Each has a key of its own, and that stands in the stuk of the soort bijlage, in the compartment that was chosen.
// So it opens to whoever opens that compartment of that stuk, and to nobody when the keys of the dossier, or of
// that one stuk, are destroyed: a file of 64 MiB is never sealed again. The stuk also has the digest of the sealed
// file, of the file itself, and its size, so that it can be checked with and without a key.
//
// Promises: a file passes in parts, never whole through memory; what is given back is byte for byte what was
// sealed, and nobody sees a byte of it before all of it was checked. The key is shown to nobody.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/seal/age.h"

namespace pga::kast {

inline constexpr std::string_view kBijlagen = "bijlagen";
inline constexpr std::string_view kBijlageEinde = ".bijlage";
inline constexpr std::size_t kMaxBijlage = std::size_t{64} << 20U;
/// A bijlage is sealed with zeros after it, up to this size or the next power of two, so that its size shows no
/// more.
inline constexpr std::size_t kMinVulling = std::size_t{64} << 10U;

/// Where the bijlagen of a dossier lie, whose stukken lie in `dossier`.
[[nodiscard]] Pad bijlage_map(const Pad& dossier);
/// <datum>-<hash8>.bijlage, of the digest of the sealed file.
[[nodiscard]] std::string bijlage_naam(Datum datum, std::string_view digest);
/// Whether a file may be called so.
[[nodiscard]] bool is_bijlage_naam(std::string_view naam);
/// Whether a file begins as an age file does; also when it cannot be read, of which others speak.
[[nodiscard]] bool begint_verzegeld(const Pad& pad);

/// What the stuk says that only who opens its compartment can read.
struct BijlageInhoud {
  Compartiment compartiment = Compartiment::zaak;
  std::string naam;
  std::string omschrijving;
  std::string inhoud;  // digest of the file itself
  std::size_t grootte = 0;
  seal::Identity sleutel;
};

/// One bijlage of a dossier.
struct Bijlage {
  std::string stuk;     // digest of its stuk
  std::string bestand;  // digest of the sealed file
  std::string bij;      // digest of the stuk it belongs to, or empty
  Datum datum;
  Pad pad;
  std::optional<BijlageInhoud> open;  // nothing: not for this reader
  std::string waarom_niet;            // what is wrong with what is open; empty: it is only shut
};

/// The bijlagen that the loaded stukken name, in the order of those; also of a stuk that another replaced.
[[nodiscard]] std::vector<Bijlage> bijlagen_van(const GeladenDossier& dossier);

/// A sealed file that has no name yet.
struct NieuweBijlage {
  std::string bestand;
  std::string inhoud;
  std::size_t grootte = 0;
  std::size_t omvang = 0;  // of the sealed file
  seal::Identity sleutel;
  std::shared_ptr<Naamloos> klaar;  // nullptr when it was only measured
};

/// Seals the file that a user named ("-": standard input), aside in the kast; with `droog` it is only measured.
/// Throws Fout(document) when it is empty or larger than kMaxBijlage, Fout(algemeen) when it cannot be read or
/// written.
[[nodiscard]] NieuweBijlage verzegel_bijlage(const Kast& kast, const std::string& bron, bool droog);

/// Puts into the document of its stuk what that says of it.
void noteer_bijlage(Waarde& document, const NieuweBijlage& bijlage);
/// The file, to be made in one batch with its stuk of that day, and before it.
[[nodiscard]] NieuwBestand bijlage_bestand(const Pad& dossier, Datum datum, const NieuweBijlage& bijlage);

/// Checks the sealed file without a key. Throws Fout(integriteit) when it is not there or was changed.
void eis_ongeschonden(const Bijlage& bijlage);

/// The same, and opens it; the file itself goes to `naar` in parts. The caller lets nobody see them before this
/// returns. Throws Fout(integriteit) for whatever is not as the stuk says.
void open_bijlage(const Bijlage& bijlage, const seal::Sink& naar);

/// Writes the file itself under a new name, mode 0600, whole or not at all.
void schrijf_bijlage(const Bijlage& bijlage, const Pad& doel);

/// Takes the secret key out of a part of a stuk of the soort bijlage, for whoever shows it.
void verberg_sleutel(Waarde& deel);

}  // namespace pga::kast
