// SPDX-License-Identifier: EUPL-1.2
//
// pga ijkpunt: a signed list of what the kast holds, to be kept by another party.
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/beheerversie.h"
#include "cli/maak.h"
#include "cli/schrijf.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/ijkpunt.h"
#include "lib/seal/digest.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

class IjkpuntOpdracht : public Opdracht {
 public:
  std::string_view naam() const override { return "ijkpunt"; }
  std::string_view kort() const override { return "getekend vastleggen wat er nu in de kast ligt"; }
  std::string_view lang() const override {
    return "Maakt een getekende lijst van wat er nu in de kast ligt: van elk dossier en van het logboek de "
           "nieuwste "
           "vingerafdrukken. Geef het bestand aan iemand die het buiten de kast bewaart, zoals de FG. Met pga "
           "controleer --ijkpunt BESTAND blijkt later wat er sindsdien is verdwenen of teruggezet. Er staat niets "
           "persoonlijks in. Een kast die niet klopt, krijgt geen ijkpunt.";
  }
  std::string_view voorbeeld() const override { return "pga ijkpunt -o ijkpunt-voor-de-fg.yaml"; }
  void bind(Opties& o) override {
    o.optie("-o,--uitvoer", uitvoer_, "BESTAND", "schrijf er ook een kopie van, om weg te geven");
    o.vlag("--afgelopen", afgelopen_,
           "leg in het beheer vast dat dit ijkpunt hoort bij de sleutels die zijn afgelopen");
  }

  int doe(Omgeving& omgeving) override {
    const kast::Kast eerst = omgeving.open_kast();
    std::optional<kast::Slot> slot;
    if (!omgeving.globaal.droog) {
      slot.emplace(eerst.map());
      eerst.ruim_op();
    }
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    kast::eis_een_beheer(kast);
    const kast::NieuwBestand ijkpunt = kast::maak_ijkpunt(kast, lezer, omgeving.vandaag());
    const std::string digest = seal::digest(ijkpunt.bytes);
    kast::Voornemen partij{Nummer::gemeente(), {}, {ijkpunt}};
    if (uitvoer_) partij.bestanden.push_back({std::filesystem::absolute(*uitvoer_), ijkpunt.bytes, 0644});
    if (afgelopen_) partij.bestanden.push_back(beheer_met(omgeving, kast, lezer, digest));
    if (schrijf_partij(omgeving, kast, lezer, {}, partij)) {
      meld(omgeving, kast, partij.bestanden, ijkpunt.pad, digest);
    }
    return 0;
  }

 private:
  /// The next version of beheer, in which every key that ended names this ijkpunt, unless it names one already.
  static kast::NieuwBestand beheer_met(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                                       const std::string& digest) {
    eis_beheer_tekenen(kast, lezer);
    if (kast::zonder_ijkpunt(kast.beheer(), omgeving.vandaag()).empty()) {
      throw Fout(FoutSoort::gebruik, "er is geen afgelopen sleutel zonder ijkpunt",
                 "laat --afgelopen weg, of beëindig eerst een sleutel");
    }
    Waarde document = beheer_document(kast);
    Waarde& lijst = document.zet("gebruikers", Waarde::lijst_());
    for (kast::Gebruiker g : kast.beheer().gebruikers) {
      for (kast::GebruikerSleutel& s : g.sleutels) {
        if (s.tot && *s.tot < omgeving.vandaag() && !s.ijkpunt) s.ijkpunt = digest;
      }
      lijst.voeg_toe(kast::als_waarde(g));
    }
    return volgende_beheer(omgeving, kast, lezer, document);
  }

  void meld(Omgeving& omgeving, const kast::Kast& kast, const std::vector<kast::NieuwBestand>& bestanden,
            const kast::Pad& pad, const std::string& digest) const {
    const std::string waar = uitvoer_.value_or(pad.string());
    const std::size_t dossiers = kast.dossiers().size();
    const std::string gedaan =
        fmt::format("ijkpunt gemaakt van {}", weergave::aantal(dossiers, "dossier", "dossiers"));
    omgeving.meld(gedaan);
    if (afgelopen_) omgeving.meld(fmt::format("vastgelegd in versie {} van het beheer", kast.beheer().versie + 1));
    omgeving.meld("geef het aan iemand die het buiten de kast bewaart, zoals de FG");
    meld_geschreven(omgeving, bestanden);
    antwoord(
        omgeving, waar,
        {{"bestand", waar}, {"ijkpunt", digest}, {"datum", omgeving.vandaag().tekst()}, {"dossiers", dossiers}},
        gedaan, fmt::format("het ijkpunt ligt in {}", pad.string()));
  }

  std::optional<std::string> uitvoer_;
  bool afgelopen_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_ijkpunt() { return std::make_unique<IjkpuntOpdracht>(); }

}  // namespace pga::cli
