// SPDX-License-Identifier: EUPL-1.2
//
// What a plan says of an intervention beside its days: who carries it out, what that asks, and whether the
// betrokkene knows what it is for.
//
// It lies in the compartment of the item, so it is there as far as the reader's keys open it, and no state of the
// case rests on it: only findings for who can read it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/proces/catalogus.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

struct InterventieInhoud {
  bool open = false;                       // the text could be read; else all below is empty
  Compartiment deel = Compartiment::zaak;  // where the text is sealed
  std::string catalogus;                   // id of an entry
  std::optional<Domein> domein;
  std::optional<JaNee> vrijwillig;
  std::optional<JaNee> weet_van_pga;
  std::string wat;
  std::string uitvoerder;
  std::string uitvoerder_is;  // "deelnemer", "derde", or empty: its name says so
  std::string gebruiker;      // who carries it out, when that is a gebruiker
  std::vector<Compartiment> nodig;
  std::string verantwoordelijke;
  std::string verstrekking;
  std::optional<Specialist> specialist;
  std::optional<Datum> vog_op;
  std::optional<Datum> onbesproken_gedrag_op;
};

/// Never throws: what is absent or not readable is empty.
[[nodiscard]] InterventieInhoud lees_interventie(const Waarde& item);

}  // namespace pga::proces
