// SPDX-License-Identifier: EUPL-1.2
//
// pga corrigeer: something in the dossier is wrong.
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Corrigeer : public Opdracht {
 public:
  std::string_view naam() const override { return "corrigeer"; }
  std::string_view kort() const override { return "een onjuist gegeven: herstellen en de bron inlichten"; }
  std::string_view lang() const override {
    return "Legt vast dat een gegeven onjuist is, dat het is hersteld, en dat de organisatie die het leverde dat "
           "weet "
           "(artikel 10 Wet PGA, artikel 8 Besluit PGA). Beide moeten onverwijld. Is alles op dezelfde dag gedaan, "
           "dan is "
           "één document genoeg: vul hersteld_op en bron_ingelicht_op in. De verbetering zelf is een nieuw stuk, "
           "met "
           "--vervangt.";
  }
  std::string_view voorbeeld() const override {
    return "pga corrigeer --sjabloon >correctie.yaml\npga corrigeer k7q2 --van correctie.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"correctie"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "correctie", opties_);
    eis_nummer(opties_, naam());
    return leg_vast(omgeving, "correctie", opties_, noem_stukken);
  }

 private:
  /// Digests in full where the document has the start of one.
  static void noem_stukken(const kast::GeladenDossier& dossier, const kast::Lezer& /*lezer*/, Waarde& document) {
    for (const char* veld : {"stuk", "vervangen_door"}) {
      const std::string tekst = document.tekst_van(veld);
      if (!tekst.empty()) document.zet(veld, zoek_stuk(dossier, veld, tekst));
    }
  }

  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_corrigeer() { return std::make_unique<Corrigeer>(); }

}  // namespace pga::cli
