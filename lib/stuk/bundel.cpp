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

constexpr std::string_view kSoort = "sleutelbundel";
constexpr std::string_view kTip = "vraag de afzender om een nieuwe bundel: pga sleutels pak";

[[noreturn]] void geen_bundel(std::string_view naam, std::string wat, std::string tip = std::string(kTip)) {
  throw Fout(FoutSoort::integriteit, std::move(wat), std::move(tip), Plaats{std::string(naam), 0, 0});
}

bool is_binair(std::string_view naam) { return naam.ends_with(".age"); }

Waarde kop_als_waarde(const BundelKop& kop) {
  Waarde w = Waarde::kaart();
  w.zet("pga", kFormaat);
  w.zet("soort", std::string(kSoort));
  w.zet("kenmerk", kop.kenmerk);
  w.zet("datum", kop.datum.tekst());
  w.zet("door", kop.door.tekst());
  w.zet("aan", kop.aan.tekst());
  w.zet("kast", kop.kast);
  w.zet("beheer", kop.beheer);
  return w;
}

void toets_formaat(const Waarde& document, std::string_view naam) {
  const Waarde* formaat = document.vind("pga");
  if (formaat == nullptr || !formaat->is_getal() || document.tekst_van("soort") != kSoort) {
    geen_bundel(naam, "dit is geen bundel met sleutels", "geef het bestand dat pga sleutels pak maakte");
  }
  if (formaat->getal() <= kFormaat) return;
  geen_bundel(naam, fmt::format("formaat {} is nieuwer dan deze pga kent ({})", formaat->getal(), kFormaat),
              "werk pga bij; er is niets aan deze bundel veranderd");
}

/// Reads the values by name. That they stand in order, and nothing beside them, shows when they are written again.
BundelKop lees_kop(const Waarde& document, std::string_view naam) {
  const auto datum = Datum::lees(document.tekst_van("datum"));
  const auto door = GebruikerId::lees(document.tekst_van("door"));
  const auto aan = GebruikerId::lees(document.tekst_van("aan"));
  if (!datum || !door || !aan) geen_bundel(naam, "de bundel noemt geen dag, geen afzender of geen ontvanger");
  BundelKop kop{document.tekst_van("kenmerk"), *datum, *door, *aan, document.tekst_van("kast"),
                document.tekst_van("beheer")};
  if (!is_kenmerk(kop.kenmerk) || !seal::is_digest(kop.kast) || !seal::is_digest(kop.beheer)) {
    geen_bundel(naam, "de kop van de bundel heeft niet de goede vorm");
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
  const auto zonder = zonder_vulling(bytes, kMaxBundelInhoud);
  if (!zonder) geen_bundel(naam, "de verzegelde inhoud is niet opgevuld zoals het hoort");
  const Waarde document = yaml::lees(*zonder, naam);
  if (document.tekst_van("omslag") != bundel.omslag) {
    geen_bundel(naam,
                "de inhoud hoort bij een andere bundel: iemand heeft haar eruit gehaald en opnieuw verstuurd");
  }
  std::vector<BundelBestand> uit;
  for (const Waarde& w : document.items_van("bestanden")) {
    BundelBestand b{w.tekst_van("map"), w.tekst_van("naam"), w.tekst_van("inhoud")};
    if (is_binair(b.naam)) b.bytes = seal::unarmored(b.bytes);
    uit.push_back(std::move(b));
  }
  if (uit.empty() || yaml::schrijf(lading_van(bundel.omslag, uit)) != *zonder) {
    geen_bundel(naam, "de inhoud van de bundel heeft velden te veel, te weinig of verkeerd om");
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

Bundel lees_bundel(std::string_view bytes, std::string_view naam) {
  if (bytes.size() > kMaxBundel) geen_bundel(naam, "het bestand is te groot voor een bundel met sleutels");
  const Waarde document = [&] {
    try {
      return yaml::lees(bytes, naam);
    } catch (const Fout&) {
      geen_bundel(naam, "dit is geen bundel met sleutels, of hij is onderweg veranderd");
    }
  }();
  toets_formaat(document, naam);
  Bundel bundel{lees_kop(document, naam), {}, document.tekst_van("handtekening"), {}};
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
    geen_bundel(naam, "de bundel heeft velden te veel, te weinig of verkeerd om");
  }
  return bundel;
}

bool klopt_handtekening(std::string_view bytes, const Bundel& bundel, const seal::VerifyKey& key) {
  return seal::verify(key, halveer(bytes).bericht, bundel.handtekening);
}

std::vector<BundelBestand> open_bundel(const Bundel& bundel, std::span<const seal::Identity> identiteiten,
                                       std::string_view naam) {
  for (const std::string& verzegeld : bundel.verzegeld) {
    for (const seal::Identity& i : identiteiten) {
      try {
        return lees_lading(seal::open_single(verzegeld, i).view(), bundel, naam);
      } catch (const seal::AgeError& e) {
        if (e.failure() != seal::AgeFailure::no_match) {
          geen_bundel(naam, fmt::format("de bundel is beschadigd: {}", e.bevindingen().front().wat));
        }
      }
    }
  }
  throw Fout(FoutSoort::sleutel, "deze bundel is voor een andere sleutel van u dan u hier gebruikt",
             "wijs met PGA_IDENTITEIT uw sleutel aan die nu geldt, of vraag een nieuwe bundel",
             Plaats{std::string(naam), 0, 0});
}

}  // namespace pga::stuk
