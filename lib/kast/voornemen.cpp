// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/voornemen.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/beoordelingen.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/onaf.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/stand.h"
#include "lib/kast/systeem.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernieuw.h"
#include "lib/schema/schema.h"
#include "lib/seal/digest.h"
#include "lib/stuk/splits.h"

namespace pga::kast {
namespace {

StukOpdracht opening(const StukOpdracht& opdracht, const stuk::Verbintenissen& verbintenissen) {
  Waarde inhoud = Waarde::kaart();
  Waarde& sleutels = inhoud.zet("sleutels", Waarde::kaart());
  for (const Compartiment c : kCompartimenten) sleutels.zet(naam(c), verbintenissen.at(plaats(c)));
  return {"opening", std::move(inhoud), opdracht.datum, opdracht.geschreven, {}};
}

/// The keys of a new dossier, for those whom their role or a decision gives them, and its opening.
struct Begin {
  Zegels sleutels;
  std::vector<NieuwBestand> sleutelbestanden;
  Gemaakt opening;
};

Begin begin(const BeheerVersie& beheer, const Lezer& lezer, const DossierPlek& plek, const Nummer& nummer,
            const proces::Dossier& besluiten, const StukOpdracht& opdracht) {
  const DossierSleutels sleutels(nummer);
  std::vector<NieuwBestand> bestanden;
  std::vector<std::pair<Compartiment, seal::Recipient>> openbaar;
  for (const Compartiment c : kCompartimenten) openbaar.emplace_back(c, sleutels.van(c).recipient());
  bestanden.push_back(openbaar_bestand(plek.sleutels, nummer, openbaar));
  for (const Gerechtigde& wie : gerechtigden(beheer, nummer, besluiten, opdracht.datum)) {
    std::vector<seal::Identity> bos;
    for (const Compartiment c : wie.compartimenten) bos.push_back(sleutels.van(c).clone());
    voeg_toe(bestanden, sleutels_aan(plek.sleutels, *wie.gebruiker, bos, opdracht.datum));
  }
  const StukOpdracht eerste = opening(opdracht, sleutels.verbintenissen());
  return {sleutels.openbaar(), std::move(bestanden),
          maak_stuk(beheer, lezer, plek.stukken, nummer, eerste, {}, sleutels.openbaar())};
}

std::vector<proces::DeelnemerVelden> deelnemers_van(const proces::Deelname& besluit,
                                                    const proces::Dossier& dossier) {
  const bool telt = dossier.fase == proces::Fase::opgenomen && proces::eensluidend(besluit.stemmen);
  return telt ? besluit.deelnemers : std::vector<proces::DeelnemerVelden>();
}

/// Whom the document lets in. Nobody takes part in a case that is not taken up (art. 5 lid 5 Wet PGA), whatever a
/// document says: a key that was given cannot be taken back.
std::vector<proces::DeelnemerVelden> nieuwe_deelnemers(const proces::Dossier& dossier,
                                                       const StukOpdracht& opdracht) {
  if (opdracht.soort == "lopend") return proces::lees_lopend(opdracht.inhoud).deelnemers;
  if (opdracht.soort == "deelname") return deelnemers_van(proces::lees_deelname(opdracht.inhoud), dossier);
  if (opdracht.soort != "weging") return {};
  const proces::Weging weging = proces::lees_weging(opdracht.inhoud);
  const bool opgenomen = weging.stap == proces::WegingStap::besluit || dossier.fase == proces::Fase::opgenomen;
  return opgenomen && proces::laat_toe(weging) ? weging.deelnemers : std::vector<proces::DeelnemerVelden>();
}

/// The case as the decision in the document leaves it: the last word about somebody counts.
proces::Dossier na_besluit(const proces::Dossier& dossier, const std::vector<proces::DeelnemerVelden>& nieuw) {
  proces::Dossier uit = dossier;
  for (const proces::DeelnemerVelden& d : nieuw) {
    const auto zelfde = [&](const proces::DeelnemerVelden& oud) { return oud.gebruiker == d.gebruiker; };
    uit.deelnemers.erase(std::remove_if(uit.deelnemers.begin(), uit.deelnemers.end(), zelfde),
                         uit.deelnemers.end());
    uit.deelnemers.push_back(d);
    uit.uitgesloten.erase(std::remove(uit.uitgesloten.begin(), uit.uitgesloten.end(), d.gebruiker),
                          uit.uitgesloten.end());
  }
  return uit;
}

/// The decisions in the document itself count for the keys it calls for.
proces::Dossier met_deelnemers(const proces::Dossier& dossier, const StukOpdracht& opdracht) {
  proces::Dossier uit = dossier;
  const std::vector<proces::DeelnemerVelden> nieuw = nieuwe_deelnemers(dossier, opdracht);
  uit.deelnemers.insert(uit.deelnemers.end(), nieuw.begin(), nieuw.end());
  return uit;
}

/// Key files for the gebruikers named in a weging or lopend. `erna`: the case as the document leaves it.
void sleutels_voor_deelnemers(const Kast& kast, const GeladenDossier& dossier, const proces::Dossier& erna,
                              const StukOpdracht& opdracht, std::vector<NieuwBestand>& uit) {
  const proces::Dossier met = met_deelnemers(dossier.dossier, opdracht);
  for (std::size_t i = dossier.dossier.deelnemers.size(); i < met.deelnemers.size(); ++i) {
    proces::Dossier alleen;
    alleen.deelnemers = {met.deelnemers[i]};
    alleen.regisseurs = erna.regisseurs;
    alleen.had_regisseur = erna.had_regisseur;
    for (const Gerechtigde& wie : gerechtigden(kast.beheer(), dossier.nummer, alleen, opdracht.datum)) {
      if (wie.gebruiker->id.tekst() == met.deelnemers[i].gebruiker) {
        voeg_toe(uit, geef_sleutels(kast, dossier, wie, opdracht.datum));
      }
    }
  }
}

/// The joint judgment is there: whoever may open a compartment now also opens there what each partner found before
/// it. Who has no key in force gets none, and is no reason to refuse the judgment.
void sleutels_na_profiel(const Kast& kast, const GeladenDossier& dossier, const proces::Dossier& erna,
                         const StukOpdracht& opdracht, std::vector<NieuwBestand>& uit) {
  const Beoordelingen beoordeeld = Beoordelingen::na_oordeel(dossier);
  for (const Gerechtigde& wie : gerechtigden(kast.beheer(), dossier.nummer, erna, opdracht.datum)) {
    const bool erbij = nodige_sleutels(dossier, wie, beoordeeld).size() > nodige_sleutels(dossier, wie).size();
    if (!erbij || wie.gebruiker->openers_op(opdracht.datum).empty()) continue;
    voeg_toe(uit, sleutels_aan(kast.sleutel_map(dossier.nummer), *wie.gebruiker,
                               sleutels_voor(dossier, wie, beoordeeld), opdracht.datum));
  }
}

/// A beoordeling's own keys, and the key files for who may open it by now.
void eigen_sleutels(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                    const proces::Dossier& erna, const StukOpdracht& opdracht, Zegels& sleutels,
                    std::vector<NieuwBestand>& uit) {
  std::vector<std::pair<Compartiment, seal::Identity>> eigen;
  for (const Compartiment c : kCompartimenten) {
    if (!eigen_sleutel(opdracht.soort, c)) continue;
    eigen.emplace_back(c, seal::Identity::generate());
    sleutels.at(plaats(c)) = eigen.back().second.recipient();
  }
  const Beoordelingen beoordelingen(dossier);
  for (const Gerechtigde& wie : gerechtigden(kast.beheer(), dossier.nummer, erna, opdracht.datum)) {
    std::vector<seal::Identity> bos;
    for (const auto& [c, sleutel] : eigen) {
      if (beoordelingen.opent_nieuwe(wie, auteur(lezer), kast.beheer().leest.beoordeling_apart, c))
        bos.push_back(sleutel.clone());
    }
    voeg_toe(uit, sleutels_aan(kast.sleutel_map(dossier.nummer), *wie.gebruiker, bos, opdracht.datum));
  }
}

/// Whether new keys for all of it follow in the same batch (scherm_af): then none are made before.
bool schermt_af(const GeladenDossier& dossier, const StukOpdracht& opdracht) {
  return opdracht.soort == "afsluiting" && !dossier.dossier.afgeschermd &&
         opdracht.inhoud.tekst_van("stap") == proces::naam(proces::AfsluitingStap::besluit);
}

/// A kast whose keys of gemeente are there, and whose stukken are not, is not as it should be: a second opening
/// would split the dossier for ever.
void eis_ongeopend(const DossierPlek& plek) {
  if (!std::filesystem::exists(plek.sleutels)) return;
  throw Fout(FoutSoort::integriteit, "er zijn sleutels van het dossier gemeente, maar het dossier zelf is er niet",
             "haal de laatste stand van de kast op (git pull); is een opdracht afgebroken, dan kan deze map weg",
             Plaats{plek.sleutels.string(), 0, 0});
}

}  // namespace

void eis_gaaf(const GeladenDossier& dossier) {
  if (!dossier.geschonden()) return;
  std::vector<Bevinding> bevindingen;
  for (const Bevinding& b : dossier.bevindingen) {
    if (b.soort == FoutSoort::integriteit) bevindingen.push_back(b);
  }
  throw Fout(std::move(bevindingen));
}

void eis_heel(const Kast& kast, const GeladenDossier& dossier) {
  eis_gaaf(dossier);
  if (!dossier.leesbaar) throw Fout(waarom_gesloten(kast, dossier));
}

Voornemen open_dossier(const Kast& kast, const Lezer& lezer, const StukOpdracht& opdracht) {
  eis_een_beheer(kast);
  // Of what can stand in both, a case is never opened with it.
  const bool gemeente = proces::kan_in_gemeente(opdracht.soort);
  const Nummer nummer = gemeente ? Nummer::gemeente() : kast.nieuw_nummer();
  const DossierPlek plek{kast.dossier_map(nummer, opdracht.datum), kast.sleutel_map(nummer)};
  if (gemeente) eis_ongeopend(plek);
  proces::Dossier stand = met_deelnemers({}, opdracht);
  if (!gemeente) zet_regie(stand, {}, lezer, opdracht.soort, opdracht.inhoud, opdracht.datum);
  Begin nieuw = begin(kast.beheer(), lezer, plek, nummer, stand, opdracht);
  Gemaakt stuk =
      maak_stuk(kast.beheer(), lezer, plek.stukken, nummer, opdracht, {nieuw.opening.digest}, nieuw.sleutels);
  Voornemen uit{nummer, std::move(stuk.digest), std::move(nieuw.sleutelbestanden)};
  uit.bestanden.push_back(std::move(nieuw.opening.bestand));
  uit.bestanden.push_back(std::move(stuk.bestand));
  return uit;
}

GemeenteBegin begin_gemeente(const DossierPlek& plek, const BeheerVersie& beheer, const Lezer& lezer, Datum datum,
                             const std::string& geschreven) {
  const StukOpdracht opdracht{"opening", Waarde::kaart(), datum, geschreven, {}};
  Begin nieuw = begin(beheer, lezer, plek, Nummer::gemeente(), {}, opdracht);
  return {std::move(nieuw.sleutelbestanden), std::move(nieuw.opening.bestand)};
}

Voornemen voeg_stuk_toe(const Kast& kast, const Lezer& lezer, const GeladenDossier& dossier,
                        const StukOpdracht& opdracht) {
  eis_een_beheer(kast);
  eis_heel(kast, dossier);
  Voornemen uit{dossier.nummer, {}, {}, teruggekomen(kast, dossier)};
  Zegels sleutels = zegels_in_gebruik(dossier);
  std::vector<std::string> vorige = koppen_voor(dossier);
  proces::Dossier erna = na_besluit(dossier.dossier, nieuwe_deelnemers(dossier.dossier, opdracht));
  if (!dossier.nummer.is_gemeente()) {
    zet_regie(erna, dossier.stukken, lezer, opdracht.soort, opdracht.inhoud, opdracht.datum);
  }
  if (!schermt_af(dossier, opdracht)) {
    auto houders = gerechtigden(kast.beheer(), dossier.nummer, erna, opdracht.datum);
    if (auto wissel =
            wissel_sleutels(kast, lezer, dossier, std::move(houders), opdracht.datum, opdracht.geschreven)) {
      uit.bestanden = std::move(wissel->bestanden);
      vorige = {std::move(wissel->stuk)};
      sleutels = wissel->zegels;
      for (Pad& pad : wissel->wissen) {
        if (std::find(uit.wissen.begin(), uit.wissen.end(), pad) == uit.wissen.end())
          uit.wissen.push_back(std::move(pad));
      }
    }
  }
  const Zegels zegels = sleutels;  // without those of a beoordeling
  if (opdracht.soort == "beoordeling")
    eigen_sleutels(kast, lezer, dossier, erna, opdracht, sleutels, uit.bestanden);
  if (opdracht.soort == "profiel") sleutels_na_profiel(kast, dossier, erna, opdracht, uit.bestanden);
  sleutels_voor_deelnemers(kast, dossier, erna, opdracht, uit.bestanden);
  Gemaakt stuk =
      maak_stuk(kast.beheer(), lezer, dossier.map, dossier.nummer, opdracht, std::move(vorige), sleutels);
  uit.stuk = stuk.digest;
  uit.bestanden.push_back(std::move(stuk.bestand));
  const bool sluit = opdracht.soort == "afsluiting";  // shielding follows, with new keys for whoever keeps it
  if (!sluit) volg_besluit(kast, lezer, dossier, erna, opdracht, zegels, uit);
  return uit;
}

void wis_sleutels(const std::vector<Pad>& paden) {
  std::set<Pad> mappen;
  for (const Pad& pad : paden) {
    std::error_code fout;
    if (std::filesystem::is_regular_file(std::filesystem::symlink_status(pad, fout))) {
      wis_bestand(pad);
    } else {
      std::filesystem::remove(pad);  // what was put in its place is not written through
    }
    mappen.insert(pad.parent_path());
  }
  for (const Pad& map : mappen) {
    std::error_code fout;
    if (!std::filesystem::exists(map, fout)) continue;
    sync_map(map);
    // Keys of totals have a directory of their own, which goes with the last of them.
    if (map.filename().string().rfind(kAantalsleutels, 0) != 0 || !std::filesystem::is_empty(map, fout)) continue;
    std::filesystem::remove(map, fout);
    sync_map(map.parent_path());
  }
}

void voer_uit(const Voornemen& voornemen) {
  const Ongestoord even;  // keys without their stuk would stand in everybody's way
  if (!voornemen.vooraf.empty()) maak_bestanden(voornemen.vooraf);
  std::vector<Pad> notities;
  try {
    notities = noteer_partij(voornemen.bestanden);
    maak_bestanden(voornemen.bestanden);
    vergeet_partij(notities);
  } catch (...) {
    vergeet_partij(notities);
    std::vector<Pad> weer_weg;
    for (const NieuwBestand& b : voornemen.vooraf) weer_weg.push_back(b.pad);
    wis_sleutels(weer_weg);
    throw;
  }
  wis_sleutels(voornemen.wissen);
}

}  // namespace pga::kast
