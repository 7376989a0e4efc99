// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/planbevindingen.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lib/proces/naam_in_id.h"
#include "lib/proces/organisatie.h"
#include "lib/proces/toets.h"

namespace pga::proces {
namespace {

constexpr std::string_view kUitvoerder = "de uitvoerder";
constexpr const char* kPlan = "artikel 6, lid 1, Wet PGA";
constexpr const char* kEvaluatie = "artikel 6, lid 2, Wet PGA";
constexpr const char* kDerde = "artikel 3, lid 3, Wet PGA";
constexpr const char* kToegang = "artikel 13 Wet PGA";
constexpr const char* kTransparant = "artikel 5, lid 1, onder a, AVG";
constexpr const char* kSpecialist = "afspraak over de inzet van specialisten; geen wet";

/// Nothing has to be done about what is over.
bool voorbij(const Interventie& i, Datum peildatum) {
  const auto einde = einde_van(i.velden);
  return i.gestopt || (einde && *einde < peildatum);
}

class Kijker {
 public:
  Kijker(const Interventie& i, const Planomgeving& om)
      : i_(i),
        in_(i.inhoud),
        om_(om),
        catalogus_(catalogus_met(om.beleid.interventies)),
        item_(zoek(catalogus_, in_.catalogus)) {}

  std::vector<PlanMelding> kijk() && {
    evaluatie();
    if (in_.open && !voorbij(i_, om_.peildatum)) {
      eigenaar();
      uitvoering();
      specialist();
      voorwendsel();
    }
    return std::move(uit_);
  }

 private:
  void meld(std::string_view veld, std::string wat, std::string tip, std::string grondslag) {
    uit_.push_back({veld, std::move(wat), std::move(tip), std::move(grondslag)});
  }

  /// Known from termijnen alone.
  void evaluatie() {
    const auto einde = einde_van(i_.velden);
    if (i_.gestopt) return;
    if (i_.evaluatie && einde && *i_.evaluatie > *einde) {
      meld("evaluatiedatum",
           fmt::format("de interventie eindigt ({}) voor haar evaluatie ({})", einde->lang(), i_.evaluatie->lang()),
           "kies een eerdere evaluatie of een later einde", kEvaluatie);
    }
    if (wacht_op_bijstelling(i_)) {
      meld("id",
           fmt::format("de evaluatie van {} vroeg om bijstellen, en het plan is sindsdien niet bijgesteld",
                       i_.geevalueerd_op->lang()),
           "leg vast wat er verandert, met de reden: pga plan, stap bijstelling", kEvaluatie);
    }
  }

  void eigenaar() {
    const std::string& wie = in_.verantwoordelijke;
    if (wie.empty()) {
      return meld("verantwoordelijke", "niemand is verantwoordelijk voor deze interventie",
                  "vul verantwoordelijke in: een deelnemer", kPlan);
    }
    const Partij p = partij(wie);
    if (p.naam == "gemeente") {
      return meld("verantwoordelijke",
                  fmt::format("{} kan de burgemeester zijn of het college: dat zijn twee deelnemers",
                              noem("de verantwoordelijke", wie)),
                  "noem de deelnemer die het is: burgemeester of college",
                  "artikel 3, lid 1, onder a en b, Wet PGA");
    }
    if (!p.bekend || p.deelnemer) return;
    meld("verantwoordelijke",
         fmt::format("{} is een derde en kan niet verantwoordelijk zijn voor een interventie",
                     noem("de verantwoordelijke", wie)),
         "noem de deelnemer die erop let dat het gebeurt; de derde is dan uitvoerder", kDerde);
  }

  [[nodiscard]] bool is_derde() const {
    if (!in_.uitvoerder_is.empty()) return in_.uitvoerder_is == "derde";
    const Partij p = partij(in_.uitvoerder);
    return p.bekend ? !p.deelnemer.has_value() : in_.gebruiker.empty();
  }

  void uitvoering() {
    if (is_derde()) {
      derde();
    } else if (in_.verstrekking.empty()) {
      toegang();
    }
    const bool dag = i_.velden.verstrekken_op || i_.velden.verstrekt_op;
    const bool tekst = !in_.verstrekking.empty();
    if (dag == tekst) return;
    meld(tekst ? "verstrekking" : "verstrekken_op",
         fmt::format("er staat niet {} de uitvoerder {}", tekst ? "wanneer" : "welke gegevens",
                     tekst ? "de gegevens krijgt" : "krijgt"),
         fmt::format("vul {} in", tekst ? "verstrekken_op" : "verstrekking"), is_derde() ? kDerde : kEvaluatie);
  }

  /// No name of a person, and nothing of what is sealed apart.
  [[nodiscard]] std::string noem(std::string_view rol, const std::string& wie) const {
    return in_.deel == Compartiment::zaak ? aanduiding(rol, wie) : std::string(rol);
  }

  void derde() {
    const std::string& wie = in_.uitvoerder;
    const std::vector<DerdeStand>& derden = om_.dossier.derden;
    const bool besloten = std::any_of(derden.begin(), derden.end(),
                                      [&](const DerdeStand& d) { return zelfde_organisatie(d.organisatie, wie); });
    const bool zeker = !in_.uitvoerder_is.empty() || partij(wie).bekend;
    const std::string is =
        noem(kUitvoerder, wie) +
        (zeker ? " is een derde" : " is niet bekend als deelnemer of als deel daarvan, en telt als derde");
    if (!besloten && om_.dossier.derden_volledig) {
      meld("uitvoerder",
           fmt::format("{}; een besluit van burgemeester, politie en OM om deze derde te laten meedoen is er niet",
                       is),
           "leg het besluit vast bij derden in een weging; hoort de uitvoerder bij een deelnemer, zet dan "
           "uitvoerder_is op deelnemer",
           kDerde);
    }
    if (!in_.verstrekking.empty() || i_.velden.verstrekken_op || i_.velden.verstrekt_op) return;
    meld("uitvoerder", fmt::format("{}; een derde heeft geen toegang, en er is geen verstrekking gepland", is),
         "vul in welke gegevens nodig zijn (verstrekking) en wanneer (verstrekken_op)",
         "artikel 3, lid 3, Wet PGA; artikel 11 Besluit PGA");
  }

  [[nodiscard]] bool bedoeld(const GebruikerRegel& g) const {
    if (!in_.gebruiker.empty()) return g.id == in_.gebruiker;
    // A part of a deelnemer that the table does not know works for who answers for it.
    Partij p = partij(in_.uitvoerder);
    if (!p.deelnemer) p = partij(in_.verantwoordelijke);
    return !p.deelnemer || g.organisatie == naam(*p.deelnemer);
  }

  void toegang() {
    if (om_.gebruikers.empty()) return;
    const std::vector<Compartiment> nodig = in_.nodig.empty() ? std::vector{in_.deel} : in_.nodig;
    std::vector<std::string_view> mist;
    bool iemand = false;
    for (const GebruikerRegel& g : om_.gebruikers) {
      if (!bedoeld(g)) continue;
      std::vector<std::string_view> hier;
      for (const Compartiment c : nodig) {
        if (!g.leest.heeft(c)) hier.push_back(naam(c));
      }
      if (hier.empty()) return;
      if (!iemand || hier.size() < mist.size()) mist = hier;
      iemand = true;
    }
    const std::string wie = in_.gebruiker.empty() ? noem(kUitvoerder, in_.uitvoerder)
                                                  : fmt::format("{} ({})", kUitvoerder, in_.gebruiker);
    meld(in_.gebruiker.empty() ? "uitvoerder" : "gebruiker",
         iemand ? fmt::format("{} kan niet lezen wat voor de interventie nodig is: {}", wie, fmt::join(mist, ", "))
                : fmt::format("{} heeft geen gebruiker in deze kast, en kan niets lezen", wie),
         "geef toegang met een besluit van de drie (pga weeg, stap herweging, of --deelname), of plan een "
         "verstrekking",
         kToegang);
  }

  /// Who is called one, or whom the catalogue asks for.
  [[nodiscard]] std::optional<Specialist> welke_specialist() const {
    if (in_.specialist) return in_.specialist;
    if (item_ != nullptr && item_->specialist) return item_->specialist;
    const std::string wie = ' ' + kaal(in_.uitvoerder) + ' ' + kaal(in_.wat) + ' ';
    for (const Specialist s : {Specialist::buddy, Specialist::coach, Specialist::theoloog}) {
      if (wie.find(fmt::format(" {} ", naam(s))) != std::string::npos) return s;
    }
    return std::nullopt;
  }

  void specialist() {
    const auto wie = welke_specialist();
    if (!wie) return;
    std::vector<std::string_view> mist;
    if (!in_.vog_op) mist.emplace_back("VOG");
    if (!in_.onbesproken_gedrag_op) mist.emplace_back("onbesproken gedrag");
    if (mist.empty()) return;
    const std::string welke = *wie == Specialist::anders ? std::string() : fmt::format(" ({})", naam(*wie));
    meld("specialist", fmt::format("van de specialist{} is niet vastgelegd: {}", welke, fmt::join(mist, " en ")),
         "vul vog_op en onbesproken_gedrag_op in zodra u ze hebt gezien; zet de specialist niet eerder in",
         kSpecialist);
  }

  [[nodiscard]] bool is_hulp() const {
    return in_.vrijwillig == JaNee::ja || in_.domein == Domein::zorg || in_.domein == Domein::overig ||
           (item_ != nullptr && item_->aard == Aard::preventief);
  }

  void voorwendsel() {
    if (is_hulp() && in_.weet_van_pga.value_or(JaNee::onbekend) == JaNee::onbekend) {
      meld("weet_van_pga",
           "het is niet bekend of de persoon weet dat deze hulp bij de persoonsgerichte aanpak hoort",
           "ga het na en vul weet_van_pga in: hulp is geen voorwendsel", kTransparant);
    }
    if (in_.weet_van_pga == JaNee::nee && is_hulp()) {
      meld("weet_van_pga", "de persoon krijgt hulp zonder te weten dat die bij de persoonsgerichte aanpak hoort",
           "hulp is geen voorwendsel: vertel waarvoor zij is, of zet haar niet in", kTransparant);
    }
    const auto& wie = om_.dossier.betrokkenen;
    const bool uitgesteld = !wie.empty() && wie.front().notificatie == NotificatieStand::uitgesteld &&
                            (!wie.front().uitstel || wie.front().uitstel->achtergehouden.empty());
    if (in_.weet_van_pga == JaNee::ja && uitgesteld) {
      meld("weet_van_pga", "de persoon weet van de persoonsgerichte aanpak, maar het bericht is nog uitgesteld",
           "ga na of de grond voor uitstel er nog is: pga notificeer, stap heroverwogen of grond_vervallen",
           "artikel 4, lid 3, Besluit PGA; artikel 14 AVG");
    }
  }

  const Interventie& i_;
  const InterventieInhoud& in_;
  const Planomgeving& om_;
  Catalogus catalogus_;
  const CatalogusItem* item_;
  std::vector<PlanMelding> uit_;
};

}  // namespace

bool wacht_op_bijstelling(const Interventie& i) {
  const bool gevraagd = !i.gestopt && i.uitkomst == EvaluatieUitkomst::bijstellen && i.geevalueerd_op;
  return gevraagd && (!i.vastgelegd_op || *i.vastgelegd_op < *i.geevalueerd_op);
}

std::vector<PlanMelding> over_interventie(const Interventie& i, const Planomgeving& om) {
  return Kijker(i, om).kijk();
}

bool plan_loopt(const Dossier& dossier, Datum peildatum) {
  const std::optional<Datum> overleden_op = dossier.overleden_op();
  return dossier.fase == Fase::opgenomen && !(overleden_op && *overleden_op <= peildatum);
}

std::vector<Bevinding> plan_bevindingen(const Planomgeving& om) {
  std::vector<Bevinding> uit;
  if (!plan_loopt(om.dossier, om.peildatum)) return uit;
  for (const Interventie& i : om.dossier.interventies) {
    for (PlanMelding& m : over_interventie(i, om)) {
      uit.push_back({FoutSoort::bevinding,
                     {i.stuk, 0, 0},
                     fmt::format("{}: {}", i.velden.id, m.wat),
                     std::move(m.tip),
                     std::move(m.grondslag)});
    }
  }
  return uit;
}

std::vector<Planhint> plan_hints(const std::vector<Interventie>& interventies, const Catalogus& catalogus,
                                 Datum peildatum) {
  std::vector<Planhint> uit;
  for (std::size_t a = 0; a < interventies.size(); ++a) {
    for (std::size_t z = a + 1; z < interventies.size(); ++z) {
      const Interventie& een = interventies[a];
      const Interventie& ander = interventies[z];
      if (voorbij(een, peildatum) || voorbij(ander, peildatum)) continue;
      const CatalogusItem* x = zoek(catalogus, een.inhoud.catalogus);
      const CatalogusItem* y = zoek(catalogus, ander.inhoud.catalogus);
      const auto waarom = x != nullptr && y != nullptr ? botsing(*x, *y) : std::nullopt;
      if (!waarom) continue;
      uit.push_back({een.velden.id, ander.velden.id,
                     fmt::format("{} ({}) en {} ({}) kunnen elkaar tegenwerken{}", een.velden.id, x->id,
                                 ander.velden.id, y->id, waarom->empty() ? "" : ": " + *waarom)});
    }
  }
  return uit;
}

}  // namespace pga::proces
