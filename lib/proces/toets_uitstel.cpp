// SPDX-License-Identifier: EUPL-1.2
//
// Withholding the notification: reasons, review, inspection by the RAC, lapse (artikel 11 Wet PGA, artikel 41 UAVG,
// artikel 14, lid 5, onder b, AVG, artikel 4 Besluit PGA).
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lib/proces/organisatie.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr const char* kUitstel = "artikel 11 Wet PGA; artikel 41 UAVG";
constexpr const char* kLid5b = "artikel 14, lid 5, onder b, AVG";
constexpr const char* kVerval = "artikel 4, lid 3, Besluit PGA";

/// A text without what does not make it another: case, spaces, punctuation.
std::string kern(const std::string& tekst) {
  std::string uit;
  for (const char c : tekst) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) uit += c;
    if (c >= 'A' && c <= 'Z') uit += static_cast<char>(c - 'A' + 'a');
  }
  return uit;
}

/// Whether the last decision about this betrokkene said the same; false when the reader cannot know.
bool al_gezegd(const Betrokkene& b, const std::string& tekst) {
  if (!b.uitstel || tekst.empty()) return false;
  const auto& eerder = b.uitstel->redenen;
  return std::any_of(eerder.begin(), eerder.end(), [&](const std::string& e) { return kern(e) == kern(tekst); });
}

void meld_herhaling(Toetser& t, const Waarde* bij, std::string_view veld) {
  t.bevinding(bij, {fmt::format("{} zegt hetzelfde als de vorige keer", veld),
                    "schrijf op waarom uitstel nu nog nodig is: elke verlenging vraagt eigen redenen",
                    "artikel 11 Wet PGA; artikel 41, lid 1, UAVG"});
}

/// Each of artikel 41, lid 2, UAVG a to h has an answer, be it "n.v.t." with a reason.
void toets_lid_2(Toetser& t, bool elk) {
  const Waarde* lid_2 = t.w.vind("lid_2");
  if (lid_2 == nullptr) return;
  for (char letter = 'a'; letter <= 'h'; ++letter) {
    const std::string naam_(1, letter);
    const std::string grondslag = fmt::format("artikel 41, lid 2, onder {}, UAVG", naam_);
    if (!t.heeft(*lid_2, naam_)) {
      if (!elk) continue;
      t.bevinding(lid_2, {fmt::format("bij het uitstel ontbreekt onderdeel {}", naam_),
                          fmt::format("vul lid_2.{} in, of schrijf \"n.v.t.: \" met de reden", naam_), grondslag});
      continue;
    }
    static const std::set<std::string, std::less<>> kLeeg = {"", "nvt", "nietvantoepassing", "geen", "onbekend"};
    if (kLeeg.count(kern(lid_2->tekst_van(naam_))) != 0) {
      t.bevinding(lid_2->vind(naam_), {fmt::format("bij onderdeel {} staat geen antwoord met een reden", naam_),
                                       "schrijf erbij waarom; ook waarom het niet van toepassing is", grondslag});
    }
  }
}

/// Of artikel 14, lid 5, onder b, AVG: which of the three, and what protects the betrokkene.
void toets_14_5_b(Toetser& t) {
  const Waarde* bij = t.veld("gronden");
  if (!t.heeft(t.w, "reden_14_5_b")) {
    t.bevinding(bij, {"er staat niet waarom het bericht niet kan: onmogelijk, onevenredig, of het doel in gevaar",
                      "vul reden_14_5_b in", kLid5b});
  }
  if (!t.heeft(t.w, "beschermende_maatregelen")) {
    t.bevinding(bij, {"er staat niet welke maatregelen de betrokkene beschermen", "vul beschermende_maatregelen in",
                      kLid5b});
  }
  if (t.w.tekst_van("informatie_openbaar") != naam(JaNee::ja)) {
    t.bevinding(t.heeft(t.w, "informatie_openbaar") ? t.veld("informatie_openbaar") : bij,
                {"de algemene informatie is niet openbaar gemaakt, of dat staat er niet",
                 "maak de informatie openbaar en vul informatie_openbaar in", kLid5b});
  }
}

void toets_gronden(Toetser& t, bool eerste_keer) {
  bool uavg = false;
  bool avg = false;
  for (const Waarde& g : t.w.items_van("gronden")) {
    if (!g.is_tekst()) continue;
    (g.tekst() == "avg_14_5_b" ? avg : uavg) = true;
  }
  if (uavg && eerste_keer && !t.heeft(t.w, "lid_2")) {
    t.document(&t.w, {"het veld \"lid_2\" ontbreekt; het is nodig bij een grond van artikel 41, lid 1",
                      "beantwoord de onderdelen a tot en met h", "artikel 41, lid 2, UAVG"});
  }
  toets_lid_2(t, uavg && eerste_keer);
  if (avg) toets_14_5_b(t);
}

void toets_omvang(Toetser& t, bool eerste_keer) {
  const bool genoemd = !t.w.items_van("wat_achtergehouden").empty();
  const std::string deels = t.w.tekst_van("gedeeltelijk");
  if (genoemd && deels == naam(JaNee::nee)) {
    t.document(t.veld("gedeeltelijk"), {"gedeeltelijk is \"nee\", maar wat_achtergehouden noemt een deel",
                                        "maak er \"ja\" van, of laat wat_achtergehouden weg",
                                        {}});
  }
  if (!genoemd && deels == naam(JaNee::ja) && eerste_keer) {
    t.bevinding(t.veld("gedeeltelijk"),
                {"er staat niet welk deel wordt achtergehouden; zo wacht het hele bericht",
                 "vul wat_achtergehouden in", "artikel 41, lid 2, onder c, UAVG; artikel 14 AVG"});
  }
}

/// One deelnemer is enough; that a derde may do it too is a reading, and is said so.
void toets_inroepers(Toetser& t) {
  const Waarde::Lijst& wie = t.w.items_van("ingeroepen_door");
  const bool deelnemer =
      std::any_of(wie.begin(), wie.end(), [](const Waarde& w) { return w.is_tekst() && is_deelnemer(w.tekst()); });
  for (const Waarde& o : wie) {
    if (!o.is_tekst() || is_deelnemer(o.tekst())) continue;
    t.bevinding(
        &o, {fmt::format("\"{}\" is een derde; dat ook een derde een grond kan inroepen, is een lezing", o.tekst()),
             deelnemer ? "het uitstel rust ook op een deelnemer, en één is genoeg"
                       : "vraag welke deelnemer de grond ook ziet: één is genoeg",
             "artikel 4, lid 2, Besluit PGA; artikel 3, lid 4, Wet PGA; zekerheid: lezing"});
  }
}

/// The reasons that a renewal gives for all at once.
void toets_redenen(Toetser& t) {
  const std::string redenen = t.w.tekst_van("redenen");
  const auto herhaald = [&](const Waarde& bij) {
    const Betrokkene* b = t.d.betrokkene(bij.tekst_van("id"));
    return b != nullptr && al_gezegd(*b, redenen);
  };
  const Waarde::Lijst& wie = t.w.items_van("betrokkenen");
  if (!t.corrigeert() && std::any_of(wie.begin(), wie.end(), herhaald)) {
    meld_herhaling(t, t.veld("redenen"), "redenen");
  }
}

void toets_advies(Toetser& t) {
  if (t.w.tekst_van("advies_opgevolgd") != naam(JaNee::nee) || t.heeft(t.w, "afwijking")) return;
  t.bevinding(t.veld("advies_opgevolgd"),
              {"er staat niet waarom van het advies wordt afgeweken",
               "vul afwijking in, en meld haar aan de rechtmatigheidsadviescommissie (RAC) en de coördinerend "
               "functionaris voor gegevensbescherming",
               "artikel 13, lid 6, Besluit PGA"});
}

void toets_noodzaak(Toetser& t, const Betrokkene& b, const Waarde& bij) {
  if (t.heeft(bij, "noodzaak")) return;
  t.bevinding(&bij, {fmt::format("voor betrokkene {} staat er niet waarom uitstel noodzakelijk is", b.id),
                     "vul noodzaak in", kUitstel});
}

/// The report that the ground is gone comes as soon as possible.
void toets_verval_gemeld(Toetser& t, const Betrokkene& b, const Waarde* bij, Datum vervallen, Datum gemeld) {
  if (gemeld < b.uitstel->sinds) {
    t.bevinding(bij,
                {fmt::format("dat de grond voor {} is vervallen, zou zijn gemeld ({}) voor het uitstel begon ({})",
                             b.id, gemeld.lang(), b.uitstel->sinds.lang()),
                 "controleer de datum", kVerval});
    return;
  }
  const int dagen = vervallen.dagen_tot(gemeld);
  if (dagen <= t.b.termijnen.onverwijld_dagen) return;
  t.bevinding(bij,
              {fmt::format("dat de grond voor {} is vervallen, is pas na {} dagen gemeld", b.id, dagen),
               "een deelnemer meldt dit zo spoedig mogelijk; het wordt vastgelegd met de echte datum", kVerval});
}

void toets_uitgesteld_van(Toetser& t, const Notificatie& n, const Betrokkene& b, const Waarde& bij, Datum dag) {
  toets_noodzaak(t, b, bij);
  if (!over_het_bericht(n)) {
    if (b.notificatie != NotificatieStand::open) return;
    t.bevinding(&bij, {fmt::format("dit stelt het bericht aan betrokkene {} niet uit", b.id),
                       "hoort het bericht erbij, zet dan ook avg_14 bij verplichting", "artikel 14 AVG"});
    return;
  }
  if (t.corrigeert() && b.uitstel && b.uitstel->vervallen_op && *b.uitstel->vervallen_op < dag) {
    t.document(t.veld("datum"), {fmt::format("de dag ({}) ligt na de dag waarop de grond voor {} verviel ({})",
                                             dag.lang(), b.id, b.uitstel->vervallen_op->lang()),
                                 "controleer de datum; een nieuw uitstel is geen correctie", kUitstel});
  }
  if (b.notificatie == NotificatieStand::verzonden && !t.corrigeert()) {
    t.bevinding(&bij, {fmt::format("betrokkene {} is al geïnformeerd; uitstel heeft dan geen zin", b.id),
                       "controleer om wie het gaat", kUitstel});
  }
  t.te_laat("notificatie", b.id, &bij, dag);
}

void toets_heroverwogen_van(Toetser& t, const Notificatie& n, const Betrokkene& b, const Waarde& bij, Datum dag) {
  t.te_laat("uitstel_herziening", b.id, &bij, dag);
  if (n.uitkomst != HeroverwegingUitkomst::handhaven) return;
  toets_noodzaak(t, b, bij);
  if (!t.corrigeert() && al_gezegd(b, bij.tekst_van("noodzaak"))) {
    meld_herhaling(t, bij.vind("noodzaak"), "noodzaak");
  }
}

/// Nothing that this step could be about.
bool loopt_niet(const Toetser& t, const Notificatie& n, const Betrokkene& b) {
  if (t.corrigeert() && b.uitstel) return false;  // what is corrected was about it
  switch (*n.stap) {
    case NotificatieStap::heroverwogen:
      return b.notificatie != NotificatieStand::uitgesteld;
    case NotificatieStap::grond_vervallen:
      // Also after it was sent while the deferral was in force.
      return b.notificatie != NotificatieStand::uitgesteld && !(b.uitstel && b.uitstel->doorkruist_op);
    default:
      return !b.uitstel;
  }
}

}  // namespace

void toets_uitstel_van(Toetser& t, const Notificatie& n, const Betrokkene& b, const Waarde& bij, Datum dag) {
  if (*n.stap == NotificatieStap::uitgesteld) return toets_uitgesteld_van(t, n, b, bij, dag);
  if (*n.stap == NotificatieStap::heroverwogen) toets_heroverwogen_van(t, n, b, bij, dag);
  if (loopt_niet(t, n, b)) {
    if (b.notificatie == NotificatieStand::geen) return;
    t.bevinding(
        &bij, {fmt::format("voor betrokkene {} loopt geen uitstel", b.id), "controleer om wie het gaat", kUitstel});
    return;
  }
  if (*n.stap != NotificatieStap::verval_gemeld && dag < b.uitstel->sinds) {
    t.document(t.veld("datum"), {fmt::format("de dag ({}) ligt voor het begin van het uitstel voor {} ({})",
                                             dag.lang(), b.id, b.uitstel->sinds.lang()),
                                 "controleer de datum", kUitstel});
    return;
  }
  if (n.gemeld_op) toets_verval_gemeld(t, b, t.veld("gemeld_op"), dag, *n.gemeld_op);
  if (*n.stap != NotificatieStap::verval_gemeld) return;
  if (!b.uitstel->vervallen_op) {
    t.advies(&bij, {fmt::format("voor betrokkene {} is niet vastgelegd dat de grond is vervallen", b.id),
                    "leg eerst grond_vervallen vast, met de dag waarop dat was", kVerval});
    return;
  }
  if (b.uitstel->gemeld_op && !t.corrigeert()) {
    t.bevinding(&bij, {fmt::format("voor betrokkene {} is dit al gemeld op {}", b.id, b.uitstel->gemeld_op->lang()),
                       "controleer of dit een ander uitstel is", kVerval});
  }
  toets_verval_gemeld(t, b, &bij, *b.uitstel->vervallen_op, dag);
}

void toets_uitstel(Toetser& t, const Notificatie& n, Datum dag) {
  const bool handhaaft = n.uitkomst == HeroverwegingUitkomst::handhaven;
  switch (*n.stap) {
    case NotificatieStap::uitgesteld:
    case NotificatieStap::heroverwogen: {
      const bool eerste_keer = *n.stap == NotificatieStap::uitgesteld;
      toets_inroepers(t);
      toets_gronden(t, eerste_keer);
      toets_omvang(t, eerste_keer);
      toets_herziening(t, dag, t.b.termijnen.uitstel_herziening_maanden, "uitstel_herziening_maanden");
      if (!eerste_keer && handhaaft) toets_redenen(t);
      if (n.gemeld_op && (eerste_keer || handhaaft)) {
        t.document(t.veld("gemeld_op"), {"gemeld_op hoort bij een grond die is vervallen", "laat het weg", {}});
      }
      return;
    }
    case NotificatieStap::grond_vervallen:
      if (t.heeft(t.w, "gemeld_door") && !n.gemeld_op) {
        t.bevinding(t.veld("gemeld_door"),
                    {"er staat wie het verval meldde, maar niet wanneer: het geldt als nog niet gemeld",
                     "vul gemeld_op in, of laat gemeld_door weg tot het is gemeld", kVerval});
      }
      if (n.gemeld_op && !t.heeft(t.w, "gemeld_door")) {
        t.document(t.veld("gemeld_op"), {"er staat niet wie het verval meldde", "vul gemeld_door in", kVerval});
      }
      return;
    case NotificatieStap::ingezien:
      return toets_advies(t);
    default:
      return;
  }
}

}  // namespace pga::proces
