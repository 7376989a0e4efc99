// SPDX-License-Identifier: EUPL-1.2
//
// Errors and findings as text for stderr, as JSON, and as the report of `controleer`.
//
// The kind `bevinding` (recorded, but to be looked at) is "let op", every other kind "fout". All text in a finding
// is made harmless. In JSON no field is ever left out: what is not known is null.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// What the program prints on stderr, a line for each finding and its tip:
///   pga: fout: melding.yaml:4:3: onbekend veld "ontvagen" (artikel 5, lid 3, Wet PGA)
///   pga: tip: bedoelde u "ontvangen"?
/// Equal tips come once. With a width of 0 no line is wrapped, so that scripts can read them; else at words.
/// Empty without findings.
[[nodiscard]] std::string meldingen(const std::vector<Bevinding>& bevindingen, const Stijl& stijl);

/// A remark on stderr in the same form: "pga: kast gemaakt in kast".
[[nodiscard]] std::string mededeling(std::string_view tekst, const Stijl& stijl);

/// {"fout", "code", "plaats", "tip", "grondslag"} of the first finding, and when there are more "bevindingen", all
/// of them as in controle_json(). `code` is the exit code. On one line, with a line end.
[[nodiscard]] std::string fout_json(const std::vector<Bevinding>& bevindingen, int code);

/// The report of `controleer`: grouped by dossier (where a part of the path is a number), else by file; at the end
/// a count. `nagekeken` is how many dossiers were looked at. Without findings one line that says so.
[[nodiscard]] std::string controle_tekst(const std::vector<Bevinding>& bevindingen, std::size_t nagekeken,
                                         const Stijl& stijl);

/// [{"soort", "bestand", "regel", "kolom", "wat", "tip", "grondslag"}], with a line end.
[[nodiscard]] std::string controle_json(const std::vector<Bevinding>& bevindingen);

}  // namespace pga::weergave
