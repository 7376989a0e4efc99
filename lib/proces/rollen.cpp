// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/rollen.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lib/proces/organisatie.h"

namespace pga::proces {
namespace {

using C = Compartiment;
using O = Organisatie;
using S = Soort;
using Rijen = std::array<RolRegel, Woorden<Rol>::namen.size()>;

constexpr Verzameling<O> kDeelnemers = {O::burgemeester, O::college, O::politie, O::om, O::reclassering, O::rvdk};
constexpr Verzameling<O> kGemeente = {O::burgemeester, O::college};
constexpr Verzameling<O> kWegers = {O::burgemeester, O::politie, O::om};

constexpr Vakken kNiets = {};
constexpr Vakken kTermijnen = {C::termijnen};
constexpr Vakken kBehalveMotivering = {C::identiteit, C::melder, C::strafrecht, C::termijnen, C::zaak, C::zorg};
constexpr Vakken kBehalveZorg = {C::identiteit, C::melder, C::motivering, C::strafrecht, C::termijnen, C::zaak};
constexpr Vakken kAlles = kBehalveZorg.met({C::zorg});

constexpr Verzameling<S> kDossierOpenen = {S::opening, S::melding};
constexpr Verzameling<S> kElkeDeelnemer =
    kDossierOpenen.met({S::aanmelding, S::aanvulling, S::beoordeling, S::bijlage});

constexpr Verzameling<S> alle_soorten() {
  Verzameling<S> uit;
  for (std::size_t i = 0; i < Woorden<S>::namen.size(); ++i) uit = uit.met({static_cast<S>(i)});
  return uit;
}

/// A role from its table row; what is not said, it may not.
constexpr RolRegel regel(Rol rol, Verzameling<O> wie, Verzameling<S> tekent, Vakken lopend, Vakken afgeschermd,
                         Vakken gemeente) {
  return {rol, wie, tekent, lopend, afgeschermd, gemeente, {}, false, false, false, false};
}
constexpr RolRegel met_besluit(RolRegel r) {
  r.bij_besluit = true;
  return r;
}
constexpr RolRegel leidend(RolRegel r) {
  r.beheer = true;
  return met_besluit(r);
}
constexpr RolRegel per_casus(RolRegel r) {
  r.per_casus = true;
  return r;
}
constexpr RolRegel alleen(RolRegel r, Vakken op_beleid = {}) {
  r.alleen = true;
  r.op_beleid = op_beleid;
  return r;
}

constexpr Rijen kRijen = {
    // role, organisations, signs, opens of a running case, of a shielded one, of the dossier gemeente
    leidend(regel(Rol::procesregisseur, kGemeente, alle_soorten(), kAlles, kTermijnen, kAlles)),
    per_casus(leidend(regel(Rol::regisseur, kDeelnemers, alle_soorten(), kAlles, kTermijnen, kAlles))),
    met_besluit(regel(Rol::weegploeg, kWegers, kElkeDeelnemer.met({S::bevestiging}), kBehalveZorg, kTermijnen,
                      kNiets)),  // the three confirm the vote that closed a case: they keep its dates
    met_besluit(regel(Rol::deelnemer, kDeelnemers, kElkeDeelnemer, kNiets, kNiets, kNiets)),
    met_besluit(regel(Rol::contactpunt, kDeelnemers, {}, kNiets, kBehalveMotivering, kNiets)),
    met_besluit(regel(Rol::rechtmatigheid, kDeelnemers, {}, kNiets, kAlles, kNiets)),
    alleen(regel(Rol::rac, {O::rac}, {}, {C::motivering, C::termijnen}, {C::motivering, C::termijnen}, kTermijnen)),
    alleen(regel(Rol::toezicht, {O::toezicht}, {}, kTermijnen, kTermijnen, kTermijnen), {C::zaak}),
    alleen(regel(Rol::fg, {O::fg}, {}, kTermijnen, kTermijnen, kTermijnen)),
    alleen(regel(Rol::ondersteuning, kDeelnemers.met({O::beheer}), {}, kNiets, kNiets, kNiets)),
    alleen(
        regel(Rol::termijnwacht, kDeelnemers.met({O::beheer, O::machine}), {}, kTermijnen, kTermijnen, kTermijnen)),
    regel(Rol::meldpunt, kDeelnemers.met({O::machine}), kDossierOpenen, kNiets, kNiets, kNiets),
    // A copy to recover from, of every dossier; also of a shielded one, and so beside no other role: the Act keeps
    // deelnemers out of that (artikel 6, lid 3).
    alleen(regel(Rol::reserve, kDeelnemers, {}, kAlles, kAlles, kAlles)),
};

constexpr bool op_volgorde() {
  for (std::size_t i = 0; i < kRijen.size(); ++i) {
    if (static_cast<std::size_t>(kRijen[i].rol) != i) return false;
  }
  return true;
}
static_assert(op_volgorde(), "one row for each role, in the order of the enum");

/// The rows of the words that are roles.
std::vector<const RolRegel*> regels_van(const std::vector<std::string>& rollen) {
  std::vector<const RolRegel*> uit;
  for (const std::string& woord : rollen) {
    if (const auto rol = lees<Rol>(woord)) uit.push_back(&kRijen.at(static_cast<std::size_t>(*rol)));
  }
  return uit;
}

template <class Vraag>
bool een_van(const std::vector<std::string>& rollen, Vraag vraag) {
  const auto regels = regels_van(rollen);
  return std::any_of(regels.begin(), regels.end(), [&](const RolRegel* r) { return vraag(*r); });
}

bool alleen_eigen(const RolRegel& r, const Leesbeleid& beleid) {
  return r.per_casus && beleid.regisseur_leest == RegisseurLeest::eigen;
}

Vakken opent(const RolRegel& r, Toestand waar, const Leesbeleid& beleid) {
  switch (waar) {
    case Toestand::lopend:
      if (alleen_eigen(r, beleid)) return kTermijnen;
      return beleid.toezicht_leest ? r.lopend.met(r.op_beleid) : r.lopend;
    case Toestand::afgeschermd:
      return r.afgeschermd;
    case Toestand::gemeente:
      return r.gemeente;
  }
  return {};
}

/// Whether a role opens anything, or may come to by a decision.
bool kan_openen(const RolRegel& r) {
  const Vakken alles = r.lopend.met(r.afgeschermd).met(r.gemeente).met(r.op_beleid);
  return !alles.leeg() || r.bij_besluit;
}

template <class E>
std::vector<std::string_view> woorden(Verzameling<E> in) {
  std::vector<std::string_view> uit;
  for (std::size_t i = 0; i < Woorden<E>::namen.size(); ++i) {
    if (in.heeft(static_cast<E>(i))) uit.push_back(Woorden<E>::namen[i]);
  }
  return uit;
}

RolBezwaar bezwaar_organisatie(const RolRegel& r, std::string_view organisatie) {
  const std::string_view woord = naam(r.rol);
  if (lees<O>(organisatie) == O::machine) {
    return {fmt::format("een machine kan alleen termijnwacht of meldpunt zijn, geen {}", woord),
            "geef deze rol aan een medewerker die een deelnemer heeft aangewezen", "artikel 12, lid 3, Wet PGA"};
  }
  if (r.rol == Rol::weegploeg) {
    return {fmt::format("{} weegt niet mee: de weegploeg is van burgemeester, politie en OM",
                        de_organisatie(organisatie)),
            "geef de rol deelnemer; de weegploeg kan per casus toegang geven", "artikel 5, lid 3, Wet PGA"};
  }
  return {fmt::format("{} kan de rol {} niet hebben: die is voor {}", de_organisatie(organisatie), woord,
                      fmt::join(woorden(r.organisaties), ", ")),
          "kies een andere rol; pga-gebruiker(1) zegt welke rol wat leest", "artikel 13 Wet PGA"};
}

}  // namespace

const Rijen& rolregels() { return kRijen; }

Vakken opent(const std::vector<std::string>& rollen, Toestand waar, const Leesbeleid& beleid) {
  Vakken uit;
  for (const RolRegel* r : regels_van(rollen)) uit = uit.met(opent(*r, waar, beleid));
  return uit;
}

std::vector<std::string> rollen_elders(const std::vector<std::string>& rollen, const Leesbeleid& beleid) {
  std::vector<std::string> uit;
  for (const std::string& woord : rollen) {
    const auto rol = lees<Rol>(woord);
    const bool weg = rol && alleen_eigen(kRijen.at(static_cast<std::size_t>(*rol)), beleid);
    uit.emplace_back(weg ? naam(Rol::deelnemer) : std::string_view(woord));
  }
  return uit;
}

bool opent_iets(const std::vector<std::string>& rollen) {
  return een_van(rollen, [](const RolRegel& r) { return !r.lopend.met(r.afgeschermd).met(r.gemeente).leeg(); });
}

bool leest_alles(const std::vector<std::string>& rollen) {
  return een_van(rollen, [](const RolRegel& r) {
    return r.lopend.heeft(C::termijnen) && r.afgeschermd.heeft(C::termijnen) && r.gemeente.heeft(C::termijnen);
  });
}

bool mag_tekenen(std::string_view soort, const std::vector<std::string>& rollen) {
  const std::optional<Soort> s = lees<Soort>(soort);
  return s && een_van(rollen, [&](const RolRegel& r) { return r.tekent.heeft(*s); });
}

bool mag_iets_tekenen(const std::vector<std::string>& rollen) {
  return een_van(rollen, [](const RolRegel& r) { return !r.tekent.leeg(); });
}

bool mag_beheer_tekenen(const std::vector<std::string>& rollen, const Leesbeleid& beleid) {
  return een_van(rollen, [&](const RolRegel& r) { return r.beheer && !alleen_eigen(r, beleid); });
}

bool is_procesregisseur(const std::vector<std::string>& rollen) {
  return een_van(rollen, [](const RolRegel& r) { return r.rol == Rol::procesregisseur; });
}

bool is_regisseur(const std::vector<std::string>& rollen) {
  return een_van(rollen,
                 [](const RolRegel& r) { return r.rol == Rol::regisseur || r.rol == Rol::procesregisseur; });
}

bool is_reserve(const std::vector<std::string>& rollen) {
  return een_van(rollen, [](const RolRegel& r) { return r.rol == Rol::reserve; });
}

bool ziet_beoordelingen(const std::vector<std::string>& rollen) {
  return is_regisseur(rollen) || is_reserve(rollen);
}

bool mag_meedoen(const std::vector<std::string>& rollen) {
  return een_van(rollen, [](const RolRegel& r) { return r.bij_besluit; });
}

std::vector<RolBezwaar> rol_bezwaren(std::string_view organisatie, const std::vector<std::string>& rollen) {
  const auto wie = lees<O>(organisatie);
  const auto regels = regels_van(rollen);
  std::vector<RolBezwaar> uit;
  for (const RolRegel* r : regels) {
    if (!wie || !r->organisaties.heeft(*wie)) uit.push_back(bezwaar_organisatie(*r, organisatie));
  }
  for (const RolRegel* r : regels) {
    for (const RolRegel* ander : regels) {
      const bool al_gezegd = ander->alleen && ander->rol < r->rol;
      if (!r->alleen || ander->rol == r->rol || !kan_openen(*ander) || (al_gezegd && kan_openen(*r))) continue;
      uit.push_back({fmt::format("de rol {} gaat niet samen met de rol {}", naam(r->rol), naam(ander->rol)),
                     "maak voor elke rol een eigen gebruiker, met een eigen sleutel", "artikel 13 Wet PGA"});
    }
  }
  return uit;
}

}  // namespace pga::proces
