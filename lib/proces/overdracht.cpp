// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/overdracht.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

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

class Kiezer {
 public:
  Kiezer(const Dossier& dossier, const Waarde& document) : d_(dossier), document_(document) {}

  Overdrachtkeuze doe(const std::vector<Invoer>& stukken) {
    for (const Invoer& s : stukken) {
      const StukRegel* regel = d_.stuk(s.digest);
      if (regel != nullptr && regel->vervangen_door.empty()) neem(s.inhoud);
    }
    toets_raadpleging();
    personen();
    Waarde signalen = Waarde::lijst_();
    for (const auto& [id, signaal] : signalen_) {
      if (const auto waarom = blijft(signaal)) {
        uit_.achtergehouden.push_back({id, *waarom});
      } else {
        uit_.gegeven.push_back(id);
        signalen.voeg_toe(signaal);
      }
    }
    ongevraagd();
    if (signalen.lijst().empty() && uit_.bezwaren.empty()) {
      geweigerd("er is geen signaal dat naar de andere gemeente mag", "zonder signalen is er niets om te wegen",
                kGrond);
    }
    uit_.gegevens.zet("signalen", std::move(signalen));
    return std::move(uit_);
  }

 private:
  void geweigerd(std::string wat, std::string tip, std::string grond) {
    uit_.bezwaren.push_back({FoutSoort::geweigerd, {}, std::move(wat), std::move(tip), std::move(grond)});
  }
  void fout(const Waarde& bij, std::string wat, std::string tip) {
    uit_.bezwaren.push_back(
        {FoutSoort::document, Plaats{{}, bij.plek.regel, bij.plek.kolom}, std::move(wat), std::move(tip), {}});
  }

  void neem(const Waarde& inhoud) {
    if (const Waarde* b = inhoud.vind("betrokkene"); b != nullptr && b->is_kaart()) voeg_in(betrokkene_, *b);
    for (const Waarde& r : inhoud.items_van("relaties")) {
      const std::string id = r.tekst_van("id");
      if (!id.empty()) voeg_in(relaties_.emplace(id, Waarde::kaart()).first->second, r);
    }
    for (const Waarde& s : inhoud.items_van("signalen")) {
      const std::string id = s.is_kaart() ? s.tekst_van("id") : std::string();  // a text cites ids alone
      if (!id.empty()) voeg_in(signalen_.emplace(id, Waarde::kaart()).first->second, s);
    }
  }

  [[nodiscard]] const Waarde* gevraagd(const std::string& organisatie) const {
    for (const Waarde& r : document_.items_van("raadpleging")) {
      if (r.tekst_van("organisatie") == organisatie) return &r;
    }
    return nullptr;
  }

  /// Nothing: it goes.
  std::optional<Achterhouding> blijft(const Waarde& signaal) {
    const std::string id = signaal.tekst_van("id");
    if (signaal.tekst_van("tekst").empty()) return Achterhouding::niet_te_lezen;
    const Herkomst herkomst = lees<Herkomst>(signaal.tekst_van("herkomst")).value_or(Herkomst::algemeen);
    if (herkomst == Herkomst::zorg) return Achterhouding::beroepsgeheim;
    const std::string bron = signaal.tekst_van("ingebracht_door");
    const Waarde* antwoord = gevraagd(bron);
    if (antwoord == nullptr) {
      ++ongevraagd_[bron];
      return std::nullopt;
    }
    const std::string bezwaar = antwoord->tekst_van("bezwaar");
    if (bezwaar == "alles" || (bezwaar == "deels" && staat_in(*antwoord, "bezwaar_tegen", id))) {
      return Achterhouding::bezwaar;
    }
    const bool vrij = herkomst != Herkomst::politie_om || staat_in(*antwoord, "instemming", id);
    return vrij ? std::nullopt : std::optional(Achterhouding::zonder_instemming);
  }

  void ongevraagd() {
    for (const auto& [bron, aantal] : ongevraagd_) {
      geweigerd(fmt::format("{} bracht {} in en is niet geraadpleegd over de overdracht", de_organisatie(bron),
                            aantal == 1 ? "een signaal" : fmt::format("{} signalen", aantal)),
                "vraag of zwaarwegende redenen zich verzetten, en zet het antwoord bij raadpleging", kGrond);
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
             "noem de signalen waar het bezwaar over gaat");
      }
      if (r.tekst_van("bezwaar") != "geen" && r.vind("reden") == nullptr) {
        fout(r, "bij een bezwaar horen de zwaarwegende redenen", "zet ze bij reden");
      }
    }
  }
  void toets_item(const Waarde& antwoord, const Waarde& id) {
    const auto er = signalen_.find(id.is_tekst() ? id.tekst() : std::string());
    const std::string organisatie = antwoord.tekst_van("organisatie");
    if (er != signalen_.end() && er->second.tekst_van("ingebracht_door") == organisatie) return;
    fout(id,
         fmt::format("signaal {} is niet van {}", id.is_tekst() ? id.tekst() : std::string(),
                     de_organisatie(organisatie)),
         "noem alleen signalen die deze organisatie zelf inbracht; pga toon noemt ze");
  }

  void personen() {
    betrokkene_.verwijder("detentie");  // of the prison service or OM, and not asked for
    if (const std::string id = betrokkene_.tekst_van("id"); !id.empty()) uit_.personen.push_back(id);
    uit_.gegevens.zet("betrokkene", betrokkene_);
    Waarde lijst = Waarde::lijst_();
    for (const Waarde& id : document_.items_van("relatie_ids")) {
      const auto er = relaties_.find(id.is_tekst() ? id.tekst() : std::string());
      if (er == relaties_.end()) {
        fout(id, fmt::format("{} is niet iemand om de betrokkene heen", id.is_tekst() ? id.tekst() : std::string()),
             "noem de id's van relaties; pga toon noemt ze");
        continue;
      }
      uit_.personen.push_back(er->first);
      uit_.gegeven.push_back(er->first);
      lijst.voeg_toe(er->second);
    }
    if (!lijst.lijst().empty()) uit_.gegevens.zet("relaties", std::move(lijst));
  }

  const Dossier& d_;
  const Waarde& document_;
  Waarde betrokkene_ = Waarde::kaart();
  std::map<std::string, Waarde> relaties_;
  std::map<std::string, Waarde> signalen_;
  std::map<std::string, int> ongevraagd_;
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
                                     const Waarde& document) {
  return Kiezer(dossier, document).doe(stukken);
}

/// Another casusoverleg is a recipient (artikel 14, lid 3, onder c, AVG).
void Vouwer::overdracht(const Invoer& s, const Overdracht& o) {
  for (const std::string& id : o.personen) {
    if (d_.betrokkene(id) != nullptr) feit_van(s, termijn::FeitSoort::eerste_verstrekking, id, dag_);
  }
}

void toets_overdracht(Toetser& t) {
  if (!opgenomen(t)) return;
  if (t.w.tekst_van("aan") == t.b.gemeente && !t.b.gemeente.empty()) {
    t.document(t.veld("aan"), {"dit is de eigen gemeente", "noem de gemeente waar het andere casusoverleg is",
                               "artikel 7, lid 1, Wet PGA"});
  }
}

}  // namespace pga::proces
