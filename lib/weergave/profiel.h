// SPDX-License-Identifier: EUPL-1.2
//
// The professional judgment on the five aspects: the beoordelingen of the partners side by side with the joint
// profile, and the profiles over time. Text and JSON.
//
// Nothing is summed, averaged or ranked: each aspect stands on a line of its own, in the words of the scale. What
// the reader's keys do not open stands there as sealed, and never as if nobody had said anything. A stuk that was
// corrected counts no more.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/weergave/tekst.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {

/// The round of judgments that goes on: the beoordelingen after the last profile, or else that profile with those
/// that it rests on. Says where partners differ or know too little, and on which aspects there is room to gain.
[[nodiscard]] std::string profiel_tekst(const DossierBlad& blad, const Stijl& stijl);

/// {"dossier", "peildatum", "schaal", "profiel": {"stuk", "datum"}, "beoordelingen": [{"stuk", "datum", "door",
/// "organisatie"}], "aspecten": [{"aspect", "beoordelingen": [{"organisatie", "stand", "tekst", "nodig"}],
/// "verschillen", "weet_te_weinig", "huidig", "haalbaar", "tekst", "nodig", "ruimte"}], "afwijkend_standpunt":
/// [{"organisatie", "tekst"}]}, with a line end. "profiel" is null while the round has none; what is sealed or not
/// said is null.
[[nodiscard]] std::string profiel_json(const DossierBlad& blad);

/// Every profile, aspect by aspect, oldest first; a mark on the scale only where its words are those of now.
[[nodiscard]] std::string verloop_tekst(const DossierBlad& blad, const Stijl& stijl);

/// An aspect on which the joint judgment leaves something to gain, in its words.
struct Winst {
  std::string aspect;
  std::string titel;
  std::string huidig;
  std::string haalbaar;
  std::string herkomst;  // of the judgment
  [[nodiscard]] bool apart() const { return !herkomst.empty() && herkomst != "algemeen"; }
};

/// What the last profile leaves to gain.
struct Profielwinst {
  Datum datum;
  std::vector<Winst> winst;
  bool verzegeld;  // some of the profile is closed to the reader
};

/// Nothing when there is no profile yet.
[[nodiscard]] std::optional<Profielwinst> laatste_winst(const DossierBlad& blad);

/// {"dossier", "schaal", "standen", "aspecten": [{"aspect", "profielen": [{"stuk", "datum", "huidig",
/// "haalbaar"}]}]}, with a line end; what is sealed is null.
[[nodiscard]] std::string verloop_json(const DossierBlad& blad);

}  // namespace pga::weergave
