// SPDX-License-Identifier: EUPL-1.2
//
// Actions as a list, as minutes have it (Datum, Actie, Wie, Svz), and as JSON.
//
// Shows what it is given: a text that the reader's keys do not open stands as "[verzegeld]". Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/proces/dossier.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

struct ActieRegel {
  std::string kast;     // empty with one kast
  std::string dossier;  // a number, or "gemeente"
  proces::Actie actie;
};

struct ActieKeuze {
  std::string wie;             // an organisation or a word of one; empty: all
  bool alleen_open = false;    //
  std::optional<Datum> tot{};  // only what must be done up to and including that day
};

/// Those that are asked for; open ones first, by the day they must be done, those without one last; then the
/// others, the newest first.
[[nodiscard]] std::vector<ActieRegel> kies(std::vector<ActieRegel> regels, const ActieKeuze& keuze);

[[nodiscard]] std::string acties_tekst(const std::vector<ActieRegel>& regels, Datum vandaag, const Stijl& stijl);
/// [{"kast"?, "dossier", "actie", "datum", "wat", "wie", "stand", "status", "uiterlijk", "gedaan_op", "te_laat"}]:
/// what is not known is null.
[[nodiscard]] std::string acties_json(const std::vector<ActieRegel>& regels, Datum vandaag);

/// The Svz of one action, made harmless: "na zomerreces; te laat: di 1 september 2026", "gedaan op …".
[[nodiscard]] std::string svz(const proces::Actie& actie, Datum vandaag);
/// "15-07-2019": a day in a narrow column.
[[nodiscard]] std::string korte_dag(Datum dag);

/// A row of a table that was read from minutes, before it is recorded.
struct GelezenRegel {
  int regel;
  Datum datum;
  std::string wat;
  std::string wie;
  std::string stand;
  Datum controle;
};
[[nodiscard]] std::string gelezen_tekst(const std::vector<GelezenRegel>& regels, const Stijl& stijl);

}  // namespace pga::weergave
