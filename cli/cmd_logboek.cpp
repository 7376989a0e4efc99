// SPDX-License-Identifier: EUPL-1.2
//
// pga logboek: who did what in the kast. For the role rechtmatigheid, and for four purposes only.
#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/maak.h"
#include "lib/basis/nabij.h"
#include "lib/kast/logboek.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/logboek.h"

namespace pga::cli {
namespace {

constexpr std::array<std::string_view, 4> kDoelen = {"rechtmatigheid", "interne_controle", "beveiliging",
                                                     "gerechtelijke_procedure"};

Datum lees_dag(const std::string& tekst, std::string_view optie) {
  const auto dag = Datum::lees(tekst);
  if (dag) return *dag;
  throw Fout(FoutSoort::gebruik, fmt::format("{}: \"{}\" is geen datum", optie, tekst),
             "schrijf JJJJ-MM-DD, een dag die bestaat");
}

class Logboek : public Opdracht {
 public:
  std::string_view naam() const override { return "logboek"; }
  std::string_view kort() const override { return "wie wat deed; voor de controle op rechtmatigheid"; }
  std::string_view lang() const override {
    return "Toont het logboek: wie wanneer welke dossiers opende of iets vastlegde. Alleen een gebruiker met de "
           "rol "
           "rechtmatigheid mag het lezen, en alleen voor een van vier doelen (artikel 14, lid 2, Wet PGA). Ook dit "
           "lezen komt in het logboek. Wie een dossier met de gewone age opent, laat geen regel achter.";
  }
  std::string_view voorbeeld() const override { return "pga logboek --doel interne_controle --dossier k7q2"; }
  void bind(Opties& o) override {
    o.optie("--doel", doel_, "DOEL", fmt::format("waarvoor u het logboek leest: {}", fmt::join(kDoelen, ", ")));
    o.optie("--gebruiker", gebruiker_, "ID", "alleen wat deze gebruiker deed");
    o.optie("--dossier", dossier_, "NUMMER", "alleen wat over dit dossier gaat; gemeente voor de kast zelf");
    o.optie("--vanaf", vanaf_, "DATUM", "alleen vanaf deze dag (JJJJ-MM-DD)");
    o.optie("--tot", tot_, "DATUM", "alleen tot en met deze dag (JJJJ-MM-DD)");
  }

  int doe(Omgeving& omgeving) override {
    const std::string doel = eis_doel();
    const std::optional<Datum> vanaf = vanaf_ ? std::optional(lees_dag(*vanaf_, "--vanaf")) : std::nullopt;
    const std::optional<Datum> tot = tot_ ? std::optional(lees_dag(*tot_, "--tot")) : std::nullopt;
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    eis_rol(lezer);
    const std::optional<std::string> dossier = nummer(kast);
    omgeving.doel = doel;  // from here on this look is recorded
    const kast::Logboek logboek = kast::lees_logboek(kast, lezer);
    std::vector<weergave::LogRegel> regels;
    for (const kast::GelezenRegel& r : logboek.regels) {
      if ((vanaf && r.datum < *vanaf) || (tot && *tot < r.datum)) continue;
      weergave::LogRegel regel = als_regel(r);
      const bool erbij =
          !dossier || std::find(regel.dossiers.begin(), regel.dossiers.end(), *dossier) != regel.dossiers.end();
      if (erbij && (!gebruiker_ || regel.gebruiker == *gebruiker_)) regels.push_back(std::move(regel));
    }
    omgeving.uit << (omgeving.globaal.json ? weergave::logboek_json(regels)
                                           : weergave::logboek_tekst(regels, omgeving.stijl()));
    return meld(omgeving, logboek);
  }

 private:
  std::string eis_doel() const {
    if (!doel_) {
      throw Fout(Bevinding{FoutSoort::gebruik,
                           {},
                           "pga logboek: waarvoor leest u het logboek?",
                           fmt::format("geef --doel met een van: {}", fmt::join(kDoelen, ", ")),
                           "artikel 14, lid 2, Wet PGA"});
    }
    if (std::find(kDoelen.begin(), kDoelen.end(), *doel_) != kDoelen.end()) return *doel_;
    const std::string beste = nabij(*doel_, {kDoelen.begin(), kDoelen.end()});
    throw Fout(Bevinding{FoutSoort::gebruik,
                         {},
                         fmt::format("--doel: voor \"{}\" mag het logboek niet worden gelezen", *doel_),
                         fmt::format("{}kies uit: {}", beste.empty() ? "" : fmt::format("bedoelde u {}? ", beste),
                                     fmt::join(kDoelen, ", ")),
                         "artikel 14, lid 2, Wet PGA"});
  }

  static void eis_rol(const kast::Lezer& lezer) {
    if (lezer.heeft_rol("rechtmatigheid")) return;
    throw Fout(Bevinding{FoutSoort::geweigerd,
                         {},
                         "uw rol mag het logboek niet lezen",
                         "vraag een gebruiker met de rol rechtmatigheid; pga gebruiker lijst toont wie dat is",
                         "artikel 14, lid 2, Wet PGA"});
  }

  /// A dossier that is in the kast is named as anywhere; of one that is gone the log still knows the number.
  std::optional<std::string> nummer(const kast::Kast& kast) const {
    if (!dossier_) return std::nullopt;
    const auto heel = Nummer::lees_dossier(*dossier_);
    return heel ? heel->tekst() : kast.zoek(*dossier_).tekst();
  }

  static weergave::LogRegel als_regel(const kast::GelezenRegel& r) {
    weergave::LogRegel uit{r.inhoud.tijd,
                           r.inhoud.gebruiker->tekst(),
                           r.inhoud.herkomst,
                           r.inhoud.handeling,
                           {},
                           r.inhoud.stuk,
                           r.inhoud.resultaat,
                           r.inhoud.doel,
                           r.digest};
    for (const Nummer& n : r.inhoud.dossiers) uit.dossiers.push_back(n.tekst());
    return uit;
  }

  /// Says what is not among the entries, and answers with the exit code.
  static int meld(const Omgeving& omgeving, const kast::Logboek& logboek) {
    omgeving.meld(logboek.bevindingen);
    if (!logboek.verlopen.empty()) {
      omgeving.meld(fmt::format("de regels van {} gaan niet open: de sleutels van {} zijn er niet meer",
                                fmt::join(logboek.verlopen, ", "),
                                logboek.verlopen.size() == 1 ? "dat jaar" : "die jaren"));
    }
    if (logboek.dicht > 0) {
      omgeving.meld({Bevinding{
          FoutSoort::sleutel,
          {},
          fmt::format("{} {} niet open met uw sleutel", weergave::aantal(logboek.dicht, "regel", "regels"),
                      logboek.dicht == 1 ? "gaat" : "gaan"),
          "een regisseur die de sleutel van het logboek bewaart, geeft hem door met zijn volgende "
          "opdracht; of haal de map met sleutels op",
          {}}});
    }
    if (!logboek.bevindingen.empty()) return exit_code(FoutSoort::integriteit);
    return logboek.dicht > 0 ? exit_code(FoutSoort::sleutel) : 0;
  }

  std::optional<std::string> doel_;
  std::optional<std::string> gebruiker_;
  std::optional<std::string> dossier_;
  std::optional<std::string> vanaf_;
  std::optional<std::string> tot_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_logboek() { return std::make_unique<Logboek>(); }

}  // namespace pga::cli
