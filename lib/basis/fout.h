// SPDX-License-Identifier: EUPL-1.2
//
// The one error type of pga, and the finding.
//
// A Fout is thrown at the edges (files, YAML, keys, locks) and stops a command. A Bevinding is one thing
// that is wrong or noteworthy in data; the pure middle returns lists of them, all of them, and throws nothing
// for bad data. Both say what is wrong, where, and what to do next, in Dutch. One table (exit_code) maps
// kinds to exit codes; the codes are a contract with scripts and never change meaning.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace pga {

/// What went wrong, by what the user can do about it. Exit codes: see exit_code().
enum class FoutSoort {
  algemeen,     // 1   a failure of the machine: disk full, cannot read, ...
  gebruik,      // 2   wrong use of a command
  afgebroken,   // 3   stopped by the user
  geen_kast,    // 10  no kast, or no such dossier
  bezet,        // 11  locked by another process
  sleutel,      // 12  no fitting key, wrong passphrase
  integriteit,  // 13  changed, missing, badly signed
  geweigerd,    // 14  refused by a rule of law or process
  bevinding,    // 15  something to look at (controleer; termijnen --controle)
  document,     // 16  the document given is not right
};

/// The exit code of a kind (ontwerp: "Commands"); total, stable.
[[nodiscard]] int exit_code(FoutSoort soort);

/// The name of a kind as it stands in JSON: "gebruik", "integriteit", ...
[[nodiscard]] std::string_view naam(FoutSoort soort);

/// A place in a file. regel and kolom count from 1; 0 means unknown.
struct Plaats {
  std::string bestand;
  int regel = 0;
  int kolom = 0;

  /// "bestand:regel:kolom", as much of it as is known; may be empty.
  [[nodiscard]] std::string tekst() const;
  friend bool operator==(const Plaats&, const Plaats&) = default;
};

/// One finding. `wat` is a Dutch sentence without final stop; `tip` says what to do next (may be empty);
/// `grondslag` names the article it rests on (may be empty).
struct Bevinding {
  FoutSoort soort = FoutSoort::bevinding;
  Plaats plaats;
  std::string wat;
  std::string tip;
  std::string grondslag;
  friend bool operator==(const Bevinding&, const Bevinding&) = default;
};

/// The exception of pga. Carries one finding, or several of the same kind (a document with five mistakes).
class Fout : public std::exception {
 public:
  Fout(FoutSoort soort, std::string wat, std::string tip = {}, Plaats plaats = {});
  explicit Fout(Bevinding bevinding);
  /// Throws std::logic_error when `bevindingen` is empty. The kind is that of the first.
  explicit Fout(std::vector<Bevinding> bevindingen);

  [[nodiscard]] FoutSoort soort() const { return bevindingen_.front().soort; }
  [[nodiscard]] const std::vector<Bevinding>& bevindingen() const { return bevindingen_; }
  /// The first finding: "plaats: wat".
  [[nodiscard]] const char* what() const noexcept override { return tekst_.c_str(); }

 private:
  std::vector<Bevinding> bevindingen_;
  std::string tekst_;
};

}  // namespace pga
