// SPDX-License-Identifier: EUPL-1.2
//
// What a letter to a betrokkene or to a deelnemer may say: the whitelist.
//
// verzamel_brief() gets of each stuk the parts termijnen, identiteit and zaak, each by itself, and nothing of
// strafrecht, zorg, melder or motivering: what is not handed in cannot leak. Of zaak it reads choice values only
// (who brought a signal in, its category, whether from a public source), of identiteit only the fields of the
// person the letter is about. BriefGegevens holds all that a letter can be made of; there is no field for a free
// text of zaak, nor in the letter of a relative for anything of somebody else. What the law does not allow is a
// finding of the kind `geweigerd`; then no letter may be made.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/beleid.h"
#include "lib/proces/dossier.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

enum class BriefSoort { notificatie, terugkoppeling, afsluiting };
template <>
struct Woorden<BriefSoort> {
  static constexpr std::array<std::string_view, 3> namen = {"notificatie", "terugkoppeling", "afsluiting"};
};

/// The words of `geadresseerde` in a notificatie.
enum class Geadresseerde { betrokkene, gezagdrager, gecertificeerde_instelling, vertegenwoordiger };
template <>
struct Woorden<Geadresseerde> {
  static constexpr std::array<std::string_view, 4> namen = {"betrokkene", "gezagdrager",
                                                            "gecertificeerde_instelling", "vertegenwoordiger"};
};

/// The words of `categorie` in a signal.
enum class Categorie {
  gedrag_en_uitlatingen,
  denkbeelden,
  sociale_relaties,
  gezondheid_en_zorg,
  politie_en_justitie,
  leefsituatie,
  contactgegevens,
  onbekend,
};
template <>
struct Woorden<Categorie> {
  static constexpr std::array<std::string_view, 8> namen = {
      "gedrag_en_uitlatingen", "denkbeelden",  "sociale_relaties", "gezondheid_en_zorg",
      "politie_en_justitie",   "leefsituatie", "contactgegevens",  "onbekend"};
};

/// What is left out of a letter on purpose, because notification is withheld in part (artikel 41 UAVG). It comes
/// from the user: the reasons are in motivering, from which no letter draws.
struct Weglating {
  bool bronnen = false;     // every source
  bool ontvangers = false;  // who takes part: the letter names all who may
  bool vermelding = false;  // also the sentence that something was left out
  std::vector<Organisatie> bron;
  std::vector<Categorie> categorie;

  /// Adds what a word names: "bron", "categorieen", "ontvangers", "vermelding", an organisation or a category.
  /// Whether it is such a word.
  bool voeg_toe(std::string_view woord);
  /// Whether nothing of the content is left out.
  [[nodiscard]] bool leeg() const;
};
/// Every word that Weglating knows.
[[nodiscard]] std::vector<std::string> weglaat_woorden();

/// One stuk for verzamel_brief(): `stuk.inhoud` is the part termijnen and nothing else.
struct BriefStuk {
  Invoer stuk;
  Waarde identiteit = Waarde::kaart();
  Waarde zaak = Waarde::kaart();
};

struct BriefContact {
  std::string naam;
  std::string adres;
  std::string telefoon;
  std::string email;
};

/// What beheer gives to a letter.
struct BriefBeheer {
  std::string gemeente;
  BriefContact contactpunt;
  BriefContact fg;
  std::map<std::string, std::string> organisaties;  // gebruiker -> organisatie
};

struct BriefVraag {
  BriefSoort soort = BriefSoort::notificatie;
  std::string betrokkene;          // id; not for a terugkoppeling
  std::optional<Organisatie> aan;  // of a terugkoppeling
  std::optional<Geadresseerde> geadresseerde;
  Weglating weglating;
  std::string nummer;  // of the dossier; only a terugkoppeling names it
  Datum peildatum{1970, 1, 1};
};

struct BriefGegevens {
  BriefSoort soort = BriefSoort::notificatie;
  std::string sjabloon;  // the template that fits: "notificatie-kind"
  bool relatie = false;  // about somebody around the person that the dossier is about
  Datum datum{1970, 1, 1};
  std::string gemeente;
  BriefContact contactpunt;
  BriefContact fg;

  Geadresseerde aan = Geadresseerde::betrokkene;
  std::vector<std::string> geadresseerden;  // names; empty when not known
  std::string adres;
  std::string betrokkene;  // name of whom the letter is about
  bool bsn = false;
  std::vector<Categorie> categorieen;
  std::vector<Organisatie> bronnen;
  bool andere_bron = false;            // an organisation that is no deelnemer: its name is free text
  std::optional<JaNee> openbare_bron;  // none: not seen whole
  std::vector<Organisatie> ontvangers;
  bool kind_zelf = false;     // a child of twelve may exercise the rights itself on that day
  bool gedeeltelijk = false;  // to be said that something is left out

  std::optional<Datum> geinformeerd_op;
  std::optional<Datum> afgesloten_op;
  std::optional<Datum> vernietigd_uiterlijk;

  std::string nummer;
  std::optional<Organisatie> aanmelder;
  std::optional<Organisatie> aangemeld_bij;
  std::optional<Datum> aangemeld_op;
  std::optional<Datum> besloten_op;
};

struct BriefUitkomst {
  BriefGegevens gegevens;
  std::vector<Bevinding> bevindingen;
};

/// What the letter asked for may say, and everything to be noticed about it; with a finding `geweigerd` there is no
/// letter, with one of the kind `gebruik` the question is not right.
[[nodiscard]] BriefUitkomst verzamel_brief(const std::vector<BriefStuk>& stukken, const BriefBeheer& beheer,
                                           const Beleid& beleid, const BriefVraag& vraag);

}  // namespace pga::proces
