// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/rapport.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "lib/basis/compartiment.h"
#include "lib/basis/zin.h"
#include "lib/weergave/acties.h"
#include "lib/weergave/html.h"
#include "lib/weergave/html_deel.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/notificaties.h"
#include "lib/weergave/overzicht.h"
#include "lib/weergave/rapport_delen.h"
#include "lib/weergave/rapport_stijl.h"
#include "lib/weergave/termijn_zin.h"
#include "lib/weergave/termijnen.h"

namespace pga::weergave {
namespace {

std::string p(std::string_view tekst) { return fmt::format("<p>{}</p>\n", xml_tekst(tekst)); }

std::string kop3(std::string_view tekst) { return fmt::format("<h3>{}</h3>\n", xml_tekst(tekst)); }

/// A part with its own heading; empty without rows.
std::string deel(const Deel& d) { return d.rijen.empty() ? std::string() : kop3(d.kop) + html_rijen(d.rijen); }

std::vector<ActieRegel> open_acties(const DossierBlad& blad) {
  std::vector<ActieRegel> uit;
  for (const proces::Actie& a : blad.dossier.acties) uit.push_back({{}, blad.nummer, a});
  return kies(std::move(uit), {{}, true});
}

// ---- summary -------------------------------------------------------------------------------------------------

std::string kaart(std::string_view kop, std::string_view groot, const std::vector<std::string>& regels) {
  std::string uit =
      fmt::format("<div>\n<h3>{}</h3>\n<p class=\"groot\">{}</p>\n", xml_tekst(kop), xml_tekst(groot));
  for (const std::string& r : regels) uit += p(r);
  return uit + "</div>\n";
}

std::string kaart_fase(const DossierBlad& blad) {
  const proces::Dossier& d = blad.dossier;
  std::vector<std::string> regels;
  if (d.afgedaan) {
    regels.push_back("afgedaan zonder weging");
  } else if (procesfase(d) != tekst(d.fase)) {
    regels.emplace_back(tekst(d.fase));
  }
  if (d.geopend) regels.push_back("geopend op " + d.geopend->lang());
  if (d.afgesloten_op) regels.push_back("afgesloten op " + d.afgesloten_op->lang());
  if (d.pas_op_de_plaats) regels.push_back("pas op de plaats sinds " + d.pas_op_de_plaats->sinds.lang());
  return kaart("Fase", met_hoofdletter(std::string(procesfase(d))), regels);
}

std::string kaart_volgende(const DossierBlad& blad) {
  const termijn::Termijn* t = volgende(blad.termijnen);
  if (t == nullptr) return kaart("Wat nu", "Geen termijn loopt", {});
  return kaart("Wat nu", met_hoofdletter(t->zin + over_wie(*t)), {kop(*t, blad.peildatum)});
}

std::string kaart_wie(const DossierBlad& blad) {
  const auto& personen = blad.dossier.betrokkenen;
  if (personen.empty()) return kaart("Wie", "Nog niemand", {});
  const proces::Betrokkene& b = personen.front();
  std::vector<std::string> regels;
  if (personen.size() > 1) regels.push_back(aantal(personen.size() - 1, "relatie", "relaties"));
  return kaart("Wie", b.naam.empty() ? "[verzegeld: identiteit]" : b.naam, regels);
}

std::string laatste_overleg(const DossierBlad& blad) {
  const auto& alle = blad.dossier.overleggen;
  if (alle.empty()) return {};
  const auto er =
      std::max_element(alle.begin(), alle.end(), [](const auto& a, const auto& z) { return a.datum < z.datum; });
  std::string uit = fmt::format("Laatste overleg: {}", er->datum.lang());
  if (er->volgend) uit += fmt::format("; het volgende is op {}", er->volgend->lang());
  return uit + ".";
}

/// What a reviewer asks first, in one line each.
std::vector<std::string> in_het_kort(const DossierBlad& blad) {
  std::vector<std::string> uit;
  const auto tel = [&](const std::function<bool(const termijn::Termijn&)>& waar) {
    return static_cast<std::size_t>(std::count_if(blad.termijnen.begin(), blad.termijnen.end(), waar));
  };
  const std::size_t lopen = tel([](const auto& t) { return t.loopt(); });
  const std::size_t laat = tel([](const auto& t) { return t.status == termijn::Status::overschreden; });
  const std::size_t was = tel([](const auto& t) { return !t.loopt() && t.te_laat(); });
  std::string termijnen =
      fmt::format("{} {}", aantal(lopen, "termijn", "termijnen"), lopen == 1 ? "loopt" : "lopen");
  termijnen += laat == 0 ? "; geen is overschreden" : fmt::format(", waarvan {} overschreden", laat);
  if (was > 0) termijnen += fmt::format("; {} eerder te laat", was == 1 ? "1 was" : fmt::format("{} waren", was));
  uit.push_back(termijnen + ".");
  if (std::string plan = plan_in_het_kort(blad); !plan.empty()) uit.push_back(std::move(plan));
  const std::size_t open = open_acties(blad).size();
  if (open > 0)
    uit.push_back(fmt::format("{} {} open.", aantal(open, "actie", "acties"), open == 1 ? "staat" : "staan"));
  if (std::string overleg = laatste_overleg(blad); !overleg.empty()) uit.push_back(std::move(overleg));
  return uit;
}

std::string samenvatting(const DossierBlad& blad) {
  std::string uit =
      "<div class=\"kern\">\n" + kaart_fase(blad) + kaart_volgende(blad) + kaart_wie(blad) + "</div>\n";
  uit += "<ul>\n";
  for (const std::string& zin : in_het_kort(blad)) uit += fmt::format("<li>{}</li>\n", xml_tekst(zin));
  uit += "</ul>\n";
  return uit + deel(betrokkenen_deel(blad)) + deel(toegang_deel(blad));
}

// ---- decisions -----------------------------------------------------------------------------------------------

/// "stuk 5", with a link to where its contents stand.
std::string stuk_link(const DossierBlad& blad, std::string_view digest) {
  for (std::size_t i = 0; i < blad.stukken.size(); ++i) {
    if (blad.stukken[i].digest == digest) return fmt::format("<a href=\"#stuk-{0}\">stuk {0}</a>", i + 1);
  }
  return "een stuk dat er niet is";
}

std::string in_overleggen(const DossierBlad& blad) {
  HtmlTabel t{"Wat in overleggen is besloten", {"Dag", "Besluit", "Waar"}};
  for (const StukBlad* s : geldige_stukken(blad)) {
    if (s->soort != "overleg") continue;
    for (const Waarde& b : s->inhoud.items_van("besluiten")) {
      const std::string tekst = b.tekst_van("tekst");
      if (!tekst.empty()) t.rijen.push_back({s->datum.lang(), html_regels(tekst), stuk_link(blad, s->digest)});
    }
  }
  return t.rijen.empty() ? std::string() : kop3("in overleggen") + html_tabel(t);
}

std::string besluiten(const DossierBlad& blad) {
  std::string uit;
  for (const Deel& d : besluit_delen(blad)) uit += deel(d);
  if (const proces::Besluit* nu = huidig_besluit(blad.dossier)) {
    uit += fmt::format("<p>Waarop het weegbesluit rust, staat in {}.</p>\n", stuk_link(blad, nu->stuk));
  }
  uit += deel(voorwaarden_deel(blad)) + in_overleggen(blad);
  return uit.empty() ? p("Er is nog geen besluit.") : uit;
}

// ---- notification, terms, minutes, actions ---------------------------------------------------------------------

std::string notificatie(const DossierBlad& blad) {
  std::string uit;
  for (const proces::Betrokkene& b : blad.dossier.betrokkenen) uit += deel(notificatie_deel(blad, b));
  return uit.empty() ? p("Er zijn nog geen betrokkenen.") : uit;
}

std::string met_redenen(const termijn::Termijn& t, Datum peildatum) {
  std::string uit;
  for (const std::string& regel : bijzonderheden(t, peildatum)) uit += p(regel);
  if (const std::string was = verplaatst(t); !was.empty()) uit += p(was);
  if (t.stappen.empty()) return uit;
  uit += "<ul>\n";
  for (const std::string& stap : t.stappen) uit += fmt::format("<li>{}</li>\n", xml_tekst(stap));
  return uit + "</ul>\n";
}

std::string termijn_tabel(const DossierBlad& blad, bool lopend, std::string_view onderschrift) {
  HtmlTabel t{onderschrift, {"Wanneer", "Wat, en hoe de dag is berekend"}};
  for (const termijn::Termijn& x : blad.termijnen) {
    if ((x.loopt() || x.status == termijn::Status::opgeschort) != lopend) continue;
    std::string dag = p(wanneer(x));
    const bool laat = x.status == termijn::Status::overschreden;
    dag += fmt::format("<p class=\"{}\">{}</p>\n", laat ? "kritiek" : "zacht", xml_tekst(stand(x, blad.peildatum)));
    t.rijen.push_back({std::move(dag), met_redenen(x, blad.peildatum)});
  }
  return t.rijen.empty() ? std::string() : kop3(onderschrift) + html_tabel(t);
}

std::string termijnen(const DossierBlad& blad) {
  const std::string uit =
      termijn_tabel(blad, true, "wat nog moet") + termijn_tabel(blad, false, "wat is nagekomen of vervallen");
  return uit.empty() ? p("Er zijn geen termijnen.") : uit;
}

std::string verslagen(const RapportBlad& r) {
  std::string uit;
  for (const BriefBlad& v : r.verslagen) uit += "<article>\n" + html_blokken(v, 3) + "</article>\n";
  return uit.empty() ? p("Er is nog geen verslag van een overleg.") : uit;
}

std::string acties(const DossierBlad& blad) {
  HtmlTabel t{"Acties die nog open staan, de eerste dag bovenaan", {"Actie", "Wie", "Afgesproken", "Stand"}};
  for (const ActieRegel& r : open_acties(blad)) {
    const proces::Actie& a = r.actie;
    t.rijen.push_back({a.wat.empty() ? "[verzegeld]" : html_regels(a.wat),
                       a.wie.empty() ? "[verzegeld]" : xml_tekst(leesbaar(a.wie)),
                       a.velden.datum ? a.velden.datum->lang() : "onbekend", html_regels(svz(a, blad.peildatum))});
  }
  const std::size_t af = blad.dossier.acties.size() - t.rijen.size();
  std::string uit = t.rijen.empty() ? p("Er staat geen actie open.") : html_tabel(t);
  if (af > 0)
    uit += p(fmt::format("{} {} gedaan of vervallen.", aantal(af, "actie", "acties"), af == 1 ? "is" : "zijn"));
  return uit;
}

// ---- what is sealed, and the stukken
// ------------------------------------------------------------------------------

std::string_view wat_staat_in(std::string_view compartiment) {
  const auto c = compartiment_van(compartiment);
  if (!c) return "onbekend";
  switch (*c) {
    case Compartiment::identiteit:
      return "namen, contact, geboortedatum, BSN en relaties (artikel 4, onder a, b en h, Wet PGA)";
    case Compartiment::melder:
      return "wie de melding deed (artikel 5, lid 2, Wet PGA)";
    case Compartiment::motivering:
      return "de redenen om een notificatie uit te stellen (artikel 11 Wet PGA)";
    case Compartiment::strafrecht:
      return "politiegegevens, justitiële en strafvorderlijke gegevens (artikel 4, onder f en g, Wet PGA), en wat "
             "daarop rust";
    case Compartiment::termijnen:
      return "soort, dagen en uitkomsten";
    case Compartiment::zaak:
      return "signalen, oordelen, profiel, plan, verslagen en besluiten (artikel 4, onder c, d en e, Wet PGA)";
    case Compartiment::zorg:
      return "gegevens over gezondheid en zorg onder beroepsgeheim, en wat daarop rust";
  }
  return {};
}

std::string verzegeld(const RapportBlad& r) {
  HtmlTabel t{"Wat in dit rapport niet staat", {"Vak", "Wat daarin hoort", "Dicht in"}};
  for (const Compartiment c : kCompartimenten) {
    const auto dicht = [&](const StukBlad& s) {
      return std::find(s.verzegeld.begin(), s.verzegeld.end(), naam(c)) != s.verzegeld.end();
    };
    const auto n = std::count_if(r.blad.stukken.begin(), r.blad.stukken.end(), dicht);
    if (n == 0) continue;
    t.rijen.push_back({std::string(naam(c)), std::string(wat_staat_in(naam(c))),
                       fmt::format("{} van {}", n, aantal(r.blad.stukken.size(), "stuk", "stukken"))});
  }
  if (t.rijen.empty()) return p(fmt::format("Alles in dit dossier is te openen voor {}.", r.voor));
  return html_tabel(t) +
         p("Elk stuk heeft alle vakken, ook als er niets in staat: aan een vak dat dicht is, is niet te zien of er "
           "iets in zit.");
}

std::string stuk(const DossierBlad& blad, std::size_t i) {
  const StukBlad& s = blad.stukken[i];
  std::string uit =
      fmt::format("<article class=\"stuk\" id=\"stuk-{0}\">\n<h3>{0}. {1}, {2}</h3>\n<p class=\"zacht\">", i + 1,
                  xml_tekst(titel(s.soort, s.stap)), s.datum.lang());
  uit += xml_tekst(onder_de_kop(blad, s)) + fmt::format("<br/>\n<code>{}</code></p>\n", xml_tekst(s.digest));
  if (!s.soort_bekend) uit += p("Een soort die deze pga niet kent; het stuk telt niet mee.");
  uit += html_blok(s.blokken);
  std::string dicht;
  for (const std::string& c : s.verzegeld) dicht += (dicht.empty() ? "" : " ") + fmt::format("[verzegeld: {}]", c);
  if (!dicht.empty()) uit += fmt::format("<p class=\"zacht\">{}</p>\n", xml_tekst(dicht));
  return uit + "</article>\n";
}

std::string stukken(const DossierBlad& blad) {
  std::string uit = p("Alles wat is vastgelegd, het oudste eerst.");
  for (std::size_t i = 0; i < blad.stukken.size(); ++i) uit += stuk(blad, i);
  return uit;
}

// ---- the page
// ------------------------------------------------------------------------------------------------------

struct Afdeling {
  std::string_view id;
  std::string_view titel;
  std::string inhoud;
};

std::string hoofd(const RapportBlad& r) {
  std::string uit = fmt::format(
      "<header>\n<p>Persoonsgerichte aanpak{}</p>\n<h1>Dossier {}</h1>\n<p>Zoals het stond op {}. Dit rapport is "
      "voor "
      "{}, en toont wat die mag lezen.</p>\n<p>Vertrouwelijk: wie het leest, is tot geheimhouding verplicht "
      "(artikel 17 Wet PGA).</p>\n",
      r.gemeente.empty() ? "" : ", gemeente " + xml_tekst(r.gemeente), xml_tekst(r.blad.nummer),
      r.blad.peildatum.lang(), xml_tekst(r.voor));
  if (!r.let_op.empty()) {
    uit += "<div class=\"let-op\" role=\"note\">\n<p><b>Let op</b></p>\n";
    for (const std::string& zin : r.let_op) uit += p(zin);
    uit += "</div>\n";
  }
  return uit + "</header>\n";
}

std::string inhoudsopgave(const std::vector<Afdeling>& afdelingen) {
  std::string uit = "<nav aria-labelledby=\"inhoudsopgave\">\n<p id=\"inhoudsopgave\">Inhoud</p>\n<ol>\n";
  for (const Afdeling& a : afdelingen) uit += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", a.id, a.titel);
  return uit + "</ol>\n</nav>\n";
}

std::string voet(const RapportBlad& r) {
  return fmt::format(
      "<footer>\n<p>Gemaakt door {} op {} met pga. Dit rapport verandert niet mee met het dossier, en wordt niet "
      "vernietigd als het dossier wordt vernietigd: wis het als u het niet meer nodig hebt.</p>\n<p>Kast "
      "<code>{}</code></p>\n</footer>\n",
      xml_tekst(r.door), r.gemaakt_op.lang(), xml_tekst(r.vingerafdruk));
}

}  // namespace

std::string rapport_html(const RapportBlad& r) {
  const DossierBlad& blad = r.blad;
  const std::vector<Afdeling> afdelingen = {
      {"samenvatting", "Samenvatting", samenvatting(blad)},
      {"het-profiel", "Profiel", profiel_afdeling(blad)},
      {"plan", "Plan van aanpak", plan_afdeling(blad)},
      {"besluiten", "Besluiten en stemmen", besluiten(blad)},
      {"notificatie", "Notificatie", notificatie(blad)},
      {"termijnen", "Termijnen", termijnen(blad)},
      {"acties", "Open acties", acties(blad)},
      {"verslagen", "Verslagen", verslagen(r)},
      {"verzegeld", "Wat verzegeld is", verzegeld(r)},
      {"stukken", "Alle stukken", stukken(blad)},
  };
  std::string uit = "<a class=\"sla-over\" href=\"#inhoud\">Naar de inhoud</a>\n" + hoofd(r);
  uit += inhoudsopgave(afdelingen) + "<main id=\"inhoud\" tabindex=\"-1\">\n";
  for (const Afdeling& a : afdelingen) {
    uit += fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n{2}</section>\n", a.id, a.titel,
                       a.inhoud);
  }
  uit += "</main>\n" + voet(r);
  return html_blad(fmt::format("Rapport van dossier {}", blad.nummer), kRapportStijl, uit);
}

}  // namespace pga::weergave
