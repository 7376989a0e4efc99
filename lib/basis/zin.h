// SPDX-License-Identifier: EUPL-1.2
//
// Words as a sentence has them: the first letter, a day without its weekday.
#pragma once

#include <string>

#include "lib/basis/datum.h"

namespace pga {

/// Only a letter a-z is changed; what begins with another sign comes back as it is.
[[nodiscard]] inline std::string met_hoofdletter(std::string tekst) {
  if (!tekst.empty() && tekst.front() >= 'a' && tekst.front() <= 'z') {
    tekst.front() = static_cast<char>(tekst.front() - 'a' + 'A');
  }
  return tekst;
}

/// The other way round, for A-Z.
[[nodiscard]] inline std::string zonder_hoofdletter(std::string tekst) {
  if (!tekst.empty() && tekst.front() >= 'A' && tekst.front() <= 'Z') {
    tekst.front() = static_cast<char>(tekst.front() - 'A' + 'a');
  }
  return tekst;
}

/// "7 april 2026", of "di 7 april 2026".
[[nodiscard]] inline std::string dag_in_zin(Datum dag) {
  const std::string lang = dag.lang();
  return lang.substr(lang.find(' ') + 1);
}

}  // namespace pga
