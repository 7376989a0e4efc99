// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/brief_blad.h"
#include "lib/weergave/html.h"

namespace pga::weergave {
namespace {

constexpr std::string_view kStijl = R"css(@page { size: A4; margin: 25mm 25mm 22mm }
html { background: #fff; color: #111 }
body { font: 11pt/1.4 "Liberation Sans", Arial, sans-serif; max-width: 160mm; margin: 25mm auto; padding: 0 5mm }
h1 { font-size: 16pt; line-height: 1.25; margin: 1.6em 0 .8em }
h2 { font-size: 11pt; margin: 1.4em 0 .3em; break-after: avoid }
.bij { break-after: avoid }
p { margin: 0 0 .7em; orphans: 3; widows: 3 }
ul { margin: 0 0 .7em; padding-left: 1.4em }
li { margin: 0 }
.regels { break-inside: avoid }
h1, h2, p, li { overflow-wrap: anywhere }
.besluit { border-left: 3pt solid #444; padding-left: .6em }
table { border-collapse: collapse; width: 100%; margin: 0 0 .7em }
th, td { text-align: left; vertical-align: top; padding: .2em .5em .2em 0; border-bottom: .5pt solid #999;
  overflow-wrap: anywhere }
th:nth-child(2) { width: 50% }
tr { break-inside: avoid }
mark { background: #ffef9e; color: inherit; padding: 0 .15em }
@media print { body { margin: 0; padding: 0; max-width: none } }
)css";

std::string titel(const BriefBlad& blad) {
  for (const BriefBlok& b : blad) {
    if (b.soort != BriefBlokSoort::titel) continue;
    std::string uit;
    for (const BriefRegel& r : b.regels) {
      for (const BriefStukje& s : r) uit += s.tekst;
    }
    return uit;
  }
  return "Brief";
}

}  // namespace

std::string brief_html(const BriefBlad& blad) { return html_blad(titel(blad), kStijl, html_blokken(blad, 1)); }

}  // namespace pga::weergave
