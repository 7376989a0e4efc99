// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/bundel.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/stuk/omslag.h"
#include "lib/stuk/ondertekend.h"
#include "lib/stuk/vulling.h"
#include "lib/yaml/canoniek.h"

namespace pga::stuk {
namespace {

/// How messages call each kind, and which command makes it.
struct Woorden {
  std::string_view soort;  // as in the file
  std::string_view een;
  std::string_view de;
  std::string_view die;
  std::string_view nieuw;
  std::string_view maker;
  std::string_view andere;  // when the other kind was given: what to do with it
};

const Woorden& woorden(BundelSoort soort) {
  static constexpr Woorden kBundel = {"sleutelbundel",
                                      "bundel met sleutels",
                                      "de bundel",
                                      "hij",
                                      "een nieuwe bundel",
                                      "pga sleutels pak",
                                      "dit is een pak met een dossier: lees het met pga toon --van"};
  static constexpr Woorden kPak = {"pak",
                                   "pak van een dossier",
                                   "het pak",
                                   "het",
                                   "een nieuw pak",
                                   "pga pak",
                                   "dit is een bundel met sleutels: leg ze neer met pga sleutels ontvang"};
  return soort == BundelSoort::pak ? kPak : kBundel;
}

/// What is wrong with a file of one kind.
class Klacht {
 public:
  Klacht(BundelSoort soort, std::string_view naam) : w_(woorden(soort)), naam_(naam) {}
  [[nodiscard]] const Woorden& w() const { return w_; }
  [[noreturn]] void meld(std::string wat, std::string tip = {}) const {
    if (tip.empty()) tip = fmt::format("vraag de afzender om {}: {}", w_.nieuw, w_.maker);
    throw Fout(FoutSoort::integriteit, std::move(wat), std::move(tip), Plaats{std::string(naam_), 0, 0});
  }

 private:
  const Woorden& w_;
  std::string_view naam_;
};

bool is_binair(std::string_view naam) { return naam.ends_with(".age"); }

Waarde kop_als_waarde(const BundelKop& kop) {
  Waarde w = Waarde::kaart();
  w.zet("pga", kFormaat);
  w.zet("soort", std::string(woorden(kop.soort).soort));
  w.zet("kenmerk", kop.kenmerk);
  w.zet("datum", kop.datum.tekst());
  w.zet("door", kop.door.tekst());
  w.zet("aan", kop.aan.tekst());
  w.zet("kast", kop.kast);
  w.zet("beheer", kop.beheer);
  return w;
}

bool is_kenmerk(std::string_view t) {
  return t.size() == 32 && t.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void toets_formaat(const Waarde& document, BundelSoort soort, const Klacht& klacht) {
  const Waarde* formaat = document.vind("pga");
  const std::string er = document.tekst_van("soort");
  if (formaat == nullptr || !formaat->is_getal() || er != klacht.w().soort) {
    const bool andere =
        er == woorden(soort == BundelSoort::pak ? BundelSoort::sleutelbundel : BundelSoort::pak).soort;
    klacht.meld(
        fmt::format("dit is geen {}", klacht.w().een),
        andere ? std::string(klacht.w().andere) : fmt::format("geef het bestand dat {} maakte", klacht.w().maker));
  }
  if (formaat->getal() <= kFormaat) return;
  klacht.meld(fmt::format("formaat {} is nieuwer dan deze pga kent ({})", formaat->getal(), kFormaat),
              fmt::format("werk pga bij; er is niets aan {} veranderd", klacht.w().de));
}

/// Reads the values by name. That they stand in order, and nothing beside them, shows when they are written again.
BundelKop lees_kop(const Waarde& document, BundelSoort soort, const Klacht& klacht) {
  const auto datum = Datum::lees(document.tekst_van("datum"));
  const auto door = GebruikerId::lees(document.tekst_van("door"));
  const auto aan = GebruikerId::lees(document.tekst_van("aan"));
  if (!datum || !door || !aan) {
    klacht.meld(fmt::format("{} noemt geen dag, geen afzender of geen ontvanger", klacht.w().de));
  }
  BundelKop kop{document.tekst_van("kenmerk"), *datum, *door, *aan, document.tekst_van("kast"),
                document.tekst_van("beheer"),  soort};
  if (!is_kenmerk(kop.kenmerk) || !seal::is_digest(kop.kast) || !seal::is_digest(kop.beheer)) {
    klacht.meld(fmt::format("de kop van {} heeft niet de goede vorm", klacht.w().de));
  }
  return kop;
}

Waarde lading_van(const std::string& omslag, const std::vector<BundelBestand>& bestanden) {
  Waarde lading = Waarde::kaart();
  lading.zet("omslag", omslag);
  Waarde& lijst = lading.zet("bestanden", Waarde::lijst_());
  for (const BundelBestand& b : bestanden) {
    Waarde& w = lijst.voeg_toe(Waarde::kaart());
    w.zet("map", b.map);
    w.zet("naam", b.naam);
    w.zet("inhoud", is_binair(b.naam) ? seal::armored(b.bytes) : b.bytes);
  }
  return lading;
}

std::vector<BundelBestand> lees_lading(std::string_view bytes, const Bundel& bundel, std::string_view naam) {
  const Klacht klacht(bundel.kop.soort, naam);
  const auto zonder = zonder_vulling(bytes, kMaxBundelInhoud);
  if (!zonder) klacht.meld("de verzegelde inhoud is niet opgevuld zoals het hoort");
  const Waarde document = yaml::lees(*zonder, naam);
  if (document.tekst_van("omslag") != bundel.omslag) {
    klacht.meld("de inhoud hoort bij een ander bestand: iemand heeft haar eruit gehaald en opnieuw verstuurd");
  }
  std::vector<BundelBestand> uit;
  for (const Waarde& w : document.items_van("bestanden")) {
    BundelBestand b{w.tekst_van("map"), w.tekst_van("naam"), w.tekst_van("inhoud")};
    if (is_binair(b.naam)) b.bytes = seal::unarmored(b.bytes);
    uit.push_back(std::move(b));
  }
  if (uit.empty() || yaml::schrijf(lading_van(bundel.omslag, uit)) != *zonder) {
    klacht.meld(fmt::format("de inhoud van {} heeft velden te veel, te weinig of verkeerd om", klacht.w().de));
  }
  return uit;
}

}  // namespace

std::optional<std::string> maak_bundel(const BundelKop& kop, const std::vector<seal::Recipient>& aan,
                                       const std::vector<BundelBestand>& bestanden,
                                       const seal::SigningKey& tekent) {
  Waarde document = kop_als_waarde(kop);
  std::string lading = yaml::schrijf(lading_van(seal::digest(yaml::schrijf(document)), bestanden));
  if (!vul(lading, kMaxBundelInhoud)) return std::nullopt;
  Waarde& verzegeld = document.zet("verzegeld", Waarde::lijst_());
  for (const seal::Recipient& r : aan) verzegeld.voeg_toe(seal::seal(lading, r, seal::Form::armored));
  std::string bytes = onderteken(document, tekent);
  return bytes.size() <= kMaxBundel ? std::optional<std::string>(std::move(bytes)) : std::nullopt;
}

Bundel lees_bundel(std::string_view bytes, std::string_view naam, BundelSoort soort) {
  const Klacht klacht(soort, naam);
  if (bytes.size() > kMaxBundel) klacht.meld(fmt::format("het bestand is te groot voor een {}", klacht.w().een));
  const Waarde document = [&] {
    try {
      return yaml::lees(bytes, naam);
    } catch (const Fout&) {
      klacht.meld(fmt::format("dit is geen {}, of {} is onderweg veranderd", klacht.w().een, klacht.w().die));
    }
  }();
  toets_formaat(document, soort, klacht);
  Bundel bundel{lees_kop(document, soort, klacht), {}, document.tekst_van("handtekening"), {}};
  for (const Waarde& w : document.items_van("verzegeld")) {
    bundel.verzegeld.push_back(w.is_tekst() ? w.tekst() : std::string());
  }
  Waarde terug = kop_als_waarde(bundel.kop);
  bundel.omslag = seal::digest(yaml::schrijf(terug));
  if (!bundel.verzegeld.empty()) {
    Waarde& verzegeld = terug.zet("verzegeld", Waarde::lijst_());
    for (const std::string& v : bundel.verzegeld) verzegeld.voeg_toe(v);
  }
  terug.zet("handtekening", bundel.handtekening);
  if (bundel.verzegeld.empty() || yaml::schrijf(terug) != bytes) {
    klacht.meld(fmt::format("{} heeft velden te veel, te weinig of verkeerd om", klacht.w().de));
  }
  return bundel;
}

bool klopt_handtekening(std::string_view bytes, const Bundel& bundel, const seal::VerifyKey& key) {
  return seal::verify(key, halveer(bytes).bericht, bundel.handtekening);
}

std::vector<BundelBestand> open_bundel(const Bundel& bundel, std::span<const seal::Identity> identiteiten,
                                       std::string_view naam) {
  const Klacht klacht(bundel.kop.soort, naam);
  for (const std::string& verzegeld : bundel.verzegeld) {
    for (const seal::Identity& i : identiteiten) {
      try {
        return lees_lading(seal::open_single(verzegeld, i).view(), bundel, naam);
      } catch (const seal::AgeError& e) {
        if (e.failure() != seal::AgeFailure::no_match) {
          klacht.meld(fmt::format("{} is beschadigd: {}", klacht.w().de, e.bevindingen().front().wat));
        }
      }
    }
  }
  throw Fout(FoutSoort::sleutel,
             fmt::format("{} is niet voor u, of voor een andere sleutel van u dan u hier gebruikt", klacht.w().de),
             fmt::format("wijs met PGA_IDENTITEIT de sleutel aan waarvoor {} is gemaakt, of vraag {}",
                         klacht.w().die, klacht.w().nieuw),
             Plaats{std::string(naam), 0, 0});
}

}  // namespace pga::stuk
