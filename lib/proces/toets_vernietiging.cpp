// SPDX-License-Identifier: EUPL-1.2
//
// Receipts of destruction: who may complete one and when, and who can confirm that copies are gone.
#include <fmt/format.h>

#include <algorithm>

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
                 "voltooi de vernietiging op die dag of later, of trek haar in (--trek-in)", kVernietigen});
  }
  if (v.tweede && v.door == t.n.door) {
    t.geweigerd(t.veld("stap"),
                {fmt::format("{} begon deze vernietiging en kan haar niet ook voltooien", v.door),
                 "het beleid (vernietiging_tweede) vraagt een andere gebruiker die dit mag", kVernietigen});
  }
}

void toets_bevestigd(Toetser& t, const VernietigingStand& v, const Vernietiging& nieuw) {
  if (!v.voltooid_op) {
    t.geweigerd(t.veld("stap"),
                {fmt::format("dossier {} is nog niet vernietigd", v.nummer),
                 "voltooi eerst de vernietiging: tot die tijd kunnen er kopieën bij komen", kVernietigen});
    return;
  }
  const std::vector<std::string> bekend = v.organisaties();
  if (std::find(bekend.begin(), bekend.end(), nieuw.organisatie) == bekend.end()) {
    t.onbekend(t.veld("organisatie"), "een organisatie die een sleutel had,", nieuw.organisatie, bekend);
  }
  if (nieuw.datum && *nieuw.datum < *v.voltooid_op) {
    t.document(t.veld("datum"),
               {fmt::format("{} ligt voor de vernietiging zelf ({})", nieuw.datum->lang(), v.voltooid_op->lang()),
                "noem met --op de dag waarop de organisatie bevestigde dat haar kopieën weg zijn",
                {}});
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

}  // namespace pga::proces
