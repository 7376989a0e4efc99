// SPDX-License-Identifier: EUPL-1.2
//
// Every way we know to forge a stuk, as one list: what it is called, how it is made, what controleer says of it.
// Each is put into a dossier that is all right, is found, and changes nothing of what the dossier says to any
// reader.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "lib/kast/ijkpunt.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/stuk/ondertekend.h"
#include "lib/yaml/canoniek.h"
#include "tests/kast/werkplaats.h"
#include "tests/seal/tools.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 2, 1);
using W = Werkplaats;

/// The bytes of the newest stuk of the dossier, the melding.
std::string melding(const W& w) { return lees(w.kast.laad(w.nummer, "reg1").stukken.back().bestand); }

Waarde& vak(Waarde& document, std::string_view c) { return *document.vind("verzegeld")->vind(c); }

std::string leg(const W& w, const std::string& bytes, Datum dag = kDag) { return test::leg(bytes, w.map, dag); }

/// A good stuk whose signature is written in another way.
std::string andere_handtekening(const W& w, const std::function<std::string(std::string)>& verander) {
  const std::string bytes = w.maak(w.begin());
  const stuk::Helften h = stuk::halveer(bytes);
  return leg(w, std::string(h.bericht) + verander(std::string(h.veld)));
}

std::string vervang(std::string tekst, const std::string& van, const std::string& naar) {
  const std::size_t i = tekst.find(van);
  REQUIRE(i != std::string::npos);
  return tekst.replace(i, van.size(), naar);
}

/// The last sign of the n-th base64 line: another with the same bits, as a lax decoder takes it.
std::string andere_base64(std::string veld, int regel) {
  std::size_t einde = 0;
  for (int i = 0; i <= regel; ++i) einde = veld.find('\n', einde + 1);
  std::size_t teken = einde - 1;
  while (veld[teken] == '=') --teken;
  static const std::string kTekens = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t waarde = kTekens.find(veld[teken]);
  REQUIRE(waarde + 1 < kTekens.size());
  REQUIRE(waarde % 4 == 0);  // its low bits say nothing
  veld[teken] = kTekens[waarde + 1];
  return veld;
}

/// A payload for the slot zaak of that stuk: the fields, and behind them `staart` instead of the padding.
std::string inhoud(const Waarde& document, const std::string& staart) {
  Waarde kop = Waarde::kaart();
  for (const Veld& v : document.velden()) {
    if (v.naam == "verzegeld") break;
    kop.zet(v.naam, v.waarde);
  }
  return "omslag: \"" + seal::digest(yaml::schrijf(kop)) + "\"\ncompartiment: \"zaak\"\n" + staart;
}

std::string andere_vulling(const W& w, const std::function<std::string(std::size_t)>& staart) {
  const Vals v = w.begin();
  return leg(w, w.maak(v, [&](Waarde& d) {
    const std::string kaal = inhoud(d, "");
    vak(d, "zaak") = Waarde(
        seal::seal(kaal + staart(kaal.size()), v.sleutels.at(plaats(Compartiment::zaak)), seal::Form::armored));
  }));
}

/// The same payload for two recipients: the second would still open it after the destruction of the keys. By the
/// stock age; empty when that is not there.
std::string tweede_ontvanger(const W& w, bool eigen_voorop) {
  const Vals v = w.begin();
  const std::string eigen = seal::Identity::generate().recipient().text();
  const std::string zaak = v.sleutels.at(plaats(Compartiment::zaak)).text();
  const seal::test::Scratch map;
  bool gelukt = true;
  const std::string bytes = w.maak(v, [&](Waarde& d) {
    std::string kaal = inhoud(d, "");
    kaal.resize(512, '\n');
    seal::test::write_file(map.path("kaal"), kaal);
    gelukt = seal::test::run({"age", "-a", "-r", eigen_voorop ? eigen : zaak, "-r", eigen_voorop ? zaak : eigen,
                              "-o", map.path("dicht"), map.path("kaal")})
                 .exit == 0;
    if (gelukt) vak(d, "zaak") = Waarde(seal::test::read_file(map.path("dicht")));
  });
  return gelukt ? leg(w, bytes) : std::string();
}

/// Announces a key for zaak that only the forger has, in a stuk toegang that is sealed to it as a real one is.
std::string aankondiging(const W& w, const std::string& door, Compartiment c, const std::string& dicht_voor = {}) {
  Vals v = w.begin("toegang", door);
  const seal::Identity eigen = seal::Identity::generate();
  Waarde& termijnen = v.delen[Compartiment::termijnen];
  termijnen.zet("stap", "vernieuwd");
  termijnen.zet("sleutels", Waarde::kaart()).zet(naam(c), stuk::verbintenis(v.kop.dossier, c, eigen.recipient()));
  if (dicht_voor != "niemand") {
    v.sleutels.at(plaats(c)) = eigen.recipient();
    v.kop.sleutels.at(plaats(c)) = stuk::verbintenis(v.kop.dossier, c, eigen.recipient());
  }
  return w.leg(v);
}

/// A version of beheer in which pol1's key ended on 31 January; with an ijkpunt from before when that is asked.
void beeindig_pol1(const W& w, bool met_ijkpunt) {
  std::string ijkpunt;
  if (met_ijkpunt) {
    const kast::NieuwBestand bestand = kast::maak_ijkpunt(w.kast.open(), w.kast.lezer("reg1"), Datum(2026, 1, 31));
    kast::maak_bestanden({bestand});
    ijkpunt = seal::digest(bestand.bytes);
  }
  Waarde document = w.kast.open().beheer().document;
  for (Waarde& g : document.vind("gebruikers")->lijst()) {
    if (g.tekst_van("id") != "pol1") continue;
    Waarde& sleutel = g.vind("sleutels")->lijst().front();
    sleutel.zet("tot", "2026-01-31");
    if (met_ijkpunt) sleutel.zet("ijkpunt", ijkpunt);
  }
  w.kast.beheer(document);
}

/// A stuk that pol1 signs with a key that ended, and puts a day on.
std::string na_afloop(const W& w, Datum dag, bool met_ijkpunt) {
  beeindig_pol1(w, met_ijkpunt);
  Vals v = w.begin("aanvulling", "pol1");
  v.kop.datum = dag;
  return w.leg(v);
}

std::string met_kop(const W& w, const std::function<void(Vals&)>& verander) {
  Vals v = w.begin();
  verander(v);
  return w.leg(v);
}

enum class Gevolg {
  telt_niet,      // found as a violation, and left out
  telt_achteraan  // found as a violation; what it says is a fact all the same, and nothing is written upon it
};

struct Vervalsing {
  const char* naam;
  std::function<std::string(const W&)> leg;  // the digest of what was put there; empty: cannot be made here
  const char* bevinding;                     // what controleer says
  Gevolg gevolg = Gevolg::telt_niet;
};

const std::vector<Vervalsing>& vervalsingen() {
  static const std::vector<Vervalsing> kLijst = {
      // whose it is
      {"in the name of another, signed with one's own key",
       [](const W& w) {
         Vals v = w.begin();
         v.tekent = "om1";
         return w.leg(v);
       },
       "de handtekening van reg1 klopt niet"},
      {"in the name of nobody",
       [](const W& w) { return met_kop(w, [](Vals& v) { v.kop.door = *GebruikerId::lees("niemand"); }); },
       "niemand was geen gebruiker van deze kast"},
      {"another's stuk, signed again as one's own",
       [](const W& w) {
         Waarde d = yaml::lees(melding(w), "x");
         d.zet("door", "om1");
         return leg(w, w.onderteken(d, "om1"), Datum(2026, 1, 12));
       },
       "hoort bij een ander stuk"},
      {"a key that had ended on that day", [](const W& w) { return na_afloop(w, kDag, false); },
       "de sleutel van pol1 gold niet meer op die dag"},
      {"the same with an older date, where an ijkpunt fixed what there was",
       [](const W& w) { return na_afloop(w, Datum(2026, 1, 20), true); }, "sleutel van pol1 die is afgelopen"},
      // what the role may
      {"a weging by the termijnwacht", [](const W& w) { return w.leg(w.begin("weging", "wacht1")); },
       "wacht1 mag geen stuk van de soort weging tekenen"},
      {"a weging by a deelnemer", [](const W& w) { return w.leg(w.begin("weging", "rvdk1")); },
       "rvdk1 mag geen stuk van de soort weging tekenen"},
      {"a deelname by the weegploeg", [](const W& w) { return w.leg(w.begin("deelname", "pol1")); },
       "pol1 mag geen stuk van de soort deelname tekenen"},
      {"an afsluiting by the weegploeg", [](const W& w) { return w.leg(w.begin("afsluiting", "pol1")); },
       "pol1 mag geen stuk van de soort afsluiting tekenen"},
      {"a soort that nobody knows, by one who signs nothing",
       [](const W& w) { return w.leg(w.begin("besluitje", "wacht1")); },
       "wacht1 mag geen stuk van de soort besluitje tekenen"},
      {"a receipt of destruction in a case", [](const W& w) { return w.leg(w.begin("vernietiging")); },
       "hoort niet in dit dossier"},
      // a payload elsewhere
      {"a payload of another stuk, in the same slot",
       [](const W& w) {
         Waarde bron = yaml::lees(melding(w), "x");
         return leg(w, w.maak(w.begin(), [&](Waarde& d) { vak(d, "termijnen") = vak(bron, "termijnen"); }));
       },
       "hoort bij een ander stuk"},
      {"a payload moved to another slot of the same stuk, which names its key",
       [](const W& w) {
         Vals v = w.begin();
         const seal::Recipient sleutel = v.sleutels.at(plaats(Compartiment::termijnen));
         v.sleutels.at(plaats(Compartiment::zaak)) = sleutel;
         v.kop.sleutels.at(plaats(Compartiment::zaak)) =
             stuk::verbintenis(v.kop.dossier, Compartiment::zaak, sleutel);
         return leg(w, w.maak(v, [&](Waarde& d) { vak(d, "zaak") = vak(d, "termijnen"); }));
       },
       "een ander stuk of een ander vak"},
      {"two slots changed about",
       [](const W& w) {
         return leg(w, w.maak(w.begin(), [](Waarde& d) {
           const Waarde termijnen = vak(d, "termijnen");
           vak(d, "termijnen") = vak(d, "zaak");
           vak(d, "zaak") = termijnen;
         }));
       },
       "gaat niet open"},
      {"a payload of another dossier",
       [](const W& w) {
         const std::string elders = w.kast.melding();
         Waarde bron = yaml::lees(lees(w.kast.laad(elders, "reg1").stukken.back().bestand), "x");
         return leg(w, w.maak(w.begin(), [&](Waarde& d) { vak(d, "termijnen") = vak(bron, "termijnen"); }));
       },
       "gaat niet open"},
      {"a whole stuk of another dossier",
       [](const W& w) {
         const std::string elders = w.kast.melding();
         return leg(w, lees(w.kast.laad(elders, "reg1").stukken.back().bestand), Datum(2026, 1, 12));
       },
       "dit stuk hoort bij dossier"},
      // a second byte form
      {"the signature in base64 with other idle bits",
       [](const W& w) { return andere_handtekening(w, [](std::string v) { return andere_base64(v, 2); }); },
       "de handtekening van reg1 klopt niet"},
      {"the second signature in base64 with other idle bits",
       [](const W& w) { return andere_handtekening(w, [](std::string v) { return andere_base64(v, 4); }); },
       "de handtekening van reg1 klopt niet"},
      {"the signature without its padding",
       [](const W& w) {
         return andere_handtekening(w, [](std::string v) { return vervang(std::move(v), "==\n", "\n"); });
       },
       "de handtekening van reg1 klopt niet"},
      {"the legacy algorithm Ed",  // RUQ… begins "ED", RWQ… "Ed"
       [](const W& w) {
         return andere_handtekening(w, [](std::string v) { return vervang(std::move(v), "\n  RU", "\n  RW"); });
       },
       "de handtekening van reg1 klopt niet"},
      {"another untrusted comment",
       [](const W& w) {
         return andere_handtekening(
             w, [](std::string v) { return vervang(std::move(v), "comment: pga", "comment: pg"); });
       },
       ""},
      {"another trusted comment",
       [](const W& w) {
         return andere_handtekening(w, [](std::string v) {
           return vervang(std::move(v), "  trusted comment: pga", "  trusted comment: nu");
         });
       },
       "de handtekening van reg1 klopt niet"},
      {"an empty line at the end",
       [](const W& w) { return andere_handtekening(w, [](std::string v) { return v + "\n"; }); }, ""},
      {"no line end at the end",
       [](const W& w) { return andere_handtekening(w, [](std::string v) { return v.substr(0, v.size() - 1); }); },
       ""},
      {"line ends of Windows",
       [](const W& w) {
         return andere_handtekening(w, [](std::string v) { return vervang(std::move(v), "\n", "\r\n"); });
       },
       ""},
      {"a second signature behind the first",
       [](const W& w) { return andere_handtekening(w, [](std::string v) { return v + v; }); }, ""},
      {"the signature of another stuk",
       [](const W& w) {
         const std::string ander = melding(w);
         return andere_handtekening(w, [&](const std::string&) { return std::string(stuk::halveer(ander).veld); });
       },
       "de handtekening van reg1 klopt niet"},
      {"no signature", [](const W& w) { return andere_handtekening(w, [](const std::string&) { return ""; }); },
       ""},
      {"a payload that is not in armor as age writes it",
       [](const W& w) {
         return leg(w, w.maak(w.begin(), [&](Waarde& d) {
           vak(d, "zaak") = Waarde(vervang(vak(d, "zaak").tekst(), "-----END", "=\n-----END"));
         }));
       },
       ""},
      {"a field in the envelope that the format does not have",
       [](const W& w) { return leg(w, w.maak(w.begin(), [](Waarde& d) { d.zet("spoed", "ja"); })); }, ""},
      {"another kind of signed file",
       [](const W& w) { return leg(w, w.maak(w.begin(), [](Waarde& d) { d.zet("soort", "ijkpunt"); })); },
       "een ander soort bestand"},
      // beheer
      {"an older beheer than the stuk it follows on",
       [](const W& w) {
         const std::string oud = w.kast.open().beheer().digest;
         w.kast.beheer(w.kast.open().beheer().document);
         (void)w.leg(w.begin());
         return met_kop(w, [&](Vals& v) { v.kop.beheer = oud; });
       },
       "ouder beheer"},
      {"a beheer that is not in the chain",
       [](const W& w) { return met_kop(w, [](Vals& v) { v.kop.beheer = seal::digest("een ander beheer"); }); },
       "een versie van beheer die deze kast niet heeft"},
      // links
      {"a parent that is not there",
       [](const W& w) {
         return met_kop(w, [](Vals& v) {
           v.kop.vorige.push_back(seal::digest("verdwenen"));
           std::sort(v.kop.vorige.begin(), v.kop.vorige.end());
         });
       },
       "ontbreekt of klopt niet", Gevolg::telt_achteraan},
      {"the stuk that it would have been without this link: as near as one comes to naming oneself",
       [](const W& w) {
         Vals v = w.begin();
         v.kop.vorige.push_back(seal::digest(w.maak(v)));
         std::sort(v.kop.vorige.begin(), v.kop.vorige.end());
         return w.leg(v);
       },
       "ontbreekt of klopt niet", Gevolg::telt_achteraan},
      {"a parent that was itself forged",
       [](const W& w) {
         Vals v = w.begin();
         v.tekent = "om1";
         v.kop.vorige = {w.leg(v)};
         v.tekent = "reg1";
         return w.leg(v);
       },
       "ontbreekt of klopt niet", Gevolg::telt_achteraan},
      {"no parent", [](const W& w) { return met_kop(w, [](Vals& v) { v.kop.vorige.clear(); }); },
       "een dossier begint met zijn opening"},
      {"a second opening",
       [](const W& w) {
         Vals v = w.begin("opening");
         Waarde& s = v.delen[Compartiment::termijnen].zet("sleutels", Waarde::kaart());
         for (const Compartiment c : kCompartimenten) s.zet(naam(c), "b2:" + std::string(64, '0'));
         return w.leg(v);
       },
       "een dossier begint met zijn opening"},
      // sealed
      {"a hidden second recipient behind the right one", [](const W& w) { return tweede_ontvanger(w, false); },
       "precies één sleutelblok"},
      {"a hidden second recipient before the right one", [](const W& w) { return tweede_ontvanger(w, true); },
       "precies één sleutelblok"},
      {"no padding", [](const W& w) { return andere_vulling(w, [](std::size_t) { return ""; }); }, "opgevuld"},
      {"padding of spaces",
       [](const W& w) { return andere_vulling(w, [](std::size_t n) { return std::string(511 - n, ' ') + "\n"; }); },
       ""},
      {"twice the padding there should be",
       [](const W& w) { return andere_vulling(w, [](std::size_t n) { return std::string(1024 - n, '\n'); }); },
       "opgevuld"},
      {"something behind the padding",
       [](const W& w) { return andere_vulling(w, [](std::size_t n) { return std::string(511 - n, '\n') + "x"; }); },
       ""},
      // keys
      {"new keys announced by the weegploeg, in a stuk that all can open",
       [](const W& w) { return aankondiging(w, "pol1", Compartiment::zaak, "niemand"); },
       "pol1 mag voor zaak geen nieuwe sleutel aankondigen", Gevolg::telt_achteraan},
      {"new keys announced by the weegploeg, sealed to them",
       [](const W& w) { return aankondiging(w, "pol1", Compartiment::zaak); },
       "pol1 mag voor zaak geen nieuwe sleutel aankondigen", Gevolg::telt_achteraan},
      {"a stuk sealed to a key that nobody announced",
       [](const W& w) {
         Vals v = w.begin("aanvulling", "pol1");
         const seal::Identity eigen = seal::Identity::generate();
         v.sleutels.at(plaats(Compartiment::zaak)) = eigen.recipient();
         v.kop.sleutels.at(plaats(Compartiment::zaak)) =
             stuk::verbintenis(v.kop.dossier, Compartiment::zaak, eigen.recipient());
         return w.leg(v);
       },
       "zaak is verzegeld met een sleutel die niet is aangekondigd", Gevolg::telt_achteraan},
      {"the same for termijnen, so that nobody sees what soort it is",
       [](const W& w) { return aankondiging(w, "pol1", Compartiment::termijnen); },
       "termijnen is verzegeld met een sleutel die niet is aangekondigd", Gevolg::telt_achteraan},
      {"keys announced in a stuk of another soort",
       [](const W& w) {
         Vals v = w.begin("aanvulling", "pol1");
         const seal::Identity eigen = seal::Identity::generate();
         v.delen[Compartiment::termijnen]
             .zet("sleutels", Waarde::kaart())
             .zet("zaak", stuk::verbintenis(v.kop.dossier, Compartiment::zaak, eigen.recipient()));
         (void)w.leg(v);  // an unknown field, noted; what follows by it is no announcement
         Vals erna = w.begin("aanvulling", "pol1");
         erna.sleutels.at(plaats(Compartiment::zaak)) = eigen.recipient();
         erna.kop.sleutels.at(plaats(Compartiment::zaak)) =
             stuk::verbintenis(v.kop.dossier, Compartiment::zaak, eigen.recipient());
         return w.leg(erna);
       },
       "zaak is verzegeld met een sleutel die niet is aangekondigd", Gevolg::telt_achteraan},
  };
  return kLijst;
}

/// What a reader sees of the dossier, by digest, without that stuk.
std::map<std::string, Waarde> gezien(const W& w, const std::string& id, const std::string& zonder) {
  std::map<std::string, Waarde> uit;
  const kast::GeladenDossier d = w.kast.laad(w.nummer, id);
  for (const kast::GeladenStuk& s : d.stukken) {
    if (s.stuk.digest != zonder) uit[s.stuk.digest] = s.inhoud;
  }
  return uit;
}

void toets(const Vervalsing& v) {
  const W w;
  const auto eerst_reg1 = gezien(w, "reg1", {});
  const auto eerst_wacht1 = gezien(w, "wacht1", {});
  const std::string digest = v.leg(w);
  if (digest.empty()) {
    MESSAGE("skipped: this machine lacks what it takes");
    return;
  }
  const auto bevindingen = w.kast.controleer(w.nummer, "reg1");
  const bool gezegd = bevat(bevindingen, FoutSoort::integriteit, v.bevinding);
  CHECK(gezegd);
  for (const Bevinding& b : bevindingen) {
    if (!gezegd) MESSAGE(b.wat);
  }
  for (const char* id : {"reg1", "om1"}) {
    const kast::GeladenDossier d = w.kast.laad(w.nummer, id);
    const bool telt = std::any_of(d.stukken.begin(), d.stukken.end(),
                                  [&](const kast::GeladenStuk& s) { return s.stuk.digest == digest; });
    CAPTURE(id);
    CHECK(telt == (v.gevolg == Gevolg::telt_achteraan));
    CHECK(d.geschonden());
  }
  const auto na_reg1 = gezien(w, "reg1", digest);
  for (const auto& [d, inhoud] : eerst_reg1) CHECK(na_reg1.at(d) == inhoud);
  const auto na_wacht1 = gezien(w, "wacht1", digest);
  for (const auto& [d, inhoud] : eerst_wacht1) CHECK(na_wacht1.at(d) == inhoud);
  CHECK(w.kast.laad(w.nummer, "reg1").dossier.fase == proces::Fase::melding);
  CHECK_THROWS_AS((void)w.kast.stuk(w.nummer, "1-opgenomen/02-aanmelding"), const Fout&);
}

}  // namespace

TEST_CASE("every forged stuk is found, and left out") {
  for (const Vervalsing& v : vervalsingen()) {
    CAPTURE(std::string(v.naam));
    toets(v);
  }
}

TEST_CASE(
    "a key that ended without an ijkpunt: what it signs under an old date counts, and controleer asks for one") {
  const W w;
  const std::string digest = na_afloop(w, Datum(2026, 1, 20), false);
  const kast::GeladenDossier d = w.kast.laad(w.nummer, "reg1");
  CHECK_FALSE(d.geschonden());
  CHECK(d.koppen == std::vector<std::string>{digest});
  const kast::Kast kast = w.kast.open();
  const auto alles = kast::controleer(kast, w.kast.lezer("reg1"), kDag, std::nullopt).bevindingen;
  CHECK(bevat(alles, FoutSoort::bevinding, "valt niet op"));
}
