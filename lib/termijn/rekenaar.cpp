// SPDX-License-Identifier: EUPL-1.2
//
// What happens to a term: what opens it, meets it, ends or suspends it, and how urgent it is. Its days are in
// rekenaar_dagen.cpp.
#include "lib/termijn/rekenaar.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pga::termijn {
namespace {

constexpr std::string_view kWasTeLaat = ", was al te laat";
constexpr std::string_view kVraagSchortOp =
    "dat de termijn stilstaat, is een lezing van artikel 12, lid 6, AVG: alleen als de vraag meteen is gesteld";

}  // namespace

std::string met_dag(const Feit& f) { return fmt::format("{} {}", tekst(f.soort), f.datum.lang()); }

bool een_van(const std::vector<FeitSoort>& soorten, FeitSoort s) {
  return std::find(soorten.begin(), soorten.end(), s) != soorten.end();
}

const Feit* Rekenaar::eerste(FeitSoort s) const {
  const auto it = std::find_if(feiten_.begin(), feiten_.end(), [&](const Feit* f) { return f->soort == s; });
  return it == feiten_.end() ? nullptr : *it;
}

/// A new judgment in the middle of an intervention does not stand for the one at its end.
bool Rekenaar::telt(const Feit& vervulling, const Termijn& t) const {
  if (!regel_.vervuld_vanaf || !t.uiterlijk) return true;
  return vervulling.datum.dagen_tot(*t.uiterlijk) <= *regel_.vervuld_vanaf;
}

bool Rekenaar::laat_vervallen(const Feit& f, const Termijn& t, const Verloop& v) const {
  if (een_van(regel_.voorgoed, f.soort)) return true;
  if (!een_van(regel_.vervalt, f.soort)) return false;
  if (!een_van(regel_.hervat, f.soort)) return true;
  const std::optional<Datum>& laatste = t.wettelijk ? t.wettelijk : t.uiterlijk;
  return v.opgeschort != nullptr && laatste && *laatste < f.datum;
}

/// Whether a day was agreed for what comes next, and that fact, which sets none, lies before it: both what it
/// would have met and what it would have begun wait for that day.
bool Rekenaar::voor_de_afgesproken_dag(std::size_t i) const {
  if (!regel_.bepaalt_dag || feiten_[i]->soort == *regel_.bepaalt_dag ||
      !een_van(regel_.start, feiten_[i]->soort)) {
    return false;
  }
  for (std::size_t k = i; k-- > 0;) {
    if (feiten_[k]->soort == *regel_.bepaalt_dag) return feiten_[k]->tot && feiten_[i]->datum < *feiten_[k]->tot;
  }
  return false;
}

/// A suspension from before the fact that opens the term holds for it too.
void Rekenaar::stond_al_stil(std::size_t vanaf, Verloop& v) const {
  for (std::size_t i = 0; i < vanaf; ++i) {
    const Feit* f = feiten_[i];
    if (een_van(regel_.opgeschort, f->soort)) {
      v.opgeschort = f;
      if (!v.opgeschort_sinds) v.opgeschort_sinds = f->datum;
    } else if (een_van(regel_.hervat, f->soort)) {
      v.opgeschort = nullptr;
      v.opgeschort_sinds = std::nullopt;
    }
  }
}

Rekenaar::Verloop Rekenaar::volg(const Termijn& t, std::size_t vanaf) const {
  Verloop v;
  for (std::size_t i = 0; i < vanaf; ++i) {
    if (!een_van(regel_.voorgoed, feiten_[i]->soort)) continue;
    v.vervallen = feiten_[i];
    return v;
  }
  if (regel_.schuift) stond_al_stil(vanaf, v);
  for (std::size_t i = vanaf; i < feiten_.size(); ++i) {
    const Feit* f = feiten_[i];
    if (voor_de_afgesproken_dag(i)) continue;
    if (een_van(regel_.vervuld, f->soort)) {
      if (!telt(*f, t)) continue;
      v.vervuld = f;
    } else if (laat_vervallen(*f, t, v)) {
      v.vervallen = f;
    } else if (!regel_.notificatie && !regel_.eerste_telt && een_van(regel_.start, f->soort)) {
      v.vervangen = true;
    } else {
      if (een_van(regel_.opgeschort, f->soort)) {
        v.opgeschort = f;
        if (!v.opgeschort_sinds) v.opgeschort_sinds = f->datum;
      }
      if (een_van(regel_.hervat, f->soort)) {
        if (v.opgeschort != nullptr) v.stilstand.push_back({v.opgeschort, *v.opgeschort_sinds, f->datum});
        v.opgeschort = nullptr;
        v.opgeschort_sinds = std::nullopt;
      }
      continue;
    }
    break;
  }
  return v;
}

Termijn Rekenaar::begin(const Feit& start, Datum dag) const {
  return {.regel = std::string(regel_.id),
          .zin = std::string(regel_.zin),
          .betrokkene = regel_.per == Per::betrokkene ? start.betrokkene : std::string(),
          .onderwerp = regel_.per == Per::onderwerp ? start.ref : std::string(),
          .start = dag,
          .veilig = dag,
          .uiterlijk = std::nullopt,
          .grondslag = std::string(regel_.grondslag),
          .zekerheid = regel_.zekerheid,
          .regime = regel_.regime,
          .stappen = {},
          .status = Status::open,
          .nagekomen_op = std::nullopt,
          .verlengingen = 0,
          .stuk = start.stuk};
}

/// The day that a term runs from which a fact of that day opens: not before the law, where the table says so.
Datum Rekenaar::vanaf(Datum dag) const {
  return regel_.overgang == Overgang::vanaf && regel_.van ? std::max(dag, *regel_.van) : dag;
}

std::string Rekenaar::startstap(const Feit& start) const {
  const Datum dag = vanaf(start.datum);
  if (dag == start.datum) return "start: " + met_dag(start);
  return fmt::format("start: {}, van voor de wet; de termijn begint op {}", met_dag(start), dag.lang());
}

/// What came before the law can set no day before it.
void Rekenaar::niet_voor_de_wet(Termijn& t) const {
  if (regel_.overgang == Overgang::geen || !regel_.van || !t.uiterlijk || *t.uiterlijk >= *regel_.van) return;
  t.veilig = *regel_.van;
  t.uiterlijk = regel_.van;
  t.stappen.push_back(fmt::format("niet eerder dan de inwerkingtreding van de wet: {}", regel_.van->lang()));
}

/// Done or lapsed when there was no such duty yet; who was told, was told.
bool Rekenaar::van_voor_de_wet(const Verloop& v) const {
  if (regel_.notificatie) return false;
  const Feit* einde = v.vervuld != nullptr ? v.vervuld : v.vervallen;
  return einde != nullptr && regel_.van && einde->datum < *regel_.van;
}

/// The term that a fact opens under this version of the law; nothing when another version is about its day.
std::optional<Termijn> Rekenaar::open(const Feit& start) const {
  const Feit* van = regel_.notificatie ? anker(start) : &start;
  const Datum dag = van == nullptr ? start.datum : van->datum;
  if (!regel_.geldt(dag) && !(regel_.overgang != Overgang::geen && regel_.van && dag < *regel_.van)) {
    return std::nullopt;
  }
  return regel_.notificatie ? notificatie(start) : gewoon(start);
}

Status Rekenaar::lopende_status(const Termijn& t) const {
  if (regel_.onverwijld) return Status::onverwijld;
  if (t.uiterlijk && *t.uiterlijk < peildatum_) return Status::overschreden;
  const auto voorbij = [this](const std::optional<Moment>& tijd) {
    return tijd && moment_ && tijd->utc() < moment_->utc();
  };
  if (voorbij(t.tijd)) return Status::overschreden;
  if (t.veilig < peildatum_ || voorbij(t.veilige_tijd)) return Status::vroegste_lezing_voorbij;
  return peildatum_.dagen_tot(t.veilig) <= beleid_.nadert_dagen ? Status::nadert : Status::open;
}

Ernst Rekenaar::ernst(const Termijn& t) const {
  switch (t.status) {
    case Status::overschreden:
      return Ernst::kritiek;
    case Status::onverwijld:
      return t.start.dagen_tot(peildatum_) > beleid_.onverwijld_dagen ? Ernst::kritiek : Ernst::waarschuwing;
    case Status::vroegste_lezing_voorbij:
    case Status::nadert:
      return Ernst::waarschuwing;
    case Status::opgeschort:  // by a reading only
      return regel_.herbegin && t.veilig < peildatum_ ? Ernst::waarschuwing : Ernst::geen;
    default:
      return Ernst::geen;
  }
}

/// `stil_sinds`: since when it was suspended when it was met.
void Rekenaar::zet_nagekomen(Termijn& t, const Feit& door, std::optional<Datum> stil_sinds) const {
  t.gestopt_op = stil_sinds;
  t.status = Status::nagekomen;
  t.nagekomen_op = door.datum;
  if (door.minuut) t.nagekomen_tijd = op_de_klok(door.datum, *door.minuut);
  t.stappen.push_back(fmt::format("nagekomen: {}{}", met_dag(door), t.te_laat() ? ", te laat" : ""));
}

void Rekenaar::zet_vervallen(Termijn& t, const Feit& door, Datum sinds) const {
  t.status = Status::vervallen;
  t.vervallen_op = door.datum;
  t.gestopt_op = sinds;
  t.stappen.push_back(fmt::format("vervallen: {}{}", met_dag(door), t.te_laat() ? kWasTeLaat : ""));
  if (een_van(regel_.voorgoed, door.soort)) t.zekerheid = regel_.voorgoed_zekerheid;
}

void Rekenaar::zet_opgeschort(Termijn& t, const Feit& door, Datum sinds) const {
  t.status = Status::opgeschort;
  t.gestopt_op = sinds;
  t.opgeschort_door = met_dag(door) + (door.ref.empty() ? "" : fmt::format(" ({})", door.ref));
  t.stappen.push_back(fmt::format("opgeschort: {}{}", t.opgeschort_door, t.te_laat() ? kWasTeLaat : ""));
}

/// The law does not say that a question suspends the term: that is a reading, and only of one asked in the term.
bool Rekenaar::schort_op(Termijn& t, const Verloop& v) const {
  if (v.opgeschort == nullptr) return false;
  if (!regel_.herbegin) return true;
  if (t.wettelijk && *v.opgeschort_sinds > *t.wettelijk) {
    t.stappen.push_back(fmt::format("{}: na de termijn, en die staat dus niet stil", met_dag(*v.opgeschort)));
    return false;
  }
  t.zekerheid = Zekerheid::lezing;
  t.stappen.emplace_back(kVraagSchortOp);
  return true;
}

void Rekenaar::zet_status(Termijn& t, const Verloop& v) const {
  if (v.vervuld != nullptr) {
    zet_nagekomen(t, *v.vervuld, schort_op(t, v) ? v.opgeschort_sinds : std::nullopt);
  } else if (v.vervallen != nullptr) {
    zet_vervallen(t, *v.vervallen, v.opgeschort_sinds.value_or(v.vervallen->datum));
  } else if (regel_.wacht_op_bewaring && bewaring_.door != nullptr) {
    zet_opgeschort(t, *bewaring_.door, *bewaring_.sinds);
  } else if (schort_op(t, v)) {
    zet_opgeschort(t, *v.opgeschort, *v.opgeschort_sinds);
  } else {
    t.status = lopende_status(t);
  }
  t.ernst = ernst(t);
}

/// How often a deferral was upheld up to and including this fact.
int Rekenaar::verlengingen(std::size_t tot_en_met) const {
  int n = 0;
  for (std::size_t i = 0; i <= tot_en_met; ++i) {
    if (feiten_[i]->soort == FeitSoort::uitgesteld) n = 0;
    if (feiten_[i]->soort == FeitSoort::gehandhaafd) ++n;
  }
  return n;
}

void Rekenaar::doe(std::vector<Termijn>& uit) const {
  std::optional<Verschuiving> was;
  bool loopt = false;           // only where the first start counts
  const Feit* einde = nullptr;  // of the term that runs
  for (std::size_t i = 0; i < feiten_.size(); ++i) {
    const Feit& start = *feiten_[i];
    if (feiten_[i] == einde) loopt = false;
    if (loopt || !een_van(regel_.start, start.soort) || voor_de_afgesproken_dag(i)) continue;
    std::optional<Termijn> t = open(start);
    if (!t) continue;
    // A notification counts whatever its date: who knows already has not to be told again.
    const Verloop v = volg(*t, regel_.notificatie ? 0 : i + 1);
    if (van_voor_de_wet(v)) continue;
    loopt = regel_.eerste_telt;
    einde = v.vervuld != nullptr ? v.vervuld : v.vervallen;
    const std::optional<Verschuiving> eerder = std::exchange(was, std::nullopt);
    if (eerder && (eerder->uiterlijk != t->uiterlijk || eerder->veilig != t->veilig)) {
      t->was = Verschuiving{eerder->veilig, eerder->uiterlijk, met_dag(start)};
    }
    if (v.vervangen) {
      was = Verschuiving{t->veilig, t->uiterlijk, {}};
      continue;
    }
    if (regel_.id == "uitstel_herziening") {
      t->verlengingen = verlengingen(i);
      if (t->verlengingen > 0) t->stappen.push_back(fmt::format("verlenging {} van dit uitstel", t->verlengingen));
    }
    stond_stil(*t, v);
    naar_de_wet(*t, v);
    zet_status(*t, v);
    uit.push_back(std::move(*t));
  }
}

}  // namespace pga::termijn
