// SPDX-License-Identifier: EUPL-1.2
//
// Text that a person wrote in paragraphs, made harmless; private to this layer.
#pragma once

#include <string>
#include <string_view>

namespace pga::weergave {

/// veilig_meer() without the line ends at the end, which a block in YAML leaves.
[[nodiscard]] std::string veilig_blok(std::string_view tekst);

}  // namespace pga::weergave
