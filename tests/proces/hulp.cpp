// SPDX-License-Identifier: EUPL-1.2
#include "tests/proces/hulp.h"

#include <algorithm>
#include <cstdio>

namespace pga::test {

using proces::Invoer;

Waarde k(std::initializer_list<std::pair<const char*, Waarde>> velden) {
  Waarde uit = Waarde::kaart();
  for (const auto& v : velden) uit.zet(v.first, v.second);
  return uit;
}

Waarde l(std::initializer_list<Waarde> items) { return Waarde::lijst_(Waarde::Lijst(items)); }

Waarde met(Waarde document, std::string_view naam, Waarde waarde) {
  if (waarde.leeg()) {
    document.verwijder(naam);
  } else {
    document.zet(naam, std::move(waarde));
  }
  return document;
}

Waarde van_wie(Waarde document, std::string_view veld, const Waarde& waarde) {
  Waarde& b = document.vind("betrokkenen")->lijst()[0];
  b = met(b, veld, waarde);
  return document;
}

Waarde een_betrokkene() { return k({{"id", "b-1"}, {"naam", "Jan de Proef"}, {"geboortedatum", "2004-05-06"}}); }

Waarde een_signaal(const char* id, const char* herkomst) {
  return k({{"id", id},
            {"datum", "2026-02-20"},
            {"tekst", "zei op straat dat geweld mag"},
            {"aard", "waarneming"},
            {"ingebracht_door", "politie"},
            {"verkregen", "eigen_taak"},
            {"herkomst", herkomst},
            {"categorie", "gedrag_en_uitlatingen"}});
}

Waarde een_melding() {
  return k({{"ontvangen", "2026-03-01"},
            {"ontvangen_door", "burgemeester"},
            {"betrokkene", een_betrokkene()},
            {"signalen", l({een_signaal("s-1"), een_signaal("s-2", "politie_om"), een_signaal("s-3", "zorg")})}});
}

Waarde een_aanmelding() {
  return k(
      {{"ontvangen", "2026-03-02"},
       {"ontvangen_door", "burgemeester"},
       {"aangemeld_door", "college"},
       {"kwaliteitstoets", k({{"door", "jeugdzorg"}, {"datum", "2026-03-02"}, {"gecontroleerd", "de feiten"}})}});
}

Waarde een_stem(const char* id, const char* organisatie, const char* standpunt) {
  return k({{"id", id},
            {"organisatie", organisatie},
            {"standpunt", standpunt},
            {"naam", "A. Lid"},
            {"motivering", k({{"tekst", "de signalen zijn ernstig"}})},
            {"bron", "zelf"}});
}

Waarde drie_stemmen() {
  return l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie"), een_stem("t-3", "om")});
}

Waarde een_weging(const char* besluit) {
  const Waarde criterium = k({{"stand", "bevinding"}, {"tekst", "er is iets"}, {"signalen", l({"s-1"})}});
  Waarde w =
      k({{"stap", "besluit"},
         {"datum", "2026-03-04"},
         {"wijze", "overleg"},
         {"doel", k({{"past", "ja"}, {"tekst", "past bij artikel 2"}})},
         {"criteria", k({{"geweld", criterium},
                         {"denkbeelden", criterium},
                         {"sociale_relaties", criterium},
                         {"identificatie", criterium},
                         {"zelfredzaamheid", criterium}})},
         {"stemmen", drie_stemmen()},
         {"besluit", besluit},
         {"uitstroomvoorwaarden",
          l({k({{"id", "u-1"}, {"voorwaarde", k({{"tekst", "heeft werk"}})}, {"toetsdatum", "2026-09-01"}})})}});
  if (w.tekst_van("besluit") == "opnemen") {
    w.zet("deelnemers", l({k({{"id", "d-1"},
                              {"gebruiker", "pol1"},
                              {"compartimenten", l({"identiteit", "zaak"})},
                              {"waarom", "wijkagent"}})}));
  }
  return w;
}

Waarde een_herweging(const char* datum) {
  return k(
      {{"stap", "herweging"}, {"datum", datum}, {"stemmen", drie_stemmen()}, {"noodzaak", "nog_noodzakelijk"}});
}

Waarde een_profiel() {
  const Waarde aspect = k({{"huidig", "zorgelijk"},
                           {"haalbaar", "voldoende"},
                           {"tekst", "zie beoordelingen"},
                           {"signalen", l({"s-1"})}});
  return k({{"datum", "2026-03-18"},
            {"aspecten", k({{"zelfredzaamheid", aspect},
                            {"identiteit", aspect},
                            {"sociale_relaties", aspect},
                            {"ideologie", aspect},
                            {"actie_en_geweldsbereidheid", aspect}})}});
}

Waarde een_plan() {
  return k(
      {{"stap", "opstelling"},
       {"datum", "2026-03-20"},
       {"doelen", l({k({{"id", "o-1"}, {"aspect", "ideologie"}, {"doel", "praat met andersdenkenden"}})})},
       {"interventies", l({k({{"id", "i-1"},
                              {"start", "2026-04-01"},
                              {"duur", "6m"},
                              {"evaluatiedatum", "2026-06-15"},
                              {"aspect", "ideologie"},
                              {"wat", "gesprekken"},
                              {"uitvoerder", "politie"},
                              {"verantwoordelijke", "burgemeester"}})})},
       {"acties", l({k({{"id", "a-1"}, {"uiterlijk", "2026-04-10"}, {"wat", "bellen"}, {"wie", "regisseur"}})})}});
}

Waarde een_evaluatie() {
  return k({{"stap", "evaluatie"},
            {"datum", "2026-06-12"},
            {"interventie", "i-1"},
            {"uitkomst", "doorgaan"},
            {"resultaten", l({k({{"id", "k-1"}, {"doel", "o-1"}, {"bereikt", "deels"}, {"tekst", "praat mee"}})})},
            {"volgende_evaluatie", "2026-09-01"}});
}

Waarde een_notificatie(const char* stap, const char* datum) {
  return k({{"stap", stap},
            {"datum", datum},
            {"betrokkenen", l({k({{"id", "b-1"}, {"geadresseerde", "betrokkene"}})})}});
}

Waarde een_uitstel() {
  Waarde lid_2 = Waarde::kaart();
  for (const char* letter : {"a", "b", "c", "d", "e", "f", "g", "h"}) lid_2.zet(letter, "een antwoord");
  return k({{"stap", "uitgesteld"},
            {"datum", "2026-03-20"},
            {"betrokkenen", l({k({{"id", "b-1"}, {"noodzaak", "anders gaat bewijs verloren"}})})},
            {"ingeroepen_door", l({"politie"})},
            {"gronden", l({"uavg_41_1_d"})},
            {"evenredigheid", "niets lichters helpt"},
            {"lid_2", lid_2},
            {"herziening", "2026-06-19"}});
}

Waarde een_voorstel() {
  return k({{"stap", "voorstel"},
            {"datum", "2026-08-20"},
            {"voorstel", "afsluiten"},
            {"toelichting", k({{"tekst", "de doelen zijn bereikt"}})},
            {"per_doel", l({k({{"id", "o-1"}, {"bereikt", "ja"}, {"tekst", "praat met andersdenkenden"}})})}});
}

Waarde een_afsluiting() {
  return k(
      {{"stap", "besluit"},
       {"datum", "2026-08-25"},
       {"reden", "doelen_bereikt"},
       {"toelichting", k({{"tekst", "klaar"}})},
       {"laatste_verwerking", "2026-08-25"},
       {"stemmen", drie_stemmen()},
       {"betrokkenen",
        l({k({{"id", "b-1"}, {"genotificeerd", "ja"}, {"brief", "verzonden"}, {"brief_datum", "2026-08-25"}})})}});
}

Waarde een_lopende() {
  return k({{"datum", "2026-01-12"},
            {"besluit", k({{"datum", "2025-09-10"}, {"grondslag", "artikel_5"}})},
            {"ontvangen", "2025-09-01"},
            {"notificatie", k({{"stand", "verzonden"}, {"datum", "2025-10-01"}})},
            {"betrokkene", een_betrokkene()}});
}

Waarde een_datalek() {
  return k({{"id", "l-1"},
            {"stap", "ontdekt"},
            {"datum", "2026-10-23"},
            {"tijd", "16:20"},
            {"aard", "brief verkeerd bezorgd"},
            {"aantallen", "één"},
            {"contact", "de FG"},
            {"gevolgen", "een buur weet het"},
            {"maatregelen", "opgehaald"},
            {"risico", "wel"},
            {"reden_risico", "een brief"}});
}

Waarde een_stap(const char* id, const char* stap, const char* datum) {
  return k({{"id", id}, {"stap", stap}, {"datum", datum}});
}

Zaak& Zaak::als(const char* id, const char* organisatie_, const char* rol) {
  door = id;
  organisatie = organisatie_;
  rollen = {rol};
  return *this;
}

proces::Nieuw Zaak::nieuw(const char* soort, Waarde document) const {
  proces::Nieuw n{
      soort, std::move(document), vervangt, door, organisatie, rollen, Datum::lees(peildatum).value(), gebruikers};
  int teller = 0;
  proces::vul_aan(n, dossier(), beleid,
                  [&](char letter) { return std::string(1, letter) + "-n" + std::to_string(++teller); });
  return n;
}

std::vector<Bevinding> Zaak::toets(const char* soort, Waarde document) const {
  return proces::toets(dossier(), nieuw(soort, std::move(document)), beleid);
}

std::string Zaak::zet(const char* soort, Waarde document, std::vector<std::string> vorige) {
  proces::Nieuw n = nieuw(soort, std::move(document));
  Waarde::Lijst oud(vervangt.begin(), vervangt.end());
  if (!oud.empty()) n.inhoud.zet("vervangt", Waarde(oud));
  std::optional<Datum> dag = Datum::lees(n.inhoud.tekst_van("datum"));
  if (!dag) dag = Datum::lees(n.inhoud.tekst_van("ontvangen"));
  // Digests that sort unlike the order of writing, as real ones do.
  char digest[16];
  const auto nummer = static_cast<unsigned>(stukken_.size() + 1);
  (void)std::snprintf(digest, sizeof digest, "b2:%08x", nummer * 2654435761U);
  stukken_.push_back({digest, std::move(vorige), dag.value_or(n.peildatum), door, organisatie, soort, n.inhoud,
                      std::vector<Compartiment>(kCompartimenten.begin(), kCompartimenten.end()), rollen});
  return digest;
}

std::string Zaak::voeg(const char* soort, Waarde document) {
  const std::string digest = zet(soort, std::move(document), koppen_);
  koppen_ = {digest};
  return digest;
}

std::string Zaak::voeg_naast(const char* soort, Waarde document, const std::string& na) {
  const std::string digest = zet(soort, std::move(document), {na});
  koppen_.push_back(digest);
  return digest;
}

proces::Dossier Zaak::dossier() const { return proces::vouw(stukken_, beleid); }

Zaak aangemeld() {
  Zaak z;
  z.voeg("melding", een_melding());
  z.voeg("aanmelding", een_aanmelding());
  return z;
}

Zaak opgenomen() {
  Zaak z = aangemeld();
  z.voeg("weging", een_weging());
  return z;
}

Zaak ver() {
  Zaak z = opgenomen();
  z.voeg("notificatie", een_notificatie("verzonden", "2026-03-16"));
  z.voeg("profiel", een_profiel());
  z.voeg("plan", een_plan());
  z.voeg("afsluiting", een_voorstel());
  return z;
}

bool zegt(const std::vector<Bevinding>& bevindingen, FoutSoort soort, std::string_view wat,
          std::string_view grondslag) {
  return std::any_of(bevindingen.begin(), bevindingen.end(), [&](const Bevinding& b) {
    return b.soort == soort && b.wat.find(wat) != std::string::npos &&
           b.grondslag.find(grondslag) != std::string::npos;
  });
}

std::vector<Bevinding> bevindingen_op(const Zaak& zaak, Datum dag) {
  const proces::Dossier d = zaak.dossier();
  return proces::bevindingen(d, termijn::bereken(d.feiten, zaak.beleid.termijnen, dag), zaak.beleid);
}

std::string feiten_over(const proces::Dossier& dossier, const std::string& ref) {
  std::string uit;
  for (const termijn::Feit& f : dossier.feiten) {
    if (f.ref != ref) continue;
    uit += (uit.empty() ? "" : ", ") + std::string(termijn::naam(f.soort)) + " " + f.datum.tekst();
    if (f.minuut) uit += " " + std::to_string(*f.minuut);
    if (f.tot) uit += " tot " + f.tot->tekst();
  }
  return uit;
}

std::string toon(const std::vector<Bevinding>& bevindingen) {
  std::string uit;
  for (const Bevinding& b : bevindingen) {
    uit += std::string(naam(b.soort)) + ": " + b.wat + " | " + b.tip + " | " + b.grondslag + "\n";
  }
  return uit;
}

}  // namespace pga::test
