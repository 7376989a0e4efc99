// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/vernieuw.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/fout.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/uiteen.h"

namespace pga::kast {
namespace {

std::size_t plaats(Compartiment c) { return static_cast<std::size_t>(c); }

bool bevat(const std::vector<Compartiment>& lijst, Compartiment c) {
  return std::find(lijst.begin(), lijst.end(), c) != lijst.end();
}

const Gerechtigde* zoek(const std::vector<Gerechtigde>& lijst, const std::string& id) {
  const auto er =
      std::find_if(lijst.begin(), lijst.end(), [&](const Gerechtigde& g) { return g.gebruiker->id.tekst() == id; });
  return er == lijst.end() ? nullptr : &*er;
}

/// The case as the document leaves it, as far as access goes.
proces::Dossier straks(const proces::Dossier& nu, const proces::Toegang& t) {
  proces::Dossier uit = nu;
  std::set<std::string> buiten(nu.uitgesloten.begin(), nu.uitgesloten.end());
  if (t.stap == proces::ToegangStap::ingetrokken || t.stap == proces::ToegangStap::overgedragen) {
    if (!t.gebruiker.empty()) buiten.insert(t.gebruiker);
    buiten.erase(t.aan);
  }
  uit.uitgesloten.assign(buiten.begin(), buiten.end());
  uit.afgeschermd = nu.afgeschermd || t.stap == proces::ToegangStap::afgeschermd;
  return uit;
}

/// What somebody could read who can no longer.
std::vector<Compartiment> verloren(const std::vector<Gerechtigde>& voorheen, const std::vector<Gerechtigde>& nu) {
  std::vector<Compartiment> uit;
  for (const Compartiment c : kCompartimenten) {
    const bool iemand = std::any_of(voorheen.begin(), voorheen.end(), [&](const Gerechtigde& g) {
      const Gerechtigde* straks = zoek(nu, g.gebruiker->id.tekst());
      return bevat(g.compartimenten, c) && (straks == nullptr || !bevat(straks->compartimenten, c));
    });
    if (iemand) uit.push_back(c);
  }
  return uit;
}

/// Of each gebruiker the compartments whose keys they still hold, and may not read.
using Teveel = std::map<std::string, std::set<Compartiment>>;

Teveel nog_te_veel(const GeladenDossier& dossier, const std::vector<Gerechtigde>& houders) {
  Teveel uit;
  for (auto& [wie, vakken] : versmald(dossier)) {
    const Gerechtigde* g = zoek(houders, wie);
    for (const Compartiment c : vakken) {
      if (g == nullptr || !bevat(g->compartimenten, c)) uit[wie].insert(c);
    }
  }
  return uit;
}

/// Those compartments too, in their order.
std::vector<Compartiment> met(const std::vector<Compartiment>& vakken, const Teveel& teveel) {
  std::set<Compartiment> uit(vakken.begin(), vakken.end());
  for (const auto& [wie, ook] : teveel) uit.insert(ook.begin(), ook.end());
  return {uit.begin(), uit.end()};
}

std::vector<seal::Identity> alle_sleutels(const GeladenDossier& dossier, const Gerechtigde& wie) {
  return sleutels_voor(dossier, wie, dossier.dossier.heeft_profiel || wie.gebruiker->is_regisseur());
}

/// How much a holder gets.
enum class Gift {
  nieuw,    // the new keys
  geheel,   // all keys; it fails when the writer does not hold one
  zo_heel,  // all keys, or the new ones where the writer does not hold them all
};

/// Whether two changed access apart, and the writer can give every holder all there is, which ends that.
bool brengt_bijeen(const GeladenDossier& dossier, const std::vector<Gerechtigde>& houders) {
  if (!toegang_uiteen(dossier)) return false;
  try {
    for (const Gerechtigde& wie : houders) (void)alle_sleutels(dossier, wie);
  } catch (const Fout&) {
    return false;  // somebody else has to
  }
  return true;
}

/// A key file for a holder, for each key in force.
std::vector<NieuwBestand> voor_houder(const Kast& kast, const GeladenDossier& dossier, const Gerechtigde& wie,
                                      Gift gift, const std::vector<std::pair<Compartiment, seal::Identity>>& nieuw,
                                      Datum dag) {
  const std::vector<seal::Recipient> opent = wie.gebruiker->openers_op(dag);
  if (opent.empty()) return {};
  std::vector<seal::Identity> bos;
  try {
    if (gift != Gift::nieuw) bos = alle_sleutels(dossier, wie);
  } catch (const Fout&) {
    if (gift == Gift::geheel) throw;
  }
  for (const auto& [c, identity] : nieuw) {
    if (bevat(wie.compartimenten, c)) bos.push_back(identity.clone());
  }
  if (bos.empty()) return {};
  return sleutel_bestanden(kast.sleutel_map(dossier.nummer), wie.gebruiker->id, opent, bos);
}

/// The stuk and its key files, following on `vorige`.
Voornemen maak_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, StukOpdracht opdracht,
                       const Toegangsplan& plan, std::vector<std::string> vorige) {
  Voornemen uit{dossier.nummer, {}, {}};
  const Pad map = kast.sleutel_map(dossier.nummer);
  Zegels zegels = zegels_in_gebruik(dossier);
  std::vector<std::pair<Compartiment, seal::Identity>> nieuw;
  std::vector<std::pair<Compartiment, seal::Recipient>> openbaar;
  Waarde& sleutels = opdracht.inhoud.zet("sleutels", Waarde::kaart());
  for (const Compartiment c : plan.vernieuwd) {
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
  for (const SleutelBestand& s : plan.te_wissen) opnieuw.insert(s.gebruiker);
  const bool alles_nieuw = plan.vernieuwd.size() == kCompartimenten.size();
  for (const Gerechtigde& wie : plan.houders) {
    const bool geheel =
        opnieuw.count(wie.gebruiker->id.tekst()) != 0 || !heeft_sleutelbestand(map, wie.gebruiker->id);
    // Whatever somebody lacked, of what two did apart, comes with keys that are all new.
    const Gift gift = geheel ? Gift::geheel : alles_nieuw ? Gift::zo_heel : Gift::nieuw;
    voeg_toe(uit.bestanden, voor_houder(kast, dossier, wie, gift, nieuw, opdracht.datum));
  }
  if (!plan.te_wissen.empty()) {
    Waarde& lijst = opdracht.inhoud.zet("vernietigd", Waarde::lijst_());
    for (const SleutelBestand& s : plan.te_wissen) {
      lijst.voeg_toe(s.pad.filename().string());
      uit.wissen.push_back(s.pad);
    }
    // The writer's own go last: killed before that, the command can be given again.
    std::stable_partition(uit.wissen.begin(), uit.wissen.end(), [&](const Pad& pad) {
      const std::string naam = pad.stem().string();
      return !lezer.id || naam.substr(0, naam.size() - 9) != lezer.id->tekst();  // "-" and the hash8
    });
  }
  Gemaakt stuk = maak_stuk(kast.beheer(), lezer, dossier.map, dossier.nummer, opdracht, std::move(vorige), zegels);
  uit.stuk = std::move(stuk.digest);
  uit.bestanden.push_back(std::move(stuk.bestand));
  return uit;
}

}  // namespace

Toegangsplan plan_toegang(const Kast& kast, const GeladenDossier& dossier, const Waarde& document, Datum dag) {
  const proces::Toegang t = proces::lees_toegang(document);
  const std::vector<Gerechtigde> voorheen = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  Toegangsplan plan;
  plan.houders = gerechtigden(kast.beheer(), dossier.nummer, straks(dossier.dossier, t), dag);
  if (const auto leeg = zonder_lezer(plan.houders, dag); !leeg.empty()) weiger_zonder_lezer(dossier.nummer, leeg);
  const bool bijeen = brengt_bijeen(dossier, plan.houders);
  const bool alles =
      bijeen || t.stap == proces::ToegangStap::vernieuwd || t.stap == proces::ToegangStap::afgeschermd;
  const Teveel teveel = nog_te_veel(dossier, plan.houders);
  plan.vernieuwd = alles ? std::vector<Compartiment>(kCompartimenten.begin(), kCompartimenten.end())
                         : met(verloren(voorheen, plan.houders), teveel);
  std::set<std::string> weg;
  for (SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    const Gerechtigde* nu = zoek(plan.houders, s.gebruiker);
    const Gerechtigde* eerst = zoek(voorheen, s.gebruiker);
    const bool minder = nu == nullptr || eerst == nullptr || nu->compartimenten != eerst->compartimenten;
    const bool al_eerder = teveel.count(s.gebruiker) > 0;
    if (!minder && !al_eerder && !bijeen && t.stap != proces::ToegangStap::afgeschermd) continue;
    if (nu == nullptr) weg.insert(s.gebruiker);
    plan.te_wissen.push_back(std::move(s));
  }
  plan.verliezers.assign(weg.begin(), weg.end());
  return plan;
}

std::vector<Compartiment> zonder_lezer(const std::vector<Gerechtigde>& houders, Datum dag) {
  std::vector<Compartiment> uit;
  for (const Compartiment c : kCompartimenten) {
    const bool iemand = std::any_of(houders.begin(), houders.end(), [&](const Gerechtigde& g) {
      return bevat(g.compartimenten, c) && g.gebruiker->sleutel_op(dag) != nullptr;
    });
    if (!iemand) uit.push_back(c);
  }
  return uit;
}

void weiger_zonder_lezer(const Nummer& nummer, const std::vector<Compartiment>& vakken) {
  std::vector<std::string_view> namen;
  for (const Compartiment c : vakken) namen.push_back(naam(c));
  throw Fout(
      Bevinding{FoutSoort::geweigerd,
                {},
                fmt::format("dan kan niemand {} van dossier {} nog lezen", fmt::join(namen, ", "), nummer.tekst()),
                "wijs eerst een andere regisseur aan: pga gebruiker toevoegen",
                "artikel 13 Wet PGA"});
}

Voornemen wijzig_toegang(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                         StukOpdracht opdracht) {
  eis_een_beheer(kast);
  eis_heel(kast, dossier);
  const Toegangsplan plan = plan_toegang(kast, dossier, opdracht.inhoud, opdracht.datum);
  return maak_toegang(kast, lezer, dossier, std::move(opdracht), plan, koppen_voor(dossier));
}

Voornemen voer_plan(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, StukOpdracht opdracht,
                    const Toegangsplan& plan) {
  eis_heel(kast, dossier);
  Voornemen uit = maak_toegang(kast, lezer, dossier, std::move(opdracht), plan, koppen_voor(dossier));
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
    voeg_toe(uit, voor_houder(kast, dossier, wie, Gift::geheel, {}, dag));
  }
  return uit;
}

namespace {

/// Adds to a batch, that ends with its stuk, the stuk toegang that follows on it.
void laat_volgen(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, StukOpdracht toegang,
                 const Toegangsplan& plan, Voornemen& eerst) {
  Voornemen erna = maak_toegang(kast, lezer, dossier, std::move(toegang), plan, {eerst.stuk});
  // Keys first: no stuk may stand without its key.
  eerst.bestanden.insert(eerst.bestanden.begin(), std::make_move_iterator(erna.bestanden.begin()),
                         std::make_move_iterator(erna.bestanden.end() - 1));
  eerst.bestanden.push_back(std::move(erna.bestanden.back()));
  eerst.wissen.insert(eerst.wissen.end(), erna.wissen.begin(), erna.wissen.end());
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
  const Toegangsplan plan = plan_toegang(kast, dossier, toegang.inhoud, opdracht.datum);
  laat_volgen(kast, lezer, dossier, std::move(toegang), plan, sluiting);
}

void volg_besluit(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier, const proces::Dossier& erna,
                  const StukOpdracht& opdracht, Voornemen& besluit) {
  if (dossier.dossier.afgeschermd || !proces::mag_tekenen("toegang", lezer.rollen)) return;
  const Datum dag = opdracht.datum;
  const std::vector<Gerechtigde> voorheen = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  Toegangsplan plan;
  plan.houders = gerechtigden(kast.beheer(), dossier.nummer, erna, dag);
  const bool bijeen = brengt_bijeen(dossier, plan.houders);
  const Teveel teveel = nog_te_veel(dossier, plan.houders);
  plan.vernieuwd = bijeen ? std::vector<Compartiment>(kCompartimenten.begin(), kCompartimenten.end())
                          : met(verloren(voorheen, plan.houders), teveel);
  if (plan.vernieuwd.empty()) return;
  for (SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    const Gerechtigde* eerst = zoek(voorheen, s.gebruiker);
    const Gerechtigde* nu = zoek(plan.houders, s.gebruiker);
    const bool minder = eerst != nullptr && (nu == nullptr || !verloren({*eerst}, {*nu}).empty());
    if (minder || bijeen || teveel.count(s.gebruiker) > 0) plan.te_wissen.push_back(std::move(s));
  }
  laat_volgen(kast, lezer, dossier, toegang_bij(opdracht, proces::ToegangStap::vernieuwd), plan, besluit);
}

std::vector<Pad> teruggekomen(const Kast& kast, const GeladenDossier& dossier) {
  std::set<std::string> vernietigd;
  for (const proces::ToegangRegel& r : dossier.dossier.toegang) {
    vernietigd.insert(r.vernietigd.begin(), r.vernietigd.end());
  }
  std::vector<Pad> uit;
  if (vernietigd.empty()) return uit;
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    if (vernietigd.count(s.pad.filename().string()) != 0) uit.push_back(s.pad);
  }
  return uit;
}

namespace {

/// Who got keys of a closed case when it was shielded, because nobody else kept it, and need not any more.
std::set<std::string> bewaart_nog(const Kast& kast, const GeladenDossier& dossier,
                                  const std::vector<Gerechtigde>& houders) {
  std::set<std::string> uit;
  const auto& stukken = dossier.stukken;
  const auto laatste = std::find_if(stukken.rbegin(), stukken.rend(), [](const GeladenStuk& s) {
    return s.soort == "toegang" && s.inhoud.vind("sleutels") != nullptr;
  });
  if (!dossier.dossier.afgeschermd || laatste == stukken.rend()) return uit;
  const BeheerVersie* toen = kast.beheer_van(laatste->stuk.kop.beheer);
  if (toen == nullptr) return uit;
  for (const Gerechtigde& g : gerechtigden(*toen, dossier.nummer, dossier.dossier, laatste->stuk.kop.datum)) {
    const Gerechtigde* nu = zoek(houders, g.gebruiker->id.tekst());
    const bool minder = nu != nullptr && !verloren({g}, {*nu}).empty();
    if (minder && heeft_sleutelbestand(kast.sleutel_map(dossier.nummer), g.gebruiker->id)) {
      uit.insert(g.gebruiker->id.tekst());
    }
  }
  return uit;
}

}  // namespace

std::set<std::string> houdt_te_veel(const Kast& kast, const GeladenDossier& dossier, Datum dag) {
  const std::vector<Gerechtigde> houders = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  std::set<std::string> uit = bewaart_nog(kast, dossier, houders);
  for (const auto& [wie, vakken] : nog_te_veel(dossier, houders)) uit.insert(wie);
  for (const SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    if (zoek(houders, s.gebruiker) == nullptr) uit.insert(s.gebruiker);
  }
  for (const Pad& pad : teruggekomen(kast, dossier)) {
    const std::string naam = pad.stem().string();
    const Gerechtigde* g = zoek(houders, naam.substr(0, naam.size() - 9));  // "-" and the hash8
    if (g != nullptr && g->compartimenten.size() < kCompartimenten.size()) uit.insert(g->gebruiker->id.tekst());
  }
  return uit;
}

std::vector<SleutelBestand> zonder_recht(const Kast& kast, const GeladenDossier& dossier, Datum dag) {
  const std::vector<Gerechtigde> houders = gerechtigden(kast.beheer(), dossier.nummer, dossier.dossier, dag);
  std::vector<SleutelBestand> uit;
  for (SleutelBestand& s : sleutelbestanden(kast.sleutel_map(dossier.nummer))) {
    if (zoek(houders, s.gebruiker) == nullptr) uit.push_back(std::move(s));
  }
  return uit;
}

}  // namespace pga::kast
