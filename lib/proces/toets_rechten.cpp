// SPDX-License-Identifier: EUPL-1.2
//
// Holds that keep a dossier from being destroyed (artikel 9 Wet PGA), and mistakes in it (artikel 10 Wet PGA).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lib/proces/onderwerpen.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr const char* kBewaren = "artikel 9 Wet PGA";
constexpr const char* kBron = "artikel 10 Wet PGA; artikel 8 Besluit PGA";

/// The three things that a mistake asks for, as this document and the dossier have them.
std::optional<Datum> hersteld_op(const Correctie& c, const CorrectieStand* stand, Datum dag) {
  const std::optional<Datum> nu = c.dag_van(CorrectieStap::hersteld, dag);
  return nu || stand == nullptr ? nu : stand->hersteld_op;
}

void toets_verwijzingen(Toetser& t) {
  for (const char* veld : {"stuk", "vervangen_door"}) {
    const std::string digest = t.w.tekst_van(veld);
    if (digest.empty() || t.d.stuk(digest) != nullptr) continue;
    t.document(t.veld(veld), {fmt::format("het stuk {} bij {} is er niet", digest, veld),
                              "kijk met pga toon welke stukken er zijn",
                              {}});
  }
  const std::string signaal = t.w.tekst_van("signaal");
  std::vector<std::string> bekend;
  for (const SignaalRegel& s : t.d.signalen) bekend.push_back(s.id);
  if (signaal.empty() || std::find(bekend.begin(), bekend.end(), signaal) != bekend.end()) return;
  if (t.d.signalen_volledig) return t.onbekend(t.veld("signaal"), "het signaal", signaal, bekend);
  t.bevinding(t.veld("signaal"), {fmt::format("het signaal \"{}\" is voor u niet te zien", signaal),
                                  "controleer het id bij wie het wel kan zien",
                                  {}});
}

/// Who received the wrong datum must hear of it too.
void toets_ontvangers(Toetser& t, const Correctie& c, const CorrectieStand* stand, Datum dag) {
  const bool verstrekt = std::any_of(t.d.feiten.begin(), t.d.feiten.end(), [](const termijn::Feit& f) {
    return f.soort == termijn::FeitSoort::eerste_verstrekking;
  });
  const bool ingelicht =
      c.dag_van(CorrectieStap::ontvangers_ingelicht, dag) || (stand != nullptr && stand->ontvangers_ingelicht_op);
  if (!verstrekt || ingelicht || !hersteld_op(c, stand, dag)) return;
  t.bevinding(&t.w, {"uit dit dossier zijn gegevens verstrekt, en er staat niet of de ontvangers van de fout weten",
                     "licht hen in en leg dat vast: pga corrigeer, stap ontvangers_ingelicht", "artikel 19 AVG"});
}

void toets_herhaald(Toetser& t, CorrectieStap stap, const std::optional<Datum>& eerder) {
  if (!eerder || t.corrigeert()) return;
  t.bevinding(t.veld("stap"),
              {fmt::format("stap {} is voor deze correctie al gezet op {}", naam(stap), eerder->lang()),
               "controleer om welke correctie het gaat",
               {}});
}

}  // namespace

bool toets_onderwerp(Toetser& t, const std::string& id, bool begint) {
  const OnderwerpSoort* soort = onderwerp_soort(t.n.soort);
  std::vector<std::string> bekend;
  for (const Onderwerp& o : onderwerpen(t.d, t.n.soort)) bekend.push_back(o.id);
  const bool er = std::find(bekend.begin(), bekend.end(), id) != bekend.end();
  if (begint) {
    if (!er || t.corrigeert()) return true;
    t.document(t.veld("id"), {fmt::format("{} \"{}\" is er al", soort->wat, id),
                              "laat id weg, dan kiest pga er een; of kies de stap die nu aan de orde is",
                              {}});
    return false;
  }
  if (er) return true;
  if (!id.empty()) {
    t.onbekend(t.veld("id"), soort->wat, id, bekend);
  } else {
    t.document(&t.w, {fmt::format("er staat niet bij om {} het gaat", soort->welke),
                      bekend.empty() ? "er is er nog geen" : fmt::format("vul id in: {}", fmt::join(bekend, ", ")),
                      {}});
  }
  return false;
}

void toets_herziening(Toetser& t, Datum dag, int maanden, std::string_view beleid) {
  const std::optional<Datum> herziening = datum_van(t.w, "herziening");
  if (!herziening || *herziening <= termijn::plus_maanden(dag, maanden)) return;
  t.bevinding(t.veld("herziening"),
              {fmt::format("de herziening ({}) is later dan {} maanden na deze dag", herziening->lang(), maanden),
               "kies een eerdere dag", fmt::format("beleid: {}", beleid)});
}

void toets_bewaring(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Bewaring b = lees_bewaring(t.w);
  const Datum dag = b.datum.value_or(t.n.peildatum);
  const bool begint = b.stap == BewaringStap::ingesteld;
  if (b.stap != BewaringStap::opgeheven) {
    toets_herziening(t, dag, t.b.termijnen.bewaring_herziening_maanden, "bewaring_herziening_maanden");
  }
  if (!toets_onderwerp(t, b.id, begint) || begint) return;
  const auto stand = std::find_if(t.d.bewaringen.begin(), t.d.bewaringen.end(),
                                  [&](const BewaringStand& s) { return s.id == b.id; });
  if (stand->opgeheven_op && !t.corrigeert()) {
    t.document(t.veld("id"),
               {fmt::format("de bewaring \"{}\" is al opgeheven op {}", b.id, stand->opgeheven_op->lang()),
                "stel zo nodig een nieuwe in, met de redenen van nu: pga bewaar", kBewaren});
  }
  t.niet_voor("datum", stand->sinds, "het begin van de bewaring");
  t.te_laat("bewaring", b.id, t.veld("datum"), dag);
}

void toets_correctie(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Correctie c = lees_correctie(t.w);
  const Datum dag = c.datum.value_or(t.n.peildatum);
  const bool begint = c.stap == CorrectieStap::vastgesteld;
  toets_verwijzingen(t);
  if (!toets_onderwerp(t, c.id, begint)) return;
  const auto er = std::find_if(t.d.correcties.begin(), t.d.correcties.end(),
                               [&](const CorrectieStand& s) { return s.id == c.id; });
  const CorrectieStand* stand = begint || er == t.d.correcties.end() ? nullptr : &*er;
  const Datum sinds = stand == nullptr ? dag : stand->vastgesteld;
  for (const char* veld : {"datum", "hersteld_op", "bron_ingelicht_op", "ontvangers_ingelicht_op"}) {
    t.niet_voor(veld, sinds, "de vaststelling");
  }
  if (begint && !t.heeft(t.w, "bron")) {
    t.bevinding(&t.w, {"er staat niet bij welke organisatie het onjuiste gegeven leverde",
                       "vul bron in: die organisatie moet het horen", kBron});
  }
  if (stand != nullptr && c.stap == CorrectieStap::hersteld) toets_herhaald(t, c.stap, stand->hersteld_op);
  if (stand != nullptr && c.stap == CorrectieStap::bron_ingelicht) {
    toets_herhaald(t, c.stap, stand->bron_ingelicht_op);
  }
  toets_ontvangers(t, c, stand, dag);
}

}  // namespace pga::proces
