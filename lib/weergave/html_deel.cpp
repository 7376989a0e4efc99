// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/html_deel.h"

#include <fmt/format.h>

#include "lib/weergave/blok_tekst.h"
#include "lib/weergave/html.h"

namespace pga::weergave {
namespace {

std::string_view klasse(Kleur kleur) { return kleur == Kleur::rood ? " class=\"kritiek\"" : ""; }

std::string html_een(const Blok& b) {
  std::string uit = b.tekst.empty() ? std::string() : fmt::format("<p>{}</p>\n", html_regels(b.tekst));
  return uit + html_blok(b.kinderen);
}

}  // namespace

std::string html_rijen(const std::vector<DeelRij>& rijen) {
  if (rijen.empty()) return {};
  std::string uit = "<dl>\n";
  bool open = false;
  for (const DeelRij& r : rijen) {
    if (!r.links.empty() || !open) {
      uit += fmt::format("{}<dt>{}</dt>\n<dd>", open ? "</dd>\n" : "", xml_tekst(r.links));
      open = true;
    }
    uit += fmt::format("<p{}>{}</p>", klasse(r.kleur), html_regels(r.rechts));
  }
  return uit + "</dd>\n</dl>\n";
}

std::string html_tabel(const HtmlTabel& t) {
  if (t.rijen.empty()) return {};
  // The roles are those of a table: a narrow screen shows it as blocks, and must not forget that it is one.
  std::string uit = fmt::format("<table role=\"table\">\n<caption>{}</caption>\n<thead>\n<tr role=\"row\">",
                                xml_tekst(t.onderschrift));
  for (const std::string_view k : t.koppen) {
    uit += fmt::format("<th scope=\"col\" role=\"columnheader\">{}</th>", xml_tekst(k));
  }
  uit += "</tr>\n</thead>\n<tbody>\n";
  for (const std::vector<std::string>& rij : t.rijen) {
    uit += "<tr role=\"row\">";
    for (std::size_t i = 0; i < rij.size(); ++i) {
      uit += i == 0 ? fmt::format("<th scope=\"row\" role=\"rowheader\">{}</th>", rij[i])
                    : fmt::format("<td role=\"cell\" data-kop=\"{}\">{}</td>", xml_tekst(t.koppen.at(i)), rij[i]);
    }
    uit += "</tr>\n";
  }
  return uit + "</tbody>\n</table>\n";
}

std::string html_blok(const std::vector<Blok>& blokken) {
  std::string uit;
  std::string_view nu;  // what is open: "dl", "ul" or nothing
  const auto wissel = [&](std::string_view naar) {
    if (nu == naar) return;
    if (!nu.empty()) uit += fmt::format("</{}>\n", nu);
    if (!naar.empty()) uit += fmt::format("<{}>\n", naar);
    nu = naar;
  };
  for (const Blok& los : blokken) {
    const Blok b = samen(los);
    wissel(b.label.empty() ? "ul" : "dl");
    if (b.label.empty()) {
      uit += fmt::format("<li>{}</li>\n", html_een(b));
    } else {
      uit += fmt::format("<dt>{}{}</dt>\n<dd>{}</dd>\n", xml_tekst(b.label),
                         b.onbekend ? " (veld dat deze pga niet kent)" : "", html_een(b));
    }
  }
  wissel({});
  return uit;
}

}  // namespace pga::weergave
