// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/leidraad.h"

#include <algorithm>

namespace pga::proces {
namespace {

constexpr std::string_view kEigen = "van de gemeente";

std::string naam_of(const Waarde& w, std::string_view anders) {
  const std::string naam = w.tekst_van("naam");
  return naam.empty() ? std::string(anders) : naam;
}

}  // namespace

const std::vector<std::string>& Hulpvragen::over(std::string_view aspect) const {
  static const std::vector<std::string> geen;
  const auto er = vragen.find(aspect);
  return er == vragen.end() ? geen : er->second;
}

const Contextveld* Contextlijst::vind(std::string_view veld) const {
  const auto er = std::find_if(velden.begin(), velden.end(), [&](const Contextveld& v) { return v.veld == veld; });
  return er == velden.end() ? nullptr : &*er;
}

Hulpvragen voorbeeldvragen() {
  return {"voorbeeldvragen van pga, niet die van de Leidraad",
          {{"zelfredzaamheid",
            {"Heeft de persoon een vaste woonplek, inkomen en iets om de dag mee te vullen?",
             "Vraagt de persoon hulp als het nodig is, en neemt hij of zij die aan?"}},
           {"identiteit",
            {"Waar is de persoon trots op, en waar hoort de persoon graag bij?",
             "Is er iets gebeurd waardoor dat is veranderd?"}},
           {"sociale_relaties",
            {"Wie zijn belangrijk voor de persoon, en sinds wanneer?",
             "Wie steunt de persoon, en wie trekt de andere kant op?"}},
           {"ideologie",
            {"Wat zegt de persoon zelf over de eigen denkbeelden?",
             "Kan de persoon naar iemand luisteren die er anders over denkt?"}},
           {"actie_en_geweldsbereidheid",
            {"Wat heeft de persoon gedaan, en wat alleen gezegd?",
             "Is er iets wat op een plan, een middel of een doel wijst, of juist op het tegendeel?"}}}};
}

Contextlijst voorbeeldlijst() {
  return {"lijst van pga, niet het contextcasusformulier van de Leidraad",
          {{"gezin_en_familie", "Hoe ziet het gezin eruit, en wie is er belangrijk?"},
           {"wonen", "Waar en met wie woont de persoon, en hoe vast is dat?"},
           {"school_en_werk", "Wat doet de persoon overdag?"},
           {"geld", "Is er inkomen, en zijn er schulden?"},
           {"papieren", "Zijn identiteitspapieren en verblijf in orde?"},
           {"vrije_tijd", "Wat doet de persoon graag, en met wie?"},
           {"gezondheid", "Is er iets over de gezondheid dat voor het plan nodig is?"},
           {"hulp", "Welke hulp is er, of was er, en hoe ging dat?"},
           {"gebeurtenissen", "Wat is er gebeurd dat veel invloed had?"},
           {"contact_met_overheid", "Hoe gaan gesprekken met gemeente, politie en anderen?"},
           {"online", "Wat bracht een deelnemer rechtmatig in over het leven online?", true},
           {"sterke_kanten", "Wat gaat goed?"},
           {"eigen_wensen", "Wat wil de persoon zelf?"}}};
}

Hulpvragen lees_hulpvragen(const Waarde& w) {
  Hulpvragen uit{naam_of(w, kEigen), {}};
  if (const Waarde* aspecten = w.vind("aspecten"); aspecten != nullptr && aspecten->is_kaart()) {
    for (const Veld& a : aspecten->velden()) {
      if (!a.waarde.is_lijst()) continue;
      for (const Waarde& vraag : a.waarde.lijst()) {
        if (vraag.is_tekst() && !vraag.leeg()) uit.vragen[a.naam].push_back(vraag.tekst());
      }
    }
  }
  return uit.vragen.empty() ? voorbeeldvragen() : uit;
}

Contextlijst lees_contextlijst(const Waarde& w) {
  Contextlijst uit{naam_of(w, kEigen), {}};
  for (const Waarde& v : w.items_van("velden")) {
    std::string veld = v.tekst_van("veld");
    if (veld.empty() || uit.vind(veld) != nullptr) continue;
    uit.velden.push_back({std::move(veld), v.tekst_van("vraag"), v.tekst_van("online") == "ja"});
  }
  return uit.velden.empty() ? voorbeeldlijst() : uit;
}

Waarde als_document(const Hulpvragen& h) {
  Waarde uit = Waarde::kaart();
  uit.zet("naam", h.naam);
  Waarde& aspecten = uit.zet("aspecten", Waarde::kaart());
  for (const auto& [aspect, vragen] : h.vragen) {
    Waarde& lijst = aspecten.zet(aspect, Waarde::lijst_());
    for (const std::string& vraag : vragen) lijst.voeg_toe(vraag);
  }
  return uit;
}

Waarde als_document(const Contextlijst& l) {
  Waarde uit = Waarde::kaart();
  uit.zet("naam", l.naam);
  Waarde& velden = uit.zet("velden", Waarde::lijst_());
  for (const Contextveld& v : l.velden) {
    Waarde& veld = velden.voeg_toe(Waarde::kaart());
    veld.zet("veld", v.veld);
    veld.zet("vraag", v.vraag);
    if (v.online) veld.zet("online", "ja");
  }
  return uit;
}

}  // namespace pga::proces
