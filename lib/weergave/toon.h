// SPDX-License-Identifier: EUPL-1.2
//
// One dossier as a person reads it: first where it stands, then stuk by stuk; and the same as JSON.
//
// Shows what it is given and nothing else: what the reader's keys do not open stands there as "[verzegeld:
// strafrecht]", once per compartment of a stuk.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/proces/dossier.h"
#include "lib/proces/leidraad.h"
#include "lib/proces/planbevindingen.h"
#include "lib/termijn/termijn.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {

/// A labelled tree. Without a label it is an item of a list; a list of words is shown on one line.
struct Blok {
  std::string label;  // as shown: "ontvangen door"
  std::string tekst;  // as shown
  std::vector<Blok> kinderen;
  bool onbekend = false;  // a field that this pga does not know, which is said
};

struct StukBlad {
  std::string digest;
  std::string soort;
  std::string stap;  // empty when it has none
  Datum datum;
  std::string door;  // id of the gebruiker
  std::string organisatie;
  std::string geschreven;               // real time of writing (ISO); shown when its day differs from `datum`
  std::string vervangen_door;           // digest, or empty
  Waarde inhoud;                        // for JSON
  std::vector<Blok> blokken;            // the same for the text, in the order to show
  std::vector<std::string> verzegeld;   // names of the compartments that hold something the reader cannot open
  bool soort_bekend = true;             // false: a soort of a newer pga, which counts for nothing
  std::vector<std::string> onbekend{};  // paths of the fields that this pga does not know
  std::string opnieuw_door{};           // id of who sealed its contents again, or empty
  std::optional<Datum> opnieuw_op = std::nullopt;
};

/// Whose place somebody took who confirmed a vote: by the stuk of the vote and the id of who confirmed.
using Vervangingen = std::map<std::pair<std::string, std::string>, std::string>;

/// `dossier` must live as long as the blad.
struct DossierBlad {
  std::string nummer;
  const proces::Dossier& dossier;
  std::vector<termijn::Termijn> termijnen;
  Datum peildatum;
  std::vector<StukBlad> stukken;  // in the order to show
  std::string schaal_naam;        // printed with each beoordeling and profiel
  Vervangingen vervangt{};
  std::vector<std::string> schaal_standen{};  // its words, from least to most favourable
  std::vector<Bevinding> plan{};              // what there is to look at in the plan
  std::vector<proces::Planhint> planhints{};  // and what the catalogue says of it
  proces::Hulpvragen hulpvragen{};
  proces::Contextlijst contextlijst{};
};

[[nodiscard]] std::string toon_tekst(const DossierBlad& blad, const Stijl& stijl);

/// Of the dossier gemeente, which is no case, "fase" and "procesfase" are null:
/// {"dossier", "fase", "procesfase", "geopend", "afgesloten_op", "peildatum", "volgende", "betrokkenen", "besluit",
/// "stemmen", "deelnemers", "interventies", "adviezen", "schaal", "stukken": [{"stuk", "soort", "stap", "datum",
/// "door", "organisatie", "geschreven", "vervangen_door", "inhoud", "verzegeld", "soort_bekend",
/// "onbekende_velden"}]}, with a line end; what is not known is null.
[[nodiscard]] std::string toon_json(const DossierBlad& blad);

}  // namespace pga::weergave
