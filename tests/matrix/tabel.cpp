// SPDX-License-Identifier: EUPL-1.2
#include "tests/matrix/tabel.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace pga::test {
namespace {

constexpr std::size_t kBreedte = 40;  // of gebruiker, role and what is to be known of it

std::vector<std::string> woorden(const std::string& regel) {
  std::istringstream stroom(regel);
  std::vector<std::string> uit;
  for (std::string w; stroom >> w;) uit.push_back(w);
  return uit;
}

std::string gevuld(std::string tekst, std::size_t breedte) {
  tekst.resize(std::max(tekst.size() + 2, breedte), ' ');
  return tekst;
}

std::string zonder_spaties(std::string regel) {
  while (!regel.empty() && regel.back() == ' ') regel.pop_back();
  return regel;
}

Rij lees_rij(const std::string& regel, std::size_t kolommen) {
  const std::vector<std::string> w = woorden(regel);
  if (w.size() < kolommen + 2) throw std::runtime_error("no row of the table: " + regel);
  const auto cellen = w.end() - static_cast<std::ptrdiff_t>(kolommen);
  Rij uit{w[0], w[1], {}, {cellen, w.end()}};
  for (auto er = w.begin() + 2; er != cellen; ++er) uit.toelichting += (uit.toelichting.empty() ? "" : " ") + *er;
  return uit;
}

std::string regel_van(const std::string& voor, const std::vector<std::string>& kolommen,
                      const std::vector<std::string>& cellen) {
  std::string uit = gevuld(voor, kBreedte);
  for (std::size_t i = 0; i < kolommen.size(); ++i) uit += gevuld(cellen[i], kolommen[i].size() + 2);
  return zonder_spaties(uit) + "\n";
}

}  // namespace

Tabel lees_tabel(const std::string& tekst) {
  Tabel uit;
  std::istringstream stroom(tekst);
  std::string voor;
  bool in_tabel = false;
  for (std::string regel; std::getline(stroom, regel);) {
    if (regel.rfind("== ", 0) == 0) {
      uit.blokken.push_back({voor + regel + "\n", woorden(regel).at(1), {}, {}});
      voor.clear();
    } else if (regel.rfind("gebruiker ", 0) == 0 && !uit.blokken.empty()) {
      const std::vector<std::string> w = woorden(regel);
      uit.blokken.back().voor += voor;
      voor.clear();
      uit.blokken.back().kolommen.assign(w.begin() + 2, w.end());
      in_tabel = true;
    } else if (in_tabel && !regel.empty()) {
      uit.blokken.back().rijen.push_back(lees_rij(regel, uit.blokken.back().kolommen.size()));
    } else {
      in_tabel = false;
      voor += regel + "\n";
    }
  }
  uit.na = voor;
  return uit;
}

std::string als_tekst(const Tabel& tabel) {
  std::string uit;
  for (const Blok& blok : tabel.blokken) {
    uit += blok.voor + regel_van(gevuld("gebruiker", 11) + "rol", blok.kolommen, blok.kolommen);
    for (const Rij& r : blok.rijen) {
      const std::string wie = gevuld(r.gebruiker, 11) + r.rol + (r.toelichting.empty() ? "" : " ") + r.toelichting;
      uit += regel_van(wie, blok.kolommen, r.cellen);
    }
  }
  return uit + tabel.na;
}

const Rij& rij_van(const Tabel& tabel, const std::string& blok, const std::string& gebruiker) {
  for (const Blok& b : tabel.blokken) {
    for (const Rij& r : b.rijen) {
      if (b.naam == blok && r.gebruiker == gebruiker) return r;
    }
  }
  throw std::runtime_error("the table has no " + gebruiker + " at " + blok);
}

}  // namespace pga::test
