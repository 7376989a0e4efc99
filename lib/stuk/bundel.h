// SPDX-License-Identifier: EUPL-1.2
//
// The envelope of what is handed to one gebruiker by another road than git: a sleutelbundel, with key files, or a
// pak, a whole dossier with the beheer and the key files that it is read with. Sealed once more to the keys that
// gebruiker has in force, and signed by the sender. A file format (pga-formaat(5)).
//
// Promises: one byte form per bundle; its contents open only in the envelope for which they were made, so that
// nobody can send on in his own name what another packed. What the files are is not looked at here. Never reads or
// writes a file.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"

namespace pga::stuk {

inline constexpr std::size_t kMaxBundel = std::size_t{64} << 20U;
inline constexpr std::size_t kMaxBundelInhoud = std::size_t{16} << 20U;

enum class BundelSoort { sleutelbundel, pak };

/// What stands in clear at the head of a bundle.
struct BundelKop {
  std::string kenmerk;  // 32 hex digits, random
  Datum datum;
  GebruikerId door;
  GebruikerId aan;
  std::string kast;    // the fingerprint
  std::string beheer;  // digest of the version of beheer that was in force
  BundelSoort soort = BundelSoort::sleutelbundel;
};

/// One file of sleutels/<map>/; in a pak `map` is a directory below that of the kast.
struct BundelBestand {
  std::string map;
  std::string naam;
  std::string bytes;
};

/// A bundle as read: canonical in form, its signature not yet checked.
struct Bundel {
  BundelKop kop;
  std::vector<std::string> verzegeld;  // the same contents, to each key of the addressee
  std::string handtekening;
  std::string omslag;  // digest of the bytes before "verzegeld:"
};

/// The bytes of a bundle; nothing when the files are more than it can hold. A file whose name ends in .age is
/// binary, every other is text (UTF-8).
[[nodiscard]] std::optional<std::string> maak_bundel(const BundelKop& kop, const std::vector<seal::Recipient>& aan,
                                                     const std::vector<BundelBestand>& bestanden,
                                                     const seal::SigningKey& tekent);

/// Reads a bundle of that kind. Throws Fout(integriteit) when the bytes are not exactly one.
[[nodiscard]] Bundel lees_bundel(std::string_view bytes, std::string_view naam,
                                 BundelSoort soort = BundelSoort::sleutelbundel);

/// Whether the bundle is signed by that key, over exactly these bytes.
[[nodiscard]] bool klopt_handtekening(std::string_view bytes, const Bundel& bundel, const seal::VerifyKey& key);

/// The files. Throws Fout(sleutel) when none of the identities opens it, Fout(integriteit) when the contents were
/// not made for this envelope.
[[nodiscard]] std::vector<BundelBestand> open_bundel(const Bundel& bundel,
                                                     std::span<const seal::Identity> identiteiten,
                                                     std::string_view naam);

}  // namespace pga::stuk
