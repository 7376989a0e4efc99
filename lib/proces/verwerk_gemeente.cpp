// SPDX-License-Identifier: EUPL-1.2
//
// What the soorten of the dossier gemeente do to it: facts, and findings about copies that nobody was sent.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "lib/proces/soorten_gemeente.h"
#include "lib/proces/vouwer.h"

namespace pga::proces {
namespace {

using F = termijn::FeitSoort;

}  // namespace

bool is_van_gemeente(std::string_view soort) {
  const std::optional<Soort> s = lees<Soort>(soort);
  return s == Soort::audit || s == Soort::jaarverslag || s == Soort::screening || s == Soort::vernietiging ||
         s == Soort::uitreiking || s == Soort::aantallen;
}

bool kan_in_gemeente(std::string_view soort) {
  const std::optional<Soort> s = lees<Soort>(soort);
  return is_van_gemeente(soort) || s == Soort::opening || s == Soort::toegang || s == Soort::overleg ||
         s == Soort::actielijst || s == Soort::bijlage;
}

std::vector<Afschrift> ontbrekende_afschriften(const Audit& audit) {
  // Of a second look at what failed, the Act asks a copy to the AP; the decree speaks of the audit.
  const bool hercontrole = audit.stap == AuditStap::hercontrole;
  std::vector<Afschrift> uit;
  const auto ontbreekt = [&](std::string_view wie, std::string_view veld, std::string_view grondslag) {
    uit.push_back(
        {fmt::format("{} heeft nog geen afschrift van deze {}", wie, hercontrole ? "hercontrole" : "audit"), veld,
         grondslag});
  };
  if (!audit.afschrift_ap_op) {
    ontbreekt("de Autoriteit Persoonsgegevens", "afschrift_ap_op", "artikel 16 Wet PGA");
  }
  if (!hercontrole && !audit.afschrift_rac_op) {
    ontbreekt("de rechtmatigheidsadviescommissie", "afschrift_rac_op", "artikel 18 Besluit PGA");
  }
  if (!hercontrole && !audit.afschrift_fg_op) {
    ontbreekt("de coördinerende functionaris voor gegevensbescherming", "afschrift_fg_op",
              "artikel 18 Besluit PGA");
  }
  return uit;
}

void Vouwer::audit(const Invoer& s, const Audit& a) {
  const bool tekort = a.uitkomst == AuditUitkomst::tekortkomingen;
  for (const Afschrift& f : ontbrekende_afschriften(a)) {
    meld(s.digest, f.wat, fmt::format("verzend het, en vul {} in (--vervangt)", f.veld), std::string(f.grondslag));
  }
  if (a.stap == AuditStap::hercontrole) {
    feit(s, F::hercontrole, dag_);
    if (!tekort) return;
    meld(s.digest, "ook bij de hercontrole waren er tekortkomingen", "herstel ze en laat ze opnieuw controleren",
         "artikel 16, lid 3, Wet PGA");
    return;
  }
  feit(s, F::audit, dag_);
  if (tekort) feit(s, F::audit_tekort, dag_);
}

void Vouwer::jaarverslag(const Invoer& s, const Jaarverslag& j) {
  if (!j.jaar.empty()) feit_over(s, F::jaarverslag, j.jaar);
}

/// Whoever takes over what another counted, would count it a second time.
void Vouwer::aantallen(const Invoer& s, const AantallenStuk& a) {
  AantallenStand nieuw{s.digest, s.door, dag_, a.merk, {}};
  for (const std::string& oud : a.neemt_over) {
    const auto er = std::find_if(d_.aantallen.begin(), d_.aantallen.end(),
                                 [&](const AantallenStand& x) { return x.stuk == oud; });
    if (er == d_.aantallen.end() || er->door != s.door) {
      meld(s.digest, fmt::format("deze aantallen nemen {} over, en dat kunnen zij niet: het telt apart", oud),
           "alleen eerdere aantallen van dezelfde gebruiker kunnen worden overgenomen", "artikel 9 Wet PGA");
      continue;
    }
    er->overgenomen = true;
    nieuw.neemt_over.push_back(oud);
  }
  d_.aantallen.push_back(std::move(nieuw));
}

void Vouwer::screening(const Invoer& s, const Screening& c) {
  if (!c.gebruiker.empty()) feit_over(s, F::screening, c.gebruiker, c.geldig_tot);
  if (c.gebruiker.empty() || !c.opleiding_op) return;
  d_.feiten.push_back({F::opleiding, *c.opleiding_op, "", s.digest, c.gebruiker, c.opleiding_geldig_tot});
}

void Vouwer::uitreiking(const Invoer& s, const Uitreiking& u) {
  std::string gemeente = s.inhoud.tekst_van("gemeente");
  const bool open = std::find(s.open.begin(), s.open.end(), Compartiment::zaak) != s.open.end();
  if (u.gebruiker.empty() && gemeente.empty() && open) return;
  d_.uitreikingen.push_back({s.digest, dag_, u.gebruiker, u.dossiers, std::move(gemeente)});
}

}  // namespace pga::proces
