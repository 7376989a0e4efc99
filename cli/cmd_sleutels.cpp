// SPDX-License-Identifier: EUPL-1.2
//
// pga sleutels: the keys of dossiers, on their way to who may have them.
#include <algorithm>

#include <fmt/format.h>

#include "cli/maak.h"
#include "cli/sleutelsopdracht.h"
#include "lib/proces/rollen.h"
#include "lib/seal/digest.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

class Sleutels : public Opdracht {
 public:
  std::string_view naam() const override { return "sleutels"; }
  std::string_view kort() const override { return "sleutels van dossiers: pak, ontvang, reserve, herstel"; }
  std::string_view lang() const override {
    return "De sleutels van de dossiers liggen in sleutels/ en nooit in git. Met pga sleutels pak en ontvang gaan "
           "zij langs een andere weg naar een andere computer; reserve en herstel geven wie een sleutel mag hebben "
           "die opnieuw. Uw eigen sleutel maakt u met pga sleutel.";
  }
  std::string_view voorbeeld() const override { return "pga sleutels pak pol1 -o voor-pol1.bundel"; }
  void bind(Opties& o) override { (void)o; }
  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(maak_sleutels_pak());
    uit.push_back(maak_sleutels_ontvang());
    uit.push_back(maak_sleutels_reserve());
    uit.push_back(maak_sleutels_herstel());
    return uit;
  }
  int doe(Omgeving& omgeving) override {
    (void)omgeving;
    return 0;
  }
};

}  // namespace

void eis_mag_uitreiken(const kast::Lezer& lezer, std::string_view eigen) {
  if (proces::mag_tekenen("uitreiking", lezer.rollen)) return;
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       "uw rol reikt geen sleutels uit",
                       fmt::format("vraag een regisseur; {}", eigen),
                       "artikel 13 Wet PGA"});
}

Waarde uitreiking_document(const kast::Gebruiker& aan, const kast::Pakket& pakket, proces::Uitreikvorm vorm,
                           Datum dag) {
  Waarde w = Waarde::kaart();
  w.zet("datum", dag.tekst());
  w.zet("gebruiker", aan.id.tekst());
  Waarde& lijst = w.zet("dossiers", Waarde::lijst_());
  for (const Nummer& n : pakket.dossiers) lijst.voeg_toe(n.tekst());
  w.zet("bundel", seal::digest(pakket.bytes));
  w.zet("vorm", std::string(proces::naam(vorm)));
  return w;
}

std::string welke_dossiers(const std::vector<Nummer>& nummers) {
  const auto gemeente = static_cast<std::size_t>(
      std::count_if(nummers.begin(), nummers.end(), [](const Nummer& n) { return n.is_gemeente(); }));
  return weergave::welke_dossiers(nummers.size() - gemeente, gemeente != 0);
}

std::unique_ptr<Opdracht> maak_sleutels() { return std::make_unique<Sleutels>(); }

}  // namespace pga::cli
