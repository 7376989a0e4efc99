// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/weergave/termijn_zin.h"
#include "lib/weergave/termijnen.h"

namespace pga::weergave {
namespace {

using termijn::Termijn;

constexpr std::string_view kKoppen =
    "dossier,regel,zin,betrokkene,onderwerp,start,veilig,uiterlijk,tijd,status,ernst,nagekomen_op,te_laat,"
    "verlengingen,grondslag,zekerheid,regime,opgeschort_door,was_veilig,was_uiterlijk,was_reden,stappen,kast,"
    "tijd_veilig\r\n";
constexpr std::string_view kFormule = "=+-@'";  // what a spreadsheet calculates, and the sign that stops it

/// One line, harmless to a terminal and to a spreadsheet; in quotes where another reading is possible. A semicolon
/// and a blank at an end too: a spreadsheet may be set to split or trim at them.
std::string cel(std::string_view waarde) {
  std::string uit = veilig(waarde);
  if (!uit.empty() && kFormule.find(uit.front()) != std::string_view::npos) uit.insert(0, 1, '\'');
  const bool kaal =
      uit.empty() || (uit.find_first_of(",;\"") == std::string::npos && uit.front() != ' ' && uit.back() != ' ');
  if (kaal) return uit;
  for (std::size_t i = uit.find('"'); i != std::string::npos; i = uit.find('"', i + 2)) uit.insert(i, 1, '"');
  return '"' + uit + '"';
}

std::string dag(const std::optional<Datum>& d) { return d ? d->tekst() : std::string(); }

std::string rij(const DossierTermijnen& d, const Termijn& t) {
  const bool was = t.was.has_value();
  const std::array<std::string, 24> cellen = {
      d.nummer,
      t.regel,
      t.zin,
      t.betrokkene,
      t.onderwerp,
      t.start.tekst(),
      t.veilig.tekst(),
      dag(t.uiterlijk),
      klok(t.tijd),
      std::string(naam(t.status)),
      std::string(naam(t.ernst)),
      dag(t.nagekomen_op),
      t.te_laat() ? "ja" : "nee",
      std::to_string(t.verlengingen),
      t.grondslag,
      std::string(naam(t.zekerheid)),
      std::string(naam(t.regime)),
      t.opgeschort_door,
      was ? t.was->veilig.tekst() : std::string(),
      was ? dag(t.was->uiterlijk) : std::string(),
      was ? t.was->reden : std::string(),
      fmt::format("{}", fmt::join(t.stappen, " | ")),
      d.kast,
      klok(t.veilige_tijd),
  };
  std::vector<std::string> delen;
  std::transform(cellen.begin(), cellen.end(), std::back_inserter(delen), cel);
  return fmt::format("{}\r\n", fmt::join(delen, ","));
}

}  // namespace

std::string termijnen_csv(const std::vector<DossierTermijnen>& dossiers) {
  std::string uit(kKoppen);
  for (const DossierTermijnen& d : dossiers) {
    for (const Termijn& t : d.termijnen) uit += rij(d, t);
  }
  return uit;
}

}  // namespace pga::weergave
