// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/profiel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/overzicht.h"

namespace pga::weergave {
namespace {

constexpr std::string_view kInspring = "  ";
constexpr std::string_view kOnvoldoende = proces::kOnvoldoendeInformatie;
constexpr std::string_view kVerzegeld = "[verzegeld]";

struct Aspect {
  std::string_view veld;
  std::string_view titel;
};
constexpr std::array<Aspect, 5> kAspecten = {{{"zelfredzaamheid", "Zelfredzaamheid"},
                                              {"identiteit", "Identiteit"},
                                              {"sociale_relaties", "Sociale relaties"},
                                              {"ideologie", "Ideologie"},
                                              {"actie_en_geweldsbereidheid", "Actie- en geweldsbereidheid"}}};

/// What a stuk says of one aspect; nullptr when it says nothing, or that is sealed.
const Waarde* oordeel(const StukBlad& stuk, std::string_view aspect) {
  const Waarde* aspecten = stuk.inhoud.vind("aspecten");
  return aspecten == nullptr || !aspecten->is_kaart() ? nullptr : aspecten->vind(aspect);
}

std::string woord(const Waarde* oordeel_, std::string_view veld) {
  return oordeel_ == nullptr || !oordeel_->is_kaart() ? std::string() : oordeel_->tekst_van(veld);
}

/// Whether some of a stuk is closed to the reader, so that a silence may be a seal.
bool deels_dicht(const StukBlad& stuk) { return !stuk.verzegeld.empty(); }

/// The beoordelingen of one round, and the profile that ended it: nullptr while it goes on.
struct Ronde {
  std::vector<const StukBlad*> beoordelingen;  // the latest of each author, in the order of the fold
  const StukBlad* profiel = nullptr;
};

std::vector<const StukBlad*> geldige_profielen(const DossierBlad& blad) {
  std::vector<const StukBlad*> uit;
  for (const StukBlad* s : geldige_stukken(blad)) {
    if (s->soort == "profiel") uit.push_back(s);
  }
  return uit;
}

Ronde huidige_ronde(const DossierBlad& blad) {
  Ronde nu;
  Ronde vorige;
  for (const StukBlad* s : geldige_stukken(blad)) {
    if (s->soort == "profiel") {
      nu.profiel = s;
      vorige = std::exchange(nu, {});
    } else if (s->soort == "beoordeling") {
      const auto zelfde = [&](const StukBlad* b) { return b->door == s->door; };
      nu.beoordelingen.erase(std::remove_if(nu.beoordelingen.begin(), nu.beoordelingen.end(), zelfde),
                             nu.beoordelingen.end());
      nu.beoordelingen.push_back(s);
    }
  }
  return nu.beoordelingen.empty() && vorige.profiel != nullptr ? vorige : nu;
}

std::string van_wie(const StukBlad& s) {
  const std::string organisatie = s.inhoud.tekst_van("organisatie");
  return organisatie.empty() ? s.organisatie : organisatie;
}

/// Where the partners stand apart on one aspect, as far as the reader sees.
struct Verschil {
  bool vergeleken = true;  // every judgment of the round could be seen
  bool verschillen = false;
  std::vector<std::string> weet_te_weinig;
};

Verschil vergelijk(const Ronde& ronde, std::string_view aspect) {
  Verschil uit;
  std::set<std::string> standen;
  for (const StukBlad* s : ronde.beoordelingen) {
    const std::string stand = woord(oordeel(*s, aspect), "stand");
    if (stand == kOnvoldoende) {
      uit.weet_te_weinig.push_back(van_wie(*s));
    } else if (!stand.empty()) {
      standen.insert(stand);
    } else if (deels_dicht(*s)) {
      uit.vergeleken = false;
    }
  }
  uit.verschillen = standen.size() > 1;
  return uit;
}

/// The words of the scale that the marks stand on: those of now, when this profile was made with them.
std::vector<std::string> standen_voor(const DossierBlad& blad, const StukBlad& profiel) {
  const std::string naam = profiel.inhoud.tekst_van("schaal");
  return naam.empty() || naam == blad.schaal_naam ? blad.schaal_standen : std::vector<std::string>{};
}

/// Whether the joint judgment leaves something to gain on this aspect: what is attainable stands higher on the
/// scale, or, when those words are of another scale, elsewhere.
bool ruimte(const Waarde* samen, const std::vector<std::string>& standen) {
  const std::string huidig = woord(samen, "huidig");
  const std::string haalbaar = woord(samen, "haalbaar");
  if (huidig.empty() || huidig == haalbaar || haalbaar == kOnvoldoende) return false;
  const auto nu = std::find(standen.begin(), standen.end(), huidig);
  const auto straks = std::find(standen.begin(), standen.end(), haalbaar);
  if (nu != standen.end() && straks != standen.end()) return nu < straks;
  return woord(samen, "waarom_lager").empty();
}

std::string opsomming(const std::vector<std::string>& woorden) {
  std::string uit;
  for (const std::string& w : woorden) uit += (uit.empty() ? "" : ", ") + leesbaar(w);
  return uit;
}

class Vergelijking {
 public:
  Vergelijking(const DossierBlad& blad, const Ronde& ronde, const Stijl& stijl)
      : blad_(blad), ronde_(ronde), stijl_(stijl) {}

  std::string tekst() const {
    std::string uit = kop();
    for (const Aspect& a : kAspecten) uit += '\n' + aspect(a);
    return uit + afwijkend() + slot();
  }

 private:
  std::string kop() const {
    std::string stand = "nog niet vastgesteld";
    if (ronde_.profiel != nullptr) stand = "vastgesteld op " + ronde_.profiel->datum.lang();
    const std::string van = aantal(ronde_.beoordelingen.size(), "beoordeling", "beoordelingen");
    std::string uit =
        verf(fmt::format("dossier {}: profiel {}, {}", veilig(blad_.nummer), stand, van), Kleur::vet, stijl_) +
        '\n';
    const std::string eigen =
        ronde_.profiel == nullptr ? std::string() : ronde_.profiel->inhoud.tekst_van("schaal");
    const std::string& schaal = eigen.empty() ? blad_.schaal_naam : eigen;
    if (!schaal.empty()) uit += omloop("schaal: " + veilig(schaal), stijl_.breedte) + '\n';
    return uit;
  }

  std::string aspect(const Aspect& a) const {
    Tabel t{{"", "", ""}, {}};
    for (const StukBlad* s : ronde_.beoordelingen) beoordeling(t, *s, a);
    if (ronde_.profiel != nullptr) samen(t, *ronde_.profiel, a);
    std::string uit = verf(a.titel, Kleur::vet, stijl_) + '\n' + tabel(t, stijl_, kInspring);
    const Verschil v = vergelijk(ronde_, a.veld);
    if (v.verschillen) uit += let_op("de deelnemers oordelen verschillend");
    if (!v.weet_te_weinig.empty()) uit += let_op("weet te weinig: " + opsomming(v.weet_te_weinig));
    if (v.verschillen || !v.weet_te_weinig.empty()) uit += hulpvragen(a);
    return uit;
  }

  /// To talk about, until there is a joint judgment.
  std::string hulpvragen(const Aspect& a) const {
    std::string uit;
    if (ronde_.profiel != nullptr) return uit;
    const std::vector<std::string>& vragen = blad_.hulpvragen.over(a.veld);
    if (vragen.empty()) return uit;
    const std::string kop = fmt::format("hulpvragen ({}):", veilig(blad_.hulpvragen.naam));
    uit = omloop(kop, stijl_.breedte, kInspring, kInspring) + '\n';
    for (const std::string& vraag : vragen)
      uit += omloop("- " + veilig(vraag), stijl_.breedte, "  ", "    ") + '\n';
    return uit;
  }

  std::string let_op(const std::string& wat) const {
    return verf(omloop("let op: " + veilig(wat), stijl_.breedte, kInspring, "    "), Kleur::geel, stijl_) + '\n';
  }

  static void beoordeling(Tabel& t, const StukBlad& s, const Aspect& a) {
    const Waarde* o = oordeel(s, a.veld);
    const std::string wie = leesbaar(van_wie(s));
    if (o == nullptr) {
      t.rijen.push_back({{wie}, {deels_dicht(s) ? "geen oordeel, of verzegeld" : "geen oordeel"}, {""}});
      return;
    }
    t.rijen.push_back({{wie}, {leesbaar(woord(o, "stand"))}, {woord(o, "tekst")}});
    nog_nodig(t, o);
  }

  static void nog_nodig(Tabel& t, const Waarde* o) {
    const std::string nodig = woord(o, "nodig");
    if (nodig.empty()) return;
    const std::string van = woord(o, "nodig_van");
    t.rijen.push_back({{""}, {"nog nodig"}, {van.empty() ? nodig : fmt::format("{} ({})", nodig, leesbaar(van))}});
  }

  static void samen(Tabel& t, const StukBlad& s, const Aspect& a) {
    const Waarde* o = oordeel(s, a.veld);
    if (o == nullptr) {
      t.rijen.push_back({{"samen"}, {std::string(kVerzegeld)}, {""}});
      return;
    }
    t.rijen.push_back({{"samen"}, {"nu: " + leesbaar(woord(o, "huidig"))}, {woord(o, "tekst")}});
    t.rijen.push_back({{""}, {"haalbaar: " + leesbaar(woord(o, "haalbaar"))}, {woord(o, "waarom_lager")}});
    nog_nodig(t, o);
    for (const Waarde& v : o->items_van("verschillen")) {
      t.rijen.push_back({{""}, {leesbaar(v.tekst_van("organisatie")) + ": anders"}, {v.tekst_van("tekst")}});
    }
  }

  /// Who did not agree with the profile, which stays with it.
  std::string afwijkend() const {
    if (ronde_.profiel == nullptr) return {};
    Tabel t{{"", ""}, {}};
    for (const Waarde& a : ronde_.profiel->inhoud.items_van("afwijkend_standpunt")) {
      t.rijen.push_back({{leesbaar(a.tekst_van("organisatie"))}, {a.tekst_van("tekst")}});
    }
    if (t.rijen.empty()) return {};
    return '\n' + verf("Afwijkend standpunt", Kleur::vet, stijl_) + '\n' + tabel(t, stijl_, kInspring);
  }

  /// What to do next: the joint judgment, or goals where there is room to gain.
  std::string slot() const {
    if (ronde_.profiel == nullptr) {
      return '\n' + omloop("het gezamenlijke oordeel legt de regisseur vast met:", stijl_.breedte) +
             fmt::format("\n  pga profiel {0} --sjabloon >profiel.yaml\n  pga profiel {0} --van profiel.yaml\n",
                         veilig(blad_.nummer));
    }
    std::string waar;
    for (const Aspect& a : kAspecten) {
      if (!ruimte(oordeel(*ronde_.profiel, a.veld), standen_voor(blad_, *ronde_.profiel))) continue;
      waar += (waar.empty() ? "" : ", ") + leesbaar(a.veld);
    }
    if (waar.empty()) return {};
    return '\n' +
           omloop("ruimte voor verbetering: " + waar + "; leg daar doelen en interventies voor vast met:",
                  stijl_.breedte) +
           fmt::format("\n  pga plan {0} --sjabloon >plan.yaml\n  pga plan {0} --van plan.yaml\n",
                       veilig(blad_.nummer));
  }

  const DossierBlad& blad_;
  const Ronde& ronde_;
  const Stijl& stijl_;
};

Json aspect_json(const DossierBlad& blad, const Ronde& ronde, const Aspect& a) {
  Json beoordelingen = Json::array();
  for (const StukBlad* s : ronde.beoordelingen) {
    const Waarde* o = oordeel(*s, a.veld);
    beoordelingen.push_back({{"organisatie", of_null(van_wie(*s))},
                             {"stand", of_null(woord(o, "stand"))},
                             {"tekst", of_null(woord(o, "tekst"))},
                             {"nodig", of_null(woord(o, "nodig"))}});
  }
  const Waarde* samen = ronde.profiel == nullptr ? nullptr : oordeel(*ronde.profiel, a.veld);
  const Verschil v = vergelijk(ronde, a.veld);
  return {{"aspect", a.veld},
          {"beoordelingen", beoordelingen},
          {"verschillen", v.vergeleken ? Json(v.verschillen) : Json(nullptr)},
          {"weet_te_weinig", v.vergeleken ? Json(v.weet_te_weinig) : Json(nullptr)},
          {"huidig", of_null(woord(samen, "huidig"))},
          {"haalbaar", of_null(woord(samen, "haalbaar"))},
          {"tekst", of_null(woord(samen, "tekst"))},
          {"nodig", of_null(woord(samen, "nodig"))},
          {"ruimte", samen == nullptr ? Json(nullptr) : Json(ruimte(samen, standen_voor(blad, *ronde.profiel)))}};
}

Json afwijkend_json(const Ronde& ronde) {
  Json uit = Json::array();
  if (ronde.profiel == nullptr) return uit;
  for (const Waarde& a : ronde.profiel->inhoud.items_van("afwijkend_standpunt")) {
    uit.push_back({{"organisatie", a.tekst_van("organisatie")}, {"tekst", a.tekst_van("tekst")}});
  }
  return uit;
}

/// The place of now (N) and attainable (H) on the scale, both at once X; empty when its words are other ones.
std::string merk(const std::vector<std::string>& standen, const std::string& huidig, const std::string& haalbaar) {
  const auto plaats = [&](const std::string& w) { return std::find(standen.begin(), standen.end(), w); };
  const bool kent_huidig = plaats(huidig) != standen.end();
  const bool kent_haalbaar = plaats(haalbaar) != standen.end();
  if (!kent_huidig && !kent_haalbaar) return {};
  std::string uit(standen.size(), '.');
  if (kent_huidig) uit[static_cast<std::size_t>(plaats(huidig) - standen.begin())] = 'N';
  if (kent_haalbaar) {
    char& hier = uit[static_cast<std::size_t>(plaats(haalbaar) - standen.begin())];
    hier = hier == 'N' ? 'X' : 'H';
  }
  return uit;
}

}  // namespace

std::string profiel_tekst(const DossierBlad& blad, const Stijl& stijl) {
  const Ronde ronde = huidige_ronde(blad);
  if (ronde.profiel == nullptr && ronde.beoordelingen.empty()) {
    return fmt::format("dossier {}: er zijn nog geen beoordelingen en er is nog geen profiel\n",
                       veilig(blad.nummer)) +
           omloop("een leeg formulier voor uw eigen beoordeling maakt u met:", stijl.breedte) +
           "\n  pga profiel --beoordeling --sjabloon\n";
  }
  return Vergelijking(blad, ronde, stijl).tekst();
}

std::string profiel_json(const DossierBlad& blad) {
  const Ronde ronde = huidige_ronde(blad);
  Json beoordelingen = Json::array();
  for (const StukBlad* s : ronde.beoordelingen) {
    beoordelingen.push_back({{"stuk", s->digest},
                             {"datum", s->datum.tekst()},
                             {"door", s->door},
                             {"organisatie", of_null(van_wie(*s))}});
  }
  Json aspecten = Json::array();
  for (const Aspect& a : kAspecten) aspecten.push_back(aspect_json(blad, ronde, a));
  Json profiel = nullptr;
  if (ronde.profiel != nullptr) {
    profiel = {{"stuk", ronde.profiel->digest}, {"datum", ronde.profiel->datum.tekst()}};
  }
  return schrijf({{"dossier", blad.nummer},
                  {"peildatum", blad.peildatum.tekst()},
                  {"schaal", of_null(blad.schaal_naam)},
                  {"profiel", profiel},
                  {"beoordelingen", beoordelingen},
                  {"aspecten", aspecten},
                  {"afwijkend_standpunt", afwijkend_json(ronde)}});
}

std::optional<Profielwinst> laatste_winst(const DossierBlad& blad) {
  const std::vector<const StukBlad*> profielen = geldige_profielen(blad);
  if (profielen.empty()) return std::nullopt;
  const StukBlad& p = *profielen.back();
  Profielwinst uit{p.datum, {}, deels_dicht(p)};
  for (const Aspect& a : kAspecten) {
    const Waarde* o = oordeel(p, a.veld);
    if (!ruimte(o, standen_voor(blad, p))) continue;
    uit.winst.push_back({std::string(a.veld), std::string(a.titel), woord(o, "huidig"), woord(o, "haalbaar"),
                         woord(o, "herkomst")});
  }
  return uit;
}

std::string verloop_tekst(const DossierBlad& blad, const Stijl& stijl) {
  const std::vector<const StukBlad*> profielen = geldige_profielen(blad);
  if (profielen.empty()) return fmt::format("dossier {}: er is nog geen profiel\n", veilig(blad.nummer));
  std::string uit = verf(fmt::format("dossier {}: {} in de tijd", veilig(blad.nummer),
                                     aantal(profielen.size(), "profiel", "profielen")),
                         Kleur::vet, stijl) +
                    '\n';
  const std::string schaal = fmt::format("schaal, van minst naar meest gunstig: {} ({})",
                                         opsomming(blad.schaal_standen), blad.schaal_naam);
  uit += omloop(veilig(schaal), stijl.breedte) + '\n';
  uit += omloop("N: nu, H: hoogst haalbaar, X: allebei", stijl.breedte) + '\n';
  for (const Aspect& a : kAspecten) {
    Tabel t{{"", "", ""}, {}};
    for (const StukBlad* p : profielen) {
      const Waarde* o = oordeel(*p, a.veld);
      const std::string huidig = woord(o, "huidig");
      const std::string haalbaar = woord(o, "haalbaar");
      t.rijen.push_back({{p->datum.lang()},
                         {merk(standen_voor(blad, *p), huidig, haalbaar)},
                         {o == nullptr ? std::string(kVerzegeld)
                                       : fmt::format("nu {}, haalbaar {}", leesbaar(huidig), leesbaar(haalbaar))}});
    }
    uit += '\n' + verf(a.titel, Kleur::vet, stijl) + '\n' + tabel(t, stijl, kInspring);
  }
  return uit;
}

std::string verloop_json(const DossierBlad& blad) {
  Json aspecten = Json::array();
  for (const Aspect& a : kAspecten) {
    Json rij = Json::array();
    for (const StukBlad* p : geldige_profielen(blad)) {
      const Waarde* o = oordeel(*p, a.veld);
      rij.push_back({{"stuk", p->digest},
                     {"datum", p->datum.tekst()},
                     {"huidig", of_null(woord(o, "huidig"))},
                     {"haalbaar", of_null(woord(o, "haalbaar"))}});
    }
    aspecten.push_back({{"aspect", a.veld}, {"profielen", rij}});
  }
  return schrijf({{"dossier", blad.nummer},
                  {"schaal", of_null(blad.schaal_naam)},
                  {"standen", Json(blad.schaal_standen)},
                  {"aspecten", aspecten}});
}

}  // namespace pga::weergave
