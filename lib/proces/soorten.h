// SPDX-License-Identifier: EUPL-1.2
//
// One struct per soort with exactly its fields in the compartment termijnen, and a function that reads it.
//
// The functions read the termijnen part of a stuk, or a whole document (the names are the same). They never
// throw: a field that is absent or not readable is empty, and the latter is told in `onleesbaar` when given. What
// may be said of a field (required, allowed words) is the schema's; a test holds termijnen_velden() against it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/proces/bijlage.h"
#include "lib/proces/overdracht.h"
#include "lib/proces/soorten_advies.h"
#include "lib/proces/soorten_gemeente.h"
#include "lib/proces/soorten_overleg.h"
#include "lib/proces/soorten_rechten.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

struct BetrokkeneVelden {
  std::string id;
  Persoon soort = Persoon::natuurlijk_persoon;
  std::optional<Datum> overleden_op;
};

struct RelatieVelden {
  std::string id;
  Persoon soort = Persoon::natuurlijk_persoon;
  std::optional<JaNee> identificeerbaar;
  std::optional<Datum> overleden_op;
};

struct Stem {
  std::string id;
  std::optional<Organisatie> organisatie;
  std::optional<Standpunt> standpunt;
};

struct DeelnemerVelden {
  std::string id;
  std::string gebruiker;
  std::vector<std::string> compartimenten;
  std::optional<Datum> tot;
  std::string stuk;              // set by the fold: the decision
  std::optional<Datum> sinds{};  // set by the fold: its day
};

struct Melding {
  std::optional<Datum> ontvangen;
  std::optional<Organisatie> ontvangen_door;
  BetrokkeneVelden betrokkene;
  std::vector<RelatieVelden> relaties;
};

struct Aanmelding {
  std::optional<Datum> ontvangen;
  std::optional<Organisatie> ontvangen_door;
  std::optional<Organisatie> aangemeld_door;
  BetrokkeneVelden betrokkene;
  std::vector<RelatieVelden> relaties;
  std::string overgenomen_bundel;  // digest, when another gemeente gave the case; or empty
};

struct Aanvulling {
  std::optional<Datum> datum;
  BetrokkeneVelden betrokkene;
  std::vector<RelatieVelden> relaties;
};

struct Afdoening {
  std::optional<Datum> datum;
  std::optional<AfdoeningUitkomst> uitkomst;
};

struct Lopend {
  std::optional<Datum> datum;
  std::optional<Datum> besluit_datum;
  std::optional<LopendGrondslag> grondslag;
  std::optional<Datum> ontvangen;
  std::optional<Datum> laatste_herweging;
  std::optional<LopendNotificatie> notificatie;
  std::optional<Datum> notificatie_datum;
  BetrokkeneVelden betrokkene;
  std::vector<RelatieVelden> relaties;
  std::vector<DeelnemerVelden> deelnemers;
};

struct Uitstroomvoorwaarde {
  std::string id;
  std::optional<Datum> toetsdatum;
};

struct Weging {
  WegingStap stap = WegingStap::besluit;
  std::optional<Datum> datum;
  BetrokkeneVelden betrokkene;
  std::vector<RelatieVelden> relaties;
  std::vector<Stem> stemmen;
  std::optional<Weegbesluit> besluit;
  std::optional<Datum> aanhouden_tot;
  std::vector<DeelnemerVelden> deelnemers;
  std::vector<Uitstroomvoorwaarde> uitstroomvoorwaarden;
  std::optional<Noodzaak> noodzaak;
  std::string voorwaarde;
  std::optional<Toetsuitkomst> uitkomst;
  std::optional<Datum> volgende_toets;
  std::optional<Organisatie> aan;
  std::optional<JaNee> teruggekoppeld;  // absent: yes
};

/// A decision of the three about who takes part, after the weging (artikel 5, lid 5, Wet PGA).
struct Deelname {
  std::optional<Datum> datum;
  std::vector<Stem> stemmen;
  std::vector<DeelnemerVelden> deelnemers;
};

struct Toegang {
  std::optional<ToegangStap> stap;
  std::optional<Datum> datum;
  std::string gebruiker;                // whose access ends
  std::string aan;                      // who takes over
  std::optional<Datum> tot;             // the last day that who hands over still reads
  std::vector<std::string> sleutels;    // the compartments that get a new key
  std::vector<std::string> vernietigd;  // names of key files
  std::vector<std::string> stukken;     // digests of stukken whose keys were destroyed so that they could go
  std::optional<Onjuistheid> onjuist;   // what went
  std::string uit_stuk;                 // digest of the stuk that the item went out of
};

/// Whether burgemeester, politie and om are each there exactly once, and nobody else, and all are voor.
[[nodiscard]] bool eensluidend(const std::vector<Stem>& stemmen);

/// Whether the deelnemers that a weging names are let in by it: the three decide on that together (artikel 5, lid
/// 5, Wet PGA), and who is not taken up has no casusoverleg to take part in.
[[nodiscard]] bool laat_toe(const Weging& weging);

struct Bevestiging {
  std::optional<Datum> datum;
  std::string stuk;
  std::string stem;
  std::optional<JaNee> klopt;
};

struct Beoordeling {
  std::optional<Datum> datum;
  std::optional<Organisatie> organisatie;
  std::vector<ActieVelden> acties;  // to find out what is not known yet
};

struct Contextcasusformulier {
  std::optional<Datum> datum;
};

struct Profiel {
  std::optional<Datum> datum;
  std::vector<ActieVelden> acties;
};

struct InterventieVelden {
  std::string id;
  std::optional<Datum> start;
  std::optional<Datum> einde;
  std::string duur;
  std::optional<Datum> evaluatiedatum;
  std::optional<Datum> verstrekken_op = std::nullopt;  // who carries it out gets what is needed by then
  std::optional<Datum> verstrekt_op = std::nullopt;
};

/// The last day of an intervention: its einde, else start and duur; nothing when neither says.
[[nodiscard]] std::optional<Datum> einde_van(const InterventieVelden& i);

struct Plan {
  PlanStap stap = PlanStap::opstelling;
  std::optional<Datum> datum;
  std::vector<std::string> doelen;  // ids
  std::vector<InterventieVelden> interventies;
  std::vector<ActieVelden> acties;
  std::string interventie;
  std::optional<EvaluatieUitkomst> uitkomst;
  std::optional<Datum> volgende_evaluatie;
  std::optional<Datum> herziening;  // of a pas op de plaats
};

struct Notificatie {
  std::optional<NotificatieStap> stap;
  std::optional<Datum> datum;
  std::vector<std::string> betrokkenen;  // ids
  std::optional<Datum> herziening;
  std::optional<HeroverwegingUitkomst> uitkomst;
  std::vector<std::string> verplichting;        // "avg_14", ...; none: avg_14
  std::vector<std::string> wat_achtergehouden;  // "bron", ...; none: the whole notification
  std::optional<Datum> gemeld_op;
};

/// Whether what is withheld is the notification itself (artikel 14 AVG), and not only an answer to a request.
[[nodiscard]] bool over_het_bericht(const Notificatie& n);

struct AfsluitingBetrokkene {
  std::string id;
  std::optional<JaNee> genotificeerd;
  std::optional<BriefStand> brief;
  std::optional<Datum> brief_datum;
};

struct Afsluiting {
  std::optional<AfsluitingStap> stap;
  std::optional<Datum> datum;
  std::optional<Voorstel> voorstel;
  std::optional<AfsluitReden> reden;
  std::vector<std::string> per_doel;  // ids of goals of which it says what was reached
  std::optional<Datum> laatste_verwerking;
  std::vector<Stem> stemmen;
  std::vector<AfsluitingBetrokkene> betrokkenen;
};

/// The paths ("stemmen[].standpunt") of fields that are there but cannot be read.
using Onleesbaar = std::vector<std::string>;

[[nodiscard]] Melding lees_melding(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Aanmelding lees_aanmelding(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Aanvulling lees_aanvulling(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Afdoening lees_afdoening(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Lopend lees_lopend(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Weging lees_weging(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Deelname lees_deelname(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Toegang lees_toegang(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Bevestiging lees_bevestiging(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Beoordeling lees_beoordeling(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Contextcasusformulier lees_contextcasusformulier(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Profiel lees_profiel(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Plan lees_plan(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Notificatie lees_notificatie(const Waarde& w, Onleesbaar* onleesbaar = nullptr);
[[nodiscard]] Afsluiting lees_afsluiting(const Waarde& w, Onleesbaar* onleesbaar = nullptr);

/// The fields that the struct of a soort reads, as dotted paths: "betrokkene.id", "stemmen[].standpunt", sorted.
/// They are what the reading function really asks for; a list of texts stands without brackets
/// ("deelnemers[].compartimenten"). Empty for a soort that has none.
[[nodiscard]] const std::vector<std::string>& termijnen_velden(std::string_view soort);

}  // namespace pga::proces
