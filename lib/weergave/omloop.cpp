// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "lib/weergave/teken.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {
namespace {

/// Builds the lines of one text.
class Regels {
 public:
  Regels(int kolommen, std::string_view eerste, std::string_view rest)
      : kolommen_(kolommen), rest_(rest), regel_(eerste), stand_(breedte(eerste)) {}

  /// Adds the blanks before a word and the word; on a new line when they do not fit.
  void woord(std::string_view wit, std::string_view woord) {
    const int w = breedte(woord);
    const int ruimte = static_cast<int>(wit.size());
    if (stand_ + ruimte + w <= kolommen_) {
      regel_ += wit;
      stand_ += ruimte;
    } else if (!leeg_) {
      volgende_regel();
    }
    if (stand_ + w <= kolommen_) {
      regel_ += woord;
      stand_ += w;
    } else {
      breek(woord);
    }
    leeg_ = false;
  }

  void volgende_regel() {
    sluit();
    uit_ += '\n';
    regel_ = rest_;
    stand_ = breedte(rest_);
    leeg_ = true;
  }

  std::string klaar() {
    sluit();
    return std::move(uit_);
  }

 private:
  /// A word that is wider than a line: letter by letter, a letter with its combining marks.
  void breek(std::string_view woord) {
    bool begin = true;
    while (!woord.empty()) {
      const Teken teken = volgend_teken(woord);
      const int w = breedte(teken);
      if (!begin && w > 0 && stand_ + w > kolommen_) volgende_regel();
      regel_ += teken.bytes;
      stand_ += w;
      begin = false;
    }
  }

  void sluit() {
    regel_.erase(regel_.find_last_not_of(' ') + 1);
    uit_ += regel_;
  }

  int kolommen_;
  std::string_view rest_;
  std::string uit_;
  std::string regel_;
  int stand_;
  bool leeg_ = true;  // no word on this line yet
};

}  // namespace

std::string omloop(std::string_view tekst, int kolommen, std::string_view eerste, std::string_view rest) {
  Regels regels(kolommen, eerste, rest);
  while (!tekst.empty()) {
    const std::size_t wit = std::min(tekst.find_first_not_of(' '), tekst.size());
    if (wit < tekst.size() && tekst[wit] == '\n') {
      regels.volgende_regel();
      tekst.remove_prefix(wit + 1);
      continue;
    }
    const std::size_t einde = std::min(tekst.find_first_of(" \n", wit), tekst.size());
    if (wit < einde) regels.woord(tekst.substr(0, wit), tekst.substr(wit, einde - wit));
    tekst.remove_prefix(einde);
  }
  return regels.klaar();
}

}  // namespace pga::weergave
