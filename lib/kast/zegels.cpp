// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/zegels.h"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lib/kast/aankondiging.h"
#include "lib/kast/toegang.h"
#include "lib/kast/voorlopig.h"
#include "lib/proces/rollen.h"
#include "lib/proces/woorden.h"

namespace pga::kast {
namespace {

stuk::Verbintenissen aangekondigd(const GeladenStuk& s) {
  stuk::Verbintenissen uit;
  const Waarde* sleutels = kondigt_sleutels_aan(s.soort) ? s.inhoud.vind("sleutels") : nullptr;
  if (sleutels == nullptr) return uit;
  for (const Compartiment c : kCompartimenten) uit.at(static_cast<std::size_t>(c)) = sleutels->tekst_van(naam(c));
  return uit;
}

/// Who opens the rest of a dossier and not this stuk, lacks a new key, or it was sealed to a key that is nobody's:
/// from here the two look the same.
void meld_nieuwe_sleutel(GeladenDossier& dossier, const GeladenStuk& s) {
  if (dossier.sleutels.bos.leeg()) return;
  dossier.bevindingen.push_back(
      {FoutSoort::sleutel,
       Plaats{s.bestand.string(), 0, 0},
       "dit stuk is verzegeld met een sleutel die hier niet is: een nieuwe, of een die nooit is aangekondigd",
       fmt::format("haal sleutels/ opnieuw op; helpt dat niet, vraag het aan {}", s.stuk.kop.door.tekst()),
       {}});
}

void toets_zegel(GeladenDossier& dossier, const GeladenStuk& s) {
  const bool bekend = proces::lees<proces::Soort>(s.soort).has_value();
  const std::string_view soort = bekend ? std::string_view(s.soort) : std::string_view("beoordeling");
  for (const Compartiment c : kCompartimenten) {
    const std::string& hoort = dossier.perioden.van(s.stuk.digest, c);
    const bool past = s.stuk.kop.sleutels.at(static_cast<std::size_t>(c)) == hoort;
    if (past || hoort.empty() || eigen_sleutel(soort, c)) continue;
    dossier.bevindingen.push_back({FoutSoort::integriteit,
                                   Plaats{s.bestand.string(), 0, 0},
                                   fmt::format("{} is verzegeld met een sleutel die niet is aangekondigd", naam(c)),
                                   "laat de auteur het stuk opnieuw maken",
                                   {}});
  }
}

/// Only regisseurs decide on access; any other author of a toegang may do no more than replace the keys of somebody
/// who may not read what they seal, and keys that were announced side by side.
void toets_aanleiding(GeladenDossier& dossier, const GeladenStuk& s) {
  if (s.soort != "toegang" || proces::mag_tekenen(s.soort, s.rollen)) return;
  const stuk::Verbintenissen nieuw = aangekondigd(s);
  for (const Compartiment c : kCompartimenten) {
    if (nieuw.at(static_cast<std::size_t>(c)).empty() || dossier.perioden.dubbel_voor(s.stuk.digest, c)) continue;
    const GeladenStuk* maker = vind_stuk(dossier, dossier.perioden.aankondiger_voor(s.stuk.digest, c));
    if (maker != nullptr && is_voorlopig_voor(dossier.nummer, *maker, c, s.stuk.kop.door)) continue;
    dossier.bevindingen.push_back(
        {FoutSoort::integriteit,
         Plaats{s.bestand.string(), 0, 0},
         fmt::format("{} mag voor {} geen nieuwe sleutel aankondigen: de oude was van iemand die het mag lezen",
                     s.stuk.kop.door.tekst(), naam(c)),
         "laat een regisseur dit stuk bekijken, en weghalen als niemand er iets op schreef",
         {}});
  }
}

/// Whether a stuk that is closed to the reader may announce keys.
bool kondigt_misschien_aan(const GeladenDossier& dossier, const GeladenStuk& s) {
  if (!s.soort.empty()) return false;
  if (proces::mag_tekenen("toegang", s.rollen)) return true;
  return mag_sleutels_wisselen(s.rollen) && !is_lezer_van_alles(dossier.nummer, dossier.stukken.front().rollen);
}

}  // namespace

void toets_zegels(GeladenDossier& dossier) {
  std::vector<Aankondiging> rij;
  for (const GeladenStuk& s : dossier.stukken) {
    rij.push_back({s.stuk.digest, s.volgt_op, aangekondigd(s), !kondigt_misschien_aan(dossier, s)});
  }
  dossier.perioden = Sleutelperioden(rij);
  for (std::size_t i = 0; i < rij.size(); ++i) {
    if (!rij[i].leesbaar) meld_nieuwe_sleutel(dossier, dossier.stukken[i]);
    if (dossier.perioden.onzeker(rij[i].digest)) continue;
    toets_zegel(dossier, dossier.stukken[i]);
    toets_aanleiding(dossier, dossier.stukken[i]);
  }
  for (const Compartiment c : dossier.perioden.dubbel()) {
    dossier.bevindingen.push_back(
        {FoutSoort::bevinding,
         Plaats{dossier.map.string(), 0, 0},
         fmt::format("voor {} zijn naast elkaar nieuwe sleutels aangekondigd; die met de laagste code telt",
                     naam(c)),
         fmt::format("het volgende stuk maakt er één van; nu al, door een regisseur: pga toegang {} vernieuw",
                     dossier.nummer.tekst()),
         {}});
  }
}

}  // namespace pga::kast
