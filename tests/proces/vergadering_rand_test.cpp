// SPDX-License-Identifier: EUPL-1.2
//
// The edges of meetings: minutes after the decision, derden and gemeenten that only look alike, and a case that is
// named without its number.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "lib/proces/agenda.h"
#include "lib/proces/bekend.h"
#include "lib/proces/organisatie.h"
#include "tests/proces/hulp.h"

using namespace pga;
using namespace pga::proces;
using namespace pga::test;
using F = termijn::FeitSoort;

namespace {

Waarde er(const char* organisatie) { return k({{"organisatie", organisatie}}); }

Waarde overleg(const char* soort, const char* datum) {
  return k({{"datum", datum},
            {"soort_overleg", soort},
            {"aanwezig", l({er("burgemeester"), er("politie"), er("OM")})},
            {"verslag", l({k({{"tekst", "het gaat goed"}})})}});
}

Waarde actie(const char* id, const char* wat) {
  return k({{"id", id}, {"wat", wat}, {"wie", "OOV"}, {"uiterlijk", "2026-04-01"}});
}

/// What toets() says of a document of the dossier gemeente beside these dossiers.
std::vector<Bevinding> toets_in_gemeente(const char* soort, Waarde document, std::vector<BekendDossier> bekend) {
  Nieuw n{soort, std::move(document), {}, "reg1", "burgemeester", {"regisseur"}, Datum(2026, 12, 31), {}};
  n.bekend = std::move(bekend);
  int teller = 0;
  vul_aan(n, Dossier(), Beleid(),
          [&](char letter) { return std::string(1, letter) + "-n" + std::to_string(++teller); });
  return toets(Dossier(), n, Beleid());
}

BekendDossier bekende(bool genoemd) {
  BekendDossier d;
  d.nummer = "k7q2-m4xd";
  d.bestaat = true;
  d.leesbaar = genoemd;
  d.genoemd = genoemd;
  verzamel_gegevens(k({{"betrokkene", k({{"naam", "Daan de Wit"},
                                         {"adres", "Dorpsstraat 12, 1234 AB Waterbeek"},
                                         {"telefoon", "06 - 1234 5678"},
                                         {"contact", "via de wijkagent, d.dewit@post.example"}})}}),
                    d);
  return d;
}

Waarde met_tekst(const std::string& tekst) {
  Waarde o = overleg("stuurgroep", "2026-09-17");
  o.zet("verslag", l({k({{"tekst", tekst}})}));
  return o;
}

bool loopt(const Zaak& z, const char* id, Datum dag) {
  const auto termijnen = termijn::bereken(z.dossier().feiten, z.beleid.termijnen, dag);
  return std::any_of(termijnen.begin(), termijnen.end(), [&](const termijn::Termijn& t) {
    return t.regel == "actie" && t.onderwerp == id && t.loopt();
  });
}

}  // namespace

TEST_CASE("a case that was not taken up asks for no actions, whenever its minutes came in") {
  Zaak z = aangemeld();
  Waarde eerder = overleg("weegploeg", "2026-03-03");
  eerder.zet("acties", l({actie("a-1", "school vragen")}));
  z.voeg("overleg", eerder);
  CHECK(loopt(z, "a-1", Datum(2026, 5, 1)));
  z.voeg("weging", een_weging("niet_opnemen"));  // on 4 March
  CHECK_FALSE(loopt(z, "a-1", Datum(2026, 5, 1)));
  Waarde zelf = overleg("weegploeg", "2026-03-04");
  zelf.zet("acties", l({actie("a-2", "bellen")}));
  CHECK_FALSE(zegt(z.toets("overleg", zelf), kNee, "kan er niet meer bij"));
  z.voeg("overleg", zelf);
  CHECK(z.dossier().overleggen.size() == 2);
  CHECK(z.dossier().actie("a-2") != nullptr);
  CHECK_FALSE(loopt(z, "a-2", Datum(2026, 5, 1)));
}

TEST_CASE("only the minutes of the weegploeg up to the decision are recorded after it") {
  Zaak z = aangemeld();
  z.voeg("weging", een_weging("niet_opnemen"));
  ZEGT(z.toets("overleg", overleg("weegploeg", "2026-03-05")), kNee, "een overleg kan er niet meer bij",
       "artikel 16, onder b, Besluit PGA");
  CHECK(z.toets("overleg", overleg("weegploeg", "2026-03-05")).front().tip.find("wo 4 maart 2026") !=
        std::string::npos);
  ZEGT(z.toets("overleg", overleg("casusoverleg", "2026-03-04")), kNee, "een overleg kan er niet meer bij");
}

TEST_CASE("a decision on one derde lets no other of its kind in") {
  CHECK_FALSE(zelfde_organisatie("GGZ Noord", "GGZ Zuid"));
  CHECK(zelfde_organisatie("GGZ", "GGZ Zuid"));
  CHECK(zelfde_organisatie("ggz  noord", "GGZ Noord"));
  CHECK(zelfde_organisatie("politie Oost", "politie Noord"));  // a deelnemer is one
  CHECK_FALSE(zelfde_organisatie("politie", "GGZ"));
}

TEST_CASE("the burgemeester of another gemeente is not the gemeente van verblijf") {
  Zaak z = opgenomen();
  z.beleid.gemeente = "Waterbeek";
  const auto met_wie = [&](const char* wie) {
    Waarde o = overleg("casusoverleg", "2026-05-20");
    o.zet("aanwezig", l({er(wie), er("politie")}));
    return z.toets("overleg", o);
  };
  for (const char* ander : {"burgemeester van Anderstad", "gemeente Anderstad", "College van B&W van Anderstad",
                            "burgemeester Anderstad"}) {
    CAPTURE(ander);
    ZEGT(met_wie(ander), kBev, "de gemeente van verblijf staat niet bij aanwezig", "artikel 2, lid 1");
  }
  for (const char* eigen : {"burgemeester", "burgemeester van Waterbeek", "gemeente (OOV)", "Leerplicht",
                            "gemeente OOV", "gemeente Team Veiligheid", "gemeente Jeugd", "gemeente Openbare Orde",
                            "college van burgemeester en wethouders"}) {
    CAPTURE(eigen);
    CHECK(met_wie(eigen).empty());
  }
  z.beleid.gemeente.clear();
  CHECK(met_wie("burgemeester van Anderstad").empty());
}

TEST_CASE("a name is found without the number of its dossier beside it; a word of a name is not") {
  const auto zeg = [](const std::string& tekst, bool genoemd) {
    return toets_in_gemeente("overleg", met_tekst(tekst), {bekende(genoemd)});
  };
  ZEGT(zeg("Hoe verder met Daan de Wit?", false), kDoc, "een naam of een gegeven uit dossier k7q2-m4xd",
       "artikel 13 Wet PGA");
  CHECK(zeg("Daan is er niet", false).empty());
  ZEGT(zeg("Daan is er niet", true), kBev, "een woord dat ook in een naam");
  CHECK(zeg("niets bijzonders", false).empty());  // also though identiteit does not open whole
  const Waarde acties = k({{"datum", "2026-09-17"}, {"acties", l({actie("a-1", "Daan de Wit bellen")})}});
  ZEGT(toets_in_gemeente("actielijst", acties, {bekende(false)}), kDoc, "een naam of een gegeven");
}

TEST_CASE("numbers and addresses are found as people write them, and no ordinary words") {
  const BekendDossier d = bekende(true);
  for (const char* fout : {"bel 0612345678", "bel +31 6 12345678", "bel +31 (0)6 1234 5678", "bel 06-12345678",
                           "mail d.dewit@post.example", "woont Dorpsstraat 12", "woont dorpsstraat 12.",
                           "Dorpsstraat 12, 1234 AB Waterbeek"}) {
    CAPTURE(fout);
    CHECK(noemt_persoon(fout, d) == Noemt::zeker);
  }
  for (const char* goed : {"het contact loopt via de wijkagent", "Dorpsstraat 120", "Dorpsstraat 12a",
                           "de Dorpsstraat", "in 2026 waren er 12 meldingen"}) {
    CAPTURE(goed);
    CHECK(noemt_persoon(goed, d) == Noemt::niets);
  }
}

TEST_CASE("what is known of a person is read as people write it, and what is not known is no data") {
  const auto zegt = [](const char* veld, const char* waarde, const char* tekst) {
    BekendDossier d;
    verzamel_gegevens(k({{veld, waarde}}), d);
    return noemt_persoon(tekst, d);
  };
  for (const char* nummer : {"+31 (0)6 12 34 56 78", "0031 6 12 34 56 78", "0031 (0)6 12345678", "06 - 12 34 56 78",
                             "+31612345678 0201234567"}) {
    CAPTURE(nummer);
    CHECK(zegt("telefoon", nummer, "bel 06-12345678 terug") == Noemt::zeker);
    CHECK(zegt("telefoon", nummer, "bel de wijkagent") == Noemt::niets);
  }
  CHECK(zegt("telefoon", "+31612345678 0201234567", "bel 020 123 4567") == Noemt::zeker);
  CHECK(zegt("contact", "gesproken op 12-03-2026", "het overleg van 12-03-2026") == Noemt::niets);
  CHECK(zegt("contact", "gesproken op 2026-03-12", "het overleg van 2026-03-12") == Noemt::niets);
  CHECK(zegt("adres", "Dorpsstraat 12 1234 AB Waterbeek", "woont Dorpsstraat 12") == Noemt::zeker);
  CHECK(zegt("adres", "Dorpsstraat 12", "Dorpsstraat 120") == Noemt::niets);
  CHECK(zegt("adres", "2e Dwarsstraat 5", "in de 2e ronde") == Noemt::niets);
  for (const char* geen : {"onbekend", "dakloos", "Waterbeek", "Dorpsstraat, 1234 AB Waterbeek"}) {
    CAPTURE(geen);
    CHECK(zegt("adres", geen, "onbekend of iemand dakloos is in Waterbeek, 1234 keer") == Noemt::niets);
  }
  CHECK(zegt("email", "onbekend", "dat is nog onbekend") == Noemt::niets);
  CHECK(zegt("naam", "Onbekend", "Onbekend is waar hij verblijft") == Noemt::niets);
}

TEST_CASE("a number in capitals is a number") {
  CHECK(genoemde_nummers(met_tekst("Dossier K7Q2-M4XD gaat door")) == std::vector<std::string>{"k7q2-m4xd"});
}

TEST_CASE("a text of police or care that names a case is refused, wherever the number stands") {
  const auto herkomst = [](Waarde item) {
    item.zet("herkomst", "politie_om");
    return item;
  };
  Waarde o = met_tekst("");
  o.zet("verslag", l({herkomst(k({{"tekst", "dossier k7q2-m4xd: een aanhouding"}}))}));
  ZEGT(toets_in_gemeente("overleg", o, {bekende(true)}), kNee, "over een casus hoort niet in de stuurgroep",
       "artikel 17 Wet PGA");
  o.zet("agenda", l({k({{"id", "g1"}, {"onderwerp", "dossier k7q2-m4xd"}})}));
  o.zet("verslag", l({herkomst(k({{"tekst", "een aanhouding"}, {"agendapunt", "g1"}}))}));
  ZEGT(toets_in_gemeente("overleg", o, {bekende(true)}), kNee, "over een casus hoort niet in de stuurgroep");
  o.zet("agenda", l({k({{"id", "g1"}, {"onderwerp", "Beeld van 2019-2026"}})}));
  CHECK(toets_in_gemeente("overleg", o, {bekende(false)}).empty());
  const Waarde acties = k({{"datum", "2026-09-17"},
                           {"acties", l({herkomst(actie("a-1", "dossier k7q2-m4xd: aanhouding navragen")),
                                         herkomst(actie("a-2", "cijfers opvragen"))})}});
  const auto uit = toets_in_gemeente("actielijst", acties, {bekende(true)});
  ZEGT(uit, kNee, "een tekst met herkomst politie_om over een casus hoort niet in het dossier gemeente");
  CHECK(std::count_if(uit.begin(), uit.end(), [](const Bevinding& b) { return b.soort == kNee; }) == 1);
}

TEST_CASE("a derde with its decision is no finding for who looks again") {
  Waarde o = overleg("stuurgroep", "2026-09-17");
  o.vind("aanwezig")->voeg_toe(er("NCTV"));
  o.zet("agenda", l({k({{"id", "g1"}, {"onderwerp", "Een casus"}, {"dossier", "k7q2-m4xd"}})}));
  Zaak gemeente;
  gemeente.voeg("overleg", o);
  const auto weer = hertoets(gemeente.stukken(), gemeente.beleid);
  INFO(toon(weer));
  CHECK(weer.empty());
}

TEST_CASE("minutes of a later day are not adopted by chance, and the ones that can be are named") {
  Zaak z;
  const std::string augustus = z.voeg("overleg", overleg("stuurgroep", "2026-08-12"));
  Waarde o = overleg("stuurgroep", "2026-07-15");
  o.zet("vaststellingen", l({k({{"uitkomst", "vastgesteld"}})}));
  ZEGT(z.toets("overleg", o), kDoc, "welk verslag hier is vastgesteld, staat er niet");
  const std::string eerste = z.voeg("overleg", overleg("stuurgroep", "2026-06-17"));
  const std::string tweede = z.voeg("overleg", overleg("stuurgroep", "2026-05-20"));
  const auto uit = z.toets("overleg", o);
  ZEGT(uit, kDoc, "welk verslag hier is vastgesteld, staat er niet");
  const auto fout = std::find_if(uit.begin(), uit.end(), [](const Bevinding& b) { return b.soort == kDoc; });
  REQUIRE(fout != uit.end());
  CHECK(fout->tip.find(eerste.substr(0, 11) + " (wo 17 juni 2026)") != std::string::npos);
  CHECK(fout->tip.find(tweede.substr(0, 11) + " (wo 20 mei 2026)") != std::string::npos);
  CHECK(fout->tip.find("12 augustus") == std::string::npos);
  o.zet("vaststellingen", l({k({{"overleg", augustus}, {"uitkomst", "vastgesteld"}})}));
  ZEGT(z.toets("overleg", o), kDoc, "dat overleg was later: wo 12 augustus 2026");
}

TEST_CASE("an agenda that is sent round does not say who does what of the police or of care") {
  Zaak z = opgenomen();
  Waarde geheim = actie("a-1", "opvragen");
  geheim.zet("herkomst", "zorg");
  geheim.zet("wie", "psychiater");
  z.voeg("actielijst", k({{"datum", "2026-05-20"}, {"acties", l({geheim, actie("a-2", "bellen")})}}));
  const Dossier d = z.dossier();
  std::string uit;
  for (const AgendaPunt& p :
       stel_agenda_voor({"k7q2-m4xd", d, {}}, z.beleid, OverlegSoort::casusoverleg, Datum(2026, 6, 1))) {
    for (const std::string& w : p.waarom) uit += w + '\n';
  }
  CAPTURE(uit);
  CHECK(uit.find("a-2 (OOV)") != std::string::npos);
  CHECK(uit.find("a-1,") != std::string::npos);
  CHECK(uit.find("psychiater") == std::string::npos);
}

TEST_CASE("a change of the plan changes of an action what it names, and what is done stays done") {
  Zaak z = ver();
  z.voeg("actielijst", k({{"datum", "2026-04-09"}, {"acties", l({k({{"id", "a-1"}, {"status", "gedaan"}})})}}));
  const Actie voor = *z.dossier().actie("a-1");
  z.voeg("plan", k({{"datum", "2026-05-01"},
                    {"stap", "bijstelling"},
                    {"reden", "het liep anders"},
                    {"acties", l({k({{"id", "a-1"}, {"wat", "nog een keer bellen"}, {"wie", "OM"}})})}}));
  const Actie na = *z.dossier().actie("a-1");
  CHECK(na.wat == "nog een keer bellen");
  CHECK(na.wie == "OM");
  CHECK(na.velden.uiterlijk == voor.velden.uiterlijk);
  CHECK(na.status() == ActieStatus::gedaan);
}
