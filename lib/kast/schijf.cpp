// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/schijf.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

namespace pga::kast {
namespace {

enum class Waarom { elders, logboek, lagen, net };

struct Bestandssysteem {
  std::uint32_t magie;  // of statfs(2)
  std::string_view naam;
  Waarom waarom;
};

constexpr std::array kBekend = {
    Bestandssysteem{0x9123683E, "btrfs", Waarom::elders},    Bestandssysteem{0x2FC12FC1, "zfs", Waarom::elders},
    Bestandssysteem{0xCA451A4E, "bcachefs", Waarom::elders}, Bestandssysteem{0xF2F52010, "f2fs", Waarom::logboek},
    Bestandssysteem{0x00003434, "nilfs", Waarom::logboek},   Bestandssysteem{0x794C7630, "overlay", Waarom::lagen},
    Bestandssysteem{0x00006969, "nfs", Waarom::net},         Bestandssysteem{0xFF534D42, "cifs", Waarom::net},
    Bestandssysteem{0xFE534D42, "smb", Waarom::net},         Bestandssysteem{0x0000517B, "smb", Waarom::net},
    Bestandssysteem{0x01021997, "9p", Waarom::net},          Bestandssysteem{0x65735546, "fuse", Waarom::net},
    Bestandssysteem{0x00C36400, "ceph", Waarom::net}};

std::string_view zin(Waarom w) {
  switch (w) {
    case Waarom::elders:
      return "bewaart de oude inhoud misschien op een andere plaats, of in een momentopname";
    case Waarom::logboek:
      return "zet nieuwe inhoud achter de oude, en de oude blijft nog staan";
    case Waarom::lagen:
      return "laat de oude inhoud misschien staan, onder de nieuwe";
    case Waarom::net:
      return "ligt op een andere computer of achter een ander programma, en wat daar blijft staan, is hier niet te "
             "zien";
  }
  return {};
}

}  // namespace

std::string overschrijven_helpt_niet(const Pad& map) {
  struct statfs st {};
  if (::statfs(map.c_str(), &st) != 0) return {};
  const auto magie = static_cast<std::uint32_t>(st.f_type);
  const auto* er =
      std::find_if(kBekend.begin(), kBekend.end(), [&](const Bestandssysteem& b) { return b.magie == magie; });
  return er == kBekend.end() ? std::string() : fmt::format("{} {}", er->naam, zin(er->waarom));
}

}  // namespace pga::kast
