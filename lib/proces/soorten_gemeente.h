// SPDX-License-Identifier: EUPL-1.2
//
// The soorten of the dossier gemeente: what concerns the kast itself, and no case. As in soorten.h: exactly the
// fields in the compartment termijnen, and functions that read them and never throw.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

enum class AuditStap { uitgevoerd, hercontrole };
template <>
struct Woorden<AuditStap> {
  static constexpr std::array<std::string_view, 2> namen = {"uitgevoerd", "hercontrole"};
};

enum class AuditUitkomst { voldoet, tekortkomingen };
template <>
struct Woorden<AuditUitkomst> {
  static constexpr std::array<std::string_view, 2> namen = {"voldoet", "tekortkomingen"};
};

enum class Bewijs { vog, screening };
template <>
struct Woorden<Bewijs> {
  static constexpr std::array<std::string_view, 2> namen = {"vog", "screening"};
};

enum class VernietigingStap { begonnen, voltooid, bevestigd, ingetrokken };
template <>
struct Woorden<VernietigingStap> {
  static constexpr std::array<std::string_view, 4> namen = {"begonnen", "voltooid", "bevestigd", "ingetrokken"};
};

/// Why a dossier may or must go.
enum class VernietigGrond { niet_opgenomen, geen_aanwijzingen, vijf_jaar, niet_meer_nodig, afgedaan };
template <>
struct Woorden<VernietigGrond> {
  static constexpr std::array<std::string_view, 5> namen = {"niet_opgenomen", "geen_aanwijzingen", "vijf_jaar",
                                                            "niet_meer_nodig", "afgedaan"};
};

struct Audit {
  AuditStap stap = AuditStap::uitgevoerd;
  std::optional<Datum> datum;
  std::optional<AuditUitkomst> uitkomst;
  std::optional<Datum> afschrift_ap_op;
  std::optional<Datum> afschrift_rac_op;
  std::optional<Datum> afschrift_fg_op;
};

struct Jaarverslag {
  std::string jaar;
  std::optional<Datum> gepubliceerd_op;  // absent: it is not published, for a reason
};

struct Screening {
  std::string gebruiker;
  std::optional<Bewijs> soort_bewijs;
  std::optional<Datum> datum;
  std::optional<Datum> geldig_tot;
  std::optional<Datum> opleiding_op;
  std::optional<Datum> opleiding_geldig_tot;
};

/// Who held a key of a dossier that was destroyed.
struct Houder {
  std::string gebruiker;
  std::string organisatie;
  friend auto operator<=>(const Houder&, const Houder&) = default;
};

/// A receipt: which dossier, never whom it was about.
struct Vernietiging {
  std::optional<VernietigingStap> stap;
  std::optional<Datum> datum;
  std::string nummer;
  std::optional<VernietigGrond> grond;
  std::optional<Datum> bedenktijd_tot;
  bool tweede = false;  // another gebruiker than who began completes it
  std::vector<Houder> houders;
  std::string organisatie;          // that confirms
  std::vector<std::string> agenda;  // what calendars know its events by
  int stand = 0;                    // and the last SEQUENCE of those
};

/// What was handed over in a bundle: keys of dossiers to a gebruiker, or a case to another gemeente.
struct Uitreiking {
  std::optional<Datum> datum;
  std::string gebruiker;              // or empty: to another gemeente, which zaak names
  std::vector<std::string> dossiers;  // numbers, or gemeente
  std::string bundel;                 // digest of the file
};

[[nodiscard]] Uitreiking lees_uitreiking(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
/// Totals of dossiers that were anonymised; the numbers themselves are in zaak (aantallen.h).
struct AantallenStuk {
  std::optional<Datum> datum;
  std::string merk;                     // says to who holds the keys of a dossier that it was counted
  std::vector<std::string> neemt_over;  // digests of totals that are in these
};

[[nodiscard]] AantallenStuk lees_aantallen_stuk(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
[[nodiscard]] Vernietiging lees_vernietiging(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
[[nodiscard]] Audit lees_audit(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
[[nodiscard]] Jaarverslag lees_jaarverslag(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
[[nodiscard]] Screening lees_screening(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);

/// Whether a stuk of this soort belongs in the dossier gemeente and in no other.
[[nodiscard]] bool is_van_gemeente(std::string_view soort);
/// Whether it may stand there: those, and what a case has too (its opening, keys, meetings, actions, attachments).
[[nodiscard]] bool kan_in_gemeente(std::string_view soort);

/// A copy of the results of an audit that someone must have and of which nothing is on record.
struct Afschrift {
  std::string wat;  // the finding
  std::string_view veld;
  std::string_view grondslag;
};
[[nodiscard]] std::vector<Afschrift> ontbrekende_afschriften(const Audit& audit);

}  // namespace pga::proces
