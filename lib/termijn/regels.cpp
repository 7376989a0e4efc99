// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/regels.h"

namespace pga::termijn {
namespace {

using F = FeitSoort;

constexpr Duur kGeen{0, Eenheid::dag};

std::vector<Regel> over_notificatie() {
  return {
      {.id = "notificatie",
       .zin = "informeer de betrokkene, of motiveer uitstel",
       .per = Per::betrokkene,
       .start = {F::betrokkene},
       .lengte = {{1, Eenheid::maand}},
       .regime = Regime::eu,
       .vervuld = {F::verzonden},
       .vervalt = {F::overleden, F::grond_vervallen, F::niet_opgenomen, F::afgedaan},
       .opgeschort = {F::uitgesteld},
       .grondslag = "artikel 14, lid 3, AVG; artikel 4, lid 1, Besluit PGA",
       .zekerheid = Zekerheid::handreiking,
       .notificatie = true},
      {.id = "notificatie_na_uitstel",
       .zin = "informeer de betrokkene nu de grond voor uitstel is vervallen",
       .per = Per::betrokkene,
       .start = {F::grond_vervallen},
       .lengte = {{0, Eenheid::dag}, &Beleid::melden_na_uitstel_dagen},
       .vervuld = {F::verzonden},
       .vervalt = {F::uitgesteld, F::overleden},
       .grondslag = "artikel 14 AVG; artikel 4, lid 3, Besluit PGA",
       .zekerheid = Zekerheid::beleid},
      {.id = "uitstel_herziening",
       .zin = "heroverweeg het uitstel van de notificatie",
       .per = Per::betrokkene,
       .start = {F::uitgesteld, F::gehandhaafd},
       .lengte = {{0, Eenheid::maand}, &Beleid::uitstel_herziening_maanden},
       .vervuld = {F::gehandhaafd, F::grond_vervallen, F::verzonden},
       .vervalt = {F::overleden},
       .grondslag = "artikel 11 Wet PGA; artikel 4 Besluit PGA; artikel 41 UAVG",
       .zekerheid = Zekerheid::beleid},
  };
}

std::vector<Regel> over_weging() {
  return {
      {.id = "aanhouden",
       .zin = "neem een weegbesluit: het aanhouden loopt af",
       .start = {F::aangehouden},
       .lengte = {{0, Eenheid::week}, &Beleid::aanhouden_max_weken},
       .vervuld = {F::weegbesluit, F::niet_opgenomen, F::aangehouden, F::afgedaan},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 5, lid 3, Wet PGA",
       .zekerheid = Zekerheid::beleid},
      {.id = "terugkoppeling",
       .zin = "laat de aanmelder weten dat de casus niet is opgenomen",
       .per = Per::onderwerp,
       .start = {F::terug_te_koppelen},
       .lengte = {{0, Eenheid::dag}, &Beleid::terugkoppeling_dagen},
       .vervuld = {F::teruggekoppeld},
       .grondslag = "artikel 5, lid 6, Wet PGA",
       .zekerheid = Zekerheid::beleid},
      {.id = "herweging",
       .zin = "weeg opnieuw of de verwerking nog noodzakelijk is",
       .start = {F::weegbesluit, F::herweging, F::herweging_nodig},
       .lengte = {{0, Eenheid::maand}, &Beleid::herweging_maanden},
       .vervuld = {F::herweging, F::herweging_negatief},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 2, lid 2, en artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid},
      {.id = "uitstroomtoets",
       .zin = "toets of aan de uitstroomvoorwaarde is voldaan",
       .per = Per::onderwerp,
       .start = {F::voorwaarde, F::voorwaarde_getoetst},
       .lengte = {kGeen},
       .vervuld = {F::voorwaarde_getoetst},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 6, lid 2, Wet PGA",
       .zekerheid = Zekerheid::beleid},
      {.id = "evaluatie",
       .zin = "evalueer de interventie",
       .per = Per::onderwerp,
       .start = {F::interventie, F::evaluatie},
       .lengte = {kGeen},
       .vervuld = {F::evaluatie},
       .vervalt = {F::afgesloten},
       .grondslag = "artikel 6, lid 2, Wet PGA",
       .zekerheid = Zekerheid::beleid},
  };
}

std::vector<Regel> over_vernietiging() {
  return {
      {.id = "vernietiging_niet_opgenomen",
       .zin = "vernietig of anonimiseer het dossier: de casus komt niet in het casusoverleg",
       .start = {F::niet_opgenomen, F::afgedaan},
       .lengte = {{0, Eenheid::dag}, &Beleid::vernietiging_dagen},
       .grondslag = "artikel 16, onder b, Besluit PGA; artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid},
      {.id = "vernietiging_geen_aanwijzingen",
       .zin = "vernietig of anonimiseer het dossier: er waren geen verdere aanwijzingen",
       .start = {F::geen_aanwijzingen},
       .lengte = {{0, Eenheid::dag}, &Beleid::vernietiging_dagen},
       .grondslag = "artikel 16, onder a, Besluit PGA; artikel 9 Wet PGA",
       .zekerheid = Zekerheid::beleid},
      {.id = "vernietiging_uiterlijk",
       .zin = "vernietig of anonimiseer het dossier: vijf jaar na de laatste verwerking",
       .start = {F::laatste_verwerking},
       .lengte = {{5, Eenheid::jaar}},
       .grondslag = "artikel 9 Wet PGA",
       .zekerheid = Zekerheid::wet},
      // The same duty while the dossier is open: what "laatste verwerking" is then, the law does not say.
      {.id = "vernietiging_uiterlijk",
       .zin = "vernietig of anonimiseer het dossier: vijf jaar na de laatste verwerking",
       .start = {F::verwerking},
       .lengte = {{5, Eenheid::jaar}},
       .wijkt_voor = {F::laatste_verwerking},
       .grondslag = "artikel 9 Wet PGA",
       .zekerheid = Zekerheid::lezing},
  };
}

std::vector<Regel> alle() {
  std::vector<Regel> uit = over_notificatie();
  for (auto* deel : {&over_weging, &over_vernietiging}) {
    for (Regel& r : deel()) uit.push_back(std::move(r));
  }
  return uit;
}

}  // namespace

const std::vector<Regel>& regels() {
  static const std::vector<Regel> tabel = alle();
  return tabel;
}

}  // namespace pga::termijn
