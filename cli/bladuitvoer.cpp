// SPDX-License-Identifier: EUPL-1.2
#include "cli/bladuitvoer.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/antwoord.h"
#include "lib/basis/nabij.h"
#include "lib/kast/bestand.h"

namespace pga::cli {
namespace {

namespace fs = std::filesystem;

/// Whether a path lies in a directory, links followed.
bool ligt_in(const fs::path& pad, const fs::path& map) {
  std::error_code fout;
  const fs::path echt = fs::weakly_canonical(fs::absolute(pad), fout);
  const fs::path hier = fs::weakly_canonical(fs::absolute(map), fout);
  const fs::path relatief = echt.lexically_relative(hier);
  return !relatief.empty() && *relatief.begin() != "..";
}

}  // namespace

void geen_keuze(std::string_view optie, const std::string& woord, const std::vector<std::string>& woorden) {
  const std::string dichtbij = nabij(woord, woorden);
  throw Fout(FoutSoort::gebruik, fmt::format("{}: \"{}\" kan hier niet", optie, woord),
             dichtbij.empty() ? fmt::format("kies uit: {}", fmt::join(woorden, ", "))
                              : fmt::format("bedoelde u \"{}\"?", dichtbij));
}

void BladUitvoer::bind(Opties& o) {
  o.optie("--vorm", vorm_, "VORM",
          fmt::format("de vorm van {}: tekst (gewoon), html of fodt (LibreOffice)", w_.de));
  o.optie("-o,--uitvoer", uitvoer_, "BESTAND",
          fmt::format("schrijf {} in dit nieuwe bestand, alleen voor u te lezen", w_.de));
}

BladUitvoer::Vorm BladUitvoer::vorm() const {
  static const std::vector<std::string> namen = {"tekst", "html", "fodt"};
  const std::string einde = uitvoer_ ? fs::path(*uitvoer_).extension().string() : std::string(".txt");
  const std::string volgens_naam = einde == ".txt"                       ? "tekst"
                                   : einde == ".html" || einde == ".htm" ? "html"
                                   : einde == ".fodt"                    ? "fodt"
                                                                         : "";
  const std::string gekozen = vorm_.value_or(volgens_naam);
  const auto er = std::find(namen.begin(), namen.end(), gekozen);
  if (vorm_ && er == namen.end()) geen_keuze("--vorm", gekozen, namen);
  if (gekozen.empty()) {
    throw Fout(FoutSoort::gebruik, fmt::format("aan {} is niet te zien welke vorm {} krijgt", *uitvoer_, w_.de),
               "laat de naam eindigen op .txt, .html of .fodt, of kies --vorm");
  }
  if (vorm_ && uitvoer_ && !volgens_naam.empty() && volgens_naam != gekozen) {
    throw Fout(FoutSoort::gebruik, fmt::format("{} past niet bij --vorm {}", *uitvoer_, gekozen),
               "laat één van de twee weg");
  }
  return static_cast<Vorm>(er - namen.begin());
}

void BladUitvoer::eis_plaats(const kast::Kast& kast) const {
  if (!uitvoer_) return;
  eis_nieuw_buiten_kast(
      kast, *uitvoer_,
      fmt::format("{} hoort niet in de kast: {} is niet verzegeld en kan in git komen", w_.een, w_.die));
}

void eis_nieuw_buiten_kast(const kast::Kast& kast, const std::string& uitvoer, std::string_view waarom_niet) {
  const fs::path pad = fs::absolute(uitvoer);
  const Plaats plaats{uitvoer, 0, 0};
  std::error_code fout;
  if (ligt_in(pad, kast.map()) || ligt_in(pad, kast.sleutels())) {
    throw Fout(FoutSoort::gebruik, std::string(waarom_niet), "kies een plaats buiten de kast", plaats);
  }
  if (fs::exists(fs::symlink_status(pad, fout))) {
    throw Fout(FoutSoort::gebruik, "hier is al een bestand, en dat wordt nooit overschreven",
               "kies een andere naam met -o", plaats);
  }
  if (!fs::is_directory(pad.parent_path(), fout)) {
    throw Fout(FoutSoort::gebruik, "deze map is er niet", "maak eerst de map, of kies een andere", plaats);
  }
}

void BladUitvoer::schrijf(Omgeving& omgeving, const weergave::BriefBlad& blad) const {
  const Vorm v = vorm();
  const std::string bytes = v == Vorm::html   ? weergave::brief_html(blad)
                            : v == Vorm::fodt ? weergave::brief_fodt(blad)
                                              : weergave::brief_tekst(blad);
  if (omgeving.globaal.droog) {
    omgeving.uit << fmt::format("zou {} schrijven: {} ({} bytes)\n", w_.een, uitvoer_.value_or("-"), bytes.size());
    omgeving.meld(kDroogGedaan);
    return;
  }
  if (uitvoer_) {
    kast::maak_bestanden({{fs::absolute(*uitvoer_), bytes, 0600}});
    omgeving.meld(fmt::format("{} gemaakt: {}", w_.kaal, *uitvoer_));
    return;
  }
  omgeving.uit << bytes;
  omgeving.uit.flush();
  if (!omgeving.uit) {
    throw Fout(FoutSoort::algemeen, fmt::format("{} kan niet worden geschreven", w_.de), "probeer -o BESTAND");
  }
}

}  // namespace pga::cli
