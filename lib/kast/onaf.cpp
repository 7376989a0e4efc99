// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/onaf.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/datum.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/systeem.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNotitie = ".nieuw-partij";  // begins with kTijdelijk: git leaves it out
constexpr std::size_t kMaxNotitie = std::size_t{1} << 20U;

/// The notes that lie in a dossier.
std::vector<Pad> notities_in(const Pad& stukken) {
  std::vector<Pad> uit;
  std::error_code fout;
  if (!fs::is_directory(stukken, fout)) return uit;
  for (Pad& pad : lees_map(stukken)) {
    if (is_notitie(pad)) uit.push_back(std::move(pad));
  }
  return uit;
}

bool is_sleutel(std::string_view naam) {
  return naam.rfind("openbaar-", 0) == 0 || (naam.size() > 4 && naam.substr(naam.size() - 4) == ".age");
}

bool is_stuk(std::string_view naam) {
  return naam.size() > 15 && naam.substr(naam.size() - 5) == ".yaml" && Datum::lees(naam.substr(0, 10));
}

bool bestaat(const Pad& pad) {
  std::error_code fout;
  return fs::exists(fs::symlink_status(pad, fout));
}

std::vector<std::string> lees_notitie(const Pad& notitie) {
  std::vector<std::string> uit;
  std::istringstream tekst(lees_bestand(notitie, kMaxNotitie));
  for (std::string regel; std::getline(tekst, regel);) {
    if (regel.find('/') == std::string::npos && !regel.empty()) uit.push_back(regel);
  }
  return uit;
}

/// Ends what one killed batch left, as far as it can be ended.
void neem_terug_van(const Pad& notitie, const Pad& sleutels) {
  const Pad stukken = notitie.parent_path();
  bool begonnen = false;
  bool heel = true;
  std::vector<Pad> er_zijn;
  std::vector<Pad> bijlagen;
  for (const std::string& naam : lees_notitie(notitie)) {
    if (is_sleutel(naam)) {
      if (bestaat(sleutels / naam)) er_zijn.push_back(sleutels / naam);
    } else if (is_bijlage_naam(naam)) {
      bijlagen.push_back(bijlage_map(stukken) / naam);
    } else {
      const bool staat = bestaat(stukken / naam);
      begonnen = begonnen || staat;
      heel = heel && staat;
    }
  }
  // Cut short between two stukken: its keys open what stands, and some may open what never came.
  if (begonnen && !heel && !er_zijn.empty()) return;
  if (!begonnen) {
    for (const Pad& pad : er_zijn) wis_bestand(pad);
    for (const Pad& pad : bijlagen) ::unlink(pad.c_str());  // its key was kept nowhere
  }
  vergeet_partij({notitie});
}

}  // namespace

std::vector<Pad> noteer_partij(const std::vector<NieuwBestand>& bestanden) {
  std::map<std::string, Pad> dossiers;  // by the name that both directories of a dossier have
  std::map<std::string, std::string> namen;
  std::map<std::string, Pad> sleutels;
  std::set<std::string> met_bijlage;
  for (const NieuwBestand& b : bestanden) {
    const std::string nummer = b.pad.parent_path().filename().string();
    const std::string naam = b.pad.filename().string();
    namen[nummer] += naam + "\n";
    if (is_sleutel(naam)) {
      sleutels[nummer] = b.pad.parent_path();
    } else if (is_bijlage_naam(naam)) {
      met_bijlage.insert(nummer);
    } else if (is_stuk(naam) && bestaat(b.pad.parent_path())) {
      dossiers.emplace(nummer, b.pad.parent_path());
    }
  }
  std::vector<NieuwBestand> notities;
  for (const auto& [nummer, map] : dossiers) {
    if (const auto bij = sleutels.find(nummer); bij != sleutels.end()) {
      neem_terug(map, bij->second);  // one that was killed before this, and nobody ended yet
    } else if (met_bijlage.count(nummer) == 0) {
      continue;
    }
    notities.push_back({map / fmt::format("{}-{}", kNotitie, seal::random_hex(8)), namen[nummer], 0600});
  }
  std::vector<Pad> uit;
  for (const NieuwBestand& n : notities) uit.push_back(n.pad);
  if (!notities.empty()) maak_bestanden(notities);
  return uit;
}

void vergeet_partij(const std::vector<Pad>& notities) noexcept {
  for (const Pad& pad : notities) ::unlink(pad.c_str());  // one that stays says less than the stukken that stand
}

void neem_terug(const Pad& stukken, const Pad& sleutels) {
  for (const Pad& notitie : notities_in(stukken)) neem_terug_van(notitie, sleutels);
}

bool is_notitie(const Pad& pad) { return pad.filename().string().rfind(kNotitie, 0) == 0; }

std::set<std::string> onaffe_sleutels(const Pad& stukken) {
  std::set<std::string> uit;
  for (const Pad& notitie : notities_in(stukken)) {
    for (const std::string& naam : lees_notitie(notitie)) {
      if (is_sleutel(naam)) uit.insert(naam);
    }
  }
  return uit;
}

}  // namespace pga::kast
