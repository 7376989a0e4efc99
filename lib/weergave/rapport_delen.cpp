// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/rapport_delen.h"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "lib/basis/zin.h"
#include "lib/weergave/html.h"
#include "lib/weergave/html_deel.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/overzicht.h"
#include "lib/weergave/plan_beeld.h"
#include "lib/weergave/plan_stand.h"
#include "lib/weergave/profiel_beeld.h"
#include "lib/weergave/profiel_stand.h"

namespace pga::weergave {
namespace {

constexpr std::string_view kVerzegeld = "[verzegeld]";

std::string p(std::string_view tekst) { return fmt::format("<p>{}</p>\n", html_regels(tekst)); }

std::string of_verzegeld(const std::string& tekst) { return html_regels(tekst.empty() ? kVerzegeld : tekst); }

// ---- profile ---------------------------------------------------------------------------------------------------

std::string toelichting(const Waarde& oordeel_) {
  std::string uit;
  for (const char* veld : {"tekst", "waarom_lager"}) {
    if (const std::string tekst = oordeel_woord(&oordeel_, veld); !tekst.empty()) uit += p(tekst);
  }
  for (const Waarde& v : oordeel_.items_van("verschillen")) {
    const std::string stand = v.tekst_van("stand");
    uit += fmt::format("<p><b>Anders: {}{}.</b> {}</p>\n", xml_tekst(leesbaar(v.tekst_van("organisatie"))),
                       stand.empty() ? "" : " (" + xml_tekst(leesbaar(stand)) + ")",
                       html_regels(v.tekst_van("tekst")));
  }
  return uit;
}

std::string in_woorden(const StukBlad& profiel) {
  HtmlTabel t{"Het gezamenlijke oordeel", {"Aspect", "Nu", "Hoogst haalbaar", "Waarom"}};
  for (const Aspect& a : kAspecten) {
    const Waarde* o = oordeel(profiel, a.veld);
    if (o == nullptr) {
      t.rijen.push_back({std::string(a.titel), std::string(kVerzegeld), std::string(kVerzegeld), {}});
      continue;
    }
    t.rijen.push_back({std::string(a.titel), xml_tekst(leesbaar(oordeel_woord(o, "huidig"))),
                       xml_tekst(leesbaar(oordeel_woord(o, "haalbaar"))), toelichting(*o)});
  }
  return "<h3>In woorden</h3>\n" + html_tabel(t);
}

std::string factoren(const StukBlad& profiel, std::string_view veld, std::string_view kop) {
  std::string uit;
  for (const Waarde& f : profiel.inhoud.items_van(veld)) {
    if (const std::string tekst = f.tekst_van("tekst"); !tekst.empty()) {
      uit += fmt::format("<li>{}</li>\n", html_regels(tekst));
    }
  }
  return uit.empty() ? uit : fmt::format("<h3>{}</h3>\n<ul>\n{}</ul>\n", kop, uit);
}

std::string afwijkend(const StukBlad& profiel) {
  std::vector<DeelRij> rijen;
  for (const Waarde& a : profiel.inhoud.items_van("afwijkend_standpunt")) {
    rijen.push_back({leesbaar(a.tekst_van("organisatie")), a.tekst_van("tekst")});
  }
  return rijen.empty() ? std::string() : "<h3>Afwijkend standpunt</h3>\n" + html_rijen(rijen);
}

std::string ruimte_in_woorden(const DossierBlad& blad, const StukBlad& profiel) {
  std::string waar;
  for (const Aspect& a : kAspecten) {
    if (!ruimte(oordeel(profiel, a.veld), standen_voor(blad, profiel))) continue;
    waar += (waar.empty() ? "" : ", ") + leesbaar(a.veld);
  }
  return waar.empty() ? waar : p("Ruimte voor verbetering: " + waar + ".");
}

/// What a partner judged of one aspect.
std::string oordeel_van(const StukBlad& s, const Aspect& a) {
  const Waarde* o = oordeel(s, a.veld);
  if (o == nullptr) return deels_dicht(s) ? "geen oordeel, of verzegeld" : "geen oordeel";
  std::string uit = "<b>" + of_verzegeld(leesbaar(oordeel_woord(o, "stand"))) + "</b>";
  if (const std::string tekst = oordeel_woord(o, "tekst"); !tekst.empty()) uit += ": " + html_regels(tekst);
  if (const std::string nodig = oordeel_woord(o, "nodig"); !nodig.empty()) {
    uit += "<br/>\nNog nodig: " + html_regels(nodig);
  }
  return uit;
}

std::string beoordelingen(const DossierBlad& blad) {
  const Ronde ronde = huidige_ronde(blad);
  if (ronde.beoordelingen.empty()) return {};
  HtmlTabel t{"Wat de partners ieder voor zich vonden", {"Aspect", "Oordelen"}};
  for (const Aspect& a : kAspecten) {
    std::string cel;
    for (const StukBlad* s : ronde.beoordelingen) {
      cel += fmt::format("<p>{}: {}</p>\n", xml_tekst(leesbaar(van_wie(*s))), oordeel_van(*s, a));
    }
    const Verschil v = vergelijk(ronde, a.veld);
    if (v.verschillen) cel += "<p class=\"zacht\">De partners oordelen verschillend.</p>\n";
    t.rijen.push_back({std::string(a.titel), std::move(cel)});
  }
  return "<h3>Oordelen van de partners</h3>\n" + html_tabel(t);
}

// ---- plan
// --------------------------------------------------------------------------------------------------------

std::string doelen(const DossierBlad& blad) {
  HtmlTabel t{"Wat het plan wil bereiken", {"Doel", "Wat", "Bereikt"}};
  for (const std::string& id : blad.dossier.doelen) {
    std::string wat = fmt::format("<p>{}</p>\n", of_verzegeld(omschrijving(blad, "doelen", id, "doel")));
    if (const std::string aspect = omschrijving(blad, "doelen", id, "aspect"); !aspect.empty()) {
      wat += fmt::format("<p class=\"zacht\">{}</p>\n", xml_tekst(leesbaar(aspect)));
    }
    const Bereikt b = bereikt(blad, id);
    std::string stand = b.deels_dicht ? "nog niet geëvalueerd, of verzegeld" : "nog niet geëvalueerd";
    if (b.op) stand = fmt::format("{}, op {}", leesbaar(b.woord.empty() ? kVerzegeld : b.woord), b.op->lang());
    t.rijen.push_back({xml_tekst(id), std::move(wat), p(stand) + (b.tekst.empty() ? std::string() : p(b.tekst))});
  }
  return t.rijen.empty() ? std::string() : "<h3>Doelen</h3>\n" + html_tabel(t);
}

std::string stand_van(const DossierBlad& blad, const proces::Interventie& i) {
  std::string uit = p(leesbaar(interventie_stand(blad, i)));
  if (i.uitkomst) {
    uit += p(fmt::format("geëvalueerd{}: {}", i.geevalueerd_op ? " op " + i.geevalueerd_op->lang() : "",
                         leesbaar(naam(*i.uitkomst))));
  }
  const auto volgend = volgende_evaluatie(blad, i);
  const bool rust = lopende(blad, "evaluatie", i.velden.id) == nullptr;
  return uit + p(volgend ? (rust ? "evaluatie rust, was uiterlijk " : "evaluatie op ") + volgend->lang()
                         : std::string("geen evaluatie meer gepland"));
}

std::string interventies(const DossierBlad& blad) {
  HtmlTabel t{"De interventies", {"Nummer", "Wat", "Wie", "Wanneer", "Stand"}};
  for (const proces::Interventie& i : blad.dossier.interventies) {
    const auto veld = [&](std::string_view naam_) {
      return omschrijving(blad, "interventies", i.velden.id, naam_);
    };
    std::string wat = fmt::format("<p>{}</p>\n", of_verzegeld(veld("wat")));
    for (const char* bij : {"aspect", "prioriteit"}) {
      if (const std::string tekst = veld(bij); !tekst.empty()) {
        wat += fmt::format("<p class=\"zacht\">{}{}</p>\n", bij == std::string_view("aspect") ? "" : "prioriteit ",
                           xml_tekst(leesbaar(tekst)));
      }
    }
    std::string wie = fmt::format("<p>{}</p>\n", of_verzegeld(leesbaar(veld("uitvoerder"))));
    if (const std::string v = veld("verantwoordelijke"); !v.empty()) {
      wie += fmt::format("<p class=\"zacht\">verantwoordelijk: {}</p>\n", xml_tekst(leesbaar(v)));
    }
    t.rijen.push_back({xml_tekst(i.velden.id), std::move(wat), std::move(wie), p(periode(i)), stand_van(blad, i)});
  }
  return t.rijen.empty() ? std::string() : html_tabel(t);
}

std::string_view in_meervoud(std::string_view stand, bool een) {
  if (stand == "loopt") return een ? "loopt" : "lopen";
  if (stand == "rust") return een ? "rust" : "rusten";
  if (stand == "begint_nog") return een ? "begint nog" : "beginnen nog";
  if (stand == "gestopt") return een ? "is gestopt" : "zijn gestopt";
  return een ? "is afgelopen" : "zijn afgelopen";
}

}  // namespace

std::string profiel_afdeling(const DossierBlad& blad) {
  const std::vector<const StukBlad*> profielen = geldige_profielen(blad);
  if (profielen.empty()) return p("Er is nog geen gezamenlijk profiel.") + beoordelingen(blad);
  const StukBlad& nu = *profielen.back();
  const std::string eigen = nu.inhoud.tekst_van("schaal");
  const std::string& schaal = eigen.empty() ? blad.schaal_naam : eigen;
  std::string uit = p(fmt::format("Vastgesteld op {}{}.", nu.datum.lang(),
                                  schaal.empty() ? std::string() : fmt::format(", met de schaal {}", schaal)));
  uit += profiel_beeld(blad, nu) + ruimte_in_woorden(blad, nu) + in_woorden(nu) + afwijkend(nu);
  uit += factoren(nu, "beschermende_factoren", "Beschermende factoren");
  uit += factoren(nu, "risicofactoren", "Risicofactoren");
  if (const std::string reeks = verloop_beeld(blad); !reeks.empty()) uit += "<h3>In de tijd</h3>\n" + reeks;
  return uit + beoordelingen(blad);
}

std::string plan_in_het_kort(const DossierBlad& blad) {
  std::map<std::string_view, std::size_t> per_stand;
  for (const proces::Interventie& i : blad.dossier.interventies) ++per_stand[interventie_stand(blad, i)];
  std::string uit;
  for (const std::string_view s : {"loopt", "rust", "begint_nog", "gestopt", "afgelopen"}) {
    const auto er = per_stand.find(s);
    if (er == per_stand.end()) continue;
    const std::string tel =
        uit.empty() ? aantal(er->second, "interventie", "interventies") : std::to_string(er->second);
    uit += fmt::format("{}{} {}", uit.empty() ? "" : ", ", tel, in_meervoud(s, er->second == 1));
  }
  return uit.empty() ? uit : uit + ".";
}

std::string plan_afdeling(const DossierBlad& blad) {
  const proces::Dossier& d = blad.dossier;
  if (d.doelen.empty() && d.interventies.empty()) return p("Er is nog geen plan van aanpak.");
  std::string uit;
  if (const auto& rust = d.pas_op_de_plaats) {
    uit += p(fmt::format("Pas op de plaats sinds {}{}.", rust->sinds.lang(),
                         rust->herziening ? ", opnieuw bekijken op " + rust->herziening->lang() : ""));
  }
  uit += doelen(blad);
  const std::string tabel = interventies(blad);
  if (!tabel.empty()) uit += "<h3>Interventies</h3>\n" + plan_beeld(blad) + tabel;
  return uit;
}

}  // namespace pga::weergave
