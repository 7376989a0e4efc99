// SPDX-License-Identifier: EUPL-1.2
#include "cli/vernietiging.h"

#include <iostream>
#include <ostream>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/schrijf.h"
#include "lib/kast/schijf.h"
#include "lib/seal/digest.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/vernietiging.h"

namespace pga::cli {

Waarde vernietiging_document(std::string_view stap, const Nummer& nummer, Datum dag) {
  Waarde w = Waarde::kaart();
  w.zet("stap", std::string(stap));
  w.zet("datum", dag.tekst());
  w.zet("nummer", nummer.tekst());
  return w;
}

bool leg_bewijs_vast(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer, const Nummer& nummer,
                     const Waarde& document, const std::vector<kast::Pad>& weg) {
  std::vector<Bevinding> opgemerkt;
  kast::Voornemen v =
      kast::maak_bewijs(kast, lezer, document, omgeving.vandaag(), omgeving.nu().tekst(), &opgemerkt);
  omgeving.meld(opgemerkt);
  return schrijf_partij(omgeving, kast, lezer, {nummer, v.stuk}, v, weg);
}

void eis_geen_toekomst(const Omgeving& omgeving) {
  const Datum dag = omgeving.vandaag();
  if (omgeving.globaal.droog || dag <= omgeving.nu().dag) return;
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       fmt::format("{} moet nog komen, en wat is vernietigd, komt niet terug", dag.lang()),
                       "laat --peildatum weg; vooruitkijken kan met --droog",
                       "artikel 9 Wet PGA"});
}

void eis_bevestiging(Omgeving& omgeving, const Nummer& nummer, const std::optional<std::string>& bevestig,
                     std::string_view wat) {
  const std::string& goed = nummer.tekst();
  const std::string tip = fmt::format("geef --bevestig {} als u zeker weet dat het weg mag", goed);
  if (bevestig) {
    if (*bevestig == goed) return;
    throw Fout(FoutSoort::gebruik, fmt::format("--bevestig: {} is niet het nummer van dit dossier", *bevestig),
               tip);
  }
  if (!omgeving.terminal()) {
    throw Fout(FoutSoort::gebruik, "er is niets vernietigd: dit gebeurt niet zonder te vragen", tip);
  }
  omgeving.fout << fmt::format("Typ het nummer van het dossier om {} te vernietigen: ", wat);
  omgeving.fout.flush();
  std::string antwoord;
  std::getline(std::cin, antwoord);
  if (antwoord == goed) return;
  throw Fout(FoutSoort::afgebroken, "er is niets vernietigd: dat is niet het nummer van dit dossier",
             "geef de opdracht opnieuw als u het toch wilt");
}

void meld_grenzen(const Omgeving& omgeving, const kast::Kast& kast) {
  if (const std::string waarom = kast::overschrijven_helpt_niet(kast.sleutels()); !waarom.empty()) {
    omgeving.meld(fmt::format("overschrijven helpt hier misschien niet: {}", waarom));
  }
  const int dagen = kast.beleid().termijnen.sleutels_reservekopie_dagen;
  if (dagen == 0) return;
  omgeving.meld(fmt::format("reservekopieën van sleutels/ kunnen het dossier nog openen tot en met {} (beleid: {})",
                            omgeving.vandaag().plus_dagen(dagen).lang(),
                            weergave::aantal(static_cast<std::size_t>(dagen), "dag", "dagen")));
}

void meld_uitgereikt(const Omgeving& omgeving, const std::vector<proces::UitreikingRegel>& uitgereikt) {
  std::vector<std::string> wie;
  std::vector<std::string> waarheen;
  for (const proces::UitreikingRegel& u : uitgereikt) {
    (u.gebruiker.empty() ? waarheen : wie).push_back(fmt::format("{} op {}", u.aan(), u.datum.lang()));
  }
  if (!wie.empty()) {
    omgeving.meld(
        fmt::format("in een bundel uitgereikt aan: {}; laat ook die bundels vernietigen", fmt::join(wie, ", ")));
  }
  if (!waarheen.empty()) {
    omgeving.meld(fmt::format(
        "overgedragen aan: {}; wat daar een eigen casus is, blijft daar; vraag of de bundel zelf is gewist",
        fmt::join(waarheen, ", ")));
  }
}

void meld_open(const Omgeving& omgeving, const kast::Kast& kast, const proces::VernietigingStand& stand) {
  if (!stand.voltooid_op) return;
  std::vector<std::string> open;
  for (const std::string& o : weergave::nog_te_bevestigen(stand)) open.push_back(weergave::leesbaar(o));
  if (open.empty()) {
    omgeving.meld("alle organisaties die een sleutel hadden, hebben bevestigd dat hun kopieën weg zijn");
    return;
  }
  omgeving.meld(fmt::format(
      "nog te bevestigen dat kopieën weg zijn, uiterlijk {}: {} (pga vernietig {} --bevestigd ORGANISATIE)",
      weergave::reservekopie_tot(stand, kast.beleid().termijnen.sleutels_reservekopie_dagen).lang(),
      fmt::join(open, ", "), stand.nummer));
}

weergave::DossierTermijnen agenda_van(const kast::Kast& kast, const kast::GeladenDossier& dossier,
                                      std::vector<termijn::Termijn> termijnen) {
  return {dossier.nummer.tekst(),
          std::move(termijnen),
          {},
          kast.keten().front().digest,
          static_cast<int>(dossier.stukken.size()) + kast.beheer().versie};
}

std::string agenda_digest(std::string_view bytes) { return seal::digest(bytes).substr(3); }  // without "b2:"

std::optional<int> toon_als_vernietigd(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                                       const std::string& tekst) {
  std::optional<Nummer> nummer;
  try {
    nummer = kast.zoek(tekst);
    if (nummer->is_gemeente() || !kast::resten(kast, *nummer).sleutels.empty()) return std::nullopt;
    // stukken without keys: perhaps they came back
  } catch (const Fout& e) {
    if (e.soort() == FoutSoort::algemeen) return std::nullopt;  // keys that may not be seen may be there
    if (e.soort() != FoutSoort::geen_kast) throw;
  }
  const kast::Bewijzen bewijzen(kast, lezer);
  if (!nummer) nummer = kast::zoek_ook_vernietigd(kast, bewijzen, tekst);
  const proces::VernietigingStand* v = bewijzen.van(nummer->tekst());
  if (v == nullptr) return std::nullopt;
  const int dagen = kast.beleid().termijnen.sleutels_reservekopie_dagen;
  const auto uitgereikt = bewijzen.uitgereikt(v->nummer);
  omgeving.uit << (omgeving.globaal.json ? weergave::vernietiging_json(*v, uitgereikt, dagen)
                                         : weergave::vernietiging_tekst(*v, uitgereikt, dagen, omgeving.stijl()));
  return 0;
}

}  // namespace pga::cli
