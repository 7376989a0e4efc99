// SPDX-License-Identifier: EUPL-1.2
//
// Every batch that changes who can read a dossier, killed before system calls that change something, all through it
// (each of them with PGA_ALLE_MOMENTEN=1), and with a disk that gets full there: old state or new, nothing
// unreadable for who may read it, controleer finds what is left over, and the same again, or the next stuk, ends
// it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "lib/basis/fout.h"
#include "lib/kast/ijkpunt.h"
#include "lib/kast/ronde.h"
#include "lib/kast/toegang.h"
#include "lib/kast/uiteen.h"
#include "lib/kast/vernieuw.h"
#include "lib/seal/digest.h"
#include "tests/kast/leest.h"
#include "tests/kast/proces.h"

using namespace pga;
using namespace pga::test;

namespace {

const Datum kDag(2026, 3, 2);
const std::string kGeschreven = "2026-03-02T12:00:00+01:00";
const std::vector<std::string> kAllen = {"reg1", "reg2", "pol1", "om1", "rvdk1", "wacht1", "con1", "proc1"};

/// A case with a second regisseur and a procesregisseur, in which rvdk1 takes part.
struct Casus {
  Casus() {
    k.identiteiten.emplace("con1", seal::Identity::generate());
    Waarde document = k.open().beheer().document;
    voeg_gebruiker_toe(k, document, "reg2", "burgemeester", {"regisseur"});
    voeg_gebruiker_toe(k, document, "proc1", "burgemeester", {"procesregisseur"});
    k.beheer(document);
    nummer = k.melding();
    (void)k.stuk(nummer, "1-opgenomen/02-aanmelding");
    (void)k.stuk(nummer, "1-opgenomen/03-weging");
    kast::voer_uit(voeg_toe(deelname({"identiteit", "zaak", "zorg"})));
  }

  /// Another such, as this one is now.
  Casus(const Casus& bron) : map(std::make_unique<TijdelijkeMap>()), k(bron.k, map->pad()), nummer(bron.nummer) {
    REQUIRE_FALSE(voeg_samen(bron.k.map, k.map));
  }

  [[nodiscard]] kast::GeladenDossier laad() const { return k.laad(nummer, "reg1"); }
  [[nodiscard]] kast::Lezer reg1() const { return k.lezer("reg1", kDag); }

  [[nodiscard]] static kast::StukOpdracht deelname(const std::vector<std::string>& vakken) {
    Waarde w = Waarde::kaart();
    w.zet("datum", kDag.tekst());
    w.zet("stemmen", *opdracht("1-opgenomen/03-weging", kDag).inhoud.vind("stemmen"));
    Waarde d = Waarde::kaart();
    d.zet("id", "d1");
    d.zet("gebruiker", "rvdk1");
    Waarde& lijst = d.zet("compartimenten", Waarde::lijst_());
    for (const std::string& v : vakken) lijst.voeg_toe(v);
    d.zet("waarom", "Nodig.");
    w.zet("deelnemers", Waarde::lijst_()).voeg_toe(d);
    return {"deelname", w, kDag, kGeschreven, {}};
  }

  [[nodiscard]] kast::Voornemen voeg_toe(const kast::StukOpdracht& opdracht) const {
    const kast::Kast kast = k.open();
    return kast::voeg_stuk_toe(kast, reg1(), laad(), opdracht);
  }

  [[nodiscard]] kast::Voornemen toegang(const std::string& stap, const std::string& wie = {},
                                        const std::string& aan = {}) const {
    Waarde w = Waarde::kaart();
    w.zet("stap", stap);
    w.zet("datum", kDag.tekst());
    if (!wie.empty()) w.zet("gebruiker", wie);
    if (!aan.empty()) w.zet("aan", aan);
    const kast::Kast kast = k.open();
    return kast::wijzig_toegang(kast, reg1(), laad(), {"toegang", w, kDag, kGeschreven, {}});
  }

  void beoordeel() const { kast::voer_uit(voeg_toe(opdracht("1-opgenomen/05-beoordeling-pol1", kDag))); }

  [[nodiscard]] kast::Voornemen sluit() const {
    const kast::StukOpdracht besluit = opdracht("1-opgenomen/13-sluit-besluit", kDag);
    const kast::Kast kast = k.open();
    const kast::Lezer lezer = reg1();
    const kast::GeladenDossier d = laad();
    kast::Voornemen v = kast::voeg_stuk_toe(kast, lezer, d, besluit);
    kast::scherm_af(kast, lezer, d, besluit, v);
    return v;
  }

  /// A new version of beheer, last in the batch that goes with it.
  [[nodiscard]] kast::Voornemen beheer(
      const std::function<void(Waarde&)>& verander,
      const std::function<kast::Rondeplan(const kast::BeheerVersie&)>& ronde) const {
    const kast::Kast kast = k.open();
    Waarde document = kast.beheer().document;
    verander(document);
    const kast::NieuwBestand nieuw =
        kast::maak_beheer(k.map, &kast.beheer(), document, kDag, *GebruikerId::lees("proc1"),
                          seal::SigningKey::derive(k.identiteiten.at("proc1")));
    kast::Voornemen v = ronde(kast::als_versie(nieuw)).voornemen;
    v.bestanden.push_back(nieuw);
    return v;
  }

  [[nodiscard]] kast::Voornemen om1_wordt_deelnemer() const {
    const auto verander = [](Waarde& document) {
      for (Waarde& g : document.vind("gebruikers")->lijst()) {
        if (g.tekst_van("id") == "om1") g.zet("rollen", Waarde::lijst_()).voeg_toe("deelnemer");
      }
    };
    return beheer(verander, [&](const kast::BeheerVersie& straks) {
      const kast::Kast kast = k.open();
      return kast::plan_ronde(kast, reg1(), straks, {{*GebruikerId::lees("om1")}, kast::Ingreep::rollen, {}}, kDag,
                              kGeschreven);
    });
  }

  /// That each regisseur reads the cases he is the regisseur of, as pga beleid does it.
  [[nodiscard]] kast::Voornemen ieder_zijn_eigen() const {
    const auto verander = [](Waarde& document) {
      document.zet("beleid", Waarde::kaart()).zet("regisseur_leest", "eigen");
    };
    return beheer(verander, [&](const kast::BeheerVersie& straks) {
      const kast::Kast kast = k.open();
      return kast::plan_ronde(
          kast, k.lezer("proc1", kDag), straks,
          {{*GebruikerId::lees("reg1"), *GebruikerId::lees("reg2")}, kast::Ingreep::rollen, "Beleid."}, kDag,
          kGeschreven);
    });
  }

  void wijs_con1_aan() {
    Waarde document = k.open().beheer().document;
    voeg_gebruiker_toe(k, document, "con1", "burgemeester", {"rechtmatigheid"});
    k.beheer(document);
  }

  /// Closes the case here, while its keys are renewed in another place; then both come together.
  void sluit_naast_nieuwe_sleutels() {
    wijs_con1_aan();
    const TijdelijkeMap elders;
    const ProefKast daar(k, elders.pad());
    REQUIRE_FALSE(voeg_samen(k.map, daar.map));
    kast::voer_uit(sluit());
    Waarde w = Waarde::kaart();
    w.zet("stap", "vernieuwd");
    w.zet("datum", kDag.tekst());
    kast::voer_uit(kast::wijzig_toegang(daar.open(), daar.lezer("reg1", kDag), daar.laad(nummer, "reg1"),
                                        {"toegang", w, kDag, kGeschreven, {}}));
    REQUIRE_FALSE(voeg_samen(daar.map, k.map));
    REQUIRE(kast::toegang_uiteen(laad()));
  }

  /// Closes the case, and then con1 comes and gets its keys.
  void contactpunt_komt() {
    kast::voer_uit(sluit());
    wijs_con1_aan();
    const kast::Kast kast = k.open();
    const kast::GeladenDossier d = laad();
    for (const kast::Gerechtigde& g : kast::gerechtigden(kast.beheer(), d.nummer, d.dossier, kDag)) {
      if (g.gebruiker->id.tekst() == "con1") {
        kast::maak_bestanden(kast::geef_sleutels(kast, d, g, kDag));
      }
    }
    REQUIRE(kast::houdt_te_veel(kast, laad(), kDag) == std::set<std::string>{"proc1", "reg1", "reg2"});
  }

  [[nodiscard]] kast::Voornemen ijkpunt() const {
    return {Nummer::gemeente(), {}, {kast::maak_ijkpunt(k.open(), reg1(), kDag)}, {}};
  }

  std::unique_ptr<TijdelijkeMap> map;  // of a copy
  ProefKast k;
  std::string nummer;
};

struct Ingreep {
  const char* naam;
  std::function<void(Casus&)> vooraf;
  std::function<kast::Voornemen(const Casus&)> maak;
  const char* verliest = "";  // whose access ends: by an older beheer they may still read what they do not open
};

const std::vector<Ingreep>& ingrepen() {
  static const std::vector<Ingreep> kLijst = {
      {"handing over", [](Casus&) {}, [](const Casus& c) { return c.toegang("overgedragen", "reg2", "reg1"); }},
      {"letting somebody read less", [](Casus&) {},
       [](const Casus& c) { return c.voeg_toe(Casus::deelname({"identiteit"})); }},
      {"closing, which shields", [](Casus&) {}, [](const Casus& c) { return c.sluit(); }},
      {"closing with a beoordeling that nobody judged", [](Casus& c) { c.beoordeel(); },
       [](const Casus& c) { return c.sluit(); }},
      {"the joint judgment", [](Casus& c) { c.beoordeel(); },
       [](const Casus& c) { return c.voeg_toe(opdracht("1-opgenomen/08-profiel", kDag)); }},
      {"the first stuk after a decision ran out",
       [](Casus& c) {
         kast::StukOpdracht besluit = Casus::deelname({"identiteit", "zaak"});
         besluit.datum = kDag.plus_dagen(-5);
         besluit.inhoud.vind("deelnemers")->lijst().front().zet("tot", kDag.plus_dagen(-2).tekst());
         kast::voer_uit(c.voeg_toe(besluit));
         REQUIRE_FALSE(kast::verlopen_sleutels(c.k.open(), c.laad(), kDag).empty());
       },
       [](const Casus& c) { return c.voeg_toe(opdracht("1-opgenomen/04-notificatie", kDag)); }},
      {"another role", [](Casus&) {}, [](const Casus& c) { return c.om1_wordt_deelnemer(); }, "om1"},
      {"shielding again, once somebody else keeps the case", [](Casus& c) { c.contactpunt_komt(); },
       [](const Casus& c) { return c.toegang("afgeschermd"); }},
      {"an ijkpunt, the first of the kast", [](Casus&) {}, [](const Casus& c) { return c.ijkpunt(); }},
      {"bringing together what two changed apart",
       [](Casus& c) {
         const TijdelijkeMap map;
         const ProefKast daar(c.k, map.pad());
         REQUIRE_FALSE(voeg_samen(c.k.map, daar.map));
         kast::voer_uit(c.toegang("ingetrokken", "om1"));
         const kast::Kast kast = daar.open();
         kast::voer_uit(kast::voeg_stuk_toe(kast, daar.lezer("reg1", kDag), daar.laad(c.nummer, "reg1"),
                                            Casus::deelname({"identiteit", "strafrecht"})));
         REQUIRE_FALSE(voeg_samen(daar.map, c.k.map));
         REQUIRE(kast::toegang_uiteen(c.laad()));
       },
       [](const Casus& c) { return c.voeg_toe(opdracht("1-opgenomen/04-notificatie", kDag)); }},
      {"naming another regisseur, where each reads his own cases",
       [](Casus& c) { kast::voer_uit(c.ieder_zijn_eigen()); },
       [](const Casus& c) { return c.toegang("aangewezen", "", "reg2"); }},
      {"the policy that each reads his own cases", [](Casus&) {},
       [](const Casus& c) { return c.ieder_zijn_eigen(); }, "reg2"},
      {"bringing together a closing and new keys", [](Casus& c) { c.sluit_naast_nieuwe_sleutels(); },
       [](const Casus& c) { return c.toegang("afgeschermd"); }},
  };
  return kLijst;
}

/// Nobody who may read something by the state there is, lacks it; `precies`: nor holds more.
void leest_wat_mag(const Casus& c, bool precies, const std::string& behalve = {}) {
  const kast::GeladenDossier d = c.laad();
  REQUIRE_FALSE(d.geschonden());
  REQUIRE(d.leesbaar);
  const bool uiteen = kast::toegang_uiteen(d);
  std::map<std::string, PerStuk> ieder = mag(c.k, d, kDag);
  for (const std::string& id : kAllen) {
    CAPTURE(id);
    const PerStuk kan = opent(c.k, c.nummer, id, id);
    if (!uiteen && id != behalve) REQUIRE(bevat_alles(kan, ieder[id]));
    if (precies) REQUIRE(is_gelijk(kan, ieder[id]));
  }
  REQUIRE_FALSE(bevat(c.k.controleer(c.nummer, "reg1"), FoutSoort::integriteit));
}

/// Lets it befall the batch at the n-th call; whether the batch came through.
bool tref(const Casus& c, const Ingreep& ingreep, Ramp ramp, int n) {
  const kast::Voornemen v = ingreep.maak(c);
  const Afloop afloop = volg(
      [&] {
        try {
          kast::voer_uit(v);
        } catch (const Fout&) {
          ::_exit(1);
        }
      },
      ramp, n);
  c.k.open().ruim_op();
  leest_wat_mag(c, false, ingreep.verliest);
  return afloop.code == 0;
}

/// The same again; who gave away the keys by then, cannot, and the next stuk ends it.
void nog_eens(const Casus& c, const Ingreep& ingreep) {
  try {
    kast::voer_uit(ingreep.maak(c));
  } catch (const Fout& e) {
    REQUIRE(e.soort() == FoutSoort::sleutel);
    kast::voer_uit(c.voeg_toe(opdracht("1-opgenomen/04-notificatie", kDag)));
  }
}

#ifdef PGA_GROF
constexpr int kGrof = 3;
#else
constexpr int kGrof = 1;
#endif

}  // namespace

TEST_CASE("killed or out of room at any moment: nobody loses what they may read, and given again it ends") {
  if (!kan_volgen()) return;
  const bool alles = std::getenv("PGA_ALLE_MOMENTEN") != nullptr;
  int begin_bij = 0;
  for (const Ingreep& ingreep : ingrepen()) {
    CAPTURE(std::string(ingreep.naam));
    Casus begin;
    ingreep.vooraf(begin);
    leest_wat_mag(begin, false);
    for (const Ramp ramp : {Ramp::dood, Ramp::schijf_vol}) {
      if (ramp == Ramp::schijf_vol && !kan_schijf_vullen()) continue;
      CAPTURE(static_cast<int>(ramp));
      bool klaar = false;
      int n = 1 + begin_bij++ % 4;
      for (; !klaar; n += alles ? 1 : (ramp == Ramp::dood ? 9 : 29) * kGrof) {
        REQUIRE(n < 600);
        CAPTURE(n);
        const Casus c(begin);
        klaar = tref(c, ingreep, ramp, n);
        nog_eens(c, ingreep);
        leest_wat_mag(c, !kast::toegang_uiteen(c.laad()));
        REQUIRE_FALSE(kast::toegang_uiteen(c.laad()));
        REQUIRE_FALSE(heeft_resten(c.k.map));
      }
      CHECK(n > 5);
    }
  }
}

TEST_CASE("a key file that was put back goes once, also with a closing that destroys it too") {
  const Casus c;
  const kast::Pad sleutels = c.k.open().sleutel_map(*Nummer::lees(c.nummer));
  const TijdelijkeMap kopie;
  std::filesystem::copy(sleutels, kopie.pad(), std::filesystem::copy_options::recursive);
  kast::voer_uit(c.toegang("ingetrokken", "om1"));
  (void)voeg_samen(kopie.pad(), sleutels);
  kast::voer_uit(c.sluit());
  CHECK(c.laad().dossier.afgeschermd);
  leest_wat_mag(c, true);
}
