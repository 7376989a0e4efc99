// SPDX-License-Identifier: EUPL-1.2
#include "lib/yaml/gewone_tekst.h"

#include "lib/basis/fout.h"
#include "lib/yaml/bron.h"
#include "lib/yaml/nfc.h"

namespace pga::yaml {

std::string lees_gewone_tekst(std::string_view bytes, std::string_view naam) {
  const Bron bron(bytes, naam);
  if (!bron.bevindingen().empty()) throw Fout(bron.bevindingen());
  return nfc(bron.tekst());
}

}  // namespace pga::yaml
