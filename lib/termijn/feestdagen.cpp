// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/feestdagen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pga::termijn {
namespace {

constexpr std::string_view kLid1 = "artikel 3, lid 1, Atw";
constexpr std::string_view kLid2 = "artikel 3, lid 2, Atw";
constexpr std::string_view kLid3 = "artikel 3, lid 3, Atw";
constexpr std::string_view kKoningsdag = "koningsdag";
constexpr std::string_view kGelijkgesteld = "gelijkgestelde dag";

/// A holiday with a fixed day.
struct Vast {
  unsigned maand;
  unsigned dag;
  std::string_view naam;
  bool eu;
};
constexpr std::array kVast = {Vast{1, 1, "nieuwjaarsdag", true}, Vast{5, 5, "bevrijdingsdag", false},
                              Vast{12, 25, "1e kerstdag", true}, Vast{12, 26, "2e kerstdag", true}};

/// A holiday that moves with Easter Sunday, by the days after it.
struct NaPasen {
  int dagen;
  std::string_view naam;
  bool eu;
  std::string_view bron;
};
constexpr std::array kNaPasen = {NaPasen{-2, "goede vrijdag", false, kLid2}, NaPasen{1, "2e paasdag", true, kLid1},
                                 NaPasen{39, "hemelvaartsdag", true, kLid1},
                                 NaPasen{50, "2e pinksterdag", true, kLid1}};

/// The King's birthday is celebrated on the 26th when the 27th is a Sunday.
Datum koningsdag(int jaar) {
  const Datum dag(jaar, 4, 27);
  return dag.weekdag() == 7 ? dag.plus_dagen(-1) : dag;
}

/// A decree and its days.
struct Besluit {
  std::string_view bron;
  Datum bekend_op;
  std::vector<Datum> dagen;
};

std::vector<Besluit> besluiten() {
  return {
      {"Besluit van 8 maart 2022, nr. 2022000289, Stcrt. 2022, 7812 (BWBR0046456)",
       Datum(2022, 3, 23),
       {Datum(2023, 4, 28), Datum(2023, 5, 19), Datum(2024, 5, 10), Datum(2024, 12, 27), Datum(2025, 5, 30)}},
      {"Besluit van 1 juli 2025, nr. 2025001422, Stcrt. 2025, 24713 (BWBR0051300)",
       Datum(2025, 7, 21),
       {Datum(2026, 1, 2), Datum(2026, 5, 15), Datum(2027, 5, 7), Datum(2028, 4, 28), Datum(2028, 5, 26)}},
  };
}

}  // namespace

std::string_view naam(Regime r) {
  static constexpr std::array<std::string_view, 3> kNamen = {"eu", "atw", "kalender"};
  return kNamen.at(static_cast<std::size_t>(r));
}

std::optional<Regime> lees_regime(std::string_view tekst) {
  for (const Regime r : {Regime::eu, Regime::atw, Regime::kalender}) {
    if (naam(r) == tekst) return r;
  }
  return std::nullopt;
}

std::string_view omschrijving(Regime r) {
  static constexpr std::array<std::string_view, 3> kWoorden = {"Verordening 1182/71", "Algemene termijnenwet",
                                                               "geen verschuiving"};
  return kWoorden.at(static_cast<std::size_t>(r));
}

Kalender::Kalender(std::vector<KbDag> extra) {
  for (const Besluit& b : besluiten()) {
    for (const Datum dag : b.dagen) kb_dagen_.push_back({dag, std::string(b.bron), b.bekend_op});
  }
  for (KbDag& k : extra) {
    if (kb_dag(k.dag) == nullptr) kb_dagen_.push_back(std::move(k));
  }
  std::sort(kb_dagen_.begin(), kb_dagen_.end(), [](const KbDag& a, const KbDag& b) { return a.dag < b.dag; });
}

const Kalender& Kalender::ingebouwd() {
  static const Kalender kalender;
  return kalender;
}

const KbDag* Kalender::kb_dag(Datum dag) const {
  const auto it = std::find_if(kb_dagen_.begin(), kb_dagen_.end(), [&](const KbDag& k) { return k.dag == dag; });
  return it == kb_dagen_.end() ? nullptr : &*it;
}

bool Kalender::bekend(int jaar) const {
  return std::any_of(kb_dagen_.begin(), kb_dagen_.end(), [&](const KbDag& k) { return k.dag.jaar() == jaar; });
}

Kalender Kalender::zoals_bekend_op(Datum dag) const {
  Kalender uit = *this;
  const auto later = [&](const KbDag& k) { return k.bekend_op > dag; };
  uit.kb_dagen_.erase(std::remove_if(uit.kb_dagen_.begin(), uit.kb_dagen_.end(), later), uit.kb_dagen_.end());
  return uit;
}

// The method that Oudin published in 1940: the age of the moon by the golden number, then the Sunday after it.
Datum pasen(int jaar) {
  const int eeuw = jaar / 100;
  const int gulden = jaar % 19;
  const int correctie = (eeuw - 17) / 25;
  int maan = (eeuw - eeuw / 4 - (eeuw - correctie) / 3 + 19 * gulden + 15) % 30;
  maan -= (maan / 28) * (1 - (maan / 28) * (29 / (maan + 1)) * ((21 - gulden) / 11));
  const int weekdag = (jaar + jaar / 4 + maan + 2 - eeuw + eeuw / 4) % 7;
  const int na_21_maart = maan - weekdag;  // -6 ... 28
  const int maand = 3 + (na_21_maart + 40) / 44;
  const int dag = na_21_maart + 28 - 31 * (maand / 4);
  return Datum(jaar, static_cast<unsigned>(maand), static_cast<unsigned>(dag));
}

std::string_view feestdag(Datum dag, Regime regime, const Kalender& kalender) {
  if (regime == Regime::kalender) return {};
  const bool atw = regime == Regime::atw;
  for (const Vast& v : kVast) {
    if (dag.maand() == v.maand && dag.dag() == v.dag && (v.eu || atw)) return v.naam;
  }
  if (dag == koningsdag(dag.jaar())) return kKoningsdag;
  const int na_pasen = pasen(dag.jaar()).dagen_tot(dag);
  for (const NaPasen& p : kNaPasen) {
    if (p.dagen == na_pasen && (p.eu || atw)) return p.naam;
  }
  return atw && kalender.kb_dag(dag) != nullptr ? kGelijkgesteld : std::string_view();
}

std::vector<Feestdag> feestdagen(int jaar, Regime regime, const Kalender& kalender) {
  std::vector<Feestdag> uit;
  for (const Vast& v : kVast) {
    uit.push_back({Datum(jaar, v.maand, v.dag), std::string(v.naam), std::string(kLid1), v.eu});
  }
  uit.push_back({koningsdag(jaar), std::string(kKoningsdag), std::string(kLid1), true});
  const Datum zondag = pasen(jaar);
  for (const NaPasen& p : kNaPasen) {
    uit.push_back({zondag.plus_dagen(p.dagen), std::string(p.naam), std::string(p.bron), p.eu});
  }
  for (const KbDag& k : kalender.kb_dagen()) {
    if (k.dag.jaar() != jaar) continue;
    uit.push_back({k.dag, std::string(kGelijkgesteld), fmt::format("{}; {}", kLid3, k.bron), false, k.bekend_op});
  }
  const auto telt_niet = [&](const Feestdag& f) {
    return regime == Regime::kalender || (regime == Regime::eu && !f.eu);
  };
  uit.erase(std::remove_if(uit.begin(), uit.end(), telt_niet), uit.end());
  std::stable_sort(uit.begin(), uit.end(), [](const Feestdag& a, const Feestdag& b) { return a.dag < b.dag; });
  return uit;
}

std::string onbekende_dagen(int jaar) {
  return fmt::format("pga kent de dagen niet die in {} met een feestdag zijn gelijkgesteld ({})", jaar, kLid3);
}

}  // namespace pga::termijn
