// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/bevindingen.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lib/basis/namen.h"
#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

bool is_fout(const Bevinding& b) { return b.soort != FoutSoort::bevinding; }

std::string merk(const Bevinding& b, const Stijl& stijl) {
  return is_fout(b) ? verf("fout", Kleur::rood, stijl) : verf("let op", Kleur::geel, stijl);
}

/// What is wrong, and on which article that rests.
std::string zin(const Bevinding& b) {
  return b.grondslag.empty() ? veilig(b.wat) : fmt::format("{} ({})", veilig(b.wat), veilig(b.grondslag));
}

Json als_json(const Bevinding& b) {
  return {{"soort", naam(b.soort)},
          {"bestand", of_null(b.plaats.bestand)},
          {"regel", b.plaats.regel > 0 ? Json(b.plaats.regel) : Json(nullptr)},
          {"kolom", b.plaats.kolom > 0 ? Json(b.plaats.kolom) : Json(nullptr)},
          {"wat", b.wat},
          {"tip", of_null(b.tip)},
          {"grondslag", of_null(b.grondslag)}};
}

/// Never an object where a list of one pair could be meant.
Json lijst_json(const std::vector<Bevinding>& bevindingen) {
  Json uit = Json::array();
  for (const Bevinding& b : bevindingen) uit.push_back(als_json(b));
  return uit;
}

struct Groep {
  std::string kop;
  bool dossier = false;
  std::vector<const Bevinding*> bevindingen;
};

std::string_view laatste_deel(std::string_view pad) { return pad.substr(pad.rfind('/') + 1); }

/// The map of the dossier without a number, or a stuk or key file in one; a kast may lie in a directory of that
/// name.
bool in_gemeente(std::string_view pad) {
  const std::string_view naam_ = laatste_deel(pad);
  const std::string gemeente = Nummer::gemeente().tekst();
  if (naam_ == gemeente) return true;
  const bool vorm = naam_.size() > 14 && naam_[naam_.size() - 14] == '-';  // -<hash8>.yaml
  const bool sleutel = naam_.size() > 4 && naam_.substr(naam_.size() - 4) == ".age";
  return (vorm || sleutel) && laatste_deel(pad.substr(0, pad.size() - naam_.size() - 1)) == gemeente;
}

/// The heading a finding stands under: its dossier, its file, or the kast.
Groep groep_van(const Bevinding& b) {
  const std::string& pad = b.plaats.bestand;
  for (std::size_t begin = 0; begin < pad.size();) {
    const std::size_t einde = std::min(pad.find('/', begin), pad.size());
    if (const auto nummer = Nummer::lees(std::string_view(pad).substr(begin, einde - begin))) {
      return {"dossier " + nummer->tekst(), true, {}};
    }
    begin = einde + 1;
  }
  if (in_gemeente(pad)) return {"dossier " + Nummer::gemeente().tekst(), true, {}};
  return {pad.empty() ? "de kast" : veilig(pad), false, {}};
}

std::vector<Groep> groepeer(const std::vector<Bevinding>& bevindingen) {
  std::vector<Groep> uit;
  for (const Bevinding& b : bevindingen) {
    Groep groep = groep_van(b);
    auto plek = std::find_if(uit.begin(), uit.end(), [&](const Groep& g) { return g.kop == groep.kop; });
    if (plek == uit.end()) plek = uit.insert(uit.end(), std::move(groep));
    plek->bevindingen.push_back(&b);
  }
  return uit;
}

/// Where in the group: the file of a dossier, the line of a file; empty when that says nothing new.
std::string plek_in(const Groep& groep, const Bevinding& b) {
  if (groep.dossier) {
    Plaats plaats = b.plaats;
    plaats.bestand = std::string(laatste_deel(plaats.bestand));
    return Nummer::lees_dossier(plaats.bestand) ? std::string() : veilig(plaats.tekst()) + ": ";
  }
  if (b.plaats.regel == 0) return {};
  return b.plaats.kolom == 0 ? fmt::format("regel {}: ", b.plaats.regel)
                             : fmt::format("regel {}, kolom {}: ", b.plaats.regel, b.plaats.kolom);
}

/// The mark takes its columns in the wrapping and gets its colour afterwards.
std::string met_merk(const Bevinding& b, const std::string& tekst, const Stijl& stijl) {
  const std::string begin = is_fout(b) ? "  fout: " : "  let op: ";
  std::string regels = omloop(tekst, stijl.breedte, begin, "    ");
  return fmt::format("  {}: {}\n", merk(b, stijl), regels.substr(begin.size()));
}

std::string telling(const std::vector<Bevinding>& bevindingen, std::size_t nagekeken) {
  const auto fouten = static_cast<std::size_t>(std::count_if(bevindingen.begin(), bevindingen.end(), is_fout));
  return fmt::format("{}: {}, {} keer let op; {} nagekeken\n",
                     aantal(bevindingen.size(), "bevinding", "bevindingen"), aantal(fouten, "fout", "fouten"),
                     bevindingen.size() - fouten, aantal(nagekeken, "dossier", "dossiers"));
}

}  // namespace

namespace {

/// A message that begins with `begin`; wrapped only when there is a width. The mark takes its columns in the
/// wrapping and gets its colour afterwards.
std::string regel_van(std::string_view merk, Kleur kleur, const std::string& tekst, const Stijl& stijl) {
  const std::string begin = merk.empty() ? std::string("pga: ") : fmt::format("pga: {}: ", merk);
  const std::string regels = stijl.breedte > 0 ? omloop(tekst, stijl.breedte, begin, "     ") : begin + tekst;
  if (merk.empty()) return regels + '\n';
  return fmt::format("pga: {}: {}\n", verf(merk, kleur, stijl), regels.substr(begin.size()));
}

}  // namespace

std::string mededeling(std::string_view tekst, const Stijl& stijl) {
  return regel_van({}, Kleur::geen, veilig(tekst), stijl);
}

std::string meldingen(const std::vector<Bevinding>& bevindingen, const Stijl& stijl) {
  std::string uit;
  std::set<std::string> gezegd;
  for (std::size_t i = 0; i < bevindingen.size(); ++i) {
    const Bevinding& b = bevindingen[i];
    const std::string plaats = veilig(b.plaats.tekst());
    const std::string tekst = plaats.empty() ? zin(b) : fmt::format("{}: {}", plaats, zin(b));
    uit +=
        is_fout(b) ? regel_van("fout", Kleur::rood, tekst, stijl) : regel_van("let op", Kleur::geel, tekst, stijl);
    const bool straks = i + 1 < bevindingen.size() && bevindingen[i + 1].tip == b.tip;
    if (straks || b.tip.empty() || !gezegd.insert(b.tip).second) continue;
    uit += regel_van("tip", Kleur::groen, veilig(b.tip), stijl);
  }
  return uit;
}

std::string fout_json(const std::vector<Bevinding>& bevindingen, int code) {
  const Bevinding eerste = bevindingen.empty() ? Bevinding() : bevindingen.front();
  Json uit = {{"fout", eerste.wat},
              {"code", code},
              {"plaats", of_null(eerste.plaats.tekst())},
              {"tip", of_null(eerste.tip)},
              {"grondslag", of_null(eerste.grondslag)}};
  if (bevindingen.size() > 1) uit["bevindingen"] = lijst_json(bevindingen);
  return schrijf(uit, true);
}

std::string controle_tekst(const std::vector<Bevinding>& bevindingen, std::size_t nagekeken, const Stijl& stijl) {
  if (bevindingen.empty()) {
    return fmt::format("geen bevindingen; {} nagekeken\n", aantal(nagekeken, "dossier", "dossiers"));
  }
  std::string uit;
  for (const Groep& groep : groepeer(bevindingen)) {
    uit += verf(groep.kop, Kleur::vet, stijl) + '\n';
    for (std::size_t i = 0; i < groep.bevindingen.size(); ++i) {
      const Bevinding& b = *groep.bevindingen[i];
      uit += met_merk(b, plek_in(groep, b) + zin(b), stijl);
      const bool straks = i + 1 < groep.bevindingen.size() && groep.bevindingen[i + 1]->tip == b.tip;
      if (!straks && !b.tip.empty()) uit += omloop(veilig(b.tip), stijl.breedte, "    tip: ", "    ") + '\n';
    }
    uit += '\n';
  }
  return uit + telling(bevindingen, nagekeken);
}

std::string controle_json(const std::vector<Bevinding>& bevindingen) { return schrijf(lijst_json(bevindingen)); }

}  // namespace pga::weergave
