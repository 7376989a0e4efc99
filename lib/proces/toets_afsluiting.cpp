// SPDX-License-Identifier: EUPL-1.2
//
// Closing: proposal, decision of the deelnemers, letters (artikel 6, lid 2, Wet PGA and 3).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/proces/toetser.h"
#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

constexpr const char* kLid2 = "artikel 6, lid 2, Wet PGA";
constexpr const char* kVernietigen = "artikel 9 Wet PGA";

void toets_brief_van(Toetser& t, const Waarde& w, const AfsluitingBetrokkene& a, const Betrokkene& b) {
  if (a.brief == BriefStand::verzonden) {
    if (b.overleden_op) {
      t.bevinding(w.vind("brief"), {fmt::format("de afsluitbrief is aan betrokkene {}, en die is overleden", a.id),
                                    "schrijf naasten zelf, als dat past; leg hier niet_verzonden vast",
                                    {}});
      return;
    }
    if (a.genotificeerd == JaNee::nee || b.notificatie != NotificatieStand::verzonden) {
      t.bevinding(
          w.vind("brief"),
          {fmt::format("betrokkene {} kreeg een afsluitbrief, en is nooit geïnformeerd", a.id),
           "is dit juist, leg dan vast wat de brief heeft verraden (pga datalek) en informeer de betrokkene: "
           "pga notificeer",
           "artikel 14 AVG; artikel 41 UAVG"});
    }
    const std::optional<Datum> dicht = t.d.afgesloten_op ? t.d.afgesloten_op : datum_van(t.w, "datum");
    if (!a.brief_datum) {
      t.bevinding(w.vind("brief"), {"er staat niet bij wanneer de brief is verzonden", "vul brief_datum in", {}});
    } else if (dicht && *a.brief_datum < *dicht) {
      t.bevinding(w.vind("brief_datum"), {fmt::format("de afsluitbrief ({}) ligt voor de afsluiting ({})",
                                                      a.brief_datum->lang(), dicht->lang()),
                                          "controleer de datum", kLid2});
    }
  } else if (a.brief == BriefStand::niet_verzonden && !t.heeft(w, "brief_reden")) {
    t.bevinding(w.vind("brief"), {"er staat niet bij waarom er geen afsluitbrief is", "vul brief_reden in", {}});
  }
}

void toets_genotificeerd(Toetser& t, const Waarde& w, const AfsluitingBetrokkene& a, const Betrokkene& b) {
  const bool is = b.notificatie == NotificatieStand::verzonden;
  if (a.genotificeerd == JaNee::ja && !is) {
    t.bevinding(w.vind("genotificeerd"),
                {fmt::format("hier staat dat betrokkene {} is geïnformeerd, maar dat is niet vastgelegd", a.id),
                 "leg de notificatie vast: pga notificeer", "artikel 14 AVG; artikel 4 Besluit PGA"});
  } else if (a.genotificeerd == JaNee::nee && is) {
    t.bevinding(w.vind("genotificeerd"),
                {fmt::format("hier staat dat betrokkene {} niet is geïnformeerd, maar dat is op {} gebeurd", a.id,
                             b.notificatie_op->lang()),
                 "controleer dit gegeven", "artikel 14 AVG"});
  } else if (b.notificatie == NotificatieStand::uitgesteld && !t.heeft(w, "bewaker")) {
    t.bevinding(&w, {fmt::format("voor betrokkene {} loopt uitstel, maar er staat niet wie dat bewaakt", a.id),
                     "vul bewaker in", "artikel 4, lid 3, Besluit PGA"});
  } else if (a.genotificeerd == JaNee::onbekend && b.notificatie == NotificatieStand::grond_vervallen) {
    t.bevinding(
        w.vind("genotificeerd"),
        {fmt::format("het is niet bekend of betrokkene {} is geïnformeerd, en er is geen uitstel meer", a.id),
         "informeer de betrokkene: pga notificeer", "artikel 4, lid 3, Besluit PGA; artikel 14, lid 3, AVG"});
  } else if (b.notificatie == NotificatieStand::open) {
    t.bevinding(&w, {fmt::format("betrokkene {} is niet geïnformeerd en er is geen uitstel", a.id),
                     "informeer de betrokkene of motiveer uitstel: pga notificeer", "artikel 14, lid 3, AVG"});
  }
}

void toets_betrokkenen(Toetser& t, const Afsluiting& a) {
  std::vector<std::string> bekend;
  for (const Betrokkene& b : t.d.betrokkenen) bekend.push_back(b.id);
  const Waarde::Lijst& items = t.w.items_van("betrokkenen");
  for (std::size_t i = 0; i < a.betrokkenen.size(); ++i) {
    const Betrokkene* b = t.d.betrokkene(a.betrokkenen[i].id);
    if (b == nullptr) {
      t.onbekend(items[i].vind("id"), "de betrokkene", a.betrokkenen[i].id, bekend);
      continue;
    }
    toets_brief_van(t, items[i], a.betrokkenen[i], *b);
    if (a.stap == AfsluitingStap::besluit) toets_genotificeerd(t, items[i], a.betrokkenen[i], *b);
  }
  if (a.stap != AfsluitingStap::besluit) return;
  for (const Betrokkene& b : t.d.betrokkenen) {
    const bool genoemd = std::any_of(a.betrokkenen.begin(), a.betrokkenen.end(),
                                     [&](const AfsluitingBetrokkene& x) { return x.id == b.id; });
    if (genoemd || b.notificatie == NotificatieStand::geen) continue;
    t.bevinding(t.veld("betrokkenen"), {fmt::format("betrokkene {} ontbreekt bij de afsluiting", b.id),
                                        "vul in of deze betrokkene is geïnformeerd en een brief krijgt",
                                        "artikel 14 AVG; artikel 4 Besluit PGA"});
  }
}

void toets_laatste_verwerking(Toetser& t, const Afsluiting& a, Datum dag) {
  if (!a.laatste_verwerking) return;
  const Waarde* bij = t.veld("laatste_verwerking");
  if (*a.laatste_verwerking > dag) {
    t.document(bij, {fmt::format("laatste_verwerking ({}) ligt na de afsluiting ({})", a.laatste_verwerking->lang(),
                                 dag.lang()),
                     "kies de dag van de afsluiting of een eerdere", kVernietigen});
  } else if (t.d.laatste_inhoudelijk && *a.laatste_verwerking < *t.d.laatste_inhoudelijk) {
    t.bevinding(bij, {fmt::format("laatste_verwerking ({}) ligt voor het laatste inhoudelijke stuk ({})",
                                  a.laatste_verwerking->lang(), t.d.laatste_inhoudelijk->lang()),
                      "controleer de dag; de vijf jaar lopen vanaf deze dag", kVernietigen});
  }
}

/// What the reason says must be on record, and what can be done no more afterwards.
void toets_reden(Toetser& t, const Afsluiting& a) {
  const std::optional<Datum> overleden_op = t.d.overleden_op();
  const bool zegt = a.reden == AfsluitReden::overleden;
  if (zegt && !overleden_op) {
    t.bevinding(t.veld("reden"),
                {"de reden is overleden, maar er staat nergens op welke dag de betrokkene overleed",
                 "leg de dag vast: pga melding NUMMER, bij betrokkene: overleden_op",
                 {}});
  } else if (overleden_op && !zegt && a.reden) {
    t.bevinding(t.veld("reden"),
                {fmt::format("de betrokkene is overleden op {}, en de reden is een andere", overleden_op->lang()),
                 "kies reden overleden, tenzij de casus om iets anders sluit",
                 {}});
  }
  const bool overgedragen = std::any_of(t.d.stukken.begin(), t.d.stukken.end(),
                                        [](const StukRegel& s) { return s.soort == naam(Soort::overdracht); });
  if (a.reden == AfsluitReden::verhuisd && !overgedragen) {
    t.advies(t.veld("reden"),
             {"de betrokkene is verhuisd, en er is niets overgedragen aan de nieuwe gemeente",
              "hoeft dat niet, ga dan door; na het sluiten kan het niet meer: pga overdragen NUMMER",
              "artikel 7, lid 1, en artikel 6, lid 3, Wet PGA"});
  }
}

/// What was reached of each goal is the ground to end or to go on; of who died nothing is asked any more.
void toets_per_doel(Toetser& t, const Afsluiting& a) {
  const Waarde::Lijst& items = t.w.items_van("per_doel");
  bool niet_bereikt = false;
  for (std::size_t i = 0; i < a.per_doel.size(); ++i) {
    const std::string& id = a.per_doel[i];
    if (std::count(t.d.doelen.begin(), t.d.doelen.end(), id) == 0)
      t.onbekend(items[i].vind("id"), "het doel", id, t.d.doelen);
    niet_bereikt = niet_bereikt || items[i].tekst_van("bereikt") == "nee";
  }
  if (niet_bereikt && a.reden == AfsluitReden::doelen_bereikt) {
    t.bevinding(t.veld("reden"),
                {"de reden is dat de doelen zijn bereikt, maar er staat een doel bij dat niet is bereikt",
                 "kies een andere reden, of leg in de toelichting uit waarom sluiten toch kan", kLid2});
  }
  if (t.d.overleden_op() || a.reden == AfsluitReden::overleden) return;
  std::vector<std::string> genoemd = a.per_doel;
  if (a.stap == AfsluitingStap::besluit)
    genoemd.insert(genoemd.end(), t.d.voorstel_per_doel.begin(), t.d.voorstel_per_doel.end());
  std::vector<std::string> mist;
  for (const std::string& id : t.d.doelen) {
    if (std::count(genoemd.begin(), genoemd.end(), id) == 0) mist.push_back(id);
  }
  if (mist.empty()) return;
  t.advies(t.veld(a.per_doel.empty() ? "toelichting" : "per_doel"),
           {fmt::format("er staat niet wat is bereikt van {} {}", mist.size() == 1 ? "doel" : "de doelen",
                        fmt::join(mist, ", ")),
            "vul per_doel in: het id, bereikt, en de grond om hiervoor te sluiten of door te gaan",
            "artikel 6, lid 2, en artikel 9 Wet PGA"});
}

void toets_bevestigd(Toetser& t, const Afsluiting& a) {
  if (t.n.achteraf || !t.b.bevestiging_afsluiting || eensluidend(a.stemmen)) return;  // the fold says it
  t.bevinding(
      t.veld("stemmen"),
      {fmt::format("burgemeester, politie en OM hebben de afsluiting niet alle drie bevestigd ({})",
                   niet_eensluidend(a.stemmen)),
       "wie nog niet instemde, kan dat alsnog doen: vervang dan dit stuk door een met ook die stem (pga sluit "
       "NUMMER --vervangt STUK --van BESTAND); bewaar daarvoor dit document",
       "artikel 6, lid 2, Wet PGA; beleid"});
}

}  // namespace

void toets_afsluiting(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Afsluiting a = lees_afsluiting(t.w);
  if (!a.stap) return;
  const Datum dag = a.datum.value_or(t.n.peildatum);
  if (*a.stap != AfsluitingStap::brief) {
    const bool voor_opnemen =
        t.d.fase == Fase::melding || t.d.fase == Fase::weging || t.d.fase == Fase::aangehouden;
    if (voor_opnemen) {
      t.geweigerd(&t.w, {"deze casus is niet opgenomen en kan niet worden afgesloten",
                         t.d.aangemeld ? "neem een weegbesluit: pga weeg, met besluit niet_opnemen"
                                       : "doe de melding af: pga melding NUMMER --afdoen",
                         kLid2});
      return;
    }
  } else if (t.d.fase != Fase::afgesloten) {
    t.bevinding(&t.w,
                {"er is een afsluitbrief, maar de casus is niet afgesloten", "sluit de casus: pga sluit", kLid2});
  }
  toets_betrokkenen(t, a);
  if (*a.stap != AfsluitingStap::brief) {
    toets_reden(t, a);
    toets_per_doel(t, a);
  }
  if (*a.stap != AfsluitingStap::besluit) return;
  toets_laatste_verwerking(t, a, dag);
  toets_bevestigd(t, a);
  if (t.d.voorstel != Voorstel::afsluiten && !t.corrigeert()) {
    t.bevinding(&t.w, {"er is geen voorstel van het casusoverleg om af te sluiten",
                       t.n.achteraf ? "bespreek hoe het de volgende keer gaat: eerst het voorstel, dan het besluit"
                                    : "leg een volgende keer eerst het voorstel vast, met stap voorstel",
                       kLid2});
  }
}

}  // namespace pga::proces
