// SPDX-License-Identifier: EUPL-1.2
#include "cli/beheerversie.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/invoer.h"
#include "lib/kast/beheer.h"
#include "lib/kast/bewaarders.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/laad.h"
#include "lib/proces/rollen.h"
#include "lib/schema/schema.h"
#include "lib/yaml/strikt.h"

namespace pga::cli {

namespace {

bool leest_eigen(const kast::BeheerVersie& versie) {
  return versie.leest.regisseur_leest == proces::RegisseurLeest::eigen;
}

}  // namespace

void eis_beheer_tekenen(const kast::Kast& kast, const kast::Lezer& lezer) {
  if (proces::mag_beheer_tekenen(lezer.rollen, kast.beheer().leest)) return;
  const bool eigen = leest_eigen(kast.beheer()) && proces::mag_beheer_tekenen(lezer.rollen, {});
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       eigen ? "met regisseur_leest: eigen wijzigt alleen een procesregisseur het beheer"
                             : "uw rol mag het beheer van deze kast niet wijzigen",
                       fmt::format("vraag een gebruiker met de rol {}procesregisseur",
                                   leest_eigen(kast.beheer()) ? "" : "regisseur of "),
                       "artikel 13 Wet PGA"});
}

void eis_bewaarder(const kast::BeheerVersie& straks, Datum dag, const kast::Kast& kast, const kast::Lezer& lezer) {
  const Datum ooit(9999, 12, 31);
  const auto bewaart = [](const kast::BeheerVersie& versie, Datum op) {
    return !kast::bewaarders(versie, op).empty();
  };
  if (!bewaart(kast.beheer(), ooit) || bewaart(straks, ooit) || !bewaart(straks, dag)) return;
  const std::vector<Nummer> alle = kast.dossiers();
  const bool iets = std::any_of(alle.begin(), alle.end(), [&](const Nummer& n) {
    return kast::laad(kast, n, lezer, kast::Diepte::termijnen).dossier.afgeschermd;
  });
  if (!iets) return;
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       "dan komt er een dag waarna niemand de gesloten casussen nog kan lezen",
                       "wijs eerst een ander aan met de rol contactpunt of rechtmatigheid en geef de sleutels: pga "
                       "gebruiker toevoegen; of laat de laatste dag weg",
                       "artikel 6, lid 3, Wet PGA"});
}

void eis_ondertekenaar(const kast::BeheerVersie& straks, Datum dag, const kast::BeheerVersie* nu) {
  const Datum ooit(9999, 12, 31);
  const bool blijvend = nu == nullptr || !kast::heeft_ondertekenaar(*nu, ooit);
  if (kast::heeft_ondertekenaar(straks, blijvend ? dag : ooit)) return;
  if (kast::heeft_ondertekenaar(straks, dag)) {
    throw Fout(Bevinding{FoutSoort::geweigerd,
                         {},
                         "dan komt er een dag waarna niemand het beheer van deze kast nog kan tekenen",
                         "wijs eerst een ander aan zonder laatste dag, of laat de laatste dag weg",
                         "artikel 13 Wet PGA"});
  }
  const bool eigen = leest_eigen(straks);
  throw Fout(
      Bevinding{FoutSoort::geweigerd,
                {},
                eigen ? "met regisseur_leest: eigen moet er een procesregisseur zijn met een sleutel die geldt: "
                        "die leest alle casussen en tekent het beheer"
                      : "dan kan niemand het beheer van deze kast nog tekenen",
                eigen ? "wijs eerst een (andere) procesregisseur aan: pga gebruiker toevoegen"
                      : "wijs eerst een andere regisseur of procesregisseur aan: pga gebruiker toevoegen",
                "artikel 13 Wet PGA"});
}

Waarde lees_beheer_invoer(const Omgeving& omgeving, const std::string& van) {
  Waarde document = yaml::lees_strikt(lees_document(van), van);
  std::vector<Bevinding> bevindingen = schema::keur(schema::schema("beheer"), document, van);
  if (!bevindingen.empty()) throw Fout(std::move(bevindingen));
  const Waarde* beleid = document.vind("beleid");
  if (beleid == nullptr) return document;
  bevindingen = proces::toets_beleid(*beleid, van, omgeving.vandaag());
  const auto opgemerkt = std::stable_partition(bevindingen.begin(), bevindingen.end(),
                                               [](const Bevinding& b) { return b.soort != FoutSoort::bevinding; });
  omgeving.meld(std::vector<Bevinding>(opgemerkt, bevindingen.end()));
  bevindingen.erase(opgemerkt, bevindingen.end());
  // What is not right goes before what is refused.
  const auto goed_gevormd = std::stable_partition(
      bevindingen.begin(), bevindingen.end(), [](const Bevinding& b) { return b.soort == FoutSoort::document; });
  if (goed_gevormd != bevindingen.begin()) bevindingen.erase(goed_gevormd, bevindingen.end());
  if (!bevindingen.empty()) throw Fout(std::move(bevindingen));
  return document;
}

void eis_rollen(const std::vector<kast::Gebruiker>& gebruikers, const std::string& bestand) {
  std::vector<Bevinding> bezwaren;
  for (const kast::Gebruiker& g : gebruikers) {
    for (proces::RolBezwaar& b : proces::rol_bezwaren(g.organisatie, g.rollen)) {
      bezwaren.push_back({FoutSoort::geweigerd, Plaats{bestand, 0, 0}, fmt::format("{}: {}", g.id.tekst(), b.wat),
                          std::move(b.tip), std::move(b.grondslag)});
    }
  }
  if (!bezwaren.empty()) throw Fout(std::move(bezwaren));
}

kast::NieuwBestand volgende_beheer(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                                   const Waarde& document) {
  kast::eis_een_beheer(kast);
  const auto key = seal::SigningKey::derive(lezer.identiteiten.at(lezer.tekent_met));
  return kast::maak_beheer(kast.map(), &kast.beheer(), document, omgeving.vandaag(), *lezer.id, key);
}

int meld_dubbel(const Omgeving& omgeving, const kast::Kast& kast) {
  const std::vector<Bevinding> dubbel = kast::dubbel_beheer(kast);
  omgeving.meld(dubbel);
  return dubbel.empty() ? 0 : exit_code(FoutSoort::integriteit);
}

Waarde beheer_document(const kast::Kast& kast) {
  Waarde uit = Waarde::kaart();
  for (const std::string_view veld : {"gemeente", "contactpunt", "fg", "beleid", "gebruikers"}) {
    if (const Waarde* w = kast.beheer().document.vind(veld)) uit.zet(veld, *w);
  }
  return uit;
}

}  // namespace pga::cli
