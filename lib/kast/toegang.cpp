// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/toegang.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "lib/basis/fout.h"

namespace pga::kast {
namespace {

bool bevat(const std::vector<Compartiment>& lijst, Compartiment c) {
  return std::find(lijst.begin(), lijst.end(), c) != lijst.end();
}

void voeg_sleutel_toe(std::vector<seal::Identity>& uit, const GeladenDossier& dossier,
                      const std::string& verbintenis, Compartiment c) {
  const seal::Identity* sleutel = dossier.sleutels.bos.vind(verbintenis);
  if (sleutel == nullptr) {
    throw Fout(FoutSoort::sleutel,
               fmt::format("u hebt zelf geen sleutel voor {} van dossier {} en kunt die dus niet geven", naam(c),
                           dossier.nummer.tekst()),
               "vraag de regisseur om dit te doen");
  }
  uit.push_back(sleutel->clone());
}

}  // namespace

std::vector<Compartiment> standaard_compartimenten(const Gebruiker& gebruiker, const Nummer& dossier) {
  std::vector<Compartiment> uit;
  const bool alles = gebruiker.heeft_rol("regisseur");
  const bool weegt = gebruiker.heeft_rol("weegploeg") && !dossier.is_gemeente();
  const bool wacht = gebruiker.heeft_rol("termijnwacht");
  for (const Compartiment c : kCompartimenten) {
    if (alles || (weegt && c != Compartiment::zorg) || (wacht && c == Compartiment::termijnen)) uit.push_back(c);
  }
  return uit;
}

bool eigen_sleutel(std::string_view soort, Compartiment c) {
  return soort == "beoordeling" &&
         (c == Compartiment::zaak || c == Compartiment::strafrecht || c == Compartiment::zorg);
}

std::vector<Gerechtigde> gerechtigden(const BeheerVersie& beheer, const Nummer& nummer,
                                      const proces::Dossier& dossier, Datum dag) {
  std::vector<Gerechtigde> uit;
  for (const Gebruiker& g : beheer.gebruikers) {
    Gerechtigde wie{&g, standaard_compartimenten(g, nummer)};
    for (const proces::DeelnemerVelden& d : dossier.deelnemers) {
      if (d.gebruiker != g.id.tekst() || (d.tot && *d.tot < dag)) continue;
      for (const std::string& tekst : d.compartimenten) {
        const auto c = compartiment_van(tekst);
        if (c && !bevat(wie.compartimenten, *c)) wie.compartimenten.push_back(*c);
      }
      if (!bevat(wie.compartimenten, Compartiment::termijnen))
        wie.compartimenten.push_back(Compartiment::termijnen);
    }
    std::sort(wie.compartimenten.begin(), wie.compartimenten.end());
    if (!wie.compartimenten.empty()) uit.push_back(std::move(wie));
  }
  return uit;
}

NieuwBestand geef_sleutels(const Kast& kast, const GeladenDossier& dossier, const Gerechtigde& wie,
                           bool beoordelingen, Datum dag) {
  const GebruikerSleutel* sleutel = wie.gebruiker->sleutel_op(dag);
  if (sleutel == nullptr) {
    throw Fout(FoutSoort::sleutel, fmt::format("{} heeft geen sleutel die nu geldt", wie.gebruiker->id.tekst()),
               "geef deze gebruiker eerst een nieuwe sleutel in beheer");
  }
  std::vector<seal::Identity> sleutels;
  for (const Compartiment c : wie.compartimenten) {
    voeg_sleutel_toe(sleutels, dossier, dossier.verbintenissen.at(static_cast<std::size_t>(c)), c);
    if (!beoordelingen) continue;
    for (const GeladenStuk& s : dossier.stukken) {
      if (eigen_sleutel(s.soort, c)) {
        voeg_sleutel_toe(sleutels, dossier, s.stuk.kop.sleutels.at(static_cast<std::size_t>(c)), c);
      }
    }
  }
  return sleutel_bestand(kast.sleutel_map(dossier.nummer), wie.gebruiker->id, sleutel->opent, sleutels);
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
    b.tip = "controleer de rechten op deze map met sleutels (sleutels/ in de kast, of PGA_SLEUTELS)";
    return b;
  }
  return std::nullopt;
}

}  // namespace pga::kast
