// SPDX-License-Identifier: EUPL-1.2
//
// Omgeving: the outside world of a command, as far as the program lets it in: streams, terminal, environment,
// clock, and the global options. main() makes the real one.
//
// Discipline: results to `uit`, messages to `fout`, secrets to and from the terminal only. Silent success.
#pragma once

#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/kast/geheugen.h"
#include "lib/kast/kast.h"
#include "lib/seal/secret.h"
#include "lib/termijn/kalender.h"
#include "lib/weergave/tekst.h"

namespace pga::cli {

/// The options that every subcommand takes, before or after its name.
struct Globaal {
  std::vector<std::string> kasten;
  std::optional<std::string> peildatum;
  std::optional<std::string> kleur;
  bool json = false;
  bool droog = false;
  bool stil = false;
  bool uitgebreid = false;
  bool geen_invoer = false;
};

class Omgeving {
 public:
  Omgeving(std::ostream& uit, std::ostream& fout);

  Globaal globaal;
  std::ostream& uit;
  std::ostream& fout;

  /// The day that counts as today: --peildatum, or the date in Amsterdam. Throws Fout(gebruik).
  [[nodiscard]] Datum vandaag() const;
  /// The real moment, in Amsterdam.
  [[nodiscard]] termijn::Moment nu() const;
  /// Width and colour for text to `uit`; for messages to `fout`. Throws Fout(gebruik) for a --kleur that is none.
  [[nodiscard]] weergave::Stijl stijl() const;
  [[nodiscard]] weergave::Stijl stijl_fout() const;

  /// The directories of the kasten to look at: -C, PGA_KAST, or the nearest one upward from here. At least one.
  [[nodiscard]] std::vector<kast::Pad> kasten() const;
  /// The directory of the one kast that a command works on. Throws Fout(gebruik) when more were named.
  [[nodiscard]] kast::Pad enige_kast() const;
  /// The one kast a writing command works on. Throws Fout(gebruik) when more were named.
  [[nodiscard]] kast::Kast open_kast() const;
  /// Throws Fout(integriteit) when it is not the kast that this computer knew (geheugen.h).
  [[nodiscard]] kast::Kast open_kast(const kast::Pad& map) const;
  /// The same, with those objections in `bezwaren`: to look at a kast that is not right.
  [[nodiscard]] kast::Kast open_kast(const kast::Pad& map, std::vector<Bevinding>& bezwaren) const;
  /// Where the keys of a kast lie: PGA_SLEUTELS (with one kast only), else its directory sleutels.
  [[nodiscard]] kast::Pad sleutels_van(const kast::Pad& map) const;

  /// Where this computer remembers what it saw (geheugen.h): PGA_GEHEUGEN, else pga in XDG_STATE_HOME, else in
  /// ~/.local/state. Nothing when none of these is set.
  [[nodiscard]] std::optional<kast::Pad> geheugen_pad() const;

  /// The file with the user's own identities.
  [[nodiscard]] kast::Pad identiteit_pad() const;
  /// Reads and unlocks it (once a command). Throws Fout(sleutel).
  [[nodiscard]] std::vector<seal::Identity> identiteiten() const;
  [[nodiscard]] bool heeft_identiteit() const;
  /// Who the user is in that kast. Throws Fout(sleutel) when nobody.
  [[nodiscard]] kast::Lezer lezer(const kast::Kast& kast) const;
  /// The same, or a reader without an id when the user is nobody or has no key.
  [[nodiscard]] kast::Lezer lezer_of_niemand(const kast::Kast& kast) const;

  /// What the command opened, by kast: lezer() sees to it that it is noted, cli/logboek.h records it.
  mutable std::map<kast::Pad, std::shared_ptr<kast::Inzage>> inzagen;
  /// What it saw of each kast, to be remembered: cli/geheugen.h does.
  mutable std::map<kast::Pad, kast::Herinnering> gezien;
  std::string handeling;  // the command, as the log names it
  std::string doel;       // for which purpose, when the command asks for one

  /// Asks for a passphrase: PGA_WACHTWOORD_FD, else the terminal without echo. Throws Fout(sleutel) when neither is
  /// possible.
  [[nodiscard]] seal::SecretBytes vraag_wachtwoord(const std::string& vraag) const;
  [[nodiscard]] bool terminal() const;

  /// A remark on stderr, unless -q.
  void meld(std::string_view tekst) const;
  /// Findings on stderr: "pga: let op: …".
  void meld(const std::vector<Bevinding>& bevindingen) const;

 private:
  [[nodiscard]] std::shared_ptr<kast::Inzage> inzage(const kast::Kast& kast) const;
  /// Says so when others may read the file with the user's key.
  void waarschuw_rechten(const kast::Pad& pad) const;

  mutable std::vector<seal::Identity> ontgrendeld_;
  mutable bool is_ontgrendeld_ = false;
};

}  // namespace pga::cli
