// SPDX-License-Identifier: EUPL-1.2
#include "tests/stuk/hulp.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/proces/toets.h"
#include "lib/seal/digest.h"
#include "lib/yaml/strikt.h"

namespace pga::test {
namespace {

namespace fs = std::filesystem;

/// What the example files are called -> their soort; the first that fits.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> kSoorten = {
    {{"aanmelding", "aanmelding"},
     {"melding", "melding"},
     {"afdoening", "afdoening"},
     {"lopend", "lopend"},
     {"herweging", "weging"},
     {"weging", "weging"},
     {"uitstroomtoets", "weging"},
     {"terugkoppeling", "weging"},
     {"notificatie", "notificatie"},
     {"heroverwogen", "notificatie"},
     {"ingezien", "notificatie"},
     {"vervallen", "notificatie"},
     {"beoordeling", "beoordeling"},
     {"contextcasusformulier", "contextcasusformulier"},
     {"profiel", "profiel"},
     {"plan", "plan"},
     {"sluit", "afsluiting"},
     {"bevestiging", "bevestiging"},
     {"screening", "screening"},
     {"audit", "audit"},
     {"jaarverslag", "jaarverslag"},
     {"overleg", "overleg"},
     {"verzoek", "verzoek"},
     {"correctie", "correctie"},
     {"datalek", "datalek"},
     {"bewaring", "bewaring"},
     {"advies", "advies"}}};

Voorbeeld lees_voorbeeld(const fs::path& pad) {
  std::ifstream stroom(pad, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stroom)), {});
  const std::string stam = pad.stem().string();
  const auto soort = std::find_if(kSoorten.begin(), kSoorten.end(),
                                  [&](const auto& rij) { return stam.find(rij.first) != std::string::npos; });
  if (soort == kSoorten.end()) throw std::runtime_error("which soort is " + pad.string() + "?");
  Voorbeeld uit{pad.string(), std::string(soort->second), yaml::lees_strikt(bytes, pad.string())};
  const std::vector<Bevinding> bevindingen = schema::keur(schema::schema(uit.soort), uit.document, uit.bestand);
  if (!bevindingen.empty()) throw Fout(bevindingen);
  int teller = 0;
  proces::Nieuw nieuw{uit.soort, uit.document, {}, "reg1", "burgemeester", {"regisseur"}, Datum(2026, 9, 1), {}};
  proces::vul_aan(nieuw, {}, {},
                  [&](char letter) { return std::string(1, letter) + "-0" + std::to_string(++teller); });
  uit.document = nieuw.inhoud;
  uit.document.snoei();
  return uit;
}

Waarde willekeurig(const schema::Knoop& knoop, Toeval& toeval, const std::string& pad, int& teller, int diepte) {
  if (knoop.type() == "object" || !knoop.velden().empty()) {
    Waarde kaart = Waarde::kaart();
    for (const std::string& naam : knoop.velden()) {
      if (diepte > 8 || (naam != "id" && onder(toeval, 3) == 0)) continue;
      kaart.zet(naam, naam == "id" ? Waarde("x" + std::to_string(++teller))
                                   : willekeurig(*knoop.veld(naam), toeval, pad + '.' + naam, teller, diepte + 1));
    }
    return kaart;
  }
  if (knoop.items() != nullptr) {
    Waarde lijst = Waarde::lijst_();
    for (unsigned n = onder(toeval, 4); n > 0; --n) {
      lijst.voeg_toe(willekeurig(*knoop.items(), toeval, pad + "[]", teller, diepte + 1));
    }
    return lijst;
  }
  if (!knoop.keuzes().empty()) return knoop.keuzes()[onder(toeval, static_cast<unsigned>(knoop.keuzes().size()))];
  if (knoop.type() == "integer") return static_cast<int>(onder(toeval, 100));
  return pad + ' ' + std::to_string(++teller);
}

void sorteer(Waarde& waarde) {
  if (waarde.is_kaart()) {
    for (Veld& veld : waarde.velden()) sorteer(veld.waarde);
  } else if (waarde.is_lijst()) {
    for (Waarde& item : waarde.lijst()) sorteer(item);
    std::stable_sort(waarde.lijst().begin(), waarde.lijst().end(),
                     [](const Waarde& a, const Waarde& b) { return a.tekst_van("id") < b.tekst_van("id"); });
  }
}

std::array<seal::Recipient, kCompartimenten.size()> openbaar_van(const std::vector<seal::Identity>& geheim) {
  std::array<seal::Recipient, kCompartimenten.size()> uit;
  for (std::size_t i = 0; i < uit.size(); ++i) uit.at(i) = geheim[i].recipient();
  return uit;
}

std::vector<seal::Identity> verse_sleutels() {
  std::vector<seal::Identity> uit;
  for (std::size_t i = 0; i < kCompartimenten.size(); ++i) uit.push_back(seal::Identity::generate());
  return uit;
}

}  // namespace

const std::vector<Voorbeeld>& voorbeelden() {
  static const std::vector<Voorbeeld> alle = [] {
    std::vector<fs::path> paden;
    for (const auto& kind : fs::recursive_directory_iterator(fs::path(PGA_BRON) / "examples" / "invoer")) {
      const bool zaak = kind.path().parent_path().filename() != "invoer";
      if (zaak && kind.path().extension() == ".yaml") paden.push_back(kind.path());
    }
    std::sort(paden.begin(), paden.end());
    std::vector<Voorbeeld> uit;
    std::transform(paden.begin(), paden.end(), std::back_inserter(uit), lees_voorbeeld);
    return uit;
  }();
  return alle;
}

unsigned onder(Toeval& toeval, unsigned n) { return static_cast<unsigned>(toeval()) % n; }

Waarde willekeurig_document(const schema::Knoop& knoop, Toeval& toeval) {
  int teller = 0;
  Waarde uit = willekeurig(knoop, toeval, {}, teller, 0);
  uit.snoei();
  return uit;
}

std::vector<const Waarde*> delen(const stuk::Delen& delen, unsigned masker) {
  // As the kast joins them: what the rules rest on first.
  std::vector<const Waarde*> uit;
  const auto open = [&](Compartiment c) { return (masker & (1U << static_cast<unsigned>(c))) != 0; };
  if (open(Compartiment::termijnen)) uit.push_back(&delen[Compartiment::termijnen]);
  for (const Compartiment c : kCompartimenten) {
    if (c != Compartiment::termijnen && open(c)) uit.push_back(&delen[c]);
  }
  return uit;
}

Waarde op_orde(const schema::Knoop& schema, const Waarde& document) {
  std::vector<stuk::Tegenspraak> geen;
  Waarde uit = stuk::voeg(&schema, {&document}, geen);
  sorteer(uit);
  return uit;
}

Sleutelkast::Sleutelkast(std::string_view n)
    : nummer(*Nummer::lees(n)),
      geheim(verse_sleutels()),
      openbaar(openbaar_van(geheim)),
      tekent(seal::SigningKey::derive(seal::Identity::generate())) {}

stuk::Kop Sleutelkast::kop() const {
  stuk::Kop uit{nummer,
                seal::random_hex(16),
                Datum(2026, 3, 1),
                *GebruikerId::lees("reg1"),
                seal::digest("beheer"),
                {seal::digest("vorige")},
                {}};
  for (const Compartiment c : kCompartimenten) {
    const std::size_t i = static_cast<std::size_t>(c);
    uit.sleutels.at(i) = stuk::verbintenis(nummer, c, openbaar.at(i));
  }
  return uit;
}

stuk::Delen volle_delen() {
  stuk::Delen uit;
  for (const Compartiment c : kCompartimenten) uit[c].zet("tekst", "dit staat in " + std::string(naam(c)));
  return uit;
}

}  // namespace pga::test
