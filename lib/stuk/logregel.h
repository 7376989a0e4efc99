// SPDX-License-Identifier: EUPL-1.2
//
// The envelope of a logregel, one entry of the processing log: the part that everybody can read, one sealed
// payload, and the signature. A file format that git keeps (pga-formaat(5)), as that of a stuk (omslag.h).
//
// Promises: one byte form per entry; a payload opens only in the entry for which it was made, with the one key that
// the envelope names. Never reads or writes a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/basis/waarde.h"
#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"

namespace pga::stuk {

inline constexpr std::size_t kMaxLogregel = std::size_t{2} << 20U;

/// The commitment that names the log key of a year: digest of "pga sleutel\nlogboek-" year "\nlogboek\n" and the 32
/// public bytes.
[[nodiscard]] std::string log_verbintenis(int jaar, const seal::Recipient& key);

/// What stands in clear at the head of an entry.
struct LogKop {
  std::string kenmerk;  // 32 hex digits, random
  Datum datum;          // the real day, in Amsterdam; its year is that of the key
  GebruikerId door;
  std::string beheer;               // digest of the version of beheer that was in force
  std::vector<std::string> vorige;  // digests of earlier entries of this gebruiker, sorted, unique, at most 64
  std::string sleutel;              // commitment
};

/// An entry as read: canonical in form, its signature not yet checked.
struct Logregel {
  LogKop kop;
  std::string verzegeld;
  std::string handtekening;
  std::string omslag;  // digest of the bytes before "verzegeld:"
  std::string digest;  // digest of the whole file
};

/// The bytes of a new entry. The commitment of `kop` must be that of `key` (std::logic_error).
[[nodiscard]] std::string maak_logregel(const LogKop& kop, const seal::Recipient& key, const Waarde& inhoud,
                                        const seal::SigningKey& tekent);

/// Reads an entry. Throws Fout(integriteit) when the bytes are not exactly one.
[[nodiscard]] Logregel lees_logregel(std::string_view bytes, std::string_view naam);

/// Whether the entry is signed by that key, over exactly these bytes.
[[nodiscard]] bool klopt_handtekening(std::string_view bytes, const Logregel& regel, const seal::VerifyKey& key);

/// What the entry says. Throws Fout(integriteit) when the payload was not made for this entry and this key.
[[nodiscard]] Waarde open_logregel(const Logregel& regel, const seal::Identity& key, std::string_view naam);

}  // namespace pga::stuk
