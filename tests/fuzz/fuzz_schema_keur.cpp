// SPDX-License-Identifier: EUPL-1.2
//
// A document of a person against a schema: the first byte chooses the soort. Judging never throws, tells the same
// twice, and what it leaves has no empty values and nothing untyped.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lib/basis/fout.h"
#include "lib/schema/schema.h"
#include "lib/yaml/strikt.h"

namespace {

bool af(const pga::Waarde& w) {
  if (w.ongetypeerd) return false;
  if (w.is_lijst()) {
    for (const pga::Waarde& item : w.lijst()) {
      if (item.leeg() || !af(item)) return false;
    }
  }
  if (w.is_kaart()) {
    for (const pga::Veld& veld : w.velden()) {
      if (veld.waarde.leeg() || !af(veld.waarde)) return false;
    }
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t grootte) {
  if (grootte == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), grootte);
  const auto& soorten = pga::schema::soorten();
  const pga::schema::Knoop& schema = pga::schema::schema(soorten[data[0] % soorten.size()]);
  pga::Waarde document;
  try {
    document = pga::yaml::lees_strikt(bytes.substr(1), "fuzz");
  } catch (const pga::Fout&) {
    return 0;
  }
  pga::Waarde kopie = document;
  const auto bevindingen = pga::schema::keur(schema, document, "fuzz");
  if (bevindingen != pga::schema::keur(schema, kopie, "fuzz") || !(document == kopie) || !af(document))
    std::abort();
  for (const pga::Bevinding& b : bevindingen) {
    if (b.wat.empty() || b.tip.empty() || b.wat.find('\n') != std::string::npos) std::abort();
  }
  // A document without findings has none when it is judged again, pruned and typed as it now is.
  if (bevindingen.empty() && !pga::schema::keur(schema, document, "fuzz").empty()) std::abort();
  return 0;
}
