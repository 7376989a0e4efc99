// SPDX-License-Identifier: EUPL-1.2
//
// Feit: a dated fact of a dossier, the only thing that termijnen are computed from. Holds no name and no free
// text: what is here may be read with the key of the compartment termijnen alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/basis/datum.h"

namespace pga::termijn {

enum class FeitSoort {
  betrokkene,           // recorded, and to be notified; datum: the day its data were received
  overleden,            // of a betrokkene
  weegbesluit,          // opnemen
  eerder_besluit,       // a running case was brought in: the decision that was taken then
  aangehouden,          // weegbesluit to wait; tot: until when
  niet_opgenomen,       // weegbesluit niet opnemen
  afgedaan,             // a melding was ended without a weging
  terug_te_koppelen,    // ref: the organisation that made the aanmelding and must hear that it was not taken up
  teruggekoppeld,       // ref: that organisation
  herweging,            // the test of necessity was renewed and the case goes on
  herweging_negatief,   // ... and is no longer necessary
  herweging_nodig,      // a running case was brought in whose last test is unknown or of before the Act
  voorwaarde,           // an exit condition; ref: its id; tot: the day of its test
  voorwaarde_getoetst,  // ref: its id; tot: the next test, if any
  interventie,          // of the plan, or adjusted; ref: its id; tot: the day of its evaluation
  evaluatie,            // ref: the intervention; tot: the next evaluation, if any
  verzonden,            // the betrokkene was notified
  uitgesteld,           // notification withheld; tot: day of review
  gehandhaafd,          // ... reviewed and upheld; tot: next review
  grond_vervallen,      // ... the ground is gone
  eerste_contact,       // first contact in which the data were used
  eerste_verstrekking,  // first hand-out to a derde or another casusoverleg
  verwerking,           // a substantive stuk
  afgesloten,           // the dossier was closed
  geen_aanwijzingen,    // ... because there were no further indications
  laatste_verwerking,   // as the closing decision states it
};

/// The Dutch words for a fact in an explanation: "weegbesluit", "ontvangst van de gegevens".
[[nodiscard]] std::string_view tekst(FeitSoort s);

struct Feit {
  FeitSoort soort = FeitSoort::verwerking;
  Datum datum;
  std::string betrokkene;    // id; empty: the dossier as a whole
  std::string stuk;          // digest of the stuk that says so
  std::string ref;           // id of the intervention, condition, organisation
  std::optional<Datum> tot;  // the day that the fact itself sets
  friend bool operator==(const Feit&, const Feit&) = default;
};

}  // namespace pga::termijn
