// SPDX-License-Identifier: EUPL-1.2
#include "lib/yaml/bron.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lib/yaml/utf8.h"

namespace pga::yaml {
namespace {

constexpr std::size_t kMaxTekens = 20;  // a binary file would give a finding a byte

constexpr const char* kWeg = "haal het teken weg; het is onzichtbaar, typ de regel zo nodig over";

}  // namespace

Bron::Bron(std::string_view bytes, std::string_view naam) : naam_(naam) {
  const std::string_view begin = bytes.substr(0, 2);
  if (begin == "\xFF\xFE" || begin == "\xFE\xFF") {
    meld(0, "dit bestand is UTF-16", "bewaar het opnieuw als UTF-8");
    return;
  }
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  neem_over(bytes);
  onderzoek();
}

void Bron::neem_over(std::string_view bytes) {
  tekst_.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool crlf = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (crlf) continue;
    tekst_ += bytes[i];
    if (bytes[i] == '\n') regels_.push_back(tekst_.size());
  }
}

void Bron::onderzoek() {
  for (std::size_t i = 0; i < tekst_.size();) {
    const Teken t = lees_teken(tekst_, i);
    if (t.lengte == 0) {
      meld(i, "hier staat een byte die geen UTF-8 is", "bewaar het bestand opnieuw als UTF-8");
    } else if (t.punt >= 0x7F || t.punt < 0x20) {
      keur_teken(i, t.punt);
    }
    i += std::max<std::size_t>(1, t.lengte);
  }
  if (verzwegen_ == 0) return;
  std::string rest = verzwegen_ == 1 ? "verderop staat nog 1 teken dat niet kan"
                                     : fmt::format("verderop staan nog {} tekens die niet kunnen", verzwegen_);
  bevindingen_.push_back(bevinding({}, std::move(rest), "is dit het bestand dat u bedoelt?"));
}

void Bron::keur_teken(std::size_t byte, char32_t punt) {
  const auto code = static_cast<unsigned>(punt);
  if (punt == '\r') {
    meld(byte, "hier staat een oud regeleinde (alleen CR)", "bewaar het bestand met gewone regeleinden");
  } else if (punt == 0) {
    meld(byte, "hier staat een nul-byte: dit is geen tekstbestand", "geef een tekstbestand in UTF-8");
  } else if (is_stuurteken(punt) && punt != '\n' && punt != '\t') {
    meld(byte, fmt::format("hier staat een stuurteken (U+{:04X})", code), kWeg);
  } else if (is_bidi(punt)) {
    meld(byte, fmt::format("hier staat een teken dat de leesrichting omkeert (U+{:04X})", code), kWeg);
  } else if (is_regelscheider(punt)) {
    meld(byte, fmt::format("hier staat een verborgen regeleinde (U+{:04X})", code),
         "begin een gewone nieuwe regel");
  } else if (punt == 0xFEFF || is_nonteken(punt)) {
    meld(byte, fmt::format("hier staat een teken dat geen tekst is (U+{:04X})", code), kWeg);
  }
}

void Bron::meld(std::size_t byte, std::string wat, std::string tip) {
  if (bevindingen_.size() == kMaxTekens) {
    ++verzwegen_;
    return;
  }
  bevindingen_.push_back(bevinding(plek(byte), std::move(wat), std::move(tip)));
}

Bevinding Bron::bevinding(Plek plek, std::string wat, std::string tip) const {
  return {FoutSoort::document, Plaats{naam_, plek.regel, plek.kolom}, std::move(wat), std::move(tip), {}};
}

std::size_t Bron::plaats(int regel, int kolom) const {
  if (regel < 0 || static_cast<std::size_t>(regel) >= regels_.size()) return tekst_.size();
  return std::min(regels_[static_cast<std::size_t>(regel)] + static_cast<std::size_t>(std::max(0, kolom)),
                  tekst_.size());
}

Plek Bron::plek(std::size_t byte) const {
  const auto na = std::upper_bound(regels_.begin(), regels_.end(), byte);
  const auto regel = static_cast<std::size_t>(na - regels_.begin());
  if (geteld_.regel != regel || geteld_.byte > byte) geteld_ = {regel, regels_[regel - 1], 1};
  while (geteld_.byte < std::min(byte, tekst_.size())) {
    geteld_.byte += std::max<std::size_t>(1, lees_teken(tekst_, geteld_.byte).lengte);
    ++geteld_.kolom;
  }
  return {static_cast<int>(regel), geteld_.kolom};
}

}  // namespace pga::yaml
