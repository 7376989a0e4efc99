// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "lib/weergave/blok_tekst.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

std::string als_tekst(const Waarde& w) {
  if (w.is_bool()) return w.bool_waarde() ? "ja" : "nee";
  if (w.is_getal()) return std::to_string(w.getal());
  const std::optional<Datum> dag = Datum::lees(w.tekst());
  return dag ? dag->lang() : leesbaar(w.tekst());
}

bool enkel(const Waarde& w) { return !w.is_kaart() && !w.is_lijst(); }

/// A word or id, not a sentence.
bool woord(const Waarde& w) {
  return enkel(w) && (!w.is_tekst() || w.tekst().find_first_of(" \n") == std::string::npos);
}

Blok blok(std::string label, const Waarde& w);

Blok item(const Waarde& w) {
  if (!w.is_kaart()) return blok({}, w);
  Blok uit{{}, w.tekst_van("id"), {}};
  for (const Veld& v : w.velden()) {
    if (v.naam != "id" || uit.tekst.empty()) uit.kinderen.push_back(blok(leesbaar(v.naam), v.waarde));
  }
  return uit;
}

Blok blok(std::string label, const Waarde& w) {
  Blok uit{std::move(label), {}, {}};
  if (uit.label == "geboortedatum" && w.is_tekst()) {
    const std::optional<Datum> dag = Datum::lees(w.tekst());
    uit.tekst = dag ? dag->lang().substr(3) : w.tekst();  // nobody asks on which day of the week
  } else if (enkel(w)) {
    uit.tekst = als_tekst(w);
  } else if (w.is_kaart()) {
    uit.kinderen = blokken(w);
  } else if (std::all_of(w.lijst().begin(), w.lijst().end(), woord)) {
    for (const Waarde& deel : w.lijst()) uit.tekst += (uit.tekst.empty() ? "" : ", ") + als_tekst(deel);
  } else {
    for (const Waarde& deel : w.lijst()) uit.kinderen.push_back(item(deel));
  }
  return uit;
}

std::string kop(const Blok& b) {
  if (b.label.empty()) return veilig_meer(b.tekst);
  return b.tekst.empty() ? veilig(b.label) : veilig(b.label) + ": " + veilig_meer(b.tekst);
}

class Drukker {
 public:
  explicit Drukker(const Stijl& stijl) : breedte_(stijl.breedte) {}

  void druk(const std::vector<Blok>& lijst, const std::string& inspring) {
    for (const Blok& b : lijst) {
      if (b.label.empty()) {
        blok(b, inspring + "- ", inspring + "  ");
      } else {
        blok(b, inspring, inspring);
      }
    }
  }

  std::string klaar() { return std::move(uit_); }

 private:
  void blok(const Blok& b, const std::string& eerste, const std::string& rest) {
    const bool leeg = b.label.empty() && b.tekst.empty();
    if (leeg && !b.kinderen.empty()) {  // a list item without a name: its first field stands beside the mark
      blok(b.kinderen.front(), eerste, rest);
      druk({b.kinderen.begin() + 1, b.kinderen.end()}, rest);
      return;
    }
    // Text that goes on hangs below its label; deep down there is no room left for that.
    const bool dieper = !b.label.empty() && static_cast<int>(rest.size()) < breedte_ / 2;
    const std::string volgende = dieper ? rest + "  " : rest;
    uit_ += omloop(kop(b), breedte_, eerste, volgende) + '\n';
    druk(b.kinderen, volgende);
  }

  int breedte_;
  std::string uit_;
};

}  // namespace

std::vector<Blok> blokken(const Waarde& document) {
  std::vector<Blok> uit;
  if (!document.is_kaart()) return uit;
  for (const Veld& v : document.velden()) uit.push_back(blok(leesbaar(v.naam), v.waarde));
  return uit;
}

std::string blok_tekst(const std::vector<Blok>& lijst, const Stijl& stijl, const std::string& inspring) {
  Drukker drukker(stijl);
  drukker.druk(lijst, inspring);
  return drukker.klaar();
}

}  // namespace pga::weergave
