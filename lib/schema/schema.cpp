// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/schema.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

#include "lib/schema/beeld.h"
#include "lib/schema/ingebouwd.h"
#include "lib/schema/laad.h"

namespace pga::schema {
namespace {

constexpr std::string_view kGedeeld = "gedeeld";

std::string_view json_van(std::string_view naam) {
  const auto& alle = ingebouwd();
  const auto er = std::find_if(alle.begin(), alle.end(), [naam](const Ingebouwd& i) { return i.naam == naam; });
  if (er == alle.end()) throw std::out_of_range("no schema of that name: " + std::string(naam));
  return er->json;
}

}  // namespace

const std::vector<std::string>& soorten() {
  static const std::vector<std::string> namen = [] {
    std::vector<std::string> uit;
    for (const Ingebouwd& i : ingebouwd()) {
      if (i.naam != kGedeeld) uit.emplace_back(i.naam);
    }
    return uit;
  }();
  return namen;
}

const Knoop& schema(std::string_view soort) {
  static std::mutex slot;
  static std::map<std::string, std::unique_ptr<Knoop>, std::less<>> geladen;
  if (soort == kGedeeld) throw std::out_of_range("the shared definitions are no soort");
  const std::string_view json = json_van(soort);
  const std::lock_guard<std::mutex> vast(slot);
  std::unique_ptr<Knoop>& er = geladen[std::string(soort)];
  if (er == nullptr) er = schema_van_json(json);
  return *er;
}

std::unique_ptr<Knoop> schema_van_json(std::string_view json) {
  auto boom = std::make_unique<Boom>();
  const Regels& wortel = laad(json, json_van(kGedeeld), *boom);
  return Beeld::bouw(wortel, std::move(boom));
}

}  // namespace pga::schema
