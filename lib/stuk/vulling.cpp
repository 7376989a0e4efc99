// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/vulling.h"

#include <algorithm>
#include <bit>

namespace pga::stuk {
namespace {

std::size_t gevuld(std::size_t lengte) { return std::bit_ceil(std::max(lengte, kMinInhoud)); }

}  // namespace

bool vul(std::string& bytes, std::size_t max) {
  const std::size_t vol = gevuld(bytes.size());
  if (vol > max) return false;
  bytes.append(vol - bytes.size(), '\n');
  return true;
}

std::optional<std::string_view> zonder_vulling(std::string_view bytes, std::size_t max) {
  const std::size_t einde = bytes.find_last_not_of('\n');
  const std::size_t lengte = einde == std::string_view::npos ? 0 : einde + 2;
  if (lengte > bytes.size() || gevuld(lengte) != bytes.size() || bytes.size() > max) return std::nullopt;
  return bytes.substr(0, lengte);
}

}  // namespace pga::stuk
