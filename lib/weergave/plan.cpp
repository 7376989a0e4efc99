// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "lib/weergave/acties.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/overzicht.h"
#include "lib/weergave/termijn_zin.h"

namespace pga::weergave {
namespace {

/// What was agreed in a meeting is with its minutes, and in pga acties.
bool is_van_plan(const proces::Actie& a) { return a.soort == proces::naam(proces::Soort::plan); }

using proces::Interventie;

constexpr std::string_view kInspring = "  ";
constexpr std::string_view kVerzegeld = "[verzegeld]";

std::string of_verzegeld(const std::string& tekst) { return tekst.empty() ? std::string(kVerzegeld) : tekst; }

/// What the evaluations, or a proposal to close, found of one goal: the latest, as far as it could be opened.
struct Bereikt {
  std::string woord;
  std::string tekst;
  std::optional<Datum> op;
  bool deels_dicht = false;  // one of them is not open whole, so that a silence may be a seal
};

Bereikt bereikt(const DossierBlad& blad, const std::string& doel) {
  Bereikt uit;
  for (const StukBlad* s : geldige_stukken(blad)) {
    const bool evaluatie = s->soort == "plan" && s->stap == "evaluatie";
    if (!evaluatie && (s->soort != "afsluiting" || s->stap == "brief")) continue;
    uit.deels_dicht = uit.deels_dicht || !s->verzegeld.empty();
    for (const Waarde& r : s->inhoud.items_van(evaluatie ? "resultaten" : "per_doel")) {
      if (r.tekst_van(evaluatie ? "doel" : "id") != doel || (uit.op && s->datum < *uit.op)) continue;
      uit.woord = r.tekst_van("bereikt");
      uit.tekst = r.tekst_van("tekst");
      uit.op = s->datum;
    }
  }
  return uit;
}

/// Also while the interventions rest: then it is due again when they go on.
std::optional<Datum> volgende_evaluatie(const DossierBlad& blad, const Interventie& i) {
  const termijn::Termijn* t = lopende_of_rustende(blad, "evaluatie", i.velden.id);
  return t == nullptr ? std::nullopt : std::optional(laatste_dag(*t));
}

/// Where an intervention stands on the day asked about, in one word for JSON.
std::string_view stand(const DossierBlad& blad, const Interventie& i) {
  if (i.gestopt) return "gestopt";
  if (i.velden.start && *i.velden.start > blad.peildatum) return "begint_nog";
  if (const auto einde = einde_van(i.velden); einde && *einde < blad.peildatum) return "afgelopen";
  return blad.dossier.pas_op_de_plaats ? "rust" : "loopt";
}

std::string periode(const Interventie& i) {
  const auto einde = einde_van(i.velden);
  std::string uit = i.velden.start ? i.velden.start->lang() : "begin niet bekend";
  if (einde) uit += " tot en met " + einde->lang();
  return uit;
}

std::string woord(const std::optional<proces::EvaluatieUitkomst>& w) {
  return w ? leesbaar(naam(*w)) : std::string();
}

/// Who was seen to be fit, as far as the plan says.
std::string specialist(const proces::InterventieInhoud& in) {
  std::string uit = in.specialist ? leesbaar(naam(*in.specialist)) : std::string();
  const auto erbij = [&](std::string_view wat, const std::optional<Datum>& dag) {
    if (dag) uit += fmt::format("{}{} {}", uit.empty() ? "" : "; ", wat, dag->lang());
  };
  erbij("VOG van", in.vog_op);
  erbij("onbesproken gedrag nagegaan op", in.onbesproken_gedrag_op);
  return uit;
}

std::string verstrekking(const Interventie& i) {
  const std::optional<Datum>& op = i.velden.verstrekken_op;
  const std::optional<Datum>& gedaan = i.velden.verstrekt_op;
  std::string wanneer = gedaan ? "gedaan op " + gedaan->lang() : op ? "uiterlijk " + op->lang() : std::string();
  if (i.inhoud.verstrekking.empty()) return wanneer;
  return wanneer.empty() ? i.inhoud.verstrekking : fmt::format("{}: {}", wanneer, i.inhoud.verstrekking);
}

/// What changed the plan after it was drawn up.
std::vector<const StukBlad*> wijzigingen_van(const DossierBlad& blad) {
  constexpr std::array<std::string_view, 3> kStappen = {"bijstelling", "pas_op_de_plaats", "hervat"};
  std::vector<const StukBlad*> uit;
  for (const StukBlad* s : geldige_stukken(blad)) {
    const bool wijzigt = std::find(kStappen.begin(), kStappen.end(), s->stap) != kStappen.end();
    if (s->soort == "plan" && wijzigt && s->datum <= blad.peildatum) uit.push_back(s);
  }
  return uit;
}

std::string reden_van(const StukBlad& s) {
  const Waarde* reden = s.inhoud.vind("reden");
  if (reden != nullptr && !reden->tekst_van("tekst").empty()) return reden->tekst_van("tekst");
  return s.verzegeld.empty() ? "geen reden vastgelegd" : std::string(kVerzegeld);
}

class Planblad {
 public:
  Planblad(const DossierBlad& blad, const Stijl& stijl) : blad_(blad), stijl_(stijl) {}

  std::string tekst() const {
    std::string uit =
        verf(fmt::format("dossier {}: plan van aanpak", veilig(blad_.nummer)), Kleur::vet, stijl_) + '\n';
    if (const auto& rust = blad_.dossier.pas_op_de_plaats) {
      std::string regel = "pas op de plaats sinds " + rust->sinds.lang();
      if (rust->herziening) regel += ", opnieuw bekijken op " + rust->herziening->lang();
      uit += omloop(regel, stijl_.breedte) + '\n';
    }
    return uit + doelen() + interventies() + acties() + wijzigingen() + op_te_merken() + tijd();
  }

 private:
  std::string deel(std::string_view kop, const Tabel& t) const {
    if (t.rijen.empty()) return {};
    return '\n' + verf(kop, Kleur::vet, stijl_) + '\n' + tabel(t, stijl_, kInspring);
  }

  std::string item(std::string_view lijst, const std::string& id, std::string_view veld) const {
    return omschrijving(blad_, lijst, id, veld);
  }

  std::string doelen() const {
    Tabel t{{"", "", ""}, {}};
    for (const std::string& id : blad_.dossier.doelen) {
      t.rijen.push_back({{id}, {"doel"}, {of_verzegeld(item("doelen", id, "doel"))}});
      if (const std::string a = item("doelen", id, "aspect"); !a.empty())
        t.rijen.push_back({{""}, {"aspect"}, {leesbaar(a)}});
      const Bereikt b = bereikt(blad_, id);
      std::string regel = b.deels_dicht ? "nog niet geëvalueerd, of verzegeld" : "nog niet geëvalueerd";
      if (b.op) regel = fmt::format("{}, op {}", leesbaar(of_verzegeld(b.woord)), b.op->lang());
      t.rijen.push_back({{""}, {"bereikt"}, {b.tekst.empty() ? regel : regel + ": " + b.tekst}});
    }
    return deel("doelen", t);
  }

  void rij(Tabel& t, std::string_view label, const std::string& tekst) const {
    if (!tekst.empty()) t.rijen.push_back({{""}, {std::string(label)}, {tekst}});
  }

  void interventie(Tabel& t, const Interventie& i) const {
    const std::string& id = i.velden.id;
    const auto veld = [&](std::string_view naam) { return item("interventies", id, naam); };
    t.rijen.push_back({{id}, {"wat"}, {of_verzegeld(veld("wat"))}});
    rij(t, "aspect", leesbaar(veld("aspect")));
    rij(t, "catalogus", i.inhoud.catalogus);
    if (i.inhoud.weet_van_pga) rij(t, "weet van PGA", std::string(naam(*i.inhoud.weet_van_pga)));
    rij(t, "uitvoerder", leesbaar(veld("uitvoerder")));
    rij(t, "verantwoordelijk", leesbaar(i.inhoud.verantwoordelijke));
    rij(t, "prioriteit", leesbaar(veld("prioriteit")));
    rij(t, "periode", periode(i));
    std::string hoe{leesbaar(stand(blad_, i))};
    if (i.uitkomst) {
      hoe += fmt::format("; geëvalueerd{}: {}", i.geevalueerd_op ? " op " + i.geevalueerd_op->lang() : "",
                         woord(i.uitkomst));
    }
    rij(t, "stand", hoe);
    const auto volgende = volgende_evaluatie(blad_, i);
    const bool rust = lopende(blad_, "evaluatie", id) == nullptr;
    rij(t, "evaluatie",
        volgende ? (rust ? "rust, was uiterlijk " : "") + volgende->lang() : std::string("geen meer gepland"));
    rij(t, "specialist", specialist(i.inhoud));
    rij(t, "verstrekking", verstrekking(i));
  }

  std::string interventies() const {
    Tabel t{{"", "", ""}, {}};
    for (const Interventie& i : blad_.dossier.interventies) interventie(t, i);
    return deel("interventies", t);
  }

  std::string acties() const {
    Tabel t{{"", "", ""}, {}};
    for (const proces::Actie& a : blad_.dossier.acties) {
      if (!is_van_plan(a)) continue;
      t.rijen.push_back({{a.velden.id}, {"wat"}, {of_verzegeld(a.wat)}});
      rij(t, "wie", leesbaar(a.wie));
      if (a.velden.uiterlijk) rij(t, "uiterlijk", a.velden.uiterlijk->lang());
      const bool open = a.status() == proces::ActieStatus::open;
      rij(t, "stand", open ? a.stand : svz(a, blad_.peildatum));
    }
    return deel("acties", t);
  }

  /// Each change with its day and its reason.
  std::string wijzigingen() const {
    Tabel t{{"", "", ""}, {}};
    for (const StukBlad* s : wijzigingen_van(blad_)) {
      t.rijen.push_back({{s->datum.lang()}, {leesbaar(s->stap)}, {reden_van(*s)}});
    }
    return deel("wijzigingen", t);
  }

  std::string op_te_merken() const {
    Tabel t{{"", ""}, {}};
    const auto rij = [&](std::string_view soort, const std::string& wat, Kleur kleur) {
      t.rijen.push_back({{std::string(soort), kleur}, {wat}});
    };
    for (const Bevinding& b : blad_.plan) {
      rij("let op", b.grondslag.empty() ? b.wat : fmt::format("{} ({})", b.wat, b.grondslag), Kleur::geel);
      if (!b.tip.empty()) rij("", "tip: " + b.tip, Kleur::geen);
    }
    for (const proces::Planhint& h : blad_.planhints) rij("hint", h.wat, Kleur::geen);
    return deel("op te merken", t);
  }

  std::string tijd() const {
    const std::string lijn = tijdlijn(blad_, stijl_.breedte);
    if (lijn.empty()) return {};
    return '\n' + verf("tijdlijn", Kleur::vet, stijl_) + '\n' + lijn;
  }

  const DossierBlad& blad_;
  const Stijl& stijl_;
};

/// Places days in columns.
class As {
 public:
  As(Datum van, Datum tot, int kolommen)
      : van_(van), dagen_(std::max(1, van.dagen_tot(tot))), kolommen_(kolommen) {}

  [[nodiscard]] bool op_de_as(Datum dag) const { return dag >= van_ && van_.dagen_tot(dag) <= dagen_; }
  [[nodiscard]] std::size_t kolom(Datum dag) const {
    const int d = std::clamp(van_.dagen_tot(dag), 0, dagen_);
    return static_cast<std::size_t>(static_cast<long>(d) * (kolommen_ - 1) / dagen_);
  }
  [[nodiscard]] std::string leeg() const { return std::string(static_cast<std::size_t>(kolommen_), ' '); }
  void zet(std::string& regel, Datum dag, char teken) const {
    if (op_de_as(dag)) regel[kolom(dag)] = teken;
  }

  /// The first days of months, as many as fit: the year where it begins, which goes before, then "apr" below its
  /// column.
  [[nodiscard]] std::string maanden() const {
    static constexpr std::array<std::string_view, 12> kMaanden = {"jan", "feb", "mrt", "apr", "mei", "jun",
                                                                  "jul", "aug", "sep", "okt", "nov", "dec"};
    std::string uit = leeg();
    const int laatste_jaar = van_.plus_dagen(dagen_).jaar();
    for (int jaar = van_.jaar(); jaar <= laatste_jaar; ++jaar)
      zet_woord(uit, Datum(jaar, 1, 1), std::to_string(jaar));
    for (int jaar = van_.jaar(); jaar <= laatste_jaar; ++jaar) {
      for (unsigned m = 2; m <= kMaanden.size(); ++m) zet_woord(uit, Datum(jaar, m, 1), kMaanden.at(m - 1));
    }
    uit.erase(uit.find_last_not_of(' ') + 1);
    return uit;
  }

 private:
  /// Where it is still free, with a blank on both sides; the first day of the axis has no word.
  void zet_woord(std::string& uit, Datum dag, std::string_view woord_) const {
    if (dag == van_ || !op_de_as(dag)) return;
    const std::size_t k = kolom(dag);
    if (k + woord_.size() > uit.size()) return;
    const std::size_t begin = k == 0 ? 0 : k - 1;
    const std::string_view hier = std::string_view(uit).substr(begin, k + woord_.size() + 1 - begin);
    if (hier.find_first_not_of(' ') == std::string_view::npos) uit.replace(k, woord_.size(), woord_);
  }

  Datum van_;
  int dagen_;
  int kolommen_;
};

/// The days that a row of the timeline must show.
std::vector<Datum> dagen_van(const DossierBlad& blad, const Interventie& i) {
  std::vector<Datum> uit{*i.velden.start};
  if (const auto einde = einde_van(i.velden)) uit.push_back(*einde);
  if (i.geevalueerd_op) uit.push_back(*i.geevalueerd_op);
  if (const auto volgende = volgende_evaluatie(blad, i)) uit.push_back(*volgende);
  return uit;
}

std::string regel_van(const DossierBlad& blad, const Interventie& i, const As& as, Datum tot) {
  std::string uit = as.leeg();
  Datum einde = einde_van(i.velden).value_or(tot);
  if (i.gestopt && i.geevalueerd_op) einde = std::min(einde, *i.geevalueerd_op);
  if (einde >= *i.velden.start) {
    const std::size_t van = as.kolom(*i.velden.start);
    std::fill_n(uit.begin() + static_cast<std::ptrdiff_t>(van), as.kolom(einde) - van + 1, '=');
  }
  as.zet(uit, blad.peildatum, '|');
  if (i.geevalueerd_op) as.zet(uit, *i.geevalueerd_op, 'E');
  if (const auto volgende = volgende_evaluatie(blad, i)) as.zet(uit, *volgende, 'e');
  uit.erase(uit.find_last_not_of(' ') + 1);
  return uit;
}

}  // namespace

std::string tijdlijn(const DossierBlad& blad, int kolommen) {
  std::vector<const Interventie*> rijen;
  std::vector<Datum> dagen;
  std::size_t breedste = 0;
  for (const Interventie& i : blad.dossier.interventies) {
    if (!i.velden.start) continue;
    rijen.push_back(&i);
    breedste = std::max(breedste, i.velden.id.size());
    for (const Datum d : dagen_van(blad, i)) dagen.push_back(d);
  }
  if (rijen.empty()) return {};
  const auto [van, tot] = std::minmax_element(dagen.begin(), dagen.end());
  constexpr int kMinst = 20;
  const int marge = static_cast<int>(breedste) + 2 * static_cast<int>(kInspring.size());
  const As as(*van, *tot, std::max(kMinst, kolommen - marge));
  std::string uit;
  for (const Interventie* i : rijen) {
    uit += fmt::format("{}{:<{}}{}{}\n", kInspring, veilig(i->velden.id), breedste, kInspring,
                       regel_van(blad, *i, as, *tot));
  }
  if (const std::string maanden = as.maanden(); !maanden.empty()) {
    uit += fmt::format("{}{:<{}}{}{}\n", kInspring, "", breedste, kInspring, maanden);
  }
  const std::string vandaag = as.op_de_as(blad.peildatum) ? ", |: " + blad.peildatum.lang() : std::string();
  return uit + omloop("=: loopt, E: geëvalueerd, e: te evalueren" + vandaag, kolommen, kInspring, kInspring) + '\n';
}

std::string plan_tekst(const DossierBlad& blad, const Stijl& stijl) {
  const proces::Dossier& d = blad.dossier;
  if (d.doelen.empty() && d.interventies.empty() && std::none_of(d.acties.begin(), d.acties.end(), is_van_plan)) {
    return fmt::format("dossier {}: er is nog geen plan van aanpak\n", veilig(blad.nummer)) +
           omloop("een leeg formulier maakt u met:", stijl.breedte) + "\n  pga plan --sjabloon\n";
  }
  return Planblad(blad, stijl).tekst();
}

std::string plan_json(const DossierBlad& blad) {
  const proces::Dossier& d = blad.dossier;
  const auto veld = [&](std::string_view lijst, const std::string& id, std::string_view naam_) {
    return of_null(omschrijving(blad, lijst, id, naam_));
  };
  Json doelen = Json::array();
  for (const std::string& id : d.doelen) {
    const Bereikt b = bereikt(blad, id);
    doelen.push_back({{"id", id},
                      {"aspect", veld("doelen", id, "aspect")},
                      {"doel", veld("doelen", id, "doel")},
                      {"bereikt", of_null(b.woord)},
                      {"bereikt_op", of_null(b.op)}});
  }
  Json interventies = Json::array();
  for (const Interventie& i : d.interventies) {
    Json j = {{"id", i.velden.id}};
    for (const char* naam_ : {"aspect", "domein", "wat", "uitvoerder", "prioriteit", "vrijwillig"}) {
      j[naam_] = veld("interventies", i.velden.id, naam_);
    }
    j["verantwoordelijke"] = of_null(i.inhoud.verantwoordelijke);
    j["catalogus"] = of_null(i.inhoud.catalogus);
    j["weet_van_pga"] = i.inhoud.weet_van_pga ? Json(naam(*i.inhoud.weet_van_pga)) : Json(nullptr);
    j["verstrekking"] = of_null(i.inhoud.verstrekking);
    j["start"] = of_null(i.velden.start);
    j["einde"] = of_null(einde_van(i.velden));
    j["stand"] = stand(blad, i);
    j["uitkomst"] = i.uitkomst ? Json(naam(*i.uitkomst)) : Json(nullptr);
    j["geevalueerd_op"] = of_null(i.geevalueerd_op);
    j["volgende_evaluatie"] = of_null(volgende_evaluatie(blad, i));
    j["verstrekken_op"] = of_null(i.velden.verstrekken_op);
    j["verstrekt_op"] = of_null(i.velden.verstrekt_op);
    j["specialist"] = i.inhoud.specialist ? Json(naam(*i.inhoud.specialist)) : Json(nullptr);
    j["vog_op"] = of_null(i.inhoud.vog_op);
    j["onbesproken_gedrag_op"] = of_null(i.inhoud.onbesproken_gedrag_op);
    interventies.push_back(std::move(j));
  }
  Json acties = Json::array();
  for (const proces::Actie& a : d.acties) {
    if (!is_van_plan(a)) continue;
    acties.push_back({{"id", a.velden.id},
                      {"wat", of_null(a.wat)},
                      {"wie", of_null(a.wie)},
                      {"uiterlijk", of_null(a.velden.uiterlijk)},
                      {"status", proces::naam(a.status())},
                      {"gedaan_op", of_null(a.gedaan_op)},
                      {"stand", of_null(a.stand)}});
  }
  Json wijzigingen = Json::array();
  for (const StukBlad* s : wijzigingen_van(blad)) {
    const Waarde* reden = s->inhoud.vind("reden");
    wijzigingen.push_back({{"stuk", s->digest},
                           {"stap", s->stap},
                           {"datum", s->datum.tekst()},
                           {"reden", of_null(reden == nullptr ? std::string() : reden->tekst_van("tekst"))}});
  }
  Json op_te_merken = Json::array();
  for (const Bevinding& b : blad.plan) {
    op_te_merken.push_back({{"wat", b.wat}, {"tip", of_null(b.tip)}, {"grondslag", of_null(b.grondslag)}});
  }
  Json hints = Json::array();
  for (const proces::Planhint& h : blad.planhints) {
    hints.push_back({{"interventies", {h.een, h.ander}}, {"wat", h.wat}});
  }
  const auto& rust = d.pas_op_de_plaats;
  return schrijf(
      {{"dossier", blad.nummer},
       {"peildatum", blad.peildatum.tekst()},
       {"pas_op_de_plaats",
        rust ? Json({{"sinds", rust->sinds.tekst()}, {"herziening", of_null(rust->herziening)}}) : Json(nullptr)},
       {"doelen", doelen},
       {"interventies", interventies},
       {"acties", acties},
       {"wijzigingen", wijzigingen},
       {"bevindingen", op_te_merken},
       {"hints", hints}});
}

}  // namespace pga::weergave
