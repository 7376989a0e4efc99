// SPDX-License-Identifier: EUPL-1.2
#include "cli/uitvoerplek.h"

#include <filesystem>

#include <fmt/format.h>

#include "lib/basis/fout.h"

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

void eis_buiten_kast(const kast::Kast& kast, const std::string& pad, std::string_view een,
                     std::string_view waarom) {
  if (!ligt_in(pad, kast.map()) && !ligt_in(pad, kast.sleutels())) return;
  throw Fout(FoutSoort::gebruik, fmt::format("{} hoort niet in de kast: {}", een, waarom),
             "kies een plaats buiten de kast", Plaats{pad, 0, 0});
}

void eis_nieuw_bestand(const std::string& pad) {
  const fs::path heel = fs::absolute(pad);
  std::error_code fout;
  if (fs::exists(fs::symlink_status(heel, fout))) {
    throw Fout(FoutSoort::gebruik, "hier is al een bestand, en dat wordt nooit overschreven",
               "kies een andere naam", Plaats{pad, 0, 0});
  }
  if (!fs::is_directory(heel.parent_path(), fout)) {
    throw Fout(FoutSoort::gebruik, "deze map is er niet", "maak eerst de map, of kies een andere",
               Plaats{pad, 0, 0});
  }
}

}  // namespace pga::cli
