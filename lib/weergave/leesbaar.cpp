// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/leesbaar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pga::weergave {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kEigen = {{
    {"om", "OM"},
    {"rvdk", "RvdK"},
    {"rac", "RAC"},
    {"fg", "FG"},
    {"politie_om", "politie of OM"},
    {"email", "e-mail"},
    {"vog", "VOG"},
    {"lat", "LAT-advies"},
    {"voor_1_juli_2025", "vóór 1 juli 2025"},
    {"categorieen", "categorieën"},
    {"avg_14_5_b", "artikel 14, lid 5, onder b, AVG"},
    {"actie_en_geweldsbereidheid", "actie- en geweldsbereidheid"},
}};

constexpr std::string_view kGrond = "uavg_41_1_";
constexpr std::string_view kPlicht = "avg_";  // and two digits

}  // namespace

std::string leesbaar(std::string_view woord) {
  if (woord.substr(0, kGrond.size()) == kGrond) {
    return fmt::format("artikel 41, lid 1, onder {}, UAVG", woord.substr(kGrond.size()));
  }
  if (woord.size() == kPlicht.size() + 2 && woord.substr(0, kPlicht.size()) == kPlicht) {
    return fmt::format("artikel {} AVG", woord.substr(kPlicht.size()));
  }
  for (const auto& [van, naar] : kEigen) {
    if (van == woord) return std::string(naar);
  }
  std::string uit(woord);
  const bool keuzewoord = std::all_of(woord.begin(), woord.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (keuzewoord) std::replace(uit.begin(), uit.end(), '_', ' ');
  return uit;
}

std::string titel(std::string_view soort, std::string_view stap) {
  return stap.empty() ? leesbaar(soort) : fmt::format("{}: {}", leesbaar(soort), leesbaar(stap));
}

std::string welke_dossiers(std::size_t casussen, bool gemeente) {
  std::string uit = casussen == 0 ? "" : aantal(casussen, "dossier", "dossiers");
  if (gemeente) uit += uit.empty() ? "het dossier gemeente" : " en het dossier gemeente";
  return uit;
}

std::string aantal(std::size_t n, std::string_view enkelvoud, std::string_view meervoud) {
  return fmt::format("{} {}", n, n == 1 ? enkelvoud : meervoud);
}

}  // namespace pga::weergave
