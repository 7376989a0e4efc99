// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/interventie.h"

#include "lib/proces/signalen.h"

namespace pga::proces {

InterventieInhoud lees_interventie(const Waarde& item) {
  InterventieInhoud uit;
  if (item.tekst_van("wat").empty()) return uit;
  uit.open = true;
  uit.deel = vak_van(item);
  uit.catalogus = item.tekst_van("catalogus");
  uit.domein = lees<Domein>(item.tekst_van("domein"));
  uit.vrijwillig = lees<JaNee>(item.tekst_van("vrijwillig"));
  uit.weet_van_pga = lees<JaNee>(item.tekst_van("weet_van_pga"));
  uit.wat = item.tekst_van("wat");
  uit.uitvoerder = item.tekst_van("uitvoerder");
  uit.uitvoerder_is = item.tekst_van("uitvoerder_is");
  uit.gebruiker = item.tekst_van("gebruiker");
  for (const Waarde& w : item.items_van("nodig")) {
    const auto c = w.is_tekst() ? compartiment_van(w.tekst()) : std::nullopt;
    if (c) uit.nodig.push_back(*c);
  }
  uit.verantwoordelijke = item.tekst_van("verantwoordelijke");
  uit.verstrekking = item.tekst_van("verstrekking");
  uit.specialist = lees<Specialist>(item.tekst_van("specialist"));
  uit.vog_op = Datum::lees(item.tekst_van("vog_op"));
  uit.onbesproken_gedrag_op = Datum::lees(item.tekst_van("onbesproken_gedrag_op"));
  return uit;
}

}  // namespace pga::proces
