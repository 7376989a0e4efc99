// SPDX-License-Identifier: EUPL-1.2
#include "cli/termijnkeuze.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/basis/nabij.h"
#include "lib/termijn/regels.h"

namespace pga::cli {
namespace {

using termijn::Status;

constexpr std::size_t kCijfers = 4;  // of a number of days

std::string bedoelde(const std::string& woord, const std::vector<std::string>& kandidaten,
                     const std::string& anders) {
  const std::string beste = nabij(woord, kandidaten);
  return beste.empty() ? anders : fmt::format("bedoelde u {}?", beste);
}

std::vector<std::string> alle_regels() {
  std::vector<std::string> uit;
  for (const termijn::Regel& r : termijn::regels()) {
    if (std::find(uit.begin(), uit.end(), r.id) == uit.end()) uit.emplace_back(r.id);
  }
  return uit;
}

Status lees_status(const std::string& woord) {
  std::vector<std::string> namen;
  for (int i = 0; i < termijn::kStatussen; ++i) {
    const auto status = static_cast<Status>(i);
    if (woord == naam(status)) return status;
    namen.emplace_back(naam(status));
  }
  throw Fout(FoutSoort::gebruik, fmt::format("--status: \"{}\" bestaat niet", woord),
             bedoelde(woord, namen, fmt::format("kies uit: {}", fmt::join(namen, ", "))));
}

Datum lees_tot(const std::string& tekst, Datum vandaag) {
  if (const auto datum = Datum::lees(tekst)) return *datum;
  const auto duur = termijn::lees_duur(tekst);
  if (duur && tekst.find_last_of("dwmj") == tekst.size() - 1) return termijn::plus(vandaag, *duur);
  throw Fout(FoutSoort::gebruik, fmt::format("--tot: \"{}\" is geen duur en geen datum", tekst),
             "schrijf een duur (14d, 4w, 3m, 1j) of een dag (JJJJ-MM-DD)");
}

std::optional<int> getal(std::string_view tekst) {
  const bool cijfers = !tekst.empty() && tekst.size() <= kCijfers &&
                       std::all_of(tekst.begin(), tekst.end(), [](char c) { return c >= '0' && c <= '9'; });
  return cijfers ? std::optional(std::stoi(std::string(tekst))) : std::nullopt;
}

}  // namespace

weergave::TermijnKeuze lees_keuze(const std::vector<std::string>& regels, const std::vector<std::string>& statussen,
                                  const std::optional<std::string>& tot, Datum vandaag) {
  weergave::TermijnKeuze uit;
  const std::vector<std::string> alle = alle_regels();
  for (const std::string& regel : regels) {
    if (std::find(alle.begin(), alle.end(), regel) == alle.end()) {
      throw Fout(FoutSoort::gebruik, fmt::format("--regel: er is geen regel \"{}\"", regel),
                 bedoelde(regel, alle, fmt::format("kies uit: {}", fmt::join(alle, ", "))));
    }
  }
  uit.regels = regels;
  std::transform(statussen.begin(), statussen.end(), std::back_inserter(uit.statussen), lees_status);
  if (tot) uit.tot = lees_tot(*tot, vandaag);
  return uit;
}

std::optional<int> lees_drempel(const std::optional<std::string>& tekst, std::string_view optie) {
  if (!tekst) return std::nullopt;
  std::string_view rest = *tekst;
  std::optional<int> uit;
  if (!rest.empty() && rest.back() == ':') {
    uit = getal(rest.substr(0, rest.size() - 1));
    if (uit) --*uit;
  } else {
    if (rest.substr(0, 1) == "@") {
      rest.remove_prefix(1);
      if (rest.substr(0, 2) == "0:" || rest.substr(0, 2) == "~:") rest.remove_prefix(2);
    }
    uit = getal(rest);
  }
  if (uit) return uit;
  throw Fout(FoutSoort::gebruik, fmt::format("{}: \"{}\" is geen aantal dagen", optie, *tekst),
             "schrijf een getal van 0 tot en met 9999, zoals 14; \"@~:14\" en \"15:\" betekenen hetzelfde");
}

std::optional<GebruikerId> lees_gebruiker(const std::optional<std::string>& id, const Omgeving& omgeving) {
  if (!id) return std::nullopt;
  const auto gelezen = GebruikerId::lees(*id);
  std::vector<std::string> namen;
  for (const kast::Pad& map : omgeving.kasten()) {
    const kast::Kast kast = omgeving.open_kast(map);
    for (const kast::Gebruiker& g : kast.beheer().gebruikers) {
      if (g.id == gelezen) return gelezen;
      namen.push_back(g.id.tekst());
    }
  }
  throw Fout(FoutSoort::gebruik, fmt::format("--gebruiker: er is geen gebruiker \"{}\"", *id),
             bedoelde(*id, namen, "pga gebruiker lijst toont wie er gebruiker is"));
}

}  // namespace pga::cli
