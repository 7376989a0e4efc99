// SPDX-License-Identifier: EUPL-1.2
//
// pga sleutels reserve, pga sleutels herstel: key files again for who may have them and has not; for a reserve, the
// copy to recover from.
#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/antwoord.h"
#include "cli/gebruikeropdracht.h"
#include "cli/geheugen.h"
#include "cli/logboek.h"
#include "cli/sleutelsopdracht.h"
#include "lib/kast/uitgifte.h"
#include "lib/proces/rollen.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

using Voor = std::function<bool(const kast::Gebruiker&)>;

/// Somebody who holds keys that are not only of his own part of a case.
bool mag_geven(const kast::Lezer& lezer) {
  return proces::ziet_beoordelingen(lezer.rollen) || lezer.heeft_rol("contactpunt") ||
         lezer.heeft_rol("rechtmatigheid");
}

void eis_geven(const kast::Lezer& lezer, const std::optional<GebruikerId>& alleen) {
  if (mag_geven(lezer) || (alleen && alleen == lezer.id)) return;
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       "uw rol geeft geen sleutels aan anderen",
                       "vraag een regisseur; uw eigen sleutelbestanden vernieuwt u met pga sleutels herstel en uw "
                       "eigen naam",
                       "artikel 13 Wet PGA"});
}

/// One run.
int geef(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer, const Voor& voor, bool opnieuw,
         const std::string& aan) {
  kast::Uitgifteplan plan = kast::plan_uitgifte(kast, lezer, voor, opnieuw, omgeving.vandaag());
  if (plan.giften.empty() && plan.goed == 0) {
    if (!plan.niet.empty()) throw Fout(plan.niet);
    throw Fout(Bevinding{FoutSoort::geweigerd,
                         {},
                         fmt::format("van de dossiers die met uw sleutel opengaan, mag {} er geen lezen", aan),
                         "toegang tot een casus geven burgemeester, politie en OM: pga weeg NUMMER --deelname",
                         "artikel 5, lid 5, Wet PGA"});
  }
  if (omgeving.globaal.droog) {
    toon_droog(omgeving, kast.map(), plan.voornemen.bestanden, plan.voornemen.wissen);
    return 0;
  }
  kast::Voornemen& v = plan.voornemen;
  if (!plan.giften.empty()) {
    boek(omgeving, kast, lezer, {}, v);
    kast::voer_uit(v);
    na_schrijven(omgeving, kast, v.bestanden);
  }
  std::vector<Bevinding> let_op = plan.niet;
  for (Bevinding& b : let_op) b.soort = FoutSoort::bevinding;
  omgeving.meld(let_op);
  for (const Nummer& n : plan.gesloten) {
    omgeving.meld(fmt::format("dossier {} gaat niet open met uw sleutel; daar is niets gegeven", n.tekst()));
  }
  std::set<Nummer> nummers;
  nlohmann::ordered_json gegeven = nlohmann::ordered_json::array();
  for (const kast::Uitgifteplan::Gift& g : plan.giften) {
    nummers.insert(g.nummer);
    gegeven.push_back({{"dossier", g.nummer.tekst()}, {"gebruiker", g.wie.tekst()}, {"eerste", g.eerste}});
  }
  const std::string gedaan = plan.giften.empty() ? std::string("er ontbreekt niets")
                                                 : fmt::format("sleutels voor {} gegeven: {}", aan,
                                                               welke_dossiers({nummers.begin(), nummers.end()}));
  omgeving.meld(gedaan);
  meld_geschreven(omgeving, v.bestanden);
  antwoord(omgeving, {}, {{"gegeven", std::move(gegeven)}, {"volledig", plan.goed}, {"niet", plan.niet.size()}},
           gedaan, "pga controleer zegt wat er ontbreekt");
  return 0;
}

/// The kast under the lock, and who is at work in it.
struct Werk {
  kast::Slot slot;
  kast::Kast kast;
  kast::Lezer lezer;
  explicit Werk(const Omgeving& omgeving)
      : slot(omgeving.open_kast().map()), kast(omgeving.open_kast()), lezer(omgeving.lezer(kast)) {
    if (!omgeving.globaal.droog) kast.ruim_op();
  }
};

class SleutelsReserve : public Opdracht {
 public:
  std::string_view naam() const override { return "reserve"; }
  std::string_view kort() const override { return "een reservekopie van de sleutels die er nog geen heeft"; }
  std::string_view lang() const override {
    return "Geeft een gebruiker met de rol reserve een sleutelbestand van elk dossier waarvan hij er nog geen "
           "heeft, "
           "of niet alles. Een nieuw dossier, en elke nieuwe sleutel, krijgt zo'n kopie vanzelf; dit is voor "
           "dossiers van voor de reserve er was. Geef de opdracht gerust vaker: wat er is, blijft. Met de sleutel "
           "van de reserve, die u buiten de kast bewaart, kan pga sleutels herstel anderen hun sleutels "
           "teruggeven.";
  }
  std::string_view voorbeeld() const override { return "pga sleutels reserve"; }
  void bind(Opties& o) override {
    o.argument("[GEBRUIKER]", id_, "alleen deze reserve; anders elke gebruiker met die rol");
    o.vlag("--opnieuw", opnieuw_, "geef een verse kopie van alles, en vernietig de oude op deze computer");
  }

  int doe(Omgeving& omgeving) override {
    const Werk w(omgeving);
    eis_geven(w.lezer, std::nullopt);
    std::optional<GebruikerId> alleen;
    if (id_) {
      const kast::Gebruiker& wie = zoek_gebruiker(w.kast, id_);
      if (!wie.is_reserve()) {
        throw Fout(FoutSoort::gebruik, fmt::format("{} heeft de rol reserve niet", *id_),
                   fmt::format("sleutels voor wie een dossier leest, geeft pga sleutels herstel {}", *id_));
      }
      alleen = wie.id;
    }
    const auto& alle = w.kast.beheer().gebruikers;
    if (std::none_of(alle.begin(), alle.end(), [&](const kast::Gebruiker& g) {
          return g.is_reserve() && g.sleutel_op(omgeving.vandaag()) != nullptr;
        })) {
      throw Fout(FoutSoort::gebruik, "deze kast heeft geen gebruiker met de rol reserve en een sleutel die geldt",
                 "maak er een: pga gebruiker toevoegen ID --rol reserve");
    }
    return geef(
        omgeving, w.kast, w.lezer,
        [&](const kast::Gebruiker& g) { return g.is_reserve() && (!alleen || g.id == *alleen); }, opnieuw_,
        id_.value_or("de reserve"));
  }

 private:
  std::optional<std::string> id_;
  bool opnieuw_ = false;
};

class SleutelsHerstel : public Opdracht {
 public:
  std::string_view naam() const override { return "herstel"; }
  std::string_view kort() const override { return "sleutels opnieuw geven aan wie ze mag hebben"; }
  std::string_view lang() const override {
    return "Geeft een gebruiker opnieuw een sleutelbestand van elk dossier dat hij mag lezen, en waarvan hij hier "
           "niets heeft, of niet alles. Het geeft geen toegang: wie wat mag lezen, staat in het beheer en in de "
           "besluiten. U moet die sleutels zelf hebben. Na een nieuwe eigen sleutel vernieuwt u zo zelf wat nog "
           "voor "
           "de oude is: noem dan beide met PGA_IDENTITEIT.";
  }
  std::string_view voorbeeld() const override { return "pga sleutels herstel pol1"; }
  void bind(Opties& o) override {
    o.argument("GEBRUIKER", id_, "wie sleutels krijgt");
    o.vlag("--opnieuw", opnieuw_, "geef alles opnieuw, en vernietig wat er voor deze gebruiker lag");
  }

  int doe(Omgeving& omgeving) override {
    const kast::Kast eerst = omgeving.open_kast();
    (void)zoek_gebruiker(eerst, id_);
    const Werk w(omgeving);
    const GebruikerId wie = zoek_gebruiker(w.kast, id_).id;
    eis_geven(w.lezer, wie);
    if (zoek_gebruiker(w.kast, id_).sleutel_op(omgeving.vandaag()) == nullptr) {
      throw Fout(FoutSoort::sleutel, fmt::format("{} heeft geen sleutel die nu geldt", *id_),
                 "geef deze gebruiker eerst een nieuwe sleutel: pga gebruiker vernieuw-sleutel");
    }
    return geef(
        omgeving, w.kast, w.lezer, [&](const kast::Gebruiker& g) { return g.id == wie; }, opnieuw_, *id_);
  }

 private:
  std::optional<std::string> id_;
  bool opnieuw_ = false;
};

}  // namespace

std::unique_ptr<Opdracht> maak_sleutels_reserve() { return std::make_unique<SleutelsReserve>(); }
std::unique_ptr<Opdracht> maak_sleutels_herstel() { return std::make_unique<SleutelsHerstel>(); }

}  // namespace pga::cli
