// SPDX-License-Identifier: EUPL-1.2
//
// Which fields of a map are asked for, and which must be there: what the schema says always, and under conditions
// on other fields. What the form in an editor and the questions on the terminal share. Pure.
#pragma once

#include <string>

#include "lib/basis/waarde.h"
#include "lib/schema/beeld.h"

namespace pga::schema {

/// Whether the field must be there, in words: "verplicht", "verplicht bij stap besluit en brief", what the schema
/// says of leaving it empty, or "mag leeg".
[[nodiscard]] std::string plicht(const Beeld& kaart, const std::string& naam);

/// What a stap says about a field at the top. `vrij`: nothing.
enum class Rol { vrij, verplicht, van_een_ander };
[[nodiscard]] Rol rol_bij(const Beeld& kaart, const std::string& naam, const std::string& stap);

/// Whether the field must be there, beside the others as they are.
[[nodiscard]] bool is_nodig(const Beeld& kaart, const std::string& naam, const Waarde& waarde);

/// Whether the field belongs to the choices that were made: a field that conditions on some other field name, such
/// as `stap`, belongs to those conditions that hold; every other field to all.
[[nodiscard]] bool hoort_erbij(const Beeld& kaart, const std::string& naam, const Waarde& waarde);

/// Whether a value is right by these rules, silently. What is empty counts as absent.
[[nodiscard]] bool voldoet(const Regels& regels, const Waarde& waarde);

}  // namespace pga::schema
