// SPDX-License-Identifier: EUPL-1.2
//
// pga bijlage: files that are kept with a dossier: sealed in it, listed, and given back.
#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/blad.h"
#include "cli/bladuitvoer.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/voornemen.h"
#include "lib/weergave/bijlagen.h"
#include "lib/weergave/leesbaar.h"
#include "lib/yaml/utf8.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 4> kVultPgaIn = {"bestand", "grootte", "inhoud", "sleutel"};
constexpr std::string_view kNietInKast =
    "een bijlage hoort hier niet: buiten het zegel is zij leesbaar, en zij kan in git komen";

/// A name that can stand in a stuk and be shown; empty when it is none.
std::string nette_naam(const std::string& bron) {
  const std::string naam = fs::path(bron).filename().string();
  for (std::size_t i = 0; i < naam.size();) {
    const yaml::Teken t = yaml::lees_teken(naam, i);
    const bool gewoon = t.lengte > 0 && !yaml::is_stuurteken(t.punt) && !yaml::is_bidi(t.punt) &&
                        !yaml::is_regelscheider(t.punt) && !yaml::is_nonteken(t.punt);
    if (!gewoon) return {};
    i += t.lengte;
  }
  return naam;
}

class BijlageOpdracht : public Opdracht {
 public:
  std::string_view naam() const override { return "bijlage"; }
  std::string_view kort() const override { return "een bestand bij een dossier bewaren, en het teruggeven"; }
  std::string_view lang() const override {
    return "Bewaart een bestand van hooguit 64 MiB bij een dossier, zoals een brief die is verzonden of een "
           "rapport. Het wordt verzegeld in het compartiment dat u kiest (gewoon: zaak), en wie dat "
           "compartiment leest, kan het met --geef onveranderd terugkrijgen. Zonder BESTAND toont de opdracht "
           "de bijlagen van het dossier. Een bijlage wordt met het dossier afgeschermd en vernietigd, en met "
           "pga vernietig --stuk alleen.";
  }
  std::string_view voorbeeld() const override {
    return "pga bijlage k7q2 brief.pdf --omschrijving \"brief zoals verzonden\"";
  }
  void bind(Opties& o) override {
    stuk_.bind(o, "NUMMER", {"bijlage"});
    o.argument("[BESTAND]", bron_, "het bestand dat bij het dossier komt; - is de standaardinvoer");
    o.optie("--geef", geef_, "STUK", "geef de bijlage van dit stuk terug; pga bijlage NUMMER noemt de stukken");
    o.optie("-o,--uitvoer", uitvoer_, "BESTAND",
            "bij --geef: schrijf haar in dit nieuwe bestand, alleen voor u te lezen; - is de standaarduitvoer");
    o.optie("--grond", grond_, "GROND",
            "waarom u een gesloten casus inziet: verzoek, vordering, controle, correctie of datalek");
  }

  int doe(Omgeving& omgeving) override {
    stuk_.van_pga.assign(kVultPgaIn.begin(), kVultPgaIn.end());
    if (stuk_.sjabloon) return toon_sjabloon(omgeving, "bijlage", stuk_);
    eis_nummer(stuk_, naam());
    keur_opties(omgeving);
    if (grond_) eis_inzagegrond(*grond_);
    omgeving.doel = grond_.value_or("");
    if (bron_) return leg_bij(omgeving);
    return geef_ ? geef(omgeving) : toon(omgeving);
  }

 private:
  void keur_opties(const Omgeving& omgeving) const {
    const auto mis = [](bool fout, std::string_view wat, std::string_view tip) {
      if (fout) throw Fout(FoutSoort::gebruik, fmt::format("pga bijlage: {}", wat), std::string(tip));
    };
    const std::vector<std::string> bij_een_bestand = stuk_.gegeven();
    mis(!bron_ && !bij_een_bestand.empty(),
        fmt::format("{} hoort bij een bestand dat u vastlegt",
                    bij_een_bestand.empty() ? "" : bij_een_bestand.front()),
        "geef ook het bestand: pga bijlage NUMMER BESTAND");
    mis(bron_ && (geef_ || uitvoer_ || grond_), "--geef, -o en --grond horen niet bij een bestand dat u vastlegt",
        "laat het bestand weg, of laat deze opties weg");
    mis(uitvoer_ && !geef_, "-o hoort bij --geef", "zeg welke bijlage: --geef STUK");
    mis(geef_ && !uitvoer_, "waar moet de bijlage heen?", "geef -o BESTAND, of -o - voor de standaarduitvoer");
    mis(uitvoer_ == "-" && omgeving.globaal.json, "met --json kan de bijlage niet ook op de standaarduitvoer",
        "geef een bestand met -o");
    mis(bron_ == "-" && stuk_.van == "-", "het bestand en het document kunnen niet allebei van de standaardinvoer",
        "geef een van de twee als bestand");
  }

  int leg_bij(Omgeving& omgeving) {
    if (const kast::Kast kast = omgeving.open_kast();
        stuk_.nummer == Nummer::gemeente().tekst() && !kast.heeft_gemeente()) {
      throw Fout(FoutSoort::gebruik, "deze kast heeft nog geen dossier gemeente",
                 "leg er eerst iets anders in vast, zoals een screening: pga gemeente screening");
    }
    stuk_.zet("datum", omgeving.vandaag().tekst());
    if (const int code = leg_vast(omgeving, "bijlage", stuk_,
                                  [&](const kast::GeladenDossier& dossier, const kast::Lezer& /*lezer*/,
                                      Waarde& document) { vul_in(omgeving, dossier, document); });
        code != 0) {
      return code;
    }
    if (bron_ != "-" && !omgeving.globaal.droog) {
      omgeving.meld(
          fmt::format("{} staat ook nog onverzegeld op deze computer; wis het als u het daar niet nodig hebt",
                      weergave::veilig(*bron_)));
    }
    return 0;
  }

  /// What the stuk says about the sealed file; the file goes before it.
  void vul_in(const Omgeving& omgeving, const kast::GeladenDossier& dossier, Waarde& document) {
    if (const std::string bij = document.tekst_van("bij"); !bij.empty()) {
      document.zet("bij", zoek_stuk(dossier, "--bij", bij));
    }
    if (document.tekst_van("compartiment").empty()) document.zet("compartiment", "zaak");
    if (document.tekst_van("naam").empty()) document.zet("naam", eis_naam());
    const kast::Kast kast = omgeving.open_kast();
    const kast::NieuweBijlage nieuw = kast::verzegel_bijlage(kast, *bron_, omgeving.globaal.droog);
    kast::noteer_bijlage(document, nieuw);
    stuk_.vooraf = {kast::bijlage_bestand(dossier.map, omgeving.vandaag(), nieuw)};
  }

  [[nodiscard]] std::string eis_naam() const {
    std::string naam = bron_ == "-" ? std::string() : nette_naam(*bron_);
    if (naam.empty()) {
      throw Fout(FoutSoort::gebruik, "deze bijlage heeft geen naam die in een stuk kan staan",
                 "geef haar een naam met --naam");
    }
    return naam;
  }

  int toon(Omgeving& omgeving) const {
    const kast::Kast kast = omgeving.open_kast();
    const kast::GeladenDossier dossier = laad_dossier(omgeving, kast);
    std::vector<weergave::BijlageRij> rijen;
    std::vector<Bevinding> schendingen;
    for (const kast::Bijlage& b : kast::bijlagen_van(dossier)) {
      rijen.push_back(rij(dossier, b));
      try {
        kast::eis_ongeschonden(b);
      } catch (const Fout& e) {
        schendingen.insert(schendingen.end(), e.bevindingen().begin(), e.bevindingen().end());
      }
    }
    omgeving.uit << (omgeving.globaal.json ? weergave::bijlagen_json(rijen)
                                           : weergave::bijlagen_tekst(rijen, omgeving.stijl()));
    omgeving.meld(schendingen);
    return schendingen.empty() ? 0 : exit_code(FoutSoort::integriteit);
  }

  [[nodiscard]] kast::GeladenDossier laad_dossier(const Omgeving& omgeving, const kast::Kast& kast) const {
    const kast::Lezer lezer = omgeving.lezer(kast);
    kast::GeladenDossier dossier = laad_voor_inzage(
        omgeving, kast, lezer, kast.zoek(*stuk_.nummer), grond_.has_value(),
        "zeg met --grond waarom u verder kijkt: verzoek, vordering, controle, correctie of datalek");
    kast::eis_heel(kast, dossier);
    return dossier;
  }

  static weergave::BijlageRij rij(const kast::GeladenDossier& dossier, const kast::Bijlage& b) {
    weergave::BijlageRij uit{plaats_van(dossier, b.stuk), b.stuk, b.bestand, b.datum, b.bij, {}, {}};
    if (const proces::StukRegel* s = dossier.dossier.stuk(b.bij)) {
      uit.bij_tekst = fmt::format("bij stuk {} ({})", plaats_van(dossier, b.bij), weergave::leesbaar(s->soort));
    }
    if (const proces::StukRegel* s = dossier.dossier.stuk(b.stuk)) {
      uit.datum = s->datum;
      uit.vervangen_door = s->vervangen_door;
    }
    if (!b.open) return uit;
    uit.open = true;
    uit.compartiment = naam_van(b.open->compartiment);
    uit.naam = b.open->naam;
    uit.omschrijving = b.open->omschrijving;
    uit.inhoud = b.open->inhoud;
    uit.grootte = b.open->grootte;
    return uit;
  }

  static std::string naam_van(Compartiment c) { return std::string(pga::naam(c)); }

  int geef(Omgeving& omgeving) const {
    const kast::Kast kast = omgeving.open_kast();
    const bool naar_buiten = uitvoer_ == "-";
    if (!naar_buiten) eis_nieuw_buiten_kast(kast, *uitvoer_, kNietInKast);
    const kast::GeladenDossier dossier = laad_dossier(omgeving, kast);
    if (dossier.dossier.afgeschermd && !grond_) {
      throw Fout(Bevinding{FoutSoort::geweigerd,
                           {},
                           "uit een gesloten casus komt geen bijlage zonder grond",
                           "geef de grond met --grond",
                           "artikel 6, lid 3, Wet PGA"});
    }
    const std::string digest = zoek_stuk(dossier, "--geef", *geef_);
    const std::vector<kast::Bijlage> alle = kast::bijlagen_van(dossier);
    const auto b = std::find_if(alle.begin(), alle.end(), [&](const kast::Bijlage& x) { return x.stuk == digest; });
    if (b == alle.end()) {
      throw Fout(FoutSoort::gebruik, fmt::format("--geef: stuk {} is geen bijlage", *geef_),
                 fmt::format("pga bijlage {} toont de bijlagen", dossier.nummer.tekst()));
    }
    if (naar_buiten || omgeving.globaal.droog)
      kast::open_bijlage(*b, [](std::string_view) {});  // before a byte goes
    if (omgeving.globaal.droog) {
      omgeving.uit << fmt::format("zou schrijven: {} ({} bytes)\n", *uitvoer_, b->open->grootte);
      omgeving.meld("--droog: er is niets geschreven");
      return 0;
    }
    if (naar_buiten) {
      kast::open_bijlage(*b, [&](std::string_view deel) { omgeving.uit << deel; });
      omgeving.uit.flush();
      if (!omgeving.uit) {
        throw Fout(FoutSoort::algemeen, "de bijlage kan niet worden geschreven",
                   "schrijf haar in een bestand met -o");
      }
      return 0;
    }
    kast::schrijf_bijlage(*b, fs::absolute(*uitvoer_));
    omgeving.meld(fmt::format("bijlage \"{}\" geschreven: {}; dit bestand is niet verzegeld",
                              weergave::veilig(b->open->naam), *uitvoer_));
    antwoord(omgeving, {},
             {{"dossier", dossier.nummer.tekst()},
              {"stuk", b->stuk},
              {"bestand", *uitvoer_},
              {"grootte", b->open->grootte},
              {"inhoud", b->open->inhoud}},
             "de bijlage is geschreven", "geef de opdracht niet nog een keer; de bijlage staat er");
    return 0;
  }

  StukOpties stuk_;
  std::optional<std::string> bron_;
  std::optional<std::string> geef_;
  std::optional<std::string> uitvoer_;
  std::optional<std::string> grond_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_bijlage() { return std::make_unique<BijlageOpdracht>(); }

}  // namespace pga::cli
