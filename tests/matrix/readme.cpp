// SPDX-License-Identifier: EUPL-1.2
//
// pga-readme-matrix README TABLE: holds what the README says a thief reads against the table, which a test holds
// against the keys. Prints every cell that says something else; exit 1 when there is one, or when a role is
// missing.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/proces/rollen.h"
#include "tests/matrix/tabel.h"

using namespace pga;
using namespace pga::test;

namespace {

using Vakken = std::set<std::string>;

std::string lees(const char* pad) {
  std::ifstream stroom(pad, std::ios::binary);
  if (!stroom) throw std::runtime_error(std::string("cannot read ") + pad);
  return {std::istreambuf_iterator<char>(stroom), {}};
}

std::string kaal(const std::string& tekst) {
  const std::size_t van = tekst.find_first_not_of(' ');
  return van == std::string::npos ? "" : tekst.substr(van, tekst.find_last_not_of(' ') + 1 - van);
}

std::vector<std::string> splits(const std::string& tekst, const std::string& bij) {
  std::vector<std::string> uit;
  std::size_t van = 0;
  for (std::size_t i = tekst.find(bij); i != std::string::npos; i = tekst.find(bij, van)) {
    uit.push_back(tekst.substr(van, i - van));
    van = i + bij.size();
  }
  uit.push_back(tekst.substr(van));
  return uit;
}

/// The words between asterisks: "*zaak*, *zorg*".
std::vector<std::string> woorden(const std::string& tekst) {
  const std::vector<std::string> delen = splits(tekst, "*");
  std::vector<std::string> uit;
  for (std::size_t i = 1; i < delen.size(); i += 2) uit.push_back(delen[i]);
  return uit;
}

Vakken alles() {
  Vakken uit;
  for (const Compartiment c : kCompartimenten) uit.insert(std::string(naam(c)));
  return uit;
}

constexpr const char* kEigen = "; with `regisseur_leest: eigen` of the cases of others ";

/// "nothing", "everything", "everything but *zorg*", or the names.
Vakken lees_cel(const std::string& tekst) {
  if (tekst == "nothing") return {};
  if (tekst == "everything") return alles();
  const std::vector<std::string> namen = woorden(tekst);
  if (namen.empty()) throw std::runtime_error("the README names no compartment: " + tekst);
  for (const std::string& n : namen) {
    if (alles().count(n) == 0) throw std::runtime_error("the README names no compartment: " + n);
  }
  if (tekst.rfind("everything but ", 0) != 0) return {namen.begin(), namen.end()};
  Vakken uit = alles();
  for (const std::string& n : namen) uit.erase(n);
  return uit;
}

class Vergelijking {
 public:
  explicit Vergelijking(const Tabel& tabel) : tabel_(tabel) {}

  /// One row: its roles, then the cells.
  void rij(const std::vector<std::string>& cellen) {
    for (const std::string& rol : woorden(cellen.at(0))) {
      if (!proces::lees<proces::Rol>(rol)) throw std::runtime_error("the README names no role: " + rol);
      gezien_.insert(rol);
      rol == "deelnemer" ? deelnemer(cellen) : gewoon(rol, cellen);
      gelijk(rol, "gemeente", lees_cel(cellen.at(3)));
      logboek(rol, cellen.at(4));
    }
  }

  [[nodiscard]] bool klopt() {
    for (const std::string_view rol : proces::Woorden<proces::Rol>::namen) {
      if (gezien_.count(std::string(rol)) > 0) continue;
      std::cout << "README: no row for the role " << rol << '\n';
      klopt_ = false;
    }
    return klopt_;
  }

 private:
  void gewoon(const std::string& rol, const std::vector<std::string>& cellen) {
    const std::vector<std::string> eigen = splits(cellen.at(1), kEigen);
    const std::vector<std::string> lopend = splits(eigen.at(0), "; with `toezicht_leest: ja` also ");
    Vakken open = lees_cel(lopend.at(0));
    gelijk(rol, "aangemeld", open);
    gelijk(rol, "lopend", open);
    if (lopend.size() > 1) open.merge(lees_cel(lopend[1]));
    gelijk(rol, "lopend-toezicht-leest", open);
    gelijk(rol, "lopend-regisseur-leest-eigen", open, "");
    if (eigen.size() > 1) gelijk(rol, "lopend-regisseur-leest-eigen", lees_cel(eigen[1]), "(andere casus)");
    const std::vector<std::string> dicht = splits(cellen.at(2), "; where nobody keeps it for them, ");
    gelijk(rol, "gesloten", lees_cel(dicht.at(0)));
    gelijk(rol, "gesloten-later-bewaard", lees_cel(dicht.at(0)));
    const bool bewaart = rol == "contactpunt" || rol == "rechtmatigheid";  // there was none
    gelijk(rol, "gesloten-zonder-bewaarder", bewaart ? Vakken() : lees_cel(dicht.back()));
    gelijk(rol, "vernietigd", {});
    gelijk(rol, "vernietigd-met-kopie", lees_cel(dicht.at(0)));
  }

  /// What a decision names is in the table, not in the README.
  void deelnemer(const std::vector<std::string>& cellen) {
    if (cellen.at(1) != "what the decision names") throw std::runtime_error("deelnemer: " + cellen.at(1));
    for (const char* moment : {"aangemeld", "gesloten", "gesloten-zonder-bewaarder", "vernietigd"}) {
      gelijk("deelnemer", moment, lees_cel(cellen.at(2)));
    }
    bool iemand = false;
    for (const Rij& r : blok("lopend").rijen) {
      if (r.rol != "deelnemer") continue;
      const bool toegelaten = r.toelichting == "(toegelaten)";
      const Vakken open = opent(blok("lopend"), r);
      if (toegelaten && (open.empty() || open.size() == alles().size())) zeg("deelnemer", "lopend", open);
      if (!toegelaten && !open.empty()) zeg("deelnemer", "lopend", open);
      iemand = iemand || toegelaten;
    }
    if (!iemand) throw std::runtime_error("the table has no deelnemer who was let in");
  }

  void logboek(const std::string& rol, const std::string& tekst) {
    std::set<std::string> kan;
    for (const Rij& r : blok("logboek").rijen) {
      if (r.rol == rol) kan.insert(r.cellen.at(0));
    }
    if (tekst != "yes" && tekst != "no") throw std::runtime_error("the README says of the log: " + tekst);
    if (kan != std::set<std::string>{tekst == "yes" ? "ja" : "-"}) zeg(rol, "logboek", kan);
  }

  [[nodiscard]] const Blok& blok(const std::string& naam) const {
    for (const Blok& b : tabel_.blokken) {
      if (b.naam == naam) return b;
    }
    throw std::runtime_error("the table has no block " + naam);
  }

  /// What opens; a compartment of which only some stukken do (one's own beoordeling) is not a right to it.
  static Vakken opent(const Blok& b, const Rij& r) {
    Vakken uit;
    for (std::size_t i = 0; i < r.cellen.size(); ++i) {
      if (r.cellen[i] == "ja") uit.insert(b.kolommen[i]);
    }
    return uit;
  }

  /// `wie`: only the rows with that between brackets.
  void gelijk(const std::string& rol, const std::string& moment, const Vakken& hoort,
              const std::optional<std::string>& wie = std::nullopt) {
    bool er = false;
    for (const Rij& r : blok(moment).rijen) {
      if (r.rol != rol || (wie && r.toelichting != *wie)) continue;
      er = true;
      if (opent(blok(moment), r) != hoort) zeg(rol, moment, opent(blok(moment), r));
    }
    if (!er) throw std::runtime_error("the table has no " + rol + " at " + moment);
  }

  void zeg(const std::string& rol, const std::string& moment, const Vakken& opent) {
    std::cout << "README: " << rol << " at " << moment << ": the table has";
    for (const std::string& v : opent) std::cout << ' ' << v;
    std::cout << (opent.empty() ? " nothing\n" : "\n");
    klopt_ = false;
  }

  const Tabel& tabel_;
  std::set<std::string> gezien_;
  bool klopt_ = true;
};

bool vergelijk(const std::string& readme, const Tabel& tabel) {
  Vergelijking uit(tabel);
  bool in_tabel = false;
  for (const std::string& regel : splits(readme, "\n")) {
    if (regel.rfind("| role | a running case |", 0) == 0) in_tabel = true;
    if (regel.empty()) in_tabel = false;
    if (!in_tabel || regel.rfind("| *", 0) != 0) continue;
    std::vector<std::string> cellen;
    for (const std::string& c : splits(regel, "|")) cellen.push_back(kaal(c));
    cellen.erase(cellen.begin());
    uit.rij(cellen);
  }
  return uit.klopt();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw std::runtime_error("pga-readme-matrix README TABLE");
    return vergelijk(lees(argv[1]), lees_tabel(lees(argv[2]))) ? 0 : 1;
  } catch (const std::exception& e) {
    std::cerr << "pga-readme-matrix: " << e.what() << '\n';
    return 1;
  }
}
