// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "lib/proces/dossier.h"
#include "lib/proces/vervolg.h"
#include "lib/termijn/termijn.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;

namespace {

/// All of a Dossier that a reader can see, as text: equal texts mean equal dossiers.
std::string afdruk(const Dossier& d) {
  std::string uit(naam(d.fase));
  const auto dag = [](const std::optional<Datum>& x) { return x ? x->tekst() : std::string("-"); };
  for (const StukRegel& s : d.stukken) uit += "\n" + s.digest + s.soort + s.stap + s.vervangen_door;
  for (const termijn::Feit& f : d.feiten) {
    uit += "\n" + std::string(tekst(f.soort)) + f.datum.tekst() + f.betrokkene + f.stuk + f.ref + dag(f.tot);
  }
  for (const Betrokkene& b : d.betrokkenen) {
    uit += "\n" + b.id + std::string(naam(b.notificatie)) + dag(b.herziening) + std::to_string(b.verlengingen);
    if (!b.uitstel) continue;
    const Uitstel& u = *b.uitstel;
    uit += u.sinds.tekst() + dag(u.ingezien_op) + dag(u.vervallen_op) + dag(u.gemeld_op) + dag(u.doorkruist_op);
  }
  for (const Stemming& s : d.stemmen) uit += "\n" + s.stuk + s.id + std::string(naam(s.stand)) + s.bevestigd_door;
  for (const Besluit& b : d.besluiten) uit += "\n" + b.stuk;
  for (const Interventie& i : d.interventies) uit += "\n" + i.velden.id + dag(i.velden.evaluatiedatum);
  for (const Voorwaarde& v : d.voorwaarden) uit += "\n" + v.velden.id + dag(v.getoetst_op);
  return uit + toon(d.bevindingen);
}

bool feit(const Dossier& d, termijn::FeitSoort soort, const char* dag, const char* betrokkene = "") {
  return std::any_of(d.feiten.begin(), d.feiten.end(), [&](const termijn::Feit& f) {
    return f.soort == soort && f.datum.tekst() == dag && f.betrokkene == betrokkene;
  });
}

const Stemming& stem(const Dossier& d, const std::string& id) {
  return *std::find_if(d.stemmen.begin(), d.stemmen.end(), [&](const Stemming& s) { return s.id == id; });
}

Waarde bevestiging(const std::string& stuk, const char* id, const char* klopt) {
  return k({{"datum", "2026-03-06"}, {"stuk", stuk}, {"stem", id}, {"klopt", klopt}});
}

}  // namespace

TEST_CASE("the phase follows the stukken from melding to afgesloten") {
  Zaak z;
  CHECK(z.dossier().leeg());
  z.voeg("melding", een_melding());
  CHECK(z.dossier().fase == Fase::melding);
  CHECK(procesfase(z.dossier()) == "melding");
  z.voeg("aanmelding", een_aanmelding());
  CHECK(z.dossier().fase == Fase::weging);
  z.voeg("weging", met(een_weging("aanhouden"), "aanhouden", k({{"tot", "2026-04-01"}})));
  CHECK(z.dossier().fase == Fase::aangehouden);
  CHECK(procesfase(z.dossier()) == "weging");
  z.voeg("weging", een_weging());
  CHECK(z.dossier().fase == Fase::opgenomen);
  CHECK(procesfase(z.dossier()) == "casusoverleg");
  z.voeg("afsluiting", een_voorstel());
  CHECK(procesfase(z.dossier()) == "monitoren & afsluiten");
  z.voeg("afsluiting", een_afsluiting());
  CHECK(z.dossier().fase == Fase::afgesloten);
  CHECK(z.dossier().afgesloten_op == Datum(2026, 8, 25));
}

TEST_CASE("a melding that is ended is closed, and a case that is refused is niet_opgenomen") {
  Zaak z;
  z.voeg("melding", een_melding());
  z.voeg("afdoening", k({{"datum", "2026-03-03"}, {"uitkomst", "niet_voorgedragen"}}));
  CHECK(z.dossier().fase == Fase::afgesloten);
  CHECK(z.dossier().afgedaan);
  CHECK(feit(z.dossier(), termijn::FeitSoort::afgedaan, "2026-03-03"));
  Zaak n;
  n.voeg("aanmelding",
         met(met(een_aanmelding(), "betrokkene", een_betrokkene()), "signalen", l({een_signaal("s-1")})));
  n.voeg("weging", een_weging("niet_opnemen"));
  CHECK(n.dossier().fase == Fase::niet_opgenomen);
  const Dossier d = n.dossier();
  const auto terug = std::find_if(d.feiten.begin(), d.feiten.end(), [](const termijn::Feit& f) {
    return f.soort == termijn::FeitSoort::terug_te_koppelen;
  });
  REQUIRE(terug != d.feiten.end());
  CHECK(terug->ref == "college");
}

TEST_CASE("the facts of a case give its terms: notification, herweging, condition, evaluation") {
  Zaak z = opgenomen();
  z.voeg("plan", een_plan());
  const Dossier d = z.dossier();
  const auto lijst = termijn::bereken(d.feiten, z.beleid.termijnen, Datum(2026, 3, 21));
  const auto uiterlijk = [&](const char* regel) {
    const auto it =
        std::find_if(lijst.begin(), lijst.end(), [&](const termijn::Termijn& t) { return t.regel == regel; });
    return it == lijst.end() ? std::string() : it->uiterlijk->tekst();
  };
  CHECK(uiterlijk("notificatie") == "2026-04-07");
  CHECK(uiterlijk("herweging") == "2026-09-04");
  CHECK(uiterlijk("uitstroomtoets") == "2026-09-01");
  CHECK(uiterlijk("evaluatie") == "2026-06-15");
  CHECK(uiterlijk("vernietiging_uiterlijk") == "2031-03-20");
}

TEST_CASE("no duty to notify a legal person, someone who died before, or who cannot be identified") {
  Zaak z = opgenomen();
  const Waarde wie = k({{"naam", "X"}, {"relatie", "kennis"}});
  z.voeg("aanvulling",
         k({{"datum", "2026-03-10"},
            {"relaties", l({met(met(wie, "id", "r-1"), "soort", "rechtspersoon"),
                            met(met(wie, "id", "r-2"), "identificeerbaar", "nee"),
                            met(met(wie, "id", "r-3"), "overleden_op", "2020-01-01"),
                            met(met(wie, "id", "r-4"), "identificeerbaar", "onbekend"), met(wie, "id", "r-5")})}}));
  const Dossier d = z.dossier();
  for (const char* id : {"r-1", "r-2", "r-3"}) {
    CHECK(d.betrokkene(id)->notificatie == NotificatieStand::geen);
    CHECK_FALSE(feit(d, termijn::FeitSoort::betrokkene, "2026-03-10", id));
  }
  for (const char* id : {"r-4", "r-5"}) CHECK(feit(d, termijn::FeitSoort::betrokkene, "2026-03-10", id));
  CHECK(d.betrokkenen.front().id == "b-1");
  CHECK(d.betrokkenen.front().naam == "Jan de Proef");
}

TEST_CASE("a deferral is followed through review to the lapse of its ground") {
  Zaak z = opgenomen();
  z.voeg("notificatie", met(een_uitstel(), "herziening", ""));
  CHECK(z.dossier().betrokkene("b-1")->notificatie == NotificatieStand::uitgesteld);
  CHECK(z.dossier().betrokkene("b-1")->herziening == Datum(2026, 6, 20));
  z.voeg("notificatie", met(een_notificatie("heroverwogen", "2026-06-18"), "uitkomst", "handhaven"));
  CHECK(z.dossier().betrokkene("b-1")->verlengingen == 1);
  CHECK(z.dossier().betrokkene("b-1")->herziening == Datum(2026, 9, 18));
  z.voeg("notificatie", met(een_notificatie("heroverwogen", "2026-09-10"), "uitkomst", "vervallen"));
  CHECK(z.dossier().betrokkene("b-1")->notificatie == NotificatieStand::grond_vervallen);
  CHECK(feit(z.dossier(), termijn::FeitSoort::grond_vervallen, "2026-09-10", "b-1"));
}

TEST_CASE("a review that upholds a deferral that is not there makes none") {
  const Waarde hand = met(een_notificatie("heroverwogen", "2026-06-18"), "uitkomst", "handhaven");
  Zaak nooit = opgenomen();
  nooit.voeg("notificatie", hand);
  const Dossier d = nooit.dossier();
  const Betrokkene* b = d.betrokkene("b-1");
  CHECK(b->notificatie == NotificatieStand::open);
  CHECK_FALSE(b->uitstel);
  CHECK_FALSE(b->herziening);
  CHECK(b->verlengingen == 0);
  CHECK_FALSE(feit(d, termijn::FeitSoort::gehandhaafd, "2026-06-18", "b-1"));
  ZEGT(d.bevindingen, FoutSoort::bevinding, "loopt geen uitstel");
  const std::vector<NotificatieStap> kan = vervolgstappen(d, *b);
  for (const NotificatieStap s : {NotificatieStap::verzonden, NotificatieStap::uitgesteld}) {
    CHECK(std::find(kan.begin(), kan.end(), s) != kan.end());
  }
  // Nor after the betrokkene was told, or the ground is gone.
  Zaak verteld = opgenomen();
  verteld.voeg("notificatie", een_notificatie("verzonden", "2026-03-16"));
  verteld.voeg("notificatie", hand);
  CHECK(verteld.dossier().betrokkene("b-1")->notificatie == NotificatieStand::verzonden);
  Zaak weg = opgenomen();
  weg.voeg("notificatie", een_uitstel());
  weg.voeg("notificatie", met(een_notificatie("heroverwogen", "2026-05-10"), "uitkomst", "vervallen"));
  weg.voeg("notificatie", hand);
  CHECK(weg.dossier().betrokkene("b-1")->notificatie == NotificatieStand::grond_vervallen);
}

TEST_CASE("the fold gives the same result for every order of the same stukken") {
  Zaak z = ver();
  const std::string na = z.stukken()[2].digest;
  z.voeg_naast("aanvulling", k({{"datum", "2026-03-09"}}), na);
  z.voeg_naast("notificatie", een_notificatie("eerste_contact", "2026-03-11"), na);
  z.voeg("plan", een_evaluatie());
  z.vervangt = {z.stukken()[5].digest};
  z.voeg("plan", met(een_plan(), "datum", "2026-03-21"));
  const std::string verwacht = afdruk(z.dossier());
  std::vector<Invoer> stukken = z.stukken();
  std::mt19937 toeval(20260304);
  for (int i = 0; i < 200; ++i) {
    std::shuffle(stukken.begin(), stukken.end(), toeval);
    REQUIRE(afdruk(vouw(stukken, z.beleid)) == verwacht);
  }
}

TEST_CASE("sorting puts each stuk after those it links to, and survives a circle and a missing link") {
  Zaak z = ver();
  std::vector<Invoer> stukken = z.stukken();
  std::reverse(stukken.begin(), stukken.end());
  const std::vector<Invoer> rij = sorteer(stukken);
  for (std::size_t i = 0; i < rij.size(); ++i) CHECK(rij[i].digest == z.stukken()[i].digest);
  stukken[0].vorige = {"b2:afwezig"};
  CHECK(sorteer(stukken).size() == stukken.size());
  stukken.back().vorige = {stukken.front().digest};
  stukken.front().vorige = {stukken.back().digest};
  CHECK(sorteer(stukken).size() == stukken.size());
  CHECK(vouw(stukken, z.beleid).stukken.size() == stukken.size());
}

TEST_CASE("what follows a missing stuk stays after what came before it") {
  const Zaak z = ver();
  for (std::size_t weg = 0; weg < z.stukken().size(); ++weg) {
    std::vector<Invoer> rest = z.stukken();
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(weg));
    const std::vector<Invoer> rij = sorteer(rest);
    for (std::size_t i = 0; i < rest.size(); ++i) CHECK(rij[i].digest == rest[i].digest);
  }
}

TEST_CASE("a correction takes the place of what it corrects, and what came after still counts") {
  Zaak z = ver();
  z.voeg("plan", een_evaluatie());
  z.vervangt = {z.stukken()[5].digest};
  Waarde plan = een_plan();
  plan.vind("interventies")->lijst()[0].zet("evaluatiedatum", "2026-06-20");
  z.voeg("plan", plan);
  const Dossier d = z.dossier();
  CHECK(d.bevindingen.empty());
  REQUIRE(d.interventies.size() == 1);
  CHECK(d.interventies[0].velden.evaluatiedatum == Datum(2026, 6, 20));
  CHECK(d.interventies[0].geevalueerd_op == Datum(2026, 6, 12));
  CHECK(d.stuk(z.stukken()[5].digest)->vervangen_door == z.stukken().back().digest);
}

TEST_CASE("a stuk cannot replace another kind of stuk, nor one beside it, nor one that is not there") {
  Zaak z = opgenomen();
  z.vervangt = {z.stukken()[0].digest};
  z.voeg("plan", een_plan());
  CHECK(zegt(z.dossier().bevindingen, FoutSoort::bevinding, "niet kan vervangen"));
  CHECK(z.dossier().stuk(z.stukken()[0].digest)->vervangen_door.empty());
  Zaak a = opgenomen();
  a.vervangt = {"b2:afwezig"};
  a.voeg("weging", een_weging());
  CHECK(zegt(a.dossier().bevindingen, FoutSoort::bevinding, "niet kan vervangen"));
}

TEST_CASE("two corrections of one stuk both count, and it is a finding") {
  Zaak z = ver();
  const std::string plan = z.stukken()[5].digest;
  const std::string kop = z.stukken().back().digest;
  z.vervangt = {plan};
  z.voeg_naast("plan", een_plan(), kop);
  z.voeg_naast("plan", een_plan(), kop);
  CHECK(zegt(z.dossier().bevindingen, FoutSoort::bevinding, "al vervangen"));
}

TEST_CASE("a dissent stays in the dossier after the stuk that recorded it was replaced") {
  Zaak z;
  z.voeg("melding", een_melding());
  z.voeg("aanmelding", een_aanmelding());
  const std::string oud =
      z.voeg("weging",
             met(een_weging("niet_opnemen"), "stemmen",
                 l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie", "tegen"), een_stem("t-3", "om")})));
  z.vervangt = {oud};
  z.voeg("weging", een_weging("opnemen"));
  const Dossier d = z.dossier();
  REQUIRE(d.stemmen.size() == 4);
  CHECK(d.stemmen[3].stuk == oud);
  CHECK(d.stemmen[3].standpunt == Standpunt::tegen);
  CHECK(d.stemmen[3].vervangen);
}

TEST_CASE("art. 5 lid 3: opnemen without three votes voor does not count") {
  Zaak z;
  z.voeg("melding", een_melding());
  z.voeg("aanmelding", een_aanmelding());
  z.voeg("weging", met(een_weging(), "stemmen", l({een_stem("t-1", "burgemeester"), een_stem("t-2", "politie")})));
  CHECK(z.dossier().fase == Fase::weging);
  CHECK(zegt(z.dossier().bevindingen, FoutSoort::bevinding, "niet eensluidend", "artikel 5, lid 3"));
}

TEST_CASE("contradictory decisions side by side are a finding, and the most restrained counts") {
  Zaak z;
  z.voeg("melding", een_melding());
  const std::string na = z.voeg("aanmelding", een_aanmelding());
  z.voeg_naast("weging", een_weging("opnemen"), na);
  z.voeg_naast("weging", een_weging("niet_opnemen"), na);
  CHECK(z.dossier().fase == Fase::niet_opgenomen);
  CHECK(zegt(z.dossier().bevindingen, FoutSoort::bevinding, "tegenstrijdige besluiten", "artikel 5, lid 3"));
  z.voeg("weging", een_weging("opnemen"));
  CHECK(z.dossier().fase == Fase::opgenomen);
  CHECK(z.dossier().bevindingen.empty());
}

TEST_CASE("to wait restrains more than to take up, and an ended melding more than any decision") {
  Zaak z = aangemeld();
  const std::string na = z.stukken().back().digest;
  z.voeg_naast("weging", een_weging("opnemen"), na);
  z.voeg_naast("weging", een_weging("aanhouden"), na);
  CHECK(z.dossier().fase == Fase::aangehouden);
  z.voeg_naast("afdoening", k({{"datum", "2026-03-03"}, {"uitkomst", "andere_gemeente"}}), na);
  CHECK(z.dossier().fase == Fase::afgesloten);
  CHECK(procesfase(z.dossier()) == "melding");
  CHECK(zegt(z.dossier().bevindingen, FoutSoort::bevinding, "dit stuk zegt: aangehouden"));
}

TEST_CASE("feedback and a first hand-out are facts") {
  Zaak z = aangemeld();
  z.voeg("notificatie", een_notificatie("eerste_verstrekking", "2026-03-03"));
  z.voeg("weging", een_weging("niet_opnemen"));
  z.voeg("weging", k({{"stap", "terugkoppeling"}, {"datum", "2026-03-06"}, {"aan", "college"}}));
  const Dossier d = z.dossier();
  CHECK(feit(d, termijn::FeitSoort::eerste_verstrekking, "2026-03-03", "b-1"));
  CHECK(feit(d, termijn::FeitSoort::teruggekoppeld, "2026-03-06"));
  CHECK(d.betrokkene("b-1")->notificatie == NotificatieStand::open);
}

TEST_CASE("a test, an evaluation or a notification of what is not there is a finding, not a fact") {
  Zaak z = opgenomen();
  z.voeg("weging", k({{"stap", "uitstroomtoets"}, {"datum", "2026-09-01"}, {"voorwaarde", "u-9"}}));
  z.voeg("plan", een_evaluatie());
  Waarde n = een_notificatie("verzonden", "2026-03-16");
  n.vind("betrokkenen")->lijst()[0].zet("id", "b-9");
  z.voeg("notificatie", n);
  const Dossier d = z.dossier();
  CHECK(zegt(d.bevindingen, FoutSoort::bevinding, "uitstroomvoorwaarde \"u-9\" is er niet"));
  CHECK(zegt(d.bevindingen, FoutSoort::bevinding, "interventie \"i-1\" staat niet in het plan"));
  CHECK(zegt(d.bevindingen, FoutSoort::bevinding, "betrokkene \"b-9\" van deze notificatie is er niet"));
  CHECK_FALSE(feit(d, termijn::FeitSoort::verzonden, "2026-03-16", "b-9"));
}

TEST_CASE("what is closed stays closed, whatever is written after it") {
  Zaak z = ver();
  z.voeg("afsluiting", een_afsluiting());
  z.voeg("weging", een_weging("opnemen"));
  CHECK(z.dossier().fase == Fase::afgesloten);
}

TEST_CASE("a vote is confirmed by a gebruiker of the same organisation only") {
  Zaak z = opgenomen();
  const std::string weging = z.stukken().back().digest;
  CHECK(stem(z.dossier(), "t-2").stand == StemStand::onbevestigd);
  z.als("om1", "om", "weegploeg").voeg("bevestiging", bevestiging(weging, "t-2", "ja"));
  CHECK(stem(z.dossier(), "t-2").stand == StemStand::onbevestigd);
  CHECK(zegt(z.dossier().bevindingen, FoutSoort::bevinding, "eigen organisatie"));
  z.als("pol1", "politie", "weegploeg").voeg("bevestiging", bevestiging(weging, "t-2", "ja"));
  CHECK(stem(z.dossier(), "t-2").stand == StemStand::bevestigd);
  CHECK(stem(z.dossier(), "t-2").bevestigd_door == "pol1");
}

TEST_CASE("a contradicted vote stays contradicted beside a confirmation, until one comes after it") {
  Zaak z = opgenomen();
  const std::string weging = z.stukken().back().digest;
  z.als("pol1", "politie", "weegploeg");
  z.voeg_naast("bevestiging", bevestiging(weging, "t-2", "ja"), weging);
  z.voeg_naast("bevestiging", bevestiging(weging, "t-2", "nee"), weging);
  CHECK(stem(z.dossier(), "t-2").stand == StemStand::weersproken);
  z.voeg("bevestiging", bevestiging(weging, "t-2", "ja"));
  CHECK(stem(z.dossier(), "t-2").stand == StemStand::bevestigd);
}

TEST_CASE("a contradicted vote that was replaced stays, also when its organisation dissented before that") {
  Zaak z = aangemeld();
  Waarde eerst = een_weging("aanhouden");
  Waarde* stemmen = eerst.vind("stemmen");
  REQUIRE(stemmen != nullptr);
  stemmen->lijst()[1].zet("standpunt", "tegen");
  z.voeg("weging", eerst);
  z.voeg("weging", een_weging("opnemen"));
  const std::string weging = z.stukken().back().digest;
  z.als("pol1", "politie", "weegploeg").voeg("bevestiging", bevestiging(weging, "t-2", "nee"));
  Waarde zonder = een_weging("opnemen");
  Waarde::Lijst& blijft = zonder.vind("stemmen")->lijst();
  blijft.erase(blijft.begin() + 1);
  z.als("reg1", "burgemeester", "regisseur");
  z.vervangt = {weging};
  z.voeg("weging", zonder);
  const Dossier d = z.dossier();
  CHECK(std::any_of(d.stemmen.begin(), d.stemmen.end(), [&](const Stemming& s) {
    return s.stuk == weging && s.id == "t-2" && s.stand == StemStand::weersproken;
  }));
}

TEST_CASE("a running case of before the Act asks for a herweging at once") {
  Zaak z;
  Waarde oud = een_lopende();
  oud.zet("besluit", k({{"datum", "2024-11-05"}, {"grondslag", "voor_1_juli_2025"}}));
  oud.zet("notificatie", k({{"stand", "verzonden"}, {"datum", "2024-11-20"}}));
  oud.verwijder("ontvangen");
  z.voeg("lopend", oud);
  const Dossier d = z.dossier();
  CHECK(d.fase == Fase::opgenomen);
  const auto lijst = termijn::bereken(d.feiten, z.beleid.termijnen, Datum(2026, 1, 13));
  const auto van = [&](const char* regel) {
    return std::find_if(lijst.begin(), lijst.end(), [&](const termijn::Termijn& t) { return t.regel == regel; });
  };
  REQUIRE(van("herweging") != lijst.end());
  CHECK(van("herweging")->uiterlijk == Datum(2026, 1, 12));
  REQUIRE(van("notificatie") != lijst.end());
  CHECK(van("notificatie")->status == termijn::Status::nagekomen);
  CHECK_FALSE(van("notificatie")->te_laat());
}

TEST_CASE("a running case counts from its last herweging under the Act; without one it is due at once") {
  const auto herweging_van = [](const Waarde& document) {
    Zaak z;
    z.voeg("lopend", document);
    const auto lijst = termijn::bereken(z.dossier().feiten, z.beleid.termijnen, Datum(2026, 1, 13));
    const auto it = std::find_if(lijst.begin(), lijst.end(), [](const termijn::Termijn& t) {
      return t.regel == "herweging" && t.status != termijn::Status::nagekomen;
    });
    return it == lijst.end() ? std::string() : it->uiterlijk->tekst();
  };
  CHECK(herweging_van(een_lopende()) == "2026-01-12");
  CHECK(herweging_van(met(een_lopende(), "laatste_herweging", "2025-12-01")) == "2026-06-01");
  CHECK(herweging_van(met(een_lopende(), "besluit", k({{"grondslag", "onbekend"}}))) == "2026-01-12");
}

TEST_CASE("art. 9: a closing decision sets the start of the five years, never after the closing itself") {
  Zaak z = ver();
  z.voeg("afsluiting", met(een_afsluiting(), "laatste_verwerking", "2026-08-20"));
  CHECK(z.dossier().laatste_verwerking == Datum(2026, 8, 20));
  Zaak later = ver();
  later.voeg("afsluiting", met(een_afsluiting(), "laatste_verwerking", "2026-12-01"));
  CHECK(later.dossier().laatste_verwerking == Datum(2026, 8, 25));
}

TEST_CASE("the fold works with the compartment termijnen alone") {
  Zaak z = opgenomen();
  std::vector<Invoer> stukken = z.stukken();
  for (Invoer& s : stukken) {
    s.open = {Compartiment::termijnen};
    s.inhoud.verwijder("signalen");
    s.inhoud.verwijder("doel");
    if (Waarde* b = s.inhoud.vind("betrokkene")) {
      b->verwijder("naam");
      b->verwijder("geboortedatum");
    }
  }
  const Dossier alles = z.dossier();
  const Dossier deel = vouw(stukken, z.beleid);
  CHECK(deel.fase == alles.fase);
  CHECK(deel.feiten == alles.feiten);
  CHECK(deel.betrokkenen.front().naam.empty());
  CHECK_FALSE(deel.signalen_volledig);
  CHECK(alles.signalen_volledig);
}

TEST_CASE("an unknown soort and a field that cannot be read are findings, and the rest counts") {
  Zaak z = opgenomen();
  z.voeg("toekomst", k({{"datum", "2026-03-09"}}));
  z.voeg("plan", met(een_plan(), "datum", "gisteren"));
  const Dossier d = z.dossier();
  CHECK(zegt(d.bevindingen, FoutSoort::bevinding, "\"toekomst\" is niet bekend"));
  CHECK(zegt(d.bevindingen, FoutSoort::bevinding, "het veld datum is niet te lezen"));
  CHECK(d.heeft_plan);
}

TEST_CASE("the end of a deelnemer's access is a term, until a later weging decides on it") {
  const auto wie = [](const char* tot) {
    Waarde d = k({{"gebruiker", "rvdk1"}, {"compartimenten", l({"termijnen", "zaak"})}, {"waarom", "zijn taak"}});
    return l({*tot == 0 ? d : met(d, "tot", tot)});
  };
  Zaak z;
  z.gebruikers = {{"rvdk1", "rvdk", {"deelnemer"}}};
  z.voeg("melding", een_melding());
  z.voeg("aanmelding", een_aanmelding());
  z.voeg("weging", met(een_weging(), "deelnemers", wie("2026-06-30")));
  const auto deelname = [&] {
    std::vector<std::string> uit;
    for (const termijn::Termijn& t : termijn::bereken(z.dossier().feiten, {}, Datum(2026, 12, 31))) {
      if (t.regel == "deelname")
        uit.push_back(t.onderwerp + ' ' + t.uiterlijk->tekst() + ' ' + std::string(naam(t.status)));
    }
    std::sort(uit.begin(), uit.end());
    return uit;
  };
  CHECK(deelname() == std::vector<std::string>{"rvdk1 2026-06-30 overschreden"});
  z.voeg("weging", met(een_herweging("2026-06-20"), "deelnemers", wie("2026-09-30")));
  CHECK(deelname() == std::vector<std::string>{"rvdk1 2026-06-30 nagekomen", "rvdk1 2026-09-30 overschreden"});
  z.voeg("weging", met(een_herweging("2026-09-20"), "deelnemers", wie("")));
  CHECK(deelname() == std::vector<std::string>{"rvdk1 2026-06-30 nagekomen", "rvdk1 2026-09-30 nagekomen"});
}

TEST_CASE("a correction that moves a day keeps the day it was") {
  Zaak z = opgenomen();
  const std::string weging = z.stukken().back().digest;
  z.vervangt = {weging};
  z.voeg("weging", met(een_weging(), "datum", "2026-03-03"));
  const Dossier d = z.dossier();
  const auto f = std::find_if(d.feiten.begin(), d.feiten.end(),
                              [](const termijn::Feit& g) { return g.soort == termijn::FeitSoort::weegbesluit; });
  REQUIRE(f != d.feiten.end());
  REQUIRE(f->verbeterd.has_value());
  CHECK(f->datum == Datum(2026, 3, 3));
  CHECK(f->verbeterd->datum == Datum(2026, 3, 4));
}
