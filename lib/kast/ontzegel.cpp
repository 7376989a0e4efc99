// SPDX-License-Identifier: EUPL-1.2
#include "lib/kast/ontzegel.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "lib/basis/fout.h"
#include "lib/kast/bijlage.h"
#include "lib/kast/herverzegel.h"
#include "lib/proces/woorden.h"
#include "lib/schema/schema.h"
#include "lib/stuk/splits.h"

namespace pga::kast {
namespace {

Bevinding schending(const Pad& pad, std::string wat, std::string_view tip) {
  return {FoutSoort::integriteit, Plaats{pad.string(), 0, 0}, std::move(wat), std::string(tip), {}};
}

/// Joins the opened parts. Two readers with other keys must come to the same state, so a field with two values,
/// or one that rules rest on but that does not stand in termijnen, is no stuk of pga.
void voeg_delen(GeladenStuk& s, const std::vector<const Waarde*>& delen) {
  const schema::Knoop* schema = schema_van(s.soort);
  const std::string tip = "vraag de auteur om een nieuw stuk dat dit vervangt";
  std::vector<Bevinding> bevindingen;
  std::vector<stuk::Tegenspraak> tegenspraken;
  s.inhoud = stuk::voeg(schema, delen, tegenspraken);
  for (const stuk::Tegenspraak& t : tegenspraken) {
    bevindingen.push_back(
        schending(s.bestand, fmt::format("{} staat er twee keer, met een verschillende waarde", t.veld), tip));
  }
  const bool elders = std::any_of(s.inhoud.velden().begin(), s.inhoud.velden().end(), [&](const Veld& v) {
    return is_eigen_veld(v.naam) && delen.front()->vind(v.naam) == nullptr;
  });
  if (elders ||
      (schema != nullptr && !stuk::staat_in(*schema, s.inhoud, Compartiment::termijnen, *delen.front()))) {
    bevindingen.push_back(schending(s.bestand, "wat in termijnen hoort, staat in een ander vak", tip));
  }
  if (!bevindingen.empty()) throw Fout(std::move(bevindingen));
  if (s.soort == "bijlage") verberg_sleutel(s.inhoud);  // what follows shows it, and `delen` keeps it
}

}  // namespace

bool is_bekend(std::string_view soort) { return proces::lees<proces::Soort>(soort).has_value(); }

const schema::Knoop* schema_van(std::string_view soort) {
  const auto& namen = schema::soorten();
  const bool heeft = is_bekend(soort) && std::find(namen.begin(), namen.end(), soort) != namen.end();
  return heeft ? &schema::schema(soort) : nullptr;
}

bool kondigt_sleutels_aan(std::string_view soort) { return soort == "opening" || soort == "toegang"; }

bool is_eigen_veld(std::string_view naam) {
  return naam == "soort" || naam == "geschreven" || naam == "vervangt" || naam == "herverzegeld";
}

bool ontzegel(GeladenStuk& s, const Sleutelbos& bos, Diepte diepte) {
  for (const Compartiment c : kCompartimenten) {
    if (diepte == Diepte::termijnen && c != Compartiment::termijnen) continue;
    const std::size_t i = static_cast<std::size_t>(c);
    const seal::Identity* sleutel = bos.vind(s.stuk.kop.sleutels.at(i));
    if (sleutel != nullptr) s.delen.at(i) = stuk::open(s.stuk, c, *sleutel, s.bestand.string());
  }
  if (!s.is_open(Compartiment::termijnen)) return false;
  const Waarde& termijnen = *s.delen.at(static_cast<std::size_t>(Compartiment::termijnen));
  s.soort = termijnen.tekst_van("soort");
  if (s.soort.empty()) {
    throw Fout(schending(s.bestand, "dit stuk noemt geen soort", "laat de auteur het opnieuw maken met pga"));
  }
  if (!is_herverzegeld(s) && (s.soort == "opening") != s.stuk.kop.vorige.empty()) {
    throw Fout(schending(s.bestand, "een dossier begint met zijn opening, en heeft er maar één",
                         "laat de auteur het stuk opnieuw maken met pga"));
  }
  std::vector<const Waarde*> delen = {&termijnen};  // what rules rest on comes first
  // zaak next: it holds a field of every signal, so the order of the document stays
  if (s.is_open(Compartiment::zaak)) delen.push_back(&*s.delen.at(static_cast<std::size_t>(Compartiment::zaak)));
  for (const Compartiment c : kCompartimenten) {
    if (c != Compartiment::termijnen && c != Compartiment::zaak && s.is_open(c))
      delen.push_back(&*s.delen.at(static_cast<std::size_t>(c)));
  }
  voeg_delen(s, delen);
  return true;
}

std::vector<std::string> onbekende_velden(const GeladenStuk& s) {
  Waarde eigen = Waarde::kaart();
  for (const Veld& v : s.inhoud.velden()) {
    const bool bekend = is_eigen_veld(v.naam) || (s.soort == "opening" && v.naam == "sleutels");
    if (!bekend) eigen.zet(v.naam, v.waarde);
  }
  if (const schema::Knoop* schema = schema_van(s.soort)) return schema::onbekende_velden(*schema, eigen);
  std::vector<std::string> uit;
  for (const Veld& v : eigen.velden()) {
    if (s.soort == "opening") uit.push_back(v.naam);
  }
  return uit;
}

}  // namespace pga::kast
