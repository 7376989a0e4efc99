// SPDX-License-Identifier: EUPL-1.2
//
// Dossier: the state of a case, a pure fold over its verified stukken.
//
// vouw() gives the same Dossier for every topological order of the same stukken: it sorts for itself (by links,
// ties by digest, never by date). It throws nothing for bad data: what does not fit is a finding, and the rest
// counts. A correction (vervangt) takes the place of what it corrects, also in the order. It works with partial
// keys: all that rules need is in the compartment termijnen; names, signals and scales are there when they could be
// opened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/bekend.h"
#include "lib/proces/beleid.h"
#include "lib/proces/interventie.h"
#include "lib/proces/soorten.h"
#include "lib/proces/woorden.h"
#include "lib/termijn/feit.h"

namespace pga::proces {

/// One verified stuk as the fold gets it.
struct Invoer {
  std::string digest;               // "b2:…"
  std::vector<std::string> vorige;  // digests
  Datum datum;                      // of the envelope
  std::string door;                 // id of the gebruiker who signed
  std::string organisatie;          // of that gebruiker
  std::string soort;
  Waarde inhoud;                         // the parts that could be opened, merged
  std::vector<Compartiment> open;        // which those are
  std::vector<std::string> rollen = {};  // of the author, when it was signed
};

/// The stukken ordered by their links, ties by digest. What follows a stuk that is not there, however far back,
/// comes after all else: it was written later than what is missing, and must not be overruled by what that
/// followed. Stukken in a circle (which digests do not allow) come last, by digest.
[[nodiscard]] std::vector<Invoer> sorteer(std::vector<Invoer> stukken);

enum class StemStand { onbevestigd, bevestigd, weersproken };
template <>
struct Woorden<StemStand> {
  static constexpr std::array<std::string_view, 3> namen = {"onbevestigd", "bevestigd", "weersproken"};
};

/// A vote, with the voter's own word on it. A vote tegen or onthouding stays here for ever, also when the stuk that
/// recorded it was replaced; a vote voor that its voter contradicted until that organisation said otherwise.
struct Stemming {
  std::string id;
  std::string stuk;  // digest of the weging or afsluiting
  Soort soort = Soort::weging;
  Datum datum;
  std::optional<Organisatie> organisatie;
  std::optional<Standpunt> standpunt;
  StemStand stand = StemStand::onbevestigd;
  std::string bevestigd_door;  // id of the gebruiker
  std::optional<Datum> bevestigd_op;
  bool vervangen = false;  // the stuk no longer counts, the dissent does
};

/// Where the notification of one betrokkene stands.
enum class NotificatieStand { geen, open, uitgesteld, grond_vervallen, verzonden };
template <>
struct Woorden<NotificatieStand> {
  static constexpr std::array<std::string_view, 5> namen = {"geen", "open", "uitgesteld", "grond_vervallen",
                                                            "verzonden"};
};

/// A deferral of the notification of one betrokkene: the last there was, also when it is over.
struct Uitstel {
  Uitstel(Datum dag, std::string digest) : sinds(dag), stuk(std::move(digest)) {}
  Datum sinds;
  std::string stuk;                         // that began it
  std::vector<std::string> achtergehouden;  // the parts that wait ("bron", ...); empty: all of it
  std::optional<Datum> rest_verzonden_op;   // ... and the other parts were sent
  std::optional<Datum> ingezien_op;         // last inspection of the reasons by the RAC
  std::optional<Datum> vervallen_op;        // the ground is gone
  std::optional<Datum> gemeld_op;           // ... and the deelnemer reported that
  std::optional<Datum> doorkruist_op;       // all was sent while it was still in force
  // From motivering, as far as the reader's keys open it.
  bool leesbaar = false;
  std::vector<std::string> gronden;
  std::vector<std::string> ingeroepen_door;
  bool gedeeltelijk = false;         // said to be partial, whether or not it says of what
  std::vector<std::string> redenen;  // the texts of the last decision about this betrokkene
};

struct Betrokkene {
  std::string id;
  bool relatie = false;  // someone around the person that the dossier is about
  Persoon soort = Persoon::natuurlijk_persoon;
  bool identificeerbaar = true;
  std::optional<Datum> overleden_op;
  Datum bekend_op;                                        // the day its data were received
  std::string stuk;                                       // that first recorded it
  std::string naam;                                       // empty when sealed
  NotificatieStand notificatie = NotificatieStand::open;  // geen: no duty to notify
  std::optional<Datum> notificatie_op;                    // day of the last step
  std::optional<Datum> herziening;                        // of a deferral in force
  int verlengingen = 0;                                   // of that deferral
  std::optional<Uitstel> uitstel = std::nullopt;          // the last one
  std::optional<Datum> geboren = std::nullopt;            // nothing when sealed or not known
  // Who is usually at the table rests on these, as far as identiteit and strafrecht are open.
  std::optional<std::int64_t> leeftijd_geschat = std::nullopt;
  bool ouder = false;                                     // has children in care
  bool in_detentie = false;                               // or was, as a stuk says
  std::string verblijf = {};                              // gemeente van verblijf
  std::optional<Datum> overlijden_bekend = std::nullopt;  // the day the death was recorded
  std::string overlijden_stuk = {};                       // that recorded it
  bool was_te_informeren = false;                         // a person whom somebody could tell, once
};

struct Interventie {
  InterventieVelden velden;
  std::string stuk;
  std::optional<EvaluatieUitkomst> uitkomst;  // of the last evaluation
  std::optional<Datum> geevalueerd_op;
  bool gestopt = false;                               // by that evaluation, and not taken up again since
  std::optional<Datum> evaluatie = std::nullopt;      // the next one, as it was agreed last
  std::optional<Datum> vastgelegd_op = std::nullopt;  // the plan that last said what it is
  InterventieInhoud inhoud = {};                      // as far as the reader's keys open it
};

/// What an expert was asked (soort advies), from the question to what was done with the answer.
struct AdviesStand {
  std::string id;
  std::string stuk;  // that began it
  AdviesBij bij = AdviesBij::casusoverleg;
  std::string adviseur{};                       // as far as zaak is open
  std::optional<JaNee> anoniem = std::nullopt;  // who it is about was not told
  std::optional<Datum> gevraagd_op = std::nullopt;
  std::optional<Datum> verwacht_op = std::nullopt;
  std::optional<Datum> ontvangen_op = std::nullopt;
  std::optional<Datum> besproken_op = std::nullopt;
  std::vector<std::string> stukken = {};  // digests of all that speak of it
};

struct Voorwaarde {
  Uitstroomvoorwaarde velden;
  std::string stuk;
  std::optional<Toetsuitkomst> uitkomst;  // of the last test
  std::optional<Datum> getoetst_op;
};

/// Something that somebody said to do, in a plan, an overleg or outside one.
struct Actie {
  ActieVelden velden;  // as they now stand
  std::string stuk;    // the last that says something of it
  std::string soort;   // of the stuk that it began in
  // The texts, as far as the reader's keys open them.
  std::string wat = {};
  std::string wie = {};
  std::string stand = {};
  std::optional<Herkomst> herkomst = std::nullopt;  // nothing when sealed
  std::optional<Datum> gedaan_op = std::nullopt;
  bool voor_oordeel = false;  // it began in a beoordeling, and no profiel came after that yet

  [[nodiscard]] ActieStatus status() const { return velden.status.value_or(ActieStatus::open); }
};

/// A meeting that was held, and whether its minutes were adopted.
struct OverlegStand {
  std::string stuk;  // the minutes as they now stand
  OverlegSoort soort = OverlegSoort::casusoverleg;
  Datum datum;
  std::optional<Datum> volgend = std::nullopt;
  std::optional<Datum> reserve = std::nullopt;
  std::optional<VaststellingUitkomst> uitkomst = std::nullopt;
  std::optional<Datum> vastgesteld_op = std::nullopt;
  std::string vastgesteld_in = {};  // digest of the overleg that did

  /// Adopted, if only after changes.
  [[nodiscard]] bool vastgesteld() const { return uitkomst && *uitkomst != VaststellingUitkomst::niet_vastgesteld; }
};

/// A derde that the three let take part (artikel 3, lid 3, Wet PGA), as far as zaak is open.
struct DerdeStand {
  std::string organisatie;
  std::string stuk;
};

/// A hold: while it is in force the dossier is not destroyed.
struct BewaringStand {
  std::string id;
  std::string stuk;
  Datum sinds;
  std::optional<BewaarGrond> grond;
  std::optional<Datum> herziening;
  std::optional<Datum> opgeheven_op;
};

/// A request under the AVG or the Woo.
struct VerzoekStand {
  std::string id;
  std::string stuk;
  Datum ontvangen{1583, 1, 1};
  VerzoekSoort soort = VerzoekSoort::avg;
  std::vector<Recht> rechten;
  std::string door;  // id of the betrokkene, or empty
  bool identiteit_in_twijfel = false;
  std::optional<Datum> verlengd_op;  // or verdaagd
  bool geraadpleegd = false;
  std::vector<std::string> met_grond;  // deelnemers whose last answer was a ground, as far as motivering is open
  std::optional<VerzoekBesluit> besluit;
  std::optional<Datum> besloten_op;  // sent, or withdrawn
};

/// Something that is wrong in the dossier.
struct CorrectieStand {
  std::string id;
  std::string stuk;
  Datum vastgesteld;
  std::optional<Datum> hersteld_op;
  std::optional<Datum> bron_ingelicht_op;
  std::optional<Datum> ontvangers_ingelicht_op;
};

struct DatalekStand {
  std::string id;
  std::string stuk;
  Datum ontdekt;
  std::optional<int> minuut;  // of that day in Amsterdam
  std::optional<Risico> risico;
  std::optional<Datum> gemeld_op;
  std::optional<Datum> ingelicht_op;    // the betrokkenen were told, or need not be
  std::vector<std::string> beschreven;  // which of the fields of artikel 33, lid 3, AVG there are, if zaak is open
};

/// An organisation that says it has no copy of the keys any more.
struct KopieenWeg {
  std::string organisatie;
  Datum datum;
  std::string stuk;
};

/// What was handed over in a bundle, of these dossiers (numbers, or gemeente): keys to a gebruiker, or a case to
/// another gemeente.
struct UitreikingRegel {
  std::string stuk;
  Datum datum;
  std::string gebruiker;
  std::vector<std::string> dossiers;
  std::string gemeente{};

  /// To whom, in words.
  [[nodiscard]] std::string aan() const {
    if (!gebruiker.empty()) return gebruiker;
    return gemeente.empty() ? "een andere gemeente" : gemeente;
  }
};

/// The destruction of a dossier, from its receipts in the dossier gemeente. What is destroyed does not come back:
/// one receipt that says so is enough, whatever stands beside it.
struct VernietigingStand {
  std::string nummer;
  std::string stuk;  // that began it; of two beside each other the first in order
  std::string door;
  Datum begonnen_op;
  std::optional<VernietigGrond> grond = std::nullopt;
  std::optional<Datum> bedenktijd_tot = std::nullopt;
  bool tweede = false;
  std::optional<Datum> voltooid_op = std::nullopt;
  std::string voltooid_stuk = {};
  std::optional<Datum> laatst_op = std::nullopt;  // what came back was destroyed again
  std::optional<Datum> ingetrokken_op = std::nullopt;
  std::string ingetrokken_stuk = {};
  std::vector<Houder> houders = {};        // sorted
  std::vector<KopieenWeg> bevestigd = {};  // by organisation
  std::vector<std::string> agenda = {};
  int stand = 0;

  /// The organisations that held keys, sorted.
  [[nodiscard]] std::vector<std::string> organisaties() const;
  /// Whether an organisation confirmed, and not before the dossier was destroyed: until then copies can be made.
  [[nodiscard]] bool heeft_bevestigd(std::string_view organisatie) const;
  /// Begun, and neither completed nor called off.
  [[nodiscard]] bool loopt() const { return !voltooid_op && !ingetrokken_op; }
};

/// Totals of anonymised dossiers in the dossier gemeente, as far as termijnen says.
struct AantallenStand {
  std::string stuk;
  std::string door;
  Datum datum;
  std::string merk;
  std::vector<std::string> neemt_over;  // those that count: earlier totals of the same gebruiker
  bool overgenomen = false;             // later ones hold these, and their key is destroyed
};

/// The interventions rest.
struct PasOpDePlaats {
  Datum sinds;
  std::optional<Datum> herziening;
};

/// A decision of the weegploeg, or the one that a running case was brought in with.
struct Besluit {
  std::string stuk;
  Datum datum;
  std::optional<Weegbesluit> besluit;
  std::optional<Datum> aanhouden_tot;
  bool eensluidend = false;  // burgemeester, politie and om each once, all voor
};

/// What was done about who can read the dossier.
struct ToegangRegel {
  std::string stuk;
  std::optional<ToegangStap> stap;
  Datum datum;
  std::string gebruiker;                    // whose access ended
  std::string aan;                          // who took over
  std::vector<std::string> vernietigd;      // names of key files
  std::optional<Datum> tot = std::nullopt;  // the last day that who handed over still reads
  std::optional<Onjuistheid> onjuist = std::nullopt;
  std::string uit_stuk = {};  // digest
};

/// A regisseur who handed the case over and reads on until that day.
struct Meelezer {
  std::string gebruiker;
  Datum tot;
  std::string stuk;
};

/// Who is regisseur of the case, because they took it up or were named.
struct CasusRegisseur {
  std::string gebruiker;
  Datum sinds;
  std::optional<Datum> tot;  // the last day: of who stands in, or handed over and reads on
  std::string stuk;          // digest of the one that named them last, or by which they took it up
};

/// One stuk, in the order of the fold.
struct StukRegel {
  std::string digest;
  std::string soort;
  std::string stap;  // empty when the soort has none
  Datum datum;       // the day it is about, else that of the envelope
  std::string door;
  std::string organisatie;
  std::string vervangen_door;  // digest, or empty
};

struct SignaalRegel {
  std::string id;
  std::optional<Herkomst> herkomst;  // empty: the signal is sealed to this reader
  std::string stuk;
};

/// A stuk that rests on a signal.
struct Citaat {
  std::string stuk;
  std::string signaal;
};

struct Dossier {
  Fase fase = Fase::melding;
  bool afgedaan = false;  // ended without a weging; fase is afgesloten
  std::vector<StukRegel> stukken;
  std::vector<termijn::Feit> feiten;

  std::optional<Datum> geopend;  // day of the first receipt
  bool aangemeld = false;
  std::vector<Organisatie> aanmelders;
  std::vector<Betrokkene> betrokkenen;  // the main one first
  std::vector<Besluit> besluiten;       // those that count, in order; the last one is current
  std::vector<Stemming> stemmen;
  std::vector<DeelnemerVelden> deelnemers;  // the latest word on each gebruiker
  std::vector<ToegangRegel> toegang;        // in order
  std::vector<std::string> uitgesloten;     // gebruikers whose access ended, and was not given again since; sorted
  std::vector<Meelezer> meelezers;          // also those whose day is over; by gebruiker
  std::vector<CasusRegisseur> regisseurs;   // also those whose day is over; by gebruiker (regie.h)
  bool had_regisseur = false;               // there ever was one, who may be no more
  bool afgeschermd = false;                 // closed, and its keys renewed for who may see it after that
  std::vector<Voorwaarde> voorwaarden;
  std::optional<Noodzaak> noodzaak;  // of the last herweging
  std::vector<std::string> doelen;   // ids
  std::vector<Interventie> interventies;
  std::vector<Actie> acties;
  std::vector<AdviesStand> adviezen;     // in the order in which they were begun
  std::vector<OverlegStand> overleggen;  // in order
  std::vector<DerdeStand> derden;
  bool derden_volledig = true;  // zaak was open in every stuk that can name one
  bool heeft_profiel = false;
  bool heeft_plan = false;
  std::optional<PasOpDePlaats> pas_op_de_plaats;  // while it lasts
  std::optional<Voorstel> voorstel;               // of the last afsluiting with stap voorstel
  std::vector<std::string> voorstel_per_doel;     // ids of goals of which it says what was reached
  std::optional<Datum> afgesloten_op;
  std::optional<AfsluitReden> afsluitreden;
  std::optional<Datum> laatste_verwerking;
  std::optional<Datum> laatste_inhoudelijk;  // day of the last substantive stuk

  std::vector<BewaringStand> bewaringen;
  std::vector<VerzoekStand> verzoeken;
  std::vector<CorrectieStand> correcties;
  std::vector<DatalekStand> datalekken;
  std::vector<VernietigingStand> vernietigingen;  // of the dossier gemeente, by number
  std::vector<UitreikingRegel> uitreikingen;      // of the dossier gemeente, in order
  std::vector<AantallenStand> aantallen;          // of the dossier gemeente, in order

  std::vector<SignaalRegel> signalen;           // those whose id could be seen
  std::vector<std::string> vervallen_signalen;  // ids of those that a correction took away, and did not bring back
  std::vector<Citaat> citaten;                  // in stukken that count
  bool signalen_volledig = true;                // zaak, which shows the id of every signal, was open in every stuk
  BekendDossier personen;              // names and data of who it is about and who reported, as far as open
  bool personen_volledig = true;       // identiteit and melder were open in every stuk
  std::vector<std::string> ids;        // every id in use, as far as it can be seen, sorted
  std::vector<Bevinding> bevindingen;  // Bevinding::plaats.bestand is the digest of the stuk

  [[nodiscard]] bool leeg() const { return stukken.empty(); }
  /// The regisseur of the case on that day who is that gebruiker; nullptr when there is none.
  [[nodiscard]] const CasusRegisseur* regisseur(std::string_view gebruiker, Datum dag) const;
  /// Whether a gebruiker with the role regisseur may work in the case as its regisseur on that day: who is, or, as
  /// long as it never had one, anybody, so that somebody can take it up.
  [[nodiscard]] bool regisseert(std::string_view gebruiker, Datum dag) const;
  /// nullptr when there is none of that id.
  [[nodiscard]] const Betrokkene* betrokkene(std::string_view id) const;
  /// The day on which the person that the dossier is about died.
  [[nodiscard]] std::optional<Datum> overleden_op() const;
  [[nodiscard]] const Interventie* interventie(std::string_view id) const;
  [[nodiscard]] const Voorwaarde* voorwaarde(std::string_view id) const;
  [[nodiscard]] const Actie* actie(std::string_view id) const;
  [[nodiscard]] const AdviesStand* advies(std::string_view id) const;
  [[nodiscard]] const StukRegel* stuk(std::string_view digest) const;
  /// The digest of what that stuk now is: the last that replaced it, else its own.
  [[nodiscard]] std::string nieuwste(const std::string& digest) const;
  [[nodiscard]] const VernietigingStand* vernietiging(std::string_view nummer) const;
};

/// The state of a dossier.
[[nodiscard]] Dossier vouw(std::vector<Invoer> stukken, const Beleid& beleid);

/// The phase of the process, as a person names it: "melding", "weging", "casusoverleg", "monitoren & afsluiten".
[[nodiscard]] std::string_view procesfase(const Dossier& dossier);
/// Where the dossier stands, in words: "niet opgenomen".
[[nodiscard]] std::string_view tekst(Fase fase);

}  // namespace pga::proces
