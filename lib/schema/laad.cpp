// SPDX-License-Identifier: EUPL-1.2
#include "lib/schema/laad.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "lib/schema/tekst.h"

namespace pga::schema {
namespace {

using Json = nlohmann::ordered_json;  // the order of properties is the order of the questions

constexpr std::string_view kGedeeld = "gedeeld.schema.json";
constexpr std::string_view kDefinities = "#/definitions/";

[[noreturn]] void weiger(const std::string& pad, const std::string& wat) {
  throw std::invalid_argument("schema " + pad + ": " + wat);
}

/// A JSON value as a Waarde; what a Waarde cannot hold (null, fractions) cannot stand in a schema either.
Waarde naar_waarde(const Json& json, const std::string& pad) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return Waarde::bool_(json.get<bool>());
  if (json.is_number_integer() && json <= std::numeric_limits<std::int64_t>::max()) return json.get<std::int64_t>();
  if (json.is_array()) {
    Waarde lijst = Waarde::lijst_();
    for (const Json& item : json) lijst.voeg_toe(naar_waarde(item, pad));
    return lijst;
  }
  if (json.is_object()) {
    Waarde kaart = Waarde::kaart();
    for (const auto& [naam, waarde] : json.items()) kaart.zet(naam, naar_waarde(waarde, pad));
    return kaart;
  }
  weiger(pad, "null, fractions and very large numbers are outside the subset");
}

std::string tekst(const Json& json, const std::string& pad) {
  if (!json.is_string()) weiger(pad, "must be a string");
  return json.get<std::string>();
}

bool waar(const Json& json, const std::string& pad) {
  if (!json.is_boolean()) weiger(pad, "must be true or false");
  return json.get<bool>();
}

/// A bound on whole numbers: a fraction is the same as the next whole number on the right side of it.
std::int64_t grens(const Json& json, bool ondergrens, const std::string& pad) {
  if (!json.is_number()) weiger(pad, "must be a number");
  if (json.is_number_integer() && !json.is_number_unsigned()) return json.get<std::int64_t>();
  const double d = ondergrens ? std::ceil(json.get<double>()) : std::floor(json.get<double>());
  constexpr double kUiterste = 9.2e18;
  if (d > kUiterste) return std::numeric_limits<std::int64_t>::max();
  if (d < -kUiterste) return std::numeric_limits<std::int64_t>::min();
  return static_cast<std::int64_t>(d);
}

unsigned type_bit(const std::string& naam, const std::string& pad) {
  if (naam == "object") return types::kKaart;
  if (naam == "array") return types::kLijst;
  if (naam == "string") return types::kTekst;
  if (naam == "integer" || naam == "number") return types::kGetal;
  if (naam == "boolean") return types::kBool;
  if (naam == "null") return types::kNull;
  weiger(pad, "no such type: " + naam);
}

Compartiment compartiment(const Json& json, const std::string& pad) {
  const std::string naam = tekst(json, pad);
  const auto c = compartiment_van(naam);
  if (!c) weiger(pad, "no such compartment: " + naam);
  return *c;
}

Route lees_route(const Json& json, const std::string& pad) {
  Route route;
  route.gezet = true;
  if (!json.is_object()) {
    route.vast = compartiment(json, pad);
    return route;
  }
  if (!json.contains("bij") || !json.contains("anders")) weiger(pad, "needs both bij and anders");
  for (const auto& [naam, waarde] : json.items()) {
    if (naam == "bij") {
      route.bij = tekst(waarde, pad);
    } else if (naam == "anders") {
      route.vast = compartiment(waarde, pad);
    } else {
      route.keuzes.emplace_back(naam, compartiment(waarde, pad));
    }
  }
  if (route.bij.empty()) weiger(pad, "bij must name a field");
  return route;
}

class Lader {
 public:
  Lader(const Json& hier, const Json& gedeeld, Boom& boom) : hier_(hier), gedeeld_(gedeeld), boom_(boom) {}

  const Regels& wortel() {
    const Regels& uit = *naamloos(hier_, "#");
    if (hier_.is_object() && hier_.contains("definitions")) {
      for (const auto& [naam, json] : hier_.at("definitions").items()) {
        static_cast<void>(verwijzing(std::string(kDefinities) + naam, "#"));
      }
    }
    return uit;
  }

 private:
  const Regels* naamloos(const Json& json, const std::string& pad) {
    boom_.naamloos.push_back(std::make_unique<Regels>());
    Regels& nieuw = *boom_.naamloos.back();
    vul(nieuw, json, pad);
    return &nieuw;
  }

  /// Each definition is loaded once, so that it may refer to itself.
  const Regels* verwijzing(const std::string& ref, const std::string& pad) {
    const bool buiten = ref.rfind(kGedeeld, 0) == 0;
    const bool in_gedeeld = buiten || pad.rfind(kGedeeld, 0) == 0;
    const std::string lokaal = buiten ? ref.substr(kGedeeld.size()) : ref;
    if (lokaal.rfind(kDefinities, 0) != 0) weiger(pad, "$ref outside the subset: " + ref);
    const std::string sleutel = (in_gedeeld ? std::string(kGedeeld) : std::string()) + lokaal;
    if (const auto er = boom_.benoemd.find(sleutel); er != boom_.benoemd.end()) return er->second.get();
    const Json& bron = in_gedeeld ? gedeeld_ : hier_;
    const std::string naam = lokaal.substr(kDefinities.size());
    const auto definities = bron.find("definitions");
    if (definities == bron.end() || !definities->contains(naam)) weiger(pad, "$ref to nothing: " + ref);
    Regels& nieuw = *boom_.benoemd.emplace(sleutel, std::make_unique<Regels>()).first->second;
    vul(nieuw, definities->at(naam), sleutel);
    return &nieuw;
  }

  void vul(Regels& r, const Json& json, const std::string& pad) {
    if (json.is_boolean()) {
      r.nooit = !json.get<bool>();
      return;
    }
    if (!json.is_object()) weiger(pad, "a schema is an object, true or false");
    const bool verwijst = json.contains("$ref");
    for (const auto& [woord, waarde] : json.items()) {
      const std::string hier = pad + "/" + woord;
      if (bijschrift(r, woord, waarde, hier)) continue;
      // Standard validators pass over what stands beside $ref; then it may not be there at all.
      if (verwijst && woord != "$ref") weiger(hier, "this keyword has no effect beside $ref");
      const bool bekend =
          regel(r, woord, waarde, hier) || grensregel(r, woord, waarde, hier) || samenstel(r, woord, waarde, hier);
      if (!bekend) weiger(hier, "keyword outside the subset: " + woord);
    }
  }

  /// Keywords that do not bear on what is right.
  static bool bijschrift(Regels& r, const std::string& woord, const Json& waarde, const std::string& pad) {
    if (woord == "$schema" || woord == "$id" || woord == "$comment" || woord == "definitions") return true;
    if (woord == "default") {
      r.standaard = naar_waarde(waarde, pad);
    } else if (woord == "x-vlag") {
      r.vlag = waar(waarde, pad);
    } else if (woord == "x-compartiment") {
      r.route = lees_route(waarde, pad);
    } else if (woord == "x-betekenis") {
      if (!waarde.is_object()) weiger(pad, "must be an object");
      for (const auto& [keuze, zin] : waarde.items()) r.betekenis.emplace_back(keuze, tekst(zin, pad));
    } else if (std::string* doel = tekstveld(r, woord)) {
      *doel = tekst(waarde, pad);
    } else {
      return false;
    }
    return true;
  }

  static std::string* tekstveld(Regels& r, const std::string& woord) {
    if (woord == "title") return &r.titel;
    if (woord == "description") return &r.beschrijving;
    if (woord == "x-vraag") return &r.vraag;
    if (woord == "x-uitleg") return &r.uitleg;
    if (woord == "x-grondslag") return &r.grondslag;
    if (woord == "x-leeg") return &r.leeg;
    return nullptr;
  }

  static bool regel(Regels& r, const std::string& woord, const Json& waarde, const std::string& pad) {
    if (woord == "type") {
      for (const Json& t : waarde.is_array() ? waarde : Json::array({waarde}))
        r.types |= type_bit(tekst(t, pad), pad);
    } else if (woord == "enum") {
      if (!waarde.is_array() || waarde.empty()) weiger(pad, "enum must list values");
      for (const Json& keuze : waarde) r.keuzes.push_back(naar_waarde(keuze, pad));
    } else if (woord == "const") {
      r.vast = naar_waarde(waarde, pad);
    } else if (woord == "pattern") {
      try {
        r.patroon = Patroon(tekst(waarde, pad));
      } catch (const std::invalid_argument& fout) {
        weiger(pad, fout.what());
      }
    } else if (woord == "format") {
      r.formaat = tekst(waarde, pad);
      static const std::set<std::string> bekend = {"date", "email", "bsn"};
      if (bekend.count(r.formaat) == 0) weiger(pad, "format outside the subset: " + r.formaat);
    } else if (woord == "required") {
      for (const Json& naam : waarde) r.verplicht.push_back(tekst(naam, pad));
    } else if (woord == "uniqueItems") {
      r.uniek = waar(waarde, pad);
    } else {
      return false;
    }
    return true;
  }

  static bool grensregel(Regels& r, const std::string& woord, const Json& waarde, const std::string& pad) {
    const bool onder = woord.rfind("min", 0) == 0;
    if (!onder && woord.rfind("max", 0) != 0) return false;
    const std::string van = woord.substr(3);
    Grenzen* doel = van == "imum"         ? &r.getal
                    : van == "Length"     ? &r.lengte
                    : van == "Items"      ? &r.aantal
                    : van == "Properties" ? &r.aantal_velden
                                          : nullptr;
    if (doel == nullptr) return false;
    (onder ? doel->minste : doel->meeste) = grens(waarde, onder, pad);
    return true;
  }

  /// Keywords that hold schemas.
  bool samenstel(Regels& r, const std::string& woord, const Json& waarde, const std::string& pad) {
    if (woord == "properties") {
      for (const auto& [naam, json] : waarde.items()) r.velden.emplace_back(naam, naamloos(json, pad + "/" + naam));
    } else if (woord == "additionalProperties") {
      r.overige = naamloos(waarde, pad);
    } else if (woord == "items") {
      if (waarde.is_array()) weiger(pad, "items outside the subset: a list of schemas");
      r.items = naamloos(waarde, pad);
    } else if (woord == "$ref") {
      r.ref = verwijzing(tekst(waarde, pad), pad);
    } else if (woord == "if") {
      r.als = naamloos(waarde, pad);
    } else if (woord == "then") {
      r.dan = naamloos(waarde, pad);
    } else if (woord == "else") {
      r.anders = naamloos(waarde, pad);
    } else if (woord == "allOf") {
      for (const Json& json : waarde) r.alle.push_back(naamloos(json, pad));
    } else {
      return false;
    }
    return true;
  }

  const Json& hier_;
  const Json& gedeeld_;
  Boom& boom_;
};

Json ontleed(std::string_view json) {
  try {
    return Json::parse(json);
  } catch (const Json::parse_error& fout) {
    throw std::invalid_argument(std::string("schema: no JSON: ") + fout.what());
  }
}

/// In-place keywords that lead back to themselves would never end.
void geen_kring(const Regels& r, std::vector<const Regels*>& open, std::set<const Regels*>& klaar) {
  if (klaar.count(&r) != 0) return;
  if (std::find(open.begin(), open.end(), &r) != open.end())
    weiger("$ref", "a schema that refers to itself in place");
  open.push_back(&r);
  for (const Regels* deel : {r.ref, r.als, r.dan, r.anders}) {
    if (deel != nullptr) geen_kring(*deel, open, klaar);
  }
  for (const Regels* deel : r.alle) geen_kring(*deel, open, klaar);
  open.pop_back();
  klaar.insert(&r);
}

}  // namespace

const Regels& laad(std::string_view json, std::string_view gedeeld, Boom& boom) {
  const Json hier = ontleed(json);
  const Json delen = ontleed(gedeeld);
  const Regels& uit = Lader(hier, delen, boom).wortel();
  std::vector<const Regels*> open;
  std::set<const Regels*> klaar;
  for (const auto& r : boom.naamloos) geen_kring(*r, open, klaar);
  for (const auto& [naam, r] : boom.benoemd) geen_kring(*r, open, klaar);
  return uit;
}

}  // namespace pga::schema
