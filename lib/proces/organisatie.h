// SPDX-License-Identifier: EUPL-1.2
//
// Which organisation a text is about: with its article ("het OM", "de politie"), and what it is to the Act.
//
// Minutes name parts of organisations as people call them ("Leerplicht", "ID", "OOV"). One table says of which
// party of artikel 3, lid 1, Wet PGA each is a part; whoever is part of none is a derde (artikel 3, lid 3).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/proces/woorden.h"

namespace pga::proces {

/// A party of artikel 3, lid 1, Wet PGA; not a body beside them, and no machine.
[[nodiscard]] constexpr bool is_deelnemer(Organisatie o) { return o <= Organisatie::rvdk; }

/// What an organisation that a person named is to the Act.
struct Partij {
  std::optional<Organisatie> deelnemer;  // that it is, or is a part of; nothing: a derde
  bool bekend = false;                   // false: not in the table, and so taken for a derde
  std::string_view naam = {};            // as the table calls it: "GGD", "Leerplicht"
  bool heel = false;                     // the deelnemer itself, and no part of it
};

/// The longest name in the table that the text begins with, case and accents aside: "politie Oost", "GGD
/// Waterbeek".
[[nodiscard]] Partij partij(std::string_view organisatie);
/// Whether a text names a deelnemer of artikel 3, lid 1, Wet PGA, or a part of one; who else is named is a derde.
[[nodiscard]] bool is_deelnemer(std::string_view tekst);
/// Whether two texts name the same organisation: the same deelnemer, the same words, or one that says no more of a
/// derde than the table does ("GGD" and "GGD Waterbeek"; not "GGZ Noord" and "GGZ Zuid").
[[nodiscard]] bool zelfde_organisatie(std::string_view een, std::string_view ander);

/// Whether a text names burgemeester, college or gemeente with the name of another gemeente: "burgemeester van
/// Anderstad". False when `gemeente` is empty: then nobody knows.
[[nodiscard]] bool is_van_andere_gemeente(std::string_view organisatie, std::string_view gemeente);

/// Whether two texts name the same gemeente: "Rietveld" and "gemeente Rietveld".
[[nodiscard]] bool zelfde_gemeente(std::string_view een, std::string_view ander);

/// Whether an action for `wie` is meant when somebody asks for `gevraagd`: a deelnemer with all its parts, a part
/// by its own name.
[[nodiscard]] bool valt_onder(std::string_view wie, std::string_view gevraagd);

/// How a message names whom a sealed text names: "de uitvoerder (GGZ)" as the table calls it, else only the part
/// that is played, for the text may name a person.
[[nodiscard]] std::string aanduiding(std::string_view rol, std::string_view organisatie);

/// "om" -> "het OM", "rvdk" -> "de RvdK", "politie" -> "de politie". A word that is no organisation comes back as
/// it is.
[[nodiscard]] std::string de_organisatie(std::string_view organisatie);

}  // namespace pga::proces
