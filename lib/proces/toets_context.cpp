// SPDX-License-Identifier: EUPL-1.2
//
// The contextcasusformulier: of each entry its field is one of the gemeente's list, and what was seen online was
// lawfully brought in by a deelnemer.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "lib/proces/organisatie.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr const char* kRechtmatig = "artikel 4 Wet PGA; artikel 6 Besluit PGA";

void toets_online(Toetser& t, const Waarde& w) {
  const std::string door = w.tekst_van("ingebracht_door");
  const Partij wie = partij(door);
  if (!wie.deelnemer || !t.heeft(w, "rechtmatig")) {
    t.geweigerd(w.vind("veld"),
                {"wat online is gezien, hoort hier alleen als een deelnemer het rechtmatig inbracht",
                 "noem bij ingebracht_door die deelnemer, en bij rechtmatig de taak of bevoegdheid; "
                 "anders hoort het niet in het dossier",
                 kRechtmatig});
  } else if (wie.deelnemer == Organisatie::burgemeester || wie.deelnemer == Organisatie::college) {
    t.bevinding(w.vind("ingebracht_door"),
                {fmt::format("de gemeente ({}) bracht in wat online is gezien", door),
                 "controleer de bevoegdheid; zelf online gegevens zoeken mag de gemeente niet zomaar",
                 "artikel 6 Besluit PGA"});
  }
}

}  // namespace

void toets_context(Toetser& t) {
  std::vector<std::string> bekend;
  for (const Contextveld& v : t.b.contextlijst.velden) bekend.push_back(v.veld);
  for (const Waarde& w : t.w.items_van("onderdelen")) {
    const std::string veld = w.tekst_van("veld");
    const Contextveld* van = t.b.contextlijst.vind(veld);
    // The list of then may have been another; what was recorded stays.
    if (van == nullptr && !t.n.achteraf) t.onbekend(w.vind("veld"), "het veld", veld, bekend);
    if ((van != nullptr && van->online) || w.tekst_van("online") == naam(JaNee::ja)) toets_online(t, w);
  }
  (void)opgenomen(t);
}

}  // namespace pga::proces
