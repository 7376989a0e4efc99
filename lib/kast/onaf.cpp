// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/onaf.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <system_error>

#include "lib/basis/datum.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/systeem.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxNotitie = std::size_t{1} << 20U;

Pad notitie_van(const Pad& stukken) { return stukken / (std::string(kTijdelijk) + "partij"); }

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

/// The names in the note; nothing when there is none.
std::vector<std::string> lees_notitie(const Pad& stukken) {
  std::vector<std::string> uit;
  if (!bestaat(notitie_van(stukken))) return uit;
  std::istringstream tekst(lees_bestand(notitie_van(stukken), kMaxNotitie));
  for (std::string regel; std::getline(tekst, regel);) {
    if (regel.find('/') == std::string::npos && !regel.empty()) uit.push_back(regel);
  }
  return uit;
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
    const auto bij = sleutels.find(nummer);
    if (bij != sleutels.end()) {
      neem_terug(map, bij->second);  // one that was killed before this, and nobody ended yet
    } else if (met_bijlage.count(nummer) == 0 || bestaat(notitie_van(map))) {
      continue;
    }
    notities.push_back({notitie_van(map), namen[nummer], 0600});
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
  const std::vector<std::string> namen = lees_notitie(stukken);
  const bool begonnen = std::any_of(namen.begin(), namen.end(), [&](const std::string& naam) {
    return !is_sleutel(naam) && bestaat(stukken / naam);
  });
  for (const std::string& naam : namen) {
    if (begonnen) break;
    if (is_sleutel(naam) && bestaat(sleutels / naam)) wis_bestand(sleutels / naam);
    if (is_bijlage_naam(naam)) ::unlink((bijlage_map(stukken) / naam).c_str());  // its key was kept nowhere
  }
  vergeet_partij({notitie_van(stukken)});
}

std::set<std::string> onaffe_sleutels(const Pad& stukken) {
  std::set<std::string> uit;
  for (const std::string& naam : lees_notitie(stukken)) {
    if (is_sleutel(naam)) uit.insert(naam);
  }
  return uit;
}

}  // namespace pga::kast
