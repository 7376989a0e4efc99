// SPDX-License-Identifier: EUPL-1.2
#include "cli/blad.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

#include "cli/vernietiging.h"
#include "lib/basis/datum.h"
#include "lib/basis/nabij.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/gemeente.h"
#include "lib/kast/planstand.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/proces/woorden.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

/// What stands in the heading of a stuk already.
bool is_kopveld(const Veld& veld, Datum datum) {
  return kast::is_eigen_veld(veld.naam) || veld.naam == "stap" ||
         (veld.naam == "datum" && veld.waarde == Waarde(datum.tekst()));
}

std::string tekst_van(const schema::Knoop* knoop, const Waarde& waarde) {
  if (waarde.is_getal()) return std::to_string(waarde.getal());
  if (waarde.is_bool()) return waarde.bool_waarde() ? "ja" : "nee";
  const std::string& tekst = waarde.tekst();
  if (knoop != nullptr && knoop->formaat() == "date") {
    if (const auto datum = Datum::lees(tekst)) return datum->lang();
  }
  // Choice words; and two kinds of words that stand among free text: the answer that always fits, organisations.
  const bool woord = (knoop != nullptr && !knoop->keuzes().empty()) || tekst == proces::kOnvoldoendeInformatie ||
                     proces::lees<proces::Organisatie>(tekst);
  return woord ? weergave::leesbaar(tekst) : tekst;
}

weergave::Blok lijst_item(const schema::Knoop* knoop, const Waarde& waarde);

weergave::Blok blok(const schema::Knoop* knoop, std::string label, const Waarde& waarde) {
  weergave::Blok uit{std::move(label), {}, {}};
  if (waarde.is_kaart()) {
    uit.kinderen = blokken(knoop, waarde);
  } else if (waarde.is_lijst()) {
    const schema::Knoop* item = knoop == nullptr ? nullptr : knoop->items();
    for (const Waarde& w : waarde.lijst()) uit.kinderen.push_back(lijst_item(item, w));
  } else {
    uit.tekst = tekst_van(knoop, waarde);
  }
  return uit;
}

/// An item of a list: what it is called by stands first.
weergave::Blok lijst_item(const schema::Knoop* knoop, const Waarde& waarde) {
  const std::string id = waarde.tekst_van("id");
  if (id.empty()) return blok(knoop, {}, waarde);
  Waarde rest = waarde;
  rest.verwijder("id");
  weergave::Blok uit = blok(knoop, {}, rest);
  uit.tekst = id;
  return uit;
}

/// What pga keeps for itself and tells a reader nothing: commitments of keys, marks of terms in calendars and their
/// serial number, the mark of what was counted.
bool is_voor_pga(const kast::GeladenStuk& stuk, const std::string& veld) {
  if (veld == "sleutels") return kast::kondigt_sleutels_aan(stuk.soort);
  if (stuk.soort == "vernietiging") return veld == "agenda" || veld == "stand";
  return stuk.soort == "aantallen" && (veld == "merk" || veld == "neemt_over");
}

/// The document without what stands in the heading, and without what is not for a reader.
Waarde zonder_kop(const kast::GeladenStuk& stuk, Datum datum) {
  Waarde uit = Waarde::kaart();
  for (const Veld& v : stuk.inhoud.velden()) {
    if (!is_voor_pga(stuk, v.naam) && !is_kopveld(v, datum)) uit.zet(v.naam, v.waarde);
  }
  return uit;
}

}  // namespace

std::vector<weergave::Blok> blokken(const schema::Knoop* knoop, const Waarde& document) {
  std::vector<weergave::Blok> uit;
  for (const Veld& v : document.velden()) {
    const schema::Knoop* kind = knoop == nullptr ? nullptr : knoop->veld(v.naam);
    const bool getiteld = kind != nullptr && !kind->titel().empty();
    uit.push_back(blok(kind, getiteld ? std::string(kind->titel()) : weergave::leesbaar(v.naam), v.waarde));
    uit.back().onbekend = knoop != nullptr && !knoop->kent(v.naam);
  }
  return uit;
}

std::vector<weergave::StukBlad> stuk_bladen(const kast::GeladenDossier& dossier) {
  std::vector<weergave::StukBlad> uit;
  for (const kast::GeladenStuk& s : dossier.stukken) {
    const proces::StukRegel* regel = dossier.dossier.stuk(s.stuk.digest);
    weergave::StukBlad blad{s.stuk.digest,
                            s.soort,
                            {},
                            s.stuk.kop.datum,
                            s.stuk.kop.door.tekst(),
                            s.organisatie,
                            s.inhoud.tekst_van("geschreven"),
                            {},
                            s.inhoud,
                            {},
                            {}};
    if (regel != nullptr) {
      blad.stap = regel->stap;
      blad.datum = regel->datum;
      blad.vervangen_door = regel->vervangen_door;
    }
    for (const proces::AantallenStand& a : dossier.dossier.aantallen) {  // totals that later ones hold
      const auto& oud = a.neemt_over;
      if (std::find(oud.begin(), oud.end(), s.stuk.digest) != oud.end()) blad.vervangen_door = a.stuk;
    }
    blad.soort_bekend = s.soort.empty() || proces::lees<proces::Soort>(s.soort);
    blad.onbekend = s.onbekend;
    if (!s.opnieuw.digest.empty()) {
      blad.opnieuw_door = s.opnieuw.door;
      blad.opnieuw_op = s.opnieuw.datum;
    }
    blad.blokken = blokken(kast::schema_van(s.soort), zonder_kop(s, blad.datum));
    if (s.soort == "opening") {  // it has no schema: what is left, is a field of a newer pga
      for (weergave::Blok& b : blad.blokken) b.onbekend = true;
    }
    for (const Compartiment c : kCompartimenten) {
      if (!s.is_open(c)) blad.verzegeld.emplace_back(naam(c));
    }
    uit.push_back(std::move(blad));
  }
  return uit;
}

void eis_inzagegrond(const std::string& grond) {
  static const std::vector<std::string> gronden = {"verzoek", "vordering", "controle", "correctie", "datalek"};
  if (std::find(gronden.begin(), gronden.end(), grond) != gronden.end()) return;
  const std::string beste = nabij(grond, gronden);
  throw Fout(FoutSoort::gebruik,
             fmt::format("--grond: \"{}\" is geen grond om een gesloten casus in te zien", grond),
             fmt::format("{}kies uit {}", beste.empty() ? "" : fmt::format("bedoelde u {}? ", beste),
                         fmt::join(gronden, ", ")));
}

kast::GeladenDossier laad_voor_inzage(const Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                                      const Nummer& nummer, bool met_grond, const std::string& tip) {
  kast::GeladenDossier dossier = kast::laad(kast, nummer, lezer, kast::Diepte::alles);
  const bool meer = std::any_of(dossier.stukken.begin(), dossier.stukken.end(), [](const kast::GeladenStuk& s) {
    return std::any_of(kCompartimenten.begin(), kCompartimenten.end(),
                       [&](Compartiment c) { return c != Compartiment::termijnen && s.is_open(c); });
  });
  if (met_grond || !meer || !dossier.dossier.afgeschermd) return dossier;
  omgeving.meld({Bevinding{FoutSoort::bevinding,
                           {},
                           "dit dossier is gesloten en afgeschermd; alleen de termijnen staan hier",
                           tip,
                           "artikel 6, lid 3, Wet PGA"}});
  return kast::laad(kast, nummer, lezer, kast::Diepte::termijnen);
}

namespace {

std::string met_grond_bij(const std::string& nummer) {
  return fmt::format(
      "is er een grond om te kijken: pga toon {} --grond verzoek (of vordering, controle, correctie, datalek)",
      nummer);
}

/// Whose place those who confirmed a vote took, as beheer had it when they did. The last time somebody confirmed in
/// a stuk is the one that counts.
weergave::Vervangingen vervangingen(const kast::Kast& kast, const kast::GeladenDossier& dossier) {
  weergave::Vervangingen uit;
  for (const kast::GeladenStuk& s : dossier.stukken) {
    if (s.soort != proces::naam(proces::Soort::bevestiging)) continue;
    const kast::BeheerVersie* beheer = kast.beheer_van(s.stuk.kop.beheer);
    const kast::Gebruiker* wie = beheer == nullptr ? nullptr : beheer->vind(s.stuk.kop.door);
    const auto welke = std::pair(s.inhoud.tekst_van("stuk"), s.stuk.kop.door.tekst());
    uit.erase(welke);
    if (wie != nullptr && wie->vervangt) uit[welke] = wie->vervangt->tekst();
  }
  return uit;
}

int toon_geladen(Omgeving& omgeving, const kast::Kast& kast, const kast::Lezer& lezer,
                 const kast::GeladenDossier& dossier, const Weergave& maak) {
  std::vector<Bevinding> schendingen = kast::dubbel_beheer(kast);
  for (const Bevinding& b : dossier.bevindingen) {
    if (b.soort == FoutSoort::integriteit) schendingen.push_back(b);
  }
  // Where the beginning of a case does not verify, the rest says things that are not true of it.
  const bool zonder_begin =
      !schendingen.empty() && !dossier.nummer.is_gemeente() && !dossier.dossier.geopend.has_value();
  if (!dossier.leesbaar || zonder_begin) {  // nothing is known of the case, so nothing is said of it
    throw schendingen.empty() ? Fout(kast::waarom_gesloten(kast, dossier)) : Fout(std::move(schendingen));
  }
  omgeving.meld(schendingen);
  const Datum vandaag = omgeving.vandaag();
  const proces::Dossier stand = kast::stand_op(dossier, kast.beleid(), vandaag);
  const weergave::DossierBlad blad{dossier.nummer.tekst(),
                                   stand,
                                   kast::termijnen_van(kast, dossier, stand, vandaag, omgeving.moment()),
                                   vandaag,
                                   stuk_bladen(dossier),
                                   kast.beleid().schaal.naam,
                                   vervangingen(kast, dossier),
                                   kast.beleid().schaal.standen,
                                   kast::plan_bevindingen(kast, dossier.nummer, stand, vandaag),
                                   kast::plan_hints(kast, stand, vandaag),
                                   kast.beleid().hulpvragen,
                                   kast.beleid().contextlijst};
  omgeving.uit << maak(blad, kast::rollen_in(kast.beheer(), stand, lezer, vandaag));
  return schendingen.empty() ? 0 : exit_code(FoutSoort::integriteit);
}

}  // namespace

int toon_dossier(Omgeving& omgeving, const std::string& nummer, const Weergave& maak) {
  const kast::Kast kast = omgeving.open_kast();
  const kast::Lezer lezer = omgeving.lezer(kast);
  const Nummer welk = kast.zoek(nummer);
  const kast::GeladenDossier dossier =
      laad_voor_inzage(omgeving, kast, lezer, welk, false, met_grond_bij(welk.tekst()));
  return toon_geladen(omgeving, kast, lezer, dossier, maak);
}

int toon_dossier(Omgeving& omgeving, const std::string& nummer, bool met_grond) {
  const kast::Kast kast = omgeving.open_kast();
  const kast::Lezer lezer = omgeving.lezer(kast);
  if (const auto code = toon_als_vernietigd(omgeving, kast, lezer, nummer)) return *code;
  const kast::GeladenDossier dossier =
      laad_voor_inzage(omgeving, kast, lezer, kast.zoek(nummer), met_grond,
                       "zeg met --grond waarom u verder kijkt: verzoek, vordering, controle, correctie of datalek");
  return toon_geladen(omgeving, kast, lezer, dossier,
                      [&](const weergave::DossierBlad& blad, const std::vector<std::string>& /*rollen*/) {
                        return omgeving.globaal.json ? weergave::toon_json(blad)
                                                     : weergave::toon_tekst(blad, omgeving.stijl());
                      });
}

void weiger_afgeschermd(const std::string& nummer) {
  throw Fout(Bevinding{FoutSoort::geweigerd,
                       {},
                       fmt::format("dossier {} is gesloten en afgeschermd", nummer),
                       met_grond_bij(nummer),
                       "artikel 6, lid 3, Wet PGA"});
}

}  // namespace pga::cli
