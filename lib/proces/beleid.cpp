// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/beleid.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace pga::proces {
namespace {

// No interval is longer than a person's career; more than this is a slip and would only overflow arithmetic.
constexpr std::int64_t kGrootste = 3650;

void neem_getal(const Waarde& w, std::string_view naam, int& doel) {
  const Waarde* v = w.vind(naam);
  if (v == nullptr || !v->is_getal()) return;
  doel = static_cast<int>(std::clamp<std::int64_t>(v->getal(), 0, kGrootste));
}

void neem_tekst(const Waarde& w, std::string_view naam, std::string& doel) {
  const std::string t = w.tekst_van(naam);
  if (!t.empty()) doel = t;
}

void neem_ja(const Waarde& w, std::string_view naam, bool& doel) {
  const std::string t = w.tekst_van(naam);
  if (t == "ja") doel = true;
  if (t == "nee") doel = false;
}

/// The days by decree that the gemeente adds; one that is not complete does not count.
termijn::Kalender lees_kalender(const Waarde& w) {
  std::vector<termijn::KbDag> extra;
  for (const Waarde& f : w.items_van("feestdagen")) {
    const std::optional<Datum> dag = Datum::lees(f.tekst_van("datum"));
    const std::optional<Datum> bekend = Datum::lees(f.tekst_van("bekend_op"));
    const std::string bron = f.tekst_van("bron");
    if (dag && bekend && !bron.empty()) extra.push_back({*dag, bron, *bekend});
  }
  return termijn::Kalender(std::move(extra));
}

Schaal lees_schaal(const Waarde& w) {
  Schaal schaal;
  std::vector<std::string> standen;
  for (const Waarde& s : w.items_van("standen")) {
    if (s.is_tekst() && !s.leeg()) standen.push_back(s.tekst());
  }
  if (standen.empty()) return schaal;
  schaal.standen = standen;
  schaal.naam = w.tekst_van("naam");
  return schaal;
}

}  // namespace

Beleid lees_beleid(const Waarde& beleid) {
  Beleid b;
  termijn::Beleid& t = b.termijnen;
  if (beleid.tekst_van("notificatie_anker") == "verkrijging") t.notificatie_anker = termijn::Anker::verkrijging;
  neem_getal(beleid, "nadert_dagen", t.nadert_dagen);
  neem_getal(beleid, "uitstel_herziening_maanden", t.uitstel_herziening_maanden);
  neem_getal(beleid, "melden_na_uitstel_dagen", t.melden_na_uitstel_dagen);
  neem_getal(beleid, "herweging_maanden", t.herweging_maanden);
  neem_getal(beleid, "aanhouden_max_weken", t.aanhouden_max_weken);
  neem_getal(beleid, "terugkoppeling_dagen", t.terugkoppeling_dagen);
  neem_getal(beleid, "vernietiging_dagen", t.vernietiging_dagen);
  t.kalender = lees_kalender(beleid);
  neem_ja(beleid, "bevestiging_afsluiting", b.bevestiging_afsluiting);
  neem_tekst(beleid, "leidraad_editie", b.leidraad_editie);
  if (const Waarde* schaal = beleid.vind("schaal")) b.schaal = lees_schaal(*schaal);
  neem_tekst(beleid, "lid_2_d", b.lid_2_d);
  neem_tekst(beleid, "lid_2_e", b.lid_2_e);
  neem_tekst(beleid, "lid_2_f", b.lid_2_f);
  return b;
}

}  // namespace pga::proces
