// SPDX-License-Identifier: EUPL-1.2
//
// The fold of receipts of destruction, in the dossier gemeente.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

template <class T>
void voeg_samen(std::vector<T>& bij, const std::vector<T>& erbij) {
  bij.insert(bij.end(), erbij.begin(), erbij.end());
  std::sort(bij.begin(), bij.end());
  bij.erase(std::unique(bij.begin(), bij.end()), bij.end());
}

}  // namespace

std::vector<std::string> VernietigingStand::organisaties() const {
  std::set<std::string> uit;
  for (const Houder& h : houders) uit.insert(h.organisatie);
  return {uit.begin(), uit.end()};
}

bool VernietigingStand::heeft_bevestigd(std::string_view organisatie) const {
  return std::any_of(bevestigd.begin(), bevestigd.end(), [&](const KopieenWeg& k) {
    return k.organisatie == organisatie && voltooid_op && k.datum >= *voltooid_op;
  });
}

const VernietigingStand* Dossier::vernietiging(std::string_view nummer) const {
  const auto it = std::find_if(vernietigingen.begin(), vernietigingen.end(),
                               [&](const VernietigingStand& v) { return v.nummer == nummer; });
  return it == vernietigingen.end() ? nullptr : &*it;
}

/// Two that began beside each other are one; after it was called off it begins anew.
void Vouwer::begin_vernietiging(const Invoer& s, const Vernietiging& v, VernietigingStand& stand) {
  if (stand.ingetrokken_op && !stand.voltooid_op) stand = {v.nummer, s.digest, s.door, dag_};
  if (!stand.grond) stand.grond = v.grond;
  if (v.bedenktijd_tot) stand.bedenktijd_tot = std::max(stand.bedenktijd_tot.value_or(dag_), *v.bedenktijd_tot);
  stand.tweede = stand.tweede || v.tweede;
}

void Vouwer::vernietiging(const Invoer& s, const Vernietiging& v) {
  if (v.nummer.empty() || !v.stap) return;
  auto it = std::find_if(d_.vernietigingen.begin(), d_.vernietigingen.end(),
                         [&](const VernietigingStand& x) { return x.nummer == v.nummer; });
  if (it == d_.vernietigingen.end() && v.stap != VernietigingStap::begonnen) {
    meld(s.digest, fmt::format("van dossier {} is niet vastgelegd dat de vernietiging begon", v.nummer),
         "haal de laatste stand van de kast op (git pull)", "artikel 9 Wet PGA");
  }
  if (it == d_.vernietigingen.end()) {
    d_.vernietigingen.push_back({v.nummer, s.digest, s.door, dag_});
    it = std::prev(d_.vernietigingen.end());
  }
  if (*v.stap == VernietigingStap::begonnen) begin_vernietiging(s, v, *it);
  it->stand = std::max(it->stand, v.stand);  // who got a key, and what was planned, while it waited
  voeg_samen(it->houders, v.houders);
  voeg_samen(it->agenda, v.agenda);
  switch (*v.stap) {
    case VernietigingStap::begonnen:
      break;
    case VernietigingStap::voltooid:
      it->laatst_op = std::max(it->laatst_op.value_or(dag_), dag_);
      if (it->voltooid_op) break;  // what came back was destroyed again
      it->voltooid_op = dag_;
      it->voltooid_stuk = s.digest;
      break;
    case VernietigingStap::ingetrokken:
      it->ingetrokken_op = dag_;
      it->ingetrokken_stuk = s.digest;
      break;
    case VernietigingStap::bevestigd:
      it->bevestigd.push_back({v.organisatie, dag_, s.digest});
      break;
  }
}

void Vouwer::sluit_vernietigingen() {
  std::sort(d_.vernietigingen.begin(), d_.vernietigingen.end(),
            [](const VernietigingStand& a, const VernietigingStand& b) { return a.nummer < b.nummer; });
  for (VernietigingStand& v : d_.vernietigingen) {
    if (v.voltooid_op && v.ingetrokken_op) {
      meld(v.ingetrokken_stuk,
           fmt::format("de vernietiging van dossier {} is ingetrokken op {}, en ook voltooid op {}", v.nummer,
                       v.ingetrokken_op->lang(), v.voltooid_op->lang()),
           "wat is vernietigd, komt niet terug; laat het weten aan wie haar introk", "artikel 9 Wet PGA");
      v.ingetrokken_op.reset();
    }
    // Policy counts from the first day on which it may be completed.
    std::optional<Datum> klaar;
    if (v.bedenktijd_tot) klaar = v.bedenktijd_tot->plus_dagen(beleid_.termijnen.vernietiging_voltooien_dagen);
    d_.feiten.push_back({F::vernietiging_begonnen, v.begonnen_op, "", v.stuk, v.nummer, klaar});
    if (v.ingetrokken_op) {
      d_.feiten.push_back(
          {F::vernietiging_ingetrokken, *v.ingetrokken_op, "", v.ingetrokken_stuk, v.nummer, std::nullopt});
    }
    if (!v.voltooid_op) continue;
    d_.feiten.push_back({F::vernietigd, *v.voltooid_op, "", v.voltooid_stuk, v.nummer, std::nullopt});
    for (const std::string& o : v.organisaties()) {
      const std::string ref = fmt::format("{}/{}", v.nummer, o);
      // Who confirmed before something came back and went again need not do so twice.
      const bool eerder = std::any_of(v.bevestigd.begin(), v.bevestigd.end(), [&](const KopieenWeg& k) {
        return k.organisatie == o && k.datum >= *v.voltooid_op && k.datum < *v.laatst_op;
      });
      d_.feiten.push_back(
          {F::kopieen, eerder ? *v.voltooid_op : *v.laatst_op, "", v.voltooid_stuk, ref, std::nullopt});
    }
    for (const KopieenWeg& k : v.bevestigd) {
      if (k.datum < *v.voltooid_op) continue;  // copies could still be made
      const std::string ref = fmt::format("{}/{}", v.nummer, k.organisatie);
      d_.feiten.push_back({F::kopieen_bevestigd, k.datum, "", k.stuk, ref, std::nullopt});
    }
  }
}

}  // namespace pga::proces
