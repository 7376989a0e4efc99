// SPDX-License-Identifier: EUPL-1.2
//
// From a loaded dossier to what is shown of it: the labels come from the schemas.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/omgeving.h"
#include "lib/kast/laad.h"
#include "lib/schema/schema.h"
#include "lib/weergave/toon.h"

namespace pga::cli {

/// The fields of a document under their titles, choices and dates as a person reads them. `knoop` may be nullptr.
[[nodiscard]] std::vector<weergave::Blok> blokken(const schema::Knoop* knoop, const Waarde& document);

/// The sheets of the stukken that verified, in the order of the fold, as `stand` has them: that of the dossier, or
/// of an earlier day, with `tot`, and then without what was recorded after it.
[[nodiscard]] std::vector<weergave::StukBlad> stuk_bladen(const kast::GeladenDossier& dossier,
                                                          const proces::Dossier& stand,
                                                          std::optional<Datum> tot = std::nullopt);

/// What a command makes of a dossier for stdout.
using Weergave = std::function<std::string(const weergave::DossierBlad& blad, const kast::Lezer& lezer)>;

/// A dossier ready to be shown, as it stood on that day; with `alleen_tot_dan` without the stukken of after it.
/// `kast` and `dossier` need not live as long.
class Inkijk {
 public:
  Inkijk(const kast::Kast& kast, const kast::GeladenDossier& dossier, Datum dag, bool alleen_tot_dan = false);
  Inkijk(const Inkijk&) = delete;
  Inkijk& operator=(const Inkijk&) = delete;

 private:
  const proces::Dossier stand_;

 public:
  const weergave::DossierBlad blad;
  [[nodiscard]] const proces::Dossier& stand() const { return stand_; }
};

/// Throws Fout(gebruik) for a word that is no ground to look at a closed case.
void eis_grond(const std::string& grond);

/// How deep a dossier may be read: a case that is closed and shielded only the termijnen, unless there is a ground
/// to look further. That it was shielded counts today, whatever day is asked about. `dossier` was loaded whole.
[[nodiscard]] kast::Diepte diepte_voor_inzage(const kast::GeladenDossier& dossier, bool met_grond);
/// The remark that says so; `tip`: how to say that there is a ground.
[[nodiscard]] Bevinding is_afgeschermd(const std::string& tip);
/// The tip of a command with --grond.
[[nodiscard]] std::string tip_grond();

/// What does not verify in it and in beheer. Throws Fout(sleutel) when nothing of it opens and all is well.
[[nodiscard]] std::vector<Bevinding> schendingen(const kast::Kast& kast, const kast::GeladenDossier& dossier);

/// Loads a dossier, prints what `maak` makes of it, and says on stderr what does not verify. Of a case that is
/// closed and shielded it gets the termijnen only. The exit code; throws Fout(sleutel) when nothing of it opens.
int toon_dossier(Omgeving& omgeving, const std::string& nummer, const Weergave& maak);
/// The same for a whole dossier: what pga toon does. Of a case that is closed and shielded only the termijnen,
/// unless there is a ground to look further.
int toon_dossier(Omgeving& omgeving, const std::string& nummer, bool met_grond = false);
/// The same of a pak.
int toon_pak(Omgeving& omgeving, const std::string& pak, bool met_grond);

/// Refuses (14) what shows the contents of a case that is closed and shielded (artikel 6, lid 3, Wet PGA), and says
/// how to look on a ground.
[[noreturn]] void weiger_afgeschermd(const std::string& nummer);

}  // namespace pga::cli
