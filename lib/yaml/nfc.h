// SPDX-License-Identifier: EUPL-1.2
//
// One form for each text: é typed as one sign or as two is the same é. Private to this layer.
#pragma once

#include <string>

namespace pga::yaml {

/// NFC; a text that is no UTF-8 comes back as it is.
[[nodiscard]] std::string nfc(const std::string& tekst);

}  // namespace pga::yaml
