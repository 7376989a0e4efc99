// SPDX-License-Identifier: EUPL-1.2
//
// The keys of the log, one pair a year: sleutels/logboek-<jaar>/openbaar-<hash8>.yaml and <gebruiker>-<hash8>.age.
// As the keys of a dossier they lie outside git, no label in them is trusted, and destroying them is what makes the
// entries of a year unreadable. Inside lib/kast only.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/kast/kast.h"

namespace pga::kast {

[[nodiscard]] Pad logsleutel_map(const Pad& sleutels, int jaar);

struct Jaarsleutel {
  std::string verbintenis;
  seal::Recipient openbaar;
  std::vector<std::string>
      vervangt;            // commitments of the keys of the year that there were when it was made, sorted
  bool voorlopig = false;  // made by whoever reads no dossier, who could have kept it
};

/// The key that entries of a year are sealed to: one that is not voorlopig, of those the one that replaces most, of
/// two made in two clones the one with the lowest commitment. Nothing when there is none. Throws Fout when one
/// cannot be read.
[[nodiscard]] std::optional<Jaarsleutel> jaarsleutel(const Pad& sleutels, int jaar);

/// The public keys of a year, by commitment. Throws Fout when one cannot be read.
[[nodiscard]] std::map<std::string, seal::Recipient> jaarsleutels(const Pad& sleutels, int jaar);

/// A new key for the year of that day, in the place of all there are, its files added to `uit`. The maker keeps
/// nothing of it; who could not be trusted in that makes one that is voorlopig. Throws Fout(sleutel) when nobody
/// could have it.
[[nodiscard]] Jaarsleutel maak_jaarsleutel(const Pad& sleutels, const BeheerVersie& beheer, Datum dag,
                                           bool voorlopig, std::vector<NieuwBestand>& uit);

/// What goes on to the role that reads the log.
struct Doorgegeven {
  std::vector<NieuwBestand> bestanden;
  std::vector<Pad> wissen;  // the key files of a keeper, once all of these stand
};

/// Key files of every year that the reader holds, for gebruikers with the role rechtmatigheid who have none yet, or
/// fewer than there are keys; for the reader too, where only an older one of several identities opens them. A
/// reader without that role, who kept the keys until there was somebody with it, hands on all. Once one of those
/// has shown to hold the key that they are sealed to (`bewezen`), the keeper's files that opened go, and the newest
/// year gets a key that the keeper never held: a wrong key line must not make the log unreadable for ever.
[[nodiscard]] Doorgegeven geef_jaarsleutels_door(const Pad& sleutels, const BeheerVersie& beheer,
                                                 const Lezer& lezer, Datum dag,
                                                 const std::function<bool(const Gebruiker&)>& bewezen);

/// What a change of a gebruiker does to their key files of the log.
struct LogsleutelRonde {
  std::vector<NieuwBestand> bestanden;
  std::vector<Pad> wissen;
  std::vector<int> jaren;        // of which the key files change
  std::vector<int> ongewijzigd;  // of which the reader has no key to give: the files stay as they are
  std::vector<int> vernieuwd;    // of which entries are sealed to a new key from then on
};

/// With `houdt` false all key files of that gebruiker go; else they are made anew for each key in force, where the
/// reader holds the key, and the old ones go (with `gestolen` also where not, if somebody else holds it). The
/// newest year gets a new key when they held one and it was stolen or they hold none any more. Throws
/// Fout(geweigerd) when nobody could read the log of a year any more.
[[nodiscard]] LogsleutelRonde wijzig_jaarsleutels(const Pad& sleutels, const BeheerVersie& straks,
                                                  const Lezer& lezer, const Gebruiker& wie, bool houdt,
                                                  bool gestolen, Datum dag);

/// The secret keys of a year that the reader holds, by commitment; key files that do not open are left out.
[[nodiscard]] std::map<std::string, seal::Identity> mijn_jaarsleutels(const Pad& sleutels, int jaar,
                                                                      const Lezer& lezer);

}  // namespace pga::kast
