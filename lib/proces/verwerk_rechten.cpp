// SPDX-License-Identifier: EUPL-1.2
//
// What holds, requests, mistakes and breaches do to the Dossier.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lib/proces/onderwerpen.h"
#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

constexpr const char* kVervang = "vervang dit stuk door een juist stuk (--vervangt)";

/// The fields that artikel 33, lid 3, AVG asks of a report.
constexpr std::array kMelding = {"aard", "aantallen", "contact", "gevolgen", "maatregelen"};

}  // namespace

template <class Stand>
Stand* Vouwer::onderwerp(const Invoer& s, std::vector<Stand>& alle, Stand nieuw, bool begint) {
  const OnderwerpSoort* soort = onderwerp_soort(s.soort);
  const auto it = std::find_if(alle.begin(), alle.end(), [&](const Stand& x) { return x.id == nieuw.id; });
  if (nieuw.id.empty()) {
    meld(s.digest, fmt::format("in dit stuk staat niet om {} het gaat; het telt niet mee", soort->welke), kVervang);
  } else if (begint && it != alle.end()) {
    meld(s.digest, fmt::format("{} \"{}\" is er al; dit stuk telt niet mee", soort->wat, nieuw.id), kVervang);
  } else if (begint) {
    alle.push_back(std::move(nieuw));
    return &alle.back();
  } else if (it == alle.end()) {
    meld(s.digest, fmt::format("{} \"{}\" is er niet; dit stuk telt niet mee", soort->wat, nieuw.id), kVervang);
  } else {
    return &*it;
  }
  return nullptr;
}

/// Whether the hold had ended for who wrote the stuk at hand: someone lifted it, and nobody renewed it beside that.
bool Vouwer::al_opgeheven(const std::string& id) const {
  const auto bekend = [&](const Bewaarstap& x) { return x.id == id && voorouders_.is(x.plaats, plaats_); };
  return std::any_of(bewaarstappen_.begin(), bewaarstappen_.end(), [&](const Bewaarstap& einde) {
    if (!einde.opgeheven || !bekend(einde)) return false;
    return std::none_of(bewaarstappen_.begin(), bewaarstappen_.end(), [&](const Bewaarstap& v) {
      return !v.opgeheven && bekend(v) && !voorouders_.is(v.plaats, einde.plaats);
    });
  });
}

void Vouwer::bewaring(const Invoer& s, const Bewaring& b) {
  const bool begint = b.stap == BewaringStap::ingesteld;
  BewaringStand* stand =
      onderwerp(s, d_.bewaringen, {b.id, s.digest, dag_, b.grond, std::nullopt, std::nullopt}, begint);
  if (stand == nullptr) return;
  const bool voorbij = al_opgeheven(b.id);
  if (voorbij) {
    meld(s.digest, fmt::format("de bewaring \"{}\" was al opgeheven; dit stuk telt niet mee", b.id),
         "stel zo nodig een nieuwe bewaring in: pga bewaar", "artikel 9 Wet PGA");
    return;
  }
  if (!begint) bewaarstappen_.push_back({s.digest, plaats_, b.id, dag_, b.stap == BewaringStap::opgeheven});
  if (b.stap == BewaringStap::opgeheven) return;  // see sluit_bewaringen()
  const int maanden = beleid_.termijnen.bewaring_herziening_maanden;
  stand->herziening = b.herziening ? *b.herziening : termijn::plus_maanden(dag_, maanden);
  feit_over(s, begint ? F::bewaring : F::bewaring_verlengd, b.id, b.herziening);
}

/// A hold ends only when nobody renewed it meanwhile: what is destroyed does not come back.
void Vouwer::sluit_bewaringen() {
  for (BewaringStand& stand : d_.bewaringen) {
    std::vector<const Bewaarstap*> betwist;
    for (const Bewaarstap& einde : bewaarstappen_) {
      if (!einde.opgeheven || einde.id != stand.id) continue;
      const bool naast = std::any_of(bewaarstappen_.begin(), bewaarstappen_.end(), [&](const Bewaarstap& v) {
        return !v.opgeheven && v.id == stand.id && !voorouders_.is(v.plaats, einde.plaats);
      });
      if (naast) {
        betwist.push_back(&einde);
        continue;
      }
      stand.opgeheven_op = einde.datum;
      d_.feiten.push_back({F::bewaring_opgeheven, einde.datum, "", einde.stuk, stand.id, std::nullopt});
    }
    if (stand.opgeheven_op) continue;
    for (const Bewaarstap* einde : betwist) {
      meld(einde->stuk,
           fmt::format("de bewaring \"{}\" is hier opgeheven, en naast dit stuk verlengd; zij blijft", stand.id),
           "hef de bewaring opnieuw op als zij niet meer nodig is: pga bewaar", "artikel 9 Wet PGA");
    }
  }
}

void Vouwer::verzoek(const Invoer& s, const Verzoek& v) {
  VerzoekStand nieuw;
  nieuw.id = v.id;
  nieuw.stuk = s.digest;
  nieuw.ontvangen = dag_;
  nieuw.soort = v.soort;
  nieuw.rechten = v.rechten;
  nieuw.door = v.door;
  VerzoekStand* stand = onderwerp(s, d_.verzoeken, std::move(nieuw), v.stap == VerzoekStap::ontvangen);
  if (stand == nullptr) return;
  if (v.stap == VerzoekStap::geraadpleegd) stand->geraadpleegd = true;
  for (const Waarde& w : s.inhoud.items_van("geraadpleegd")) {
    stand->geraadpleegd = true;
    auto& met = stand->met_grond;
    const std::string wie = w.tekst_van("organisatie");
    // The last answer of each counts: a ground that lapsed is reported (artikel 3, lid 3, Besluit PGA).
    met.erase(std::remove(met.begin(), met.end(), wie), met.end());
    if (w.tekst_van("antwoord") == "uitzonderingsgrond") met.push_back(wie);
  }
  verzoekstap(s, v, *stand);
}

void Vouwer::verzoekstap(const Invoer& s, const Verzoek& v, VerzoekStand& stand) {
  const bool woo = stand.soort == VerzoekSoort::woo;
  switch (v.stap) {
    case VerzoekStap::ontvangen:
      feit_over(s, woo ? F::woo_verzoek : F::verzoek, v.id);
      break;
    case VerzoekStap::identiteit_gevraagd:
      stand.identiteit_in_twijfel = true;
      feit_over(s, F::identiteit_gevraagd, v.id);
      break;
    case VerzoekStap::identiteit_vastgesteld:
      stand.identiteit_in_twijfel = false;
      feit_over(s, F::identiteit_vastgesteld, v.id);
      break;
    case VerzoekStap::verlengd:
    case VerzoekStap::verdaagd:
      if (woo != (v.stap == VerzoekStap::verdaagd)) {
        meld(s.digest,
             fmt::format("het verzoek \"{}\" kan niet worden {}; dit stuk telt niet mee", v.id, naam(v.stap)),
             woo ? "een Woo-verzoek wordt verdaagd" : "een verzoek uit de AVG wordt verlengd");
        break;
      }
      stand.verlengd_op = dag_;
      feit_over(s, woo ? F::woo_verdaagd : F::verzoek_verlengd, v.id);
      break;
    case VerzoekStap::geraadpleegd:
      break;
    case VerzoekStap::besloten:
    case VerzoekStap::ingetrokken:
      stand.besluit = v.besluit;
      stand.besloten_op = v.verzonden_op.value_or(dag_);
      feit_op(s, woo ? F::woo_besloten : F::verzoek_besloten, v.id, *stand.besloten_op);
      break;
  }
}

void Vouwer::correctie(const Invoer& s, const Correctie& c) {
  const bool begint = c.stap == CorrectieStap::vastgesteld;
  CorrectieStand* stand =
      onderwerp(s, d_.correcties, {c.id, s.digest, dag_, std::nullopt, std::nullopt, std::nullopt}, begint);
  if (stand == nullptr) return;
  if (begint) feit_over(s, F::correctie, c.id);
  if (const auto op = c.dag_van(CorrectieStap::hersteld, dag_)) {
    stand->hersteld_op = op;
    feit_op(s, F::correctie_hersteld, c.id, *op);
  }
  if (const auto op = c.dag_van(CorrectieStap::bron_ingelicht, dag_)) {
    stand->bron_ingelicht_op = op;
    feit_op(s, F::bron_ingelicht, c.id, *op);
  }
  if (const auto op = c.dag_van(CorrectieStap::ontvangers_ingelicht, dag_)) stand->ontvangers_ingelicht_op = op;
}

void Vouwer::datalek(const Invoer& s, const Datalek& l) {
  const bool begint = l.stap == DatalekStap::ontdekt;
  DatalekStand* stand = onderwerp(
      s, d_.datalekken, {l.id, s.digest, dag_, l.minuut, std::nullopt, std::nullopt, std::nullopt, {}}, begint);
  if (stand == nullptr) return;
  for (const char* veld : kMelding) {
    if (!s.inhoud.tekst_van(veld).empty()) stand->beschreven.emplace_back(veld);
  }
  if (begint) feit_op(s, F::datalek, l.id, dag_, l.minuut);
  datalekstap(s, l, *stand);
}

void Vouwer::datalekstap(const Invoer& s, const Datalek& l, DatalekStand& stand) {
  if (l.risico) {
    stand.risico = l.risico;
    if (l.risico != Risico::geen) {  // that it need not be reported was not so
      d_.feiten.erase(std::remove_if(d_.feiten.begin(), d_.feiten.end(),
                                     [&](const termijn::Feit& f) {
                                       return f.soort == F::datalek_geen_melding && f.ref == l.id;
                                     }),
                      d_.feiten.end());
    }
    if (l.risico != Risico::hoog && !stand.ingelicht_op) {  // nobody has to be told after all
      d_.feiten.erase(std::remove_if(d_.feiten.begin(), d_.feiten.end(),
                                     [&](const termijn::Feit& f) {
                                       return f.soort == F::datalek_hoog_risico && f.ref == l.id;
                                     }),
                      d_.feiten.end());
    }
    if (l.risico == Risico::geen) feit_over(s, F::datalek_geen_melding, l.id);
    if (l.risico == Risico::hoog) feit_over(s, F::datalek_hoog_risico, l.id);
  }
  if (l.stap == DatalekStap::gemeld) {
    if (!stand.gemeld_op) stand.gemeld_op = dag_;
    feit_op(s, F::datalek_gemeld, l.id, dag_, l.minuut);
  }
  if (l.stap == DatalekStap::betrokkenen_ingelicht) {
    stand.ingelicht_op = dag_;
    feit_over(s, F::betrokkenen_ingelicht, l.id);
  }
}

}  // namespace pga::proces
