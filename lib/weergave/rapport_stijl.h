// SPDX-License-Identifier: EUPL-1.2
//
// How a report looks: on a screen of any width, light and dark, and on A4. Colours never carry meaning alone; a
// test holds their contrast to WCAG 2.2 AA (4.5 for text, 3 for marks). Private to this layer.
#pragma once

#include <string_view>

namespace pga::weergave {

inline constexpr std::string_view kRapportStijl = R"css(:root {
  color-scheme: light;
  --papier: #ffffff; --vlak: #f2f5f6; --inkt: #1a2126; --zacht: #505c66; --lijn: #c4ccd2; --merk: #0b5474;
  --haalbaar: #9a4f00; --kritiek: #a1121d; --as: #76838d;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --papier: #14181b; --vlak: #1e252a; --inkt: #e7ecef; --zacht: #a7b3bc; --lijn: #3d4850; --merk: #7fc6e6;
    --haalbaar: #f2b366; --kritiek: #ff9d98; --as: #7f8c96;
  }
}
* { box-sizing: border-box }
html { background: var(--papier); color: var(--inkt); -webkit-text-size-adjust: 100% }
body { font: 1rem/1.55 "Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; max-width: 52rem;
  margin: 0 auto; padding: 0 1.25rem 4rem; overflow-wrap: break-word }
a { color: var(--merk) }
a:focus-visible, main:focus-visible { outline: 3px solid var(--merk); outline-offset: 2px }
.sla-over { position: absolute; left: -100vw; background: var(--merk); color: var(--papier); padding: .6rem 1rem }
.sla-over:focus { left: 0; top: 0; z-index: 1 }
header { border-top: .5rem solid var(--merk); padding-top: 2rem }
header p { margin: 0; color: var(--zacht) }
h1, h2, h3, h4 { line-height: 1.25; break-after: avoid; text-wrap: balance }
h1 { font-size: 2rem; font-weight: 650; margin: .3rem 0 .8rem; letter-spacing: -.01em }
h2 { font-size: 1.45rem; margin: 3.2rem 0 1rem; padding-bottom: .35rem; border-bottom: 2px solid var(--merk) }
h3 { font-size: 1.12rem; margin: 2rem 0 .6rem }
h4 { font-size: 1rem; margin: 1.2rem 0 .3rem }
h3::first-letter { text-transform: uppercase }
p { margin: 0 0 .7rem }
ul, ol { margin: 0 0 .8rem; padding-left: 1.3rem }
nav { margin: 1.8rem 0 0; padding: .9rem 1.2rem; background: var(--vlak) }
nav p { font-weight: 650; margin: 0 0 .3rem }
nav ol { columns: 2; column-gap: 2rem; margin: 0; padding-left: 1.4rem }
nav li { break-inside: avoid }
.let-op { border-left: .4rem solid var(--kritiek); background: var(--vlak); padding: .8rem 1rem; margin: 1.2rem 0 }
.let-op p { margin: 0 0 .3rem; color: var(--inkt) }
.zacht { color: var(--zacht) }
.kritiek { color: var(--kritiek); font-weight: 650 }
.kern { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin: 0 0 1.6rem }
.kern div { background: var(--vlak); border-top: 4px solid var(--merk); padding: .8rem 1rem 1rem }
.kern h3 { margin: 0 0 .4rem; font-size: .85rem; color: var(--zacht); font-weight: 600 }
.kern p { margin: 0 0 .2rem }
.kern .groot { font-size: 1.2rem; font-weight: 650; line-height: 1.3 }
dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .3rem 1.2rem; margin: 0 0 1rem }
dt { color: var(--zacht) }
dd { margin: 0 }
dd p { margin: 0 0 .15rem }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.2rem }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--lijn) }
thead th { border-bottom: 2px solid var(--as); font-weight: 650 }
tbody th { font-weight: 650 }
td p { margin: 0 0 .25rem }
td ul, td ol { margin: .2rem 0 0; padding-left: 1.1rem; font-size: .92em; color: var(--zacht) }
tr { break-inside: avoid }
figure { margin: 1rem 0 1.6rem; break-inside: avoid }
p:has(+ figure) { break-after: avoid }
figcaption { color: var(--zacht); margin-bottom: .8rem }
.sleutel { display: inline-flex; align-items: center; gap: .4rem; margin-right: 1.2rem }
.schaal { display: flex; margin-bottom: .5rem; color: var(--zacht); font-size: .9rem; line-height: 1.25 }
.schaal span { flex: 1; text-align: center; padding: 0 .15rem; hyphens: auto }
svg { display: block; overflow: visible }
.sleutel svg { flex: none }
text { fill: var(--inkt); font-size: 14px }
text.naam { font-weight: 650; font-size: 15px }
text.klein { fill: var(--zacht); font-size: 12px }
text.zacht { fill: var(--zacht) }
.as { stroke: var(--as); stroke-width: 1.5 }
.raster { stroke: var(--lijn) }
.ruimte { stroke: var(--haalbaar); stroke-width: 4; stroke-linecap: round }
.nu { fill: var(--merk); stroke: var(--papier); stroke-width: 1.5 }
.haalbaar { fill: var(--papier); stroke: var(--haalbaar); stroke-width: 2.5 }
.pad-nu { stroke: var(--merk); stroke-width: 2.5 }
.pad-haalbaar { stroke: var(--haalbaar); stroke-width: 2; stroke-dasharray: 5 4 }
.veelvouden { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.2rem 2rem }
.veelvoud { break-inside: avoid }
.veelvoud h4 { margin: 0 0 .3rem }
.balk { fill: var(--as) }
.gedaan { fill: var(--merk); stroke: var(--papier); stroke-width: 1.5 }
.gepland { fill: var(--papier); stroke: var(--merk); stroke-width: 2.5 }
.peildatum { stroke: var(--kritiek); stroke-width: 2; stroke-dasharray: 3 3 }
ol.tijdlijn { list-style: none; padding: 0; margin: 0 }
ol.tijdlijn li { break-inside: avoid }
ol.tijdlijn p { margin: .5rem 0 .15rem }
article { margin: 0 0 1.6rem }
article .bij { break-after: avoid }
.besluit { border-left: 3px solid var(--merk); padding-left: .8rem }
.stuk dl { grid-template-columns: minmax(7rem, 11rem) 1fr }
.stuk dl dl { grid-template-columns: minmax(6rem, 9rem) 1fr; margin: 0 }
.stuk dd > ul { list-style: none; padding: 0; margin: 0 }
.stuk dd > ul > li { padding: 0 0 .4rem .8rem; border-left: 2px solid var(--lijn); margin-bottom: .5rem }
code { font: .85em/1.4 "Liberation Mono", Consolas, monospace; color: var(--zacht); overflow-wrap: anywhere }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--lijn); color: var(--zacht); font-size: .92rem }
@media (max-width: 40rem) {
  body { padding: 0 1rem 3rem }
  h1 { font-size: 1.6rem }
  .kern { grid-template-columns: 1fr }
  nav ol { columns: 1 }
  dl, .stuk dl, .stuk dl dl { grid-template-columns: 1fr; gap: 0 }
  dd { margin-bottom: .6rem }
  table, tbody, tr, th, td { display: block; border: 0; padding: 0 }
  thead { position: absolute; left: -100vw }
  tr { border-top: 1px solid var(--lijn); padding: .6rem 0 }
  td { margin-bottom: .3rem }
  td[data-kop]::before { content: attr(data-kop); display: block; color: var(--zacht); font-size: .85rem }
}
@page { size: A4; margin: 20mm 18mm 18mm; @bottom-right { content: "vertrouwelijk, " counter(page) "/" counter(pages);
  font: 8.5pt "Liberation Sans", Arial, sans-serif; color: #505c66 } }
@media print {
  body { font-size: 10pt; line-height: 1.45; max-width: none; padding: 0 }
  nav, .sla-over { display: none }
  header { padding-top: .8rem }
  h1 { font-size: 19pt }
  h2 { font-size: 14pt; margin-top: 2rem }
  h3 { font-size: 11pt; margin-top: 1.2rem }
  a { color: inherit; text-decoration: none }
  .kern div, .let-op, .nu, .haalbaar, .balk, .gedaan, .gepland { print-color-adjust: exact;
    -webkit-print-color-adjust: exact }
  p, li, dd { orphans: 3; widows: 3 }
}
)css";

}  // namespace pga::weergave
