// SPDX-License-Identifier: EUPL-1.2
#include "lib/proces/brief.h"

#include "lib/proces/organisatie.h"

namespace pga::proces {

bool Weglating::voeg_toe(std::string_view woord) {
  if (woord == "bron") {
    bronnen = true;
  } else if (woord == "ontvangers") {
    ontvangers = true;
  } else if (woord == "categorieen") {
    for (std::size_t i = 0; i < Woorden<Categorie>::namen.size(); ++i)
      categorie.push_back(static_cast<Categorie>(i));
  } else if (woord == "vermelding") {
    vermelding = true;
  } else if (const auto o = lees<Organisatie>(woord); o && is_deelnemer(*o)) {
    bron.push_back(*o);
  } else if (const auto c = lees<Categorie>(woord)) {
    categorie.push_back(*c);
  } else {
    return false;
  }
  return true;
}

bool Weglating::leeg() const { return !bronnen && !ontvangers && bron.empty() && categorie.empty(); }

std::vector<std::string> weglaat_woorden() {
  std::vector<std::string> uit = {"bron", "categorieen", "ontvangers", "vermelding"};
  for (const std::string_view o : Woorden<Organisatie>::namen) {
    if (is_deelnemer(*lees<Organisatie>(o))) uit.emplace_back(o);
  }
  for (const std::string_view c : Woorden<Categorie>::namen) uit.emplace_back(c);
  return uit;
}

}  // namespace pga::proces
