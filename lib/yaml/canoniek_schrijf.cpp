// SPDX-License-Identifier: EUPL-1.2
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "lib/yaml/canoniek.h"
#include "lib/yaml/canoniek_regels.h"

namespace pga::yaml {
namespace {

constexpr std::string_view kArmor = "-----BEGIN AGE ENCRYPTED FILE-----\n";
constexpr std::string_view kHandtekening = "untrusted comment: pga\n";

/// Eight bytes at a time: an armored stuk is read a hundred thousand times a night.
bool drukbaar_ascii(std::string_view tekst) {
  constexpr std::uint64_t kHoog = 0x8080808080808080U;
  std::size_t i = 0;
  for (; i + 8 <= tekst.size(); i += 8) {
    std::uint64_t w = 0;
    std::memcpy(&w, tekst.data() + i, 8);
    // Above 0x7F, below 0x20, or 0x7F: each sets the byte's high bit. A carry or borrow into the next byte comes
    // only from a byte that is wrong itself.
    if (((w | (w - 0x2020202020202020U) | (w + 0x0101010101010101U)) & kHoog) != 0) return false;
  }
  for (; i < tekst.size(); ++i) {
    if (tekst[i] < 0x20 || tekst[i] > 0x7E) return false;
  }
  return true;
}

class Schrijver {
 public:
  void kaart(const Waarde::Kaart& velden, int inspring, int diepte) {
    container(velden.empty(), diepte);
    if (regels::eerste_dubbele(velden) != velden.size()) throw std::invalid_argument("a name twice in a map");
    bool eerste = true;
    for (const Veld& veld : velden) {
      if (!regels::is_naam(veld.naam)) throw std::invalid_argument("no canonical name: " + veld.naam);
      begin_regel(eerste, inspring);
      uit_ += veld.naam;
      uit_ += ':';
      if (veld.waarde.is_kaart() || veld.waarde.is_lijst()) {
        uit_ += '\n';
        uit_.append(static_cast<std::size_t>(inspring) + 2, ' ');
      } else {
        uit_ += ' ';
      }
      waarde(veld.waarde, inspring + 2, diepte);
    }
  }

  std::string uit_;

 private:
  static void container(bool leeg, int diepte) {
    if (leeg) throw std::invalid_argument("an empty list or map has no canonical form");
    if (diepte > kMaxDiepte) throw std::invalid_argument("nested too deep for a canonical document");
  }

  /// The first line of a map or list goes on where its name or dash left off.
  void begin_regel(bool& eerste, int inspring) {
    if (!eerste) uit_.append(static_cast<std::size_t>(inspring), ' ');
    eerste = false;
  }

  void lijst(const Waarde::Lijst& items, int inspring, int diepte) {
    container(items.empty(), diepte);
    bool eerste = true;
    for (const Waarde& item : items) {
      begin_regel(eerste, inspring);
      uit_ += "- ";
      waarde(item, inspring + 2, diepte);
    }
  }

  /// A value whose content, when it takes lines of its own, is indented `inspring`.
  void waarde(const Waarde& w, int inspring, int diepte) {
    if (w.is_kaart()) return kaart(w.velden(), inspring, diepte + 1);
    if (w.is_lijst()) return lijst(w.lijst(), inspring, diepte + 1);
    if (w.is_tekst()) {
      if (is_blok(w.tekst())) return blok(w.tekst(), inspring);
      tekst(w.tekst());
    } else if (w.is_getal()) {
      uit_ += std::to_string(w.getal());
    } else {
      uit_ += w.bool_waarde() ? "true" : "false";
    }
    uit_ += '\n';
  }

  void blok(std::string_view tekst, int inspring) {
    uit_ += "|\n";
    while (!tekst.empty()) {
      const std::size_t eind = tekst.find('\n') + 1;
      uit_.append(static_cast<std::size_t>(inspring), ' ');
      uit_ += tekst.substr(0, eind);
      tekst.remove_prefix(eind);
    }
  }

  void tekst(std::string_view tekst) {
    uit_ += '"';
    for (std::size_t i = 0; i < tekst.size();) {
      const Teken t = lees_teken(tekst, i);
      if (t.lengte == 0 || is_nonteken(t.punt)) throw std::invalid_argument("text that is no valid UTF-8");
      if (t.punt == '"' || t.punt == '\\') {
        uit_ += '\\';
        uit_ += tekst[i];
      } else if (regels::is_geescapet(t.punt)) {
        escape(t.punt);
      } else {
        uit_ += tekst.substr(i, t.lengte);
      }
      i += t.lengte;
    }
    uit_ += '"';
  }

  void escape(char32_t punt) {
    if (punt == '\n') {
      uit_ += "\\n";
    } else if (punt == '\t') {
      uit_ += "\\t";
    } else {
      uit_ += "\\u";
      for (unsigned schuif = 16; schuif > 0;) {
        schuif -= 4;
        uit_ += "0123456789ABCDEF"[(punt >> schuif) & 0xFU];
      }
    }
  }
};

}  // namespace

bool is_blok(std::string_view tekst) {
  const bool bekend =
      tekst.substr(0, kArmor.size()) == kArmor || tekst.substr(0, kHandtekening.size()) == kHandtekening;
  if (!bekend) return false;
  while (!tekst.empty()) {
    const std::size_t eind = tekst.find('\n');
    if (eind == std::string_view::npos || eind == 0) return false;
    const std::string_view regel = tekst.substr(0, eind);
    if (regel.front() == ' ' || regel.back() == ' ' || !drukbaar_ascii(regel)) return false;
    tekst.remove_prefix(eind + 1);
  }
  return true;
}

std::string schrijf(const Waarde& document) {
  if (!document.is_kaart()) throw std::invalid_argument("a canonical document is a map");
  Schrijver s;
  s.kaart(document.velden(), 0, 1);
  return std::move(s.uit_);
}

}  // namespace pga::yaml
