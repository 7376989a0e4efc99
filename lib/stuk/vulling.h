// SPDX-License-Identifier: EUPL-1.2
//
// The padding of a sealed payload: newlines up to the next power of two, so that a length says little.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pga::stuk {

inline constexpr std::size_t kMaxInhoud = std::size_t{1} << 20U;
inline constexpr std::size_t kMinInhoud = 512;

/// Pads the bytes of a payload, which end in a newline. False, and untouched, when they are more than `max`.
[[nodiscard]] bool vul(std::string& bytes, std::size_t max = kMaxInhoud);

/// The payload without its padding; nothing unless the padding is exactly what vul() adds.
[[nodiscard]] std::optional<std::string_view> zonder_vulling(std::string_view bytes, std::size_t max = kMaxInhoud);

}  // namespace pga::stuk
