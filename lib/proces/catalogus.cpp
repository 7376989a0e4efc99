// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/catalogus.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lib/basis/nabij.h"

namespace pga::proces {
namespace {

constexpr const char* kZelf = "zelfredzaamheid";
constexpr const char* kIdentiteit = "identiteit";
constexpr const char* kRelaties = "sociale_relaties";
constexpr const char* kIdeologie = "ideologie";
constexpr const char* kGeweld = "actie_en_geweldsbereidheid";
constexpr const char* kPraktisch = "praktische_zaken";

constexpr const char* kTijdelijkeWet =
    "artikel 2 Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding (ga na of zij nog geldt)";

constexpr const char* kVerplicht = "verplichte zorg kan alleen als vrijwillige zorg niet kan (artikel 3:3 Wvggz)";

using B = Catalogusbron;

/// "Voorbeelden van preventieve interventies/activiteiten door sociaal- en zorgdomein", in the order of the
/// handreiking.
Catalogus preventief() {
  constexpr Aard kAard = Aard::preventief;
  return {
      {"familie", "Familie- en netwerkondersteuning", {kRelaties}, kAard, Domein::overig, {}, {}, B::handreiking},
      {"gezin", "Gezinsbegeleiding", {kRelaties, kZelf}, kAard, Domein::zorg, {}, {}, B::handreiking},
      {"coaching",
       "Coaching vanuit jongerenwerk",
       {kIdentiteit, kRelaties},
       kAard,
       Domein::overig,
       {},
       Specialist::coach,
       B::handreiking},
      {"buddy", "Buddy", {kIdentiteit, kRelaties}, kAard, Domein::overig, {}, Specialist::buddy, B::voorbeeld},
      {"theologie",
       "Theologische of ideologische begeleiding",
       {kIdeologie, kIdentiteit},
       kAard,
       Domein::overig,
       {},
       Specialist::theoloog,
       B::handreiking},
      {"vaardigheden",
       "Sociaal-emotionele vaardigheden",
       {kIdentiteit, kGeweld},
       kAard,
       Domein::zorg,
       {},
       {},
       B::handreiking},
      {"wonen",
       "Praktische ondersteuning bij woning",
       {kPraktisch, kZelf},
       kAard,
       Domein::bestuur,
       "Wet maatschappelijke ondersteuning 2015",
       {},
       B::handreiking},
      {"werk",
       "Praktische ondersteuning bij werk of opleiding",
       {kZelf, kPraktisch},
       kAard,
       Domein::bestuur,
       "artikel 7 Participatiewet",
       {},
       B::handreiking},
      {"schulden",
       "Praktische ondersteuning bij schulden",
       {kPraktisch, kZelf},
       kAard,
       Domein::bestuur,
       "artikel 3 Wet gemeentelijke schuldhulpverlening",
       {},
       B::handreiking},
      {"papieren", "Hulp bij identiteitspapieren", {kPraktisch}, kAard, Domein::bestuur, {}, {}, B::voorbeeld},
      {"zorg-vrijwillig",
       "Vrijwillige zorg in overleg met betrokkene",
       {kZelf, kIdentiteit},
       kAard,
       Domein::zorg,
       {},
       {},
       B::handreiking,
       {{"zorgmachtiging", kVerplicht}, {"crisismaatregel", kVerplicht}}},
      {"bemoeizorg", "Bemoeizorg", {kZelf, kPraktisch}, kAard, Domein::zorg, {}, {}, B::handreiking},
      {"zorgmachtiging",
       "Zorgmachtiging (verplichte zorg)",
       {kZelf, kGeweld},
       kAard,
       Domein::zorg,
       "artikel 6:4 Wet verplichte geestelijke gezondheidszorg",
       {},
       B::handreiking},
      {"crisismaatregel",
       "Crisismaatregel",
       {kGeweld, kZelf},
       kAard,
       Domein::zorg,
       "artikel 7:1 Wet verplichte geestelijke gezondheidszorg",
       {},
       B::handreiking},
      {"levensloop",
       "Aanmelding bij het Zorg- en Veiligheidshuis voor de levensloopaanpak",
       {kZelf, kGeweld},
       kAard,
       Domein::zorg,
       {},
       {},
       B::handreiking},
      {"wams",
       "Gecoördineerde aanpak bij meervoudige problematiek (Wams)",
       {kZelf, kPraktisch},
       kAard,
       Domein::bestuur,
       "Wet aanpak meervoudige problematiek sociaal domein",
       {},
       B::handreiking},
  };
}

/// "Repressieve interventies door gemeente of veiligheidsdomein": the handreiking names the two fields of law and
/// one example; the others are ours.
Catalogus repressief() {
  constexpr Aard kAard = Aard::repressief;
  const std::string contact = "wie de persoon niet mag spreken, kan ook niet helpen";
  const std::string plek = "de plek van de hulp of het werk kan in het verboden gebied liggen";
  const std::string vertrouwen = "wat in vertrouwen is verteld, kan bij opsporing terechtkomen";
  return {
      {"gebiedsverbod",
       "Gebiedsverbod of groepsverbod door de burgemeester",
       {kGeweld, kRelaties},
       kAard,
       Domein::bestuur,
       "artikel 172a Gemeentewet",
       {},
       B::handreiking,
       {{"werk", plek}, {"wonen", plek}, {"coaching", plek}, {"familie", plek}}},
      {"meldplicht",
       "Meldplicht (minister van Justitie en Veiligheid)",
       {kGeweld},
       kAard,
       Domein::bestuur,
       kTijdelijkeWet,
       {},
       B::voorbeeld,
       {{"werk", "de tijden van de meldplicht kunnen botsen met werk of opleiding"}}},
      {"contactverbod",
       "Contactverbod (minister van Justitie en Veiligheid)",
       {kRelaties, kGeweld},
       kAard,
       Domein::bestuur,
       kTijdelijkeWet,
       {},
       B::voorbeeld,
       {{"familie", contact}, {"gezin", contact}, {"buddy", contact}}},
      {"uitreisverbod",
       "Uitreisverbod (minister van Justitie en Veiligheid)",
       {kGeweld},
       kAard,
       Domein::bestuur,
       "artikel 3 Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding (ga na of zij nog geldt)",
       {},
       B::voorbeeld},
      {"paspoort",
       "Weigeren of vervallen verklaren van het paspoort",
       {kGeweld},
       kAard,
       Domein::bestuur,
       "artikel 23 Paspoortwet",
       {},
       B::voorbeeld,
       {{"papieren", "zonder geldig paspoort zijn andere papieren nodig om zich te legitimeren"}}},
      {"bevriezing",
       "Bevriezing van tegoeden",
       {kGeweld, kPraktisch},
       kAard,
       Domein::bestuur,
       "Sanctieregeling terrorisme 2007-II",
       {},
       B::voorbeeld,
       {{"schulden", "wie niet bij zijn geld kan, kan niet afbetalen"},
        {"wonen", "wie niet bij zijn geld kan, kan de huur niet betalen"},
        {"werk", "voor loon of een uitkering kan een ontheffing nodig zijn"}}},
      {"toezicht",
       "Bijzondere voorwaarden met toezicht door de reclassering",
       {kGeweld, kZelf},
       kAard,
       Domein::strafrecht,
       "artikel 14c Wetboek van Strafrecht",
       {},
       B::voorbeeld},
      {"opsporing",
       "Opsporing en vervolging",
       {kGeweld},
       kAard,
       Domein::strafrecht,
       "Wetboek van Strafvordering",
       {},
       B::voorbeeld,
       {{"coaching", vertrouwen},
        {"buddy", vertrouwen},
        {"theologie", vertrouwen},
        {"zorg-vrijwillig", vertrouwen}}},
  };
}

std::vector<std::string> teksten(const Waarde& in, std::string_view veld) {
  std::vector<std::string> uit;
  for (const Waarde& w : in.items_van(veld)) {
    if (w.is_tekst() && !w.leeg()) uit.push_back(w.tekst());
  }
  return uit;
}

const Botsing* botst_met(const CatalogusItem& item, const std::string& id) {
  const auto er = std::find_if(item.botst.begin(), item.botst.end(), [&](const Botsing& b) { return b.met == id; });
  return er == item.botst.end() ? nullptr : &*er;
}

}  // namespace

const Catalogus& ingebouwde_catalogus() {
  static const Catalogus alle = [] {
    Catalogus uit = preventief();
    for (CatalogusItem& item : repressief()) uit.push_back(std::move(item));
    return uit;
  }();
  return alle;
}

Catalogus lees_eigen_interventies(const Waarde& beleid) {
  Catalogus uit;
  for (const Waarde& w : beleid.items_van("interventies")) {
    CatalogusItem item;
    item.id = w.tekst_van("id");
    item.naam = w.tekst_van("naam");
    if (item.id.empty() || item.naam.empty()) continue;
    item.aspecten = teksten(w, "aspecten");
    item.aard = lees<Aard>(w.tekst_van("aard")).value_or(Aard::preventief);
    item.domein = lees<Domein>(w.tekst_van("domein")).value_or(Domein::overig);
    item.grondslag = w.tekst_van("grondslag");
    item.specialist = lees<Specialist>(w.tekst_van("specialist"));
    item.bron = Catalogusbron::gemeente;
    for (std::string& id : teksten(w, "botst_met")) item.botst.push_back({std::move(id), {}});
    uit.push_back(std::move(item));
  }
  return uit;
}

std::vector<Bevinding> toets_eigen_interventies(const Waarde& beleid, std::string_view bestand) {
  const Catalogus alle = catalogus_met(lees_eigen_interventies(beleid));
  std::vector<std::string> bekend;
  for (const CatalogusItem& item : alle) bekend.push_back(item.id);
  std::vector<Bevinding> uit;
  const auto meld = [&](const Waarde& bij, std::string wat, std::string tip) {
    uit.push_back({FoutSoort::document,
                   {std::string(bestand), bij.plek.regel, bij.plek.kolom},
                   std::move(wat),
                   std::move(tip),
                   {}});
  };
  std::set<std::string> gezien;
  for (const Waarde& w : beleid.items_van("interventies")) {
    const std::string id = w.tekst_van("id");
    if (!id.empty() && !gezien.insert(id).second) {
      meld(*w.vind("id"), fmt::format("de interventie \"{}\" staat er twee keer", id), "geef elke een eigen id");
    }
    for (const Waarde& met : w.items_van("botst_met")) {
      if (!met.is_tekst() || zoek(alle, met.tekst()) != nullptr) continue;
      const std::string beste = nabij(met.tekst(), bekend);
      meld(met, fmt::format("de interventie \"{}\" is er niet", met.tekst()),
           beste.empty() ? "pga plan --catalogus toont de catalogus" : fmt::format("bedoelde u \"{}\"?", beste));
    }
  }
  return uit;
}

Catalogus catalogus_met(const Catalogus& eigen) {
  Catalogus uit = ingebouwde_catalogus();
  for (const CatalogusItem& item : eigen) {
    const auto er =
        std::find_if(uit.begin(), uit.end(), [&](const CatalogusItem& oud) { return oud.id == item.id; });
    if (er == uit.end()) {
      uit.push_back(item);
    } else {
      *er = item;
    }
  }
  return uit;
}

const CatalogusItem* zoek(const Catalogus& catalogus, std::string_view id) {
  const auto er =
      std::find_if(catalogus.begin(), catalogus.end(), [&](const CatalogusItem& item) { return item.id == id; });
  return er == catalogus.end() ? nullptr : &*er;
}

std::optional<std::string> botsing(const CatalogusItem& een, const CatalogusItem& ander) {
  const Botsing* heen = botst_met(een, ander.id);
  const Botsing* terug = botst_met(ander, een.id);
  if (heen == nullptr && terug == nullptr) return std::nullopt;
  if (heen != nullptr && !heen->waarom.empty()) return heen->waarom;
  return terug != nullptr ? terug->waarom : heen->waarom;
}

}  // namespace pga::proces
