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
#include <utility>
#include <vector>

#include "cli/omgeving.h"
#include "cli/opdracht.h"
#include "lib/basis/waarde.h"
#include "lib/kast/laad.h"

namespace pga::cli {

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
  /// Sets a field as if its flag had been given; for what a command knows itself.
  void zet(const std::string& veld, const std::string& waarde);
  /// Throws Fout(document) when the document has one of these fields, which pga fills in.
  void eis_leeg(const Waarde& document, std::span<const char* const> velden) const;
  [[nodiscard]] bool heeft_invoer() const;
  /// The value of a field's flag, if it was given.
  [[nodiscard]] std::optional<std::string> vlag(std::string_view veld) const;
  /// The options that were given, as the user writes them: "--van", "--laatste-verwerking".
  [[nodiscard]] std::vector<std::string> gegeven() const;
  /// The name of the document for messages.
  [[nodiscard]] std::string bestand() const { return van.value_or(bron.empty() ? "(opties)" : bron); }

  std::optional<std::string> nummer;
  std::optional<std::string> van;
  std::optional<std::string> vervangt;
  Waarde eigen = Waarde::kaart();              // fields that the command brings, and the document may not have
  std::vector<kast::NieuwBestand> vooraf{};    // what goes with the stuk, before it; set by the Aanvullen
  std::vector<kast::NieuwBestand> achteraf{};  // and after it
  std::vector<kast::Pad> wissen{};             // key files that go with what stands in `vooraf`
  std::function<void(const kast::Kast&, const kast::Lezer&)>
      onder_slot{};  // a last look, when nobody else can write
  std::string bron;  // the file that a command made the document from, when that is not --van
  bool sjabloon = false;

 private:
  struct VeldVlag {
    std::string naam;
    std::optional<std::string> waarde;
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
