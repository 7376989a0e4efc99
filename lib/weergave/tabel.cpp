// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string>

#include "lib/weergave/tekst.h"

namespace pga::weergave {
namespace {

constexpr int kTussen = 2;
constexpr int kMinste = 16;  // a narrower last column cannot be read

std::vector<std::string> in_regels(const std::string& tekst) {
  std::vector<std::string> uit;
  std::size_t begin = 0;
  for (std::size_t einde = 0; (einde = tekst.find('\n', begin)) != std::string::npos; begin = einde + 1) {
    uit.push_back(tekst.substr(begin, einde - begin));
  }
  uit.push_back(tekst.substr(begin));
  return uit;
}

using Regels = std::vector<std::string>;

/// The lines of each cell of a row.
std::vector<Regels> zet_om(const std::vector<Cel>& rij, int laatste) {
  std::vector<Regels> uit;
  for (std::size_t k = 0; k < rij.size(); ++k) {
    const std::string tekst = veilig_meer(rij[k].tekst);
    uit.push_back(in_regels(k + 1 < rij.size() ? tekst : omloop(tekst, laatste)));
  }
  return uit;
}

std::vector<int> breedtes(const Tabel& tabel) {
  std::vector<int> uit;
  for (const std::string& kop : tabel.koppen) uit.push_back(breedte(kop));
  for (const std::vector<Cel>& rij : tabel.rijen) {
    for (std::size_t k = 0; k < uit.size(); ++k) {
      for (const std::string& regel : in_regels(veilig_meer(rij.at(k).tekst))) {
        uit[k] = std::max(uit[k], breedte(regel));
      }
    }
  }
  return uit;
}

/// One printed line of a row. Blanks are put only before what follows, so that no line ends with them.
std::string druk(const std::vector<Cel>& rij, const std::vector<Regels>& cellen, std::size_t regel,
                 const std::vector<int>& kolommen, const Stijl& stijl, std::string_view inspring) {
  std::string uit;
  int tekort = 0;
  for (std::size_t k = 0; k < rij.size(); ++k) {
    const std::string deel = regel < cellen[k].size() ? cellen[k][regel] : std::string();
    if (!deel.empty()) {
      if (uit.empty()) uit += inspring;
      uit.append(static_cast<std::size_t>(tekort), ' ');
      uit += verf(deel, rij[k].kleur, stijl);
      tekort = 0;
    }
    tekort += kolommen[k] - breedte(deel) + kTussen;
  }
  uit += '\n';
  return uit;
}

}  // namespace

std::string tabel(const Tabel& tabel, const Stijl& stijl, std::string_view inspring) {
  const std::vector<int> kolommen = breedtes(tabel);
  int laatste = stijl.breedte - breedte(inspring);
  for (std::size_t k = 0; k + 1 < kolommen.size(); ++k) laatste -= kolommen[k] + kTussen;
  laatste = std::max(laatste, kMinste);

  std::vector<std::vector<Cel>> rijen;
  const auto leeg = [](const std::string& kop) { return kop.empty(); };
  if (!std::all_of(tabel.koppen.begin(), tabel.koppen.end(), leeg)) {
    std::vector<Cel> kop;
    for (const std::string& k : tabel.koppen) kop.push_back({k, Kleur::vet});
    rijen.push_back(std::move(kop));
  }
  rijen.insert(rijen.end(), tabel.rijen.begin(), tabel.rijen.end());

  std::string uit;
  for (const std::vector<Cel>& rij : rijen) {
    const std::vector<Regels> cellen = zet_om(rij, laatste);
    std::size_t hoogte = 0;
    for (const Regels& cel : cellen) hoogte = std::max(hoogte, cel.size());
    for (std::size_t r = 0; r < hoogte; ++r) uit += druk(rij, cellen, r, kolommen, stijl, inspring);
  }
  return uit;
}

}  // namespace pga::weergave
