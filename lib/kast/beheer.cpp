// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/beheer.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/fout.h"
#include "lib/kast/systeem.h"
#include "lib/proces/beleid.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/rollen.h"
#include "lib/seal/digest.h"
#include "lib/stuk/omslag.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"

namespace pga::kast {
namespace {

constexpr std::size_t kMaxBeheer = std::size_t{4} << 20U;

[[noreturn]] void niet_goed(const std::string& bestand, std::string wat, Plek plek = {}) {
  throw Fout(
      FoutSoort::integriteit, std::move(wat),
      "zonder een keten van beheer die klopt is niets in deze kast te vertrouwen: haal beheer/ terug uit git",
      Plaats{bestand, plek.regel, plek.kolom});
}

Datum datum_van(const Waarde& w, std::string_view veld, std::string_view bestand) {
  const auto datum = Datum::lees(w.tekst_van(veld));
  if (!datum) {
    throw Fout(FoutSoort::document, fmt::format("{} hoort een datum te zijn", veld), "schrijf JJJJ-MM-DD",
               Plaats{std::string(bestand), w.plek.regel, w.plek.kolom});
  }
  return *datum;
}

std::vector<GebruikerSleutel> sleutels_van(const Waarde& gebruiker, std::string_view bestand) {
  std::vector<GebruikerSleutel> uit;
  for (const Waarde& s : gebruiker.items_van("sleutels")) {
    GebruikerSleutel sleutel{seal::Recipient::parse(s.tekst_van("opent")),
                             seal::VerifyKey::parse(s.tekst_van("tekent")), datum_van(s, "van", bestand),
                             std::nullopt};
    if (s.vind("tot") != nullptr) sleutel.tot = datum_van(s, "tot", bestand);
    if (s.vind("ijkpunt") != nullptr) sleutel.ijkpunt = s.tekst_van("ijkpunt");
    uit.push_back(sleutel);
  }
  return uit;
}

/// Only a deelnemer can designate; only a deelnemer's people, those who check or support them, and machines can be
/// gebruiker.
void toets_aanwijzing(const Gebruiker& g, const Plaats& plaats) {
  const auto wie = proces::lees<proces::Organisatie>(g.organisatie);
  if (!wie) {
    throw Fout(Bevinding{
        FoutSoort::geweigerd, plaats,
        fmt::format("{} is geen deelnemer: {} kan geen gebruiker zijn", g.organisatie, g.id.tekst()),
        fmt::format("een derde krijgt alleen wat voor zijn rol nodig is verstrekt, en nooit een sleutel; een "
                    "gebruiker is van {}",
                    fmt::join(proces::Woorden<proces::Organisatie>::namen, ", ")),
        "artikel 11 Besluit PGA"});
  }
  const auto door = proces::lees<proces::Organisatie>(g.aangewezen_door);
  const bool aangewezen = door && proces::is_deelnemer(*door);
  if (!aangewezen || (proces::is_deelnemer(*wie) && door != wie)) {
    throw Fout(
        Bevinding{FoutSoort::geweigerd, plaats,
                  aangewezen ? fmt::format("{} is van {} en kan alleen door die deelnemer zijn aangewezen",
                                           g.id.tekst(), proces::de_organisatie(g.organisatie))
                             : fmt::format("{} is niet aangewezen door een deelnemer", g.id.tekst()),
                  "noem de deelnemer die deze persoon (of machine) heeft aangewezen: --aangewezen-door, of in een "
                  "document aangewezen_door",
                  "artikel 12, lid 3, Wet PGA"});
  }
}

/// Whoever takes somebody's place is of the same organisatie: a vote is that of the organisatie.
void toets_vervanging(const Gebruiker& g, const std::vector<Gebruiker>& allen, std::string_view bestand) {
  if (!g.vervangt) return;
  const auto er =
      std::find_if(allen.begin(), allen.end(), [&](const Gebruiker& ander) { return ander.id == *g.vervangt; });
  if (er != allen.end() && er->id != g.id && er->organisatie == g.organisatie) return;
  throw Fout(Bevinding{FoutSoort::document, Plaats{std::string(bestand), 0, 0},
                       er == allen.end()
                           ? fmt::format("{} vervangt {}, en die is er niet", g.id.tekst(), g.vervangt->tekst())
                           : fmt::format("{} kan {} niet vervangen", g.id.tekst(), g.vervangt->tekst()),
                       "noem een andere gebruiker van dezelfde organisatie", "artikel 12, lid 3, Wet PGA"});
}

/// The number in a name <versie>-<hash8>.yaml whose hash8 is that of the bytes; nothing otherwise.
std::optional<int> versie_in_naam(const Pad& pad, const std::string& digest) {
  const std::string naam = pad.filename().string();
  const std::string staart = fmt::format("-{}.yaml", seal::hash8(digest));
  const std::string cijfers = naam.substr(0, naam.find('-'));
  int versie = 0;
  const auto [einde, fout] = std::from_chars(cijfers.data(), cijfers.data() + cijfers.size(), versie);
  const bool goed = fout == std::errc() && einde == cijfers.data() + cijfers.size() && versie > 0 &&
                    naam == fmt::format("{}{}", versie, staart);
  return goed ? std::optional<int>(versie) : std::nullopt;
}

BeheerVersie lees_inhoud(const Pad& pad, const std::string& bytes, int versie_naam) {
  const std::string bestand = pad.string();
  BeheerVersie uit;
  uit.bestand = bestand;
  uit.digest = seal::digest(bytes);
  const Waarde document = yaml::lees(bytes, bestand);
  const Waarde* formaat = document.vind("pga");
  if (formaat != nullptr && formaat->is_getal() && formaat->getal() > stuk::kFormaat) {
    throw Fout(FoutSoort::integriteit,
               fmt::format("formaat {} is nieuwer dan deze pga kent ({})", formaat->getal(), stuk::kFormaat),
               "werk pga bij; er is niets aan deze kast veranderd", Plaats{bestand, 1, 1});
  }
  const Waarde* versie = document.vind("versie");
  const auto datum = Datum::lees(document.tekst_van("datum"));
  uit.door = GebruikerId::lees(document.tekst_van("door"));
  if (formaat == nullptr || !formaat->is_getal() || formaat->getal() != stuk::kFormaat ||
      document.tekst_van("soort") != "beheer" || versie == nullptr || !versie->is_getal() ||
      versie->getal() != versie_naam || !datum || !uit.door) {
    niet_goed(bestand, "dit is geen beheer van een kast");
  }
  uit.versie = versie_naam;
  uit.datum = *datum;
  uit.vorige = document.tekst_van("vorige");
  uit.gebruikers = lees_gebruikers(document, bestand);
  if (const Waarde* beleid = document.vind("beleid")) {
    uit.leest = proces::lees_beleid(*beleid).leest;
  }
  uit.document = document;
  return uit;
}

/// Whatever is wrong with a version that lies in a kast, is wrong with the kast.
BeheerVersie lees_versie(const Pad& pad) {
  try {
    const std::string bytes = lees_bestand(pad, kMaxBeheer);
    const auto versie = versie_in_naam(pad, seal::digest(bytes));  // before anything in it is read
    if (!versie) niet_goed(pad.string(), "de naam past niet bij de inhoud: het bestand is veranderd of hernoemd");
    return lees_inhoud(pad, bytes, *versie);
  } catch (const Fout& fout) {
    std::vector<Bevinding> bevindingen = fout.bevindingen();
    for (Bevinding& b : bevindingen) {
      b.soort = FoutSoort::integriteit;
      if (b.plaats.bestand.empty()) b.plaats.bestand = pad.string();
    }
    throw Fout(std::move(bevindingen));
  }
}

/// Whether `versie` is signed by one whom `gezag` (the version before it, or itself for the first) allows to.
void toets_handtekening(const BeheerVersie& versie, const BeheerVersie& gezag) {
  const std::string bytes = lees_bestand(versie.bestand, kMaxBeheer);
  const Gebruiker* door = gezag.vind(*versie.door);
  if (door == nullptr || !proces::mag_beheer_tekenen(door->rollen, gezag.leest)) {
    niet_goed(versie.bestand, fmt::format("{} mocht deze versie van beheer niet tekenen", versie.door->tekst()));
  }
  const Datum dag = std::max(versie.datum, gezag.datum);  // an older day cannot revive a key
  const bool klopt = std::any_of(door->sleutels.begin(), door->sleutels.end(), [&](const GebruikerSleutel& s) {
    return !(s.tot && *s.tot < dag) && stuk::klopt_handtekening(bytes, versie.document, s.tekent);
  });
  if (!klopt) {
    niet_goed(versie.bestand,
              fmt::format("dit is niet getekend met een sleutel van {} die nog geldt", versie.door->tekst()));
  }
}

/// Where regisseurs read their own cases only, somebody must read all, and sign beheer.
void toets_leesbeleid(const BeheerVersie& versie, Datum dag) {
  if (versie.leest.regisseur_leest == proces::RegisseurLeest::alle || heeft_ondertekenaar(versie, dag)) return;
  niet_goed(
      versie.bestand,
      "met regisseur_leest: eigen hoort er een procesregisseur te zijn met een sleutel die geldt, en die is er "
      "niet");
}

}  // namespace

bool heeft_ondertekenaar(const BeheerVersie& versie, Datum dag) {
  return std::any_of(versie.gebruikers.begin(), versie.gebruikers.end(), [&](const Gebruiker& g) {
    return proces::mag_beheer_tekenen(g.rollen, versie.leest) && g.sleutel_op(dag) != nullptr;
  });
}

bool Gebruiker::heeft_rol(std::string_view rol) const {
  return std::find(rollen.begin(), rollen.end(), rol) != rollen.end();
}

bool Gebruiker::is_regisseur() const { return proces::is_regisseur(rollen); }

bool Gebruiker::is_reserve() const { return proces::is_reserve(rollen); }

const GebruikerSleutel* Gebruiker::sleutel_op(Datum dag) const {
  const GebruikerSleutel* uit = nullptr;
  for (const GebruikerSleutel& s : sleutels) {
    if (s.tot && *s.tot < dag) continue;
    if (uit == nullptr || uit->van <= s.van) uit = &s;
  }
  return uit;
}

std::vector<seal::Recipient> Gebruiker::openers_op(Datum dag) const {
  std::vector<seal::Recipient> uit;
  for (const GebruikerSleutel& s : sleutels) {
    if (!(s.tot && *s.tot < dag)) uit.push_back(s.opent);
  }
  return uit;
}

const Gebruiker* BeheerVersie::vind(const GebruikerId& id) const {
  const auto it =
      std::find_if(gebruikers.begin(), gebruikers.end(), [&](const Gebruiker& g) { return g.id == id; });
  return it == gebruikers.end() ? nullptr : &*it;
}

std::vector<Gebruiker> lees_gebruikers(const Waarde& document, std::string_view bestand) {
  std::vector<Gebruiker> uit;
  for (const Waarde& w : document.items_van("gebruikers")) {
    const Plaats plaats{std::string(bestand), w.plek.regel, w.plek.kolom};
    const auto id = GebruikerId::lees(w.tekst_van("id"));
    if (!id) {
      throw Fout(FoutSoort::document, fmt::format("\"{}\" kan geen gebruikersnaam zijn", w.tekst_van("id")),
                 "een kleine letter, dan hooguit 31 kleine letters, cijfers en streepjes", plaats);
    }
    Gebruiker g{*id, w.tekst_van("organisatie"),     w.tekst_van("gemeente"),
                {},  w.tekst_van("aangewezen_door"), sleutels_van(w, bestand)};
    for (const Waarde& rol : w.items_van("rollen")) {
      if (rol.is_tekst()) g.rollen.push_back(rol.tekst());
    }
    g.vervangt = GebruikerId::lees(w.tekst_van("vervangt"));
    toets_aanwijzing(g, plaats);
    if (std::any_of(uit.begin(), uit.end(), [&](const Gebruiker& ander) { return ander.id == g.id; })) {
      throw Fout(FoutSoort::document, fmt::format("gebruiker {} staat er twee keer", g.id.tekst()),
                 "een gebruikersnaam wordt maar één keer gebruikt", plaats);
    }
    uit.push_back(std::move(g));
  }
  for (const Gebruiker& g : uit) toets_vervanging(g, uit, bestand);
  return uit;
}

Waarde als_waarde(const Gebruiker& gebruiker) {
  Waarde w = Waarde::kaart();
  w.zet("id", gebruiker.id.tekst());
  w.zet("organisatie", gebruiker.organisatie);
  if (!gebruiker.gemeente.empty()) w.zet("gemeente", gebruiker.gemeente);
  Waarde& rollen = w.zet("rollen", Waarde::lijst_());
  for (const std::string& rol : gebruiker.rollen) rollen.voeg_toe(rol);
  w.zet("aangewezen_door", gebruiker.aangewezen_door);
  if (gebruiker.vervangt) w.zet("vervangt", gebruiker.vervangt->tekst());
  Waarde& sleutels = w.zet("sleutels", Waarde::lijst_());
  for (const GebruikerSleutel& s : gebruiker.sleutels) {
    Waarde& sleutel = sleutels.voeg_toe(Waarde::kaart());
    sleutel.zet("opent", s.opent.text());
    sleutel.zet("tekent", s.tekent.text());
    sleutel.zet("van", s.van.tekst());
    if (s.tot) sleutel.zet("tot", s.tot->tekst());
    if (s.ijkpunt) sleutel.zet("ijkpunt", *s.ijkpunt);
  }
  return w;
}

BeheerVersie als_versie(const NieuwBestand& bestand) {
  return lees_inhoud(bestand.pad, bestand.bytes, versie_in_naam(bestand.pad, seal::digest(bestand.bytes)).value());
}

namespace {

std::vector<BeheerVersie> lees_versies(const Pad& kast) {
  std::vector<BeheerVersie> uit;
  std::error_code geen_map;
  const bool map = std::filesystem::is_directory(kast / "beheer", geen_map);
  const bool er_niet = geen_map == std::errc::no_such_file_or_directory || geen_map == std::errc::not_a_directory;
  if (geen_map && !er_niet) systeemfout("kan de kast niet lezen", kast, geen_map.value());  // not that it is none
  for (const Pad& pad : map ? lees_map(kast / "beheer") : std::vector<Pad>()) {
    if (pad.filename().string().rfind(kTijdelijk, 0) != 0) uit.push_back(lees_versie(pad));
  }
  if (uit.empty()) {
    const bool er = map || std::filesystem::exists(kast, geen_map);
    throw Fout(
        FoutSoort::geen_kast,
        er ? "dit is geen kast: de map beheer/ ontbreekt of is leeg" : "dit is geen kast: deze map is er niet",
        "ga naar de map van de kast, geef hem met -C of PGA_KAST, of maak er een met pga init",
        Plaats{kast.string(), 0, 0});
  }
  std::sort(uit.begin(), uit.end(), [](const auto& a, const auto& b) {
    return a.versie != b.versie ? a.versie < b.versie : a.digest > b.digest;
  });
  return uit;
}

/// The version that `versie` names as the one before it; nullptr when it is not there.
const BeheerVersie* vorige_van(const std::vector<BeheerVersie>& versies, const BeheerVersie& versie) {
  const auto er = std::find_if(versies.begin(), versies.end(), [&](const BeheerVersie& v) {
    return v.digest == versie.vorige && v.versie == versie.versie - 1;
  });
  return er == versies.end() ? nullptr : &*er;
}

void toets_versies(const std::vector<BeheerVersie>& versies) {
  int nummer = 0;
  for (const BeheerVersie& versie : versies) {
    if (versie.versie > nummer + 1) niet_goed(versie.bestand, fmt::format("versie {} ontbreekt", nummer + 1));
    if (versie.versie == 1 && nummer == 1) niet_goed(versie.bestand, "versie 1 van beheer bestaat twee keer");
    nummer = versie.versie;
    const BeheerVersie* vorige = nummer == 1 ? &versie : vorige_van(versies, versie);
    if (vorige == nullptr || (nummer == 1 && !versie.vorige.empty())) {
      niet_goed(versie.bestand, "deze versie noemt een andere vorige versie dan die er ligt");
    }
    toets_handtekening(versie, *vorige);
    toets_leesbeleid(versie, std::max(versie.datum, vorige->datum));
  }
}

}  // namespace

Beheerketen lees_beheer(const Pad& kast) {
  std::vector<BeheerVersie> versies = lees_versies(kast);
  toets_versies(versies);
  Beheerketen uit;
  std::string volgt = versies.back().digest;  // the newest; of two of one number the lowest digest comes last
  for (auto v = versies.rbegin(); v != versies.rend(); ++v) {
    const bool in_keten = v->digest == volgt;
    if (in_keten) volgt = v->vorige;
    (in_keten ? uit.keten : uit.naast).push_back(std::move(*v));
  }
  std::reverse(uit.keten.begin(), uit.keten.end());
  std::reverse(uit.naast.begin(), uit.naast.end());
  return uit;
}

NieuwBestand maak_beheer(const Pad& kast, const BeheerVersie* vorige, const Waarde& document, Datum datum,
                         const GebruikerId& door, const seal::SigningKey& key) {
  Waarde uit = Waarde::kaart();
  const int versie = vorige == nullptr ? 1 : vorige->versie + 1;
  uit.zet("pga", stuk::kFormaat);
  uit.zet("soort", "beheer");
  uit.zet("versie", versie);
  // Two kasten made from one document on one day by one hand are still two: their fingerprints must differ.
  if (vorige == nullptr) uit.zet("kenmerk", seal::random_hex(16));
  if (vorige != nullptr) uit.zet("vorige", vorige->digest);
  uit.zet("datum", datum.tekst());
  uit.zet("door", door.tekst());
  for (const std::string_view veld : {"gemeente", "contactpunt", "fg", "beleid", "gebruikers"}) {
    if (const Waarde* w = document.vind(veld); w != nullptr && !w->leeg()) uit.zet(veld, *w);
  }
  uit.snoei();
  const std::string bytes = stuk::onderteken(uit, key);
  return {kast / "beheer" / fmt::format("{}-{}.yaml", versie, seal::hash8(seal::digest(bytes))), bytes, 0644};
}

}  // namespace pga::kast
