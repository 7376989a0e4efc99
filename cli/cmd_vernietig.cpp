// SPDX-License-Identifier: EUPL-1.2
//
// pga vernietig: a dossier goes, with a ceremony and receipts.
#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/ceremonie.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "cli/maak.h"
#include "cli/onjuist_stuk.h"
#include "cli/vernietiging.h"
#include "lib/basis/nabij.h"
#include "lib/kast/aantallen.h"
#include "lib/kast/vernietig.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/rollen.h"
#include "lib/proces/toets.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

using proces::VernietigingStand;

/// Whoever may not sign a receipt can still destroy their own keys of a dossier that is no longer in the kast. They
/// cannot read the receipts, so what may be of a live case (another's key, a stuk) is never touched.
class AlleenHier {
 public:
  AlleenHier(Omgeving& omgeving, const std::string& nummer)
      : omgeving_(omgeving),
        kast_(omgeving.open_kast()),
        lezer_(omgeving.lezer(kast_)),
        nummer_(Nummer::lees(nummer)) {}

  [[nodiscard]] bool nodig() const { return !proces::mag_tekenen("vernietiging", lezer_.rollen); }

  int doe(const std::optional<std::string>& bevestig) {
    eis_geen_toekomst(omgeving_);
    const std::vector<kast::Pad> weg = eigen();
    omgeving_.meld(fmt::format("dossier {} staat niet in deze kast; weg gaat op deze computer: {}",
                               nummer_->tekst(), aantal_sleutels(weg.size())));
    meld_grenzen(omgeving_, kast_);
    if (omgeving_.globaal.droog) {
      toon_droog(omgeving_, kast_.map(), {}, weg);
      return 0;
    }
    eis_bevestiging(omgeving_, *nummer_, bevestig, "uw sleutels ervan");
    const kast::Slot slot(kast_.map());
    kast_.ruim_op();
    (void)eigen();  // somebody may have fetched the dossier meanwhile
    kast::Voornemen v{*nummer_, {}, {}};
    boek(omgeving_, kast_, lezer_, {*nummer_, {}}, v);
    kast::voer_uit(v);
    kast::vernietig_eigen_sleutels(kast_, *nummer_, *lezer_.id);
    vergeet(omgeving_, kast_, *nummer_);
    na_schrijven(omgeving_, kast_, v.bestanden);
    omgeving_.meld("laat de casusregisseur weten dat uw kopieën weg zijn");
    antwoord(omgeving_, nummer_->tekst(), {{"dossier", nummer_->tekst()}, {"stap", "voltooid"}},
             fmt::format("uw sleutels van dossier {} zijn weg", nummer_->tekst()), {});
    return 0;
  }

 private:
  /// What may go. Throws Fout(geweigerd) as soon as it may be of a live case.
  [[nodiscard]] std::vector<kast::Pad> eigen() const {
    const kast::Resten r = nummer_ ? kast::resten(kast_, *nummer_) : kast::Resten();
    if (!nummer_ || !r.stukken.empty() || r.sleutels.empty()) {
      throw Fout(weigering("uw rol mag geen dossier vernietigen",
                           "vraag de casusregisseur; van een dossier dat niet meer in de kast staat, kunt u wel uw "
                           "eigen sleutels op uw eigen computer vernietigen: noem het hele nummer",
                           "artikel 13 Wet PGA"));
    }
    if (const std::vector<std::string> anderen = kast::andere_houders(kast_, *nummer_, *lezer_.id);
        !anderen.empty()) {
      throw Fout(weigering(
          fmt::format("bij de sleutels van dossier {} liggen ook die van {}; die mag u niet vernietigen",
                      nummer_->tekst(), fmt::join(anderen, ", ")),
          fmt::format(
              "haal eerst de laatste stand van de kast op (git pull); is het dossier vernietigd, dan doet de "
              "casusregisseur dit hier ook: pga vernietig {}",
              nummer_->tekst()),
          "artikel 13 Wet PGA"));
    }
    return r.sleutels;
  }

  Omgeving& omgeving_;
  kast::Kast kast_;
  kast::Lezer lezer_;
  std::optional<Nummer> nummer_;
};

int vernietig_dossier(Omgeving& omgeving, const std::string& tekst, bool voltooi,
                      const std::optional<std::string>& bevestig) {
  AlleenHier hier(omgeving, tekst);
  if (hier.nodig()) return hier.doe(bevestig);
  return voer_ceremonie(omgeving, tekst, voltooi, Einde::vernietigen, bevestig);
}

class Vernietig : public Opdracht {
 public:
  std::string_view naam() const override { return "vernietig"; }
  std::string_view kort() const override { return "de sleutels van een dossier vernietigen"; }
  std::string_view lang() const override {
    return "Vernietigt een dossier (artikel 9 Wet PGA; artikel 16 Besluit PGA): eerst komt er een bewijs zonder "
           "persoonsgegevens in het dossier gemeente, dan worden alle sleutels ervan in sleutels/ en in "
           "PGA_SLEUTELS "
           "overschreven en gewist, en de stukken weggehaald. Wat in git staat, kan daarna niemand meer openen die "
           "geen kopie van "
           "een sleutel bewaarde. Kopieën op andere plaatsen bereikt pga niet: elke organisatie die een sleutel "
           "had, "
           "bevestigt dat de eigen kopieën weg zijn (--bevestigd). Een lopende casus, een bewaring of een open "
           "verzoek "
           "houdt vernietiging tegen. Is een opdracht afgebroken, geef haar dan opnieuw. Wilt u dat het dossier "
           "meetelt in de aantallen van de kast, gebruik dan pga anonimiseer.";
  }
  std::string_view voorbeeld() const override { return "pga vernietig k7q2 --droog"; }

  void bind(Opties& o) override {
    o.argument("NUMMER", nummer_, "het dossier: het nummer, of een begin ervan dat genoeg zegt");
    o.optie("--bevestig", bevestig_, "NUMMER", "het hele nummer nog een keer, in plaats van het te typen");
    o.vlag("--voltooi", voltooi_, "voltooi een vernietiging die moest wachten (beleid)");
    o.vlag("--trek-in", trek_in_, "trek een vernietiging in die nog niet is voltooid");
    o.optie("--bevestigd", bevestigd_, "ORG", "deze organisatie bevestigt dat de eigen kopieën weg zijn");
    o.optie("--op", op_, "DATUM", "bij --bevestigd: op welke dag");
    o.optie("--stuk", stuk_, "STUK", "vernietig alleen dit onjuiste stuk; wat blijft, wordt opnieuw verzegeld");
    o.optie("--item", item_, "ID", "bij --stuk: alleen dit onderdeel ervan");
  }

  int doe(Omgeving& omgeving) override {
    if (!nummer_) {
      throw Fout(FoutSoort::gebruik, "pga vernietig: het nummer van het dossier ontbreekt",
                 "pga lijst toont de dossiers van deze kast");
    }
    keur_opties();
    if (bevestigd_ || trek_in_) return leg_stap_vast(omgeving);
    if (stuk_) return vernietig_stuk(omgeving, *nummer_, *stuk_, item_, bevestig_);
    return vernietig_dossier(omgeving, *nummer_, voltooi_, bevestig_);
  }

 private:
  void keur_opties() const {
    const int stappen =
        static_cast<int>(voltooi_) + static_cast<int>(trek_in_) + static_cast<int>(bevestigd_.has_value());
    if (stappen > 1) {
      throw Fout(FoutSoort::gebruik, "--voltooi, --trek-in en --bevestigd gaan niet samen", "kies er een");
    }
    if (op_ && !bevestigd_) throw Fout(FoutSoort::gebruik, "--op hoort bij --bevestigd", "laat --op weg");
    if (stuk_ && stappen > 0) {
      throw Fout(FoutSoort::gebruik, "--stuk gaat over één stuk, niet over het hele dossier",
                 "laat --voltooi, --trek-in en --bevestigd weg");
    }
    if (item_ && !stuk_) {
      throw Fout(FoutSoort::gebruik, "--item hoort bij --stuk", "noem het stuk waar het onderdeel in staat");
    }
    if (bevestigd_ && !proces::lees<proces::Organisatie>(*bevestigd_)) {
      const std::vector<std::string> er(proces::Woorden<proces::Organisatie>::namen.begin(),
                                        proces::Woorden<proces::Organisatie>::namen.end());
      const std::string beste = nabij(*bevestigd_, er);
      throw Fout(FoutSoort::gebruik,
                 fmt::format("--bevestigd: \"{}\" is geen organisatie", weergave::leesbaar(*bevestigd_)),
                 beste.empty() ? fmt::format("kies uit: {}", fmt::join(er, ", "))
                               : fmt::format("bedoelde u \"{}\"?", beste));
    }
    if (bevestig_ && (trek_in_ || bevestigd_)) {
      throw Fout(FoutSoort::gebruik, "--bevestig is er om iets te vernietigen", "laat --bevestig weg");
    }
  }

  int leg_stap_vast(Omgeving& omgeving) const {
    kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    if (!proces::mag_tekenen("vernietiging", lezer.rollen)) {
      throw Fout(weigering("uw rol mag niets over een vernietiging vastleggen", "vraag de casusregisseur",
                           "artikel 13 Wet PGA"));
    }
    std::optional<kast::Slot> slot;
    if (!omgeving.globaal.droog) slot.emplace(kast.map());
    kast = omgeving.open_kast();
    const kast::Bewijzen bewijzen(kast, lezer);
    const Nummer nummer = kast::zoek_ook_vernietigd(kast, bewijzen, *nummer_);
    Waarde w = vernietiging_document(trek_in_ ? "ingetrokken" : "bevestigd", nummer, dag(omgeving));
    if (trek_in_) {
      eis_leesbaar(kast, lezer, bewijzen, nummer);
    } else {
      w.zet("organisatie", *bevestigd_);
    }
    if (!leg_bewijs_vast(omgeving, kast, lezer, nummer, w)) return 0;
    slot.reset();
    omgeving.meld(trek_in_ ? fmt::format("de vernietiging van dossier {} is ingetrokken", nummer.tekst())
                           : fmt::format("vastgelegd: {} bevestigt dat de eigen kopieën van dossier {} weg zijn",
                                         proces::de_organisatie(*bevestigd_), nummer.tekst()));
    const kast::Bewijzen erna(kast, lezer);
    if (const VernietigingStand* v = erna.van(nummer.tekst())) meld_open(omgeving, kast, *v);
    antwoord(omgeving, nummer.tekst(),
             {{"dossier", nummer.tekst()}, {"stap", trek_in_ ? "ingetrokken" : "bevestigd"}}, "vastgelegd",
             fmt::format("pga toon {} toont hoe het ervoor staat", nummer.tekst()));
    return 0;
  }

  [[nodiscard]] Datum dag(const Omgeving& omgeving) const {
    if (!op_) return omgeving.vandaag();
    const auto datum = Datum::lees(*op_);
    if (!datum) {
      throw Fout(FoutSoort::gebruik, fmt::format("--op: \"{}\" is geen datum", *op_), "schrijf JJJJ-MM-DD");
    }
    return *datum;
  }

  /// Nor what the totals hold already.
  static void eis_ongeteld(const kast::Kast& kast, const kast::Lezer& lezer, const kast::GeladenDossier& d) {
    if (!kast::is_geteld(d, kast::laad(kast, Nummer::gemeente(), lezer, kast::Diepte::termijnen))) return;
    throw Fout(weigering(fmt::format("dossier {} is al geteld in de aantallen", d.nummer.tekst()),
                         fmt::format("voltooi het: pga anonimiseer {}", d.nummer.tekst())));
  }

  /// What lost its keys cannot be called off.
  static void eis_leesbaar(const kast::Kast& kast, const kast::Lezer& lezer, const kast::Bewijzen& bewijzen,
                           const Nummer& nummer) {
    const VernietigingStand* v = bewijzen.van(nummer.tekst());
    if (v == nullptr || !v->loopt()) return;  // the receipts refuse it
    const std::string tip = fmt::format("voltooi de vernietiging: pga vernietig {} --voltooi", nummer.tekst());
    if (kast::resten(kast, nummer).stukken.empty()) {
      throw Fout(
          weigering(fmt::format("van dossier {} is hier niets meer: alleen het bewijs van voltooiing ontbreekt",
                                nummer.tekst()),
                    tip));
    }
    const kast::GeladenDossier d = kast::laad(kast, nummer, lezer, kast::Diepte::termijnen);
    const bool zonder_openbare =
        d.leesbaar && std::any_of(kCompartimenten.begin(), kCompartimenten.end(), [&](Compartiment c) {
          return d.sleutels.openbaar.count(d.perioden.nu().at(static_cast<std::size_t>(c))) == 0;
        });
    if (zonder_openbare || kast::is_afgebroken(kast, nummer)) {
      throw Fout(weigering(fmt::format("van dossier {} zijn al sleutels vernietigd", nummer.tekst()), tip));
    }
    kast::eis_heel(kast, d);
    eis_ongeteld(kast, lezer, d);
  }

  std::optional<std::string> nummer_;
  std::optional<std::string> bevestig_;
  std::optional<std::string> bevestigd_;
  std::optional<std::string> op_;
  std::optional<std::string> stuk_;
  std::optional<std::string> item_;
  bool voltooi_ = false;
  bool trek_in_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_vernietig() { return std::make_unique<Vernietig>(); }

}  // namespace pga::cli
