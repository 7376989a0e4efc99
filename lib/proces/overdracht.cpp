// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/overdracht.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/proces/dossier.h"
#include "lib/proces/lezer.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/toetser.h"
#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

constexpr const char* kGrond = "artikel 7, lid 2, Wet PGA";

bool staat_in(const Waarde& in, std::string_view veld, const std::string& id) {
  const Waarde::Lijst& lijst = in.items_van(veld);
  return std::any_of(lijst.begin(), lijst.end(), [&](const Waarde& w) { return w.is_tekst() && w.tekst() == id; });
}

/// The fields of a later stuk in the place of those of an earlier.
void voeg_in(Waarde& oud, const Waarde& nieuw) {
  for (const Veld& v : nieuw.velden()) oud.zet(v.naam, v.waarde);
}

/// What a supplier is asked about, and who that is.
struct Onderdeel {
  Waarde wat = Waarde::kaart();
  std::string leverancier;
};
using Onderdelen = std::map<std::string, Onderdeel>;

/// The deelnemer through whom what somebody else knew came in: of an aanmelding who made it, of a melding who
/// received it, else who recorded it. A school has no say of artikel 7, lid 2, and may not hear of the case by
/// being asked.
std::string ingebracht_via(const Invoer& s) {
  for (const char* veld : {"aangemeld_door", "ontvangen_door"}) {
    if (const std::string wie = s.inhoud.tekst_van(veld); !wie.empty()) return wie;
  }
  return s.organisatie;
}

class Kiezer {
 public:
  Kiezer(const Dossier& dossier, const Waarde& document, std::string_view gemeente)
      : d_(dossier), document_(document), gemeente_(gemeente) {}

  Overdrachtkeuze doe(const std::vector<Invoer>& stukken) {
    for (const Invoer& s : stukken) {
      const StukRegel* regel = d_.stuk(s.digest);
      if (regel != nullptr && regel->vervangen_door.empty()) neem(s);
    }
    toets_raadpleging();
    toets_verblijf();
    personen();
    Waarde signalen = Waarde::lijst_();
    for (const auto& [id, signaal] : signalen_) {
      const auto herkomst = lees<Herkomst>(signaal.wat.tekst_van("herkomst")).value_or(Herkomst::algemeen);
      if (signaal.wat.tekst_van("tekst").empty()) {
        uit_.achtergehouden.push_back({id, Achterhouding::niet_te_lezen});
      } else if (herkomst == Herkomst::zorg) {
        uit_.achtergehouden.push_back({id, Achterhouding::beroepsgeheim});
      } else if (onjuist_.count(id) != 0) {
        uit_.achtergehouden.push_back({id, Achterhouding::wordt_hersteld});
      } else if (mag_mee(id, signaal, herkomst == Herkomst::politie_om)) {
        signalen.voeg_toe(signaal.wat);
      }
    }
    ongevraagd();
    if (signalen.lijst().empty() && uit_.bezwaren.empty()) {
      geweigerd("er is geen signaal dat naar de andere gemeente mag", "zonder signalen is er niets om te wegen");
    }
    uit_.gegevens.zet("signalen", std::move(signalen));
    return std::move(uit_);
  }

 private:
  void geweigerd(std::string wat, std::string tip) {
    uit_.bezwaren.push_back({FoutSoort::geweigerd, {}, std::move(wat), std::move(tip), kGrond});
  }
  void fout(const Waarde& bij, std::string wat, std::string tip) {
    uit_.bezwaren.push_back(
        {FoutSoort::document, Plaats{{}, bij.plek.regel, bij.plek.kolom}, std::move(wat), std::move(tip), {}});
  }

  static void neem_lijst(const Invoer& s, std::string_view veld, Onderdelen& bij) {
    for (const Waarde& w : s.inhoud.items_van(veld)) {
      const std::string id = w.is_kaart() ? w.tekst_van("id") : std::string();  // a text cites ids alone
      if (id.empty()) continue;
      Onderdeel& o = bij[id];
      voeg_in(o.wat, w);
      if (!o.leverancier.empty()) continue;  // who brought it in first
      const std::string bron = w.tekst_van("ingebracht_door");
      o.leverancier = is_deelnemer(bron) ? bron : ingebracht_via(s);
    }
  }
  void neem(const Invoer& s) {
    const Waarde* b = s.inhoud.vind("betrokkene");
    if (b != nullptr && b->is_kaart()) voeg_in(betrokkene_, *b);
    neem_lijst(s, "relaties", relaties_);
    neem_lijst(s, "signalen", signalen_);
    if (s.soort == naam(Soort::correctie)) neem_correctie(s);
    if (s.soort == naam(Soort::overdracht)) {
      for (const Waarde& r : s.inhoud.items_van("raadpleging")) eerder_.push_back(r);
    }
  }
  /// What was found to be wrong goes nowhere until it is put right (artikel 8 Besluit PGA).
  void neem_correctie(const Invoer& s) {
    const std::string id = s.inhoud.tekst_van("id");
    const auto stand = std::find_if(d_.correcties.begin(), d_.correcties.end(),
                                    [&](const CorrectieStand& c) { return c.id == id; });
    const std::string signaal = s.inhoud.tekst_van("signaal");
    if (stand != d_.correcties.end() && !stand->hersteld_op && !signaal.empty()) onjuist_.insert(signaal);
  }

  [[nodiscard]] bool zelfde(const std::string& een, const std::string& ander) const {
    const bool elders = is_van_andere_gemeente(een, gemeente_) || is_van_andere_gemeente(ander, gemeente_);
    return elders ? een == ander : zelfde_organisatie(een, ander);
  }
  [[nodiscard]] std::vector<const Waarde*> antwoorden(const std::string& organisatie) const {
    std::vector<const Waarde*> uit;
    for (const Waarde& r : document_.items_van("raadpleging")) {
      if (zelfde(r.tekst_van("organisatie"), organisatie)) uit.push_back(&r);
    }
    return uit;
  }

  /// What was answered at an earlier transfer, by who has not been asked since: an objection stands.
  [[nodiscard]] std::vector<const Waarde*> eerdere_antwoorden() const {
    std::vector<const Waarde*> uit;
    for (const Waarde& r : eerder_) {
      const std::vector<const Waarde*> nu = antwoorden(r.tekst_van("organisatie"));
      const bool opnieuw = std::any_of(nu.begin(), nu.end(), [&](const Waarde* a) {
        return a->tekst_van("datum") >= r.tekst_van("datum");  // ISO days sort as text
      });
      if (!opnieuw) uit.push_back(&r);
    }
    return uit;
  }

  /// Notes what goes and what stays. `instemmen`: it goes only when its supplier says so.
  bool mag_mee(const std::string& id, const Onderdeel& o, bool instemmen) {
    const std::vector<const Waarde*> van_hem = antwoorden(o.leverancier);
    if (van_hem.empty()) {
      ongevraagd_[o.leverancier].push_back(id);
      return false;
    }
    const auto zegt = [&](const char* veld) {
      return std::any_of(van_hem.begin(), van_hem.end(), [&](const Waarde* a) { return staat_in(*a, veld, id); });
    };
    std::vector<const Waarde*> ieder = eerdere_antwoorden();
    for (const Waarde& r : document_.items_van("raadpleging")) ieder.push_back(&r);
    const bool alles = std::any_of(ieder.begin(), ieder.end(), [&](const Waarde* a) {
      return a->tekst_van("bezwaar") == "alles" && zelfde(a->tekst_van("organisatie"), o.leverancier);
    });
    const bool iemand =
        std::any_of(ieder.begin(), ieder.end(), [&](const Waarde* a) { return staat_in(*a, "bezwaar_tegen", id); });
    if (alles || iemand) {
      uit_.achtergehouden.push_back({id, Achterhouding::bezwaar});
    } else if (instemmen && !zegt("instemming")) {
      uit_.achtergehouden.push_back({id, Achterhouding::zonder_instemming});
    } else {
      uit_.gegeven.push_back(id);
      return true;
    }
    return false;
  }

  void ongevraagd() {
    for (const auto& [bron, ids] : ongevraagd_) {
      geweigerd(fmt::format("{} bracht {} in en is niet geraadpleegd over de overdracht", de_organisatie(bron),
                            fmt::join(ids, ", ")),
                "vraag of zwaarwegende redenen zich verzetten, en zet het antwoord bij raadpleging");
    }
  }

  /// What a supplier says is about what that supplier brought in.
  void toets_raadpleging() {
    for (const Waarde& r : document_.items_van("raadpleging")) {
      for (const char* veld : {"bezwaar_tegen", "instemming"}) {
        for (const Waarde& id : r.items_van(veld)) toets_item(r, id);
      }
      const bool deels = r.tekst_van("bezwaar") == "deels";
      if (deels != !r.items_van("bezwaar_tegen").empty()) {
        fout(r, "bezwaar_tegen hoort bij bezwaar: deels, en andersom",
             "noem de signalen of personen waar het bezwaar over gaat");
      }
      if (r.tekst_van("bezwaar") != "geen" && r.vind("reden") == nullptr) {
        fout(r, "bij een bezwaar horen de zwaarwegende redenen", "zet ze bij reden");
      }
    }
  }
  /// Of relaties it is not on record who knew of them first, so each deelnemer may object.
  void toets_item(const Waarde& antwoord, const Waarde& id) {
    const std::string tekst = id.is_tekst() ? id.tekst() : std::string();
    const std::string organisatie = antwoord.tekst_van("organisatie");
    if (!tekst.empty() && tekst == betrokkene_.tekst_van("id")) {
      return geweigerd(
          fmt::format("{} heeft bezwaar tegen de gegevens van de betrokkene zelf", de_organisatie(organisatie)),
          "zonder te zeggen over wie het gaat, kan er niets over; bespreek het met deze organisatie");
    }
    const auto er = signalen_.find(tekst);
    if (relaties_.count(tekst) != 0 || (er != signalen_.end() && zelfde(er->second.leverancier, organisatie)))
      return;
    fout(id, fmt::format("signaal {} is niet van {}", tekst, de_organisatie(organisatie)),
         "noem alleen signalen die deze organisatie zelf inbracht; pga toon noemt ze");
  }

  /// Nobody sends on, as where somebody lives, an address that is left.
  void toets_verblijf() {
    const Waarde* reden = document_.vind("reden");
    if (reden == nullptr || document_.tekst_van("reden") != naam(OverdrachtReden::verhuisd)) return;
    const std::string verblijf = betrokkene_.tekst_van("gemeente_van_verblijf");
    if (verblijf.empty() || !zelfde_gemeente(verblijf, gemeente_)) return;
    fout(*reden, fmt::format("volgens dit dossier verblijft de betrokkene nog in {}", verblijf),
         "leg eerst vast waar hij of zij nu verblijft: pga melding NUMMER, bij betrokkene gemeente_van_verblijf en "
         "adres");
  }

  void personen() {
    betrokkene_.verwijder("detentie");      // of the prison service or OM, and not asked for
    betrokkene_.verwijder("gezagdragers");  // others, whom only relatie_ids names
    if (const std::string id = betrokkene_.tekst_van("id"); !id.empty()) uit_.personen.push_back(id);
    uit_.gegevens.zet("betrokkene", betrokkene_);
    Waarde lijst = Waarde::lijst_();
    for (const Waarde& id : document_.items_van("relatie_ids")) {
      const auto er = relaties_.find(id.is_tekst() ? id.tekst() : std::string());
      if (er == relaties_.end()) {
        fout(id, fmt::format("{} is niet iemand om de betrokkene heen", id.is_tekst() ? id.tekst() : std::string()),
             "noem de id's van relaties; pga toon noemt ze");
      } else if (mag_mee(er->first, er->second, false)) {
        uit_.personen.push_back(er->first);
        lijst.voeg_toe(er->second.wat);
      }
    }
    if (!lijst.lijst().empty()) uit_.gegevens.zet("relaties", std::move(lijst));
  }

  const Dossier& d_;
  const Waarde& document_;
  std::string_view gemeente_;
  Waarde betrokkene_ = Waarde::kaart();
  Onderdelen relaties_;
  Onderdelen signalen_;
  std::map<std::string, std::vector<std::string>> ongevraagd_;
  std::set<std::string> onjuist_;
  std::vector<Waarde> eerder_;  // answers at earlier transfers
  Overdrachtkeuze uit_;
};

}  // namespace

Overdracht overdracht(const Lezer& l) {
  Overdracht o;
  o.datum = l.datum("datum");
  o.reden = l.woord<OverdrachtReden>("reden");
  o.personen = l.teksten("personen");
  o.bundel = l.tekst("bundel");
  return o;
}

Overdracht lees_overdracht(const Waarde& w, Onleesbaar* o) { return overdracht({&w, o, nullptr}); }

Overdrachtkeuze kies_voor_overdracht(const std::vector<Invoer>& stukken, const Dossier& dossier,
                                     const Waarde& document, std::string_view gemeente) {
  return Kiezer(dossier, document, gemeente).doe(stukken);
}

/// Another casusoverleg is a recipient (artikel 14, lid 3, onder c, AVG).
void Vouwer::overdracht(const Invoer& s, const Overdracht& o) {
  for (const std::string& id : o.personen) {
    if (d_.betrokkene(id) != nullptr) feit_van(s, termijn::FeitSoort::eerste_verstrekking, id, dag_);
  }
}

void toets_overdracht(Toetser& t) {
  if (!opgenomen(t)) return;
  if (!t.b.gemeente.empty() && zelfde_gemeente(t.w.tekst_van("aan"), t.b.gemeente)) {
    t.document(t.veld("aan"), {"dit is de eigen gemeente", "noem de gemeente waar het andere casusoverleg is",
                               "artikel 7, lid 1, Wet PGA"});
  }
}

}  // namespace pga::proces
