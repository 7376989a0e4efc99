// SPDX-License-Identifier: EUPL-1.2
//
// Termijnen as text, as JSON and as the answer of a monitoring plugin.
//
// Shows numbers, ids, dates and rules only: nothing here names a person. The urgency is the one that
// termijn::bereken() gave; a dossier stands where its most urgent term puts it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/termijn/termijn.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct DossierTermijnen {
  std::string nummer;
  std::vector<termijn::Termijn> termijnen;
};

struct TermijnKeuze {
  bool alles = false;   // met and lapsed ones too; else only those that run or are suspended
  bool uitleg = false;  // with the steps that led to each date
};

/// Per dossier, the most urgent first. Says so when there is nothing to show.
[[nodiscard]] std::string termijnen_tekst(const std::vector<DossierTermijnen>& dossiers, Datum peildatum,
                                          TermijnKeuze keuze, const Stijl& stijl);

/// [{"dossier", "regel", "zin", "betrokkene", "onderwerp", "start", "veilig", "uiterlijk", "status",
/// "nagekomen_op", "te_laat", "verlengingen", "grondslag", "zekerheid", "regime", "stappen"}] in the same order,
/// with a line end. No field is left out: what is empty is null (`stappen`: an empty list).
[[nodiscard]] std::string termijnen_json(const std::vector<DossierTermijnen>& dossiers, bool alles);

/// Due: overschreden, vroegste lezing voorbij, or nadert. What `termijnen --controle` counts (exit 15).
[[nodiscard]] bool vraagt_aandacht(const termijn::Termijn& termijn);
/// Only what is due; dossiers without any are left out.
[[nodiscard]] std::vector<DossierTermijnen> aandacht(const std::vector<DossierTermijnen>& dossiers);

/// The answer of a Nagios plugin: exit code (0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN) and text with a line end.
struct Nagios {
  int code = 3;
  std::string tekst;
};

/// One summary line with performance data, then a line for each term that is due and each dossier that could not
/// be read (`onleesbaar`: its numbers). CRITICAL (uiterlijk is past) goes before UNKNOWN (something unreadable)
/// before WARNING (the earliest reading is past, or a term is near) before OK. `overgeslagen` are dossiers of
/// others.
[[nodiscard]] Nagios nagios(const std::vector<DossierTermijnen>& dossiers,
                            const std::vector<std::string>& onleesbaar, std::size_t overgeslagen);

}  // namespace pga::weergave
