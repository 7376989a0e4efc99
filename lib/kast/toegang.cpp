// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/toegang.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/achtergebleven.h"
#include "lib/kast/beoordelingen.h"
#include "lib/kast/bewaarders.h"

namespace pga::kast {
namespace {

void voeg_toe(std::vector<Compartiment>& lijst, const std::vector<Compartiment>& erbij) {
  for (const Compartiment c : erbij) {
    if (!bevat(lijst, c)) lijst.push_back(c);
  }
}

bool is_uitgesloten(const proces::Dossier& dossier, const Gebruiker& g) {
  return std::binary_search(dossier.uitgesloten.begin(), dossier.uitgesloten.end(), g.id.tekst());
}

/// Whether a gebruiker handed the case over, and the day until which they read on has passed.
bool las_mee(const proces::Dossier& dossier, const Gebruiker& g, Datum dag) {
  return std::any_of(dossier.meelezers.begin(), dossier.meelezers.end(),
                     [&](const proces::Meelezer& m) { return m.gebruiker == g.id.tekst() && m.tot < dag; });
}

/// What the decisions of the three open to a gebruiker on that day.
std::vector<Compartiment> als_deelnemer(const proces::Dossier& dossier, const Gebruiker& g, Datum dag) {
  std::vector<Compartiment> uit;
  if (!proces::mag_meedoen(g.rollen)) return uit;  // whatever a document says
  for (const proces::DeelnemerVelden& d : dossier.deelnemers) {
    if (d.gebruiker != g.id.tekst() || (d.tot && *d.tot < dag)) continue;
    uit.push_back(Compartiment::termijnen);
    for (const std::string& tekst : d.compartimenten) {
      if (const auto c = compartiment_van(tekst)) voeg_toe(uit, {*c});
    }
  }
  return uit;
}

std::vector<Compartiment> als_lijst(proces::Vakken vakken) {
  std::vector<Compartiment> uit;
  std::copy_if(kCompartimenten.begin(), kCompartimenten.end(), std::back_inserter(uit),
               [&](Compartiment c) { return vakken.heeft(c); });
  return uit;
}

/// The policy as it counts for somebody in this case: of his own a regisseur reads all.
proces::Leesbeleid leesbeleid_in(const BeheerVersie& beheer, const proces::Dossier& dossier, const GebruikerId& wie,
                                 Datum dag) {
  proces::Leesbeleid uit = beheer.leest;
  if (dossier.regisseert(wie.tekst(), dag)) uit.regisseur_leest = proces::RegisseurLeest::alle;
  return uit;
}

/// The compartments of a closed case that no contactpunt or rechtmatigheid with a valid key could open.
std::vector<Compartiment> zonder_bewaarder(const BeheerVersie& beheer, const proces::Dossier& dossier, Datum dag) {
  proces::Vakken bewaard;
  for (const Gebruiker* g : bewaarders(beheer, dag)) {
    if (is_uitgesloten(dossier, *g)) continue;
    bewaard = bewaard.met(proces::opent(g->rollen, proces::Toestand::afgeschermd, beheer.leest));
  }
  std::vector<Compartiment> uit;
  std::copy_if(kCompartimenten.begin(), kCompartimenten.end(), std::back_inserter(uit),
               [&](Compartiment c) { return !bewaard.heeft(c); });
  return uit;
}

}  // namespace

bool is_in_gebruik(const GeladenDossier& dossier, const std::string& verbintenis, Compartiment c) {
  if (dossier.vervangen.at(static_cast<std::size_t>(c)).count(verbintenis) != 0) return false;
  if (dossier.perioden.nu().at(static_cast<std::size_t>(c)) == verbintenis) return true;
  return std::any_of(dossier.stukken.begin(), dossier.stukken.end(),
                     [&](const GeladenStuk& s) { return s.sleutel(c) == verbintenis; });
}

bool bevat(const std::vector<Compartiment>& lijst, Compartiment c) {
  return std::find(lijst.begin(), lijst.end(), c) != lijst.end();
}

std::vector<Compartiment> door_rol(const BeheerVersie& beheer, const Gebruiker& gebruiker, proces::Toestand waar) {
  return als_lijst(proces::opent(gebruiker.rollen, waar, beheer.leest));
}

std::vector<std::string> rollen_in(const BeheerVersie& beheer, const proces::Dossier& dossier, const Lezer& lezer,
                                   Datum dag) {
  if (!lezer.id) return lezer.rollen;
  return proces::rollen_elders(lezer.rollen, leesbeleid_in(beheer, dossier, *lezer.id, dag));
}

std::vector<std::string> regisseurs_van(const BeheerVersie& beheer, const proces::Dossier& dossier, Datum dag) {
  std::vector<std::string> uit;
  for (const proces::CasusRegisseur& r : dossier.regisseurs) {
    const bool kan = std::any_of(beheer.gebruikers.begin(), beheer.gebruikers.end(), [&](const Gebruiker& g) {
      return g.id.tekst() == r.gebruiker && g.is_regisseur();
    });
    if (kan && dossier.regisseur(r.gebruiker, dag) != nullptr) uit.push_back(r.gebruiker);
  }
  return uit;
}

proces::Toestand toestand_van(const Nummer& nummer) {
  return nummer.is_gemeente() ? proces::Toestand::gemeente : proces::Toestand::lopend;
}

bool eigen_sleutel(std::string_view soort, Compartiment c) {
  if (soort == "aantallen") return c == Compartiment::zaak;
  return soort == "beoordeling" &&
         (c == Compartiment::zaak || c == Compartiment::strafrecht || c == Compartiment::zorg);
}

const Gerechtigde* zoek(const std::vector<Gerechtigde>& lijst, std::string_view id) {
  const auto er =
      std::find_if(lijst.begin(), lijst.end(), [&](const Gerechtigde& g) { return g.gebruiker->id.tekst() == id; });
  return er == lijst.end() ? nullptr : &*er;
}

std::vector<Gerechtigde> gerechtigden(const BeheerVersie& beheer, const Nummer& nummer,
                                      const proces::Dossier& dossier, Datum dag) {
  std::vector<Gerechtigde> uit;
  const std::vector<Compartiment> onbeheerd =
      dossier.afgeschermd ? zonder_bewaarder(beheer, dossier, dag) : std::vector<Compartiment>();
  for (const Gebruiker& g : beheer.gebruikers) {
    if (is_uitgesloten(dossier, g) || las_mee(dossier, g, dag)) continue;
    const proces::Leesbeleid leest = leesbeleid_in(beheer, dossier, g.id, dag);
    const std::vector<std::string> rollen = proces::rollen_elders(g.rollen, leest);
    const proces::Toestand waar = dossier.afgeschermd ? proces::Toestand::afgeschermd : toestand_van(nummer);
    Gerechtigde wie{&g, als_lijst(proces::opent(g.rollen, waar, leest)), proces::ziet_beoordelingen(rollen)};
    if (dossier.afgeschermd) {
      if (proces::is_regisseur(rollen)) voeg_toe(wie.compartimenten, onbeheerd);
    } else {
      voeg_toe(wie.compartimenten, als_deelnemer(dossier, g, dag));
    }
    std::sort(wie.compartimenten.begin(), wie.compartimenten.end());
    if (!wie.compartimenten.empty()) uit.push_back(std::move(wie));
  }
  return uit;
}

std::vector<Nodig> nodige_sleutels(const GeladenDossier& dossier, const Gerechtigde& wie) {
  return nodige_sleutels(dossier, wie, Beoordelingen(dossier));
}

std::vector<Nodig> nodige_sleutels(const GeladenDossier& dossier, const Gerechtigde& wie,
                                   const Beoordelingen& beoordelingen) {
  std::vector<Nodig> uit;
  for (const Compartiment c : wie.compartimenten) {
    for (const std::string& verbintenis : dossier.perioden.alle(c)) {
      if (is_in_gebruik(dossier, verbintenis, c)) uit.push_back({c, verbintenis});
    }
  }
  for (const GeladenStuk& s : dossier.stukken) {
    if (s.soort == "aantallen") continue;  // those keys lie elsewhere, each by itself
    for (const Compartiment c : kCompartimenten) {
      if (eigen_sleutel(s.soort, c) && beoordelingen.opent(wie, s, c)) uit.push_back({c, s.sleutel(c)});
    }
  }
  return uit;
}

std::vector<NieuwBestand> sleutels_aan(const Pad& map, const Gebruiker& wie,
                                       const std::vector<seal::Identity>& sleutels, Datum dag) {
  const std::vector<seal::Recipient> opent = wie.openers_op(dag);
  if (opent.empty() || sleutels.empty()) return {};
  return sleutel_bestanden(map, wie.id, opent, sleutels);
}

bool kan_geven(const GeladenDossier& dossier, const Gerechtigde& wie) {
  const std::vector<Nodig> nodig = nodige_sleutels(dossier, wie);
  return std::all_of(nodig.begin(), nodig.end(),
                     [&](const Nodig& n) { return dossier.sleutels.bos.vind(n.verbintenis) != nullptr; });
}

std::vector<seal::Identity> sleutels_voor(const GeladenDossier& dossier, const Gerechtigde& wie,
                                          const Beoordelingen& beoordelingen) {
  std::vector<seal::Identity> uit;
  for (const Nodig& n : nodige_sleutels(dossier, wie, beoordelingen)) {
    const seal::Identity* sleutel = dossier.sleutels.bos.vind(n.verbintenis);
    if (sleutel == nullptr) {
      throw Fout(FoutSoort::sleutel,
                 fmt::format("u hebt zelf geen sleutel voor {} van dossier {} en kunt die dus niet geven",
                             naam(n.compartiment), dossier.nummer.tekst()),
                 "vraag de regisseur om dit te doen");
    }
    uit.push_back(sleutel->clone());
  }
  return uit;
}

std::vector<seal::Identity> sleutels_zover(const GeladenDossier& dossier, const Gerechtigde& wie,
                                           const Beoordelingen& beoordelingen) {
  std::vector<seal::Identity> uit;
  for (const Nodig& n : nodige_sleutels(dossier, wie, beoordelingen)) {
    if (const seal::Identity* sleutel = dossier.sleutels.bos.vind(n.verbintenis)) uit.push_back(sleutel->clone());
  }
  return uit;
}

std::vector<NieuwBestand> geef_sleutels(const Kast& kast, const GeladenDossier& dossier, const Gerechtigde& wie,
                                        Datum dag) {
  if (wie.gebruiker->openers_op(dag).empty()) {
    throw Fout(FoutSoort::sleutel, fmt::format("{} heeft geen sleutel die nu geldt", wie.gebruiker->id.tekst()),
               "geef deze gebruiker eerst een nieuwe sleutel: pga gebruiker vernieuw-sleutel");
  }
  return sleutels_aan(kast.sleutel_map(dossier.nummer), *wie.gebruiker,
                      sleutels_voor(dossier, wie, Beoordelingen(dossier)), dag);
}

std::vector<Nummer> verdwenen_dossiers(const Kast& kast) {
  const auto zoek = [&] {
    std::vector<Nummer> uit;
    for (const Pad& pad : lees_map(kast.sleutels())) {
      if (const auto nummer = Nummer::lees(pad.filename().string())) uit.push_back(*nummer);
    }
    const std::vector<Nummer> er_zijn = kast.dossiers();  // after the keys, which come first
    uit.erase(
        std::remove_if(uit.begin(), uit.end(),
                       [&](const Nummer& n) { return std::binary_search(er_zijn.begin(), er_zijn.end(), n); }),
        uit.end());
    return uit;
  };
  if (zoek().empty()) return {};
  const Slot slot(kast.map());  // a writer that is making one comes to its end first
  return zoek();
}

Bevinding waarom_gesloten(const Kast& kast, const GeladenDossier& dossier) {
  if (auto onbereikbaar = sleutels_onbereikbaar(kast, dossier)) return *onbereikbaar;
  const std::string nummer = dossier.nummer.tekst();
  if (dossier.sleutels.heeft_bestand && dossier.sleutels.bos.leeg()) {
    return {
        FoutSoort::sleutel,
        {},
        fmt::format("uw sleutelbestanden van dossier {} gaan niet open met de sleutel die u nu gebruikt", nummer),
        "kreeg u een nieuwe sleutel, noem dan met PGA_IDENTITEIT ook de oude en geef pga sleutels herstel met uw "
        "eigen naam; of laat een ander die dit dossier leest dat doen",
        {}};
  }
  const auto gesloten = std::count_if(dossier.stukken.begin(), dossier.stukken.end(),
                                      [](const GeladenStuk& s) { return s.soort.empty(); });
  if (static_cast<std::size_t>(gesloten) < dossier.stukken.size()) {
    const std::vector<const GeladenStuk*> achter = achtergebleven(dossier);
    const auto daarvan =
        std::count_if(achter.begin(), achter.end(), [](const GeladenStuk* s) { return s->soort.empty(); });
    if (daarvan == gesloten) {
      return {
          FoutSoort::sleutel,
          {},
          fmt::format(
              "dossier {}: {} van de {} stukken {} dicht, want {} schreef met sleutels van voor een vernietiging",
              nummer, gesloten, dossier.stukken.size(), gesloten == 1 ? "blijft" : "blijven",
              achter.front()->stuk.kop.door.tekst()),
          fmt::format("haal sleutels/ op bij {}; een regisseur verzegelt het dan opnieuw: pga toegang {} vernieuw",
                      achter.front()->stuk.kop.door.tekst(), nummer),
          {}};
    }
    return {FoutSoort::sleutel,
            {},
            fmt::format("dossier {} heeft nieuwe sleutels, en u hebt die hier niet: {} van de {} stukken {} dicht",
                        nummer, gesloten, dossier.stukken.size(), gesloten == 1 ? "blijft" : "blijven"),
            std::string(kSleutelsOphalen),
            {}};
  }
  std::string tip = "vraag de casusregisseur om toegang; die staat in een besluit van burgemeester, politie en OM";
  if (dossier.nummer.is_gemeente()) {
    tip = "alleen een regisseur leest dit dossier; vraag hem of haar om wat u nodig hebt";
  }
  if (dossier.van_mij) tip = kSleutelsOphalen;
  return {FoutSoort::sleutel, {}, fmt::format("u hebt geen sleutel van dossier {}", nummer), std::move(tip), {}};
}

std::optional<Bevinding> sleutels_onbereikbaar(const Kast& kast, const GeladenDossier& dossier) {
  std::error_code fout;
  const bool er = std::filesystem::exists(kast.sleutels(), fout);
  if (!er && !fout) {
    return Bevinding{FoutSoort::sleutel,
                     Plaats{kast.sleutels().string(), 0, 0},
                     "de map met de sleutels van de dossiers is er niet",
                     "zet PGA_SLEUTELS op de map waar zij liggen, of haal een kopie op bij de casusregisseur",
                     {}};
  }
  for (Bevinding b : dossier.sleutels.bevindingen) {
    if (b.soort != FoutSoort::algemeen) continue;
    b.soort = FoutSoort::sleutel;
    // Of a key file that is none, or too large, its own tip says more.
    if (!Pad(b.plaats.bestand).has_extension() || b.tip.rfind("controleer de rechten", 0) == 0) {
      b.tip = "controleer de rechten op deze map met sleutels (sleutels/ in de kast, of PGA_SLEUTELS)";
    }
    return b;
  }
  return std::nullopt;
}

}  // namespace pga::kast
