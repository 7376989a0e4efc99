// SPDX-License-Identifier: EUPL-1.2
//
// What no letter may hold: a dossier in which everything that is not for a letter carries a canary, sealed and
// opened again, and every letter in every form.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/kast/brief.h"
#include "lib/schema/schema.h"
#include "lib/weergave/brief.h"
#include "tests/kast/hulp.h"

using namespace pga;
using namespace pga::test;
using proces::BriefSoort;

namespace {

const char* const kHoofd = "Anouk Zwartepoort";
const char* const kHoofdAdres = "Hazelaarstraat 77, 0000 AB Waterbeek";
const char* const kEen = "Berend Kuiperdal";
const char* const kEenAdres = "Berkenlaan 5, 0000 AC Waterbeek";
const char* const kTwee = "Coby Vlinderman";
const char* const kTweeAdres = "Cederhof 9, 0000 AD Waterbeek";

/// A document in which every field is filled: choices as they come, days, and else a canary.
Waarde vol(const schema::Knoop& knoop, const std::string& zout, const std::string& herkomst, int diepte = 0) {
  if (knoop.type() == "object" || !knoop.velden().empty()) {
    Waarde kaart = Waarde::kaart();
    for (const std::string& naam : knoop.velden()) {
      if (diepte > 8) continue;
      kaart.zet(naam, naam == "herkomst" ? Waarde(herkomst) : vol(*knoop.veld(naam), zout, herkomst, diepte + 1));
    }
    return kaart;
  }
  if (knoop.items() != nullptr) return Waarde::lijst_({vol(*knoop.items(), zout, herkomst, diepte + 1)});
  if (!knoop.keuzes().empty()) return knoop.keuzes().front();
  if (knoop.type() == "integer") return 7;
  if (knoop.formaat() == "date") return "2026-03-01";
  return "kanarie" + zout;
}

Waarde persoon(const std::string& id, const char* naam, const char* veld, const char* adres,
               const std::string& zout) {
  Waarde w = Waarde::kaart();
  w.zet("id", id);
  w.zet("naam", naam);
  w.zet(veld, adres);
  w.zet("geboortedatum", "1991-04-17");
  w.zet("bsn", "kanarie" + zout);
  for (const char* vrij : {"relatie", "relevantie", "telefoon", "email", "gemeente_van_verblijf"}) {
    w.zet(vrij, "kanarie" + zout);
  }
  w.zet("identificeerbaar", "ja");
  Waarde gezag = Waarde::kaart();
  for (const char* vrij : {"id", "naam", "relatie", "contact"}) gezag.zet(vrij, "kanarie" + zout);
  w.zet("gezagdragers", Waarde::lijst_({gezag}));
  Waarde detentie = Waarde::kaart();
  detentie.zet("inrichting", "kanarie" + zout);
  w.zet("detentie", detentie);
  return w;
}

Waarde alleen_velden(Waarde w, const schema::Knoop& knoop) {
  const std::vector<Veld> velden = w.velden();
  for (const Veld& v : velden) {
    if (knoop.veld(v.naam) == nullptr) w.verwijder(v.naam);
  }
  return w;
}

/// Fills a dossier with every soort, three times: as ordinary, police and care data.
class Vol {
 public:
  explicit Vol(std::string zout, const char* besluit = "opnemen")
      : zout_(std::move(zout)), nummer_(kast_.melding()) {
    for (const char* herkomst : {"algemeen", "politie_om", "zorg"}) {
      for (const char* soort :
           {"aanmelding", "aanvulling", "melding", "weging", "beoordeling", "profiel", "plan"}) {
        Waarde w = document(soort, herkomst);
        if (std::string(soort) == "weging") {
          w.zet("stap", "besluit");
          w.zet("besluit", besluit);
          w.verwijder("deelnemers");  // who takes part gets keys; not what this is about
          w.zet("stemmen", stemmen(herkomst));
        }
        leg_vast(soort, w);
      }
      notificatie("uitgesteld", herkomst);
    }
  }

  void notificatie(const char* stap, const std::string& herkomst = "algemeen") {
    Waarde n = document("notificatie", herkomst);
    n.zet("stap", stap);
    Waarde bij = Waarde::lijst_();
    for (const char* id : {"b1", "r1", "r2"}) {
      Waarde b = n.items_van("betrokkenen").front();
      b.zet("id", id);
      b.zet("leeftijd", 34);
      bij.voeg_toe(b);
    }
    n.zet("betrokkenen", bij);
    leg_vast("notificatie", n);
  }

  void sluit() {
    Waarde a = document("afsluiting", "algemeen");
    a.zet("stap", "besluit");
    leg_vast("afsluiting", a);
  }

  [[nodiscard]] kast::GeladenDossier laad(const std::string& wie = "reg1") const {
    return kast_.laad(nummer_, wie);
  }
  [[nodiscard]] const std::string& nummer() const { return nummer_; }

 private:
  Waarde document(const std::string& soort, const std::string& herkomst) const {
    const schema::Knoop& knoop = schema::schema(soort);
    Waarde w = vol(knoop, zout_, herkomst);
    if (knoop.veld("betrokkene") != nullptr) {
      w.zet("betrokkene",
            alleen_velden(persoon("b1", kHoofd, "adres", kHoofdAdres, zout_), *knoop.veld("betrokkene")));
    }
    if (knoop.veld("relaties") != nullptr) {
      const schema::Knoop& relatie = *knoop.veld("relaties")->items();
      w.zet("relaties",
            Waarde::lijst_({alleen_velden(persoon("r1", kEen, "contact", kEenAdres, zout_), relatie),
                            alleen_velden(persoon("r2", kTwee, "contact", kTweeAdres, zout_), relatie)}));
    }
    if (knoop.veld("signalen") != nullptr && knoop.veld("signalen")->items()->veld("ingebracht_door") != nullptr) {
      Waarde s = w.items_van("signalen").front();
      s.zet("id", "s-" + herkomst.substr(0, 2) + soort.substr(0, 4));
      Waarde bekend = s;
      bekend.zet("id", s.tekst_van("id") + "b");
      bekend.zet("ingebracht_door", "politie");
      w.zet("signalen", Waarde::lijst_({s, bekend}));
    }
    return w;
  }

  Waarde stemmen(const std::string& herkomst) const {
    Waarde uit = Waarde::lijst_();
    for (const char* o : {"burgemeester", "politie", "om"}) {
      Waarde s = document("weging", herkomst).items_van("stemmen").front();
      s.zet("id", std::string("st-") + o);
      s.zet("organisatie", o);
      s.zet("standpunt", "voor");
      uit.voeg_toe(s);
    }
    return uit;
  }

  void leg_vast(const std::string& soort, const Waarde& w) {
    const kast::Kast kast = kast_.open();
    const kast::Lezer wie = kast_.lezer("reg1");
    const kast::GeladenDossier dossier = kast::laad(kast, *Nummer::lees(nummer_), wie, kast::Diepte::alles);
    const Datum dag(2026, 3, 1);
    kast::voer_uit(kast::voeg_stuk_toe(kast, wie, dossier, {soort, w, dag, "2026-03-01T10:00:00+01:00", {}}));
  }

  ProefKast kast_;
  std::string zout_;
  std::string nummer_;
};

proces::BriefBeheer beheer() {
  return {"Waterbeek",
          {"Het contactpunt", "Marktplein 1, 0000 AA Waterbeek", "", "pga@waterbeek.example"},
          {"De FG", "Marktplein 1, 0000 AA Waterbeek", "", ""},
          {}};
}

proces::BriefVraag vraag(BriefSoort soort, const std::string& betrokkene) {
  proces::BriefVraag v;
  v.soort = soort;
  v.betrokkene = betrokkene;
  v.nummer = "k7q2-m4xd";
  v.peildatum = Datum(2026, 3, 2);
  return v;
}

/// The three forms together; empty when the letter is refused.
std::string brief(const kast::GeladenDossier& dossier, const proces::BriefVraag& v) {
  const proces::BriefUitkomst u =
      proces::verzamel_brief(kast::brief_stukken(dossier), beheer(), proces::Beleid(), v);
  for (const Bevinding& b : u.bevindingen) {
    INFO(b.wat);
    CHECK(b.soort == FoutSoort::bevinding);
    if (b.soort != FoutSoort::bevinding) return {};
  }
  const auto b = weergave::maak_brief(u.gegevens, weergave::ingebouwd_sjabloon(u.gegevens.sjabloon), "ingebouwd");
  return weergave::brief_tekst(b.blad) + weergave::brief_html(b.blad) + weergave::brief_fodt(b.blad);
}

std::string klein(std::string tekst) {
  for (char& c : tekst) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return tekst;
}

bool heeft(const std::string& tekst, const std::string& deel) {
  return klein(tekst).find(klein(deel)) != std::string::npos;
}

std::size_t kanaries(const Waarde& w) {
  std::size_t n = w.is_tekst() && heeft(w.tekst(), "kanarie") ? 1 : 0;
  if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) n += kanaries(item);
  } else if (w.is_kaart()) {
    for (const Veld& v : w.velden()) n += kanaries(v.waarde);
  }
  return n;
}

void geen_kanarie(const std::string& tekst) {
  REQUIRE_FALSE(tekst.empty());
  const std::size_t plek = klein(tekst).find("kanarie");
  if (plek != std::string::npos) MESSAGE(tekst.substr(plek > 80 ? plek - 80 : 0, 160));
  CHECK(plek == std::string::npos);
}

/// Nothing by which somebody else in the dossier, or the dossier, could be known.
void alleen_over(const std::string& tekst, const std::string& nummer, const std::vector<const char*>& anderen) {
  for (const char* ander : anderen) {
    INFO(ander);
    CHECK_FALSE(heeft(tekst, ander));
  }
  for (const std::string& geen : {nummer, std::string("1991"), std::string("17 april"), std::string("b1"),
                                  std::string("r1"), std::string("r2")}) {
    INFO(geen);
    CHECK_FALSE(heeft(tekst, geen));
  }
}

}  // namespace

TEST_CASE("the dossier of these tests has a canary in every compartment but termijnen") {
  const Vol vol("een");
  const kast::GeladenDossier dossier = vol.laad();
  for (const Compartiment c : kCompartimenten) {
    if (c == Compartiment::termijnen) continue;
    INFO(naam(c));
    std::size_t n = 0;
    for (const kast::GeladenStuk& s : dossier.stukken) n += kanaries(*s.delen.at(static_cast<std::size_t>(c)));
    CHECK(n >= 3);
  }
}

TEST_CASE("no letter holds anything of strafrecht, zorg, melder, motivering or a free text of zaak") {
  Vol vol("een");
  const std::string hoofd = brief(vol.laad(), vraag(BriefSoort::notificatie, "b1"));
  geen_kanarie(hoofd);
  CHECK(heeft(hoofd, kHoofd));
  CHECK(heeft(hoofd, "Hazelaarstraat 77"));
  CHECK_FALSE(heeft(hoofd, "[vul in: andere organisaties"));  // the deferral in force withholds the sources
  alleen_over(hoofd, vol.nummer(), {"Berend", "Kuiperdal", "Berkenlaan", "Coby", "Vlinderman", "Cederhof"});

  vol.notificatie("grond_vervallen");
  const std::string heel = brief(vol.laad(), vraag(BriefSoort::notificatie, "b1"));
  geen_kanarie(heel);
  CHECK(heeft(heel, "[vul in: andere organisaties"));
  alleen_over(heel, vol.nummer(), {"Berend", "Kuiperdal", "Berkenlaan", "Coby", "Vlinderman", "Cederhof"});

  vol.notificatie("verzonden");
  vol.sluit();
  geen_kanarie(brief(vol.laad(), vraag(BriefSoort::afsluiting, "b1")));
}

TEST_CASE("a relative's letter tells nothing of the main person, of another relative, or which dossier it is") {
  Vol vol("een");
  vol.notificatie("verzonden");
  vol.sluit();
  const kast::GeladenDossier dossier = vol.laad();
  const std::vector<const char*> hoofd = {"Anouk", "Zwartepoort", "Hazelaarstraat"};
  const std::vector<const char*> een = {"Berend", "Kuiperdal", "Berkenlaan"};
  const std::vector<const char*> twee = {"Coby", "Vlinderman", "Cederhof"};
  for (const BriefSoort soort : {BriefSoort::notificatie, BriefSoort::afsluiting}) {
    INFO(proces::naam(soort));
    const std::string aan_een = brief(dossier, vraag(soort, "r1"));
    geen_kanarie(aan_een);
    CHECK(heeft(aan_een, kEen));
    alleen_over(aan_een, vol.nummer(), hoofd);
    alleen_over(aan_een, vol.nummer(), twee);
    const std::string aan_twee = brief(dossier, vraag(soort, "r2"));
    geen_kanarie(aan_twee);
    alleen_over(aan_twee, vol.nummer(), hoofd);
    alleen_over(aan_twee, vol.nummer(), een);
    // The two differ in the name and the address only.
    std::string gelijk = aan_twee;
    for (const auto& paar :
         {std::pair(kTwee, kEen), std::pair("Cederhof 9", "Berkenlaan 5"), std::pair("0000 AD", "0000 AC")}) {
      for (std::size_t i; (i = gelijk.find(paar.first)) != std::string::npos;) {
        gelijk.replace(i, std::string(paar.first).size(), paar.second);
      }
    }
    CHECK(gelijk == aan_een);
  }
}

TEST_CASE("the letter to a representative draws the representative's name and nothing else of the main person") {
  const Vol vol("een");
  proces::BriefVraag v = vraag(BriefSoort::notificatie, "r1");
  v.geadresseerde = proces::Geadresseerde::vertegenwoordiger;
  const std::string tekst = brief(vol.laad(), v);
  geen_kanarie(tekst);
  CHECK(heeft(tekst, "[vul in: naam]"));
  alleen_over(tekst, vol.nummer(), {"Anouk", "Zwartepoort", "Hazelaarstraat", "Berkenlaan"});
}

TEST_CASE("the feedback letter names nobody") {
  const Vol vol("een", "niet_opnemen");
  proces::BriefVraag v = vraag(BriefSoort::terugkoppeling, "");
  const std::string tekst = brief(vol.laad(), v);
  geen_kanarie(tekst);
  CHECK(heeft(tekst, "k7q2-m4xd"));
  for (const char* wie : {"Anouk", "Zwartepoort", "Berend", "Kuiperdal", "Hazelaarstraat", "1991", "b1"}) {
    CHECK_FALSE(heeft(tekst, wie));
  }
}

TEST_CASE("letters stay the same bytes when what they may not draw from changes") {
  // Two dossiers that differ in every text but those of the people's names and addresses.
  Vol een("een");
  Vol twee("heel anders");
  for (Vol* v : {&een, &twee}) {
    v->notificatie("verzonden");
    v->sluit();
  }
  for (const char* id : {"b1", "r1", "r2"}) {
    for (const BriefSoort soort : {BriefSoort::notificatie, BriefSoort::afsluiting}) {
      INFO(id, " ", proces::naam(soort));
      const std::string a = brief(een.laad(), vraag(soort, id));
      CHECK_FALSE(a.empty());
      CHECK(a == brief(twee.laad(), vraag(soort, id)));
    }
  }
}

TEST_CASE("what was joined or folded from other parts does not reach a letter") {
  const Vol vol("een");
  kast::GeladenDossier dossier = vol.laad();
  const std::string voor = brief(dossier, vraag(BriefSoort::notificatie, "b1"));
  Waarde gif = Waarde::kaart();
  Waarde b = Waarde::kaart();
  b.zet("id", "b1");
  b.zet("naam", "gif");
  gif.zet("betrokkene", b);
  Waarde s = Waarde::kaart();
  s.zet("id", "s-gif");
  s.zet("ingebracht_door", "reclassering");
  s.zet("categorie", "gezondheid_en_zorg");
  gif.zet("signalen", Waarde::lijst_({s}));
  for (kast::GeladenStuk& stuk : dossier.stukken) {
    for (const Compartiment c :
         {Compartiment::melder, Compartiment::motivering, Compartiment::strafrecht, Compartiment::zorg}) {
      stuk.delen.at(static_cast<std::size_t>(c)) = gif;
    }
    stuk.inhoud = gif;
  }
  dossier.dossier = proces::Dossier();
  CHECK(brief(dossier, vraag(BriefSoort::notificatie, "b1")) == voor);
}

TEST_CASE("who may not read names or zaak makes no letter, and hears what is missing") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  CHECK_NOTHROW((void)kast::brief_stukken(kast.laad(nummer, "pol1")));
  try {
    (void)kast::brief_stukken(kast.laad(nummer, "wacht1"));
    FAIL("the termijnwacht made a letter");
  } catch (const Fout& e) {
    CHECK(e.soort() == FoutSoort::sleutel);
    CHECK(bevat(e.bevindingen(), FoutSoort::sleutel, "opent identiteit en zaak van dossier"));
  }
  CHECK_THROWS_AS((void)kast::brief_stukken(kast.laad(nummer, "rvdk1")), Fout);
}

TEST_CASE("a beoordeling that is closed to the maker does not stand in the way") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  (void)kast.stuk(nummer, "1-opgenomen/03-weging");
  (void)kast.stuk(nummer, "1-opgenomen/07-beoordeling-reg1", "reg1", Datum(2026, 3, 6));
  CHECK_NOTHROW((void)kast::brief_stukken(kast.laad(nummer, "pol1")));
}

TEST_CASE("no letter from a dossier in which something was changed") {
  const ProefKast kast;
  const std::string nummer = kast.melding();
  (void)kast.stuk(nummer, "1-opgenomen/03-weging");
  const kast::Pad pad = kast.laad(nummer, "reg1").stukken.back().bestand;
  overschrijf(pad, lees(pad) + " ");
  CHECK_THROWS_AS((void)kast::brief_stukken(kast.laad(nummer, "reg1")), Fout);
}
