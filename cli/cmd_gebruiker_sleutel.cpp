// SPDX-License-Identifier: EUPL-1.2
//
// pga gebruiker vernieuw-sleutel: another key for a gebruiker, or one beside it.
#include <algorithm>

#include <fmt/format.h>

#include "cli/gebruikeropdracht.h"

namespace pga::cli {
namespace {

/// The last day of the designation, which another key does not move: the latest of all keys; nothing when one has
/// no end.
std::optional<Datum> einde_aanwijzing(const kast::Gebruiker& g) {
  std::optional<Datum> uit;
  for (const kast::GebruikerSleutel& s : g.sleutels) {
    if (!s.tot) return std::nullopt;
    uit = std::max(uit.value_or(*s.tot), *s.tot);
  }
  return uit;
}

class GebruikerVernieuwSleutel : public Opdracht {
 public:
  std::string_view naam() const override { return "vernieuw-sleutel"; }
  std::string_view kort() const override { return "een gebruiker een andere sleutel geven, of een tweede"; }
  std::string_view lang() const override {
    return "Geeft een gebruiker de sleutel van de regel die pga sleutel toon bij die persoon zelf afdrukt. De oude "
           "sleutel eindigt, en de sleutelbestanden van alle dossiers worden opnieuw verzegeld. Met --erbij blijft "
           "de "
           "oude sleutel ook gelden: voor een tweede computer, of een sleutel in een kluis. Met --gestolen krijgt "
           "ook elk dossier nieuwe sleutels voor wat de oude sleutel kon openen. Is de aanwijzing geëindigd, dan "
           "is "
           "een nieuwe aanwijzing nodig, met --tot.";
  }
  std::string_view voorbeeld() const override {
    return "pga gebruiker vernieuw-sleutel pol1 --sleutel pol1.regel --droog";
  }
  void bind(Opties& o) override {
    o.argument("ID", id_, "de gebruiker");
    o.optie("--sleutel", sleutel_, "REGEL", "de regel van pga sleutel toon, of het bestand waarin hij staat");
    o.optie("--tot", tot_, "DATUM",
            "is de aanwijzing geëindigd: de laatste dag van de nieuwe aanwijzing; geen: zonder einde");
    o.vlag("--erbij", erbij_, "de oude sleutel blijft ook gelden");
    o.vlag("--gestolen", gestolen_, "de oude sleutel kan in verkeerde handen zijn: ook de dossiers krijgen nieuwe");
  }

  int doe(Omgeving& omgeving) override {
    if (erbij_ && gestolen_) {
      throw Fout(FoutSoort::gebruik, "--erbij en --gestolen gaan niet samen",
                 "een gestolen sleutel blijft niet gelden: laat --erbij weg");
    }
    if (!sleutel_) {
      throw Fout(FoutSoort::gebruik, "de sleutelregel ontbreekt",
                 "geef met --sleutel de regel die pga sleutel toon afdrukt");
    }
    const std::optional<Datum> tot = tot_ == "geen" ? std::nullopt : lees_tot(tot_, omgeving.vandaag());
    const SleutelRegel regel = lees_regel(*sleutel_);
    return wijzig_gebruiker(omgeving, id_, [&](const kast::Kast& kast, const kast::Gebruiker& nu) {
      eis_eigen_sleutel(kast, regel, nu.id);
      return wijziging(nu, regel, tot, omgeving.vandaag());
    });
  }

 private:
  /// Whose designation has ended, a deelnemer must designate again: a key alone does not bring somebody back.
  void eis_aanwijzing(const kast::Gebruiker& nu, std::optional<Datum> tot, Datum vandaag) const {
    const std::optional<Datum> einde = einde_aanwijzing(nu);
    const bool loopt = !einde || *einde >= vandaag;
    if (!loopt && !tot_) {
      throw Fout(Bevinding{FoutSoort::geweigerd,
                           {},
                           fmt::format("de aanwijzing van {} liep tot en met {}", nu.id.tekst(), einde->lang()),
                           "heeft een deelnemer deze persoon opnieuw aangewezen, geef dan met --tot de laatste dag "
                           "daarvan, of --tot geen",
                           "artikel 12, lid 3, Wet PGA"});
    }
    if (loopt && tot_ && tot != einde) {  // the same: the command may have been killed
      throw Fout(
          FoutSoort::gebruik,
          fmt::format("de aanwijzing van {} loopt nog; --tot verandert die niet", nu.id.tekst()),
          fmt::format("laat --tot weg; een andere laatste dag geeft pga gebruiker wijzig {} --tot", nu.id.tekst()));
    }
  }

  /// A key that is there already is no mistake: the command may have been killed.
  [[nodiscard]] Wijziging wijziging(const kast::Gebruiker& nu, const SleutelRegel& regel, std::optional<Datum> tot,
                                    Datum vandaag) const {
    const std::optional<Datum> einde = tot_ ? tot : einde_aanwijzing(nu);
    kast::GebruikerSleutel sleutel{regel.opent, regel.tekent, vandaag, einde};
    Wijziging w{nu, gestolen_ ? kast::Ingreep::gestolen : kast::Ingreep::sleutel, true, {}, {}};
    auto& alle = w.nieuw.sleutels;
    const auto er = std::find_if(alle.begin(), alle.end(), [&](const kast::GebruikerSleutel& s) {
      return s.opent == regel.opent && s.tekent == regel.tekent;
    });
    if (er != alle.end()) {
      if (er->tot && *er->tot < vandaag) {
        throw Fout(FoutSoort::gebruik, fmt::format("deze sleutel van {} is al geëindigd", nu.id.tekst()),
                   "laat deze persoon een nieuwe maken: pga sleutel nieuw");
      }
      sleutel = *er;
      alle.erase(er);
    }
    eis_aanwijzing(nu, tot, vandaag);
    if (!erbij_) beeindig_sleutels(w.nieuw, vandaag);
    alle.push_back(sleutel);
    if (gestolen_) w.reden = fmt::format("De sleutel van {} kan in verkeerde handen zijn.", nu.id.tekst());
    w.gedaan = fmt::format("{} heeft {}", nu.id.tekst(), erbij_ ? "er een sleutel bij" : "een andere sleutel");
    if (nu.sleutel_op(vandaag) == nullptr) {
      w.gedaan +=
          einde ? fmt::format(" en is weer aangewezen tot en met {}", einde->lang()) : " en is weer aangewezen";
    }
    return w;
  }

  std::optional<std::string> id_;
  std::optional<std::string> sleutel_;
  std::optional<std::string> tot_;
  bool erbij_ = false;
  bool gestolen_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_gebruiker_vernieuw_sleutel() { return std::make_unique<GebruikerVernieuwSleutel>(); }

}  // namespace pga::cli
