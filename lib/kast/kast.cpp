// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/kast.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/ijkpunt.h"
#include "lib/kast/onaf.h"
#include "lib/proces/rollen.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

bool is_jaar(const std::string& naam) {
  return naam.size() == 4 && std::all_of(naam.begin(), naam.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_tijdelijk(const Pad& pad) { return pad.filename().string().rfind(kTijdelijk, 0) == 0; }

/// A directory, and no symbolic link to one.
bool is_map(const Pad& pad) {
  std::error_code fout;
  return fs::is_directory(fs::symlink_status(pad, fout));
}

std::string zonder_streepje(std::string_view tekst) {
  std::string uit;
  for (const char c : tekst) {
    if (c != '-') uit += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return uit;
}

/// The policy of the last version of a chain.
proces::Beleid beleid_van(const std::vector<BeheerVersie>& keten) {
  const BeheerVersie& versie = keten.back();
  const Waarde* beleid = versie.document.vind("beleid");
  proces::Beleid uit = proces::lees_beleid(beleid == nullptr ? Waarde::kaart() : *beleid);
  uit.gemeente = versie.document.tekst_van("gemeente");
  for (auto v = keten.rbegin(); v != keten.rend(); ++v) {
    if (v->leest.regisseur_leest == proces::RegisseurLeest::alle) break;
    uit.eigen_sinds = v->datum;
  }
  return uit;
}

}  // namespace

bool Lezer::heeft_rol(std::string_view rol) const {
  return std::find(rollen.begin(), rollen.end(), rol) != rollen.end();
}

bool Lezer::leest_alles() const { return proces::leest_alles(rollen); }

Kast::Kast(Pad map, Pad sleutels) : Kast(map, std::move(sleutels), lees_beheer(map)) {}

Kast::Kast(Pad map, Pad sleutels, Beheerketen beheer)
    : map_(std::move(map)),
      sleutels_(sleutels.empty() ? map_ / "sleutels" : std::move(sleutels)),
      keten_(std::move(beheer.keten)),
      naast_(std::move(beheer.naast)),
      beleid_(beleid_van(keten_)) {}

const BeheerVersie* Kast::beheer_van(std::string_view digest) const {
  for (const std::vector<BeheerVersie>* lijst : {&keten_, &naast_}) {
    const auto it =
        std::find_if(lijst->begin(), lijst->end(), [&](const BeheerVersie& v) { return v.digest == digest; });
    if (it != lijst->end()) return &*it;
  }
  return nullptr;
}

Lezer lezer_van(const BeheerVersie& beheer, std::vector<seal::Identity> identiteiten, Datum vandaag) {
  Lezer uit;
  uit.identiteiten = std::move(identiteiten);
  for (const Gebruiker& g : beheer.gebruikers) {
    for (std::size_t i = 0; i < uit.identiteiten.size(); ++i) {
      const bool mijn = std::any_of(g.sleutels.begin(), g.sleutels.end(), [&](const GebruikerSleutel& s) {
        return s.opent == uit.identiteiten[i].recipient() && !(s.tot && *s.tot < vandaag);
      });
      if (!mijn) continue;
      uit.id = g.id;
      uit.organisatie = g.organisatie;
      uit.rollen = g.rollen;
      uit.tekent_met = i;
      return uit;
    }
  }
  return uit;
}

std::vector<Nummer> Kast::dossiers(std::vector<Pad>* vreemd) const {
  std::set<Nummer> gezien;
  const auto noteer = [&](const Pad& pad) {
    if (vreemd != nullptr && !is_tijdelijk(pad)) vreemd->push_back(pad);
  };
  for (const Pad& jaar : lees_map(map_ / "dossiers")) {
    if (!is_jaar(jaar.filename().string()) || !is_map(jaar)) {
      noteer(jaar);
      continue;
    }
    for (const Pad& map : lees_map(jaar)) {
      const auto nummer = Nummer::lees(map.filename().string());
      const bool nieuw = nummer && gezien.insert(*nummer).second;  // one dossier lies in one year
      if (!nieuw) noteer(map);
    }
  }
  return {gezien.begin(), gezien.end()};
}

bool Kast::heeft_gemeente() const {
  std::error_code fout;
  return fs::exists(fs::symlink_status(dossier_map(Nummer::gemeente()), fout));
}

Nummer kies_nummer(std::string_view tekst, const std::vector<Nummer>& nummers) {
  const std::string begin = zonder_streepje(tekst);
  std::vector<Nummer> passend;
  for (const Nummer& n : nummers) {
    const std::string heel = zonder_streepje(n.tekst());
    if (heel == begin) return n;
    if (begin.size() >= 3 && heel.rfind(begin, 0) == 0) passend.push_back(n);
  }
  if (passend.size() == 1) return passend.front();
  if (passend.empty()) {
    throw Fout(FoutSoort::geen_kast, fmt::format("er is geen dossier {}", tekst),
               begin.size() < 3 ? "geef ten minste drie tekens van het nummer; pga lijst toont de dossiers"
                                : "pga lijst toont de dossiers van deze kast");
  }
  std::string namen;
  for (const Nummer& n : passend) namen += (namen.empty() ? "" : ", ") + n.tekst();
  throw Fout(FoutSoort::gebruik, fmt::format("{} kan meer dan één dossier zijn: {}", tekst, namen),
             "geef meer tekens van het nummer");
}

Nummer Kast::zoek(std::string_view tekst) const {
  if (tekst == Nummer::gemeente().tekst()) return Nummer::gemeente();
  return kies_nummer(tekst, dossiers());
}

Pad Kast::dossier_map(const Nummer& nummer, std::optional<Datum> geopend) const {
  if (nummer.is_gemeente()) return map_ / nummer.tekst();
  for (const Pad& jaar : lees_map(map_ / "dossiers")) {
    if (is_jaar(jaar.filename().string()) && is_map(jaar / nummer.tekst())) return jaar / nummer.tekst();
  }
  for (const Pad& jaar : lees_map(map_ / "dossiers")) {  // something else in its place: that is what to name
    std::error_code fout;
    if (is_jaar(jaar.filename().string()) && fs::exists(fs::symlink_status(jaar / nummer.tekst(), fout))) {
      return jaar / nummer.tekst();
    }
  }
  const std::string jaar = geopend ? std::to_string(geopend->jaar()) : std::string("0000");
  return map_ / "dossiers" / jaar / nummer.tekst();
}

Nummer Kast::nieuw_nummer() const {
  const std::vector<Nummer> bezet = dossiers();
  std::error_code fout;  // what cannot be seen, cannot be written either, and then says so
  for (;;) {
    const auto nummer = Nummer::uit_bits(seal::random_bits());
    const bool vrij = nummer && !std::binary_search(bezet.begin(), bezet.end(), *nummer);
    if (vrij && !fs::exists(sleutel_map(*nummer), fout)) return *nummer;
  }
}

void Kast::ruim_op() const {
  for (const Pad& jaar : lees_map(map_ / "dossiers")) {
    if (!is_map(jaar)) continue;
    kast::ruim_op(jaar);
    for (const Pad& map : lees_map(jaar)) {
      if (!is_map(map)) continue;
      neem_terug(map, sleutels_ / map.filename());
      kast::ruim_op(map);
    }
  }
  kast::ruim_op(map_);
  kast::ruim_op(map_ / "beheer");
  const Pad gemeente = dossier_map(Nummer::gemeente());
  if (is_map(gemeente)) {
    neem_terug(gemeente, sleutel_map(Nummer::gemeente()));
    kast::ruim_op(gemeente);
  }
  const Pad bijlagen = map_ / kBijlagen;
  if (is_map(bijlagen)) kast::ruim_op(bijlagen);
  for (const Pad& jaar : lees_map(bijlagen)) {
    if (!is_map(jaar)) continue;
    kast::ruim_op(jaar);
    for (const Pad& map : lees_map(jaar)) {
      if (is_map(map)) kast::ruim_op(map);
    }
  }
  const Pad ijkpunten = map_ / kIjkpunten;
  if (is_map(ijkpunten)) kast::ruim_op(ijkpunten);
  const Pad logboek = map_ / "logboek";
  if (is_map(logboek)) kast::ruim_op(logboek);
  for (const Pad& map : lees_map(logboek)) {
    if (is_map(map)) kast::ruim_op(map);
  }
  for (const Pad& map : lees_map(sleutels_)) {
    if (!is_map(map)) continue;
    kast::ruim_op(map);
    for (const Pad& pad : lees_map(map)) {
      if (is_overschreven(pad)) wis_bestand(pad);
    }
  }
  kast::ruim_op(sleutels_);
}

std::string stuk_naam(Datum datum, std::string_view digest) {
  return fmt::format("{}-{}.yaml", datum.tekst(), seal::hash8(digest));
}

}  // namespace pga::kast
