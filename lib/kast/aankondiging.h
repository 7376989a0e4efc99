// SPDX-License-Identifier: EUPL-1.2
//
// Which keys a dossier is sealed to, through time. The opening announces a key for each compartment; a stuk of the
// soort toegang announces new ones for some. A later announcement supersedes what its ancestors announced; of keys
// announced side by side the one with the lowest commitment counts, until a next stuk announces another.
//
// Pure: links and commitments in, commitments out. Says nothing about who holds a key.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/stuk/omslag.h"

namespace pga::kast {

/// A stuk as far as it concerns keys.
struct Aankondiging {
  std::string digest;
  std::vector<std::string> vorige;
  stuk::Verbintenissen sleutels;  // what it announces; empty texts: nothing for that compartment
  bool leesbaar = true;           // false: it is closed to the reader, and may announce something
};

class Sleutelperioden {
 public:
  Sleutelperioden() = default;
  /// `stukken`: in the order of the fold, each after those it follows on.
  explicit Sleutelperioden(const std::vector<Aankondiging>& stukken);

  /// The commitment that a stuk must be sealed to: what it announces itself, else what was in force where it was
  /// written. Empty when nothing is announced.
  [[nodiscard]] const std::string& van(const std::string& digest, Compartiment c) const;
  /// Whether a stuk that the reader cannot see lies in the past of this one, so that van() may not be the last
  /// word.
  [[nodiscard]] bool onzeker(const std::string& digest) const;
  /// What is in force for a stuk that follows on all the others.
  [[nodiscard]] const stuk::Verbintenissen& nu() const { return nu_.sleutels; }
  /// The stuk that announced that key. Empty when nothing is announced.
  [[nodiscard]] const std::string& aankondiger(Compartiment c) const {
    return nu_.door.at(static_cast<std::size_t>(c));
  }
  /// The stuk that announced the key in force where this one was written, before what it announces itself. Empty
  /// when nothing is announced.
  [[nodiscard]] const std::string& aankondiger_voor(const std::string& digest, Compartiment c) const;
  /// Whether more than one key was in force there, announced side by side.
  [[nodiscard]] bool dubbel_voor(const std::string& digest, Compartiment c) const;
  /// What was announced for a compartment before that stuk, in its past.
  [[nodiscard]] std::set<std::string> eerder(const std::string& digest, Compartiment c) const;
  /// The compartments of which more than one key is in force, announced side by side.
  [[nodiscard]] const std::vector<Compartiment>& dubbel() const { return dubbel_; }
  /// Every commitment ever announced for a compartment, oldest first.
  [[nodiscard]] const std::vector<std::string>& alle(Compartiment c) const {
    return alle_.at(static_cast<std::size_t>(c));
  }

 private:
  using Fronten = std::array<std::set<std::size_t>, kCompartimenten.size()>;
  /// The keys that count, and by which stuk.
  struct Keuze {
    stuk::Verbintenissen sleutels;
    std::array<std::string, kCompartimenten.size()> door;
  };
  struct Stand {
    Fronten fronten;               // the announcements in force, per compartment
    std::set<std::size_t> eerder;  // every announcement in its past, itself included
    bool onzeker = false;
    Keuze keuze;  // with what it announces itself
    Keuze voor;   // without
    std::array<bool, kCompartimenten.size()> dubbel_voor{};
  };

  void voeg_samen(Stand& in, const Stand& ouder) const;
  void snoei(Stand& stand) const;
  [[nodiscard]] Keuze laagste(const Stand& stand) const;

  std::vector<Aankondiging> kondigt_aan_;
  std::vector<std::set<std::size_t>> eerder_;  // of each announcement: those before it, itself not included
  std::map<std::string, Stand> standen_;
  Keuze nu_;
  std::vector<Compartiment> dubbel_;
  std::array<std::vector<std::string>, kCompartimenten.size()> alle_;
};

}  // namespace pga::kast
