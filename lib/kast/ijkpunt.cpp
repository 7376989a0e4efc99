// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/ijkpunt.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/waarde.h"
#include "lib/kast/laad.h"
#include "lib/kast/logboek.h"
#include "lib/kast/maak_stuk.h"
#include "lib/kast/vernietig.h"
#include "lib/kast/voornemen.h"
#include "lib/seal/digest.h"
#include "lib/stuk/omslag.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTerug = "haal het terug uit git of uit een kopie van de kast";

Bevinding schending(const Pad& pad, std::string wat, std::string_view tip = kTerug) {
  return {FoutSoort::integriteit, Plaats{pad.string(), 0, 0}, std::move(wat), std::string(tip), {}};
}

/// A list of maps, each a name and the heads of what it names.
template <typename Kaart>
void zet_koppen(Waarde& w, std::string_view veld, std::string_view naam, const Kaart& kaart) {
  if (kaart.empty()) return;
  Waarde& lijst = w.zet(veld, Waarde::lijst_());
  for (const auto& [wie, koppen] : kaart) {
    Waarde& regel = lijst.voeg_toe(Waarde::kaart());
    regel.zet(naam, wie.tekst());
    Waarde& digests = regel.zet("koppen", Waarde::lijst_());
    for (const std::string& k : koppen) digests.voeg_toe(k);
  }
}

Waarde als_waarde(const Ijkpunt& ijkpunt, const std::string& kenmerk) {
  Waarde w = Waarde::kaart();
  w.zet("pga", stuk::kFormaat);
  w.zet("soort", "ijkpunt");
  w.zet("kenmerk", kenmerk);
  w.zet("datum", ijkpunt.datum.tekst());
  w.zet("door", ijkpunt.door.tekst());
  w.zet("kast", ijkpunt.kast);
  w.zet("beheer", ijkpunt.beheer);
  zet_koppen(w, "dossiers", "dossier", ijkpunt.dossiers);
  zet_koppen(w, "logboek", "gebruiker", ijkpunt.logboek);
  return w;
}

[[noreturn]] void geen_ijkpunt(const Pad& pad) {
  throw Fout(schending(pad, "dit is geen ijkpunt van pga", "geef het bestand dat pga ijkpunt maakte"));
}

/// The heads that stand under each name; what is not in order shows when it is written again.
template <typename Naam, typename Lees>
std::map<Naam, std::vector<std::string>> lees_koppen(const Waarde& document, std::string_view veld,
                                                     std::string_view naam, const Pad& pad, Lees&& lees) {
  std::map<Naam, std::vector<std::string>> uit;
  for (const Waarde& w : document.items_van(veld)) {
    const auto wie = lees(w.tekst_van(naam));
    if (!wie) geen_ijkpunt(pad);
    std::vector<std::string>& koppen = uit[*wie];
    for (const Waarde& k : w.items_van("koppen")) koppen.push_back(k.is_tekst() ? k.tekst() : "");
    if (koppen.empty() || !std::is_sorted(koppen.begin(), koppen.end()) ||
        !std::all_of(koppen.begin(), koppen.end(), seal::is_digest)) {
      geen_ijkpunt(pad);
    }
  }
  return uit;
}

/// Everything that was found wrong, or what stands in the kast.
struct Opname {
  std::map<Nummer, std::vector<std::string>> dossiers;
  std::vector<Bevinding> geschonden;
};

Opname neem_op(const Kast& kast, const Lezer& lezer) {
  std::vector<Nummer> nummers = kast.dossiers();
  if (kast.heeft_gemeente()) nummers.push_back(Nummer::gemeente());
  Opname uit;
  for (const Nummer& n : nummers) {
    const GeladenDossier d = laad(kast, n, lezer, Diepte::termijnen);
    std::copy_if(d.bevindingen.begin(), d.bevindingen.end(), std::back_inserter(uit.geschonden),
                 [](const Bevinding& b) { return b.soort == FoutSoort::integriteit; });
    uit.dossiers[n] = d.koppen;
  }
  return uit;
}

/// Whether the file is signed by the gebruiker it names, with a key that counted on its day.
bool is_getekend(const BeheerVersie& beheer, const Ijkpunt& ijkpunt, std::string_view bytes) {
  const Gebruiker* door = beheer.vind(ijkpunt.door);
  if (door == nullptr || !mag_ijken(door->rollen)) return false;
  const Waarde document = yaml::lees(bytes, ijkpunt.bestand.string());
  return std::any_of(door->sleutels.begin(), door->sleutels.end(), [&](const GebruikerSleutel& s) {
    return !(s.tot && *s.tot < ijkpunt.datum) && stuk::klopt_handtekening(bytes, document, s.tekent);
  });
}

std::string sinds(const Ijkpunt& ijkpunt) { return fmt::format("sinds het ijkpunt van {}", ijkpunt.datum.lang()); }

Bevinding verdwenen(const Kast& kast, const Ijkpunt& ijkpunt, const Nummer& nummer, bool leest_bewijzen) {
  const Pad pad = kast.map() / (nummer.is_gemeente() ? "" : "dossiers");
  std::string wat = fmt::format("{} is dossier {} verdwenen", sinds(ijkpunt), nummer.tekst());
  if (leest_bewijzen || nummer.is_gemeente()) return schending(pad, std::move(wat));
  return {FoutSoort::bevinding,
          Plaats{pad.string(), 0, 0},
          std::move(wat) + "; of het is vernietigd, is met uw sleutel niet te zien",
          "laat een regisseur, de FG of een termijnwacht dit nakijken: pga controleer --ijkpunt",
          {}};
}

void toets_dossiers(const Kast& kast, const Ijkpunt& ijkpunt, const Inhoud& inhoud,
                    const std::optional<Nummer>& alleen, std::vector<Bevinding>& uit) {
  for (const auto& [nummer, koppen] : ijkpunt.dossiers) {
    if ((alleen && *alleen != nummer) || inhoud.vernietigd.count(nummer) > 0) continue;
    const auto er = inhoud.dossiers.find(nummer);
    if (er == inhoud.dossiers.end()) {
      uit.push_back(verdwenen(kast, ijkpunt, nummer, inhoud.leest_bewijzen));
      continue;
    }
    for (const std::string& k : koppen) {
      if (er->second.count(k) > 0) continue;
      uit.push_back(schending(kast.dossier_map(nummer), fmt::format("{} is {} verdwenen", sinds(ijkpunt), k)));
    }
  }
}

void toets_log(const Kast& kast, const Ijkpunt& ijkpunt, const Inhoud& inhoud, std::vector<Bevinding>& uit) {
  for (const auto& [wie, koppen] : ijkpunt.logboek) {
    const auto er = inhoud.logboek.find(wie);
    for (const std::string& k : koppen) {
      if (er != inhoud.logboek.end() && er->second.count(k) > 0) continue;
      uit.push_back(schending(kast.map() / kLogboek / wie.tekst(),
                              fmt::format("{} is regel {} van het logboek verdwenen", sinds(ijkpunt), k)));
    }
  }
}

std::string naam_van(const Ijkpunt& ijkpunt) { return stuk_naam(ijkpunt.datum, ijkpunt.digest); }

}  // namespace

bool mag_ijken(const std::vector<std::string>& rollen) {
  static constexpr std::array<std::string_view, 5> kRollen = {"procesregisseur", "regisseur", "rechtmatigheid",
                                                              "fg", "termijnwacht"};
  return std::any_of(rollen.begin(), rollen.end(), [](const std::string& rol) {
    return std::find(kRollen.begin(), kRollen.end(), rol) != kRollen.end();
  });
}

NieuwBestand maak_ijkpunt(const Kast& kast, const Lezer& lezer, Datum datum) {
  if (!mag_ijken(lezer.rollen)) {
    throw Fout(Bevinding{FoutSoort::geweigerd,
                         {},
                         "met uw rol kunt u geen ijkpunt maken",
                         "vraag een regisseur, de FG, een termijnwacht of wie de rechtmatigheid controleert",
                         "artikel 13 Wet PGA"});
  }
  Opname opname = neem_op(kast, lezer);
  Ijkpunt uit{{}, {}, kast.keten().front().digest, datum, auteur(lezer), kast.beheer().digest, {}, {}};
  uit.dossiers = std::move(opname.dossiers);
  for (Bevinding& b : controleer_logboek(kast, lezer)) {
    if (b.soort == FoutSoort::integriteit) opname.geschonden.push_back(std::move(b));
  }
  for (const VermistDossier& v : vermist_zonder_bewijs(kast, lezer, Bewijzen(kast, lezer)))
    opname.geschonden.push_back(v.bevinding);
  if (!opname.geschonden.empty()) throw Fout(std::move(opname.geschonden));
  for (auto& [wie, keten] : log_ketens(kast)) {
    if (!keten.koppen.empty()) uit.logboek[wie] = std::move(keten.koppen);
  }
  const auto tekent = seal::SigningKey::derive(lezer.identiteiten.at(lezer.tekent_met));
  eis_eigen_handtekening(kast.beheer(), uit.door, tekent);
  std::string bytes = stuk::onderteken(als_waarde(uit, seal::random_hex(16)), tekent);
  uit.digest = seal::digest(bytes);
  return {kast.map() / kIjkpunten / naam_van(uit), std::move(bytes), 0644};
}

Ijkpunt lees_ijkpunt(std::string_view bytes, const Pad& bestand) {
  const Waarde document = yaml::lees(bytes, bestand.string());
  const Waarde* formaat = document.vind("pga");
  const auto datum = Datum::lees(document.tekst_van("datum"));
  const auto door = GebruikerId::lees(document.tekst_van("door"));
  if (formaat == nullptr || !formaat->is_getal() || document.tekst_van("soort") != "ijkpunt" || !datum || !door) {
    geen_ijkpunt(bestand);
  }
  if (formaat->getal() > stuk::kFormaat) {
    throw Fout(schending(bestand, fmt::format("formaat {} is nieuwer dan deze pga kent", formaat->getal()),
                         "werk pga bij; er is niets aan dit ijkpunt veranderd"));
  }
  Ijkpunt uit{
      bestand, seal::digest(bytes), document.tekst_van("kast"), *datum, *door, document.tekst_van("beheer"), {},
      {}};
  uit.dossiers = lees_koppen<Nummer>(document, "dossiers", "dossier", bestand,
                                     [](const std::string& t) { return Nummer::lees_dossier(t); });
  uit.logboek = lees_koppen<GebruikerId>(document, "logboek", "gebruiker", bestand,
                                         [](const std::string& t) { return GebruikerId::lees(t); });
  Waarde terug = als_waarde(uit, document.tekst_van("kenmerk"));
  terug.zet("handtekening", document.tekst_van("handtekening"));
  if (!seal::is_digest(uit.kast) || !seal::is_digest(uit.beheer) || yaml::schrijf(terug) != bytes) {
    geen_ijkpunt(bestand);
  }
  return uit;
}

Ijkpunt vind_ijkpunt(const Kast& kast, const std::string& digest) {
  const Pad map = kast.map() / kIjkpunten;
  for (const Pad& pad : lees_map(map)) {
    const std::string naam = pad.filename().string();
    if (naam.find("-" + seal::hash8(digest) + ".yaml") == std::string::npos) continue;
    const std::string bytes = lees_bestand(pad, kMaxIjkpunt);
    if (seal::digest(bytes) == digest) return lees_ijkpunt(bytes, pad);
  }
  throw Fout(
      schending(map, fmt::format("ijkpunt {} ontbreekt: wat met een afgelopen sleutel is getekend, is niet na "
                                 "te kijken",
                                 digest)));
}

std::vector<Bevinding> toets_ijkpunt(const Kast& kast, const Ijkpunt& ijkpunt, std::string_view bytes,
                                     const Inhoud& inhoud, const std::optional<Nummer>& alleen) {
  if (ijkpunt.kast != kast.keten().front().digest) {
    return {schending(ijkpunt.bestand, "dit ijkpunt is van een andere kast, of deze kast is vervangen",
                      "vergelijk de vingerafdruk die pga init liet zien met die van pga beleid")};
  }
  const BeheerVersie* beheer = kast.beheer_van(ijkpunt.beheer);
  if (beheer == nullptr) {
    return {schending(kast.map() / "beheer",
                      fmt::format("{} is de versie van het beheer verdwenen die toen gold", sinds(ijkpunt)),
                      "haal de laatste stand van de kast op (git pull), of zet het beheer terug uit een kopie")};
  }
  if (!is_getekend(*beheer, ijkpunt, bytes)) {
    return {schending(ijkpunt.bestand, fmt::format("dit ijkpunt is niet getekend door {}, of die mocht dat niet",
                                                   ijkpunt.door.tekst()))};
  }
  std::vector<Bevinding> uit;
  toets_dossiers(kast, ijkpunt, inhoud, alleen, uit);
  if (!alleen) toets_log(kast, ijkpunt, inhoud, uit);
  return uit;
}

std::vector<Bevinding> controleer_ijkpunten(const Kast& kast, const Inhoud& inhoud) {
  std::vector<Bevinding> uit;
  std::vector<Pad> paden;
  try {
    paden = lees_map(kast.map() / kIjkpunten);
  } catch (const Fout& e) {
    return e.bevindingen();
  }
  for (const Pad& pad : paden) {
    if (pad.filename().string().rfind(kTijdelijk, 0) == 0) continue;
    try {
      const std::string bytes = lees_bestand(pad, kMaxIjkpunt);
      const Ijkpunt ijkpunt = lees_ijkpunt(bytes, pad);
      if (naam_van(ijkpunt) != pad.filename().string()) {
        uit.push_back(schending(pad, "de inhoud is veranderd: zij past niet meer bij de naam"));
        continue;
      }
      for (Bevinding& b : toets_ijkpunt(kast, ijkpunt, bytes, inhoud, std::nullopt)) {
        if (b.soort == FoutSoort::integriteit) uit.push_back(std::move(b));
      }
    } catch (const Fout& e) {
      for (Bevinding b : e.bevindingen()) {
        if (b.plaats.bestand.empty()) b.plaats.bestand = pad.string();
        b.soort = FoutSoort::integriteit;
        uit.push_back(std::move(b));
      }
    }
  }
  return uit;
}

namespace {

/// The stukken that the heads of an ijkpunt follow on, those heads included.
std::set<std::string> verleden(const GeladenDossier& dossier, const std::vector<std::string>& koppen) {
  std::map<std::string, const stuk::Stuk*> bij_digest;
  for (const GeladenStuk& s : dossier.stukken) bij_digest.emplace(s.stuk.digest, &s.stuk);
  std::set<std::string> uit;
  std::vector<std::string> nog = koppen;
  while (!nog.empty()) {
    const std::string d = std::move(nog.back());
    nog.pop_back();
    const auto er = bij_digest.find(d);
    if (er == bij_digest.end() || !uit.insert(d).second) continue;
    nog.insert(nog.end(), er->second->kop.vorige.begin(), er->second->kop.vorige.end());
  }
  return uit;
}

void toets_een(const Kast& kast, const Gebruiker& g, const GebruikerSleutel& sleutel, GeladenDossier& dossier) {
  const auto van_deze = [&](const GeladenStuk& s) {
    return s.stuk.kop.door == g.id && s.getekend == sleutel.tekent;
  };
  if (std::none_of(dossier.stukken.begin(), dossier.stukken.end(), van_deze)) return;
  std::set<std::string> goed;
  try {
    const Ijkpunt ijkpunt = vind_ijkpunt(kast, *sleutel.ijkpunt);
    if (const auto er = ijkpunt.dossiers.find(dossier.nummer); er != ijkpunt.dossiers.end()) {
      goed = verleden(dossier, er->second);
    }
  } catch (const Fout& e) {
    for (const Bevinding& b : e.bevindingen()) dossier.bevindingen.push_back(b);
  }
  const auto telt_niet = [&](const GeladenStuk& s) { return van_deze(s) && goed.count(s.stuk.digest) == 0; };
  for (const GeladenStuk& s : dossier.stukken) {
    if (!telt_niet(s)) continue;
    dossier.bevindingen.push_back(schending(
        s.bestand,
        fmt::format("getekend met een sleutel van {} die is afgelopen, en niet in het ijkpunt dat daarbij hoort",
                    g.id.tekst()),
        "vraag wie het beheer tekent wat er is gebeurd; is het stuk echt, laat het dan opnieuw vastleggen"));
  }
  dossier.stukken.erase(std::remove_if(dossier.stukken.begin(), dossier.stukken.end(), telt_niet),
                        dossier.stukken.end());
}

}  // namespace

void toets_afgelopen_sleutels(const Kast& kast, GeladenDossier& dossier) {
  for (const Gebruiker& g : kast.beheer().gebruikers) {
    for (const GebruikerSleutel& s : g.sleutels) {
      if (s.ijkpunt) toets_een(kast, g, s, dossier);
    }
  }
}

std::vector<AfgelopenSleutel> zonder_ijkpunt(const BeheerVersie& beheer, Datum dag) {
  std::vector<AfgelopenSleutel> uit;
  for (const Gebruiker& g : beheer.gebruikers) {
    for (const GebruikerSleutel& s : g.sleutels) {
      if (s.tot && *s.tot < dag && !s.ijkpunt) uit.push_back({g.id, *s.tot});
    }
  }
  return uit;
}

}  // namespace pga::kast
