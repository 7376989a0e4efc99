// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/tekst.h"

#include <doctest/doctest.h>

#include "lib/weergave/leesbaar.h"
#include "tests/weergave/voorbeeld.h"

using namespace pga::weergave;

TEST_CASE("width counts columns: marks none, wide signs two") {
  CHECK(breedte("") == 0);
  CHECK(breedte("café") == 4);
  CHECK(breedte("cafe\xcc\x81") == 4);
  CHECK(breedte("中文") == 4);
  CHECK(breedte("→ ok") == 4);
  CHECK(breedte("a\xff") == 2);
}

TEST_CASE("hostile text becomes visible and harmless") {
  const std::string regel = veilig(voorbeeld::vijandig());
  CHECK(regel == R"(\u001b[2J\u001b]0;weg\u0007a\u202eb\u009b31m\npga: fout: \r\u007f\xff)");
  CHECK(voorbeeld::onschadelijk(regel, false));
  const std::string meer = veilig_meer(voorbeeld::vijandig());
  CHECK(voorbeeld::onschadelijk(meer));
  CHECK(meer.find("31m\npga: fout: \n") != std::string::npos);
}

TEST_CASE("ordinary text stays as it is") {
  const std::string gewoon = "Müller-Özdemir, ’s-Gravenhage — € 5; 中 क्‍ष 👩‍👧";
  CHECK(veilig(gewoon) == gewoon);
  CHECK(veilig_meer("een\r\ntwee\rdrie\tvier") == "een\ntwee\ndrie vier");
  CHECK(veilig("een\ttwee\r\n") == R"(een\ttwee\r\n)");
  CHECK(veilig("\xf3\xa0\x81\x81") == R"(\u{e0041})");
}

TEST_CASE("hostile JSON stays the same document") {
  CHECK(veilig_json("{\"a\":\"\xe2\x80\xae\xc2\x9b\x7f\"}\n") == "{\"a\":\"\\u202e\\u009b\\u007f\"}\n");
  CHECK(veilig_json("\"\xf3\xa0\x81\x81\"") == R"("\udb40\udc41")");
  CHECK(veilig_json("\"é 👍\"") == "\"é 👍\"");
}

TEST_CASE("colour is added only when asked for") {
  CHECK(verf("x", Kleur::rood, {80, false}) == "x");
  CHECK(verf("x", Kleur::rood, {80, true}) == "\x1b[31mx\x1b[0m");
  CHECK(verf("x", Kleur::geen, {80, true}) == "x");
  CHECK(verf("", Kleur::rood, {80, true}).empty());
}

TEST_CASE("a table lines up by columns and wraps its last one") {
  const Tabel t{{"wat", "hoe"},
                {{{"中文"}, {"een tekst die niet op een regel past"}}, {{"café"}, {"kort"}}, {{"a\nb"}, {""}}}};
  CHECK(tabel(t, {27, false}) ==
        "wat   hoe\n"
        "中文  een tekst die niet op\n"
        "      een regel past\n"
        "café  kort\n"
        "a\n"
        "b\n");
  CHECK(tabel({{"", ""}, {{{"x", Kleur::rood}, {"y"}}}}, {80, true}, "  ") == "  \x1b[31mx\x1b[0m  y\n");
  CHECK(voorbeeld::onschadelijk(
      tabel({{"a", "b"}, {{{voorbeeld::vijandig()}, {voorbeeld::vijandig()}}}}, {80, false})));
}

TEST_CASE("words of files are shown as people read them") {
  CHECK(leesbaar("niet_opnemen") == "niet opnemen");
  CHECK(leesbaar("om") == "OM");
  CHECK(leesbaar("rvdk") == "RvdK");
  CHECK(leesbaar("politie") == "politie");
  CHECK(leesbaar("actie_en_geweldsbereidheid") == "actie- en geweldsbereidheid");
  CHECK(leesbaar("uavg_41_1_d") == "artikel 41, lid 1, onder d, UAVG");
  CHECK(leesbaar("avg_14") == "artikel 14 AVG");
  CHECK(leesbaar("avg_14_5_b") == "artikel 14, lid 5, onder b, AVG");
  CHECK(leesbaar("Bestand_A.pdf") == "Bestand_A.pdf");
  CHECK(titel("weging", "besluit") == "weging: besluit");
  CHECK(titel("melding", "") == "melding");
  CHECK(aantal(1, "stuk", "stukken") == "1 stuk");
  CHECK(aantal(0, "stuk", "stukken") == "0 stukken");
}
