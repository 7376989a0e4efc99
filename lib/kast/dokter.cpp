// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/dokter.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/bewaarders.h"
#include "lib/kast/controleer.h"
#include "lib/kast/dubbel.h"
#include "lib/kast/gitinrichting.h"
#include "lib/kast/gitopdracht.h"
#include "lib/kast/kast.h"
#include "lib/kast/logsleutel.h"
#include "lib/kast/onaf.h"
#include "lib/kast/sleutels.h"
#include "lib/kast/toegang.h"

namespace pga::kast {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxRegels = std::size_t{1} << 20U;

Onderzoek goed(std::string onderwerp, std::string uitkomst) {
  return {std::move(onderwerp), Oordeel::goed, std::move(uitkomst), {}};
}

Onderzoek van(std::string onderwerp, Oordeel oordeel, const Bevinding& b) {
  return {std::move(onderwerp), oordeel, b.wat, b.tip};
}

bool bestaat(const Pad& pad) {
  std::error_code fout;
  return fs::exists(pad, fout);
}

/// The examination of one kast; what cannot be examined says why, and stops nothing.
class Dokter {
 public:
  Dokter(const Pad& map, const Pad& sleutels, const std::optional<seal::Recipient>& wie, Datum vandaag)
      : map_(map), sleutels_(sleutels), wie_(wie), vandaag_(vandaag) {}

  std::vector<Onderzoek> doe() {
    probeer("kast: beheer", [&] { beheer(); });
    probeer("kast: schrijven", [&] { schrijven(); });
    if (kast_) {
      probeer("kast: gebruiker", [&] { gebruiker(); });
      probeer("sleutels", [&] { sleutels(); });
      probeer("logboek", [&] { logboek(); });
      probeer("gesloten casussen", [&] { gesloten(); });
      probeer("klok", [&] { klok(); });
    }
    probeer("git", [&] { git_stand(); });
    return std::move(uit_);
  }

 private:
  void meld(Onderzoek o) { uit_.push_back(std::move(o)); }

  template <typename F>
  void probeer(const std::string& onderwerp, F&& doe) {
    try {
      doe();
    } catch (const Fout& e) {
      const bool even = e.soort() == FoutSoort::bezet;  // over in a moment
      meld(van(onderwerp, even ? Oordeel::let_op : Oordeel::fout, e.bevindingen().front()));
    }
  }

  void beheer() {
    kast_.emplace(map_, sleutels_);
    const std::vector<Bevinding> dubbel = dubbel_beheer(*kast_);
    if (!dubbel.empty()) return meld(van("kast: beheer", Oordeel::fout, dubbel.front()));
    const auto telling = [](std::size_t n, std::string_view een, std::string_view meer) {
      return fmt::format("{} {}", n, n == 1 ? een : meer);
    };
    meld(goed("kast: beheer", fmt::format("versie {}, {}, {}", kast_->beheer().versie,
                                          telling(kast_->beheer().gebruikers.size(), "gebruiker", "gebruikers"),
                                          telling(kast_->dossiers().size(), "dossier", "dossiers"))));
  }

  void schrijven() {
    if (!bestaat(map_)) return;
    if (::access(map_.c_str(), W_OK) != 0) {
      return meld({"kast: schrijven", Oordeel::let_op, "u kunt hier alleen lezen, en dat komt niet in het logboek",
                   "geef uzelf het recht om te schrijven, of laat het zo"});
    }
    const Slot slot(map_, 0);  // throws when another one writes
    const std::vector<Pad> resten = resten_in(map_);
    if (resten.empty()) return meld(goed("kast: schrijven", "u kunt schrijven, en niemand anders is bezig"));
    meld({"kast: schrijven", Oordeel::let_op,
          fmt::format("een afgebroken opdracht liet iets achter: {}", resten.front().string()),
          "de volgende opdracht die iets vastlegt, ruimt het op"});
  }

  static std::vector<Pad> resten_in(const Pad& map) {
    std::vector<Pad> uit;
    for (const Pad& deel : {map, map / "beheer", map / "gemeente", map / "logboek"}) {
      for (const Pad& pad : lees_map(deel)) {
        if (pad.filename().string().rfind(kTijdelijk, 0) == 0 && !is_notitie(pad)) uit.push_back(pad);
      }
    }
    return uit;
  }

  void gebruiker() {
    if (!wie_) return;
    for (const Gebruiker& g : kast_->beheer().gebruikers) {
      for (const GebruikerSleutel& s : g.sleutels) {
        if (s.opent != *wie_) continue;
        if (s.tot && *s.tot < vandaag_) {
          return meld({"kast: gebruiker", Oordeel::fout,
                       fmt::format("u bent {}, en uw sleutel gold tot en met {}", g.id.tekst(), s.tot->lang()),
                       "vraag wie het beheer tekent om een nieuwe sleutel vast te leggen"});
        }
        ik_ = g.id;
        return meld(goed("kast: gebruiker", fmt::format("u bent {}, {}", g.id.tekst(), rollen(g))));
      }
    }
    meld({"kast: gebruiker", Oordeel::fout, "uw sleutel hoort bij geen gebruiker van deze kast",
          "stuur de regel van pga sleutel toon naar wie het beheer tekent"});
  }

  static std::string rollen(const Gebruiker& g) {
    std::string uit;
    for (const std::string& r : g.rollen) uit += (uit.empty() ? "" : ", ") + r;
    return uit;
  }

  void sleutels() {
    if (!bestaat(sleutels_)) {
      return meld({"sleutels: map", Oordeel::fout, "de map met de sleutels van de dossiers is er niet",
                   "zet PGA_SLEUTELS op de map waar zij liggen, of haal een kopie op bij de casusregisseur"});
    }
    meld(onderzoek_rechten("sleutels: map", sleutels_, "de map met sleutels"));
    if (ik_) {
      const std::vector<Nummer> nummers = kast_->dossiers();
      const auto mijn = std::count_if(nummers.begin(), nummers.end(), [&](const Nummer& n) {
        return heeft_sleutelbestand(kast_->sleutel_map(n), *ik_);
      });
      meld(goed("sleutels: dossiers",
                fmt::format("u hebt sleutels van {} van de {} dossiers", mijn, nummers.size())));
    }
    const std::vector<Nummer> los = verdwenen_dossiers(*kast_);
    if (los.empty()) return;
    meld({"sleutels: dossiers", Oordeel::let_op,
          fmt::format("er zijn sleutels van een dossier dat er niet is: {}", los.front().tekst()),
          "haal de laatste stand van de kast op (git pull)"});
  }

  void logboek() {
    const auto& gebruikers = kast_->beheer().gebruikers;
    const bool lezer = std::any_of(gebruikers.begin(), gebruikers.end(),
                                   [](const Gebruiker& g) { return g.heeft_rol("rechtmatigheid"); });
    const bool sleutel = bestaat(sleutels_) && jaarsleutel(sleutels_, vandaag_.jaar());
    if (!lezer) {
      meld({"logboek", Oordeel::let_op, "niemand kan het logboek lezen: geen gebruiker heeft de rol rechtmatigheid",
            "wijs iemand aan: pga gebruiker toevoegen ID --rol rechtmatigheid (artikel 14, lid 2, Wet PGA)"});
    } else {
      meld(goed("logboek",
                sleutel ? "de sleutel van dit jaar is er" : "de volgende opdracht maakt de sleutel van dit jaar"));
    }
  }

  /// With nobody for it the deelnemers keep what the Act takes from them.
  void gesloten() {
    if (!bewaarders(kast_->beheer(), vandaag_).empty()) return;
    meld({"gesloten casussen", Oordeel::let_op,
          "geen gebruiker heeft de rol contactpunt of rechtmatigheid: de regisseurs houden de sleutels van een "
          "gesloten casus",
          "wijs iemand aan: pga gebruiker toevoegen ID --rol contactpunt (artikel 6, lid 3, Wet PGA)"});
  }

  /// A stuk from the future was written by a clock that was wrong, or this one is.
  void klok() {
    Datum laatste = kast_->beheer().datum;
    std::vector<Pad> mappen = {kast_->dossier_map(Nummer::gemeente())};
    for (const Nummer& n : kast_->dossiers()) mappen.push_back(kast_->dossier_map(n));
    for (const Pad& map : mappen) {
      for (const Pad& pad : lees_map(map)) {
        const auto dag = Datum::lees(pad.filename().string().substr(0, 10));
        if (dag && laatste < *dag) laatste = *dag;
      }
    }
    if (vandaag_ < laatste) {
      return meld({"klok", Oordeel::let_op,
                   fmt::format("het is {}, en het nieuwste stuk is van {}", vandaag_.lang(), laatste.lang()),
                   "kijk of de klok goed staat; was het een proef met --peildatum, dan is er niets mis"});
    }
    meld(goed("klok", fmt::format("het is {} in Amsterdam; de tijdzone van de computer doet er niet toe",
                                  vandaag_.lang())));
  }

  void git_stand() {
    if (!bestaat(map_)) return;
    if (!is_git_opslag(map_)) {
      return meld({"git: opslag", Oordeel::let_op, "deze kast ligt niet in git: wat verdwijnt, valt niet op",
                   "maak er een git-opslag van: git init"});
    }
    if (git(map_, {"rev-parse", "--git-dir"}).code != 0) {
      return meld(
          {"git: opslag", Oordeel::fout, "git kan niet bij deze opslag", "git -C KAST status zegt wat er is"});
    }
    meld(goed("git: opslag", "deze kast ligt in git"));
    regels(".gitattributes", kGitAttributes);
    regels(".gitignore", kGitIgnore);
    const std::vector<Bevinding> leesbaar = leesbaar_in_git(map_);
    if (!leesbaar.empty()) return meld(van("git: tekst", Oordeel::fout, leesbaar.front()));
    if (is_ingericht(map_)) return meld(goed("git: hooks", "git is ingericht"));
    meld({"git: hooks", Oordeel::let_op, "git is niet ingericht: niets houdt een leesbaar bestand tegen",
          "pga git inricht stelt het in, na te vragen"});
  }

  void regels(const std::string& naam, std::string_view regels) {
    std::string inhoud;
    try {
      inhoud = lees_bestand(map_ / naam, kMaxRegels);
    } catch (const Fout&) {
      inhoud.clear();
    }
    if (heeft_regels(inhoud, regels)) return meld(goed("git: " + naam, "de regels staan er"));
    meld({"git: " + naam, Oordeel::fout, "regels die stukken en sleutels beschermen ontbreken",
          "pga controleer zegt welke; zet ze terug"});
  }

  Pad map_;
  Pad sleutels_;
  const std::optional<seal::Recipient>& wie_;
  Datum vandaag_;
  std::optional<Kast> kast_;
  std::optional<GebruikerId> ik_;
  std::vector<Onderzoek> uit_;
};

}  // namespace

std::vector<Onderzoek> onderzoek_kast(const Pad& map, const Pad& sleutels,
                                      const std::optional<seal::Recipient>& wie, Datum vandaag) {
  return Dokter(map, sleutels, wie, vandaag).doe();
}

std::vector<Onderzoek> onderzoek_computer() {
  std::vector<Onderzoek> uit;
  if (::prctl(PR_GET_DUMPABLE) == 0) {
    uit.push_back(goed("computer: geheugen", "een sleutel komt niet in een afdruk van het geheugen"));
  } else {
    uit.push_back({"computer: geheugen", Oordeel::let_op,
                   "het geheugen van pga kan op schijf komen als het misgaat", "zet het uit: ulimit -c 0"});
  }
  constexpr rlim_t kGenoeg = rlim_t{1} << 20U;
  rlimit slot{};
  const bool bekend = ::getrlimit(RLIMIT_MEMLOCK, &slot) == 0;
  if (bekend && (slot.rlim_cur == RLIM_INFINITY || slot.rlim_cur >= kGenoeg)) {
    uit.push_back(goed("computer: wisselbestand", "sleutels blijven uit het wisselbestand"));
  } else {
    uit.push_back({"computer: wisselbestand", Oordeel::let_op,
                   "er mag weinig geheugen vast staan: sleutels kunnen in het wisselbestand komen",
                   "verhoog de grens (ulimit -l), of versleutel het wisselbestand"});
  }
  std::error_code fout;
  if (git(fs::current_path(fout), {"--version"}).code == 0) {
    uit.push_back(goed("computer: git", "git is er"));
  } else {
    uit.push_back({"computer: git", Oordeel::let_op, "git is er niet", "installeer git"});
  }
  return uit;
}

Onderzoek onderzoek_geheugen(const std::optional<Pad>& geheugen, const std::string& naam) {
  const std::string onderwerp = "computer: onthouden";
  if (!geheugen) {
    return {onderwerp, Oordeel::let_op, "deze computer onthoudt niet wat er in een kast lag: HOME is leeg",
            "zet PGA_GEHEUGEN op een map; anders valt een teruggezette kast hier niet op"};
  }
  Pad bestaand = *geheugen;  // it is made when it is first needed
  while (!bestaat(bestaand) && bestaand.has_relative_path()) bestaand = bestaand.parent_path();
  if (::access(bestaand.empty() ? "." : bestaand.c_str(), W_OK) != 0) {
    return {onderwerp, Oordeel::let_op,
            fmt::format("deze computer onthoudt niet wat er in een kast lag: in {} mag u niet schrijven", naam),
            "zet PGA_GEHEUGEN op een map waar dat wel mag; anders valt een teruggezette kast hier niet op"};
  }
  return goed(onderwerp, fmt::format("wat pga zag, staat in {}; leegmaken is die map weghalen", naam));
}

Onderzoek onderzoek_rechten(const std::string& onderwerp, const Pad& pad, const std::string& wat) {
  struct stat st {};
  if (::stat(pad.c_str(), &st) != 0) {
    return {onderwerp, Oordeel::fout, fmt::format("{} is niet te bekijken: {}", wat, pad.string()),
            "controleer de rechten"};
  }
  if ((st.st_mode & 077U) == 0) return goed(onderwerp, fmt::format("alleen u kunt bij {}", wat));
  return {onderwerp, Oordeel::let_op, fmt::format("anderen op deze computer kunnen bij {}", wat),
          fmt::format("geef alleen uzelf het recht erop: chmod go= {}", pad.string())};
}

}  // namespace pga::kast
