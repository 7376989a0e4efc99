// SPDX-License-Identifier: EUPL-1.2
//
// The people of a dossier as the part identiteit knows them, for letters; only verzamel_brief() uses it.
//
// Later stukken add to earlier ones; a correction counts at the place of what it corrects; what was replaced does
// not count. Reads the parts termijnen (ids) and identiteit, nothing else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/proces/brief.h"

namespace pga::proces {

struct BriefPersoon {
  bool relatie = false;
  Waarde velden = Waarde::kaart();       // of betrokkene or relatie, joined
  Waarde notificatie = Waarde::kaart();  // geadresseerde, leeftijd: the last word of a notificatie

  /// In whole years on that day, from the date of birth, else as estimated or recorded.
  [[nodiscard]] std::optional<int> leeftijd(Datum dag) const;
};

/// The stukken that count, each at its place in the fold.
[[nodiscard]] std::vector<const BriefStuk*> tellende(const std::vector<BriefStuk>& stukken, const Dossier& dossier);

/// By id.
[[nodiscard]] std::map<std::string, BriefPersoon> brief_personen(const std::vector<const BriefStuk*>& stukken);

/// Whether a text looks like a postal address: there is a Dutch postcode in it.
[[nodiscard]] bool lijkt_adres(std::string_view tekst);

/// Whether a text from the fields of `id` names somebody else in the dossier: a relative may be recorded as "the
/// brother of" somebody, and be reached "through" somebody. Errs on the side of yes.
[[nodiscard]] bool noemt_ander(std::string_view tekst, const std::string& id,
                               const std::map<std::string, BriefPersoon>& personen);

}  // namespace pga::proces
