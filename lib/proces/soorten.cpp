// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/soorten.h"

#include <algorithm>
#include <map>

#include "lib/basis/compartiment.h"
#include "lib/proces/lezer.h"
#include "lib/proces/organisatie.h"
#include "lib/termijn/kalender.h"

namespace pga::proces {
namespace {

BetrokkeneVelden betrokkene(const Lezer& l) {
  BetrokkeneVelden b;
  b.id = l.tekst("id");
  b.soort = l.woord<Persoon>("soort").value_or(Persoon::natuurlijk_persoon);
  b.overleden_op = l.datum("overleden_op");
  return b;
}

std::vector<RelatieVelden> relaties(const Lezer& l) {
  return l.elk<RelatieVelden>("relaties", [](const Lezer& i) {
    RelatieVelden r;
    r.id = i.tekst("id");
    r.soort = i.woord<Persoon>("soort").value_or(Persoon::natuurlijk_persoon);
    r.identificeerbaar = i.woord<JaNee>("identificeerbaar");
    r.overleden_op = i.datum("overleden_op");
    return r;
  });
}

std::vector<Stem> stemmen(const Lezer& l) {
  return l.elk<Stem>("stemmen", [](const Lezer& i) {
    Stem s;
    s.id = i.tekst("id");
    s.organisatie = i.woord<Organisatie>("organisatie");
    s.standpunt = i.woord<Standpunt>("standpunt");
    return s;
  });
}

std::vector<DeelnemerVelden> deelnemers(const Lezer& l) {
  return l.elk<DeelnemerVelden>("deelnemers", [](const Lezer& i) {
    DeelnemerVelden d;
    d.id = i.tekst("id");
    d.gebruiker = i.tekst("gebruiker");
    d.compartimenten = i.teksten("compartimenten");
    d.tot = i.datum("tot");
    return d;
  });
}

std::vector<std::string> ids(const Lezer& l, std::string_view naam) {
  return l.elk<std::string>(naam, [](const Lezer& i) { return i.tekst("id"); });
}

Melding melding(const Lezer& l) {
  Melding m;
  m.ontvangen = l.datum("ontvangen");
  m.ontvangen_door = l.woord<Organisatie>("ontvangen_door");
  m.betrokkene = betrokkene(l.in("betrokkene"));
  m.relaties = relaties(l);
  return m;
}

Aanmelding aanmelding(const Lezer& l) {
  Aanmelding a;
  a.ontvangen = l.datum("ontvangen");
  a.ontvangen_door = l.woord<Organisatie>("ontvangen_door");
  a.aangemeld_door = l.woord<Organisatie>("aangemeld_door");
  a.betrokkene = betrokkene(l.in("betrokkene"));
  a.relaties = relaties(l);
  a.overgenomen_bundel = l.in("overgenomen").tekst("bundel");
  return a;
}

Aanvulling aanvulling(const Lezer& l) {
  Aanvulling a;
  a.datum = l.datum("datum");
  a.betrokkene = betrokkene(l.in("betrokkene"));
  a.relaties = relaties(l);
  return a;
}

Afdoening afdoening(const Lezer& l) {
  Afdoening a;
  a.datum = l.datum("datum");
  a.uitkomst = l.woord<AfdoeningUitkomst>("uitkomst");
  return a;
}

Lopend lopend(const Lezer& l) {
  Lopend p;
  p.datum = l.datum("datum");
  const Lezer besluit = l.in("besluit");
  p.besluit_datum = besluit.datum("datum");
  p.grondslag = besluit.woord<LopendGrondslag>("grondslag");
  p.ontvangen = l.datum("ontvangen");
  p.laatste_herweging = l.datum("laatste_herweging");
  const Lezer notificatie = l.in("notificatie");
  p.notificatie = notificatie.woord<LopendNotificatie>("stand");
  p.notificatie_datum = notificatie.datum("datum");
  p.betrokkene = betrokkene(l.in("betrokkene"));
  p.relaties = relaties(l);
  p.deelnemers = deelnemers(l);
  return p;
}

Weging weging(const Lezer& l) {
  Weging w;
  w.stap = l.woord<WegingStap>("stap").value_or(WegingStap::besluit);
  w.datum = l.datum("datum");
  w.betrokkene = betrokkene(l.in("betrokkene"));
  w.relaties = relaties(l);
  w.stemmen = stemmen(l);
  w.besluit = l.woord<Weegbesluit>("besluit");
  w.aanhouden_tot = l.in("aanhouden").datum("tot");
  w.deelnemers = deelnemers(l);
  w.uitstroomvoorwaarden = l.elk<Uitstroomvoorwaarde>("uitstroomvoorwaarden", [](const Lezer& i) {
    Uitstroomvoorwaarde u;
    u.id = i.tekst("id");
    u.toetsdatum = i.datum("toetsdatum");
    return u;
  });
  w.noodzaak = l.woord<Noodzaak>("noodzaak");
  w.voorwaarde = l.tekst("voorwaarde");
  w.uitkomst = l.woord<Toetsuitkomst>("uitkomst");
  w.volgende_toets = l.datum("volgende_toets");
  w.aan = l.woord<Organisatie>("aan");
  w.teruggekoppeld = l.woord<JaNee>("teruggekoppeld");
  return w;
}

Deelname deelname(const Lezer& l) {
  Deelname d;
  d.datum = l.datum("datum");
  d.stemmen = stemmen(l);
  d.deelnemers = deelnemers(l);
  return d;
}

Toegang toegang(const Lezer& l) {
  Toegang t;
  t.stap = l.woord<ToegangStap>("stap");
  t.datum = l.datum("datum");
  t.gebruiker = l.tekst("gebruiker");
  t.aan = l.tekst("aan");
  t.tot = l.datum("tot");
  const Lezer sleutels = l.in("sleutels");
  for (const Compartiment c : kCompartimenten) {
    if (!sleutels.tekst(pga::naam(c)).empty()) t.sleutels.emplace_back(pga::naam(c));
  }
  t.vernietigd = l.teksten("vernietigd");
  t.stukken = l.teksten("stukken");
  t.onjuist = l.woord<Onjuistheid>("onjuist");
  t.uit_stuk = l.tekst("uit_stuk");
  return t;
}

Bevestiging bevestiging(const Lezer& l) {
  Bevestiging b;
  b.datum = l.datum("datum");
  b.stuk = l.tekst("stuk");
  b.stem = l.tekst("stem");
  b.klopt = l.woord<JaNee>("klopt");
  return b;
}

Beoordeling beoordeling(const Lezer& l) {
  Beoordeling b;
  b.datum = l.datum("datum");
  b.organisatie = l.woord<Organisatie>("organisatie");
  b.acties = actievelden(l);
  return b;
}

Contextcasusformulier context(const Lezer& l) {
  Contextcasusformulier c;
  c.datum = l.datum("datum");
  return c;
}

Profiel profiel(const Lezer& l) {
  Profiel p;
  p.datum = l.datum("datum");
  p.acties = actievelden(l);
  return p;
}

Plan plan(const Lezer& l) {
  Plan p;
  p.stap = l.woord<PlanStap>("stap").value_or(PlanStap::opstelling);
  p.datum = l.datum("datum");
  p.doelen = ids(l, "doelen");
  p.interventies = l.elk<InterventieVelden>("interventies", [](const Lezer& i) {
    InterventieVelden v;
    v.id = i.tekst("id");
    v.start = i.datum("start");
    v.einde = i.datum("einde");
    v.duur = i.tekst("duur");
    v.evaluatiedatum = i.datum("evaluatiedatum");
    v.verstrekken_op = i.datum("verstrekken_op");
    v.verstrekt_op = i.datum("verstrekt_op");
    return v;
  });
  p.acties = l.elk<ActieVelden>("acties", [](const Lezer& i) {
    ActieVelden a;
    a.id = i.tekst("id");
    a.uiterlijk = i.datum("uiterlijk");
    return a;
  });
  p.interventie = l.tekst("interventie");
  p.uitkomst = l.woord<EvaluatieUitkomst>("uitkomst");
  p.volgende_evaluatie = l.datum("volgende_evaluatie");
  p.herziening = l.datum("herziening");
  return p;
}

Notificatie notificatie(const Lezer& l) {
  Notificatie n;
  n.stap = l.woord<NotificatieStap>("stap");
  n.datum = l.datum("datum");
  n.betrokkenen = ids(l, "betrokkenen");
  n.herziening = l.datum("herziening");
  n.uitkomst = l.woord<HeroverwegingUitkomst>("uitkomst");
  n.verplichting = l.teksten("verplichting");
  n.wat_achtergehouden = l.teksten("wat_achtergehouden");
  n.gemeld_op = l.datum("gemeld_op");
  return n;
}

Afsluiting afsluiting(const Lezer& l) {
  Afsluiting a;
  a.stap = l.woord<AfsluitingStap>("stap");
  a.datum = l.datum("datum");
  a.voorstel = l.woord<Voorstel>("voorstel");
  a.reden = l.woord<AfsluitReden>("reden");
  a.per_doel = ids(l, "per_doel");
  a.laatste_verwerking = l.datum("laatste_verwerking");
  a.stemmen = stemmen(l);
  a.betrokkenen = l.elk<AfsluitingBetrokkene>("betrokkenen", [](const Lezer& i) {
    AfsluitingBetrokkene b;
    b.id = i.tekst("id");
    b.genotificeerd = i.woord<JaNee>("genotificeerd");
    b.brief = i.woord<BriefStand>("brief");
    b.brief_datum = i.datum("brief_datum");
    return b;
  });
  return a;
}

Audit audit(const Lezer& l) {
  Audit a;
  a.stap = l.woord<AuditStap>("stap").value_or(AuditStap::uitgevoerd);
  a.datum = l.datum("datum");
  a.uitkomst = l.woord<AuditUitkomst>("uitkomst");
  a.afschrift_ap_op = l.datum("afschrift_ap_op");
  a.afschrift_rac_op = l.datum("afschrift_rac_op");
  a.afschrift_fg_op = l.datum("afschrift_fg_op");
  return a;
}

Jaarverslag jaarverslag(const Lezer& l) {
  Jaarverslag j;
  j.jaar = l.tekst("jaar");
  j.gepubliceerd_op = l.datum("gepubliceerd_op");
  return j;
}

Screening screening(const Lezer& l) {
  Screening s;
  s.gebruiker = l.tekst("gebruiker");
  s.soort_bewijs = l.woord<Bewijs>("soort_bewijs");
  s.datum = l.datum("datum");
  s.geldig_tot = l.datum("geldig_tot");
  s.opleiding_op = l.datum("opleiding_op");
  s.opleiding_geldig_tot = l.datum("opleiding_geldig_tot");
  return s;
}

Vernietiging vernietiging(const Lezer& l) {
  Vernietiging v;
  v.stap = l.woord<VernietigingStap>("stap");
  v.datum = l.datum("datum");
  v.nummer = l.tekst("nummer");
  v.grond = l.woord<VernietigGrond>("grond");
  v.bedenktijd_tot = l.datum("bedenktijd_tot");
  v.tweede = l.woord<JaNee>("tweede") == JaNee::ja;
  v.houders = l.elk<Houder>("houders", [](const Lezer& i) {
    return Houder{i.tekst("id"), i.tekst("organisatie")};
  });
  v.organisatie = l.tekst("organisatie");
  v.agenda = l.teksten("agenda");
  v.stand = l.getal("stand");
  return v;
}

Uitreiking uitreiking(const Lezer& l) {
  Uitreiking u;
  u.datum = l.datum("datum");
  u.gebruiker = l.tekst("gebruiker");
  u.dossiers = l.teksten("dossiers");
  u.bundel = l.tekst("bundel");
  return u;
}

AantallenStuk aantallen_stuk(const Lezer& l) {
  AantallenStuk a;
  a.datum = l.datum("datum");
  a.merk = l.tekst("merk");
  a.neemt_over = l.teksten("neemt_over");
  return a;
}

/// What a reading function asks for.
template <class F>
Paden paden(F lees_soort) {
  Paden uit;
  (void)lees_soort(Lezer(nullptr, nullptr, &uit));
  std::sort(uit.begin(), uit.end());
  return uit;
}

}  // namespace

bool over_het_bericht(const Notificatie& n) {
  const auto& v = n.verplichting;
  return v.empty() || std::find(v.begin(), v.end(), "avg_14") != v.end();
}

std::optional<Datum> einde_van(const InterventieVelden& i) {
  if (i.einde) return i.einde;
  const std::optional<termijn::Duur> duur = termijn::lees_duur(i.duur);
  if (!i.start || !duur) return std::nullopt;
  return termijn::plus(*i.start, *duur);
}

Melding lees_melding(const Waarde& w, Onleesbaar* o) { return melding({&w, o, nullptr}); }
Aanmelding lees_aanmelding(const Waarde& w, Onleesbaar* o) { return aanmelding({&w, o, nullptr}); }
Aanvulling lees_aanvulling(const Waarde& w, Onleesbaar* o) { return aanvulling({&w, o, nullptr}); }
Afdoening lees_afdoening(const Waarde& w, Onleesbaar* o) { return afdoening({&w, o, nullptr}); }
Lopend lees_lopend(const Waarde& w, Onleesbaar* o) { return lopend({&w, o, nullptr}); }
Weging lees_weging(const Waarde& w, Onleesbaar* o) { return weging({&w, o, nullptr}); }
Deelname lees_deelname(const Waarde& w, Onleesbaar* o) { return deelname({&w, o, nullptr}); }
Toegang lees_toegang(const Waarde& w, Onleesbaar* o) { return toegang({&w, o, nullptr}); }
Bevestiging lees_bevestiging(const Waarde& w, Onleesbaar* o) { return bevestiging({&w, o, nullptr}); }
Beoordeling lees_beoordeling(const Waarde& w, Onleesbaar* o) { return beoordeling({&w, o, nullptr}); }
Contextcasusformulier lees_contextcasusformulier(const Waarde& w, Onleesbaar* o) {
  return context({&w, o, nullptr});
}
Profiel lees_profiel(const Waarde& w, Onleesbaar* o) { return profiel({&w, o, nullptr}); }
Plan lees_plan(const Waarde& w, Onleesbaar* o) { return plan({&w, o, nullptr}); }
Notificatie lees_notificatie(const Waarde& w, Onleesbaar* o) { return notificatie({&w, o, nullptr}); }
Afsluiting lees_afsluiting(const Waarde& w, Onleesbaar* o) { return afsluiting({&w, o, nullptr}); }
Audit lees_audit(const Waarde& w, Onleesbaar* o) { return audit({&w, o, nullptr}); }
Jaarverslag lees_jaarverslag(const Waarde& w, Onleesbaar* o) { return jaarverslag({&w, o, nullptr}); }
Screening lees_screening(const Waarde& w, Onleesbaar* o) { return screening({&w, o, nullptr}); }
Vernietiging lees_vernietiging(const Waarde& w, Onleesbaar* o) { return vernietiging({&w, o, nullptr}); }
Uitreiking lees_uitreiking(const Waarde& w, Onleesbaar* o) { return uitreiking({&w, o, nullptr}); }
AantallenStuk lees_aantallen_stuk(const Waarde& w, Onleesbaar* o) { return aantallen_stuk({&w, o, nullptr}); }

const std::vector<std::string>& termijnen_velden(std::string_view soort) {
  static const std::map<std::string, Paden, std::less<>> tabel = {{"melding", paden(melding)},
                                                                  {"aanmelding", paden(aanmelding)},
                                                                  {"aanvulling", paden(aanvulling)},
                                                                  {"afdoening", paden(afdoening)},
                                                                  {"lopend", paden(lopend)},
                                                                  {"weging", paden(weging)},
                                                                  {"bevestiging", paden(bevestiging)},
                                                                  {"beoordeling", paden(beoordeling)},
                                                                  {"contextcasusformulier", paden(context)},
                                                                  {"profiel", paden(profiel)},
                                                                  {"plan", paden(plan)},
                                                                  {"notificatie", paden(notificatie)},
                                                                  {"afsluiting", paden(afsluiting)},
                                                                  {"audit", paden(audit)},
                                                                  {"jaarverslag", paden(jaarverslag)},
                                                                  {"screening", paden(screening)},
                                                                  {"bewaring", paden(bewaring)},
                                                                  {"bijlage", paden(bijlage)},
                                                                  {"overdracht", paden(overdracht)},
                                                                  {"verzoek", paden(verzoek)},
                                                                  {"correctie", paden(correctie)},
                                                                  {"datalek", paden(datalek)},
                                                                  {"overleg", paden(overleg)},
                                                                  {"actielijst", paden(actielijst)},
                                                                  {"advies", paden(advies)},
                                                                  {"deelname", paden(deelname)},
                                                                  {"toegang", paden(toegang)},
                                                                  {"vernietiging", paden(vernietiging)},
                                                                  {"uitreiking", paden(uitreiking)},
                                                                  {"aantallen", paden(aantallen_stuk)}};
  static const Paden geen;
  const auto gevonden = tabel.find(soort);
  return gevonden == tabel.end() ? geen : gevonden->second;
}

}  // namespace pga::proces
