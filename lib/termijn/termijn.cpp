// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/termijn.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>

#include <fmt/format.h>

#include "lib/termijn/regels.h"
#include "lib/termijn/rekenaar.h"

namespace pga::termijn {
namespace {

/// What a fact is about under a rule; empty: the dossier as a whole.
const std::string& sleutel(const Feit& f, Per per) {
  static const std::string geen;
  if (per == Per::betrokkene) return f.betrokkene;
  return per == Per::onderwerp ? f.ref : geen;
}

/// The facts that concern one subject, those of the whole dossier included.
Feiten van(const Feiten& feiten, Per per, const std::string& onderwerp) {
  Feiten uit;
  for (const Feit* f : feiten) {
    const std::string& s = sleutel(*f, per);
    if (s.empty() || s == onderwerp) uit.push_back(f);
  }
  return uit;
}

/// The subjects that a rule has a term for, in order of appearance.
std::vector<std::string> onderwerpen(const Regel& regel, const Feiten& feiten) {
  std::vector<std::string> uit;
  for (const Feit* f : feiten) {
    const std::string& s = sleutel(*f, regel.per);
    if (!een_van(regel.start, f->soort) || (regel.per != Per::dossier && s.empty())) continue;
    if (std::find(uit.begin(), uit.end(), s) == uit.end()) uit.push_back(s);
  }
  return uit;
}

/// What forbids destruction while it lasts (a hold, or a request that was not decided), with the day it ended.
struct Beletsel {
  const Feit* feit;
  std::optional<Datum> einde;
};
std::vector<Beletsel> beletselen(const Feiten& feiten) {
  static constexpr std::array kParen = {
      std::pair{FeitSoort::bewaring, FeitSoort::bewaring_opgeheven},
      std::pair{FeitSoort::verzoek, FeitSoort::verzoek_besloten},
      std::pair{FeitSoort::woo_verzoek, FeitSoort::woo_besloten},
  };
  std::vector<Beletsel> uit;
  for (const auto& paar : kParen) {
    for (const Feit* f : feiten) {
      if (f->soort != paar.first) continue;
      const auto einde = std::find_if(feiten.begin(), feiten.end(),
                                      [&](const Feit* g) { return g->soort == paar.second && g->ref == f->ref; });
      uit.push_back({f, einde == feiten.end() ? std::nullopt : std::optional((*einde)->datum)});
    }
  }
  return uit;
}

/// The one in force, the day since which there was always one, and what came before it.
Bewaard bewaring(const Feiten& feiten) {
  const std::vector<Beletsel> alle = beletselen(feiten);
  Bewaard uit;
  for (const Beletsel& b : alle) {
    if (b.einde) uit.voorbij.push_back({b.feit, b.feit->datum, *b.einde});
  }
  std::stable_sort(uit.voorbij.begin(), uit.voorbij.end(),
                   [](const Stilstand& a, const Stilstand& z) { return a.sinds < z.sinds; });
  const auto open = std::find_if(alle.begin(), alle.end(), [](const Beletsel& b) { return !b.einde; });
  if (open == alle.end()) return uit;
  Datum sinds = open->feit->datum;
  for (bool verder = true; verder;) {
    verder = false;
    for (const Beletsel& b : alle) {
      if (b.feit->datum >= sinds || (b.einde && *b.einde < sinds)) continue;
      sinds = b.feit->datum;
      verder = true;
    }
  }
  uit.door = open->feit;
  uit.sinds = sinds;
  return uit;
}

std::vector<Termijn> bereken_nu(const std::vector<Feit>& feiten, const Beleid& beleid, const Nu& nu) {
  const Datum peildatum = nu.dag;
  Feiten gebeurd;
  for (const Feit& f : feiten) {
    if (f.datum <= peildatum) gebeurd.push_back(&f);
  }
  std::stable_sort(gebeurd.begin(), gebeurd.end(),
                   [](const Feit* a, const Feit* b) { return a->datum < b->datum; });
  const Bewaard bewaard = bewaring(gebeurd);
  std::vector<Termijn> uit;
  for (const Regel& regel : regels()) {
    const bool wijkt = std::any_of(gebeurd.begin(), gebeurd.end(),
                                   [&](const Feit* f) { return een_van(regel.wijkt_voor, f->soort); });
    if (wijkt) continue;
    for (const std::string& onderwerp : onderwerpen(regel, gebeurd)) {
      const Feiten zijn = van(gebeurd, regel.per, onderwerp);
      Rekenaar(regel, zijn, bewaard, beleid, nu).doe(uit);
    }
  }
  std::stable_sort(uit.begin(), uit.end(), dringender);
  return uit;
}

/// The stukken that correct a day, in order of appearance.
std::vector<std::string> verbeterde_stukken(const std::vector<Feit>& feiten, Datum peildatum) {
  std::vector<std::string> uit;
  for (const Feit& f : feiten) {
    if (!f.verbeterd || f.datum > peildatum) continue;
    if (std::find(uit.begin(), uit.end(), f.stuk) == uit.end()) uit.push_back(f.stuk);
  }
  return uit;
}

std::vector<Feit> zonder_verbetering(std::vector<Feit> feiten, const std::string& stuk) {
  for (Feit& f : feiten) {
    if (!f.verbeterd || f.stuk != stuk) continue;
    f.datum = f.verbeterd->datum;
    f.tot = f.verbeterd->tot;
    f.minuut = f.verbeterd->minuut;
  }
  return feiten;
}

bool hoort_bij(const Feit& f, const Termijn& t) {
  if (!f.betrokkene.empty() && f.betrokkene != t.betrokkene) return false;
  if (!f.ref.empty() && f.ref != t.onderwerp) return false;
  return std::any_of(regels().begin(), regels().end(),
                     [&](const Regel& r) { return r.id == t.regel && r.kent(f.soort); });
}

/// "verbetering (weegbesluit ma 2 februari 2026, eerder wo 4 februari 2026)".
std::string verbetering(const std::vector<Feit>& feiten, const std::string& stuk, const Termijn& t) {
  const Feit* door = nullptr;
  for (const Feit& f : feiten) {
    if (!f.verbeterd || f.stuk != stuk) continue;
    if (door == nullptr || (!hoort_bij(*door, t) && hoort_bij(f, t))) door = &f;
  }
  std::string uit = "verbetering (" + met_dag(*door);
  if (door->verbeterd->datum != door->datum) uit += ", eerder " + door->verbeterd->datum.lang();
  return uit + ')';
}

bool over_hetzelfde(const Termijn& a, const Termijn& b) {
  return a.regel == b.regel && a.betrokkene == b.betrokkene && a.onderwerp == b.onderwerp && a.stuk == b.stuk;
}

/// The same term in another computation: the n-th of its rule, subject and stuk.
const Termijn* zelfde(const std::vector<Termijn>& lijst, const Termijn& t, std::ptrdiff_t n) {
  for (const Termijn& u : lijst) {
    if (over_hetzelfde(u, t) && n-- == 0) return &u;
  }
  return nullptr;
}

/// What the terms were before that stuk was corrected, where nothing else moved them since.
void zet_was(std::vector<Termijn>& nu, const std::vector<Termijn>& toen, const std::vector<Feit>& feiten,
             const std::string& stuk) {
  for (auto t = nu.begin(); t != nu.end(); ++t) {
    const auto n = std::count_if(nu.begin(), t, [&](const Termijn& u) { return over_hetzelfde(u, *t); });
    const Termijn* oud = zelfde(toen, *t, n);
    if (t->was || oud == nullptr || (oud->uiterlijk == t->uiterlijk && oud->veilig == t->veilig)) continue;
    t->was = Verschuiving{oud->veilig, oud->uiterlijk, verbetering(feiten, stuk, *t)};
  }
}

}  // namespace

std::string_view naam(Zekerheid z) {
  static constexpr std::array<std::string_view, 4> kNamen = {"wet", "handreiking", "beleid", "lezing"};
  return kNamen.at(static_cast<std::size_t>(z));
}

std::string_view naam(Status s) {
  static constexpr std::array<std::string_view, kStatussen> kNamen = {
      "overschreden", "onverwijld", "vroegste_lezing_voorbij", "nadert", "open", "opgeschort",
      "nagekomen",    "vervallen"};
  return kNamen.at(static_cast<std::size_t>(s));
}

std::string_view tekst(Status s) {
  return s == Status::vroegste_lezing_voorbij ? std::string_view("vroegste lezing voorbij") : naam(s);
}

bool Termijn::loopt() const { return status <= Status::open; }
std::string Termijn::rust_op() const {
  if (zekerheid == Zekerheid::wet) return grondslag;
  const bool later = wettelijk && uiterlijk && *wettelijk > *uiterlijk;
  return fmt::format("{}; zekerheid: {}{}", grondslag, naam(zekerheid),
                     later ? ", volgens de wet uiterlijk " + wettelijk->lang() : "");
}

bool Termijn::te_laat() const {
  if (!uiterlijk) return false;
  if (gestopt_op) return *gestopt_op > *uiterlijk;
  if (!nagekomen_op) return false;
  if (*nagekomen_op != *uiterlijk) return *nagekomen_op > *uiterlijk;
  return tijd && nagekomen_tijd && nagekomen_tijd->utc() > tijd->utc();
}

bool dringender(const Termijn& a, const Termijn& b) {
  const auto dag = [](const Termijn& t) {
    return t.status == Status::overschreden && t.uiterlijk ? *t.uiterlijk : t.veilig;
  };
  if (a.ernst != b.ernst) return a.ernst > b.ernst;
  if (a.status != b.status) return a.status < b.status;
  return dag(a) < dag(b);
}

std::vector<Termijn> bereken(const std::vector<Feit>& feiten, const Beleid& beleid, Datum peildatum,
                             std::optional<Moment> moment) {
  const Nu nu{peildatum, moment};
  std::vector<Termijn> uit = bereken_nu(feiten, beleid, nu);
  for (const std::string& stuk : verbeterde_stukken(feiten, peildatum)) {
    const std::vector<Feit> toen = zonder_verbetering(feiten, stuk);
    zet_was(uit, bereken_nu(toen, beleid, nu), feiten, stuk);
  }
  return uit;
}

const Termijn* volgende(const std::vector<Termijn>& termijnen) {
  const auto it = std::find_if(termijnen.begin(), termijnen.end(), [](const Termijn& t) { return t.loopt(); });
  return it == termijnen.end() ? nullptr : &*it;
}

}  // namespace pga::termijn
