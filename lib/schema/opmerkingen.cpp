// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/opmerkingen.h"

#include <algorithm>

#include "lib/schema/tekst.h"

namespace pga::schema {
namespace {

constexpr std::string_view kTeken = "#! ";
constexpr std::size_t kKolommen = 78;

/// The lines of a text, each with its end.
std::vector<std::string_view> regels_van(std::string_view tekst) {
  std::vector<std::string_view> uit;
  while (!tekst.empty()) {
    const std::size_t n = std::min(tekst.find('\n'), tekst.size() - 1) + 1;
    uit.push_back(tekst.substr(0, n));
    tekst.remove_prefix(n);
  }
  return uit;
}

std::size_t inspring(std::string_view regel) { return std::min(regel.find_first_not_of(' '), regel.size()); }

void voeg_toe(std::string& uit, std::size_t inspring, const std::string& zin) {
  const std::size_t breed = std::max<std::size_t>(kKolommen - std::min(kKolommen, inspring + kTeken.size()), 20);
  for (const std::string& regel : breek_af(zin, breed)) {
    uit.append(inspring, ' ').append(kTeken).append(regel).append("\n");
  }
}

/// One line: a finding never begins a line of its own in the document.
std::string op_een_regel(std::string tekst) {
  std::replace_if(
      tekst.begin(), tekst.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return tekst;
}

void voeg_toe(std::string& uit, std::size_t inspring, const Bevinding& b) {
  std::string wat = b.soort == FoutSoort::bevinding ? "LET OP: " : "FOUT: ";
  wat += b.wat;
  if (!b.grondslag.empty()) wat += " (" + b.grondslag + ")";
  voeg_toe(uit, inspring, op_een_regel(wat));
  if (!b.tip.empty()) voeg_toe(uit, inspring, op_een_regel("tip: " + b.tip));
}

}  // namespace

std::string met_opmerkingen(std::string_view tekst, const std::vector<Bevinding>& bevindingen) {
  const std::vector<std::string_view> regels = regels_van(tekst);
  std::string uit;
  const auto bij = [&](int regel, std::size_t diep) {
    for (const Bevinding& b : bevindingen) {
      const int hier = b.plaats.regel > static_cast<int>(regels.size()) ? 0 : b.plaats.regel;
      if (hier == regel) voeg_toe(uit, diep, b);
    }
  };
  bij(0, 0);
  for (std::size_t i = 0; i < regels.size(); ++i) {
    bij(static_cast<int>(i + 1), inspring(regels[i]));
    uit += regels[i];
  }
  return uit;
}

std::string zonder_opmerkingen(std::string_view tekst) {
  std::string uit;
  for (const std::string_view regel : regels_van(tekst)) {
    if (regel.substr(inspring(regel)).rfind("#!", 0) != 0) uit += regel;
  }
  return uit;
}

}  // namespace pga::schema
