// SPDX-License-Identifier: EUPL-1.2
//
// What an expert was asked. At the weging only other deelnemers may know who it is about (artikel 5, lid 3, Wet
// PGA): whoever else is consulted, is so anonymously, and what was put before them is compared with what the
// dossier knows of persons.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "lib/proces/organisatie.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr std::string_view kAdviseur = "de adviseur";
constexpr const char* kWeging = "artikel 5, lid 3, Wet PGA";
constexpr const char* kAnoniem = "artikel 5, lid 3, Wet PGA; artikel 5, lid 1, onder c, AVG";

std::vector<std::string> bekende_adviezen(const Dossier& d) {
  std::vector<std::string> uit;
  for (const AdviesStand& a : d.adviezen) uit.push_back(a.id);
  return uit;
}

/// Of an advies that comes in without its question on record, the question is asked for.
void toets_begin(Toetser& t) {
  std::vector<std::string_view> mist;
  for (const char* veld : {"soort_advies", "adviseur", "gevraagd_door", "vraag"}) {
    if (!t.heeft(t.w, veld)) mist.emplace_back(veld);
  }
  if (mist.empty()) return;
  t.document(&t.w,
             {fmt::format("van dit advies is nog niets vastgelegd, en hier ontbreekt: {}", fmt::join(mist, ", ")),
              "vul dat in, of noem met id het advies dat is gevraagd",
              {}});
}

/// The texts that went to the expert.
void toets_namen(Toetser& t, const std::string& wie) {
  bool gezegd = false;
  for (const char* veld : {"vraag", "voorgelegd"}) {
    const Waarde* deel = t.w.vind(veld);
    const Waarde* tekst = deel == nullptr ? nullptr : deel->vind("tekst");
    if (tekst == nullptr || !tekst->is_tekst()) continue;
    if (!t.d.personen_volledig && !std::exchange(gezegd, true)) {
      t.advies(&t.w, {"niet alle namen in dit dossier gaan met uw sleutel open; die zijn dus niet vergeleken",
                      "controleer zelf dat de tekst niet zegt om wie het gaat", kAnoniem});
    }
    const Noemt hoe = noemt_persoon(tekst->tekst(), t.d.personen);
    if (hoe == Noemt::zeker) {
      t.bevinding(
          tekst,
          {fmt::format("in deze tekst voor {} staat een naam of een gegeven van iemand uit dit dossier", wie),
           "haal dat weg als de tekst nog niet is gegeven; is dat wel zo, vraag dan de tekst te "
           "vernietigen en ga met de FG na of dit een datalek is (pga datalek)",
           kAnoniem});
    } else if (hoe == Noemt::misschien) {
      t.advies(tekst, {"in deze tekst staat een woord dat ook in een naam in dit dossier staat",
                       "controleer dat het niet om die persoon gaat", kAnoniem});
    }
  }
}

void toets_anoniem(Toetser& t, const Advies& a, const std::string& wie) {
  if (a.anoniem == JaNee::nee) {
    t.bevinding(t.veld("anoniem"),
                {fmt::format("{} is geen deelnemer, en de casus is bij de weging niet anoniem voorgelegd", wie),
                 "alleen andere deelnemers kunnen dan weten om wie het gaat; ga met de FG na of dit een datalek is "
                 "(pga datalek)",
                 kWeging});
  } else if (a.anoniem != JaNee::ja) {
    t.bevinding(t.veld(t.heeft(t.w, "anoniem") ? "anoniem" : "adviseur"),
                {fmt::format("{} is geen deelnemer, en er staat niet dat de casus anoniem is voorgelegd", wie),
                 "bij de weging kunnen alleen andere deelnemers weten om wie het gaat; ga het na en vul anoniem in",
                 kWeging});
  }
  if (!t.heeft(t.w, "voorgelegd")) {
    t.bevinding(t.veld("adviseur"),
                {fmt::format("er staat niet wat aan {} is voorgelegd; of dat anoniem was, is niet na te gaan", wie),
                 "vul voorgelegd in: de tekst zoals die is gegeven", kAnoniem});
  }
  toets_namen(t, wie);
}

/// What was given to somebody who was asked before.
void toets_erbij(Toetser& t, const AdviesStand& er) {
  if (er.adviseur.empty() || is_deelnemer(er.adviseur)) return;
  if (er.bij == AdviesBij::weging || er.anoniem == JaNee::ja) toets_namen(t, aanduiding(kAdviseur, er.adviseur));
}

/// Who is asked, and what that takes.
void toets_adviseur(Toetser& t, const Advies& a) {
  const std::string adviseur = t.w.tekst_van("adviseur");
  if (adviseur.empty() || is_deelnemer(adviseur)) return;
  const std::string wie = aanduiding(kAdviseur, adviseur);
  if (a.bij == AdviesBij::weging) return toets_anoniem(t, a, wie);
  if (a.anoniem == JaNee::ja) return toets_namen(t, wie);
  const bool besloten = std::any_of(t.d.derden.begin(), t.d.derden.end(), [&](const DerdeStand& d) {
    return zelfde_organisatie(d.organisatie, adviseur);
  });
  if (besloten || !t.d.derden_volledig) return;
  t.bevinding(
      t.w.vind("adviseur"),
      {fmt::format("{} is een derde; een besluit van burgemeester, politie en OM om deze derde te laten "
                   "meedoen is er niet",
                   wie),
       "leg het besluit vast bij derden in een weging, of leg de casus anoniem voor", "artikel 3, lid 3, Wet PGA"});
}

void toets_fase_van(Toetser& t, const Advies& a) {
  const bool weegt = t.d.fase == Fase::weging || t.d.fase == Fase::aangehouden;
  if (t.d.fase == Fase::melding) {
    t.bevinding(&t.w, {"deze melding is nog niet aangemeld, en er is al advies gevraagd",
                       "een deskundige raadplegen hoort bij de weging van een aanmelding", kWeging});
  } else if (weegt && a.bij == AdviesBij::casusoverleg) {
    t.document(t.veld("bij"), {"de casus is nog niet opgenomen; dit advies hoort bij de weging",
                               "kies bij weging, of laat bij weg", kWeging});
  }
}

void toets_ontvangst(Toetser& t, const Advies& a, const AdviesStand& er, Datum dag) {
  if (er.ontvangen_op && !t.corrigeert()) {
    t.document(t.veld("id"), {fmt::format("het advies \"{}\" is al ontvangen op {}", a.id, er.ontvangen_op->lang()),
                              "leg vast wat ermee is gedaan (stap besproken), of verbeter het met --vervangt",
                              {}});
  }
  if (a.gevraagd_op && er.gevraagd_op && !t.corrigeert()) {
    t.document(t.w.vind("gevraagd_op"),
               {fmt::format("het advies is gevraagd op {}; dat staat al vast", er.gevraagd_op->lang()),
                "laat gevraagd_op weg",
                {}});
  }
  if (er.gevraagd_op) t.niet_voor("datum", *er.gevraagd_op, "de vraag om advies");
  t.te_laat("advies", a.id, t.veld("datum"), dag);
}

void toets_bespreking(Toetser& t, const Advies& a, const AdviesStand* er) {
  if (er == nullptr) {
    if (!a.id.empty()) return t.onbekend(t.veld("id"), "het advies", a.id, bekende_adviezen(t.d));
    const std::vector<std::string> bekend = bekende_adviezen(t.d);
    return t.document(&t.w,
                      {"er staat niet bij om welk advies het gaat",
                       bekend.empty() ? "er is er nog geen" : fmt::format("vul id in: {}", fmt::join(bekend, ", ")),
                       {}});
  }
  if (!er->ontvangen_op) {
    t.document(t.veld("id"), {fmt::format("het advies \"{}\" is nog niet ontvangen", a.id),
                              "leg eerst vast wat het zegt: pga advies, stap ontvangen",
                              {}});
  } else {
    t.niet_voor("datum", *er->ontvangen_op, "de ontvangst van het advies");
  }
}

}  // namespace

void toets_adviesstuk(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Advies a = lees_advies(t.w);
  const Datum dag = a.datum.value_or(t.n.peildatum);
  const AdviesStand* er = t.d.advies(a.id);
  // What only the replaced stuk said, the new one says again.
  if (er != nullptr && std::count(t.n.vervangt.begin(), t.n.vervangt.end(), er->stuk) != 0) er = nullptr;
  if (a.stap == AdviesStap::besproken) return toets_bespreking(t, a, er);
  if (a.stap == AdviesStap::gevraagd && er != nullptr) {
    t.document(t.veld("id"), {fmt::format("het advies \"{}\" is er al", a.id),
                              "laat id weg, dan kiest pga er een; of kies de stap die nu aan de orde is",
                              {}});
    return;
  }
  if (a.stap == AdviesStap::ontvangen && a.id.empty() && !t.d.adviezen.empty()) {
    t.document(&t.w, {"er staat niet bij om welk advies het gaat",
                      fmt::format("vul id in: {}; of noem de adviseur, als het er een is dat nog niet was gevraagd",
                                  fmt::join(bekende_adviezen(t.d), ", ")),
                      {}});
    return;
  }
  if (er != nullptr) {
    toets_ontvangst(t, a, *er, dag);
    if (!t.heeft(t.w, "adviseur")) return toets_erbij(t, *er);
  } else {
    t.volgorde(t.w, "gevraagd_op", t.w, "datum");
    toets_begin(t);
    toets_fase_van(t, a);
  }
  toets_adviseur(t, a);
}

void toets_geraadpleegd(Toetser& t) {
  std::vector<std::string> genoemd;
  for (const Waarde& g : t.w.items_van("geraadpleegd")) {
    const std::string id = g.tekst_van("advies_id");
    if (id.empty()) continue;
    genoemd.push_back(id);
    const AdviesStand* er = t.d.advies(id);
    if (er == nullptr) {
      t.onbekend(g.vind("advies_id"), "het advies", id, bekende_adviezen(t.d));
    } else if (!er->ontvangen_op) {
      t.bevinding(g.vind("advies_id"),
                  {fmt::format("het advies \"{}\" is nog niet ontvangen", id),
                   "weeg als het er is, of zet in het veld advies wat de deskundige al zei", kWeging});
    }
  }
  if (lees_weging(t.w).stap != WegingStap::besluit) return;
  for (const AdviesStand& a : t.d.adviezen) {
    const bool hier = std::find(genoemd.begin(), genoemd.end(), a.id) != genoemd.end();
    if (a.bij != AdviesBij::weging || !a.ontvangen_op || hier) continue;
    t.advies(t.veld("geraadpleegd"),
             {fmt::format("voor de weging is advies {} ontvangen, en deze weging noemt het niet", a.id),
              "vul het bij geraadpleegd in, met advies_id", kWeging});
  }
}

}  // namespace pga::proces
