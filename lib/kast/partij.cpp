// SPDX-License-Identifier: EUPL-1.2
//
// maak_bestanden(): one batch of new files, all or nothing.
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <map>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/bestand.h"
#include "lib/kast/naamloos.h"
#include "lib/kast/systeem.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTegelijk = 256;  // files of a batch that are open at once

/// The topmost directory of `map` that does not exist; empty when all of it does.
Pad eerste_ontbrekende(const Pad& map) {
  Pad uit;
  std::error_code fout;
  for (Pad p = map; !p.empty() && !fs::exists(p, fout); p = p.parent_path()) {
    if (fout) systeemfout("kan de map niet openen", p, fout.value());
    uit = p;
    if (p == p.parent_path()) break;
  }
  return uit;
}

/// Everything a batch did, to be undone unless it succeeded.
class Ongedaan {
 public:
  Ongedaan() = default;
  Ongedaan(const Ongedaan&) = delete;
  Ongedaan& operator=(const Ongedaan&) = delete;
  ~Ongedaan() {
    if (klaar_) return;
    for (auto it = bestanden_.rbegin(); it != bestanden_.rend(); ++it) haal_weg(*it);
    for (auto it = mappen_.rbegin(); it != mappen_.rend(); ++it) {
      probeer([&] {
        for (const auto& kind : fs::recursive_directory_iterator(*it)) {
          if (kind.is_regular_file()) haal_weg(kind.path());
        }
        fs::remove_all(*it);
      });
    }
  }
  void bestand(Pad pad) { bestanden_.push_back(std::move(pad)); }
  void map(Pad pad) { mappen_.push_back(std::move(pad)); }
  void hernoemd(const Pad& van, const Pad& naar) { std::replace(mappen_.begin(), mappen_.end(), van, naar); }
  void gelukt() { klaar_ = true; }

 private:
  /// The name goes also where a full disk takes no zeros any more: what has no name is not in the kast.
  static void haal_weg(const Pad& pad) noexcept {
    probeer([&] { wis_bestand(pad); });
    ::unlink(pad.c_str());
  }
  template <typename F>
  static void probeer(F&& f) noexcept {
    try {
      f();
    } catch (const std::exception&) {
      // Undoing is best effort: the failure that brought us here is the one to report.
    }
  }
  std::vector<Pad> bestanden_;
  std::vector<Pad> mappen_;
  bool klaar_ = false;
};

/// One batch: writes files, gives them names, and takes all away again unless it comes to an end.
class Partij {
 public:
  /// Where the files of a directory are written: there, or aside when it does not exist.
  void map_voor(const NieuwBestand& b) {
    const Pad map = b.pad.parent_path();
    if (mappen_.count(map) > 0) return;
    mappen_[map] = map;
    if (eerste_ontbrekende(map).empty()) return;
    const unsigned mode = (b.mode & 077U) == 0 ? 0700 : 0755;  // key directories are private
    if (const Pad boven = eerste_ontbrekende(map.parent_path()); !boven.empty()) ongedaan_.map(boven);
    maak_map(map.parent_path(), mode);
    const Pad zij = map.parent_path() / fmt::format("{}{}", kTijdelijk, seal::random_hex(8));
    if (::mkdir(zij.c_str(), mode) != 0) systeemfout("kan de map niet maken", zij, errno);
    ongedaan_.map(zij);
    mappen_[map] = zij;
  }

  /// `laatste`: of each directory the last file in the whole batch; with it, a directory that was made aside
  /// appears.
  void schrijf(const NieuwBestand* begin, const NieuwBestand* einde,
               const std::map<Pad, const NieuwBestand*>& laatste) {
    std::vector<std::shared_ptr<Naamloos>> naamloos;
    for (const NieuwBestand* b = begin; b != einde; ++b) {
      map_voor(*b);
      naamloos.push_back(b->klaar ? b->klaar : geschreven(*b));
    }
    const NieuwBestand* b = begin;
    for (const std::shared_ptr<Naamloos>& n : naamloos) {
      const Pad map = b->pad.parent_path();
      const Pad doel = mappen_[map] / b->pad.filename();
      // Names last in the order of the batch, whatever the power does: no stuk may stand without its key.
      if (Pad hier = doel.parent_path(); hier != vorige_) {
        if (!vorige_.empty()) sync_map(vorige_);
        vorige_ = std::move(hier);
      }
      n->geef_naam(doel);
      ongedaan_.bestand(doel);
      if (laatste.at(map) == b) plaats_map(map);
      ++b;
    }
  }

  void rond_af() {
    for (const auto& [doel, hier] : mappen_) sync_map(hier);
    ongedaan_.gelukt();
  }

 private:
  /// Written where it will appear, or aside; and synced.
  std::shared_ptr<Naamloos> geschreven(const NieuwBestand& b) {
    const Pad& map = mappen_[b.pad.parent_path()];
    auto uit = std::make_shared<Naamloos>(map, b.mode);
    uit->schrijf(map / b.pad.filename(), b.bytes);
    uit->leg_vast(map / b.pad.filename());
    return uit;
  }

  void plaats_map(const Pad& doel) {
    Pad& hier = mappen_.at(doel);
    if (hier == doel) return;
    sync_map(hier);
    if (::renameat2(AT_FDCWD, hier.c_str(), AT_FDCWD, doel.c_str(), RENAME_NOREPLACE) != 0) {
      systeemfout("kan de map niet plaatsen", doel, errno);
    }
    ongedaan_.hernoemd(hier, doel);
    if (vorige_ == hier) vorige_ = doel;
    hier = doel;
    sync_map(doel.parent_path());
  }

  Ongedaan ongedaan_;
  Pad vorige_;                 // the directory of the last name that was given
  std::map<Pad, Pad> mappen_;  // target directory -> where its files are written now
};

}  // namespace

void maak_bestanden(const std::vector<NieuwBestand>& bestanden) {
  std::map<Pad, const NieuwBestand*> laatste;
  for (const NieuwBestand& b : bestanden) laatste[b.pad.parent_path()] = &b;
  Partij partij;
  for (std::size_t i = 0; i < bestanden.size(); i += kTegelijk) {
    const NieuwBestand* begin = bestanden.data() + i;
    partij.schrijf(begin, begin + std::min(kTegelijk, bestanden.size() - i), laatste);
  }
  partij.rond_af();
}

}  // namespace pga::kast
