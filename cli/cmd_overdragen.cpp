// SPDX-License-Identifier: EUPL-1.2
//
// pga overdragen: what of a case may go to the casusoverleg of another gemeente, in a sealed bundle.
#include <array>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/bladuitvoer.h"
#include "cli/invoer.h"
#include "cli/maak.h"
#include "cli/sleutelregel.h"
#include "cli/stukopdracht.h"
#include "lib/kast/overdracht.h"
#include "lib/kast/vernietig.h"
#include "lib/schema/schema.h"
#include "lib/seal/digest.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

constexpr std::array<const char*, 4> kVultPgaIn = {"bundel", "personen", "gegeven", "achtergehouden"};
constexpr std::string_view kNietInKast =
    "een bundel hoort niet in de kast: git bewaart hem dan, ook als het dossier is vernietigd";

class Overdragen : public Opdracht {
 public:
  std::string_view naam() const override { return "overdragen"; }
  std::string_view kort() const override { return "gegevens van een casus naar een andere gemeente"; }
  std::string_view lang() const override {
    return "Geeft gegevens van een casus aan het casusoverleg van een andere gemeente (artikel 7 Wet PGA): de "
           "betrokkene is verhuisd, de gevolgen zijn daar te merken, of daar wonen mensen om hem heen. Iedere "
           "organisatie die een signaal inbracht, wordt eerst gevraagd; wat zij niet wil geven, gaat niet mee "
           "(lid 2). Gegevens van politie of OM gaan alleen mee als zij daarmee instemmen, gegevens onder een "
           "beroepsgeheim nooit. De bundel gaat alleen open met de sleutel van de ontvanger; wat is gegeven "
           "en wat niet, staat daarna in het dossier, en dat er is gegeven in het dossier gemeente.";
  }
  std::string_view voorbeeld() const override {
    return "pga overdragen --sjabloon >overdracht.yaml\n"
           "pga overdragen k7q2 --van overdracht.yaml --sleutel rietveld.txt -o casus.bundel";
  }
  void bind(Opties& o) override {
    stuk_.bind(o, "NUMMER", {"overdracht"});
    o.optie("--sleutel", sleutel_, "REGEL",
            "de regel van pga sleutel toon van de ontvanger, of een bestand daarmee");
    o.optie("-o,--uitvoer", uitvoer_, "BESTAND", "schrijf de bundel in dit nieuwe bestand, buiten de kast");
  }

  int doe(Omgeving& omgeving) override {
    stuk_.van_pga.assign(kVultPgaIn.begin(), kVultPgaIn.end());
    if (stuk_.sjabloon) return toon_sjabloon(omgeving, "overdracht", stuk_);
    eis_nummer(stuk_, naam());
    if (stuk_.vervangt) {
      throw Fout(FoutSoort::gebruik, "wat is gegeven, kan niet worden vervangen",
                 "geef opnieuw, met een nieuwe bundel; een fout legt u vast met pga corrigeer");
    }
    if (!sleutel_ || !uitvoer_ || *uitvoer_ == "-") {
      throw Fout(FoutSoort::gebruik, "voor wie is de bundel, en waar moet hij heen?",
                 "geef --sleutel, met de regel van de ontvanger, en -o BESTAND");
    }
    const bool regel = is_sleutel_regel(*sleutel_);
    const SleutelRegel aan =
        lees_sleutel_regel(regel ? *sleutel_ : lees_document(*sleutel_), regel ? "" : *sleutel_);
    eis_nieuw_buiten_kast(omgeving.open_kast(), *uitvoer_, kNietInKast);
    stuk_.zet("datum", omgeving.vandaag().tekst());
    const int code = leg_vast(omgeving, "overdracht", stuk_,
                              [&](const kast::GeladenDossier& dossier, const kast::Lezer& lezer, Waarde& document) {
                                pak(omgeving, dossier, lezer, aan, document);
                              });
    if (code == 0 && !omgeving.globaal.droog) meld(omgeving);
    return code;
  }

 private:
  /// Fills in what goes and what stays; the bundle and the register of what was handed out come with the stuk.
  void pak(const Omgeving& omgeving, const kast::GeladenDossier& dossier, const kast::Lezer& lezer,
           const SleutelRegel& aan, Waarde& document) {
    if (auto fouten = schema::keur(schema::schema("overdracht"), document, stuk_.bestand()); !fouten.empty()) {
      throw Fout(std::move(fouten));
    }
    if (dossier.dossier.fase != proces::Fase::opgenomen) return;  // the law says why not
    const kast::Kast kast = omgeving.open_kast();
    const Datum dag = omgeving.vandaag();
    try {
      pakket_ = kast::pak_over(kast, lezer, dossier, document, aan.opent, dag);
    } catch (const Fout& e) {
      std::vector<Bevinding> bezwaren = e.bevindingen();
      for (Bevinding& b : bezwaren) b.plaats.bestand = stuk_.bestand();
      throw Fout(std::move(bezwaren));
    }
    verhuisd_ = document.tekst_van("reden") == proces::naam(proces::OverdrachtReden::verhuisd);
    const std::string bundel = seal::digest(pakket_.bytes);
    document.zet("bundel", bundel);
    zet_lijst(document, "personen", pakket_.keuze.personen);
    zet_lijst(document, "gegeven", pakket_.keuze.gegeven);
    Waarde weg = Waarde::lijst_();
    for (const proces::Achtergehouden& a : pakket_.keuze.achtergehouden) {
      Waarde& w = weg.voeg_toe(Waarde::kaart());
      w.zet("id", a.id);
      w.zet("waarom", std::string(proces::naam(a.waarom)));
    }
    if (!weg.lijst().empty()) document.zet("achtergehouden", std::move(weg));
    kast::Voornemen register_ = kast::maak_gemeentestuk(
        kast, lezer, "uitreiking", uitreiking(dossier, document, bundel, dag), dag, omgeving.nu().tekst());
    stuk_.vooraf = std::move(register_.bestanden);
    stuk_.wissen = std::move(register_.wissen);
    stuk_.achteraf = {{std::filesystem::absolute(*uitvoer_), pakket_.bytes, 0600}};
  }

  static void zet_lijst(Waarde& document, const char* veld, const std::vector<std::string>& ids) {
    Waarde lijst = Waarde::lijst_();
    for (const std::string& id : ids) lijst.voeg_toe(id);
    if (!ids.empty()) document.zet(veld, std::move(lijst));
  }

  static Waarde uitreiking(const kast::GeladenDossier& dossier, const Waarde& document, const std::string& bundel,
                           Datum dag) {
    Waarde w = Waarde::kaart();
    w.zet("datum", dag.tekst());
    w.zet("gemeente", document.tekst_van("aan"));
    w.zet("dossiers", Waarde::lijst_({Waarde(dossier.nummer.tekst())}));
    w.zet("bundel", bundel);
    return w;
  }

  void meld(const Omgeving& omgeving) const {
    const proces::Overdrachtkeuze& k = pakket_.keuze;
    omgeving.meld(fmt::format("in de bundel: {}", fmt::join(k.gegeven, ", ")));
    for (const proces::Achtergehouden& a : k.achtergehouden) {
      omgeving.meld(fmt::format("niet in de bundel: {} ({})", a.id, weergave::leesbaar(proces::naam(a.waarom))));
    }
    if (verhuisd_) {
      omgeving.meld(
          fmt::format("neemt de andere gemeente de casus over, sluit haar dan hier: pga sluit {}, reden verhuisd",
                      stuk_.nummer.value_or("NUMMER")));
    }
    omgeving.meld(fmt::format(
        "bundel geschreven: {}; geef ook uw eigen regel (pga sleutel toon) langs een andere weg", *uitvoer_));
  }

  StukOpties stuk_;
  std::optional<std::string> sleutel_;
  std::optional<std::string> uitvoer_;
  kast::Overdrachtpakket pakket_;
  bool verhuisd_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_overdragen() { return std::make_unique<Overdragen>(); }

}  // namespace pga::cli
