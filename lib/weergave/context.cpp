// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

struct Onderdeel {
  const StukBlad* stuk;
  const Waarde* inhoud;
};

struct Context {
  std::vector<proces::Contextveld> velden;  // of the list, and then what only older stukken have
  std::vector<Onderdeel> onderdelen;        // in the order of the fold
  std::vector<std::string> verzegeld;       // compartments

  [[nodiscard]] std::vector<Onderdeel> bij(const std::string& veld) const {
    std::vector<Onderdeel> uit;
    std::copy_if(onderdelen.begin(), onderdelen.end(), std::back_inserter(uit),
                 [&](const Onderdeel& o) { return o.inhoud->tekst_van("veld") == veld; });
    return uit;
  }
};

void neem_op(Context& c, const StukBlad& s, const Waarde& item) {
  const std::string id = item.tekst_van("id");
  const auto zelfde = [&](const Onderdeel& o) { return o.inhoud->tekst_van("id") == id; };
  c.onderdelen.erase(std::remove_if(c.onderdelen.begin(), c.onderdelen.end(), zelfde), c.onderdelen.end());
  c.onderdelen.push_back({&s, &item});
  const std::string veld = item.tekst_van("veld");
  const bool bekend =
      std::any_of(c.velden.begin(), c.velden.end(), [&](const proces::Contextveld& v) { return v.veld == veld; });
  if (!bekend) c.velden.push_back({veld, "", false});
}

Context lees(const DossierBlad& blad) {
  Context uit{blad.contextlijst.velden, {}, {}};
  std::set<std::string> dicht;
  for (const StukBlad& s : blad.stukken) {
    if (s.soort != proces::naam(proces::Soort::contextcasusformulier) || !s.vervangen_door.empty()) continue;
    for (const Waarde& item : s.inhoud.items_van("onderdelen")) {
      if (!item.tekst_van("veld").empty()) neem_op(uit, s, item);
    }
    for (const char* c : {"strafrecht", "zaak", "zorg"}) {
      if (std::find(s.verzegeld.begin(), s.verzegeld.end(), c) != s.verzegeld.end()) dicht.insert(c);
    }
  }
  uit.verzegeld.assign(dicht.begin(), dicht.end());
  return uit;
}

/// Where it comes from: "jongerenloket, sinds ma 2 februari 2026".
std::string bron(const Onderdeel& o) {
  std::string uit = leesbaar(o.inhoud->tekst_van("bron"));
  if (const auto sinds = Datum::lees(o.inhoud->tekst_van("sinds"))) uit += ", sinds " + sinds->lang();
  if (const std::string door = o.inhoud->tekst_van("ingebracht_door"); !door.empty()) {
    uit += ", ingebracht door " + leesbaar(door);
    if (const std::string hoe = o.inhoud->tekst_van("rechtmatig"); !hoe.empty()) uit += ": " + hoe;
  }
  return uit + ", vastgelegd " + o.stuk->datum.lang();
}

}  // namespace

std::string context_tekst(const DossierBlad& blad, const Stijl& stijl) {
  const Context c = lees(blad);
  std::string uit = verf(fmt::format("dossier {}: persoonlijke context", veilig(blad.nummer)), Kleur::vet, stijl) +
                    '\n' + omloop("velden: " + veilig(blad.contextlijst.naam), stijl.breedte) + '\n';
  std::string leeg;
  for (const proces::Contextveld& v : c.velden) {
    const std::vector<Onderdeel> onderdelen = c.bij(v.veld);
    if (onderdelen.empty()) {
      leeg += (leeg.empty() ? "" : ", ") + leesbaar(v.veld);
      continue;
    }
    Tabel t{{"", "", ""}, {}};
    for (const Onderdeel& o : onderdelen) {
      t.rijen.push_back({{o.inhoud->tekst_van("id")}, {"wat"}, {o.inhoud->tekst_van("tekst")}});
      t.rijen.push_back({{""}, {"bron"}, {bron(o)}});
      t.rijen.push_back({{""}, {"nodig omdat"}, {o.inhoud->tekst_van("relevantie")}});
    }
    std::string titel = leesbaar(v.veld);
    if (!titel.empty() && titel.front() >= 'a' && titel.front() <= 'z') {
      titel.front() = static_cast<char>(titel.front() - 'a' + 'A');
    }
    uit += '\n' + verf(veilig(titel), Kleur::vet, stijl) + '\n' + tabel(t, stijl, "  ");
  }
  if (!leeg.empty())
    uit += '\n' + omloop("niets vastgelegd, en dat hoeft ook niet: " + veilig(leeg), stijl.breedte) + '\n';
  for (const std::string& dicht : c.verzegeld) uit += fmt::format("[verzegeld: {}]\n", dicht);
  return uit;
}

std::string context_json(const DossierBlad& blad) {
  const Context c = lees(blad);
  Json velden = Json::array();
  for (const proces::Contextveld& v : c.velden) {
    Json onderdelen = Json::array();
    for (const Onderdeel& o : c.bij(v.veld)) {
      Json een = {{"id", o.inhoud->tekst_van("id")}, {"stuk", o.stuk->digest}, {"datum", o.stuk->datum.tekst()}};
      for (const char* veld :
           {"tekst", "bron", "relevantie", "sinds", "ingebracht_door", "rechtmatig", "herkomst"}) {
        een[veld] = of_null(o.inhoud->tekst_van(veld));
      }
      onderdelen.push_back(std::move(een));
    }
    velden.push_back({{"veld", v.veld}, {"vraag", of_null(v.vraag)}, {"onderdelen", std::move(onderdelen)}});
  }
  return schrijf({{"dossier", blad.nummer},
                  {"lijst", blad.contextlijst.naam},
                  {"velden", std::move(velden)},
                  {"verzegeld", Json(c.verzegeld)}});
}

}  // namespace pga::weergave
