// SPDX-License-Identifier: EUPL-1.2
//
// Opdracht: a subcommand. How to add one:
//   1. cli/cmd_<naam>.cpp: a class that derives from Opdracht, and `std::unique_ptr<Opdracht> maak_<naam>()`;
//   2. a line in the table of cli/opdrachten.cpp, at its place in the help, and the file in cli/CMakeLists.txt;
//   3. a transcript in tests/verhalen, a bad use in tests/fouten;
//   4. man/pga-<naam>.1, CHANGELOG.md.
//
// A command binds its options to members and does its work in doe(). The parser behind Opties is known to one file
// (cli/ontleed.cpp).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/omgeving.h"

namespace pga::cli {

/// What a command takes. Names are "--van" or "-o,--uitvoer"; `waarde` is how the help names the value.
class Opties {
 public:
  virtual ~Opties() = default;
  virtual void vlag(std::string_view namen, bool& doel, std::string_view uitleg) = 0;
  virtual void optie(std::string_view namen, std::optional<std::string>& doel, std::string_view waarde,
                     std::string_view uitleg) = 0;
  virtual void opties(std::string_view namen, std::vector<std::string>& doel, std::string_view waarde,
                      std::string_view uitleg) = 0;
  /// An option with one of a few words as its value, which the help names.
  virtual void keuze(std::string_view namen, std::optional<std::string>& doel,
                     const std::vector<std::string>& keuzes, std::string_view uitleg);
  static constexpr std::string_view kWaarde = "WAARDE";
  virtual void argument(std::string_view naam, std::optional<std::string>& doel, std::string_view uitleg) = 0;
};

class Opdracht {
 public:
  Opdracht() = default;
  Opdracht(const Opdracht&) = delete;
  Opdracht& operator=(const Opdracht&) = delete;
  virtual ~Opdracht() = default;

  [[nodiscard]] virtual std::string_view naam() const = 0;
  /// One line for the list of commands.
  [[nodiscard]] virtual std::string_view kort() const = 0;
  /// What it does, in a few sentences, for its own help.
  [[nodiscard]] virtual std::string_view lang() const = 0;
  /// An example, one command a line; with the forms filled in it works in the kast of examples/demo.sh.
  [[nodiscard]] virtual std::string_view voorbeeld() const = 0;
  virtual void bind(Opties& opties) = 0;
  /// Subcommands of this one ("sleutel nieuw"); a command that has them does nothing itself, unless it says so.
  [[nodiscard]] virtual std::vector<std::unique_ptr<Opdracht>> onderdelen() const { return {}; }
  [[nodiscard]] virtual bool doet_zelf() const { return onderdelen().empty(); }
  /// The exit code; throws Fout for everything that stops it.
  virtual int doe(Omgeving& omgeving) = 0;
};

/// The commands of one phase, in the order of the help.
struct Groep {
  std::string_view titel;
  std::vector<std::unique_ptr<Opdracht>> opdrachten;
};
[[nodiscard]] std::vector<Groep> maak_opdrachten();

/// The options that every command takes.
void bind_globaal(Opties& opties, Globaal& globaal);

/// Parses the command line and runs what it asks for. Throws Fout(gebruik) for wrong use; help and version are
/// printed here. `argv` without the program's name.
[[nodiscard]] int ontleed_en_doe(const std::vector<std::string>& argv, Omgeving& omgeving);

}  // namespace pga::cli
