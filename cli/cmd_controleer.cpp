// SPDX-License-Identifier: EUPL-1.2
//
// pga controleer: everything that can be wrong, all findings, one exit code.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/maak.h"
#include "lib/kast/controleer.h"
#include "lib/kast/vernietig.h"
#include "lib/kast/voorgedragen.h"
#include "lib/weergave/bevindingen.h"

namespace pga::cli {
namespace {

class Controleer : public Opdracht {
 public:
  std::string_view naam() const override { return "controleer"; }
  std::string_view kort() const override { return "alles nakijken: handtekeningen, sleutels, wet"; }
  std::string_view lang() const override {
    return "Kijkt de hele kast na, of één dossier: of elk stuk ongeschonden is en goed getekend, of er niets "
           "ontbreekt, "
           "of git niets volgt wat niet verzegeld is, en wat er volgens de wet aandacht vraagt. Verandert niets. "
           "De "
           "exitcode is 13 als er iets geschonden is, 12 als een dossier van u niet opengaat, 15 als er iets "
           "anders te "
           "melden is, en 0 als alles goed is. Zonder sleutel wordt nagekeken wat zonder sleutel kan.";
  }
  std::string_view voorbeeld() const override { return "pga controleer"; }
  void bind(Opties& o) override {
    o.argument("[NUMMER]", nummer_, "alleen dit dossier; gemeente voor de kast zelf");
    o.opties("--ijkpunt", ijkpunten_, "BESTAND",
             "houd de kast tegen dit ijkpunt (pga ijkpunt): wat er sindsdien is verdwenen of teruggezet");
    o.vlag("--voorgedragen", voorgedragen_, "alleen wat klaarstaat voor git; zonder sleutel, voor een hook");
    o.optie("--reeks", reeks_, "OUD..NIEUW", "bij --voorgedragen: wat deze vastleggingen van git toevoegen");
  }

  int doe(Omgeving& omgeving) override {
    if (voorgedragen_) return doe_voorgedragen(omgeving);
    if (reeks_) {
      throw Fout(FoutSoort::gebruik, "--reeks hoort bij --voorgedragen",
                 "geef --voorgedragen erbij, of laat het weg");
    }
    std::vector<Bevinding> bezwaren;
    const kast::Kast kast = omgeving.open_kast(omgeving.enige_kast(), bezwaren);
    const kast::Lezer lezer = omgeving.lezer_of_niemand(kast);
    std::optional<Nummer> alleen;
    if (nummer_) alleen = kast::zoek_ook_vernietigd(kast, kast::Bewijzen(kast, lezer), *nummer_);
    kast::Controle controle =
        kast::controleer(kast, lezer, omgeving.vandaag(), alleen, {ijkpunten_.begin(), ijkpunten_.end()});
    controle.bevindingen.insert(controle.bevindingen.begin(), bezwaren.begin(), bezwaren.end());
    if (omgeving.globaal.json) {
      omgeving.uit << weergave::controle_json(controle.bevindingen);
    } else if (!omgeving.globaal.stil || !controle.bevindingen.empty()) {
      omgeving.uit << weergave::controle_tekst(controle.bevindingen, controle.nagekeken, omgeving.stijl());
    }
    if (controle.zonder_sleutel > 0) {
      omgeving.meld(fmt::format("van {} van de {} dossiers is de inhoud niet nagekeken: u hebt er geen sleutel van",
                                controle.zonder_sleutel, controle.nagekeken));
    }
    return code(controle.bevindingen);
  }

 private:
  int doe_voorgedragen(Omgeving& omgeving) const {
    if (nummer_) {
      throw Fout(FoutSoort::gebruik, "--voorgedragen gaat over alles wat klaarstaat, niet over één dossier",
                 "laat het nummer weg");
    }
    const std::vector<Bevinding> bevindingen = kast::controleer_voorgedragen(omgeving.enige_kast(), reeks_);
    if (omgeving.globaal.json) {
      omgeving.uit << weergave::controle_json(bevindingen);
    } else if (!bevindingen.empty()) {
      omgeving.meld(bevindingen);  // of a hook, git shows what stands on stderr
    } else if (!omgeving.globaal.stil) {
      omgeving.uit << "geen bevindingen in wat klaarstaat\n";
    }
    return code(bevindingen);
  }

  static int code(const std::vector<Bevinding>& bevindingen) {
    for (const FoutSoort soort : {FoutSoort::integriteit, FoutSoort::sleutel}) {
      if (std::any_of(bevindingen.begin(), bevindingen.end(),
                      [&](const Bevinding& b) { return b.soort == soort; })) {
        return exit_code(soort);
      }
    }
    return bevindingen.empty() ? 0 : exit_code(FoutSoort::bevinding);
  }

  std::optional<std::string> nummer_;
  std::optional<std::string> reeks_;
  std::vector<std::string> ijkpunten_;
  bool voorgedragen_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_controleer() { return std::make_unique<Controleer>(); }

}  // namespace pga::cli
