// SPDX-License-Identifier: EUPL-1.2
//
// What the subcommands of pga gebruiker share: their makers, their options, and the road from a change of one
// gebruiker to a new version of beheer with the keys that go with it.
//
//   gebruiker as it will be -> roles (14) -> version of beheer to come -> round along all dossiers (12, 13, 14)
//     -> --droog | one batch: log, keys, stukken, beheer last; then the key files that go
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/omgeving.h"
#include "cli/opdracht.h"
#include "cli/sleutelregel.h"
#include "lib/kast/ronde.h"

namespace pga::cli {

std::unique_ptr<Opdracht> maak_gebruiker_toevoegen();
std::unique_ptr<Opdracht> maak_gebruiker_lijst();
std::unique_ptr<Opdracht> maak_gebruiker_wijzig();
std::unique_ptr<Opdracht> maak_gebruiker_trek_in();
std::unique_ptr<Opdracht> maak_gebruiker_vernieuw_sleutel();

/// The gebruiker that the user names. Throws Fout(gebruik) when there is none, with the nearest.
[[nodiscard]] const kast::Gebruiker& zoek_gebruiker(const kast::Kast& kast, const std::optional<std::string>& id);

/// Says that of these shielded dossiers the user, who signs beheer, does not hold the keys.
void meld_afgeschermd(const Omgeving& omgeving, const std::vector<Nummer>& nummers, std::string_view gevolg);
/// The same, and who can give them to that gebruiker.
void meld_niet_te_geven(const Omgeving& omgeving, const std::vector<Nummer>& nummers, std::string_view wie);

/// Throws Fout(gebruik) for a word that is no role, with the nearest.
void eis_rolwoord(const std::string& woord);

/// The word for an organisation, also for who writes it with capitals, as the list does. Throws likewise for what
/// looks like one and is none. Another one comes back as it is, for the law to refuse.
[[nodiscard]] std::string organisatiewoord(const std::string& woord);

/// The last day of a key, from --tot; nothing without. Throws Fout(gebruik) when it is no day or past.
[[nodiscard]] std::optional<Datum> lees_tot(const std::optional<std::string>& tot, Datum vandaag);

/// Who is replaced, from --vervangt. Throws Fout(gebruik) for what can be no id.
[[nodiscard]] std::optional<GebruikerId> lees_vervangt(const std::optional<std::string>& id);

/// The line of pga sleutel toon, or the file that holds it.
[[nodiscard]] SleutelRegel lees_regel(const std::string& van);

/// Throws Fout(gebruik) when another gebruiker than `behalve` has one of these keys, or had.
void eis_eigen_sleutel(const kast::Kast& kast, const SleutelRegel& regel,
                       const std::optional<GebruikerId>& behalve = std::nullopt);

/// Ends every key in force of a gebruiker: from that day on none counts.
void beeindig_sleutels(kast::Gebruiker& gebruiker, Datum dag);

/// A change of one gebruiker.
struct Wijziging {
  kast::Gebruiker nieuw;
  kast::Ingreep ingreep = kast::Ingreep::rollen;
  bool ronde = true;   // keys of dossiers may change
  std::string reden;   // for the stukken
  std::string gedaan;  // "pol1 ingetrokken"
};

/// Changes gebruiker `id` as `maak` says: the exit code.
int wijzig_gebruiker(Omgeving& omgeving, const std::optional<std::string>& id,
                     const std::function<Wijziging(const kast::Kast& kast, const kast::Gebruiker& nu)>& maak);

}  // namespace pga::cli
