// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/plan_beeld.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "lib/weergave/html.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/overzicht.h"
#include "lib/weergave/plan_stand.h"
#include "lib/weergave/svg.h"

namespace pga::weergave {
namespace {

using proces::Interventie;

constexpr double kLinks = 1;
constexpr double kRechts = 99;
constexpr int kHoogte = 24;  // of a row

/// A place on the line of time with a word, or without.
struct Streep {
  Datum dag;
  std::string woord;
};

Datum begin_van_maand(Datum dag) { return {dag.jaar(), dag.maand(), 1}; }

Datum volgende_maand(Datum dag) {
  return dag.maand() == 12 ? Datum(dag.jaar() + 1, 1, 1) : Datum(dag.jaar(), dag.maand() + 1, 1);
}

/// The first days of months: as many have a word as fit on a narrow screen.
std::vector<Streep> strepen(Datum van, Datum tot) {
  static constexpr std::array<std::string_view, 12> kMaanden = {"jan", "feb", "mrt", "apr", "mei", "jun",
                                                                "jul", "aug", "sep", "okt", "nov", "dec"};
  const int maanden =
      (tot.jaar() - van.jaar()) * 12 + static_cast<int>(tot.maand()) - static_cast<int>(van.maand());
  const unsigned stap = maanden <= 11 ? 1 : maanden <= 33 ? 3 : 12;
  std::vector<Streep> uit;
  for (Datum dag = begin_van_maand(van); dag <= tot; dag = volgende_maand(dag)) {
    if ((dag.maand() - 1) % stap != 0) continue;
    uit.push_back({dag, dag.maand() == 1 ? std::to_string(dag.jaar()) : std::string(kMaanden.at(dag.maand() - 1))});
  }
  return uit;
}

class Tijdlijn {
 public:
  Tijdlijn(const DossierBlad& blad, const std::vector<const Interventie*>& rijen)
      : blad_(blad), rijen_(rijen), van_(blad.peildatum), tot_(blad.peildatum) {
    van_ = *rijen.front()->velden.start;
    tot_ = van_;
    for (const Interventie* i : rijen) {
      neem(*i->velden.start);
      if (const auto einde = einde_van(i->velden)) neem(*einde);
      if (const auto volgend = volgende_evaluatie(blad, *i)) neem(*volgend);
      for (const Datum d : evaluaties(blad, *i)) neem(d);
    }
    van_ = begin_van_maand(van_);
  }

  std::string html() const {
    std::string uit = fmt::format("<figure>\n{}\n{}<ol class=\"tijdlijn\">\n", legenda(), as());
    for (std::size_t i = 0; i < rijen_.size(); ++i) uit += rij(i, *rijen_[i]);
    return uit + "</ol>\n</figure>\n";
  }

 private:
  void neem(Datum dag) {
    van_ = std::min(van_, dag);
    tot_ = std::max(tot_, dag);
  }

  [[nodiscard]] Tijdas tijd() const { return {van_, tot_, kLinks, kRechts}; }

  [[nodiscard]] std::string legenda() const {
    std::string uit =
        "<figcaption><span class=\"sleutel\"><svg aria-hidden=\"true\" width=\"24\" height=\"16\">"
        "<rect class=\"balk\" x=\"0\" y=\"4\" width=\"24\" height=\"8\" rx=\"2\"/></svg> loopt</span> "
        "<span class=\"sleutel\"><svg aria-hidden=\"true\" width=\"16\" height=\"16\">"
        "<circle class=\"gedaan\" cx=\"8\" cy=\"8\" r=\"6\"/></svg> geëvalueerd</span> "
        "<span class=\"sleutel\"><svg aria-hidden=\"true\" width=\"16\" height=\"16\">"
        "<circle class=\"gepland\" cx=\"8\" cy=\"8\" r=\"6\"/></svg> te evalueren</span>";
    if (tijd().bevat(blad_.peildatum)) {
      uit += fmt::format(
          " <span class=\"sleutel\"><svg aria-hidden=\"true\" width=\"8\" height=\"16\">"
          "<line class=\"peildatum\" x1=\"4\" y1=\"0\" x2=\"4\" y2=\"16\"/></svg> {}</span>",
          blad_.peildatum.lang());
    }
    return uit + "</figcaption>";
  }

  [[nodiscard]] std::string as() const {
    Svg svg(20);
    for (const Streep& s : strepen(van_, tot_)) {
      const double x = tijd().plaats(s.dag);
      constexpr double kPast = 95;  // a word further to the right would be cut off
      if (x <= kPast) svg.tekst(x, 14, Anker::begin, s.woord, "klein");
    }
    return svg.klaar();
  }

  [[nodiscard]] std::string in_woorden(const Interventie& i) const {
    std::string uit = fmt::format("{}; {}", periode(i), leesbaar(interventie_stand(blad_, i)));
    for (const Datum d : evaluaties(blad_, i)) uit += "; geëvalueerd op " + d.lang();
    if (const auto volgend = volgende_evaluatie(blad_, i)) uit += "; te evalueren op " + volgend->lang();
    return uit;
  }

  [[nodiscard]] std::string rij(std::size_t nummer, const Interventie& i) const {
    const Tijdas as = tijd();
    const std::string& id = i.velden.id;
    constexpr int kMidden = kHoogte / 2;
    Svg svg(fmt::format("tijdlijn-{}", nummer), "Tijdlijn van " + id, in_woorden(i), kHoogte);
    for (const Streep& s : strepen(van_, tot_)) svg.lijn(as.plaats(s.dag), 0, as.plaats(s.dag), kHoogte, "raster");
    const Datum einde = loopt_tot(i).value_or(tot_);
    if (einde >= *i.velden.start) svg.balk(as.plaats(*i.velden.start), as.plaats(einde), 7, 10, "balk");
    if (as.bevat(blad_.peildatum)) {
      svg.lijn(as.plaats(blad_.peildatum), 0, as.plaats(blad_.peildatum), kHoogte, "peildatum");
    }
    for (const Datum d : evaluaties(blad_, i)) svg.rondje(as.plaats(d), kMidden, 6, "gedaan");
    if (const auto volgend = volgende_evaluatie(blad_, i)) svg.rondje(as.plaats(*volgend), kMidden, 6, "gepland");
    const std::string wat = omschrijving(blad_, "interventies", id, "wat");
    return fmt::format("<li><p><b>{}</b> {}</p>\n{}</li>\n", xml_tekst(id),
                       xml_tekst(wat.empty() ? "[verzegeld]" : wat), svg.klaar());
  }

  const DossierBlad& blad_;
  const std::vector<const Interventie*>& rijen_;
  Datum van_;
  Datum tot_;
};

}  // namespace

std::string plan_beeld(const DossierBlad& blad) {
  std::vector<const Interventie*> rijen;
  for (const Interventie& i : blad.dossier.interventies) {
    if (i.velden.start) rijen.push_back(&i);
  }
  return rijen.empty() ? std::string() : Tijdlijn(blad, rijen).html();
}

}  // namespace pga::weergave
