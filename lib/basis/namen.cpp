// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/namen.h"

#include <algorithm>

namespace pga {
namespace {

constexpr std::string_view kTekens = "0123456789abcdefghjkmnpqrstvwxyz";

bool is_cijfer(char c) { return c >= '0' && c <= '9'; }

bool is_groep(std::string_view groep) {
  return std::all_of(groep.begin(), groep.end(),
                     [](char c) { return kTekens.find(c) != std::string_view::npos; }) &&
         std::any_of(groep.begin(), groep.end(), is_cijfer);
}

}  // namespace

std::optional<Nummer> Nummer::lees(std::string_view tekst) {
  if (tekst.size() != 9 || tekst[4] != '-') return std::nullopt;
  if (!is_groep(tekst.substr(0, 4)) || !is_groep(tekst.substr(5))) return std::nullopt;
  return Nummer(std::string(tekst));
}

Nummer Nummer::gemeente() { return Nummer("gemeente"); }

std::optional<Nummer> Nummer::lees_dossier(std::string_view tekst) {
  return tekst == gemeente().tekst() ? gemeente() : lees(tekst);
}

std::optional<Nummer> Nummer::uit_bits(unsigned long long bits) {
  std::string tekst;
  for (int i = 0; i < 8; ++i, bits >>= 5U) {
    if (i == 4) tekst += '-';
    tekst += kTekens[bits & 31U];
  }
  return lees(tekst);
}

std::optional<GebruikerId> GebruikerId::lees(std::string_view tekst) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (tekst.empty() || tekst.size() > 32 || !is_letter(tekst.front())) return std::nullopt;
  const bool goed =
      std::all_of(tekst.begin(), tekst.end(), [&](char c) { return is_letter(c) || is_cijfer(c) || c == '-'; });
  if (!goed) return std::nullopt;
  return GebruikerId(std::string(tekst));
}

}  // namespace pga
