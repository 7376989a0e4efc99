// SPDX-License-Identifier: EUPL-1.2
//
// Toetser: one test of one new document at work; only toets() uses it. Gathers findings, each with the place of the
// value it is about.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/beleid.h"
#include "lib/proces/dossier.h"
#include "lib/proces/toets.h"
#include "lib/termijn/termijn.h"

namespace pga::proces {

/// The text of a finding: what is wrong, what to do, on what it rests.
struct Melden {
  std::string wat;
  std::string tip;
  std::string grondslag;
};

class Toetser {
 public:
  Toetser(const Dossier& dossier, const Nieuw& nieuw, const Beleid& beleid)
      : d(dossier), n(nieuw), b(beleid), w(nieuw.inhoud) {}

  const Dossier& d;
  const Nieuw& n;
  const Beleid& b;
  const Waarde& w;
  std::vector<Bevinding> uit;

  /// `bij` is the value it is about; nullptr when it is about something that is not there.
  void geweigerd(const Waarde* bij, Melden m) { meld(FoutSoort::geweigerd, bij, std::move(m)); }
  void document(const Waarde* bij, Melden m) { meld(FoutSoort::document, bij, std::move(m)); }
  void bevinding(const Waarde* bij, Melden m) { meld(FoutSoort::bevinding, bij, std::move(m)); }
  /// A finding for whoever writes now; not repeated afterwards.
  void advies(const Waarde* bij, Melden m) {
    if (!n.achteraf) bevinding(bij, std::move(m));
  }
  /// A reference to something that is not there, with the nearest that is.
  void onbekend(const Waarde* bij, std::string_view wat, std::string_view woord,
                const std::vector<std::string>& bekend);

  /// The field of the document, else the document.
  [[nodiscard]] const Waarde* veld(std::string_view naam) const;
  /// Whether the field is there with a value.
  [[nodiscard]] bool heeft(const Waarde& in, std::string_view naam) const;
  /// A correction of an earlier stuk.
  [[nodiscard]] bool corrigeert() const { return !n.vervangt.empty(); }
  /// No melding, aanmelding or running case is there yet.
  [[nodiscard]] bool nieuw_dossier() const { return !d.geopend; }

  /// A document finding when both are there and `later` lies before `eerder`.
  void volgorde(const Waarde& in_eerder, std::string_view eerder, const Waarde& in_later, std::string_view later);
  /// The same for a field of the document and a day that is known already; `wat` names that day.
  void niet_voor(std::string_view veld, Datum eerder, std::string_view wat);
  /// A finding when the term of this rule and subject ran out before the day.
  void te_laat(std::string_view regel, const std::string& onderwerp, const Waarde* bij, Datum dag);

 private:
  void meld(FoutSoort soort, const Waarde* bij, Melden m);
};

/// Tests that each soort shares: phase, dates, ids, corrections, signals, origin of texts.
void toets_algemeen(Toetser& t);
/// Why the votes are not those of the three, each once and voor, in words; empty when they are.
[[nodiscard]] std::string niet_eensluidend(const std::vector<Stem>& stemmen);
void toets_vervangt(Toetser& t);
void toets_teksten(Toetser& t);

void toets_melding(Toetser& t);
void toets_aanmelding(Toetser& t);
void toets_afdoening(Toetser& t);
void toets_lopend(Toetser& t);
void toets_weging(Toetser& t);
void toets_bevestiging(Toetser& t);
void toets_beoordeling(Toetser& t);
void toets_context(Toetser& t);
void toets_profiel(Toetser& t);
void toets_plan(Toetser& t);
void toets_notificatie(Toetser& t);
void toets_afsluiting(Toetser& t);
void toets_audit(Toetser& t);
void toets_vernietiging(Toetser& t);
void toets_uitreiking(Toetser& t);
void toets_aantallen(Toetser& t);
void toets_jaarverslag(Toetser& t);
void toets_screening(Toetser& t);

/// Of a notificatie, what withholding asks: the document, and each betrokkene in it (`bij`).
void toets_uitstel(Toetser& t, const Notificatie& n, Datum dag);
void toets_uitstel_van(Toetser& t, const Notificatie& n, const Betrokkene& b, const Waarde& bij, Datum dag);
void toets_bewaring(Toetser& t);
void toets_verzoek(Toetser& t);
void toets_correctie(Toetser& t);
void toets_datalek(Toetser& t);
void toets_overleg(Toetser& t);
/// Of minutes: who was there, who should have been, and the derden.
void toets_aanwezigen(Toetser& t, OverlegSoort soort, Datum dag);
/// Of minutes: those of earlier meetings that this one adopted.
void toets_vaststellingen(Toetser& t, const Overleg& o, Datum dag);
void toets_actielijst(Toetser& t);
/// Of a plan that is drawn up or adjusted: what its interventions ask, by the catalogue and by who carries them
/// out.
void toets_planregels(Toetser& t, const Plan& p);
/// Of an evaluation: what has to follow from it.
void toets_vervolg(Toetser& t, const Plan& p);
void toets_adviesstuk(Toetser& t);
/// The experts that a weging names, and the advice it rests on.
void toets_geraadpleegd(Toetser& t);
void toets_bijlage(Toetser& t);
/// Whether a betrokkene or relatie is called no person at all.
[[nodiscard]] bool is_fenomeen(const Waarde& persoon);
void toets_overdracht(Toetser& t);
/// The items of `acties`, of whatever document.
void toets_acties(Toetser& t);
/// Of a plan: its actions say their whole text, and never a status.
void toets_planacties(Toetser& t, const Plan& p);
/// That no text names somebody of a dossier that goes by its number here (Nieuw::bekend).
void toets_bekende_dossiers(Toetser& t);
/// Who the regisseurs of the case are now: "dat is reg1".
std::string regisseurs_in_woorden(const Toetser& t);
/// Only the casusoverleg of a case that was taken up may go on; else false, and a refusal.
bool opgenomen(Toetser& t);
void toets_deelname(Toetser& t);
void toets_toegang(Toetser& t);

/// The hold, request, mistake or breach that the document is about: a new id when it begins one (`begint`), else
/// one that the dossier has. False, and a document finding, when it is not.
bool toets_onderwerp(Toetser& t, const std::string& id, bool begint);
/// A review that policy wants sooner.
void toets_herziening(Toetser& t, Datum dag, int maanden, std::string_view beleid);

/// What betrokkenen, signals and deelnemers of a document must be, whatever its soort.
void toets_personen(Toetser& t);
void toets_deelnemers(Toetser& t);

/// A date field of a map; nothing when it is not there or no day.
[[nodiscard]] std::optional<Datum> datum_van(const Waarde& in, std::string_view naam);

}  // namespace pga::proces
