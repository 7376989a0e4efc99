// SPDX-License-Identifier: EUPL-1.2
//
// Reading a pak (stuk/bundel.h): one dossier with the beheer and the key files of one gebruiker, away from the
// kast. bundel.h makes one.
//
// Promises: nothing of it touches a disk; beheer is verified from version 1 on, and the pak is signed by somebody
// whom that beheer lets hand out keys. Cannot promise that it is the beheer of the gemeente that it names: whoever
// reads compares the fingerprint with one that came by another road. Shows how things stood when it was made.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "lib/basis/namen.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"
#include "lib/seal/keys.h"
#include "lib/stuk/bundel.h"

namespace pga::kast {

/// A pak that verified. `kast` reads from `geheugen`, which must live as long.
struct GeopendPak {
  stuk::BundelKop kop;
  Nummer nummer;
  std::unique_ptr<Geheugenmap> geheugen;
  Kast kast;
};

/// Opens a pak; `naam` is its file, under which its files stand. Throws Fout(sleutel) when none of the identities
/// opens it, Fout(integriteit) when it was changed or anything in it is not right.
[[nodiscard]] GeopendPak open_pak(std::string_view bytes, const Pad& naam,
                                  std::span<const seal::Identity> identiteiten);

}  // namespace pga::kast
