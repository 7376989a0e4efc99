// SPDX-License-Identifier: EUPL-1.2
//
// Receipts of destruction: who may complete one and when, and who can confirm that copies are gone. And the totals
// that go with it.
#include <fmt/format.h>

#include <algorithm>

#include "lib/proces/organisatie.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

constexpr const char* kVernietigen = "artikel 9 Wet PGA";

void toets_voltooid(Toetser& t, const VernietigingStand& v) {
  if (v.voltooid_op) return;  // what came back is destroyed again
  if (v.ingetrokken_op) {
    t.geweigerd(t.veld("stap"), {fmt::format("de vernietiging van dossier {} is ingetrokken op {}", v.nummer,
                                             v.ingetrokken_op->lang()),
                                 "begin zo nodig opnieuw, zonder --voltooi", kVernietigen});
    return;
  }
  if (v.bedenktijd_tot && t.n.peildatum < *v.bedenktijd_tot) {
    t.geweigerd(t.veld("datum"),
                {fmt::format("de bedenktijd loopt tot {}", v.bedenktijd_tot->lang()),
                 fmt::format("voltooi de vernietiging op die dag of later, of trek haar in (pga vernietig {} "
                             "--trek-in)",
                             v.nummer),
                 kVernietigen});
  }
  if (v.tweede && v.door == t.n.door) {
    t.geweigerd(t.veld("stap"),
                {fmt::format("{} begon deze vernietiging en kan haar niet ook voltooien", v.door),
                 "het beleid (vernietiging_tweede) vraagt een andere gebruiker die dit mag", kVernietigen});
  }
}

/// That an organisation confirmed is a fact, whenever and whoever it was.
void toets_bevestigd(Toetser& t, const VernietigingStand& v, const Vernietiging& nieuw) {
  const std::string opnieuw =
      "laat de organisatie na de vernietiging opnieuw bevestigen: tot die dag kunnen er kopieën "
      "bij zijn gekomen";
  const std::vector<std::string> bekend = v.organisaties();
  if (std::find(bekend.begin(), bekend.end(), nieuw.organisatie) == bekend.end()) {
    t.bevinding(
        t.veld("organisatie"),
        {fmt::format("{} had volgens het bewijs geen sleutel van dossier {}", de_organisatie(nieuw.organisatie),
                     v.nummer),
         "is het een andere organisatie, leg dan ook vast dat die bevestigde; anders is dit genoeg", kVernietigen});
  }
  if (!v.voltooid_op) {
    t.bevinding(t.veld("stap"),
                {fmt::format("dossier {} was nog niet vernietigd toen {} bevestigde dat er geen kopieën zijn",
                             v.nummer, de_organisatie(nieuw.organisatie)),
                 opnieuw, kVernietigen});
  } else if (nieuw.datum && *nieuw.datum < *v.voltooid_op) {
    t.bevinding(t.veld("datum"), {fmt::format("{} bevestigde op {}, voor de vernietiging van dossier {} op {}",
                                              de_organisatie(nieuw.organisatie), nieuw.datum->lang(), v.nummer,
                                              v.voltooid_op->lang()),
                                  opnieuw, kVernietigen});
  }
}

}  // namespace

void toets_vernietiging(Toetser& t) {
  const Vernietiging nieuw = lees_vernietiging(t.w);
  const VernietigingStand* v = t.d.vernietiging(nieuw.nummer);
  if (!nieuw.stap) return;
  if (*nieuw.stap == VernietigingStap::begonnen) {
    if (v != nullptr && v->loopt()) {
      t.geweigerd(t.veld("stap"), {fmt::format("de vernietiging van dossier {} is al begonnen op {}", v->nummer,
                                               v->begonnen_op.lang()),
                                   "voltooi haar (--voltooi) of trek haar in (--trek-in)", kVernietigen});
    }
    return;
  }
  if (v == nullptr) {
    t.geweigerd(t.veld("nummer"), {fmt::format("van dossier {} is geen vernietiging begonnen", nieuw.nummer),
                                   fmt::format("begin met pga vernietig {}", nieuw.nummer), kVernietigen});
  } else if (*nieuw.stap == VernietigingStap::voltooid) {
    toets_voltooid(t, *v);
  } else if (*nieuw.stap == VernietigingStap::bevestigd) {
    toets_bevestigd(t, *v, nieuw);
  } else if (!v->loopt()) {
    t.geweigerd(t.veld("stap"),
                {v->voltooid_op ? fmt::format("dossier {} is vernietigd op {}; dat is niet terug te draaien",
                                              v->nummer, v->voltooid_op->lang())
                                : fmt::format("de vernietiging van dossier {} is al ingetrokken", v->nummer),
                 v->voltooid_op ? fmt::format("pga toon {} toont het bewijs", v->nummer)
                                : std::string("u hoeft niets te doen: het dossier blijft"),
                 kVernietigen});
  }
}

void toets_aantallen(Toetser& t) {
  for (const std::string& oud : lees_aantallen_stuk(t.w).neemt_over) {
    const auto er = std::find_if(t.d.aantallen.begin(), t.d.aantallen.end(),
                                 [&](const AantallenStand& a) { return a.stuk == oud; });
    if (er != t.d.aantallen.end() && er->door == t.n.door) continue;
    t.document(t.veld("neemt_over"), {fmt::format("{} zijn geen aantallen die u kunt overnemen", oud),
                                      "alleen eerdere aantallen van uzelf kunnen worden overgenomen",
                                      {}});
  }
}

}  // namespace pga::proces
