// SPDX-License-Identifier: EUPL-1.2
#include "cli/brief.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "lib/kast/bestand.h"
#include "lib/kast/brief.h"
#include "lib/kast/laad.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/rollen.h"
#include "lib/weergave/brief.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;
using proces::BriefSoort;

std::string keuzes(const std::vector<std::string>& woorden) {
  std::string uit;
  for (const std::string& w : woorden) uit += (uit.empty() ? "" : ", ") + w;
  return uit;
}

/// Throws what stops the letter.
void eis_toegestaan(const std::vector<Bevinding>& bevindingen) {
  for (const FoutSoort soort : {FoutSoort::gebruik, FoutSoort::geweigerd}) {
    std::vector<Bevinding> stoppers;
    std::copy_if(bevindingen.begin(), bevindingen.end(), std::back_inserter(stoppers),
                 [&](const Bevinding& b) { return b.soort == soort; });
    if (!stoppers.empty()) throw Fout(std::move(stoppers));
  }
}

}  // namespace

void BriefOpties::bind(Opties& o) {
  if (soort_ == BriefSoort::terugkoppeling) {
    o.vlag("--brief", brief_, "maak de brief aan wie een casus aanmeldde die niet is opgenomen (met meer: --aan)");
  } else {
    o.optie("--brief", betrokkene_, "BETROKKENE",
            soort_ == BriefSoort::notificatie ? "maak de brief met het bericht aan deze betrokkene (het id)"
                                              : "maak de afsluitbrief aan deze betrokkene (het id)");
    o.optie("--geadresseerde", geadresseerde_, "WIE",
            "aan wie de brief gaat (betrokkene, gezagdrager, gecertificeerde_instelling, vertegenwoordiger)");
  }
  if (soort_ == BriefSoort::notificatie) {
    o.opties("--zonder", zonder_, "WAT",
             "laat iets weg uit de brief, als dat is uitgesteld: bron, een organisatie, of een categorie");
  }
  uitvoer_.bind(o);
  o.optie("--brief-sjablonen", sjablonen_, "MAP", "gebruik uit deze map de eigen sjablonen van uw gemeente");
  o.optie("--toon-brief-sjabloon", toon_sjabloon_, "NAAM",
          fmt::format("druk een ingebouwd sjabloon af ({})", keuzes(weergave::brief_sjablonen(soort_))));
}

bool BriefOpties::gevraagd() const {
  return brief_ || betrokkene_ || uitvoer_.gevraagd() || geadresseerde_ || !zonder_.empty() || sjablonen_ ||
         toon_sjabloon_;
}

int BriefOpties::doe(Omgeving& omgeving, const StukOpties& stuk, bool bevestig) const {
  eis_alleen(omgeving, stuk, bevestig);
  if (toon_sjabloon_) return toon_sjabloon(omgeving);
  eis_nummer(stuk, soort_ == BriefSoort::notificatie  ? "notificeer"
                   : soort_ == BriefSoort::afsluiting ? "sluit"
                                                      : "weeg");
  uitvoer_.eis_vorm();
  proces::BriefVraag vraag_ = vraag(omgeving, stuk);
  const kast::Kast kast = omgeving.open_kast();
  uitvoer_.eis_plaats(kast);
  const kast::Lezer lezer = omgeving.lezer(kast);
  const kast::GeladenDossier dossier = kast::laad(kast, kast.zoek(*stuk.nummer), lezer, kast::Diepte::alles);
  kast::eis_heel(kast, dossier);
  if (dossier.dossier.afgeschermd) omgeving.doel = "bericht";  // the letter is the ground on which it is opened
  vraag_.nummer = dossier.nummer.tekst();
  const proces::BriefUitkomst uitkomst = proces::verzamel_brief(
      kast::brief_stukken(dossier), kast::brief_beheer(kast.beheer()), kast.beleid(), vraag_);
  eis_toegestaan(uitkomst.bevindingen);
  std::string bestand;
  const std::string tekst = sjabloon(omgeving, uitkomst.gegevens.sjabloon, bestand);
  const weergave::Brief brief = weergave::maak_brief(uitkomst.gegevens, tekst, bestand);
  omgeving.meld(uitkomst.bevindingen);
  omgeving.meld(brief.bevindingen);
  uitvoer_.schrijf(omgeving, brief.blad);
  if (!omgeving.globaal.droog) {
    meld_vervolg(omgeving, vraag_.nummer, uitkomst.gegevens, proces::mag_tekenen("afsluiting", lezer.rollen));
  }
  return 0;
}

void BriefOpties::eis_alleen(const Omgeving& omgeving, const StukOpties& stuk, bool bevestig) const {
  std::vector<std::string> ook = stuk.gegeven();
  if (bevestig) ook.emplace_back("--bevestig");
  if (soort_ == BriefSoort::terugkoppeling && brief_)
    ook.erase(std::remove(ook.begin(), ook.end(), "--aan"), ook.end());
  if (omgeving.globaal.json) ook.emplace_back("--json");
  if (!brief_ && !betrokkene_ && !toon_sjabloon_) {
    throw Fout(FoutSoort::gebruik, "deze opties horen bij een brief, en --brief ontbreekt",
               soort_ == BriefSoort::terugkoppeling ? "geef ook --brief" : "geef ook --brief BETROKKENE");
  }
  if (ook.empty()) return;
  throw Fout(FoutSoort::gebruik, fmt::format("bij een brief kan dit niet: {}", keuzes(ook)),
             "maak eerst de brief; leg daarna met een eigen opdracht vast dat hij is verzonden");
}

int BriefOpties::toon_sjabloon(Omgeving& omgeving) const {
  const std::vector<std::string> namen = weergave::brief_sjablonen(soort_);
  if (std::find(namen.begin(), namen.end(), *toon_sjabloon_) == namen.end()) {
    geen_keuze("--toon-brief-sjabloon", *toon_sjabloon_, namen);
  }
  omgeving.uit << weergave::ingebouwd_sjabloon(*toon_sjabloon_);
  return 0;
}

proces::BriefVraag BriefOpties::vraag(const Omgeving& omgeving, const StukOpties& stuk) const {
  proces::BriefVraag uit;
  uit.soort = soort_;
  uit.betrokkene = betrokkene_.value_or("");
  uit.peildatum = omgeving.vandaag();
  if (const auto aan = stuk.vlag("aan"); aan && brief_) {
    uit.aan = proces::lees<proces::Organisatie>(*aan);
    if (!uit.aan) {
      geen_keuze("--aan", *aan, {"burgemeester", "college", "politie", "om", "reclassering", "rvdk"});
    }
  }
  if (geadresseerde_) {
    uit.geadresseerde = proces::lees<proces::Geadresseerde>(*geadresseerde_);
    const auto& namen = proces::Woorden<proces::Geadresseerde>::namen;
    if (!uit.geadresseerde) geen_keuze("--geadresseerde", *geadresseerde_, {namen.begin(), namen.end()});
  }
  for (const std::string& woord : zonder_) {
    if (!uit.weglating.voeg_toe(woord)) geen_keuze("--zonder", woord, proces::weglaat_woorden());
  }
  if (uit.weglating.vermelding && uit.weglating.leeg()) {
    throw Fout(FoutSoort::gebruik, "--zonder vermelding heeft alleen zin als er iets wordt weggelaten",
               "noem met --zonder ook wat u weglaat");
  }
  return uit;
}

/// The gemeente's own template of that name, else the built-in one; says which.
std::string BriefOpties::sjabloon(const Omgeving& omgeving, const std::string& naam, std::string& bestand) const {
  bestand = naam;
  if (!sjablonen_) return std::string(weergave::ingebouwd_sjabloon(naam));
  const fs::path eigen = fs::path(*sjablonen_) / (naam + ".txt");
  std::error_code fout;
  if (!fs::is_directory(*sjablonen_, fout)) {
    throw Fout(FoutSoort::gebruik, "--brief-sjablonen wijst geen map aan", "wijs de map met uw sjablonen aan",
               Plaats{*sjablonen_, 0, 0});
  }
  if (!fs::exists(eigen, fout)) {
    omgeving.meld(fmt::format("sjabloon: ingebouwd (er is geen {})", eigen.string()));
    return std::string(weergave::ingebouwd_sjabloon(naam));
  }
  bestand = eigen.string();
  return kast::lees_invoer(bestand, weergave::kMaxSjabloon + 1);
}

void BriefOpties::meld_vervolg(const Omgeving& omgeving, const std::string& nummer, const proces::BriefGegevens& g,
                               bool tekent) const {
  std::string opdracht;
  switch (soort_) {
    case BriefSoort::notificatie:
      opdracht = fmt::format("pga notificeer {} --van BESTAND, met stap verzonden", nummer);
      break;
    case BriefSoort::terugkoppeling:
      opdracht = fmt::format("pga weeg {} --stap terugkoppeling --aan {}", nummer, proces::naam(*g.aanmelder));
      break;
    case BriefSoort::afsluiting:
      opdracht = fmt::format("{}pga sluit {} --van BESTAND, met stap brief",
                             tekent ? "" : "laat de casusregisseur dit vastleggen: ", nummer);
      break;
  }
  omgeving.meld(fmt::format("de brief is niet vastgelegd; doe dat na het verzenden: {}", opdracht));
}

}  // namespace pga::cli
