// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/logregel.h"

#include <algorithm>
#include <stdexcept>
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

constexpr std::string_view kTip =
    "haal de regel terug uit git of uit een kopie van de kast, en draai pga controleer";

[[noreturn]] void geen_regel(std::string_view naam, std::string wat) {
  throw Fout(FoutSoort::integriteit, std::move(wat), std::string(kTip), Plaats{std::string(naam), 0, 0});
}

Waarde kop_als_waarde(const LogKop& kop) {
  Waarde w = Waarde::kaart();
  w.zet("pga", kFormaat);
  w.zet("soort", "logregel");
  w.zet("kenmerk", kop.kenmerk);
  w.zet("datum", kop.datum.tekst());
  w.zet("door", kop.door.tekst());
  w.zet("beheer", kop.beheer);
  if (!kop.vorige.empty()) {
    Waarde& vorige = w.zet("vorige", Waarde::lijst_());
    for (const std::string& digest : kop.vorige) vorige.voeg_toe(digest);
  }
  w.zet("sleutel", kop.sleutel);
  return w;
}

bool is_hex(std::string_view t) {
  return std::all_of(t.begin(), t.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void toets_formaat(const Waarde& document, std::string_view naam) {
  const Waarde* formaat = document.vind("pga");
  if (formaat == nullptr || !formaat->is_getal() || document.tekst_van("soort") != "logregel") {
    geen_regel(naam, "dit is geen regel van het logboek");
  }
  if (formaat->getal() <= kFormaat) return;
  throw Fout(FoutSoort::integriteit,
             fmt::format("formaat {} is nieuwer dan deze pga kent ({})", formaat->getal(), kFormaat),
             "werk pga bij; er is niets aan deze regel veranderd", Plaats{std::string(naam), 1, 1});
}

/// Reads the values by name. That they stand in order, and nothing beside them, shows when they are written again.
LogKop lees_kop(const Waarde& document, std::string_view naam) {
  const auto datum = Datum::lees(document.tekst_van("datum"));
  const auto door = GebruikerId::lees(document.tekst_van("door"));
  if (!datum || !door) geen_regel(naam, "de regel noemt geen dag of geen gebruiker");
  LogKop kop{document.tekst_van("kenmerk"), *datum, *door,
             document.tekst_van("beheer"),  {},     document.tekst_van("sleutel")};
  for (const Waarde& w : document.items_van("vorige")) kop.vorige.push_back(w.is_tekst() ? w.tekst() : "");
  const bool vorige_goed =
      kop.vorige.size() <= kMaxVorige && std::all_of(kop.vorige.begin(), kop.vorige.end(), seal::is_digest) &&
      std::adjacent_find(kop.vorige.begin(), kop.vorige.end(), std::greater_equal<>()) == kop.vorige.end();
  if (!vorige_goed || kop.kenmerk.size() != 32 || !is_hex(kop.kenmerk) || !seal::is_digest(kop.beheer) ||
      !seal::is_digest(kop.sleutel)) {
    geen_regel(naam, "de kop van de regel heeft niet de goede vorm");
  }
  return kop;
}

}  // namespace

std::string log_verbintenis(int jaar, const seal::Recipient& key) {
  std::string bytes = fmt::format("pga sleutel\nlogboek-{}\nlogboek\n", jaar);
  bytes.append(key.bytes.begin(), key.bytes.end());
  return seal::digest(bytes);
}

std::string maak_logregel(const LogKop& kop, const seal::Recipient& key, const Waarde& inhoud,
                          const seal::SigningKey& tekent) {
  if (log_verbintenis(kop.datum.jaar(), key) != kop.sleutel) {
    throw std::logic_error("the key is not the one that the envelope names");
  }
  Waarde document = kop_als_waarde(kop);
  Waarde lading = Waarde::kaart();
  lading.zet("omslag", seal::digest(yaml::schrijf(document)));
  lading.zet("inhoud", inhoud);
  std::string bytes = yaml::schrijf(lading);
  if (!vul(bytes)) throw std::logic_error("a log entry is never that large");
  document.zet("verzegeld", seal::seal(bytes, key, seal::Form::armored));
  return onderteken(document, tekent);
}

Logregel lees_logregel(std::string_view bytes, std::string_view naam) {
  if (bytes.size() > kMaxLogregel) geen_regel(naam, "het bestand is te groot voor een regel van het logboek");
  const Waarde document = yaml::lees(bytes, naam);
  toets_formaat(document, naam);
  Logregel regel{lees_kop(document, naam),
                 document.tekst_van("verzegeld"),
                 document.tekst_van("handtekening"),
                 {},
                 seal::digest(bytes)};
  Waarde terug = kop_als_waarde(regel.kop);
  regel.omslag = seal::digest(yaml::schrijf(terug));
  terug.zet("verzegeld", regel.verzegeld);
  terug.zet("handtekening", regel.handtekening);
  if (yaml::schrijf(terug) != bytes) geen_regel(naam, "de regel heeft velden te veel, te weinig of verkeerd om");
  return regel;
}

bool klopt_handtekening(std::string_view bytes, const Logregel& regel, const seal::VerifyKey& key) {
  return seal::verify(key, halveer(bytes).bericht, regel.handtekening);
}

Waarde open_logregel(const Logregel& regel, const seal::Identity& key, std::string_view naam) {
  if (log_verbintenis(regel.kop.datum.jaar(), key.recipient()) != regel.kop.sleutel) {
    throw std::logic_error("the key is not the one that the envelope names");
  }
  try {
    const seal::SecretBytes bytes = seal::open_single(regel.verzegeld, key);
    const auto lading = zonder_vulling(bytes.view());
    if (!lading) geen_regel(naam, "de verzegelde inhoud is niet opgevuld zoals het hoort");
    const Waarde document = yaml::lees(*lading, naam);
    const Waarde* inhoud = document.vind("inhoud");
    if (document.tekst_van("omslag") != regel.omslag || inhoud == nullptr || !inhoud->is_kaart() ||
        document.velden().size() != 2) {
      geen_regel(naam, "de inhoud hoort bij een andere regel van het logboek");
    }
    return *inhoud;
  } catch (const seal::AgeError& e) {
    geen_regel(
        naam, fmt::format("de regel gaat niet open met de sleutel die hij noemt: {}", e.bevindingen().front().wat));
  }
}

}  // namespace pga::stuk
