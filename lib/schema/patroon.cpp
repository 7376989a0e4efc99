// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/patroon.h"

#include <regex>
#include <stdexcept>
#include <utility>

#include "lib/schema/tekst.h"

namespace pga::schema {

struct Patroon::Regex {
  std::wregex regex;
};

Patroon::Patroon(std::string tekst) : tekst_(std::move(tekst)) {
  try {
    regex_ = std::make_shared<const Regex>(Regex{std::wregex(breed(tekst_), std::regex::ECMAScript)});
  } catch (const std::regex_error&) {
    throw std::invalid_argument("no regular expression: " + tekst_);
  }
}

bool Patroon::past(std::string_view tekst) const {
  constexpr std::size_t kMax = 1000;
  return tekst.size() <= kMax && std::regex_search(breed(tekst), regex_->regex);
}

}  // namespace pga::schema
