// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/uitleg.h"

#include <algorithm>
#include <array>

namespace pga::proces {
namespace {

using Tabel = std::vector<Uitleg>;

Tabel over_het_begin() {
  return {
      {"melding",
       "Een melding",
       {"fenomeen", "art5lid2"},
       {"Iedereen kan een casus melden bij de politie, het OM of de burgemeester van de gemeente van verblijf "
        "(art. 5, "
        "lid 2, Wet PGA).",
        "Een casus gaat over een natuurlijk persoon of een rechtspersoon, niet over een verschijnsel of een groep "
        "(art. "
        "2, lid 1).",
        "Een melding wordt niet gewogen: eerst moet een deelnemer haar aanmelden (art. 5, lid 1 en 3).",
        "Leg vast wat is gezien of gehoord, op welke dag, en welke deelnemer het inbracht (art. 4, onder c en d).",
        "Houd feiten, van horen zeggen en mening uit elkaar, en noem ook wat ertegen spreekt.",
        "Wie meldde, krijgt niet vanzelf bericht; die plicht is er alleen tegenover de deelnemer die aanmeldde "
        "(art. "
        "5, lid 6)."},
       {"melding"}},
      {"aanmelding",
       "De aanmelding",
       {"voordragen", "art5lid1", "art7besluit", "art6besluit"},
       {"Alleen een deelnemer meldt een casus aan, bij de politie, het OM of de burgemeester (art. 5, lid 1, Wet "
        "PGA).",
        "Die deelnemer gaat eerst na, zo ver dat kan, of de gegevens kloppen en goed genoeg zijn, en blijft "
        "daarvoor "
        "verantwoordelijk (art. 7 Besluit PGA).",
        "Een deelnemer brengt alleen in wat hij zelf rechtmatig verwerkt (art. 6 Besluit PGA).",
        "Komt de casus niet in het casusoverleg, dan hoort de deelnemer die aanmeldde dat (art. 5, lid 6, Wet "
        "PGA).",
        "De wet noemt daarvoor geen dag; het beleid van de gemeente wel."},
       {"melding", "weeg"}},
      {"gegevens",
       "Welke gegevens mogen",
       {"art4", "art8", "art10besluit", "bijzondere_persoonsgegevens", "bsn"},
       {"Wie de persoon is en hoe die te bereiken is, en het BSN (art. 4, onder a en b, Wet PGA).",
        "De signalen, en wie ze inbracht (onder c en d); wat nodig is voor het plan van aanpak (onder e).",
        "Politiegegevens, en gegevens van het OM (onder f en g); personen om iemand heen, als dat voor het plan "
        "van "
        "belang is (onder h).",
        "Alleen als het nodig is: ras of etnische afkomst, politieke, religieuze of levensbeschouwelijke "
        "opvattingen, "
        "gezondheid, en strafrechtelijke gegevens (art. 8).",
        "Niet: vakbond, seksueel leven, genetische en biometrische gegevens; art. 8 noemt ze niet (een lezing).",
        "Maak geen onderscheid naar nationaliteit, afkomst, opvatting of gezondheid (art. 10 Besluit PGA)."},
       {"melding", "weeg"}},
      {"weging",
       "De weging",
       {"weeg", "herweging", "art5lid3", "art5lid4", "art5", "criteria"},
       {"De politie, het OM en de burgemeester wegen samen of de casus past bij het doel van de wet, en moeten het "
        "eens "
        "zijn (art. 5, lid 3, Wet PGA).",
        "Zij letten in elk geval op vijf dingen: bereidheid tot geweld, extremistische denkbeelden, sociale "
        "relaties, "
        "identificatie met een groep of ideologie, en zelfredzaamheid (art. 5, lid 3).",
        "De lijst is open, en geen ervan is een drempel of een punt op een schaal.",
        "Zijn de drie het niet eens, dan komt de casus niet in het casusoverleg; een afwijkend standpunt blijft "
        "staan.",
        "Past de casus, dan bepalen de drie wie erbij nodig is en gegevens mag verwerken (art. 5, lid 4 en 5).",
        "Opnieuw wegen na een tijd is beleid: de wet noemt geen termijn."},
       {"weeg"}},
      {"deelnemers",
       "Wie meedoet",
       {"deelname", "toegang", "art3", "art3lid1", "art5lid5", "art13", "art12besluit"},
       {"Deelnemers zijn alleen: burgemeester en college (van de gemeente van verblijf, en van een gemeente waar "
        "gevolgen "
        "merkbaar zijn of waar iemand uit de omgeving woont), politie, OM, reclassering en de Raad voor de "
        "Kinderbescherming (art. 3, lid 1, Wet PGA).",
        "Wie van hen bij deze casus gegevens mag verwerken, beslissen politie, OM en burgemeester (art. 5, lid 5).",
        "Toegang heeft alleen wie daarvoor is aangewezen, voor dat doel, voor controle of voor beheer (art. 13).",
        "Wie toegang krijgt, heeft een verklaring omtrent het gedrag of is gescreend (art. 12 Besluit PGA)."},
       {"weeg", "toegang", "gebruiker"}},
      {"derden",
       "Een derde bij de casus",
       {"art3lid3", "art3lid4", "art11besluit"},
       {"Politie, OM en burgemeester kunnen een derde af en toe laten meedoen, als die kennis heeft die voor deze "
        "casus "
        "nodig is en een rol heeft in het plan (art. 3, lid 3, Wet PGA).",
        "Zo'n derde is bijvoorbeeld de GGD, de GGZ, een school, het LSE of de NCTV.",
        "Hij krijgt alleen wat nodig is, en nooit zelf toegang tot het systeem (art. 3, lid 3, en art. 11 Besluit "
        "PGA).",
        "De regels van de wet gelden ook voor hem; de deelnemers zien daarop toe (art. 3, lid 4)."},
       {"weeg", "overleg"}},
  };
}

Tabel over_het_informeren() {
  return {
      {"notificatie",
       "De betrokkene informeren",
       {"notificeer", "notificatiebrief", "art14avg", "art4besluit"},
       {"Wie in een dossier staat, moet dat weten: uiterlijk één maand nadat de gegevens zijn gekregen, of eerder "
        "bij het "
        "eerste contact of als een ander ze krijgt (art. 14, lid 3, AVG).",
        "Waar die maand begint, staat niet vast. pga rekent vanaf het weegbesluit (handreiking), en waarschuwt op "
        "de "
        "vroegste lezing.",
        "De burgemeester doet het namens het casusoverleg, na overleg met de deelnemers (art. 4 Besluit PGA).",
        "Het geldt voor elke persoon in het dossier, ook voor wie om de betrokkene heen staat.",
        "De brief noemt onder meer doel en grondslag, soorten gegevens, waar ze vandaan komen, hoe lang ze "
        "blijven, en "
        "de rechten (art. 14, lid 1 en 2, AVG)."},
       {"notificeer"}},
      {"uitstel",
       "De notificatie uitstellen",
       {"art41", "art41lid1", "art41lid2", "art41uavg", "art11", "motivering", "heroverwegen", "art14lid5avg"},
       {"Informeren mag achterwege blijven als dat noodzakelijk en evenredig is voor een belang van art. 41, lid "
        "1, UAVG "
        "(onder a tot en met j), of in de gevallen van art. 14, lid 5, onder b, AVG.",
        "Eén deelnemer die zo'n grond ziet, is genoeg (art. 4, lid 2, Besluit PGA).",
        "Er is een schriftelijke motivering, die de rechtmatigheidsadviescommissie (RAC) kan inzien (art. 11 Wet "
        "PGA). Zij gaat in op elk punt van art. 41, lid 2 (onder a tot en met h), voor zover van toepassing.",
        "De wet noemt geen termijn voor uitstel. Het beleid laat het opnieuw bekijken, standaard elke drie maanden "
        "en "
        "bij elk casusoverleg.",
        "Vervalt de grond, dan meldt de deelnemer dat zo spoedig mogelijk (art. 4, lid 3, Besluit PGA), en volgt "
        "de "
        "notificatie alsnog."},
       {"notificeer"}},
      {"minderjarigen",
       "Een minderjarige",
       {"kind", "art5uavg", "art5lid4uavg", "rvdk"},
       {"Tot 12 jaar oefent de wettelijk vertegenwoordiger de rechten uit, van 12 tot en met 15 jaar het kind of "
        "de "
        "vertegenwoordiger, vanaf 16 jaar het kind zelf (art. 5, lid 4, UAVG, vanaf 1 september 2026; daarvoor lag "
        "de "
        "grens bij 16 jaar).",
        "Schrijf begrijpelijk, zeker voor een kind (art. 12, lid 1, AVG).",
        "Leg leeftijd, gezag en de keuze van de geadresseerde vast, met de reden.",
        "De Raad voor de Kinderbescherming is deelnemer (art. 3, lid 1, onder f, Wet PGA), en gewoonlijk bij het "
        "overleg."},
       {"notificeer", "weeg"}},
  };
}

Tabel over_het_casusoverleg() {
  return {
      {"profiel",
       "Het professionele oordeel",
       {"beoordeling", "leidraad", "contextcasusformulier"},
       {"Eerst kijkt elke deelnemer zelf, per aspect; daarna oordelen zij samen (Leidraad Professioneel Oordeel).",
        "De vijf aspecten horen bij de criteria van art. 5, lid 3, Wet PGA: zelfredzaamheid, identiteit, sociale "
        "relaties, "
        "ideologie, actie- en geweldsbereidheid.",
        "Per aspect: hoe het nu is, en wat het meest haalbaar is, met redenen. Onvoldoende informatie is een "
        "geldig "
        "antwoord.",
        "Verschillen tussen deelnemers blijven staan; er wordt niets opgeteld.",
        "De schaal van de Leidraad is niet openbaar: die staat in het beleid van de gemeente.",
        "Loopt de periode van de interventies af, dan volgt een nieuw oordeel (handreiking)."},
       {"profiel", "contextcasusformulier"}},
      {"plan",
       "Het plan van aanpak",
       {"interventie", "evaluatie", "art6lid1", "art6lid2", "art6"},
       {"Vinden de deelnemers het nodig, dan maken zij samen een integraal plan van aanpak met interventies (art. "
        "6, lid "
        "1, Wet PGA).",
        "Zij verwerken wat nodig is om het uit te voeren, te evalueren en bij te stellen (art. 6, lid 2).",
        "Een doel per aspect; per interventie wie, waarom, hoe lang, en wanneer zij wordt geëvalueerd "
        "(handreiking).",
        "Een gesprek over hulp is geen manier om ongemerkt aan gegevens te komen.",
        "Lukt het niet verder en is er geen onrust, dan kan een pas op de plaats; de termijnen van de wet lopen "
        "door."},
       {"plan", "profiel"}},
      {"advies",
       "Advies van een deskundige",
       {"deskundige", "profielduiding", "raadplegen"},
       {"Bij de weging kunnen politie, OM en burgemeester andere deelnemers raadplegen (art. 5, lid 3, Wet PGA).",
        "Wie geen deelnemer is, hoort dan niet te weten om wie het gaat: leg de casus anoniem voor (een lezing).",
        "In het casusoverleg doet een derde alleen mee na een besluit van die drie, en krijgt alleen wat nodig is "
        "(art. 3, lid 3).",
        "De wet heft een beroepsgeheim niet op: wat daaronder valt, geeft alleen de deskundige zelf.",
        "Leg vast wat is gevraagd en gegeven, wat het advies is, en wat ermee is gedaan."},
       {"advies", "weeg"}},
      {"overleg",
       "Het casusoverleg",
       {"casusoverleg", "verslag", "art2", "art2lid1", "art17"},
       {"De burgemeester van de gemeente van verblijf zorgt voor het casusoverleg (art. 2, lid 1, Wet PGA).",
        "Wat daar wordt gedeeld, moet nodig zijn voor de taak van een deelnemer (art. 2, lid 2).",
        "Wie erbij is, houdt geheim wat hij hoort (art. 17).",
        "In een stuurgroep of dilemmasessie heeft een casus alleen een nummer: daar hoort geen naam en geen "
        "gegeven van "
        "politie of zorg (art. 5, lid 5, en art. 13).",
        "Hoe vaak het overleg is, is beleid."},
       {"overleg", "acties"}},
      {"overdracht",
       "Naar een andere gemeente",
       {"overdragen", "overnemen", "verhuizing", "art7", "art7lid1", "art7lid2"},
       {"Gegevens mogen naar het casusoverleg van een andere gemeente: de nieuwe gemeente van verblijf, of waar "
        "gevolgen of "
        "sociale relaties zijn (art. 7, lid 1, Wet PGA).",
        "Niet voor zover een deelnemer die ze inbracht, zwaarwegende redenen ertegen heeft (art. 7, lid 2).",
        "Leg dus per gegeven vast wie het inbracht, en vraag het die deelnemer.",
        "De andere gemeente weegt de casus zelf (art. 5); een profiel of plan gaat niet mee."},
       {"overdragen", "overnemen", "sluit"}},
  };
}

Tabel over_het_einde() {
  return {
      {"sluiten",
       "De casus sluiten",
       {"sluit", "afsluiting", "afschermen", "art6lid3"},
       {"De deelnemers van het casusoverleg beslissen over sluiten (art. 6, lid 2, Wet PGA). Dat politie, OM en "
        "burgemeester dat bevestigen, staat in de handreiking.",
        "Zodra de casus is gesloten, zijn de gegevens afgeschermd voor de deelnemers (art. 6, lid 3).",
        "Open blijft alleen wat nodig is voor rechten, een rechtsvordering en controle (een lezing).",
        "Leg vast wanneer de laatste verwerking was: van die dag af telt de bewaartermijn (art. 9).",
        "Een brief over het sluiten is gewoonte, geen plicht; nooit aan wie niet is geïnformeerd.",
        "Wordt dezelfde persoon later opnieuw gemeld, dan is dat een nieuw dossier."},
       {"sluit"}},
      {"overlijden",
       "Als de betrokkene overlijdt",
       {"overleden"},
       {"Het casusoverleg heeft dan geen doel meer (art. 2, lid 2, Wet PGA, een lezing), en wat niet meer nodig "
        "is, gaat weg (art. 9).",
        "De wet noemt geen dag waarop de casus dan eindigt; het beleid van de gemeente wel, standaard dertig dagen "
        "na het bericht.",
        "Wie al voor de weging overleed, wordt niet opgenomen (art. 5, lid 3).",
        "Wat voor de betrokkene was gepland, zoals een evaluatie of een nieuw oordeel, laat pga vervallen.",
        "De AVG gaat niet over wie is overleden (overweging 27), wel over wie om hem heen staat: hun notificatie "
        "loopt "
        "door (art. 14 AVG)."},
       {"melding", "sluit"}},
      {"vernietigen",
       "Vernietigen",
       {"vernietig", "anonimiseer", "bewaren", "bewaartermijn", "art9", "art16besluit"},
       {"Gegevens gaan weg, of worden geanonimiseerd, zodra zij niet meer nodig zijn, en uiterlijk vijf jaar na de "
        "laatste "
        "verwerking (art. 9 Wet PGA).",
        "Tenzij een wet dat belet, of zij nodig zijn voor een rechtsvordering (art. 9).",
        "Is de casus niet opgenomen, of waren er geen verdere aanwijzingen, dan meteen; er is geen termijn (art. "
        "16 "
        "Besluit PGA).",
        "Het geldt voor de systemen van elke deelnemer: elk bevestigt dat zijn kopieën weg zijn (art. 9).",
        "Wie de casus aanmeldde, hoort eerst dat zij niet is opgenomen (art. 5, lid 6)."},
       {"vernietig", "anonimiseer", "bewaar"}},
      {"bewaring",
       "Toch bewaren",
       {"bewaar", "art4.1awoo"},
       {"Een dossier wordt niet vernietigd zolang het nodig is voor een rechtsvordering of een wet dat belet (art. "
        "9 Wet "
        "PGA).",
        "Ook niet zolang er een Woo-verzoek over loopt (art. 4.1a Woo), of een verzoek, bezwaar, beroep of klacht "
        "van de "
        "betrokkene (een lezing van art. 9).",
        "Geef elke bewaring een reden, en bekijk haar op tijd opnieuw; dat laatste is beleid."},
       {"bewaar"}},
  };
}

Tabel over_rechten_en_toezicht() {
  return {
      {"verzoek",
       "Een verzoek van een betrokkene",
       {"inzage", "rechten", "woo", "art12avg", "art12lid3avg", "art15avg", "art34uavg", "art2besluit",
        "art3besluit", "art4.4woo"},
       {"Een verzoek om inzage, correctie of verwijdering krijgt antwoord binnen één maand; drie maanden als dat "
        "binnen de "
        "eerste maand is gemeld, met de reden (art. 12, lid 3, AVG). Het antwoord is een besluit (art. 34 UAVG).",
        "Het contactpunt beslist, na overleg met elke deelnemer die erbij betrokken is of was (art. 2 en 3 Besluit "
        "PGA).",
        "Ziet één van hen een grond van art. 41 UAVG, dan wordt het in zoverre afgewezen (art. 3 Besluit PGA).",
        "Bedenk dat ook een antwoord kan verraden dat er een dossier is.",
        "Een Woo-verzoek: vier weken, en twee weken langer als u dat op tijd meldt (art. 4.4 Woo)."},
       {"verzoek"}},
      {"correctie",
       "Een fout in het dossier",
       {"corrigeer", "art10", "art8besluit", "art19avg"},
       {"Een onjuist gegeven wordt onverwijld hersteld, en gemeld aan wie het inbracht, zodat die zijn eigen "
        "dossier nakijkt "
        "(art. 10 Wet PGA).",
        "Wie het inbracht, zorgt onverwijld voor vernietigen of verbeteren (art. 8 Besluit PGA).",
        "Wie het gegeven eerder kreeg, hoort het ook, tenzij dat niet kan (art. 19 AVG).",
        "Onverwijld heeft geen dag: pga waarschuwt meteen."},
       {"corrigeer", "vernietig"}},
      {"datalek",
       "Een datalek",
       {"art33avg", "art34avg", "art5besluit"},
       {"Meld een inbreuk binnen 72 uur nadat u ervan weet aan de Autoriteit Persoonsgegevens, tenzij er "
        "waarschijnlijk geen "
        "risico is (art. 33 AVG). Het weekend telt mee.",
        "Is het risico hoog, dan hoort ook de betrokkene het, zonder onredelijke vertraging (art. 34 AVG); niet "
        "als een "
        "grond van art. 41 UAVG dat belet.",
        "Het contactpunt doet dit; deelnemers geven zo spoedig mogelijk wat daarvoor nodig is (art. 5 Besluit "
        "PGA).",
        "Houd elke inbreuk bij, ook een kleine (art. 33, lid 5, AVG)."},
       {"datalek"}},
      {"logboek",
       "Het logboek",
       {"art14", "art14lid2"},
       {"Elke verwerking wordt vastgelegd, in een systeem dat goed genoeg beveiligd is (art. 14, lid 1 en 2, Wet "
        "PGA).",
        "Het logboek mag alleen worden gebruikt voor controle op de rechtmatigheid, interne controle, integriteit "
        "en "
        "beveiliging, en een gerechtelijke procedure (art. 14, lid 2).",
        "Hoe lang het blijft, zegt de wet niet."},
       {"logboek"}},
      {"toezicht",
       "Toezicht en verantwoording",
       {"audit", "jaarverslag", "rac", "fg", "art12", "art15", "art16", "art18", "art13besluit", "art18besluit"},
       {"De deelnemers zijn samen verantwoordelijk, en wijzen één coördinerend FG aan (art. 12 Wet PGA).",
        "De rechtmatigheidsadviescommissie (RAC) let op de rechtmatigheid; afwijken van haar advies vraagt een "
        "motivering (art. 15, en art. 13 Besluit PGA).",
        "Een privacyaudit is er uiterlijk op 1 juli 2027, en daarna elke vier jaar; is iets niet in orde, dan "
        "binnen een "
        "jaar een hercontrole (art. 16, en art. 18 Besluit PGA).",
        "Elk jaar een verslag op internet, met alleen totalen (art. 18).",
        "De lokale commissie van toezicht staat niet in de wet, en ziet geen gegevens van politie of OM."},
       {"gemeente", "logboek"}},
  };
}

/// Lower case; of "artikel 41, lid 2, UAVG" what an `ook` has: "art41lid2uavg".
std::string gewoon(std::string_view woorden) {
  std::string uit;
  for (const char c : woorden) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (c >= 'A' && c <= 'Z') uit += static_cast<char>(c - 'A' + 'a');
    // The dot of "4.1a" is of the number; that of "art." is not.
    if (letter || (c == '.' && !uit.empty() && uit.back() >= '0' && uit.back() <= '9')) uit += c;
  }
  while (!uit.empty() && uit.back() == '.') uit.pop_back();  // of the sentence
  constexpr std::string_view kArtikel = "artikel";
  if (uit.rfind(kArtikel, 0) == 0) uit.replace(0, kArtikel.size(), "art");
  constexpr std::array<std::string_view, 3> kWet = {"wetpga", "wetparta", "pga"};
  const std::size_t besluit = uit.find("besluitpga");
  if (besluit != std::string::npos) return uit.substr(0, besluit) + "besluit";
  for (const std::string_view wet : kWet) {
    if (uit.size() > wet.size() && uit.compare(uit.size() - wet.size(), wet.size(), wet) == 0)
      return uit.substr(0, uit.size() - wet.size());
  }
  return uit;
}

bool heet(const Uitleg& u, std::string_view woord) {
  return u.onderwerp == woord || std::find(u.ook.begin(), u.ook.end(), woord) != u.ook.end();
}

/// The article without its lid: "art5" of "art5lid3", "art14avg" of "art14lid9avg".
std::string zonder_lid(const std::string& woord) {
  const std::size_t lid = woord.find("lid");
  if (woord.rfind("art", 0) != 0 || lid == std::string::npos) return {};
  const std::size_t einde = std::min(woord.find_first_not_of("0123456789", lid + 3), woord.size());
  return woord.substr(0, lid) + woord.substr(einde);
}

}  // namespace

const std::vector<Uitleg>& uitleg() {
  static const Tabel tabel = [] {
    Tabel uit;
    for (const Tabel& deel : {over_het_begin(), over_het_informeren(), over_het_casusoverleg(), over_het_einde(),
                              over_rechten_en_toezicht()}) {
      uit.insert(uit.end(), deel.begin(), deel.end());
    }
    return uit;
  }();
  return tabel;
}

std::vector<const Uitleg*> zoek_uitleg(std::string_view woorden) {
  const std::string gevraagd = gewoon(woorden);
  std::vector<const Uitleg*> uit;
  for (const std::string& woord : {gevraagd, zonder_lid(gevraagd)}) {
    for (const Uitleg& u : uitleg()) {
      if (!woord.empty() && heet(u, woord)) uit.push_back(&u);
    }
    if (!uit.empty()) return uit;
  }
  return uit;
}

std::vector<std::string> uitlegwoorden() {
  std::vector<std::string> uit;
  for (const Uitleg& u : uitleg()) {
    uit.emplace_back(u.onderwerp);
    uit.insert(uit.end(), u.ook.begin(), u.ook.end());
  }
  return uit;
}

}  // namespace pga::proces
