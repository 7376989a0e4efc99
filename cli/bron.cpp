// SPDX-License-Identifier: EUPL-1.2
#include "cli/bron.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lib/kast/geheugen.h"
#include "lib/kast/pak.h"
#include "lib/weergave/leesbaar.h"

namespace pga::cli {
namespace {

/// Whether this computer has read the kast with that fingerprint itself.
bool is_bekend(const Omgeving& omgeving, const std::string& vingerafdruk) {
  const auto geheugen = omgeving.geheugen_pad();
  if (!geheugen) return false;
  try {
    return kast::lees_herinnering(*geheugen, vingerafdruk).versie > 0;
  } catch (const Fout&) {
    return false;  // a memory that is not right knows nothing; who opens that kast hears of it
  }
}

void meld_herkomst(const Omgeving& omgeving, const kast::GeopendPak& pak) {
  const kast::Gebruiker* door = pak.kast.beheer().vind(pak.kop.door);
  omgeving.meld(fmt::format(
      "pak van dossier {}, van {} ({}) voor {}, van {}; wat daarna is vastgelegd, staat er niet "
      "in",
      pak.nummer.tekst(), pak.kop.door.tekst(), door == nullptr ? "" : weergave::leesbaar(door->organisatie),
      pak.kop.aan.tekst(), pak.kop.datum.lang()));
  omgeving.meld(fmt::format("handtekeningen nagekeken met het beheer in het pak: gemeente {}, vingerafdruk {}",
                            pak.kast.beleid().gemeente, pak.kop.kast));
  omgeving.meld(
      is_bekend(omgeving, pak.kop.kast)
          ? "deze computer kent die kast"
          : "deze computer kent die kast niet: vergelijk de vingerafdruk met die u langs een andere weg kreeg "
            "(pga beleid toont haar)");
}

}  // namespace

Bron open_bron(const Omgeving& omgeving, const std::string& nummer) {
  kast::Kast kast = omgeving.open_kast();
  const Nummer welk = kast.zoek(nummer);
  kast::Lezer lezer = omgeving.lezer(kast);
  return {nullptr, std::move(kast), std::move(lezer), welk};
}

Bron open_pak(const Omgeving& omgeving, const std::string& pak) {
  const std::string bytes = kast::lees_invoer(pak, stuk::kMaxBundel);
  const kast::Pad naam = pak == "-" ? "standaardinvoer" : pak;
  for (;;) {
    const std::vector<seal::Identity> identiteiten = omgeving.identiteiten();
    try {
      kast::GeopendPak open = kast::open_pak(bytes, naam, identiteiten);
      kast::Lezer lezer = omgeving.lezer_buiten_kast(open.kast);
      meld_herkomst(omgeving, open);
      return {std::move(open.geheugen), std::move(open.kast), std::move(lezer), open.nummer};
    } catch (const Fout& e) {
      if (e.soort() != FoutSoort::sleutel || !omgeving.ontgrendel_volgende()) throw;
    }
  }
}

}  // namespace pga::cli
