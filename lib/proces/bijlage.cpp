// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/bijlage.h"

#include <fmt/format.h>

#include "lib/proces/dossier.h"
#include "lib/proces/lezer.h"
#include "lib/proces/toetser.h"

namespace pga::proces {

Bijlage bijlage(const Lezer& l) {
  Bijlage b;
  b.datum = l.datum("datum");
  b.bij = l.tekst("bij");
  b.bestand = l.tekst("bestand");
  return b;
}

Bijlage lees_bijlage(const Waarde& w, Onleesbaar* o) { return bijlage({&w, o, nullptr}); }

void toets_bijlage(Toetser& t) {
  toets_bekende_dossiers(t);
  const Bijlage b = lees_bijlage(t.w);
  const StukRegel* bij = t.d.stuk(b.bij);
  if (bij != nullptr && bij->soort == naam(Soort::beoordeling)) {
    t.advies(
        t.veld("bij"),
        {"een beoordeling is tot het gezamenlijke oordeel gesloten voor de andere deelnemers, en een bijlage niet",
         "wacht met de bijlage tot het oordeel er is, als zij iets van de beoordeling laat zien",
         {}});
  }
  if (b.bij.empty() || bij != nullptr || t.n.achteraf) return;  // it may have been destroyed since
  t.document(t.veld("bij"), {fmt::format("het stuk {} waar de bijlage bij hoort, is er niet", b.bij),
                             "kijk met pga toon welke stukken er zijn",
                             {}});
}

}  // namespace pga::proces
