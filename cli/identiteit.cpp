// SPDX-License-Identifier: EUPL-1.2
//
// The user's own identities: which files, and unlocking them. A file that needs a passphrase is opened only when
// what opens without one is nobody in the kast, and asked for once a command.
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "cli/env.h"
#include "cli/omgeving.h"
#include "cli/wachtwoord.h"
#include "lib/kast/dubbel.h"
#include "lib/seal/digest.h"
#include "lib/seal/identity_file.h"
#include "lib/seal/keyring.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxIdentiteit = std::size_t{1} << 20U;

/// Whatever keeps the key from being read, the user has no key.
std::string lees_identiteit(const kast::Pad& pad) {
  try {
    return kast::lees_invoer(pad.string(), kMaxIdentiteit);
  } catch (const Fout& e) {
    const Bevinding& b = e.bevindingen().front();
    const bool raad = !b.tip.empty() && b.tip.back() != '?';
    throw Fout(FoutSoort::sleutel, fmt::format("uw sleutel is niet te lezen: {}", b.wat),
               fmt::format("{}wijs met PGA_IDENTITEIT het bestand aan dat pga sleutel nieuw maakte",
                           raad ? b.tip + ", of " : ""),
               Plaats{pad.string(), 0, 0});
  }
}

/// The files that PGA_IDENTITEIT names, with a colon between them; a file that is called so is one.
std::vector<kast::Pad> genoemd(const std::string& lijst) {
  std::error_code fout;
  if (fs::exists(lijst, fout)) return {lijst};
  std::vector<kast::Pad> uit;
  for (std::size_t begin = 0; begin <= lijst.size();) {
    const std::size_t einde = std::min(lijst.find(':', begin), lijst.size());
    if (einde > begin) uit.emplace_back(lijst.substr(begin, einde - begin));
    begin = einde + 1;
  }
  if (!uit.empty()) return uit;
  throw Fout(FoutSoort::gebruik, "PGA_IDENTITEIT noemt geen bestand",
             "zet er het bestand in dat pga sleutel nieuw maakte, of haal PGA_IDENTITEIT weg");
}

/// Of several files those that are there: one may be on a stick that is elsewhere. When none is, the first says so.
std::vector<kast::Pad> voorhanden(const std::vector<kast::Pad>& paden) {
  std::vector<kast::Pad> uit;
  std::copy_if(paden.begin(), paden.end(), std::back_inserter(uit), [](const kast::Pad& pad) {
    std::error_code fout;
    return fs::exists(pad, fout) || fout;
  });
  return uit.empty() ? paden : uit;
}

void voeg_toe(std::vector<seal::Identity>& uit, std::vector<seal::Identity> nieuw) {
  for (seal::Identity& i : nieuw) uit.push_back(std::move(i));
}

}  // namespace

bool heeft_wachtwoord(std::string_view bytes) {
  return bytes.rfind("age-encryption.org/", 0) == 0 || bytes.rfind("-----BEGIN AGE", 0) == 0;
}

std::string sleutelring_naam(std::string_view bytes) { return std::string(kSleutelring) + seal::digest(bytes); }

std::vector<kast::Pad> Omgeving::identiteit_paden() const {
  if (const std::string lijst = env("PGA_IDENTITEIT"); !lijst.empty()) return genoemd(lijst);
  if (const kast::Pad pad = systemd_bestand("pga-sleutel"); !pad.empty()) return {pad};
  std::string config = env("XDG_CONFIG_HOME");
  if (const std::string thuis = env("HOME"); config.empty() && !thuis.empty()) config = thuis + "/.config";
  if (config.empty()) {
    throw Fout(FoutSoort::gebruik, "de vaste plaats van uw sleutel is niet bekend: HOME is leeg",
               "noem het bestand met PGA_IDENTITEIT (bij pga sleutel met -o of -i)");
  }
  return {kast::Pad(config) / "pga" / "sleutel"};
}

kast::Pad Omgeving::identiteit_pad() const { return identiteit_paden().front(); }

std::vector<IdentiteitBestand> Omgeving::identiteit_bestanden() const {
  if (!heeft_identiteit()) {
    throw Fout(FoutSoort::sleutel, "u hebt nog geen sleutel",
               "maak er een met pga sleutel nieuw, of wijs er een aan met PGA_IDENTITEIT",
               Plaats{identiteit_pad().string(), 0, 0});
  }
  std::vector<IdentiteitBestand> uit_lijst;
  for (const kast::Pad& pad : voorhanden(identiteit_paden())) uit_lijst.emplace_back(pad, lees_identiteit(pad));
  return uit_lijst;
}

void Omgeving::waarschuw_rechten(const kast::Pad& pad) const {
  struct stat st {};
  if (::stat(pad.c_str(), &st) != 0 || !S_ISREG(st.st_mode) || (st.st_mode & 077U) == 0) return;
  meld({Bevinding{FoutSoort::bevinding,
                  Plaats{pad.string(), 0, 0},
                  "anderen op deze computer kunnen bij uw sleutel",
                  fmt::format("geef alleen uzelf het recht erop: chmod 600 {}", pad.string()),
                  {}}});
}

bool Omgeving::heeft_identiteit() const {
  std::error_code fout_code;
  const bool er = fs::exists(identiteit_pad(), fout_code);
  // What may not be seen, or was named, is taken to be there: reading it says what is wrong.
  return er || fout_code || !env("PGA_IDENTITEIT").empty();
}

void Omgeving::zoek_identiteiten() const {
  if (gezocht_) return;
  for (IdentiteitBestand& b : identiteit_bestanden()) {
    if (!heeft_wachtwoord(b.bytes)) {
      voeg_toe(ontgrendeld_, seal::read_identity_file(b.bytes, b.pad.string(), {}));
      waarschuw_rechten(b.pad);
    } else if (const auto bewaard = seal::keyring_find(sleutelring_naam(b.bytes))) {
      voeg_toe(ontgrendeld_, seal::read_key_file(bewaard->view(), b.pad.string()));
    } else {
      op_slot_.push_back(std::move(b));
    }
  }
  gezocht_ = true;
}

bool Omgeving::ontgrendel_volgende() const {
  if (op_slot_.empty()) return false;
  const IdentiteitBestand volgende = std::move(op_slot_.front());
  op_slot_.erase(op_slot_.begin());
  voeg_toe(ontgrendeld_,
           seal::read_identity_file(volgende.bytes, volgende.pad.string(), [&](std::string_view naam) {
             return vraag_wachtwoord(fmt::format("Wachtwoord van {}: ", naam));
           }));
  waarschuw_rechten(volgende.pad);
  return true;
}

std::vector<seal::Identity> Omgeving::identiteiten() const {
  zoek_identiteiten();
  if (ontgrendeld_.empty()) (void)ontgrendel_volgende();
  std::vector<seal::Identity> kopie;
  for (const seal::Identity& i : ontgrendeld_) kopie.push_back(i.clone());
  return kopie;
}

kast::Lezer Omgeving::zoek_lezer(const kast::Kast& kast) const {
  kast::Lezer wie = kast.lezer(identiteiten(), vandaag());
  while (!wie.id && ontgrendel_volgende()) wie = kast.lezer(identiteiten(), vandaag());
  return wie;
}

kast::Lezer Omgeving::lezer(const kast::Kast& kast) const {
  kast::Lezer wie = lezer_buiten_kast(kast);
  wie.inzage = inzage(kast);
  return wie;
}

kast::Lezer Omgeving::lezer_buiten_kast(const kast::Kast& kast) const {
  kast::Lezer wie = zoek_lezer(kast);
  if (!wie.id) {
    kast::eis_een_beheer(kast);  // the user may be in the other version
    throw Fout(FoutSoort::sleutel, "uw sleutel hoort bij geen gebruiker van deze kast",
               "stuur de regel van pga sleutel toon naar wie het beheer tekent, of kies een andere sleutel met "
               "PGA_IDENTITEIT",
               Plaats{identiteit_pad().string(), 0, 0});
  }
  return wie;
}

kast::Lezer Omgeving::lezer_of_niemand(const kast::Kast& kast) const {
  if (!heeft_identiteit()) return {};
  kast::Lezer wie = zoek_lezer(kast);
  wie.inzage = inzage(kast);
  return wie;
}

seal::SecretBytes Omgeving::vraag_wachtwoord(const std::string& vraag, Wachtwoord soort) const {
  return lees_wachtwoord(vraag, soort, globaal.geen_invoer);
}

}  // namespace pga::cli
