// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/geheugen.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/waarde.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/seal/digest.h"
#include "lib/yaml/canoniek.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr int kFormaat = 1;
constexpr std::size_t kMaxGeheugen = std::size_t{16} << 20U;
constexpr int kWacht_ms = 1000;
constexpr std::string_view kPlaatsen = "plaatsen.yaml";
constexpr std::string_view kTerug =
    "haal de laatste stand van de kast op (git pull), of zet het terug uit een kopie; is het met opzet weg: ";
constexpr std::string_view kLeegmaken = "pga dokter zegt hoe u het geheugen van deze computer leegmaakt";

[[noreturn]] void niet_goed(const Pad& pad) {
  throw Fout(FoutSoort::integriteit, "dit is niet wat pga op deze computer onthield",
             "haal dit bestand weg: het is geen deel van de kast, en pga begint dan opnieuw met onthouden",
             Plaats{pad.string(), 0, 0});
}

/// Who only looks, goes on without what may not be seen. Who is about to write stops: it would be lost.
enum class Lezing { om_te_kijken, om_te_schrijven };

/// The document of a file of the memory; nothing when it is not there.
std::optional<Waarde> lees_document(const Pad& pad, std::string_view soort, Lezing lezing) {
  std::error_code fout;
  const bool weg = !fs::exists(pad, fout);
  if (weg && (lezing == Lezing::om_te_kijken || !fout)) return std::nullopt;
  Waarde document;
  try {
    document = yaml::lees(lees_bestand(pad, kMaxGeheugen), pad.string());
  } catch (const Fout& e) {
    if (e.soort() == FoutSoort::integriteit) niet_goed(pad);
    if (lezing == Lezing::om_te_schrijven) throw;
    return std::nullopt;
  }
  const Waarde* formaat = document.vind("pga");
  const bool goed = formaat != nullptr && formaat->is_getal() && formaat->getal() == kFormaat;
  if (!goed || document.tekst_van("soort") != soort) niet_goed(pad);
  return document;
}

Waarde begin_document(std::string_view soort) {
  Waarde w = Waarde::kaart();
  w.zet("pga", kFormaat);
  w.zet("soort", soort);
  return w;
}

std::set<std::string> digests_van(const Waarde& w, std::string_view veld, const Pad& pad) {
  std::set<std::string> uit;
  for (const Waarde& d : w.items_van(veld)) {
    if (!d.is_tekst() || !seal::is_digest(d.tekst())) niet_goed(pad);
    uit.insert(d.tekst());
  }
  return uit;
}

void zet_digests(Waarde& w, std::string_view veld, const std::set<std::string>& digests) {
  Waarde& lijst = w.zet(veld, Waarde::lijst_());
  for (const std::string& d : digests) lijst.voeg_toe(d);
}

Pad bestand_van(const Pad& geheugen, const std::string& vingerafdruk) {
  constexpr std::size_t kBegin = 3;  // after "b2:"
  constexpr std::size_t kLengte = 16;
  return geheugen / fmt::format("{}.yaml", vingerafdruk.substr(kBegin, kLengte));
}

Waarde als_waarde(const Herinnering& h) {
  Waarde w = begin_document("geheugen");
  w.zet("kast", h.vingerafdruk);
  w.zet("versie", h.versie);
  zet_digests(w, "beheer", h.beheer);
  Waarde& dossiers = w.zet("dossiers", Waarde::lijst_());
  for (const auto& [nummer, koppen] : h.koppen) {
    Waarde& dossier = dossiers.voeg_toe(Waarde::kaart());
    dossier.zet("dossier", nummer.tekst());
    zet_digests(dossier, "koppen", koppen);
  }
  w.snoei();
  return w;
}

/// Which kast lay where, by the place.
std::map<std::string, std::string> lees_plaatsen(const Pad& geheugen, Lezing lezing) {
  const Pad pad = geheugen / kPlaatsen;
  std::map<std::string, std::string> uit;
  const auto document = lees_document(pad, "plaatsen", lezing);
  if (!document) return uit;
  for (const Waarde& w : document->items_van("plaatsen")) {
    const std::string kast = w.tekst_van("kast");
    if (!seal::is_digest(kast)) niet_goed(pad);
    uit[w.tekst_van("plaats")] = kast;
  }
  return uit;
}

Waarde als_waarde(const std::map<std::string, std::string>& plaatsen) {
  Waarde w = begin_document("plaatsen");
  Waarde& lijst = w.zet("plaatsen", Waarde::lijst_());
  for (const auto& [plaats, kast] : plaatsen) {
    Waarde& regel = lijst.voeg_toe(Waarde::kaart());
    regel.zet("plaats", plaats);
    regel.zet("kast", kast);
  }
  return w;
}

/// The name of a place, the same by whatever road one comes there. A name that is no text cannot be remembered.
std::string plaatsnaam(const Pad& map) {
  std::error_code fout;
  const Pad heel = fs::weakly_canonical(map, fout);
  return (fout ? fs::absolute(map, fout) : heel).string();
}

void bewaar(const Pad& pad, const Waarde& nieuw, const std::optional<Waarde>& oud) {
  if (oud && *oud == nieuw) return;
  vervang_bestand(pad, yaml::schrijf(nieuw), 0600);
}

bool raakt(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& d) { return b.count(d) > 0; });
}

Bevinding bezwaar(const Pad& pad, std::string wat, std::string tip) {
  tip += kLeegmaken;
  return {FoutSoort::integriteit, Plaats{pad.string(), 0, 0}, std::move(wat), std::move(tip), {}};
}

/// The remembered stukken of a dossier that did not verify, or are not there.
std::vector<std::string> niet_geladen(const Kast& kast, const GeladenDossier& dossier) {
  const auto oud = kast.herinnering().koppen.find(dossier.nummer);
  if (oud == kast.herinnering().koppen.end()) return {};
  std::set<std::string> missend = oud->second;
  for (const GeladenStuk& s : dossier.stukken) missend.erase(s.stuk.digest);
  return {missend.begin(), missend.end()};
}

Herinnering lees_kast(const Pad& geheugen, const std::string& vingerafdruk, Lezing lezing) {
  Herinnering uit;
  uit.vingerafdruk = vingerafdruk;
  uit.bestand = bestand_van(geheugen, vingerafdruk);
  const auto document = lees_document(uit.bestand, "geheugen", lezing);
  if (!document || document->tekst_van("kast") != vingerafdruk) return uit;
  const Waarde* versie = document->vind("versie");
  if (versie == nullptr || !versie->is_getal() || versie->getal() < 1) niet_goed(uit.bestand);
  uit.versie = static_cast<int>(versie->getal());
  uit.beheer = digests_van(*document, "beheer", uit.bestand);
  for (const Waarde& w : document->items_van("dossiers")) {
    const auto nummer = Nummer::lees_dossier(w.tekst_van("dossier"));
    if (!nummer) niet_goed(uit.bestand);
    uit.koppen[*nummer] = digests_van(w, "koppen", uit.bestand);
  }
  return uit;
}

/// The heads of one dossier. What another command wrote down since this one began to look stays: it may have seen
/// more. What another forgot since then, was destroyed.
void neem_over(std::map<Nummer, std::set<std::string>>& nu, const Nummer& nummer,
               const std::set<std::string>& gezien, const std::map<Nummer, std::set<std::string>>& toen) {
  const auto er = nu.find(nummer);
  const auto wist = toen.find(nummer);
  const bool zelfde = (er == nu.end()) == (wist == toen.end()) && (er == nu.end() || er->second == wist->second);
  if (gezien.empty()) {
    nu.erase(nummer);
  } else if (zelfde) {
    nu[nummer] = gezien;
  } else if (er != nu.end()) {
    er->second.insert(gezien.begin(), gezien.end());
  }
}

}  // namespace

Herinnering huidige_stand(const Kast& kast) {
  Herinnering uit;
  uit.vingerafdruk = kast.keten().front().digest;
  uit.versie = kast.beheer().versie;
  uit.beheer.insert(kast.beheer().digest);
  for (const BeheerVersie& v : kast.naast()) {
    if (v.versie == uit.versie) uit.beheer.insert(v.digest);
  }
  return uit;
}

Herinnering lees_herinnering(const Pad& geheugen, const std::string& vingerafdruk) {
  return lees_kast(geheugen, vingerafdruk, Lezing::om_te_kijken);
}

std::vector<Bevinding> toets_aan_geheugen(const Pad& geheugen, const Kast& kast, const Herinnering& oud) {
  const auto plaatsen = lees_plaatsen(geheugen, Lezing::om_te_kijken);
  const auto hier = plaatsen.find(plaatsnaam(kast.map()));
  const Herinnering nu = huidige_stand(kast);
  if (hier != plaatsen.end() && hier->second != nu.vingerafdruk) {
    constexpr std::size_t kKort = 19;  // enough to compare by eye
    return {bezwaar(kast.map(),
                    fmt::format("op deze plaats lag een andere kast: de vingerafdruk was {}, en is nu {}",
                                hier->second.substr(0, kKort), nu.vingerafdruk.substr(0, kKort)),
                    "vraag na welke kast dit is; is het met opzet een andere: ")};
  }
  if (nu.versie < oud.versie) {
    return {bezwaar(kast.map() / "beheer",
                    fmt::format("het beheer is teruggezet: dit is versie {}, en deze computer zag versie {}",
                                nu.versie, oud.versie),
                    "haal de laatste stand van de kast op (git pull); is dit met opzet een oude kopie: ")};
  }
  std::set<std::string> er;
  for (const auto* lijst : {&kast.keten(), &kast.naast()}) {
    for (const BeheerVersie& v : *lijst) er.insert(v.digest);
  }
  if (oud.versie == 0 || raakt(oud.beheer, er)) return {};
  return {bezwaar(kast.map() / "beheer",
                  fmt::format("versie {} van het beheer is een andere dan deze computer zag", oud.versie),
                  "vraag wie het beheer tekent of die versie met opzet is vervangen; is dat zo: ")};
}

std::vector<Bevinding> vermiste_stukken(const Kast& kast, const GeladenDossier& dossier) {
  std::vector<std::string> missend = niet_geladen(kast, dossier);
  if (missend.empty()) return {};
  std::set<std::string> namen;  // what has its name is there, and what is wrong with it was said
  std::error_code fout;
  for (fs::directory_iterator it(dossier.map, fout), einde; !fout && it != einde; it.increment(fout)) {
    constexpr std::size_t kDatum = 11;
    const std::string naam = it->path().filename().string();
    if (naam.size() > kDatum) namen.insert(naam.substr(kDatum, 8));
  }
  if (fout == std::errc::permission_denied) return {};  // that nobody may look is said elsewhere
  std::vector<Bevinding> uit;
  for (const std::string& d : missend) {
    if (namen.count(seal::hash8(d)) > 0) continue;
    uit.push_back(bezwaar(dossier.map,
                          fmt::format("deze computer zag hier eerder {}, en dat stuk is er niet meer", d),
                          std::string(kTerug)));
  }
  return uit;
}

std::vector<VermistDossier> vermiste_dossiers(const Kast& kast) {
  std::vector<VermistDossier> uit;
  if (kast.herinnering().koppen.empty()) return uit;
  const std::vector<Nummer> er_zijn = kast.dossiers();
  for (const auto& [nummer, koppen] : kast.herinnering().koppen) {
    const bool er =
        nummer.is_gemeente() ? kast.heeft_gemeente() : std::binary_search(er_zijn.begin(), er_zijn.end(), nummer);
    if (er) continue;
    uit.push_back(
        {nummer, bezwaar(kast.map() / (nummer.is_gemeente() ? "" : "dossiers"),
                         fmt::format("deze computer zag eerder dossier {}, en dat is er niet meer", nummer.tekst()),
                         std::string(kTerug))});
  }
  return uit;
}

std::set<std::string> te_onthouden(const Kast& kast, const GeladenDossier& dossier) {
  std::set<std::string> uit(dossier.koppen.begin(), dossier.koppen.end());
  for (std::string& d : niet_geladen(kast, dossier)) uit.insert(std::move(d));
  return uit;
}

void onthoud(const Pad& geheugen, const Pad& plaats, const Herinnering& gezien, const Herinnering& toen) {
  constexpr unsigned kAlleenIk = 0700;
  constexpr Lezing kLezing = Lezing::om_te_schrijven;
  maak_map(geheugen, kAlleenIk);
  const Slot slot(geheugen, kWacht_ms);
  const Pad pad = bestand_van(geheugen, gezien.vingerafdruk);
  Herinnering uit = lees_kast(geheugen, gezien.vingerafdruk, kLezing);
  if (gezien.versie >= uit.versie) {  // another command may have seen more, meanwhile
    uit.versie = gezien.versie;
    uit.beheer = gezien.beheer;
  }
  for (const auto& [nummer, koppen] : gezien.koppen) neem_over(uit.koppen, nummer, koppen, toen.koppen);
  bewaar(pad, als_waarde(uit), lees_document(pad, "geheugen", kLezing));
  auto plaatsen = lees_plaatsen(geheugen, kLezing);
  plaatsen[plaatsnaam(plaats)] = gezien.vingerafdruk;
  bewaar(geheugen / kPlaatsen, als_waarde(plaatsen), lees_document(geheugen / kPlaatsen, "plaatsen", kLezing));
}

}  // namespace pga::kast
