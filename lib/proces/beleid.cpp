// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/beleid.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "lib/basis/nabij.h"
#include "lib/termijn/regels.h"
#include "lib/termijn/strenger.h"

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

const termijn::Regel* zoek_regel(std::string_view id) {
  const std::vector<termijn::Regel>& regels = termijn::regels();
  const auto it =
      std::find_if(regels.begin(), regels.end(), [&](const termijn::Regel& r) { return r.id == id && !r.tot; });
  return it == regels.end() ? nullptr : &*it;
}

/// The nearest spelling, else the rules that policy may shorten.
std::string welke_regel(const std::string& id) {
  std::vector<std::string> alle;
  std::vector<std::string> kort;
  for (const termijn::Regel& r : termijn::regels()) {
    alle.emplace_back(r.id);
    if (r.vast() && std::find(kort.begin(), kort.end(), r.id) == kort.end()) kort.emplace_back(r.id);
  }
  const std::string beste = nabij(id, alle);
  return beste.empty() ? fmt::format("kies uit: {}", fmt::join(kort, ", "))
                       : fmt::format("bedoelde u \"{}\"?", beste);
}

struct Bezwaar {
  FoutSoort soort;
  const char* veld;
  std::string wat;
  std::string tip;
};

/// The longest that the law has for a rule of that id.
termijn::Duur langste(std::string_view id) {
  const Datum kDag(2026, 1, 1);
  termijn::Duur uit;
  for (const termijn::Regel& r : termijn::regels()) {
    const termijn::Duur wet = r.lengte.vast;
    if (r.id != id || !r.vast() || wet.eenheid == termijn::Eenheid::uur) continue;
    if (uit.aantal == 0 || termijn::plus(kDag, uit) < termijn::plus(kDag, wet)) uit = wet;
  }
  return uit;
}

/// A length that is not shorter than the law's on every day, for a rule that has one.
Bezwaar te_lang(const termijn::Regel& regel, termijn::Duur duur) {
  const termijn::Duur wet = regel.lengte.vast;
  const bool uren = wet.eenheid == termijn::Eenheid::uur;
  if (uren != (duur.eenheid == termijn::Eenheid::uur)) {
    return {FoutSoort::geweigerd, "duur",
            fmt::format("beleid kan de termijn {} niet in {} geven: de wet geeft {}", regel.id,
                        uren ? "dagen, weken, maanden of jaren" : "uren", wet.tekst()),
            uren ? fmt::format("schrijf ten hoogste {} uur, zoals 48u: uren lopen door in het weekend, dagen niet",
                               wet.aantal)
                 : "schrijf dagen of weken, zoals 3w, of laat deze regel weg"};
  }
  return {FoutSoort::geweigerd, "duur",
          fmt::format("beleid kan de termijn {} niet verlengen: {} kan later eindigen dan {}", regel.id,
                      duur.tekst(), (uren ? wet : langste(regel.id)).tekst()),
          "kies een kortere termijn dan die van de wet, of laat deze regel weg"};
}

std::optional<Bezwaar> bezwaar(const std::string& id, const termijn::Regel* regel,
                               std::optional<termijn::Duur> duur, bool dubbel) {
  if (regel == nullptr) {
    return Bezwaar{FoutSoort::document, "regel", fmt::format("de regel \"{}\" is er niet", id), welke_regel(id)};
  }
  if (dubbel) {
    return Bezwaar{FoutSoort::document, "regel", fmt::format("de regel \"{}\" staat er twee keer", id),
                   "noem elke regel één keer"};
  }
  if (regel->onverwijld) {
    return Bezwaar{FoutSoort::geweigerd, "regel",
                   fmt::format("beleid kan geen termijn geven aan {}: dat moet van de wet onverwijld", id),
                   "laat deze regel weg"};
  }
  if (!regel->vast()) {
    return Bezwaar{
        FoutSoort::geweigerd, "regel",
        fmt::format("beleid kan de termijn {} niet zelf bepalen: de wet geeft er geen vaste lengte aan", id),
        "laat deze regel weg; wat de wet openlaat, heeft een eigen veld in het beleid"};
  }
  if (duur && !termijn::mag_beleid(id, *duur)) return te_lang(*regel, *duur);
  return std::nullopt;
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
  neem_ja(beleid, "uitstel_bij_overleg", t.uitstel_bij_overleg);
  neem_getal(beleid, "onverwijld_dagen", t.onverwijld_dagen);
  neem_getal(beleid, "uitstroom_dagen", t.uitstroom_dagen);
  neem_getal(beleid, "overleg_maanden", t.overleg_maanden);
  neem_getal(beleid, "pas_op_de_plaats_maanden", t.pas_op_de_plaats_maanden);
  neem_getal(beleid, "bewaring_herziening_maanden", t.bewaring_herziening_maanden);
  neem_getal(beleid, "jaarverslag_maanden", t.jaarverslag_maanden);
  neem_getal(beleid, "opleiding_maanden", t.opleiding_maanden);
  neem_getal(beleid, "vernietiging_bedenktijd_dagen", t.vernietiging_bedenktijd_dagen);
  neem_getal(beleid, "vernietiging_voltooien_dagen", t.vernietiging_voltooien_dagen);
  neem_getal(beleid, "sleutels_reservekopie_dagen", t.sleutels_reservekopie_dagen);
  for (const Waarde& w : beleid.items_van("termijnen")) {
    const std::optional<termijn::Duur> duur = termijn::lees_duur(w.tekst_van("duur"));
    if (duur) t.strenger[w.tekst_van("regel")] = *duur;
  }
  neem_ja(beleid, "bevestiging_afsluiting", b.bevestiging_afsluiting);
  neem_ja(beleid, "git", b.git);
  neem_ja(beleid, "vernietiging_tweede", b.vernietiging_tweede);
  neem_ja(beleid, "toezicht_leest", b.leest.toezicht_leest);
  if (const auto wat = lees<RegisseurLeest>(beleid.tekst_van("regisseur_leest"))) b.leest.regisseur_leest = *wat;
  neem_ja(beleid, "beoordeling_apart", b.leest.beoordeling_apart);
  neem_tekst(beleid, "leidraad_editie", b.leidraad_editie);
  if (const Waarde* schaal = beleid.vind("schaal")) b.schaal = lees_schaal(*schaal);
  b.interventies = lees_eigen_interventies(beleid);
  if (const Waarde* vragen = beleid.vind("hulpvragen")) b.hulpvragen = lees_hulpvragen(*vragen);
  if (const Waarde* lijst = beleid.vind("contextlijst")) b.contextlijst = lees_contextlijst(*lijst);
  neem_tekst(beleid, "lid_2_d", b.lid_2_d);
  neem_tekst(beleid, "lid_2_e", b.lid_2_e);
  neem_tekst(beleid, "lid_2_f", b.lid_2_f);
  return b;
}

namespace {

Plaats plaats_van(const Waarde& in, std::string_view veld, std::string_view bestand) {
  const Waarde* bij = in.vind(veld);
  const Plek plek = bij == nullptr ? in.plek : bij->plek;
  return {std::string(bestand), plek.regel, plek.kolom};
}

/// A decree that nobody can know yet moves no term; and of some years pga knows every day that was equated.
void toets_feestdagen(const Waarde& beleid, std::string_view bestand, Datum vandaag, std::vector<Bevinding>& uit) {
  constexpr const char* kGelijkgesteld = "artikel 3, lid 3, Algemene termijnenwet";
  const termijn::Kalender& ingebouwd = termijn::Kalender::ingebouwd();
  for (const Waarde& f : beleid.items_van("feestdagen")) {
    const std::optional<Datum> bekend = Datum::lees(f.tekst_van("bekend_op"));
    const std::optional<Datum> dag = Datum::lees(f.tekst_van("datum"));
    if (bekend && *bekend > vandaag) {
      uit.push_back({FoutSoort::document, plaats_van(f, "bekend_op", bestand),
                     fmt::format("bekend_op ({}) ligt na vandaag ({})", bekend->lang(), vandaag.lang()),
                     "zet de dag erbij als het besluit in de Staatscourant staat", kGelijkgesteld});
    }
    if (dag && ingebouwd.bekend(dag->jaar()) && ingebouwd.kb_dag(*dag) == nullptr) {
      uit.push_back(
          {FoutSoort::bevinding, plaats_van(f, "datum", bestand),
           fmt::format("{}: van {} kent pga alle gelijkgestelde dagen, en deze is er niet bij", dag->lang(),
                       dag->jaar()),
           fmt::format("controleer het besluit, en met pga reken --feestdagen {} de dagen; een dag te veel "
                       "maakt de termijnen van de Woo te lang",
                       dag->jaar()),
           kGelijkgesteld});
    }
  }
}

}  // namespace

std::vector<Bevinding> toets_beleid(const Waarde& beleid, std::string_view bestand, Datum vandaag) {
  std::vector<Bevinding> uit;
  toets_feestdagen(beleid, bestand, vandaag, uit);
  std::set<std::string> gezien;
  for (const Waarde& w : beleid.items_van("termijnen")) {
    const std::string id = w.tekst_van("regel");
    const termijn::Regel* regel = zoek_regel(id);
    const bool dubbel = !gezien.insert(id).second;
    const std::optional<Bezwaar> b = bezwaar(id, regel, termijn::lees_duur(w.tekst_van("duur")), dubbel);
    if (!b) continue;
    uit.push_back({b->soort, plaats_van(w, b->veld, bestand), b->wat, b->tip,
                   regel == nullptr ? std::string() : std::string(regel->grondslag)});
  }
  for (Bevinding& b : toets_eigen_interventies(beleid, bestand)) uit.push_back(std::move(b));
  return uit;
}

}  // namespace pga::proces
