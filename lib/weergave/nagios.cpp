// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "lib/weergave/leesbaar.h"
#include "lib/weergave/termijn_zin.h"
#include "lib/weergave/termijnen.h"

namespace pga::weergave {
namespace {

using termijn::Ernst;
using termijn::Status;
using termijn::Termijn;

constexpr std::array<std::string_view, 4> kWoorden = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
constexpr std::size_t kGenoemd = 3;  // unreadable dossiers that the first line names; the rest stand below

struct Telling {
  std::size_t overschreden = 0;
  std::size_t onverwijld = 0;
  std::size_t voorbij = 0;
  std::size_t nadert = 0;
  std::size_t open = 0;
  std::size_t kritiek = 0;
  std::size_t waarschuwing = 0;
  struct {
    std::size_t onverwijld = 0;
    std::size_t voorbij = 0;
    std::size_t nadert = 0;
  } mild;                        // likewise, as far as they are not critical
  std::optional<int> veilig;     // days to the first one of terms that run
  std::optional<int> uiterlijk;  // likewise
};

void neem_eerste(std::optional<int>& eerste, int dagen) {
  if (!eerste || dagen < *eerste) eerste = dagen;
}

void tel(Telling& n, const Termijn& t, Datum peildatum) {
  if (t.status == Status::overschreden) ++n.overschreden;
  if (t.status == Status::onverwijld) ++n.onverwijld;
  const bool stil = t.status == Status::opgeschort && t.ernst == Ernst::waarschuwing;  // by a reading only
  if (t.status == Status::vroegste_lezing_voorbij || stil) ++n.voorbij;
  if (t.status == Status::nadert) ++n.nadert;
  if (t.status == Status::open) ++n.open;
  if (t.ernst != Ernst::kritiek) {
    if (t.status == Status::onverwijld) ++n.mild.onverwijld;
    if (t.status == Status::vroegste_lezing_voorbij || stil) ++n.mild.voorbij;
    if (t.status == Status::nadert) ++n.mild.nadert;
  }
  if (t.ernst == Ernst::kritiek) ++n.kritiek;
  if (t.ernst == Ernst::waarschuwing) ++n.waarschuwing;
  if (!t.loopt() || !heeft_dag(t)) return;
  neem_eerste(n.veilig, peildatum.dagen_tot(t.veilig));
  if (t.uiterlijk) neem_eerste(n.uiterlijk, peildatum.dagen_tot(*t.uiterlijk));
}

Telling tel(const std::vector<DossierTermijnen>& dossiers, Datum peildatum) {
  Telling uit;
  for (const DossierTermijnen& d : dossiers) {
    for (const Termijn& t : d.termijnen) tel(uit, t, peildatum);
  }
  return uit;
}

/// Harmless for a terminal, and for Nagios, which cuts at a bar.
std::string naam_van(const std::string& nummer) {
  std::string uit = veilig(nummer);
  std::replace(uit.begin(), uit.end(), '|', '/');
  return uit;
}

/// The year of a jaarverslag: not an id, for those stay in the kast.
std::string van_jaar(const Termijn& t) {
  const bool jaar = t.regel == "jaarverslag" && !t.onderwerp.empty() &&
                    t.onderwerp.find_first_not_of("0123456789") == std::string::npos;
  return jaar ? " " + t.onderwerp : std::string();
}

/// What asks for attention, a line each; lines that would be the same are one.
std::string aandachtsregels(const std::vector<DossierTermijnen>& dossiers) {
  std::vector<std::pair<std::string, std::size_t>> regels;
  for (const DossierTermijnen& d : aandacht(dossiers)) {
    for (const Termijn& t : d.termijnen) {
      const std::string_view ernst = kWoorden.at(t.ernst == Ernst::kritiek ? 2 : 1);
      const std::string regel =
          fmt::format("{}: {} {}{} {}", ernst, naam_van(d.nummer), naam_van(t.regel), van_jaar(t), tekst(t.status));
      const auto gelijk =
          std::find_if(regels.begin(), regels.end(), [&](const auto& r) { return r.first == regel; });
      if (gelijk == regels.end()) {
        regels.emplace_back(regel, 1);
      } else {
        ++gelijk->second;
      }
    }
  }
  std::string uit;
  for (const auto& [regel, keer] : regels) uit += regel + (keer > 1 ? fmt::format(" ({} keer)\n", keer) : "\n");
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
  if (n.kritiek > n.overschreden) {  // past policy's days for "onverwijld", or within the limit of -c
    delen.push_back(fmt::format("{}{} kritiek", n.kritiek - n.overschreden, n.overschreden > 0 ? " andere" : ""));
  }
  if (!onleesbaar.empty()) delen.push_back(onleesbare(onleesbaar));
  if (n.mild.onverwijld > 0) delen.push_back(fmt::format("{} onverwijld", n.mild.onverwijld));
  if (n.mild.voorbij > 0) delen.push_back(fmt::format("{} vroegste lezing voorbij", n.mild.voorbij));
  if (n.mild.nadert > 0)
    delen.push_back(fmt::format("{} {}", n.mild.nadert, n.mild.nadert == 1 ? "nadert" : "naderen"));
  if (delen.empty()) delen.push_back(aantal(n.open, "termijn", "termijnen") + " open");
  std::string uit;
  for (const std::string& deel : delen) uit += (uit.empty() ? "" : ", ") + deel;
  return uit;
}

int code(const Telling& n, bool onleesbaar) {
  if (n.kritiek > 0) return 2;
  if (onleesbaar) return 3;
  return n.waarschuwing > 0 ? 1 : 0;
}

/// "4:" warns below four days to go: at most three, in the range form of the Monitoring Plugins.
std::string drempel(std::optional<int> dagen) { return dagen ? fmt::format("{}:", *dagen + 1) : std::string(); }

std::string prestaties(const Telling& n, const Drempels& drempels, std::size_t onleesbaar) {
  std::string uit =
      fmt::format("overschreden={};0;0;0 voorbij={};0;;0 nadert={};0;;0 open={};;;0 onleesbaar={};0;;0",
                  n.overschreden, n.voorbij, n.nadert, n.open, onleesbaar);
  uit += fmt::format(" onverwijld={};0;;0 kritiek={};0;0;0", n.onverwijld, n.kritiek);
  if (n.veilig) uit += fmt::format(" dagen_veilig={};{};", *n.veilig, drempel(drempels.waarschuw));
  if (n.uiterlijk) {
    uit += fmt::format(" dagen_uiterlijk={};;{}", *n.uiterlijk, drempel(drempels.kritiek.value_or(-1)));
  }
  return uit;
}

void pas_toe(Termijn& t, const Drempels& drempels, Datum peildatum) {
  if (!t.loopt() || !heeft_dag(t)) return;
  if (drempels.waarschuw && (t.status == Status::open || t.status == Status::nadert)) {
    const bool dichtbij = peildatum.dagen_tot(t.veilig) <= *drempels.waarschuw;
    t.status = dichtbij ? Status::nadert : Status::open;
    t.ernst = dichtbij ? Ernst::waarschuwing : Ernst::geen;
  }
  if (drempels.kritiek && t.uiterlijk && peildatum.dagen_tot(*t.uiterlijk) <= *drempels.kritiek) {
    t.ernst = Ernst::kritiek;
  }
}

}  // namespace

Nagios nagios(const std::vector<DossierTermijnen>& dossiers, Datum peildatum, const Drempels& drempels,
              const std::vector<std::string>& onleesbaar, std::size_t overgeslagen) {
  std::vector<DossierTermijnen> eigen = dossiers;
  for (DossierTermijnen& d : eigen) {
    for (Termijn& t : d.termijnen) pas_toe(t, drempels, peildatum);
  }
  const Telling n = tel(eigen, peildatum);
  Nagios uit;
  uit.code = code(n, !onleesbaar.empty());
  uit.tekst = fmt::format("PGA {} - {} | {}\n", kWoorden.at(static_cast<std::size_t>(uit.code)),
                          samenvatting(n, onleesbaar), prestaties(n, drempels, onleesbaar.size()));
  uit.tekst += aandachtsregels(eigen);
  for (const std::string& nummer : onleesbaar) {
    uit.tekst += fmt::format("UNKNOWN: {} niet te lezen\n", naam_van(nummer));
  }
  if (overgeslagen > 0) {
    uit.tekst += fmt::format("{} van anderen overgeslagen\n", aantal(overgeslagen, "dossier", "dossiers"));
  }
  return uit;
}

}  // namespace pga::weergave
