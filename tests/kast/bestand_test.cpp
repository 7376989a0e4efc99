// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/bestand.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <map>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "tests/kast/hulp.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace fs = std::filesystem;

namespace {

/// What lies under a directory: relative path -> bytes; directories end in a slash.
std::map<std::string, std::string> foto(const kast::Pad& map) {
  std::map<std::string, std::string> uit;
  for (const auto& kind : fs::recursive_directory_iterator(map)) {
    const std::string naam = fs::relative(kind.path(), map).string();
    if (kind.is_directory()) {
      uit[naam + '/'];
    } else {
      uit[naam] = lees(kind.path());
    }
  }
  return uit;
}

unsigned rechten(const kast::Pad& pad) {
  struct stat st {};
  REQUIRE(::stat(pad.c_str(), &st) == 0);
  return st.st_mode & 0777U;
}

template <typename Doe>
std::string fout_van(FoutSoort soort, Doe doe) {
  try {
    doe();
  } catch (const Fout& f) {
    CHECK(f.soort() == soort);
    return f.what() + std::string(" / ") + f.bevindingen().front().tip;
  }
  FAIL("nothing went wrong");
  return {};
}

}  // namespace

TEST_CASE("a batch of files appears, in directories that were and were not there") {
  const TijdelijkeMap map;
  ::umask(022);
  kast::maak_bestanden({{map.pad() / "a", "een", 0644},
                        {map.pad() / "sleutels" / "n1" / "k", "geheim", 0600},
                        {map.pad() / "dossiers" / "2026" / "n1" / "s1", "stuk", 0644},
                        {map.pad() / "dossiers" / "2026" / "n1" / "s2", "", 0644}});
  const std::map<std::string, std::string> verwacht = {{"a", "een"},
                                                       {"sleutels/", ""},
                                                       {"sleutels/n1/", ""},
                                                       {"sleutels/n1/k", "geheim"},
                                                       {"dossiers/", ""},
                                                       {"dossiers/2026/", ""},
                                                       {"dossiers/2026/n1/", ""},
                                                       {"dossiers/2026/n1/s1", "stuk"},
                                                       {"dossiers/2026/n1/s2", ""}};
  CHECK(foto(map.pad()) == verwacht);
  CHECK(rechten(map.pad() / "a") == 0644);
  CHECK(rechten(map.pad() / "sleutels" / "n1") == 0700);
  CHECK(rechten(map.pad() / "sleutels" / "n1" / "k") == 0600);
  CHECK(rechten(map.pad() / "dossiers" / "2026" / "n1") == 0755);
}

TEST_CASE("what exists is never overwritten, and a batch that meets it leaves nothing behind") {
  const TijdelijkeMap map;
  overschrijf(map.pad() / "b", "oud");
  const auto voor = foto(map.pad());
  const std::string fout = fout_van(FoutSoort::algemeen, [&] {
    kast::maak_bestanden({{map.pad() / "a", "nieuw", 0644},
                          {map.pad() / "d" / "x", "nieuw", 0600},
                          {map.pad() / "b", "nieuw", 0644},
                          {map.pad() / "c", "nieuw", 0644}});
  });
  CHECK(fout.find("nooit overschreven") != std::string::npos);
  CHECK(foto(map.pad()) == voor);

  // The same name twice in one batch is the same mistake.
  (void)fout_van(FoutSoort::algemeen, [&] {
    kast::maak_bestanden({{map.pad() / "d" / "x", "een", 0644}, {map.pad() / "d" / "x", "twee", 0644}});
  });
  CHECK(foto(map.pad()) == voor);
  // A dangling link is a name too.
  fs::create_symlink(map.pad() / "nergens", map.pad() / "e");
  (void)fout_van(FoutSoort::algemeen, [&] { kast::maak_bestanden({{map.pad() / "e", "nieuw", 0644}}); });
  CHECK_FALSE(fs::exists(map.pad() / "nergens"));
  // A file where a directory should be.
  (void)fout_van(FoutSoort::algemeen, [&] { kast::maak_bestanden({{map.pad() / "b" / "x", "nieuw", 0644}}); });
}

TEST_CASE("a batch that fails takes away the directories above its own too, when it made them") {
  const TijdelijkeMap map;
  const kast::Pad nieuw = map.pad() / "jaar" / "dossier";
  CHECK_THROWS_AS(kast::maak_bestanden({{nieuw / "een", "1", 0644}, {nieuw / "een", "2", 0644}}), Fout);
  CHECK_FALSE(std::filesystem::exists(map.pad() / "jaar"));
  kast::maak_bestanden({{map.pad() / "jaar" / "ander" / "een", "1", 0644}});
  CHECK_THROWS_AS(kast::maak_bestanden({{nieuw / "een", "1", 0644}, {nieuw / "een", "2", 0644}}), Fout);
  CHECK(std::filesystem::exists(map.pad() / "jaar" / "ander" / "een"));
  CHECK_FALSE(std::filesystem::exists(nieuw));
}

TEST_CASE("a batch larger than the number of files that a process may have open") {
  const TijdelijkeMap map;
  CHECK(in_kind([&] {
          rlimit grens{400, 400};
          if (::setrlimit(RLIMIT_NOFILE, &grens) != 0) return 1;
          std::vector<kast::NieuwBestand> veel;
          for (int i = 0; i < 700; ++i) {
            veel.push_back({map.pad() / std::to_string(i % 30) / std::to_string(i), std::to_string(i), 0600});
          }
          kast::maak_bestanden(veel);
          return 0;
        }) == 0);
  for (int i = 0; i < 700; ++i)
    REQUIRE(lees(map.pad() / std::to_string(i % 30) / std::to_string(i)) == std::to_string(i));
  CHECK_FALSE(heeft_resten(map.pad()));
}

TEST_CASE("reading: a cap, no links, no pipes, and what is not there") {
  const TijdelijkeMap map;
  const kast::Pad pad = map.pad() / "f";
  for (const std::size_t n : {std::size_t{0}, std::size_t{1}, std::size_t{4096}, std::size_t{100'000}}) {
    std::string bytes(n, 'x');
    if (n > 2) bytes[1] = '\0';
    overschrijf(pad, bytes);
    CHECK(kast::lees_bestand(pad, 100'000) == bytes);
    CHECK(kast::lees_invoer(pad.string(), 100'000) == bytes);
  }
  CHECK(fout_van(FoutSoort::algemeen, [&] { (void)kast::lees_bestand(pad, 99'999); }).find("groter dan") !=
        std::string::npos);
  (void)fout_van(FoutSoort::algemeen, [&] { (void)kast::lees_invoer("/dev/zero", 1 << 20); });
  fs::create_symlink(pad, map.pad() / "link");
  CHECK(fout_van(FoutSoort::algemeen, [&] {
          (void)kast::lees_bestand(map.pad() / "link", 100'000);
        }).find("koppeling") != std::string::npos);
  CHECK(kast::lees_invoer((map.pad() / "link").string(), 100'000).size() == 100'000);
  REQUIRE(::mkfifo((map.pad() / "pijp").c_str(), 0600) == 0);
  (void)fout_van(FoutSoort::algemeen, [&] { (void)kast::lees_bestand(map.pad() / "pijp", 100); });
  (void)fout_van(FoutSoort::algemeen, [&] { (void)kast::lees_bestand(map.pad(), 100); });
  (void)fout_van(FoutSoort::algemeen, [&] { (void)kast::lees_bestand(map.pad() / "niets", 100); });
}

TEST_CASE("a directory that may not be seen is not taken for an empty one") {
  const TijdelijkeMap map;
  CHECK(kast::lees_map(map.pad() / "niets").empty());
  overschrijf(map.pad() / "b", "");
  overschrijf(map.pad() / "a", "");
  CHECK(kast::lees_map(map.pad()) == std::vector<kast::Pad>{map.pad() / "a", map.pad() / "b"});
  fs::create_directory(map.pad() / "dicht");
  REQUIRE(::chmod((map.pad() / "dicht").c_str(), 0) == 0);
  REQUIRE(::chmod(map.pad().c_str(), 0755) == 0);
  CHECK(in_kind([&] {
          if (!word_niemand()) return 1;
          try {
            (void)kast::lees_map(map.pad() / "dicht");
          } catch (const Fout& f) {
            return f.soort() == FoutSoort::algemeen ? 0 : 2;
          }
          return 3;
        }) == 0);
  REQUIRE(::chmod((map.pad() / "dicht").c_str(), 0700) == 0);
}

TEST_CASE("wiping overwrites and takes away; cleaning takes what a killed batch left, and only that") {
  const TijdelijkeMap map;
  overschrijf(map.pad() / "k", "geheim");
  fs::create_hard_link(map.pad() / "k", map.pad() / "ander");
  kast::wis_bestand(map.pad() / "k");
  CHECK_FALSE(fs::exists(map.pad() / "k"));
  CHECK(lees(map.pad() / "ander") == std::string(6, '\0'));

  fs::create_directory(map.pad() / ".nieuw-0123");
  overschrijf(map.pad() / ".nieuw-0123" / "k", "geheim");
  overschrijf(map.pad() / ".nieuw-4567", "geheim");
  fs::create_symlink(map.pad() / "ander", map.pad() / ".nieuw-89ab");
  REQUIRE(::mkfifo((map.pad() / ".nieuw-cdef").c_str(), 0600) == 0);
  overschrijf(map.pad() / "nieuw-blijft", "x");
  // Killed between the name and the taking away of the temporary one: the file is there, and stays whole.
  fs::create_hard_link(map.pad() / "nieuw-blijft", map.pad() / ".nieuw-0001");
  fs::create_directory(map.pad() / "blijft");
  kast::ruim_op(map.pad());
  kast::ruim_op(map.pad() / "niets");
  const std::map<std::string, std::string> over = {
      {"ander", std::string(6, '\0')}, {"nieuw-blijft", "x"}, {"blijft/", ""}};
  CHECK(foto(map.pad()) == over);
}

TEST_CASE("one writer at a time") {
  const TijdelijkeMap map;
  {
    const kast::Slot eerste(map.pad(), 0);
    const auto begin = std::chrono::steady_clock::now();
    const std::string fout = fout_van(FoutSoort::bezet, [&] { const kast::Slot tweede(map.pad(), 120); });
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(100));
    CHECK(fout.find("er is niets veranderd") != std::string::npos);
    CHECK(in_kind([&] {
            try {
              const kast::Slot ander(map.pad(), 0);
            } catch (const Fout& f) {
              return f.soort() == FoutSoort::bezet ? 0 : 1;
            }
            return 2;
          }) == 0);
  }
  const kast::Slot weer(map.pad(), 0);
  CHECK_FALSE(fs::exists(map.pad() / "slot"));
  CHECK(fs::is_empty(map.pad()));  // a lock leaves nothing behind either
  (void)fout_van(FoutSoort::algemeen, [&] { const kast::Slot niets(map.pad() / "niets", 0); });
}

TEST_CASE("the lock goes with the process that held it") {
  const TijdelijkeMap map;
  CHECK(in_kind([&] {
          const kast::Slot slot(map.pad(), 0);
          ::kill(::getpid(), SIGKILL);
          return 0;
        }) == -SIGKILL);
  CHECK_NOTHROW(kast::Slot(map.pad(), 0));
}

TEST_CASE("files in memory are read as if they lay there, touch no disk, and are gone with their object") {
  const TijdelijkeMap werk;
  const kast::Pad plek = werk.pad() / "een.pak";
  {
    const kast::Geheugenmap geheugen(plek, {{"beheer/1-a.yaml", "een"}, {"dossiers/2026/k/s.yaml", "twee"}});
    CHECK(kast::lees_bestand(plek / "beheer" / "1-a.yaml", 3) == "een");
    CHECK_THROWS_AS((void)kast::lees_bestand(plek / "beheer" / "1-a.yaml", 2), Fout);
    CHECK(kast::lees_map(plek) == std::vector<kast::Pad>{plek / "beheer", plek / "dossiers"});
    CHECK(kast::lees_map(plek / "dossiers") == std::vector<kast::Pad>{plek / "dossiers" / "2026"});
    CHECK(kast::lees_map(plek / "beh").empty());
    CHECK(kast::is_map(plek / "dossiers" / "2026"));
    CHECK(kast::bestaat(plek / "dossiers" / "2026" / "k" / "s.yaml"));
    CHECK_FALSE(kast::is_map(plek / "beheer" / "1-a.yaml"));
    CHECK_FALSE(kast::bestaat(plek / "sleutels"));
    CHECK_THROWS_AS((void)kast::lees_bestand(plek / "beheer" / "x", 9), Fout);
    CHECK(fs::is_empty(werk.pad()));
    CHECK(kast::lees_map(werk.pad()).empty());
  }
  CHECK_FALSE(kast::bestaat(plek / "beheer" / "1-a.yaml"));
  CHECK(kast::lees_map(plek).empty());
}
