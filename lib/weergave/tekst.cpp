// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/tekst.h"

#include <fmt/format.h>

#include <array>

#include "lib/weergave/teken.h"

namespace pga::weergave {
namespace {

/// Controls, line and paragraph separators, and format characters: they act on a terminal or on the order of
/// letters, or cannot be seen at all. U+200C and U+200D are format characters that spelling needs.
bool verborgen(const Teken& teken) {
  if (teken.punt == 0x200C || teken.punt == 0x200D) return false;
  switch (utf8proc_category(teken.punt)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return false;
  }
}

std::string zichtbaar(const Teken& teken) {
  if (teken.punt < 0) return fmt::format("\\x{:02x}", static_cast<unsigned char>(teken.bytes.front()));
  if (teken.punt == '\n') return "\\n";
  if (teken.punt == '\r') return "\\r";
  if (teken.punt == '\t') return "\\t";
  return teken.punt > 0xFFFF ? fmt::format("\\u{{{:x}}}", teken.punt) : fmt::format("\\u{:04x}", teken.punt);
}

std::string maak_veilig(std::string_view tekst, bool meer) {
  std::string uit;
  uit.reserve(tekst.size());
  while (!tekst.empty()) {
    const Teken teken = volgend_teken(tekst);
    if (meer && teken.punt == '\r') {
      if (tekst.empty() || tekst.front() != '\n') uit += '\n';
    } else if (meer && (teken.punt == '\n' || teken.punt == '\t')) {
      uit += teken.punt == '\n' ? '\n' : ' ';
    } else if (teken.punt < 0 || verborgen(teken)) {
      uit += zichtbaar(teken);
    } else {
      uit += teken.bytes;
    }
  }
  return uit;
}

}  // namespace

Teken volgend_teken(std::string_view& tekst) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(tekst.data());
  utf8proc_int32_t punt = -1;
  utf8proc_ssize_t lengte = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(tekst.size()), &punt);
  if (lengte <= 0) {
    lengte = 1;
    punt = -1;
  }
  const Teken teken{punt, tekst.substr(0, static_cast<std::size_t>(lengte))};
  tekst.remove_prefix(teken.bytes.size());
  return teken;
}

int breedte(const Teken& teken) { return teken.punt < 0 ? 1 : utf8proc_charwidth(teken.punt); }

int breedte(std::string_view tekst) {
  int kolommen = 0;
  while (!tekst.empty()) kolommen += breedte(volgend_teken(tekst));
  return kolommen;
}

std::string verf(std::string_view tekst, Kleur kleur, const Stijl& stijl) {
  static constexpr std::array<std::string_view, 6> kCodes = {"", "1", "31", "33", "32", "90"};
  if (!stijl.kleur || kleur == Kleur::geen || tekst.empty()) return std::string(tekst);
  return fmt::format("\x1b[{}m{}\x1b[0m", kCodes.at(static_cast<std::size_t>(kleur)), tekst);
}

std::string veilig(std::string_view tekst) { return maak_veilig(tekst, false); }
std::string veilig_meer(std::string_view tekst) { return maak_veilig(tekst, true); }

std::string veilig_json(std::string_view json) {
  std::string uit;
  uit.reserve(json.size());
  while (!json.empty()) {
    const Teken teken = volgend_teken(json);
    // Outside strings JSON knows only ASCII and line ends, so these stand inside a string.
    if (teken.punt < 0x7F || !verborgen(teken)) {
      uit += teken.bytes;
    } else if (teken.punt > 0xFFFF) {
      const auto rest = static_cast<unsigned>(teken.punt) - 0x10000U;
      uit += fmt::format("\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
    } else {
      uit += fmt::format("\\u{:04x}", teken.punt);
    }
  }
  return uit;
}

}  // namespace pga::weergave
