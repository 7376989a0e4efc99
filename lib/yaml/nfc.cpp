// SPDX-License-Identifier: EUPL-1.2
#include "lib/yaml/nfc.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace pga::yaml {
namespace {

struct Vrij {
  void operator()(void* p) const { std::free(p); }
};

}  // namespace

std::string nfc(const std::string& tekst) {
  const bool ascii = std::all_of(tekst.begin(), tekst.end(), [](char c) { return c >= 0; });
  if (ascii) return tekst;
  utf8proc_uint8_t* ruw = nullptr;
  const auto opties = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const utf8proc_ssize_t n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(tekst.data()),
                                          static_cast<utf8proc_ssize_t>(tekst.size()), &ruw, opties);
  const std::unique_ptr<utf8proc_uint8_t, Vrij> houder(ruw);
  if (n < 0) return tekst;
  return {reinterpret_cast<const char*>(ruw), static_cast<std::size_t>(n)};
}

}  // namespace pga::yaml
