// SPDX-License-Identifier: EUPL-1.2
#include "cli/stukopdracht.h"

#include <algorithm>
#include <array>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "lib/kast/bestand.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/toets.h"
#include "lib/schema/schema.h"
#include "lib/seal/digest.h"
#include "lib/termijn/termijn.h"
#include "lib/weergave/leesbaar.h"
#include "lib/yaml/strikt.h"

namespace pga::cli {
namespace {

constexpr int kWachtOpSlot = 5000;                           // milliseconds
constexpr std::size_t kMaxInvoer = 16 * yaml::kMaxDocument;  // the strict reader says what is too large

/// With its article, as a sentence wants it.
std::string de_organisatie(const std::string& organisatie) {
  return (organisatie == "om" ? "het " : "de ") + weergave::leesbaar(organisatie);
}

/// What was recorded, as a sentence wants it: "weging", "lopende casus".
std::string soort_in_woorden(const std::string& soort) {
  std::string titel(schema::schema(soort).titel());
  if (!titel.empty() && titel.front() >= 'A' && titel.front() <= 'Z')
    titel.front() = static_cast<char>(titel.front() - 'A' + 'a');
  return titel.empty() ? soort : titel;
}

/// Ids look random, not counted: a letter for what it is, and four hex digits that are no word.
std::string trek_id(char letter) {
  std::string cijfers;
  do {
    cijfers = seal::random_hex(2);
  } while (cijfers.find_first_of("0123456789") == std::string::npos);
  return fmt::format("{}-{}", letter, cijfers);
}

std::vector<proces::GebruikerRegel> gebruikers_van(const kast::Kast& kast) {
  std::vector<proces::GebruikerRegel> uit;
  for (const kast::Gebruiker& g : kast.beheer().gebruikers) uit.push_back({g.id.tekst(), g.organisatie, g.rollen});
  return uit;
}

/// The stuk that --vervangt names: its digest, the start of it, or its file.
std::string zoek_stuk(const kast::GeladenDossier& dossier, const std::string& tekst) {
  std::vector<std::string> passend;
  const std::string hex = tekst.rfind("b2:", 0) == 0 ? tekst : "b2:" + tekst;
  for (const kast::GeladenStuk& s : dossier.stukken) {
    const bool naam = s.bestand.filename().string() == kast::Pad(tekst).filename().string();
    const bool digest = s.digest().rfind(hex, 0) == 0 || s.stuk.digest.rfind(hex, 0) == 0;
    if (naam || (hex.size() >= 7 && digest)) passend.push_back(s.digest());
  }
  if (passend.size() == 1) return passend.front();
  throw Fout(FoutSoort::gebruik,
             fmt::format("--vervangt: {} noemt {} van dit dossier", tekst,
                         passend.empty() ? "geen stuk" : "meer dan één stuk"),
             fmt::format("pga toon {} toont de stukken met hun begin", dossier.nummer.tekst()));
}

/// Throws for what stops the command, answers with what is recorded all the same.
std::vector<Bevinding> weeg_bevindingen(std::vector<Bevinding> bevindingen, const std::string& bestand) {
  for (Bevinding& b : bevindingen) {
    if (b.plaats.bestand.empty()) b.plaats.bestand = bestand;
  }
  for (const FoutSoort soort : {FoutSoort::document, FoutSoort::geweigerd}) {
    std::vector<Bevinding> stoppers;
    std::copy_if(bevindingen.begin(), bevindingen.end(), std::back_inserter(stoppers),
                 [&](const Bevinding& b) { return b.soort == soort; });
    if (!stoppers.empty()) throw Fout(std::move(stoppers));
  }
  return bevindingen;
}

void toon_droog(Omgeving& omgeving, const kast::Kast& kast, const kast::Voornemen& voornemen) {
  for (const kast::NieuwBestand& b : voornemen.bestanden) {
    const kast::Pad pad = b.pad.lexically_proximate(kast.map());
    omgeving.uit << fmt::format("zou schrijven: {} ({} bytes)\n", pad.string(), b.bytes.size());
  }
  omgeving.meld("--droog: er is niets geschreven");
}

void toon_uitkomst(Omgeving& omgeving, const kast::Voornemen& voornemen, const std::string& soort, Datum datum) {
  if (omgeving.globaal.json) {
    nlohmann::ordered_json json = {{"dossier", voornemen.nummer.tekst()},
                                   {"stuk", voornemen.stuk},
                                   {"soort", soort},
                                   {"datum", datum.tekst()}};
    omgeving.uit << json.dump() << '\n';
  } else {
    omgeving.uit << voornemen.nummer.tekst() << '\n';
  }
  omgeving.uit.flush();
  if (!omgeving.uit) {
    throw Fout(FoutSoort::algemeen,
               fmt::format("vastgelegd in dossier {}, maar het antwoord kan niet worden geschreven",
                           voornemen.nummer.tekst()),
               "geef de opdracht niet nog een keer; pga lijst toont het dossier");
  }
}

/// What the user will want to know next: the first deadline of the dossier as it now stands.
void meld_volgende(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                   const Nummer& nummer) {
  if (omgeving.globaal.stil || omgeving.globaal.json) return;
  const kast::GeladenDossier dossier = kast::laad(kast, nummer, lezer, kast::Diepte::termijnen);
  if (!dossier.leesbaar) return;
  const auto termijnen = termijn::bereken(dossier.dossier.feiten, kast.beleid().termijnen, omgeving.vandaag());
  if (const termijn::Termijn* t = termijn::volgende(termijnen)) {
    const std::string& wie = t->betrokkene.empty() ? t->onderwerp : t->betrokkene;
    const bool voorbij = t->status == termijn::Status::overschreden;
    omgeving.meld(fmt::format("{}: {}: {}{}", voorbij ? "termijn overschreden" : "volgende termijn",
                              t->uiterlijk.value_or(t->veilig).lang(), t->zin,
                              wie.empty() ? "" : fmt::format(" ({})", wie)));
  }
}

/// One run of a writing command.
class Vastlegging {
 public:
  Vastlegging(Omgeving& omgeving, const std::string& soort, const StukOpties& opties)
      : omgeving_(omgeving),
        soort_(soort),
        opties_(opties),
        kast_(omgeving.open_kast()),
        lezer_(omgeving.lezer(kast_)) {}

  int doe(const Aanvullen& aanvullen) {
    if (!proces::mag_tekenen(soort_, lezer_.rollen)) weiger_rol();
    Waarde document = opties_.document(soort_);
    if (!aanvullen) keur(document);  // before anything is locked or opened
    std::optional<kast::Slot> slot;
    if (!omgeving_.globaal.droog) {
      slot.emplace(kast_.map(), kWachtOpSlot);
      kast_ = omgeving_.open_kast();  // another writer may have added a version of beheer meanwhile
      kast_.ruim_op();
    }
    std::optional<kast::GeladenDossier> dossier;
    if (opties_.nummer) dossier = laad_dossier(*opties_.nummer);
    if (aanvullen && dossier) {
      aanvullen(*dossier, lezer_, document);
      keur(document);
    }
    const kast::Voornemen voornemen = maak_voornemen(dossier, std::move(document));
    if (omgeving_.globaal.droog) {
      toon_droog(omgeving_, kast_, voornemen);
      return 0;
    }
    kast::voer_uit(voornemen);
    slot.reset();
    omgeving_.meld(fmt::format("{} vastgelegd in dossier {}", soort_in_woorden(soort_), voornemen.nummer.tekst()));
    if (omgeving_.globaal.uitgebreid) {
      for (const kast::NieuwBestand& b : voornemen.bestanden)
        omgeving_.meld(fmt::format("geschreven: {}", b.pad.string()));
    }
    toon_uitkomst(omgeving_, voornemen, soort_, omgeving_.vandaag());
    meld_volgende(omgeving_, kast_, lezer_, voornemen.nummer);
    return 0;
  }

 private:
  /// Validates and types the document; the day it is about is today unless it says otherwise.
  void keur(Waarde& document) const {
    const schema::Knoop& knoop = schema::schema(soort_);
    const Waarde* datum = document.vind("datum");
    if (knoop.veld("datum") != nullptr && (datum == nullptr || datum->leeg())) {
      document.zet("datum", omgeving_.vandaag().tekst());
    }
    std::vector<Bevinding> bevindingen = schema::keur(knoop, document, opties_.bestand());
    if (!bevindingen.empty()) throw Fout(std::move(bevindingen));
    document.snoei();
  }

  [[noreturn]] void weiger_rol() const {
    throw Fout(Bevinding{FoutSoort::geweigerd,
                         {},
                         fmt::format("uw rol mag geen {} vastleggen", soort_),
                         "vraag de casusregisseur om dit te doen",
                         "artikel 13 Wet PGA"});
  }

  kast::GeladenDossier laad_dossier(const std::string& nummer) const {
    kast::GeladenDossier dossier = kast::laad(kast_, kast_.zoek(nummer), lezer_, kast::Diepte::alles);
    kast::eis_heel(dossier);
    return dossier;
  }

  kast::Voornemen maak_voornemen(const std::optional<kast::GeladenDossier>& dossier, Waarde document) const {
    const proces::Dossier leeg;
    const proces::Dossier& stand = dossier ? dossier->dossier : leeg;
    proces::Nieuw nieuw{soort_,
                        std::move(document),
                        {},
                        lezer_.id->tekst(),
                        lezer_.organisatie,
                        lezer_.rollen,
                        omgeving_.vandaag(),
                        gebruikers_van(kast_)};
    if (opties_.vervangt) {
      if (!dossier)
        throw Fout(FoutSoort::gebruik, "--vervangt hoort bij een dossier", "geef het nummer van het dossier");
      nieuw.vervangt.push_back(zoek_stuk(*dossier, *opties_.vervangt));
    }
    proces::vul_aan(nieuw, stand, kast_.beleid(), trek_id);
    omgeving_.meld(weeg_bevindingen(proces::toets(stand, nieuw, kast_.beleid()), opties_.bestand()));
    const kast::StukOpdracht opdracht{soort_, nieuw.inhoud, omgeving_.vandaag(), omgeving_.nu().tekst(),
                                      nieuw.vervangt};
    return dossier ? kast::voeg_stuk_toe(kast_, lezer_, *dossier, opdracht)
                   : kast::open_dossier(kast_, lezer_, opdracht);
  }

  Omgeving& omgeving_;
  std::string soort_;
  const StukOpties& opties_;
  kast::Kast kast_;
  kast::Lezer lezer_;
};

}  // namespace

void StukOpties::bind(Opties& opties, std::string_view nummer_naam, const std::vector<std::string>& soorten) {
  opties.argument(nummer_naam, nummer, "het dossier: het nummer, of een begin ervan dat genoeg zegt");
  opties.optie("--van", van, "BESTAND", "lees het document (YAML) uit dit bestand; - is de standaardinvoer");
  opties.vlag("--sjabloon", sjabloon, "druk een leeg formulier af om in te vullen");
  opties.optie("--vervangt", vervangt, "STUK", "verbeter dit eerdere stuk; het blijft bewaard");
  std::vector<schema::Vlag> alle;
  for (const std::string& soort : soorten) {
    for (schema::Vlag& v : schema::vlaggen(schema::schema(soort))) {
      const bool nieuw =
          std::none_of(alle.begin(), alle.end(), [&](const schema::Vlag& w) { return w.naam == v.naam; });
      if (nieuw) alle.push_back(std::move(v));
    }
  }
  vlaggen_.reserve(alle.size());  // the parser keeps references into it
  for (const schema::Vlag& v : alle) {
    vlaggen_.push_back({v.naam, std::nullopt});
    std::string keuzes;
    for (const std::string& k : v.keuzes) keuzes += (keuzes.empty() ? "" : ", ") + k;
    const std::string uitleg = keuzes.empty() ? v.uitleg : fmt::format("{} ({})", v.uitleg, keuzes);
    std::string naam = v.naam;
    std::replace(naam.begin(), naam.end(), '_', '-');
    opties.optie("--" + naam, vlaggen_.back().waarde, "WAARDE", uitleg);
  }
}

void StukOpties::zet(const std::string& veld, const std::string& waarde) {
  const auto er = std::find_if(vlaggen_.begin(), vlaggen_.end(), [&](const VeldVlag& v) { return v.naam == veld; });
  if (er == vlaggen_.end()) {
    vlaggen_.push_back({veld, waarde});
  } else if (!er->waarde) {
    er->waarde = waarde;
  }
}

bool StukOpties::heeft_invoer() const {
  return van ||
         std::any_of(vlaggen_.begin(), vlaggen_.end(), [](const VeldVlag& v) { return v.waarde.has_value(); });
}

Waarde StukOpties::document(const std::string& soort) const {
  if (!heeft_invoer()) {
    throw Fout(FoutSoort::gebruik,
               fmt::format("er is niets om vast te leggen: geef een document voor de {}", soort),
               "druk een leeg formulier af met --sjabloon, vul het in en geef het met --van BESTAND");
  }
  Waarde document = Waarde::kaart();
  if (van) document = yaml::lees_strikt(kast::lees_invoer(*van, kMaxInvoer), *van);
  const schema::Knoop& knoop = schema::schema(soort);
  for (const VeldVlag& v : vlaggen_) {
    if (!v.waarde) continue;
    if (knoop.veld(v.naam) == nullptr) {
      throw Fout(FoutSoort::gebruik, fmt::format("een {} heeft geen veld {}", soort, v.naam),
                 "laat deze optie weg, of kies een andere opdracht");
    }
    const Waarde* er = document.vind(v.naam);
    if (er != nullptr && !er->leeg() && er->is_tekst() && er->tekst() != *v.waarde) {
      throw Fout(FoutSoort::gebruik,
                 fmt::format("{} staat in {} als \"{}\" en in de opties als \"{}\"", v.naam, bestand(), er->tekst(),
                             *v.waarde),
                 "laat één van de twee weg");
    }
    if (er == nullptr || er->leeg()) {
      Waarde waarde(*v.waarde);
      waarde.ongetypeerd = true;
      document.zet(v.naam, std::move(waarde));
    }
  }
  return document;
}

int toon_sjabloon(Omgeving& omgeving, const std::string& soort) {
  omgeving.uit << schema::sjabloon(schema::schema(soort));
  return 0;
}

std::string vervangen_soort(const Omgeving& omgeving, const StukOpties& opties) {
  const kast::Kast kast = omgeving.open_kast();
  const kast::GeladenDossier dossier =
      kast::laad(kast, kast.zoek(opties.nummer.value_or("")), omgeving.lezer(kast), kast::Diepte::termijnen);
  kast::eis_heel(dossier);
  const std::string digest = zoek_stuk(dossier, opties.vervangt.value_or(""));
  const auto er = std::find_if(dossier.stukken.begin(), dossier.stukken.end(),
                               [&](const kast::GeladenStuk& s) { return s.digest() == digest; });
  return er->soort;
}

int leg_vast(Omgeving& omgeving, const std::string& soort, const StukOpties& opties, const Aanvullen& aanvullen) {
  return Vastlegging(omgeving, soort, opties).doe(aanvullen);
}

int bevestig(Omgeving& omgeving, const std::string& soort, StukOpties& opties) {
  opties.zet("klopt", "ja");
  const auto vul = [&](const kast::GeladenDossier& dossier, const kast::Lezer& lezer, Waarde& document) {
    const proces::Stemming* mijn = nullptr;
    for (const proces::Stemming& s : dossier.dossier.stemmen) {
      const bool eigen = s.organisatie && proces::naam(*s.organisatie) == lezer.organisatie;
      if (eigen && proces::naam(s.soort) == soort && !s.vervangen && s.stand == proces::StemStand::onbevestigd)
        mijn = &s;
    }
    if (mijn == nullptr) {
      throw Fout(FoutSoort::gebruik,
                 fmt::format("in dossier {} staat geen onbevestigde stem van uw organisatie in een {}",
                             dossier.nummer.tekst(), soort),
                 fmt::format("pga toon {} toont de stemmen", dossier.nummer.tekst()));
    }
    if (document.vind("stuk") == nullptr) document.zet("stuk", mijn->stuk);
    if (document.vind("stem") == nullptr) document.zet("stem", mijn->id);
    omgeving.meld(fmt::format("het gaat om de stem van {} van {}: {}", de_organisatie(lezer.organisatie),
                              mijn->datum.lang(),
                              mijn->standpunt ? proces::naam(*mijn->standpunt) : std::string_view("onbekend")));
  };
  return leg_vast(omgeving, "bevestiging", opties, vul);
}

void eis_nummer(const StukOpties& opties, std::string_view opdracht) {
  if (opties.nummer) return;
  throw Fout(FoutSoort::gebruik, fmt::format("pga {}: het nummer van het dossier ontbreekt", opdracht),
             "pga lijst toont de dossiers van deze kast");
}

}  // namespace pga::cli
