// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/register.h"

#include <fmt/format.h>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {
namespace {

bool verlopen(const std::optional<Datum>& tot, Datum vandaag) { return tot && *tot < vandaag; }

std::string geldig(const std::optional<Datum>& tot, Datum vandaag) {
  if (!tot) return {};
  return fmt::format("\n{}\n{}", verlopen(tot, vandaag) ? "verlopen, was geldig t/m" : "tot en met", tot->lang());
}

Cel bewijs(const RegisterRij& r, Datum vandaag) {
  if (r.soort_bewijs.empty()) return {"ontbreekt", Kleur::rood};
  return {fmt::format("{}\n{}{}", r.soort_bewijs == "vog" ? "VOG" : veilig(leesbaar(r.soort_bewijs)),
                      r.bewijs_op ? r.bewijs_op->lang() : "", geldig(r.bewijs_tot, vandaag)),
          verlopen(r.bewijs_tot, vandaag) ? Kleur::rood : Kleur::geen};
}

Cel opleiding(const RegisterRij& r, Datum vandaag) {
  if (!r.opleiding_op) return {"ontbreekt", Kleur::rood};
  const std::string wat = r.opleiding.empty() ? std::string() : veilig(r.opleiding) + '\n';
  return {fmt::format("{}{}{}", wat, r.opleiding_op->lang(), geldig(r.opleiding_tot, vandaag)),
          verlopen(r.opleiding_tot, vandaag) ? Kleur::rood : Kleur::geen};
}

}  // namespace

std::string register_tekst(const std::vector<RegisterRij>& rijen, Datum vandaag, const Stijl& stijl) {
  if (rijen.empty()) return "geen gebruikers\n";
  constexpr int kNaam = 22;  // columns for a name, so that a long one leaves room for the rest
  Tabel t{{"gebruiker", "naam", "VOG of screening", "opleiding"}, {}};
  for (const RegisterRij& r : rijen) {
    t.rijen.push_back(
        {{r.gebruiker, Kleur::vet},
         {r.naam.empty() ? "ontbreekt" : omloop(veilig(r.naam), kNaam), r.naam.empty() ? Kleur::rood : Kleur::geen},
         bewijs(r, vandaag),
         opleiding(r, vandaag)});
  }
  return tabel(t, stijl);
}

std::string register_json(const std::vector<RegisterRij>& rijen, Datum vandaag) {
  Json uit = Json::array();
  for (const RegisterRij& r : rijen) {
    Json bewijs = nullptr;
    if (!r.soort_bewijs.empty()) {
      bewijs = {{"soort", r.soort_bewijs},
                {"datum", of_null(r.bewijs_op)},
                {"geldig_tot", of_null(r.bewijs_tot)},
                {"verlopen", verlopen(r.bewijs_tot, vandaag)}};
    }
    Json opleiding = nullptr;
    if (r.opleiding_op) {
      opleiding = {{"wat", of_null(r.opleiding)},
                   {"datum", of_null(r.opleiding_op)},
                   {"geldig_tot", of_null(r.opleiding_tot)},
                   {"verlopen", verlopen(r.opleiding_tot, vandaag)}};
    }
    uit.push_back(
        {{"gebruiker", r.gebruiker}, {"naam", of_null(r.naam)}, {"bewijs", bewijs}, {"opleiding", opleiding}});
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
