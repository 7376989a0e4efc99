// SPDX-License-Identifier: EUPL-1.2
//
// The conversation at the terminal: the questions of a form one by one, a summary, and a yes. What is asked and
// what an answer means is lib/schema/vragen.h; this is the part that talks.
//
// Promises: nothing is recorded here. An answer that cannot be is asked again, with the reason; `<` goes back, `?`
// explains, `stop` leaves with everything that was answered.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/regelinvoer.h"
#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/schema/vragen.h"

namespace pga::cli {

/// What the conversation is about.
struct Gespreksstof {
  const schema::Knoop& knoop;
  std::string kop;  // "melding: een nieuw dossier"
  schema::Vraagkeuze keuze;
  Datum vandaag;
  int breedte = 80;
  /// The document with all that pga would fill in by itself: what Enter takes.
  std::function<Waarde(const Waarde& document)> aangevuld;
  /// Everything that recording it would find. Its places are lines of the document as it is given.
  std::function<std::vector<Bevinding>(Waarde document)> bekijk;
  /// What can be named in answer to a question, a line each: "b1: de betrokkene".
  std::function<std::vector<std::string>(const schema::Vraag& vraag, const Waarde& document)> bekend;
};

/// How far it got.
struct Gesprek {
  Waarde document = Waarde::kaart();
  std::string plek{};  // the question to go on with; empty: the first
};

enum class Gesprekseinde { vastleggen, stop };

/// Talks until the document is to be recorded as it stands, or the user says stop. Throws Fout(afgebroken) when the
/// user wants neither, or the input ends.
[[nodiscard]] Gesprekseinde voer_gesprek(Regelinvoer& invoer, const Gespreksstof& stof, Gesprek& gesprek);

/// Asks until it is ja or nee; an empty answer is `leeg`. The end of the input is nee.
[[nodiscard]] bool vraag_ja_nee(Regelinvoer& invoer, const std::string& vraag, bool leeg);

}  // namespace pga::cli
