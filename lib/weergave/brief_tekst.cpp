// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/alineas.h"
#include "lib/weergave/brief_blad.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {
namespace {

constexpr int kKolommen = 80;

std::string stukje(const BriefStukje& s) { return s.blok ? veilig_blok(s.tekst) : veilig(s.tekst); }

std::string regel(const BriefRegel& r) {
  std::string uit;
  for (const BriefStukje& s : r) uit += stukje(s);
  return uit;
}

/// Only its first line can begin at the edge: what a person wrote never looks like a block of its own.
std::string in_kolommen(const std::string& tekst, std::string_view eerste, std::string_view rest) {
  constexpr std::string_view kVervolg = "  ";
  const std::size_t einde = tekst.find('\n');
  if (einde == std::string::npos) return omloop(tekst, kKolommen, eerste, rest);
  return omloop(tekst.substr(0, einde), kKolommen, eerste, rest) + '\n' +
         omloop(tekst.substr(einde + 1), kKolommen, kVervolg, kVervolg);
}

/// Middle columns are wrapped here: the table itself wraps the last one only.
std::string tabel_tekst(const BriefBlok& b) {
  constexpr int kEerste = 32;
  constexpr int kAndere = 14;
  Tabel uit;
  for (const BriefRegel& r : b.regels) {
    std::vector<Cel> rij;
    for (std::size_t k = 0; k < r.size(); ++k) {
      const std::string tekst = stukje(r[k]);
      const bool midden = k > 0 && k + 1 < r.size();
      rij.push_back({midden ? omloop(tekst, k == 1 ? kEerste : kAndere) : tekst});
    }
    if (uit.koppen.empty()) {
      for (const Cel& c : rij) uit.koppen.push_back(c.tekst);
    } else {
      uit.rijen.push_back(std::move(rij));
    }
  }
  return tabel(uit, {kKolommen, false});
}

std::string blok(const BriefBlok& b) {
  if (b.soort == BriefBlokSoort::tabel) return tabel_tekst(b);
  std::string uit;
  for (const BriefRegel& r : b.regels) {
    const bool item = b.soort == BriefBlokSoort::lijst;
    uit += in_kolommen(regel(r), item ? "- " : "", item ? "  " : "") + '\n';
  }
  if (b.soort == BriefBlokSoort::titel) {
    const std::size_t laatste = uit.find_last_of('\n', uit.size() - 2);
    const int lengte = breedte(std::string_view(uit).substr(laatste == std::string::npos ? 0 : laatste + 1));
    uit += std::string(static_cast<std::size_t>(lengte), '=') + '\n';
  }
  return uit;
}

}  // namespace

bool blijft_bij_volgende(const BriefBlad& blad, std::size_t i) {
  const BriefBlok& b = blad[i];
  if (b.soort == BriefBlokSoort::titel || b.soort == BriefBlokSoort::kop) return true;
  if (b.soort != BriefBlokSoort::alinea || i + 1 == blad.size()) return false;
  const BriefBlokSoort volgende = blad[i + 1].soort;
  if (volgende != BriefBlokSoort::regels && volgende != BriefBlokSoort::lijst) return false;
  if (b.regels.empty() || b.regels.back().empty()) return false;
  const std::string& einde = b.regels.back().back().tekst;
  return !einde.empty() && (einde.back() == ':' || einde.back() == ',');
}

std::string brief_tekst(const BriefBlad& blad) {
  std::string uit;
  for (const BriefBlok& b : blad) {
    if (!uit.empty()) uit += '\n';
    if (b.soort == BriefBlokSoort::kop) uit += '\n';
    uit += blok(b);
  }
  return uit;
}

}  // namespace pga::weergave
