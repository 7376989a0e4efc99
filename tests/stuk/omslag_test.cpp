// SPDX-License-Identifier: EUPL-1.2
#include "lib/stuk/omslag.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/stuk/ondertekend.h"
#include "tests/stuk/hulp.h"

using namespace pga;
using namespace pga::test;

namespace {

std::string vervang(std::string bytes, std::string_view oud, std::string_view nieuw) {
  const std::size_t er = bytes.find(oud);
  REQUIRE(er != std::string::npos);
  return bytes.replace(er, oud.size(), nieuw);
}

/// Refused as no stuk, or read and found not to be signed.
bool geweigerd(const std::string& bytes, const seal::VerifyKey& key) {
  try {
    return !stuk::klopt_handtekening(bytes, stuk::lees(bytes, "x.yaml"), key);
  } catch (const Fout& f) {
    return f.soort() == FoutSoort::integriteit;
  }
}

std::string eerste(const std::function<void()>& doe) {
  try {
    doe();
  } catch (const Fout& f) {
    return f.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a stuk is read as it was made, and each key opens its own compartment") {
  const Sleutelkast kast("k7q2-m4xd");
  stuk::Kop kop = kast.kop();
  kop.vorige = {seal::digest("a"), seal::digest("b")};
  if (kop.vorige[1] < kop.vorige[0]) std::swap(kop.vorige[0], kop.vorige[1]);
  stuk::Delen delen = volle_delen();
  delen[Compartiment::zorg] = Waarde::kaart();
  const std::string bytes = stuk::maak(kop, kast.openbaar, delen, kast.tekent);
  const stuk::Stuk gelezen = stuk::lees(bytes, "x.yaml");
  CHECK(gelezen.kop.dossier == kop.dossier);
  CHECK(gelezen.kop.kenmerk == kop.kenmerk);
  CHECK(gelezen.kop.datum == kop.datum);
  CHECK(gelezen.kop.door == kop.door);
  CHECK(gelezen.kop.beheer == kop.beheer);
  CHECK(gelezen.kop.vorige == kop.vorige);
  CHECK(gelezen.kop.sleutels == kop.sleutels);
  CHECK(gelezen.digest == seal::digest(bytes));
  CHECK(gelezen.omslag == seal::digest(bytes.substr(0, bytes.find("\nverzegeld:\n") + 1)));
  CHECK(stuk::klopt_handtekening(bytes, gelezen, kast.tekent.verify_key()));
  const auto ander = seal::SigningKey::derive(seal::Identity::generate());
  CHECK_FALSE(stuk::klopt_handtekening(bytes, gelezen, ander.verify_key()));
  for (const Compartiment c : kCompartimenten) CHECK(stuk::open(gelezen, c, kast.van(c), "x.yaml") == delen[c]);
}

TEST_CASE("nothing but the envelope is in clear, and an empty compartment looks like a full one") {
  const Sleutelkast kast("k7q2-m4xd");
  stuk::Delen delen;
  delen[Compartiment::zaak].zet("tekst", "dit staat in zaak");
  const std::string bytes = kast.maak(delen);
  CHECK(bytes.find("dit staat") == std::string::npos);
  const stuk::Stuk gelezen = stuk::lees(bytes, "x.yaml");
  std::set<std::size_t> maten;
  for (const std::string& v : gelezen.verzegeld) maten.insert(v.size());
  CHECK(maten.size() == 1);
  CHECK_FALSE(kast.maak(delen) == bytes);  // nothing repeats
}

TEST_CASE("a payload is padded to a power of two, and another padding is refused") {
  const Sleutelkast kast("k7q2-m4xd");
  const Compartiment zaak = Compartiment::zaak;
  std::set<std::size_t> maten;
  for (std::size_t n = 1; n < 9000; n += 211) {
    stuk::Delen delen;
    delen[zaak].zet("tekst", std::string(n, 'x'));
    const stuk::Stuk s = stuk::lees(kast.maak(delen), "x.yaml");
    const std::size_t maat = seal::open_single(s.verzegeld[5], kast.van(zaak)).size();
    CHECK((maat & (maat - 1)) == 0);
    CHECK(maat >= 512);
    CHECK(maat >= n);
    CHECK((maat == 512 || maat < 2 * (n + 200)));
    maten.insert(maat);
  }
  CHECK(maten.size() == 6);  // 512 ... 16384

  stuk::Stuk s = stuk::lees(kast.maak(volle_delen()), "x.yaml");
  const std::string goed(seal::open_single(s.verzegeld[5], kast.van(zaak)).view());
  const std::string kaal = goed.substr(0, goed.find_last_not_of('\n') + 2);
  const std::vector<std::string> fout = {kaal,                                                // none
                                         goed + '\n',                                         // one too many
                                         goed + std::string(goed.size(), '\n'),               // the next power
                                         kaal + std::string(goed.size() - kaal.size(), ' '),  // of spaces
                                         kaal + std::string(goed.size() - kaal.size() - 1, '\n') + "x",
                                         std::string(512, '\n'),
                                         goed.substr(0, goed.size() - 1),
                                         ""};
  for (const std::string& bytes : fout) {
    CAPTURE(bytes.size());
    s.verzegeld[5] = seal::seal(bytes, kast.openbaar[5], seal::Form::armored);
    CHECK_THROWS_AS((void)stuk::open(s, zaak, kast.van(zaak), "x.yaml"), Fout);
  }
  s.verzegeld[5] = seal::seal(goed, kast.openbaar[5], seal::Form::armored);
  CHECK_NOTHROW((void)stuk::open(s, zaak, kast.van(zaak), "x.yaml"));
}

TEST_CASE("a text that does not fit is refused before anything is sealed") {
  const Sleutelkast kast("k7q2-m4xd");
  stuk::Delen delen;
  delen[Compartiment::zaak].zet("tekst", std::string((std::size_t{1} << 20U) - 300, 'x'));
  const std::string bytes = kast.maak(delen);  // just fits
  const stuk::Stuk s = stuk::lees(bytes, "x.yaml");
  CHECK(stuk::open(s, Compartiment::zaak, kast.van(Compartiment::zaak), "x.yaml") == delen[Compartiment::zaak]);
  delen[Compartiment::zaak].zet("tekst", std::string(std::size_t{1} << 20U, 'x'));
  try {
    (void)kast.maak(delen);
    FAIL("too large, and made all the same");
  } catch (const Fout& f) {
    CHECK(f.soort() == FoutSoort::document);
    CHECK(std::string(f.what()).find("zaak") != std::string::npos);
  }
  CHECK_THROWS_AS((void)stuk::lees(std::string(stuk::kMaxStuk + 1, 'x'), "x.yaml"), Fout);
}

TEST_CASE("a key that the envelope does not name is never used") {
  const Sleutelkast kast("k7q2-m4xd");
  stuk::Kop kop = kast.kop();
  kop.sleutels[0] = kop.sleutels[1];
  CHECK_THROWS_AS((void)stuk::maak(kop, kast.openbaar, volle_delen(), kast.tekent), std::logic_error);
  const stuk::Stuk s = stuk::lees(kast.maak(volle_delen()), "x.yaml");
  CHECK_THROWS_AS((void)stuk::open(s, Compartiment::zaak, kast.van(Compartiment::zorg), "x.yaml"),
                  std::logic_error);
}

TEST_CASE("a commitment names the dossier, the compartment and the key") {
  const Sleutelkast kast("k7q2-m4xd");
  const Nummer ander = *Nummer::lees("k7q2-m4x1");
  std::set<std::string> alle;
  for (const Compartiment c : kCompartimenten) {
    for (const seal::Recipient& key : kast.openbaar) {
      alle.insert(stuk::verbintenis(kast.nummer, c, key));
      alle.insert(stuk::verbintenis(ander, c, key));
    }
  }
  CHECK(alle.size() == 2 * 7 * 7);
  std::string bytes = "pga sleutel\nk7q2-m4xd\nzaak\n";
  bytes.append(kast.openbaar[5].bytes.begin(), kast.openbaar[5].bytes.end());
  CHECK(stuk::verbintenis(kast.nummer, Compartiment::zaak, kast.openbaar[5]) == seal::digest(bytes));
}

TEST_CASE("every change of one byte is refused, whatever its file is called") {
  const Sleutelkast kast("k7q2-m4xd");
  const std::string bytes = kast.maak(volle_delen());
  const seal::VerifyKey key = kast.tekent.verify_key();
  REQUIRE_FALSE(geweigerd(bytes, key));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string anders = bytes;
    anders[i] = static_cast<char>(anders[i] ^ 0x01);
    if (!geweigerd(anders, key)) FAIL("byte " << i << " can be changed: " << bytes.substr(i > 20 ? i - 20 : 0, 40));
    if (i % 7 != 0) continue;
    anders = bytes;
    anders.erase(i, 1);
    if (!geweigerd(anders, key)) FAIL("byte " << i << " can be left out");
    anders = bytes;
    anders.insert(i, 1, '\n');
    if (!geweigerd(anders, key)) FAIL("a line end can be put in at " << i);
  }
  for (const std::size_t n : {std::size_t{0}, std::size_t{1}, bytes.size() / 2, bytes.size() - 1}) {
    CHECK(geweigerd(bytes.substr(0, n), key));
  }
}

TEST_CASE("every second byte form is refused") {
  const Sleutelkast kast("k7q2-m4xd");
  const std::string bytes = kast.maak(volle_delen());
  const seal::VerifyKey key = kast.tekent.verify_key();
  const auto nee = [&](const std::string& anders) {
    CAPTURE(anders.substr(0, 60));
    CHECK(geweigerd(anders, key));
  };
  nee(bytes + '\n');
  nee(bytes + bytes);
  nee('\n' + bytes);
  nee("\xEF\xBB\xBF" + bytes);
  nee("---\n" + bytes);
  nee("# opmerking\n" + bytes);
  nee(vervang(bytes, "pga: 1\n", "pga: 01\n"));
  nee(vervang(bytes, "pga: 1\n", "pga: \"1\"\n"));
  nee(vervang(bytes, "pga: 1\n", "pga:  1\n"));
  nee(vervang(bytes, "soort: \"stuk\"", "soort: stuk"));
  nee(vervang(bytes, "soort: \"stuk\"", "soort: 'stuk'"));
  nee(vervang(bytes, "soort: \"stuk\"", "soort: \"\\u0073tuk\""));
  nee(vervang(bytes, "\nverzegeld:\n", "\n\nverzegeld:\n"));
  nee(vervang(bytes, "  identiteit: |\n", "  identiteit: |-\n"));
  nee(vervang(bytes, "  identiteit: |\n", "  identiteit: |+\n"));
  nee(vervang(bytes, "handtekening: |\n", "handtekening: |\n\n"));
  nee(vervang(bytes, "  untrusted comment: pga\n", "  untrusted comment: iets\n"));
  nee(vervang(bytes, "  trusted comment: pga\n", "  trusted comment: pgb\n"));
  std::string crlf;
  for (const char c : bytes) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  nee(crlf);
}

TEST_CASE("what is canonical but no stuk says what is wrong, and where") {
  const Sleutelkast kast("k7q2-m4xd");
  const std::string bytes = kast.maak(volle_delen());
  const std::string d(64, '0');
  const auto fout = [](const std::string& anders) { return eerste([&] { (void)stuk::lees(anders, "x.yaml"); }); };
  CHECK(fout(vervang(bytes, "pga: 1\n", "pga: 2\n")) == "x.yaml:1:6: formaat 2 is nieuwer dan deze pga kent (1)");
  CHECK(fout(vervang(bytes, "pga: 1\n", "pga: 0\n")) == "x.yaml:1:6: dit formaat bestaat niet");
  CHECK(fout(vervang(bytes, "soort: \"stuk\"", "soort: \"beheer\"")).find("een ander soort bestand") !=
        std::string::npos);
  CHECK(fout(vervang(bytes, "k7q2-m4xd", "k7q2-m4xi")).find("nummer") != std::string::npos);
  CHECK(fout(vervang(bytes, "2026-03-01", "2026-02-30")).find("datum") != std::string::npos);
  CHECK(fout(vervang(bytes, "\"reg1\"", "\"Reg1\"")).find("door") != std::string::npos);
  CHECK(fout(vervang(bytes, "kenmerk: \"", "kenmerk: \"A")).find("kenmerk") != std::string::npos);
  CHECK(fout(vervang(bytes, "  zorg: \"b2:", "  zorg: \"b3:")).find("digest") != std::string::npos);
  CHECK(fout(vervang(bytes, "verzegeld:\n", "extra: \"x\"\nverzegeld:\n")).find("verzegeld") != std::string::npos);
  CHECK(fout(vervang(bytes, "soort: \"stuk\"\n", "")).find("soort") != std::string::npos);

  stuk::Kop kop = kast.kop();
  for (const auto& vorige : std::vector<std::vector<std::string>>{{"b2:" + d, "b2:" + d},
                                                                  {"b2:1" + d.substr(1), "b2:" + d},
                                                                  std::vector<std::string>(65, "b2:" + d),
                                                                  {"x"}}) {
    kop.vorige = vorige;
    CHECK(fout(stuk::maak(kop, kast.openbaar, volle_delen(), kast.tekent)).find("vorige") != std::string::npos);
  }
}
