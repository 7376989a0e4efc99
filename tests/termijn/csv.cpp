// SPDX-License-Identifier: EUPL-1.2
#include "tests/termijn/csv.h"

#include <fstream>
#include <stdexcept>

namespace pga::test {

std::vector<std::string> splits(const std::string& tekst, const std::string& scheiding) {
  std::vector<std::string> uit;
  for (std::size_t van = 0;;) {
    const std::size_t tot = tekst.find(scheiding, van);
    std::string deel = tekst.substr(van, tot == std::string::npos ? tot : tot - van);
    deel.erase(0, deel.find_first_not_of(' '));
    deel.erase(deel.find_last_not_of(' ') + 1);
    uit.push_back(deel);
    if (tot == std::string::npos) return uit;
    van = tot + scheiding.size();
  }
}

std::vector<Rij> lees_tabel(const std::string& naam) {
  std::ifstream bestand(std::string(PGA_BRON) + "/tests/termijnen/" + naam);
  std::string regel;
  if (!std::getline(bestand, regel)) throw std::runtime_error("no table " + naam);
  const std::vector<std::string> kolommen = splits(regel, ",");
  std::vector<Rij> rijen;
  while (std::getline(bestand, regel)) {
    const std::vector<std::string> cellen = splits(regel, ",");
    if (cellen.size() != kolommen.size()) throw std::runtime_error(naam + ": " + regel);
    Rij rij;
    for (std::size_t i = 0; i < cellen.size(); ++i) rij[kolommen[i]] = cellen[i];
    rijen.push_back(rij);
  }
  return rijen;
}

}  // namespace pga::test
