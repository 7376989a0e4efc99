// SPDX-License-Identifier: EUPL-1.2
//
// age's armor: strict PEM, 64 columns, canonical padded base64. Inside lib/seal only.
#pragma once

#include <string>
#include <string_view>

namespace pga::seal {

/// What `dearmor` takes: all that the specification allows (LF or CRLF, white space around it), or only the one
/// form that `armor` writes.
enum class ArmorForm { any, exact };

[[nodiscard]] std::string armor(std::string_view binary);

/// Throws AgeError(armor).
[[nodiscard]] std::string dearmor(std::string_view text, ArmorForm form);

/// Whether a text begins, white space aside, as armor does.
[[nodiscard]] bool begins_as_armor(std::string_view text);

}  // namespace pga::seal
