// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/reken.h"

#include <fmt/format.h>

#include "lib/weergave/json.h"

namespace pga::weergave {
namespace {

using termijn::Moment;
using termijn::Regime;
using termijn::Stap;

Tijdstip tijdstip(Datum dag) { return {dag.tekst(), dag.lang()}; }
Tijdstip tijdstip(const Moment& moment) { return {moment.tekst(), moment.lang()}; }

std::string let_op(const std::string& waarschuwing, const Stijl& stijl) {
  return verf(omloop("let op: " + veilig(waarschuwing), stijl.breedte, {}, "  "), Kleur::geel, stijl) + '\n';
}

Json stap_json(const Stap& s) { return {{"datum", s.tijd ? s.tijd->tekst() : s.dag.tekst()}, {"reden", s.reden}}; }

Json feestdag_json(const termijn::Feestdag& f) {
  Json regimes = Json::array();
  if (f.eu) regimes.push_back(naam(Regime::eu));
  regimes.push_back(naam(Regime::atw));
  return {{"datum", f.dag.tekst()},
          {"naam", f.naam},
          {"regimes", std::move(regimes)},
          {"bron", f.bron},
          {"bekend_op", of_null(f.bekend_op)}};
}

/// Of the law, or of policy where that is stricter.
termijn::Zekerheid zekerheid(const Rekening& r) {
  return r.duur == r.regel->lengte.vast ? r.regel->zekerheid : termijn::Zekerheid::beleid;
}

}  // namespace

Rekening rekening(Datum vanaf, termijn::Duur duur, Regime regime, const termijn::Einde& einde) {
  return {.vanaf = tijdstip(vanaf),
          .duur = duur,
          .regime = regime,
          .veilig = tijdstip(einde.onverschoven),
          .uiterlijk = tijdstip(einde.dag),
          .stappen = einde.stappen,
          .waarschuwingen = einde.waarschuwingen};
}

Rekening rekening(const Moment& vanaf, termijn::Duur duur, Regime regime, const termijn::EindeUren& einde) {
  return {.vanaf = tijdstip(vanaf),
          .duur = duur,
          .regime = regime,
          .veilig = tijdstip(einde.veilig),
          .uiterlijk = tijdstip(einde.uiterlijk),
          .stappen = einde.stappen,
          .waarschuwingen = einde.waarschuwingen};
}

std::string rekening_tekst(const Rekening& r, const Stijl& stijl) {
  Tabel t{{"", ""}, {}};
  const auto rij = [&](std::string_view label, std::string tekst, Kleur kleur = Kleur::geen) {
    t.rijen.push_back({{std::string(label)}, {std::move(tekst), kleur}});
  };
  if (r.regel != nullptr) {
    rij("regel", fmt::format("{}: {}", r.regel->id, r.regel->zin));
    rij("grondslag", fmt::format("{} (zekerheid: {})", r.regel->grondslag, naam(zekerheid(r))));
  }
  rij(r.terug ? "voor" : "vanaf", r.vanaf.lang);
  rij("duur", fmt::format("{}{}", r.duur.tekst(), r.terug ? ", terug" : ""));
  rij("regime", fmt::format("{} ({})", naam(r.regime), omschrijving(r.regime)));
  if (r.veilig.tekst != r.uiterlijk.tekst) rij("vroegste lezing", r.veilig.lang, Kleur::vet);
  rij("uiterlijk", r.uiterlijk.lang, Kleur::vet);
  std::string uit = tabel(t, stijl) + "\nberekening:\n";
  for (const Stap& s : r.stappen) uit += omloop(veilig(s.tekst()), stijl.breedte, "  ", "    ") + '\n';
  for (const std::string& w : r.waarschuwingen) uit += let_op(w, stijl);
  return uit;
}

std::string rekening_json(const Rekening& r) {
  Json uit;
  if (r.regel != nullptr) {
    uit["regel"] = r.regel->id;
    uit["zin"] = r.regel->zin;
    uit["grondslag"] = r.regel->grondslag;
    uit["zekerheid"] = naam(zekerheid(r));
  }
  uit[r.terug ? "voor" : "vanaf"] = r.vanaf.tekst;
  uit["duur"] = r.duur.kort();
  uit["regime"] = naam(r.regime);
  uit["veilig"] = r.veilig.tekst;
  uit["uiterlijk"] = r.uiterlijk.tekst;
  uit["stappen"] = Json::array();
  for (const Stap& s : r.stappen) uit["stappen"].push_back(stap_json(s));
  uit["waarschuwingen"] = r.waarschuwingen;
  return schrijf(uit);
}

std::string feestdagen_tekst(const Feestdagen& lijst, const Stijl& stijl) {
  Tabel t{{"dag", "feestdag", "telt in", "bron"}, {}};
  for (const termijn::Feestdag& f : lijst.dagen) {
    t.rijen.push_back({{f.dag.lang()}, {f.naam}, {f.eu ? "eu, atw" : "atw"}, {f.bron}});
  }
  std::string uit = t.rijen.empty() ? "geen feestdagen\n" : tabel(t, stijl);
  for (const std::string& w : lijst.waarschuwingen) uit += let_op(w, stijl);
  return uit;
}

std::string feestdagen_json(const Feestdagen& lijst) {
  Json dagen = Json::array();
  for (const termijn::Feestdag& f : lijst.dagen) dagen.push_back(feestdag_json(f));
  const Json uit = {
      {"jaar", lijst.jaar}, {"feestdagen", std::move(dagen)}, {"waarschuwingen", lijst.waarschuwingen}};
  return schrijf(uit);
}

}  // namespace pga::weergave
