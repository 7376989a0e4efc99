// SPDX-License-Identifier: EUPL-1.2
//
// pga sleutels ontvang: lays down the key files of a bundle.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "cli/sleutelsopdracht.h"
#include "lib/kast/bundel.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

/// The keys of the log that a bundle brings, laid down before the entry of the log is made: else it would call for
/// another key of this year. Taken away again unless all came to an end.
class Logsleutels {
 public:
  explicit Logsleutels(std::vector<kast::NieuwBestand> bestanden) : bestanden_(std::move(bestanden)) {
    kast::maak_bestanden(bestanden_);
  }
  Logsleutels(const Logsleutels&) = delete;
  Logsleutels& operator=(const Logsleutels&) = delete;
  ~Logsleutels() {
    if (klaar_) return;
    for (const kast::NieuwBestand& b : bestanden_) {
      try {
        kast::wis_bestand(b.pad);
      } catch (const std::exception&) {
        // The failure that brought us here is the one to report.
      }
    }
  }
  void gelukt() { klaar_ = true; }

 private:
  std::vector<kast::NieuwBestand> bestanden_;
  bool klaar_ = false;
};

class SleutelsOntvang : public Opdracht {
 public:
  std::string_view naam() const override { return "ontvang"; }
  std::string_view kort() const override { return "de sleutels uit een bundel op hun plaats leggen"; }
  std::string_view lang() const override {
    return "Kijkt een bundel van pga sleutels pak na, en legt de sleutelbestanden in sleutels/: of hij van deze "
           "kast "
           "is, door een regisseur is getekend, en voor u is. Er komt alleen bij wat er nog niet ligt. Sleutels "
           "van "
           "een dossier dat is vernietigd, komen niet terug. Haal eerst de laatste stand van de kast op.";
  }
  std::string_view voorbeeld() const override { return "pga sleutels ontvang voor-pol1.bundel"; }
  void bind(Opties& o) override { o.argument("BESTAND", bestand_, "de bundel; - is de standaardinvoer"); }

  int doe(Omgeving& omgeving) override {
    if (!bestand_) {
      throw Fout(FoutSoort::gebruik, "welke bundel?", "noem het bestand dat pga sleutels pak maakte");
    }
    const kast::Kast eerst = omgeving.open_kast();
    const std::string bytes = kast::lees_invoer(*bestand_, stuk::kMaxBundel);
    const kast::Slot slot(eerst.map());
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    kast::Ontvangst o = kast::ontvang_sleutels(kast, lezer, bytes, *bestand_, omgeving.vandaag());
    if (omgeving.globaal.droog) {
      toon_droog(omgeving, kast.map(), o.bestanden);
    } else if (!o.bestanden.empty()) {
      kast.ruim_op();
      leg(omgeving, kast, lezer, o.bestanden);
    }
    meld(omgeving, o);
    return 0;
  }

 private:
  static void leg(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                  std::vector<kast::NieuwBestand> bestanden) {
    const auto log = std::stable_partition(bestanden.begin(), bestanden.end(), [](const kast::NieuwBestand& b) {
      return Nummer::lees_dossier(b.pad.parent_path().filename().string()).has_value();
    });
    Logsleutels logsleutels({std::make_move_iterator(log), std::make_move_iterator(bestanden.end())});
    bestanden.erase(log, bestanden.end());
    kast::Voornemen v{Nummer::gemeente(), {}, std::move(bestanden)};
    boek(omgeving, kast, lezer, {}, v);
    kast::voer_uit(v);
    logsleutels.gelukt();
    na_schrijven(omgeving, kast, v.bestanden);
    meld_geschreven(omgeving, v.bestanden);
  }

  static void meld(Omgeving& omgeving, const kast::Ontvangst& o) {
    std::vector<Bevinding> let_op = o.geweigerd;
    for (Bevinding& b : let_op) b.soort = FoutSoort::bevinding;
    omgeving.meld(let_op);
    const std::string van = fmt::format("bundel van {} van {}", o.kop.door.tekst(), o.kop.datum.lang());
    std::string gedaan = fmt::format("{}: alles lag hier al", van);
    if (!o.bestanden.empty()) {
      gedaan = o.dossiers.empty() ? fmt::format("{}: sleutels van het logboek", van)
                                  : fmt::format("{}: nieuwe sleutels van {}", van, welke_dossiers(o.dossiers));
      if (o.er_al != 0) {
        gedaan += fmt::format("; {} hier al",
                              o.er_al == 1 ? "1 bestand lag" : fmt::format("{} bestanden lagen", o.er_al));
      }
    }
    omgeving.meld(gedaan);
    if (!o.bestanden.empty() && !omgeving.globaal.droog) {
      omgeving.meld("wis de bundel nu: hij opent ook een dossier dat later is vernietigd");
    }
    if (omgeving.globaal.droog) return;
    std::vector<std::string> nummers;
    for (const Nummer& n : o.dossiers) nummers.push_back(n.tekst());
    std::vector<std::string> niet;
    for (const Bevinding& b : o.geweigerd) niet.push_back(b.wat);
    antwoord(omgeving, {},
             {{"door", o.kop.door.tekst()},
              {"datum", o.kop.datum.tekst()},
              {"dossiers", nummers},
              {"nieuw", o.bestanden.size()},
              {"lag_er_al", o.er_al},
              {"geweigerd", niet}},
             gedaan, "pga lijst toont wat nu opengaat");
  }

  std::optional<std::string> bestand_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_sleutels_ontvang() { return std::make_unique<SleutelsOntvang>(); }

}  // namespace pga::cli
