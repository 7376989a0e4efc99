// SPDX-License-Identifier: EUPL-1.2
//
// HTML pages: the one place where text becomes markup. What it makes is well-formed XML too, in Dutch, and a page
// says itself (Content-Security-Policy) that nothing may be fetched, run or sent. Private to this layer.
#pragma once

#include <string>
#include <string_view>

#include "lib/weergave/brief_blad.h"

namespace pga::weergave {

/// Made harmless, and escaped for content and attributes of HTML and XML. What XML 1.0 cannot hold (noncharacters)
/// is shown as \uHHHH.
[[nodiscard]] std::string xml_tekst(std::string_view tekst);

/// A text of several lines or paragraphs: the same, with <br/> at each line end.
[[nodiscard]] std::string html_regels(std::string_view tekst);

/// A whole page. `titel` is text; `stijl` and `inhoud` are markup.
[[nodiscard]] std::string html_blad(std::string_view titel, std::string_view stijl, std::string_view inhoud);

/// Blocks of text as part of a page: the title becomes a heading of that level (1 to 5), the others one below it.
[[nodiscard]] std::string html_blokken(const BriefBlad& blad, int niveau);

}  // namespace pga::weergave
