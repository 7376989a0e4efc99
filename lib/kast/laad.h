// SPDX-License-Identifier: EUPL-1.2
//
// Loading a dossier: every file read, verified, opened as far as the reader's keys go, and folded.
//
// What does not verify is a finding (kind integriteit) and stays out of the fold; the rest counts. Nothing is
// repaired. A missing key is no integrity finding: the compartment stays closed and says so. Nor is what a newer
// pga wrote: a soort or a field that this one does not know is kept, shown and noted, and counts for nothing.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/fout.h"
#include "lib/basis/namen.h"
#include "lib/basis/waarde.h"
#include "lib/kast/aankondiging.h"
#include "lib/kast/kast.h"
#include "lib/kast/sleutels.h"
#include "lib/proces/dossier.h"
#include "lib/proces/rollen.h"
#include "lib/schema/schema.h"
#include "lib/stuk/omslag.h"

namespace pga::kast {

/// The schema of that soort; nullptr for the opening, and for a soort that this pga does not know.
[[nodiscard]] const schema::Knoop* schema_van(std::string_view soort);

/// Whether a stuk of that soort announces keys, in its field sleutels.
[[nodiscard]] bool kondigt_sleutels_aan(std::string_view soort);

/// Whether pga itself writes that field in termijnen, before those of the soort.
[[nodiscard]] bool is_eigen_veld(std::string_view naam);

/// How much of each stuk is opened.
enum class Diepte { termijnen, alles };

/// One stuk that verified.
struct GeladenStuk {
  Pad bestand;
  stuk::Stuk stuk;
  std::string organisatie;  // of the author, in the beheer the stuk names
  std::array<std::optional<Waarde>, kCompartimenten.size()> delen;
  Waarde inhoud;                        // the opened parts, joined
  std::string soort;                    // empty when termijnen is closed; else perhaps one that pga does not know
  std::vector<std::string> onbekend{};  // the fields that the schema does not know, as schema::onbekende_velden()
  std::optional<seal::VerifyKey> getekend{};  // the key that signed it
  /// The stuk that its contents were sealed again in, and who did that (herverzegel.h); digest empty: none.
  struct Opnieuw {
    std::string digest{};
    std::string door{};
    Datum datum{1970, 1, 1};
    stuk::Verbintenissen sleutels{};
    std::optional<stuk::Stuk> zegel{};  // of aantallen: the seal itself, which laad() does not open
  };
  Opnieuw opnieuw{};
  std::vector<std::string> volgt_op{};  // digests: as in the envelope, or past what does not count by itself
  /// Of the author, in that beheer; where it says that regisseurs read their own cases, as in the case of another
  /// when this was not theirs.
  std::vector<std::string> rollen{};
  bool per_casus = false;  // that beheer says so
  bool apart = true;       // that beheer keeps what each partner found apart until the joint judgment

  /// The commitment of the key that opens that compartment now.
  [[nodiscard]] const std::string& sleutel(Compartiment c) const {
    const std::size_t i = static_cast<std::size_t>(c);
    return opnieuw.digest.empty() ? stuk.kop.sleutels.at(i) : opnieuw.sleutels.at(i);
  }
  [[nodiscard]] bool is_open(Compartiment c) const { return delen.at(static_cast<std::size_t>(c)).has_value(); }
};

struct GeladenDossier {
  Nummer nummer;
  Pad map;
  std::vector<GeladenStuk> stukken;    // verified, in the order of the fold
  std::vector<std::string> koppen;     // verified heads, sorted
  std::vector<Bevinding> bevindingen;  // of files and keys; those of the law are in `dossier`
  SleutelMap sleutels;
  Sleutelperioden perioden;  // which keys were announced, as far as the reader can see
  bool leesbaar = false;     // termijnen of every verified stuk could be opened
  bool van_mij = false;      // there is a key file for the reader (or nobody can tell), or the role reads all
  proces::Dossier dossier;
  std::vector<std::string> dragers{};    // digests of stukken that hold the contents of others (herverzegel.h)
  std::vector<std::string> vervallen{};  // digests of stukken that were wrong, and are destroyed with their keys
  std::set<std::string> genoemd{};       // commitments of every key that a stuk here announced or is sealed to
  /// Per compartment the keys from before the dossier was sealed again: destroyed, and never given again.
  std::array<std::set<std::string>, kCompartimenten.size()> vervangen{};

  /// Whether any finding is of the kind integriteit.
  [[nodiscard]] bool geschonden() const;
};

/// By the digest of each stuk the compartments in which it says something, as far as they could be opened;
/// termijnen left out.
[[nodiscard]] std::map<std::string, proces::Vakken> waar_gevuld(const GeladenDossier& dossier);

/// The stuk of that digest; nullptr when it is not among those that verified.
[[nodiscard]] const GeladenStuk* vind_stuk(const GeladenDossier& dossier, std::string_view digest);

/// Never throws for what a file holds. `nummer` must exist; the dossier gemeente, where it was not opened yet, is
/// an empty one.
[[nodiscard]] GeladenDossier laad(const Kast& kast, const Nummer& nummer, const Lezer& lezer, Diepte diepte);

}  // namespace pga::kast
