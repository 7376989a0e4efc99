// SPDX-License-Identifier: EUPL-1.2
//
// pga reken: a deadline from a day, without a dossier; or the holidays of a year. Needs no kast and no key.
#include <algorithm>
#include <charconv>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/maak.h"
#include "lib/basis/nabij.h"
#include "lib/termijn/rekenregel.h"
#include "lib/termijn/strenger.h"
#include "lib/weergave/reken.h"

namespace pga::cli {
namespace {

using termijn::Duur;
using termijn::Eenheid;
using termijn::Kalender;
using termijn::Moment;
using termijn::Regel;
using termijn::Regime;

constexpr int kEersteJaar = 1583;
constexpr int kLaatsteJaar = 9999;

[[noreturn]] void fout(std::string wat, std::string tip) {
  throw Fout(FoutSoort::gebruik, std::move(wat), std::move(tip));
}

/// Whether it begins as a day does, of a year before the calendar of now.
bool is_te_vroeg(const std::string& tekst) {
  int jaar = 0;
  const auto eind = tekst.data() + std::min<std::size_t>(tekst.size(), 4);
  const auto gelezen = std::from_chars(tekst.data(), eind, jaar);
  return gelezen.ec == std::errc() && gelezen.ptr == eind && tekst.size() >= 10 && tekst[4] == '-' &&
         tekst[7] == '-' && jaar >= 0 && jaar < kEersteJaar;
}

[[noreturn]] void geen_datum(std::string_view optie, const std::string& tekst, std::string_view geen,
                             const char* tip) {
  if (is_te_vroeg(tekst)) {
    fout(fmt::format("{}: \"{}\" ligt voor {}", optie, tekst, kEersteJaar),
         fmt::format("pga rekent met dagen van {}-01-01 tot en met {}-12-31", kEersteJaar, kLaatsteJaar));
  }
  fout(fmt::format("{}: \"{}\" is {}", optie, tekst, geen), tip);
}

Datum lees_dag(std::string_view optie, const std::string& tekst) {
  if (const std::optional<Datum> dag = Datum::lees(tekst)) return *dag;
  if (tekst.find('T') != std::string::npos) {
    fout(fmt::format("{}: een tijdstip hoort alleen bij een duur in uren", optie),
         "geef alleen de dag: JJJJ-MM-DD");
  }
  geen_datum(optie, tekst, "geen datum", "schrijf JJJJ-MM-DD, een dag die bestaat");
}

Moment lees_tijd(const std::string& tekst) {
  if (const std::optional<Moment> moment = termijn::lees_moment(tekst)) return *moment;
  if (Datum::lees(tekst)) {
    fout("--vanaf: een duur in uren telt vanaf een tijdstip",
         fmt::format("geef er de tijd bij, zoals --vanaf {}T15:00", tekst));
  }
  geen_datum("--vanaf", tekst, "geen tijdstip",
             "schrijf JJJJ-MM-DDTUU:MM, een tijd die bestaat; als de zomertijd begint, slaat de klok een uur over");
}

Duur lees_lengte(const std::string& tekst) {
  if (const std::optional<Duur> duur = termijn::lees_duur(tekst)) return *duur;
  fout(
      fmt::format("--duur: \"{}\" is geen duur", tekst),
      "schrijf een getal van 1 tot en met 999 met d, w, m, j of u (dagen, weken, maanden, jaren, uren), zoals 30d, "
      "4w, 1m, 5j of 72u");
}

Regime kies_regime(const std::optional<std::string>& tekst) {
  if (!tekst) return Regime::eu;
  if (const std::optional<Regime> regime = termijn::lees_regime(*tekst)) return *regime;
  fout(fmt::format("--regime: \"{}\" kan niet", *tekst), "kies eu, atw of kalender");
}

int lees_jaar(const std::string& tekst) {
  int jaar = 0;
  const auto eind = tekst.data() + tekst.size();
  const auto gelezen = std::from_chars(tekst.data(), eind, jaar);
  if (gelezen.ec == std::errc() && gelezen.ptr == eind && jaar >= kEersteJaar && jaar <= kLaatsteJaar) return jaar;
  fout(fmt::format("--feestdagen: \"{}\" is geen jaar", tekst), "schrijf een jaar van 1583 tot en met 9999");
}

std::string vaste_regels() {
  return fmt::format("regels met een vaste duur: {}", fmt::join(termijn::rekenregels(), ", "));
}

/// The rule of that name that has one length for that day.
const Regel& kies_regel(const std::string& naam, Datum vanaf) {
  const std::vector<const Regel*> gevonden = termijn::rekenregel(naam, vanaf);
  if (gevonden.size() == 1) return *gevonden.front();
  if (gevonden.size() > 1) {
    std::vector<std::string> duren;
    for (const Regel* r : gevonden)
      duren.push_back(fmt::format("{} na {}", r->lengte.vast.tekst(), tekst(r->start.front())));
    fout(fmt::format("--regel: {} heeft meer dan één duur: {}", naam, fmt::join(duren, ", ")),
         fmt::format("reken met --duur en --regime {}", termijn::naam(gevonden.front()->regime)));
  }
  const std::vector<std::string> vast = termijn::rekenregels();
  if (std::find(vast.begin(), vast.end(), naam) != vast.end()) {
    fout(fmt::format("--regel: {} geldt niet op {}", naam, vanaf.lang()), "controleer de dag, of reken met --duur");
  }
  if (termijn::is_onverwijld(naam)) {
    fout(fmt::format("--regel: bij {} hoort geen dag: de wet wil dit onverwijld, dus meteen", naam),
         vaste_regels());
  }
  const std::vector<std::string> alle = termijn::regelnamen();
  if (std::find(alle.begin(), alle.end(), naam) != alle.end()) {
    fout(fmt::format("--regel: {} heeft geen vaste duur: beleid of het dossier bepaalt de dag", naam),
         vaste_regels());
  }
  const std::string beste = nabij(naam, alle);
  fout(fmt::format("--regel: \"{}\" bestaat niet", naam),
       beste.empty() ? vaste_regels() : fmt::format("bedoelde u {}? {}", beste, vaste_regels()));
}

class Reken : public Opdracht {
 public:
  std::string_view naam() const override { return "reken"; }
  std::string_view kort() const override { return "een termijn uitrekenen, of de feestdagen van een jaar"; }
  std::string_view lang() const override {
    return "Rekent uit wanneer een termijn eindigt, met elke stap. Daar is geen kast of sleutel voor nodig. "
           "\"vroegste "
           "lezing\" is de dag die onder elke uitleg veilig is: nooit verschoven. \"uiterlijk\" is de dag na de "
           "regels "
           "voor weekend en feestdagen van het regime: eu (Verordening 1182/71: de AVG), atw (Algemene "
           "termijnenwet: "
           "Woo en Awb) of kalender (schuift nooit). Met --regel komen duur en regime uit de wet.";
  }
  std::string_view voorbeeld() const override { return "pga reken --vanaf 2026-03-04 --duur 1m"; }

  void bind(Opties& o) override {
    o.optie("--vanaf", vanaf_, "DATUM", "de dag waarop de termijn begint; bij uren het tijdstip: 2026-03-27T15:00");
    o.optie("--voor", voor_, "DATUM", "tel terug vanaf deze dag");
    o.optie("--duur", duur_, "DUUR", "hoe lang: 30d, 4w, 1m, 5j of 72u");
    o.optie("--regime", regime_, "REGIME", "eu, atw of kalender; anders eu");
    o.optie("--regel", regel_, "NAAM", "duur en regime van een regel van de wet, zoals notificatie");
    o.optie("--feestdagen", feestdagen_, "JAAR", "de feestdagen van een jaar, met het artikel of besluit");
  }

  int doe(Omgeving& omgeving) override {
    toets_opties();
    // The answer does not depend on where one stands: policy counts only when its kast is named.
    const termijn::Beleid beleid =
        omgeving.globaal.kasten.empty() ? termijn::Beleid() : omgeving.open_kast().beleid().termijnen;
    if (feestdagen_) {
      const weergave::Feestdagen lijst = lijst_van(beleid.kalender);
      omgeving.uit << (omgeving.globaal.json ? feestdagen_json(lijst) : feestdagen_tekst(lijst, omgeving.stijl()));
    } else {
      const weergave::Rekening r = reken(beleid);
      omgeving.uit << (omgeving.globaal.json ? rekening_json(r) : rekening_tekst(r, omgeving.stijl()));
    }
    return 0;
  }

 private:
  /// Which options go together.
  void toets_opties() const {
    const auto niet = [](bool samen, std::string_view a, std::string_view b) {
      if (samen) fout(fmt::format("{} en {} gaan niet samen", a, b), "laat een van beide weg");
    };
    niet(feestdagen_ && vanaf_, "--feestdagen", "--vanaf");
    niet(feestdagen_ && voor_, "--feestdagen", "--voor");
    niet(feestdagen_ && duur_, "--feestdagen", "--duur");
    niet(feestdagen_ && regel_, "--feestdagen", "--regel");
    niet(vanaf_ && voor_, "--vanaf", "--voor");
    niet(regel_ && duur_, "--regel", "--duur");
    niet(regel_ && regime_, "--regel", "--regime");
    niet(regel_ && voor_, "--regel", "--voor");
    if (feestdagen_) return;
    if (!vanaf_ && !voor_) fout("pga reken: de begindag ontbreekt", "geef --vanaf met een dag: JJJJ-MM-DD");
    if (!regel_ && !duur_)
      fout("pga reken: de duur ontbreekt", "geef --duur, zoals 1m, of --regel, zoals notificatie");
  }

  [[nodiscard]] weergave::Rekening reken(const termijn::Beleid& beleid) const {
    if (regel_) return reken_regel(beleid);
    const Kalender& kalender = beleid.kalender;
    const Duur duur = lees_lengte(*duur_);
    const Regime regime = kies_regime(regime_);
    if (voor_) {
      if (duur.eenheid == Eenheid::uur)
        fout("--voor: terugtellen kan niet in uren", "geef --duur in dagen of langer");
      const Datum voor = lees_dag("--voor", *voor_);
      weergave::Rekening r = weergave::rekening(voor, duur, regime, bereken_begin(voor, duur, regime, kalender));
      r.terug = true;
      return r;
    }
    if (duur.eenheid == Eenheid::uur) return reken_uren(duur, regime);
    const Datum vanaf = lees_dag("--vanaf", *vanaf_);
    return weergave::rekening(vanaf, duur, regime, bereken_einde(vanaf, duur, regime, kalender));
  }

  [[nodiscard]] weergave::Rekening reken_uren(Duur duur, Regime regime) const {
    const Moment vanaf = lees_tijd(*vanaf_);
    return weergave::rekening(vanaf, duur, regime, bereken_uren(vanaf, duur.aantal, regime));
  }

  [[nodiscard]] weergave::Rekening reken_regel(const termijn::Beleid& beleid) const {
    const Datum vanaf = lees_dag("--vanaf", vanaf_->substr(0, vanaf_->find('T')));
    const Regel& regel = kies_regel(*regel_, vanaf);
    const Duur duur = termijn::geldende_duur(regel, beleid);
    weergave::Rekening r;
    if (duur.eenheid == Eenheid::uur) {
      r = reken_uren(duur, regel.regime);
      const std::string afwijkend = termijn::afwijkend_beleid(regel, beleid);
      if (!afwijkend.empty())
        r.stappen.insert(r.stappen.begin(), {termijn::Stap::Soort::opmerking, afwijkend, vanaf});
    } else {
      const Datum dag = lees_dag("--vanaf", *vanaf_);
      r = weergave::rekening(dag, duur, regel.regime, bereken_regel(regel, dag, beleid));
    }
    r.regel = &regel;
    return r;
  }

  [[nodiscard]] weergave::Feestdagen lijst_van(const Kalender& kalender) const {
    const int jaar = lees_jaar(*feestdagen_);
    const Regime regime = regime_ ? kies_regime(regime_) : Regime::atw;  // which counts every day
    weergave::Feestdagen uit{jaar, termijn::feestdagen(jaar, regime, kalender), {}};
    if (regime == Regime::atw && !kalender.bekend(jaar))
      uit.waarschuwingen.push_back(termijn::onbekende_dagen(jaar));
    return uit;
  }

  std::optional<std::string> vanaf_;
  std::optional<std::string> voor_;
  std::optional<std::string> duur_;
  std::optional<std::string> regime_;
  std::optional<std::string> regel_;
  std::optional<std::string> feestdagen_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_reken() { return std::make_unique<Reken>(); }

}  // namespace pga::cli
