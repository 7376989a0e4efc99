// SPDX-License-Identifier: EUPL-1.2
//
// What happens to a kast when a writer is killed, or the disk is full, read-only or of an old kind.
#include <doctest/doctest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/seal/digest.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

/// Whether every file that has a name with a hash in it is whole.
bool alles_heel(const ProefKast& kast) {
  for (const kast::Pad& pad : kast.bestanden()) {
    const std::string stam = pad.stem().string();
    const bool tijdelijk = pad.string().find(kast::kTijdelijk) != std::string::npos;
    if (tijdelijk || pad.filename().string().front() == '.') continue;
    if (stam.substr(stam.size() - 8) != seal::hash8(seal::digest(lees(pad)))) return false;
  }
  return true;
}

/// Kills the writing of `maak()` at every system call in turn, until it comes through; after each, `na(voornemen)`
/// must find the old state or the new one.
void bij_elke_aanroep(const ProefKast& kast, bool tmpfile, const std::function<kast::Voornemen()>& maak,
                      const std::function<bool(const kast::Voornemen&)>& staat) {
  if (!kan_volgen()) {
    MESSAGE("skipped: this machine lets no process watch its child");
    return;
  }
  int oud = 0;
  int nieuw = 0;
  bool klaar = false;
  for (int n = 1; !klaar && n < 4000; ++n) {
    const kast::Voornemen v = maak();
    klaar = dood_bij(n, [&] {
      if (!tmpfile && !zonder_tmpfile()) ::_exit(1);
      kast::voer_uit(v);
    });
    CAPTURE(n);
    REQUIRE(alles_heel(kast));
    const bool er = staat(v);
    (er ? nieuw : oud) += 1;
    if (klaar) REQUIRE(er);
    kast.open().ruim_op();
    REQUIRE_FALSE(heeft_resten(kast.map));
  }
  CHECK(klaar);
  CHECK(oud >= 5);
  CHECK(nieuw >= 1);
}

}  // namespace

TEST_CASE("a writer killed at any moment leaves the old state or the new one: a new dossier") {
  const ProefKast kast;
  const kast::StukOpdracht melding = opdracht("1-opgenomen/01-melding", Datum(2026, 1, 12));
  for (const bool tmpfile : {true, false}) {
    CAPTURE(tmpfile);
    bij_elke_aanroep(
        kast, tmpfile, [&] { return kast::open_dossier(kast.open(), kast.lezer("reg1"), melding); },
        [&](const kast::Voornemen& v) {
          const auto alle = kast.open().dossiers();
          if (!std::binary_search(alle.begin(), alle.end(), v.nummer)) return false;
          const kast::GeladenDossier d = kast.laad(v.nummer.tekst(), "wacht1");
          CHECK(d.leesbaar);  // no stuk stands without its keys
          CHECK(d.stukken.size() == 2);
          CHECK(d.bevindingen.empty());
          return true;
        });
  }
}

TEST_CASE("the same, for a stuk that gives keys") {
  const ProefKast kast;
  const kast::StukOpdracht weging = opdracht("4-minderjarig/02-weging", Datum(2026, 2, 4));
  for (const bool tmpfile : {true, false}) {
    CAPTURE(tmpfile);
    const std::string nummer = kast.melding();
    bij_elke_aanroep(
        kast, tmpfile,
        [&] { return kast::voeg_stuk_toe(kast.open(), kast.lezer("reg1"), kast.laad(nummer, "reg1"), weging); },
        [&](const kast::Voornemen& v) {
          const kast::GeladenDossier d = kast.laad(nummer, "rvdk1");
          CHECK_FALSE(d.geschonden());
          const bool er = d.koppen == std::vector<std::string>{v.stuk};
          if (er) CHECK(d.leesbaar);  // who is taken on in it, can read it
          return er;
        });
  }
}

TEST_CASE("a kast on a file system without O_TMPFILE") {
  const ProefKast kast;
  CHECK(in_kind([&] {
          if (!zonder_tmpfile()) return 1;
          const std::string nummer = kast.melding();
          (void)kast.stuk(nummer, "1-opgenomen/02-aanmelding");
          return 0;
        }) == 0);
  REQUIRE(kast.open().dossiers().size() == 1);
  CHECK(kast.controleer(kast.open().dossiers().front().tekst(), "reg1").empty());
  CHECK_FALSE(heeft_resten(kast.map));
}

namespace {

/// Runs writing in a child in which it cannot succeed, and looks that nothing came of it. `belemmer` says 0 when it
/// made it impossible.
void lukt_niet(const ProefKast& kast, const std::function<int()>& belemmer, const std::string& tekst) {
  const std::string nummer = kast.melding();
  const std::vector<kast::Pad> voor = kast.bestanden();
  const kast::Voornemen opent =
      kast::open_dossier(kast.open(), kast.lezer("reg1"), opdracht("1-opgenomen/01-melding", Datum(2027, 1, 12)));
  const kast::Voornemen voegt = kast::voeg_stuk_toe(kast.open(), kast.lezer("reg1"), kast.laad(nummer, "reg1"),
                                                    opdracht("4-minderjarig/02-weging", Datum(2026, 2, 4)));
  for (const kast::Voornemen* v : {&opent, &voegt}) {
    const int code = in_kind([&] {
      if (const int niet = belemmer(); niet != 0) return niet;
      try {
        kast::voer_uit(*v);
      } catch (const Fout& f) {
        const std::string gezegd = f.what() + f.bevindingen().front().tip;
        return f.soort() == FoutSoort::algemeen && gezegd.find(tekst) != std::string::npos ? 0 : 20;
      }
      return 21;
    });
    if (code == 77) {
      MESSAGE("skipped: this machine does not allow what this test needs");
      return;
    }
    CHECK(code == 0);
    CHECK(kast.bestanden() == voor);
    CHECK_FALSE(heeft_resten(kast.map));
  }
  CHECK(kast.controleer(nummer, "reg1").empty());
}

}  // namespace

TEST_CASE("no room for a file: nothing is written, and the message says so") {
  const ProefKast kast;
  lukt_niet(
      kast,
      [] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit grens{2048, 2048};  // a key file fits, a stuk does not
        return ::setrlimit(RLIMIT_FSIZE, &grens) == 0 ? 0 : 77;
      },
      "kan niet schrijven");
}

TEST_CASE("a full disk: nothing is written, and the message says so") {
  const ProefKast kast;
  const TijdelijkeMap schijf;
  const int code = in_kind([&] {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("", "/", "", MS_REC | MS_PRIVATE, nullptr) != 0) return 77;
    if (::mount("pga", schijf.pad().c_str(), "tmpfs", 0, "size=128k") != 0) return 77;
    const ProefKast vol(kast, schijf.pad());
    if (voeg_samen(kast.map, vol.map)) return 1;
    const std::string nummer = vol.melding();
    std::vector<kast::Pad> voor = vol.bestanden();
    for (int i = 0; i < 40; ++i) {
      const bool opent = i % 2 == 0;
      try {
        opent ? (void)vol.melding() : (void)vol.stuk(nummer, "1-opgenomen/02-aanmelding");
      } catch (const Fout& f) {
        if (std::string(f.what()).find("de schijf is vol") == std::string::npos) return 2;
        if (vol.bestanden() != voor || heeft_resten(vol.map)) return 3;
        if (vol.laad(nummer, "reg1").geschonden()) return 4;
        return 0;
      }
      voor = vol.bestanden();
    }
    return 5;
  });
  if (code == 77) {
    MESSAGE("skipped: this process may not mount a disk of its own");
    return;
  }
  CHECK(code == 0);
}

TEST_CASE("no rights to write: nothing is written, and the message says so") {
  const ProefKast kast;
  const auto zet_mappen = [&](unsigned rechten) {
    for (const auto& kind : fs::recursive_directory_iterator(kast.map)) {
      if (kind.is_directory()) REQUIRE(::chmod(kind.path().c_str(), rechten) == 0);
    }
  };
  zet_mappen(0555);
  ::chmod(kast.map.c_str(), 0755);
  ::chmod(kast.map.parent_path().c_str(), 0755);
  if (::geteuid() == 0) {
    lukt_niet(
        kast, [] { return word_niemand() ? 0 : 77; }, "controleer de rechten");
  } else {
    CHECK_THROWS_AS((void)kast.melding(), Fout);
  }
  zet_mappen(0755);
}
