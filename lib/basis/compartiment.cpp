// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/compartiment.h"

namespace pga {

std::string_view naam(Compartiment c) {
  static constexpr std::array<std::string_view, 7> kNamen = {"identiteit", "melder", "motivering", "strafrecht",
                                                             "termijnen",  "zaak",   "zorg"};
  return kNamen.at(static_cast<std::size_t>(c));
}

std::optional<Compartiment> compartiment_van(std::string_view tekst) {
  for (const Compartiment c : kCompartimenten) {
    if (naam(c) == tekst) return c;
  }
  return std::nullopt;
}

}  // namespace pga
