// SPDX-License-Identifier: EUPL-1.2
//
// pga toegang: who can read a dossier, and ending that.
#include <algorithm>
#include <array>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/basis/nabij.h"
#include "lib/kast/stand.h"
#include "lib/kast/toegang.h"
#include "lib/kast/vernieuw.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/toegang.h"

namespace pga::cli {
namespace {

/// What can be done, as the user says it, and the stap that records it.
struct Handeling {
  std::string_view woord;
  std::string_view stap;
  bool wie;  // it needs a gebruiker
};
constexpr std::array kHandelingen = {
    Handeling{"trek-in", "ingetrokken", true}, Handeling{"draag-over", "overgedragen", false},
    Handeling{"scherm-af", "afgeschermd", false}, Handeling{"vernieuw", "vernieuwd", false}};

const Handeling& handeling(const std::string& woord) {
  const auto* er =
      std::find_if(kHandelingen.begin(), kHandelingen.end(), [&](const Handeling& h) { return h.woord == woord; });
  if (er != kHandelingen.end()) return *er;
  std::vector<std::string> bekend;
  for (const Handeling& h : kHandelingen) bekend.emplace_back(h.woord);
  const std::string beste = nabij(woord, bekend);
  throw Fout(FoutSoort::gebruik, fmt::format("pga toegang kent geen \"{}\"", woord),
             fmt::format("{}kies uit {}", beste.empty() ? "" : fmt::format("bedoelde u {}? ", beste),
                         fmt::join(bekend, ", ")));
}

/// The overview: who can open what, by which decision.
class Overzicht {
 public:
  Overzicht(const kast::Kast& kast, const kast::GeladenDossier& dossier, Datum vandaag)
      : kast_(kast),
        dossier_(dossier),
        vandaag_(vandaag),
        stand_(kast::stand_op(dossier, kast.beleid(), vandaag)),
        gesloten_(stand_.afgeschermd) {}

  [[nodiscard]] weergave::ToegangBlad maak(const std::optional<std::string>& stuk) const {
    weergave::ToegangBlad uit;
    uit.dossier = dossier_.nummer.tekst();
    uit.afgeschermd = gesloten_;
    const kast::GeladenStuk* een = nullptr;
    if (stuk) {
      uit.stuk = zoek_stuk(dossier_, "--stuk", *stuk);
      een = &*std::find_if(dossier_.stukken.begin(), dossier_.stukken.end(),
                           [&](const kast::GeladenStuk& s) { return s.stuk.digest == uit.stuk; });
    }
    for (const kast::Gerechtigde& wie : kast::gerechtigden(kast_.beheer(), dossier_.nummer, stand_, vandaag_)) {
      if (auto r = rij(wie, een)) uit.rijen.push_back(std::move(*r));
    }
    for (const std::string& id : stand_.uitgesloten) uit.geeindigd.push_back(einde(id));
    uit.let_op = let_op();
    return uit;
  }

 private:
  [[nodiscard]] std::optional<weergave::ToegangRij> rij(const kast::Gerechtigde& wie,
                                                        const kast::GeladenStuk* stuk) const {
    weergave::ToegangRij r;
    for (const Compartiment c : wie.compartimenten) {
      if (stuk == nullptr || ziet(wie, *stuk, c)) r.opent.emplace_back(naam(c));
    }
    if (r.opent.empty()) return std::nullopt;
    r.gebruiker = wie.gebruiker->id.tekst();
    r.organisatie = wie.gebruiker->organisatie;
    r.op_grond_van = fmt::format("rol {}", fmt::join(wie.gebruiker->rollen, ", "));
    for (const proces::DeelnemerVelden& d : stand_.deelnemers) {
      if (!gesloten_ && d.gebruiker == r.gebruiker && !(d.tot && *d.tot < vandaag_)) neem_besluit(r, d);
    }
    r.sleutel_hier = kast::heeft_sleutelbestand(kast_.sleutel_map(dossier_.nummer), wie.gebruiker->id);
    return r;
  }

  void neem_besluit(weergave::ToegangRij& r, const proces::DeelnemerVelden& d) const {
    const proces::StukRegel* s = stand_.stuk(d.stuk);
    if (s == nullptr) return;
    r.besluit = d.stuk;
    r.sinds = d.sinds;
    r.tot = d.tot;
    const std::string besluit = fmt::format("{} van {}", weergave::leesbaar(s->soort), s->datum.lang());
    const bool rol = !kast::door_rol(kast_.beheer(), *kast_.beheer().vind(*GebruikerId::lees(r.gebruiker)),
                                     kast::toestand_van(dossier_.nummer))
                          .empty();
    r.op_grond_van = rol ? fmt::format("{}; {}", r.op_grond_van, besluit) : besluit;
  }

  /// What a partner found before the joint judgment only opens to that partner and the regisseurs.
  [[nodiscard]] bool ziet(const kast::Gerechtigde& wie, const kast::GeladenStuk& stuk, Compartiment c) const {
    if (!kast::eigen_sleutel(stuk.soort, c) || stand_.heeft_profiel) return true;
    return wie.gebruiker->ziet_beoordelingen() || wie.gebruiker->id == stuk.stuk.kop.door;
  }

  [[nodiscard]] weergave::ToegangEinde einde(const std::string& id) const {
    weergave::ToegangEinde uit{id, vandaag_, {}};
    for (const proces::ToegangRegel& r : stand_.toegang) {
      if (r.gebruiker == id) uit = {id, r.datum, r.stuk};
    }
    return uit;
  }

  [[nodiscard]] std::vector<std::string> let_op() const {
    std::vector<std::string> uit;
    std::vector<std::string> namen;
    for (const kast::SleutelBestand& s : kast::zonder_recht(kast_, dossier_, vandaag_)) {
      if (std::find(namen.begin(), namen.end(), s.gebruiker) == namen.end()) namen.push_back(s.gebruiker);
    }
    if (!namen.empty()) {
      uit.push_back(
          fmt::format("op deze computer liggen nog sleutels van {}, die het dossier niet meer mag lezen: pga "
                      "toegang {} trek-in {}",
                      fmt::join(namen, ", "), dossier_.nummer.tekst(), namen.front()));
    }
    if (gesloten_) {
      const bool bewaarder = std::any_of(
          kast_.beheer().gebruikers.begin(), kast_.beheer().gebruikers.end(),
          [](const kast::Gebruiker& g) { return g.heeft_rol("contactpunt") || g.heeft_rol("rechtmatigheid"); });
      if (!bewaarder) {
        uit.emplace_back(
            "er is geen gebruiker met de rol contactpunt of rechtmatigheid; de regisseurs bewaren daarom de "
            "sleutels van dit gesloten dossier");
      }
    }
    uit.emplace_back(
        "wie een kopie van een sleutel bewaarde, kan lezen wat er tot het einde van de toegang is geschreven; "
        "kopieën van sleutels/ op andere computers en in reservekopieën vernietigt pga niet");
    return uit;
  }

  const kast::Kast& kast_;
  const kast::GeladenDossier& dossier_;
  Datum vandaag_;
  proces::Dossier stand_;
  bool gesloten_;
};

class Toegang : public Opdracht {
 public:
  std::string_view naam() const override { return "toegang"; }
  std::string_view kort() const override { return "wie een dossier kan lezen; toegang beëindigen"; }
  std::string_view lang() const override {
    return "Toont wie welk deel van een dossier kan lezen, en op grond van welk besluit. Met trek-in GEBRUIKER "
           "eindigt "
           "iemands toegang: er komen nieuwe sleutels voor de delen die hij kon lezen, en zijn sleutelbestanden op "
           "deze "
           "computer worden vernietigd. Met draag-over --aan GEBRUIKER gaat de casus naar een andere regisseur. "
           "vernieuw geeft het hele dossier nieuwe sleutels. scherm-af doet bij een gesloten casus wat pga sluit "
           "anders zelf doet (artikel 6, lid 3, Wet PGA). Wie een sleutel krijgt, beslissen burgemeester, politie "
           "en OM: "
           "pga weeg, of later pga weeg --deelname.";
  }
  std::string_view voorbeeld() const override { return "pga toegang k7q2"; }

  void bind(Opties& o) override {
    o.argument("NUMMER", opties_.nummer, "het dossier: het nummer, of een begin ervan dat genoeg zegt");
    o.argument("[HANDELING]", handeling_, "trek-in, draag-over, scherm-af of vernieuw; zonder: tonen");
    o.argument("[GEBRUIKER]", gebruiker_, "van wie de toegang eindigt");
    o.optie("--aan", aan_, "GEBRUIKER", "wie de casus overneemt");
    o.optie("--reden", reden_, "TEKST", "waarom de toegang verandert");
    o.optie("--stuk", stuk_, "STUK", "toon wie dit ene stuk kan lezen");
  }

  int doe(Omgeving& omgeving) override {
    eis_nummer(opties_, naam());
    if (!handeling_) return toon(omgeving);
    const Handeling& h = handeling(*handeling_);
    if (stuk_) throw Fout(FoutSoort::gebruik, "--stuk hoort bij het tonen van de toegang", "laat --stuk weg");
    if (h.wie && !gebruiker_) {
      throw Fout(FoutSoort::gebruik, fmt::format("{}: van wie eindigt de toegang?", h.woord),
                 fmt::format("noem de gebruiker: pga toegang {} {} pol1", *opties_.nummer, h.woord));
    }
    const bool over = h.stap == "overgedragen";
    if (aan_ && !over) throw Fout(FoutSoort::gebruik, "--aan hoort bij draag-over", "laat --aan weg");
    if (!h.wie && !over && gebruiker_) {
      throw Fout(FoutSoort::gebruik,
                 fmt::format("{} gaat over het hele dossier, niet over {}", h.woord, *gebruiker_),
                 "laat de gebruiker weg, of gebruik trek-in");
    }
    opties_.zet("stap", std::string(h.stap));
    if (aan_) opties_.zet("aan", *aan_);
    if (reden_) opties_.zet("reden", *reden_);
    if (gebruiker_) opties_.zet("gebruiker", *gebruiker_);
    return leg_vast(omgeving, "toegang", opties_,
                    [&](const kast::GeladenDossier&, const kast::Lezer& lezer, Waarde& w) {
                      if (over && w.vind("gebruiker") == nullptr) w.zet("gebruiker", lezer.id->tekst());
                    });
  }

 private:
  int toon(Omgeving& omgeving) const {
    if (aan_ || reden_)
      throw Fout(FoutSoort::gebruik, "deze opties horen bij trek-in of draag-over", "noem wat u wilt doen");
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    const kast::GeladenDossier dossier =
        kast::laad(kast, kast.zoek(*opties_.nummer), lezer, kast::Diepte::termijnen);
    kast::eis_heel(kast, dossier);
    const weergave::ToegangBlad blad = Overzicht(kast, dossier, omgeving.vandaag()).maak(stuk_);
    omgeving.uit << (omgeving.globaal.json ? weergave::toegang_json(blad)
                                           : weergave::toegang_tekst(blad, omgeving.stijl()));
    return 0;
  }

  StukOpties opties_;
  std::optional<std::string> handeling_;
  std::optional<std::string> gebruiker_;
  std::optional<std::string> aan_;
  std::optional<std::string> reden_;
  std::optional<std::string> stuk_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_toegang() { return std::make_unique<Toegang>(); }

}  // namespace pga::cli
