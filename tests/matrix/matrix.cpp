// SPDX-License-Identifier: EUPL-1.2
//
// pga-matrix TABLE DIR: prints the table again, with what opens in truth in every cell. For each moment (block) and
// each gebruiker (row): every key file on the machine is tried with that gebruiker's identity, and every stuk of
// the moment with all keys that came out; the gebruiker's own key files and the newest stuk also with the stock
// age, as the README says. Exit 1 when the two disagree, when a role or a gebruiker of the kast is missing from a
// block, or when a row names another role than beheer does. DIR is what kast.sh made.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "lib/proces/rollen.h"
#include "lib/seal/age.h"
#include "lib/seal/identity_file.h"
#include "lib/yaml/canoniek.h"
#include "tests/matrix/tabel.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

std::string lees(const fs::path& pad) {
  std::ifstream stroom(pad, std::ios::binary);
  if (!stroom) throw std::runtime_error("cannot read " + pad.string());
  return {std::istreambuf_iterator<char>(stroom), {}};
}

void schrijf(const fs::path& pad, const std::string& bytes) {
  std::ofstream stroom(pad, std::ios::binary | std::ios::trunc);
  stroom << bytes;
  if (!stroom.flush()) throw std::runtime_error("cannot write " + pad.string());
}

std::vector<fs::path> bestanden(const fs::path& map, const std::string& einde) {
  std::vector<fs::path> uit;
  for (const auto& kind : fs::recursive_directory_iterator(map)) {
    if (kind.is_regular_file() && kind.path().extension() == einde) uit.push_back(kind.path());
  }
  std::sort(uit.begin(), uit.end());
  return uit;
}

/// Runs `age ARGUMENTS <INPUT >OUTPUT`; whether it succeeded.
bool age(std::vector<std::string> argumenten, const fs::path& in, const fs::path& uit) {
  argumenten.insert(argumenten.begin(), "age");
  std::vector<char*> argv;
  for (std::string& a : argumenten) argv.push_back(a.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t acties;
  ::posix_spawn_file_actions_init(&acties);
  ::posix_spawn_file_actions_addopen(&acties, 0, in.c_str(), O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&acties, 1, uit.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::posix_spawn_file_actions_addopen(&acties, 2, "/dev/null", O_WRONLY, 0);
  pid_t pid = 0;
  const int mislukt = ::posix_spawnp(&pid, "age", &acties, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&acties);
  if (mislukt != 0) throw std::runtime_error("age is not there");
  int stand = 0;
  if (::waitpid(pid, &stand, 0) != pid) throw std::runtime_error("age is lost");
  return WIFEXITED(stand) && WEXITSTATUS(stand) == 0;
}

/// The sealed part of a stuk for that compartment, as the sed of the README takes it; of a log entry the one it
/// has.
std::string vak(const std::string& bytes, const std::string& kolom) {
  const bool regel = kolom == "logboek";
  const std::string begin = regel ? "\nverzegeld: |\n" : "\n  " + kolom + ": |\n";
  const std::size_t inspring = regel ? 2 : 4;
  const std::size_t van = bytes.find(begin);
  if (van == std::string::npos) throw std::runtime_error("no compartment " + kolom);
  std::istringstream stroom(bytes.substr(van + begin.size()));
  std::string uit;
  for (std::string r; std::getline(stroom, r);) {
    uit += r.substr(inspring) + "\n";
    if (r.find("-----END") != std::string::npos) return uit;
  }
  throw std::runtime_error("compartment without an end");
}

/// What one gebruiker gets hold of at one moment.
class Dief {
 public:
  Dief(const fs::path& map, const std::string& moment, const std::string& wie)
      : moment_(map / "moment" / moment),
        werk_(map / "werk" / (moment + "." + wie)),
        identiteit_(map / "identiteiten" / (wie + ".sleutel")) {
    fs::create_directories(werk_);
    const std::vector<seal::Identity> eigen = lees_identiteit(lees(identiteit_));
    std::string met_age;
    for (const fs::path& pad : bestanden(moment_ / "sleutels", ".age")) {
      const std::optional<std::string> zelf = open(lees(pad), eigen);
      const bool heet_zo = pad.filename().string().rfind(wie + "-", 0) == 0;
      if (!zelf && !heet_zo) continue;  // age has better things to do
      const bool gelukt = age({"-d", "-i", identiteit_}, pad, werk_ / "een");
      if (gelukt) met_age += lees(werk_ / "een");
      if (gelukt != zelf.has_value()) throw std::runtime_error("age and lib/seal disagree on " + pad.string());
      if (zelf) {
        for (seal::Identity& i : lees_identiteit(*zelf)) bos_.push_back(std::move(i));
      }
    }
    schrijf(werk_ / "bos", met_age);
  }

  /// "ja" when every stuk of the moment opens there, "-" when none does, else how many.
  [[nodiscard]] std::string cel(const std::string& kolom) const {
    const std::vector<fs::path> stukken = bestanden(moment_ / "stukken", ".yaml");
    if (stukken.empty()) throw std::runtime_error("no stukken at " + moment_.string());
    std::size_t open_ = 0;
    for (const fs::path& pad : stukken) {
      const std::string verzegeld = vak(lees(pad), kolom);
      const bool zelf = open(verzegeld, bos_).has_value();
      open_ += zelf ? 1 : 0;
      if (pad == stukken.back()) {
        schrijf(werk_ / kolom, verzegeld);
        const bool gelukt = age({"-d", "-i", werk_ / "bos"}, werk_ / kolom, werk_ / "open");
        if (gelukt != zelf) throw std::runtime_error("age and lib/seal disagree on " + pad.string());
      }
    }
    if (open_ == 0) return "-";
    return open_ == stukken.size() ? "ja" : std::to_string(open_) + "/" + std::to_string(stukken.size());
  }

 private:
  static std::vector<seal::Identity> lees_identiteit(const std::string& tekst) {
    return seal::read_identity_file(tekst, "sleutel",
                                    [](auto) -> seal::SecretBytes { throw std::runtime_error("sealed"); });
  }
  static std::optional<std::string> open(const std::string& bestand, const std::vector<seal::Identity>& met) {
    try {
      return std::string(seal::open(bestand, met).view());
    } catch (const seal::AgeError& e) {
      if (e.failure() != seal::AgeFailure::no_match) throw;
      return std::nullopt;
    }
  }

  fs::path moment_;
  fs::path werk_;
  fs::path identiteit_;
  std::vector<seal::Identity> bos_;
};

/// The roles of each gebruiker, in the newest beheer of the kast.
std::map<std::string, std::string> rollen_in_beheer(const fs::path& map) {
  int hoogste = 0;
  fs::path nieuwste;
  for (const fs::path& pad : bestanden(map / "kast" / "beheer", ".yaml")) {
    const int versie = std::stoi(pad.filename().string());
    if (versie > hoogste) nieuwste = pad;
    hoogste = std::max(versie, hoogste);
  }
  std::map<std::string, std::string> uit;
  const Waarde document = yaml::lees(lees(nieuwste), "beheer");
  for (const Waarde& g : document.items_van("gebruikers")) {
    for (const Waarde& rol : g.vind("rollen")->lijst()) uit[g.tekst_van("id")] += rol.tekst();
  }
  return uit;
}

void keur(const Tabel& tabel, const std::map<std::string, std::string>& rollen) {
  for (const Blok& blok : tabel.blokken) {
    std::set<std::string> gebruikers;
    std::set<std::string> genoemd;
    for (const Rij& rij : blok.rijen) {
      const auto er = rollen.find(rij.gebruiker);
      if (er == rollen.end() || er->second != rij.rol) {
        throw std::runtime_error(blok.naam + ": " + rij.gebruiker + " is no " + rij.rol + " in beheer");
      }
      gebruikers.insert(rij.gebruiker);
      genoemd.insert(rij.rol);
    }
    if (gebruikers.size() != rollen.size()) throw std::runtime_error(blok.naam + ": a gebruiker is missing");
    for (const std::string_view rol : proces::Woorden<proces::Rol>::namen) {
      if (genoemd.count(std::string(rol)) == 0) throw std::runtime_error(blok.naam + ": no " + std::string(rol));
    }
  }
}

/// Fills in every cell. One after the other: lib/seal keeps secrets for one thread.
void vul(Tabel& tabel, const fs::path& map) {
  for (Blok& blok : tabel.blokken) {
    for (Rij& rij : blok.rijen) {
      const Dief dief(map, blok.naam, rij.gebruiker);
      for (std::size_t k = 0; k < blok.kolommen.size(); ++k) rij.cellen[k] = dief.cel(blok.kolommen[k]);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw std::runtime_error("pga-matrix TABLE DIR");
    Tabel tabel = lees_tabel(lees(argv[1]));
    keur(tabel, rollen_in_beheer(argv[2]));
    vul(tabel, argv[2]);
    std::cout << als_tekst(tabel);
    return 0;
  } catch (const std::exception& e) {
    std::cerr << "pga-matrix: " << e.what() << '\n';
    return 1;
  }
}
