// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/actietabel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "lib/proces/dagtaal.h"
#include "lib/proces/naam_in_id.h"

namespace pga::proces {
namespace {

/// Which column holds what; -1: none.
struct Kolommen {
  int datum = -1;
  int wat = -1;
  int wie = -1;
  int stand = -1;
  [[nodiscard]] bool heel() const { return datum >= 0 && wat >= 0 && wie >= 0; }
};

std::string zonder_rand(std::string_view tekst) {
  const std::size_t begin = tekst.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(tekst.substr(begin, tekst.find_last_not_of(" \t\r") - begin + 1));
}

/// Without the quotes that a spreadsheet puts around a cell.
std::string zonder_aanhaling(std::string cel) {
  if (cel.size() < 2 || cel.front() != '"' || cel.back() != '"') return cel;
  std::string uit;
  for (std::size_t i = 1; i + 1 < cel.size(); ++i) {
    if (cel[i] == '"' && i + 2 < cel.size() && cel[i + 1] == '"') ++i;  // a quote in the text is doubled
    uit += cel[i];
  }
  return zonder_rand(uit);
}

std::vector<std::string> cellen(std::string_view regel) {
  std::vector<std::string> uit;
  std::size_t begin = 0;
  for (std::size_t einde = 0; (einde = regel.find('\t', begin)) != std::string_view::npos; begin = einde + 1) {
    uit.push_back(zonder_aanhaling(zonder_rand(regel.substr(begin, einde - begin))));
  }
  uit.push_back(zonder_aanhaling(zonder_rand(regel.substr(begin))));
  return uit;
}

/// The headings, if this line is a row of them.
std::optional<Kolommen> koppen(const std::vector<std::string>& rij) {
  Kolommen uit;
  for (std::size_t i = 0; i < rij.size(); ++i) {
    const std::string kop = zonder_rand(kaal(rij[i]));
    const int hier = static_cast<int>(i);
    if (kop == "datum") uit.datum = hier;
    if (kop == "actie" || kop == "actiepunt" || kop == "wat") uit.wat = hier;
    if (kop == "wie" || kop == "eigenaar" || kop == "actiehouder") uit.wie = hier;
    if (kop == "svz" || kop == "status" || kop == "stand" || kop == "stand van zaken") uit.stand = hier;
  }
  return uit.heel() ? std::optional<Kolommen>(uit) : std::nullopt;
}

class Tabellezer {
 public:
  explicit Tabellezer(const std::string& bestand) : bestand_(bestand) {}

  void lees(std::string_view regel) {
    ++nummer_;
    const std::string tekst = zonder_rand(regel);
    const std::vector<std::string> rij = cellen(regel);
    if (tekst.empty()) {
      na_leeg_ = true;
    } else if (const auto nieuw = koppen(rij)) {
      kolommen_ = *nieuw;
      na_leeg_ = false;
    } else if (kolommen_ && rij.size() > 1 && !is_lopend(rij)) {
      neem(rij);
      na_leeg_ = false;
    } else if (kolommen_ && !na_leeg_ && rij.size() == 1) {
      meld("deze regel staat in de tabel, maar heeft geen tabs",
           "zet elke actie op één regel, met tabs tussen de kolommen");
    } else {
      kolommen_ = std::nullopt;
      if (is_los(tekst) || is_rij(rij)) uit_.los.push_back(nummer_);
    }
  }

  Actietabel klaar() && { return std::move(uit_); }

 private:
  static bool is_los(const std::string& tekst) {
    return tekst.rfind("Actie ", 0) == 0 && tekst.find(':') != std::string::npos;
  }

  /// A row without the headings above it.
  static bool is_rij(const std::vector<std::string>& rij) {
    constexpr std::size_t kMinst = 3;
    return rij.size() >= kMinst && lees_dag(rij.front()).has_value();
  }

  /// Words with a tab after them: nobody writes such a thing where the day of a row stands.
  [[nodiscard]] bool is_lopend(const std::vector<std::string>& rij) const {
    const std::string dag = cel(rij, kolommen_->datum);
    const bool kop = !dag.empty() && dag.back() == ':';
    return !lees_dag(dag) && (kop || (na_leeg_ && !dag.empty())) && cel(rij, kolommen_->wie).empty();
  }

  void meld(std::string wat, std::string tip) {
    uit_.bevindingen.push_back(
        {FoutSoort::document, Plaats{bestand_, nummer_, 0}, std::move(wat), std::move(tip), {}});
  }

  static std::string cel(const std::vector<std::string>& rij, int kolom) {
    const auto i = static_cast<std::size_t>(kolom);
    return kolom >= 0 && i < rij.size() ? rij[i] : std::string();
  }

  void neem(const std::vector<std::string>& rij) {
    const std::string dag = cel(rij, kolommen_->datum);
    const std::optional<Datum> datum = lees_dag(dag);
    GelezenActie a{nummer_, datum.value_or(Datum(1970, 1, 1)), cel(rij, kolommen_->wat), cel(rij, kolommen_->wie),
                   cel(rij, kolommen_->stand)};
    const int meeste = std::max({kolommen_->datum, kolommen_->wat, kolommen_->wie, kolommen_->stand});
    const bool te_veel =
        std::any_of(rij.begin() + std::min<std::ptrdiff_t>(meeste + 1, static_cast<std::ptrdiff_t>(rij.size())),
                    rij.end(), [](const std::string& c) { return !c.empty(); });
    if (!datum) {
      meld(dag.empty() ? "de datum ontbreekt" : fmt::format("\"{}\" is geen dag die te lezen is", dag),
           "schrijf de dag als 15/7/2026, 15-07-2026 of 2026-07-15");
    } else if (a.wat.empty() || a.wie.empty()) {
      meld(fmt::format("de kolom {} is leeg", a.wat.empty() ? "Actie" : "Wie"),
           "vul in wat er moet gebeuren en wie dat doet");
    } else if (te_veel) {
      meld("deze regel heeft meer kolommen dan de koppen", "haal de tabs uit de tekst");
    } else {
      voeg_toe(std::move(a));
    }
  }

  void voeg_toe(GelezenActie a) {
    const auto zelfde = std::find_if(uit_.acties.begin(), uit_.acties.end(), [&](const GelezenActie& x) {
      return x.datum == a.datum && x.wat == a.wat && x.wie == a.wie;
    });
    if (zelfde == uit_.acties.end()) {
      uit_.acties.push_back(std::move(a));
    } else {
      uit_.dubbel.emplace_back(a.regel, zelfde->regel);
    }
  }

  const std::string& bestand_;
  Actietabel uit_;
  std::optional<Kolommen> kolommen_;
  int nummer_ = 0;
  bool na_leeg_ = false;
};

}  // namespace

bool zegt_gedaan(std::string_view stand) {
  static constexpr std::array<std::string_view, 5> kWoorden = {"gedaan", "gereed", "afgerond", "klaar", "voltooid"};
  const std::string woord = zonder_rand(kaal(stand));
  return std::find(kWoorden.begin(), kWoorden.end(), woord) != kWoorden.end();
}

Actietabel lees_actietabel(std::string_view tekst, const std::string& bestand) {
  Tabellezer lezer(bestand);
  while (!tekst.empty()) {
    const std::size_t einde = std::min(tekst.find('\n'), tekst.size());
    lezer.lees(tekst.substr(0, einde));
    tekst.remove_prefix(std::min(einde + 1, tekst.size()));
  }
  Actietabel uit = std::move(lezer).klaar();
  if (uit.acties.empty() && uit.bevindingen.empty()) {
    uit.bevindingen.push_back({FoutSoort::document,
                               Plaats{bestand, 0, 0},
                               "hier staat geen tabel met acties",
                               "een tabel begint met een regel Datum, Actie, Wie, Svz, met tabs ertussen",
                               {}});
  }
  return uit;
}

}  // namespace pga::proces
