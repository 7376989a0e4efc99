// SPDX-License-Identifier: EUPL-1.2
//
// What there is to look at in a plan van aanpak as it stands: an intervention that nobody answers for, that ends
// before it is evaluated, that a derde carries out without getting what is needed, or that is help under a pretext.
//
// Everything here goes away when the plan, the access or the record is put right: it is judged by the dossier as it
// stands, not by a stuk as it was. An intervention that was stopped, or that is over, is left alone. What the
// reader cannot open is not judged. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/proces/beleid.h"
#include "lib/proces/dossier.h"

namespace pga::proces {

struct GebruikerRegel;

/// One thing to look at, and the field of the intervention that it is about.
struct PlanMelding {
  std::string_view veld;
  std::string wat;
  std::string tip;
  std::string grondslag;
};

/// What an intervention is held against.
struct Planomgeving {
  const Dossier& dossier;
  const Beleid& beleid;
  const std::vector<GebruikerRegel>& gebruikers;  // of the kast; empty: access is not judged
  Datum peildatum;
};

/// What is wrong with one intervention, whether it stands in the dossier or is about to.
[[nodiscard]] std::vector<PlanMelding> over_interventie(const Interventie& i, const Planomgeving& om);

/// Whether its last evaluation asked for an adjustment that has not come.
[[nodiscard]] bool wacht_op_bijstelling(const Interventie& i);

/// Whether there is a plan to look at: the case runs, and the person it is about lives.
[[nodiscard]] bool plan_loopt(const Dossier& dossier, Datum peildatum);

/// All of the plan. `bestand` of a finding is the digest of the stuk that last said something of the intervention.
[[nodiscard]] std::vector<Bevinding> plan_bevindingen(const Planomgeving& om);

/// Two interventions that the catalogue says may work against each other.
struct Planhint {
  std::string een;  // ids
  std::string ander;
  std::string wat;  // the sentence
};

/// Hints, and no findings: whether it is so in this case is for the casusoverleg.
[[nodiscard]] std::vector<Planhint> plan_hints(const std::vector<Interventie>& interventies,
                                               const Catalogus& catalogus, Datum peildatum);

}  // namespace pga::proces
