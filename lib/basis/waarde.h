// SPDX-License-Identifier: EUPL-1.2
//
// Waarde: a document in memory. Text, whole number, truth value, list or map; each with its place.
//
// Both YAML readers produce it, the schema validator types it, the compartments split and join it. Maps keep
// the order of their fields and hold each name once. A Waarde knows no file name: readers hand that beside it.
// It is a value: copying copies all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pga {

/// Line and column in the source, from 1; 0 when the value was built, not read.
struct Plek {
  int regel = 0;
  int kolom = 0;
  friend bool operator==(const Plek&, const Plek&) = default;
};

class Waarde;

/// One field of a map. `plek` is the place of the name.
struct Veld;

class Waarde {
 public:
  using Lijst = std::vector<Waarde>;
  using Kaart = std::vector<Veld>;

  /// The empty text.
  Waarde() = default;
  Waarde(std::string tekst);       // NOLINT(google-explicit-constructor): a document is written as literals
  Waarde(std::string_view tekst);  // NOLINT
  Waarde(const char* tekst);       // NOLINT
  Waarde(std::int64_t getal);      // NOLINT
  Waarde(int getal);               // NOLINT
  Waarde(Lijst lijst);             // NOLINT
  static Waarde bool_(bool waarde);
  static Waarde kaart();
  static Waarde kaart(Kaart velden);
  static Waarde lijst_();
  static Waarde lijst_(Lijst items);

  [[nodiscard]] bool is_tekst() const { return std::holds_alternative<std::string>(inhoud_); }
  [[nodiscard]] bool is_getal() const { return std::holds_alternative<std::int64_t>(inhoud_); }
  [[nodiscard]] bool is_bool() const { return std::holds_alternative<bool>(inhoud_); }
  [[nodiscard]] bool is_lijst() const { return std::holds_alternative<Lijst>(inhoud_); }
  [[nodiscard]] bool is_kaart() const { return std::holds_alternative<Kaart>(inhoud_); }
  /// A text of white space only, an empty list or map. What is empty counts as absent in a dossier.
  [[nodiscard]] bool leeg() const;

  /// The content. Each throws std::bad_variant_access when the value is of another kind.
  [[nodiscard]] const std::string& tekst() const { return std::get<std::string>(inhoud_); }
  [[nodiscard]] std::int64_t getal() const { return std::get<std::int64_t>(inhoud_); }
  [[nodiscard]] bool bool_waarde() const { return std::get<bool>(inhoud_); }
  [[nodiscard]] const Lijst& lijst() const { return std::get<Lijst>(inhoud_); }
  [[nodiscard]] Lijst& lijst() { return std::get<Lijst>(inhoud_); }
  [[nodiscard]] const Kaart& velden() const { return std::get<Kaart>(inhoud_); }
  [[nodiscard]] Kaart& velden() { return std::get<Kaart>(inhoud_); }

  /// The field of that name; nullptr when this is no map or has no such field.
  [[nodiscard]] const Waarde* vind(std::string_view naam) const;
  [[nodiscard]] Waarde* vind(std::string_view naam);
  /// The text of that field; empty when it is not there or no text.
  [[nodiscard]] std::string tekst_van(std::string_view naam) const;
  /// The items of that field; an empty list when it is not there or no list.
  [[nodiscard]] const Lijst& items_van(std::string_view naam) const;

  /// Sets a field: replaces it in place or appends it. Only on maps.
  Waarde& zet(std::string_view naam, Waarde waarde);
  /// Removes a field if it is there. Only on maps.
  void verwijder(std::string_view naam);
  /// Appends to a list.
  Waarde& voeg_toe(Waarde waarde);
  /// Removes, at every depth, empty texts, lists and maps from maps and lists.
  void snoei();

  Plek plek;
  /// An unquoted scalar in a document that a person wrote: its text is kept as written and the schema decides
  /// whether it is a number. Never true for what the canonical reader read.
  bool ongetypeerd = false;

  /// Equal content; places and `ongetypeerd` do not count, the order of fields does.
  friend bool operator==(const Waarde& a, const Waarde& b);

 private:
  std::variant<std::string, std::int64_t, bool, Lijst, Kaart> inhoud_;
};

struct Veld {
  std::string naam;
  Waarde waarde;
  Plek plek;
};

}  // namespace pga
