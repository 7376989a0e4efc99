// SPDX-License-Identifier: EUPL-1.2
//
// Names that are checked once, where they come in, and then are of a type of their own:
// the number of a dossier and the id of a gebruiker.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pga {

/// The number of a dossier, such as "k7q2-m4xd": two groups of four from the 32 signs 0-9 and a-z without
/// i, l, o and u, at least one digit in each. Random, so it says nothing; never a counter. The one dossier that is
/// no case, of the gemeente itself, has the word "gemeente" instead, which has not the form of a number.
class Nummer {
 public:
  /// A number. Never the word "gemeente": no case is called so.
  [[nodiscard]] static std::optional<Nummer> lees(std::string_view tekst);
  /// A number, or the word "gemeente".
  [[nodiscard]] static std::optional<Nummer> lees_dossier(std::string_view tekst);
  [[nodiscard]] static Nummer gemeente();
  [[nodiscard]] bool is_gemeente() const { return *this == gemeente(); }
  /// From 40 random bits (the rest is ignored); nothing when a group would have no digit: draw again.
  [[nodiscard]] static std::optional<Nummer> uit_bits(unsigned long long bits);
  [[nodiscard]] const std::string& tekst() const { return tekst_; }
  friend auto operator<=>(const Nummer&, const Nummer&) = default;

 private:
  explicit Nummer(std::string tekst) : tekst_(std::move(tekst)) {}
  std::string tekst_;
};

/// The id of a gebruiker: a letter, then at most 31 lower-case letters, digits and hyphens.
class GebruikerId {
 public:
  [[nodiscard]] static std::optional<GebruikerId> lees(std::string_view tekst);
  [[nodiscard]] const std::string& tekst() const { return tekst_; }
  friend auto operator<=>(const GebruikerId&, const GebruikerId&) = default;

 private:
  explicit GebruikerId(std::string tekst) : tekst_(std::move(tekst)) {}
  std::string tekst_;
};

}  // namespace pga
