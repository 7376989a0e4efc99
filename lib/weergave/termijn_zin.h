// SPDX-License-Identifier: EUPL-1.2
//
// The words for one termijn that the overview, the list and the dossier share; private to this layer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/termijn/termijn.h"
#include "lib/weergave/json.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// "vandaag", "over 1 dag", "3 dagen geleden"; more than three months in round months or years.
[[nodiscard]] std::string hoe_lang(Datum peildatum, Datum dag);

/// The day by which it has to be done: uiterlijk, or the earliest reading while there is no uiterlijk yet. Means
/// nothing for a term without a day.
[[nodiscard]] Datum laatste_dag(const termijn::Termijn& t);

/// Whether the law names a day at all: not when it says "onverwijld".
[[nodiscard]] bool heeft_dag(const termijn::Termijn& t);

/// "di 7 april 2026", with the time for a term in hours; "onverwijld, sinds wo 4 maart 2026" without a day.
[[nodiscard]] std::string wanneer(const termijn::Termijn& t);

/// "14:05"; empty when there is none.
[[nodiscard]] std::string klok(const std::optional<termijn::Moment>& moment);

/// The same for people, of uiterlijk and of veilig; in the hour that comes twice "02:15 (wintertijd)".
[[nodiscard]] std::string tijd(const termijn::Termijn& t);
[[nodiscard]] std::string tijd_veilig(const termijn::Termijn& t);

/// Whether the earliest reading is another day, or another time of that day, than uiterlijk.
[[nodiscard]] bool verschillen(const termijn::Termijn& t);
/// "vr 13 november 2026", with the time of a term in hours: "vr 13 november 2026, 15:20".
[[nodiscard]] std::string vroegste_lezing(const termijn::Termijn& t);

/// When, and how things stand: "di 7 april 2026: overschreden, 3 dagen geleden"; "onverwijld, sinds wo 4 maart 2026
/// (3 dagen geleden)". Not yet harmless.
[[nodiscard]] std::string kop(const termijn::Termijn& t, Datum peildatum);

/// What it was before and why it moved; empty when it did not.
[[nodiscard]] std::string verplaatst(const termijn::Termijn& t);

/// " (betrokkene b1)", " (i1)": whom and what it is about; may be empty.
[[nodiscard]] std::string over_wie(const termijn::Termijn& t);

/// As in JSON: "waarschuwing".
[[nodiscard]] std::string_view naam(termijn::Ernst ernst);

/// "overschreden, 3 dagen geleden"; the earliest reading with its day when it is the one that counts.
[[nodiscard]] std::string stand(const termijn::Termijn& t, Datum peildatum);

/// What has to be done and what about: a line each, and the legal basis with its certainty.
[[nodiscard]] std::vector<std::string> bijzonderheden(const termijn::Termijn& t, Datum peildatum);

[[nodiscard]] Kleur kleur(termijn::Status status);

/// {"regel", "veilig", "uiterlijk"}; null without a term.
[[nodiscard]] Json kort_json(const termijn::Termijn* t);

}  // namespace pga::weergave
