// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lib/proces/brief_personen.h"
#include "lib/proces/organisatie.h"
#include "lib/termijn/kalender.h"

namespace pga::proces {
namespace {

constexpr int kBewaarmaanden = 60;  // artikel 9 Wet PGA
constexpr std::array kDrie = {Organisatie::burgemeester, Organisatie::politie, Organisatie::om};
constexpr std::array kDeelnemers = {Organisatie::burgemeester, Organisatie::college,      Organisatie::politie,
                                    Organisatie::om,           Organisatie::reclassering, Organisatie::rvdk};
const char* const kLeeftijd = "artikel 5, lid 4, UAVG";

/// Below this age somebody else exercises the rights. The act changed on 1 September 2026; until then it was
/// sixteen.
int vertegenwoordigd_onder(Datum dag) { return dag < Datum(2026, 9, 1) ? 16 : 12; }
constexpr int kZelfVanaf = 16;

template <class E>
bool bevat(const std::vector<E>& lijst, E e) {
  return std::find(lijst.begin(), lijst.end(), e) != lijst.end();
}

template <class E>
void voeg_een_keer(std::vector<E>& lijst, E e) {
  if (!bevat(lijst, e)) lijst.push_back(e);
}

/// The signals of the parts zaak: choice values only.
struct Signaalwoorden {
  std::optional<Categorie> categorie;
  std::string bron;
  std::optional<std::string> verkregen;
};

std::map<std::string, Signaalwoorden> lees_signalen(const std::vector<const BriefStuk*>& stukken) {
  std::map<std::string, Signaalwoorden> uit;
  for (const BriefStuk* s : stukken) {
    for (const Waarde& w : s->zaak.items_van("signalen")) {
      Signaalwoorden& signaal = uit[w.tekst_van("id")];
      signaal.categorie = lees<Categorie>(w.tekst_van("categorie"));
      signaal.bron = w.tekst_van("ingebracht_door");
      if (const Waarde* v = w.vind("verkregen"); v != nullptr && v->is_tekst()) signaal.verkregen = v->tekst();
    }
  }
  return uit;
}

/// One letter in the making.
class Verzamelaar {
 public:
  Verzamelaar(const std::vector<BriefStuk>& stukken, const BriefBeheer& beheer, const Beleid& beleid,
              const BriefVraag& vraag)
      : beheer_(beheer),
        beleid_(beleid),
        vraag_(vraag),
        d_(vouw(invoer(stukken), beleid)),
        stukken_(tellende(stukken, d_)),
        personen_(brief_personen(stukken_)) {}

  BriefUitkomst doe() {
    g_.soort = vraag_.soort;
    g_.datum = vraag_.peildatum;
    g_.kind_zelf = vertegenwoordigd_onder(vraag_.peildatum) == 12;
    g_.gemeente = beheer_.gemeente;
    g_.contactpunt = beheer_.contactpunt;
    g_.fg = beheer_.fg;
    if (vraag_.soort == BriefSoort::terugkoppeling) {
      terugkoppeling();
    } else if (const Betrokkene* b = d_.betrokkene(vraag_.betrokkene)) {
      aan_betrokkene(*b);
    } else {
      std::string ids;
      for (const Betrokkene& ander : d_.betrokkenen) ids += (ids.empty() ? "" : ", ") + ander.id;
      meld(FoutSoort::gebruik, fmt::format("de betrokkene \"{}\" is er niet", vraag_.betrokkene),
           fmt::format("kies uit: {}", ids));
    }
    return {std::move(g_), std::move(bevindingen_)};
  }

 private:
  static std::vector<Invoer> invoer(const std::vector<BriefStuk>& stukken) {
    std::vector<Invoer> uit;
    for (const BriefStuk& s : stukken) uit.push_back(s.stuk);
    return uit;
  }

  void meld(FoutSoort soort, std::string wat, std::string tip, std::string grondslag = {}) {
    bevindingen_.push_back({soort, {}, std::move(wat), std::move(tip), std::move(grondslag)});
  }
  void let_op(std::string wat, std::string tip, std::string grondslag = {}) {
    meld(FoutSoort::bevinding, std::move(wat), std::move(tip), std::move(grondslag));
  }
  void weiger(std::string wat, std::string tip, std::string grondslag) {
    meld(FoutSoort::geweigerd, std::move(wat), std::move(tip), std::move(grondslag));
  }

  void terugkoppeling() {
    g_.sjabloon = "terugkoppeling";
    g_.nummer = vraag_.nummer;
    if (d_.fase != Fase::niet_opgenomen) {
      const bool open = d_.fase == Fase::melding || d_.fase == Fase::weging || d_.fase == Fase::aangehouden;
      weiger("deze brief is voor een aanmelding die niet is opgenomen, en dat is hier niet besloten",
             open ? "leg eerst het besluit vast: pga weeg"
                  : "wie een casus aanmeldde die wel is opgenomen, krijgt dit bericht niet",
             "artikel 5, lid 6, Wet PGA");
      return;
    }
    if (d_.aanmelders.empty()) {
      weiger("er is geen deelnemer die deze casus heeft aangemeld",
             "wie meldde zonder deelnemer te zijn, krijgt geen bericht", "artikel 5, lid 6, Wet PGA");
      return;
    }
    g_.aanmelder = vraag_.aan ? vraag_.aan : d_.aanmelders.front();
    if (!bevat(d_.aanmelders, *g_.aanmelder) || (!vraag_.aan && d_.aanmelders.size() > 1)) {
      std::string namen;
      for (const Organisatie o : d_.aanmelders) namen += (namen.empty() ? "" : ", ") + std::string(naam(o));
      meld(FoutSoort::gebruik,
           vraag_.aan
               ? fmt::format("{} heeft deze casus niet aangemeld", de_organisatie(naam(*vraag_.aan)))
               : std::string("meer dan één deelnemer heeft deze casus aangemeld; elk krijgt een eigen brief"),
           fmt::format("kies met --aan: {}", namen), "artikel 5, lid 6, Wet PGA");
      return;
    }
    for (const BriefStuk* s : stukken_) {
      if (s->stuk.soort != "aanmelding") continue;
      const Aanmelding a = lees_aanmelding(s->stuk.inhoud);
      if (a.aangemeld_door != g_.aanmelder || g_.aangemeld_op) continue;
      g_.aangemeld_op = a.ontvangen;
      g_.aangemeld_bij = a.ontvangen_door;
    }
    if (!d_.besluiten.empty()) g_.besloten_op = d_.besluiten.back().datum;
  }

  void aan_betrokkene(const Betrokkene& b) {
    g_.relatie = b.relatie;
    if (vraag_.soort == BriefSoort::notificatie) {
      toets_notificatie(b);
      signalen();
      ontvangers();
      weglating(b);
    } else {
      toets_afsluiting(b);
      afsluiting(b);
    }
    persoon(b);
  }

  void toets_notificatie(const Betrokkene& b) {
    const std::string artikel = "artikel 14, lid 3, AVG; artikel 4 Besluit PGA";
    if (b.notificatie == NotificatieStand::geen) {
      weiger(fmt::format("betrokkene {} krijgt geen bericht (rechtspersoon, overleden of niet te herkennen)", b.id),
             "controleer om wie het gaat", "artikel 14 AVG");
      return;
    }
    if (b.notificatie == NotificatieStand::uitgesteld) neem_uitstel_over(b);
    if (b.notificatie == NotificatieStand::uitgesteld && weglating_.leeg()) {
      let_op(fmt::format("voor betrokkene {} geldt uitstel", b.id),
             "verstuur deze brief pas als de grond is vervallen, of laat met --zonder weg wat nog moet wachten",
             "artikel 4, lid 2 en 3, Besluit PGA");
    }
    for (const Betrokkene& ander : d_.betrokkenen) {
      if (!b.relatie || ander.relatie || ander.notificatie != NotificatieStand::uitgesteld) continue;
      let_op(fmt::format("voor betrokkene {} geldt uitstel, en een bericht aan {} kan dat doorkruisen", ander.id,
                         b.id),
             "overleg eerst met de deelnemer die het uitstel inriep", "artikel 4, lid 2, Besluit PGA");
    }
    if (b.notificatie == NotificatieStand::verzonden) {
      let_op(fmt::format("betrokkene {} is al geïnformeerd op {}", b.id, b.notificatie_op->lang()),
             "controleer of dit een nieuwe brief is", "artikel 14 AVG");
    }
    switch (d_.fase) {
      case Fase::melding:
      case Fase::weging:
      case Fase::aangehouden:
        return let_op("er is nog geen weegbesluit", "controleer of deze brief nu al moet", artikel);
      case Fase::niet_opgenomen:
        return let_op("deze casus is niet opgenomen: dan is er geen casusoverleg om over te berichten",
                      "controleer of deze brief nodig is (zekerheid: lezing)", artikel);
      case Fase::afgesloten:
        return let_op("deze casus is afgesloten", "pas de tekst van de brief daarop aan", artikel);
      case Fase::opgenomen:
        return;
    }
  }

  /// What was recorded as withheld, stays out without being asked for again.
  void neem_uitstel_over(const Betrokkene& b) {
    if (!b.uitstel || b.uitstel->achtergehouden.empty()) return;
    std::string namen;
    for (const std::string& deel : b.uitstel->achtergehouden) {
      if (!weglating_.voeg_toe(deel)) {
        let_op(fmt::format("voor betrokkene {} wordt ook iets anders achtergehouden", b.id),
               "haal dat zelf uit de brief", "artikel 41 UAVG");
      } else {
        namen += (namen.empty() ? "" : ", ") + deel;
      }
    }
    if (namen.empty()) return;
    let_op(fmt::format("de brief laat weg wat voor betrokkene {} is uitgesteld: {}", b.id, namen),
           "is de grond vervallen, leg dat dan eerst vast: pga notificeer, stap grond_vervallen",
           "artikel 4, lid 2 en 3, Besluit PGA; artikel 41 UAVG");
  }

  void toets_afsluiting(const Betrokkene& b) {
    if (b.notificatie != NotificatieStand::verzonden) {
      weiger(fmt::format("betrokkene {} is nooit geïnformeerd en krijgt geen afsluitbrief", b.id),
             "de brief zou verraden wat is uitgesteld; informeer de betrokkene eerst: pga notificeer",
             "artikel 14 AVG; artikel 41 UAVG");
    }
    if (b.overleden_op)
      weiger(fmt::format("betrokkene {} is overleden", b.id), "maak geen brief", "artikel 14 AVG");
    if (d_.fase != Fase::afgesloten || d_.afgedaan) {
      weiger("deze casus is niet afgesloten, en dat zou in de brief staan", "sluit de casus eerst: pga sluit",
             "artikel 6, lid 2, Wet PGA");
    }
  }

  void afsluiting(const Betrokkene& b) {
    g_.geinformeerd_op = b.notificatie_op;
    g_.afgesloten_op = d_.afgesloten_op;
    const std::optional<Datum> laatste = d_.laatste_verwerking ? d_.laatste_verwerking : d_.afgesloten_op;
    if (d_.afsluitreden == AfsluitReden::geen_verdere_aanwijzingen && d_.afgesloten_op) {
      g_.vernietigd_uiterlijk = d_.afgesloten_op->plus_dagen(beleid_.termijnen.vernietiging_dagen);
    } else if (laatste) {
      g_.vernietigd_uiterlijk = termijn::plus_maanden(*laatste, kBewaarmaanden);
    }
  }

  /// Categories and sources are about the main person; of a relative the law's general words are all that may be
  /// said without revealing something of another.
  void signalen() {
    if (g_.relatie) {
      let_op(
          "van wie de gegevens van een relatie komen, staat niet apart in het dossier; de brief noemt het in het "
          "algemeen",
          "vul de bron aan als die bekend is en genoemd mag worden", "artikel 14, lid 2, onder f, AVG");
      return;
    }
    g_.openbare_bron = JaNee::nee;
    std::vector<Categorie> categorieen;
    std::vector<Organisatie> bronnen = d_.aanmelders;
    for (const auto& rij : lees_signalen(stukken_)) {
      const Signaalwoorden& s = rij.second;
      if (s.categorie == Categorie::onbekend) {
        let_op(fmt::format("van signaal {} is niet bekend onder welke categorie het valt; de brief noemt die niet",
                           rij.first),
               "bepaal de categorie, en corrigeer het signaal voordat de brief weggaat",
               "artikel 14, lid 1, onder d, AVG");
      } else if (s.categorie) {
        voeg_een_keer(categorieen, *s.categorie);
      }
      if (const auto o = lees<Organisatie>(s.bron)) {
        voeg_een_keer(bronnen, *o);
      } else {
        g_.andere_bron = true;
      }
      if (s.verkregen == "openbare_bron") {
        g_.openbare_bron = JaNee::ja;
      } else if (!s.verkregen && g_.openbare_bron == JaNee::nee) {
        g_.openbare_bron = std::nullopt;
      }
    }
    const bool anderen =
        std::any_of(d_.betrokkenen.begin(), d_.betrokkenen.end(), [](const Betrokkene& b) { return b.relatie; });
    if (anderen) voeg_een_keer(categorieen, Categorie::sociale_relaties);
    for (std::size_t i = 0; i < Woorden<Categorie>::namen.size(); ++i) {
      const auto c = static_cast<Categorie>(i);
      if (bevat(categorieen, c) && !bevat(weglating_.categorie, c)) g_.categorieen.push_back(c);
    }
    for (const Organisatie o : kDeelnemers) {
      if (bevat(bronnen, o) && !bevat(weglating_.bron, o)) g_.bronnen.push_back(o);
    }
    if (weglating_.bronnen) {
      g_.bronnen.clear();
      g_.andere_bron = false;
      g_.openbare_bron = JaNee::nee;
    }
    if (!g_.openbare_bron) {
      let_op(
          "van een deel van de signalen is voor deze brief niet te zien of zij uit een openbare bron komen; de "
          "brief zegt dat het kan",
          "controleer dit, en pas de brief aan als u het weet", "artikel 14, lid 2, onder f, AVG");
    }
  }

  /// Who takes part in the case. That a reclassering or child protection does, says something of the main person.
  void ontvangers() {
    std::set<Organisatie> doet_mee(kDrie.begin(), kDrie.end());
    if (g_.relatie || weglating_.ontvangers) doet_mee.insert(kDeelnemers.begin(), kDeelnemers.end());
    for (const DeelnemerVelden& v : d_.deelnemers) {
      const auto er = beheer_.organisaties.find(v.gebruiker);
      const auto o = er == beheer_.organisaties.end() ? std::nullopt : lees<Organisatie>(er->second);
      if (o && !g_.relatie) doet_mee.insert(*o);
    }
    for (const Organisatie o : kDeelnemers) {
      if (doet_mee.count(o) != 0) g_.ontvangers.push_back(o);
    }
  }

  void weglating(const Betrokkene& b) {
    if (weglating_.leeg()) return;
    g_.gedeeltelijk = !weglating_.vermelding;
    const bool uitgesteld = std::any_of(d_.feiten.begin(), d_.feiten.end(), [&](const termijn::Feit& f) {
      return f.soort == termijn::FeitSoort::uitgesteld && f.betrokkene == b.id;
    });
    if (!uitgesteld) {
      let_op(fmt::format("er wordt iets weggelaten, maar voor betrokkene {} is geen uitstel vastgelegd", b.id),
             "leg vast wat wordt achtergehouden en waarom: pga notificeer, stap uitgesteld, gedeeltelijk ja",
             "artikel 11 Wet PGA; artikel 41 UAVG");
    }
    if (weglating_.vermelding) {
      let_op("de brief zegt niet dat er iets is weggelaten",
             "dat kan alleen als het zeggen het doel schaadt; leg dat vast bij lid_2.h",
             "artikel 41, lid 2, onder h, UAVG");
    }
  }

  void persoon(const Betrokkene& b) {
    const BriefPersoon p = personen_.count(b.id) == 0 ? BriefPersoon() : personen_.at(b.id);
    const std::optional<int> jaren = p.leeftijd(vraag_.peildatum);
    g_.aan = kies_geadresseerde(b, p, jaren);
    g_.sjabloon = naam(vraag_.soort);
    if (g_.aan != Geadresseerde::betrokkene) {
      g_.sjabloon += "-vertegenwoordiger";
    } else if (jaren && *jaren < kZelfVanaf) {
      g_.sjabloon += "-kind";
    }
    g_.betrokkene = eigen_tekst(b, p.velden.tekst_van("naam"), "de naam");
    g_.bsn = p.velden.vind("bsn") != nullptr;
    if (g_.aan == Geadresseerde::betrokkene) {
      if (!g_.betrokkene.empty()) g_.geadresseerden = {g_.betrokkene};
      g_.adres = b.relatie ? adres_uit(p.velden.tekst_van("contact")) : p.velden.tekst_van("adres");
      if (b.relatie) g_.adres = eigen_tekst(b, g_.adres, "het adres");
    } else if (g_.aan == Geadresseerde::gezagdrager) {
      const Waarde::Lijst& wie = p.velden.items_van("gezagdragers");
      for (const Waarde& w : wie) {
        if (!w.tekst_van("naam").empty()) g_.geadresseerden.push_back(w.tekst_van("naam"));
      }
      // Where the child lives need not be known to who has the authority.
      if (wie.size() == 1) g_.adres = adres_uit(wie.front().tekst_van("contact"));
    }
  }

  static std::string adres_uit(const std::string& contact) {
    return lijkt_adres(contact) ? contact : std::string();
  }

  /// A text of a relative's own, unless somebody else is in it.
  std::string eigen_tekst(const Betrokkene& b, const std::string& tekst, const char* wat) {
    if (!b.relatie || tekst.empty() || !noemt_ander(tekst, b.id, personen_)) return tekst;
    let_op(
        fmt::format("bij {} van {} staat ook een naam van een ander in dit dossier; de brief neemt dat niet over",
                    wat, b.id),
        "vul het zelf in, zonder die naam", "artikel 5, lid 1, onder c, AVG");
    return {};
  }

  Geadresseerde kies_geadresseerde(const Betrokkene& b, const BriefPersoon& p, std::optional<int> jaren) {
    const int grens = vertegenwoordigd_onder(vraag_.peildatum);
    const auto vastgelegd = lees<Geadresseerde>(p.notificatie.tekst_van("geadresseerde"));
    const std::optional<Geadresseerde> gekozen = vraag_.geadresseerde ? vraag_.geadresseerde : vastgelegd;
    if (!jaren && !gekozen) {
      let_op(fmt::format("de leeftijd van {} is niet bekend; deze brief is voor wie 16 jaar of ouder is", b.id),
             "is het een kind, kies dan met --geadresseerde aan wie de brief gaat", kLeeftijd);
    }
    if (!jaren || *jaren >= kZelfVanaf) return gekozen.value_or(Geadresseerde::betrokkene);
    if (*jaren < grens && gekozen.value_or(Geadresseerde::gezagdrager) == Geadresseerde::betrokkene) {
      let_op(fmt::format("{} is jonger dan {}: de brief hoort aan de wettelijke vertegenwoordiger", b.id, grens),
             "kies --geadresseerde gezagdrager of gecertificeerde_instelling", kLeeftijd);
    } else if (*jaren < grens && !gekozen) {
      let_op(fmt::format("{} is jonger dan {}: de brief is gericht aan wie het gezag heeft", b.id, grens),
             "kies --geadresseerde gecertificeerde_instelling als die de voogdij heeft", kLeeftijd);
    } else if (!gekozen) {
      let_op(
          fmt::format("{} is minderjarig: het kind of de wettelijke vertegenwoordiger gebruikt de rechten", b.id),
          "deze brief is aan het kind; maak zo nodig ook een brief met --geadresseerde gezagdrager", kLeeftijd);
    }
    return gekozen.value_or(*jaren < grens ? Geadresseerde::gezagdrager : Geadresseerde::betrokkene);
  }

  const BriefBeheer& beheer_;
  const Beleid& beleid_;
  const BriefVraag& vraag_;
  Weglating weglating_ = vraag_.weglating;  // and what a deferral in force withholds
  const Dossier d_;
  const std::vector<const BriefStuk*> stukken_;
  const std::map<std::string, BriefPersoon> personen_;
  BriefGegevens g_;
  std::vector<Bevinding> bevindingen_;
};

}  // namespace

BriefUitkomst verzamel_brief(const std::vector<BriefStuk>& stukken, const BriefBeheer& beheer, const Beleid& beleid,
                             const BriefVraag& vraag) {
  return Verzamelaar(stukken, beheer, beleid, vraag).doe();
}

}  // namespace pga::proces
