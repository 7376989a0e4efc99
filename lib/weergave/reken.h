// SPDX-License-Identifier: EUPL-1.2
//
// The answer of `pga reken`: one computation with its reasons, and the holidays of a year, as text and as JSON.
//
// Shows dates, articles and rules only. The warnings are part of the answer: what pga cannot know must not get
// lost.
#pragma once

#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/termijn/kalender.h"
#include "lib/termijn/regels.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// A day, or a moment for a term in hours: as JSON has it and as a person reads it.
struct Tijdstip {
  std::string tekst;
  std::string lang;
};

struct Rekening {
  Tijdstip vanaf;
  termijn::Duur duur;
  termijn::Regime regime = termijn::Regime::kalender;
  Tijdstip veilig;
  Tijdstip uiterlijk;
  std::vector<termijn::Stap> stappen;
  std::vector<std::string> waarschuwingen;
  bool terug = false;                     // counted back from `vanaf`
  const termijn::Regel* regel = nullptr;  // whose length and regime they are, if any
};

[[nodiscard]] Rekening rekening(Datum vanaf, termijn::Duur duur, termijn::Regime regime,
                                const termijn::Einde& einde);
[[nodiscard]] Rekening rekening(const termijn::Moment& vanaf, termijn::Duur duur, termijn::Regime regime,
                                const termijn::EindeUren& einde);

[[nodiscard]] std::string rekening_tekst(const Rekening& rekening, const Stijl& stijl);

/// {"vanaf", "duur", "regime", "veilig", "uiterlijk", "stappen": [{"datum", "reden"}], "waarschuwingen": []}, with
/// a line end. Counted back it has "voor" in the place of "vanaf"; of a rule also "regel", "zin", "grondslag" and
/// "zekerheid".
[[nodiscard]] std::string rekening_json(const Rekening& rekening);

/// The holidays of one year, as termijn::feestdagen() gave them.
struct Feestdagen {
  int jaar = 0;
  std::vector<termijn::Feestdag> dagen;
  std::vector<std::string> waarschuwingen;
};

[[nodiscard]] std::string feestdagen_tekst(const Feestdagen& lijst, const Stijl& stijl);

/// {"jaar", "feestdagen": [{"datum", "naam", "regimes", "bron", "bekend_op"}], "waarschuwingen": []}, with a line
/// end.
[[nodiscard]] std::string feestdagen_json(const Feestdagen& lijst);

}  // namespace pga::weergave
