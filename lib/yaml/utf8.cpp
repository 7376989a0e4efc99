// SPDX-License-Identifier: EUPL-1.2
#include "lib/yaml/utf8.h"

namespace pga::yaml {
namespace {

/// The continuation byte at `i`, without its mark; 0x80 when there is none.
constexpr char32_t kGeen = 0x80;

char32_t vervolg(std::string_view bytes, std::size_t i) {
  if (i >= bytes.size()) return kGeen;
  const auto b = static_cast<unsigned char>(bytes[i]);
  return (b & 0xC0U) == 0x80U ? b & 0x3FU : kGeen;
}

}  // namespace

Teken lees_teken(std::string_view bytes, std::size_t i) {
  const auto b = static_cast<unsigned char>(bytes[i]);
  if (b < 0x80) return {b, 1};
  std::size_t lengte = 2;
  char32_t punt = b & 0x1FU;
  char32_t laagste = 0x80;
  if (b >= 0xF0) {
    lengte = 4;
    punt = b & 0x07U;
    laagste = 0x10000;
  } else if (b >= 0xE0) {
    lengte = 3;
    punt = b & 0x0FU;
    laagste = 0x800;
  }
  if (b < 0xC2 || b > 0xF4) return {};
  for (std::size_t k = 1; k < lengte; ++k) {
    const char32_t v = vervolg(bytes, i + k);
    if (v == kGeen) return {};
    punt = (punt << 6U) | v;
  }
  const bool surrogaat = punt >= 0xD800 && punt <= 0xDFFF;
  if (punt < laagste || punt > 0x10FFFF || surrogaat) return {};
  return {punt, lengte};
}

void voeg_teken_toe(std::string& uit, char32_t punt) {
  const auto byte = [&uit](char32_t b) { uit += static_cast<char>(static_cast<unsigned char>(b)); };
  if (punt < 0x80) {
    byte(punt);
  } else if (punt < 0x800) {
    byte(0xC0U | (punt >> 6U));
    byte(0x80U | (punt & 0x3FU));
  } else if (punt < 0x10000) {
    byte(0xE0U | (punt >> 12U));
    byte(0x80U | ((punt >> 6U) & 0x3FU));
    byte(0x80U | (punt & 0x3FU));
  } else {
    byte(0xF0U | (punt >> 18U));
    byte(0x80U | ((punt >> 12U) & 0x3FU));
    byte(0x80U | ((punt >> 6U) & 0x3FU));
    byte(0x80U | (punt & 0x3FU));
  }
}

}  // namespace pga::yaml
