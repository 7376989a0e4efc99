// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lib/weergave/leesbaar.h"
#include "lib/weergave/termijnen.h"

namespace pga::weergave {
namespace {

using termijn::Status;
using termijn::Termijn;

constexpr std::array<std::string_view, 4> kWoorden = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
constexpr std::size_t kGenoemd = 3;  // unreadable dossiers that the first line names; the rest stand below

struct Telling {
  std::size_t overschreden = 0;
  std::size_t voorbij = 0;
  std::size_t nadert = 0;
  std::size_t open = 0;
};

Telling tel(const std::vector<DossierTermijnen>& dossiers) {
  Telling uit;
  for (const DossierTermijnen& d : dossiers) {
    for (const Termijn& t : d.termijnen) {
      if (t.status == Status::overschreden) ++uit.overschreden;
      if (t.status == Status::vroegste_lezing_voorbij) ++uit.voorbij;
      if (t.status == Status::nadert) ++uit.nadert;
      if (t.status == Status::open) ++uit.open;
    }
  }
  return uit;
}

/// Harmless for a terminal, and for Nagios, which cuts at a bar.
std::string naam_van(const std::string& nummer) {
  std::string uit = veilig(nummer);
  std::replace(uit.begin(), uit.end(), '|', '/');
  return uit;
}

std::string onleesbare(const std::vector<std::string>& nummers) {
  std::string namen;
  for (std::size_t i = 0; i < std::min(nummers.size(), kGenoemd); ++i) {
    namen += (i == 0 ? "" : ", ") + naam_van(nummers[i]);
  }
  if (nummers.size() > kGenoemd) namen += ", ...";
  return fmt::format("{} niet te lezen ({})", aantal(nummers.size(), "dossier", "dossiers"), namen);
}

std::string samenvatting(const Telling& n, const std::vector<std::string>& onleesbaar) {
  std::vector<std::string> delen;
  if (n.overschreden > 0) delen.push_back(aantal(n.overschreden, "termijn", "termijnen") + " overschreden");
  if (!onleesbaar.empty()) delen.push_back(onleesbare(onleesbaar));
  if (n.voorbij > 0) delen.push_back(fmt::format("{} vroegste lezing voorbij", n.voorbij));
  if (n.nadert > 0) delen.push_back(fmt::format("{} {}", n.nadert, n.nadert == 1 ? "nadert" : "naderen"));
  if (delen.empty()) delen.push_back(aantal(n.open, "termijn", "termijnen") + " open");
  std::string uit;
  for (const std::string& deel : delen) uit += (uit.empty() ? "" : ", ") + deel;
  return uit;
}

int code(const Telling& n, bool onleesbaar) {
  if (n.overschreden > 0) return 2;
  if (onleesbaar) return 3;
  return n.voorbij + n.nadert > 0 ? 1 : 0;
}

}  // namespace

Nagios nagios(const std::vector<DossierTermijnen>& dossiers, const std::vector<std::string>& onleesbaar,
              std::size_t overgeslagen) {
  const Telling n = tel(dossiers);
  Nagios uit;
  uit.code = code(n, !onleesbaar.empty());
  uit.tekst = fmt::format(
      "PGA {} - {} | overschreden={};0;0;0 voorbij={};0;;0 nadert={};0;;0 open={};;;0 onleesbaar={};0;;0\n",
      kWoorden.at(static_cast<std::size_t>(uit.code)), samenvatting(n, onleesbaar), n.overschreden, n.voorbij,
      n.nadert, n.open, onleesbaar.size());
  for (const DossierTermijnen& d : aandacht(dossiers)) {
    for (const Termijn& t : d.termijnen) {
      const std::string_view ernst = kWoorden.at(t.status == Status::overschreden ? 2 : 1);
      uit.tekst += fmt::format("{}: {} {} {}\n", ernst, naam_van(d.nummer), naam_van(t.regel), tekst(t.status));
    }
  }
  for (const std::string& nummer : onleesbaar) {
    uit.tekst += fmt::format("UNKNOWN: {} niet te lezen\n", naam_van(nummer));
  }
  if (overgeslagen > 0) {
    uit.tekst += fmt::format("{} van anderen overgeslagen\n", aantal(overgeslagen, "dossier", "dossiers"));
  }
  return uit;
}

}  // namespace pga::weergave
