// SPDX-License-Identifier: EUPL-1.2
#include "cli/onjuist_stuk.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/ceremonie.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "cli/stukopdracht.h"
#include "cli/vernietiging.h"
#include "lib/kast/herverzegel.h"
#include "lib/kast/vernieuw.h"
#include "lib/proces/rollen.h"
#include "lib/proces/toets.h"
#include "lib/proces/vernietigbaar.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

void eis_rol(const kast::Lezer& lezer) {
  if (proces::mag_tekenen("toegang", lezer.rollen)) return;
  throw Fout(weigering("uw rol mag geen stuk vernietigen", "vraag de casusregisseur", "artikel 13 Wet PGA"));
}

/// What must be kept may hold the wrong stuk too.
void eis_geen_bewaring(const proces::Dossier& dossier) {
  std::vector<Bevinding> lopend = proces::lopende_bewaringen(dossier);
  if (!lopend.empty()) throw Fout(std::move(lopend));
}

kast::GeladenDossier laad_heel(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                               const Nummer& nummer) {
  kast::GeladenDossier d = kast::laad(kast, nummer, lezer, kast::Diepte::alles);
  kast::eis_heel(kast, d);
  eis_van_de_casus(kast, lezer, d.dossier, omgeving.vandaag());
  eis_geen_bewaring(d.dossier);
  return d;
}

void toon_plan(const Omgeving& omgeving, const kast::Kast& kast, const kast::GeladenDossier& d,
               const kast::Onjuist& onjuist) {
  const proces::StukRegel* s = d.dossier.stuk(onjuist.stuk);
  const std::string wat =
      s == nullptr ? "stuk" : fmt::format("{} van {}", weergave::leesbaar(s->soort), s->datum.lang());
  omgeving.meld(fmt::format("uit dossier {} gaat weg: {}{}", d.nummer.tekst(),
                            onjuist.item ? fmt::format("onderdeel {}, uit: ", *onjuist.item) : "", wat));
  for (const kast::GeladenStuk& b : d.stukken) {
    if (onjuist.item || b.soort != "bijlage" || b.inhoud.tekst_van("bij") != onjuist.stuk) continue;
    const std::string code = b.stuk.digest.substr(0, 11);  // numbers shift when this one is gone
    omgeving.meld(
        fmt::format("de bijlage {} daarbij blijft te lezen; moet zij ook weg, geef dan ook: pga vernietig {} "
                    "--stuk {}",
                    code, d.nummer.tekst(), code));
  }
  omgeving.meld(
      "wat blijft, wordt opnieuw verzegeld met nieuwe sleutels en door u getekend; de oude sleutels worden "
      "overschreven en gewist");
  omgeving.meld(
      "de eerste handtekening van elk stuk blijft, maar staat dan onder iets wat niemand meer kan openen; dat de "
      "inhoud "
      "gelijk bleef, staat op uw naam");
  meld_grenzen(omgeving, kast);
}

/// Whether the user names a stuk that went before.
bool is_al_weg(const kast::GeladenDossier& d, const std::string& stuk) {
  const std::string begin = stuk.rfind("b2:", 0) == 0 ? stuk : "b2:" + stuk;
  return begin.size() >= 7 && std::any_of(d.vervallen.begin(), d.vervallen.end(),
                                          [&](const std::string& v) { return v.rfind(begin, 0) == 0; });
}

/// Ends what a command that was cut short left: keys that a stuk says were destroyed. Nothing after --droog.
void maak_af(Omgeving& omgeving, const kast::Lezer& lezer, const Nummer& nummer) {
  if (omgeving.globaal.droog) return;
  const kast::Kast kast = omgeving.open_kast();
  const kast::Slot slot(kast.map());
  const kast::GeladenDossier d = laad_heel(omgeving, kast, lezer, nummer);
  kast::Voornemen v{nummer, {}, {}, kast::teruggekomen(kast, d)};
  boek(omgeving, kast, lezer, {nummer, {}}, v);
  kast::voer_uit(v);
  na_schrijven(omgeving, kast, v.bestanden);
  omgeving.meld(fmt::format("{} gewist, die al vernietigd {} zijn",
                            weergave::aantal(v.wissen.size(), "bestand met sleutels", "bestanden met sleutels"),
                            v.wissen.size() == 1 ? "moest" : "moesten"));
}

/// Whether the stuk went already; what a command that was cut short left of that, goes now.
bool was_al_gedaan(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                   const kast::GeladenDossier& d, const std::string& stuk,
                   const std::optional<std::string>& bevestig) {
  if (!is_al_weg(d, stuk)) return false;  // what else should be gone, goes with this one
  if (!omgeving.globaal.droog) {
    const kast::Slot slot(kast.map());
    kast.ruim_op();
  }
  if (!kast::teruggekomen(kast, d).empty()) {
    if (!omgeving.globaal.droog) eis_bevestiging(omgeving, d.nummer, bevestig, "de oude sleutels");
    maak_af(omgeving, lezer, d.nummer);
  }
  const std::string& nummer = d.nummer.tekst();
  omgeving.meld("dit stuk is al vernietigd");
  antwoord(omgeving, nummer, {{"dossier", nummer}, {"stuk", nullptr}, {"soort", nullptr}}, "het onjuiste is weg",
           fmt::format("pga toon {} toont het dossier", nummer));
  return true;
}

}  // namespace

int vernietig_stuk(Omgeving& omgeving, const std::string& tekst, const std::string& stuk,
                   const std::optional<std::string>& item, const std::optional<std::string>& bevestig) {
  kast::Kast kast = omgeving.open_kast();
  const kast::Lezer lezer = omgeving.lezer(kast);
  eis_rol(lezer);
  eis_geen_toekomst(omgeving);
  const Nummer nummer = kast.zoek(tekst);
  kast::GeladenDossier d = laad_heel(omgeving, kast, lezer, nummer);
  if (was_al_gedaan(omgeving, kast, lezer, d, stuk, bevestig)) return 0;
  const kast::Onjuist onjuist{zoek_stuk(d, "--stuk", stuk), item};
  kast::eis_wegneembaar(d, onjuist);
  toon_plan(omgeving, kast, d, onjuist);
  if (!omgeving.globaal.droog) eis_bevestiging(omgeving, nummer, bevestig, item ? "dit onderdeel" : "dit stuk");
  std::optional<kast::Slot> slot;
  if (!omgeving.globaal.droog) {
    slot.emplace(kast.map());
    kast = omgeving.open_kast();
    kast.ruim_op();
    d = laad_heel(omgeving, kast, lezer, nummer);  // somebody may have written meanwhile
  }
  kast::Voornemen v = kast::herverzegel(kast, lezer, d, onjuist, omgeving.vandaag(), omgeving.nu().tekst());
  if (omgeving.globaal.droog) {
    toon_droog(omgeving, kast.map(), v.bestanden, v.wissen);
    return 0;
  }
  boek(omgeving, kast, lezer, {nummer, v.stuk}, v);
  kast::voer_uit(v);
  na_schrijven(omgeving, kast, v.bestanden);
  kast.ruim_op();  // what a killed command noted of its keys is done with: they went too
  slot.reset();
  omgeving.meld(fmt::format("{} in dossier {} is op deze computer vernietigd; {} gewist",
                            item ? "het onderdeel" : "het stuk", nummer.tekst(),
                            weergave::aantal(v.wissen.size(), "bestand met sleutels", "bestanden met sleutels")));
  omgeving.meld("geef de nieuwe sleutels aan wie het dossier leest; kopieën van de oude openen het onjuiste nog");
  omgeving.meld("leg de fout vast en meld haar aan de bron: pga corrigeer (artikel 10 Wet PGA)");
  antwoord(omgeving, nummer.tekst(), {{"dossier", nummer.tekst()}, {"stuk", v.stuk}, {"soort", "toegang"}},
           "het onjuiste is weg", fmt::format("pga toon {} toont het dossier", nummer.tekst()));
  return 0;
}

}  // namespace pga::cli
