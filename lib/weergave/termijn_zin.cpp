// SPDX-License-Identifier: EUPL-1.2
#include "lib/weergave/termijn_zin.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lib/termijn/rekenregel.h"
#include "lib/weergave/leesbaar.h"

namespace pga::weergave {

using termijn::Status;
using termijn::Termijn;

namespace {

constexpr int kInDagen = 92;     // up to three months a person counts days
constexpr int kInMaanden = 730;  // and up to two years months

std::string tijdsduur(int dagen) {
  if (dagen <= kInDagen) return aantal(static_cast<std::size_t>(dagen), "dag", "dagen");
  if (dagen < kInMaanden) return fmt::format("ongeveer {:.0f} maanden", dagen * 12 / 365.25);
  return fmt::format("ongeveer {:.0f} jaar", dagen / 365.25);
}

/// What was overdue before it was suspended or lapsed stays so.
std::string was_te_laat(const Termijn& t) { return t.te_laat() ? ", was al te laat" : ""; }

}  // namespace

std::string hoe_lang(Datum peildatum, Datum dag) {
  const int n = peildatum.dagen_tot(dag);
  if (n == 0) return "vandaag";
  const std::string tijd = tijdsduur(n < 0 ? -n : n);
  return n > 0 ? "over " + tijd : tijd + " geleden";
}

Datum laatste_dag(const Termijn& t) { return t.uiterlijk.value_or(t.veilig); }

bool heeft_dag(const Termijn& t) {
  if (t.status == Status::onverwijld) return false;
  return t.uiterlijk || !termijn::is_onverwijld(t.regel);
}

std::string klok(const std::optional<termijn::Moment>& m) {
  return m ? fmt::format("{:02}:{:02}", m->uur, m->minuut) : std::string();
}

std::string tijd(const Termijn& t) { return t.tijd ? t.tijd->klok() : std::string(); }
std::string tijd_veilig(const Termijn& t) { return t.veilige_tijd ? t.veilige_tijd->klok() : std::string(); }

bool verschillen(const Termijn& t) { return t.uiterlijk != t.veilig || t.veilige_tijd != t.tijd; }

std::string vroegste_lezing(const Termijn& t) {
  return t.veilig.lang() + (t.veilige_tijd ? ", " + tijd_veilig(t) : std::string());
}

std::string wanneer(const Termijn& t) {
  if (!heeft_dag(t)) return fmt::format("onverwijld, sinds {}", t.start.lang());
  return laatste_dag(t).lang() + (t.tijd ? ", " + tijd(t) : std::string());
}

std::string stand(const Termijn& t, Datum peildatum) {
  const std::string_view woord = tekst(t.status);
  switch (t.status) {
    case Status::overschreden:
    case Status::nadert:
    case Status::open:
      return fmt::format("{}, {}", woord, hoe_lang(peildatum, laatste_dag(t)));
    case Status::vroegste_lezing_voorbij:
      return t.uiterlijk ? fmt::format("{}, uiterste dag {}", woord, hoe_lang(peildatum, *t.uiterlijk))
                         : std::string(woord);
    case Status::nagekomen:
      if (!t.nagekomen_op) return std::string(woord);
      return fmt::format("{} op {}{}", woord, t.nagekomen_op->lang(), t.te_laat() ? ", te laat" : "");
    case Status::onverwijld:
      return fmt::format("{}, sinds {}", woord, t.start.lang());
    case Status::opgeschort:
      if (!t.opgeschort_door.empty()) {
        return fmt::format("{}: {}{}{}", woord, t.opgeschort_door, was_te_laat(t),
                           t.ernst == termijn::Ernst::geen ? "" : ", vroegste lezing voorbij");
      }
      break;
    case Status::vervallen:
      break;
  }
  return std::string(woord) + was_te_laat(t);
}

std::string kop(const Termijn& t, Datum peildatum) {
  if (t.status == Status::onverwijld) return fmt::format("{} ({})", wanneer(t), hoe_lang(peildatum, t.start));
  return fmt::format("{}: {}", wanneer(t), stand(t, peildatum));
}

std::string verplaatst(const Termijn& t) {
  if (!t.was) return {};
  if (t.was->uiterlijk && t.was->uiterlijk != t.uiterlijk) {
    return fmt::format("was {}, verplaatst door: {}", t.was->uiterlijk->lang(), t.was->reden);
  }
  return fmt::format("vroegste lezing was {}, verplaatst door: {}", t.was->veilig.lang(), t.was->reden);
}

std::string over_wie(const Termijn& t) {
  std::string uit;
  if (!t.betrokkene.empty()) uit = fmt::format(" (betrokkene {})", t.betrokkene);
  if (!t.onderwerp.empty()) uit += fmt::format(" ({})", leesbaar(t.onderwerp));
  return uit;
}

std::string_view naam(termijn::Ernst ernst) {
  static constexpr std::array<std::string_view, 3> kNamen = {"geen", "waarschuwing", "kritiek"};
  return kNamen.at(static_cast<std::size_t>(ernst));
}

std::vector<std::string> bijzonderheden(const Termijn& t, Datum peildatum) {
  std::vector<std::string> uit;
  uit.push_back(t.zin + over_wie(t));
  const bool telt = t.loopt() || t.status == Status::opgeschort;  // else nobody counts the days any more
  if (heeft_dag(t) && !t.uiterlijk) {
    uit.push_back(telt ? fmt::format("dit is de vroegste lezing ({}); de uiterste dag staat nog niet vast",
                                     hoe_lang(peildatum, t.veilig))
                       : std::string("dit was de vroegste lezing"));
  } else if (t.uiterlijk && verschillen(t)) {
    uit.push_back(fmt::format("vroegste lezing: {}{}", vroegste_lezing(t),
                              telt ? ", " + hoe_lang(peildatum, t.veilig) : std::string()));
  }
  if (t.verlengingen > 0) uit.push_back(fmt::format("uitstel {} keer verlengd", t.verlengingen));
  uit.push_back(fmt::format("{} (zekerheid: {})", t.grondslag, naam(t.zekerheid)));
  return uit;
}

Kleur kleur(Status status) {
  switch (status) {
    case Status::overschreden:
      return Kleur::rood;
    case Status::onverwijld:
    case Status::vroegste_lezing_voorbij:
    case Status::nadert:
      return Kleur::geel;
    case Status::nagekomen:
      return Kleur::groen;
    case Status::opgeschort:
    case Status::vervallen:
      return Kleur::grijs;
    case Status::open:
      break;
  }
  return Kleur::geen;
}

Json kort_json(const Termijn* t) {
  if (t == nullptr) return nullptr;
  return {{"regel", t->regel}, {"veilig", t->veilig.tekst()}, {"uiterlijk", of_null(t->uiterlijk)}};
}

}  // namespace pga::weergave
