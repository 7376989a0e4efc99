// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/vernietigbaar.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "lib/proces/organisatie.h"

namespace pga::proces {
namespace {

constexpr const char* kVernietigen = "artikel 9 Wet PGA";

struct Grond {
  std::string_view regel;  // of the retention term
  std::string_view waarom;
  std::string_view grondslag;
  bool moet;
};

/// In the order of VernietigGrond.
constexpr std::array<Grond, Woorden<VernietigGrond>::namen.size()> kGronden = {{
    {"vernietiging_niet_opgenomen", "de casus is niet opgenomen", "artikel 16, onder b, Besluit PGA", true},
    {"vernietiging_geen_aanwijzingen", "er waren geen verdere aanwijzingen", "artikel 16, onder a, Besluit PGA",
     true},
    {"vernietiging_uiterlijk", "de laatste verwerking is vijf jaar geleden", kVernietigen, true},
    {"vernietiging_uiterlijk", "de casus is gesloten en de gegevens zijn niet meer nodig", kVernietigen, false},
    // A melding of which nobody made an aanmelding: artikel 16, onder b, is not about that.
    {"vernietiging_niet_opgenomen", "de melding is afgedaan", kVernietigen, true},
}};

const Grond& over(VernietigGrond grond) { return kGronden.at(static_cast<std::size_t>(grond)); }

const termijn::Termijn* vind(const std::vector<termijn::Termijn>& termijnen, std::string_view regel) {
  const auto it =
      std::find_if(termijnen.begin(), termijnen.end(), [&](const termijn::Termijn& t) { return t.regel == regel; });
  return it == termijnen.end() ? nullptr : &*it;
}

bool vijf_jaar_voorbij(const std::vector<termijn::Termijn>& termijnen, Datum peildatum) {
  const termijn::Termijn* t = vind(termijnen, "vernietiging_uiterlijk");
  const std::optional<Datum> wet = t == nullptr ? std::nullopt : t->wettelijk ? t->wettelijk : t->uiterlijk;
  return wet && *wet <= peildatum;
}

std::optional<VernietigGrond> grond_van(const Dossier& d, const std::vector<termijn::Termijn>& termijnen,
                                        Datum peildatum) {
  if (d.afgedaan) return VernietigGrond::afgedaan;
  if (d.fase == Fase::niet_opgenomen) return VernietigGrond::niet_opgenomen;
  const bool dicht = d.fase == Fase::afgesloten;
  if (dicht && d.afsluitreden == AfsluitReden::geen_verdere_aanwijzingen) return VernietigGrond::geen_aanwijzingen;
  if (vijf_jaar_voorbij(termijnen, peildatum)) return VernietigGrond::vijf_jaar;
  if (dicht) return VernietigGrond::niet_meer_nodig;
  return std::nullopt;
}

void weiger(Vernietigbaar& uit, std::string wat, std::string tip, std::string grondslag = kVernietigen) {
  uit.beletselen.push_back({FoutSoort::geweigerd, {}, std::move(wat), std::move(tip), std::move(grondslag)});
}

}  // namespace

std::vector<Bevinding> lopende_bewaringen(const Dossier& dossier) {
  std::vector<Bevinding> uit;
  for (const BewaringStand& b : dossier.bewaringen) {
    if (b.opgeheven_op) continue;
    uit.push_back({FoutSoort::geweigerd,
                   {},
                   fmt::format("de bewaring \"{}\" van {} loopt nog", b.id, b.sinds.lang()),
                   "is zij niet meer nodig, hef haar dan op: pga bewaar NUMMER --stap opgeheven",
                   kVernietigen});
  }
  return uit;
}

Vernietigbaar vernietigbaar(const Dossier& d, const std::vector<termijn::Termijn>& termijnen, Datum peildatum) {
  Vernietigbaar uit;
  uit.grond = grond_van(d, termijnen, peildatum);
  if (!uit.grond) {
    weiger(uit,
           fmt::format("de casus loopt nog (fase {}); de gegevens zijn nog nodig voor het doel", tekst(d.fase)),
           "sluit de casus eerst (pga sluit), of doe een melding af (pga melding NUMMER --afdoen)");
  } else {
    const termijn::Termijn* t = vind(termijnen, over(*uit.grond).regel);
    if (t != nullptr) uit.termijn = *t;
    uit.waarom = waarom(*uit.grond);
    uit.grondslag = grondslag(*uit.grond);
  }
  for (Bevinding& b : lopende_bewaringen(d)) uit.beletselen.push_back(std::move(b));
  for (const VerzoekStand& v : d.verzoeken) {
    if (v.besloten_op) continue;
    weiger(uit, fmt::format("op het verzoek \"{}\" van {} is nog niet besloten", v.id, v.ontvangen.lang()),
           "besluit eerst: pga verzoek NUMMER",
           v.soort == VerzoekSoort::woo ? "artikel 4.4, lid 1, Woo" : "artikel 12, lid 3, AVG; artikel 9 Wet PGA");
  }
  for (const termijn::Termijn& t : termijnen) {
    if (t.regel != "terugkoppeling" || !t.loopt()) continue;
    weiger(uit,
           fmt::format("{} meldde deze casus aan en weet nog niet dat zij niet is opgenomen",
                       de_organisatie(t.onderwerp)),
           fmt::format(
               "koppel eerst terug: pga weeg NUMMER --stap terugkoppeling --aan {}; kan dat niet, leg dan vast "
               "waarom (teruggekoppeld: nee)",
               t.onderwerp),
           "artikel 5, lid 6, Wet PGA");
  }
  for (const termijn::Termijn& t : termijnen) {
    const bool hierover = t.regel.rfind("vernietiging", 0) == 0 || t.regel == "bewaring";
    if (t.loopt() && !hierover) uit.nog_open.push_back(t);
  }
  return uit;
}

std::string_view waarom(VernietigGrond grond) { return over(grond).waarom; }
std::string_view grondslag(VernietigGrond grond) { return over(grond).grondslag; }
bool moet(VernietigGrond grond) { return over(grond).moet; }

}  // namespace pga::proces
