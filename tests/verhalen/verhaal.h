// SPDX-License-Identifier: EUPL-1.2
//
// A terminal transcript as text: its blocks, what matches what, and what is made the same in every run. Runs
// nothing and reads no file; CONTRIBUTING.md has the form.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace verhaal {

using Lines = std::vector<std::string>;

[[nodiscard]] Lines split(const std::string& text);
[[nodiscard]] std::string join(const Lines& lines);

/// A command and what it should say; `before` and `after` are prose and blank lines around it.
struct Block {
  Lines before, command, expected, after;
  std::size_t line = 0;
};

/// Joining before, command, expected and after of all blocks gives the lines back.
[[nodiscard]] std::vector<Block> parse(const Lines& lines);

/// Whether `got` is what was expected; `...` in what is expected stands for any lines.
[[nodiscard]] bool matches(const Lines& want, const Lines& got);

/// Gives dossier numbers, digests, keys, random ids, the time of writing and the paths of the run a name in angle
/// brackets. Equal numbers get equal names, by first appearance. A line that would read as part of the
/// transcript's own form gets a backslash before it.
class Normaliser {
 public:
  /// Paths and their names; the longer path first where one lies in the other.
  explicit Normaliser(std::vector<std::pair<std::string, std::string>> paths) : paths_(std::move(paths)) {}
  [[nodiscard]] std::string operator()(std::string line);

 private:
  [[nodiscard]] std::string number(const std::string& line);

  std::vector<std::pair<std::string, std::string>> paths_;
  std::map<std::string, std::size_t> numbers_;
};

}  // namespace verhaal
