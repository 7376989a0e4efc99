// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/herverzegel.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/proces/toets.h"
#include "lib/proces/woorden.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

constexpr std::size_t kTermijnen = static_cast<std::size_t>(Compartiment::termijnen);

using OpDigest = std::map<std::string, const GeladenStuk*>;

OpDigest op_digest(const std::vector<GeladenStuk>& stukken) {
  OpDigest uit;
  for (const GeladenStuk& s : stukken) uit.emplace(s.stuk.digest, &s);
  return uit;
}

/// What a stuk says of the place it takes; nullptr when it says nothing, or is closed.
const Waarde* bewering(const GeladenStuk& s) {
  const auto& termijnen = s.delen.at(kTermijnen);
  return termijnen ? termijnen->vind("herverzegeld") : nullptr;
}

/// The digests in the past of a stuk, also of what is not there.
std::set<std::string> verleden(const GeladenStuk& s, const OpDigest& stukken) {
  std::set<std::string> uit;
  std::vector<const GeladenStuk*> te_gaan = {&s};
  while (!te_gaan.empty()) {
    const GeladenStuk* nu = te_gaan.back();
    te_gaan.pop_back();
    for (const std::string& v : nu->stuk.kop.vorige) {
      const auto er = stukken.find(v);
      if (uit.insert(v).second && er != stukken.end()) te_gaan.push_back(er->second);
    }
  }
  return uit;
}

/// The gebruiker of that id in the beheer that a stuk names, else in the newest before it that had him.
const Gebruiker* gebruiker(const Kast& kast, const GeladenStuk& s, const std::string& id) {
  const auto wie = GebruikerId::lees(id);
  if (!wie) return nullptr;
  for (auto i = static_cast<std::size_t>(kast.beheer_van(s.stuk.kop.beheer)->versie); i > 0; --i) {
    if (const Gebruiker* g = kast.keten().at(i - 1).vind(*wie)) return g;
  }
  return nullptr;
}

Bevinding over(const GeladenStuk& s, FoutSoort soort, std::string wat, std::string tip) {
  return {soort, Plaats{s.bestand.string(), 0, 0}, std::move(wat), std::move(tip), {}};
}

/// Whether a re-sealed stuk says in termijnen what the first one said, as far as anybody can tell.
bool zegt_hetzelfde(const GeladenStuk& eerste, const GeladenStuk& s) {
  if (!eerste.is_open(Compartiment::termijnen)) return true;
  Waarde nu = *s.delen.at(kTermijnen);
  nu.verwijder("herverzegeld");
  return nu == *eerste.delen.at(kTermijnen);
}

/// One stuk that says it is re-sealed.
class Bewering {
 public:
  Bewering(const Kast& kast, const GeladenStuk& s, const Waarde& zegt, const OpDigest& stukken)
      : kast_(kast),
        s_(s),
        plaats_(zegt.tekst_van("stuk")),
        door_(zegt.tekst_van("door")),
        verleden_(verleden(s, stukken)) {
    const auto er = stukken.find(plaats_);
    if (er != stukken.end()) eerste_ = er->second;
  }

  [[nodiscard]] const GeladenStuk* eerste() const { return eerste_; }
  [[nodiscard]] const std::string& organisatie() const { return gebruiker(kast_, s_, door_)->organisatie; }

  /// What keeps it from taking the place it names; empty when nothing does.
  [[nodiscard]] std::string bezwaar() const {
    const Gebruiker* schrijver = gebruiker(kast_, s_, door_);
    if (!seal::is_digest(plaats_) || schrijver == nullptr) {
      return "herverzegeld hoort een stuk te noemen, en een gebruiker van deze kast";
    }
    const std::string& tekent = s_.stuk.kop.door.tekst();
    if (!gebruiker(kast_, s_, tekent)->heeft_rol("regisseur")) {
      return fmt::format("{} mag niets opnieuw verzegelen: dat doet een regisseur", tekent);
    }
    if (proces::lees<proces::Soort>(s_.soort) && !proces::mag_tekenen(s_.soort, schrijver->rollen)) {
      return fmt::format("{} mag geen stuk van de soort {} tekenen", door_, s_.soort);
    }
    if (verleden_.count(plaats_) == 0) return "dit stuk neemt de plaats in van een stuk waar het niet op volgt";
    return eerste_ == nullptr ? std::string() : bezwaar_bij_eerste();
  }

  /// Where the first one stands. Of one that is not there: after the opening and what was re-sealed before it, on
  /// the day of writing.
  [[nodiscard]] Herverzegeld plaats(const std::vector<GeladenStuk>& stukken) const {
    if (eerste_ != nullptr) return {plaats_, eerste_->stuk.kop.vorige, eerste_->stuk.kop.datum, door_};
    Herverzegeld uit{plaats_, {}, s_.stuk.kop.datum, door_};
    const auto geschreven = Datum::lees(s_.inhoud.tekst_van("geschreven").substr(0, 10));
    if (geschreven) uit.datum = std::min(uit.datum, *geschreven);
    for (const GeladenStuk& eerder : stukken) {
      if (eerder.stuk.kop.vorige.empty()) uit.vorige.push_back(eerder.stuk.digest);
      if (eerder.herverzegeld && verleden_.count(eerder.stuk.digest) > 0) {
        uit.vorige.push_back(eerder.herverzegeld->stuk);
      }
    }
    return uit;
  }

 private:
  [[nodiscard]] std::string bezwaar_bij_eerste() const {
    if (bewering(*eerste_) != nullptr) {
      return "dit stuk neemt de plaats in van een stuk dat zelf opnieuw is verzegeld; het hoort het eerste te "
             "noemen";
    }
    if (eerste_->stuk.kop.door.tekst() != door_) {
      return fmt::format("dit stuk staat op naam van {}, maar neemt de plaats in van een stuk van {}", door_,
                         eerste_->stuk.kop.door.tekst());
    }
    if (eerste_->soort.empty() || eerste_->soort == s_.soort) return {};
    return fmt::format("dit stuk is een {}, maar neemt de plaats in van een {}", s_.soort, eerste_->soort);
  }

  const Kast& kast_;
  const GeladenStuk& s_;
  std::string plaats_;
  std::string door_;
  std::set<std::string> verleden_;
  const GeladenStuk* eerste_ = nullptr;
};

}  // namespace

std::vector<bool> neem_plaatsen(const Kast& kast, std::vector<GeladenStuk>& stukken,
                                std::vector<Bevinding>& bevindingen) {
  std::vector<bool> weg(stukken.size(), false);
  const OpDigest er_zijn = op_digest(stukken);
  for (std::size_t i = 0; i < stukken.size(); ++i) {
    GeladenStuk& s = stukken[i];
    const Waarde* zegt = bewering(s);
    if (zegt == nullptr) continue;
    const Bewering b(kast, s, *zegt, er_zijn);
    if (std::string wat = b.bezwaar(); !wat.empty()) {
      weg[i] = true;
      bevindingen.push_back(
          over(s, FoutSoort::integriteit, std::move(wat), "laat een regisseur het opnieuw maken"));
      continue;
    }
    if (b.eerste() != nullptr && !zegt_hetzelfde(*b.eerste(), s)) {
      bevindingen.push_back(over(s, FoutSoort::bevinding,
                                 "dit opnieuw verzegelde stuk zegt in termijnen iets anders dan het eerste",
                                 "vraag wie het verzegelde naar de reden"));
    }
    s.herverzegeld = b.plaats(stukken);
    s.organisatie = b.organisatie();
  }
  return weg;
}

std::vector<bool> opgevolgd(const std::vector<GeladenStuk>& stukken, std::vector<Bevinding>& bevindingen) {
  std::vector<bool> uit(stukken.size(), false);
  const OpDigest er_zijn = op_digest(stukken);
  std::map<std::string, std::size_t> houder;  // of a place: the last that took it
  for (std::size_t i = 0; i < stukken.size(); ++i) {
    const GeladenStuk& s = stukken[i];
    const auto [er, nieuw] = houder.emplace(s.digest(), i);
    if (nieuw) continue;
    const GeladenStuk& eerder = stukken[er->second];
    uit[er->second] = true;
    er->second = i;
    if (verleden(s, er_zijn).count(eerder.stuk.digest) > 0) continue;
    bevindingen.push_back(over(s, FoutSoort::bevinding,
                               "twee stukken naast elkaar nemen de plaats in van hetzelfde; alleen dit telt mee",
                               "vergelijk de twee, en verbeter dit stuk als dat nodig is (--vervangt)"));
  }
  return uit;
}

Plaatsen::Plaatsen(const std::vector<GeladenStuk>& stukken) {
  for (const GeladenStuk& s : stukken) {
    if (s.herverzegeld) genomen_[s.stuk.digest] = {s.digest(), s.stuk.kop.vorige};
  }
}

bool Plaatsen::heeft(const std::string& digest) const {
  return std::any_of(genomen_.begin(), genomen_.end(), [&](const auto& g) { return g.second.plaats == digest; });
}

std::vector<std::string> Plaatsen::vorige(const GeladenStuk& stuk) const {
  std::set<std::string> uit;
  std::vector<std::string> te_gaan = stuk.herverzegeld ? stuk.herverzegeld->vorige : stuk.stuk.kop.vorige;
  std::set<std::string> gezien;
  while (!te_gaan.empty()) {
    const std::string v = std::move(te_gaan.back());
    te_gaan.pop_back();
    if (!gezien.insert(v).second) continue;
    const auto er = genomen_.find(v);
    uit.insert(er == genomen_.end() ? v : er->second.plaats);
    if (er != genomen_.end()) te_gaan.insert(te_gaan.end(), er->second.vorige.begin(), er->second.vorige.end());
  }
  return {uit.begin(), uit.end()};
}

}  // namespace pga::kast
