// SPDX-License-Identifier: EUPL-1.2
//
// The days of a term: how long it is, what makes it longer, begin again or come sooner, and its earliest reading.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lib/termijn/rekenaar.h"
#include "lib/termijn/strenger.h"

namespace pga::termijn {

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
  const Duur uit = geldende_duur(regel_, beleid_);
  if (regel_.vast() && uit != regel_.lengte.vast) {
    t.stappen.push_back(fmt::format("beleid: {} in plaats van {}", uit.tekst(), regel_.lengte.vast.tekst()));
    t.zekerheid = Zekerheid::beleid;
    if (!regel_.zin_beleid.empty()) t.zin = regel_.zin_beleid;
  }
  return uit;
}

/// The term of an ordinary rule; nothing when the fact sets no day and the rule has no length.
std::optional<Termijn> Rekenaar::gewoon(const Feit& start) const {
  Termijn t = begin(start, vanaf(start.datum));
  t.stappen.push_back(startstap(start));
  if (regel_.onverwijld) {
    t.stappen.emplace_back("onverwijld: hier hoort geen dag bij, het moet meteen");
    return t;
  }
  if (start.tot && (!regel_.bepaalt_dag || *regel_.bepaalt_dag == start.soort)) {
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
      if (regel_.vast()) t.wettelijk = einde(t.start, regel_.lengte.vast).dag;
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
  t.tijd = einde.uiterlijk;
  t.wettelijk = bereken_uren(begin, regel_.lengte.vast.aantal, regel_.regime).uiterlijk.dag;
  t.veilige_tijd = einde.veilig;
}

/// The clock that starts again at a later fact: `veilig` stays where it is. Which fact; nullptr when it does not.
const Feit* Rekenaar::herbegin(Termijn& t, Duur lengte) const {
  if (!regel_.herbegin) return nullptr;
  const Feit* laatste = nullptr;
  const Feit* vraag = nullptr;  // asked in time, and not answered yet
  const Feit* te_laat = nullptr;
  std::optional<Datum> grens = t.wettelijk;
  for (const Feit* f : feiten_) {
    if (f->datum < t.start) continue;
    if (een_van(regel_.opgeschort, f->soort)) {
      (!grens || f->datum <= *grens ? vraag : te_laat) = f;
    } else if (f->soort == *regel_.herbegin && vraag != nullptr) {
      laatste = f;
      vraag = nullptr;
      grens = einde(f->datum, regel_.lengte.vast).dag;
    }
  }
  if (te_laat != nullptr) {
    t.stappen.push_back(fmt::format("{}: na de termijn, en die begint dus niet opnieuw", met_dag(*te_laat)));
  }
  if (laatste == nullptr) return nullptr;
  const Einde opnieuw = einde(laatste->datum, lengte);
  const std::vector<std::string> teksten = opnieuw.teksten();
  if (t.uiterlijk != opnieuw.dag) t.was = Verschuiving{t.veilig, t.uiterlijk, met_dag(*laatste)};
  t.stappen.push_back(fmt::format("telt opnieuw vanaf: {} (dit is een lezing)", met_dag(*laatste)));
  t.stappen.insert(t.stappen.end(), teksten.begin(), teksten.end());
  t.uiterlijk = opnieuw.dag;
  t.wettelijk = std::max(opnieuw.dag, einde(laatste->datum, regel_.lengte.vast).dag);
  t.zekerheid = Zekerheid::lezing;
  return laatste;
}

/// A notice, given within the term of the law, that it takes longer. `opnieuw`: the fact at which the clock started
/// again, where only that makes the notice one within the term: `veilig` stays then.
bool Rekenaar::verleng(Termijn& t, const Feit* opnieuw) const {
  const Feit* bericht = regel_.verlenging ? eerste(regel_.verlenging->door) : nullptr;
  if (bericht == nullptr || !t.wettelijk || bericht->datum > *t.wettelijk) return false;
  const Duur samen = regel_.verlenging->samen;
  const Verschuiving was{t.veilig, t.uiterlijk, met_dag(*bericht)};
  if (opnieuw == nullptr) {
    t.stappen.push_back(fmt::format("verlengd: {}, samen {}", met_dag(*bericht), samen.tekst()));
    neem_over(t, einde(t.start, samen));
    t.zekerheid = regel_.zekerheid;
  } else {
    const Einde nieuw = einde(opnieuw->datum, samen);
    const std::vector<std::string> teksten = nieuw.teksten();
    t.stappen.push_back(
        fmt::format("verlengd vanaf het nieuwe begin: {}, samen {}", met_dag(*bericht), samen.tekst()));
    t.stappen.insert(t.stappen.end(), teksten.begin(), teksten.end());
    t.uiterlijk = nieuw.dag;
  }
  t.wettelijk = t.uiterlijk;
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
    const bool stil = std::any_of(feiten_.begin(), feiten_.end(), [&](const Feit* f) {
      return een_van(regel_.opgeschort, f->soort) && f->datum >= t.start && f->datum <= bericht->datum &&
             (!t.wettelijk || f->datum <= *t.wettelijk);
    });
    t.stappen.push_back(fmt::format("{}: na de eerste termijn, en telt {}", met_dag(*bericht),
                                    stil ? "alleen als die stilstond (een lezing)" : "dus niet"));
  }
}

/// What it was suspended for, and no longer is.
void Rekenaar::stond_stil(Termijn& t, const Verloop& v) const {
  if (regel_.herbegin || regel_.notificatie) return;  // herbegin() and the terms of the deferral say what that did
  for (const Stilstand& s : regel_.wacht_op_bewaring ? bewaring_.voorbij : v.stilstand) {
    if (!t.uiterlijk || s.sinds > *t.uiterlijk || s.tot <= t.start) continue;
    t.stappen.push_back(
        fmt::format("stond stil van {} tot {}: {}", s.sinds.lang(), s.tot.lang(), tekst(s.door->soort)));
    if (!regel_.schuift || s.tot <= *t.uiterlijk) continue;
    t.was = Verschuiving{t.veilig, t.uiterlijk,
                         fmt::format("{} {} tot {}", tekst(s.door->soort), s.sinds.lang(), s.tot.lang())};
    t.veilig = s.tot;
    t.uiterlijk = s.tot;
  }
}

/// A shorter term of policy that came while it was suspended; what is left then is the term of the law.
void Rekenaar::naar_de_wet(Termijn& t, const Verloop& v) const {
  if (!regel_.notificatie || !t.uiterlijk || !t.wettelijk || *t.wettelijk <= *t.uiterlijk) return;
  const bool stil = std::any_of(v.stilstand.begin(), v.stilstand.end(), [&](const Stilstand& s) {
    return s.sinds <= *t.uiterlijk && s.tot > *t.uiterlijk && s.tot <= *t.wettelijk;
  });
  if (!stil) return;
  t.was = Verschuiving{t.veilig, t.uiterlijk, "de termijn van het beleid kwam tijdens het uitstel"};
  t.stappen.push_back(fmt::format(
      "de termijn van het beleid ({}) kwam tijdens het uitstel; die van de wet loopt door", t.uiterlijk->lang()));
  t.uiterlijk = t.wettelijk;
  t.zekerheid = regel_.zekerheid;
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
  t.veilig = vanaf(t.veilig);
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
    t.wettelijk = einde(t.start, regel_.lengte.vast).dag;
  }
  vroegste_lezing(t, ontvangst);
  return t;
}

}  // namespace pga::termijn
