// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/termijn.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include "lib/termijn/regels.h"

namespace pga::termijn {
namespace {

using Feiten = std::vector<const Feit*>;

bool een_van(const std::vector<FeitSoort>& soorten, FeitSoort s) {
  return std::find(soorten.begin(), soorten.end(), s) != soorten.end();
}

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

const Feit* eerste(const Feiten& feiten, std::initializer_list<FeitSoort> soorten) {
  for (const Feit* f : feiten) {
    if (std::find(soorten.begin(), soorten.end(), f->soort) != soorten.end()) return f;
  }
  return nullptr;
}

std::string met_dag(const Feit& f) { return fmt::format("{} {}", tekst(f.soort), f.datum.lang()); }

/// How the term that a fact opened went on: met, lapsed, replaced by a newer one, suspended.
struct Verloop {
  const Feit* vervuld = nullptr;
  const Feit* vervallen = nullptr;
  const Feit* opgeschort = nullptr;
  bool vervangen = false;
};

Verloop volg(const Regel& regel, const Feiten& feiten, std::size_t vanaf) {
  Verloop v;
  for (std::size_t i = vanaf; i < feiten.size(); ++i) {
    const Feit* f = feiten[i];
    if (een_van(regel.vervuld, f->soort)) {
      v.vervuld = f;
    } else if (een_van(regel.vervalt, f->soort)) {
      v.vervallen = f;
    } else if (!regel.notificatie && een_van(regel.start, f->soort)) {
      v.vervangen = true;
    } else {
      if (een_van(regel.opgeschort, f->soort)) v.opgeschort = f;
      continue;
    }
    break;
  }
  return v;
}

Termijn begin(const Regel& regel, const Feit& start, Datum dag) {
  return {.regel = std::string(regel.id),
          .zin = std::string(regel.zin),
          .betrokkene = start.betrokkene,
          .onderwerp = start.ref,
          .start = dag,
          .veilig = dag,
          .uiterlijk = std::nullopt,
          .grondslag = std::string(regel.grondslag),
          .zekerheid = regel.zekerheid,
          .regime = regel.regime,
          .stappen = {},
          .status = Status::open,
          .nagekomen_op = std::nullopt,
          .verlengingen = 0,
          .stuk = start.stuk};
}

void neem_over(Termijn& t, const Einde& einde) {
  t.uiterlijk = einde.dag;
  t.veilig = einde.onverschoven;
  t.stappen.insert(t.stappen.end(), einde.stappen.begin(), einde.stappen.end());
}

/// The term of an ordinary rule; nothing when the fact sets no day and the rule has no length.
std::optional<Termijn> gewoon(const Regel& regel, const Feit& start, const Beleid& beleid) {
  Termijn t = begin(regel, start, start.datum);
  t.stappen.push_back("start: " + met_dag(start));
  if (start.tot) {
    t.veilig = *start.tot;
    t.uiterlijk = start.tot;
    t.stappen.push_back(fmt::format("dag die daarbij is bepaald: {}", start.tot->lang()));
    return t;
  }
  Duur duur = regel.lengte.vast;
  if (regel.lengte.beleid != nullptr) duur.aantal = beleid.*regel.lengte.beleid;
  if (duur.aantal == 0 && regel.lengte.beleid == nullptr) return std::nullopt;
  neem_over(t, bereken_einde(start.datum, duur, regel.regime));
  return t;
}

/// The earliest day by any reading of artikel 14, lid 3, AVG, and why.
void vroegste_lezing(Termijn& t, const Regel& regel, const Feit& ontvangst, const Feiten& feiten) {
  const Duur duur = regel.lengte.vast;
  std::string reden = fmt::format("{} + {}", met_dag(ontvangst), duur.tekst());
  t.veilig = plus(ontvangst.datum, duur);
  for (const FeitSoort s : {FeitSoort::eerste_contact, FeitSoort::eerste_verstrekking}) {
    const Feit* f = eerste(feiten, {s});
    if (f != nullptr && f->datum < t.veilig) {
      t.veilig = f->datum;
      reden = std::string(tekst(s));
    }
  }
  if (t.uiterlijk != t.veilig) t.stappen.push_back(fmt::format("vroegste lezing: {} = {}", reden, t.veilig.lang()));
}

/// The duty to notify: `uiterlijk` counts from the anchor, `veilig` from the earliest reading.
Termijn notificatie(const Regel& regel, const Feit& ontvangst, const Feiten& feiten, const Beleid& beleid) {
  const Feit* besluit = eerste(feiten, {FeitSoort::weegbesluit, FeitSoort::eerder_besluit});
  const Feit* anker = besluit;
  // Someone recorded after the weegbesluit cannot have been told before: the month runs from the record.
  if (beleid.notificatie_anker == Anker::verkrijging || (besluit != nullptr && besluit->datum < ontvangst.datum)) {
    anker = &ontvangst;
  }
  Termijn t = begin(regel, ontvangst, anker == nullptr ? ontvangst.datum : anker->datum);
  if (anker == nullptr) {
    t.zekerheid = Zekerheid::lezing;
    t.stappen.emplace_back("nog geen weegbesluit: weeg of motiveer uitstel");
  } else {
    if (anker == &ontvangst) t.zekerheid = Zekerheid::wet;
    t.stappen.push_back("start: " + met_dag(*anker));
    neem_over(t, bereken_einde(anker->datum, regel.lengte.vast, regel.regime));
  }
  vroegste_lezing(t, regel, ontvangst, feiten);
  return t;
}

Status lopende_status(const Termijn& t, const Beleid& beleid, Datum peildatum) {
  if (t.uiterlijk && *t.uiterlijk < peildatum) return Status::overschreden;
  if (t.veilig < peildatum) return Status::vroegste_lezing_voorbij;
  return peildatum.dagen_tot(t.veilig) <= beleid.nadert_dagen ? Status::nadert : Status::open;
}

void zet_status(Termijn& t, const Regel& regel, const Verloop& v, const Beleid& beleid, Datum peildatum) {
  if (v.vervuld != nullptr) {
    t.status = Status::nagekomen;
    t.nagekomen_op = v.vervuld->datum;
    t.stappen.push_back(fmt::format("nagekomen: {}{}", met_dag(*v.vervuld), t.te_laat() ? ", te laat" : ""));
  } else if (v.vervallen != nullptr) {
    t.status = Status::vervallen;
    t.stappen.push_back("vervallen: " + met_dag(*v.vervallen));
    const FeitSoort s = v.vervallen->soort;
    if (regel.notificatie && (s == FeitSoort::niet_opgenomen || s == FeitSoort::afgedaan)) {
      // Neither the Act nor the AVG says so for a case that was not taken up.
      t.zekerheid = Zekerheid::lezing;
    }
  } else if (v.opgeschort != nullptr) {
    t.status = Status::opgeschort;
    t.stappen.push_back("opgeschort: " + met_dag(*v.opgeschort));
  } else {
    t.status = lopende_status(t, beleid, peildatum);
  }
}

/// How often a deferral was upheld up to and including this fact.
int verlengingen(const Feiten& feiten, std::size_t tot_en_met) {
  int n = 0;
  for (std::size_t i = 0; i <= tot_en_met; ++i) {
    if (feiten[i]->soort == FeitSoort::uitgesteld) n = 0;
    if (feiten[i]->soort == FeitSoort::gehandhaafd) ++n;
  }
  return n;
}

void pas_toe(const Regel& regel, const Feiten& feiten, const Beleid& beleid, Datum peildatum,
             std::vector<Termijn>& uit) {
  for (std::size_t i = 0; i < feiten.size(); ++i) {
    if (!een_van(regel.start, feiten[i]->soort)) continue;
    // A notification counts whatever its date: who knows already has not to be told again.
    const Verloop v = regel.notificatie ? volg(regel, feiten, 0) : volg(regel, feiten, i + 1);
    if (v.vervangen) continue;
    std::optional<Termijn> t =
        regel.notificatie ? notificatie(regel, *feiten[i], feiten, beleid) : gewoon(regel, *feiten[i], beleid);
    if (!t) continue;
    if (regel.id == "uitstel_herziening") {
      t->verlengingen = verlengingen(feiten, i);
      if (t->verlengingen > 0) t->stappen.push_back(fmt::format("verlenging {} van dit uitstel", t->verlengingen));
    }
    zet_status(*t, regel, v, beleid, peildatum);
    uit.push_back(std::move(*t));
  }
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

bool dringender(const Termijn& a, const Termijn& b) {
  const auto dag = [](const Termijn& t) {
    return t.status == Status::overschreden && t.uiterlijk ? *t.uiterlijk : t.veilig;
  };
  if (a.status != b.status) return a.status < b.status;
  return dag(a) < dag(b);
}

}  // namespace

std::string_view naam(Zekerheid z) {
  static constexpr std::array<std::string_view, 4> kNamen = {"wet", "handreiking", "beleid", "lezing"};
  return kNamen.at(static_cast<std::size_t>(z));
}

std::string_view naam(Status s) {
  static constexpr std::array<std::string_view, 7> kNamen = {
      "overschreden", "vroegste_lezing_voorbij", "nadert", "open", "opgeschort", "nagekomen", "vervallen"};
  return kNamen.at(static_cast<std::size_t>(s));
}

std::string_view tekst(Status s) {
  return s == Status::vroegste_lezing_voorbij ? std::string_view("vroegste lezing voorbij") : naam(s);
}

bool Termijn::loopt() const { return status <= Status::open; }
bool Termijn::te_laat() const { return nagekomen_op && uiterlijk && *nagekomen_op > *uiterlijk; }

std::vector<Termijn> bereken(const std::vector<Feit>& feiten, const Beleid& beleid, Datum peildatum) {
  Feiten gebeurd;
  for (const Feit& f : feiten) {
    if (f.datum <= peildatum) gebeurd.push_back(&f);
  }
  std::stable_sort(gebeurd.begin(), gebeurd.end(),
                   [](const Feit* a, const Feit* b) { return a->datum < b->datum; });
  std::vector<Termijn> uit;
  for (const Regel& regel : regels()) {
    const bool wijkt = std::any_of(gebeurd.begin(), gebeurd.end(),
                                   [&](const Feit* f) { return een_van(regel.wijkt_voor, f->soort); });
    if (wijkt) continue;
    for (const std::string& onderwerp : onderwerpen(regel, gebeurd)) {
      pas_toe(regel, van(gebeurd, regel.per, onderwerp), beleid, peildatum, uit);
    }
  }
  std::stable_sort(uit.begin(), uit.end(), dringender);
  return uit;
}

const Termijn* volgende(const std::vector<Termijn>& termijnen) {
  return !termijnen.empty() && termijnen.front().loopt() ? &termijnen.front() : nullptr;
}

}  // namespace pga::termijn
