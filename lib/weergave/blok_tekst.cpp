// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/blok_tekst.h"

#include <algorithm>

namespace pga::weergave {
namespace {

constexpr int kWoord = 32;  // columns; what is wider is a sentence with a line of its own

/// Names and choice words, which a person reads side by side.
bool woorden(const std::vector<Blok>& lijst) {
  return std::all_of(lijst.begin(), lijst.end(), [](const Blok& b) {
    return b.label.empty() && b.kinderen.empty() && breedte(b.tekst) <= kWoord &&
           b.tekst.find_first_of(",\n") == std::string::npos;
  });
}

}  // namespace

Blok samen(const Blok& b) {
  if (b.label.empty() || !b.tekst.empty() || b.kinderen.empty() || !woorden(b.kinderen)) return b;
  Blok uit{b.label, {}, {}, b.onbekend};
  for (const Blok& deel : b.kinderen) uit.tekst += (uit.tekst.empty() ? "" : ", ") + deel.tekst;
  return uit;
}

namespace {

std::string kop(const Blok& b) {
  if (b.label.empty()) return veilig_meer(b.tekst);
  const std::string label = veilig(b.label) + (b.onbekend ? " (veld dat deze pga niet kent)" : "");
  return b.tekst.empty() ? label : label + ": " + veilig_meer(b.tekst);
}

class Drukker {
 public:
  explicit Drukker(const Stijl& stijl) : breedte_(stijl.breedte) {}

  void druk(const std::vector<Blok>& lijst, const std::string& inspring) {
    for (const Blok& b : lijst) {
      if (b.label.empty()) {
        blok(b, inspring + "- ", dieper(inspring));
      } else {
        blok(samen(b), inspring, inspring);
      }
    }
  }

  std::string klaar() { return std::move(uit_); }

 private:
  void blok(const Blok& b, const std::string& eerste, const std::string& rest) {
    const bool leeg = b.label.empty() && b.tekst.empty();
    if (leeg && !b.kinderen.empty()) {  // a list item without a name: its first field stands beside the mark
      blok(samen(b.kinderen.front()), eerste, rest);
      druk({b.kinderen.begin() + 1, b.kinderen.end()}, rest);
      return;
    }
    const std::string volgende = b.label.empty() ? rest : dieper(rest);
    uit_ += omloop(kop(b), breedte_, eerste, volgende) + '\n';
    druk(b.kinderen, volgende);
  }

  /// Two columns further, until half the line is gone.
  [[nodiscard]] std::string dieper(const std::string& inspring) const {
    return static_cast<int>(inspring.size()) < breedte_ / 2 ? inspring + "  " : inspring;
  }

  int breedte_;
  std::string uit_;
};

}  // namespace

std::string blok_tekst(const std::vector<Blok>& lijst, const Stijl& stijl, const std::string& inspring) {
  Drukker drukker(stijl);
  drukker.druk(lijst, inspring);
  return drukker.klaar();
}

}  // namespace pga::weergave
