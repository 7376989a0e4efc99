// SPDX-License-Identifier: EUPL-1.2
//
// Wereld: two places where the same case is worked on by several people, day after day, in an order that a seed
// fixes. What can be done to access is done; after each step every key that lies there is tried.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "lib/kast/toegangsoverzicht.h"
#include "tests/kast/hulp.h"
#include "tests/kast/leest.h"

namespace pga::test {

/// Who keeps a closed case.
enum class Bewaarders { geen, van_begin, later };

class Wereld {
 public:
  /// `eigen`: regisseurs read their own cases only, and proc1 does what is for all cases.
  Wereld(std::uint32_t zaad, bool eigen);

  /// One step, here or there; a few days may pass first.
  void doe_iets();

  /// In both places: what pga toegang says of each stuk is what the keys open, and each compartment of each stuk
  /// opens to somebody who should read it and is no reserve.
  void toets() const;

  [[nodiscard]] const std::string& gedaan() const { return gedaan_; }

 private:
  [[nodiscard]] std::uint32_t kies(std::uint32_t n) { return static_cast<std::uint32_t>(toeval_()) % n; }
  [[nodiscard]] std::string kies_wie();
  void noteer(const ProefKast& k, const std::string& wat);
  [[nodiscard]] kast::GeladenDossier laad(const ProefKast& k, const std::string& wie = {}) const;
  [[nodiscard]] kast::Lezer lezer(const ProefKast& k, const std::string& wie) const;
  [[nodiscard]] std::string geschreven() const { return dag_.tekst() + "T12:00:00+01:00"; }

  void laat_toe(ProefKast& k);
  void trek_in(ProefKast& k);
  void draag_over(ProefKast& k);
  void wijs_aan(ProefKast& k);
  void vernieuw(ProefKast& k);
  void beoordeel(ProefKast& k);
  void oordeel(ProefKast& k);
  void schrijf(ProefKast& k);
  void sluit(ProefKast& k);
  void haal_weg();
  /// What reg1 does as long as the case is his.
  [[nodiscard]] std::string schrijver(const ProefKast& k) const;
  void vernieuw_sleutel();
  void bewaarders_komen();
  /// Both have what either had; perhaps the next writer mends it at once.
  void samen();

  void nieuwe_gebruikers(const std::vector<std::vector<std::string>>& rijen);
  void geef(const std::vector<std::string>& wie);
  void wijzig(ProefKast& k, const Waarde& document, const std::string& wie = {});
  /// `wie` adds a stuk, unless that gebruiker cannot read the case there.
  void leg(ProefKast& k, const kast::StukOpdracht& opdracht, const std::string& wie);
  void toets(const ProefKast& k) const;
  void toets_nieuw(const ProefKast& k, const std::string& stuk, bool van_regisseur) const;
  void toets_lezer(const kast::GeladenStuk& stuk, const std::map<std::string, PerStuk>& opent_nu,
                   const std::map<std::string, PerStuk>& hoort, bool uiteen) const;

  std::mt19937 toeval_;
  ProefKast hier_;
  TijdelijkeMap map_;
  ProefKast daar_;
  std::string nummer_;
  Datum dag_{2026, 3, 2};
  Bewaarders bewaarders_;
  bool eigen_;
  bool apart_;                                   // what a partner finds waits for the joint judgment
  std::string regie_;                            // who reads all, and signs beheer
  std::map<std::string, std::string> sleutels_;  // of each gebruiker, the name of the identity in force
  int nieuw_ = 0;
  std::string gedaan_;
};

}  // namespace pga::test
