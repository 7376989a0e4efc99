// SPDX-License-Identifier: EUPL-1.2
//
// pga acties importeer: the table of actions at the end of minutes that were made elsewhere.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/acties.h"
#include "cli/overlegdelen.h"
#include "cli/stukopdracht.h"
#include "lib/basis/namen.h"
#include "lib/kast/bestand.h"
#include "lib/proces/actietabel.h"
#include "lib/proces/dagtaal.h"
#include "lib/weergave/acties.h"
#include "lib/yaml/gewone_tekst.h"

namespace pga::cli {
namespace {

constexpr std::size_t kMaxVerslag = std::size_t{4} << 20U;

class Importeer : public Opdracht {
 public:
  std::string_view naam() const override { return "importeer"; }
  std::string_view kort() const override { return "een tabel met acties uit een verslag overnemen"; }
  std::string_view lang() const override {
    return "Leest de tabel met acties uit een verslag in gewone tekst: een regel Datum, Actie, Wie, Svz en "
           "daaronder "
           "een regel per actie, met tabs ertussen. Laat eerst zien wat er is gelezen, met het nummer van de "
           "regel, "
           "en vraagt of dat goed is. Een vage term zoals na zomerreces blijft staan zoals hij is, en krijgt een "
           "dag "
           "om na te kijken. Wat al in het dossier staat, komt er niet nog een keer bij.";
  }
  std::string_view voorbeeld() const override { return "pga acties importeer verslag.txt --ja"; }
  void bind(Opties& o) override {
    o.argument("BESTAND", bestand_, "het verslag; - is de standaardinvoer");
    o.optie("--dossier", dossier_, "NUMMER", "het dossier waar de acties bij horen; anders het dossier gemeente");
    o.vlag("--ja", ja_, "leg ze vast zonder te vragen");
  }

  int doe(Omgeving& omgeving) override {
    if (!bestand_) {
      throw Fout(FoutSoort::gebruik, "pga acties importeer: het bestand ontbreekt",
                 "noem het bestand met het verslag");
    }
    const proces::Actietabel tabel = lees();
    StukOpties stuk;
    stuk.nummer = dossier_.value_or(Nummer::gemeente().tekst());
    stuk.bron = *bestand_;
    stuk.zet("datum", omgeving.vandaag().tekst());
    eis_mag_vastleggen(omgeving, "actielijst", stuk);
    toon(omgeving, tabel);
    if (!ja_ && !omgeving.globaal.droog) {
      vraag_akkoord(omgeving, "Deze acties vastleggen?", "er is niets vastgelegd",
                    "geef --ja als het goed is wat hierboven staat");
    }
    return leg_vast(omgeving, "actielijst", stuk,
                    [&](const kast::GeladenDossier& dossier, const kast::Lezer& /*lezer*/, Waarde& document) {
                      document.zet("acties", nieuwe(omgeving, dossier, tabel));
                    });
  }

 private:
  proces::Actietabel lees() const {
    const std::string tekst = yaml::lees_gewone_tekst(kast::lees_invoer(*bestand_, kMaxVerslag), *bestand_);
    proces::Actietabel uit = proces::lees_actietabel(tekst, *bestand_);
    if (!uit.bevindingen.empty()) throw Fout(std::move(uit.bevindingen));
    return uit;
  }

  /// On stderr: the answer of the command is what it recorded.
  void toon(Omgeving& omgeving, const proces::Actietabel& tabel) const {
    if (omgeving.globaal.stil && ja_) return;
    std::vector<weergave::GelezenRegel> regels;
    for (const proces::GelezenActie& a : tabel.acties) {
      const Datum dag = proces::controledag(a.stand, a.datum, std::nullopt).dag;
      regels.push_back({a.regel, a.datum, a.wat, a.wie, a.stand, dag});
    }
    omgeving.fout << weergave::gelezen_tekst(regels, omgeving.stijl_fout()) << '\n';
    omgeving.fout.flush();
    std::vector<int> klaar;
    for (const proces::GelezenActie& a : tabel.acties) {
      if (proces::zegt_gedaan(a.stand)) klaar.push_back(a.regel);
    }
    if (!klaar.empty()) {
      omgeving.meld(
          fmt::format("bij Svz staat dat het al is gedaan: regel {}; zo'n actie komt er open bij, tot u zegt "
                      "wanneer het gedaan was "
                      "(pga acties NUMMER ID --gedaan --op DATUM)",
                      fmt::join(klaar, ", ")));
    }
    for (const auto& [regel, eerste] : tabel.dubbel) {
      omgeving.meld(
          fmt::format("regel {} is gelijk aan regel {}, en komt er niet nog een keer bij", regel, eerste));
    }
    if (tabel.los.empty()) return;
    omgeving.meld(fmt::format("buiten de tabel staat ook een actie, die niet is overgenomen: regel {}",
                              fmt::join(tabel.los, ", ")));
  }

  Waarde nieuwe(const Omgeving& omgeving, const kast::GeladenDossier& dossier,
                const proces::Actietabel& tabel) const {
    Waarde uit = Waarde::lijst_();
    for (const proces::GelezenActie& a : tabel.acties) {
      const auto& er = dossier.dossier.acties;
      const auto al = std::find_if(er.begin(), er.end(), [&](const proces::Actie& x) {
        return x.velden.datum == a.datum && x.wat == a.wat && x.wie == a.wie;
      });
      if (al != er.end()) {
        omgeving.meld(
            fmt::format("regel {} staat al in dossier {}: {}", a.regel, dossier.nummer.tekst(), al->velden.id));
        continue;
      }
      Waarde actie = Waarde::kaart();
      const auto zet = [&](const char* veld, const std::string& tekst) {
        if (tekst.empty()) return;
        Waarde w(tekst);
        w.plek = {a.regel, 0};
        actie.zet(veld, std::move(w));
      };
      zet("wat", a.wat);
      zet("wie", a.wie);
      zet("datum", a.datum.tekst());
      zet("stand", a.stand);
      actie.plek = {a.regel, 0};
      uit.voeg_toe(std::move(actie));
    }
    if (!uit.leeg()) return uit;
    throw Fout(FoutSoort::document, "alle acties uit dit verslag staan er al", "pga acties toont ze",
               Plaats{*bestand_, 0, 0});
  }

  std::optional<std::string> bestand_;
  std::optional<std::string> dossier_;
  bool ja_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_acties_importeer() { return std::make_unique<Importeer>(); }

}  // namespace pga::cli
