// SPDX-License-Identifier: EUPL-1.2
//
// Splitting a document over the seven compartments, and joining what a reader could open.
//
// The nearest x-compartiment of the schema wins; {bij: FIELD} chooses by a value. An item of a list whose fields
// go to more than one compartment stands under its id in each. Joining goes by name, and in lists by id; it needs
// no schema to be right, the schema only puts the fields back in order (pga-formaat(5), "Splitsen").
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/waarde.h"
#include "lib/schema/schema.h"

namespace pga::stuk {

/// What goes to each compartment, by index of kCompartimenten: a map, empty when nothing goes there.
class Delen {
 public:
  Delen();
  [[nodiscard]] Waarde& operator[](Compartiment c) { return delen_.at(static_cast<std::size_t>(c)); }
  [[nodiscard]] const Waarde& operator[](Compartiment c) const { return delen_.at(static_cast<std::size_t>(c)); }

 private:
  std::array<Waarde, kCompartimenten.size()> delen_;
};

/// Splits a document that was found right (schema::keur). Empty values are left out. Throws std::logic_error when
/// an item would stand in two compartments and has no id: ids are drawn before splitting.
[[nodiscard]] Delen splits(const schema::Knoop& schema, const Waarde& document);

/// What joining found: the same field with two values in two compartments. A writer of pga never makes that; it
/// would show two readers two different stukken.
struct Tegenspraak {
  std::string veld;  // dotted path
};

/// Joins the parts that were opened. `schema` may be nullptr (a soort this program does not know): then the fields
/// stand in the order of the compartments. On contradiction the first compartment's value stands and the field is
/// added to `tegenspraken`.
[[nodiscard]] Waarde voeg(const schema::Knoop* schema, const std::vector<const Waarde*>& delen,
                          std::vector<Tegenspraak>& tegenspraken);

/// Whether `deel`, the part of one compartment, holds all of the joined document that the schema sends there; a
/// field that the schema does not know may stand anywhere.
[[nodiscard]] bool staat_in(const schema::Knoop& schema, const Waarde& samen, Compartiment c, const Waarde& deel);

}  // namespace pga::stuk
