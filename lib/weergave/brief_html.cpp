// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "lib/weergave/alineas.h"
#include "lib/weergave/brief_blad.h"
#include "lib/weergave/brief_xml.h"
#include "lib/weergave/teken.h"
#include "lib/weergave/tekst.h"

namespace pga::weergave {
namespace {

constexpr std::string_view kBegin = R"html(<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{}</title>
<style>
@page {{ size: A4; margin: 25mm 25mm 22mm }}
html {{ background: #fff; color: #111 }}
body {{ font: 11pt/1.4 "Liberation Sans", Arial, sans-serif; max-width: 160mm; margin: 25mm auto; padding: 0 5mm }}
h1 {{ font-size: 16pt; line-height: 1.25; margin: 1.6em 0 .8em }}
h2 {{ font-size: 11pt; margin: 1.4em 0 .3em; break-after: avoid }}
.bij {{ break-after: avoid }}
p {{ margin: 0 0 .7em; orphans: 3; widows: 3 }}
ul {{ margin: 0 0 .7em; padding-left: 1.4em }}
li {{ margin: 0 }}
.regels {{ break-inside: avoid }}
h1, h2, p, li {{ overflow-wrap: anywhere }}
.besluit {{ border-left: 3pt solid #444; padding-left: .6em }}
table {{ border-collapse: collapse; width: 100%; margin: 0 0 .7em }}
th, td {{ text-align: left; vertical-align: top; padding: .2em .5em .2em 0; border-bottom: .5pt solid #999;
  overflow-wrap: anywhere }}
th:nth-child(2) {{ width: 50% }}
tr {{ break-inside: avoid }}
mark {{ background: #ffef9e; color: inherit; padding: 0 .15em }}
@media print {{ body {{ margin: 0; padding: 0; max-width: none }} }}
</style>
</head>
<body>
)html";

std::string regel(const BriefRegel& r) {
  std::string uit;
  for (const BriefStukje& s : r) {
    std::string tekst;
    for (const std::string& deel : regels_van(s)) tekst += (tekst.empty() ? "" : "<br>\n") + xml_tekst(deel);
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
    const std::string_view cel = i == 0 ? "th" : "td";
    uit += "<tr>";
    for (const BriefStukje& s : b.regels[i]) uit += fmt::format("<{0}>{1}</{0}>", cel, regel({s}));
    uit += "</tr>\n";
  }
  return uit + "</table>\n";
}

std::string blok(const BriefBlok& b, bool bij) {
  switch (b.soort) {
    case BriefBlokSoort::titel:
      return fmt::format("<h1>{}</h1>\n", regels(b, " "));
    case BriefBlokSoort::kop:
      return fmt::format("<h2>{}</h2>\n", regels(b, " "));
    case BriefBlokSoort::alinea:
      return fmt::format("<p{}>{}</p>\n", bij ? " class=\"bij\"" : "", regels(b, " "));
    case BriefBlokSoort::regels:
      return fmt::format("<p class=\"regels\">{}</p>\n", regels(b, "<br>\n"));
    case BriefBlokSoort::besluit:
      return fmt::format("<p class=\"besluit\">{}</p>\n", regels(b, " "));
    case BriefBlokSoort::tabel:
      return tabel(b);
    case BriefBlokSoort::lijst:
      return fmt::format("<ul>\n<li>{}</li>\n</ul>\n", regels(b, "</li>\n<li>"));
  }
  return {};
}

std::string titel(const BriefBlad& blad) {
  for (const BriefBlok& b : blad) {
    if (b.soort != BriefBlokSoort::titel) continue;
    std::string uit;
    for (const BriefRegel& r : b.regels) {
      for (const BriefStukje& s : r) uit += xml_tekst(s.tekst);
    }
    return uit;
  }
  return "Brief";
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

std::string brief_html(const BriefBlad& blad) {
  std::string uit = fmt::format(kBegin, titel(blad));
  for (std::size_t i = 0; i < blad.size(); ++i) uit += blok(blad[i], blijft_bij_volgende(blad, i));
  return uit + "</body>\n</html>\n";
}

}  // namespace pga::weergave
