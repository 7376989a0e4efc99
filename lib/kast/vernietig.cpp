// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/vernietig.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/systeem.h"
#include "lib/kast/toegang.h"
#include "lib/proces/toets.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

std::string kaal(std::string_view tekst) {
  std::string uit;
  for (const char c : tekst) {
    if (c != '-') uit += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return uit;
}

/// Every directory of a dossier: one, unless somebody put it back in another year.
std::vector<Pad> mappen_van(const Kast& kast, const Nummer& nummer) {
  std::vector<Pad> uit;
  for (const Pad& jaar : lees_map(kast.map() / "dossiers")) {
    std::error_code fout;
    const Pad map = jaar / nummer.tekst();
    if (fs::is_directory(fs::symlink_status(map, fout))) uit.push_back(map);
  }
  return uit;
}

/// A key is overwritten; a link to one is not followed.
void wis(const Pad& pad) {
  std::error_code fout;
  if (fs::is_regular_file(fs::symlink_status(pad, fout))) return wis_bestand(pad);
  if (::unlink(pad.c_str()) != 0 && errno != ENOENT) systeemfout("kan niet wissen", pad, errno);
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

/// Whoever a machine belongs to answers for it.
std::string organisatie_van(const Gebruiker& g) {
  return g.organisatie == "machine" && !g.aangewezen_door.empty() ? g.aangewezen_door : g.organisatie;
}

}  // namespace

Bewijzen::Bewijzen(const Kast& kast, const Lezer& lezer) {
  if (!lezer.id || !kast.heeft_gemeente()) return;
  const GeladenDossier gemeente = laad(kast, Nummer::gemeente(), lezer, Diepte::termijnen);
  *this = Bewijzen(gemeente);
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

const proces::VernietigingStand* Bewijzen::zoek(std::string_view tekst) const {
  const std::string begin = kaal(tekst);
  std::vector<const proces::VernietigingStand*> passend;
  for (const proces::VernietigingStand& v : alle_) {
    if (begin.size() >= 3 && !v.ingetrokken_op && kaal(v.nummer).rfind(begin, 0) == 0) passend.push_back(&v);
  }
  return passend.size() == 1 ? passend.front() : nullptr;
}

Nummer zoek_ook_vernietigd(const Kast& kast, const Bewijzen& bewijzen, std::string_view tekst) {
  try {
    return kast.zoek(tekst);
  } catch (const Fout& e) {
    const proces::VernietigingStand* v = e.soort() == FoutSoort::geen_kast ? bewijzen.zoek(tekst) : nullptr;
    const auto nummer = v == nullptr ? std::nullopt : Nummer::lees(v->nummer);
    if (!nummer) throw;
    return *nummer;
  }
}

Resten resten(const Kast& kast, const Nummer& nummer) {
  Resten uit;
  uit.sleutels = lees_map(kast.sleutel_map(nummer));
  for (const Pad& map : mappen_van(kast, nummer)) {
    for (Pad& pad : lees_map(map)) uit.stukken.push_back(std::move(pad));
  }
  return uit;
}

std::vector<proces::Houder> houders(const Kast& kast, const GeladenDossier& dossier, Datum dag,
                                    const std::vector<proces::UitreikingRegel>& uitgereikt) {
  std::set<std::string> ids;
  for (const proces::UitreikingRegel& u : uitgereikt) ids.insert(u.gebruiker);
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) ids.insert(s.gebruiker);
  proces::Dossier open = dossier.dossier;  // as it was before it was shielded and before anybody's access ended
  open.afgeschermd = false;
  open.uitgesloten.clear();
  const auto neem = [&](const proces::Dossier& stand) {
    for (const Gerechtigde& g : gerechtigden(kast.beheer(), dossier.nummer, stand, dag)) {
      ids.insert(g.gebruiker->id.tekst());
    }
  };
  neem(dossier.dossier);
  neem(open);
  for (const proces::DeelnemerVelden& d : dossier.dossier.deelnemers) ids.insert(d.gebruiker);
  for (const proces::ToegangRegel& r : dossier.dossier.toegang) ids.insert({r.gebruiker, r.aan});
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
                      const std::string& geschreven) {
  return maak_gemeentestuk(kast, lezer, "vernietiging", inhoud, datum, geschreven);
}

Voornemen maak_gemeentestuk(const Kast& kast, const Lezer& lezer, std::string_view soort, const Waarde& inhoud,
                            Datum datum, const std::string& geschreven) {
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
  bezwaren.erase(std::remove_if(bezwaren.begin(), bezwaren.end(),
                                [](const Bevinding& b) { return b.soort == FoutSoort::bevinding; }),
                 bezwaren.end());
  for (Bevinding& b : bezwaren) b.plaats = {};  // a document that nobody wrote
  if (!bezwaren.empty()) throw Fout(std::move(bezwaren));
  return gemeente ? voeg_stuk_toe(kast, lezer, *gemeente, opdracht) : open_dossier(kast, lezer, opdracht);
}

void vernietig_resten(const Kast& kast, const Nummer& nummer) {
  const Pad sleutels = kast.sleutel_map(nummer);
  if (bestaat(sleutels)) {
    for (const Pad& pad : lees_map(sleutels)) wis(pad);
    sync_map(sleutels);  // the names are gone before the directory is
    verwijder_map(sleutels);
  }
  for (const Pad& map : mappen_van(kast, nummer)) {
    for (const Pad& pad : lees_map(map)) {
      if (::unlink(pad.c_str()) != 0 && errno != ENOENT) systeemfout("kan niet weghalen", pad, errno);
    }
    verwijder_map(map);
  }
}

}  // namespace pga::kast
