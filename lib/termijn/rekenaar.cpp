// SPDX-License-Identifier: EUPL-1.2
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

Rekenaar::Verloop Rekenaar::volg(const Termijn& t, std::size_t vanaf) const {
  Verloop v;
  for (std::size_t i = 0; i < vanaf; ++i) {
    if (!een_van(regel_.voorgoed, feiten_[i]->soort)) continue;
    v.vervallen = feiten_[i];
    return v;
  }
  for (std::size_t i = vanaf; i < feiten_.size(); ++i) {
    const Feit* f = feiten_[i];
    if (een_van(regel_.vervuld, f->soort)) {
      if (!telt(*f, t)) continue;
      v.vervuld = f;
    } else if (een_van(regel_.vervalt, f->soort) || een_van(regel_.voorgoed, f->soort)) {
      v.vervallen = f;
    } else if (!regel_.notificatie && een_van(regel_.start, f->soort)) {
      v.vervangen = true;
    } else {
      if (een_van(regel_.opgeschort, f->soort)) {
        v.opgeschort = f;
        if (!v.opgeschort_sinds) v.opgeschort_sinds = f->datum;
      }
      if (een_van(regel_.hervat, f->soort)) {
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

Einde Rekenaar::einde(Datum start, Duur lengte) const {
  return bereken_einde(start, lengte, regel_.regime, beleid_.kalender);
}

void Rekenaar::neem_over(Termijn& t, const Einde& einde) const {
  t.uiterlijk = einde.dag;
  t.veilig = einde.onverschoven;
  if (einde.eerder) t.was = Verschuiving{t.veilig, einde.eerder->dag, einde.eerder->door};
  const std::vector<std::string> teksten = einde.teksten();
  t.stappen.insert(t.stappen.end(), teksten.begin(), teksten.end());
}

/// The length of the rule: the law's, or policy's where the law leaves it open or where policy is stricter.
Duur Rekenaar::duur(Termijn& t) const {
  Duur uit = regel_.lengte.vast;
  if (regel_.lengte.beleid != nullptr) uit.aantal = beleid_.*regel_.lengte.beleid;
  const auto streng = beleid_.strenger.find(regel_.id);
  if (streng != beleid_.strenger.end() && mag_beleid(regel_.id, streng->second)) {
    t.stappen.push_back(fmt::format("beleid: {} in plaats van {}", streng->second.tekst(), uit.tekst()));
    uit = streng->second;
  }
  return uit;
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

/// The term of an ordinary rule; nothing when the fact sets no day and the rule has no length.
std::optional<Termijn> Rekenaar::gewoon(const Feit& start) const {
  Termijn t = begin(start, vanaf(start.datum));
  t.stappen.push_back(startstap(start));
  if (regel_.onverwijld) {
    t.stappen.emplace_back("onverwijld: hier hoort geen dag bij, het moet meteen");
    return t;
  }
  if (start.tot) {
    t.veilig = *start.tot;
    t.uiterlijk = start.tot;
    t.stappen.push_back(fmt::format("dag die daarbij is bepaald: {}", start.tot->lang()));
  } else {
    const Duur lengte = duur(t);
    if (lengte.aantal == 0 && regel_.lengte.beleid == nullptr) return std::nullopt;
    if (lengte.eenheid == Eenheid::uur) {
      in_uren(t, start, lengte.aantal);
    } else {
      neem_over(t, einde(t.start, lengte));
    }
    verschuif(t, lengte);
  }
  niet_voor_de_wet(t);
  vervroeg(t);
  eerst(t);
  return t;
}

/// From the time of the fact, or the beginning of its day when nobody recorded the time.
void Rekenaar::in_uren(Termijn& t, const Feit& start, int uren) const {
  const Moment begin = op_de_klok(start.datum, start.minuut.value_or(0));
  const EindeUren einde = bereken_uren(begin, uren, regel_.regime);
  for (const Stap& stap : einde.stappen) t.stappen.push_back(stap.tekst());
  for (const std::string& w : einde.waarschuwingen) t.stappen.push_back("let op: " + w);
  t.veilig = einde.veilig.dag;
  t.uiterlijk = einde.uiterlijk.dag;
  t.minuut = einde.uiterlijk.uur * 60 + einde.uiterlijk.minuut;
  t.veilig_minuut = einde.veilig.uur * 60 + einde.veilig.minuut;
}

/// The clock that starts again at a later fact: `veilig` stays where it is. Which fact; nullptr when it does not.
const Feit* Rekenaar::herbegin(Termijn& t, Duur lengte) const {
  if (!regel_.herbegin) return nullptr;
  const Feit* laatste = nullptr;
  for (const Feit* f : feiten_) {
    if (f->soort == *regel_.herbegin && f->datum >= t.start) laatste = f;
  }
  if (laatste == nullptr) return nullptr;
  const Feit* vraag = nullptr;
  for (const Feit* f : feiten_) {
    if (vraag == nullptr && een_van(regel_.opgeschort, f->soort) && f->datum >= t.start) vraag = f;
  }
  if (vraag != nullptr && t.uiterlijk && vraag->datum > *t.uiterlijk) {
    t.stappen.push_back(fmt::format("{}: na de termijn, en die begint dus niet opnieuw", met_dag(*vraag)));
    return nullptr;
  }
  const Einde opnieuw = einde(laatste->datum, lengte);
  const std::vector<std::string> teksten = opnieuw.teksten();
  t.was = Verschuiving{t.veilig, t.uiterlijk, met_dag(*laatste)};
  t.stappen.push_back(fmt::format("telt opnieuw vanaf: {} (dit is een lezing)", met_dag(*laatste)));
  t.stappen.insert(t.stappen.end(), teksten.begin(), teksten.end());
  t.uiterlijk = opnieuw.dag;
  t.zekerheid = Zekerheid::lezing;
  return laatste;
}

/// A notice, given within the term, that it takes longer. `opnieuw`: the fact at which the clock started again.
bool Rekenaar::verleng(Termijn& t, const Feit* opnieuw) const {
  const Feit* bericht = regel_.verlenging ? eerste(regel_.verlenging->door) : nullptr;
  if (bericht == nullptr || !t.uiterlijk || bericht->datum > *t.uiterlijk) return false;
  const Verschuiving was{t.veilig, t.uiterlijk, met_dag(*bericht)};
  t.stappen.push_back(fmt::format("verlengd: {}, samen {}", met_dag(*bericht), regel_.verlenging->samen.tekst()));
  neem_over(t, einde(t.start, regel_.verlenging->samen));
  if (opnieuw != nullptr) t.uiterlijk = einde(opnieuw->datum, regel_.verlenging->samen).dag;
  t.was = was;
  return true;
}

/// A longer term, and one that starts again: each counts when it came within the term as that stood by then.
void Rekenaar::verschuif(Termijn& t, Duur lengte) const {
  bool verlengd = verleng(t, nullptr);
  const Feit* opnieuw = herbegin(t, verlengd ? regel_.verlenging->samen : lengte);
  if (opnieuw != nullptr && !verlengd) verlengd = verleng(t, opnieuw);
  const Feit* bericht = regel_.verlenging ? eerste(regel_.verlenging->door) : nullptr;
  if (bericht != nullptr && !verlengd) {
    t.stappen.push_back(fmt::format("{}: na de eerste termijn, en telt dus niet", met_dag(*bericht)));
  }
}

/// The first day, held or agreed, that brings the term forward.
void Rekenaar::vervroeg(Termijn& t) const {
  if (regel_.vervroegd.empty() || !beleid_.uitstel_bij_overleg || !t.uiterlijk) return;
  const Feit* laatste = nullptr;
  std::optional<Datum> dag;
  const auto neem = [&](Datum d) {
    if (d > t.start && d < *t.uiterlijk && (!dag || d < *dag)) dag = d;
  };
  for (const Feit* f : feiten_) {
    if (!een_van(regel_.vervroegd, f->soort)) continue;
    neem(f->datum);
    laatste = f;
  }
  if (laatste != nullptr && laatste->tot) neem(*laatste->tot);
  if (!dag) return;
  const std::string reden = fmt::format("{} {}", tekst(regel_.vervroegd.front()), dag->lang());
  t.was = Verschuiving{t.veilig, t.uiterlijk, reden};
  t.veilig = *dag;
  t.uiterlijk = dag;
  t.stappen.push_back("eerder: " + reden);
}

void Rekenaar::eerst(Termijn& t) const {
  if (!regel_.eerst) return;
  std::vector<std::string> open;
  for (const Feit* f : feiten_) {
    if (f->soort == regel_.eerst->open) open.push_back(f->ref);
    if (een_van(regel_.eerst->gedaan, f->soort))
      open.erase(std::remove(open.begin(), open.end(), f->ref), open.end());
  }
  if (open.empty()) return;
  t.zin += fmt::format("; eerst {}", regel_.eerst->zin);
  t.stappen.push_back(fmt::format("eerst: {}", regel_.eerst->zin));
}

/// The earliest day by any reading of artikel 14, lid 3, AVG, and why.
void Rekenaar::vroegste_lezing(Termijn& t, const Feit& ontvangst) const {
  const Duur maand = regel_.lengte.vast;
  std::string reden = fmt::format("{} + {}", met_dag(ontvangst), maand.tekst());
  t.veilig = plus(ontvangst.datum, maand);
  if (t.uiterlijk && *t.uiterlijk < t.veilig) t.veilig = *t.uiterlijk;  // a stricter policy
  for (const FeitSoort s : {FeitSoort::eerste_contact, FeitSoort::eerste_verstrekking}) {
    const Feit* f = eerste(s);
    if (f == nullptr || f->datum >= t.veilig) continue;
    t.was = Verschuiving{t.veilig, t.uiterlijk, met_dag(*f)};
    t.veilig = f->datum;
    reden = std::string(tekst(s));
  }
  if (t.uiterlijk != t.veilig) t.stappen.push_back(fmt::format("vroegste lezing: {} = {}", reden, t.veilig.lang()));
}

/// What the duty to notify counts from; nullptr while that is still to come.
const Feit* Rekenaar::anker(const Feit& ontvangst) const {
  const Feit* besluit = eerste(FeitSoort::weegbesluit);
  if (besluit == nullptr) besluit = eerste(FeitSoort::eerder_besluit);
  // Someone recorded after the weegbesluit cannot have been told before: the month runs from the record.
  if (beleid_.notificatie_anker == Anker::verkrijging || (besluit != nullptr && besluit->datum < ontvangst.datum)) {
    return &ontvangst;
  }
  return besluit;
}

/// The duty to notify: `uiterlijk` counts from the anchor, `veilig` from the earliest reading.
Termijn Rekenaar::notificatie(const Feit& ontvangst) const {
  const Feit* van = anker(ontvangst);
  Termijn t = begin(ontvangst, vanaf(van == nullptr ? ontvangst.datum : van->datum));
  if (van == nullptr) {
    t.zekerheid = Zekerheid::lezing;
    t.zin = "weeg, of motiveer uitstel van de notificatie";
    t.stappen.emplace_back("nog geen weegbesluit: weeg of motiveer uitstel");
  } else {
    if (van == &ontvangst) t.zekerheid = Zekerheid::wet;
    t.stappen.push_back(startstap(*van));
    neem_over(t, einde(t.start, duur(t)));
  }
  vroegste_lezing(t, ontvangst);
  return t;
}

Status Rekenaar::lopende_status(const Termijn& t) const {
  if (regel_.onverwijld) return Status::onverwijld;
  if (t.uiterlijk && *t.uiterlijk < peildatum_) return Status::overschreden;
  if (t.veilig < peildatum_) return Status::vroegste_lezing_voorbij;
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
  t.nagekomen_minuut = door.minuut;
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
  if (t.uiterlijk && *v.opgeschort_sinds > *t.uiterlijk) {
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
  for (std::size_t i = 0; i < feiten_.size(); ++i) {
    const Feit& start = *feiten_[i];
    if (!een_van(regel_.start, start.soort)) continue;
    std::optional<Termijn> t = open(start);
    if (!t) continue;
    // A notification counts whatever its date: who knows already has not to be told again.
    const Verloop v = volg(*t, regel_.notificatie ? 0 : i + 1);
    if (van_voor_de_wet(v)) continue;
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
    zet_status(*t, v);
    uit.push_back(std::move(*t));
  }
}

}  // namespace pga::termijn
