// SPDX-License-Identifier: EUPL-1.2
//
// Regelinvoer: a person at the terminal. Text goes out, lines come in, with editing and a history of what was
// typed.
//
// Promises: the history is kept in memory only, and no file is read or written; nothing moves the cursor where TERM
// is not set or "dumb"; a signal leaves the terminal as it was, says that nothing was recorded, and ends the
// program.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pga::cli {

class Regelinvoer {
 public:
  /// Opens the terminal of the process. Throws Fout(gebruik) when it has none.
  Regelinvoer();
  Regelinvoer(const Regelinvoer&) = delete;
  Regelinvoer& operator=(const Regelinvoer&) = delete;
  ~Regelinvoer();

  void schrijf(std::string_view tekst);
  /// A line, without its end; nothing at the end of input (Ctrl-D).
  [[nodiscard]] std::optional<std::string> lees(const std::string& wacht);

 private:
  struct Bewerker;  // libedit, known to one file

  [[nodiscard]] std::optional<std::string> lees_kaal();

  std::FILE* scherm_ = nullptr;
  std::unique_ptr<Bewerker> bewerker_;  // nullptr: plain lines
};

}  // namespace pga::cli
