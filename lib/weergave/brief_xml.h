// SPDX-License-Identifier: EUPL-1.2
//
// Text in XML and HTML; private to this layer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/weergave/brief_blad.h"

namespace pga::weergave {

/// Made harmless, and escaped for content and attributes. What XML 1.0 cannot hold (noncharacters) is shown as
/// \uHHHH.
[[nodiscard]] std::string xml_tekst(std::string_view tekst);

/// The lines of a text, still to be escaped: one, unless it is a block of several.
[[nodiscard]] std::vector<std::string> regels_van(const BriefStukje& stukje);

}  // namespace pga::weergave
