// SPDX-License-Identifier: EUPL-1.2
//
// pga gebruiker wijzig: other roles for a gebruiker, another last day, another deelnemer who designated them.
#include <fmt/format.h>

#include "cli/gebruikeropdracht.h"

namespace pga::cli {
namespace {

class GebruikerWijzig : public Opdracht {
 public:
  std::string_view naam() const override { return "wijzig"; }
  std::string_view kort() const override { return "rollen, laatste dag of aanwijzing van een gebruiker wijzigen"; }
  std::string_view lang() const override {
    return "Wijzigt een gebruiker in een nieuwe versie van het beheer. --rol noemt alle rollen die hij voortaan "
           "heeft. "
           "Wat hij daardoor niet meer mag lezen, krijgt in elk dossier nieuwe sleutels; wat hij erbij mag lezen, "
           "krijgt hij. Wie voor een andere organisatie gaat werken, wordt een nieuwe gebruiker. Met --droog ziet "
           "u "
           "per dossier wat er gebeurt.";
  }
  std::string_view voorbeeld() const override { return "pga gebruiker wijzig rvdk1 --tot 2027-12-31"; }
  void bind(Opties& o) override {
    o.argument("ID", id_, "de gebruiker");
    o.opties("--rol", rollen_, "ROL", "een rol die de gebruiker voortaan heeft; mag vaker");
    o.optie("--tot", tot_, "DATUM", "de laatste dag dat de sleutel geldt; geen: zonder einde");
    o.optie("--aangewezen-door", aangewezen_door_, "DEELNEMER", "wie deze gebruiker aanwees");
    o.optie("--vervangt", vervangt_, "ID",
            "de gebruiker van dezelfde organisatie die deze vervangt; geen: niemand meer");
  }

  int doe(Omgeving& omgeving) override {
    if (id_ && rollen_.empty() && !tot_ && !aangewezen_door_ && !vervangt_) {
      throw Fout(FoutSoort::gebruik, fmt::format("wat verandert er aan {}?", *id_),
                 "geef --rol, --tot, --aangewezen-door of --vervangt");
    }
    for (const std::string& rol : rollen_) eis_rolwoord(rol);
    if (aangewezen_door_) aangewezen_door_ = organisatiewoord(*aangewezen_door_);
    const bool zonder_einde = tot_ == "geen";
    const std::optional<Datum> tot = zonder_einde ? std::nullopt : lees_tot(tot_, omgeving.vandaag());
    return wijzig_gebruiker(omgeving, id_, [&](const kast::Kast&, const kast::Gebruiker& nu) {
      Wijziging w{nu, kast::Ingreep::rollen, false, {}, {}};
      if (!rollen_.empty()) w.nieuw.rollen = rollen_;
      w.ronde = !rollen_.empty();  // also when beheer has them already: the command may have been killed
      if (w.ronde) w.reden = fmt::format("De rollen van {} zijn gewijzigd.", nu.id.tekst());
      if (aangewezen_door_) w.nieuw.aangewezen_door = *aangewezen_door_;
      if (vervangt_) w.nieuw.vervangt = vervangt_ == "geen" ? std::nullopt : lees_vervangt(vervangt_);
      if (tot_) zet_einde(w.nieuw, tot, omgeving.vandaag());
      w.gedaan = fmt::format("{} gewijzigd", nu.id.tekst());
      return w;
    });
  }

 private:
  static void zet_einde(kast::Gebruiker& g, std::optional<Datum> tot, Datum vandaag) {
    if (g.sleutel_op(vandaag) == nullptr) {
      throw Fout(
          FoutSoort::gebruik, fmt::format("de sleutel van {} is al geëindigd", g.id.tekst()),
          "is deze persoon opnieuw aangewezen, geef dan een nieuwe sleutel: pga gebruiker vernieuw-sleutel --tot");
    }
    for (kast::GebruikerSleutel& s : g.sleutels) {
      if (!s.tot || *s.tot >= vandaag) s.tot = tot;
    }
  }

  std::optional<std::string> id_;
  std::vector<std::string> rollen_;
  std::optional<std::string> tot_;
  std::optional<std::string> aangewezen_door_;
  std::optional<std::string> vervangt_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_gebruiker_wijzig() { return std::make_unique<GebruikerWijzig>(); }

}  // namespace pga::cli
