// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/html.h"

#include <fmt/format.h>

#include <vector>

#include "lib/weergave/alineas.h"
#include "lib/weergave/brief_xml.h"
#include "lib/weergave/teken.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {
namespace {

constexpr std::string_view kBlad = R"html(<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>{}</title>
<style>
{}</style>
</head>
<body>
{}</body>
</html>
)html";

std::string regel(const BriefRegel& r) {
  std::string uit;
  for (const BriefStukje& s : r) {
    std::string tekst;
    for (const std::string& deel : regels_van(s)) tekst += (tekst.empty() ? "" : "<br/>\n") + xml_tekst(deel);
    uit += s.open ? fmt::format("<mark>{}</mark>", tekst) : tekst;
  }
  return uit;
}

std::string regels(const BriefBlok& b, std::string_view tussen) {
  std::string uit;
  for (std::size_t i = 0; i < b.regels.size(); ++i) {
    if (i > 0) uit += tussen;
    uit += regel(b.regels[i]);
  }
  return uit;
}

std::string tabel(const BriefBlok& b) {
  std::string uit = "<table>\n";
  for (std::size_t i = 0; i < b.regels.size(); ++i) {
    const std::string_view begin = i == 0 ? "th scope=\"col\"" : "td";
    uit += "<tr>";
    for (const BriefStukje& s : b.regels[i]) {
      uit += fmt::format("<{}>{}</{}>", begin, regel({s}), begin.substr(0, 2));
    }
    uit += "</tr>\n";
  }
  return uit + "</table>\n";
}

std::string blok(const BriefBlok& b, bool bij, int niveau) {
  switch (b.soort) {
    case BriefBlokSoort::titel:
      return fmt::format("<h{0}>{1}</h{0}>\n", niveau, regels(b, " "));
    case BriefBlokSoort::kop:
      return fmt::format("<h{0}>{1}</h{0}>\n", niveau + 1, regels(b, " "));
    case BriefBlokSoort::alinea:
      return fmt::format("<p{}>{}</p>\n", bij ? " class=\"bij\"" : "", regels(b, " "));
    case BriefBlokSoort::regels:
      return fmt::format("<p class=\"regels\">{}</p>\n", regels(b, "<br/>\n"));
    case BriefBlokSoort::besluit:
      return fmt::format("<p class=\"besluit\">{}</p>\n", regels(b, " "));
    case BriefBlokSoort::tabel:
      return tabel(b);
    case BriefBlokSoort::lijst:
      return fmt::format("<ul>\n<li>{}</li>\n</ul>\n", regels(b, "</li>\n<li>"));
  }
  return {};
}

}  // namespace

std::vector<std::string> regels_van(const BriefStukje& stukje) {
  if (!stukje.blok) return {stukje.tekst};
  std::vector<std::string> uit;
  const std::string tekst = veilig_blok(stukje.tekst);
  std::size_t begin = 0;
  for (std::size_t einde = 0; (einde = tekst.find('\n', begin)) != std::string::npos; begin = einde + 1) {
    uit.push_back(tekst.substr(begin, einde - begin));
  }
  uit.push_back(tekst.substr(begin));
  return uit;
}

std::string xml_tekst(std::string_view tekst) {
  const std::string schoon = veilig(tekst);
  std::string_view rest = schoon;
  std::string uit;
  while (!rest.empty()) {
    const Teken t = volgend_teken(rest);
    switch (t.punt) {
      case '&':
        uit += "&amp;";
        break;
      case '<':
        uit += "&lt;";
        break;
      case '>':
        uit += "&gt;";
        break;
      case '"':
        uit += "&quot;";
        break;
      case 0xFFFE:
      case 0xFFFF:
        uit += fmt::format("\\u{:04x}", t.punt);
        break;
      default:
        uit += t.bytes;
    }
  }
  return uit;
}

std::string html_regels(std::string_view tekst) {
  return regel(BriefRegel{BriefStukje{std::string(tekst), false, true}});
}

std::string html_blad(std::string_view titel, std::string_view stijl, std::string_view inhoud) {
  return fmt::format(kBlad, xml_tekst(titel), stijl, inhoud);
}

std::string html_blokken(const BriefBlad& blad, int niveau) {
  std::string uit;
  for (std::size_t i = 0; i < blad.size(); ++i) uit += blok(blad[i], blijft_bij_volgende(blad, i), niveau);
  return uit;
}

}  // namespace pga::weergave
