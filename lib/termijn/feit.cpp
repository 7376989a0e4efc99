// SPDX-License-Identifier: EUPL-1.2
#include "lib/termijn/feit.h"

namespace pga::termijn {

std::string_view tekst(FeitSoort s) {
  switch (s) {
    case FeitSoort::betrokkene:
      return "ontvangst van de gegevens";
    case FeitSoort::overleden:
      return "overlijden";
    case FeitSoort::weegbesluit:
      return "weegbesluit";
    case FeitSoort::eerder_besluit:
      return "eerder genomen besluit";
    case FeitSoort::aangehouden:
      return "besluit om aan te houden";
    case FeitSoort::niet_opgenomen:
      return "besluit om niet op te nemen";
    case FeitSoort::afgedaan:
      return "afdoening van de melding";
    case FeitSoort::terug_te_koppelen:
      return "besluit om niet verder te gaan";
    case FeitSoort::teruggekoppeld:
      return "terugkoppeling";
    case FeitSoort::herweging:
      return "herweging";
    case FeitSoort::herweging_negatief:
      return "herweging (niet meer noodzakelijk)";
    case FeitSoort::herweging_nodig:
      return "inbreng van de lopende casus";
    case FeitSoort::voorwaarde:
      return "uitstroomvoorwaarde";
    case FeitSoort::voorwaarde_getoetst:
      return "toets van de uitstroomvoorwaarde";
    case FeitSoort::interventie:
      return "afspraak in het plan";
    case FeitSoort::evaluatie:
      return "evaluatie";
    case FeitSoort::verzonden:
      return "notificatie";
    case FeitSoort::uitgesteld:
      return "uitstel van de notificatie";
    case FeitSoort::gehandhaafd:
      return "heroverweging (uitstel gehandhaafd)";
    case FeitSoort::grond_vervallen:
      return "vervallen van de grond voor uitstel";
    case FeitSoort::eerste_contact:
      return "eerste contact";
    case FeitSoort::eerste_verstrekking:
      return "eerste verstrekking";
    case FeitSoort::verwerking:
      return "laatste inhoudelijke stuk";
    case FeitSoort::afgesloten:
      return "afsluiting";
    case FeitSoort::geen_aanwijzingen:
      return "afsluiting zonder verdere aanwijzingen";
    case FeitSoort::laatste_verwerking:
      return "laatste verwerking";
  }
  return {};
}

}  // namespace pga::termijn
