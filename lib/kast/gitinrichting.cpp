// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/gitinrichting.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/gitopdracht.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAantekeningen = "refs/notes/textconv/pga";
constexpr std::size_t kMaxHook = std::size_t{1} << 20U;

struct Instelling {
  std::string_view sleutel;
  std::string_view waarde;
  std::string_view bewaard;  // the name under which pga.vorig keeps what it was
  std::string_view uitleg;
};

constexpr std::array<Instelling, 4> kInstellingen = {{
    {"diff.pga.textconv", "pga -C . git tekst", "textconv",
     "git diff en git log -p tonen een stuk als tekst, aan wie het mag lezen"},
    {"diff.pga.cachetextconv", "false", "cachetextconv", "git bewaart die tekst niet"},
    {"user.name", "pga", "naam", "een vastlegging noemt geen naam"},
    {"user.email", "pga@localhost", "adres", "en geen adres"},
}};

struct Hook {
  std::string_view naam;
  std::string_view inhoud;
  std::string_view regel;  // what to add to a hook of somebody else
  std::string_view uitleg;
};

constexpr std::array<Hook, 3> kHooks = {{
    {"pre-commit",
     "#!/bin/sh\n"
     "# Gemaakt door pga git inricht; pga git inricht --terug haalt het weg.\n"
     "exec pga -C . controleer --voorgedragen -q\n",
     "pga -C . controleer --voorgedragen -q || exit",
     "voor elke vastlegging: niets leesbaars, geen sleutel, niets veranderd"},
    {"pre-push",
     "#!/bin/sh\n"
     "# Gemaakt door pga git inricht; pga git inricht --terug haalt het weg.\n"
     "while read -r _ nieuw _ oud; do\n"
     "  pga -C . controleer --voorgedragen --reeks \"$oud..$nieuw\" -q </dev/null || exit\n"
     "done\n",
     "while read -r _ nieuw _ oud; do pga -C . controleer --voorgedragen --reeks \"$oud..$nieuw\" -q </dev/null || "
     "exit; done",
     "voor elke verzending: hetzelfde, voor alles wat meegaat"},
    {"prepare-commit-msg",
     "#!/bin/sh\n"
     "# Gemaakt door pga git inricht; pga git inricht --terug haalt het weg.\n"
     "case $2 in '' | merge) echo stuk >\"$1\" ;; esac\n",
     "case $2 in '' | merge) echo stuk >\"$1\" ;; esac",
     "wie geen tekst geeft bij een vastlegging, krijgt de tekst: stuk"},
}};

void eis_opslag(const Pad& kast) {
  if (is_git_opslag(kast) && git(kast, {"rev-parse", "--git-dir"}).code == 0) return;
  throw Fout(FoutSoort::geen_kast, "deze kast ligt niet in git, of git kan er niet bij",
             "maak er een git-opslag van: git init; git -C KAST status zegt wat er mis is",
             Plaats{kast.string(), 0, 0});
}

std::optional<std::string> regel(const GitUitkomst& uitkomst) {
  if (uitkomst.code != 0) return std::nullopt;
  std::string uit = uitkomst.uit;
  while (!uit.empty() && uit.back() == '\n') uit.pop_back();
  return uit;
}

/// What this repository itself says.
std::optional<std::string> eigen(const Pad& kast, std::string_view sleutel) {
  return regel(git(kast, {"config", "--local", "--get", std::string(sleutel)}));
}

void zet(const Pad& kast, const std::string& sleutel, const std::optional<std::string>& waarde) {
  const GitUitkomst uitkomst = waarde ? git(kast, {"config", "--local", sleutel, *waarde})
                                      : git(kast, {"config", "--local", "--unset-all", sleutel});
  constexpr int kWasErNiet = 5;
  if (uitkomst.code == 0 || (!waarde && uitkomst.code == kWasErNiet)) return;
  throw Fout(FoutSoort::algemeen, fmt::format("git kan {} niet zetten", sleutel),
             "controleer de rechten op .git/config, en geef de opdracht opnieuw", Plaats{kast.string(), 0, 0});
}

std::string gezet(const Instelling& i) { return fmt::format("pga.gezet.{}", i.bewaard); }
std::string vorig(const Instelling& i) { return fmt::format("pga.vorig.{}", i.bewaard); }

/// The hooks of this repository; nothing when git looks for them where those of others are too.
std::optional<Pad> hooks_map(const Pad& kast) {
  const auto map = regel(git(kast, {"rev-parse", "--git-path", "hooks"}));
  const auto thuis = regel(git(kast, {"rev-parse", "--git-common-dir"}));
  if (!map || !thuis) return std::nullopt;
  std::error_code fout;
  const Pad pad = fs::weakly_canonical(kast / *map, fout);
  const bool eigen_map = pad == fs::weakly_canonical(kast / *thuis / "hooks", fout);
  return eigen_map ? std::optional<Pad>(pad) : std::nullopt;
}

enum class HookStand { geen, van_ons, van_een_ander };

HookStand stand(const Pad& map, const Hook& hook) {
  std::error_code fout;
  const Pad pad = map / hook.naam;
  if (!fs::exists(fs::symlink_status(pad, fout))) return HookStand::geen;
  try {
    return lees_bestand(pad, kMaxHook) == hook.inhoud ? HookStand::van_ons : HookStand::van_een_ander;
  } catch (const Fout&) {
    return HookStand::van_een_ander;
  }
}

Bevinding zelf(const Pad& pad, std::string wat, const Hook& hook) {
  return {FoutSoort::bevinding,
          Plaats{pad.string(), 0, 0},
          std::move(wat),
          fmt::format("zet er deze regel bij: {}", hook.regel),
          {}};
}

}  // namespace

std::vector<Bevinding> leesbaar_in_git(const Pad& kast) {
  std::vector<Bevinding> uit;
  if (!is_git_opslag(kast)) return uit;
  if (regel(git(kast, {"config", "--type=bool", "--get", "diff.pga.cachetextconv"})) == "true") {
    uit.push_back({FoutSoort::integriteit,
                   Plaats{(kast / ".git").string(), 0, 0},
                   "git bewaart de leesbare tekst van stukken: diff.pga.cachetextconv staat aan",
                   "zet het uit: git config diff.pga.cachetextconv false",
                   {}});
  }
  if (git(kast, {"rev-parse", "-q", "--verify", std::string(kAantekeningen)}).code == 0) {
    uit.push_back({FoutSoort::integriteit,
                   Plaats{(kast / ".git").string(), 0, 0},
                   fmt::format("in git staat leesbare tekst van stukken: {}", kAantekeningen),
                   fmt::format("haal het weg: git update-ref -d {}; git reflog expire --expire=now --all; git gc "
                               "--prune=now; ook uit kopieën van de opslag",
                               kAantekeningen),
                   {}});
  }
  return uit;
}

GitPlan plan_inrichten(const Pad& kast) {
  eis_opslag(kast);
  if (auto leesbaar = leesbaar_in_git(kast); !leesbaar.empty()) throw Fout(std::move(leesbaar));
  GitPlan uit;
  for (const Instelling& i : kInstellingen) {
    if (eigen(kast, i.sleutel) == i.waarde) continue;
    uit.stappen.push_back(fmt::format("git config {} \"{}\": {}", i.sleutel, i.waarde, i.uitleg));
  }
  const std::optional<Pad> map = hooks_map(kast);
  for (const Hook& hook : kHooks) {
    if (!map) {
      uit.zelf.push_back(zelf(kast / ".git",
                              fmt::format("core.hooksPath wijst naar een andere map; de hook {} zet u "
                                          "daar zelf",
                                          hook.naam),
                              hook));
      continue;
    }
    const HookStand nu = stand(*map, hook);
    if (nu == HookStand::geen) uit.stappen.push_back(fmt::format("hook {}: {}", hook.naam, hook.uitleg));
    if (nu == HookStand::van_een_ander) {
      uit.zelf.push_back(zelf(*map / hook.naam, "er is al een hook, en die blijft zoals hij is", hook));
    }
  }
  return uit;
}

void richt_in(const Pad& kast) {
  for (const Instelling& i : kInstellingen) {
    const auto nu = eigen(kast, i.sleutel);
    if (nu == i.waarde) continue;
    if (nu) zet(kast, vorig(i), nu);  // before it is lost
    zet(kast, gezet(i), "ja");
    zet(kast, std::string(i.sleutel), std::string(i.waarde));
  }
  const std::optional<Pad> map = hooks_map(kast);
  if (!map) return;
  std::vector<NieuwBestand> nieuw;
  for (const Hook& hook : kHooks) {
    if (stand(*map, hook) == HookStand::geen) nieuw.push_back({*map / hook.naam, std::string(hook.inhoud), 0755});
  }
  maak_bestanden(nieuw);
}

GitPlan plan_terug(const Pad& kast) {
  eis_opslag(kast);
  GitPlan uit;
  for (const Instelling& i : kInstellingen) {
    if (!eigen(kast, gezet(i))) continue;
    const auto nu = eigen(kast, i.sleutel);
    if (nu != i.waarde) {
      uit.zelf.push_back({FoutSoort::bevinding,
                          Plaats{(kast / ".git" / "config").string(), 0, 0},
                          fmt::format("{} is sindsdien veranderd, en blijft zoals het is", i.sleutel),
                          fmt::format("wilt u het weg: git config --unset {}", i.sleutel),
                          {}});
    } else if (const auto oud = eigen(kast, vorig(i))) {
      uit.stappen.push_back(fmt::format("git config {} \"{}\", zoals het was", i.sleutel, *oud));
    } else {
      uit.stappen.push_back(fmt::format("git config --unset {}", i.sleutel));
    }
  }
  const std::optional<Pad> map = hooks_map(kast);
  for (const Hook& hook : kHooks) {
    if (map && stand(*map, hook) == HookStand::van_ons)
      uit.stappen.push_back(fmt::format("hook {} weg", hook.naam));
  }
  return uit;
}

void draai_terug(const Pad& kast) {
  for (const Instelling& i : kInstellingen) {
    if (!eigen(kast, gezet(i))) continue;
    if (eigen(kast, i.sleutel) == i.waarde) zet(kast, std::string(i.sleutel), eigen(kast, vorig(i)));
    zet(kast, vorig(i), std::nullopt);
    zet(kast, gezet(i), std::nullopt);
  }
  const std::optional<Pad> map = hooks_map(kast);
  if (!map) return;
  for (const Hook& hook : kHooks) {
    if (stand(*map, hook) == HookStand::van_ons) fs::remove(*map / hook.naam);
  }
  std::error_code fout;
  if (fs::is_empty(*map, fout)) fs::remove(*map, fout);  // pga init makes a repository without this directory
}

bool is_ingericht(const Pad& kast) {
  const bool gezet_alles = std::all_of(kInstellingen.begin(), kInstellingen.end(),
                                       [&](const Instelling& i) { return eigen(kast, i.sleutel) == i.waarde; });
  const std::optional<Pad> map = hooks_map(kast);
  return gezet_alles && map && std::all_of(kHooks.begin(), kHooks.end(), [&](const Hook& hook) {
           return stand(*map, hook) == HookStand::van_ons;
         });
}

std::vector<Pad> gevolgd_door_git(const Pad& kast, const std::vector<Pad>& paden) {
  std::vector<Pad> uit;
  if (paden.empty() || !is_git_opslag(kast)) return uit;
  const GitUitkomst uitkomst = git(kast, {"ls-files", "-z"});
  if (uitkomst.code != 0) return uit;
  const std::vector<std::string> regels = git_regels(uitkomst.uit);
  const std::set<std::string> bekend(regels.begin(), regels.end());
  for (const Pad& pad : paden) {
    if (bekend.count(pad.lexically_relative(kast).generic_string()) != 0) uit.push_back(pad);
  }
  return uit;
}

std::vector<Pad> weg_uit_dossier(const Pad& kast, const std::string& nummer) {
  std::vector<Pad> uit;
  if (!is_git_opslag(kast)) return uit;
  const GitUitkomst uitkomst = git(kast, {"ls-files", "-z", "--", "dossiers/", "bijlagen/"});
  if (uitkomst.code != 0) return uit;
  for (const std::string& regel : git_regels(uitkomst.uit)) {
    std::error_code fout;
    const bool er = fs::exists(fs::symlink_status(kast / regel, fout));
    if (!er && Pad(regel).parent_path().filename() == nummer) uit.push_back(kast / regel);
  }
  return uit;
}

bool leg_vast_in_git(const Pad& kast, const std::vector<Pad>& paden) {
  std::vector<std::string> namen = {"--"};
  for (const Pad& pad : paden) namen.push_back(fs::absolute(pad).lexically_normal().string());
  std::vector<std::string> voeg_toe = {"add"};
  voeg_toe.insert(voeg_toe.end(), namen.begin(), namen.end());
  if (git(kast, voeg_toe).code != 0) return false;
  std::vector<std::string> leg_vast = {
      "-c", "user.name=pga", "-c", "user.email=pga@localhost", "-c", "commit.gpgsign=false", "commit", "-q",
      "-m", "stuk"};
  leg_vast.insert(leg_vast.end(), namen.begin(), namen.end());
  return git(kast, leg_vast).code == 0;
}

}  // namespace pga::kast
