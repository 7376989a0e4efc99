// SPDX-License-Identifier: EUPL-1.2
//
// Making entries of the log. Reading and checking it is logboek_lees.cpp.
#include "lib/kast/logboek.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/logsleutel.h"
#include "lib/kast/maak_stuk.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/rollen.h"
#include "lib/seal/digest.h"
#include "lib/stuk/logregel.h"
#include "lib/stuk/omslag.h"

namespace pga::kast {
namespace {

Pad regels_map(const LogPlek& plek, const GebruikerId& wie) { return plek.kast / kLogboek / wie.tekst(); }

/// Nothing in a kast is followed that leads out of it.
void eis_geen_koppeling(const LogPlek& plek, const GebruikerId& wie) {
  for (const Pad& map : {plek.kast / kLogboek, regels_map(plek, wie)}) {
    std::error_code fout;
    if (!std::filesystem::is_symlink(std::filesystem::symlink_status(map, fout))) continue;
    throw Fout(FoutSoort::integriteit,
               "het logboek hoort een gewone map te zijn, en dit is een symbolische koppeling",
               "zet de map zelf terug, uit git of uit een kopie van de kast", Plaats{map.string(), 0, 0});
  }
}

/// The hash8 in the name of an entry; empty for what is none.
std::string_view hash_in_naam(std::string_view naam) {
  constexpr std::size_t kLengte = 24;  // 2026-11-25-01234567.yaml
  return naam.size() == kLengte && naam.substr(19) == ".yaml" ? naam.substr(11, 8) : std::string_view();
}

/// Notes what an entry follows on. Scanned, not parsed: this is done for each entry of a month at every command.
void noteer_vorige(std::string_view bytes, std::unordered_set<std::string>& genoemd) {
  constexpr std::string_view kBegin = "  - \"b2:";
  constexpr std::size_t kHash8 = 8;
  std::size_t i = bytes.find("\nvorige:\n");
  if (i == std::string_view::npos) return;
  i += std::string_view("\nvorige:\n").size();
  while (bytes.compare(i, kBegin.size(), kBegin) == 0) {
    genoemd.emplace(bytes.substr(i + kBegin.size(), kHash8));
    i = std::min(bytes.find('\n', i), bytes.size() - 1) + 1;
  }
}

/// The digest of an entry that is as it was written and signed by this author; nothing otherwise.
std::optional<std::string> goede_regel(const std::string& bytes, const Pad& pad, const Gebruiker& door) {
  try {
    const stuk::Logregel regel = stuk::lees_logregel(bytes, pad.string());
    const bool klopt =
        regel.kop.door == door.id && seal::hash8(regel.digest) == hash_in_naam(pad.filename().string()) &&
        std::any_of(door.sleutels.begin(), door.sleutels.end(),
                    [&](const GebruikerSleutel& s) { return stuk::klopt_handtekening(bytes, regel, s.tekent); });
    return klopt ? std::optional<std::string>(regel.digest) : std::nullopt;
  } catch (const Fout&) {
    return std::nullopt;  // controleer says what is wrong with it
  }
}

/// The heads of a gebruiker's own chain: of the entries of this month or, when there are none, of all.
std::vector<std::string> koppen(const LogPlek& plek, const Gebruiker& door, Datum dag) {
  const std::string maand = dag.tekst().substr(0, 8);
  const std::vector<Pad> alle = lees_map(regels_map(plek, door.id));
  std::vector<Pad> paden;
  std::copy_if(alle.begin(), alle.end(), std::back_inserter(paden),
               [&](const Pad& p) { return p.filename().native().rfind(maand, 0) == 0; });
  std::map<std::string, std::pair<Pad, std::string>> regels;  // by hash8
  std::unordered_set<std::string> genoemd;
  for (const Pad& pad : paden.empty() ? alle : paden) {
    const std::string naam = pad.filename().string();
    if (hash_in_naam(naam).empty()) continue;
    std::string bytes = lees_bestand(pad, stuk::kMaxLogregel);
    noteer_vorige(bytes, genoemd);
    regels.emplace(hash_in_naam(naam), std::pair(pad, std::move(bytes)));
  }
  std::vector<std::string> uit;
  for (const auto& [hash, regel] : regels) {
    if (genoemd.count(hash) > 0) continue;
    if (auto digest = goede_regel(regel.second, regel.first, door)) uit.push_back(std::move(*digest));
  }
  std::sort(uit.begin(), uit.end());
  if (uit.size() > stuk::kMaxVorige) uit.resize(stuk::kMaxVorige);  // the next entry joins the others
  return uit;
}

Waarde als_waarde(const GebruikerId& wie, const LogInhoud& inhoud) {
  Waarde w = Waarde::kaart();
  w.zet("gebruiker", wie.tekst());
  w.zet("tijd", inhoud.tijd);
  w.zet("herkomst", inhoud.herkomst);
  w.zet("handeling", inhoud.handeling);
  if (!inhoud.dossiers.empty()) {
    Waarde& lijst = w.zet("dossiers", Waarde::lijst_());
    for (const Nummer& n : inhoud.dossiers) lijst.voeg_toe(n.tekst());
  }
  if (!inhoud.stuk.empty()) w.zet("stuk", inhoud.stuk);
  w.zet("resultaat", inhoud.resultaat);
  if (!inhoud.doel.empty()) w.zet("doel", inhoud.doel);
  return w;
}

/// Whoever makes the key of a year could keep it, and read what others do: one that a gebruiker made who reads no
/// dossier serves until one who does writes.
bool maakt_voorlopig(const Lezer& lezer) {
  return !proces::opent_iets(lezer.rollen) && !proces::mag_meedoen(lezer.rollen);
}

/// Whether the year needs a key from this gebruiker.
bool eist_jaarsleutel(const std::optional<Jaarsleutel>& er, const Lezer& lezer) {
  return !er || (er->voorlopig && !maakt_voorlopig(lezer));
}

}  // namespace

std::string dit_systeem() {
  std::array<char, 256> naam{};
  if (::gethostname(naam.data(), naam.size() - 1) != 0 || naam[0] == '\0') return "onbekend";
  std::string uit(naam.data());
  for (char& c : uit) {
    const bool gewoon = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                        c == '.' || c == '_';
    if (!gewoon) c = '?';
  }
  return uit;
}

namespace {

/// Whether a gebruiker has shown to hold the key in force: an entry of the log is signed with it.
bool heeft_getekend(const LogPlek& plek, const Gebruiker& wie, Datum dag) {
  const GebruikerSleutel* sleutel = wie.sleutel_op(dag);
  if (sleutel == nullptr) return false;
  Gebruiker met_deze = wie;
  met_deze.sleutels = {*sleutel};
  try {
    std::vector<Pad> paden = lees_map(regels_map(plek, wie.id));
    return std::any_of(paden.rbegin(), paden.rend(), [&](const Pad& pad) {  // the newest first
      return !hash_in_naam(pad.filename().string()).empty() &&
             goede_regel(lees_bestand(pad, stuk::kMaxLogregel), pad, met_deze);
    });
  } catch (const Fout&) {
    return false;  // what cannot be read shows nothing
  }
}

Doorgegeven geef_door(const LogPlek& plek, const BeheerVersie& beheer, const Lezer& lezer, Datum dag) {
  return geef_jaarsleutels_door(plek.sleutels, beheer, lezer, dag,
                                [&](const Gebruiker& g) { return heeft_getekend(plek, g, dag); });
}

/// The entry, and the key of the year when it needs one.
std::vector<NieuwBestand> regel_bestanden(const LogPlek& plek, const BeheerVersie& beheer, const Lezer& lezer,
                                          const LogInhoud& inhoud, Datum dag, const BeheerVersie& houders) {
  const GebruikerId& wie = auteur(lezer);
  eis_geen_koppeling(plek, wie);
  std::vector<NieuwBestand> uit;
  std::optional<Jaarsleutel> sleutel = jaarsleutel(plek.sleutels, dag.jaar());
  if (eist_jaarsleutel(sleutel, lezer)) {
    sleutel = maak_jaarsleutel(plek.sleutels, houders, dag, maakt_voorlopig(lezer), uit);
  }
  const stuk::LogKop kop{seal::random_hex(16), dag, wie, beheer.digest, koppen(plek, *beheer.vind(wie), dag),
                         sleutel->verbintenis};
  const auto tekent = seal::SigningKey::derive(lezer.identiteiten.at(lezer.tekent_met));
  std::string bytes = stuk::maak_logregel(kop, sleutel->openbaar, als_waarde(wie, inhoud), tekent);
  const std::string naam = stuk_naam(dag, seal::digest(bytes));
  uit.push_back({regels_map(plek, wie) / naam, std::move(bytes), 0644});
  return uit;
}

}  // namespace

LogPartij log_partij(const LogPlek& plek, const BeheerVersie& beheer, const Lezer& lezer, const LogInhoud& inhoud,
                     Datum dag, const BeheerVersie* straks) {
  const BeheerVersie& houders = straks == nullptr ? beheer : *straks;
  Doorgegeven door = geef_door(plek, houders, lezer, dag);
  voeg_toe(door.bestanden, regel_bestanden(plek, beheer, lezer, inhoud, dag, houders));
  return {std::move(door.bestanden), std::move(door.wissen)};
}

bool zonder_slot(const LogPlek& plek, const BeheerVersie& beheer, const Lezer& lezer, Datum dag) {
  std::error_code fout;
  if (!lezer.id || !std::filesystem::is_directory(regels_map(plek, *lezer.id), fout)) return false;
  if (eist_jaarsleutel(jaarsleutel(plek.sleutels, dag.jaar()), lezer)) return false;
  const Doorgegeven door = geef_door(plek, beheer, lezer, dag);
  return door.bestanden.empty() && door.wissen.empty();
}

bool heeft_regel_op(const LogPlek& plek, const GebruikerId& wie, Datum dag) {
  const std::vector<Pad> paden = lees_map(regels_map(plek, wie));
  return std::any_of(paden.begin(), paden.end(), [&](const Pad& pad) {
    const std::string naam = pad.filename().string();
    return !hash_in_naam(naam).empty() && naam.rfind(dag.tekst(), 0) == 0;
  });
}

bool leg_vast_in_logboek(const Kast& kast, const Lezer& lezer, const LogInhoud& inhoud, Datum dag,
                         bool alleen_regel) {
  const LogPlek plek = log_plek(kast);
  std::optional<Slot> slot;
  if (!zonder_slot(plek, kast.beheer(), lezer, dag)) slot.emplace(kast.map());
  const LogPartij partij =
      alleen_regel ? LogPartij{regel_bestanden(plek, kast.beheer(), lezer, inhoud, dag, kast.beheer()), {}}
                   : log_partij(plek, kast.beheer(), lezer, inhoud, dag);
  maak_bestanden(partij.bestanden);
  wis_sleutels(partij.wissen);
  return !partij.wissen.empty();
}

}  // namespace pga::kast
