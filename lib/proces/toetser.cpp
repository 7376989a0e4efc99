// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/toetser.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "lib/basis/nabij.h"

namespace pga::proces {

std::optional<Datum> datum_van(const Waarde& in, std::string_view naam) { return Datum::lees(in.tekst_van(naam)); }

void Toetser::meld(FoutSoort soort, const Waarde* bij, Melden m) {
  const Plek plek = bij == nullptr ? Plek{} : bij->plek;
  uit.push_back({soort, {"", plek.regel, plek.kolom}, std::move(m.wat), std::move(m.tip), std::move(m.grondslag)});
}

void Toetser::onbekend(const Waarde* bij, std::string_view wat, std::string_view woord,
                       const std::vector<std::string>& bekend) {
  std::string tip = "er is er nog geen";
  const std::string beste = nabij(woord, bekend);
  if (n.weggehaald) {
    tip =
        "uit dit dossier is een onderdeel vernietigd; noemt dit stuk iets anders, verbeter het dan met --vervangt";
  } else if (!beste.empty()) {
    tip = fmt::format("bedoelde u \"{}\"?", beste);
  } else if (!bekend.empty()) {
    tip = fmt::format("kies uit: {}", fmt::join(bekend, ", "));
  }
  document(bij, {fmt::format("{} \"{}\" is er niet", wat, woord), std::move(tip), {}});
}

const Waarde* Toetser::veld(std::string_view naam) const {
  const Waarde* v = w.vind(naam);
  return v == nullptr ? &w : v;
}

bool Toetser::heeft(const Waarde& in, std::string_view naam) const {
  const Waarde* v = in.vind(naam);
  return v != nullptr && !v->leeg();
}

void Toetser::volgorde(const Waarde& in_eerder, std::string_view eerder, const Waarde& in_later,
                       std::string_view later) {
  const std::optional<Datum> a = datum_van(in_eerder, eerder);
  const std::optional<Datum> z = datum_van(in_later, later);
  if (!a || !z || *a <= *z) return;
  document(in_later.vind(later), {fmt::format("{} ({}) ligt voor {} ({})", later, z->lang(), eerder, a->lang()),
                                  "controleer beide datums",
                                  {}});
}

void Toetser::niet_voor(std::string_view naam, Datum eerder, std::string_view wat) {
  const std::optional<Datum> dag = datum_van(w, naam);
  if (!dag || *dag >= eerder) return;
  document(
      w.vind(naam),
      {fmt::format("{} ({}) ligt voor {} ({})", naam, dag->lang(), wat, eerder.lang()), "controleer de datum", {}});
}

void Toetser::te_laat(std::string_view regel, const std::string& onderwerp, const Waarde* bij, Datum dag) {
  if (n.achteraf) return;
  for (const termijn::Termijn& t : termijn::bereken(d.feiten, b.termijnen, dag)) {
    if (t.regel != regel || (t.betrokkene != onderwerp && t.onderwerp != onderwerp)) continue;
    if (t.status != termijn::Status::overschreden) continue;
    bevinding(bij, {fmt::format("te laat{}: uiterlijk {}, gebeurd {}",
                                onderwerp.empty() ? "" : " voor " + onderwerp, t.uiterlijk->lang(), dag.lang()),
                    "het wordt vastgelegd met de echte datum", t.rust_op()});
  }
}

}  // namespace pga::proces
