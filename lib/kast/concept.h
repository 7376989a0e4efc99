// SPDX-License-Identifier: EUPL-1.2
//
// Concept: what somebody was writing and has not recorded yet. It is no stuk, counts for nothing, and lies on the
// writer's own computer, beside its memory (geheugen.h): never in the kast, so never in git.
//
// Promises: everything in it but the number of the dossier, its writer and the moment is sealed, with a key of its
// own that only the writer's identity opens; that key lies beside it, and goes with it. Of a dossier that is there
// it is sealed again with a key of that dossier that the writer holds, so that it cannot be read any more once the
// dossier is destroyed, or shielded from the writer. A new dossier has no keys yet: there the own key is the only
// one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/basis/namen.h"
#include "lib/basis/waarde.h"
#include "lib/kast/bestand.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"

namespace pga::kast {

/// What is in clear.
struct ConceptKop {
  std::string id;                 // "c-3f9a"
  std::optional<Nummer> dossier;  // nothing: a new one
  std::string door;               // id of the writer
  std::string gewijzigd;          // RFC 3339
};

/// What is sealed. Of `inhoud` and `tekst` one is there.
struct ConceptInhoud {
  std::string soort;
  std::string vervangt{};           // as the writer named the stuk
  std::string plek{};               // the question to go on with
  Waarde inhoud = Waarde::kaart();  // what the questions made
  std::string tekst{};              // what the editor left
};

/// Where drafts of that kast lie, below the directory of the memory.
[[nodiscard]] Pad concept_map(const Pad& geheugen, const Kast& kast);

/// Those in a directory, oldest name first. What is no draft of that kast is left out.
[[nodiscard]] std::vector<ConceptKop> lees_concepten(const Pad& map, const Kast& kast);

/// Writes a draft; one of that id is replaced. `dossier`: as it was loaded for the writer, nullptr for a new one;
/// it must be that of `kop`. Throws Fout(sleutel) when the writer holds no key of it, Fout(gebruik) when there is
/// too much or nothing in it.
void bewaar_concept(const Pad& map, const Kast& kast, const Lezer& lezer, const GeladenDossier* dossier,
                    const ConceptKop& kop, const ConceptInhoud& inhoud);

/// An id that no draft has.
[[nodiscard]] std::string nieuw_concept_id(const Pad& map);

/// Opens one. Throws Fout(sleutel) when the key is not there (any more), Fout(integriteit) when it was changed.
[[nodiscard]] ConceptInhoud open_concept(const Pad& map, const Lezer& lezer, const GeladenDossier* dossier,
                                         const ConceptKop& kop);

/// Destroys a draft, its key first.
void wis_concept(const Pad& map, const std::string& id);

}  // namespace pga::kast
