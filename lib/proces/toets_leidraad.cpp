// SPDX-License-Identifier: EUPL-1.2
//
// The Leidraad: the beoordeling of each partner, and the joint profile. What a judgment says rests on signals or
// other facts of the dossier, and what is not known says what is needed.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "lib/basis/nabij.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/signalen.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr const char* kLeidraad = "Leidraad Professioneel Oordeel";

void toets_stand(Toetser& t, const Waarde& in, std::string_view veld) {
  const Waarde* v = in.vind(veld);
  if (v == nullptr || !v->is_tekst() || v->leeg() || v->tekst() == kOnvoldoendeInformatie) return;
  const std::vector<std::string>& standen = t.b.schaal.standen;
  if (std::find(standen.begin(), standen.end(), v->tekst()) != standen.end()) return;
  std::vector<std::string> mag = standen;
  mag.emplace_back(kOnvoldoendeInformatie);
  const std::string beste = nabij(v->tekst(), mag);
  std::string tip = fmt::format("kies uit: {}", fmt::join(mag, ", "));
  if (!beste.empty()) tip = fmt::format("bedoelde u \"{}\"? {}", beste, tip);
  t.document(v, {fmt::format("\"{}\" staat niet in de schaal van de gemeente", v->tekst()), std::move(tip), {}});
}

/// The place of a step on the scale; nothing for onvoldoende_informatie or a word that is not on it.
std::optional<std::ptrdiff_t> trede(const Beleid& b, const std::string& stand) {
  const auto it = std::find(b.schaal.standen.begin(), b.schaal.standen.end(), stand);
  if (it == b.schaal.standen.end()) return std::nullopt;
  return it - b.schaal.standen.begin();
}

void toets_aspect(Toetser& t, const Veld& aspect) {
  const Waarde& a = aspect.waarde;
  toets_stand(t, a, "huidig");
  toets_stand(t, a, "haalbaar");
  for (const Waarde& v : a.items_van("verschillen")) toets_stand(t, v, "stand");
  const auto huidig = trede(t.b, a.tekst_van("huidig"));
  const auto haalbaar = trede(t.b, a.tekst_van("haalbaar"));
  if (huidig && haalbaar && *haalbaar < *huidig && !t.heeft(a, "waarom_lager")) {
    t.bevinding(a.vind("haalbaar"), {fmt::format("bij {} is haalbaar lager dan huidig; waarom?", aspect.naam),
                                     "leg het uit in waarom_lager, of controleer beide standen", kLeidraad});
  }
}

/// Whether who reads the judgment can read what it rests on: who reads strafrecht or zorg of a case reads zaak too.
void toets_leesbaar(Toetser& t, const Waarde& feit, Compartiment vak) {
  const auto er = t.n.gevuld.find(feit.tekst());
  if (er == t.n.gevuld.end() || er->second.heeft(vak) || er->second.heeft(Compartiment::zaak)) return;
  std::vector<std::string_view> waar;
  for (const Compartiment c : kCompartimenten) {
    if (er->second.heeft(c)) waar.push_back(naam(c));
  }
  if (waar.empty()) {
    t.bevinding(&feit, {"van dit stuk leest u alleen de datums",
                        "noem een stuk dat u zelf leest, of vraag de regisseur wat erin staat", kLeidraad});
    return;
  }
  t.bevinding(
      &feit,
      {fmt::format("wat in dit stuk staat, is verzegeld in {}; niet ieder die dit oordeel leest, mag "
                   "dat zien",
                   fmt::join(waar, " en ")),
       "zet er herkomst politie_om of zorg bij als dat past, of noem een stuk dat zij wel lezen", kLeidraad});
}

/// A stuk that a judgment rests on: it is there, it came before, and whoever reads the judgment may see it.
void toets_feit(Toetser& t, const Waarde& feit, Compartiment vak, Datum dag) {
  if (!feit.is_tekst()) return;
  const StukRegel* s = t.d.stuk(feit.tekst());
  if (s == nullptr) {
    if (t.n.achteraf) return;  // it was wrong, and is destroyed
    t.document(&feit, {fmt::format("het stuk {} is er niet in dit dossier", feit.tekst()),
                       "noem een stuk zoals pga toon het noemt", kLeidraad});
  } else if (s->soort == naam(Soort::beoordeling)) {
    t.document(&feit, {"dit is een beoordeling, en die leest niet iedereen die dit oordeel leest",
                       "noem de signalen of stukken waar die beoordeling zelf op rust", kLeidraad});
  } else if (s->soort == naam(Soort::opening) || s->soort == naam(Soort::toegang)) {
    t.document(&feit, {fmt::format("een stuk van de soort {} zegt niets over de betrokkene", s->soort),
                       "noem een stuk waarin staat wat er is gebeurd", kLeidraad});
  } else if (s->datum > dag) {
    t.document(&feit,
               {fmt::format("dit stuk is van {}, na de dag van dit oordeel ({})", s->datum.lang(), dag.lang()),
                "controleer beide datums",
                {}});
  } else if (!s->vervangen_door.empty()) {
    t.bevinding(&feit, {"dit stuk is verbeterd door een later stuk",
                        fmt::format("kijk of het oordeel nog klopt, en noem het nieuwste: {}", s->vervangen_door),
                        kLeidraad});
  } else {
    toets_leesbaar(t, feit, vak);
  }
}

/// What a judgment about one aspect rests on, or what is needed to come to one.
void toets_grond(Toetser& t, const Veld& aspect, std::string_view stand) {
  const Waarde& a = aspect.waarde;
  const Datum dag = datum_van(t.w, "datum").value_or(t.n.peildatum);
  for (const Waarde& feit : a.items_van("feiten")) toets_feit(t, feit, vak_van(a), dag);
  const Waarde* bij = a.vind(stand);
  if (bij == nullptr) return;
  if (a.tekst_van(stand) == kOnvoldoendeInformatie) {
    if (t.heeft(a, "nodig")) return;
    t.bevinding(bij, {fmt::format("bij {} is er te weinig informatie, en er staat niet wat nodig is", aspect.naam),
                      "vul nodig in: pga opent er een actie voor", kLeidraad});
  } else if (a.items_van("signalen").empty() && a.items_van("feiten").empty()) {
    t.bevinding(bij, {fmt::format("bij {} rust het oordeel op geen signaal of feit uit het dossier", aspect.naam),
                      "noem bij signalen of feiten waar het op rust", kLeidraad});
  }
}

/// A partner asks for what is not known; how other actions stand is for who keeps them.
void toets_vragen(Toetser& t) {
  for (const Waarde& item : t.w.items_van("acties")) {
    const Actie* er = t.d.actie(item.tekst_van("id"));
    if (er == nullptr || t.n.achteraf || (t.corrigeert() && er->soort == naam(Soort::beoordeling))) continue;
    t.document(item.vind("id"),
               {fmt::format("actie {} is er al, en een beoordeling opent alleen nieuwe acties", er->velden.id),
                "laat het id weg; hoe het met een actie staat, legt de regisseur vast: pga acties",
                {}});
  }
  toets_acties(t);
}

}  // namespace

void toets_beoordeling(Toetser& t) {
  const Waarde* organisatie = t.w.vind("organisatie");
  if (organisatie != nullptr && organisatie->is_tekst() && organisatie->tekst() != t.n.organisatie) {
    const std::string wie = de_organisatie(organisatie->tekst());
    t.geweigerd(organisatie, {fmt::format("een beoordeling van {} kan alleen iemand van {} ondertekenen", wie, wie),
                              "laat de deelnemer zijn eigen beoordeling vastleggen", kLeidraad});
  }
  const Waarde* aspecten = t.w.vind("aspecten");
  if (aspecten != nullptr && aspecten->is_kaart()) {
    for (const Veld& a : aspecten->velden()) {
      toets_stand(t, a.waarde, "stand");
      toets_grond(t, a, "stand");
    }
  }
  toets_vragen(t);
  if (!t.nieuw_dossier() &&
      (t.d.fase == Fase::melding || t.d.fase == Fase::weging || t.d.fase == Fase::aangehouden)) {
    t.bevinding(&t.w, {"deze casus is nog niet opgenomen", "een beoordeling hoort bij het casusoverleg",
                       "artikel 6, lid 1, Wet PGA"});
  }
}

void toets_profiel(Toetser& t) {
  const Waarde* aspecten = t.w.vind("aspecten");
  if (aspecten != nullptr && aspecten->is_kaart()) {
    for (const Veld& a : aspecten->velden()) {
      toets_aspect(t, a);
      toets_grond(t, a, "huidig");
    }
  }
  toets_acties(t);
  (void)opgenomen(t);
}

}  // namespace pga::proces
