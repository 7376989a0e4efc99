// SPDX-License-Identifier: EUPL-1.2
#include "cli/gebruikeropdracht.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/beheerversie.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "lib/basis/nabij.h"
#include "lib/kast/ijkpunt.h"
#include "lib/proces/naam_in_id.h"
#include "lib/proces/woorden.h"
#include "lib/seal/digest.h"
#include "lib/weergave/gebruikersronde.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

/// The document of beheer with one gebruiker changed.
Waarde met_gebruiker(const kast::Kast& kast, const kast::Gebruiker& nieuw) {
  Waarde document = beheer_document(kast);
  for (Waarde& w : document.vind("gebruikers")->lijst()) {
    if (w.tekst_van("id") == nieuw.id.tekst()) w = kast::als_waarde(nieuw);
  }
  return document;
}

/// One run of a command that changes a gebruiker.
class Uitvoering {
 public:
  Uitvoering(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer, Wijziging w)
      : omgeving_(omgeving), kast_(kast), lezer_(lezer), w_(std::move(w)) {}

  int doe() {
    eis_rollen({w_.nieuw}, {});
    const std::optional<kast::NieuwBestand> ijkpunt = ijk();
    const Waarde document = met_gebruiker(kast_, w_.nieuw);
    (void)kast::lees_gebruikers(document, "gebruiker");  // refuses who may not be one
    gewijzigd_ = !(document == beheer_document(kast_));
    const kast::NieuwBestand beheer = volgende_beheer(omgeving_, kast_, lezer_, document);
    const kast::BeheerVersie straks = gewijzigd_ ? kast::als_versie(beheer) : kast_.beheer();
    eis_ondertekenaar(straks, omgeving_.vandaag(), &kast_.beheer());
    if (!w_.ronde) eis_bewaarder(straks, omgeving_.vandaag(), kast_, lezer_);
    kast::Rondeplan plan;
    if (w_.ronde) {
      plan = kast::plan_ronde(kast_, lezer_, straks, {{w_.nieuw.id}, w_.ingreep, w_.reden}, omgeving_.vandaag(),
                              omgeving_.nu().tekst());
    }
    const weergave::RondeBlad blad = blad_van(plan);
    if (omgeving_.globaal.droog) return toon(blad);
    kast::Voornemen alles = std::move(plan.voornemen);
    if (ijkpunt) alles.bestanden.insert(alles.bestanden.begin(), *ijkpunt);
    const bool niets = !gewijzigd_ && alles.bestanden.empty() && alles.wissen.empty();
    if (niets) {
      omgeving_.meld(fmt::format("er verandert niets: {} staat al zo in het beheer", w_.nieuw.id.tekst()));
    } else {
      boek(omgeving_, kast_, lezer_, {std::nullopt, {}, &straks}, alles);
      if (gewijzigd_) alles.bestanden.push_back(beheer);  // last: until then the command can be given again
      kast::voer_uit(alles);
      na_schrijven(omgeving_, kast_, alles.bestanden);
      meld(blad);
      meld_geschreven(omgeving_, alles.bestanden);
    }
    antwoord(omgeving_, {}, nlohmann::ordered_json::parse(weergave::ronde_json(blad)), w_.gedaan,
             "pga gebruiker lijst toont de gebruikers");
    return 0;
  }

 private:
  /// What a key that ends now has signed, an ijkpunt fixes: later it could sign under an old date. Not the key that
  /// signs this very change. A kast that does not verify gets none, and the change goes on: a stolen key cannot
  /// wait.
  std::optional<kast::NieuwBestand> ijk() {
    std::vector<kast::GebruikerSleutel*> eindigen;
    const auto zelf = seal::SigningKey::derive(lezer_.identiteiten.at(lezer_.tekent_met)).verify_key();
    const std::vector<kast::GebruikerSleutel>& nu = kast_.beheer().vind(w_.nieuw.id)->sleutels;
    for (kast::GebruikerSleutel& s : w_.nieuw.sleutels) {
      const bool was = std::any_of(nu.begin(), nu.end(), [&](const kast::GebruikerSleutel& oud) {
        return oud.tekent == s.tekent && !(oud.tot && *oud.tot < omgeving_.vandaag());
      });
      if (was && s.tot && *s.tot < omgeving_.vandaag() && s.tekent != zelf) eindigen.push_back(&s);
    }
    eigen_eindigt_ = std::any_of(w_.nieuw.sleutels.begin(), w_.nieuw.sleutels.end(), [&](const auto& s) {
      return s.tekent == zelf && s.tot && *s.tot < omgeving_.vandaag() && !s.ijkpunt;
    });
    if (eindigen.empty()) return std::nullopt;
    try {
      kast::NieuwBestand uit = kast::maak_ijkpunt(kast_, lezer_, omgeving_.vandaag());
      for (kast::GebruikerSleutel* s : eindigen) s->ijkpunt = seal::digest(uit.bytes);
      return uit;
    } catch (const Fout& e) {
      if (e.soort() != FoutSoort::integriteit) throw;
      omgeving_.meld(e.bevindingen());
      omgeving_.meld("daarom is er nu geen ijkpunt gemaakt; herstel dit, en geef dan pga ijkpunt --afgelopen");
      return std::nullopt;
    }
  }

  [[nodiscard]] weergave::RondeBlad blad_van(const kast::Rondeplan& plan) const {
    weergave::RondeBlad uit;
    uit.gebruiker = w_.nieuw.id.tekst();
    uit.versie = kast_.beheer().versie + (gewijzigd_ ? 1 : 0);
    uit.gewijzigd = gewijzigd_;
    uit.droog = omgeving_.globaal.droog;
    for (const kast::DossierWijziging& d : plan.dossiers) {
      weergave::RondeRij rij{d.nummer.tekst(), {}, d.sleutels_voor, d.te_wissen, d.niet_opnieuw, d.niet_gegeven};
      for (const Compartiment c : d.vernieuwd) rij.vernieuwd.emplace_back(naam(c));
      uit.dossiers.push_back(std::move(rij));
    }
    uit.logjaren = plan.logjaren;
    uit.logjaren_vernieuwd = plan.logjaren_vernieuwd;
    for (const Nummer& n : plan.overgeslagen) uit.overgeslagen.push_back(n.tekst());
    uit.vernietigd = plan.voornemen.wissen.size();
    uit.logjaren_ongewijzigd = plan.logjaren_ongewijzigd;
    return uit;
  }

  int toon(const weergave::RondeBlad& blad) const {
    if (omgeving_.globaal.json) {
      omgeving_.uit << weergave::ronde_json(blad);
    } else {
      omgeving_.uit << weergave::ronde_tekst(blad, omgeving_.stijl());
    }
    omgeving_.meld(kDroogGedaan);
    return 0;
  }

  void meld(const weergave::RondeBlad& blad) const {
    std::string zin = w_.gedaan;
    if (gewijzigd_) zin += fmt::format(": versie {} van het beheer", blad.versie);
    omgeving_.meld(zin + weergave::ronde_zin(blad));
    if (blad.vernietigd != 0) {
      omgeving_.meld(fmt::format("{} vernietigd op deze computer",
                                 weergave::aantal(blad.vernietigd, "sleutelbestand", "sleutelbestanden")));
    }
    if (eigen_eindigt_) {
      omgeving_.meld(
          w_.ingreep == kast::Ingreep::ingetrokken
              ? "uw sleutel tekende dit nog, en heeft dus nog geen ijkpunt; laat een ander die het beheer tekent "
                "dat maken: pga ijkpunt --afgelopen"
              : "uw oude sleutel tekende dit nog, en heeft dus nog geen ijkpunt; maak dat met uw nieuwe "
                "sleutel: pga ijkpunt --afgelopen");
    }
    for (const std::string& nummer : blad.overgeslagen) {
      omgeving_.meld(fmt::format("dossier {} gaat niet open; daar is niets veranderd", nummer));
    }
    meld_niet_opnieuw(blad);
    meld_niet_gegeven(blad);
    for (const int jaar : blad.logjaren_ongewijzigd) {
      omgeving_.meld(
          fmt::format("de sleutel van het logboek van {} hebt u niet; {} heeft daarvoor de oude sleutel nog nodig",
                      jaar, blad.gebruiker));
    }
    if (w_.ingreep == kast::Ingreep::ingetrokken || w_.ingreep == kast::Ingreep::gestolen) {
      omgeving_.meld(
          "wie een kopie van een sleutel bewaarde, kan lezen wat er tot nu toe is geschreven; kopieën van "
          "sleutels/ "
          "op andere computers en in reservekopieën vernietigt pga niet");
    }
  }

  void meld_niet_opnieuw(const weergave::RondeBlad& blad) const {
    std::vector<Nummer> nummers;
    for (const weergave::RondeRij& r : blad.dossiers) {
      if (!r.niet_opnieuw.empty()) nummers.push_back(*Nummer::lees_dossier(r.dossier));
    }
    if (nummers.empty()) return;
    meld_afgeschermd(
        omgeving_, nummers,
        fmt::format("de sleutelbestanden van {} daarvan zijn nog voor de oude sleutel", blad.gebruiker));
    omgeving_.meld(
        fmt::format("laat {} met beide sleutels ze vernieuwen, of een ander die dit leest ze opnieuw geven: "
                    "pga sleutels herstel {} --opnieuw",
                    blad.gebruiker, blad.gebruiker));
  }

  void meld_niet_gegeven(const weergave::RondeBlad& blad) const {
    std::vector<Nummer> nummers;
    for (const weergave::RondeRij& r : blad.dossiers) {
      if (!r.niet_gegeven.empty()) nummers.push_back(*Nummer::lees_dossier(r.dossier));
    }
    if (!nummers.empty()) meld_niet_te_geven(omgeving_, nummers, blad.gebruiker);
  }

  Omgeving& omgeving_;
  const kast::Kast& kast_;
  const kast::Lezer& lezer_;
  Wijziging w_;
  bool gewijzigd_ = false;
  bool eigen_eindigt_ = false;  // the key that signs this ends with it
};

}  // namespace

const kast::Gebruiker& zoek_gebruiker(const kast::Kast& kast, const std::optional<std::string>& id) {
  if (!id)
    throw Fout(FoutSoort::gebruik, "welke gebruiker?", "noem de gebruikersnaam; pga gebruiker lijst toont ze");
  const auto naam = GebruikerId::lees(*id);
  const kast::Gebruiker* er = naam ? kast.beheer().vind(*naam) : nullptr;
  if (er != nullptr) return *er;
  std::vector<std::string> bekend;
  for (const kast::Gebruiker& g : kast.beheer().gebruikers) bekend.push_back(g.id.tekst());
  const std::string beste = nabij(*id, bekend);
  throw Fout(FoutSoort::gebruik, fmt::format("de gebruiker \"{}\" is er niet", *id),
             beste.empty() ? "pga gebruiker lijst toont ze allemaal" : fmt::format("bedoelde u \"{}\"?", beste));
}

void meld_afgeschermd(const Omgeving& omgeving, const std::vector<Nummer>& nummers, std::string_view gevolg) {
  const std::string wat =
      nummers.size() == 1
          ? fmt::format("dossier {} is afgeschermd", nummers.front().tekst())
          : fmt::format("{} zijn afgeschermd", weergave::aantal(nummers.size(), "dossier", "dossiers"));
  omgeving.meld(fmt::format("{} en u hebt die sleutels niet: {}", wat, gevolg));
}

void meld_niet_te_geven(const Omgeving& omgeving, const std::vector<Nummer>& nummers, std::string_view wie) {
  meld_afgeschermd(omgeving, nummers,
                   fmt::format("laat een ander die dit leest ze aan {} geven: pga sleutels herstel {}", wie, wie));
}

void eis_rolwoord(const std::string& woord) {
  if (proces::lees<proces::Rol>(woord)) return;
  const auto& namen = proces::Woorden<proces::Rol>::namen;
  const std::string beste = nabij(woord, std::vector<std::string>(namen.begin(), namen.end()));
  throw Fout(FoutSoort::gebruik, fmt::format("\"{}\" is geen rol", woord),
             fmt::format("{}kies uit: {}", beste.empty() ? "" : fmt::format("bedoelde u {}? ", beste),
                         fmt::join(namen, ", ")));
}

std::string organisatiewoord(const std::string& woord) {
  const auto& namen = proces::Woorden<proces::Organisatie>::namen;
  for (const std::string_view naam : namen) {
    if (proces::kaal(woord) == naam) return std::string(naam);
  }
  if (woord.find_first_not_of(' ') == std::string::npos) {
    throw Fout(FoutSoort::gebruik, "er staat geen organisatie",
               fmt::format("kies uit: {}", fmt::join(namen, ", ")));
  }
  const std::string beste = nabij(woord, std::vector<std::string>(namen.begin(), namen.end()));
  if (beste.empty()) return woord;
  throw Fout(FoutSoort::gebruik, fmt::format("\"{}\" is geen organisatie", woord),
             fmt::format("bedoelde u {}? kies uit: {}", beste, fmt::join(namen, ", ")));
}

std::optional<Datum> lees_tot(const std::optional<std::string>& tot, Datum vandaag) {
  if (!tot) return std::nullopt;
  const std::optional<Datum> dag = Datum::lees(*tot);
  if (!dag) {
    throw Fout(FoutSoort::gebruik, fmt::format("--tot: \"{}\" is geen datum", *tot),
               "schrijf JJJJ-MM-DD, een dag die bestaat");
  }
  if (*dag < vandaag) {
    throw Fout(FoutSoort::gebruik, fmt::format("--tot: {} is al voorbij", dag->lang()),
               "geef de laatste dag dat de sleutel geldt, vandaag of later");
  }
  return dag;
}

std::optional<GebruikerId> lees_vervangt(const std::optional<std::string>& id) {
  if (!id) return std::nullopt;
  const auto uit = GebruikerId::lees(*id);
  if (uit) return uit;
  throw Fout(FoutSoort::gebruik, fmt::format("--vervangt: \"{}\" kan geen gebruikersnaam zijn", *id),
             "noem een andere gebruiker van dezelfde organisatie; pga gebruiker lijst toont ze");
}

SleutelRegel lees_regel(const std::string& van) {
  if (is_sleutel_regel(van)) return lees_sleutel_regel(van);
  return lees_sleutel_regel(kast::lees_invoer(van, 4096), van);
}

void eis_eigen_sleutel(const kast::Kast& kast, const SleutelRegel& regel,
                       const std::optional<GebruikerId>& behalve) {
  for (const kast::Gebruiker& g : kast.beheer().gebruikers) {
    if (behalve && g.id == *behalve) continue;
    for (const kast::GebruikerSleutel& s : g.sleutels) {
      if (s.opent == regel.opent || s.tekent == regel.tekent) {
        throw Fout(FoutSoort::gebruik, fmt::format("deze sleutel is al van {}", g.id.tekst()),
                   "ieder heeft een eigen sleutel: laat deze persoon er zelf een maken");
      }
    }
  }
}

void beeindig_sleutels(kast::Gebruiker& gebruiker, Datum dag) {
  for (kast::GebruikerSleutel& s : gebruiker.sleutels) {
    if (!s.tot || *s.tot >= dag) s.tot = dag.plus_dagen(-1);
  }
}

int wijzig_gebruiker(Omgeving& omgeving, const std::optional<std::string>& id,
                     const std::function<Wijziging(const kast::Kast& kast, const kast::Gebruiker& nu)>& maak) {
  const kast::Kast eerst = omgeving.open_kast();
  (void)zoek_gebruiker(eerst, id);
  std::optional<kast::Slot> slot;
  if (!omgeving.globaal.droog) {
    slot.emplace(eerst.map());
    eerst.ruim_op();
  }
  const kast::Kast kast = omgeving.open_kast();
  const kast::Lezer lezer = omgeving.lezer(kast);
  eis_beheer_tekenen(kast, lezer);
  const kast::Gebruiker& nu = zoek_gebruiker(kast, id);
  return Uitvoering(omgeving, kast, lezer, maak(kast, nu)).doe();
}

}  // namespace pga::cli
