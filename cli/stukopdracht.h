// SPDX-License-Identifier: EUPL-1.2
//
// What every command that writes a stuk shares: its input (document and flags), and the road from a document to a
// file.
//
//   document + flags -> keur (16) -> lock, load, fold -> fill in -> toets (14, 16) -> voornemen -> --droog | write
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/omgeving.h"
#include "cli/opdracht.h"
#include "lib/basis/waarde.h"
#include "lib/kast/laad.h"

namespace pga::cli {

/// Where a value stands that an option gave, and no document.
inline constexpr std::string_view kOpdrachtregel = "op de opdrachtregel";

/// The options of a command that writes a stuk of one of these soorten.
class StukOpties {
 public:
  /// `nummer`: how the help names the argument, "NUMMER" or "[NUMMER]"; empty: the command has none and knows the
  /// dossier itself.
  void bind(Opties& opties, std::string_view nummer, const std::vector<std::string>& soorten);

  /// The document of that soort: --van first, flags fill; the same field with two values is wrong use. Throws
  /// Fout(gebruik) when there is neither, pointing to --sjabloon; Fout(document) for what is no YAML. Not
  /// validated.
  [[nodiscard]] Waarde document(const std::string& soort) const;
  /// What a command knows itself: the value of a field that neither a flag nor the document gives.
  void zet(const std::string& veld, const std::string& waarde);
  [[nodiscard]] bool heeft_invoer() const;
  /// The value of a field's flag, if it was given.
  [[nodiscard]] std::optional<std::string> vlag(std::string_view veld) const;
  /// The options that were given, as the user writes them: "--van", "--laatste-verwerking".
  [[nodiscard]] std::vector<std::string> gegeven() const;
  /// The name of the document for messages.
  [[nodiscard]] std::string bestand() const {
    return van.value_or(bron.empty() ? std::string(kOpdrachtregel) : bron);
  }
  /// A message about fields, with the names of the options for those that have one: "--aangemeld-door" for
  /// "aangemeld_door" between quotes.
  [[nodiscard]] std::string met_opties(std::string tekst) const;

  std::optional<std::string> nummer;
  std::optional<std::string> van;
  std::optional<std::string> vervangt;
  std::vector<const char*> van_pga{};          // fields that pga fills in: no form has them, no document may
  Waarde eigen = Waarde::kaart();              // fields that the command brings, and the document may not have
  std::vector<kast::NieuwBestand> vooraf{};    // what goes with the stuk, before it; set by the Aanvullen
  std::vector<kast::NieuwBestand> achteraf{};  // and after it
  std::vector<kast::Pad> wissen{};             // key files that go with what stands in `vooraf`
  std::function<void(const kast::Kast&, const kast::Lezer&)>
      onder_slot{};  // a last look, when nobody else can write
  std::string bron;  // the file that a command made the document from, when that is not --van
  bool sjabloon = false;

 private:
  /// Throws Fout(document) when the document has that field, which pga fills in.
  void eis_leeg(const Waarde& document, const std::string& veld) const;

  struct VeldVlag {
    std::string naam;
    std::optional<std::string> waarde;
    bool vanzelf;  // set by the command: the document may say otherwise
  };
  std::vector<VeldVlag> vlaggen_;
};

/// The last word of a command on its document, when the dossier is known: fill in a reference, or print what is
/// about to be signed. May throw Fout.
using Aanvullen =
    std::function<void(const kast::GeladenDossier& dossier, const kast::Lezer& lezer, Waarde& document)>;

/// Prints the template of a soort; with --stap what that stap asks for. Throws Fout(gebruik) for a stap that is
/// none.
int toon_sjabloon(Omgeving& omgeving, const std::string& soort, const StukOpties& opties);

/// The digest of the stuk that a user names: the number that pga toon prints, its digest, the start of it, or its
/// file. Throws Fout(gebruik), naming `wat`, when there is not exactly one.
[[nodiscard]] std::string zoek_stuk(const kast::GeladenDossier& dossier, std::string_view wat,
                                    const std::string& tekst);
/// That number of a stuk of the dossier.
[[nodiscard]] std::size_t plaats_van(const kast::GeladenDossier& dossier, const std::string& digest);

/// Throws what leg_vast() would for a role that may not or a dossier that is not there, before anybody is asked a
/// question.
void eis_mag_vastleggen(Omgeving& omgeving, const std::string& soort, const StukOpties& opties);

/// Writes a stuk. Without a number it opens a dossier. Prints the number to `uit`. The exit code.
int leg_vast(Omgeving& omgeving, const std::string& soort, const StukOpties& opties,
             const Aanvullen& aanvullen = {});

/// Records that the vote of the user's own organisation in the newest `soort` (weging, afsluiting) stands as
/// written, or not (--klopt nee). Whoever voted may come back on an earlier word, with --vervangt or without.
int bevestig(Omgeving& omgeving, const std::string& soort, StukOpties& opties);

/// The soort of the stuk that --vervangt names: a correction is of the same soort.
[[nodiscard]] std::string vervangen_soort(const Omgeving& omgeving, const StukOpties& opties);

/// Throws Fout(gebruik) when the dossier that was named is the one of the gemeente, and a soort belongs to a case.
void eis_casus(const StukOpties& opties, const std::string& soort);

/// Throws Fout(gebruik) when a command that needs a number got none.
void eis_nummer(const StukOpties& opties, std::string_view opdracht);

}  // namespace pga::cli
