// SPDX-License-Identifier: EUPL-1.2
//
// Signals, and texts that rest on them: which exist, where they come from, and whether a text says so.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "lib/proces/naam_in_id.h"
#include "lib/proces/signalen.h"
#include "lib/proces/toetser.h"

namespace pga::proces {
namespace {

std::string klein(std::string_view tekst) {
  std::string uit(tekst);
  std::transform(uit.begin(), uit.end(), uit.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return uit;
}

/// Whether an organisation is the gemeente itself, however it was written.
bool is_gemeente(const Toetser& t, const std::string& organisatie) {
  const std::string naam = klein(organisatie);
  // A school may be called a college, and the police of a town after it: those are not the gemeente.
  if (naam == "college" || naam == klein(t.b.gemeente)) return true;
  for (const std::string_view woord : {"burgemeester", "college van", "gemeente", "b&w", "b en w"}) {
    if (naam.find(woord) != std::string::npos) return true;
  }
  return false;
}

/// That there was an earlier case is shielded with it; whoever knows it from work of their own may say so.
void toets_eerdere_casus(Toetser& t, const Waarde& s) {
  static constexpr std::array<std::string_view, 7> kWoorden = {
      " eerdere casus ", " eerder dossier ", " eerdere dossier ", " vorige casus ",
      " vorig dossier ", " eerdere aanpak ", " eerdere pga "};
  const std::string tekst = ' ' + kaal(s.tekst_van("tekst")) + ' ';
  const bool noemt = std::any_of(kWoorden.begin(), kWoorden.end(),
                                 [&](std::string_view woord) { return tekst.find(woord) != std::string::npos; });
  if (!noemt) return;
  t.bevinding(
      s.vind("tekst"),
      {"dit signaal noemt een eerdere casus; een gesloten casus is afgeschermd",
       "laat het alleen staan als de bron dit uit het eigen werk weet en het nodig is om te wegen; neem uit "
       "het oude dossier niets over",
       "artikel 6, lid 3, Wet PGA; artikel 6 Besluit PGA"});
}

void toets_signaal(Toetser& t, const Waarde& s, std::optional<Datum> dag) {
  toets_eerdere_casus(t, s);
  const std::string door = s.tekst_van("ingebracht_door");
  if (s.tekst_van("verkregen") == "openbare_bron" && is_gemeente(t, door)) {
    t.bevinding(s.vind("verkregen"),
                {fmt::format("de gemeente ({}) heeft dit signaal uit een openbare bron verkregen", door),
                 "leg vast op welke bevoegdheid dat rust; zelf online gegevens zoeken mag de gemeente niet zomaar",
                 "artikel 6 Besluit PGA"});
  }
  const std::optional<Datum> gebeurd = datum_van(s, "datum");
  if (dag && gebeurd && *gebeurd > *dag && *gebeurd <= t.n.peildatum) {
    t.document(s.vind("datum"),
               {fmt::format("het signaal is van {}, na de dag van dit stuk ({})", gebeurd->lang(), dag->lang()),
                "controleer beide datums",
                {}});
  }
  const std::string id = s.tekst_van("id");
  const auto& weg = t.d.vervallen_signalen;
  const bool bestaat = std::any_of(t.d.signalen.begin(), t.d.signalen.end(),
                                   [&](const SignaalRegel& oud) { return oud.id == id; }) ||
                       std::find(weg.begin(), weg.end(), id) != weg.end();
  if (!id.empty() && bestaat && !t.corrigeert()) {
    t.document(s.vind("id"), {fmt::format("het signaal \"{}\" is er al", id),
                              "geef een nieuw signaal een eigen id, of laat het id weg",
                              {}});
  }
}

/// A text that cites signals must be sealed where they are.
void toets_herkomst(Toetser& t, const Waarde& tekst_, const Herkomsten& bekend) {
  const Waarde* lijst = tekst_.vind("signalen");
  std::set<Herkomst> soorten;
  bool verzegeld = false;
  for (const Waarde& s : lijst->lijst()) {
    const auto it = bekend.find(s.tekst());
    if (it == bekend.end()) {
      if (t.d.signalen_volledig) {
        std::vector<std::string> ids;
        for (const auto& b : bekend) ids.push_back(b.first);
        t.onbekend(&s, "het signaal", s.tekst(), ids);
      } else {
        t.bevinding(&s, {fmt::format("het signaal \"{}\" is voor u niet te zien", s.tekst()),
                         "controleer het id bij wie het wel kan zien",
                         {}});
        verzegeld = true;
      }
    } else if (!it->second) {
      verzegeld = true;
    } else if (*it->second != Herkomst::algemeen) {
      soorten.insert(*it->second);
    }
  }
  const std::optional<Herkomst> gezegd = lees<Herkomst>(tekst_.tekst_van("herkomst"));
  if (!gezegd && soorten.size() > 1) {
    t.document(lijst, {"deze tekst steunt op signalen van politie of OM én op zorgsignalen",
                       "splits de tekst in twee, of kies zelf de herkomst",
                       "artikel 4, onder f en g, en artikel 8 Wet PGA"});
  } else if (!gezegd && verzegeld) {
    t.document(lijst,
               {"deze tekst steunt op een signaal waarvan de herkomst voor u niet te zien is",
                "zet er zelf bij: herkomst politie_om, zorg of algemeen", "artikel 4, onder f en g, Wet PGA"});
  }
  for (const Herkomst h : soorten) {
    if (!gezegd || *gezegd == h) continue;
    t.bevinding(tekst_.vind("herkomst"),
                {fmt::format("deze tekst steunt op een signaal met herkomst {}, maar zegt herkomst {}", naam(h),
                             naam(*gezegd)),
                 "controleer dat de tekst niets uit dat signaal prijsgeeft",
                 "artikel 4, onder f en g, en artikel 8 Wet PGA"});
  }
}

void langs_teksten(Toetser& t, const Waarde& w, const Herkomsten& bekend) {
  if (w.is_lijst()) {
    for (const Waarde& item : w.lijst()) langs_teksten(t, item, bekend);
  } else if (w.is_kaart()) {
    if (citeert(w)) toets_herkomst(t, w, bekend);
    for (const Veld& v : w.velden()) langs_teksten(t, v.waarde, bekend);
  }
}

}  // namespace

Herkomsten herkomsten(const Dossier& dossier, const Waarde& document) {
  Herkomsten uit;
  for (const SignaalRegel& s : dossier.signalen) uit[s.id] = s.herkomst;
  for (const Waarde& s : document.items_van("signalen")) {
    const std::string id = s.tekst_van("id");
    if (!id.empty()) uit[id] = lees<Herkomst>(s.tekst_van("herkomst")).value_or(Herkomst::algemeen);
  }
  return uit;
}

Compartiment vak_van(const Waarde& tekst) {
  switch (lees<Herkomst>(tekst.tekst_van("herkomst")).value_or(Herkomst::algemeen)) {
    case Herkomst::politie_om:
      return Compartiment::strafrecht;
    case Herkomst::zorg:
      return Compartiment::zorg;
    case Herkomst::algemeen:
      break;
  }
  return Compartiment::zaak;
}

bool citeert(const Waarde& w) {
  const Waarde::Lijst& items = w.items_van("signalen");
  return !items.empty() && std::all_of(items.begin(), items.end(), [](const Waarde& s) { return s.is_tekst(); });
}

void verzamel_citaten(const std::string& stuk, const Waarde& inhoud, std::vector<Citaat>& uit) {
  if (inhoud.is_lijst()) {
    for (const Waarde& item : inhoud.lijst()) verzamel_citaten(stuk, item, uit);
  } else if (inhoud.is_kaart()) {
    if (citeert(inhoud)) {
      for (const Waarde& s : inhoud.items_van("signalen")) uit.push_back({stuk, s.tekst()});
    }
    for (const Veld& v : inhoud.velden()) verzamel_citaten(stuk, v.waarde, uit);
  }
}

void toets_teksten(Toetser& t) {
  std::optional<Datum> dag = datum_van(t.w, "datum");
  if (!dag) dag = datum_van(t.w, "ontvangen");
  for (const Waarde& s : t.w.items_van("signalen")) toets_signaal(t, s, dag);
  langs_teksten(t, t.w, herkomsten(t.d, t.w));
}

}  // namespace pga::proces
