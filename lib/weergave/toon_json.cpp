// SPDX-License-Identifier: EUPL-1.2
#include <optional>

#include "lib/weergave/json.h"
#include "lib/weergave/overzicht.h"
#include "lib/weergave/termijn_zin.h"
#include "lib/weergave/toon.h"

namespace pga::weergave {
namespace {

Json van(const Waarde& w) {
  if (w.is_tekst()) return w.tekst();
  if (w.is_getal()) return w.getal();
  if (w.is_bool()) return w.bool_waarde();
  if (w.is_lijst()) {
    Json uit = Json::array();
    for (const Waarde& deel : w.lijst()) uit.push_back(van(deel));
    return uit;
  }
  Json uit = Json::object();
  for (const Veld& v : w.velden()) uit[v.naam] = van(v.waarde);
  return uit;
}

template <class E>
Json woord(const std::optional<E>& waarde) {
  return waarde ? Json(proces::naam(*waarde)) : Json(nullptr);
}

Json van(const proces::Betrokkene& b, const DossierBlad& blad) {
  return {{"id", b.id},
          {"naam", of_null(b.naam)},
          {"relatie", b.relatie},
          {"soort", naam(b.soort)},
          {"overleden_op", of_null(b.overleden_op)},
          {"notificatie", naam(b.notificatie)},
          {"notificatie_op", of_null(b.notificatie_op)},
          {"herziening", of_null(herziening_op(blad, b))},
          {"verlengingen", b.verlengingen}};
}

Json van(const proces::Besluit* b) {
  if (b == nullptr) return nullptr;
  return {{"stuk", b->stuk},
          {"datum", b->datum.tekst()},
          {"besluit", woord(b->besluit)},
          {"aanhouden_tot", of_null(b->aanhouden_tot)},
          {"eensluidend", b->eensluidend}};
}

Json van(const proces::Stemming& s) {
  return {{"id", s.id},
          {"stuk", s.stuk},
          {"soort", naam(s.soort)},
          {"datum", s.datum.tekst()},
          {"organisatie", woord(s.organisatie)},
          {"standpunt", woord(s.standpunt)},
          {"stand", naam(s.stand)},
          {"bevestigd_door", of_null(s.bevestigd_door)},
          {"bevestigd_op", of_null(s.bevestigd_op)},
          {"vervangen", s.vervangen}};
}

Json van(const proces::DeelnemerVelden& d) {
  return {{"gebruiker", d.gebruiker}, {"compartimenten", Json(d.compartimenten)}, {"tot", of_null(d.tot)}};
}

Json van(const proces::Interventie& i, const DossierBlad& blad) {
  const termijn::Termijn* t = lopende_of_rustende(blad, "evaluatie", i.velden.id);
  return {{"id", i.velden.id},
          {"start", of_null(i.velden.start)},
          {"einde", of_null(i.velden.einde)},
          {"uitkomst", woord(i.uitkomst)},
          {"geevalueerd_op", of_null(i.geevalueerd_op)},
          {"volgende_evaluatie", t == nullptr ? Json(nullptr) : Json(laatste_dag(*t).tekst())}};
}

Json van(const proces::AdviesStand& a) {
  return {{"id", a.id},
          {"bij", naam(a.bij)},
          {"gevraagd_op", of_null(a.gevraagd_op)},
          {"verwacht_op", of_null(a.verwacht_op)},
          {"ontvangen_op", of_null(a.ontvangen_op)},
          {"besproken_op", of_null(a.besproken_op)}};
}

Json van(const StukBlad& s) {
  return {{"stuk", s.digest},
          {"soort", s.soort},
          {"stap", of_null(s.stap)},
          {"datum", s.datum.tekst()},
          {"door", s.door},
          {"organisatie", of_null(s.organisatie)},
          {"geschreven", of_null(s.geschreven)},
          {"vervangen_door", of_null(s.vervangen_door)},
          {"inhoud", van(s.inhoud)},
          {"verzegeld", Json(s.verzegeld)},
          {"soort_bekend", s.soort_bekend},
          {"onbekende_velden", Json(s.onbekend)},
          {"opnieuw_verzegeld",
           s.opnieuw_op ? Json({{"door", s.opnieuw_door}, {"datum", s.opnieuw_op->tekst()}}) : Json(nullptr)}};
}

/// What was destroyed because it was wrong.
Json onjuist(const proces::Dossier& d) {
  Json uit = Json::array();
  for (const proces::ToegangRegel& r : d.toegang) {
    if (!r.onjuist) continue;
    uit.push_back({{"datum", r.datum.tekst()}, {"wat", naam(*r.onjuist)}, {"uit_stuk", of_null(r.uit_stuk)}});
  }
  return uit;
}

template <class T>
Json lijst(const std::vector<T>& delen) {
  Json uit = Json::array();
  for (const T& deel : delen) uit.push_back(van(deel));
  return uit;
}

Json stemmen(const DossierBlad& blad) {
  Json uit = lijst(blad.dossier.stemmen);
  for (Json& s : uit) {
    const std::string door = s["bevestigd_door"].is_string() ? s["bevestigd_door"].get<std::string>() : "";
    const auto er = blad.vervangt.find({s["stuk"].get<std::string>(), door});
    s["in_vervanging_van"] = er == blad.vervangt.end() ? Json(nullptr) : Json(er->second);
  }
  return uit;
}

}  // namespace

std::string toon_json(const DossierBlad& blad) {
  const proces::Dossier& d = blad.dossier;
  Json betrokkenen = Json::array();
  for (const proces::Betrokkene& b : d.betrokkenen) betrokkenen.push_back(van(b, blad));
  Json interventies = Json::array();
  for (const proces::Interventie& i : d.interventies) interventies.push_back(van(i, blad));
  const Json uit = {{"dossier", blad.nummer},
                    {"fase", is_gemeente(blad) ? Json(nullptr) : Json(naam(d.fase))},
                    {"procesfase", is_gemeente(blad) ? Json(nullptr) : Json(procesfase(d))},
                    {"geopend", of_null(d.geopend)},
                    {"afgesloten_op", of_null(d.afgesloten_op)},
                    {"peildatum", blad.peildatum.tekst()},
                    {"volgende", kort_json(volgende(blad.termijnen))},
                    {"betrokkenen", betrokkenen},
                    {"besluit", van(huidig_besluit(d))},
                    {"stemmen", stemmen(blad)},
                    {"deelnemers", lijst(d.deelnemers)},
                    {"interventies", interventies},
                    {"adviezen", lijst(d.adviezen)},
                    {"schaal", of_null(blad.schaal_naam)},
                    {"onjuist_vernietigd", onjuist(d)},
                    {"stukken", lijst(blad.stukken)}};
  return schrijf(uit);
}

}  // namespace pga::weergave
