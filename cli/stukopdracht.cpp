// SPDX-License-Identifier: EUPL-1.2
#include "cli/stukopdracht.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/acties.h"
#include "cli/antwoord.h"
#include "cli/geheugen.h"
#include "cli/invoer.h"
#include "cli/logboek.h"
#include "cli/schrijf.h"
#include "cli/vervolg.h"
#include "lib/basis/nabij.h"
#include "lib/basis/zin.h"
#include "lib/kast/bekend.h"
#include "lib/kast/bestand.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/planstand.h"
#include "lib/kast/vernieuw.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/rollen.h"
#include "lib/proces/toets.h"
#include "lib/schema/schema.h"
#include "lib/seal/digest.h"
#include "lib/termijn/termijn.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

/// What was recorded, as a sentence wants it: "weging", "lopende casus", "terugkoppeling", "notificatie
/// (uitgesteld)".
std::string stuk_in_woorden(const std::string& soort, const std::string& stap) {
  static constexpr std::array<std::string_view, 5> kOpZichzelf = {"herweging", "uitstroomtoets", "terugkoppeling",
                                                                  "evaluatie", "bijstelling"};
  if (std::find(kOpZichzelf.begin(), kOpZichzelf.end(), stap) != kOpZichzelf.end()) return stap;
  std::string titel = zonder_hoofdletter(std::string(schema::schema(soort).titel()));
  if (titel.empty()) titel = soort;
  const bool gewoon = stap.empty() || (soort == "weging" && stap == "besluit") || stap == "opstelling";
  return gewoon ? titel : fmt::format("{} ({})", titel, weergave::leesbaar(stap));
}

/// Ids look random, not counted: a letter for what it is, and four hex digits that are no word.
std::string trek_id(char letter) {
  std::string cijfers;
  do {
    cijfers = seal::random_hex(2);
  } while (cijfers.find_first_of("0123456789") == std::string::npos);
  return fmt::format("{}-{}", letter, cijfers);
}

/// Throws for what stops the command, answers with what is recorded all the same.
std::vector<Bevinding> weeg_bevindingen(std::vector<Bevinding> bevindingen, const std::string& bestand) {
  for (Bevinding& b : bevindingen) {  // what is found in the case, or refused, is not about how it was written down
    if (b.soort != FoutSoort::document && bestand == kOpdrachtregel) continue;
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

/// What was recorded, as far as what follows depends on it.
struct Vastgelegd {
  Nummer nummer;
  std::string soort;
  std::string stap;
  bool opende = false;  // the dossier
  bool verbetert = false;
};

/// What the user will want to know next: the next step and the first deadline of the dossier as it now stands; of
/// one that was opened just now by who cannot read it, that they cannot.
void meld_volgende(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                   const Vastgelegd& v) {
  if (omgeving.globaal.stil || omgeving.globaal.json) return;
  const kast::GeladenDossier dossier = kast::laad(kast, v.nummer, lezer, kast::Diepte::termijnen);
  if (!dossier.leesbaar) {
    if (v.opende) {
      omgeving.meld(
          "u leest dit dossier zelf niet; wie het wel leest, maakt met het volgende stuk nieuwe sleutels");
    }
    return;
  }
  if (!v.verbetert) meld_vervolg(omgeving, kast, lezer, dossier, v.soort, v.stap);
  const auto termijnen = kast::termijnen_van(kast, dossier, omgeving.vandaag(), omgeving.moment());
  if (const termijn::Termijn* t = termijn::volgende(termijnen)) {
    const std::string& wie = t->betrokkene.empty() ? t->onderwerp : t->betrokkene;
    const std::string van_wie = wie.empty() ? "" : fmt::format(" ({})", wie);
    if (t->status == termijn::Status::onverwijld)
      return omgeving.meld(fmt::format("onverwijld: {}{}", t->zin, van_wie));
    const bool vroegst = t->status == termijn::Status::vroegste_lezing_voorbij;
    const std::string_view hoe = t->status == termijn::Status::overschreden ? "termijn overschreden:"
                                 : !vroegst                                 ? "volgende termijn:"
                                 : t->uiterlijk                             ? "vroegste lezing voorbij, uiterlijk"
                                                                            : "vroegste lezing voorbij:";
    omgeving.meld(fmt::format("{} {}: {}{}", hoe, t->uiterlijk.value_or(t->veilig).lang(), t->zin, van_wie));
  }
}

void eis_rol(const std::string& soort, const kast::Lezer& lezer) {
  if (proces::mag_tekenen(soort, lezer.rollen)) return;
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       fmt::format("uw rol mag geen {} vastleggen", soort),
                       "vraag de casusregisseur om dit te doen",
                       "artikel 13 Wet PGA"});
}

/// Another form that the same command takes, and the option that goes with it.
struct Formulierkeuze {
  std::string_view soort;
  std::string_view ander;
  std::string_view optie;
};
constexpr std::array kFormulieren = {
    Formulierkeuze{"aanvulling", "aanmelding", "--voordragen"},
    Formulierkeuze{"aanvulling", "afdoening", "--afdoen"},
    Formulierkeuze{"melding", "aanmelding", "--voordragen"},
    Formulierkeuze{"melding", "lopend", "--lopend"},
    Formulierkeuze{"profiel", "beoordeling", "--beoordeling"},
    Formulierkeuze{"weging", "deelname", "--deelname"},
};

/// One run of a writing command.
class Vastlegging {
 public:
  Vastlegging(Omgeving& omgeving, const std::string& soort, const StukOpties& opties, const Aanvullen& aanvullen)
      : omgeving_(omgeving),
        soort_(soort),
        opties_(opties),
        aanvullen_(aanvullen),
        kast_(omgeving.open_kast()),
        document_(lees_of_weiger()),
        lezer_(omgeving.lezer(kast_)) {}

  int doe() {
    eis_rol(soort_, lezer_);
    Waarde document = document_;
    std::optional<kast::Slot> slot;
    if (!omgeving_.globaal.droog) {
      slot.emplace(kast_.map());
      kast_ = omgeving_.open_kast();  // another writer may have added a version of beheer meanwhile
      kast_.ruim_op();
    }
    if (opties_.onder_slot) opties_.onder_slot(kast_, lezer_);
    std::optional<kast::GeladenDossier> dossier;
    if (opties_.nummer && !nog_te_openen()) dossier = laad_dossier(*opties_.nummer);
    if (aanvullen_ && dossier) aanvullen_(*dossier, lezer_, document);
    if (aanvullen_) keur(document);
    kast::Voornemen voornemen = maak_voornemen(dossier, std::move(document));
    voornemen.bestanden.insert(voornemen.bestanden.begin(), opties_.vooraf.begin(), opties_.vooraf.end());
    voornemen.bestanden.insert(voornemen.bestanden.end(), opties_.achteraf.begin(), opties_.achteraf.end());
    voornemen.wissen.insert(voornemen.wissen.end(), opties_.wissen.begin(), opties_.wissen.end());
    if (!schrijf_partij(omgeving_, kast_, lezer_, {voornemen.nummer, voornemen.stuk}, voornemen)) return 0;
    slot.reset();
    omgeving_.meld(
        fmt::format("{} vastgelegd in dossier {}", stuk_in_woorden(soort_, stap_), voornemen.nummer.tekst()));
    meld_gewist(voornemen, dossier);
    meld_geschreven(omgeving_, voornemen.bestanden);
    const std::string nummer = voornemen.nummer.tekst();
    antwoord(
        omgeving_, nummer,
        {{"dossier", nummer}, {"stuk", voornemen.stuk}, {"soort", soort_}, {"datum", omgeving_.vandaag().tekst()}},
        fmt::format("vastgelegd in dossier {}", nummer),
        "geef de opdracht niet nog een keer; pga lijst toont het dossier");
    meld_volgende(omgeving_, kast_, lezer_,
                  {voornemen.nummer, soort_, stap_, !dossier.has_value(), opties_.vervangt.has_value()});
    return 0;
  }

 private:
  /// Whether the user's key is behind a passphrase. Throws Fout(sleutel) when there is none.
  [[nodiscard]] bool vraagt_wachtwoord() const {
    const auto bestanden = omgeving_.identiteit_bestanden();
    return std::any_of(bestanden.begin(), bestanden.end(),
                       [](const IdentiteitBestand& b) { return heeft_wachtwoord(b.bytes); });
  }

  /// Who may not record this hears that first, unless it takes a passphrase to know.
  [[nodiscard]] Waarde lees_of_weiger() const {
    try {
      return lees();
    } catch (const Fout&) {
      if (!herkend_ && !vraagt_wachtwoord()) eis_rol(soort_, omgeving_.lezer(kast_));
      throw;
    }
  }

  /// What can be wrong with the document itself is said before a passphrase is asked for; what is filled in from
  /// the dossier is validated then.
  [[nodiscard]] Waarde lees() const {
    eis_casus(opties_, soort_);
    Waarde document = opties_.document(soort_);
    if (soort_ == proces::naam(proces::Soort::overleg)) eis_plaats_van(document);
    if (!aanvullen_) keur(document);
    return document;
  }

  /// Validates and types the document; the day it is about is today unless it says otherwise.
  void keur(Waarde& document) const {
    const schema::Knoop& knoop = schema::schema(soort_);
    const Waarde* datum = document.vind("datum");
    if (knoop.veld("datum") != nullptr && (datum == nullptr || datum->leeg())) {
      document.zet("datum", omgeving_.vandaag().tekst());
    }
    std::vector<Bevinding> bevindingen = schema::velden_van_andere_stap(knoop, document, opties_.bestand());
    std::vector<Bevinding> gekeurd = schema::keur(knoop, document, opties_.bestand());
    bevindingen.insert(bevindingen.end(), gekeurd.begin(), gekeurd.end());
    if (!bevindingen.empty()) {
      eis_formulier(document);
      noem_opties(document, bevindingen);
      noem_ids(document, bevindingen);
      throw Fout(std::move(bevindingen));
    }
    document.snoei();
  }

  /// What an option says has no line of the document, and the name of the option instead of that of its field.
  void noem_opties(const Waarde& document, std::vector<Bevinding>& bevindingen) const {
    for (Bevinding& b : bevindingen) {
      if (b.plaats.regel != 0) continue;
      if (opties_.van && document.plek.regel > 0) b.plaats.bestand = kOpdrachtregel;
      if (b.plaats.bestand != kOpdrachtregel) continue;
      b.wat = opties_.met_opties(std::move(b.wat));
      const bool vraagt_veld = b.tip.rfind("vul \"", 0) == 0;
      b.tip = opties_.met_opties(std::move(b.tip));
      if (vraagt_veld && b.tip.rfind("vul \"", 0) == 0) {
        b.tip += " (dat gaat met een document: --sjabloon drukt een formulier af)";
      }
    }
  }

  /// Who calls a betrokkene by something that cannot be an id is told which ids there are; unless it takes a
  /// passphrase to know, or the dossier does not open.
  void noem_ids(const Waarde& document, std::vector<Bevinding>& bevindingen) const {
    std::vector<Bevinding*> bij;
    for (const Waarde& w : document.items_van("betrokkenen")) {
      const Waarde* id = w.vind("id");
      if (id == nullptr || id->plek.regel == 0) continue;
      for (Bevinding& b : bevindingen) {
        if (b.plaats.regel == id->plek.regel && b.plaats.kolom == id->plek.kolom) bij.push_back(&b);
      }
    }
    if (bij.empty() || !opties_.nummer) return;
    try {
      if (vraagt_wachtwoord()) return;
      const kast::GeladenDossier dossier =
          kast::laad(kast_, kast_.zoek(*opties_.nummer), omgeving_.lezer(kast_), kast::Diepte::termijnen);
      std::vector<std::string> ids;
      for (const proces::Betrokkene& b : dossier.dossier.betrokkenen) ids.push_back(b.id);
      if (ids.empty()) return;
      for (Bevinding* b : bij) b->tip = fmt::format("kies uit: {}", fmt::join(ids, ", "));
    } catch (const Fout&) {
      return;  // what is wrong with the document can be said without
    }
  }

  /// Who filled in another form of the same command hears that, and not what is wrong with it as this one.
  void eis_formulier(const Waarde& document) const {
    if (schema::onbekende_velden(schema::schema(soort_), document).empty() && soort_ != "profiel") return;
    for (const Formulierkeuze& f : kFormulieren) {
      if (f.soort != soort_) continue;
      Waarde als_ander = document;
      if (schema::schema(f.ander).veld("datum") == nullptr) als_ander.verwijder("datum");  // filled in above
      if (!schema::keur(schema::schema(f.ander), als_ander, opties_.bestand()).empty()) continue;
      herkend_ = true;
      throw Fout(Bevinding{FoutSoort::document,
                           {opties_.bestand(), 0, 0},
                           fmt::format("dit is een ingevuld formulier van een {}, niet van een {}",
                                       stuk_in_woorden(std::string(f.ander), {}), stuk_in_woorden(soort_, {})),
                           fmt::format("geef {} erbij", f.optie),
                           {}});
    }
  }

  void meld_gewist(const kast::Voornemen& voornemen, const std::optional<kast::GeladenDossier>& dossier) const {
    if (soort_ == "afsluiting" && stap_ == "besluit" && dossier) {
      omgeving_.meld(
          "het dossier is afgeschermd: deelnemers kunnen het niet meer lezen (artikel 6, lid 3, Wet PGA)");
      meld_bewaarders(omgeving_, kast_, lezer_, *dossier);
    }
    const std::size_t n = voornemen.wissen.size();
    if (n == 0) return;
    omgeving_.meld(fmt::format("{} vernietigd op deze computer",
                               n == 1 ? "1 sleutelbestand" : fmt::format("{} sleutelbestanden", n)));
  }

  /// Which kind of meeting belongs where; a document that says nothing is of a case.
  void eis_plaats_van(const Waarde& document) const {
    const auto soort = proces::lees<proces::OverlegSoort>(document.tekst_van("soort_overleg"));
    if (!in_gemeente() || (soort && proces::is_van_gemeente(*soort))) return;
    if (!soort && !document.tekst_van("soort_overleg").empty()) return;  // the schema says what it is not
    throw Fout(FoutSoort::gebruik,
               fmt::format("{} gaat over één casus en hoort in het dossier daarvan",
                           proces::het_overleg(soort.value_or(proces::OverlegSoort::casusoverleg))),
               "geef het nummer van dat dossier; een stuurgroep of dilemmasessie: --soort-overleg stuurgroep");
  }

  [[nodiscard]] bool in_gemeente() const { return opties_.nummer == Nummer::gemeente().tekst(); }

  /// A kast of before there was a dossier gemeente gets it with the first stuk in it.
  bool nog_te_openen() const {
    return !kast_.heeft_gemeente() &&
           (proces::is_van_gemeente(soort_) || (in_gemeente() && proces::kan_in_gemeente(soort_)));
  }

  kast::GeladenDossier laad_dossier(const std::string& nummer) const {
    kast::GeladenDossier dossier = kast::laad(kast_, kast_.zoek(nummer), lezer_, kast::Diepte::alles);
    kast::eis_heel(kast_, dossier);
    return dossier;
  }

  kast::Voornemen maak_voornemen(const std::optional<kast::GeladenDossier>& dossier, Waarde document) {
    const proces::Dossier leeg;
    const proces::Dossier& stand = dossier ? dossier->dossier : leeg;
    const Datum vandaag = omgeving_.vandaag();
    std::vector<kast::Gerechtigde> lezers;
    if (dossier) lezers = kast::gerechtigden(kast_.beheer(), dossier->nummer, stand, vandaag);
    proces::Nieuw nieuw{soort_,
                        std::move(document),
                        {},
                        lezer_.id->tekst(),
                        lezer_.organisatie,
                        lezer_.rollen,
                        vandaag,
                        kast::gebruikerregels(kast_, lezers, vandaag)};
    if (opties_.vervangt) {
      if (!dossier)
        throw Fout(FoutSoort::gebruik, "--vervangt hoort bij een dossier", "geef het nummer van het dossier");
      nieuw.vervangt.push_back(zoek_stuk(*dossier, "--vervangt", *opties_.vervangt));
      const proces::StukRegel* oud = stand.stuk(nieuw.vervangt.front());
      if (oud != nullptr && (oud->soort == "opening" || oud->soort == "toegang")) {
        throw Fout(FoutSoort::gebruik, fmt::format("een {} kan niet worden verbeterd", oud->soort),
                   "noem het stuk dat u wilt verbeteren");
      }
    }
    static const std::set<std::string, std::less<>> brengt_in = {"melding", "aanmelding",  "aanvulling", "lopend",
                                                                 "weging",  "beoordeling", "profiel",    "plan",
                                                                 "overleg", "advies",      "deelname"};
    if (brengt_in.count(soort_) != 0) {
      const std::string eigen = dossier ? dossier->nummer.tekst() : std::string();
      omgeving_.meld(
          weeg_bevindingen(kast::verwijst_naar_gesloten(kast_, lezer_, nieuw.inhoud, eigen), opties_.bestand()));
    }
    if (dossier && (soort_ == "beoordeling" || soort_ == "profiel")) nieuw.gevuld = kast::waar_gevuld(*dossier);
    if (in_gemeente() && !proces::is_van_gemeente(soort_)) {
      nieuw.bekend = kast::bekende_dossiers(kast_, lezer_, nieuw.inhoud);
    }
    const Waarde zoals_gegeven = nieuw.inhoud;
    proces::vul_aan(nieuw, stand, kast_.beleid(), trek_id);
    stap_ = nieuw.inhoud.tekst_van("stap");
    omgeving_.meld(weeg_bevindingen(proces::toets(stand, nieuw, kast_.beleid()), opties_.bestand()));
    meld_controledagen(omgeving_, soort_, stand, zoals_gegeven, nieuw.inhoud);
    const kast::StukOpdracht opdracht{soort_, nieuw.inhoud, vandaag, omgeving_.nu().tekst(), nieuw.vervangt};
    if (!dossier) return kast::open_dossier(kast_, lezer_, opdracht);
    if (soort_ == "toegang") return kast::wijzig_toegang(kast_, lezer_, *dossier, opdracht);
    kast::Voornemen voornemen = kast::voeg_stuk_toe(kast_, lezer_, *dossier, opdracht);
    const bool sluit = soort_ == "afsluiting" && stap_ == "besluit" && !dossier->dossier.afgeschermd;
    if (sluit) kast::scherm_af(kast_, lezer_, *dossier, opdracht, voornemen);
    return voornemen;
  }

  Omgeving& omgeving_;
  std::string soort_;
  std::string stap_;  // of the document, once it is filled in
  const StukOpties& opties_;
  const Aanvullen& aanvullen_;
  mutable bool herkend_ = false;  // the document is the form of another soort: that is said, not the role
  kast::Kast kast_;
  Waarde document_;  // as the user gave it
  kast::Lezer lezer_;
};

}  // namespace

std::string zoek_stuk(const kast::GeladenDossier& dossier, std::string_view wat, const std::string& tekst) {
  const std::string nummer = dossier.nummer.tekst();
  const std::string tip = fmt::format(
      "pga toon {} toont bij elk stuk een nummer en een code die met b2: begint; dat nummer, of de eerste acht "
      "tekens "
      "na b2:, is genoeg",
      nummer);
  std::vector<const kast::GeladenStuk*> passend;
  const std::string hex = tekst.rfind("b2:", 0) == 0 ? tekst : "b2:" + tekst;
  for (std::size_t i = 0; i < dossier.stukken.size(); ++i) {
    const kast::GeladenStuk& s = dossier.stukken[i];
    const bool naam = s.bestand.filename() == kast::Pad(tekst).filename();
    const bool begin = hex.size() >= 7 && s.stuk.digest.rfind(hex, 0) == 0;
    if (naam || begin || tekst == std::to_string(i + 1)) passend.push_back(&s);
  }
  const bool code = hex.size() >= 7 && hex.find_first_not_of("0123456789abcdef", 3) == std::string::npos;
  const bool getal = !tekst.empty() && tekst.find_first_not_of("0123456789") == std::string::npos;
  if (passend.empty() && !code && !getal) {
    throw Fout(FoutSoort::gebruik,
               fmt::format("{}: \"{}\" is geen nummer, code of bestand van een stuk", wat, tekst), tip);
  }
  if (passend.size() != 1) {
    throw Fout(FoutSoort::gebruik,
               fmt::format("{}: {} noemt {} van dossier {}", wat, tekst,
                           passend.empty() ? "geen stuk" : "meer dan één stuk", nummer),
               tip);
  }
  return passend.front()->stuk.digest;
}

std::size_t plaats_van(const kast::GeladenDossier& dossier, const std::string& digest) {
  const auto er = std::find_if(dossier.stukken.begin(), dossier.stukken.end(),
                               [&](const kast::GeladenStuk& s) { return s.stuk.digest == digest; });
  return static_cast<std::size_t>(er - dossier.stukken.begin()) + 1;
}

std::string vervangen_soort(const Omgeving& omgeving, const StukOpties& opties) {
  const kast::Kast kast = omgeving.open_kast();
  const kast::GeladenDossier dossier =
      kast::laad(kast, kast.zoek(opties.nummer.value_or("")), omgeving.lezer(kast), kast::Diepte::termijnen);
  kast::eis_heel(kast, dossier);
  const std::string digest = zoek_stuk(dossier, "--vervangt", opties.vervangt.value_or(""));
  return kast::vind_stuk(dossier, digest)->soort;
}

void eis_mag_vastleggen(Omgeving& omgeving, const std::string& soort, const StukOpties& opties) {
  const kast::Kast kast = omgeving.open_kast();
  eis_rol(soort, omgeving.lezer(kast));
  if (opties.nummer && opties.nummer != Nummer::gemeente().tekst()) (void)kast.zoek(*opties.nummer);
}

int leg_vast(Omgeving& omgeving, const std::string& soort, const StukOpties& opties, const Aanvullen& aanvullen) {
  return Vastlegging(omgeving, soort, opties, aanvullen).doe();
}

void eis_casus(const StukOpties& opties, const std::string& soort) {
  if (opties.nummer != Nummer::gemeente().tekst() || proces::kan_in_gemeente(soort)) return;
  throw Fout(FoutSoort::gebruik,
             fmt::format("een {} hoort in het dossier van een casus, niet in het dossier gemeente",
                         stuk_in_woorden(soort, {})),
             "geef het nummer van het dossier; pga lijst toont ze");
}

void eis_nummer(const StukOpties& opties, std::string_view opdracht) {
  if (opties.nummer) return;
  throw Fout(FoutSoort::gebruik, fmt::format("pga {}: het nummer van het dossier ontbreekt", opdracht),
             "pga lijst toont de dossiers van deze kast");
}

}  // namespace pga::cli
