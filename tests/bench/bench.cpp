// SPDX-License-Identifier: EUPL-1.2
//
// bench [DOSSIERS] [STUKKEN]: how fast the deadlines of a whole kast are checked.
//
// Makes a kast with the program's own code, then times `termijnen` over it with the key of a termijnwacht, and in
// the same run the bare libsodium operations that cannot be left out, and the stock `age -d` on a sample. What
// counts are the ratios: machines differ.
#include <sodium.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lib/kast/beheer.h"
#include "lib/kast/kast.h"
#include "lib/kast/laad.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/toets.h"
#include "lib/schema/schema.h"
#include "lib/seal/digest.h"
#include "lib/seal/identity_file.h"
#include "lib/termijn/termijn.h"
#include "lib/yaml/strikt.h"

namespace {

using namespace pga;
namespace fs = std::filesystem;

const Datum kDag(2026, 3, 2);
constexpr int kSteekproef = 40;

double seconden(const auto& werk) {
  const auto begin = std::chrono::steady_clock::now();
  werk();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// A directory that goes when the program ends.
struct Proefmap {
  fs::path pad = fs::temp_directory_path() / fmt::format("pga-bench-{}", seal::random_hex(6));
  Proefmap() { fs::create_directories(pad); }
  Proefmap(const Proefmap&) = delete;
  Proefmap& operator=(const Proefmap&) = delete;
  ~Proefmap() {
    std::error_code fout;
    fs::remove_all(pad, fout);
  }
};

kast::Gebruiker gebruiker(const char* id, const char* organisatie, const char* rol,
                          const seal::Identity& identity) {
  return {*GebruikerId::lees(id),
          organisatie,
          {},
          {rol},
          "burgemeester",
          {{identity.recipient(), seal::SigningKey::derive(identity).verify_key(), kDag, std::nullopt}}};
}

void schrijf(const fs::path& pad, std::string_view bytes) {
  std::ofstream uit(pad, std::ios::binary);
  uit.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

Waarde document(const std::string& soort, const std::string& bestand) {
  const fs::path pad = fs::path(PGA_BRON) / "examples/invoer" / bestand;
  Waarde w = yaml::lees_strikt(kast::lees_bestand(pad, yaml::kMaxDocument), pad.string());
  if (!schema::keur(schema::schema(soort), w, pad.string()).empty()) throw std::runtime_error(bestand);
  return w;
}

/// The documents of a dossier: a melding, an aanmelding, a weging, and further signals for the rest.
std::vector<kast::StukOpdracht> opdrachten(int stukken) {
  std::vector<std::pair<std::string, Waarde>> delen = {
      {"melding", document("melding", "1-opgenomen/01-melding.yaml")},
      {"aanmelding", document("aanmelding", "1-opgenomen/02-aanmelding.yaml")},
      {"weging", document("weging", "1-opgenomen/03-weging.yaml")}};
  delen.back().second.verwijder("deelnemers");
  Waarde meer = Waarde::kaart();
  meer.zet("datum", kDag.tekst());
  meer.zet("signalen", *delen[0].second.vind("signalen"));
  std::vector<kast::StukOpdracht> uit;
  for (int i = 0; i < stukken; ++i) {
    const auto& [soort, inhoud] =
        i < 3 ? delen[static_cast<std::size_t>(i)] : std::pair<std::string, Waarde>("aanvulling", meer);
    uit.push_back({soort, inhoud, kDag, "2026-03-02T10:00:00+01:00", {}});
  }
  return uit;
}

struct Proef {
  Proefmap map;
  seal::Identity regisseur = seal::Identity::generate();
  seal::Identity wacht = seal::Identity::generate();
  std::uintmax_t bytes = 0;
  std::size_t stukken = 0;
  fs::path kast_pad() const { return map.pad / "kast"; }
};

void bouw(Proef& proef, int dossiers, int stukken) {
  kast::maak_map(proef.kast_pad() / "dossiers", 0755);
  kast::maak_map(proef.kast_pad() / "sleutels", 0700);
  Waarde beheer = Waarde::kaart();
  beheer.zet("gemeente", "Waterbeek");
  beheer.zet("contactpunt", Waarde::kaart()).zet("naam", "contactpunt");
  Waarde& lijst = beheer.zet("gebruikers", Waarde::lijst_());
  lijst.voeg_toe(kast::als_waarde(gebruiker("reg1", "burgemeester", "regisseur", proef.regisseur)));
  lijst.voeg_toe(kast::als_waarde(gebruiker("wacht1", "machine", "termijnwacht", proef.wacht)));
  kast::maak_bestanden({kast::maak_beheer(proef.kast_pad(), nullptr, beheer, kDag, *GebruikerId::lees("reg1"),
                                          seal::SigningKey::derive(proef.regisseur))});
  const kast::Kast kast(proef.kast_pad(), {});
  std::vector<seal::Identity> mijn;
  mijn.push_back(proef.regisseur.clone());
  const kast::Lezer lezer = kast.lezer(std::move(mijn), kDag);
  const std::vector<kast::StukOpdracht> werk = opdrachten(stukken - 1);  // the opening is one
  for (int i = 0; i < dossiers; ++i) {
    const kast::Voornemen eerste = kast::open_dossier(kast, lezer, werk.front());
    kast::voer_uit(eerste);
    for (std::size_t k = 1; k < werk.size(); ++k) {
      const auto dossier = kast::laad(kast, eerste.nummer, lezer, kast::Diepte::termijnen);
      kast::voer_uit(kast::voeg_stuk_toe(kast, lezer, dossier, werk[k]));
    }
  }
  for (const auto& bestand : fs::recursive_directory_iterator(proef.kast_pad() / "dossiers")) {
    if (!bestand.is_regular_file()) continue;
    proef.bytes += bestand.file_size();
    ++proef.stukken;
  }
}

double in_het_proces(const Proef& proef) {
  std::size_t termijnen = 0;
  const double s = seconden([&] {
    const kast::Kast kast(proef.kast_pad(), {});
    std::vector<seal::Identity> mijn;
    mijn.push_back(proef.wacht.clone());
    const kast::Lezer lezer = kast.lezer(std::move(mijn), kDag);
    for (const Nummer& n : kast.dossiers()) {
      const auto dossier = kast::laad(kast, n, lezer, kast::Diepte::termijnen);
      if (!dossier.leesbaar || dossier.geschonden()) throw std::runtime_error("a dossier did not open");
      termijnen += termijn::bereken(dossier.dossier.feiten, kast.beleid().termijnen, kDag).size();
    }
  });
  if (termijnen == 0) throw std::runtime_error("no termijnen");
  return s;
}

int draai(const std::string& opdracht) {
  const int stand = std::system(opdracht.c_str());  // NOLINT(cert-env33-c): our own words, no user's
  return WIFEXITED(stand) ? WEXITSTATUS(stand) : -1;
}

double als_programma(const Proef& proef) {
  const fs::path sleutel = proef.map.pad / "wacht1.sleutel";
  schrijf(sleutel, seal::identity_file(proef.wacht, "2026-03-02T10:00:00+01:00").view());
  const std::string opdracht =
      fmt::format("PGA_IDENTITEIT='{}' '{}' -C '{}' --peildatum {} termijnen >/dev/null", sleutel.string(),
                  PGA_PROGRAMMA, proef.kast_pad().string(), kDag.tekst());
  return seconden([&] {
    if (draai(opdracht) != 0) throw std::runtime_error("pga termijnen failed");
  });
}

/// What no program can leave out: for each dossier one key to unwrap, for each stuk one payload to open, a
/// signature (two Ed25519 verifications) and the digests of its bytes.
double kaal(const Proef& proef, int dossiers) {
  std::array<unsigned char, 32> q{};
  std::array<unsigned char, 32> n{};
  std::array<unsigned char, 32> p{};
  randombytes_buf(n.data(), n.size());
  crypto_scalarmult_base(p.data(), n.data());
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> pk{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> sk{};
  crypto_sign_keypair(pk.data(), sk.data());
  std::array<unsigned char, 64> bericht{};
  std::array<unsigned char, crypto_sign_BYTES> handtekening{};
  crypto_sign_detached(handtekening.data(), nullptr, bericht.data(), bericht.size(), sk.data());
  const std::vector<unsigned char> stuk(static_cast<std::size_t>(proef.bytes) / proef.stukken, 'x');
  std::array<unsigned char, 64> h{};
  return seconden([&] {
    for (std::size_t i = 0; i < proef.stukken + static_cast<std::size_t>(dossiers); ++i) {
      if (crypto_scalarmult(q.data(), n.data(), p.data()) != 0) std::abort();
    }
    for (std::size_t i = 0; i < proef.stukken; ++i) {
      for (int k = 0; k < 2; ++k) {
        if (crypto_sign_verify_detached(handtekening.data(), bericht.data(), bericht.size(), pk.data()) != 0)
          std::abort();
      }
      crypto_generichash(h.data(), 32, stuk.data(), stuk.size(), nullptr, 0);
      crypto_generichash(h.data(), 64, stuk.data(), stuk.size(), nullptr, 0);
    }
  });
}

/// Seconds for one `age -d` of a key file, as a shell loop would run it.
double age_een(const Proef& proef) {
  std::vector<std::string> bestanden;
  for (const auto& b : fs::recursive_directory_iterator(proef.kast_pad() / "sleutels")) {
    if (b.path().filename().string().rfind("wacht1-", 0) == 0) bestanden.push_back(b.path().string());
    if (bestanden.size() == kSteekproef) break;
  }
  const std::string sleutel = (proef.map.pad / "wacht1.sleutel").string();
  const double s = seconden([&] {
    for (const std::string& b : bestanden) {
      if (draai(fmt::format("age -d -i '{}' '{}' >/dev/null", sleutel, b)) != 0)
        throw std::runtime_error("age -d failed");
    }
  });
  return s / static_cast<double>(bestanden.size());
}

int getal(int argc, char** argv, int plaats, int anders) {
  return argc > plaats ? std::max(4, std::atoi(argv[plaats])) : anders;
}

}  // namespace

int main(int argc, char** argv) {
  const int dossiers = getal(argc, argv, 1, 200);
  const int stukken = getal(argc, argv, 2, 10);
  seal::harden_process();
  Proef proef;
  const double maken = seconden([&] { bouw(proef, dossiers, stukken); });
  (void)in_het_proces(proef);  // warms the page cache
  const double binnen = in_het_proces(proef);
  const double programma = als_programma(proef);
  const double bodem = kaal(proef, dossiers);
  const double age = age_een(proef) * static_cast<double>(proef.stukken + static_cast<std::size_t>(dossiers));
  fmt::print("{} dossiers, {} stukken, {:.1f} MB\n", dossiers, proef.stukken,
             static_cast<double>(proef.bytes) / 1e6);
  fmt::print("made (seal, sign, sync)      {:8.3f} s\n", maken);
  fmt::print("termijnen, in this process   {:8.3f} s   {:.0f} stukken/s\n", binnen,
             static_cast<double>(proef.stukken) / binnen);
  fmt::print("pga termijnen, whole process {:8.3f} s\n", programma);
  fmt::print("bare libsodium operations    {:8.3f} s   ratio {:.2f}\n", bodem, binnen / bodem);
  fmt::print("age -d loop (sample of {})   {:8.3f} s   ratio 1/{:.0f}\n", kSteekproef, age, age / binnen);
  return 0;
}
