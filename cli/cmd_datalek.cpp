// SPDX-License-Identifier: EUPL-1.2
//
// pga datalek: a breach, and who must hear of it.
#include "cli/maak.h"
#include "cli/stukopdracht.h"

namespace pga::cli {
namespace {

class Datalek : public Opdracht {
 public:
  std::string_view naam() const override { return "datalek"; }
  std::string_view kort() const override { return "een datalek: ontdekt, beoordeeld, gemeld bij de AP"; }
  std::string_view lang() const override {
    return "Legt een datalek vast (artikel 33 en 34 AVG, artikel 5 Besluit PGA): wanneer het is ontdekt, wat er is "
           "gebeurd, hoe groot het risico is, wanneer het bij de Autoriteit Persoonsgegevens (AP) is gemeld, en of "
           "de "
           "betrokkenen het hebben gehoord. De 72 uur tellen vanaf dag en tijd van de ontdekking.";
  }
  std::string_view voorbeeld() const override {
    return "pga datalek --sjabloon >datalek.yaml\npga datalek k7q2 --van datalek.yaml";
  }
  void bind(Opties& o) override { opties_.bind(o, "NUMMER", {"datalek"}); }

  int doe(Omgeving& omgeving) override {
    if (opties_.sjabloon) return toon_sjabloon(omgeving, "datalek", opties_);
    eis_nummer(opties_, naam());
    return leg_vast(omgeving, "datalek", opties_);
  }

 private:
  StukOpties opties_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_datalek() { return std::make_unique<Datalek>(); }

}  // namespace pga::cli
