// SPDX-License-Identifier: EUPL-1.2
//
// One pass, no look-ahead beyond a line, no tokens: what is read is exactly what the writer writes.
#include <charconv>
#include <cstring>

#include "lib/basis/fout.h"
#include "lib/yaml/canoniek.h"
#include "lib/yaml/canoniek_regels.h"

namespace pga::yaml {
namespace {

class Lezer {
 public:
  Lezer(std::string_view bytes, std::string_view naam) : b_(bytes), bestand_(naam) {}

  Waarde document() {
    if (b_.empty()) fout("het bestand is leeg");
    Waarde uit = kaart(0, 1);
    if (i_ != b_.size()) fout("hier springt de regel verkeerd in");
    return uit;
  }

 private:
  [[noreturn]] void fout(std::string_view wat) const { fout_op(i_, wat); }

  [[noreturn]] void fout_op(std::size_t plaats, std::string_view wat) const {
    int kolom = 1;
    for (std::size_t k = begin_; k < plaats && k < b_.size(); ++kolom) {
      k += std::max<std::size_t>(1, lees_teken(b_, k).lengte);
    }
    throw Fout(FoutSoort::integriteit, "niet zoals pga het schrijft: " + std::string(wat),
               "het bestand is beschadigd of met de hand gewijzigd; haal het terug uit git of een reservekopie",
               Plaats{std::string(bestand_), regel_, kolom});
  }

  [[nodiscard]] Plek plek() const { return {regel_, static_cast<int>(i_ - begin_) + 1}; }

  [[nodiscard]] bool begint(std::string_view met) const { return b_.substr(i_, met.size()) == met; }

  void nieuwe_regel() {
    if (i_ >= b_.size()) fout("de laatste regel is niet af");
    if (b_[i_] != '\n') fout("hier had de regel moeten eindigen");
    ++i_;
    begin_ = i_;
    ++regel_;
  }

  /// Whether the map or list at this depth goes on with the line at hand; if so, its indent is consumed.
  bool volgende(std::size_t inspring) {
    if (i_ == b_.size()) return false;
    std::size_t eind = i_;
    while (eind < b_.size() && b_[eind] == ' ') ++eind;
    const std::size_t spaties = eind - i_;
    if (spaties < inspring) return false;
    if (spaties > inspring) fout_op(i_ + inspring, "hier springt de regel verkeerd in");
    i_ = eind;
    return true;
  }

  /// Length of the name at the cursor when a colon follows it, else 0.
  [[nodiscard]] std::size_t naamlengte() const {
    std::size_t eind = i_;
    while (eind < b_.size() && regels::is_naamteken(b_[eind])) ++eind;
    return eind < b_.size() && b_[eind] == ':' ? eind - i_ : 0;
  }

  void diepte_past(int diepte) const {
    if (diepte > kMaxDiepte) fout("meer dan 32 niveaus diep");
  }

  Waarde kaart(std::size_t inspring, int diepte) {
    diepte_past(diepte);
    Waarde::Kaart velden;
    const Plek begin = plek();
    do {
      const std::size_t n = naamlengte();
      const std::string_view naam = b_.substr(i_, n);
      if (!regels::is_naam(naam)) fout("hier hoort een naam met een dubbele punt");
      velden.push_back(Veld{std::string(naam), {}, plek()});
      i_ += n + 1;
      veldwaarde(velden.back().waarde, inspring, diepte);
    } while (volgende(inspring));
    const std::size_t dubbel = regels::eerste_dubbele(velden);
    if (dubbel != velden.size()) dubbele_naam(velden[dubbel]);
    Waarde uit = Waarde::kaart(std::move(velden));
    uit.plek = begin;
    return uit;
  }

  [[noreturn]] void dubbele_naam(const Veld& veld) const {
    throw Fout(FoutSoort::integriteit,
               "niet zoals pga het schrijft: de naam \"" + veld.naam + "\" staat er twee keer",
               "het bestand is beschadigd of met de hand gewijzigd; haal het terug uit git of een reservekopie",
               Plaats{std::string(bestand_), veld.plek.regel, veld.plek.kolom});
  }

  void veldwaarde(Waarde& uit, std::size_t inspring, int diepte) {
    if (begint(" ")) {
      ++i_;
      scalair(uit, inspring + 2);
      return;
    }
    nieuwe_regel();
    if (!volgende(inspring + 2)) fout("na deze naam ontbreekt de waarde");
    uit = begint("- ") ? lijst(inspring + 2, diepte + 1) : kaart(inspring + 2, diepte + 1);
  }

  Waarde lijst(std::size_t inspring, int diepte) {
    diepte_past(diepte);
    Waarde::Lijst items;
    const Plek begin = plek();
    do {
      if (!begint("- ")) fout("hier hoort een streepje en een spatie");
      i_ += 2;
      items.emplace_back();
      if (begint("- ")) {
        items.back() = lijst(inspring + 2, diepte + 1);
      } else if (naamlengte() > 0) {
        items.back() = kaart(inspring + 2, diepte + 1);
      } else {
        scalair(items.back(), inspring + 2);
      }
    } while (volgende(inspring));
    Waarde uit(std::move(items));
    uit.plek = begin;
    return uit;
  }

  void scalair(Waarde& uit, std::size_t inspring) {
    const Plek hier = plek();
    if (begint("\"")) {
      uit = tekst();
      nieuwe_regel();
    } else if (begint("|\n")) {
      uit = blok(inspring);
    } else {
      uit = kaal();
      nieuwe_regel();
    }
    uit.plek = hier;
  }

  Waarde kaal() {
    for (const bool waarde : {true, false}) {
      const std::string_view woord = waarde ? "true" : "false";
      if (begint(woord)) {
        i_ += woord.size();
        return Waarde::bool_(waarde);
      }
    }
    const char* const begin = b_.data() + i_;
    std::int64_t getal = 0;
    const auto [eind, ec] = std::from_chars(begin, b_.data() + b_.size(), getal);
    const std::string_view cijfers(begin, static_cast<std::size_t>(eind - begin));
    // One form of each number: no leading zero, no -0.
    if (ec != std::errc() || cijfers != std::to_string(getal)) {
      fout("hier hoort tekst tussen aanhalingstekens, een getal, true of false");
    }
    i_ += cijfers.size();
    return getal;
  }

  Waarde blok(std::size_t inspring) {
    const Lezer begin = *this;
    i_ += 1;
    nieuwe_regel();
    std::string inhoud;
    while (i_ < b_.size() && b_.find_first_not_of(' ', i_) - i_ >= inspring) {
      i_ += inspring;
      const std::size_t eind = b_.find('\n', i_);
      if (eind == std::string_view::npos) fout_op(b_.size(), "de laatste regel is niet af");
      inhoud.append(b_, i_, eind + 1 - i_);
      i_ = eind;
      nieuwe_regel();
    }
    if (!is_blok(inhoud)) begin.fout("dit blok is geen verzegelde tekst of handtekening");
    return inhoud;
  }

  std::string tekst() {
    const std::size_t begin = i_++;
    std::string uit;
    while (true) {
      const std::size_t stuk = i_;
      while (i_ < b_.size() && gewoon(b_[i_])) ++i_;
      uit.append(b_, stuk, i_ - stuk);
      if (i_ >= b_.size()) fout_op(begin, "dit aanhalingsteken wordt niet gesloten");
      if (b_[i_] == '"') break;
      if (b_[i_] == '\\') {
        escape(uit);
      } else {
        meerbyte(uit);
      }
    }
    ++i_;
    if (is_blok(uit)) fout_op(begin, "verzegelde tekst of een handtekening hoort in een blok (|)");
    return uit;
  }

  static bool gewoon(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

  void meerbyte(std::string& uit) {
    const Teken t = lees_teken(b_, i_);
    if (t.lengte == 0) fout("geen geldige UTF-8");
    if (regels::is_geescapet(t.punt) || is_nonteken(t.punt)) fout("dit teken mag hier niet zo staan");
    uit.append(b_, i_, t.lengte);
    i_ += t.lengte;
  }

  void escape(std::string& uit) {
    const char soort = i_ + 1 < b_.size() ? b_[i_ + 1] : '\0';
    if (soort == 'u') return escape_u(uit);
    switch (soort) {
      case '"':
      case '\\':
        uit += soort;
        break;
      case 'n':
        uit += '\n';
        break;
      case 't':
        uit += '\t';
        break;
      default:
        fout("onbekende code na de schuine streep");
    }
    i_ += 2;
  }

  void escape_u(std::string& uit) {
    if (i_ + 6 > b_.size()) fout("onbekende code na de schuine streep");
    char32_t punt = 0;
    for (const char c : b_.substr(i_ + 2, 4)) {
      const bool cijfer = c >= '0' && c <= '9';
      if (!cijfer && (c < 'A' || c > 'F')) fout("onbekende code na de schuine streep");
      punt = (punt << 4U) | static_cast<char32_t>(cijfer ? c - '0' : c - 'A' + 10);
    }
    if (!regels::is_geescapet(punt) || punt == '\n' || punt == '\t') fout("dit teken hoort niet als code te staan");
    voeg_teken_toe(uit, punt);
    i_ += 6;
  }

  std::string_view b_;
  std::string_view bestand_;
  std::size_t i_ = 0;
  std::size_t begin_ = 0;  // of the line at hand
  int regel_ = 1;
};

}  // namespace

Waarde lees(std::string_view bytes, std::string_view naam) { return Lezer(bytes, naam).document(); }

}  // namespace pga::yaml
