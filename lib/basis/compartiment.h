// SPDX-License-Identifier: EUPL-1.2
//
// The seven compartments of a stuk. Every stuk has all seven, in this (alphabetical) order, each sealed to its
// own key; which data goes where is said by the schemas (x-compartiment).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace pga {

enum class Compartiment { identiteit, melder, motivering, strafrecht, termijnen, zaak, zorg };

inline constexpr std::array kCompartimenten = {
    Compartiment::identiteit, Compartiment::melder, Compartiment::motivering, Compartiment::strafrecht,
    Compartiment::termijnen,  Compartiment::zaak,   Compartiment::zorg};

/// Its place in the order, from 0: where its part stands in an array of all seven.
constexpr std::size_t plaats(Compartiment c) { return static_cast<std::size_t>(c); }

/// The name in files and messages.
[[nodiscard]] std::string_view naam(Compartiment c);

/// The compartment of that name, if it is one.
[[nodiscard]] std::optional<Compartiment> compartiment_van(std::string_view naam);

}  // namespace pga
