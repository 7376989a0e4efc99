// SPDX-License-Identifier: EUPL-1.2
//
// Requests of a betrokkene (hoofdstuk III AVG, artikel 3 Besluit PGA), and Woo requests.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>

#include "lib/proces/toetser.h"
#include "lib/proces/vervolg.h"
#include "lib/proces/wetsversies.h"
#include "lib/termijn/duur.h"

namespace pga::proces {
namespace {

constexpr const char* kOverleg = "artikel 3, lid 2, Besluit PGA";
constexpr const char* kVerlenging = "artikel 12, lid 3, AVG";
constexpr const char* kVerdaging = "artikel 4.4, lid 2, Woo";
constexpr const char* kAfwijzing = "artikel 12, lid 4, AVG";

bool heeft_recht(const std::vector<Recht>& rechten, std::initializer_list<Recht> een_van) {
  return std::any_of(een_van.begin(), een_van.end(),
                     [&](Recht r) { return std::find(rechten.begin(), rechten.end(), r) != rechten.end(); });
}

/// An answer about someone who was not told yet may tell.
void toets_nog_niet_ingelicht(Toetser& t, const std::string& door, const Waarde* bij) {
  const Betrokkene* b = t.d.betrokkene(door);
  if (b == nullptr || b->notificatie != NotificatieStand::uitgesteld) return;
  t.bevinding(bij, {fmt::format("voor betrokkene {} loopt uitstel van de notificatie", door),
                    "bespreek het antwoord eerst: het kan verraden dat er een dossier is", "artikel 41 UAVG"});
}

/// Who may exercise the rights of a minor, by the law of the day of receipt.
void toets_minderjarig(Toetser& t, const Verzoek& v, Datum dag) {
  const Betrokkene* b = t.d.betrokkene(v.door);
  const std::optional<std::int64_t> jaren = b == nullptr ? std::nullopt : leeftijd_op(*b, dag);
  if (!jaren || *jaren >= kMeerderjarig) return;
  const MinderjarigenVersie& versie = minderjarigen_versie(dag);
  const std::string door = t.w.tekst_van("gedaan_door");
  const std::string wie = fmt::format("betrokkene {} is {} jaar", v.door, *jaren);
  const auto zeg = [&](const std::string& wat, const char* tip) {
    t.bevinding(t.veld(door.empty() ? "door" : "gedaan_door"), {wie + wat, tip, versie.tekst()});
  };
  switch (versie.bij(*jaren)) {
    case Uitoefening::vertegenwoordiger:
      if (door.empty()) {
        zeg(": de wettelijke vertegenwoordiger oefent deze rechten uit, en er staat niet bij wie het verzoek deed",
            "vul gedaan_door in");
      } else if (door == "betrokkene") {
        zeg(": de wettelijke vertegenwoordiger oefent deze rechten uit, niet het kind zelf",
            "vraag de gezagdrager of hij het verzoek overneemt; leg dat vast met gedaan_door");
      }
      return;
    case Uitoefening::kind_of_vertegenwoordiger:
      if (!door.empty()) return;
      zeg(": het kind of de wettelijke vertegenwoordiger kan dit verzoek doen, en er staat niet bij wie het deed",
          "vul gedaan_door in");
      return;
    case Uitoefening::zelf:
      if (door != "gezagdrager" && door != "gecertificeerde_instelling") return;
      zeg(" en oefent deze rechten zelf uit", "vraag of de betrokkene dit verzoek zelf wil doen");
      return;
  }
}

void toets_ontvangst(Toetser& t, const Verzoek& v, Datum dag) {
  const bool woo = v.soort == VerzoekSoort::woo;
  if (!woo && v.rechten.empty()) {
    t.document(&t.w, {"er staat niet bij op welke rechten de persoon een beroep doet",
                      "vul rechten in, of kies soort_verzoek woo", "artikel 15 tot en met 21 AVG"});
  } else if (woo && !v.rechten.empty()) {
    t.document(t.veld("rechten"), {"een Woo-verzoek en een verzoek om rechten uit de AVG zijn twee verzoeken",
                                   "leg ze apart vast: de termijnen verschillen", "artikel 5.5 Woo"});
  }
  if (v.door.empty() && !t.heeft(t.w, "verzoeker")) {
    t.bevinding(
        &t.w,
        {"er staat niet bij wie het verzoek deed", "vul door in (het id van een betrokkene) of verzoeker", {}});
  }
  if (v.door.empty()) return;
  std::vector<std::string> bekend;
  for (const Betrokkene& b : t.d.betrokkenen) bekend.push_back(b.id);
  if (t.d.betrokkene(v.door) == nullptr) t.onbekend(t.veld("door"), "de betrokkene", v.door, bekend);
  toets_nog_niet_ingelicht(t, v.door, t.veld("door"));
  if (!woo) toets_minderjarig(t, v, dag);
}

/// The term without an extension, when its last day by the law lies before the day.
std::optional<termijn::Termijn> voorbij(const Toetser& t, std::string_view regel, const std::string& id,
                                        Datum dag) {
  for (termijn::Termijn& x : termijn::bereken(t.d.feiten, t.b.termijnen, dag)) {
    if (x.regel == regel && x.onderwerp == id && x.wettelijk && *x.wettelijk < dag) return std::move(x);
  }
  return std::nullopt;
}

void toets_verlenging(Toetser& t, const Verzoek& v, const VerzoekStand& stand, Datum dag) {
  const bool woo = stand.soort == VerzoekSoort::woo;
  if (woo != (v.stap == VerzoekStap::verdaagd)) {
    t.document(t.veld("stap"),
               {woo ? "een Woo-verzoek wordt niet verlengd maar verdaagd, met ten hoogste twee weken"
                    : "een verzoek uit de AVG wordt niet verdaagd maar verlengd, met ten hoogste twee maanden",
                woo ? "kies stap verdaagd" : "kies stap verlengd", woo ? kVerdaging : kVerlenging});
    return;
  }
  if (stand.verlengd_op && !t.corrigeert()) {
    t.bevinding(t.veld("stap"),
                {fmt::format("dit verzoek is al {} op {}; een tweede keer kent de wet niet", naam(v.stap),
                             stand.verlengd_op->lang()),
                 "het wordt vastgelegd, maar de termijn verandert niet", woo ? kVerdaging : kVerlenging});
  } else if (const auto was = voorbij(t, woo ? "woo_verzoek" : "verzoek", v.id, dag)) {
    const bool stil = was->status == termijn::Status::opgeschort;
    t.bevinding(
        t.veld("datum"),
        {fmt::format("dit bericht komt na de eerste termijn (uiterlijk {}) en telt {}", was->wettelijk->lang(),
                     stil ? "alleen als die stilstond sinds de vraag naar de identiteit: dat is een lezing "
                            "van artikel 12, lid 6, AVG"
                          : "niet"),
         "besluit meteen; het wordt vastgelegd met de echte datum", woo ? kVerdaging : kVerlenging});
  }
}

/// The deelnemers whose last word is that a ground of artikel 41 UAVG applies, this document included.
std::vector<std::string> met_grond(const Toetser& t, const VerzoekStand& stand) {
  std::vector<std::string> uit = stand.met_grond;
  for (const Waarde& w : t.w.items_van("geraadpleegd")) {
    const std::string wie = w.tekst_van("organisatie");
    uit.erase(std::remove(uit.begin(), uit.end(), wie), uit.end());
    if (w.tekst_van("antwoord") == "uitzonderingsgrond") uit.push_back(wie);
  }
  std::replace(uit.begin(), uit.end(), std::string("om"), std::string("OM"));  // as a person writes it
  return uit;
}

/// Reasons, grounds and where to go: what a refusal in whole or in part must have.
void toets_afwijzing(Toetser& t, const VerzoekStand& stand, bool op_grond) {
  const bool woo = stand.soort == VerzoekSoort::woo;
  const Waarde* bij = t.veld("besluit");
  if (!t.heeft(t.w, "redenen") && !t.heeft(t.w, "motivering")) {
    t.bevinding(bij, {"er staat niet bij waarom het verzoek niet (helemaal) is toegewezen",
                      "vul redenen in, of motivering als de verzoeker de redenen niet mag weten",
                      woo ? "artikel 3:46 Awb" : kAfwijzing});
  }
  if (op_grond && !t.heeft(t.w, "gronden")) {
    t.bevinding(bij, {"er staat niet bij op welke grond van artikel 41 UAVG de afwijzing rust", "vul gronden in",
                      "artikel 41, lid 1, UAVG"});
  }
  if (op_grond && !t.heeft(t.w, "motivering")) {
    t.bevinding(bij, {"er staat niet bij waarom de uitzondering noodzakelijk en evenredig is", "vul motivering in",
                      "artikel 41, lid 1 en lid 2, UAVG"});
  }
  if (t.w.tekst_van("rechtsmiddel_vermeld") != "ja") {
    t.bevinding(bij, {woo ? "er staat niet bij dat de verzoeker hoorde dat bezwaar kan"
                          : "er staat niet bij dat de verzoeker hoorde dat een klacht bij de AP en bezwaar kunnen",
                      "zet dat in het bericht, en vul rechtsmiddel_vermeld in",
                      woo ? "artikel 3:45 Awb" : "artikel 12, lid 4, AVG; artikel 3:45 Awb"});
  }
}

void toets_toewijzing(Toetser& t, const VerzoekStand& stand, VerzoekBesluit besluit) {
  if (stand.identiteit_in_twijfel) {
    t.bevinding(t.veld("besluit"),
                {"er was twijfel over wie de verzoeker is, en de identiteit is niet vastgesteld",
                 "leg vast hoe zij is vastgesteld: stap identiteit_vastgesteld", "artikel 12, lid 6, AVG"});
  }
  toets_nog_niet_ingelicht(t, stand.door, t.veld("besluit"));
  if (besluit == VerzoekBesluit::toegewezen && t.heeft(t.w, "gronden")) {
    t.document(t.veld("gronden"), {"het verzoek is toegewezen, maar er staan gronden voor een afwijzing bij",
                                   "haal gronden weg, of kies besluit gedeeltelijk of afgewezen",
                                   {}});
  }
  if (heeft_recht(stand.rechten, {Recht::rectificatie, Recht::wissing, Recht::beperking})) {
    t.bevinding(t.veld("besluit"),
                {"het gegeven moet nu ook echt veranderen, bij de bron en bij wie het kreeg",
                 "leg dat vast: pga corrigeer", "artikel 16 tot en met 19 AVG; artikel 10 Wet PGA"});
  }
}

void toets_besluit(Toetser& t, const Verzoek& v, const VerzoekStand& stand, Datum dag) {
  const bool woo = stand.soort == VerzoekSoort::woo;
  t.niet_voor("verzonden_op", dag, "het besluit");
  t.te_laat(woo ? "woo_verzoek" : "verzoek", v.id, t.veld("verzonden_op"), v.verzonden_op.value_or(dag));
  const std::vector<std::string> grond = woo ? std::vector<std::string>() : met_grond(t, stand);
  if (!woo && !stand.geraadpleegd && !t.heeft(t.w, "geraadpleegd")) {
    t.bevinding(t.veld("besluit"), {"er staat niet bij dat de deelnemers zijn geraadpleegd",
                                    "vul geraadpleegd in: het besluit komt na overleg met hen", kOverleg});
  }
  if (!v.besluit) return;
  if (*v.besluit == VerzoekBesluit::toegewezen && !grond.empty()) {
    t.geweigerd(
        t.veld("besluit"),
        {fmt::format(
             "toewijzen kan niet: {} een uitzonderingsgrond van toepassing",
             grond.size() == 1 ? grond.front() + " vindt" : fmt::format("{} vinden", fmt::join(grond, ", "))),
         "wijs het verzoek in zoverre af (gedeeltelijk of afgewezen), of leg vast dat de grond vervallen is: "
         "stap geraadpleegd",
         "artikel 3, lid 2, Besluit PGA; artikel 41 UAVG"});
  }
  const bool toe = *v.besluit == VerzoekBesluit::toegewezen || *v.besluit == VerzoekBesluit::gedeeltelijk;
  if (toe) toets_toewijzing(t, stand, *v.besluit);
  if (*v.besluit != VerzoekBesluit::toegewezen) {
    toets_afwijzing(t, stand, !grond.empty() || t.heeft(t.w, "gronden"));
  }
}

}  // namespace

void toets_verzoek(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Verzoek v = lees_verzoek(t.w);
  const Datum dag = v.datum.value_or(t.n.peildatum);
  const bool begint = v.stap == VerzoekStap::ontvangen;
  if (!toets_onderwerp(t, v.id, begint)) return;
  if (begint) return toets_ontvangst(t, v, dag);
  const VerzoekStand& stand = *std::find_if(t.d.verzoeken.begin(), t.d.verzoeken.end(),
                                            [&](const VerzoekStand& s) { return s.id == v.id; });
  t.niet_voor("datum", stand.ontvangen, "de ontvangst van het verzoek");
  if (stand.besloten_op && v.stap != VerzoekStap::geraadpleegd && !t.corrigeert()) {
    t.bevinding(t.veld("stap"), {fmt::format("dit verzoek is al afgehandeld op {}", stand.besloten_op->lang()),
                                 "controleer om welk verzoek het gaat",
                                 {}});
  }
  if (v.stap == VerzoekStap::verlengd || v.stap == VerzoekStap::verdaagd) toets_verlenging(t, v, stand, dag);
  if (v.stap == VerzoekStap::besloten) toets_besluit(t, v, stand, dag);
}

}  // namespace pga::proces
