// SPDX-License-Identifier: EUPL-1.2
//
// The strict reader for YAML that a person wrote, over yaml-cpp. What yaml-cpp would pass over in silence is
// refused here, each finding with line and column: a second document, directives, invalid UTF-8, control
// characters and line separators other than LF and CR LF, marks that turn the direction of text (as such or as a
// code such as \u202E), duplicate names, anchors, aliases, tags, merge keys, names that are no text, quotes that
// never close, null and ~, text cut off by a #, more than 32 levels, more than 1 MiB. A UTF-8 byte order mark at
// the start is skipped. Scalars stay text: quoted ones are text for good, unquoted ones carry `ongetypeerd` and
// the schema says what they are; an empty value is the empty text. Text comes out NFC-normalised. All findings are
// collected, as far as the document can be read at all (the first 100; what is wrong with the bytes comes alone).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lib/basis/waarde.h"

namespace pga::yaml {

inline constexpr std::size_t kMaxDocument = std::size_t{1} << 20U;

/// Throws Fout(document) with every finding. The document is a map, empty when there are only comments.
[[nodiscard]] Waarde lees_strikt(std::string_view bytes, std::string_view naam);

}  // namespace pga::yaml
