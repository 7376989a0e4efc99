// SPDX-License-Identifier: EUPL-1.2
//
// Telling the betrokkene: notification, deferral, review (artikel 14 AVG, artikel 41 UAVG, artikel 11 Wet PGA).
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr const char* kUitstel = "artikel 11 Wet PGA; artikel 41 UAVG";

/// The age that a document gives of a betrokkene on the day.
std::optional<std::int64_t> leeftijd(const Waarde& b) {
  const Waarde* v = b.vind("leeftijd");
  if (v == nullptr || !v->is_getal()) return std::nullopt;
  return v->getal();
}

void toets_minderjarig(Toetser& t, const Waarde& b) {
  const std::optional<std::int64_t> jaren = leeftijd(b);
  if (!jaren || *jaren >= 18) return;
  const std::string aan = b.tekst_van("geadresseerde");
  if (*jaren < 12 && (aan.empty() || aan == "betrokkene")) {
    t.bevinding(b.vind("leeftijd"),
                {fmt::format("het kind is {}: de brief hoort aan de wettelijke vertegenwoordiger", *jaren),
                 "kies geadresseerde gezagdrager of gecertificeerde_instelling", "artikel 5, lid 4, UAVG"});
  }
  if (!t.heeft(b, "reden_geadresseerde")) {
    t.bevinding(b.vind("leeftijd"),
                {"bij een minderjarige staat niet waarom de brief aan deze geadresseerde gaat",
                 "vul reden_geadresseerde in", "artikel 5, lid 4, UAVG; artikel 12, lid 1, AVG"});
  }
}

void toets_verzonden(Toetser& t, const Betrokkene& b, const Waarde& bij, Datum dag) {
  toets_minderjarig(t, bij);
  if (b.notificatie == NotificatieStand::verzonden && !t.corrigeert()) {
    t.bevinding(&bij, {fmt::format("betrokkene {} is al geïnformeerd op {}", b.id, b.notificatie_op->lang()),
                       "controleer of dit een nieuwe brief is", "artikel 14 AVG"});
  }
  if (b.notificatie == NotificatieStand::uitgesteld) {
    t.bevinding(
        &bij, {fmt::format("voor betrokkene {} gold nog uitstel", b.id),
               "leg ook vast dat de grond is vervallen, en wie dat meldde", "artikel 4, lid 2 en 3, Besluit PGA"});
  }
  if (t.d.fase == Fase::melding || t.d.fase == Fase::weging || t.d.fase == Fase::aangehouden) {
    t.bevinding(&bij, {"er is nog geen weegbesluit", "het informeren wordt vastgelegd met de echte datum",
                       "artikel 4, lid 1, Besluit PGA"});
  }
  t.te_laat("notificatie", b.id, &bij, dag);
  t.te_laat("notificatie_na_uitstel", b.id, &bij, dag);
}

void toets_uitgesteld_van(Toetser& t, const Betrokkene& b, const Waarde& bij, Datum dag) {
  if (!t.heeft(bij, "noodzaak")) {
    t.bevinding(&bij, {fmt::format("voor betrokkene {} staat er niet waarom uitstel noodzakelijk is", b.id),
                       "vul noodzaak in", kUitstel});
  }
  if (b.notificatie == NotificatieStand::verzonden && !t.corrigeert()) {
    t.bevinding(&bij, {fmt::format("betrokkene {} is al geïnformeerd; uitstel heeft dan geen zin", b.id),
                       "controleer om wie het gaat", kUitstel});
  }
  t.te_laat("notificatie", b.id, &bij, dag);
}

/// Each of artikel 41, lid 2, UAVG a to h has an answer, be it "n.v.t." with a reason.
void toets_lid_2(Toetser& t) {
  const Waarde leeg = Waarde::kaart();
  const Waarde* lid_2 = t.w.vind("lid_2");
  if (lid_2 == nullptr) lid_2 = &leeg;
  for (char letter = 'a'; letter <= 'h'; ++letter) {
    const std::string naam_(1, letter);
    const Waarde* bij = lid_2 == &leeg ? &t.w : lid_2;
    if (!t.heeft(*lid_2, naam_)) {
      t.bevinding(bij, {fmt::format("bij het uitstel ontbreekt onderdeel {}", naam_),
                        fmt::format("vul lid_2.{} in, of schrijf \"n.v.t.: \" met de reden", naam_),
                        fmt::format("artikel 41, lid 2, onder {}, UAVG", naam_)});
      continue;
    }
    std::string antwoord = lid_2->tekst_van(naam_);
    antwoord.erase(antwoord.find_last_not_of(" .:") + 1);
    if (antwoord == "n.v.t" || antwoord == "nvt") {
      t.bevinding(lid_2->vind(naam_), {fmt::format("bij onderdeel {} staat n.v.t. zonder reden", naam_),
                                       "schrijf erbij waarom het niet van toepassing is",
                                       fmt::format("artikel 41, lid 2, onder {}, UAVG", naam_)});
    }
  }
}

void toets_herziening(Toetser& t, Datum dag) {
  const std::optional<Datum> herziening = datum_van(t.w, "herziening");
  const int maanden = t.b.termijnen.uitstel_herziening_maanden;
  if (herziening && *herziening > termijn::plus_maanden(dag, maanden)) {
    t.bevinding(t.veld("herziening"), {fmt::format("de heroverweging ({}) is later dan {} maanden na deze dag",
                                                   herziening->lang(), maanden),
                                       "kies een eerdere dag", "beleid: uitstel_herziening_maanden"});
  }
}

void toets_uitgesteld(Toetser& t, Datum dag) {
  for (const Waarde& o : t.w.items_van("ingeroepen_door")) {
    if (!o.is_tekst() || (lees<Organisatie>(o.tekst()) && o.tekst() != naam(Organisatie::machine))) continue;
    t.bevinding(
        &o, {fmt::format("\"{}\" is geen deelnemer van het casusoverleg", o.tekst()),
             "alleen een deelnemer roept uitstel in; of een derde dat ook mag, staat niet vast (artikel 3, lid 4)",
             "artikel 4, lid 2, Besluit PGA; artikel 3, lid 4, Wet PGA"});
  }
  toets_lid_2(t);
  toets_herziening(t, dag);
}

void toets_stap_van(Toetser& t, NotificatieStap stap, const Betrokkene& b, const Waarde& bij, Datum dag) {
  const bool plicht = b.notificatie != NotificatieStand::geen;
  if (!plicht) {
    t.bevinding(&bij, {fmt::format("betrokkene {} hoeft niet geïnformeerd te worden (rechtspersoon, overleden of "
                                   "niet te herkennen)",
                                   b.id),
                       "controleer om wie het gaat", "artikel 14 AVG"});
  }
  const bool loopt = b.notificatie == NotificatieStand::uitgesteld;
  switch (stap) {
    case NotificatieStap::verzonden:
      return toets_verzonden(t, b, bij, dag);
    case NotificatieStap::uitgesteld:
      return toets_uitgesteld_van(t, b, bij, dag);
    case NotificatieStap::heroverwogen:
      t.te_laat("uitstel_herziening", b.id, &bij, dag);
      [[fallthrough]];
    case NotificatieStap::grond_vervallen:
      if (!loopt && plicht) {
        t.bevinding(&bij, {fmt::format("voor betrokkene {} loopt geen uitstel", b.id), "controleer om wie het gaat",
                           kUitstel});
      }
      return;
    case NotificatieStap::eerste_contact:
    case NotificatieStap::eerste_verstrekking:
      if (b.notificatie == NotificatieStand::open) {
        t.bevinding(&bij, {fmt::format("betrokkene {} is nog niet geïnformeerd", b.id),
                           "informeer de betrokkene nu: pga notificeer", "artikel 14, lid 3, onder b en c, AVG"});
      }
      return;
  }
}

}  // namespace

void toets_notificatie(Toetser& t) {
  if (t.nieuw_dossier()) return;
  const Notificatie nieuw = lees_notificatie(t.w);
  if (!nieuw.stap) return;
  const Datum dag = nieuw.datum.value_or(t.n.peildatum);
  std::vector<std::string> bekend;
  for (const Betrokkene& b : t.d.betrokkenen) bekend.push_back(b.id);
  for (const Waarde& bij : t.w.items_van("betrokkenen")) {
    const Betrokkene* b = t.d.betrokkene(bij.tekst_van("id"));
    if (b == nullptr) {
      t.onbekend(bij.vind("id"), "de betrokkene", bij.tekst_van("id"), bekend);
    } else {
      toets_stap_van(t, *nieuw.stap, *b, bij, dag);
    }
  }
  if (*nieuw.stap == NotificatieStap::uitgesteld) toets_uitgesteld(t, dag);
  if (*nieuw.stap == NotificatieStap::heroverwogen) toets_herziening(t, dag);
}

}  // namespace pga::proces
