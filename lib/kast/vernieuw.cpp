// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/vernieuw.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "lib/basis/fout.h"
#include "lib/kast/achtergebleven.h"
#include "lib/kast/beoordelingen.h"
#include "lib/kast/bewaring.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/lezers.h"
#include "lib/kast/stand.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/uitgifte.h"
#include "lib/kast/voorlopig.h"
#include "lib/kast/vooruit.h"
#include "lib/proces/rollen.h"

namespace pga::kast {
namespace {

/// The case as the document leaves it, as far as access goes.
proces::Dossier straks(const proces::Dossier& nu, const proces::Toegang& t) {
  proces::Dossier uit = nu;
  std::set<std::string> buiten(nu.uitgesloten.begin(), nu.uitgesloten.end());
  if (t.stap == proces::ToegangStap::ingetrokken || t.stap == proces::ToegangStap::overgedragen ||
      t.stap == proces::ToegangStap::aangewezen) {
    const bool warm = t.stap == proces::ToegangStap::overgedragen && t.tot;
    auto& meelezers = uit.meelezers;
    meelezers.erase(std::remove_if(meelezers.begin(), meelezers.end(),
                                   [&](const proces::Meelezer& m) {
                                     return m.gebruiker == t.aan || m.gebruiker == t.gebruiker;
                                   }),
                    meelezers.end());
    if (warm) meelezers.push_back({t.gebruiker, *t.tot, {}});
    if (!warm && !t.gebruiker.empty()) buiten.insert(t.gebruiker);
    buiten.erase(t.aan);
  }
  uit.uitgesloten.assign(buiten.begin(), buiten.end());
  uit.afgeschermd = nu.afgeschermd || t.stap == proces::ToegangStap::afgeschermd;
  return uit;
}

/// Those compartments too, in their order.
std::vector<Compartiment> met(const std::vector<Compartiment>& vakken, const Teveel& teveel) {
  std::set<Compartiment> uit(vakken.begin(), vakken.end());
  for (const auto& [wie, ook] : teveel) uit.insert(ook.begin(), ook.end());
  return {uit.begin(), uit.end()};
}

std::vector<Compartiment> alle_vakken() { return {kCompartimenten.begin(), kCompartimenten.end()}; }

/// The case as the plan leaves it: whoever keeps a shielded one gets the keys of beoordelingen too.
Beoordelingen beoordelingen_na(const GeladenDossier& dossier, const Toegangsplan& plan) {
  Beoordelingen uit(dossier);
  if (plan.afgeschermd) uit.scherm_af();
  return uit;
}

/// How much a holder gets.
enum class Gift {
  nieuw,    // the new keys
  geheel,   // all keys; it fails when the writer does not hold one
  zo_heel,  // all keys, as far as the writer holds them
};

/// Whether two changed access apart, or one destroyed what another built on, and the writer can give every holder
/// all there is, which ends that. Not while there are keys of stukken still to come, which nobody would get.
bool brengt_bijeen(const Kast& kast, const GeladenDossier& dossier, const Lezer& lezer, const Toegangsplan& plan) {
  const bool achter = !achtergebleven(dossier).empty();
  if (!achter && !toegang_uiteen(dossier)) return false;
  if ((achter && !kan_opnieuw_verzegelen(kast, lezer, dossier)) || !sleutels_vooruit(dossier).empty()) return false;
  try {
    const Beoordelingen beoordelingen = beoordelingen_na(dossier, plan);
    for (const Gerechtigde& wie : plan.houders) (void)sleutels_voor(dossier, wie, beoordelingen);
  } catch (const Fout&) {
    return false;  // somebody else has to
  }
  return true;
}

/// Whether the plan takes the file from who keeps nothing of a shielded case.
bool scheidt_af(const Toegangsplan& plan, const SleutelBestand& s) {
  const Gerechtigde* wie = zoek(plan.houders, s.gebruiker);
  return plan.gescheiden && (wie == nullptr || bewaart_niets(*wie));
}

/// Whether there is a file to take from them; without one, nothing would say that it was done.
bool scheidt_iets(const Kast& kast, const GeladenDossier& dossier, const Toegangsplan& plan) {
  if (!kan_scheiden(dossier)) return false;
  const std::vector<SleutelBestand> hier = sleutelbestanden(kast.sleutel_map(dossier.nummer));
  return std::any_of(hier.begin(), hier.end(), [&](const SleutelBestand& s) {
    const Gerechtigde* wie = zoek(plan.houders, s.gebruiker);
    return wie == nullptr || bewaart_niets(*wie);
  });
}

/// A key file for a holder, for each key in force.
std::vector<NieuwBestand> voor_houder(const Kast& kast, const GeladenDossier& dossier, const Gerechtigde& wie,
                                      const Beoordelingen& beoordelingen, Gift gift,
                                      const std::vector<std::pair<Compartiment, seal::Identity>>& nieuw,
                                      Datum dag) {
  if (wie.gebruiker->openers_op(dag).empty()) return {};
  std::vector<seal::Identity> bos;
  if (gift == Gift::geheel) bos = sleutels_voor(dossier, wie, beoordelingen);
  if (gift == Gift::zo_heel) bos = sleutels_zover(dossier, wie, beoordelingen);
  for (const auto& [c, identity] : nieuw) {
    if (bevat(wie.compartimenten, c)) bos.push_back(identity.clone());
  }
  return sleutels_aan(kast.sleutel_map(dossier.nummer), *wie.gebruiker, bos, dag);
}

/// What the plan renews, and what this writer may not leave as it is.
std::vector<Compartiment> te_vernieuwen(const Kast& kast, const GeladenDossier& dossier, const Lezer& lezer,
                                        const Toegangsplan& plan, Datum dag) {
  const std::vector<Compartiment> vervangen =
      te_vervangen(dossier, lezer, rollen_in(kast.beheer(), dossier.dossier, lezer, dag));
  std::vector<Compartiment> uit;
  std::copy_if(kCompartimenten.begin(), kCompartimenten.end(), std::back_inserter(uit),
               [&](Compartiment c) { return bevat(plan.vernieuwd, c) || bevat(vervangen, c); });
  return uit;
}

/// Whether the reader decides on who reads this case.
bool beslist_over_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, Datum dag) {
  return proces::mag_tekenen("toegang", rollen_in(kast.beheer(), dossier.dossier, lezer, dag));
}

/// The end of the access of somebody who could read until a day that has passed, by a handover or by a decision:
/// one at a time, and only by who decides on access. Not of whom this very stuk lets in again. Who that is; empty
/// when nobody.
std::string eindig_verlopen(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, Datum dag,
                            Toegangsplan& plan) {
  if (!beslist_over_toegang(kast, lezer, dossier, dag)) return {};
  for (SleutelBestand& s : verlopen_sleutels(kast, dossier, dag)) {
    const std::string wie = plan.te_wissen.empty() ? s.gebruiker : plan.te_wissen.front().gebruiker;
    if (s.gebruiker == wie && zoek(plan.houders, wie) == nullptr) plan.te_wissen.push_back(std::move(s));
  }
  if (plan.te_wissen.empty()) return {};
  plan.vernieuwd = alle_vakken();
  return plan.te_wissen.front().gebruiker;
}

/// A toegang, and what the next stuk is to be sealed to.
struct MetZegels {
  Voornemen voornemen;
  Zegels zegels;
};

/// A stuk toegang to be made; `zegels` seal the dossier before it.
struct Opzet {
  StukOpdracht opdracht;
  const Toegangsplan& plan;
  Zegels zegels;
};

/// Whether a key file of a gebruiker stays when those go.
bool houdt_een_ander(const Pad& map, const std::string& wie, const std::vector<SleutelBestand>& weg) {
  const std::vector<SleutelBestand> alle = sleutelbestanden(map);
  const auto van = [&](const SleutelBestand& s) { return s.gebruiker == wie; };
  return std::count_if(alle.begin(), alle.end(), van) > std::count_if(weg.begin(), weg.end(), van);
}

/// The stuk and its key files, following on `vorige`.
MetZegels maak_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, Opzet opzet,
                       std::vector<std::string> vorige) {
  Voornemen uit{dossier.nummer, {}, {}};
  const Pad map = kast.sleutel_map(dossier.nummer);
  auto& [opdracht, plan, zegels] = opzet;
  std::vector<std::pair<Compartiment, seal::Identity>> nieuw;
  std::vector<std::pair<Compartiment, seal::Recipient>> openbaar;
  Waarde& sleutels = opdracht.inhoud.zet("sleutels", Waarde::kaart());
  std::vector<NieuwBestand> dragers;
  if (plan.bijeen) dragers = verzegel_achtergebleven(kast, lezer, dossier, zegels, opdracht.datum, vorige);
  for (const Compartiment c : te_vernieuwen(kast, dossier, lezer, plan, opdracht.datum)) {
    nieuw.emplace_back(c, seal::Identity::generate());
    zegels.at(plaats(c)) = nieuw.back().second.recipient();
    openbaar.emplace_back(c, zegels.at(plaats(c)));
    sleutels.zet(naam(c), stuk::verbintenis(dossier.nummer, c, zegels.at(plaats(c))));
  }
  if (openbaar.empty()) {
    opdracht.inhoud.verwijder("sleutels");
  } else {
    uit.bestanden.push_back(openbaar_bestand(map, dossier.nummer, openbaar));
  }
  std::set<std::string> opnieuw = plan.opnieuw;
  for (const SleutelBestand& s : plan.te_wissen) {
    if (!houdt_een_ander(map, s.gebruiker, plan.te_wissen)) opnieuw.insert(s.gebruiker);
  }
  const bool alles_nieuw = plan.vernieuwd.size() == kCompartimenten.size();
  const Beoordelingen beoordelingen = beoordelingen_na(dossier, plan);
  for (const Gerechtigde& wie : plan.houders) {
    const bool geheel = opnieuw.count(wie.gebruiker->id.tekst()) != 0 ||
                        (!plan.gescheiden && !heeft_sleutelbestand(map, wie.gebruiker->id));
    // Whatever somebody lacked, of what two did apart, comes with keys that are all new.
    const Gift erbij = geheel ? Gift::geheel : alles_nieuw ? Gift::zo_heel : Gift::nieuw;
    voeg_toe(uit.bestanden, voor_houder(kast, dossier, wie, beoordelingen, plan.alleen_nieuw ? Gift::nieuw : erbij,
                                        nieuw, opdracht.datum));
  }
  if (!plan.te_wissen.empty()) {
    Waarde& lijst = opdracht.inhoud.zet("vernietigd", Waarde::lijst_());
    for (const SleutelBestand& s : plan.te_wissen) {
      lijst.voeg_toe(s.pad.filename().string());
      uit.wissen.push_back(s.pad);
    }
    // The writer's own go last: killed before that, the command can be given again.
    std::stable_partition(uit.wissen.begin(), uit.wissen.end(),
                          [&](const Pad& pad) { return !lezer.id || gebruiker_van(pad) != lezer.id->tekst(); });
  }
  Gemaakt stuk = maak_stuk(kast.beheer(), lezer, dossier.map, dossier.nummer, opdracht, std::move(vorige), zegels);
  uit.stuk = std::move(stuk.digest);
  voeg_toe(uit.bestanden, std::move(dragers));
  uit.bestanden.push_back(std::move(stuk.bestand));
  return {std::move(uit), zegels};
}

/// The same, following on what is there.
MetZegels nieuw_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, StukOpdracht opdracht,
                        const Toegangsplan& plan) {
  return maak_toegang(kast, lezer, dossier, {std::move(opdracht), plan, zegels_in_gebruik(dossier)},
                      koppen_voor(dossier));
}

/// Where two changed access apart: all new keys for everyone, and all they may read, in the place of what they
/// have. Only by who decides on access and holds it all; in a shielded case, of those who keep nothing.
bool breng_bijeen(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, Datum dag,
                  Toegangsplan& plan) {
  if (!beslist_over_toegang(kast, lezer, dossier, dag)) return false;
  plan.bijeen = brengt_bijeen(kast, dossier, lezer, plan);
  plan.gescheiden = !plan.bijeen && scheidt_iets(kast, dossier, plan);
  if (!plan.bijeen && !plan.gescheiden) return false;
  plan.vernieuwd = alle_vakken();
  plan.te_wissen = sleutelbestanden(kast.sleutel_map(dossier.nummer));
  if (plan.gescheiden) {
    plan.te_wissen.erase(std::remove_if(plan.te_wissen.begin(), plan.te_wissen.end(),
                                        [&](const SleutelBestand& s) { return !scheidt_af(plan, s); }),
                         plan.te_wissen.end());
  }
  plan.alleen_nieuw = false;
  return true;
}

/// Why keys are replaced before a stuk.
std::string_view reden_van_wissel(const GeladenDossier& dossier, bool bijeen) {
  if (!dossier.perioden.dubbel().empty())
    return "Er golden sleutels naast elkaar, die op twee plaatsen waren gemaakt.";
  if (!achtergebleven(dossier).empty())
    return "Een stuk was elders geschreven met sleutels die hier zijn vernietigd; het is opnieuw verzegeld.";
  if (bijeen) return "Wie dit dossier kan lezen, was op twee plaatsen tegelijk veranderd.";
  return "De sleutels waren gemaakt door iemand die niet mag lezen wat zij openen.";
}

/// Why access ends by itself.
std::string_view reden_van_einde(const GeladenDossier& dossier, const std::string& wie) {
  const std::vector<proces::Meelezer>& meelezers = dossier.dossier.meelezers;
  const bool meelezer = std::any_of(meelezers.begin(), meelezers.end(),
                                    [&](const proces::Meelezer& m) { return m.gebruiker == wie; });
  return meelezer ? "De dag tot en met welke de vorige regisseur meelas, is voorbij."
                  : "De dag tot en met welke het besluit toegang gaf, is voorbij.";
}

}  // namespace

Toegangsplan plan_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                          const Waarde& document, Datum dag) {
  const proces::Toegang t = proces::lees_toegang(document);
  const std::vector<Gerechtigde> voorheen = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  Toegangsplan plan;
  proces::Dossier erna = straks(dossier.dossier, t);
  if (!dossier.nummer.is_gemeente()) zet_regie(erna, dossier.stukken, lezer, "toegang", document, dag);
  plan.afgeschermd = erna.afgeschermd;
  plan.houders = gerechtigden(kast.beheer(), dossier.nummer, erna, dag);
  if (const auto leeg = zonder_lezer(plan.houders, dag); !leeg.empty()) weiger_zonder_lezer(dossier.nummer, leeg);
  const auto dicht = zonder_lezer(dossier, plan.houders, beoordelingen_na(dossier, plan), dag);
  if (!dicht.empty()) weiger_beoordeling_zonder_lezer(dossier.nummer, dicht);
  plan.bijeen = brengt_bijeen(kast, dossier, lezer, plan);
  plan.gescheiden = !plan.bijeen && scheidt_iets(kast, dossier, plan);
  const bool sluit = t.stap == proces::ToegangStap::afgeschermd;
  const bool vernieuwt = sluit || t.stap == proces::ToegangStap::vernieuwd;
  if (auto niet = waarom_niet_te_scheiden(kast, lezer, dossier, dag); vernieuwt && !plan.bijeen && !niet.empty()) {
    throw Fout(std::move(niet));  // all keys new would say that it is mended
  }
  const bool alles = plan.bijeen || plan.gescheiden || vernieuwt || !verlopen_sleutels(kast, dossier, dag).empty();
  const Teveel teveel = nog_te_veel(kast, dossier, plan.houders, dag);
  plan.vernieuwd = alles ? alle_vakken() : met(verloren(voorheen, plan.houders), teveel);
  const Overtollig overtollig = sluit ? overtollige(kast, dossier, dag) : Overtollig();
  std::set<std::string> weg;
  for (SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    const Gerechtigde* nu = zoek(plan.houders, s.gebruiker);
    const Gerechtigde* eerst = zoek(voorheen, s.gebruiker);
    // Of a case that is shielded already only what should not be here goes: whoever does this may hold no other
    // keys.
    const bool gaat = plan.bijeen || scheidt_af(plan, s);
    const bool blijft = sluit && dossier.dossier.afgeschermd && !gaat && !overtollig.gaat(s);
    const bool minder = nu == nullptr || eerst == nullptr || nu->compartimenten != eerst->compartimenten;
    const bool al_eerder = teveel.count(s.gebruiker) > 0;
    if (blijft || (!minder && !al_eerder && !gaat && !sluit)) continue;
    if (nu == nullptr) weg.insert(s.gebruiker);
    plan.te_wissen.push_back(std::move(s));
  }
  plan.verliezers.assign(weg.begin(), weg.end());
  // Who must go, goes; for the rest nobody may lose what is still to come.
  const bool kan_wachten = t.stap != proces::ToegangStap::ingetrokken && !plan.te_wissen.empty();
  if (kan_wachten && !plan.bijeen) eis_niets_verloren(dossier);
  return plan;
}

Voornemen wijzig_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                         StukOpdracht opdracht) {
  eis_een_beheer(kast);
  eis_heel(kast, dossier);
  const Toegangsplan plan = plan_toegang(kast, lezer, dossier, opdracht.inhoud, opdracht.datum);
  const std::optional<GebruikerId> gaat = GebruikerId::lees(opdracht.inhoud.tekst_van("gebruiker"));
  const Datum dag = opdracht.datum;
  try {
    return voer_plan(kast, lezer, dossier, std::move(opdracht), plan);
  } catch (const Fout& e) {
    if (e.soort() != FoutSoort::sleutel || !gaat) throw;
    std::vector<Bevinding> waarom = waarom_niet_te_geven(kast, lezer, dossier, {*gaat}, dag);
    if (waarom.empty()) throw;
    throw Fout(std::move(waarom));
  }
}

std::optional<Sleutelwissel> wissel_sleutels(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                                             std::vector<Gerechtigde> houders, Datum dag,
                                             const std::string& geschreven) {
  Toegangsplan plan;
  plan.houders = std::move(houders);
  plan.vernieuwd = te_vervangen(dossier, lezer, rollen_in(kast.beheer(), dossier.dossier, lezer, dag));
  plan.alleen_nieuw = true;
  const std::vector<Compartiment> leeg = zonder_lezer(plan.houders, dag);  // a new key would be nobody's
  const std::string einde = leeg.empty() ? eindig_verlopen(kast, lezer, dossier, dag, plan) : std::string();
  const bool bijeen = leeg.empty() && breng_bijeen(kast, lezer, dossier, dag, plan);
  plan.vernieuwd.erase(
      std::remove_if(plan.vernieuwd.begin(), plan.vernieuwd.end(), [&](Compartiment c) { return bevat(leeg, c); }),
      plan.vernieuwd.end());
  if (plan.vernieuwd.empty()) return std::nullopt;
  Waarde document = Waarde::kaart();
  document.zet("stap", std::string(proces::naam(einde.empty() ? proces::ToegangStap::vernieuwd
                                                              : proces::ToegangStap::ingetrokken)));
  document.zet("datum", dag.tekst());
  if (einde.empty()) {
    document.zet("reden", std::string(reden_van_wissel(dossier, bijeen)));
  } else {
    document.zet("gebruiker", einde);
    document.zet("reden", std::string(reden_van_einde(dossier, einde)));
  }
  MetZegels erbij =
      nieuw_toegang(kast, lezer, dossier, {"toegang", std::move(document), dag, geschreven, {}}, plan);
  return Sleutelwissel{std::move(erbij.voornemen.bestanden), std::move(erbij.voornemen.stuk), erbij.zegels,
                       std::move(erbij.voornemen.wissen)};
}

Voornemen voer_plan(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, StukOpdracht opdracht,
                    const Toegangsplan& plan) {
  eis_heel(kast, dossier);
  Voornemen uit = nieuw_toegang(kast, lezer, dossier, std::move(opdracht), plan).voornemen;
  for (Pad& pad : teruggekomen(kast, dossier)) {
    if (std::find(uit.wissen.begin(), uit.wissen.end(), pad) == uit.wissen.end())
      uit.wissen.push_back(std::move(pad));
  }
  return uit;
}

std::vector<NieuwBestand> sleutels_opnieuw(const Kast& kast, const GeladenDossier& dossier,
                                           const Toegangsplan& plan, Datum dag) {
  std::vector<NieuwBestand> uit;
  for (const Gerechtigde& wie : plan.houders) {
    if (plan.opnieuw.count(wie.gebruiker->id.tekst()) == 0) continue;
    voeg_toe(uit, voor_houder(kast, dossier, wie, beoordelingen_na(dossier, plan), Gift::geheel, {}, dag));
  }
  return uit;
}

namespace {

/// Adds to a batch, that ends with its stuk, the stuk toegang that follows on it.
void laat_volgen(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, Opzet toegang,
                 Voornemen& eerst) {
  Voornemen erna = maak_toegang(kast, lezer, dossier, std::move(toegang), {eerst.stuk}).voornemen;
  // Keys first: no stuk may stand without its key. Stukken after the one that they follow on.
  const auto stukken =
      std::stable_partition(erna.bestanden.begin(), erna.bestanden.end(),
                            [&](const NieuwBestand& b) { return b.pad.parent_path() != dossier.map; });
  eerst.bestanden.insert(eerst.bestanden.begin(), std::make_move_iterator(erna.bestanden.begin()),
                         std::make_move_iterator(stukken));
  eerst.bestanden.insert(eerst.bestanden.end(), std::make_move_iterator(stukken),
                         std::make_move_iterator(erna.bestanden.end()));
  eerst.wissen.insert(eerst.wissen.end(), erna.wissen.begin(), erna.wissen.end());
}

/// Those whose key files the writer can make again; of others only who asks for it is told that he cannot.
Teveel te_geven(const GeladenDossier& dossier, Teveel teveel, const std::vector<Gerechtigde>& houders) {
  for (auto er = teveel.begin(); er != teveel.end();) {
    const Gerechtigde* nu = zoek(houders, er->first);
    er = nu != nullptr && !kan_geven(dossier, *nu) ? teveel.erase(er) : std::next(er);
  }
  return teveel;
}

StukOpdracht toegang_bij(const StukOpdracht& opdracht, proces::ToegangStap stap) {
  Waarde document = Waarde::kaart();
  document.zet("stap", std::string(proces::naam(stap)));
  document.zet("datum", opdracht.datum.tekst());
  return {"toegang", std::move(document), opdracht.datum, opdracht.geschreven, {}};
}

}  // namespace

void scherm_af(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const StukOpdracht& opdracht,
               Voornemen& sluiting) {
  StukOpdracht toegang = toegang_bij(opdracht, proces::ToegangStap::afgeschermd);
  const Toegangsplan plan = plan_toegang(kast, lezer, dossier, toegang.inhoud, opdracht.datum);
  laat_volgen(kast, lezer, dossier, {std::move(toegang), plan, zegels_in_gebruik(dossier)}, sluiting);
}

void volg_besluit(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const proces::Dossier& erna,
                  const StukOpdracht& opdracht, const Zegels& zegels, Voornemen& besluit) {
  if (dossier.dossier.afgeschermd || !beslist_over_toegang(kast, lezer, dossier, opdracht.datum)) return;
  const Datum dag = opdracht.datum;
  const std::vector<Gerechtigde> voorheen = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  Toegangsplan plan;
  plan.houders = gerechtigden(kast.beheer(), dossier.nummer, erna, dag);
  const Teveel teveel = te_geven(dossier, nog_te_veel(kast, dossier, plan.houders, dag), plan.houders);
  plan.vernieuwd = met(verloren(voorheen, plan.houders), teveel);
  if (plan.vernieuwd.empty()) return;
  for (SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    const Gerechtigde* eerst = zoek(voorheen, s.gebruiker);
    const Gerechtigde* nu = zoek(plan.houders, s.gebruiker);
    const bool minder = eerst != nullptr && (nu == nullptr || !verloren({*eerst}, {*nu}).empty());
    if (minder || teveel.count(s.gebruiker) > 0) plan.te_wissen.push_back(std::move(s));
  }
  laat_volgen(kast, lezer, dossier, {toegang_bij(opdracht, proces::ToegangStap::vernieuwd), plan, zegels}, besluit);
}

}  // namespace pga::kast
