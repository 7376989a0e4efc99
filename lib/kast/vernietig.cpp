// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/vernietig.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/systeem.h"
#include "lib/kast/toegang.h"
#include "lib/proces/rollen.h"
#include "lib/proces/toets.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDossiers = "dossiers";

/// Every directory of a dossier, of its stukken or its bijlagen: one, unless somebody put it back in another year.
std::vector<Pad> mappen_van(const Kast& kast, const Nummer& nummer, std::string_view soort) {
  std::vector<Pad> uit;
  for (const Pad& jaar : lees_map(kast.map() / soort)) {
    std::error_code fout;
    const Pad map = jaar / nummer.tekst();
    if (fs::is_directory(fs::symlink_status(map, fout))) uit.push_back(map);
  }
  return uit;
}

/// Where its keys lie: in the directory of keys, and where that is elsewhere (PGA_SLEUTELS), also in the kast, when
/// keys were copied and stayed there.
std::vector<Pad> sleutelmappen(const Kast& kast, const Nummer& nummer) {
  std::vector<Pad> uit = {kast.sleutel_map(nummer)};
  std::error_code fout;
  const Pad eigen = kast.map() / "sleutels";
  if (fs::is_directory(fs::symlink_status(eigen / nummer.tekst(), fout)) &&
      !fs::equivalent(eigen, kast.sleutels(), fout)) {
    uit.push_back(eigen / nummer.tekst());
  }
  return uit;
}

/// Takes away a directory that is empty by now, and makes that last.
void verwijder_map(const Pad& map) {
  if (::rmdir(map.c_str()) != 0 && errno != ENOENT) systeemfout("kan de map niet weghalen", map, errno);
  sync_map(map.parent_path());
}

bool bestaat(const Pad& map) {
  std::error_code fout;
  return fs::exists(fs::symlink_status(map, fout));
}

/// Whose key file it is by its name (<gebruiker>-<hash8>.age); the whole name when it is none.
std::string houder_van(const Pad& pad) {
  const std::string wie = pad.extension() == ".age" ? gebruiker_van(pad) : std::string();
  return wie.empty() ? pad.filename().string() : wie;
}

bool is_openbaar(const Pad& pad) {
  return pad.extension() == ".yaml" && pad.filename().string().rfind("openbaar-", 0) == 0;
}

/// Whoever a machine belongs to answers for it.
std::string organisatie_van(const Gebruiker& g) {
  return g.organisatie == "machine" && !g.aangewezen_door.empty() ? g.aangewezen_door : g.organisatie;
}

}  // namespace

Bewijzen::Bewijzen(const Kast& kast, const Lezer& lezer) {
  if (!lezer.id || !kast.heeft_gemeente()) return;
  GeladenDossier gemeente = laad(kast, Nummer::gemeente(), lezer, Diepte::termijnen);
  alle_ = std::move(gemeente.dossier.vernietigingen);
  uitreikingen_ = std::move(gemeente.dossier.uitreikingen);
}

const proces::VernietigingStand* Bewijzen::van(std::string_view nummer) const {
  const auto it = std::find_if(alle_.begin(), alle_.end(), [&](const proces::VernietigingStand& v) {
    return v.nummer == nummer && !v.ingetrokken_op;
  });
  return it == alle_.end() ? nullptr : &*it;
}

bool Bewijzen::vernietigd(std::string_view nummer) const {
  const proces::VernietigingStand* v = van(nummer);
  return v != nullptr && v->voltooid_op;
}

std::vector<proces::VernietigingStand> Bewijzen::alle() const {
  std::vector<proces::VernietigingStand> uit;
  std::copy_if(alle_.begin(), alle_.end(), std::back_inserter(uit),
               [](const proces::VernietigingStand& v) { return !v.ingetrokken_op; });
  return uit;
}

std::vector<proces::UitreikingRegel> Bewijzen::uitgereikt(std::string_view nummer) const {
  std::vector<proces::UitreikingRegel> uit;
  std::copy_if(uitreikingen_.begin(), uitreikingen_.end(), std::back_inserter(uit),
               [&](const proces::UitreikingRegel& u) {
                 return std::find(u.dossiers.begin(), u.dossiers.end(), nummer) != u.dossiers.end();
               });
  return uit;
}

bool leest_bewijzen(const Lezer& lezer) {
  return !proces::opent(lezer.rollen, proces::Toestand::gemeente, {}).leeg();
}

std::vector<VermistDossier> vermist_zonder_bewijs(const Kast& kast, const Lezer& lezer, const Bewijzen& bewijzen) {
  if (!leest_bewijzen(lezer)) return {};
  std::vector<VermistDossier> uit = vermiste_dossiers(kast);
  uit.erase(std::remove_if(uit.begin(), uit.end(),
                           [&](const VermistDossier& v) { return bewijzen.van(v.nummer.tekst()) != nullptr; }),
            uit.end());
  return uit;
}

Nummer zoek_ook_vernietigd(const Kast& kast, const Bewijzen& bewijzen, std::string_view tekst) {
  if (tekst == Nummer::gemeente().tekst()) return Nummer::gemeente();
  const std::vector<Nummer> er_zijn = kast.dossiers();
  std::set<Nummer> alle(er_zijn.begin(), er_zijn.end());
  for (const proces::VernietigingStand& v : bewijzen.alle()) {
    if (const auto nummer = Nummer::lees(v.nummer)) alle.insert(*nummer);
  }
  return kies_nummer(tekst, {alle.begin(), alle.end()});
}

Resten resten(const Kast& kast, const Nummer& nummer) {
  Resten uit;
  for (const Pad& map : sleutelmappen(kast, nummer)) {
    for (Pad& pad : lees_map(map)) {
      if (pad.filename().string().rfind(kTijdelijk, 0) != 0) uit.sleutels.push_back(std::move(pad));  // ruim_op()
    }
  }
  for (const Pad& map : mappen_van(kast, nummer, kDossiers)) {
    for (Pad& pad : lees_map(map)) uit.stukken.push_back(std::move(pad));
  }
  for (const Pad& map : mappen_van(kast, nummer, kBijlagen)) {
    for (Pad& pad : lees_map(map)) uit.bijlagen.push_back(std::move(pad));
  }
  return uit;
}

std::vector<proces::Houder> houders(const Kast& kast, const GeladenDossier& dossier, Datum dag,
                                    const std::vector<proces::UitreikingRegel>& uitgereikt) {
  std::set<std::string> ids;
  for (const proces::UitreikingRegel& u : uitgereikt) ids.insert(u.gebruiker);  // a gemeente holds no key
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) ids.insert(s.gebruiker);
  proces::Dossier open = dossier.dossier;  // as it was before it was shielded and before anybody's access ended
  open.afgeschermd = false;
  open.uitgesloten.clear();
  open.meelezers.clear();
  // Roles change: each version of beheer since the one that the opening names.
  const std::string sinds = dossier.stukken.empty() ? std::string() : dossier.stukken.front().stuk.kop.beheer;
  bool telt = kast.beheer_van(sinds) == nullptr;
  for (const BeheerVersie& versie : kast.keten()) {
    telt = telt || versie.digest == sinds;
    if (!telt) continue;
    for (const proces::Dossier* stand : {&dossier.dossier, static_cast<const proces::Dossier*>(&open)}) {
      for (const Gerechtigde& g : gerechtigden(versie, dossier.nummer, *stand, dag)) {
        ids.insert(g.gebruiker->id.tekst());
      }
    }
  }
  for (const proces::DeelnemerVelden& d : dossier.dossier.deelnemers) ids.insert(d.gebruiker);
  for (const proces::ToegangRegel& r : dossier.dossier.toegang) {
    ids.insert({r.gebruiker, r.aan});
    for (const std::string& naam : r.vernietigd) ids.insert(houder_van(naam));
  }
  std::vector<proces::Houder> uit;
  for (const std::string& id : ids) {
    const auto gebruiker = GebruikerId::lees(id);
    if (!gebruiker) continue;
    // Who left is in an older version.
    for (auto versie = kast.keten().rbegin(); versie != kast.keten().rend(); ++versie) {
      const Gebruiker* g = versie->vind(*gebruiker);
      if (g == nullptr) continue;
      uit.push_back({id, organisatie_van(*g)});
      break;
    }
  }
  return uit;
}

Voornemen maak_bewijs(const Kast& kast, const Lezer& lezer, const Waarde& inhoud, Datum datum,
                      const std::string& geschreven, std::vector<Bevinding>* opgemerkt) {
  return maak_gemeentestuk(kast, lezer, "vernietiging", inhoud, datum, geschreven, opgemerkt);
}

Voornemen maak_gemeentestuk(const Kast& kast, const Lezer& lezer, std::string_view soort, const Waarde& inhoud,
                            Datum datum, const std::string& geschreven, std::vector<Bevinding>* opgemerkt) {
  const StukOpdracht opdracht{std::string(soort), inhoud, datum, geschreven, {}};
  std::optional<GeladenDossier> gemeente;
  if (kast.heeft_gemeente()) {
    gemeente = laad(kast, Nummer::gemeente(), lezer, Diepte::alles);
    eis_heel(kast, *gemeente);
  }
  const proces::Nieuw nieuw{opdracht.soort,    inhoud,       {},    lezer.id ? lezer.id->tekst() : std::string(),
                            lezer.organisatie, lezer.rollen, datum, {}};
  std::vector<Bevinding> bezwaren =
      proces::toets(gemeente ? gemeente->dossier : proces::Dossier(), nieuw, kast.beleid());
  for (Bevinding& b : bezwaren) b.plaats = {};  // a document that nobody wrote
  const auto gevonden = std::stable_partition(bezwaren.begin(), bezwaren.end(),
                                              [](const Bevinding& b) { return b.soort != FoutSoort::bevinding; });
  if (opgemerkt != nullptr) opgemerkt->insert(opgemerkt->end(), gevonden, bezwaren.end());
  bezwaren.erase(gevonden, bezwaren.end());
  if (!bezwaren.empty()) throw Fout(std::move(bezwaren));
  return gemeente ? voeg_stuk_toe(kast, lezer, *gemeente, opdracht) : open_dossier(kast, lezer, opdracht);
}

bool is_afgebroken(const Kast& kast, const Nummer& nummer) {
  const std::vector<Pad> mappen = sleutelmappen(kast, nummer);
  if (std::none_of(mappen.begin(), mappen.end(), bestaat)) return false;
  const std::vector<Pad> er = resten(kast, nummer).sleutels;
  return std::none_of(er.begin(), er.end(), [](const Pad& p) { return is_openbaar(p) && !is_overschreven(p); });
}

void vernietig_resten(const Kast& kast, const Nummer& nummer) {
  const std::vector<Pad> sleutels = sleutelmappen(kast, nummer);
  for (const Pad& map : sleutels) ruim_op(map);
  std::vector<Pad> er = resten(kast, nummer).sleutels;
  const auto geheim = std::stable_partition(er.begin(), er.end(), is_openbaar);
  wis_sleutels(std::vector<Pad>(er.begin(), geheim));  // their names are gone for good before the others go
  wis_sleutels(std::vector<Pad>(geheim, er.end()));
  for (const std::string_view soort : {kBijlagen, kDossiers}) {
    for (const Pad& map : mappen_van(kast, nummer, soort)) {
      for (const Pad& pad : lees_map(map)) {
        if (::unlink(pad.c_str()) != 0 && errno != ENOENT) systeemfout("kan niet weghalen", pad, errno);
      }
      verwijder_map(map);
    }
  }
  for (const Pad& map : sleutels) {
    if (bestaat(map)) verwijder_map(map);
  }
}

std::vector<std::string> andere_houders(const Kast& kast, const Nummer& nummer, const GebruikerId& wie) {
  std::set<std::string> uit;
  for (const Pad& pad : resten(kast, nummer).sleutels) {
    if (!is_openbaar(pad) && houder_van(pad) != wie.tekst()) uit.insert(houder_van(pad));
  }
  return {uit.begin(), uit.end()};
}

void vernietig_eigen_sleutels(const Kast& kast, const Nummer& nummer, const GebruikerId& wie) {
  const bool alleen = andere_houders(kast, nummer, wie).empty();
  std::vector<Pad> weg = resten(kast, nummer).sleutels;
  weg.erase(std::remove_if(
                weg.begin(), weg.end(),
                [&](const Pad& pad) { return houder_van(pad) != wie.tekst() && !(alleen && is_openbaar(pad)); }),
            weg.end());
  wis_sleutels(weg);
  for (const Pad& map : sleutelmappen(kast, nummer)) {
    if (bestaat(map) && lees_map(map).empty()) verwijder_map(map);
  }
}

}  // namespace pga::kast
