// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/json.h"

#include "lib/weergave/tekst.h"

namespace pga::weergave {

Json of_null(const std::string& tekst) { return tekst.empty() ? Json(nullptr) : Json(tekst); }

Json of_null(const std::optional<Datum>& dag) { return dag ? Json(dag->tekst()) : Json(nullptr); }

std::string schrijf(const Json& json, bool een_regel) {
  return veilig_json(json.dump(een_regel ? -1 : 2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace pga::weergave
