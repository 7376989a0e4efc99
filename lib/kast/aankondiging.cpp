// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/aankondiging.h"

#include <algorithm>

namespace pga::kast {
namespace {

bool kondigt_iets_aan(const Aankondiging& a) {
  return std::any_of(a.sleutels.begin(), a.sleutels.end(), [](const std::string& s) { return !s.empty(); });
}

}  // namespace

Sleutelperioden::Sleutelperioden(const std::vector<Aankondiging>& stukken) {
  Stand alles;
  for (const Aankondiging& s : stukken) {
    Stand stand;
    stand.onzeker = !s.leesbaar;
    for (const std::string& ouder : s.vorige) {
      const auto er = standen_.find(ouder);
      if (er != standen_.end()) voeg_samen(stand, er->second);
    }
    snoei(stand);
    stand.voor = laagste(stand);
    for (const Compartiment c : kCompartimenten) {
      stand.dubbel_voor.at(plaats(c)) = stand.fronten.at(plaats(c)).size() > 1;
    }
    if (kondigt_iets_aan(s)) {
      const std::size_t hier = kondigt_aan_.size();
      kondigt_aan_.push_back(s);
      eerder_.push_back(stand.eerder);
      stand.eerder.insert(hier);
      for (const Compartiment c : kCompartimenten) {
        const std::string& sleutel = s.sleutels.at(plaats(c));
        if (sleutel.empty()) continue;
        stand.fronten.at(plaats(c)) = {hier};
        alle_.at(plaats(c)).push_back(sleutel);
      }
    }
    stand.keuze = laagste(stand);
    voeg_samen(alles, stand);
    standen_.emplace(s.digest, std::move(stand));
  }
  snoei(alles);
  nu_ = laagste(alles);
  for (const Compartiment c : kCompartimenten) {
    if (alles.fronten.at(plaats(c)).size() > 1) dubbel_.push_back(c);
  }
}

const std::string& Sleutelperioden::van(const std::string& digest, Compartiment c) const {
  static const std::string niets;
  const auto er = standen_.find(digest);
  return er == standen_.end() ? niets : er->second.keuze.sleutels.at(plaats(c));
}

const std::string& Sleutelperioden::aankondiger_voor(const std::string& digest, Compartiment c) const {
  static const std::string niemand;
  const auto er = standen_.find(digest);
  return er == standen_.end() ? niemand : er->second.voor.door.at(plaats(c));
}

bool Sleutelperioden::dubbel_voor(const std::string& digest, Compartiment c) const {
  const auto er = standen_.find(digest);
  return er != standen_.end() && er->second.dubbel_voor.at(plaats(c));
}

std::set<std::string> Sleutelperioden::eerder(const std::string& digest, Compartiment c) const {
  std::set<std::string> uit;
  const auto er = standen_.find(digest);
  if (er == standen_.end()) return uit;
  for (const std::size_t a : er->second.eerder) {
    const Aankondiging& stuk = kondigt_aan_.at(a);
    if (stuk.digest != digest && !stuk.sleutels.at(plaats(c)).empty()) uit.insert(stuk.sleutels.at(plaats(c)));
  }
  return uit;
}

bool Sleutelperioden::onzeker(const std::string& digest) const {
  const auto er = standen_.find(digest);
  return er == standen_.end() || er->second.onzeker;
}

void Sleutelperioden::voeg_samen(Stand& in, const Stand& ouder) const {
  in.onzeker = in.onzeker || ouder.onzeker;
  in.eerder.insert(ouder.eerder.begin(), ouder.eerder.end());
  for (std::size_t i = 0; i < in.fronten.size(); ++i) {
    in.fronten.at(i).insert(ouder.fronten.at(i).begin(), ouder.fronten.at(i).end());
  }
}

/// What another announcement in the same front came after, no longer counts.
void Sleutelperioden::snoei(Stand& stand) const {
  for (std::set<std::size_t>& front : stand.fronten) {
    std::set<std::size_t> blijft;
    for (const std::size_t a : front) {
      const bool ingehaald =
          std::any_of(front.begin(), front.end(), [&](std::size_t b) { return eerder_.at(b).count(a) != 0; });
      if (!ingehaald) blijft.insert(a);
    }
    front = std::move(blijft);
  }
}

Sleutelperioden::Keuze Sleutelperioden::laagste(const Stand& stand) const {
  Keuze uit;
  for (std::size_t i = 0; i < uit.sleutels.size(); ++i) {
    for (const std::size_t a : stand.fronten.at(i)) {
      const std::string& sleutel = kondigt_aan_.at(a).sleutels.at(i);
      if (!uit.sleutels.at(i).empty() && uit.sleutels.at(i) <= sleutel) continue;
      uit.sleutels.at(i) = sleutel;
      uit.door.at(i) = kondigt_aan_.at(a).digest;
    }
  }
  return uit;
}

}  // namespace pga::kast
