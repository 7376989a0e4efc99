// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/aantallen.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernieuw.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

constexpr std::string_view kSoort = "aantallen";
constexpr std::string_view kMerk = "pga/v1/geteld";
constexpr std::size_t kMerkBytes = 16;
constexpr std::size_t kZaak = static_cast<std::size_t>(Compartiment::zaak);
constexpr std::size_t kTermijnen = static_cast<std::size_t>(Compartiment::termijnen);

std::string mapnaam(std::string_view verbintenis) {
  return fmt::format("{}{}", kAantalsleutels, seal::hash8(verbintenis));
}

Pad map_van(const Kast& kast, const GeladenStuk& s) {
  return kast.sleutels() / mapnaam(s.sleutel(Compartiment::zaak));
}

/// Those whose key must be there.
std::vector<const GeladenStuk*> nieuwste(const GeladenDossier& gemeente) {
  std::vector<const GeladenStuk*> uit;
  for (const proces::AantallenStand& a : gemeente.dossier.aantallen) {
    const GeladenStuk* s = a.overgenomen ? nullptr : vind_stuk(gemeente, a.stuk);
    if (s != nullptr) uit.push_back(s);
  }
  return uit;
}

std::optional<Waarde> zaak_van(const Kast& kast, const Lezer& lezer, const GeladenStuk& s) {
  const auto sleutel = sleutel_van_aantallen(kast, lezer, s);
  if (!sleutel) return std::nullopt;
  return stuk::open(s.opnieuw.zegel ? *s.opnieuw.zegel : s.stuk, Compartiment::zaak, *sleutel, s.bestand.string());
}

/// Nothing when they do not open here.
std::optional<proces::Aantallen> lees(const Kast& kast, const Lezer& lezer, const GeladenStuk& s) {
  const std::optional<Waarde> zaak = zaak_van(kast, lezer, s);
  if (!zaak) return std::nullopt;
  const std::optional<proces::Aantallen> uit = proces::lees_aantallen(*zaak);
  if (uit) return uit;
  throw Fout(FoutSoort::integriteit, "deze aantallen kunnen niet kloppen",
             fmt::format("vraag {} hoe dit kon; zij tellen niet mee", s.stuk.kop.door.tekst()),
             Plaats{s.bestand.string(), 0, 0});
}

/// One group of totals, as far as they open; `bij` gets those that did, `dicht` who made the others.
proces::Aantallen lees_groep(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente,
                             const std::vector<std::string>& groep, std::vector<const GeladenStuk*>& bij,
                             std::set<std::string>& dicht) {
  std::optional<proces::Aantallen> uit;
  for (const std::string& digest : groep) {
    const GeladenStuk* s = vind_stuk(gemeente, digest);
    if (s == nullptr) continue;
    const auto een = lees(kast, lezer, *s);
    if (!een) {
      dicht.insert(s->stuk.kop.door.tekst());
      continue;
    }
    bij.push_back(s);
    uit = uit ? proces::samen(*uit, *een) : *een;
  }
  return uit.value_or(proces::Aantallen());
}

std::string merk_van(const GeladenDossier& dossier) {
  const seal::Identity* sleutel = dossier.sleutels.bos.vind(dossier.perioden.nu().at(kTermijnen));
  if (sleutel == nullptr || !dossier.leesbaar) {
    throw Fout(FoutSoort::sleutel,
               fmt::format("de termijnen van dossier {} gaan niet open, en dan is het niet te tellen",
                           dossier.nummer.tekst()),
               "haal sleutels/ opnieuw op bij de casusregisseur");
  }
  return sleutel->mark(kMerk);
}

/// The directories with keys of totals, by name.
std::map<std::string, Pad> mappen(const Kast& kast) {
  std::map<std::string, Pad> uit;
  for (const Pad& pad : lees_map(kast.sleutels())) {
    const std::string naam = pad.filename().string();
    if (naam.rfind(kAantalsleutels, 0) == 0) uit.emplace(naam, pad);
  }
  return uit;
}

bool is_nieuwste(const GeladenDossier& gemeente, const GeladenStuk& stuk) {
  const std::vector<const GeladenStuk*> er = nieuwste(gemeente);
  return std::any_of(er.begin(), er.end(),
                     [&](const GeladenStuk* s) { return s->stuk.digest == stuk.stuk.digest; });
}

}  // namespace

Telling lees_telling(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente) {
  Telling uit;
  std::set<std::string> dicht;
  for (const std::vector<std::string>& groep : proces::nieuwste_aantallen(gemeente.dossier)) {
    std::vector<const GeladenStuk*> open;
    uit.som = proces::plus(uit.som, lees_groep(kast, lezer, gemeente, groep, open, dicht));
    uit.naast_elkaar = uit.naast_elkaar || groep.size() > 1;
  }
  uit.dicht.assign(dicht.begin(), dicht.end());
  uit.dubbel = proces::dubbel_geteld(gemeente.dossier);
  return uit;
}

bool is_geteld(const GeladenDossier& dossier, const GeladenDossier& gemeente) {
  std::set<std::string> merken;
  for (const std::string& verbintenis : dossier.perioden.alle(Compartiment::termijnen)) {
    if (const seal::Identity* sleutel = dossier.sleutels.bos.vind(verbintenis)) merken.insert(sleutel->mark(kMerk));
  }
  return std::any_of(gemeente.dossier.aantallen.begin(), gemeente.dossier.aantallen.end(),
                     [&](const proces::AantallenStand& a) { return merken.count(a.merk) != 0; });
}

Voornemen maak_aantallen(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente,
                         const GeladenDossier* erbij, Datum datum, const std::string& geschreven) {
  eis_een_beheer(kast);
  eis_heel(kast, gemeente);
  proces::Aantallen totalen;
  std::vector<const GeladenStuk*> eerder;
  for (const std::vector<std::string>& groep : proces::nieuwste_aantallen(gemeente.dossier)) {
    const GeladenStuk* eerste = vind_stuk(gemeente, groep.front());  // all of a group are of one gebruiker
    if (eerste == nullptr || eerste->stuk.kop.door != auteur(lezer)) continue;
    std::set<std::string> dicht;  // those stay on record beside these
    totalen = proces::plus(totalen, lees_groep(kast, lezer, gemeente, groep, eerder, dicht));
  }
  if (erbij != nullptr) totalen.tel(proces::kenmerken_van(erbij->dossier));
  Waarde inhoud = Waarde::kaart();
  inhoud.zet("datum", datum.tekst());
  inhoud.zet("merk", erbij == nullptr ? seal::random_hex(kMerkBytes) : merk_van(*erbij));
  Waarde& neemt_over = inhoud.zet("neemt_over", Waarde::lijst_());
  for (const GeladenStuk* s : eerder) neemt_over.voeg_toe(s->stuk.digest);
  const Waarde zaak = proces::als_waarde(totalen);
  for (const Veld& v : zaak.velden()) inhoud.zet(v.naam, v.waarde);
  inhoud.snoei();

  const seal::Identity sleutel = seal::Identity::generate();
  Zegels zegels = zegels_in_gebruik(gemeente);
  zegels.at(kZaak) = sleutel.recipient();
  Gemaakt stuk =
      maak_stuk(kast.beheer(), lezer, gemeente.map, gemeente.nummer,
                {std::string(kSoort), std::move(inhoud), datum, geschreven, {}}, koppen_voor(gemeente), zegels);
  Voornemen uit{gemeente.nummer, std::move(stuk.digest), {}, teruggekomen(kast, gemeente)};
  uit.vooraf = aantalsleutel_bestanden(kast, gemeente, sleutel, datum);
  uit.bestanden.push_back(std::move(stuk.bestand));
  for (const GeladenStuk* s : eerder) {
    for (Pad& pad : lees_map(map_van(kast, *s))) uit.wissen.push_back(std::move(pad));
  }
  return uit;
}

std::vector<Pad> oude_aantalsleutels(const Kast& kast, const GeladenDossier& gemeente) {
  std::vector<Pad> uit;
  for (const proces::AantallenStand& a : gemeente.dossier.aantallen) {
    const GeladenStuk* s = a.overgenomen ? vind_stuk(gemeente, a.stuk) : nullptr;
    if (s == nullptr) continue;
    for (Pad& pad : lees_map(map_van(kast, *s))) uit.push_back(std::move(pad));
  }
  return uit;
}

std::vector<Bevinding> toets_aantallen(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente) {
  std::vector<Bevinding> uit;
  if (!gemeente.leesbaar) return uit;
  std::map<std::string, Pad> vreemd = mappen(kast);
  for (const GeladenStuk& s : gemeente.stukken) vreemd.erase(mapnaam(s.sleutel(Compartiment::zaak)));
  for (const auto& [naam, pad] : vreemd) {
    uit.push_back({FoutSoort::bevinding,
                   Plaats{pad.string(), 0, 0},
                   "er zijn sleutels van aantallen die er niet zijn",
                   "haal de laatste stand van de kast op; is een opdracht afgebroken, dan kan deze map weg",
                   {}});
  }
  for (const GeladenStuk* s : nieuwste(gemeente)) {
    try {
      (void)lees(kast, lezer, *s);
    } catch (const Fout& e) {
      uit.insert(uit.end(), e.bevindingen().begin(), e.bevindingen().end());
    }
  }
  return uit;
}

std::vector<Pad> aantalsleutel_mappen(const Kast& kast, const GeladenDossier& gemeente) {
  std::vector<Pad> uit;
  for (const GeladenStuk* s : nieuwste(gemeente)) uit.push_back(map_van(kast, *s));
  return uit;
}

AantalsleutelRonde wijzig_aantalsleutels(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente,
                                         const Gebruiker& wie, bool leest, bool opnieuw, Datum dag) {
  AantalsleutelRonde uit;
  for (const GeladenStuk* s : nieuwste(gemeente)) {
    const Pad map = map_van(kast, *s);
    std::vector<Pad> oud;
    for (SleutelBestand& b : sleutelbestanden(map)) {
      if (b.gebruiker == wie.id.tekst()) oud.push_back(std::move(b.pad));
    }
    if (leest) {
      const auto sleutel = oud.empty() || opnieuw ? sleutel_van_aantallen(kast, lezer, *s) : std::nullopt;
      if (!sleutel) continue;
      std::vector<seal::Identity> bos;
      bos.push_back(sleutel->clone());
      voeg_toe(uit.bestanden, sleutel_bestanden(map, wie.id, wie.openers_op(dag), bos));
    }
    std::move(oud.begin(), oud.end(), std::back_inserter(uit.wissen));
  }
  return uit;
}

bool leest_aantallen(const BeheerVersie& beheer, const Gebruiker& gebruiker) {
  const std::vector<Compartiment> vakken = door_rol(beheer, gebruiker, proces::Toestand::gemeente);
  return std::find(vakken.begin(), vakken.end(), Compartiment::zaak) != vakken.end();
}

std::optional<seal::Identity> sleutel_van_aantallen(const Kast& kast, const Lezer& lezer, const GeladenStuk& s) {
  const SleutelMap map = lees_sleutels(map_van(kast, s), s.stuk.kop.dossier, lezer.id, lezer.identiteiten);
  const seal::Identity* er = map.bos.vind(s.sleutel(Compartiment::zaak));
  return er == nullptr ? std::nullopt : std::optional<seal::Identity>(er->clone());
}

bool is_totaal(const GeladenStuk& s, Compartiment c) { return s.soort == kSoort && eigen_sleutel(s.soort, c); }

bool opent_aantallen(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente,
                     const GeladenStuk& stuk) {
  return !is_nieuwste(gemeente, stuk) || sleutel_van_aantallen(kast, lezer, stuk);
}

std::optional<Waarde> open_aantallen(const Kast& kast, const Lezer& lezer, const GeladenDossier& gemeente,
                                     const GeladenStuk& stuk) {
  if (!is_nieuwste(gemeente, stuk)) return std::nullopt;
  std::optional<Waarde> uit = zaak_van(kast, lezer, stuk);
  if (uit) return uit;
  throw Fout(
      FoutSoort::sleutel,
      fmt::format("de aantallen van {} gaan hier niet open, en zouden verloren gaan", stuk.stuk.kop.door.tekst()),
      "haal sleutels/ op bij die gebruiker, en doe het dan opnieuw");
}

std::vector<NieuwBestand> aantalsleutel_bestanden(const Kast& kast, const GeladenDossier& gemeente,
                                                  const seal::Identity& sleutel, Datum dag) {
  const Pad map =
      kast.sleutels() / mapnaam(stuk::verbintenis(gemeente.nummer, Compartiment::zaak, sleutel.recipient()));
  std::vector<seal::Identity> bos;
  bos.push_back(sleutel.clone());
  std::vector<NieuwBestand> uit;
  for (const Gebruiker& g : kast.beheer().gebruikers) {
    if (leest_aantallen(kast.beheer(), g)) voeg_toe(uit, sleutel_bestanden(map, g.id, g.openers_op(dag), bos));
  }
  return uit;
}

}  // namespace pga::kast
