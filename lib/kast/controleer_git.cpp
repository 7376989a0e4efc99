// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/controleer_git.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "lib/kast/bestand.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/controleer.h"
#include "lib/kast/git.h"
#include "lib/kast/gitinrichting.h"

namespace pga::kast {
namespace {

constexpr std::size_t kMaxGitBestand = std::size_t{16} << 20U;

bool begint_met(std::string_view tekst, std::string_view begin) { return tekst.substr(0, begin.size()) == begin; }

bool bevat_regels(const Pad& pad, std::string_view regels) {
  try {
    return heeft_regels(lees_bestand(pad, kMaxGitBestand), regels);
  } catch (const Fout&) {
    return false;  // not there, a link, or not to be read: the rules do not hold
  }
}

class Gitcontrole {
 public:
  Gitcontrole(const Kast& kast, const Bewijzen& bewijzen) : kast_(kast), bewijzen_(bewijzen) {}

  std::vector<Bevinding> doe() {
    regels();
    stand();
    return std::move(uit_);
  }

 private:
  void meld(FoutSoort soort, const Pad& pad, std::string wat, std::string tip) {
    uit_.push_back({soort, Plaats{pad.string(), 0, 0}, std::move(wat), std::move(tip), {}});
  }

  void regels() {
    if (!bevat_regels(kast_.map() / ".gitattributes", kGitAttributes)) {
      meld(FoutSoort::integriteit, kast_.map() / ".gitattributes",
           "de regel \"*.yaml -text -merge diff=pga\" ontbreekt: git kan stukken veranderen",
           "zet de regel terug, op een regel voor zich");
    }
    if (!bevat_regels(kast_.map() / ".gitignore", kGitIgnore)) {
      meld(FoutSoort::integriteit, kast_.map() / ".gitignore", "de regels die sleutels buiten git houden ontbreken",
           "zet ze terug: /sleutels/, *.age, *.sleutel en .nieuw-*");
    }
  }

  void stand() {
    try {
      const auto bestanden = git_bestanden(kast_.map());
      if (!bestanden) {
        meld(FoutSoort::bevinding, kast_.map(), "deze kast ligt niet in git: wat verdwijnt, valt niet op",
             "maak er een git-opslag van: git init");
        return;
      }
      for (const GitBestand& b : *bestanden) bestand(b);
      for (Bevinding& b : leesbaar_in_git(kast_.map())) uit_.push_back(std::move(b));
    } catch (const Fout& e) {
      uit_.insert(uit_.end(), e.bevindingen().begin(), e.bevindingen().end());
    }
  }

  void bestand(const GitBestand& b) {
    const Pad pad = kast_.map() / b.pad;
    static constexpr std::array kBewaard = {"dossiers/", "gemeente/",  "beheer/",
                                            "logboek/",  "ijkpunten/", "bijlagen/"};
    const bool bewaard = std::any_of(kBewaard.begin(), kBewaard.end(),
                                     [&](std::string_view begin) { return begint_met(b.pad, begin); });
    const bool is_bijlage = begint_met(b.pad, "bijlagen/");
    if (!is_bijlage && is_geheim(pad)) {
      meld(FoutSoort::integriteit, pad,
           "git volgt een geheime sleutel: wie de opslag heeft, kan lezen wat die opent",
           "neem deze sleutel uit gebruik; uit git halen is niet genoeg, oude versies blijven bestaan");
    } else if (begint_met(b.pad, "sleutels/") && pad.extension() == ".yaml") {
      meld(FoutSoort::integriteit, pad, "git volgt dit bestand, en sleutels/ hoort buiten git",
           "haal het uit git: git rm --cached BESTAND");
    } else if (begint_met(b.pad, "sleutels/") || pad.extension() == ".age" || pad.extension() == ".sleutel") {
      meld(FoutSoort::integriteit, pad,
           "git volgt dit sleutelbestand: het is verzegeld, maar wat in git zit, is niet meer te vernietigen",
           "haal het uit git (git rm --cached), ook uit oude versies en uit kopieën van de opslag");
    } else if (bewaard && b.weg && met_reden_weg(b.pad)) {
      return;
    } else if (bewaard && b.weg) {
      meld(FoutSoort::integriteit, pad, std::string(kWegUitGit), "haal het terug: git checkout -- BESTAND");
    } else if (bewaard && b.gewijzigd) {
      meld(FoutSoort::integriteit, pad, std::string(kVeranderdInGit), "haal het terug: git checkout -- BESTAND");
    } else if (is_bijlage && pad.extension() == kBijlageEinde && !begint_verzegeld(pad)) {
      leesbare_tekst(pad);
    } else if (bewaard ? pad.extension() != (is_bijlage ? kBijlageEinde : ".yaml")
                       : b.pad != ".gitattributes" && b.pad != ".gitignore") {
      leesbare_tekst(pad);
    }
  }

  /// dossiers/<jaar>/<nummer>/<stuk>, or the same of a bijlage, of a dossier whose destruction began.
  [[nodiscard]] bool met_reden_weg(const std::string& pad) const {
    return (begint_met(pad, "dossiers/") || begint_met(pad, "bijlagen/")) &&
           bewijzen_.van(Pad(pad).parent_path().filename().string()) != nullptr;
  }

  /// Whether an age identity stands in it in clear.
  static bool is_geheim(const Pad& pad) {
    if (pad.extension() == ".yaml") return false;
    try {
      return lees_bestand(pad, kMaxGitBestand).find("AGE-SECRET-KEY-1") != std::string::npos;
    } catch (const Fout&) {
      return false;
    }
  }

  /// Whatever else git tracks in a kast is in clear.
  void leesbare_tekst(const Pad& pad) {
    meld(FoutSoort::integriteit, pad, "git volgt dit bestand, en het is niet verzegeld",
         "haal het uit de kast; stond er iets persoonlijks in, dan blijft dat in oude versies van git te lezen");
  }

  const Kast& kast_;
  const Bewijzen& bewijzen_;
  std::vector<Bevinding> uit_;
};

}  // namespace

bool heeft_regels(std::string_view inhoud, std::string_view regels) {
  const std::string tekst = fmt::format("\n{}", inhoud);
  for (std::size_t begin = 0; begin < regels.size();) {
    const std::size_t einde = regels.find('\n', begin);
    if (tekst.find(fmt::format("\n{}\n", regels.substr(begin, einde - begin))) == std::string::npos) return false;
    begin = einde + 1;
  }
  return true;
}

std::vector<Bevinding> controleer_git(const Kast& kast, const Bewijzen& bewijzen) {
  return Gitcontrole(kast, bewijzen).doe();
}

}  // namespace pga::kast
