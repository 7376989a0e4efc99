// SPDX-License-Identifier: EUPL-1.2
//
// Key files of a gebruiker by another road than git: packing them into a sleutelbundel (stuk/bundel.h), and laying
// down what is in one.
//
// Promises: packs what lies in sleutels/ for who may have it, and makes no key; lays files down, never edits one;
// what was destroyed does not come back by it. Cannot promise: a bundle that somebody kept opens what was in it,
// also after the dossier was destroyed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/namen.h"
#include "lib/kast/beheer.h"
#include "lib/kast/kast.h"
#include "lib/stuk/bundel.h"

namespace pga::kast {

struct Pakket {
  std::string bytes;             // of the bundle
  std::vector<Nummer> dossiers;  // whose keys are in it
  std::size_t bestanden = 0;
  std::vector<Bevinding> niet;  // what is not in it that was asked for, or seemed to belong in it
};

/// Packs the key files of a gebruiker, and the public keys, of these dossiers; of all when `alleen` is empty.
/// Throws Fout(sleutel) when there is nothing to pack or that gebruiker has no key in force, Fout(integriteit) when
/// a dossier does not verify, Fout(gebruik) when it is more than a bundle holds.
[[nodiscard]] Pakket pak_sleutels(const Kast& kast, const Lezer& lezer, const Gebruiker& aan,
                                  const std::vector<Nummer>& alleen, Datum dag);

/// Packs one dossier whole, to be read without the kast: its stukken, every version of beheer, the ijkpunten, and
/// the key files of that gebruiker. Throws as pak_sleutels(), and why these keys may not be handed out.
[[nodiscard]] Pakket pak_dossier(const Kast& kast, const Lezer& lezer, const Gebruiker& aan, const Nummer& nummer,
                                 Datum dag);

/// Whether a file of a key directory has the name that its bytes call for, and is public or of that gebruiker.
[[nodiscard]] bool is_sleutel_van(const GebruikerId& wie, const std::string& naam, const std::string& bytes);

/// The key of the sender that signed the bundle, of those that this beheer knows; nullptr when none of them did.
[[nodiscard]] const GebruikerSleutel* getekend_met(const std::vector<BeheerVersie>& keten,
                                                   const stuk::Bundel& bundel, std::string_view bytes);

struct Ontvangst {
  stuk::BundelKop kop;
  std::vector<NieuwBestand> bestanden;  // what is not here yet
  std::vector<Nummer> dossiers;         // of which those are
  std::size_t er_al = 0;                // files of dossiers that lay here
  std::vector<Bevinding> geweigerd;     // dossiers of which nothing is laid down, and why
};

/// What a bundle brings, after all checks. Throws Fout(integriteit) when it was changed or not signed by who may
/// hand out keys of this kast, Fout(geen_kast) when it is of another kast, Fout(sleutel) when it is for another,
/// and what is in `geweigerd` when nothing else is in it.
[[nodiscard]] Ontvangst ontvang_sleutels(const Kast& kast, const Lezer& lezer, std::string_view bytes,
                                         const std::string& naam, Datum dag);

}  // namespace pga::kast
