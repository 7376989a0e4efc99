// SPDX-License-Identifier: EUPL-1.2
//
// Feit: a dated fact of a dossier, the only thing that termijnen are computed from. Holds no name and no free
// text: what is here may be read with the key of the compartment termijnen alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"

namespace pga::termijn {

enum class FeitSoort {
  // the notification
  betrokkene,           // recorded, and to be notified; datum: the day its data were received
  overleden,            // of a betrokkene
  verzonden,            // the betrokkene was notified
  uitgesteld,           // notification withheld; tot: day of review
  gehandhaafd,          // ... reviewed and upheld; tot: next review
  grond_vervallen,      // ... the ground is gone
  verval_gemeld,        // ... and the deelnemer reported that to the contactpunt
  uitstel_deels,        // only a part is withheld: the rest has to be sent in time
  deel_vervallen,       // a part that was withheld no longer is, and has to be sent
  deels_verzonden,      // all was sent but what is withheld
  eerste_contact,       // first contact in which the data were used
  eerste_verstrekking,  // first hand-out to a derde or another casusoverleg

  // the weging
  weegbesluit,          // opnemen
  eerder_besluit,       // a running case was brought in: the decision that was taken then
  aangehouden,          // weegbesluit to wait; tot: until when
  niet_opgenomen,       // weegbesluit niet opnemen
  afgedaan,             // a melding was ended without a weging
  terug_te_koppelen,    // ref: the organisation that made the aanmelding and must hear that it was not taken up
  teruggekoppeld,       // ref: that organisation
  geen_terugkoppeling,  // ... cannot be told, for a recorded reason; ref: that organisation
  herweging,            // the test of necessity was renewed and the case goes on
  herweging_negatief,   // ... and is no longer necessary
  herweging_nodig,      // a running case was brought in whose last test is unknown or of before the Act
  voorwaarde,           // an exit condition; ref: its id; tot: the day of its test
  voorwaarde_getoetst,  // ref: its id; tot: the next test, if any
  voorwaarde_voldaan,   // ... and it is met; ref: its id

  toegang,           // of a deelnemer to this case; ref: the gebruiker; tot: the last day
  toegang_besloten,  // ... ended, or without an end from now on; ref: the gebruiker
  overdracht,        // a regisseur handed the case over and reads on; ref: the gebruiker; tot: the day after

  // the casusoverleg
  overleg,             // a casusoverleg was held; tot: the day agreed for the next one
  profiel,             // the joint professional judgment
  interventie,         // of the plan, or adjusted; ref: its id; tot: the day of its evaluation
  evaluatie,           // ref: the intervention; tot: the next evaluation, if any
  interventieperiode,  // the plan as it now stands; tot: the day its last intervention ends
  pas_op_de_plaats,    // interventions rest; tot: day of review
  hervat,              // ... no longer
  actie,               // agreed, or for another day; ref: its id; tot: that day
  actie_gedaan,        // ref: the actie
  actie_vervallen,     // no longer needed; ref: the actie

  // what a plan gives out, and what experts are asked
  verstrekking,            // a hand-out for an intervention was planned; ref: its id; tot: the day
  verstrekt,               // ... and done; ref: the intervention
  verstrekking_vervallen,  // ... or no longer needed; ref: the intervention
  advies_gevraagd,         // of an expert; ref: the advies; tot: the day it is expected
  advies_ontvangen,        // ref: the advies

  // closing, keeping, destroying
  verwerking,          // a substantive stuk
  hoofd_overleden,     // the person the dossier is about died; datum: when that became known
  afsluitvoorstel,     // proposed to close or to monitor
  afgesloten,          // the dossier was closed
  geen_aanwijzingen,   // ... because there were no further indications
  laatste_verwerking,  // as the closing decision states it
  bewaring,            // a hold; ref: its id; tot: day of review
  bewaring_verlengd,   // ref: the hold; tot: next review
  bewaring_opgeheven,  // ref: the hold

  // rights, mistakes, breaches
  verzoek,                 // artikel 15-22 AVG; ref: its id; datum: receipt
  identiteit_gevraagd,     // ref: the verzoek whose maker is in doubt
  identiteit_vastgesteld,  // ref: that verzoek
  verzoek_verlengd,        // notice with reasons; ref: the verzoek
  verzoek_besloten,        // decided, or withdrawn; ref: the verzoek
  woo_verzoek,             // ref: its id; datum: receipt
  woo_verdaagd,            // notice with reasons; ref: the woo_verzoek
  woo_besloten,            // ref: the woo_verzoek
  correctie,               // something is wrong; ref: its id
  correctie_hersteld,      // ref: the correctie
  bron_ingelicht,          // who supplied it was told; ref: the correctie
  datalek,                 // became aware of a breach; ref: its id; minuut: the time
  datalek_gemeld,          // reported to the AP; ref: the datalek; minuut: the time
  datalek_geen_melding,    // no risk: not to be reported; ref: the datalek
  datalek_hoog_risico,     // betrokkenen must be told; ref: the datalek
  betrokkenen_ingelicht,   // ... or one of the reasons not to applies; ref: the datalek

  // the kast itself
  inwerkingtreding,      // of the Act
  audit,                 // privacy audit done
  audit_tekort,          // ... and parts of it fail
  hercontrole,           // those parts were checked again
  verslagjaar,           // a year is over; ref: the year
  jaarverslag,           // published; ref: the year
  aanwijzing,            // a gebruiker was designated; ref: the id; tot: the last day
  aanwijzing_beeindigd,  // ref: the id
  screening,             // VOG or screening on record; ref: the gebruiker; tot: until when it counts
  opleiding_nodig,       // policy gives a designated gebruiker so long for training; ref: the id
  opleiding,             // training on record; ref: the gebruiker; tot: until when it counts

  // destroyed dossiers, in the dossier gemeente
  vernietiging_begonnen,     // ref: the number; tot: the end of the cooling-off, if any
  vernietiging_ingetrokken,  // ... and called off before a key was destroyed
  vernietigd,                // ref: the number
  kopieen,                   // ref: the number and an organisation that held keys
  kopieen_bevestigd,         // ... and that organisation says its copies are gone
};
constexpr int kFeitSoorten = static_cast<int>(FeitSoort::kopieen_bevestigd) + 1;

/// The word of a fact in tables: "weegbesluit".
[[nodiscard]] std::string_view naam(FeitSoort s);
/// The Dutch words for a fact in an explanation: "weegbesluit", "ontvangst van de gegevens".
[[nodiscard]] std::string_view tekst(FeitSoort s);

/// What a stuk said before it was corrected.
struct Verbeterd {
  Datum datum;
  std::optional<Datum> tot;
  std::optional<int> minuut;
  friend bool operator==(const Verbeterd&, const Verbeterd&) = default;
};

struct Feit {
  FeitSoort soort = FeitSoort::verwerking;
  Datum datum;
  std::string betrokkene;                    // id; empty: the dossier as a whole
  std::string stuk;                          // digest of the stuk that says so
  std::string ref;                           // id of the intervention, condition, organisation, request, ...
  std::optional<Datum> tot;                  // the day that the fact itself sets
  std::optional<int> minuut = std::nullopt;  // of that day in Amsterdam (0-1439), for a term in hours
  std::optional<Verbeterd> verbeterd = std::nullopt;
  friend bool operator==(const Feit&, const Feit&) = default;
};

}  // namespace pga::termijn
