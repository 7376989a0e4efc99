// SPDX-License-Identifier: EUPL-1.2
//
// pga beleid: what the gemeente decides where the law leaves room.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/beheerversie.h"
#include "cli/blad.h"
#include "cli/geheugen.h"
#include "cli/git.h"
#include "cli/logboek.h"
#include "cli/maak.h"
#include "lib/kast/bestand.h"
#include "lib/kast/ronde.h"
#include "lib/kast/toegang.h"
#include "lib/proces/woorden.h"
#include "lib/schema/schema.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

Waarde alleen_naam(const std::string& naam) {
  Waarde uit = Waarde::kaart();
  uit.zet("naam", naam);
  return uit;
}

/// The policy of a document with every default filled in, field by field.
Waarde geldend(const Waarde& document) {
  const Waarde* eigen = document.vind("beleid");
  const proces::Beleid b = proces::lees_beleid(eigen == nullptr ? Waarde::kaart() : *eigen);
  Waarde w = Waarde::kaart();
  w.zet("notificatie_anker",
        b.termijnen.notificatie_anker == termijn::Anker::weegbesluit ? "weegbesluit" : "verkrijging");
  w.zet("nadert_dagen", b.termijnen.nadert_dagen);
  w.zet("uitstel_herziening_maanden", b.termijnen.uitstel_herziening_maanden);
  w.zet("melden_na_uitstel_dagen", b.termijnen.melden_na_uitstel_dagen);
  w.zet("herweging_maanden", b.termijnen.herweging_maanden);
  w.zet("aanhouden_max_weken", b.termijnen.aanhouden_max_weken);
  w.zet("terugkoppeling_dagen", b.termijnen.terugkoppeling_dagen);
  w.zet("vernietiging_dagen", b.termijnen.vernietiging_dagen);
  if (eigen != nullptr) {
    w.zet("feestdagen", eigen->items_van("feestdagen"));  // those that pga knows itself: pga reken --feestdagen
  }
  w.zet("uitstel_bij_overleg", b.termijnen.uitstel_bij_overleg ? "ja" : "nee");
  w.zet("onverwijld_dagen", b.termijnen.onverwijld_dagen);
  w.zet("uitstroom_dagen", b.termijnen.uitstroom_dagen);
  w.zet("overleg_maanden", b.termijnen.overleg_maanden);
  w.zet("pas_op_de_plaats_maanden", b.termijnen.pas_op_de_plaats_maanden);
  w.zet("bewaring_herziening_maanden", b.termijnen.bewaring_herziening_maanden);
  w.zet("jaarverslag_maanden", b.termijnen.jaarverslag_maanden);
  w.zet("opleiding_maanden", b.termijnen.opleiding_maanden);
  w.zet("vernietiging_tweede", b.vernietiging_tweede ? "ja" : "nee");
  w.zet("vernietiging_bedenktijd_dagen", b.termijnen.vernietiging_bedenktijd_dagen);
  w.zet("vernietiging_voltooien_dagen", b.termijnen.vernietiging_voltooien_dagen);
  w.zet("sleutels_reservekopie_dagen", b.termijnen.sleutels_reservekopie_dagen);
  if (eigen != nullptr) w.zet("termijnen", Waarde(eigen->items_van("termijnen")));
  w.zet("bevestiging_afsluiting", b.bevestiging_afsluiting ? "ja" : "nee");
  w.zet("git", b.git ? "ja" : "nee");
  w.zet("toezicht_leest", b.leest.toezicht_leest ? "ja" : "nee");
  w.zet("regisseur_leest", proces::naam(b.leest.regisseur_leest));
  w.zet("beoordeling_apart", b.leest.beoordeling_apart ? "ja" : "nee");
  w.zet("leidraad_editie", b.leidraad_editie);
  Waarde& schaal = w.zet("schaal", Waarde::kaart());
  schaal.zet("naam", b.schaal.naam);
  Waarde& standen = schaal.zet("standen", Waarde::lijst_());
  for (const std::string& s : b.schaal.standen) standen.voeg_toe(s);
  if (eigen != nullptr) w.zet("interventies", Waarde(eigen->items_van("interventies")));
  // Of the examples the name: the forms show the rest.
  const bool eigen_vragen = b.hulpvragen.naam != proces::voorbeeldvragen().naam;
  const bool eigen_lijst = b.contextlijst.naam != proces::voorbeeldlijst().naam;
  w.zet("hulpvragen", eigen_vragen ? proces::als_document(b.hulpvragen) : alleen_naam(b.hulpvragen.naam));
  w.zet("contextlijst", eigen_lijst ? proces::als_document(b.contextlijst) : alleen_naam(b.contextlijst.naam));
  w.zet("lid_2_d", b.lid_2_d);
  w.zet("lid_2_e", b.lid_2_e);
  w.zet("lid_2_f", b.lid_2_f);
  w.snoei();
  return w;
}

nlohmann::ordered_json als_json(const Waarde& w) {
  if (w.is_kaart()) {
    nlohmann::ordered_json uit = nlohmann::ordered_json::object();
    for (const Veld& v : w.velden()) uit[v.naam] = als_json(v.waarde);
    return uit;
  }
  if (w.is_lijst()) {
    nlohmann::ordered_json uit = nlohmann::ordered_json::array();
    for (const Waarde& item : w.lijst()) uit.push_back(als_json(item));
    return uit;
  }
  if (w.is_getal()) return w.getal();
  return w.is_tekst() ? nlohmann::ordered_json(w.tekst()) : nlohmann::ordered_json(w.bool_waarde());
}

void druk(Omgeving& omgeving, const std::vector<weergave::Blok>& lijst, int diepte) {
  for (const weergave::Blok& b : lijst) {
    const std::string begin(static_cast<std::size_t>(diepte) * 2, ' ');
    const std::string label = b.label.empty() ? "- " : b.label + (b.tekst.empty() ? ":" : ": ");
    omgeving.uit << weergave::omloop(label + weergave::veilig(b.tekst), omgeving.stijl().breedte, begin,
                                     begin + "  ")
                 << '\n';
    druk(omgeving, b.kinderen, diepte + 1);
  }
}

class Beleid : public Opdracht {
 public:
  std::string_view naam() const override { return "beleid"; }
  std::string_view kort() const override { return "het beleid van de gemeente tonen of vervangen"; }
  std::string_view lang() const override {
    return "Toont het beleid dat nu geldt, met de standaardwaarden erbij. Met --van legt u nieuw beleid vast als "
           "nieuwe "
           "versie van het beheer (gemeente, contactpunt, FG en beleid; de gebruikers blijven). Het document is "
           "volledig: wat er niet in staat, gaat terug naar de standaard. Beleid vult in wat "
           "de "
           "wet "
           "openlaat; de wet verruimen kan niet.";
  }
  std::string_view voorbeeld() const override { return "pga beleid"; }
  void bind(Opties& o) override {
    o.optie("--van", van_, "BESTAND", "nieuw beleid (YAML); - is de standaardinvoer");
    o.vlag("--sjabloon", sjabloon_, "druk een leeg formulier af om in te vullen");
  }

  int doe(Omgeving& omgeving) override {
    if (sjabloon_) {
      omgeving.uit << schema::sjabloon(schema::schema("beheer"), {{}, {"gebruikers"}, {}, {}});
      return 0;
    }
    const kast::Kast kast = omgeving.open_kast();
    return van_ ? vervang(omgeving) : toon(omgeving, kast);
  }

 private:
  static int toon(Omgeving& omgeving, const kast::Kast& kast) {
    Waarde document = Waarde::kaart();
    document.zet("gemeente", kast.beheer().document.tekst_van("gemeente"));
    for (const std::string_view veld : {"contactpunt", "fg"}) {
      if (const Waarde* w = kast.beheer().document.vind(veld)) document.zet(veld, *w);
    }
    document.zet("beleid", geldend(kast.beheer().document));
    if (omgeving.globaal.json) {
      nlohmann::ordered_json json = als_json(document);
      json["versie"] = kast.beheer().versie;
      json["vingerafdruk"] = kast.keten().front().digest;
      omgeving.uit << json.dump(2) << '\n';
      return meld_dubbel(omgeving, kast);
    }
    druk(omgeving, blokken(&schema::schema("beheer"), document), 0);
    omgeving.uit << fmt::format("Versie van het beheer: {}\nVingerafdruk van de kast:\n  {}\n",
                                kast.beheer().versie, kast.keten().front().digest);
    return meld_dubbel(omgeving, kast);
  }

  int vervang(Omgeving& omgeving) const {
    Waarde nieuw = lees_beheer_invoer(omgeving, *van_);
    if (nieuw.vind("gebruikers") != nullptr) {
      throw Fout(FoutSoort::document, "gebruikers wijzigt u niet met beleid",
                 "laat gebruikers weg uit dit document", Plaats{*van_, 0, 0});
    }
    const kast::Kast eerst = omgeving.open_kast();
    const kast::Slot slot(eerst.map());
    const kast::Kast kast = omgeving.open_kast();
    if (!omgeving.globaal.droog) kast.ruim_op();
    const kast::Lezer lezer = omgeving.lezer(kast);
    eis_beheer_tekenen(kast, lezer);
    const Waarde nu = beheer_document(kast);
    if (gelijk(nieuw, nu)) {
      maak_af(omgeving, kast, lezer);
      omgeving.meld("er verandert niets: dit beleid geldt al");
      antwoord(omgeving, {}, {{"versie", kast.beheer().versie}, {"gewijzigd", false}}, "er verandert niets",
               "pga beleid toont het");
      return 0;
    }
    meld_weg(omgeving, nu, nieuw);
    nieuw.zet("gebruikers", *nu.vind("gebruikers"));
    leg_vast(omgeving, kast, lezer, volgende_beheer(omgeving, kast, lezer, nieuw));
    return 0;
  }

  /// A change of policy that was cut short after its version stood: the key files that should have gone, go.
  static void maak_af(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer) {
    const std::vector<kast::BeheerVersie>& keten = kast.keten();
    if (keten.size() < 2 || omgeving.globaal.droog) return;
    kast::Voornemen rest = sleutels_van_beleid(omgeving, kast, lezer, keten[keten.size() - 2], kast.beheer());
    if (rest.bestanden.empty() && rest.wissen.empty()) return;
    boek(omgeving, kast, lezer, {std::nullopt, {}, nullptr}, rest);
    kast::voer_uit(rest);
    na_schrijven(omgeving, kast, rest.bestanden);
    omgeving.meld("wat bij een eerdere, afgebroken wijziging nog moest gebeuren, is nu gedaan");
  }

  /// From now on pga commits: what it wrote until now goes with it, so that a clone is whole.
  static void alles_naar_git(const Omgeving& omgeving, const kast::Kast& kast) {
    std::vector<kast::NieuwBestand> bestanden;
    for (const char* naam :
         {".gitattributes", ".gitignore", "beheer", "dossiers", "gemeente", "bijlagen", "logboek", "ijkpunten"}) {
      std::error_code fout;
      if (std::filesystem::exists(kast.map() / naam, fout)) bestanden.push_back({kast.map() / naam, {}, 0644});
    }
    naar_git(omgeving, kast, bestanden);
  }

  /// What changes because the document does not name it.
  static void meld_weg(const Omgeving& omgeving, const Waarde& nu, const Waarde& nieuw) {
    std::vector<std::string> weg;
    if (nu.vind("fg") != nullptr && nieuw.vind("fg") == nullptr) weg.emplace_back("fg");
    const Waarde gold = geldend(nu);
    const Waarde geldt = geldend(nieuw);
    const Waarde* straks = nieuw.vind("beleid");
    for (const Veld& v : gold.velden()) {
      if (straks != nullptr && straks->vind(v.naam) != nullptr) continue;
      const Waarde* er = geldt.vind(v.naam);
      if (er == nullptr || als_json(v.waarde) != als_json(*er)) weg.push_back("beleid." + v.naam);
    }
    if (weg.empty()) return;
    omgeving.meld({Bevinding{
        FoutSoort::bevinding,
        {},
        fmt::format("dit is nu ingesteld en staat niet in het document; het gaat terug naar de standaard: {}",
                    fmt::join(weg, ", ")),
        "moet het blijven, neem het dan op in het document: het is volledig",
        {}}});
  }

  static void leg_vast(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                       const kast::NieuwBestand& bestand) {
    const kast::BeheerVersie straks = kast::als_versie(bestand);
    eis_ondertekenaar(straks, omgeving.vandaag(), &kast.beheer());
    eis_leest_door(kast, lezer, straks);
    kast::Voornemen alles = sleutels_van_beleid(omgeving, kast, lezer, kast.beheer(), straks);
    if (omgeving.globaal.droog) {
      alles.bestanden.push_back(bestand);
      toon_droog(omgeving, kast.map(), alles.bestanden, alles.wissen);
      return;
    }
    if (!alles.bestanden.empty()) boek(omgeving, kast, lezer, {std::nullopt, {}, &straks}, alles);
    alles.bestanden.push_back(bestand);  // last: until then the command can be given again
    kast::voer_uit(alles);
    const kast::Kast erna = omgeving.open_kast();  // with the policy that holds from now on
    na_schrijven(omgeving, erna, alles.bestanden);
    if (erna.beleid().git && !kast.beleid().git) alles_naar_git(omgeving, erna);
    const std::string gedaan = fmt::format("beleid vastgelegd: versie {} van het beheer", straks.versie);
    omgeving.meld(gedaan);
    if (!alles.wissen.empty()) {
      omgeving.meld(fmt::format("{} vernietigd op deze computer",
                                weergave::aantal(alles.wissen.size(), "sleutelbestand", "sleutelbestanden")));
    }
    const bool eigen = straks.leest.regisseur_leest == proces::RegisseurLeest::eigen;
    if (eigen && kast.beheer().leest.regisseur_leest != proces::RegisseurLeest::eigen) {
      omgeving.meld(
          "een regisseur leest voortaan alleen de eigen casussen; pga lijst toont wie regisseur is, en pga toegang "
          "NUMMER wijs-aan wijst een ander aan");
    }
    meld_geschreven(omgeving, alles.bestanden);
    antwoord(omgeving, {}, {{"versie", straks.versie}, {"gewijzigd", true}}, gedaan, "pga beleid toont het");
  }

  /// What policy opens to a role, or closes, it opens and closes with keys.
  static kast::Voornemen sleutels_van_beleid(const Omgeving& omgeving, const kast::Kast& kast,
                                             const kast::Lezer& lezer, const kast::BeheerVersie& eerst,
                                             const kast::BeheerVersie& straks) {
    kast::Gebruikerswijziging w{{}, kast::Ingreep::rollen, "Het beleid over wie door een rol leest is gewijzigd."};
    const auto vakken = [](const kast::Gebruiker& g, const kast::BeheerVersie& versie) {
      return kast::door_rol(versie, g, proces::Toestand::lopend);
    };
    for (const kast::Gebruiker& g : straks.gebruikers) {
      if (vakken(g, straks) != vakken(g, eerst)) w.wie.push_back(g.id);
    }
    if (w.wie.empty()) return {Nummer::gemeente(), {}, {}};
    return kast::plan_ronde(kast, lezer, straks, w, omgeving.vandaag(), omgeving.nu().tekst()).voornemen;
  }

  /// Whoever takes keys away makes the new ones: that can only be somebody who reads on.
  static void eis_leest_door(const kast::Kast& kast, const kast::Lezer& lezer, const kast::BeheerVersie& straks) {
    if (straks.leest.regisseur_leest == kast.beheer().leest.regisseur_leest) return;
    if (proces::mag_beheer_tekenen(lezer.rollen, straks.leest)) return;
    throw Fout(
        Bevinding{FoutSoort::geweigerd,
                  {},
                  "alleen een procesregisseur kan regisseur_leest: eigen vastleggen: die maakt de nieuwe sleutels",
                  "vraag een gebruiker met de rol procesregisseur",
                  "artikel 13 Wet PGA"});
  }

  /// Whether a document says what already holds, in whatever order.
  static bool gelijk(const Waarde& nieuw, const Waarde& nu) {
    const auto als_map = [](const Waarde& document) {
      nlohmann::json uit = als_json(document);  // sorts its fields
      uit.erase("gebruikers");
      return uit;
    };
    return als_map(nieuw) == als_map(nu);
  }

  std::optional<std::string> van_;
  bool sjabloon_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_beleid() { return std::make_unique<Beleid>(); }

}  // namespace pga::cli
