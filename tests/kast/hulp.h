// SPDX-License-Identifier: EUPL-1.2
//
// A real kast in a directory of its own, with gebruikers and their identities, written through lib/kast.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/kast/beheer.h"
#include "lib/kast/bestand.h"
#include "lib/kast/controleer.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/voornemen.h"
#include "lib/seal/keys.h"

namespace pga::test {

/// A directory that is gone when the object is.
class TijdelijkeMap {
 public:
  TijdelijkeMap();
  TijdelijkeMap(const TijdelijkeMap&) = delete;
  TijdelijkeMap& operator=(const TijdelijkeMap&) = delete;
  ~TijdelijkeMap();
  [[nodiscard]] const kast::Pad& pad() const { return pad_; }

 private:
  kast::Pad pad_;
};

/// reg1 (burgemeester, regisseur), pol1 and om1 (weegploeg), rvdk1 (deelnemer) and wacht1 (machine, termijnwacht),
/// all from the first version of beheer on.
class ProefKast {
 public:
  ProefKast();
  /// Another work place with the same gebruikers: its files are for the caller to copy.
  ProefKast(const ProefKast& bron, const kast::Pad& map);

  [[nodiscard]] kast::Kast open() const { return {map, sleutels}; }
  [[nodiscard]] kast::Lezer lezer(const std::string& id, Datum dag = Datum(2026, 6, 1)) const;
  [[nodiscard]] kast::GeladenDossier laad(const std::string& nummer, const std::string& id,
                                          kast::Diepte diepte = kast::Diepte::alles) const;
  /// The findings of controleer on one dossier, as that gebruiker sees it; nobody when empty.
  [[nodiscard]] std::vector<Bevinding> controleer(const std::string& nummer, const std::string& id) const;

  /// Opens a dossier with the melding of the first example; the number.
  std::string melding(const std::string& id = "reg1", Datum dag = Datum(2026, 1, 12)) const;
  /// Adds the document of an example ("1-opgenomen/03-weging") to a dossier; the digest of the stuk.
  std::string stuk(const std::string& nummer, const std::string& voorbeeld, const std::string& id = "reg1",
                   Datum dag = Datum(2026, 2, 4)) const;
  /// The next version of beheer, signed by `door`.
  void beheer(const Waarde& document, const std::string& door = "reg1", Datum dag = Datum(2026, 1, 6)) const;

  /// Every file of the kast and its keys.
  [[nodiscard]] std::vector<kast::Pad> bestanden() const;

  kast::Pad map;
  kast::Pad sleutels;
  std::map<std::string, seal::Identity> identiteiten;

 private:
  std::optional<TijdelijkeMap> eigen_;
};

/// A gebruiker in that document of beheer, with a key since 6 January 2026; the identity is made when there is
/// none.
void voeg_gebruiker_toe(ProefKast& k, Waarde& document, const std::string& id, const std::string& organisatie,
                        const std::vector<std::string>& rollen,
                        const std::string& aangewezen_door = "burgemeester");
/// For each role a gebruiker of that name, from the next version of beheer on.
void wijs_aan(ProefKast& k, const std::vector<std::string>& rollen);

/// The document of an example, by the end of its name without ".yaml", and its soort.
[[nodiscard]] kast::StukOpdracht opdracht(const std::string& voorbeeld, Datum dag);

[[nodiscard]] std::string lees(const kast::Pad& pad);
/// Replaces what stands in a file, as an attacker or a bad disk would.
void overschrijf(const kast::Pad& pad, const std::string& bytes);
/// Copies what one place has and the other lacks, as git and a copy of sleutels/ do. Whether a file was there with
/// other content.
[[nodiscard]] bool voeg_samen(const kast::Pad& van, const kast::Pad& naar);
/// Whether there is a finding of that kind, with that text.
[[nodiscard]] bool bevat(const std::vector<Bevinding>& bevindingen, FoutSoort soort, const std::string& tekst = {});
/// Whether something that a batch made aside still lies there.
[[nodiscard]] bool heeft_resten(const kast::Pad& map);

}  // namespace pga::test
