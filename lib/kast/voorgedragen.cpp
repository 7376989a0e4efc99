// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/voorgedragen.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <regex>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/controleer.h"
#include "lib/kast/gitopdracht.h"
#include "lib/seal/age.h"
#include "lib/seal/digest.h"
#include "lib/yaml/canoniek.h"

namespace pga::kast {
namespace {

/// One change that git is to take: A, M, D or T, the blob it leads to, and the path from the top of the kast.
struct Wijziging {
  char letter;
  std::string blob;
  std::string pad;
};

[[noreturn]] void geen_antwoord(const Pad& kast) {
  throw Fout(FoutSoort::algemeen, "git kan niet zeggen wat er klaarstaat", "git -C KAST status zegt wat er is",
             Plaats{kast.string(), 0, 0});
}

bool is_niets(std::string_view commit) { return commit.find_first_not_of('0') == std::string_view::npos; }

/// The raw form of diff and log with -z: ":mode mode blob blob X" NUL path NUL. A commit of log says nothing else.
std::vector<Wijziging> lees_ruw(const std::string& uit) {
  std::vector<Wijziging> lijst;
  const std::vector<std::string> delen = git_regels(uit);
  for (std::size_t i = 0; i + 1 < delen.size(); ++i) {
    const std::size_t begin = delen[i].find(':');
    if (begin == std::string::npos) continue;
    const std::string kop = delen[i].substr(begin);
    const std::size_t letter = kop.rfind(' ');
    const std::size_t blob = letter == 0 || letter == std::string::npos ? letter : kop.rfind(' ', letter - 1);
    if (blob == std::string::npos || letter + 1 >= kop.size()) continue;
    lijst.push_back({kop[letter + 1], kop.substr(blob + 1, letter - blob - 1), delen[i + 1]});
    ++i;
  }
  return lijst;
}

std::vector<Wijziging> wijzigingen(const Pad& kast, const std::optional<std::string>& reeks) {
  const auto vraag = [&](std::vector<std::string> args) {
    const GitUitkomst uitkomst = git(kast, args, {}, GitOmgeving::van_de_hook);
    if (uitkomst.code != 0) geen_antwoord(kast);
    return lees_ruw(uitkomst.uit);
  };
  if (!reeks) return vraag({"diff", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff"});
  const std::size_t punten = reeks->find("..");
  const std::string oud = reeks->substr(0, punten);
  const std::string nieuw = punten == std::string::npos ? *reeks : reeks->substr(punten + 2);
  if (is_niets(nieuw)) return {};  // a branch goes away: nothing is sent
  std::vector<std::string> args = {"log",    "--format=",    "--raw",       "-z",           "-m",
                                   "--root", "--no-renames", "--no-abbrev", "--no-ext-diff"};
  const bool bekend = !is_niets(oud) && git(kast, {"cat-file", "-e", oud + "^{commit}"}).code == 0;
  if (bekend) {
    args.insert(args.end(), {fmt::format("{}..{}", oud, nieuw), "--"});
  } else {
    args.insert(args.end(), {nieuw, "--not", "--remotes", "--"});
  }
  return vraag(std::move(args));
}

/// The bytes of each blob, in the order asked.
std::vector<std::string> blobs(const Pad& kast, const std::vector<Wijziging>& lijst) {
  if (lijst.empty()) return {};
  std::string vraag;
  for (const Wijziging& w : lijst) vraag += w.blob + '\n';
  const GitUitkomst uitkomst = git(kast, {"cat-file", "--batch"}, vraag, GitOmgeving::van_de_hook);
  if (uitkomst.code != 0) geen_antwoord(kast);
  std::vector<std::string> uit;
  std::string_view rest = uitkomst.uit;
  for (std::size_t i = 0; i < lijst.size(); ++i) {
    const std::size_t einde = rest.find('\n');  // "<blob> blob <size>"
    const std::string_view kop = rest.substr(0, einde);
    const std::string_view getal = kop.substr(kop.rfind(' ') + 1);
    std::size_t lengte = 0;
    const auto [p, fout] = std::from_chars(getal.data(), getal.data() + getal.size(), lengte);
    if (einde == std::string_view::npos || fout != std::errc() || rest.size() < einde + 1 + lengte) {
      geen_antwoord(kast);
    }
    uit.emplace_back(rest.substr(einde + 1, lengte));
    rest.remove_prefix(std::min(rest.size(), einde + 1 + lengte + 1));
  }
  return uit;
}

Bevinding schending(const Pad& kast, const Wijziging& w, std::string wat, std::string tip) {
  return {FoutSoort::integriteit,
          Plaats{(kast / w.pad).lexically_normal().string(), 0, 0},
          std::move(wat),
          std::move(tip),
          {}};
}

/// Which kind of signed or sealed file belongs at that path; empty for none.
std::string soort_op(const std::string& pad) {
  static const std::array<std::pair<std::regex, std::string>, 6> kVormen = {{
      {std::regex("bijlagen/([0-9]{4}/[0-9a-z]{4}-[0-9a-z]{4}|gemeente)/[0-9-]{10}-[0-9a-f]{8}\\.bijlage"),
       "bijlage"},
      {std::regex("dossiers/[0-9]{4}/[0-9a-z]{4}-[0-9a-z]{4}/[0-9-]{10}-[0-9a-f]{8}\\.yaml"), "stuk"},
      {std::regex("gemeente/[0-9-]{10}-[0-9a-f]{8}\\.yaml"), "stuk"},
      {std::regex("beheer/[0-9]+-[0-9a-f]{8}\\.yaml"), "beheer"},
      {std::regex("logboek/[a-z][a-z0-9-]*/[0-9-]{10}-[0-9a-f]{8}\\.yaml"), "logregel"},
      {std::regex("ijkpunten/[0-9-]{10}-[0-9a-f]{8}\\.yaml"), "ijkpunt"},
  }};
  for (const auto& [vorm, soort] : kVormen) {
    if (std::regex_match(pad, vorm)) return soort;
  }
  return {};
}

bool is_gitregels(const std::string& pad) { return pad == ".gitattributes" || pad == ".gitignore"; }

std::optional<Bevinding> sleutel(const Pad& kast, const Wijziging& w, const std::string& bytes) {
  const Pad pad = w.pad;
  const bool bestand =
      w.pad.rfind("sleutels/", 0) == 0 || pad.extension() == ".age" || pad.extension() == ".sleutel";
  if (!bestand && bytes.find("AGE-SECRET-KEY-1") == std::string::npos) return std::nullopt;
  return schending(kast, w, "hier staat een sleutel in, en wat in git zit, is niet meer te vernietigen",
                   "haal het bestand eruit: git rm --cached BESTAND; een geheime sleutel die al ergens in git zit, "
                   "moet uit gebruik");
}

/// What a new file must be: the signed file that belongs there, named after its content.
std::optional<Bevinding> inhoud(const Pad& kast, const Wijziging& w, const std::string& bytes) {
  if (auto gevonden = sleutel(kast, w, bytes)) return gevonden;
  if (is_gitregels(w.pad)) {
    const std::string_view regels = w.pad == ".gitattributes" ? kGitAttributes : kGitIgnore;
    if (heeft_regels(bytes, regels)) return std::nullopt;
    return schending(kast, w, "de regels die stukken beschermen of sleutels buiten git houden ontbreken",
                     "zet ze terug: git checkout -- BESTAND");
  }
  const std::string soort = soort_op(w.pad);
  const std::string eruit = "haal het bestand eruit: git rm --cached BESTAND";
  const std::string stam = Pad(w.pad).stem().string();
  const auto past = [&] { return stam.substr(stam.size() - 8) == seal::hash8(seal::digest(bytes)); };
  const std::string ander = "de inhoud past niet bij de naam: het bestand is veranderd of hernoemd";
  if (soort == "bijlage") {
    if (!seal::is_single_binary(bytes))
      return schending(kast, w, "op deze plaats hoort een verzegelde bijlage", eruit);
    return past() ? std::nullopt : std::optional(schending(kast, w, ander, eruit));
  }
  if (soort.empty()) return schending(kast, w, "dit is niet verzegeld en hoort niet in de kast", eruit);
  try {
    const Waarde document = yaml::lees(bytes, {});
    if (document.vind("pga") == nullptr || document.tekst_van("soort") != soort ||
        document.vind("handtekening") == nullptr) {
      return schending(kast, w, "op deze plaats hoort een verzegeld en getekend bestand van pga", eruit);
    }
    if (!past()) return schending(kast, w, ander, eruit);
  } catch (const Fout&) {
    return schending(kast, w, "op deze plaats hoort een verzegeld en getekend bestand van pga", eruit);
  }
  return std::nullopt;
}

/// Whether a dossier goes whole, and a stuk in the dossier gemeente comes with it: that is how a destruction looks
/// (pga vernietig). What the receipt says is sealed, and a hook has no key; controleer, with one, says the rest.
bool is_vernietiging(const Pad& kast, const std::vector<Wijziging>& alle, const std::optional<std::string>& reeks,
                     const std::string& pad) {
  const bool bewijs = std::any_of(alle.begin(), alle.end(), [](const Wijziging& w) {
    return w.letter == 'A' && w.pad.rfind("gemeente/", 0) == 0 && soort_op(w.pad) == "stuk";
  });
  if (!bewijs || (pad.rfind("dossiers/", 0) != 0 && pad.rfind("bijlagen/", 0) != 0)) return false;
  const std::string map = Pad(pad).parent_path().generic_string() + "/";
  std::vector<std::string> args = {"ls-files", "-z", "--", map};
  if (reeks) {
    const std::size_t punten = reeks->find("..");
    args = {"ls-tree", "-r", "-z", "--name-only", punten == std::string::npos ? *reeks : reeks->substr(punten + 2),
            "--",      map};
  }
  const GitUitkomst over = git(kast, args, {}, GitOmgeving::van_de_hook);
  return over.code == 0 && over.uit.empty();
}

}  // namespace

std::vector<Bevinding> controleer_voorgedragen(const Pad& kast, const std::optional<std::string>& reeks) {
  std::vector<Bevinding> uit;
  std::vector<Wijziging> nieuw;
  std::vector<Wijziging> alle = wijzigingen(kast, reeks);
  const std::vector<Wijziging> gezien = alle;
  std::map<std::string, bool> gaat_heel;  // git is asked once a directory, not once a stuk
  const auto vernietigd = [&](const std::string& pad) {
    const auto [er, nieuw_hier] = gaat_heel.try_emplace(Pad(pad).parent_path().generic_string(), false);
    if (nieuw_hier) er->second = is_vernietiging(kast, gezien, reeks, pad);
    return er->second;
  };
  for (Wijziging& w : alle) {
    const bool bewaard = !soort_op(w.pad).empty();
    if (bewaard && w.letter == 'D' && vernietigd(w.pad)) continue;
    if (bewaard && w.letter != 'A') {
      const bool weg = w.letter == 'D';
      uit.push_back(schending(kast, w,
                              weg ? "dit bestand wordt weggehaald, en wat is vastgelegd blijft"
                                  : "dit bestand wordt veranderd, en wat is vastgelegd verandert nooit",
                              "zet het terug: git reset -- BESTAND en git checkout -- BESTAND; verbeteren gaat met "
                              "--vervangt"));
    } else if (is_gitregels(w.pad) && w.letter == 'D') {
      uit.push_back(schending(kast, w, "dit bestand houdt sleutels buiten git, en wordt weggehaald",
                              "zet het terug: git reset -- BESTAND en git checkout -- BESTAND"));
    } else if (w.letter != 'D') {
      nieuw.push_back(std::move(w));
    }
  }
  if (nieuw.empty()) return uit;
  // Bijlagen are large, and looked at one by one.
  const auto groot = std::stable_partition(nieuw.begin(), nieuw.end(),
                                           [](const Wijziging& w) { return soort_op(w.pad) != "bijlage"; });
  std::set<std::string> gezegd;
  const auto bekijk = [&](const std::vector<Wijziging>& lijst) {
    const std::vector<std::string> bytes = blobs(kast, lijst);
    for (std::size_t i = 0; i < lijst.size(); ++i) {
      auto gevonden = inhoud(kast, lijst[i], bytes[i]);
      if (gevonden && gezegd.insert(lijst[i].pad + gevonden->wat).second) uit.push_back(std::move(*gevonden));
    }
  };
  bekijk({nieuw.begin(), groot});
  for (auto it = groot; it != nieuw.end(); ++it) bekijk({*it});
  return uit;
}

}  // namespace pga::kast
