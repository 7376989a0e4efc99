// SPDX-License-Identifier: EUPL-1.2
//
// The processing log (art. 14 Wet PGA): logboek/<gebruiker>/<datum>-<hash8>.yaml, one file an entry, never changed.
//
// Each gebruiker has a chain of his own, so that no two writers ever want the same file: an entry names the heads
// of its author's chain, and what two processes or two clones added side by side is joined by the next. The entries
// of a year are sealed to the key of that year, sleutels/logboek-<jaar>/, which expires by being destroyed. Whoever
// writes the first entry of a year makes that key and keeps nothing of it: it goes to the gebruikers with the role
// rechtmatigheid or, as long as there is none, to the regisseurs as keepers.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"

namespace pga::kast {

inline constexpr std::string_view kLogboek = "logboek";

/// What a command did. Numbers and digests only: no personal data, and nothing that a user typed.
struct LogInhoud {
  std::string handeling;                 // the command, "gebruiker toevoegen"
  std::set<Nummer> dossiers;             // what it opened or wrote
  std::string stuk;                      // digest of what it wrote, or empty
  int resultaat = 0;                     // the exit code
  std::string tijd;                      // RFC 3339 with the offset of Amsterdam
  std::string doel;                      // for which purpose, when the command asks for one
  std::string herkomst;                  // the host
  std::optional<GebruikerId> gebruiker;  // the author; for what was read
};

/// Where a log and its keys lie: a kast, or one that is being made.
struct LogPlek {
  Pad kast;
  Pad sleutels;
};
[[nodiscard]] inline LogPlek log_plek(const Kast& kast) { return {kast.map(), kast.sleutels()}; }

/// The name of this machine, as far as it is a plain name.
[[nodiscard]] std::string dit_systeem();

/// What a new entry takes.
struct LogPartij {
  std::vector<NieuwBestand> bestanden;  // in the order in which they must appear
  std::vector<Pad> wissen;              // key files of the log to be destroyed once these stand
};

/// A new entry: the key of the year when there is none yet, keys that a keeper hands on (logsleutel.h), the entry.
/// `dag` is the real day. Keys go to those whom `straks` names, the version of beheer that comes in the same batch,
/// if one does. Call it under the lock, unless zonder_slot(). Throws Fout when what is needed cannot be read, and
/// Fout(sleutel) when nobody could read the log.
[[nodiscard]] LogPartij log_partij(const LogPlek& plek, const BeheerVersie& beheer, const Lezer& lezer,
                                   const LogInhoud& inhoud, Datum dag, const BeheerVersie* straks = nullptr);

/// Whether an entry can be added without the lock: it is one file in a directory that is there.
[[nodiscard]] bool zonder_slot(const LogPlek& plek, const BeheerVersie& beheer, const Lezer& lezer, Datum dag);

/// Whether this gebruiker has an entry of that day.
[[nodiscard]] bool heeft_regel_op(const LogPlek& plek, const GebruikerId& wie, Datum dag);

/// Adds an entry by itself, taking the lock when that is needed. With `alleen_regel` no keys are handed on. Whether
/// the reader, who kept keys of the log until somebody else could read it, holds them no more.
bool leg_vast_in_logboek(const Kast& kast, const Lezer& lezer, const LogInhoud& inhoud, Datum dag,
                         bool alleen_regel = false);

/// One entry as `pga logboek` shows it.
struct GelezenRegel {
  Pad bestand;
  Datum datum;
  std::string digest;
  std::size_t rang;  // its place in the chain of its author
  LogInhoud inhoud;
};

/// The log as far as the reader's keys open it.
struct Logboek {
  std::vector<GelezenRegel> regels;    // by time
  std::size_t dicht = 0;               // entries of a year whose keys are here, but not for this reader
  std::set<int> verlopen;              // years whose keys are gone
  std::vector<Bevinding> bevindingen;  // what does not verify, and is left out
};
[[nodiscard]] Logboek lees_logboek(const Kast& kast, const Lezer& lezer);

/// The entries of one gebruiker that verified: their digests, and those of them that no other one names, sorted.
struct LogKeten {
  std::set<std::string> regels;
  std::vector<std::string> koppen;
};
[[nodiscard]] std::map<GebruikerId, LogKeten> log_ketens(const Kast& kast);

/// Everything that can be wrong with the log: gaps, tampering, entries in a wrong place or by a wrong hand. With
/// keys also what the entries say of themselves.
[[nodiscard]] std::vector<Bevinding> controleer_logboek(const Kast& kast, const Lezer& lezer);

}  // namespace pga::kast
