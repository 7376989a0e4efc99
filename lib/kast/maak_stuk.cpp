// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/maak_stuk.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/schema/schema.h"
#include "lib/seal/digest.h"
#include "lib/stuk/splits.h"

namespace pga::kast {
namespace {

/// What every stuk holds in termijnen before its own fields.
stuk::Delen delen_van(const StukOpdracht& opdracht) {
  stuk::Delen delen;
  if (const schema::Knoop* schema = schema_van(opdracht.soort)) {
    delen = stuk::splits(*schema, opdracht.inhoud);
  } else {
    delen[Compartiment::termijnen] = opdracht.inhoud;  // the program's own soort: all of it
  }
  Waarde termijnen = Waarde::kaart();
  termijnen.zet("soort", opdracht.soort);
  termijnen.zet("geschreven", opdracht.geschreven);
  if (!opdracht.vervangt.empty()) {
    Waarde& lijst = termijnen.zet("vervangt", Waarde::lijst_());
    for (const std::string& digest : opdracht.vervangt) lijst.voeg_toe(digest);
  }
  for (const Veld& veld : delen[Compartiment::termijnen].velden()) termijnen.zet(veld.naam, veld.waarde);
  delen[Compartiment::termijnen] = std::move(termijnen);
  return delen;
}

}  // namespace

const GebruikerId& auteur(const Lezer& lezer) {
  if (!lezer.id) {
    throw Fout(FoutSoort::sleutel, "deze sleutel hoort bij geen gebruiker van deze kast",
               "vraag wie beheer tekent om u toe te voegen: pga gebruiker toevoegen");
  }
  return *lezer.id;
}

void eis_eigen_handtekening(const BeheerVersie& beheer, const GebruikerId& wie, const seal::SigningKey& key) {
  const auto& sleutels = beheer.vind(wie)->sleutels;
  const bool bekend = std::any_of(sleutels.begin(), sleutels.end(),
                                  [&](const GebruikerSleutel& s) { return s.tekent == key.verify_key(); });
  if (bekend) return;
  throw Fout(FoutSoort::sleutel,
             fmt::format("bij {} staat in beheer een andere sleutel om mee te tekenen", wie.tekst()),
             "laat de regel van pga sleutel toon opnieuw vastleggen in beheer");
}

Gemaakt maak_stuk(const BeheerVersie& beheer, const Lezer& lezer, const Pad& map, const Nummer& nummer,
                  const StukOpdracht& opdracht, std::vector<std::string> vorige, const Zegels& zegels) {
  return verzegel(beheer, lezer, map, nummer, opdracht.datum, std::move(vorige), zegels, delen_van(opdracht));
}

Gemaakt verzegel(const BeheerVersie& beheer, const Lezer& lezer, const Pad& map, const Nummer& nummer, Datum datum,
                 std::vector<std::string> vorige, const Zegels& zegels, const stuk::Delen& delen) {
  stuk::Kop kop{nummer, seal::random_hex(16), datum, auteur(lezer), beheer.digest, std::move(vorige), {}};
  for (const Compartiment c : kCompartimenten) {
    kop.sleutels.at(plaats(c)) = stuk::verbintenis(nummer, c, zegels.at(plaats(c)));
  }
  const auto key = seal::SigningKey::derive(lezer.identiteiten.at(lezer.tekent_met));
  eis_eigen_handtekening(beheer, kop.door, key);
  std::string bytes = stuk::maak(kop, zegels, delen, key);
  std::string digest = seal::digest(bytes);
  return {{map / stuk_naam(datum, digest), std::move(bytes), 0644}, std::move(digest)};
}

Zegels zegels_in_gebruik(const GeladenDossier& dossier) {
  Zegels uit;
  for (const Compartiment c : kCompartimenten) {
    const std::string& verbintenis = dossier.perioden.nu().at(plaats(c));
    const auto er = dossier.sleutels.openbaar.find(verbintenis);
    if (er == dossier.sleutels.openbaar.end()) {
      throw Fout(
          FoutSoort::sleutel,
          fmt::format("de openbare sleutel voor {} van dossier {} ontbreekt", naam(c), dossier.nummer.tekst()),
          "haal sleutels/ op bij de regisseur: het bestand openbaar-….yaml hoort erbij");
    }
    uit.at(plaats(c)) = er->second;
  }
  return uit;
}

std::vector<std::string> koppen_voor(const GeladenDossier& dossier) {
  std::vector<std::string> uit = dossier.koppen;
  if (uit.size() > stuk::kMaxVorige) uit.resize(stuk::kMaxVorige);
  return uit;
}

}  // namespace pga::kast
