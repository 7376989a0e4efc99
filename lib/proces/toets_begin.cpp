// SPDX-License-Identifier: EUPL-1.2
//
// How a dossier begins: melding, aanmelding, afdoening, a running case.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lib/proces/naam_in_id.h"
#include "lib/proces/toetser.h"
#include "lib/termijn/regels.h"

namespace pga::proces {
namespace {

constexpr const char* kLid3 = "artikel 5, lid 3, Wet PGA";

/// A new dossier says who it is about: a name or description and one fact that identifies.
void toets_herkenbaar(Toetser& t) {
  const Waarde leeg = Waarde::kaart();
  const Waarde* b = t.w.vind("betrokkene");
  if (b == nullptr) b = &leeg;
  if (is_fenomeen(*b)) return;  // refused, whatever is known of it
  if (!t.heeft(*b, "naam")) {
    t.document(t.veld("betrokkene"),
               {"er staat niet bij over wie het gaat: betrokkene.naam ontbreekt",
                "een naam of een korte beschrijving is genoeg", "artikel 4, onder a, Wet PGA"});
  }
  static constexpr std::array kGegevens = {"geboortedatum", "leeftijd_geschat",     "adres", "telefoon", "email",
                                           "bsn",           "gemeente_van_verblijf"};
  const bool een = std::any_of(kGegevens.begin(), kGegevens.end(), [&](const char* g) { return t.heeft(*b, g); });
  if (!een) {
    t.document(t.veld("betrokkene"),
               {"over de betrokkene is niets bekend waaraan hij of zij te herkennen is",
                "vul bij betrokkene één gegeven in, zoals geboortedatum, leeftijd_geschat, adres of telefoon",
                "artikel 4, onder a, Wet PGA"});
    return;
  }
  const bool zegt_niets = std::none_of(kGegevens.begin(), kGegevens.end(), [&](const char* g) {
    return t.heeft(*b, g) && b->tekst_van(g) != "onbekend";
  });
  if (zegt_niets) {
    t.bevinding(t.veld("betrokkene"),
                {"over de betrokkene staat er alleen \"onbekend\"; hij of zij is daaraan niet te herkennen",
                 "vul een gegeven in zodra het bekend is: pga melding NUMMER", "artikel 4, onder a, Wet PGA"});
  }
}

/// Of the moment of writing: later ones count too, see bevindingen().
void toets_signalen_er(Toetser& t) {
  if (t.n.achteraf || t.heeft(t.w, "signalen")) return;
  t.bevinding(
      &t.w, {"er staat nog geen signaal in", "leg vast wat er is gezien of gehoord, met datum en wie het inbracht",
             "artikel 4, onder c, Wet PGA"});
}

/// A correction of what the dossier begins with says what that said: whom it is about, and why.
bool vervangt_begin(const Toetser& t) {
  const auto begin = std::find_if(t.d.stukken.begin(), t.d.stukken.end(), [](const StukRegel& s) {
    return s.soort == naam(Soort::melding) || s.soort == naam(Soort::aanmelding);
  });
  return begin != t.d.stukken.end() &&
         std::find(t.n.vervangt.begin(), t.n.vervangt.end(), t.d.nieuwste(begin->digest)) != t.n.vervangt.end();
}

void toets_grondslag(Toetser& t, const Lopend& l, const Waarde& besluit) {
  const Datum wet = termijn::inwerkingtreding();
  const Waarde* bij = besluit.vind("grondslag");
  if (!l.besluit_datum) {
    t.bevinding(&besluit,
                {"de datum van het besluit is niet bekend", "de casus moet nu opnieuw gewogen worden", kLid3});
  } else if (*l.besluit_datum < wet && l.grondslag == LopendGrondslag::artikel_5) {
    t.bevinding(bij, {fmt::format("het besluit is van {}, voor de wet gold, en kan niet op artikel 5 rusten",
                                  l.besluit_datum->lang()),
                      "kies grondslag voor_1_juli_2025 en weeg de casus opnieuw", kLid3});
  } else if (*l.besluit_datum >= wet && l.grondslag == LopendGrondslag::voor_1_juli_2025) {
    t.document(bij, {fmt::format("het besluit is van {}; de grondslag kan niet voor_1_juli_2025 zijn",
                                 l.besluit_datum->lang()),
                     "kies grondslag artikel_5 of onbekend", kLid3});
  } else if (*l.besluit_datum >= wet) {
    t.advies(&besluit,
             {fmt::format("het besluit is van {}, en de stemmen van burgemeester, politie en OM staan niet "
                          "in dit dossier",
                          l.besluit_datum->lang()),
              "weeg de casus opnieuw: pga weeg, stap herweging; een nieuwe casus begint met een melding of "
              "aanmelding",
              kLid3});
  }
}

void toets_lopende_notificatie(Toetser& t, const Lopend& l, const Waarde& notificatie) {
  const Waarde* bij = notificatie.vind("stand");
  if (l.notificatie == LopendNotificatie::verzonden && !l.notificatie_datum) {
    t.bevinding(bij, {"de betrokkene is geïnformeerd, maar de dag is niet bekend",
                      "zoek de dag op en corrigeer dit stuk (--vervangt)", "artikel 14, lid 3, AVG"});
  } else if (l.notificatie == LopendNotificatie::niet_verzonden && l.notificatie_datum) {
    t.document(notificatie.vind("datum"), {"de notificatie is niet verzonden, maar er staat wel een datum bij",
                                           "haal de datum weg of kies stand verzonden",
                                           {}});
  } else if (l.notificatie != LopendNotificatie::verzonden) {
    t.advies(bij == nullptr ? &t.w : bij, {"het is niet zeker dat de betrokkene is geïnformeerd",
                                           "informeer de betrokkene of motiveer uitstel: pga notificeer",
                                           "artikel 14, lid 3, AVG; artikel 4 Besluit PGA"});
  }
}

/// The month counts from the weegbesluit, and the earliest reading from the receipt: that comes first.
void toets_voor_besluit(Toetser& t) {
  const std::optional<Datum> ontvangen = datum_van(t.w, "ontvangen");
  if (!ontvangen || t.d.besluiten.empty() || *ontvangen <= t.d.besluiten.front().datum || !t.corrigeert()) return;
  t.bevinding(t.veld("ontvangen"), {fmt::format("de ontvangst ({}) ligt na het weegbesluit ({})", ontvangen->lang(),
                                                t.d.besluiten.front().datum.lang()),
                                    "controleer de datum", kLid3});
}

}  // namespace

void toets_melding(Toetser& t) {
  toets_voor_besluit(t);
  if (t.nieuw_dossier() || vervangt_begin(t)) {
    toets_herkenbaar(t);
    toets_signalen_er(t);
  }
  const Waarde* melder = t.w.vind("melder");
  if (melder == nullptr || melder->tekst_van("soort") != "anoniem") return;
  if (t.heeft(*melder, "naam") || t.heeft(*melder, "contact")) {
    t.document(melder, {"de melder is anoniem, maar er staat een naam of contactgegeven bij",
                        "haal die weg, of kies een andere soort melder",
                        {}});
  }
}

void toets_aanmelding(Toetser& t) {
  toets_voor_besluit(t);
  if (t.nieuw_dossier() || vervangt_begin(t)) {
    toets_herkenbaar(t);
    toets_signalen_er(t);
  } else if (t.d.fase == Fase::opgenomen && !t.corrigeert()) {
    t.geweigerd(&t.w,
                {"deze casus is al opgenomen; er valt niets meer aan te melden",
                 "leg nieuwe signalen vast met pga melding NUMMER --van BESTAND", "artikel 5, lid 1, Wet PGA"});
  } else if (t.d.aangemeld && !t.corrigeert()) {
    t.bevinding(&t.w, {"deze casus was al aangemeld",
                       "is dit een verbetering van de aanmelding, geef haar dan met --vervangt",
                       "artikel 5, lid 1, Wet PGA"});
  }
  const Waarde* toets = t.w.vind("kwaliteitstoets");
  if (toets == nullptr || !t.heeft(*toets, "gecontroleerd") || !t.heeft(*toets, "datum")) {
    t.geweigerd(t.veld("kwaliteitstoets"),
                {"een aanmelding kan alleen na een toets op juistheid en kwaliteit",
                 "vul kwaliteitstoets in: door wie, wanneer, wat is gecontroleerd en wat kon niet",
                 "artikel 7 Besluit PGA"});
    return;
  }
  const std::optional<Datum> getoetst = datum_van(*toets, "datum");
  const std::optional<Datum> ontvangen = datum_van(t.w, "ontvangen");
  if (getoetst && ontvangen && *getoetst > *ontvangen) {
    t.bevinding(toets->vind("datum"), {fmt::format("de kwaliteitstoets ({}) is van na de aanmelding ({})",
                                                   getoetst->lang(), ontvangen->lang()),
                                       "toets een volgende keer voor de aanmelding", "artikel 7 Besluit PGA"});
  }
}

void toets_afdoening(Toetser& t) {
  if (t.nieuw_dossier() || t.corrigeert()) return;
  if (t.d.fase == Fase::opgenomen) {
    t.geweigerd(&t.w, {"deze casus is opgenomen en kan niet als melding worden afgedaan",
                       "sluit de casus: pga sluit", "artikel 6, lid 2, Wet PGA"});
  } else if (t.d.aangemeld && t.d.fase != Fase::niet_opgenomen && t.d.fase != Fase::afgesloten) {
    t.geweigerd(&t.w, {"deze casus is aangemeld en kan niet meer als melding worden afgedaan",
                       "weeg de casus: pga weeg, zo nodig met besluit niet_opnemen", kLid3});
  }
  if (t.w.tekst_van("uitkomst") == "doorverwezen" && !t.heeft(t.w, "doorverwezen_naar")) {
    t.document(t.veld("uitkomst"), {"er staat niet bij naar wie is doorverwezen", "vul doorverwezen_naar in", {}});
  }
  const std::optional<Datum> dag = datum_van(t.w, "datum");
  if (dag && *dag < *t.d.geopend) {
    t.document(
        t.veld("datum"),
        {fmt::format("de afdoening ligt voor de ontvangst ({})", t.d.geopend->lang()), "controleer de datum", {}});
  }
}

void toets_lopend(Toetser& t) {
  toets_herkenbaar(t);
  const Lopend l = lees_lopend(t.w);
  const Waarde leeg = Waarde::kaart();
  const Waarde* besluit = t.w.vind("besluit");
  const Waarde* notificatie = t.w.vind("notificatie");
  if (besluit == nullptr) besluit = &leeg;
  toets_grondslag(t, l, *besluit);
  toets_lopende_notificatie(t, l, notificatie == nullptr ? leeg : *notificatie);
  t.volgorde(t.w, "ontvangen", *besluit, "datum");
  t.volgorde(*besluit, "datum", t.w, "laatste_herweging");
  if (notificatie != nullptr) t.volgorde(t.w, "ontvangen", *notificatie, "datum");
  if (l.besluit_datum) t.niet_voor("datum", *l.besluit_datum, "het besluit");
}

}  // namespace pga::proces
