// SPDX-License-Identifier: EUPL-1.2
//
// Re-sealed dossiers: one wrong stuk, or one wrong item of it, had to go (artikel 8 Besluit PGA), and a key opens
// more than that. So all that stays was sealed again to new keys, and the old keys were destroyed.
//
// A re-sealed stuk says in termijnen `herverzegeld: {stuk, door}`: which stuk it holds the contents of, and who
// wrote that. The first one stays where it is, unreadable: its envelope, its author, its signature and its links
// still count, and its contents are those of the re-sealed one. That they are the same, nobody can check any more;
// that a regisseur sealed them again, and who, is checked and shown. What was wrong is named by the stuk toegang
// that announces the new keys, and counts for nothing; as do, the next time, the stukken that held contents before.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lib/basis/waarde.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/maak_stuk.h"
#include "lib/kast/voornemen.h"
#include "lib/stuk/splits.h"

namespace pga::kast {

/// Whether an opened stuk says that it is one.
[[nodiscard]] bool is_herverzegeld(const GeladenStuk& stuk);

/// The parts of an opened stuk as they are sealed again, each of them: with what it is sealed again from.
[[nodiscard]] stuk::Delen delen_opnieuw(const GeladenStuk& stuk);

/// On reading: gives each stuk that was sealed again its contents, takes out the carriers and what was wrong, and
/// joins the links over what went. `mag`: whether the author of a stuk may seal again. What may not is a finding.
void herstel_plaatsen(GeladenDossier& dossier, const std::function<bool(const GeladenStuk&)>& mag);

/// What has to go: a whole stuk, or the items of that id in it.
struct Onjuist {
  std::string stuk;  // digest
  std::optional<std::string> item = std::nullopt;
};

/// Throws Fout with what keeps it from going: the dossier begins with it, it is a receipt or an account, votes in
/// it were confirmed, the reader cannot open all of the dossier (kind sleutel), the stuk or the item is not there
/// (kind gebruik) or is a vote, what stays would not be right.
void eis_wegneembaar(const GeladenDossier& dossier, const Onjuist& onjuist);

/// The stukken sealed again, the stuk toegang with the new keys, key files for who may read the dossier as it is
/// without what was wrong, and the old key files
/// to be destroyed. Throws as eis_wegneembaar(), voeg_stuk_toe() and weiger_zonder_lezer().
[[nodiscard]] Voornemen herverzegel(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                    const Onjuist& onjuist, Datum datum, const std::string& geschreven);

}  // namespace pga::kast
