// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/termijnen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/termijn_zin.h"

namespace pga::weergave {
namespace {

using termijn::dringender;
using termijn::Status;
using termijn::Termijn;

/// The terms that count, the most urgent first within a dossier and among dossiers; none without a term.
std::vector<DossierTermijnen> kies(const std::vector<DossierTermijnen>& dossiers,
                                   const std::function<bool(const Termijn&)>& telt) {
  std::vector<DossierTermijnen> uit;
  for (const DossierTermijnen& d : dossiers) {
    DossierTermijnen deel{d.nummer, {}};
    std::copy_if(d.termijnen.begin(), d.termijnen.end(), std::back_inserter(deel.termijnen), telt);
    std::stable_sort(deel.termijnen.begin(), deel.termijnen.end(), dringender);
    if (!deel.termijnen.empty()) uit.push_back(std::move(deel));
  }
  std::stable_sort(uit.begin(), uit.end(), [](const DossierTermijnen& a, const DossierTermijnen& b) {
    return dringender(a.termijnen.front(), b.termijnen.front());
  });
  return uit;
}

bool lopend(const Termijn& t) { return t.loopt() || t.status == Status::opgeschort; }
bool ieder(const Termijn&) { return true; }

/// The date and how things stand, and indented what is known.
std::string als_tekst(const Termijn& t, Datum peildatum, bool uitleg, const Stijl& stijl) {
  std::string uit = fmt::format(
      "  {}\n", verf(fmt::format("{}: {}", laatste_dag(t).lang(), stand(t, peildatum)), kleur(t.status), stijl));
  for (const std::string& regel : bijzonderheden(t, peildatum)) {
    uit += omloop(veilig(regel), stijl.breedte, "    ", "    ") + '\n';
  }
  if (!uitleg) return uit;
  uit += "    berekening:\n";
  for (const std::string& stap : t.stappen) uit += omloop(veilig(stap), stijl.breedte, "      ", "        ") + '\n';
  return uit;
}

std::string_view telwoord(Status status, std::size_t n) {
  return status == Status::nadert && n != 1 ? std::string_view("naderen") : tekst(status);
}

std::string telling(const std::vector<DossierTermijnen>& dossiers) {
  std::array<std::size_t, termijn::kStatussen> per_status{};
  std::size_t totaal = 0;
  for (const DossierTermijnen& d : dossiers) {
    totaal += d.termijnen.size();
    for (const Termijn& t : d.termijnen) ++per_status.at(static_cast<std::size_t>(t.status));
  }
  std::string delen;
  for (std::size_t i = 0; i < per_status.size(); ++i) {
    if (per_status[i] == 0) continue;
    delen += fmt::format("{}{} {}", delen.empty() ? "" : ", ", per_status[i],
                         telwoord(static_cast<Status>(i), per_status[i]));
  }
  return fmt::format("{} in {}: {}", aantal(totaal, "termijn", "termijnen"),
                     aantal(dossiers.size(), "dossier", "dossiers"), delen);
}

Json als_json(const std::string& nummer, const Termijn& t) {
  return {{"dossier", nummer},
          {"regel", t.regel},
          {"zin", t.zin},
          {"betrokkene", of_null(t.betrokkene)},
          {"onderwerp", of_null(t.onderwerp)},
          {"start", t.start.tekst()},
          {"veilig", t.veilig.tekst()},
          {"uiterlijk", of_null(t.uiterlijk)},
          {"status", naam(t.status)},
          {"nagekomen_op", of_null(t.nagekomen_op)},
          {"te_laat", t.te_laat()},
          {"verlengingen", t.verlengingen},
          {"grondslag", t.grondslag},
          {"zekerheid", naam(t.zekerheid)},
          {"regime", naam(t.regime)},
          {"stappen", Json(t.stappen)}};
}

}  // namespace

bool vraagt_aandacht(const Termijn& t) { return t.ernst != termijn::Ernst::geen; }

std::vector<DossierTermijnen> aandacht(const std::vector<DossierTermijnen>& dossiers) {
  return kies(dossiers, vraagt_aandacht);
}

std::string termijnen_tekst(const std::vector<DossierTermijnen>& dossiers, Datum peildatum, TermijnKeuze keuze,
                            const Stijl& stijl) {
  const std::vector<DossierTermijnen> gekozen = kies(dossiers, keuze.alles ? ieder : lopend);
  if (gekozen.empty()) return keuze.alles ? "geen termijnen\n" : "geen lopende termijnen\n";
  std::string uit;
  for (const DossierTermijnen& d : gekozen) {
    uit += verf("dossier " + veilig(d.nummer), Kleur::vet, stijl) + '\n';
    for (const Termijn& t : d.termijnen) uit += als_tekst(t, peildatum, keuze.uitleg, stijl);
    uit += '\n';
  }
  return uit + omloop(telling(gekozen), stijl.breedte) + '\n';
}

std::string termijnen_json(const std::vector<DossierTermijnen>& dossiers, bool alles) {
  Json uit = Json::array();
  for (const DossierTermijnen& d : kies(dossiers, alles ? ieder : lopend)) {
    for (const Termijn& t : d.termijnen) uit.push_back(als_json(d.nummer, t));
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
