// SPDX-License-Identifier: EUPL-1.2
//
// One code point of a text at a time; private to this layer. Never reads past the end and always goes on, also in
// what is not UTF-8.
#pragma once

#include <utf8proc.h>

#include <string_view>

namespace pga::weergave {

struct Teken {
  utf8proc_int32_t punt = -1;  // -1: a byte that is not UTF-8
  std::string_view bytes;
};

/// Takes the first code point off `tekst`, which is not empty.
[[nodiscard]] Teken volgend_teken(std::string_view& tekst);

/// Its columns: 0, 1 or 2.
[[nodiscard]] int breedte(const Teken& teken);

}  // namespace pga::weergave
