// SPDX-License-Identifier: EUPL-1.2
//
// Rollen: what each role may do and read, in one table. Who may hold it, which soorten it signs, which compartments
// its keys open without a decision of the three, whether it signs beheer, and whether it stands alone.
//
// Promises: whoever may sign beheer could add a reader of his own, so such a role reads everything. A word that is
// no role (a newer pga wrote it) opens nothing and signs nothing. Pure; knows no key and no gebruiker.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/compartiment.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

/// A set of values of an enum.
template <class E>
class Verzameling {
 public:
  constexpr Verzameling() = default;
  constexpr Verzameling(std::initializer_list<E> waarden) {
    for (const E w : waarden) bits_ |= bit(w);
  }
  [[nodiscard]] constexpr bool heeft(E w) const { return (bits_ & bit(w)) != 0; }
  [[nodiscard]] constexpr bool leeg() const { return bits_ == 0; }
  [[nodiscard]] constexpr Verzameling met(Verzameling andere) const {
    Verzameling uit = *this;
    uit.bits_ |= andere.bits_;
    return uit;
  }
  friend constexpr bool operator==(const Verzameling&, const Verzameling&) = default;

 private:
  static constexpr std::uint64_t bit(E w) { return std::uint64_t{1} << static_cast<unsigned>(w); }
  std::uint64_t bits_ = 0;
};

using Vakken = Verzameling<Compartiment>;

/// What a dossier is, as far as roles go: a running case, a closed one that was shielded (artikel 6, lid 3), or the
/// dossier gemeente.
enum class Toestand { lopend, afgeschermd, gemeente };

/// What policy says about who reads.
struct Leesbeleid {
  bool toezicht_leest = false;  // the local commissie van toezicht opens zaak of a running case
  RegisseurLeest regisseur_leest = RegisseurLeest::alle;
  bool beoordeling_apart = true;  // what a partner finds opens to the others after the joint judgment only
  friend bool operator==(const Leesbeleid&, const Leesbeleid&) = default;
};

struct RolRegel {
  Rol rol;
  Verzameling<Organisatie> organisaties;
  Verzameling<Soort> tekent;
  Vakken lopend;
  Vakken afgeschermd;
  Vakken gemeente;
  Vakken op_beleid;          // more of a running case, where policy says toezicht_leest
  bool beheer = false;       // may sign beheer
  bool bij_besluit = false;  // the three may open more of one case (artikel 5, lid 5)
  bool alleen = false;       // does not go together with a role that opens anything
  bool per_casus = false;  // with regisseur_leest: eigen only termijnen of a running case of another, and no beheer
};

/// The table, in the order of the enum.
[[nodiscard]] const std::array<RolRegel, Woorden<Rol>::namen.size()>& rolregels();

/// What the keys of these roles open of such a dossier without a decision. Of a running case that is a regisseur's
/// own, policy counts as `alle` for that one.
[[nodiscard]] Vakken opent(const std::vector<std::string>& rollen, Toestand waar, const Leesbeleid& beleid);

/// The roles with which somebody works in the case of another: with regisseur_leest: eigen a regisseur is a
/// deelnemer in it, who decides nothing.
[[nodiscard]] std::vector<std::string> rollen_elders(const std::vector<std::string>& rollen,
                                                     const Leesbeleid& beleid);

/// Whether these roles open something of a dossier, of whatever kind, without a decision in it.
[[nodiscard]] bool opent_iets(const std::vector<std::string>& rollen);

/// Whether every dossier of the kast is the business of these roles.
[[nodiscard]] bool leest_alles(const std::vector<std::string>& rollen);

/// Whether someone with these roles may sign a stuk of this soort; also for verification on reading.
[[nodiscard]] bool mag_tekenen(std::string_view soort, const std::vector<std::string>& rollen);

/// Whether someone with these roles may sign any stuk; what a reader asks where the soort is not known.
[[nodiscard]] bool mag_iets_tekenen(const std::vector<std::string>& rollen);

/// Whether these roles sign beheer: those that read every case under that policy.
[[nodiscard]] bool mag_beheer_tekenen(const std::vector<std::string>& rollen, const Leesbeleid& beleid);

/// Whether these roles read every case, whatever policy says, and name its regisseur.
[[nodiscard]] bool is_procesregisseur(const std::vector<std::string>& rollen);

/// Whether these roles coordinate cases: such a one sees what each partner found before the joint judgment, can
/// take over a case, and keeps the keys of a closed case that nobody else keeps.
[[nodiscard]] bool is_regisseur(const std::vector<std::string>& rollen);

/// Whether these roles keep a copy to recover from: it counts as nobody's reading, and never as the last reader.
[[nodiscard]] bool is_reserve(const std::vector<std::string>& rollen);

/// Whether these roles hold what each partner found before the joint judgment.
[[nodiscard]] bool ziet_beoordelingen(const std::vector<std::string>& rollen);

/// Whether a decision of the three may open (more of) a case to someone with these roles.
[[nodiscard]] bool mag_meedoen(const std::vector<std::string>& rollen);

/// A role that an organisation cannot have, or roles that do not go together, with the reason and the article.
struct RolBezwaar {
  std::string wat;  // "een machine kan alleen termijnwacht of meldpunt zijn, geen weegploeg"
  std::string tip;
  std::string grondslag;
};
[[nodiscard]] std::vector<RolBezwaar> rol_bezwaren(std::string_view organisatie,
                                                   const std::vector<std::string>& rollen);

}  // namespace pga::proces
