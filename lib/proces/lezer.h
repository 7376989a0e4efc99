// SPDX-License-Identifier: EUPL-1.2
//
// Lezer: how the structs of the soorten are read; only the files soorten*.cpp use it.
//
// Never throws: a field that is absent or not readable is empty, and the latter is told in `onleesbaar`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/proces/soorten.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

using Paden = std::vector<std::string>;

/// Reads fields by name and keeps account of which it asked for: that account is termijnen_velden().
class Lezer {
 public:
  Lezer(const Waarde* waarde, Onleesbaar* onleesbaar, Paden* gevraagd, std::string pad = {})
      : waarde_(waarde), onleesbaar_(onleesbaar), gevraagd_(gevraagd), pad_(std::move(pad)) {}

  [[nodiscard]] std::string tekst(std::string_view naam) const {
    const Waarde* w = vraag(naam);
    if (w == nullptr) return {};
    if (w->is_tekst()) return w->tekst();
    meld(naam);
    return {};
  }

  [[nodiscard]] std::optional<Datum> datum(std::string_view naam) const {
    const std::string t = tekst(naam);
    const std::optional<Datum> d = Datum::lees(t);
    if (!d && !t.empty()) meld(naam);
    return d;
  }

  [[nodiscard]] int getal(std::string_view naam) const {
    const Waarde* w = vraag(naam);
    if (w == nullptr) return 0;
    if (w->is_getal()) return static_cast<int>(w->getal());
    meld(naam);
    return 0;
  }

  /// Of the day: "14:05".
  [[nodiscard]] std::optional<int> minuut(std::string_view naam) const;

  template <class E>
  [[nodiscard]] std::optional<E> woord(std::string_view naam) const {
    const std::string t = tekst(naam);
    const std::optional<E> e = lees<E>(t);
    if (!e && !t.empty()) meld(naam);
    return e;
  }

  /// A list of words; what is none of them is left out.
  template <class E>
  [[nodiscard]] std::vector<E> woorden(std::string_view naam) const {
    std::vector<E> uit;
    for (const std::string& t : teksten(naam)) {
      if (const std::optional<E> e = lees<E>(t)) uit.push_back(*e);
    }
    return uit;
  }

  [[nodiscard]] std::vector<std::string> teksten(std::string_view naam) const {
    std::vector<std::string> uit;
    const Waarde* w = vraag(naam);
    if (w == nullptr) return uit;
    if (!w->is_lijst()) {
      meld(naam);
      return uit;
    }
    for (const Waarde& item : w->lijst()) {
      if (item.is_tekst()) uit.push_back(item.tekst());
    }
    return uit;
  }

  [[nodiscard]] Lezer in(std::string_view naam) const {
    const Waarde* w = vind(naam);
    if (w != nullptr && !w->is_kaart()) meld(naam);
    return {w, onleesbaar_, gevraagd_, pad_ + std::string(naam) + "."};
  }

  /// One item of a list at a time. When only the names are wanted, once.
  template <class T, class F>
  [[nodiscard]] std::vector<T> elk(std::string_view naam, F lees_item) const {
    std::vector<T> uit;
    const std::string pad = pad_ + std::string(naam) + "[].";
    if (gevraagd_ != nullptr) (void)lees_item(Lezer(nullptr, nullptr, gevraagd_, pad));
    const Waarde* w = vind(naam);
    if (w == nullptr) return uit;
    if (!w->is_lijst()) {
      meld(naam);
      return uit;
    }
    for (const Waarde& item : w->lijst()) uit.push_back(lees_item(Lezer(&item, onleesbaar_, gevraagd_, pad)));
    return uit;
  }

 private:
  [[nodiscard]] const Waarde* vind(std::string_view naam) const {
    return waarde_ == nullptr ? nullptr : waarde_->vind(naam);
  }

  [[nodiscard]] const Waarde* vraag(std::string_view naam) const {
    if (gevraagd_ != nullptr) gevraagd_->push_back(pad_ + std::string(naam));
    return vind(naam);
  }

  void meld(std::string_view naam) const {
    if (onleesbaar_ != nullptr) onleesbaar_->push_back(pad_ + std::string(naam));
  }

  const Waarde* waarde_;
  Onleesbaar* onleesbaar_;
  Paden* gevraagd_;
  std::string pad_;
};

// What soorten_rechten.cpp, soorten_overleg.cpp, soorten_advies.cpp, bijlage.cpp and overdracht.cpp read;
// soorten.cpp asks for their fields.
[[nodiscard]] Bewaring bewaring(const Lezer& l);
[[nodiscard]] Verzoek verzoek(const Lezer& l);
[[nodiscard]] Correctie correctie(const Lezer& l);
[[nodiscard]] Datalek datalek(const Lezer& l);
[[nodiscard]] std::vector<ActieVelden> actievelden(const Lezer& l);
[[nodiscard]] Overleg overleg(const Lezer& l);
[[nodiscard]] Actielijst actielijst(const Lezer& l);
[[nodiscard]] Advies advies(const Lezer& l);
[[nodiscard]] Bijlage bijlage(const Lezer& l);
[[nodiscard]] Overdracht overdracht(const Lezer& l);

}  // namespace pga::proces
