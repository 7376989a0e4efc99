// SPDX-License-Identifier: EUPL-1.2
//
// The catalogue of interventions that a plan van aanpak can refer to: what each is for, what it asks of who carries
// it out, and which others it may work against.
//
// The table of pga holds the lists of the handreiking, preventive and repressive, and examples of the measures that
// it points to; each says which. The gemeente adds its own in beleid, and one with the same id takes the place of
// ours. That two may work against each other is a hint: whether they do in a case is for the casusoverleg. Pure;
// says nothing about a person.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

enum class Aard { preventief, repressief };
template <>
struct Woorden<Aard> {
  static constexpr std::array<std::string_view, 2> namen = {"preventief", "repressief"};
};

enum class Domein { bestuur, strafrecht, zorg, overig };
template <>
struct Woorden<Domein> {
  static constexpr std::array<std::string_view, 4> namen = {"bestuur", "strafrecht", "zorg", "overig"};
};

/// Somebody who comes close to the betrokkene, of whom a VOG and onbesproken gedrag are asked.
enum class Specialist { buddy, coach, theoloog, psycholoog, anders };
template <>
struct Woorden<Specialist> {
  static constexpr std::array<std::string_view, 5> namen = {"buddy", "coach", "theoloog", "psycholoog", "anders"};
};

/// Where an entry comes from.
enum class Catalogusbron { handreiking, voorbeeld, gemeente };
template <>
struct Woorden<Catalogusbron> {
  static constexpr std::array<std::string_view, 3> namen = {"handreiking", "voorbeeld", "gemeente"};
};

/// Another entry that this one may work against, and why, if the table says.
struct Botsing {
  std::string met;
  std::string waarom;
};

struct CatalogusItem {
  std::string id;
  std::string naam;
  std::vector<std::string> aspecten;  // words of the schema, praktische_zaken among them; the main one first
  Aard aard = Aard::preventief;
  Domein domein = Domein::overig;
  std::string grondslag{};  // an article, or empty
  std::optional<Specialist> specialist = std::nullopt;
  Catalogusbron bron = Catalogusbron::voorbeeld;
  std::vector<Botsing> botst{};
};

using Catalogus = std::vector<CatalogusItem>;

/// The table of pga itself.
[[nodiscard]] const Catalogus& ingebouwde_catalogus();

/// The entries of the field `interventies` in beleid; one without an id or a name is left out.
[[nodiscard]] Catalogus lees_eigen_interventies(const Waarde& beleid);

/// What a schema cannot say of that field: the same id twice, and an entry that works against one that is not
/// there. Findings of the kind document, with their places in `bestand`.
[[nodiscard]] std::vector<Bevinding> toets_eigen_interventies(const Waarde& beleid, std::string_view bestand);

/// Ours with those of the gemeente: in place of the same id, else after them.
[[nodiscard]] Catalogus catalogus_met(const Catalogus& eigen);

/// nullptr when there is none of that id.
[[nodiscard]] const CatalogusItem* zoek(const Catalogus& catalogus, std::string_view id);

/// Whether one of the two may work against the other, whichever says so. The text is why; empty when the table does
/// not say.
[[nodiscard]] std::optional<std::string> botsing(const CatalogusItem& een, const CatalogusItem& ander);

}  // namespace pga::proces
