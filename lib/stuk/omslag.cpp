// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/omslag.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"

namespace pga::stuk {
namespace {

[[noreturn]] void geen_stuk(std::string_view naam, std::string wat, Plek plek = {}) {
  throw Fout(FoutSoort::integriteit, std::move(wat),
             "haal het stuk terug uit git of uit een kopie van de kast, en draai pga controleer",
             Plaats{std::string(naam), plek.regel, plek.kolom});
}

Waarde kop_als_waarde(const Kop& kop) {
  Waarde w = Waarde::kaart();
  w.zet("pga", kFormaat);
  w.zet("soort", "stuk");
  w.zet("dossier", kop.dossier.tekst());
  w.zet("kenmerk", kop.kenmerk);
  w.zet("datum", kop.datum.tekst());
  w.zet("door", kop.door.tekst());
  w.zet("beheer", kop.beheer);
  if (!kop.vorige.empty()) {
    Waarde& vorige = w.zet("vorige", Waarde::lijst_());
    for (const std::string& digest : kop.vorige) vorige.voeg_toe(digest);
  }
  Waarde& sleutels = w.zet("sleutels", Waarde::kaart());
  for (const Compartiment c : kCompartimenten) sleutels.zet(naam(c), kop.sleutels.at(plaats(c)));
  return w;
}

std::string inhoud_bytes(const std::string& omslag, Compartiment c, const Waarde& deel) {
  Waarde inhoud = Waarde::kaart();
  inhoud.zet("omslag", omslag);
  inhoud.zet("compartiment", naam(c));
  if (!deel.leeg()) inhoud.zet("inhoud", deel);
  std::string bytes = yaml::schrijf(inhoud);
  if (!vul(bytes)) {
    throw Fout(FoutSoort::document,
               fmt::format("de tekst voor {} is te groot: ten hoogste {} MiB past in één stuk", naam(c),
                           kMaxInhoud >> 20U),
               "verdeel de tekst over meer stukken");
  }
  return bytes;
}

/// Walks the fields of a map in their one allowed order.
class Lezer {
 public:
  Lezer(const Waarde& kaart, std::string_view naam) : velden_(kaart.velden()), naam_(naam) {}

  [[nodiscard]] bool volgt(std::string_view veld) const { return i_ < velden_.size() && velden_[i_].naam == veld; }

  const Waarde& neem(std::string_view veld) {
    if (!volgt(veld)) {
      const Plek plek = i_ < velden_.size() ? velden_[i_].plek : Plek{};
      geen_stuk(naam_, fmt::format("dit is geen stuk: hier hoort het veld {}", veld), plek);
    }
    return velden_[i_++].waarde;
  }

  const std::string& tekst(std::string_view veld) {
    const Waarde& w = neem(veld);
    if (!w.is_tekst()) geen_stuk(naam_, fmt::format("{} hoort tekst te zijn", veld), w.plek);
    return w.tekst();
  }

  std::string digest(std::string_view veld) {
    const Plek plek = i_ < velden_.size() ? velden_[i_].waarde.plek : Plek{};
    std::string d = tekst(veld);
    if (!seal::is_digest(d)) geen_stuk(naam_, fmt::format("{} is geen digest", veld), plek);
    return d;
  }

  void einde() const {
    if (i_ < velden_.size()) {
      geen_stuk(naam_, fmt::format("onbekend veld {} in de omslag", velden_[i_].naam), velden_[i_].plek);
    }
  }

 private:
  const Waarde::Kaart& velden_;
  std::string_view naam_;
  std::size_t i_ = 0;
};

void lees_formaat(Lezer& lezer, std::string_view naam) {
  const Waarde& formaat = lezer.neem("pga");
  if (!formaat.is_getal()) geen_stuk(naam, "dit is geen bestand van pga", formaat.plek);
  if (formaat.getal() > kFormaat) {
    throw Fout(FoutSoort::integriteit,
               fmt::format("formaat {} is nieuwer dan deze pga kent ({})", formaat.getal(), kFormaat),
               "werk pga bij; er is niets aan dit stuk veranderd",
               Plaats{std::string(naam), formaat.plek.regel, formaat.plek.kolom});
  }
  if (formaat.getal() != kFormaat) geen_stuk(naam, "dit formaat bestaat niet", formaat.plek);
}

std::vector<std::string> lees_vorige(Lezer& lezer, std::string_view naam) {
  std::vector<std::string> uit;
  if (!lezer.volgt("vorige")) return uit;
  const Waarde& lijst = lezer.neem("vorige");
  if (!lijst.is_lijst() || lijst.lijst().size() > kMaxVorige) {
    geen_stuk(naam, "vorige hoort een lijst van ten hoogste 64 digests te zijn", lijst.plek);
  }
  for (const Waarde& w : lijst.lijst()) {
    if (!w.is_tekst() || !seal::is_digest(w.tekst())) geen_stuk(naam, "vorige: dit is geen digest", w.plek);
    if (!uit.empty() && !(uit.back() < w.tekst())) geen_stuk(naam, "vorige is niet gesorteerd", w.plek);
    uit.push_back(w.tekst());
  }
  return uit;
}

const Waarde& kaart(Lezer& lezer, std::string_view veld, std::string_view naam) {
  const Waarde& w = lezer.neem(veld);
  if (!w.is_kaart()) geen_stuk(naam, fmt::format("{} hoort een lijst van compartimenten te zijn", veld), w.plek);
  return w;
}

Kop lees_kop(Lezer& lezer, std::string_view naam) {
  lees_formaat(lezer, naam);
  if (lezer.tekst("soort") != "stuk") geen_stuk(naam, "dit is een ander soort bestand, geen stuk");
  const auto dossier = Nummer::lees_dossier(lezer.tekst("dossier"));
  if (!dossier) geen_stuk(naam, "het nummer van het dossier heeft niet de goede vorm");
  std::string kenmerk = lezer.tekst("kenmerk");
  if (!is_kenmerk(kenmerk)) geen_stuk(naam, "het kenmerk heeft niet de goede vorm");
  const auto datum = Datum::lees(lezer.tekst("datum"));
  if (!datum) geen_stuk(naam, "de datum bestaat niet");
  const auto door = GebruikerId::lees(lezer.tekst("door"));
  if (!door) geen_stuk(naam, "door noemt geen gebruiker");
  std::string beheer = lezer.digest("beheer");
  std::vector<std::string> vorige = lees_vorige(lezer, naam);
  Kop kop{*dossier, std::move(kenmerk), *datum, *door, std::move(beheer), std::move(vorige), {}};
  Lezer sleutels(kaart(lezer, "sleutels", naam), naam);
  for (const Compartiment c : kCompartimenten) kop.sleutels.at(plaats(c)) = sleutels.digest(pga::naam(c));
  sleutels.einde();
  return kop;
}

/// The payload without its padding; throws unless the padding is exactly what `maak` adds.
std::string_view eis_vulling(std::string_view bytes, std::string_view naam) {
  const auto inhoud = zonder_vulling(bytes);
  if (!inhoud) geen_stuk(naam, "de verzegelde inhoud is niet opgevuld zoals het hoort");
  return *inhoud;
}

}  // namespace

bool is_kenmerk(std::string_view t) {
  return t.size() == 32 &&
         std::all_of(t.begin(), t.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string verbintenis(const Nummer& dossier, Compartiment compartiment, const seal::Recipient& key) {
  std::string bytes = fmt::format("pga sleutel\n{}\n{}\n", dossier.tekst(), naam(compartiment));
  bytes.append(key.bytes.begin(), key.bytes.end());
  return seal::digest(bytes);
}

std::string maak(const Kop& kop, const std::array<seal::Recipient, kCompartimenten.size()>& keys,
                 const Delen& delen, const seal::SigningKey& key) {
  Waarde document = kop_als_waarde(kop);
  const std::string omslag = seal::digest(yaml::schrijf(document));
  Waarde verzegeld = Waarde::kaart();
  for (const Compartiment c : kCompartimenten) {
    const seal::Recipient& ontvanger = keys.at(plaats(c));
    if (verbintenis(kop.dossier, c, ontvanger) != kop.sleutels.at(plaats(c))) {
      throw std::logic_error("the key is not the one that the envelope names");
    }
    std::string inhoud = inhoud_bytes(omslag, c, delen[c]);
    verzegeld.zet(naam(c), seal::seal(inhoud, ontvanger, seal::Form::armored));
    seal::wipe(inhoud.data(), inhoud.size());
  }
  document.zet("verzegeld", std::move(verzegeld));
  return onderteken(document, key);
}

Stuk lees(std::string_view bytes, std::string_view naam) {
  if (bytes.size() > kMaxStuk) geen_stuk(naam, "het bestand is groter dan 16 MiB");
  const Waarde document = yaml::lees(bytes, naam);
  Lezer lezer(document, naam);
  Stuk stuk{lees_kop(lezer, naam), {}, {}, {}, seal::digest(bytes)};
  Lezer verzegeld(kaart(lezer, "verzegeld", naam), naam);
  for (const Compartiment c : kCompartimenten) stuk.verzegeld.at(plaats(c)) = verzegeld.tekst(pga::naam(c));
  verzegeld.einde();
  stuk.handtekening = lezer.tekst("handtekening");
  lezer.einde();
  // Canonical form has "verzegeld:" at the start of a line exactly once: names elsewhere are indented.
  stuk.omslag = seal::digest(bytes.substr(0, bytes.find("\nverzegeld:\n") + 1));
  return stuk;
}

bool klopt_handtekening(std::string_view bytes, const Stuk& stuk, const seal::VerifyKey& key) {
  return seal::verify(key, halveer(bytes).bericht, stuk.handtekening);
}

Waarde open(const Stuk& stuk, Compartiment compartiment, const seal::Identity& key, std::string_view naam) {
  if (verbintenis(stuk.kop.dossier, compartiment, key.recipient()) != stuk.kop.sleutels.at(plaats(compartiment))) {
    throw std::logic_error("the key is not the one that the envelope names");
  }
  try {
    const seal::SecretBytes bytes = seal::open_single(stuk.verzegeld.at(plaats(compartiment)), key);
    Waarde inhoud = yaml::lees(eis_vulling(bytes.view(), naam), naam);
    Lezer lezer(inhoud, naam);
    if (lezer.tekst("omslag") != stuk.omslag || lezer.tekst("compartiment") != pga::naam(compartiment)) {
      geen_stuk(naam,
                fmt::format("de inhoud van {} hoort bij een ander stuk of een ander vak", pga::naam(compartiment)));
    }
    if (!lezer.volgt("inhoud")) {
      lezer.einde();
      return Waarde::kaart();
    }
    Waarde deel = kaart(lezer, "inhoud", naam);
    lezer.einde();
    return deel;
  } catch (const seal::AgeError& e) {
    geen_stuk(naam, fmt::format("{} gaat niet open met de sleutel die het stuk noemt: {}", pga::naam(compartiment),
                                e.bevindingen().front().wat));
  }
}

}  // namespace pga::stuk
