// SPDX-License-Identifier: EUPL-1.2
//
// The soorten about holds, requests, mistakes and breaches. As in soorten.h: exactly the fields in the compartment
// termijnen, and functions that read them and never throw.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/basis/datum.h"
#include "lib/basis/waarde.h"
#include "lib/proces/woorden.h"

namespace pga::proces {

enum class BewaringStap { ingesteld, verlengd, opgeheven };
template <>
struct Woorden<BewaringStap> {
  static constexpr std::array<std::string_view, 3> namen = {"ingesteld", "verlengd", "opgeheven"};
};

enum class BewaarGrond {
  woo_verzoek,
  verzoek_betrokkene,
  bezwaar_beroep,
  klacht,
  rechtsvordering,
  wettelijk_voorschrift,
};
template <>
struct Woorden<BewaarGrond> {
  static constexpr std::array<std::string_view, 6> namen = {
      "woo_verzoek", "verzoek_betrokkene", "bezwaar_beroep", "klacht", "rechtsvordering", "wettelijk_voorschrift"};
};

enum class VerzoekStap {
  ontvangen,
  identiteit_gevraagd,
  identiteit_vastgesteld,
  verlengd,
  verdaagd,
  geraadpleegd,
  besloten,
  ingetrokken,
};
template <>
struct Woorden<VerzoekStap> {
  static constexpr std::array<std::string_view, 8> namen = {
      "ontvangen", "identiteit_gevraagd", "identiteit_vastgesteld", "verlengd", "verdaagd", "geraadpleegd",
      "besloten",  "ingetrokken"};
};

enum class VerzoekSoort { avg, woo };
template <>
struct Woorden<VerzoekSoort> {
  static constexpr std::array<std::string_view, 2> namen = {"avg", "woo"};
};

/// Artikel 15 tot en met 19 en 21 AVG.
enum class Recht { inzage, rectificatie, wissing, beperking, kennisgeving, bezwaar };
template <>
struct Woorden<Recht> {
  static constexpr std::array<std::string_view, 6> namen = {"inzage",    "rectificatie", "wissing",
                                                            "beperking", "kennisgeving", "bezwaar"};
};

enum class VerzoekBesluit { toegewezen, gedeeltelijk, afgewezen, niet_in_behandeling };
template <>
struct Woorden<VerzoekBesluit> {
  static constexpr std::array<std::string_view, 4> namen = {"toegewezen", "gedeeltelijk", "afgewezen",
                                                            "niet_in_behandeling"};
};

enum class CorrectieStap { vastgesteld, hersteld, bron_ingelicht, ontvangers_ingelicht };
template <>
struct Woorden<CorrectieStap> {
  static constexpr std::array<std::string_view, 4> namen = {"vastgesteld", "hersteld", "bron_ingelicht",
                                                            "ontvangers_ingelicht"};
};

enum class DatalekStap { ontdekt, beoordeeld, gemeld, betrokkenen_ingelicht };
template <>
struct Woorden<DatalekStap> {
  static constexpr std::array<std::string_view, 4> namen = {"ontdekt", "beoordeeld", "gemeld",
                                                            "betrokkenen_ingelicht"};
};

enum class Risico { geen, wel, hoog };
template <>
struct Woorden<Risico> {
  static constexpr std::array<std::string_view, 3> namen = {"geen", "wel", "hoog"};
};

struct Bewaring {
  BewaringStap stap = BewaringStap::ingesteld;
  std::optional<Datum> datum;
  std::string id;
  std::optional<BewaarGrond> grond;
  std::optional<Datum> herziening;
};

struct Verzoek {
  VerzoekStap stap = VerzoekStap::ontvangen;
  std::optional<Datum> datum;
  std::string id;
  VerzoekSoort soort = VerzoekSoort::avg;
  std::vector<Recht> rechten;
  std::string door;
  std::optional<VerzoekBesluit> besluit;
  std::optional<Datum> verzonden_op;
};

struct Correctie {
  CorrectieStap stap = CorrectieStap::vastgesteld;
  std::optional<Datum> datum;
  std::string id;
  std::string stuk;
  std::string vervangen_door;
  std::optional<Datum> hersteld_op;
  std::optional<Datum> bron_ingelicht_op;
  std::optional<Datum> ontvangers_ingelicht_op;

  /// The day that this document says a step was taken: that of the field, else that of its own stap.
  [[nodiscard]] std::optional<Datum> dag_van(CorrectieStap s, Datum dag) const;
};

struct Datalek {
  DatalekStap stap = DatalekStap::ontdekt;
  std::optional<Datum> datum;
  std::optional<int> minuut;
  std::string id;
  std::optional<Risico> risico;
};

[[nodiscard]] Bewaring lees_bewaring(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
[[nodiscard]] Verzoek lees_verzoek(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
[[nodiscard]] Correctie lees_correctie(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);
[[nodiscard]] Datalek lees_datalek(const Waarde& w, std::vector<std::string>* onleesbaar = nullptr);

}  // namespace pga::proces
