// SPDX-License-Identifier: EUPL-1.2
// What the tests of lib/seal share: a scratch directory, files, running the stock tools, pseudo-random bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pga::seal::test {

/// A directory of its own, removed at the end.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();
  [[nodiscard]] std::string path(std::string_view name) const { return (directory_ / name).string(); }

 private:
  std::filesystem::path directory_;
};

void write_file(const std::string& path, std::string_view bytes);
[[nodiscard]] std::string read_file(const std::string& path);

struct Result {
  int exit = -1;  // 127: there is no such tool
  std::string out;
};

/// Runs a tool from PATH without a terminal or input; `out` is what it wrote to stdout and stderr.
[[nodiscard]] Result run(const std::vector<std::string>& argv);

/// Runs a tool on a terminal of its own, answering `answer` to each prompt that ends in ": ".
[[nodiscard]] Result run_on_terminal(const std::vector<std::string>& argv, const std::string& answer);

/// The same bytes in every run.
[[nodiscard]] std::string noise(std::size_t size, std::uint64_t seed);

}  // namespace pga::seal::test
