// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/profiel_beeld.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "lib/weergave/acties.h"
#include "lib/weergave/html.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/profiel_stand.h"
#include "lib/weergave/svg.h"

namespace pga::weergave {
namespace {

using Standen = std::vector<std::string>;

constexpr std::string_view kLegenda =
    "<figcaption><span class=\"sleutel\"><svg aria-hidden=\"true\" width=\"16\" height=\"16\">"
    "<circle class=\"nu\" cx=\"8\" cy=\"8\" r=\"6\"/></svg> nu</span> "
    "<span class=\"sleutel\"><svg aria-hidden=\"true\" width=\"20\" height=\"20\">"
    "<path class=\"haalbaar\" d=\"M10 2L18 10L10 18L2 10Z\"/></svg> hoogst haalbaar</span>";

std::optional<std::size_t> plaats(const Standen& standen, const std::string& woord) {
  const auto er = std::find(standen.begin(), standen.end(), woord);
  return er == standen.end() ? std::nullopt : std::optional(static_cast<std::size_t>(er - standen.begin()));
}

/// Where the two marks of one aspect stand; nothing for what has no place on the scale.
struct Merken {
  std::optional<std::size_t> nu;
  std::optional<std::size_t> haalbaar;
  std::string in_woorden;
};

Merken merken(const StukBlad& profiel, const Aspect& a, const Standen& standen) {
  const Waarde* o = oordeel(profiel, a.veld);
  if (o == nullptr) return {{}, {}, deels_dicht(profiel) ? "verzegeld" : "geen oordeel"};
  const std::string nu = oordeel_woord(o, "huidig");
  const std::string haalbaar = oordeel_woord(o, "haalbaar");
  return {plaats(standen, nu), plaats(standen, haalbaar),
          nu == haalbaar ? fmt::format("nu en hoogst haalbaar {}", leesbaar(nu))
                         : fmt::format("nu {}, hoogst haalbaar {}", leesbaar(nu), leesbaar(haalbaar))};
}

double midden(std::size_t i, std::size_t n) {
  return 100.0 * (static_cast<double>(i) + 0.5) / static_cast<double>(n);
}

/// One aspect: its name, and below it the line with its marks.
void rij(Svg& svg, int y, const Aspect& a, const Merken& m, std::size_t n) {
  constexpr int kNaam = 16;
  constexpr int kLijn = 36;
  svg.tekst(0, y + kNaam, Anker::begin, a.titel, "naam");
  svg.lijn(midden(0, n), y + kLijn, midden(n - 1, n), y + kLijn, "as");
  for (std::size_t i = 0; i < n; ++i) svg.lijn(midden(i, n), y + kLijn - 5, midden(i, n), y + kLijn + 5, "as");
  if (!m.nu && !m.haalbaar) {
    svg.tekst(100, y + kNaam, Anker::einde, m.in_woorden == "verzegeld" ? "[verzegeld]" : "geen stand op de schaal",
              "zacht");
    return;
  }
  if (m.nu && m.haalbaar && m.nu != m.haalbaar) {
    svg.lijn(midden(*m.nu, n), y + kLijn, midden(*m.haalbaar, n), y + kLijn, "ruimte");
  }
  if (m.haalbaar) svg.ruit(midden(*m.haalbaar, n), y + kLijn, m.nu == m.haalbaar ? 11 : 9, "haalbaar");
  if (m.nu) svg.rondje(midden(*m.nu, n), y + kLijn, m.nu == m.haalbaar ? 5 : 7, "nu");
}

/// The profiles that can stand beside each other.
std::vector<const StukBlad*> vergelijkbaar(const DossierBlad& blad) {
  std::vector<const StukBlad*> uit;
  for (const StukBlad* p : geldige_profielen(blad)) {
    if (!standen_voor(blad, *p).empty()) uit.push_back(p);
  }
  return uit;
}

/// One aspect over time.
class Reeks {
 public:
  Reeks(const Aspect& a, const std::vector<const StukBlad*>& profielen, const Standen& standen)
      : a_(a),
        profielen_(profielen),
        standen_(standen),
        as_(profielen.front()->datum, profielen.back()->datum, kLinks, kRechts) {}

  std::string svg() const {
    std::string zin;
    for (const StukBlad* p : profielen_) {
      zin += fmt::format("{}{}: {}", zin.empty() ? "" : "; ", p->datum.lang(), merken(*p, a_, standen_).in_woorden);
    }
    Svg uit(fmt::format("verloop-{}", &a_ - kAspecten.data()), fmt::format("{} in de tijd", a_.titel), zin,
            hoogte());
    for (std::size_t i = 0; i < standen_.size(); ++i) {
      uit.lijn(kLinks - 2, y(i), kRechts + 2, y(i), "raster");
      uit.tekst(kLinks - 4, y(i) + 4, Anker::einde, leesbaar(standen_[i]), "klein");
    }
    lijnen(uit);
    for (const StukBlad* p : profielen_) punten(uit, *p);
    uit.tekst(kLinks, hoogte() - 4, Anker::begin, korte_dag(profielen_.front()->datum), "klein");
    uit.tekst(kRechts + 2, hoogte() - 4, Anker::einde, korte_dag(profielen_.back()->datum), "klein");
    return uit.klaar();
  }

 private:
  static constexpr double kLinks = 38;
  static constexpr double kRechts = 96;
  static constexpr int kBoven = 12;
  static constexpr int kStap = 26;

  [[nodiscard]] int hoogte() const { return kBoven + static_cast<int>(standen_.size()) * kStap + 12; }
  /// The most favourable word stands highest.
  [[nodiscard]] int y(std::size_t i) const { return kBoven + static_cast<int>(standen_.size() - 1 - i) * kStap; }

  void lijnen(Svg& uit) const {
    for (std::size_t i = 1; i < profielen_.size(); ++i) {
      const Merken van = merken(*profielen_[i - 1], a_, standen_);
      const Merken tot = merken(*profielen_[i], a_, standen_);
      const double x1 = as_.plaats(profielen_[i - 1]->datum);
      const double x2 = as_.plaats(profielen_[i]->datum);
      if (van.haalbaar && tot.haalbaar) uit.lijn(x1, y(*van.haalbaar), x2, y(*tot.haalbaar), "pad-haalbaar");
      if (van.nu && tot.nu) uit.lijn(x1, y(*van.nu), x2, y(*tot.nu), "pad-nu");
    }
  }

  void punten(Svg& uit, const StukBlad& p) const {
    const Merken m = merken(p, a_, standen_);
    const double x = as_.plaats(p.datum);
    if (m.haalbaar) uit.ruit(x, y(*m.haalbaar), m.nu == m.haalbaar ? 9 : 7, "haalbaar");
    if (m.nu) uit.rondje(x, y(*m.nu), m.nu == m.haalbaar ? 4 : 5, "nu");
    if (!m.nu) uit.tekst(x, y(0) + 20, Anker::midden, "?", "klein");
  }

  const Aspect& a_;
  const std::vector<const StukBlad*>& profielen_;
  const Standen& standen_;
  Tijdas as_;
};

}  // namespace

std::string profiel_beeld(const DossierBlad& blad, const StukBlad& profiel) {
  const Standen standen = standen_voor(blad, profiel);
  if (standen.empty()) {
    return "<p>Dit profiel gebruikt de woorden van een andere schaal dan die nu geldt; het staat hieronder in "
           "woorden.</p>\n";
  }
  constexpr int kRij = 54;
  std::string zin = "Per aspect waar betrokkene nu staat en wat hoogst haalbaar is, van minst naar meest gunstig. ";
  for (const Aspect& a : kAspecten) zin += fmt::format("{}: {}. ", a.titel, merken(profiel, a, standen).in_woorden);
  Svg svg("profiel", "Het profiel van " + profiel.datum.lang(), zin, static_cast<int>(kAspecten.size()) * kRij);
  int y = 0;
  for (const Aspect& a : kAspecten) {
    rij(svg, y, a, merken(profiel, a, standen), standen.size());
    y += kRij;
  }
  std::string woorden;
  for (const std::string& s : standen) woorden += fmt::format("<span>{}</span>", xml_tekst(leesbaar(s)));
  return fmt::format(
      "<figure>\n{}</figcaption>\n<div class=\"schaal\" aria-hidden=\"true\">{}</div>\n{}</figure>\n", kLegenda,
      woorden, svg.klaar());
}

std::string verloop_beeld(const DossierBlad& blad) {
  const std::vector<const StukBlad*> profielen = vergelijkbaar(blad);
  if (profielen.size() < 2) return {};
  std::string uit;
  for (const Aspect& a : kAspecten) {
    uit += fmt::format("<div class=\"veelvoud\">\n<h4>{}</h4>\n{}</div>\n", a.titel,
                       Reeks(a, profielen, blad.schaal_standen).svg());
  }
  return fmt::format(
      "<figure>\n{} <span class=\"sleutel\"><b>?</b> geen stand op de schaal</span></figcaption>\n"
      "<div class=\"veelvouden\">\n{}</div>\n</figure>\n",
      kLegenda, uit);
}

}  // namespace pga::weergave
