// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/advies.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

using proces::AdviesStand;

/// The stukken of one advies, as they now stand, in order.
class Stukken {
 public:
  Stukken(const DossierBlad& blad, const AdviesStand& advies) {
    for (const StukBlad& s : blad.stukken) {
      const bool hier = s.soort == proces::naam(proces::Soort::advies) && s.inhoud.tekst_van("id") == advies.id;
      if (hier && s.vervangen_door.empty()) stukken_.push_back(&s);
      const bool bijlage = s.soort == proces::naam(proces::Soort::bijlage) && s.vervangen_door.empty();
      if (bijlage && hoort_bij(blad, advies, s.inhoud.tekst_van("bij"))) bijlagen_.push_back(&s);
    }
  }

  /// The latest word on a field; the text of a text with an origin.
  [[nodiscard]] std::string veld(std::string_view naam) const {
    std::string uit;
    for (const StukBlad* s : stukken_) {
      const Waarde* w = s->inhoud.vind(naam);
      if (w == nullptr) continue;
      if (const std::string tekst = w->is_tekst() ? w->tekst() : w->tekst_van("tekst"); !tekst.empty()) uit = tekst;
    }
    return uit;
  }

  [[nodiscard]] std::vector<const Waarde*> onderdelen() const {
    std::vector<const Waarde*> uit;
    for (const StukBlad* s : stukken_) {
      for (const Waarde& w : s->inhoud.items_van("onderdelen")) uit.push_back(&w);
    }
    return uit;
  }

  /// Files that belong to it, such as a report as it came in.
  [[nodiscard]] const std::vector<const StukBlad*>& bijlagen() const { return bijlagen_; }

  [[nodiscard]] std::vector<std::string> verzegeld() const {
    std::set<std::string> uit;
    for (const StukBlad* s : stukken_) uit.insert(s->verzegeld.begin(), s->verzegeld.end());
    return {uit.begin(), uit.end()};
  }

 private:
  /// Also to what a stuk of it was before it was corrected.
  static bool hoort_bij(const DossierBlad& blad, const AdviesStand& advies, const std::string& stuk) {
    const auto& van = advies.stukken;
    return !stuk.empty() && std::find(van.begin(), van.end(), blad.dossier.nieuwste(stuk)) != van.end();
  }

  std::vector<const StukBlad*> stukken_;
  std::vector<const StukBlad*> bijlagen_;
};

std::string op(const std::optional<Datum>& dag) { return dag ? dag->lang() : std::string(); }

std::string gevraagd(const AdviesStand& a, const Stukken& s) {
  std::string uit = op(a.gevraagd_op);
  if (const std::string door = s.veld("gevraagd_door"); !door.empty()) {
    uit += (uit.empty() ? "door " : ", door ") + door;
  }
  return uit;
}

std::string ontvangen(const AdviesStand& a) {
  if (a.ontvangen_op) return op(a.ontvangen_op);
  return a.verwacht_op ? "nog niet; verwacht op " + a.verwacht_op->lang() : "nog niet";
}

std::string besproken(const AdviesStand& a, const Stukken& s) {
  if (!a.besproken_op) return a.ontvangen_op ? "nog niet" : "";
  std::string uit = op(a.besproken_op);
  if (const std::string hoe = s.veld("overgenomen"); !hoe.empty()) uit += "; overgenomen: " + hoe;
  const std::string tekst = s.veld("opvolging");
  return tekst.empty() ? uit : uit + ". " + tekst;
}

void advies(Tabel& t, const AdviesStand& a, const Stukken& s) {
  std::string id = a.id;
  const auto rij = [&](std::string_view label, const std::string& tekst) {
    if (tekst.empty()) return;
    t.rijen.push_back({{id}, {std::string(label)}, {tekst}});
    id.clear();
  };
  std::string wie = s.veld("adviseur");
  if (const std::string wat = s.veld("deskundigheid"); !wie.empty() && !wat.empty()) wie += " (" + wat + ")";
  rij("soort", leesbaar(s.veld("soort_advies")));
  rij("adviseur", wie);
  rij("bij", leesbaar(naam(a.bij)));
  rij("gevraagd", gevraagd(a, s));
  rij("vraag", s.veld("vraag"));
  rij("voorgelegd", s.veld("voorgelegd"));
  rij("anoniem", s.veld("anoniem"));
  rij("ontvangen", ontvangen(a));
  for (const Waarde* o : s.onderdelen()) {
    const std::string aspect = o->tekst_van("aspect");
    const std::string tekst = o->tekst_van("tekst");
    if (!tekst.empty()) rij("advies", aspect.empty() ? tekst : fmt::format("{}: {}", leesbaar(aspect), tekst));
  }
  for (const StukBlad* b : s.bijlagen()) {
    const std::string naam_ = b->inhoud.tekst_van("naam");
    rij("bijlage", naam_.empty() ? "[verzegeld]" : naam_);
  }
  rij("besproken", besproken(a, s));
  if (const auto dicht = s.verzegeld(); !dicht.empty()) {
    rij("", fmt::format("[verzegeld: {}]", fmt::join(dicht, ", ")));
  }
}

}  // namespace

std::string advies_kop(const DossierBlad& blad, const AdviesStand& a) {
  const Stukken s(blad, a);
  const std::string soort = s.veld("soort_advies");
  const std::string wie = s.veld("adviseur");
  std::string uit = soort.empty() || soort == "anders" ? "advies" : leesbaar(soort);
  if (!soort.empty() && soort != "anders" && soort != "profielduiding") uit += soort == "lat" ? "" : " advies";
  if (!wie.empty()) uit += " van " + wie;
  if (a.besproken_op) return fmt::format("{}, besproken op {}", uit, a.besproken_op->lang());
  if (a.ontvangen_op) return fmt::format("{}, ontvangen op {}", uit, a.ontvangen_op->lang());
  if (a.verwacht_op) return fmt::format("{}, verwacht op {}", uit, a.verwacht_op->lang());
  return a.gevraagd_op ? fmt::format("{}, gevraagd op {}", uit, a.gevraagd_op->lang()) : uit;
}

std::string advies_tekst(const DossierBlad& blad, const Stijl& stijl) {
  const std::vector<AdviesStand>& alle = blad.dossier.adviezen;
  if (alle.empty()) {
    return fmt::format("dossier {}: er is geen advies gevraagd of ontvangen\n", veilig(blad.nummer)) +
           omloop("een leeg formulier maakt u met:", stijl.breedte) + "\n  pga advies --sjabloon\n";
  }
  std::string uit = verf(fmt::format("dossier {}: adviezen", veilig(blad.nummer)), Kleur::vet, stijl) + '\n';
  for (const AdviesStand& a : alle) {
    Tabel t{{"", "", ""}, {}};
    advies(t, a, Stukken(blad, a));
    uit += '\n' + tabel(t, stijl, "  ");
  }
  return uit;
}

std::string advies_json(const DossierBlad& blad) {
  Json adviezen = Json::array();
  for (const AdviesStand& a : blad.dossier.adviezen) {
    const Stukken s(blad, a);
    Json onderdelen = Json::array();
    for (const Waarde* o : s.onderdelen()) {
      onderdelen.push_back({{"id", of_null(o->tekst_van("id"))},
                            {"aspect", of_null(o->tekst_van("aspect"))},
                            {"tekst", of_null(o->tekst_van("tekst"))}});
    }
    Json j = {{"id", a.id}, {"bij", naam(a.bij)}};
    for (const char* veld : {"soort_advies", "adviseur", "deskundigheid", "gevraagd_door"}) {
      j[veld] = of_null(s.veld(veld));
    }
    j["gevraagd_op"] = of_null(a.gevraagd_op);
    j["verwacht_op"] = of_null(a.verwacht_op);
    for (const char* veld : {"anoniem", "vraag", "voorgelegd"}) j[veld] = of_null(s.veld(veld));
    j["ontvangen_op"] = of_null(a.ontvangen_op);
    j["onderdelen"] = std::move(onderdelen);
    j["bijlagen"] = Json::array();
    for (const StukBlad* b : s.bijlagen()) {
      j["bijlagen"].push_back({{"stuk", b->digest}, {"naam", of_null(b->inhoud.tekst_van("naam"))}});
    }
    j["besproken_op"] = of_null(a.besproken_op);
    for (const char* veld : {"overgenomen", "opvolging"}) j[veld] = of_null(s.veld(veld));
    j["verzegeld"] = s.verzegeld();
    adviezen.push_back(std::move(j));
  }
  return schrijf({{"dossier", blad.nummer}, {"peildatum", blad.peildatum.tekst()}, {"adviezen", adviezen}});
}

}  // namespace pga::weergave
