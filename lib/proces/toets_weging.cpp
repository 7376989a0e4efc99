// SPDX-License-Identifier: EUPL-1.2
//
// The weegploeg: decisions, herweging, exit conditions, feedback, and the confirmation of votes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

#include "lib/basis/nabij.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/rollen.h"
#include "lib/proces/toetser.h"
#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

constexpr const char* kLid3 = "artikel 5, lid 3, Wet PGA";
constexpr std::array kDrie = {Organisatie::burgemeester, Organisatie::politie, Organisatie::om};

/// As a person writes it.
std::string_view leesbaar(Organisatie o) { return o == Organisatie::om ? "OM" : naam(o); }

/// What is wrong with the votes of the three, in words; empty when each votes exactly once.
std::string niet_elk_een_keer(const std::vector<Stem>& stemmen) {
  std::map<Organisatie, int> aantal;
  for (const Stem& s : stemmen) {
    if (s.organisatie) ++aantal[*s.organisatie];
  }
  std::vector<std::string> delen;
  for (const Organisatie o : kDrie) {
    if (aantal[o] == 0) delen.push_back(fmt::format("{} ontbreekt", leesbaar(o)));
    if (aantal[o] > 1) delen.push_back(fmt::format("{} staat er {} keer", leesbaar(o), aantal[o]));
  }
  return fmt::format("{}", fmt::join(delen, ", "));
}

std::string niet_voor(const std::vector<Stem>& stemmen) {
  std::vector<std::string> delen;
  for (const Stem& s : stemmen) {
    if (s.organisatie && s.standpunt && *s.standpunt != Standpunt::voor) {
      delen.push_back(fmt::format("{}: {}", leesbaar(*s.organisatie), naam(*s.standpunt)));
    }
  }
  return fmt::format("{}", fmt::join(delen, ", "));
}

}  // namespace

std::string niet_eensluidend(const std::vector<Stem>& stemmen) {
  const std::string fout = niet_elk_een_keer(stemmen);
  return fout.empty() ? niet_voor(stemmen) : fout;
}

namespace {

Melden niemand_erbij(const std::string& waarom_niet) {
  return {fmt::format("iemand toelaten kan niet: het besluit is niet eensluidend ({})", waarom_niet),
          "wie meedoet, beslissen burgemeester, politie en OM samen: elk één keer voor",
          "artikel 5, lid 5, Wet PGA"};
}

void toets_stemmen(Toetser& t, const Weging& g) {
  const Waarde* bij = t.veld("stemmen");
  const std::string fout = niet_elk_een_keer(g.stemmen);
  const std::string waarom_niet = niet_eensluidend(g.stemmen);
  if (g.stap == WegingStap::herweging && !g.deelnemers.empty() && !waarom_niet.empty()) {
    t.geweigerd(t.veld("deelnemers"), niemand_erbij(waarom_niet));
  }
  if (g.stap == WegingStap::besluit && g.besluit == Weegbesluit::opnemen) {
    if (!waarom_niet.empty()) {
      t.geweigerd(bij, {fmt::format("opnemen kan niet: de beoordeling is niet eensluidend ({})", waarom_niet),
                        "opnemen kan alleen als burgemeester, politie en OM elk één keer voor zijn; kies anders "
                        "niet_opnemen of aanhouden",
                        kLid3});
    }
    return;
  }
  if (fout.empty()) return;
  if (fout.find("keer") != std::string::npos) {
    t.document(bij, {fmt::format("elke organisatie heeft één stem: {}", fout),
                     "laat één stem per organisatie staan", kLid3});
  } else {
    t.bevinding(bij, {fmt::format("niet alle drie hebben een standpunt: {}", fout),
                      "vraag het standpunt na en leg het vast", kLid3});
  }
}

void toets_doel(Toetser& t, const Weging& g) {
  const Waarde* doel = t.w.vind("doel");
  if (doel == nullptr) return;
  const std::string past = doel->tekst_van("past");
  if (g.besluit == Weegbesluit::opnemen && past != "ja") {
    t.geweigerd(doel->vind("past"),
                {"opnemen kan niet: er staat niet dat de casus bij het doel van het overleg past",
                 "motiveer dat de casus past, of kies niet_opnemen of aanhouden",
                 "artikel 2, lid 2, en artikel 5, lid 3, Wet PGA"});
  } else if (g.besluit == Weegbesluit::niet_opnemen && past == "ja") {
    t.bevinding(doel->vind("past"), {"de casus past bij het doel, maar wordt niet opgenomen",
                                     "leg in de motivering uit waarom niet", kLid3});
  }
}

void toets_criteria(Toetser& t, const Weging& g) {
  const Waarde* criteria = t.w.vind("criteria");
  if (criteria == nullptr || !criteria->is_kaart()) return;
  bool iets_gevonden = false;
  for (const Veld& v : criteria->velden()) {
    if (v.waarde.tekst_van("stand") != "bevinding") continue;
    iets_gevonden = true;
    if (t.heeft(v.waarde, "signalen")) continue;
    t.bevinding(&v.waarde, {fmt::format("de bevinding bij {} noemt geen signaal", v.naam),
                            "zet bij signalen op welke signalen zij rust", kLid3});
  }
  if (g.besluit == Weegbesluit::opnemen && !iets_gevonden) {
    t.bevinding(criteria, {"bij geen van de vijf criteria is iets gevonden, en toch wordt de casus opgenomen",
                           "vul de criteria aan, of houd de casus aan", kLid3});
  }
}

void toets_aanhouden(Toetser& t, const Weging& g, Datum dag) {
  const Waarde* a = t.w.vind("aanhouden");
  if (a == nullptr) return;
  if (g.besluit != Weegbesluit::aanhouden) {
    t.document(t.veld("aanhouden"),
               {fmt::format("\"aanhouden\" is ingevuld, maar het besluit is {}", t.w.tekst_van("besluit")),
                "laat aanhouden weg, of kies besluit aanhouden", kLid3});
    return;
  }
  for (const char* naam_ : {"ontbreekt", "wie"}) {
    if (t.heeft(*a, naam_)) continue;
    t.bevinding(a, {fmt::format("bij het aanhouden is \"{}\" niet ingevuld", naam_),
                    "leg vast wat er ontbreekt en wie dat uitzoekt", kLid3});
  }
  if (!g.aanhouden_tot) return;
  const int weken = t.b.termijnen.aanhouden_max_weken;
  if (*g.aanhouden_tot <= dag) {
    t.document(a->vind("tot"), {fmt::format("aanhouden tot {} ligt niet na het besluit", g.aanhouden_tot->lang()),
                                "kies een dag na het besluit",
                                {}});
  } else if (*g.aanhouden_tot > termijn::plus(dag, {weken, termijn::Eenheid::week})) {
    t.bevinding(a->vind("tot"),
                {fmt::format("aanhouden tot {} is langer dan {} weken", g.aanhouden_tot->lang(), weken),
                 "kies een eerdere dag, of neem een besluit", "beleid: aanhouden_max_weken"});
  }
}

void toets_na_aanmelding(Toetser& t, Datum dag) {
  const auto eerste = std::find_if(t.d.stukken.begin(), t.d.stukken.end(), [](const StukRegel& s) {
    return s.soort == naam(Soort::aanmelding) && s.vervangen_door.empty();
  });
  if (eerste == t.d.stukken.end() || dag >= eerste->datum) return;
  t.bevinding(t.veld("datum"), {fmt::format("de weging ligt voor de aanmelding ({})", eerste->datum.lang()),
                                "controleer de datum; alleen een aangemelde casus kan worden gewogen", kLid3});
}

void toets_besluit(Toetser& t, const Weging& g, Datum dag) {
  if (t.d.fase == Fase::opgenomen && !t.corrigeert()) {
    t.geweigerd(&t.w, {"deze casus is al opgenomen; een nieuw weegbesluit kan niet",
                       "gebruik stap herweging, of sluit de casus: pga sluit", "artikel 6, lid 2, Wet PGA"});
  }
  toets_stemmen(t, g);
  toets_doel(t, g);
  toets_criteria(t, g);
  toets_aanhouden(t, g, dag);
  toets_na_aanmelding(t, dag);
  if (g.besluit == Weegbesluit::opnemen && g.deelnemers.empty()) {
    t.bevinding(
        &t.w, {"er staat niet wie aan het casusoverleg meedoet", "vul deelnemers in", "artikel 5, lid 5, Wet PGA"});
  }
  if (g.besluit != Weegbesluit::opnemen && !g.deelnemers.empty()) {
    t.geweigerd(t.veld("deelnemers"), {"deelnemers krijgen alleen toegang tot een casus die wordt opgenomen",
                                       "laat deelnemers weg", "artikel 5, lid 4 en 5, Wet PGA"});
  }
  if (g.besluit != Weegbesluit::opnemen && t.heeft(t.w, "derden")) {
    t.geweigerd(t.veld("derden"), {"derden worden alleen toegelaten tot een casus die wordt opgenomen",
                                   "laat derden weg; wie bij de weging is gehoord, hoort bij geraadpleegd",
                                   "artikel 3, lid 3, Wet PGA"});
  }
  if (t.d.fase == Fase::aangehouden) t.te_laat("aanhouden", "", t.veld("datum"), dag);
}

void toets_herweging(Toetser& t, const Weging& g, Datum dag) {
  toets_stemmen(t, g);
  if (!t.n.achteraf && g.noodzaak == Noodzaak::nog_noodzakelijk && !eensluidend(g.stemmen)) {  // the fold says it
    t.bevinding(
        t.veld("stemmen"),
        {"burgemeester, politie en OM zijn het er niet over eens dat de verwerking nog noodzakelijk is; deze "
         "herweging telt niet",
         "weeg opnieuw of sluit de casus: pga sluit", "artikel 2, lid 2, en artikel 9 Wet PGA"});
  }
  if (g.noodzaak == Noodzaak::niet_meer_noodzakelijk) {
    t.advies(t.veld("noodzaak"),
             {"de verwerking is niet meer noodzakelijk", "sluit de casus: pga sluit", "artikel 9 Wet PGA"});
  }
  t.te_laat("herweging", "", t.veld("datum"), dag);
}

void toets_uitstroomtoets(Toetser& t, const Weging& g, Datum dag) {
  if (t.d.voorwaarde(g.voorwaarde) == nullptr) {
    std::vector<std::string> bekend;
    for (const Voorwaarde& v : t.d.voorwaarden) bekend.push_back(v.velden.id);
    t.onbekend(t.veld("voorwaarde"), "de uitstroomvoorwaarde", g.voorwaarde, bekend);
    return;
  }
  if (g.uitkomst == Toetsuitkomst::voldaan) {
    t.advies(
        t.veld("uitkomst"),
        {"aan een uitstroomvoorwaarde is voldaan",
         "stel afsluiten of monitoren voor (pga sluit), of besluit met redenen dat de casus doorgaat (pga weeg, "
         "stap herweging)",
         "artikel 6, lid 2, en artikel 9 Wet PGA"});
  } else if (!g.volgende_toets) {
    t.bevinding(t.veld("uitkomst"),
                {"er is geen volgende toets afgesproken", "vul volgende_toets in", "artikel 6, lid 2, Wet PGA"});
  }
  t.te_laat("uitstroomtoets", g.voorwaarde, t.veld("datum"), dag);
}

void toets_terugkoppeling(Toetser& t, const Weging& g, Datum dag) {
  if (t.d.fase != Fase::niet_opgenomen && !t.d.afgedaan) {
    t.bevinding(&t.w, {"er is teruggekoppeld, maar de casus is niet afgewezen",
                       "de terugkoppeling hoort bij een besluit om niet op te nemen", "artikel 5, lid 6, Wet PGA"});
  }
  if (!g.aan) return;
  const auto& aan = t.d.aanmelders;
  if (std::find(aan.begin(), aan.end(), *g.aan) == aan.end()) {
    t.bevinding(t.veld("aan"), {fmt::format("{} heeft deze casus niet aangemeld", de_organisatie(naam(*g.aan))),
                                "koppel terug aan de deelnemer die aanmeldde", "artikel 5, lid 6, Wet PGA"});
  }
  if (g.teruggekoppeld == JaNee::onbekend) {
    t.bevinding(
        t.veld("teruggekoppeld"),
        {fmt::format("het is niet bekend of {} bericht kreeg; de termijn loopt door", de_organisatie(naam(*g.aan))),
         "koppel terug en leg dat vast", "artikel 5, lid 6, Wet PGA"});
  }
  if (g.teruggekoppeld == JaNee::nee) {
    t.advies(t.veld("teruggekoppeld"),
             {fmt::format("hiermee eindigt de plicht om {} bericht te geven", de_organisatie(naam(*g.aan))),
              "moet het bericht nog, leg dan de terugkoppeling vast zodra die er is (--vervangt)",
              "artikel 5, lid 6, Wet PGA"});
  }
  t.te_laat("terugkoppeling", std::string(naam(*g.aan)), t.veld("datum"), dag);
}

}  // namespace

void toets_deelnemers(Toetser& t) {
  for (const Waarde& d : t.w.items_van("deelnemers")) {
    const std::optional<Datum> tot = datum_van(d, "tot");
    const std::optional<Datum> dag = datum_van(t.w, "datum");
    if (tot && dag && *tot < *dag) {
      t.document(d.vind("tot"),
                 {fmt::format("de deelname eindigt ({}) voor zij begint ({})", tot->lang(), dag->lang()),
                  "kies een latere dag of laat tot weg",
                  {}});
    }
    if (t.n.gebruikers.empty()) continue;
    const std::string id = d.tekst_van("gebruiker");
    const auto it = std::find_if(t.n.gebruikers.begin(), t.n.gebruikers.end(),
                                 [&](const GebruikerRegel& g) { return g.id == id; });
    if (it == t.n.gebruikers.end()) {
      std::vector<std::string> bekend;
      for (const GebruikerRegel& g : t.n.gebruikers) bekend.push_back(g.id);
      t.onbekend(d.vind("gebruiker"), "de gebruiker", id, bekend);
    } else if (it->organisatie == naam(Organisatie::machine)) {
      t.geweigerd(
          d.vind("gebruiker"),
          {fmt::format("\"{}\" is geen persoon en kan niet meedoen aan een overleg", id),
           "kies een gebruiker die door een deelnemer is aangewezen", "artikel 12, lid 3, en artikel 13 Wet PGA"});
    } else if (!mag_meedoen(it->rollen)) {
      t.geweigerd(d.vind("gebruiker"),
                  {fmt::format("\"{}\" kan niet meedoen aan een casus: de rol {} laat dat niet toe", id,
                               fmt::join(it->rollen, ", ")),
                   "kies een gebruiker met de rol deelnemer", "artikel 13 Wet PGA"});
    }
  }
}

void toets_weging(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Weging g = lees_weging(t.w);
  const Datum dag = g.datum.value_or(t.n.peildatum);
  if (!t.d.aangemeld && t.d.afgedaan) {
    t.geweigerd(
        &t.w, {"deze melding is afgedaan zonder dat een deelnemer haar heeft voorgedragen: er valt niets te wegen, "
               "en er is niemand die hiervan bericht moet krijgen",
               "komt er een nieuw signaal, begin dan een nieuw dossier: pga melding",
               "artikel 5, lid 1 en lid 3, Wet PGA"});
    return;
  }
  if (!t.d.aangemeld) {
    t.geweigerd(&t.w, {"deze melding is nog niet aangemeld en kan niet worden gewogen",
                       "maak er eerst een aanmelding van: pga melding NUMMER --voordragen",
                       "artikel 5, lid 1 en lid 3, Wet PGA"});
    return;
  }
  const bool lopende_casus = g.stap == WegingStap::herweging || g.stap == WegingStap::uitstroomtoets;
  if (lopende_casus && t.d.fase != Fase::opgenomen && t.d.fase != Fase::afgesloten) {
    t.geweigerd(&t.w, {fmt::format("stap {} kan alleen bij een casus die is opgenomen", naam(g.stap)),
                       "neem eerst een weegbesluit: pga weeg", kLid3});
    return;
  }
  toets_geraadpleegd(t);
  switch (g.stap) {
    case WegingStap::besluit:
      return toets_besluit(t, g, dag);
    case WegingStap::herweging:
      return toets_herweging(t, g, dag);
    case WegingStap::uitstroomtoets:
      return toets_uitstroomtoets(t, g, dag);
    case WegingStap::terugkoppeling:
      return toets_terugkoppeling(t, g, dag);
  }
}

void toets_deelname(Toetser& t) {
  if (t.nieuw_dossier()) return;
  if (t.d.fase != Fase::opgenomen) {
    t.geweigerd(&t.w, {"meedoen kan alleen aan een casus die is opgenomen", "neem eerst een weegbesluit: pga weeg",
                       "artikel 5, lid 4 en 5, Wet PGA"});
    return;
  }
  const std::string waarom_niet = niet_eensluidend(lees_deelname(t.w).stemmen);
  if (!waarom_niet.empty()) t.geweigerd(t.veld("stemmen"), niemand_erbij(waarom_niet));
}

void toets_bevestiging(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Bevestiging b = lees_bevestiging(t.w);
  std::vector<std::string> stemmen;
  const Stemming* stem = nullptr;
  for (const Stemming& s : t.d.stemmen) {
    if (s.stuk != b.stuk) continue;
    stemmen.push_back(s.id);
    if (s.id == b.stem) stem = &s;
  }
  if (stemmen.empty()) {
    t.document(t.veld("stuk"), {"in dat stuk staan geen stemmen, of het stuk is er niet",
                                "kijk met pga toon welk stuk de stemmen bevat",
                                {}});
  } else if (stem == nullptr) {
    t.onbekend(t.veld("stem"), "de stem", b.stem, stemmen);
  } else if (!stem->organisatie || naam(*stem->organisatie) != t.n.organisatie) {
    t.geweigerd(t.veld("stem"), {"u kunt alleen een stem van uw eigen organisatie bevestigen",
                                 "laat iemand van de organisatie die stemde dit ondertekenen", kLid3});
  } else if (b.datum && *b.datum < stem->datum) {
    t.bevinding(t.veld("datum"), {fmt::format("de bevestiging ({}) is van voor de dag van de stem ({})",
                                              b.datum->lang(), stem->datum.lang()),
                                  "controleer de datum; is hij fout, verbeter dit stuk dan met --vervangt", kLid3});
  }
}

}  // namespace pga::proces
