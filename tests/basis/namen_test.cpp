// SPDX-License-Identifier: EUPL-1.2
#include "lib/basis/namen.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>

using pga::GebruikerId;
using pga::Nummer;

TEST_CASE("the form of a dossier number") {
  for (const char* goed : {"k7q2-m4xd", "0000-0000", "1zzz-zzz9"}) CHECK(Nummer::lees(goed)->tekst() == goed);
  for (const char* fout :
       {"", "k7q2m4xd", "k7q2-m4x", "k7q2-m4xdd", "K7Q2-M4XD", "i7q2-m4xd", "k7l2-m4xd", "k7o2-m4xd", "k7u2-m4xd",
        "kqqq-m4xd", "k7q2-mxxd", "k7q2_m4xd", "k7q2-m4x/", "../2-m4xd", "k7q2-m4xd ", "k7q2-m4xd\n"}) {
    CAPTURE(fout);
    CHECK_FALSE(Nummer::lees(fout));
  }
}

TEST_CASE("the dossier of the gemeente has no number, and no case can be called so") {
  const Nummer gemeente = Nummer::gemeente();
  CHECK(gemeente.tekst() == "gemeente");
  CHECK(gemeente.is_gemeente());
  CHECK(Nummer::lees_dossier("gemeente") == gemeente);
  for (const char* fout : {"gemeente", "geme-ente"}) CHECK_FALSE(Nummer::lees(fout));
  for (const char* fout : {"", "Gemeente", "geme-ente", "gemeente ", "gem"})
    CHECK_FALSE(Nummer::lees_dossier(fout));
  CHECK(Nummer::lees_dossier("k7q2-m4xd") == Nummer::lees("k7q2-m4xd"));
  CHECK_FALSE(Nummer::lees("k7q2-m4xd")->is_gemeente());
}

TEST_CASE("numbers drawn from random bits have the form, and differ") {
  std::mt19937_64 toeval(20260301);
  std::set<std::string> gezien;
  std::size_t geweigerd = 0;
  for (int i = 0; i < 20'000; ++i) {
    const auto nummer = Nummer::uit_bits(toeval());
    if (!nummer) {
      ++geweigerd;
      continue;
    }
    REQUIRE(Nummer::lees(nummer->tekst()) == nummer);
    gezien.insert(nummer->tekst());
  }
  CHECK(geweigerd + gezien.size() == 20'000);  // no two the same
  // A group without a digit: (22/32)^4, so two groups with one: about 60 %.
  CHECK(geweigerd > 7'000);
  CHECK(geweigerd < 9'000);
}

TEST_CASE("only forty bits count") {
  const auto a = Nummer::uit_bits(0x0123456789ULL);
  CHECK(a == Nummer::uit_bits(0xFFFFFF0123456789ULL));
  REQUIRE(a);
  CHECK(a->tekst() == "9wsa-mh40");
}

TEST_CASE("the form of the id of a gebruiker") {
  for (const char* goed : {"a", "reg1", "pol-1", "x-", "z12345678901234567890123456789ab"}) {
    CAPTURE(goed);
    CHECK(GebruikerId::lees(goed)->tekst() == goed);
  }
  for (const char* fout : {"", "1reg", "-reg", "Reg1", "reg 1", "reg_1", "reg.1", "reg/1", "../reg", "régi",
                           "z12345678901234567890123456789abc", "reg1\n"}) {
    CAPTURE(fout);
    CHECK_FALSE(GebruikerId::lees(fout));
  }
}
