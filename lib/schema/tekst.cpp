// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/tekst.h"

#include <utf8proc.h>

#include <algorithm>

#include "lib/yaml/utf8.h"

namespace pga::schema {
namespace {

constexpr std::size_t kMaxGetoond = 60;

template <typename Doe>
void per_teken(std::string_view tekst, Doe doe) {
  for (std::size_t i = 0; i < tekst.size();) {
    const yaml::Teken t = yaml::lees_teken(tekst, i);
    doe(t.lengte == 0 ? char32_t{0xFFFD} : t.punt);
    i += std::max<std::size_t>(1, t.lengte);
  }
}

}  // namespace

std::wstring breed(std::string_view tekst) {
  std::wstring uit;
  uit.reserve(tekst.size());
  per_teken(tekst, [&uit](char32_t punt) { uit += static_cast<wchar_t>(punt); });
  return uit;
}

std::size_t lengte(std::string_view tekst) {
  std::size_t n = 0;
  per_teken(tekst, [&n](char32_t) { ++n; });
  return n;
}

std::size_t breedte(std::string_view tekst) {
  std::size_t n = 0;
  per_teken(tekst, [&n](char32_t punt) {
    n += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(punt))));
  });
  return n;
}

std::string toon(const Waarde& waarde) {
  if (waarde.is_lijst()) return "een lijst";
  if (waarde.is_kaart()) return "een groep velden";
  if (waarde.is_getal()) return std::to_string(waarde.getal());
  if (waarde.is_bool()) return waarde.bool_waarde() ? "true" : "false";
  std::string uit = "\"";
  std::size_t n = 0;
  per_teken(waarde.tekst(), [&](char32_t punt) {
    if (++n > kMaxGetoond) return;
    const bool onzichtbaar = yaml::is_stuurteken(punt) || yaml::is_bidi(punt) || yaml::is_regelscheider(punt);
    yaml::voeg_teken_toe(uit, onzichtbaar ? U' ' : punt);
  });
  if (n > kMaxGetoond) uit += "…";
  uit += '"';
  return uit;
}

std::string opsomming(const std::vector<std::string>& woorden, std::string_view laatste) {
  std::string uit;
  for (std::size_t i = 0; i < woorden.size(); ++i) {
    if (i > 0) uit += i + 1 == woorden.size() ? " " + std::string(laatste) + " " : ", ";
    uit += woorden[i];
  }
  return uit;
}

std::vector<std::string> breek_af(std::string_view tekst, std::size_t kolommen) {
  std::vector<std::string> regels;
  for (std::size_t i = 0; i < tekst.size();) {
    const std::size_t eind = std::min(tekst.find(' ', i), tekst.size());
    const std::string_view woord = tekst.substr(i, eind - i);
    if (regels.empty() || breedte(regels.back()) + 1 + breedte(woord) > kolommen) {
      regels.emplace_back(woord);
    } else {
      regels.back() += ' ';
      regels.back() += woord;
    }
    i = eind + 1;
  }
  return regels;
}

}  // namespace pga::schema
