// SPDX-License-Identifier: EUPL-1.2
//
// pga overleg verslag: the minutes of a meeting as text, HTML or flat ODT.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/blad.h"
#include "cli/bladuitvoer.h"
#include "cli/overlegdelen.h"
#include "cli/stukopdracht.h"
#include "cli/voor_derde.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/stand.h"
#include "lib/kast/voornemen.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/verslag.h"

namespace pga::cli {
namespace {

class Verslag : public Opdracht {
 public:
  std::string_view naam() const override { return "verslag"; }
  std::string_view kort() const override { return "het verslag van een overleg als tekst, HTML of ODT"; }
  std::string_view lang() const override {
    return "Maakt het verslag van een overleg op: het laatste, of dat van STUK. Zolang geen later overleg het "
           "heeft "
           "vastgesteld, staat er concept boven. Wat uw sleutel niet opent, staat er niet in; welke delen dat "
           "zijn, "
           "staat onderaan. Met --voor ORGANISATIE krijgt u het verslag voor een derde: alleen de agendapunten "
           "waarbij die was, zonder wat op gegevens van politie, OM of zorg rust.";
  }
  std::string_view voorbeeld() const override { return "pga overleg verslag gemeente -o verslag.fodt"; }
  void bind(Opties& o) override {
    o.argument("NUMMER", nummer_, "het dossier; gemeente voor een stuurgroep of dilemmasessie");
    o.argument("[STUK]", stuk_, "het overleg, zoals pga toon het noemt; leeg: het laatste");
    o.optie("--voor", voor_, "ORGANISATIE", "voor een derde: alleen de agendapunten waarbij zij was");
    uitvoer_.bind(o);
  }

  int doe(Omgeving& omgeving) override {
    if (!nummer_) {
      throw Fout(FoutSoort::gebruik, "pga overleg verslag: het nummer van het dossier ontbreekt",
                 "pga lijst toont de dossiers van deze kast");
    }
    if (omgeving.globaal.json) {
      throw Fout(FoutSoort::gebruik, "een verslag kan niet als JSON",
                 "pga toon NUMMER --json geeft elk stuk als JSON");
    }
    uitvoer_.eis_vorm();
    const kast::Kast kast = omgeving.open_kast();
    uitvoer_.eis_plaats(kast);
    const kast::Lezer lezer = omgeving.lezer(kast);
    const kast::GeladenDossier dossier = kast::laad(kast, kast.zoek(*nummer_), lezer, kast::Diepte::alles);
    kast::eis_heel(kast, dossier);
    if (dossier.dossier.afgeschermd) weiger_afgeschermd(dossier.nummer.tekst());
    const proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), omgeving.vandaag());
    const proces::OverlegStand& van = kies(dossier, stand);
    const kast::GeladenStuk& stuk = *kast::vind_stuk(dossier, van.stuk);
    const Waarde geen = Waarde::kaart();
    const bool wijzigt = van.uitkomst == proces::VaststellingUitkomst::onder_voorbehoud;
    const std::optional<proces::VoorDerde> deel = deel_voor(kast, lezer, stand, stuk.inhoud, voor_);
    const weergave::VerslagGegevens gegevens{dossier.nummer.tekst(),
                                             kast.beleid().gemeente,
                                             stuk.inhoud,
                                             wijzigt ? kast::vind_stuk(dossier, van.vastgesteld_in)->inhoud : geen,
                                             stand,
                                             kast::stand_tot_en_met(dossier, kast.beleid(), stand, van.stuk),
                                             van,
                                             verzegeld(stuk),
                                             bijlagen(dossier, stand, van.stuk),
                                             deel};
    uitvoer_.schrijf(omgeving, weergave::verslag_blad(gegevens));
    if (const int n = weergave::weggelaten(gegevens); n > 0) {
      omgeving.meld(fmt::format("niet in dit verslag: {} die op gegevens van politie, OM of zorg {}",
                                weergave::aantal(static_cast<std::size_t>(n), "tekst", "teksten"),
                                n == 1 ? "rust" : "rusten"));
    }
    return 0;
  }

 private:
  const proces::OverlegStand& kies(const kast::GeladenDossier& dossier, const proces::Dossier& stand) const {
    const auto& alle = stand.overleggen;
    if (alle.empty()) {
      throw Fout(FoutSoort::gebruik, fmt::format("in dossier {} is nog geen overleg", dossier.nummer.tekst()),
                 "leg het vast: pga overleg");
    }
    if (!stuk_) {
      // Of two on one day the one that was recorded last.
      return *std::max_element(alle.rbegin(), alle.rend(),
                               [](const auto& a, const auto& z) { return a.datum < z.datum; });
    }
    const std::string nu = stand.nieuwste(zoek_stuk(dossier, "STUK", *stuk_));
    const auto er = std::find_if(alle.begin(), alle.end(), [&](const auto& o) { return o.stuk == nu; });
    if (er == alle.end()) {
      throw Fout(FoutSoort::gebruik, fmt::format("{} is geen overleg", *stuk_),
                 fmt::format("pga toon {} toont de stukken", dossier.nummer.tekst()));
    }
    return *er;
  }

  /// Of these minutes, or of what they replaced.
  static std::vector<std::string> bijlagen(const kast::GeladenDossier& dossier, const proces::Dossier& stand,
                                           const std::string& verslag) {
    std::vector<std::string> uit;
    for (const kast::Bijlage& b : kast::bijlagen_van(dossier)) {
      const proces::StukRegel* regel = stand.stuk(b.stuk);
      const bool telt = regel != nullptr && regel->vervangen_door.empty();
      if (!telt || b.bij.empty() || stand.nieuwste(b.bij) != verslag) continue;
      uit.push_back(b.open ? b.open->naam : std::string());
    }
    return uit;
  }

  /// What minutes can have of their own; every stuk has the others too, empty.
  static std::vector<std::string_view> verzegeld(const kast::GeladenStuk& stuk) {
    std::vector<std::string_view> uit;
    for (const Compartiment c : {Compartiment::strafrecht, Compartiment::zaak, Compartiment::zorg}) {
      if (!stuk.is_open(c)) uit.push_back(pga::naam(c));
    }
    return uit;
  }

  std::optional<std::string> nummer_;
  std::optional<std::string> stuk_;
  std::optional<std::string> voor_;
  BladUitvoer uitvoer_{{"een verslag", "het verslag", "verslag", "het"}};
};

}  // namespace

std::unique_ptr<Opdracht> maak_overleg_verslag() { return std::make_unique<Verslag>(); }

}  // namespace pga::cli
