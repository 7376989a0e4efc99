// SPDX-License-Identifier: EUPL-1.2
#include "tests/kast/hulp.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/seal/minisign.h"
#include "tests/stuk/hulp.h"

namespace pga::test {
namespace {

namespace fs = std::filesystem;

struct Rij {
  const char* id;
  const char* organisatie;
  const char* rol;
};
constexpr Rij kGebruikers[] = {{"reg1", "burgemeester", "regisseur"},
                               {"pol1", "politie", "weegploeg"},
                               {"om1", "om", "weegploeg"},
                               {"rvdk1", "rvdk", "deelnemer"},
                               {"wacht1", "machine", "termijnwacht"}};

}  // namespace

TijdelijkeMap::TijdelijkeMap() {
  std::string vorm =
      (fs::temp_directory_path() / "pga-proef-").string() + std::string(6, 'X');  // as mkdtemp wants it
  if (::mkdtemp(vorm.data()) == nullptr) throw std::runtime_error("no temporary directory");
  pad_ = vorm;
}

TijdelijkeMap::~TijdelijkeMap() {
  std::error_code fout;
  fs::remove_all(pad_, fout);
}

ProefKast::ProefKast() {
  eigen_.emplace();
  map = eigen_->pad() / "kast";
  sleutels = map / "sleutels";
  Waarde document = Waarde::kaart();
  document.zet("gemeente", "Waterbeek");
  Waarde& gebruikers = document.zet("gebruikers", Waarde::lijst_());
  for (const Rij& rij : kGebruikers) {
    const auto er = identiteiten.emplace(rij.id, seal::Identity::generate()).first;
    const auto tekent = seal::SigningKey::derive(er->second).verify_key();
    gebruikers.voeg_toe(
        kast::als_waarde({*GebruikerId::lees(rij.id),
                          rij.organisatie,
                          {},
                          {rij.rol},
                          std::string(rij.organisatie) == "machine" ? "burgemeester" : rij.organisatie,
                          {{er->second.recipient(), tekent, Datum(2026, 1, 5), std::nullopt}}}));
  }
  kast::maak_map(map / "dossiers", 0755);
  kast::maak_map(sleutels, 0700);
  const auto key = seal::SigningKey::derive(identiteiten.at("reg1"));
  kast::maak_bestanden(
      {{map / ".gitattributes", std::string(kast::kGitAttributes), 0644},
       {map / ".gitignore", std::string(kast::kGitIgnore), 0644},
       kast::maak_beheer(map, nullptr, document, Datum(2026, 1, 5), *GebruikerId::lees("reg1"), key)});
}

ProefKast::ProefKast(const ProefKast& bron, const kast::Pad& plaats) : map(plaats), sleutels(plaats / "sleutels") {
  for (const auto& [id, identiteit] : bron.identiteiten) identiteiten.emplace(id, identiteit.clone());
}

kast::Lezer ProefKast::lezer(const std::string& id, Datum dag) const {
  std::vector<seal::Identity> mijn;
  if (!id.empty()) mijn.push_back(identiteiten.at(id).clone());
  return open().lezer(std::move(mijn), dag);
}

kast::GeladenDossier ProefKast::laad(const std::string& nummer, const std::string& id, kast::Diepte diepte) const {
  return kast::laad(open(), *Nummer::lees(nummer), lezer(id), diepte);
}

std::vector<Bevinding> ProefKast::controleer(const std::string& nummer, const std::string& id) const {
  return kast::controleer(open(), lezer(id), Datum(2026, 6, 1), Nummer::lees(nummer)).bevindingen;
}

std::string ProefKast::melding(const std::string& id, Datum dag) const {
  const kast::Voornemen v = kast::open_dossier(open(), lezer(id), opdracht("1-opgenomen/01-melding", dag));
  kast::voer_uit(v);
  return v.nummer.tekst();
}

std::string ProefKast::stuk(const std::string& nummer, const std::string& voorbeeld, const std::string& id,
                            Datum dag) const {
  const kast::Kast kast = open();
  const kast::Lezer wie = lezer(id);
  const kast::GeladenDossier dossier = kast::laad(kast, *Nummer::lees(nummer), wie, kast::Diepte::alles);
  const kast::Voornemen v = kast::voeg_stuk_toe(kast, wie, dossier, opdracht(voorbeeld, dag));
  kast::voer_uit(v);
  return v.stuk;
}

void ProefKast::beheer(const Waarde& document, const std::string& door, Datum dag) const {
  const kast::Kast kast = open();
  const auto key = seal::SigningKey::derive(identiteiten.at(door));
  kast::maak_bestanden({kast::maak_beheer(map, &kast.beheer(), document, dag, *GebruikerId::lees(door), key)});
}

std::vector<kast::Pad> ProefKast::bestanden() const {
  std::vector<kast::Pad> uit;
  for (const kast::Pad& wortel : {map, sleutels}) {
    for (const auto& kind : fs::recursive_directory_iterator(wortel)) {
      if (kind.is_regular_file()) uit.push_back(kind.path());
    }
  }
  std::sort(uit.begin(), uit.end());
  uit.erase(std::unique(uit.begin(), uit.end()), uit.end());
  return uit;
}

void voeg_gebruiker_toe(ProefKast& k, Waarde& document, const std::string& id, const std::string& organisatie,
                        const std::vector<std::string>& rollen, const std::string& aangewezen_door) {
  const auto er = k.identiteiten.find(id);
  const seal::Identity& i = er == k.identiteiten.end()
                                ? k.identiteiten.emplace(id, seal::Identity::generate()).first->second
                                : er->second;
  document.vind("gebruikers")
      ->voeg_toe(kast::als_waarde(
          {*GebruikerId::lees(id),
           organisatie,
           {},
           rollen,
           aangewezen_door,
           {{i.recipient(), seal::SigningKey::derive(i).verify_key(), Datum(2026, 1, 6), std::nullopt}}}));
}

void wijs_aan(ProefKast& k, const std::vector<std::string>& rollen) {
  Waarde document = k.open().beheer().document;
  for (const std::string& rol : rollen) voeg_gebruiker_toe(k, document, rol, "burgemeester", {rol});
  k.beheer(document);
}

kast::StukOpdracht opdracht(const std::string& voorbeeld, Datum dag) {
  const auto er = std::find_if(voorbeelden().begin(), voorbeelden().end(), [&](const Voorbeeld& v) {
    return v.bestand.find("/" + voorbeeld + ".yaml") != std::string::npos;
  });
  if (er == voorbeelden().end()) throw std::runtime_error("no example " + voorbeeld);
  return {er->soort, er->document, dag, dag.tekst() + "T10:00:00+01:00", {}};
}

std::string lees(const kast::Pad& pad) {
  std::ifstream stroom(pad, std::ios::binary);
  return {std::istreambuf_iterator<char>(stroom), {}};
}

void overschrijf(const kast::Pad& pad, const std::string& bytes) {
  std::ofstream stroom(pad, std::ios::binary | std::ios::trunc);
  stroom << bytes;
  if (!stroom.flush()) throw std::runtime_error("cannot write " + pad.string());
}

bool voeg_samen(const kast::Pad& van, const kast::Pad& naar) {
  bool conflict = false;
  for (const auto& kind : fs::recursive_directory_iterator(van)) {
    const kast::Pad doel = naar / fs::relative(kind.path(), van);
    if (kind.is_directory()) {
      fs::create_directories(doel);
    } else if (!fs::exists(doel)) {
      fs::copy_file(kind.path(), doel);
    } else {
      conflict = conflict || lees(kind.path()) != lees(doel);
    }
  }
  return conflict;
}

bool bevat(const std::vector<Bevinding>& bevindingen, FoutSoort soort, const std::string& tekst) {
  return std::any_of(bevindingen.begin(), bevindingen.end(), [&](const Bevinding& b) {
    return b.soort == soort && b.wat.find(tekst) != std::string::npos;
  });
}

bool heeft_resten(const kast::Pad& map) {
  const auto is_rest = [](const fs::directory_entry& e) {
    return e.path().filename().string().rfind(kast::kTijdelijk, 0) == 0;
  };
  return std::any_of(fs::recursive_directory_iterator(map), fs::recursive_directory_iterator(), is_rest);
}

}  // namespace pga::test
