// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lib/weergave/html.h"

namespace pga::weergave {

Svg::Svg(std::string_view id, std::string_view titel, std::string_view omschrijving, int hoogte)
    : bytes_(fmt::format("<svg role=\"img\" aria-labelledby=\"{0}-t {0}-d\" width=\"100%\" height=\"{1}\">\n"
                         "<title id=\"{0}-t\">{2}</title>\n<desc id=\"{0}-d\">{3}</desc>\n",
                         id, hoogte, xml_tekst(titel), xml_tekst(omschrijving))) {}

Svg::Svg(int hoogte) : bytes_(fmt::format("<svg aria-hidden=\"true\" width=\"100%\" height=\"{}\">\n", hoogte)) {}

void Svg::lijn(double x1, int y1, double x2, int y2, std::string_view klasse) {
  bytes_ += fmt::format("<line class=\"{}\" x1=\"{:.2f}%\" y1=\"{}\" x2=\"{:.2f}%\" y2=\"{}\"/>\n", klasse, x1, y1,
                        x2, y2);
}

void Svg::balk(double x1, double x2, int y, int hoogte, std::string_view klasse) {
  constexpr double kMinst = 0.6;  // a day is seen too
  bytes_ += fmt::format("<rect class=\"{}\" x=\"{:.2f}%\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\" rx=\"2\"/>\n",
                        klasse, x1, y, std::max(kMinst, x2 - x1), hoogte);
}

void Svg::rondje(double x, int y, int straal, std::string_view klasse) {
  bytes_ += fmt::format("<circle class=\"{}\" cx=\"{:.2f}%\" cy=\"{}\" r=\"{}\"/>\n", klasse, x, y, straal);
}

void Svg::ruit(double x, int y, int straal, std::string_view klasse) {
  // A path knows no percents: it stands in a picture of its own.
  bytes_ += fmt::format(
      "<svg x=\"{0:.2f}%\" y=\"{1}\" overflow=\"visible\"><path class=\"{2}\" d=\"M0 -{3}L{3} 0L0 {3}L-{3} 0Z\"/>"
      "</svg>\n",
      x, y, klasse, straal);
}

void Svg::tekst(double x, int y, Anker anker, std::string_view tekst, std::string_view klasse) {
  static constexpr std::array<std::string_view, 3> kAnkers = {"start", "middle", "end"};
  bytes_ += fmt::format("<text class=\"{}\" x=\"{:.2f}%\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", klasse, x, y,
                        kAnkers.at(static_cast<std::size_t>(anker)), xml_tekst(tekst));
}

Tijdas::Tijdas(Datum van, Datum tot, double links, double rechts)
    : van_(van), tot_(std::max(van, tot)), links_(links), rechts_(rechts) {}

double Tijdas::plaats(Datum dag) const {
  const int alle = std::max(1, van_.dagen_tot(tot_));
  const int dagen = std::clamp(van_.dagen_tot(dag), 0, alle);
  return links_ + (rechts_ - links_) * dagen / alle;
}

}  // namespace pga::weergave
