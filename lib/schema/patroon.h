// SPDX-License-Identifier: EUPL-1.2
//
// Patroon: the `pattern` of a schema, an ECMAScript regular expression over code points that may match anywhere.
// Takes texts of any length: one over 1000 bytes matches nothing (std::regex recurs with the length of the text).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pga::schema {

class Patroon {
 public:
  /// Throws std::invalid_argument when it is no regular expression.
  explicit Patroon(std::string tekst);

  [[nodiscard]] bool past(std::string_view tekst) const;
  [[nodiscard]] const std::string& tekst() const { return tekst_; }

 private:
  struct Regex;
  std::string tekst_;
  std::shared_ptr<const Regex> regex_;
};

}  // namespace pga::schema
