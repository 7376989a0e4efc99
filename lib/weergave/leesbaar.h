// SPDX-License-Identifier: EUPL-1.2
//
// The words of files as people read them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pga::weergave {

/// A choice word, field name or organisation in words: "niet_opnemen" -> "niet opnemen", "om" -> "OM", "rvdk" ->
/// "RvdK". What is no such word (lower-case letters, digits and underscores) comes back as it is.
[[nodiscard]] std::string leesbaar(std::string_view woord);

/// The heading of a stuk: "weging: besluit", "melding".
[[nodiscard]] std::string titel(std::string_view soort, std::string_view stap);

/// "1 termijn", "3 termijnen".
[[nodiscard]] std::string aantal(std::size_t n, std::string_view enkelvoud, std::string_view meervoud);

/// "2 dossiers en het dossier gemeente"; empty when there is none.
[[nodiscard]] std::string welke_dossiers(std::size_t casussen, bool gemeente);

}  // namespace pga::weergave
