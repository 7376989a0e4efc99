// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/gittekst.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/laad.h"
#include "lib/kast/sleutels.h"
#include "lib/stuk/logregel.h"
#include "lib/stuk/omslag.h"
#include "lib/yaml/canoniek.h"

namespace pga::kast {
namespace {

constexpr std::string_view kVerzegeld = "[verzegeld]";
constexpr std::string_view kAfgeschermd = "[afgeschermd: pga toon met --grond]";

/// What is sealed, as the fields of the envelope show it; and whether the signature is that of the author.
std::string met_oordeel(const Waarde& document, bool klopt) {
  return yaml::schrijf(document) + (klopt ? "# handtekening: klopt\n" : "# handtekening: KLOPT NIET\n");
}

template <typename Gelezen>
bool klopt(const Kast& kast, std::string_view bytes, const Gelezen& gelezen) {
  const BeheerVersie* beheer = kast.beheer_van(gelezen.kop.beheer);
  const Gebruiker* door = beheer == nullptr ? nullptr : beheer->vind(gelezen.kop.door);
  return door != nullptr &&
         std::any_of(door->sleutels.begin(), door->sleutels.end(),
                     [&](const GebruikerSleutel& s) { return stuk::klopt_handtekening(bytes, gelezen, s.tekent); });
}

Waarde geopend(const stuk::Stuk& stuk, Compartiment c, const Sleutelbos& bos) {
  const seal::Identity* sleutel = bos.vind(stuk.kop.sleutels.at(static_cast<std::size_t>(c)));
  if (sleutel == nullptr) return kVerzegeld;
  try {
    Waarde deel = stuk::open(stuk, c, *sleutel, {});
    verberg_sleutel(deel);
    return deel.leeg() ? Waarde("") : std::move(deel);
  } catch (const Fout& e) {
    return fmt::format("[{}]", e.bevindingen().front().wat);
  }
}

/// Whether a ground must be given to see more of a dossier than its termijnen (artikel 6, lid 3, Wet PGA).
bool is_afgeschermd(const Kast& kast, const Lezer& lezer, const Nummer& nummer) {
  try {
    return laad(kast, nummer, lezer, Diepte::termijnen).dossier.afgeschermd;
  } catch (const Fout&) {
    return false;  // it is in another commit only
  }
}

std::string stuk_als_tekst(const Kast& kast, const Lezer& lezer, const std::string& bytes) {
  const stuk::Stuk stuk = stuk::lees(bytes, {});
  const Nummer& nummer = stuk.kop.dossier;
  const SleutelMap sleutels = lees_sleutels(kast.sleutel_map(nummer), nummer, lezer.id, lezer.identiteiten);
  Waarde uit = yaml::lees(bytes, {});
  uit.verwijder("sleutels");
  uit.verwijder("handtekening");
  Waarde& delen = uit.zet("verzegeld", Waarde::kaart());
  const bool dicht = !sleutels.bos.leeg() && is_afgeschermd(kast, lezer, nummer);
  for (const Compartiment c : kCompartimenten) {
    const bool achter_grond = dicht && c != Compartiment::termijnen;
    delen.zet(naam(c), achter_grond ? Waarde(kAfgeschermd) : geopend(stuk, c, sleutels.bos));
  }
  if (lezer.inzage && !sleutels.bos.leeg()) lezer.inzage->geopend.insert(nummer);
  return met_oordeel(uit, klopt(kast, bytes, stuk));
}

std::string regel_als_tekst(const Kast& kast, const std::string& bytes) {
  const stuk::Logregel regel = stuk::lees_logregel(bytes, {});
  Waarde uit = yaml::lees(bytes, {});
  uit.verwijder("handtekening");
  uit.zet("verzegeld", "[verzegeld: pga logboek --doel DOEL]");
  return met_oordeel(uit, klopt(kast, bytes, regel));
}

}  // namespace

std::string bestand_als_tekst(const Kast& kast, const Lezer& lezer, const std::string& bytes) {
  try {
    Waarde document = yaml::lees(bytes, {});
    const std::string soort = document.tekst_van("soort");
    if (soort == "stuk") return stuk_als_tekst(kast, lezer, bytes);
    if (soort == "logregel") return regel_als_tekst(kast, bytes);
    if (soort != "beheer") return bytes;
    document.verwijder("handtekening");
    return yaml::schrijf(document);
  } catch (const Fout&) {
    return bytes;  // git compares what is there; pga controleer says what is wrong with it
  }
}

}  // namespace pga::kast
