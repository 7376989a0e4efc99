// SPDX-License-Identifier: EUPL-1.2
//
// The bytes of a new stuk: its document split over the compartments, sealed and signed. Only voornemen.cpp,
// vernieuw.cpp, herverzegel.cpp and ijkpunt.cpp use it. Touches no file.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/kast/beheer.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/seal/keys.h"
#include "lib/stuk/splits.h"

namespace pga::kast {

/// A stuk to be made: a document that was found right, with all ids drawn.
struct StukOpdracht {
  std::string soort;
  Waarde inhoud;
  Datum datum;             // the peildatum: the envelope's date
  std::string geschreven;  // the real time, RFC 3339 with the offset of Amsterdam
  std::vector<std::string> vervangt;
};

/// The key of each compartment that a stuk is sealed to.
using Zegels = std::array<seal::Recipient, kCompartimenten.size()>;

/// A sealed and signed stuk, and its digest.
struct Gemaakt {
  NieuwBestand bestand;
  std::string digest;
};

/// The gebruiker at work. Throws Fout(sleutel) when the identity is in no beheer.
[[nodiscard]] const GebruikerId& auteur(const Lezer& lezer);

/// What is signed with a key that beheer does not know, nobody could verify: throws Fout(sleutel) when `key` is no
/// signing key of that gebruiker.
void eis_eigen_handtekening(const BeheerVersie& beheer, const GebruikerId& wie, const seal::SigningKey& key);

/// Throws Fout(sleutel) when beheer knows another signing key of the author.
[[nodiscard]] Gemaakt maak_stuk(const BeheerVersie& beheer, const Lezer& lezer, const Pad& map,
                                const Nummer& nummer, const StukOpdracht& opdracht, std::vector<std::string> vorige,
                                const Zegels& zegels);

/// The same of a document that is split already: what is sealed again.
[[nodiscard]] Gemaakt verzegel(const BeheerVersie& beheer, const Lezer& lezer, const Pad& map, const Nummer& nummer,
                               Datum datum, std::vector<std::string> vorige, const Zegels& zegels,
                               const stuk::Delen& delen);

/// The keys in force. Throws Fout(sleutel) when the public half of one is not here.
[[nodiscard]] Zegels zegels_in_gebruik(const GeladenDossier& dossier);

/// The verified heads, as many as an envelope holds; the next stuk joins the others.
[[nodiscard]] std::vector<std::string> koppen_voor(const GeladenDossier& dossier);

}  // namespace pga::kast
