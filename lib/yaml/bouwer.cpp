// SPDX-License-Identifier: EUPL-1.2
#include "lib/yaml/bouwer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lib/yaml/canoniek.h"
#include "lib/yaml/nfc.h"
#include "lib/yaml/utf8.h"

namespace pga::yaml {
namespace {

constexpr std::size_t kMaxBevindingen = 100;
constexpr const char* kVoluit = "schrijf de waarde voluit";

bool is_verboden(char32_t punt) {
  const bool stuurteken = is_stuurteken(punt) && punt != '\n' && punt != '\t';
  return stuurteken || is_bidi(punt) || is_regelscheider(punt) || is_nonteken(punt) || punt == 0xFEFF;
}

std::string kort(const std::string& naam) {
  constexpr std::size_t kMax = 40;
  std::size_t n = 0;
  for (std::size_t i = 0; i < naam.size(); ++n) {
    if (n == kMax) return naam.substr(0, i) + "…";
    i += std::max<std::size_t>(1, lees_teken(naam, i).lengte);
  }
  return naam;
}

}  // namespace

void Bouwer::meld(Bevinding bevinding) {
  // One null between two values gives two events at one place.
  if (std::find(bevindingen_.begin(), bevindingen_.end(), bevinding) != bevindingen_.end()) return;
  bevindingen_.push_back(std::move(bevinding));
  if (bevindingen_.size() >= kMaxBevindingen) throw Genoeg{};
}

void Bouwer::meld_op(std::size_t byte, std::string wat, std::string tip) {
  meld(bron_.bevinding(bron_.plek(byte), std::move(wat), std::move(tip)));
}

void Bouwer::OnDocumentStart(const YAML::Mark& mark) {
  if (!compleet_) return;
  meld_op(bron_.plaats(mark.line, mark.column), "hier begint een tweede document",
          "geef één document per bestand; kijk of --- of ... weg kan en of de regels goed inspringen");
  throw Genoeg{};
}

void Bouwer::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t byte = bron_.plaats(mark.line, mark.column);
  if (anchor != 0) keur_eigenschappen(byte, "?", anchor);
  Waarde leeg(null_op(byte));
  leeg.plek = bron_.plek(byte);
  leeg.ongetypeerd = true;
  neem(std::move(leeg));
}

/// An empty value gives the same event as a null that is written; then what stands at its place is the next
/// token, and of that a null is refused too. Returns the word, or nothing.
std::string_view Bouwer::null_op(std::size_t byte) {
  constexpr std::array<std::string_view, 4> kNull = {"null", "Null", "NULL", "~"};
  const std::string_view rest = std::string_view(bron_.tekst()).substr(byte);
  for (const std::string_view woord : kNull) {
    if (rest.substr(0, woord.size()) != woord) continue;
    const std::string_view na = rest.substr(woord.size());
    if (!na.empty() && std::string_view(" \t\n,]}:#").find(na.front()) == std::string_view::npos) continue;
    meld_op(
        byte, fmt::format("{} kan hier niet", woord),
        "weet u het niet, laat het veld dan weg of schrijf onbekend; is het tekst, zet er dan aanhalingstekens om");
    return woord;
  }
  return {};
}

void Bouwer::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  meld_op(bron_.plaats(mark.line, mark.column), "een verwijzing met * kan hier niet", kVoluit);
  neem(Waarde());
}

void Bouwer::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                      const std::string& waarde) {
  const std::size_t byte = bron_.plaats(mark.line, mark.column);
  keur_eigenschappen(byte, tag, anchor);
  const char begin = byte < bron_.tekst().size() ? bron_.tekst()[byte] : '\0';
  if (begin == '"' || begin == '\'') keur_aanhaling(byte);
  if (tag == "?") keur_hekje(byte, waarde);
  keur_tekst(byte, waarde);
  Waarde w(nfc(waarde));
  w.plek = bron_.plek(byte);
  w.ongetypeerd = tag == "?";
  neem(std::move(w));
}

void Bouwer::keur_eigenschappen(std::size_t byte, const std::string& tag, YAML::anchor_t anchor) {
  // A mark lies at the anchor or tag when there is one. An explicit "!" looks like a quoted scalar otherwise.
  const bool uitroep = byte < bron_.tekst().size() && bron_.tekst()[byte] == '!';
  if (anchor != 0) meld_op(byte, "een anker met & kan hier niet", kVoluit);
  if (uitroep || (tag != "?" && tag != "!" && !tag.empty())) {
    meld_op(byte, "een type met ! kan hier niet", "haal het weg, of zet aanhalingstekens om de tekst");
  }
}

/// The bytes were clean, so this comes from a code such as \x07 between double quotes.
void Bouwer::keur_tekst(std::size_t byte, const std::string& tekst) {
  for (std::size_t i = 0; i < tekst.size();) {
    const Teken t = lees_teken(tekst, i);
    if (t.lengte == 0) {  // yaml-cpp makes no UTF-8 of \N and \_
      meld_op(byte, "deze tekst bevat een code (\\N of \\_) die niet goed wordt gelezen", "typ het teken zelf");
      return;
    }
    if (is_verboden(t.punt)) {
      meld_op(byte,
              fmt::format("deze tekst bevat een code voor een onzichtbaar teken (U+{:04X})",
                          static_cast<unsigned>(t.punt)),
              "haal de code met de schuine streep weg");
      return;
    }
    i += t.lengte;
  }
}

/// yaml-cpp takes the end of the file for a closing quote.
void Bouwer::keur_aanhaling(std::size_t byte) {
  const std::string& tekst = bron_.tekst();
  const char teken = tekst[byte];
  for (std::size_t i = byte + 1; i < tekst.size(); ++i) {
    if (teken == '"' && tekst[i] == '\\') {
      ++i;
    } else if (tekst[i] == teken) {
      if (teken == '"' || i + 1 >= tekst.size() || tekst[i + 1] != '\'') return;
      ++i;  // '' is one quote
    }
  }
  meld_op(byte, "dit aanhalingsteken wordt niet gesloten", "zet aan het eind van de tekst ook een aanhalingsteken");
}

/// "zie #12" loses its end to a comment nobody meant.
void Bouwer::keur_hekje(std::size_t byte, const std::string& tekst) {
  const std::string& bron = bron_.tekst();
  if (bron.compare(byte, tekst.size(), tekst) != 0) return;  // over more lines than one
  const std::size_t na = bron.find_first_not_of(" \t", byte + tekst.size());
  if (na == std::string::npos || na + 1 >= bron.size() || bron[na] != '#') return;
  if (std::string_view(" \t\n#").find(bron[na + 1]) != std::string_view::npos) return;
  meld_op(na, "vanaf # telt de tekst niet mee",
          "zet aanhalingstekens om de hele tekst; is het een opmerking, zet dan een spatie na het hekje");
}

void Bouwer::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value /*stijl*/) {
  keur_eigenschappen(bron_.plaats(mark.line, mark.column), tag, anchor);
  open(mark, Waarde::lijst_());
}

void Bouwer::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                        YAML::EmitterStyle::value /*stijl*/) {
  keur_eigenschappen(bron_.plaats(mark.line, mark.column), tag, anchor);
  open(mark, Waarde::kaart());
}

void Bouwer::open(const YAML::Mark& mark, Waarde leeg) {
  const std::size_t byte = bron_.plaats(mark.line, mark.column);
  if (lagen_.size() >= static_cast<std::size_t>(kMaxDiepte)) {
    meld_op(byte, fmt::format("dit document is meer dan {} niveaus diep", kMaxDiepte),
            "maak het document eenvoudiger");
    throw Genoeg{};
  }
  leeg.plek = bron_.plek(byte);
  lagen_.emplace_back();
  lagen_.back().waarde = std::move(leeg);
}

void Bouwer::sluit() {
  Waarde klaar = std::move(lagen_.back().waarde);
  lagen_.pop_back();
  neem(std::move(klaar));
}

void Bouwer::neem(Waarde waarde) {
  if (lagen_.empty()) {
    document_ = std::move(waarde);
    return;
  }
  Laag& laag = lagen_.back();
  if (laag.waarde.is_lijst()) {
    laag.waarde.voeg_toe(std::move(waarde));
  } else if (laag.op_naam) {
    neem_naam(laag, waarde);
    laag.op_naam = false;
  } else {
    if (!laag.overslaan) laag.waarde.velden().push_back({std::move(laag.naam), std::move(waarde), laag.naam_plek});
    laag.op_naam = true;
  }
}

void Bouwer::neem_naam(Laag& laag, const Waarde& waarde) {
  const Plek plek = waarde.plek;
  laag.overslaan = true;
  laag.naam_plek = plek;
  if (!waarde.is_tekst()) {
    meld(bron_.bevinding(plek, "een lijst of groep kan geen naam van een veld zijn", "schrijf naam: waarde"));
  } else if (waarde.leeg()) {
    meld(bron_.bevinding(plek, "hier ontbreekt de naam van een veld", "schrijf naam: waarde"));
  } else if (waarde.ongetypeerd && waarde.tekst() == "<<") {
    meld(bron_.bevinding(plek, "samenvoegen met << kan hier niet", "schrijf de velden voluit"));
  } else if (const auto [er, nieuw] = laag.regels.emplace(waarde.tekst(), plek.regel); !nieuw) {
    meld(bron_.bevinding(
        plek, fmt::format("de naam \"{}\" staat hier dubbel, eerder op regel {}", kort(waarde.tekst()), er->second),
        "laat één van de twee staan, of maak er een lijst van"));
  } else {
    laag.naam = waarde.tekst();
    laag.overslaan = false;
  }
}

}  // namespace pga::yaml
