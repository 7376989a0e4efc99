// SPDX-License-Identifier: EUPL-1.2
//
// A schema after loading, as its JSON says it: one Regels for each schema object, $ref resolved to a pointer.
// Never changes after loading; all of one load live in one Boom, because $ref makes them share and recur.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/basis/waarde.h"
#include "lib/schema/patroon.h"
#include "lib/schema/schema.h"

namespace pga::schema {

/// The types of JSON Schema, as bits. A Waarde is never null and no fraction, so `number` is any whole number.
namespace types {
inline constexpr unsigned kKaart = 1;
inline constexpr unsigned kLijst = 2;
inline constexpr unsigned kTekst = 4;
inline constexpr unsigned kGetal = 8;
inline constexpr unsigned kBool = 16;
inline constexpr unsigned kNull = 32;
}  // namespace types

/// Lower and upper bound, each of which may be missing.
struct Grenzen {
  std::optional<std::int64_t> minste;
  std::optional<std::int64_t> meeste;
};

struct Regels {
  bool nooit = false;  // the schema `false`: nothing is right
  unsigned types = 0;  // 0: any
  std::vector<std::pair<std::string, const Regels*>> velden;
  std::vector<std::string> verplicht;
  const Regels* overige = nullptr;  // additionalProperties
  const Regels* items = nullptr;
  std::vector<Waarde> keuzes;  // enum
  std::optional<Waarde> vast;  // const
  std::optional<Waarde> standaard;
  std::optional<Patroon> patroon;
  Grenzen getal;
  Grenzen lengte;
  Grenzen aantal;
  Grenzen aantal_velden;
  bool uniek = false;
  const Regels* ref = nullptr;
  const Regels* als = nullptr;
  const Regels* dan = nullptr;
  const Regels* anders = nullptr;
  std::vector<const Regels*> alle;  // allOf

  std::string titel;
  std::string beschrijving;
  std::string vraag;
  std::string uitleg;
  std::string grondslag;
  std::string leeg;
  std::string formaat;
  std::vector<std::pair<std::string, std::string>> betekenis;  // of choices, each with what it means
  bool vlag = false;
  Route route;

  [[nodiscard]] const Regels* veld(std::string_view naam) const {
    for (const auto& [n, regels] : velden) {
      if (n == naam) return regels;
    }
    return nullptr;
  }
};

class Beeld;

/// Owner of all that one load made.
struct Boom {
  std::map<std::string, std::unique_ptr<Regels>, std::less<>> benoemd;  // by $ref
  std::vector<std::unique_ptr<Regels>> naamloos;
  std::vector<std::unique_ptr<Beeld>> beelden;
};

}  // namespace pga::schema
