// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/overdracht.h"

#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/stuk/omslag.h"
#include "lib/stuk/ondertekend.h"
#include "lib/stuk/vulling.h"
#include "lib/yaml/canoniek.h"

namespace pga::stuk {
namespace {

constexpr std::string_view kSoort = "overdracht";
constexpr std::string_view kTip = "vraag de afzender om een nieuwe bundel: pga overdragen";

[[noreturn]] void geen_bundel(std::string_view naam, std::string wat, std::string tip = std::string(kTip)) {
  throw Fout(FoutSoort::integriteit, std::move(wat), std::move(tip), Plaats{std::string(naam), 0, 0});
}

Waarde kop_als_waarde(const OverdrachtKop& kop) {
  Waarde w = Waarde::kaart();
  w.zet("pga", kFormaat);
  w.zet("soort", std::string(kSoort));
  w.zet("kenmerk", kop.kenmerk);
  w.zet("datum", kop.datum.tekst());
  return w;
}

Waarde lading_van(const std::string& omslag, const Waarde& inhoud) {
  Waarde lading = Waarde::kaart();
  lading.zet("omslag", omslag);
  lading.zet("inhoud", inhoud);
  return lading;
}

Waarde lees_lading(std::string_view bytes, const OverdrachtBundel& bundel, std::string_view naam) {
  const auto zonder = zonder_vulling(bytes, kMaxInhoud);
  if (!zonder) geen_bundel(naam, "de verzegelde inhoud is niet opgevuld zoals het hoort");
  const Waarde document = yaml::lees(*zonder, naam);
  if (document.tekst_van("omslag") != bundel.omslag) {
    geen_bundel(naam,
                "de inhoud hoort bij een andere bundel: iemand heeft haar eruit gehaald en opnieuw verstuurd");
  }
  const Waarde* inhoud = document.vind("inhoud");
  if (inhoud == nullptr || !inhoud->is_kaart() || yaml::schrijf(lading_van(bundel.omslag, *inhoud)) != *zonder) {
    geen_bundel(naam, "de inhoud van de bundel heeft velden te veel, te weinig of verkeerd om");
  }
  return *inhoud;
}

}  // namespace

std::optional<std::string> maak_overdracht(const OverdrachtKop& kop, const seal::Recipient& aan,
                                           const Waarde& inhoud, const seal::SigningKey& tekent) {
  Waarde document = kop_als_waarde(kop);
  std::string lading = yaml::schrijf(lading_van(seal::digest(yaml::schrijf(document)), inhoud));
  if (!vul(lading)) return std::nullopt;
  document.zet("verzegeld", seal::seal(lading, aan, seal::Form::armored));
  return onderteken(document, tekent);
}

OverdrachtBundel lees_overdracht(std::string_view bytes, std::string_view naam) {
  constexpr std::string_view kGeen = "dit is geen bundel met een casus, of hij is onderweg veranderd";
  if (bytes.size() > kMaxOverdracht) geen_bundel(naam, "het bestand is te groot voor een bundel met een casus");
  const Waarde document = [&] {
    try {
      return yaml::lees(bytes, naam);
    } catch (const Fout&) {
      geen_bundel(naam, std::string(kGeen));
    }
  }();
  const Waarde* formaat = document.vind("pga");
  if (formaat == nullptr || !formaat->is_getal() || document.tekst_van("soort") != kSoort) {
    geen_bundel(naam, std::string(kGeen), "geef het bestand dat pga overdragen maakte");
  }
  if (formaat->getal() > kFormaat) {
    geen_bundel(naam, fmt::format("formaat {} is nieuwer dan deze pga kent ({})", formaat->getal(), kFormaat),
                "werk pga bij; er is niets aan deze bundel veranderd");
  }
  const auto datum = Datum::lees(document.tekst_van("datum"));
  if (!datum) geen_bundel(naam, "de kop van de bundel heeft niet de goede vorm");
  OverdrachtBundel bundel{{document.tekst_van("kenmerk"), *datum},
                          document.tekst_van("verzegeld"),
                          document.tekst_van("handtekening"),
                          {}};
  Waarde terug = kop_als_waarde(bundel.kop);
  bundel.omslag = seal::digest(yaml::schrijf(terug));
  terug.zet("verzegeld", bundel.verzegeld);
  terug.zet("handtekening", bundel.handtekening);
  if (!is_kenmerk(bundel.kop.kenmerk) || bundel.verzegeld.empty() || yaml::schrijf(terug) != bytes) {
    geen_bundel(naam, "de bundel heeft velden te veel, te weinig of verkeerd om");
  }
  return bundel;
}

bool klopt_handtekening(std::string_view bytes, const OverdrachtBundel& bundel, const seal::VerifyKey& key) {
  return seal::verify(key, halveer(bytes).bericht, bundel.handtekening);
}

Waarde open_overdracht(const OverdrachtBundel& bundel, std::span<const seal::Identity> identiteiten,
                       std::string_view naam) {
  for (const seal::Identity& i : identiteiten) {
    try {
      return lees_lading(seal::open_single(bundel.verzegeld, i).view(), bundel, naam);
    } catch (const seal::AgeError& e) {
      if (e.failure() != seal::AgeFailure::no_match) {
        geen_bundel(naam, fmt::format("de bundel is beschadigd: {}", e.bevindingen().front().wat));
      }
    }
  }
  throw Fout(
      FoutSoort::sleutel, "deze bundel is voor een andere sleutel dan de uwe",
      "wijs met PGA_IDENTITEIT de sleutel aan waarvan de afzender de regel kreeg, of vraag een nieuwe bundel",
      Plaats{std::string(naam), 0, 0});
}

}  // namespace pga::stuk
