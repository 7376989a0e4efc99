// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/agenda.h"

#include <fmt/format.h>

#include <algorithm>

#include "lib/basis/zin.h"
#include "lib/proces/planbevindingen.h"

namespace pga::proces {
namespace {

constexpr const char* kAlgemeen = "Algemeen";
constexpr const char* kCasus = "Casus";
constexpr const char* kCasuistiek = "Casuïstiek";
constexpr const char* kSlot = "Slot";

class Opsteller {
 public:
  Opsteller(const Beleid& beleid, OverlegSoort soort, Datum dag) : beleid_(beleid), soort_(soort), dag_(dag) {}

  void begin(const AgendaCasus& van) {
    uit_.push_back({kAlgemeen, "Opening, agenda en mededelingen"});
    for (const OverlegStand& o : van.dossier.overleggen) {
      const bool ander = o.soort != soort_ || o.datum > dag_ || o.vastgesteld();
      if (ander) continue;
      uit_.push_back({kAlgemeen, fmt::format("Vaststellen van het verslag van {}", o.datum.lang())});
    }
    acties(van.dossier);
  }

  void einde() { uit_.push_back({kSlot, "Volgend overleg, rondvraag en sluiting"}); }

  /// What has to be done before long, each thing once.
  void termijnen(const AgendaCasus& van, const char* rubriek) {
    for (const termijn::Termijn& t : van.termijnen) {
      const bool straks =
          t.loopt() && (t.status == termijn::Status::onverwijld ||
                        dag_.dagen_tot(t.uiterlijk.value_or(t.veilig)) <= beleid_.termijnen.nadert_dagen);
      if (!straks || t.regel == "actie" || t.regel == "overleg" || t.regel == "uitstel_herziening" ||
          t.regel == "overlijden")
        continue;
      const std::string& wie = t.betrokkene.empty() ? t.onderwerp : t.betrokkene;
      const std::string zin = met_hoofdletter(t.zin);
      const std::string wanneer =
          t.uiterlijk
              ? "uiterlijk " + t.uiterlijk->lang()
              : (t.status == termijn::Status::onverwijld ? "onverwijld" : "vroegste lezing " + t.veilig.lang());
      uit_.push_back({rubriek,
                      wie.empty() ? zin : fmt::format("{} ({})", zin, wie),
                      {fmt::format("{} ({})", wanneer, t.grondslag)}});
    }
  }

  /// A deferral is looked at again at every casusoverleg, or when its day comes.
  void uitstel(const AgendaCasus& van) {
    for (const Betrokkene& b : van.dossier.betrokkenen) {
      if (b.notificatie != NotificatieStand::uitgesteld) continue;
      const bool nu = b.herziening && dag_.dagen_tot(*b.herziening) <= beleid_.termijnen.nadert_dagen;
      if (!nu && !beleid_.termijnen.uitstel_bij_overleg) continue;
      AgendaPunt p{kCasus, fmt::format("Uitstel van de notificatie van {} heroverwegen", b.id)};
      if (b.herziening) p.waarom.push_back(fmt::format("herziening uiterlijk {}", b.herziening->lang()));
      uit_.push_back(std::move(p));
    }
  }

  /// What an expert answered, and nobody has said yet what is done with it.
  void adviezen(const Dossier& d) {
    const AdviesBij hier = soort_ == OverlegSoort::weegploeg ? AdviesBij::weging : AdviesBij::casusoverleg;
    for (const AdviesStand& a : d.adviezen) {
      if (a.bij != hier || !a.ontvangen_op || a.besproken_op) continue;
      uit_.push_back({kCasus,
                      fmt::format("Advies {}: wat wordt ermee gedaan", a.id),
                      {fmt::format("ontvangen op {}", a.ontvangen_op->lang())}});
    }
  }

  void bijstellingen(const Dossier& d) {
    for (const Interventie& i : d.interventies) {
      if (!wacht_op_bijstelling(i)) continue;
      uit_.push_back({kCasus,
                      fmt::format("Plan van aanpak bijstellen ({})", i.velden.id),
                      {fmt::format("evaluatie van {}", i.geevalueerd_op->lang())}});
    }
  }

  void punt(AgendaPunt p) { uit_.push_back(std::move(p)); }

  std::vector<AgendaPunt> klaar() && { return std::move(uit_); }

 private:
  void acties(const Dossier& d) {
    AgendaPunt p{kAlgemeen, {}};
    std::size_t open = 0;
    for (const Actie& a : d.acties) {
      if (a.status() != ActieStatus::open) continue;
      ++open;
      const bool laat = a.velden.uiterlijk && *a.velden.uiterlijk < dag_;
      // An agenda is sent round: nothing that rests on data of the police or of care, or that only the author of a
      // beoordeling and the regisseur may know yet.
      const bool open_tekst = a.herkomst == Herkomst::algemeen && !a.voor_oordeel;
      p.waarom.push_back(fmt::format(
          "{}{}{}{}", a.velden.id, open_tekst && !a.wie.empty() ? " (" + a.wie + ")" : "",
          !a.velden.uiterlijk ? "" : fmt::format(", {}{}", laat ? "te laat: " : "", a.velden.uiterlijk->lang()),
          open_tekst && !a.wat.empty() ? ": " + a.wat : ""));
    }
    if (open == 0) return;
    p.onderwerp = fmt::format("Openstaande acties ({})", open);
    uit_.push_back(std::move(p));
  }

  const Beleid& beleid_;
  OverlegSoort soort_;
  Datum dag_;
  std::vector<AgendaPunt> uit_;
};

bool wacht_op_weging(const Dossier& d) { return d.fase == Fase::weging || d.fase == Fase::aangehouden; }

std::string wacht_sinds(const Dossier& d) {
  return d.geopend ? fmt::format("{}, geopend op {}", tekst(d.fase), d.geopend->lang())
                   : std::string(tekst(d.fase));
}

constexpr const char* kBesluitOverEinde = "Besluit over het voorstel om de casus te beëindigen of te monitoren";

/// Put forward by the casusoverleg, and not decided on yet.
bool voorgesteld(const Dossier& d) {
  if (!d.voorstel || d.fase != Fase::opgenomen) return false;
  std::optional<Datum> voorstel;
  std::optional<Datum> verder;  // the three decided to go on
  for (const termijn::Feit& f : d.feiten) {
    if (f.soort == termijn::FeitSoort::afsluitvoorstel) voorstel = std::max(voorstel.value_or(f.datum), f.datum);
    if (f.soort == termijn::FeitSoort::herweging) verder = std::max(verder.value_or(f.datum), f.datum);
  }
  return !verder || !voorstel || *verder < *voorstel;
}

std::string sinds_voorstel(const Dossier& d) {
  const auto op = std::find_if(d.feiten.rbegin(), d.feiten.rend(), [](const termijn::Feit& f) {
    return f.soort == termijn::FeitSoort::afsluitvoorstel;
  });
  return op == d.feiten.rend() ? std::string() : fmt::format("voorgesteld op {}", op->datum.lang());
}

bool rust_nog(const Dossier& d) { return d.pas_op_de_plaats && !d.overleden_op(); }

}  // namespace

std::vector<AgendaPunt> stel_agenda_voor(const AgendaCasus& casus, const Beleid& beleid, OverlegSoort soort,
                                         Datum dag) {
  Opsteller v(beleid, soort, dag);
  v.begin(casus);
  const Dossier& d = casus.dossier;
  if (soort != OverlegSoort::dilemmasessie && voorgesteld(d))
    v.punt({kCasus, kBesluitOverEinde, {sinds_voorstel(d)}});
  if (soort == OverlegSoort::weegploeg && wacht_op_weging(d)) {
    v.adviezen(d);
    v.punt({kCasus, "Weging: opnemen, niet opnemen of aanhouden", {wacht_sinds(d)}});
  }
  if (soort == OverlegSoort::casusoverleg) v.uitstel(casus);
  if (const auto op = d.overleden_op()) {
    v.punt({kCasus, "Beëindigen van de casus", {fmt::format("betrokkene overleden op {}", op->lang())}});
  } else if (soort == OverlegSoort::casusoverleg) {
    v.adviezen(d);
    if (!d.heeft_profiel) v.punt({kCasus, "Gezamenlijk oordeel: huidig en maximaal haalbaar profiel"});
    if (!d.heeft_plan) v.punt({kCasus, "Plan van aanpak: is het nodig, en met welke doelen en interventies"});
    if (d.pas_op_de_plaats) {
      v.punt({kCasus,
              "Pas op de plaats: verder, of weer aan de slag",
              {fmt::format("sinds {}", d.pas_op_de_plaats->sinds.lang())}});
    } else {
      v.bijstellingen(d);
    }
  }
  v.termijnen(casus, kCasus);
  v.einde();
  return std::move(v).klaar();
}

std::vector<AgendaPunt> stel_agenda_voor(const AgendaCasus& gemeente, const std::vector<AgendaCasus>& casussen,
                                         const Beleid& beleid, OverlegSoort soort, Datum dag) {
  Opsteller v(beleid, soort, dag);
  v.begin(gemeente);
  for (const AgendaCasus& c : casussen) {
    const Dossier& d = c.dossier;
    if (soort == OverlegSoort::weegploeg && voorgesteld(d)) {
      v.punt({kCasuistiek, kBesluitOverEinde, {sinds_voorstel(d)}, c.nummer});
    }
    if (soort == OverlegSoort::weegploeg && wacht_op_weging(d)) {
      v.punt({kCasuistiek, "Weging: opnemen, niet opnemen of aanhouden", {wacht_sinds(d)}, c.nummer});
    }
    if (soort == OverlegSoort::dilemmasessie && rust_nog(d)) {
      v.punt({kCasuistiek,
              "Pas op de plaats: wat kan de regisseur nog doen",
              {fmt::format("rust sinds {}; schrijf bij vraag het dilemma zonder naam",
                           d.pas_op_de_plaats->sinds.lang())},
              c.nummer});
    }
  }
  if (soort == OverlegSoort::stuurgroep) {
    v.termijnen(gemeente, "Ontwikkelingen en beleid");
    const auto tel = [&](auto dat) {
      return std::count_if(casussen.begin(), casussen.end(), [&](const AgendaCasus& c) { return dat(c.dossier); });
    };
    const auto rust = tel(rust_nog);
    const auto wacht = tel(wacht_op_weging);
    if (rust + wacht > 0) {
      v.punt({kCasuistiek,
              "Stand van zaken, in aantallen",
              {fmt::format("wacht op een weging: {}; pas op de plaats: {}", wacht, rust)}});
    }
  }
  v.einde();
  return std::move(v).klaar();
}

}  // namespace pga::proces
