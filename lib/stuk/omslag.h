// SPDX-License-Identifier: EUPL-1.2
//
// The envelope of a stuk: the part that everybody can read, the seven sealed payloads, and the signature.
// This is the file format that git keeps (pga-formaat(5)); it does not change without a new number in `pga:`.
//
// Promises: one byte form per stuk; a payload opens only in the slot, stuk and dossier for which it was made; a
// reader tries the one key that the envelope names and nothing else. Never reads or writes a file.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/basis/waarde.h"
#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"
#include "lib/stuk/splits.h"
#include "lib/stuk/vulling.h"

namespace pga::stuk {

inline constexpr int kFormaat = 1;
inline constexpr std::size_t kMaxStuk = std::size_t{16} << 20U;
inline constexpr std::size_t kMaxVorige = 64;

/// One digest per compartment: the commitments of the keys that a stuk is sealed to.
using Verbintenissen = std::array<std::string, kCompartimenten.size()>;

/// The commitment that names a key: digest of "pga sleutel\n" dossier "\n" compartiment "\n" and the 32 public
/// bytes.
[[nodiscard]] std::string verbintenis(const Nummer& dossier, Compartiment compartiment, const seal::Recipient& key);

/// What stands in clear at the head of a stuk.
struct Kop {
  Nummer dossier;
  std::string kenmerk;  // 32 hex digits, random
  Datum datum;
  GebruikerId door;
  std::string beheer;               // digest of the version of beheer the author went by
  std::vector<std::string> vorige;  // digests, sorted, unique, at most kMaxVorige
  Verbintenissen sleutels;
};

/// A stuk as read: canonical in form, its signature not yet checked.
struct Stuk {
  Kop kop;
  std::array<std::string, kCompartimenten.size()> verzegeld;
  std::string handtekening;
  std::string omslag;  // digest of the bytes before "verzegeld:"
  std::string digest;  // digest of the whole file
};

/// The bytes of a new stuk: seals each part to its key, signs the whole. The commitments of `kop` must be those of
/// `keys` (std::logic_error). Throws Fout(document) when a part is larger than kMaxInhoud.
[[nodiscard]] std::string maak(const Kop& kop, const std::array<seal::Recipient, kCompartimenten.size()>& keys,
                               const Delen& delen, const seal::SigningKey& key);

/// Reads a stuk. Throws Fout(integriteit) when the bytes are not exactly one; a newer format number gets a message
/// of its own. `naam` is the file's name for messages.
[[nodiscard]] Stuk lees(std::string_view bytes, std::string_view naam);

/// Whether the stuk is signed by that key, over exactly these bytes.
[[nodiscard]] bool klopt_handtekening(std::string_view bytes, const Stuk& stuk, const seal::VerifyKey& key);

/// Opens one compartment with the key that the envelope names; an empty map when nothing stands in it. Throws
/// Fout(integriteit) when the payload is not the one made for this slot of this stuk.
[[nodiscard]] Waarde open(const Stuk& stuk, Compartiment compartiment, const seal::Identity& key,
                          std::string_view naam);

/// Whether a text has the form of a kenmerk: 32 hex digits.
[[nodiscard]] bool is_kenmerk(std::string_view tekst);

}  // namespace pga::stuk
