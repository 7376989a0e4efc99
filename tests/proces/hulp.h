// SPDX-License-Identifier: EUPL-1.2
//
// Documents in short form, and a case that is built stuk by stuk the way the program does it: fill in, test, fold.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/basis/waarde.h"
#include "lib/proces/dossier.h"
#include "lib/proces/toets.h"

namespace pga::test {

/// What a finding can be: refused, a document that is not right, or something to look at.
inline constexpr FoutSoort kNee = FoutSoort::geweigerd;
inline constexpr FoutSoort kDoc = FoutSoort::document;
inline constexpr FoutSoort kBev = FoutSoort::bevinding;

/// A map.
[[nodiscard]] Waarde k(std::initializer_list<std::pair<const char*, Waarde>> velden);
/// A list.
[[nodiscard]] Waarde l(std::initializer_list<Waarde> items);
/// The document with a field set, or taken away when the value is empty.
[[nodiscard]] Waarde met(Waarde document, std::string_view naam, Waarde waarde);

/// The document with a field of the first of its betrokkenen set, or taken away.
[[nodiscard]] Waarde van_wie(Waarde document, std::string_view veld, const Waarde& waarde);

/// Documents without a fault, of one case: received on 1 March 2026, weighed on 4 March, and so on.
[[nodiscard]] Waarde een_betrokkene();
[[nodiscard]] Waarde een_signaal(const char* id, const char* herkomst = "algemeen");
[[nodiscard]] Waarde een_melding();
[[nodiscard]] Waarde een_aanmelding();
[[nodiscard]] Waarde een_stem(const char* id, const char* organisatie, const char* standpunt = "voor");
[[nodiscard]] Waarde drie_stemmen();
[[nodiscard]] Waarde een_weging(const char* besluit = "opnemen");
[[nodiscard]] Waarde een_herweging(const char* datum);
[[nodiscard]] Waarde een_profiel();
[[nodiscard]] Waarde een_plan();
[[nodiscard]] Waarde een_evaluatie();
[[nodiscard]] Waarde een_notificatie(const char* stap, const char* datum);
[[nodiscard]] Waarde een_uitstel();
[[nodiscard]] Waarde een_voorstel();
[[nodiscard]] Waarde een_afsluiting();
[[nodiscard]] Waarde een_lopende();
[[nodiscard]] Waarde een_datalek();
/// A later step of the thing with that id.
[[nodiscard]] Waarde een_stap(const char* id, const char* stap, const char* datum);

class Zaak {
 public:
  proces::Beleid beleid;
  std::string door = "reg1";
  std::string organisatie = "burgemeester";
  std::vector<std::string> rollen = {"regisseur"};
  std::string peildatum = "2026-12-31";
  std::vector<std::string> vervangt;
  std::vector<proces::GebruikerRegel> gebruikers;

  /// Signs as someone else from here on.
  Zaak& als(const char* id, const char* organisatie_, const char* rol);
  /// What toets() says about a document, filled in first.
  [[nodiscard]] std::vector<Bevinding> toets(const char* soort, Waarde document) const;
  /// Adds a stuk without testing it; gives its digest.
  std::string voeg(const char* soort, Waarde document);
  /// The same, beside the newest stuk instead of after it.
  std::string voeg_naast(const char* soort, Waarde document, const std::string& na);
  [[nodiscard]] proces::Dossier dossier() const;
  [[nodiscard]] const std::vector<proces::Invoer>& stukken() const { return stukken_; }

 private:
  [[nodiscard]] proces::Nieuw nieuw(const char* soort, Waarde document) const;
  std::string zet(const char* soort, Waarde document, std::vector<std::string> vorige);
  std::vector<proces::Invoer> stukken_;
  std::vector<std::string> koppen_;
};

/// A melding with an aanmelding.
[[nodiscard]] Zaak aangemeld();
/// A case that was taken up on 4 March 2026.
[[nodiscard]] Zaak opgenomen();
/// The same, with profile, plan, notification and proposal to close.
[[nodiscard]] Zaak ver();

/// Whether there is a finding of this kind with these words in what it says, and this article.
[[nodiscard]] bool zegt(const std::vector<Bevinding>& bevindingen, FoutSoort soort, std::string_view wat,
                        std::string_view grondslag = {});
/// What there is to look at in the case as it stands on that day.
[[nodiscard]] std::vector<Bevinding> bevindingen_op(const Zaak& zaak, Datum dag);
/// The facts about one thing, in order: "verzoek 2026-10-05, verzoek_besloten 2026-10-29".
[[nodiscard]] std::string feiten_over(const proces::Dossier& dossier, const std::string& ref);
/// All findings on a line each, for a failing test to show.
[[nodiscard]] std::string toon(const std::vector<Bevinding>& bevindingen);

}  // namespace pga::test

/// Checks for a finding, and shows all of them when it is not there.
#define ZEGT(uit, ...)             \
  {                                \
    INFO(toon(uit));               \
    CHECK(zegt(uit, __VA_ARGS__)); \
  }
