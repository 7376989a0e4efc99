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
#include <utility>
#include <vector>

#include "cli/wachtwoord.h"
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

/// A file with identities of the user, as it was read; what was read is wiped when it goes.
struct IdentiteitBestand {
  IdentiteitBestand(kast::Pad p, std::string b) : pad(std::move(p)), bytes(std::move(b)) {}
  IdentiteitBestand(IdentiteitBestand&&) = default;
  IdentiteitBestand& operator=(IdentiteitBestand&&) = default;
  IdentiteitBestand(const IdentiteitBestand&) = delete;
  IdentiteitBestand& operator=(const IdentiteitBestand&) = delete;
  ~IdentiteitBestand() { seal::wipe(bytes.data(), bytes.size()); }

  kast::Pad pad;
  std::string bytes;
};

/// Whether the bytes of an identity file need a passphrase.
[[nodiscard]] bool heeft_wachtwoord(std::string_view bytes);

/// Under which name the keyring keeps what such a file holds: this beginning, and the file itself, so that another
/// one is never meant.
inline constexpr std::string_view kSleutelring = "pga:";
[[nodiscard]] std::string sleutelring_naam(std::string_view bytes);

class Omgeving {
 public:
  Omgeving(std::ostream& uit, std::ostream& fout);

  Globaal globaal;
  std::ostream& uit;
  std::ostream& fout;

  /// The day that counts as today: --peildatum, or the date in Amsterdam. Throws Fout(gebruik).
  [[nodiscard]] Datum vandaag() const;
  /// The moment of that day, to the minute; nothing with --peildatum, which names a day only.
  [[nodiscard]] std::optional<termijn::Moment> moment() const;
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

  /// The files with the user's own identities: those of PGA_IDENTITEIT (a colon between them), else the credential
  /// pga-sleutel of systemd, else the fixed place. Throws Fout(gebruik) when that is not known.
  [[nodiscard]] std::vector<kast::Pad> identiteit_paden() const;
  /// The first of them.
  [[nodiscard]] kast::Pad identiteit_pad() const;
  /// What stands in those that are there: one may be on a stick that is elsewhere. Throws Fout(sleutel) when none
  /// is, or when one cannot be read.
  [[nodiscard]] std::vector<IdentiteitBestand> identiteit_bestanden() const;
  /// Those that need no passphrase, or are kept unlocked (keyring.h); when there are none, the first is unlocked.
  /// Each passphrase is asked for once a command. Throws Fout(sleutel).
  [[nodiscard]] std::vector<seal::Identity> identiteiten() const;
  [[nodiscard]] bool heeft_identiteit() const;
  /// Who the user is in that kast. Throws Fout(sleutel) when nobody.
  [[nodiscard]] kast::Lezer lezer(const kast::Kast& kast) const;
  /// The same, or a reader without an id when the user is nobody or has no key.
  [[nodiscard]] kast::Lezer lezer_of_niemand(const kast::Kast& kast) const;

  /// What the command opened, by kast: lezer() sees to it that it is noted, cli/logboek.h records it.
  mutable std::map<kast::Pad, std::shared_ptr<kast::Inzage>> inzagen;
  /// What it saw of each kast, to be remembered: cli/geheugen.h does. And what was remembered when it was opened.
  mutable std::map<kast::Pad, kast::Herinnering> gezien;
  mutable std::map<kast::Pad, kast::Herinnering> herinnerd;
  mutable bool logsleutels_af = false;  // keys of the log that this gebruiker kept go when the command is done
  std::string handeling;                // the command, as the log names it
  std::string doel;                     // for which purpose, when the command asks for one

  /// Asks for a passphrase (wachtwoord.h). Throws Fout(sleutel) when there is none to be had.
  [[nodiscard]] seal::SecretBytes vraag_wachtwoord(const std::string& vraag,
                                                   Wachtwoord soort = Wachtwoord::bestaand) const;
  [[nodiscard]] bool terminal() const;

  /// A remark on stderr, unless -q.
  void meld(std::string_view tekst) const;
  /// Findings on stderr: "pga: let op: …".
  void meld(const std::vector<Bevinding>& bevindingen) const;

 private:
  [[nodiscard]] std::shared_ptr<kast::Inzage> inzage(const kast::Kast& kast) const;
  /// Says so when others may read the file with the user's key.
  void waarschuw_rechten(const kast::Pad& pad) const;

  /// Reads all files; what opens without asking is unlocked.
  void zoek_identiteiten() const;
  /// Unlocks the next file that needs a passphrase; false when there is none.
  bool ontgrendel_volgende() const;
  /// The reader, for whom files are unlocked until one of them is a gebruiker of the kast.
  [[nodiscard]] kast::Lezer zoek_lezer(const kast::Kast& kast) const;

  mutable std::vector<seal::Identity> ontgrendeld_;
  mutable std::vector<IdentiteitBestand> op_slot_;  // that need a passphrase
  mutable bool gezocht_ = false;
};

}  // namespace pga::cli
