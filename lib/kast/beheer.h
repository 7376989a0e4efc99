// SPDX-License-Identifier: EUPL-1.2
//
// beheer: the signed, versioned list of gebruikers and policy of a kast, beheer/<versie>-<hash8>.yaml.
//
// Each version names the one before it and is signed by a gebruiker whom that one allows to; the digest of version
// 1 is the fingerprint of the kast. A chain that does not verify whole is refused (exit 13): nothing in a kast can
// be trusted without it. Versions are added, never changed. Versions that two clones added side by side are each
// right; one line of them is the chain, the others stand beside it (dubbel.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/namen.h"
#include "lib/basis/waarde.h"
#include "lib/kast/bestand.h"
#include "lib/proces/rollen.h"
#include "lib/seal/keys.h"
#include "lib/seal/minisign.h"

namespace pga::kast {

/// One key pair of a gebruiker, and when it counts.
struct GebruikerSleutel {
  seal::Recipient opent;
  seal::VerifyKey tekent;
  Datum van;
  std::optional<Datum> tot;
  std::optional<std::string>
      ijkpunt{};  // of a key that ended: what it signed counts only if this has it (ijkpunt.h)
};

struct Gebruiker {
  GebruikerId id;
  std::string organisatie;
  std::string gemeente;
  std::vector<std::string> rollen;
  std::string aangewezen_door;
  std::vector<GebruikerSleutel> sleutels;
  std::optional<GebruikerId> vervangt = std::nullopt;  // takes part instead of this one, of the same organisatie

  [[nodiscard]] bool heeft_rol(std::string_view rol) const;
  /// Whether the roles coordinate cases (rollen.h).
  [[nodiscard]] bool is_regisseur() const;
  /// Whether the roles keep a copy to recover from.
  [[nodiscard]] bool is_reserve() const;
  /// The newest key that has not ended on that day; nullptr when there is none.
  [[nodiscard]] const GebruikerSleutel* sleutel_op(Datum dag) const;
  /// The public halves of every key that has not ended on that day, oldest first: to each a key file is sealed.
  [[nodiscard]] std::vector<seal::Recipient> openers_op(Datum dag) const;
};

/// One version.
struct BeheerVersie {
  int versie = 0;
  Datum datum{1970, 1, 1};
  std::string digest;
  std::string vorige;  // digest; empty for version 1
  std::optional<GebruikerId> door;
  std::vector<Gebruiker> gebruikers;
  Waarde document;           // gemeente, contactpunt, fg, beleid, gebruikers as written
  proces::Leesbeleid leest;  // of its beleid
  std::string bestand;

  [[nodiscard]] const Gebruiker* vind(const GebruikerId& id) const;
};

/// Whether somebody with a key in force on that day may sign the version after it (rollen.h).
[[nodiscard]] bool heeft_ondertekenaar(const BeheerVersie& versie, Datum dag);

/// The versions of a kast, each signed by one whom the version before it allows to.
struct Beheerketen {
  std::vector<BeheerVersie> keten;  // from version 1 to the one in force
  std::vector<BeheerVersie> naast;  // the others, by number
};

/// Reads and verifies all versions. The newest is in force; of two of one number the one with the lowest digest.
/// Throws Fout(integriteit) at the first version that is not right; Fout(geen_kast) when there is none.
[[nodiscard]] Beheerketen lees_beheer(const Pad& kast);

/// The next version (or the first, when `vorige` is nullptr): `document` holds gemeente, contactpunt, fg,
/// beleid and gebruikers, validated.
[[nodiscard]] NieuwBestand maak_beheer(const Pad& kast, const BeheerVersie* vorige, const Waarde& document,
                                       Datum datum, const GebruikerId& door, const seal::SigningKey& key);

/// The version in a file of maak_beheer(), which lies in no kast yet.
[[nodiscard]] BeheerVersie als_versie(const NieuwBestand& bestand);

/// The gebruikers of a validated document. Throws Fout(document) for what the schema cannot say: ids twice, a derde
/// or somebody whom no deelnemer designated (kind geweigerd: article 12 lid 3 Wet PGA, article 11 Besluit PGA).
[[nodiscard]] std::vector<Gebruiker> lees_gebruikers(const Waarde& document, std::string_view bestand);

/// A gebruiker as a document has it.
[[nodiscard]] Waarde als_waarde(const Gebruiker& gebruiker);

}  // namespace pga::kast
