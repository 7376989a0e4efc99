// SPDX-License-Identifier: EUPL-1.2
//
// pga toegang: who can read a dossier, and ending that.
#include <algorithm>
#include <array>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/beheerversie.h"
#include "cli/maak.h"
#include "cli/stukopdracht.h"
#include "lib/basis/nabij.h"
#include "lib/kast/toegang.h"
#include "lib/kast/toegangsoverzicht.h"
#include "lib/kast/voornemen.h"
#include "lib/proces/rollen.h"
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
    Handeling{"wijs-aan", "aangewezen", true}, Handeling{"scherm-af", "afgeschermd", false},
    Handeling{"vernieuw", "vernieuwd", false}};

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

weergave::ToegangRij rij(const kast::Leesrecht& recht, const proces::Dossier& stand) {
  weergave::ToegangRij r;
  r.gebruiker = recht.wie->id.tekst();
  r.organisatie = recht.wie->organisatie;
  for (const Compartiment c : recht.opent) r.opent.emplace_back(naam(c));
  r.sleutel_hier = recht.sleutel_hier;
  if (recht.door_rol) r.op_grond_van = fmt::format("rol {}", fmt::join(recht.wie->rollen, ", "));
  r.sinds = recht.rol_sinds;
  if (recht.besluit) {
    r.besluit = recht.besluit->stuk;
    r.sinds = recht.besluit->sinds;
    r.tot = recht.besluit->tot;
    const proces::StukRegel& s = *stand.stuk(r.besluit);
    r.op_grond_van +=
        fmt::format("{}{} van {}", recht.door_rol ? "; " : "", weergave::leesbaar(s.soort), s.datum.lang());
  }
  if (recht.regisseur && !recht.leest_mee) {
    r.regisseur = true;
    r.besluit = recht.regisseur->stuk;
    r.sinds = recht.regisseur->sinds;
    r.tot = recht.regisseur->tot;
    r.op_grond_van += fmt::format("; regisseur van deze casus sinds {}", recht.regisseur->sinds.lang());
  }
  if (recht.nam_over && !recht.regisseur) {
    r.besluit = recht.nam_over->stuk;
    r.sinds = recht.nam_over->datum;
    r.op_grond_van += fmt::format("; nam de casus over op {}", recht.nam_over->datum.lang());
  }
  if (recht.leest_mee) {
    r.besluit = recht.leest_mee->stuk;
    r.tot = recht.leest_mee->tot;
    r.op_grond_van += "; droeg de casus over en leest mee";
  }
  if (recht.schreef) r.op_grond_van += "; schreef dit stuk";
  return r;
}

std::vector<std::string> let_op(const kast::Toegangsoverzicht& overzicht, const Nummer& nummer) {
  std::vector<std::string> uit;
  if (!overzicht.meer_dan_mag.empty()) {
    uit.push_back(fmt::format(
        "op deze computer liggen nog of weer sleutels van {} die meer openen dan nu mag; pga toegang {} {} "
        "vernietigt ze",
        fmt::join(overzicht.meer_dan_mag, ", "), nummer.tekst(), overzicht.afgeschermd ? "scherm-af" : "vernieuw"));
  }
  if (overzicht.uiteen) {
    uit.push_back(
        fmt::format("de toegang is op twee plaatsen tegelijk veranderd; iemand kan nu nog een sleutel missen of te "
                    "veel hebben, "
                    "tot een regisseur hier iets vastlegt: pga toegang {} vernieuw",
                    nummer.tekst()));
  }
  if (overzicht.gemaakt_door) {
    uit.push_back(fmt::format(
        "de sleutels zijn gemaakt door {}, die dit dossier zelf niet mag lezen; het volgende stuk krijgt nieuwe "
        "sleutels, of doe het nu: pga toegang {} vernieuw",
        overzicht.gemaakt_door->tekst(), nummer.tekst()));
  }
  if (overzicht.zonder_bewaarder) {
    uit.emplace_back(
        "er is geen gebruiker met de rol contactpunt of rechtmatigheid; de regisseurs bewaren daarom de sleutels "
        "van dit gesloten dossier");
  }
  uit.emplace_back(
      "wie een kopie van een sleutel bewaarde, kan lezen wat er tot het einde van de toegang is geschreven; "
      "kopieën van sleutels/ op andere computers en in reservekopieën vernietigt pga niet");
  return uit;
}

weergave::ToegangBlad blad(const kast::Toegangsoverzicht& overzicht, const kast::GeladenDossier& dossier,
                           const std::optional<std::string>& stuk) {
  weergave::ToegangBlad uit;
  uit.dossier = dossier.nummer.tekst();
  uit.stuk = stuk.value_or("");
  uit.afgeschermd = overzicht.afgeschermd;
  for (const kast::Leesrecht& r : overzicht.lezers) uit.rijen.push_back(rij(r, dossier.dossier));
  for (const kast::ToegangEinde& e : overzicht.geeindigd) uit.geeindigd.push_back({e.gebruiker, e.op, e.stuk});
  uit.let_op = let_op(overzicht, dossier.nummer);
  return uit;
}

/// Who hands over, when nobody was named: the writer; for a procesregisseur who does not have the case, the one
/// regisseur who has.
std::string overdrager(const kast::BeheerVersie& beheer, const proces::Dossier& dossier, const kast::Lezer& lezer,
                       Datum dag) {
  const std::string zelf = lezer.id->tekst();
  if (!proces::is_procesregisseur(lezer.rollen) || dossier.regisseur(zelf, dag) != nullptr) return zelf;
  const std::vector<std::string> wie = kast::regisseurs_van(beheer, dossier, dag);
  if (wie.size() == 1) return wie.front();
  throw Fout(FoutSoort::gebruik, "draag-over: van wie gaat de casus over?",
             wie.empty() ? "deze casus heeft nu geen regisseur; wijs er een aan met wijs-aan"
                         : fmt::format("noem wie overdraagt: {}", fmt::join(wie, ", ")));
}

class Toegang : public Opdracht {
 public:
  std::string_view naam() const override { return "toegang"; }
  std::string_view kort() const override { return "wie een dossier kan lezen; toegang beëindigen"; }
  std::string_view lang() const override {
    return "Toont wie welk deel van een dossier kan lezen, en op grond van welk besluit. Met trek-in GEBRUIKER "
           "eindigt "
           "iemands toegang: er komen nieuwe sleutels voor de delen die hij kon lezen, en zijn sleutelbestanden op "
           "deze "
           "computer worden vernietigd. Met draag-over --aan GEBRUIKER gaat de casus naar een andere regisseur; "
           "met "
           "--tot lezen beiden mee tot en met die dag. Met wijs-aan GEBRUIKER komt er een regisseur bij; met --tot "
           "vervangt hij tot en met die dag. "
           "vernieuw geeft het hele dossier nieuwe sleutels. scherm-af doet bij een gesloten casus wat pga sluit "
           "anders zelf doet (artikel 6, lid 3, Wet PGA). Wie een sleutel krijgt, beslissen burgemeester, politie "
           "en OM: "
           "pga weeg, of later pga weeg --deelname.";
  }
  std::string_view voorbeeld() const override { return "pga toegang k7q2"; }

  void bind(Opties& o) override {
    o.argument("NUMMER", opties_.nummer, "het dossier: het nummer, of een begin ervan dat genoeg zegt");
    o.argument("[HANDELING]", handeling_, "trek-in, draag-over, wijs-aan, scherm-af of vernieuw; zonder: tonen");
    o.argument("[GEBRUIKER]", gebruiker_, "van wie de toegang eindigt, of wie regisseur wordt");
    o.optie("--aan", aan_, "GEBRUIKER", "wie de casus overneemt");
    o.optie("--tot", tot_, "DATUM",
            "wie overdraagt, leest tot en met deze dag mee (warme overdracht); wie vervangt, is tot en met deze "
            "dag regisseur");
    o.optie("--reden", reden_, "TEKST", "waarom de toegang verandert");
    o.optie("--stuk", stuk_, "STUK", "toon wie dit ene stuk kan lezen");
  }

  int doe(Omgeving& omgeving) override {
    eis_nummer(opties_, naam());
    if (!handeling_) return toon(omgeving);
    const Handeling& h = handeling(*handeling_);
    if (stuk_) throw Fout(FoutSoort::gebruik, "--stuk hoort bij het tonen van de toegang", "laat --stuk weg");
    const bool over = h.stap == "overgedragen";
    const bool wijst_aan = h.stap == "aangewezen";
    if (h.wie && !gebruiker_) {
      throw Fout(FoutSoort::gebruik,
                 fmt::format("{}: {}", h.woord, wijst_aan ? "wie wordt regisseur?" : "van wie eindigt de toegang?"),
                 fmt::format("noem de gebruiker: pga toegang {} {} {}", *opties_.nummer, h.woord,
                             wijst_aan ? "reg2" : "pol1"));
    }
    if (aan_ && !over) throw Fout(FoutSoort::gebruik, "--aan hoort bij draag-over", "laat --aan weg");
    if (!h.wie && !over && gebruiker_) {
      throw Fout(FoutSoort::gebruik,
                 fmt::format("{} gaat over het hele dossier, niet over {}", h.woord, *gebruiker_),
                 "laat de gebruiker weg, of gebruik trek-in");
    }
    opties_.zet("stap", std::string(h.stap));
    if (tot_ && !over && !wijst_aan) {
      throw Fout(FoutSoort::gebruik, "--tot hoort bij draag-over en wijs-aan", "laat --tot weg");
    }
    if (aan_) opties_.zet("aan", *aan_);
    if (tot_) opties_.zet("tot", *tot_);
    if (reden_) opties_.zet("reden", *reden_);
    if (gebruiker_) opties_.zet(wijst_aan ? "aan" : "gebruiker", *gebruiker_);
    return leg_vast(omgeving, "toegang", opties_,
                    [&](const kast::GeladenDossier& dossier, const kast::Lezer& lezer, Waarde& w) {
                      if (over && w.vind("gebruiker") == nullptr) {
                        w.zet("gebruiker", overdrager(omgeving.open_kast().beheer(), dossier.dossier, lezer,
                                                      omgeving.vandaag()));
                      }
                    });
  }

 private:
  int toon(Omgeving& omgeving) const {
    if (aan_ || reden_ || tot_)
      throw Fout(FoutSoort::gebruik, "deze opties horen bij trek-in, draag-over of wijs-aan",
                 "noem wat u wilt doen");
    const kast::Kast kast = omgeving.open_kast();
    const kast::Lezer lezer = omgeving.lezer(kast);
    const kast::GeladenDossier dossier =
        kast::laad(kast, kast.zoek(*opties_.nummer), lezer, kast::Diepte::termijnen);
    kast::eis_heel(kast, dossier);
    std::optional<std::string> stuk;
    if (stuk_) stuk = zoek_stuk(dossier, "--stuk", *stuk_);
    const auto getoond = blad(kast::toegangsoverzicht(kast, dossier, omgeving.vandaag(), stuk), dossier, stuk);
    omgeving.uit << (omgeving.globaal.json ? weergave::toegang_json(getoond)
                                           : weergave::toegang_tekst(getoond, omgeving.stijl()));
    return meld_dubbel(omgeving, kast);
  }

  StukOpties opties_;
  std::optional<std::string> handeling_;
  std::optional<std::string> gebruiker_;
  std::optional<std::string> aan_;
  std::optional<std::string> tot_;
  std::optional<std::string> reden_;
  std::optional<std::string> stuk_;
};

}  // namespace

std::unique_ptr<Opdracht> maak_toegang() { return std::make_unique<Toegang>(); }

}  // namespace pga::cli
