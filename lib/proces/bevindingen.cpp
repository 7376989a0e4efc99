// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "lib/proces/organisatie.h"
#include "lib/proces/toets.h"
#include "lib/proces/toetser.h"
#include "lib/proces/vervolg.h"
#include "lib/proces/vouwer.h"
#include "lib/termijn/regels.h"

namespace pga::proces {
namespace {

void meld(std::vector<Bevinding>& uit, const std::string& stuk, std::string wat, std::string tip,
          std::string grondslag) {
  uit.push_back({FoutSoort::bevinding, {stuk, 0, 0}, std::move(wat), std::move(tip), std::move(grondslag)});
}

void over_termijnen(const std::vector<termijn::Termijn>& termijnen, std::vector<Bevinding>& uit) {
  for (const termijn::Termijn& t : termijnen) {
    const std::string& wie = t.betrokkene.empty() ? t.onderwerp : t.betrokkene;
    const std::string van = wie.empty() ? "" : fmt::format(" ({})", wie);
    if (t.status == termijn::Status::overschreden) {
      meld(uit, t.stuk, fmt::format("te laat: {}{}, uiterlijk {}", t.zin, van, t.uiterlijk->lang()),
           "doe dit alsnog en leg het vast met de echte datum", t.rust_op());
    } else if (t.te_laat() && !t.nagekomen_op) {
      const bool vervallen = t.status == termijn::Status::vervallen;
      meld(uit, t.stuk,
           fmt::format("te laat: {}{}, uiterlijk {}, {} sinds {}", t.zin, van, t.uiterlijk->lang(),
                       vervallen ? "vervallen" : "opgeschort", t.gestopt_op->lang()),
           vervallen ? "het hoeft niet meer; bespreek hoe het de volgende keer op tijd kan"
                     : "opschorten maakt dit niet ongedaan; doe het zodra het kan, met de echte datum",
           t.rust_op());
    } else if (t.te_laat()) {
      meld(uit, t.stuk,
           fmt::format("te laat gedaan: {}{}, uiterlijk {}, gedaan {}", t.zin, van, t.uiterlijk->lang(),
                       t.nagekomen_op->lang()),
           "hier is niets meer aan te doen; bespreek hoe het de volgende keer op tijd kan", t.rust_op());
    } else if (t.status == termijn::Status::opgeschort && t.ernst == termijn::Ernst::waarschuwing) {
      meld(uit, t.stuk,
           fmt::format("vroegste lezing voorbij: {}{}, {}; dat de termijn stilstaat sinds {}, is een lezing", t.zin,
                       van, t.veilig.lang(), t.gestopt_op->lang()),
           "vraag opnieuw, of beslis op wat er is; leg vast hoe de identiteit is vastgesteld: stap "
           "identiteit_vastgesteld",
           "artikel 12, lid 3 en lid 6, AVG");
    } else if (t.status == termijn::Status::onverwijld && t.ernst == termijn::Ernst::kritiek) {
      meld(uit, t.stuk, fmt::format("moest onverwijld: {}{}, sinds {}", t.zin, van, t.start.lang()),
           "doe dit meteen en leg het vast met de echte datum", t.rust_op());
    }
  }
}

void over_stemmen(const Dossier& d, std::vector<Bevinding>& uit) {
  for (const Stemming& s : d.stemmen) {
    if (s.stand != StemStand::weersproken || !s.organisatie || !s.standpunt) continue;
    meld(uit, s.stuk,
         fmt::format("{} weerspreekt de stem \"{}\" die hier is vastgelegd", de_organisatie(naam(*s.organisatie)),
                     naam(*s.standpunt)),
         "bespreek dit met de drie en herweeg (pga weeg --stap herweging); sluit de casus als zij het niet eens "
         "zijn",
         "artikel 5, lid 3, Wet PGA");
  }
}

void over_signalen(const Dossier& d, std::vector<Bevinding>& uit) {
  const bool loopt = d.fase != Fase::niet_opgenomen && d.fase != Fase::afgesloten;
  if (!loopt || !d.geopend || !d.signalen_volledig || !d.signalen.empty()) return;
  meld(uit, "", "er staat nog geen signaal in het dossier",
       "leg vast wat er is gezien of gehoord, met datum en wie het inbracht: pga melding",
       "artikel 4, onder c, Wet PGA");
}

/// What rests on a signal that was corrected away.
void over_citaten(const Dossier& d, std::vector<Bevinding>& uit) {
  if (!d.signalen_volledig) return;  // the correction may have kept it, in what is closed here
  std::set<std::pair<std::string, std::string>> gezegd;
  for (const Citaat& c : d.citaten) {
    const auto& weg = d.vervallen_signalen;
    const bool is_er =
        std::any_of(d.signalen.begin(), d.signalen.end(), [&](const SignaalRegel& s) { return s.id == c.signaal; });
    if (is_er || std::find(weg.begin(), weg.end(), c.signaal) == weg.end()) continue;
    if (!gezegd.insert({c.stuk, c.signaal}).second) continue;
    meld(uit, c.stuk,
         fmt::format("dit stuk steunt op signaal \"{}\", en dat is bij een correctie vervallen", c.signaal),
         "ga na of het oordeel zonder dat signaal nog klopt, en vervang het stuk (--vervangt) of leg een nieuw "
         "oordeel vast",
         "artikel 10 Wet PGA; artikel 8 Besluit PGA");
  }
}

void over_noodzaak(const Dossier& d, std::vector<Bevinding>& uit) {
  if (d.fase != Fase::opgenomen || d.noodzaak != Noodzaak::niet_meer_noodzakelijk) return;
  meld(uit, "", "de verwerking is niet meer noodzakelijk, maar de casus loopt nog", "sluit de casus: pga sluit",
       "artikel 9 Wet PGA");
}

/// A running case whose decision was taken under the Act, as long as no herweging has the votes.
void over_lopend(const Dossier& d, std::vector<Bevinding>& uit) {
  if (d.fase != Fase::opgenomen || d.noodzaak) return;
  for (const Besluit& b : d.besluiten) {
    if (b.besluit != Weegbesluit::opnemen || b.eensluidend || b.datum < termijn::inwerkingtreding()) continue;
    meld(uit, b.stuk, "de stemmen van burgemeester, politie en OM over het opnemen staan niet in dit dossier",
         "weeg de casus opnieuw: pga weeg, stap herweging", "artikel 5, lid 3, Wet PGA");
  }
}

/// Of a correction: what begins the case cannot come after the decision on it.
void over_ontvangst(const Dossier& d, std::vector<Bevinding>& uit) {
  if (d.besluiten.empty()) return;
  for (const Soort soort : {Soort::melding, Soort::aanmelding}) {
    const auto begin = std::find_if(d.stukken.begin(), d.stukken.end(), [&](const StukRegel& s) {
      return s.soort == naam(soort) && s.vervangen_door.empty();
    });
    if (begin == d.stukken.end() || begin->datum <= d.besluiten.front().datum) continue;
    meld(uit, begin->digest,
         fmt::format("de ontvangst ({}) ligt na het weegbesluit ({})", begin->datum.lang(),
                     d.besluiten.front().datum.lang()),
         "controleer de datum, en vervang het stuk dat niet klopt (--vervangt)", "artikel 5, lid 3, Wet PGA");
  }
}

/// Data that were handed out before somebody was told.
void over_verstrekking(const Dossier& d, std::vector<Bevinding>& uit) {
  const auto er = std::find_if(d.feiten.begin(), d.feiten.end(),
                               [](const termijn::Feit& f) { return f.soort == termijn::FeitSoort::verstrekt; });
  if (er == d.feiten.end() || d.fase != Fase::opgenomen) return;
  for (const Betrokkene& b : d.betrokkenen) {
    if (!wist_niet_van_verstrekking(d, b)) continue;
    meld(uit, er->stuk,
         fmt::format("er zijn gegevens gegeven (op {}), en betrokkene {} is nog niet geïnformeerd",
                     er->datum.lang(), b.id),
         "informeer de betrokkene; gingen zij naar een derde, leg dan de eerste verstrekking vast: pga notificeer, "
         "stap "
         "eerste_verstrekking",
         "artikel 14, lid 3, onder c, AVG");
  }
}

/// A kast of before there was shielding by keys, or a closing that was merged in beside other stukken.
void over_afscherming(const Dossier& d, std::vector<Bevinding>& uit) {
  if (d.fase != Fase::afgesloten || d.afgedaan || d.afgeschermd) return;
  meld(uit, "", "de casus is afgesloten, maar deelnemers kunnen het dossier nog lezen",
       "scherm het dossier af: pga toegang NUMMER scherm-af", "artikel 6, lid 3, Wet PGA");
}

void over_afsluiting(const Dossier& d, const Beleid& beleid, std::vector<Bevinding>& uit) {
  if (d.fase != Fase::afgesloten || d.afgedaan || !beleid.bevestiging_afsluiting) return;
  for (const StukRegel& s : d.stukken) {
    if (s.soort != "afsluiting" || s.stap != "besluit" || !s.vervangen_door.empty()) continue;
    std::vector<Stem> stemmen;
    for (const Stemming& g : d.stemmen) {
      if (g.stuk == s.digest) stemmen.push_back({g.id, g.organisatie, g.standpunt});
    }
    if (eensluidend(stemmen)) continue;
    meld(uit, s.digest,
         fmt::format("burgemeester, politie en OM hebben de afsluiting niet alle drie bevestigd ({})",
                     niet_eensluidend(stemmen)),
         "vraag hun standpunt en vervang dit stuk: pga sluit NUMMER --vervangt STUK --van BESTAND",
         "artikel 6, lid 2, Wet PGA; beleid");
  }
}

/// Only a ground of artikel 14, lid 5, AVG, of which artikel 11 says nothing.
bool buiten_artikel_11(const Uitstel& u) { return u.gronden.size() == 1 && u.gronden.front() == "avg_14_5_b"; }

void over_uitstel(const Betrokkene& b, const Uitstel& u, std::vector<Bevinding>& uit) {
  constexpr int kVaak = 3;
  if (u.gemeld_op && !u.vervallen_op) {
    meld(uit, u.stuk,
         fmt::format("voor betrokkene {} is gemeld dat de grond is vervallen, en niet vastgelegd wanneer", b.id),
         "leg grond_vervallen vast, met de dag waarop dat was", "artikel 4, lid 3, Besluit PGA");
  }
  if (!u.ingezien_op && !buiten_artikel_11(u)) {
    meld(uit, u.stuk,
         fmt::format("de rechtmatigheidsadviescommissie (RAC) heeft de motivering van het uitstel voor {} nog niet "
                     "ingezien",
                     b.id),
         "geef de motivering ter inzage en leg dat vast: pga notificeer, stap ingezien", "artikel 11 Wet PGA");
  }
  if (u.doorkruist_op && !u.vervallen_op) {
    meld(uit, u.stuk,
         fmt::format("het bericht aan {} is verzonden op {}, terwijl het uitstel nog gold", b.id,
                     u.doorkruist_op->lang()),
         "leg vast sinds wanneer de grond is vervallen en wie dat meldde: pga notificeer, stap grond_vervallen",
         "artikel 4, lid 2 en 3, Besluit PGA");
  }
  if (b.notificatie != NotificatieStand::uitgesteld) return;
  if (b.verlengingen >= kVaak) {
    meld(uit, u.stuk, fmt::format("het uitstel voor {} is al {} keer verlengd", b.id, b.verlengingen),
         "bespreek met burgemeester, politie en OM of het nog noodzakelijk en evenredig is",
         "artikel 41, lid 1, UAVG; artikel 11 Wet PGA");
  }
  if ((u.gedeeltelijk || !u.achtergehouden.empty()) && !u.rest_verzonden_op) {
    meld(uit, u.stuk,
         fmt::format("het uitstel voor {} is gedeeltelijk, maar de rest van het bericht is niet verzonden", b.id),
         "verstuur wat niet wordt achtergehouden en leg dat vast: pga notificeer, stap deels_verzonden",
         "artikel 14, lid 1 tot en met 3, AVG");
  }
}

/// An advies that the casusoverleg had before it, and did nothing with that can be seen.
void over_adviezen(const Dossier& d, std::vector<Bevinding>& uit) {
  for (const AdviesStand& a : d.adviezen) {
    if (a.bij != AdviesBij::casusoverleg || !a.ontvangen_op || a.besproken_op || d.fase != Fase::opgenomen)
      continue;
    const auto later = std::find_if(d.overleggen.begin(), d.overleggen.end(), [&](const OverlegStand& o) {
      return o.soort == OverlegSoort::casusoverleg && o.datum > *a.ontvangen_op;
    });
    if (later == d.overleggen.end()) continue;
    meld(uit, a.stuk,
         fmt::format("advies {} is ontvangen op {}; na het casusoverleg van {} staat er niet wat ermee is gedaan",
                     a.id, a.ontvangen_op->lang(), later->datum.lang()),
         "leg het vast: pga advies, stap besproken", "artikel 6, lid 1, Wet PGA");
  }
}

}  // namespace

std::vector<Bevinding> bevindingen(const Dossier& dossier, const std::vector<termijn::Termijn>& termijnen,
                                   const Beleid& beleid) {
  std::vector<Bevinding> uit = dossier.bevindingen;
  over_termijnen(termijnen, uit);
  over_stemmen(dossier, uit);
  over_signalen(dossier, uit);
  over_citaten(dossier, uit);
  over_lopend(dossier, uit);
  over_noodzaak(dossier, uit);
  over_ontvangst(dossier, uit);
  over_verstrekking(dossier, uit);
  over_afscherming(dossier, uit);
  over_afsluiting(dossier, beleid, uit);
  over_adviezen(dossier, uit);
  for (const Betrokkene& b : dossier.betrokkenen) {
    if (b.uitstel) over_uitstel(b, *b.uitstel, uit);
  }
  return uit;
}

}  // namespace pga::proces
