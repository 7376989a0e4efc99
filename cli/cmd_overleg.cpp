// SPDX-License-Identifier: EUPL-1.2
//
// pga overleg: the minutes of a meeting. Its parts are in files of their own.
#include "cli/maak.h"
#include "cli/overlegdelen.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Overleg : public Opdracht {
 public:
  std::string_view naam() const override { return "overleg"; }
  std::string_view kort() const override { return "een overleg: agenda, verslag, besluiten, acties"; }
  std::string_view lang() const override {
    return "Legt een overleg vast: wie er was en wie niet, de agenda, wat er per punt is besproken, besloten en "
           "afgesproken, en wanneer het volgende is. Een casusoverleg (artikel 2, lid 1, en artikel 6 Wet PGA) of "
           "weegploeg (artikel 5) staat in het dossier van de casus; een stuurgroep of dilemmasessie in het "
           "dossier "
           "gemeente, en noemt een casus alleen bij het nummer. Een tekst die op gegevens van politie, OM of zorg "
           "rust, zegt dat met herkomst en wordt apart verzegeld. Een verslag is concept tot een later overleg het "
           "vaststelt.";
  }
  std::string_view voorbeeld() const override {
    return "pga overleg --sjabloon >overleg.yaml\npga overleg k7q2 --van overleg.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"overleg"}); }

  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(maak_overleg_agenda());
    uit.push_back(maak_overleg_verslag());
    return uit;
  }
  bool doet_zelf() const override { return true; }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "overleg", opties_);
    eis_nummer(opties_, naam());
    return leg_vast(omgeving, "overleg", opties_, noem_verslagen);
  }

 private:
  /// The minutes that are adopted, by their digest where the document has what pga toon calls them.
  static void noem_verslagen(const kast::GeladenDossier& dossier, const kast::Lezer& /*lezer*/, Waarde& document) {
    Waarde* lijst = document.vind("vaststellingen");
    if (lijst == nullptr || !lijst->is_lijst()) return;
    for (Waarde& w : lijst->lijst()) {
      const std::string tekst = w.tekst_van("overleg");
      if (!tekst.empty()) w.zet("overleg", zoek_stuk(dossier, "vaststellingen: overleg", tekst));
    }
  }

  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_overleg() { return std::make_unique<Overleg>(); }

}  // namespace pga::cli
