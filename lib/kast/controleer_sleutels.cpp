// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/controleer_sleutels.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/kast/aantallen.h"
#include "lib/kast/achtergebleven.h"
#include "lib/kast/ongelezen.h"
#include "lib/kast/overtollig.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/toegang.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/uitgifte.h"
#include "lib/kast/vooruit.h"
#include "lib/proces/rollen.h"
#include "lib/seal/digest.h"

namespace pga::kast {
namespace {

constexpr std::size_t kMaxSleutelbestand = std::size_t{16} << 20U;

bool begint_met(std::string_view tekst, std::string_view begin) { return tekst.substr(0, begin.size()) == begin; }

/// Whether any version of beheer has such a gebruiker.
bool kent(const Kast& kast, const std::string& wie) {
  const auto id = GebruikerId::lees(wie);
  return id && std::any_of(kast.keten().begin(), kast.keten().end(),
                           [&](const BeheerVersie& v) { return v.vind(*id) != nullptr; });
}

bool heet_naar_inhoud(const Pad& pad, const std::string& stam) {
  try {
    const std::string digest = seal::digest(lees_bestand(pad, kMaxSleutelbestand));
    return stam.size() > 9 && stam.substr(stam.size() - 8) == seal::hash8(digest);
  } catch (const Fout&) {
    return false;  // a link, a directory, or not to be read
  }
}

/// What is found, and where.
class Verslag {
 public:
  void meld(FoutSoort soort, const Pad& pad, std::string wat, std::string tip) {
    uit_.push_back({soort, Plaats{pad.string(), 0, 0}, std::move(wat), std::move(tip), {}});
  }
  void meld(const Fout& fout) { uit_.insert(uit_.end(), fout.bevindingen().begin(), fout.bevindingen().end()); }
  void neem_op(std::vector<Bevinding> erbij) { std::move(erbij.begin(), erbij.end(), std::back_inserter(uit_)); }
  std::vector<Bevinding> neem() { return std::move(uit_); }

 private:
  std::vector<Bevinding> uit_;
};

/// The keys of one dossier.
class Dossiersleutels {
 public:
  Dossiersleutels(const Kast& kast, const Lezer& lezer, const GeladenDossier& d, Datum dag)
      : kast_(kast), lezer_(lezer), d_(d), dag_(dag), map_(kast.sleutel_map(d.nummer)) {}

  std::vector<Bevinding> doe(bool begonnen) {
    try {
      for (const Pad& pad : lees_map(map_)) bestand(pad);
      if (d_.nummer.is_gemeente()) aantallen();
      verslag_.neem_op(toets_achtergebleven(d_));
      verslag_.neem_op(toets_vooruit(d_));
      overbodige();
      uiteengelopen();
      if (!d_.geschonden() && !begonnen) ontbrekende();
    } catch (const Fout& e) {
      verslag_.meld(e);
    }
    openbare();
    return verslag_.neem();
  }

 private:
  /// Of every gebruiker: no key opens those of others, but each is named by its own digest.
  void bestand(const Pad& pad) {
    const std::string stam = pad.stem().string();
    if (begint_met(stam, kTijdelijk)) return;
    if (is_overschreven(pad)) {
      verslag_.meld(FoutSoort::bevinding, pad,
                    "dit sleutelbestand is overschreven en nog niet weg: een opdracht is afgebroken",
                    "de volgende opdracht die schrijft, haalt het weg");
    } else if (!heet_naar_inhoud(pad, stam)) {
      verslag_.meld(FoutSoort::integriteit, pad,
                    "de naam past niet bij de inhoud: dit sleutelbestand is veranderd of hernoemd",
                    "haal het terug uit een kopie van sleutels/");
    }
  }

  /// The keys of totals, each in a directory of its own.
  void aantallen() {
    for (const Pad& map : aantalsleutel_mappen(kast_, d_)) {
      for (const Pad& pad : lees_map(map)) bestand(pad);
    }
    verslag_.neem_op(toets_aantallen(kast_, lezer_, d_));
  }

  void openbare() {
    for (const Compartiment c : kCompartimenten) {
      const std::string& verbintenis = d_.perioden.nu().at(static_cast<std::size_t>(c));
      if (verbintenis.empty() || d_.sleutels.openbaar.count(verbintenis) > 0) continue;
      verslag_.meld(FoutSoort::bevinding, map_,
                    fmt::format("de openbare sleutel voor {} ontbreekt: er kan niets aan dit dossier worden "
                                "toegevoegd",
                                naam(c)),
                    "haal het bestand openbaar-….yaml op bij de casusregisseur");
    }
  }

  /// What should have been destroyed, and what lies here for somebody who may no longer read the dossier.
  void overbodige() {
    std::set<Pad> genoemd;
    std::set<std::string> wie;
    for (const Pad& pad : teruggekomen(kast_, d_)) {
      genoemd.insert(pad);
      verslag_.meld(FoutSoort::bevinding, pad, "dit sleutelbestand moest vernietigd zijn, en ligt er weer of nog",
                    "het volgende stuk in dit dossier vernietigt het; zet geen oude kopie van sleutels/ terug");
    }
    for (const SleutelBestand& s : zonder_recht(kast_, d_, dag_)) {
      wie.insert(s.gebruiker);
      if (genoemd.count(s.pad) != 0 || !kent(kast_, s.gebruiker)) continue;  // those are said of the whole kast
      verslag_.meld(FoutSoort::bevinding, s.pad,
                    fmt::format("{} mag dit dossier niet meer lezen, en heeft hier nog een sleutel", s.gebruiker),
                    fmt::format("beëindig de toegang: pga toegang {} trek-in {}", d_.nummer.tekst(), s.gebruiker));
    }
    if (genoemd.empty()) te_veel(wie);
  }

  /// Who opens more than they may, but for who may read nothing: that was said.
  void te_veel(const std::set<std::string>& gezegd) {
    for (const std::string& houder : houdt_te_veel(kast_, d_, dag_)) {
      if (gezegd.count(houder) != 0) continue;
      verslag_.meld(
          FoutSoort::bevinding, d_.map,
          fmt::format("{} mag minder van dit dossier lezen dan zijn sleutels hier openen", houder),
          d_.dossier.afgeschermd
              ? fmt::format("vernietig wat te veel is: pga toegang {} scherm-af", d_.nummer.tekst())
              : fmt::format(
                    "het volgende stuk van een regisseur geeft nieuwe sleutels; of nu: pga toegang {} vernieuw",
                    d_.nummer.tekst()));
    }
  }

  /// Access that two changed apart; keys announced side by side are named already.
  void uiteengelopen() {
    if (!d_.perioden.dubbel().empty() || !toegang_uiteen(d_)) return;
    verslag_.meld(
        FoutSoort::bevinding, d_.map,
        "wie dit dossier kan lezen, is op twee plaatsen tegelijk veranderd: iemand kan een sleutel missen, "
        "of er een te veel hebben",
        fmt::format("het volgende stuk van een regisseur geeft iedereen nieuwe sleutels; of nu: pga toegang "
                    "{} vernieuw",
                    d_.nummer.tekst()));
  }

  /// Who may read the dossier and has no key here, or not all; a reserve that has none is no recovery copy. Said to
  /// who gives keys: on the computer of another lie only their own.
  void ontbrekende() {
    const bool bewaart = lezer_.heeft_rol("contactpunt") || lezer_.heeft_rol("rechtmatigheid");
    const bool geeft = proces::ziet_beoordelingen(rollen_in(kast_.beheer(), d_.dossier, lezer_, dag_));
    if (!geeft && !(d_.dossier.afgeschermd && bewaart)) return;
    const std::vector<Tekort> tekort = tekorten(kast_, lezer_, d_, dag_);
    if (!toegang_uiteen(d_)) {  // what two did apart is said already, and who writes next mends it
      for (const Ongelezen& o : ongelezen(kast_, lezer_, d_, tekort, geeft, dag_)) voor_niemand(o);
    }
    for (const Tekort& t : tekort) {
      const std::string opdracht =
          t.wie->is_reserve() ? "pga sleutels reserve" : fmt::format("pga sleutels herstel {}", t.wie->id.tekst());
      verslag_.meld(FoutSoort::bevinding, map_, wat_ontbreekt(t),
                    t.gevers.empty()
                        ? fmt::format("niemand heeft hier alles wat nodig is: haal een volledige kopie "
                                      "van sleutels/ op, en geef dan {}",
                                      opdracht)
                        : fmt::format("laat {} dit doen: {}", fmt::join(t.gevers, " of "), opdracht));
    }
  }

  void voor_niemand(const Ongelezen& o) {
    std::vector<std::string_view> vakken;
    for (const Compartiment c : o.vakken) vakken.push_back(naam(c));
    const bool een = o.stukken.size() == 1;
    verslag_.meld(FoutSoort::bevinding, een ? o.stukken.front()->bestand : d_.map,
                  fmt::format("voor zover hier te zien is, kan niemand {} van {} openen", fmt::join(vakken, ", "),
                              een ? "dit stuk" : fmt::format("{} stukken", o.stukken.size())),
                  "haal een volledige kopie van sleutels/ op, of laat de reserve de sleutels opnieuw geven: pga "
                  "sleutels herstel");
  }

  static std::string wat_ontbreekt(const Tekort& t) {
    const std::string& id = t.wie->id.tekst();
    if (t.wie->is_reserve()) {
      return t.heeft_iets ? fmt::format("de reservekopie van dit dossier voor {} is niet volledig", id)
                          : fmt::format("van dit dossier is er geen reservekopie voor {}", id);
    }
    return t.heeft_iets ? fmt::format("{} heeft hier niet alle sleutels van wat hij van dit dossier mag lezen", id)
                        : fmt::format("{} mag dit dossier lezen, en heeft hier geen sleutel", id);
  }

  const Kast& kast_;
  const Lezer& lezer_;
  const GeladenDossier& d_;
  Datum dag_;
  Pad map_;
  Verslag verslag_;
};

bool mag_logsleutel(const Kast& kast, const std::string& wie) {
  const Gebruiker* g = kast.beheer().vind(*GebruikerId::lees(wie));
  return g != nullptr && (g->heeft_rol("rechtmatigheid") || g->is_regisseur());
}

void vreemde_sleutels(const Kast& kast, const Pad& map, Verslag& verslag) {
  const std::string naam = map.filename().string();
  if (begint_met(naam, kAantalsleutels)) return;  // looked at with the dossier gemeente
  const bool log = begint_met(naam, "logboek-");
  std::error_code fout;
  std::vector<SleutelBestand> alle;
  if (std::filesystem::is_directory(std::filesystem::symlink_status(map, fout))) alle = sleutelbestanden(map);
  if (!log && !Nummer::lees_dossier(naam)) {
    if (alle.empty() && map.extension() != ".age") return;
    return verslag.meld(FoutSoort::bevinding, map, "hier liggen sleutels, en dit is de naam van geen dossier",
                        "zet ze in de map met het nummer van het dossier waar zij bij horen, of haal ze weg");
  }
  for (const SleutelBestand& s : alle) {
    if (!kent(kast, s.gebruiker)) {
      verslag.meld(
          FoutSoort::bevinding, s.pad,
          fmt::format("{} staat niet in het beheer van deze kast, en heeft hier een sleutel", s.gebruiker),
          log ? "haal dit bestand weg"
              : fmt::format("weet u niet van wie dit is, geef het dossier dan nieuwe sleutels: pga toegang "
                            "{} vernieuw",
                            naam));
    } else if (log && !mag_logsleutel(kast, s.gebruiker)) {
      verslag.meld(FoutSoort::bevinding, s.pad,
                   fmt::format("{} mag de sleutel van het logboek niet hebben", s.gebruiker),
                   "haal dit bestand weg: het logboek is voor de rol rechtmatigheid (artikel 14, lid 2, Wet PGA)");
    }
  }
}

void teruggekomen_sleutels(const Kast& kast, const proces::VernietigingStand& v, Verslag& verslag) {
  const auto nummer = Nummer::lees(v.nummer);
  if (!nummer || !v.voltooid_op) return;
  const std::vector<Pad> er = resten(kast, *nummer).sleutels;
  if (er.empty()) return;
  verslag.meld(FoutSoort::bevinding, er.back().parent_path(),  // PGA_SLEUTELS, or what stayed in the kast
               fmt::format("deze sleutels horen bij een dossier dat op {} is vernietigd, en liggen er weer of nog",
                           v.voltooid_op->lang()),
               fmt::format("vernietig ze: pga vernietig {}; zet geen oude kopie van sleutels/ terug", v.nummer));
}

}  // namespace

std::vector<Bevinding> controleer_sleutels_van(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                               Datum dag, bool begonnen) {
  return Dossiersleutels(kast, lezer, dossier, dag).doe(begonnen);
}

bool zonder_sleutels(const Kast& kast, const Nummer& nummer) {
  try {
    return sleutelbestanden(kast.sleutel_map(nummer)).empty();
  } catch (const Fout&) {
    return false;  // what may not be seen, may be there
  }
}

std::vector<Bevinding> controleer_losse_sleutels(const Kast& kast, const Bewijzen& bewijzen) {
  Verslag verslag;
  try {
    for (const Pad& pad : lees_map(kast.sleutels())) {
      if (!begint_met(pad.filename().string(), kTijdelijk)) vreemde_sleutels(kast, pad, verslag);
    }
    for (const proces::VernietigingStand& v : bewijzen.alle()) teruggekomen_sleutels(kast, v, verslag);
    for (const Nummer& n : verdwenen_dossiers(kast)) {
      if (bewijzen.van(n.tekst()) != nullptr) continue;
      verslag.meld(FoutSoort::bevinding, kast.sleutel_map(n), "er zijn sleutels van een dossier dat er niet is",
                   "haal de laatste stand van de kast op; is een opdracht afgebroken, dan kan deze map weg");
    }
  } catch (const Fout& e) {
    verslag.meld(e);
  }
  return verslag.neem();
}

}  // namespace pga::kast
