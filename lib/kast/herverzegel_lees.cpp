// SPDX-License-Identifier: EUPL-1.2
//
// The reading side of herverzegel.h.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/herverzegel.h"

namespace pga::kast {
namespace {

constexpr std::size_t kTermijnen = static_cast<std::size_t>(Compartiment::termijnen);

const Waarde* bewering(const GeladenStuk& s) {
  const auto& termijnen = s.delen.at(kTermijnen);
  return termijnen ? termijnen->vind("herverzegeld") : nullptr;
}

Bevinding over(const GeladenStuk& s, FoutSoort soort, std::string wat, std::string tip) {
  return {soort, Plaats{s.bestand.string(), 0, 0}, std::move(wat), std::move(tip), {}};
}

/// One reading; `stukken` in the order of their links.
class Plaatsen {
 public:
  explicit Plaatsen(GeladenDossier& dossier) : d_(dossier), weg_(dossier.stukken.size(), false) {
    for (std::size_t i = 0; i < d_.stukken.size(); ++i) plaats_[d_.stukken[i].stuk.digest] = i;
  }

  void doe(const std::function<bool(const GeladenStuk&)>& mag) {
    for (std::size_t i = 0; i < d_.stukken.size(); ++i) {
      if (bewering(d_.stukken[i]) != nullptr) neem(i, mag(d_.stukken[i]));
    }
    for (const auto& [eerste, drager] : drager_) geef(d_.stukken[eerste], d_.stukken[drager]);
    for (std::size_t i = 0; i < d_.stukken.size(); ++i) vervallen(i);
    if (std::find(weg_.begin(), weg_.end(), true) == weg_.end()) return;
    verbind();
    ruim();
  }

 private:
  /// A stuk that says it holds the contents of another.
  void neem(std::size_t i, bool mag) {
    const GeladenStuk& s = d_.stukken[i];
    weg_[i] = true;
    d_.dragers.push_back(s.stuk.digest);
    const std::string eerste = bewering(s)->tekst_van("stuk");
    const auto er = plaats_.find(eerste);
    std::string wat;
    if (!mag) {
      wat = fmt::format("{} mag niets opnieuw verzegelen: dat doet een regisseur", s.stuk.kop.door.tekst());
    } else if (er == plaats_.end() || !is_voorouder(eerste, i)) {
      wat = "dit stuk neemt de plaats in van een stuk waar het niet op volgt";
    } else {
      const GeladenStuk& oud = d_.stukken[er->second];
      if (bewering(oud) != nullptr) wat = "dit stuk neemt de plaats in van een stuk dat zelf opnieuw is verzegeld";
      if (oud.stuk.kop.door.tekst() != bewering(s)->tekst_van("door")) {
        wat = fmt::format("dit stuk noemt een andere schrijver dan {}", oud.stuk.kop.door.tekst());
      }
      if (!oud.soort.empty() && oud.soort != s.soort) {
        wat = fmt::format("dit stuk is een {}, maar neemt de plaats in van een {}", s.soort, oud.soort);
      }
    }
    if (!wat.empty()) {
      d_.bevindingen.push_back(
          over(s, FoutSoort::integriteit, std::move(wat), "laat een regisseur het opnieuw maken"));
      return;
    }
    kies(er->second, i);
  }

  /// The last one counts; of two beside each other the one with the lowest digest.
  void kies(std::size_t eerste, std::size_t i) {
    const auto [er, nieuw] = drager_.emplace(eerste, i);
    if (nieuw) return;
    const GeladenStuk& eerder = d_.stukken[er->second];
    const GeladenStuk& s = d_.stukken[i];
    if (is_voorouder(eerder.stuk.digest, i)) {
      er->second = i;
      return;
    }
    d_.bevindingen.push_back(
        over(s, FoutSoort::bevinding,
             "twee stukken naast elkaar nemen de plaats in van hetzelfde; dat met de laagste code "
             "telt",
             "laat een regisseur het onjuiste opnieuw weghalen: pga vernietig NUMMER --stuk"));
    if (s.stuk.digest < eerder.stuk.digest) er->second = i;
  }

  static void geef(GeladenStuk& eerste, const GeladenStuk& drager) {
    eerste.delen = drager.delen;
    eerste.delen.at(kTermijnen)->verwijder("herverzegeld");
    eerste.inhoud = drager.inhoud;
    eerste.inhoud.verwijder("herverzegeld");
    eerste.soort = drager.soort;
    eerste.opnieuw = {drager.stuk.digest, drager.stuk.kop.door.tekst(), drager.stuk.kop.datum,
                      drager.stuk.kop.sleutels, std::nullopt};
    if (drager.soort == "aantallen") eerste.opnieuw.zegel = drager.stuk;
  }

  /// What a stuk toegang names as wrong, and follows on.
  void vervallen(std::size_t i) {
    const GeladenStuk& s = d_.stukken[i];
    if (weg_[i] || s.soort != "toegang") return;
    for (const Waarde& w : s.inhoud.items_van("stukken")) {
      const auto er = w.is_tekst() ? plaats_.find(w.tekst()) : plaats_.end();
      if (er == plaats_.end() || !is_voorouder(w.tekst(), i)) continue;
      weg_[er->second] = true;
      d_.vervallen.push_back(w.tekst());
    }
  }

  [[nodiscard]] bool is_voorouder(const std::string& ouder, std::size_t kind) const {
    std::vector<std::size_t> te_gaan = {kind};
    std::set<std::size_t> gezien;
    while (!te_gaan.empty()) {
      const std::size_t nu = te_gaan.back();
      te_gaan.pop_back();
      for (const std::string& v : d_.stukken[nu].stuk.kop.vorige) {
        if (v == ouder) return true;
        const auto er = plaats_.find(v);
        if (er != plaats_.end() && gezien.insert(er->second).second) te_gaan.push_back(er->second);
      }
    }
    return false;
  }

  /// What followed on something that went, follows on what that followed on.
  void verbind() {
    for (std::size_t i = 0; i < d_.stukken.size(); ++i) {
      std::set<std::string> uit;
      for (const std::string& v : d_.stukken[i].volgt_op) {
        const auto er = plaats_.find(v);
        if (er == plaats_.end() || !weg_[er->second]) {
          uit.insert(v);
        } else {  // earlier in the order, so done already
          uit.insert(d_.stukken[er->second].volgt_op.begin(), d_.stukken[er->second].volgt_op.end());
        }
      }
      d_.stukken[i].volgt_op.assign(uit.begin(), uit.end());
    }
  }

  void ruim() {
    std::vector<GeladenStuk> blijft;
    for (std::size_t i = 0; i < d_.stukken.size(); ++i) {
      if (!weg_[i]) blijft.push_back(std::move(d_.stukken[i]));
    }
    d_.stukken = std::move(blijft);
    d_.leesbaar = std::all_of(d_.stukken.begin(), d_.stukken.end(),
                              [](const GeladenStuk& s) { return s.is_open(Compartiment::termijnen); });
  }

  GeladenDossier& d_;
  std::vector<bool> weg_;
  std::map<std::string, std::size_t> plaats_;
  std::map<std::size_t, std::size_t> drager_;  // of the first stuk: the one whose contents it has
};

}  // namespace

bool is_herverzegeld(const GeladenStuk& stuk) { return bewering(stuk) != nullptr; }

void herstel_plaatsen(GeladenDossier& dossier, const std::function<bool(const GeladenStuk&)>& mag) {
  Plaatsen(dossier).doe(mag);
}

}  // namespace pga::kast
