// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "lib/weergave/brief_blad.h"
#include "lib/weergave/brief_xml.h"
#include "lib/weergave/html.h"

namespace pga::weergave {
namespace {

constexpr std::string_view kBegin = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans', Arial"
 style:font-family-generic="swiss" style:font-pitch="variable"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties fo:orphans="3" fo:widows="3" style:writing-mode="lr-tb"/>
<style:text-properties style:font-name="Liberation Sans" fo:font-size="11pt" fo:language="nl" fo:country="NL"/>
</style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Alinea" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:line-height="120%" fo:margin-bottom="0.25cm"/>
</style:style>
<style:style style:name="Aankondiging" style:family="paragraph" style:parent-style-name="Alinea">
<style:paragraph-properties fo:keep-with-next="always"/>
</style:style>
<style:style style:name="Regels" style:family="paragraph" style:parent-style-name="Alinea">
<style:paragraph-properties fo:keep-together="always"/>
</style:style>
<style:style style:name="Item" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:line-height="120%"/>
</style:style>
<style:style style:name="Slotitem" style:family="paragraph" style:parent-style-name="Item">
<style:paragraph-properties fo:margin-bottom="0.25cm"/>
</style:style>
<style:style style:name="Besluit" style:family="paragraph" style:parent-style-name="Alinea">
<style:paragraph-properties fo:border-left="3pt solid #444444" fo:padding-left="0.25cm" fo:keep-together="always"/>
</style:style>
<style:style style:name="Cel" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-size="10pt"/>
</style:style>
<style:style style:name="Celkop" style:family="paragraph" style:parent-style-name="Cel">
<style:text-properties fo:font-weight="bold"/>
</style:style>
<style:style style:name="Titel" style:family="paragraph" style:parent-style-name="Standard"
 style:default-outline-level="1">
<style:paragraph-properties fo:margin-top="0.7cm" fo:margin-bottom="0.4cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="16pt" fo:font-weight="bold"/>
</style:style>
<style:style style:name="Kop" style:family="paragraph" style:parent-style-name="Standard"
 style:default-outline-level="2">
<style:paragraph-properties fo:margin-top="0.45cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-weight="bold"/>
</style:style>
<style:style style:name="Voet" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="end"/>
<style:text-properties fo:font-size="9pt"/>
</style:style>
<style:style style:name="Open" style:family="text">
<style:text-properties fo:background-color="#ffef9e"/>
</style:style>
<text:list-style style:name="Lijst">
<text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.6cm"
 fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/>
</style:list-level-properties>
</text:list-level-style-bullet>
</text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Tabel" style:family="table">
<style:table-properties style:width="16cm" table:align="left" fo:margin-bottom="0.25cm"/>
</style:style>
<style:style style:name="Vak" style:family="table-cell">
<style:table-cell-properties fo:border-bottom="0.5pt solid #999999" fo:padding="0.1cm"/>
</style:style>
<style:style style:name="Smal" style:family="table-column">
<style:table-column-properties style:column-width="3.1cm"/>
</style:style>
<style:style style:name="Breed" style:family="table-column">
<style:table-column-properties style:column-width="6.7cm"/>
</style:style>
<style:page-layout style:name="A4">
<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait"
 fo:margin-top="2.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/>
<style:footer-style>
<style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/>
</style:footer-style>
</style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="A4">
<style:footer>
<text:p text:style-name="Voet">pagina <text:page-number text:select-page="current">1</text:page-number> van )xml"
                                    R"xml(<text:page-count>1</text:page-count></text:p>
</style:footer>
</style:master-page>
</office:master-styles>
<office:body>
<office:text>
)xml";

/// XML readers join blanks and drop them at an edge; here each one stays.
std::string inhoud(std::string_view tekst) {
  const std::string xml = xml_tekst(tekst);
  std::string uit;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    const bool rand = i == 0 || i + 1 == xml.size() || xml[i - 1] == ' ';
    uit += xml[i] == ' ' && rand ? std::string("<text:s/>") : std::string(1, xml[i]);
  }
  return uit;
}

std::string regel(const BriefRegel& r) {
  std::string uit;
  for (const BriefStukje& s : r) {
    std::string tekst;
    for (const std::string& deel : regels_van(s)) {
      tekst += (tekst.empty() ? "" : "<text:line-break/>") + inhoud(deel);
    }
    uit += s.open ? fmt::format("<text:span text:style-name=\"Open\">{}</text:span>", tekst) : tekst;
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

std::string lijst(const BriefBlok& b) {
  std::string uit = "<text:list text:style-name=\"Lijst\">\n";
  for (std::size_t i = 0; i < b.regels.size(); ++i) {
    uit += fmt::format("<text:list-item><text:p text:style-name=\"{}\">{}</text:p></text:list-item>\n",
                       i + 1 == b.regels.size() ? "Slotitem" : "Item", regel(b.regels[i]));
  }
  return uit + "</text:list>\n";
}

/// The second column holds the text and is the wide one; the headings come back on each page.
std::string tabel(const BriefBlok& b) {
  const std::size_t kolommen = b.regels.empty() ? 0 : b.regels.front().size();
  std::string uit = "<table:table table:style-name=\"Tabel\">\n";
  for (std::size_t k = 0; k < kolommen; ++k) {
    uit += fmt::format("<table:table-column table:style-name=\"{}\"/>\n", k == 1 ? "Breed" : "Smal");
  }
  for (std::size_t i = 0; i < b.regels.size(); ++i) {
    if (i == 0) uit += "<table:table-header-rows>\n";
    uit += "<table:table-row>";
    for (const BriefStukje& s : b.regels[i]) {
      uit += fmt::format(
          "<table:table-cell table:style-name=\"Vak\" office:value-type=\"string\"><text:p "
          "text:style-name=\"{}\">{}</text:p></table:table-cell>",
          i == 0 ? "Celkop" : "Cel", regel({s}));
    }
    uit += "</table:table-row>\n";
    if (i == 0) uit += "</table:table-header-rows>\n";
  }
  return uit + "</table:table>\n";
}

std::string blok(const BriefBlok& b, bool bij) {
  switch (b.soort) {
    case BriefBlokSoort::titel:
      return fmt::format("<text:h text:style-name=\"Titel\" text:outline-level=\"1\">{}</text:h>\n",
                         regels(b, " "));
    case BriefBlokSoort::kop:
      return fmt::format("<text:h text:style-name=\"Kop\" text:outline-level=\"2\">{}</text:h>\n", regels(b, " "));
    case BriefBlokSoort::alinea:
      return fmt::format("<text:p text:style-name=\"{}\">{}</text:p>\n", bij ? "Aankondiging" : "Alinea",
                         regels(b, " "));
    case BriefBlokSoort::regels:
      return fmt::format("<text:p text:style-name=\"Regels\">{}</text:p>\n", regels(b, "<text:line-break/>"));
    case BriefBlokSoort::besluit:
      return fmt::format("<text:p text:style-name=\"Besluit\">{}</text:p>\n", regels(b, " "));
    case BriefBlokSoort::tabel:
      return tabel(b);
    case BriefBlokSoort::lijst:
      return lijst(b);
  }
  return {};
}

}  // namespace

std::string brief_fodt(const BriefBlad& blad) {
  std::string uit(kBegin);
  for (std::size_t i = 0; i < blad.size(); ++i) uit += blok(blad[i], blijft_bij_volgende(blad, i));
  return uit + "</office:text>\n</office:body>\n</office:document>\n";
}

}  // namespace pga::weergave
