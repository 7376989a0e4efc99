// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/termijnen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

#include "lib/weergave/json.h"
#include "lib/weergave/leesbaar.h"
#include "lib/weergave/termijn_zin.h"

namespace pga::weergave {
namespace {

using termijn::dringender;
using termijn::Status;
using termijn::Termijn;

std::vector<DossierTermijnen> waar(const std::vector<DossierTermijnen>& dossiers,
                                   const std::function<bool(const Termijn&)>& telt) {
  std::vector<DossierTermijnen> uit;
  for (const DossierTermijnen& d : dossiers) {
    DossierTermijnen deel = d;
    deel.termijnen.clear();
    std::copy_if(d.termijnen.begin(), d.termijnen.end(), std::back_inserter(deel.termijnen), telt);
    std::stable_sort(deel.termijnen.begin(), deel.termijnen.end(), dringender);
    if (!deel.termijnen.empty()) uit.push_back(std::move(deel));
  }
  std::stable_sort(uit.begin(), uit.end(), [](const DossierTermijnen& a, const DossierTermijnen& b) {
    return dringender(a.termijnen.front(), b.termijnen.front());
  });
  return uit;
}

template <class T>
bool bevat(const std::vector<T>& lijst, const T& waarde) {
  return std::find(lijst.begin(), lijst.end(), waarde) != lijst.end();
}

bool gekozen(const Termijn& t, const TermijnKeuze& keuze) {
  if (!keuze.regels.empty() && !bevat(keuze.regels, t.regel)) return false;
  const bool lopend = t.loopt() || t.status == Status::opgeschort;
  if (keuze.statussen.empty() ? !keuze.alles && !lopend : !bevat(keuze.statussen, t.status)) return false;
  return !keuze.tot || !heeft_dag(t) || t.veilig <= *keuze.tot || (t.uiterlijk && *t.uiterlijk <= *keuze.tot);
}

/// Who knew the old date of a term that runs must see that it is another one.
bool toon_verplaatst(const Termijn& t, bool uitleg) { return t.was && (uitleg || t.loopt()); }

/// The date and how things stand, and indented what is known.
std::string als_tekst(const std::string& nummer, const Termijn& t, Datum peildatum, bool uitleg,
                      const Stijl& stijl) {
  std::string uit;
  uit += verf(omloop(veilig(kop(t, peildatum)), stijl.breedte, "  ", "    "), kleur(t.status), stijl) + '\n';
  std::vector<std::string> regels = bijzonderheden(t, peildatum);
  if (toon_verplaatst(t, uitleg)) regels.insert(std::prev(regels.end()), verplaatst(t));
  if (t.regel == "actie" && t.loopt()) {
    regels.push_back(fmt::format("is het gedaan, leg dat vast: pga acties {} {} --gedaan", nummer, t.onderwerp));
  }
  for (const std::string& regel : regels) uit += omloop(veilig(regel), stijl.breedte, "    ", "    ") + '\n';
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

Json was_json(const Termijn& t) {
  if (!t.was) return nullptr;
  return {{"veilig", t.was->veilig.tekst()}, {"uiterlijk", of_null(t.was->uiterlijk)}, {"reden", t.was->reden}};
}

Json als_json(const DossierTermijnen& d, const Termijn& t) {
  return {{"dossier", d.nummer},
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
          {"stappen", Json(t.stappen)},
          {"ernst", naam(t.ernst)},
          {"opgeschort_door", of_null(t.opgeschort_door)},
          {"was", was_json(t)},
          {"tijd", of_null(klok(t.tijd))},
          {"kast", of_null(d.kast)},
          {"tijd_veilig", of_null(klok(t.veilige_tijd))}};
}

}  // namespace

bool vraagt_aandacht(const Termijn& t) { return t.ernst != termijn::Ernst::geen; }

std::vector<DossierTermijnen> kies(const std::vector<DossierTermijnen>& dossiers, const TermijnKeuze& keuze) {
  return waar(dossiers, [&](const Termijn& t) { return gekozen(t, keuze); });
}

std::vector<DossierTermijnen> aandacht(const std::vector<DossierTermijnen>& dossiers) {
  return waar(dossiers, vraagt_aandacht);
}

std::string termijnen_tekst(const std::vector<DossierTermijnen>& dossiers, Datum peildatum,
                            const TermijnKeuze& keuze, const Stijl& stijl) {
  if (dossiers.empty()) {
    if (keuze.gefilterd()) return "geen termijnen met deze keuze\n";
    return keuze.alles ? "geen termijnen\n" : "geen lopende termijnen\n";
  }
  std::string uit;
  for (const DossierTermijnen& d : dossiers) {
    std::string titel = "dossier " + veilig(d.nummer);
    if (!d.kast.empty()) titel += fmt::format(" (kast {})", veilig(d.kast));
    uit += verf(omloop(titel, stijl.breedte), Kleur::vet, stijl) + '\n';
    for (const Termijn& t : d.termijnen) uit += als_tekst(d.nummer, t, peildatum, keuze.uitleg, stijl);
    uit += '\n';
  }
  return uit + omloop(telling(dossiers), stijl.breedte) + '\n';
}

std::string termijnen_json(const std::vector<DossierTermijnen>& dossiers) {
  Json uit = Json::array();
  for (const DossierTermijnen& d : dossiers) {
    for (const Termijn& t : d.termijnen) uit.push_back(als_json(d, t));
  }
  return schrijf(uit);
}

}  // namespace pga::weergave
