// SPDX-License-Identifier: EUPL-1.2
//
// The envelope of a case that goes to the casusoverleg of another gemeente (artikel 7 Wet PGA): one document,
// sealed to a key of who receives it and signed by who sends it. A file format of the family of the sleutelbundel
// (pga-formaat(5)).
//
// Promises: one byte form per bundle; its contents open only in the envelope for which they were made, so that
// nobody can send on in his own name what another packed. The two kasten know nothing of each other: who sent it is
// known only by the key that the receiver got another way. Never reads or writes a file.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"

namespace pga::stuk {

inline constexpr std::size_t kMaxOverdracht = std::size_t{4} << 20U;

/// What stands in clear at its head: not whom it is about, nor from where or for whom.
struct OverdrachtKop {
  std::string kenmerk;  // 32 hex digits, random
  Datum datum;
};

/// A bundle as read: canonical in form, its signature not yet checked.
struct OverdrachtBundel {
  OverdrachtKop kop;
  std::string verzegeld;
  std::string handtekening;
  std::string omslag;  // digest of the bytes before "verzegeld:"
};

/// The bytes of a bundle; nothing when the contents are more than it can hold.
[[nodiscard]] std::optional<std::string> maak_overdracht(const OverdrachtKop& kop, const seal::Recipient& aan,
                                                         const Waarde& inhoud, const seal::SigningKey& tekent);

/// Reads a bundle. Throws Fout(integriteit) when the bytes are not exactly one.
[[nodiscard]] OverdrachtBundel lees_overdracht(std::string_view bytes, std::string_view naam);

/// Whether the bundle is signed by that key, over exactly these bytes.
[[nodiscard]] bool klopt_handtekening(std::string_view bytes, const OverdrachtBundel& bundel,
                                      const seal::VerifyKey& key);

/// The document. Throws Fout(sleutel) when none of the identities opens it, Fout(integriteit) when the contents
/// were not made for this envelope.
[[nodiscard]] Waarde open_overdracht(const OverdrachtBundel& bundel, std::span<const seal::Identity> identiteiten,
                                     std::string_view naam);

}  // namespace pga::stuk
