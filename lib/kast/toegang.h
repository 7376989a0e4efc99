// SPDX-License-Identifier: EUPL-1.2
//
// Who may hold which keys: by role for every dossier, and by the decision of the three for one dossier
// (art. 5 lid 5 Wet PGA). Nobody gets a key for another reason.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/kast/beheer.h"
#include "lib/kast/laad.h"
#include "lib/proces/rollen.h"

namespace pga::kast {

/// The compartments that the roles of a gebruiker open of such a dossier without a decision in it: the table of
/// rollen.h, with the policy of that version.
[[nodiscard]] std::vector<Compartiment> door_rol(const BeheerVersie& beheer, const Gebruiker& gebruiker,
                                                 proces::Toestand waar);

/// A running case, or the dossier gemeente.
[[nodiscard]] proces::Toestand toestand_van(const Nummer& nummer);

/// Whether the payload of this slot has a key of its own: in a beoordeling what a partner found, and nobody but the
/// author and the regisseur may see before the joint judgment; in aantallen the totals, whose key is destroyed when
/// later ones hold them (aantallen.h).
[[nodiscard]] bool eigen_sleutel(std::string_view soort, Compartiment c);

/// The roles with which a reader works in this case on that day: where regisseurs read their own cases only, those
/// of a deelnemer in the case of another (rollen.h).
[[nodiscard]] std::vector<std::string> rollen_in(const BeheerVersie& beheer, const proces::Dossier& dossier,
                                                 const Lezer& lezer, Datum dag);

/// Who have this case as its regisseur on that day, and the role for it still.
[[nodiscard]] std::vector<std::string> regisseurs_van(const BeheerVersie& beheer, const proces::Dossier& dossier,
                                                      Datum dag);

/// What somebody can do who reads a case, by role or by a decision, and has no keys of it here.
inline constexpr std::string_view kSleutelsOphalen =
    "haal uw sleutels op bij een regisseur of de reserve die ze heeft (pga sleutels pak), of uit een kopie van "
    "sleutels/; of is uw toegang geëindigd?";

/// A gebruiker and what the case opens to them.
struct Gerechtigde {
  const Gebruiker* gebruiker;
  std::vector<Compartiment> compartimenten;
  bool ziet_beoordelingen = false;  // of the others before the joint judgment, as far as the compartments go
};

[[nodiscard]] bool bevat(const std::vector<Compartiment>& lijst, Compartiment c);

/// Of a list, the one of that id; nullptr when it is not there.
[[nodiscard]] const Gerechtigde* zoek(const std::vector<Gerechtigde>& lijst, std::string_view id);

/// Everyone who may open something of this dossier on that day, by role or by the decisions in it; not whose access
/// was ended. Once the case is closed and shielded (art. 6 lid 3 Wet PGA) deelnemers may open nothing; what the
/// contactpunt and the rechtmatigheid, who keep it for rights, claims and control, may not open stays with the
/// regisseurs, who stand in for them. Where policy says that regisseurs read their own cases, those are the
/// procesregisseurs and the regisseurs of the case; as long as it never had one, all.
[[nodiscard]] std::vector<Gerechtigde> gerechtigden(const BeheerVersie& beheer, const Nummer& nummer,
                                                    const proces::Dossier& dossier, Datum dag);

class Beoordelingen;  // beoordelingen.h

/// The commitments of the keys that a gebruiker should hold, whoever holds them: every key the dossier ever had for
/// the compartments, and those of the beoordelingen that they may open.
struct Nodig {
  Compartiment compartiment;
  std::string verbintenis;
};
[[nodiscard]] std::vector<Nodig> nodige_sleutels(const GeladenDossier& dossier, const Gerechtigde& wie);
[[nodiscard]] std::vector<Nodig> nodige_sleutels(const GeladenDossier& dossier, const Gerechtigde& wie,
                                                 const Beoordelingen& beoordelingen);

/// Whether the writer holds all of them, and so can give them to that gebruiker.
[[nodiscard]] bool kan_geven(const GeladenDossier& dossier, const Gerechtigde& wie);
/// Whether the key opens something, or is in force: those from before the dossier was sealed again are destroyed.
[[nodiscard]] bool is_in_gebruik(const GeladenDossier& dossier, const std::string& verbintenis, Compartiment c);

/// Those keys themselves. Throws Fout(sleutel) when the writer does not hold one of them.
[[nodiscard]] std::vector<seal::Identity> sleutels_voor(const GeladenDossier& dossier, const Gerechtigde& wie,
                                                        const Beoordelingen& beoordelingen);

/// Of those keys, the ones that the writer holds.
[[nodiscard]] std::vector<seal::Identity> sleutels_zover(const GeladenDossier& dossier, const Gerechtigde& wie,
                                                         const Beoordelingen& beoordelingen);

/// A key file with these keys for each key that the gebruiker has in force on that day; none when none is in force,
/// or there is nothing to give. The one road along which a holder gets key files.
[[nodiscard]] std::vector<NieuwBestand> sleutels_aan(const Pad& map, const Gebruiker& wie,
                                                     const std::vector<seal::Identity>& sleutels, Datum dag);

/// A key file with those keys, for each key that the gebruiker has in force. Throws Fout(sleutel) when there is
/// none, and as sleutels_voor().
[[nodiscard]] std::vector<NieuwBestand> geef_sleutels(const Kast& kast, const GeladenDossier& dossier,
                                                      const Gerechtigde& wie, Datum dag);

/// The dossiers of which there are keys here and no stukken: a directory that was not brought along, or taken away.
/// A dossier that a writer is making at this moment is none of them: that one is waited for. Throws Fout(algemeen)
/// when the keys may not be seen, and Fout(bezet).
[[nodiscard]] std::vector<Nummer> verdwenen_dossiers(const Kast& kast);

/// Why termijnen of a dossier are closed to the reader, and what to do: the keys cannot be seen on this machine,
/// new ones have not arrived yet, or there are none for this reader. Kind sleutel.
[[nodiscard]] Bevinding waarom_gesloten(const Kast& kast, const GeladenDossier& dossier);

/// When the keys of a dossier cannot be seen on this machine: the directory is not there, or may not be read. That
/// is for the reader to mend, not for the casusregisseur. Kind sleutel.
[[nodiscard]] std::optional<Bevinding> sleutels_onbereikbaar(const Kast& kast, const GeladenDossier& dossier);

}  // namespace pga::kast
