// SPDX-License-Identifier: EUPL-1.2
//
// What of the JSON Schema Test Suite does not apply to pga, case by case.
#pragma once

#include <array>
#include <vector>

/// Why a case is left out; the test checks that it is so.
enum class Reden {
  schema,  // the schema uses what is outside the subset, and is refused
  waarde,  // the instance has a null, a fraction or a number beyond 64 bits, which no document of pga can hold
  leeg,    // what is empty is absent in pga: the answer differs from the standard's on purpose
};

struct Weggelaten {
  const char* bestand;
  const char* groep;
  const char* geval;  // "*": all of the group
  Reden reden;
};

inline constexpr std::array kBestanden = {"additionalProperties",
                                          "allOf",
                                          "boolean_schema",
                                          "const",
                                          "default",
                                          "definitions",
                                          "enum",
                                          "if-then-else",
                                          "items",
                                          "maxItems",
                                          "maxLength",
                                          "maxProperties",
                                          "maximum",
                                          "minItems",
                                          "minLength",
                                          "minProperties",
                                          "minimum",
                                          "pattern",
                                          "properties",
                                          "ref",
                                          "required",
                                          "type",
                                          "uniqueItems",
                                          "optional/format/date",
                                          "optional/format/email"};

inline const std::vector<Weggelaten> kWeggelaten = {
    {"additionalProperties", "additionalProperties being false does not allow other properties", "*",
     Reden::schema},
    {"additionalProperties", "non-ASCII pattern with additionalProperties", "*", Reden::schema},
    {"allOf", "allOf with base schema", "valid", Reden::waarde},
    {"allOf", "allOf with base schema", "mismatch base schema", Reden::waarde},
    {"allOf", "allOf with base schema", "mismatch first allOf", Reden::waarde},
    {"boolean_schema", "boolean schema 'true'", "null is valid", Reden::waarde},
    {"boolean_schema", "boolean schema 'false'", "null is invalid", Reden::waarde},
    {"const", "const with null", "*", Reden::schema},
    {"definitions", "valid definition", "*", Reden::schema},
    {"definitions", "invalid definition", "*", Reden::schema},
    {"enum", "heterogeneous enum validation", "something else is invalid", Reden::waarde},
    {"items", "an array of schemas for items", "*", Reden::schema},
    {"items", "items with boolean schemas", "*", Reden::schema},
    {"maximum", "maximum validation", "below the maximum is valid", Reden::waarde},
    {"maximum", "maximum validation", "above the maximum is invalid", Reden::waarde},
    {"minimum", "minimum validation", "above the minimum is valid", Reden::waarde},
    {"minimum", "minimum validation", "boundary point is valid", Reden::waarde},
    {"minimum", "minimum validation", "below the minimum is invalid", Reden::waarde},
    {"properties", "object properties validation", "one property invalid is invalid", Reden::leeg},
    {"properties", "object properties validation", "both properties invalid is invalid", Reden::leeg},
    {"properties", "properties, patternProperties, additionalProperties interaction", "*", Reden::schema},
    {"ref", "root pointer ref", "*", Reden::schema},
    {"ref", "relative pointer ref to object", "*", Reden::schema},
    {"ref", "relative pointer ref to array", "*", Reden::schema},
    {"ref", "escaped pointer ref", "*", Reden::schema},
    {"ref", "ref overrides any sibling keywords", "*", Reden::schema},
    {"ref", "remote ref, containing refs itself", "*", Reden::schema},
    {"ref", "Recursive references between schemas", "*", Reden::schema},
    {"type", "integer type matches integers", "a float is not an integer", Reden::waarde},
    {"type", "integer type matches integers", "null is not an integer", Reden::waarde},
    {"type", "number type matches numbers", "a float is a number", Reden::waarde},
    {"type", "number type matches numbers", "null is not a number", Reden::waarde},
    {"type", "string type matches strings", "a float is not a string", Reden::waarde},
    {"type", "string type matches strings", "null is not a string", Reden::waarde},
    {"type", "object type matches objects", "a float is not an object", Reden::waarde},
    {"type", "object type matches objects", "null is not an object", Reden::waarde},
    {"type", "array type matches arrays", "a float is not an array", Reden::waarde},
    {"type", "array type matches arrays", "null is not an array", Reden::waarde},
    {"type", "boolean type matches booleans", "a float is not a boolean", Reden::waarde},
    {"type", "boolean type matches booleans", "null is not a boolean", Reden::waarde},
    {"type", "null type matches only the null object", "a float is not null", Reden::waarde},
    {"type", "null type matches only the null object", "null is null", Reden::waarde},
    {"type", "multiple types can be specified in an array", "a float is invalid", Reden::waarde},
    {"type", "multiple types can be specified in an array", "null is invalid", Reden::waarde},
    {"uniqueItems", "uniqueItems validation", "unique heterogeneous types are valid", Reden::waarde},
    {"uniqueItems", "uniqueItems validation", "non-unique heterogeneous types are invalid", Reden::waarde},
    {"if-then-else", "if and else without then", "*", Reden::schema},
    {"if-then-else", "validate against correct branch, then vs else", "*", Reden::schema},
    {"if-then-else", "non-interference across combined schemas", "*", Reden::schema},
};
