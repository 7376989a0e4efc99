// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/ronde.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/aantallen.h"
#include "lib/kast/beoordelingen.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/laad.h"
#include "lib/kast/lezers.h"
#include "lib/kast/logsleutel.h"
#include "lib/kast/toegang.h"
#include "lib/kast/uitgifte.h"
#include "lib/kast/vernieuw.h"
#include "lib/kast/vooruit.h"

namespace pga::kast {
namespace {

using Vakken = std::vector<Compartiment>;

/// What is in `a` and not in `b`.
Vakken zonder(const Vakken& a, const Vakken& b) {
  Vakken uit;
  std::copy_if(a.begin(), a.end(), std::back_inserter(uit), [&](Compartiment c) { return !bevat(b, c); });
  return uit;
}

Vakken vakken_van(const std::vector<Gerechtigde>& lijst, const GebruikerId& wie) {
  const Gerechtigde* er = zoek(lijst, wie.tekst());
  return er == nullptr ? Vakken() : er->compartimenten;
}

/// One dossier of the round.
class Stap {
 public:
  Stap(const Kast& kast, const Lezer& lezer, const BeheerVersie& straks, const Gebruikerswijziging& w, Datum dag)
      : kast_(kast), lezer_(lezer), straks_(straks), w_(w), dag_(dag) {}

  /// Nothing when the change does not touch the dossier.
  std::optional<DossierWijziging> doe(const GeladenDossier& d, const std::string& geschreven,
                                      Voornemen& uit) const {
    const std::vector<Gerechtigde> voorheen = gerechtigden(kast_.beheer(), d.nummer, d.dossier, dag_);
    Toegangsplan plan;
    plan.houders = gerechtigden(straks_, d.nummer, na(d.dossier), dag_);
    bool einde = false;
    DossierWijziging achter{d.nummer, {}, {}, 0};  // what the reader cannot do here
    std::set<Compartiment> vernieuwd;
    for (const GebruikerId& wie : w_.wie) {
      std::vector<SleutelBestand> bestanden = van(d.nummer, wie);
      const Vakken had = gehouden(d, wie, voorheen, !bestanden.empty());
      const Vakken weg = verliest(had, wie, plan.houders);
      vernieuwd.insert(weg.begin(), weg.end());
      einde = einde || (w_.ingreep == Ingreep::ingetrokken && !is_uitgesloten(d.dossier, wie) &&
                        (!bestanden.empty() || !had.empty()));
      if (weg.empty() && w_.ingreep == Ingreep::rollen) continue;
      const Gerechtigde* straks = zoek(plan.houders, wie.tekst());
      if (houdt_oude(d, straks, !bestanden.empty())) {
        achter.niet_opnieuw.push_back(wie.tekst());
        continue;
      }
      if (!bestanden.empty() && straks != nullptr) plan.opnieuw.insert(wie.tekst());
      std::move(bestanden.begin(), bestanden.end(), std::back_inserter(plan.te_wissen));
    }
    plan.vernieuwd.assign(vernieuwd.begin(), vernieuwd.end());
    for (const Gerechtigde& g : plan.houders) {  // the gebruiker, or whoever stands in from now on
      const bool erbij = !zonder(g.compartimenten, vakken_van(voorheen, g.gebruiker->id)).empty();
      if (!erbij) continue;
      if (wacht_op_ander(d, g, plan.vernieuwd.empty())) {
        achter.niet_gegeven.push_back(g.gebruiker->id.tekst());
      } else {
        plan.opnieuw.insert(g.gebruiker->id.tekst());
      }
    }
    if (plan.opnieuw.empty() && plan.te_wissen.empty() && plan.vernieuwd.empty() && !einde) {
      return ruim_op(d, std::move(achter), uit);
    }
    // A stolen key and ended access cannot wait.
    const bool kan_wachten = w_.ingreep == Ingreep::sleutel || w_.ingreep == Ingreep::rollen;
    if (kan_wachten && !plan.te_wissen.empty()) eis_niets_verloren(d);
    const Vakken leeg = zonder(zonder_lezer(plan.houders, dag_), zonder_lezer(voorheen, dag_));
    if (!leeg.empty()) weiger_zonder_lezer(d.nummer, leeg);
    const Beoordelingen nu(d);
    const Vakken dicht = zonder(zonder_lezer(d, plan.houders, nu, dag_), zonder_lezer(d, voorheen, nu, dag_));
    if (!dicht.empty()) weiger_beoordeling_zonder_lezer(d.nummer, dicht);
    DossierWijziging gedaan = schrijf(d, plan, !plan.vernieuwd.empty() || einde, geschreven, uit);
    gedaan.niet_opnieuw = std::move(achter.niet_opnieuw);
    gedaan.niet_gegeven = std::move(achter.niet_gegeven);
    return gedaan;
  }

 private:
  /// What an earlier round should have destroyed, and was killed before it could.
  [[nodiscard]] std::optional<DossierWijziging> ruim_op(const GeladenDossier& d, DossierWijziging achter,
                                                        Voornemen& uit) const {
    const std::vector<Pad> terug = teruggekomen(kast_, d);
    if (terug.empty() && achter.niet_opnieuw.empty() && achter.niet_gegeven.empty()) return std::nullopt;
    uit.wissen.insert(uit.wissen.end(), terug.begin(), terug.end());
    achter.te_wissen = terug.size();
    return achter;
  }

  [[nodiscard]] static bool is_uitgesloten(const proces::Dossier& d, const GebruikerId& wie) {
    return std::binary_search(d.uitgesloten.begin(), d.uitgesloten.end(), wie.tekst());
  }

  /// Whether a gebruiker with another key keeps the files for the old one: of a shielded dossier the writer may not
  /// hold what is in them.
  [[nodiscard]] bool houdt_oude(const GeladenDossier& d, const Gerechtigde* straks, bool heeft) const {
    const bool andere_sleutel = w_.ingreep == Ingreep::sleutel || w_.ingreep == Ingreep::gestolen;
    return andere_sleutel && heeft && d.dossier.afgeschermd && straks != nullptr && !kan_geven(d, *straks);
  }

  /// Whether a gebruiker whose new role reads a shielded dossier must wait for somebody who holds its keys: nothing
  /// is lost by that, unless the round takes keys away as well.
  [[nodiscard]] bool wacht_op_ander(const GeladenDossier& d, const Gerechtigde& g, bool verliest_niets) const {
    const bool zelf = std::find(w_.wie.begin(), w_.wie.end(), g.gebruiker->id) != w_.wie.end();
    return zelf && verliest_niets && w_.ingreep == Ingreep::rollen && d.dossier.afgeschermd && !kan_geven(d, g);
  }

  /// The key files of a gebruiker in a dossier.
  [[nodiscard]] std::vector<SleutelBestand> van(const Nummer& nummer, const GebruikerId& wie) const {
    std::vector<SleutelBestand> uit = sleutelbestanden(kast_.sleutel_map(nummer));
    uit.erase(
        std::remove_if(uit.begin(), uit.end(), [&](const SleutelBestand& s) { return s.gebruiker != wie.tekst(); }),
        uit.end());
    return uit;
  }

  /// The case as the change leaves it.
  [[nodiscard]] proces::Dossier na(const proces::Dossier& nu) const {
    proces::Dossier uit = nu;
    if (w_.ingreep != Ingreep::ingetrokken) return uit;
    for (const GebruikerId& wie : w_.wie) {
      if (!is_uitgesloten(nu, wie)) uit.uitgesloten.push_back(wie.tekst());
    }
    std::sort(uit.uitgesloten.begin(), uit.uitgesloten.end());
    return uit;
  }

  /// What a gebruiker can open: also what a decision gave that has run out since, when key files are here.
  [[nodiscard]] static Vakken gehouden(const GeladenDossier& d, const GebruikerId& wie,
                                       const std::vector<Gerechtigde>& voorheen, bool heeft) {
    std::set<Compartiment> uit;
    for (const Compartiment c : vakken_van(voorheen, wie)) uit.insert(c);
    const bool besluiten = heeft && !is_uitgesloten(d.dossier, wie) && !d.dossier.afgeschermd;
    for (const proces::DeelnemerVelden& deelnemer : d.dossier.deelnemers) {
      if (!besluiten || deelnemer.gebruiker != wie.tekst()) continue;
      uit.insert(Compartiment::termijnen);
      for (const std::string& tekst : deelnemer.compartimenten) {
        if (const auto c = compartiment_van(tekst)) uit.insert(*c);
      }
    }
    const bool las_mee =
        heeft && std::any_of(d.dossier.meelezers.begin(), d.dossier.meelezers.end(),
                             [&](const proces::Meelezer& m) { return m.gebruiker == wie.tekst(); });
    const bool stond_in =
        heeft && std::any_of(d.dossier.regisseurs.begin(), d.dossier.regisseurs.end(),
                             [&](const proces::CasusRegisseur& r) { return r.gebruiker == wie.tekst() && r.tot; });
    if (las_mee || stond_in) uit.insert(kCompartimenten.begin(), kCompartimenten.end());
    return {uit.begin(), uit.end()};
  }

  /// Of what a gebruiker held, what gets a new key.
  [[nodiscard]] Vakken verliest(const Vakken& had, const GebruikerId& wie,
                                const std::vector<Gerechtigde>& erna) const {
    if (w_.ingreep == Ingreep::sleutel) return {};
    return w_.ingreep == Ingreep::gestolen ? had : zonder(had, vakken_van(erna, wie));
  }

  DossierWijziging schrijf(const GeladenDossier& d, const Toegangsplan& plan, bool met_stuk,
                           const std::string& geschreven, Voornemen& uit) const {
    Voornemen v{d.nummer, {}, {}};
    if (met_stuk) {
      v = voer_plan(kast_, lezer_, d, {"toegang", document(), dag_, geschreven, {}}, plan);
    } else {
      eis_heel(kast_, d);
      v.bestanden = sleutels_opnieuw(kast_, d, plan, dag_);
      for (const SleutelBestand& s : plan.te_wissen) v.wissen.push_back(s.pad);
    }
    if (const Gebruiker* zelf = lezer_.id ? straks_.vind(*lezer_.id) : nullptr) {
      std::vector<NieuwBestand> mee = neem_vooruit_mee(kast_, d, *zelf, v.wissen, dag_);
      v.bestanden.insert(v.bestanden.begin(), std::make_move_iterator(mee.begin()),
                         std::make_move_iterator(mee.end()));
    }
    std::set<std::string> wie;
    for (const NieuwBestand& b : v.bestanden) {
      if (b.pad.extension() == ".age") wie.insert(gebruiker_van(b.pad));
    }
    const DossierWijziging gedaan{d.nummer, plan.vernieuwd, {wie.begin(), wie.end()}, v.wissen.size()};
    voeg_toe(uit.bestanden, std::move(v.bestanden));
    uit.wissen.insert(uit.wissen.end(), v.wissen.begin(), v.wissen.end());
    return gedaan;
  }

  [[nodiscard]] Waarde document() const {
    const bool einde = w_.ingreep == Ingreep::ingetrokken;
    Waarde w = Waarde::kaart();
    w.zet("stap", std::string(naam(einde ? proces::ToegangStap::ingetrokken : proces::ToegangStap::vernieuwd)));
    w.zet("datum", dag_.tekst());
    if (einde) w.zet("gebruiker", w_.wie.front().tekst());
    if (!w_.reden.empty()) w.zet("reden", w_.reden);
    return w;
  }

  const Kast& kast_;
  const Lezer& lezer_;
  const BeheerVersie& straks_;
  const Gebruikerswijziging& w_;
  Datum dag_;
};

Bevinding gaat_niet_open(const Nummer& nummer, const GebruikerId& wie) {
  const std::string plek =
      nummer.is_gemeente() ? "het dossier gemeente" : fmt::format("dossier {}", nummer.tekst());
  return {FoutSoort::sleutel,
          {},
          fmt::format("{} heeft sleutels van {}, en dat gaat niet open met uw sleutel", wie.tekst(), plek),
          "laat dit doen door iemand die dit dossier leest en het beheer mag tekenen",
          {}};
}

/// The key files of the totals in the dossier gemeente.
void neem_aantallen_op(const Kast& kast, const Lezer& lezer, const BeheerVersie& straks,
                       const Gebruikerswijziging& w, Datum dag, Rondeplan& uit) {
  if (!kast.heeft_gemeente()) return;
  const GeladenDossier gemeente = laad(kast, Nummer::gemeente(), lezer, Diepte::termijnen);
  for (const GebruikerId& id : w.wie) {
    const Gebruiker& wie = *straks.vind(id);
    const bool leest = w.ingreep != Ingreep::ingetrokken && leest_aantallen(straks, wie);
    AantalsleutelRonde ronde =
        wijzig_aantalsleutels(kast, lezer, gemeente, wie, leest, w.ingreep != Ingreep::rollen, dag);
    voeg_toe(uit.voornemen.bestanden, std::move(ronde.bestanden));
    uit.voornemen.wissen.insert(uit.voornemen.wissen.end(), ronde.wissen.begin(), ronde.wissen.end());
  }
}

/// The key files of the log.
void neem_log_op(const Kast& kast, const Lezer& lezer, const BeheerVersie& straks, const Gebruikerswijziging& w,
                 Datum dag, Rondeplan& uit) {
  std::set<int> jaren;
  std::set<int> vernieuwd;
  std::set<int> ongewijzigd;
  for (const GebruikerId& id : w.wie) {
    const Gebruiker& wie = *straks.vind(id);
    const bool houdt = w.ingreep != Ingreep::ingetrokken && (wie.heeft_rol("rechtmatigheid") || wie.is_regisseur());
    if (w.ingreep == Ingreep::rollen && houdt) continue;
    LogsleutelRonde log =
        wijzig_jaarsleutels(kast.sleutels(), straks, lezer, wie, houdt, w.ingreep == Ingreep::gestolen, dag);
    jaren.insert(log.jaren.begin(), log.jaren.end());
    vernieuwd.insert(log.vernieuwd.begin(), log.vernieuwd.end());
    ongewijzigd.insert(log.ongewijzigd.begin(), log.ongewijzigd.end());
    voeg_toe(uit.voornemen.bestanden, std::move(log.bestanden));
    uit.voornemen.wissen.insert(uit.voornemen.wissen.end(), log.wissen.begin(), log.wissen.end());
  }
  uit.logjaren.assign(jaren.begin(), jaren.end());
  uit.logjaren_vernieuwd.assign(vernieuwd.begin(), vernieuwd.end());
  uit.logjaren_ongewijzigd.assign(ongewijzigd.begin(), ongewijzigd.end());
}

}  // namespace

Rondeplan plan_ronde(const Kast& kast, const Lezer& lezer, const BeheerVersie& straks, const Gebruikerswijziging& w,
                     Datum dag, const std::string& geschreven) {
  eis_een_beheer(kast);
  Rondeplan uit;
  std::vector<Nummer> nummers = kast.dossiers();
  if (kast.heeft_gemeente()) nummers.push_back(Nummer::gemeente());
  std::vector<Bevinding> gesloten;
  const Stap stap(kast, lezer, straks, w, dag);
  for (const Nummer& nummer : nummers) {
    const GeladenDossier d = laad(kast, nummer, lezer, Diepte::termijnen);
    if (!d.leesbaar && !d.geschonden()) {
      bool heeft = false;
      for (const GebruikerId& wie : w.wie) {
        if (!heeft_sleutelbestand(kast.sleutel_map(nummer), wie)) continue;
        gesloten.push_back(gaat_niet_open(nummer, wie));
        heeft = true;
      }
      if (!heeft) uit.overgeslagen.push_back(nummer);
      continue;
    }
    try {
      if (auto gedaan = stap.doe(d, geschreven, uit.voornemen)) uit.dossiers.push_back(std::move(*gedaan));
    } catch (const Fout& e) {
      if (e.soort() != FoutSoort::sleutel && e.soort() != FoutSoort::integriteit) throw;
      std::vector<Bevinding> beter;
      if (e.soort() == FoutSoort::sleutel) beter = waarom_niet_te_geven(kast, lezer, d, w.wie, dag);
      const std::vector<Bevinding>& waarom = beter.empty() ? e.bevindingen() : beter;
      gesloten.insert(gesloten.end(), waarom.begin(), waarom.end());
    }
  }
  if (!gesloten.empty()) throw Fout(std::move(gesloten));
  neem_log_op(kast, lezer, straks, w, dag, uit);
  neem_aantallen_op(kast, lezer, straks, w, dag, uit);
  return uit;
}

}  // namespace pga::kast
