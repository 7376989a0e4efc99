// SPDX-License-Identifier: EUPL-1.2
//
// pga gebruiker: who has a key in this kast.
#include "cli/gebruikeropdracht.h"
#include "cli/maak.h"

namespace pga::cli {
namespace {

class Gebruiker : public Opdracht {
 public:
  std::string_view naam() const override { return "gebruiker"; }
  std::string_view kort() const override { return "wie een sleutel heeft: toevoegen, wijzigen, intrekken"; }
  std::string_view lang() const override {
    return "Een gebruiker is een medewerker of machine met een sleutel, aangewezen door een deelnemer (artikel 12, "
           "lid 3, Wet PGA). De rollen van een gebruiker bepalen wat zijn sleutels openen.";
  }
  std::string_view voorbeeld() const override { return "pga gebruiker lijst"; }
  void bind(Opties& o) override { (void)o; }
  std::vector<std::unique_ptr<Opdracht>> onderdelen() const override {
    std::vector<std::unique_ptr<Opdracht>> uit;
    uit.push_back(maak_gebruiker_toevoegen());
    uit.push_back(maak_gebruiker_lijst());
    uit.push_back(maak_gebruiker_wijzig());
    uit.push_back(maak_gebruiker_vernieuw_sleutel());
    uit.push_back(maak_gebruiker_trek_in());
    return uit;
  }
  int doe(Omgeving& omgeving) override {
    (void)omgeving;
    return 0;
  }
};

}  // namespace

std::unique_ptr<Opdracht> maak_gebruiker() { return std::make_unique<Gebruiker>(); }

}  // namespace pga::cli
