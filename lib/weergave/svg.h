// SPDX-License-Identifier: EUPL-1.2
//
// A picture inside a page: lines, bars and marks. Places go across in percents of the width and down in pixels, so
// that it fits a screen of any width and a sheet without a letter becoming smaller. Private to this layer.
//
// Never holds a script, a link, a style or anything from elsewhere: colours are classes of the page. Says in a
// title and a description what it shows.
#pragma once

#include <string>
#include <string_view>

#include "lib/basis/datum.h"

namespace pga::weergave {

enum class Anker { begin, midden, einde };

class Svg {
 public:
  /// `id` is unique in the page. `titel` and `omschrijving` are text.
  Svg(std::string_view id, std::string_view titel, std::string_view omschrijving, int hoogte);
  /// For the eye only: what it says stands beside it in words.
  explicit Svg(int hoogte);

  void lijn(double x1, int y1, double x2, int y2, std::string_view klasse);
  void balk(double x1, double x2, int y, int hoogte, std::string_view klasse);
  void rondje(double x, int y, int straal, std::string_view klasse);
  void ruit(double x, int y, int straal, std::string_view klasse);
  void tekst(double x, int y, Anker anker, std::string_view tekst, std::string_view klasse);

  [[nodiscard]] std::string klaar() const { return bytes_ + "</svg>\n"; }

 private:
  std::string bytes_;
};

/// Days on a line from `van` to `tot`, within a part of the width.
class Tijdas {
 public:
  Tijdas(Datum van, Datum tot, double links, double rechts);
  [[nodiscard]] bool bevat(Datum dag) const { return dag >= van_ && dag <= tot_; }
  /// Between `links` and `rechts`, also for a day outside.
  [[nodiscard]] double plaats(Datum dag) const;

 private:
  Datum van_;
  Datum tot_;
  double links_;
  double rechts_;
};

}  // namespace pga::weergave
