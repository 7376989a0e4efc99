// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/alineas.h"

#include "lib/weergave/tekst.h"

namespace pga::weergave {

std::string veilig_blok(std::string_view tekst) {
  std::string uit = veilig_meer(tekst);
  uit.erase(uit.find_last_not_of(" \n") + 1);
  return uit;
}

}  // namespace pga::weergave
