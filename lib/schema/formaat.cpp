// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/formaat.h"

#include <algorithm>
#include <array>
#include <vector>

#include "lib/basis/datum.h"

namespace pga::schema {
namespace {

bool is_cijfer(char c) { return c >= '0' && c <= '9'; }

bool is_domeinteken(char c) {
  return is_cijfer(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (c & 0x80) != 0;
}

/// Labels of letters, digits and inner hyphens, at least two of them.
bool is_domein(std::string_view domein) {
  int labels = 0;
  while (true) {
    const std::size_t punt = std::min(domein.find('.'), domein.size());
    const std::string_view label = domein.substr(0, punt);
    const bool goed = !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
                      std::all_of(label.begin(), label.end(), is_domeinteken);
    if (!goed) return false;
    ++labels;
    if (punt == domein.size()) return labels >= 2;
    domein.remove_prefix(punt + 1);
  }
}

bool is_email(std::string_view tekst) {
  constexpr std::string_view kTekens = "!#$%&'*+-/=?^_`{|}~.";
  const std::size_t aap = tekst.find('@');
  if (aap == std::string_view::npos || aap == 0 || aap > 64) return false;
  const std::string_view voor = tekst.substr(0, aap);
  const bool tekens = std::all_of(voor.begin(), voor.end(), [&](char c) {
    return is_domeinteken(c) || kTekens.find(c) != std::string_view::npos;
  });
  const bool punten = voor.front() == '.' || voor.back() == '.' || voor.find("..") != std::string_view::npos;
  return tekens && !punten && is_domein(tekst.substr(aap + 1));
}

}  // namespace

bool is_bsn(std::string_view tekst) {
  if (tekst.size() != 9 || !std::all_of(tekst.begin(), tekst.end(), is_cijfer)) return false;
  constexpr std::array kGewichten = {9, 8, 7, 6, 5, 4, 3, 2, -1};
  int som = 0;
  for (std::size_t i = 0; i < 9; ++i) som += (tekst[i] - '0') * kGewichten[i];
  return som % 11 == 0 && tekst != "000000000";
}

bool past_bij_formaat(std::string_view formaat, std::string_view tekst) {
  if (formaat == "date") return Datum::lees(tekst).has_value();
  if (formaat == "email") return is_email(tekst);
  if (formaat == "bsn") return is_bsn(tekst);
  return true;
}

std::string bedoelde_datum(std::string_view tekst) {
  std::vector<std::string> delen(1);
  for (const char c : tekst) {
    if (is_cijfer(c)) {
      delen.back() += c;
    } else if (c == '-' || c == '/' || c == '.') {
      delen.emplace_back();
    } else {
      return {};
    }
  }
  if (delen.size() != 3) return {};
  if (delen[0].size() != 4) std::swap(delen[0], delen[2]);
  for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
    if (delen[i].size() == 1) delen[i].insert(0, 1, '0');
  }
  const std::string datum = delen[0] + "-" + delen[1] + "-" + delen[2];
  return Datum::lees(datum) ? datum : std::string();
}

}  // namespace pga::schema
