// SPDX-License-Identifier: EUPL-1.2
//
// The driver of a fuzz target without libFuzzer: replays a corpus directory, the empty input, and then a fixed
// number of mutations of those, so that every test run (and the sanitizers) meets each parser with the same
// hostile bytes.
//
//   fuzz_x CORPUS [FILE...]    PGA_FUZZ_RONDES=n sets the number of mutations (2000)
//
// Promises: deterministic; the input being tried lies in fuzz_x.invoer in the working directory, so that after a
// crash it is there to try again (fuzz_x CORPUS fuzz_x.invoer); with FILEs only those are tried.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void try_input(const std::string& input) {
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());  // its own block: reads past the end show
  if (LLVMFuzzerTestOneInput(bytes.data(), bytes.size()) != 0) throw std::runtime_error("target returned non-zero");
}

std::vector<std::string> read_corpus(const fs::path& dir) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(dir)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  if (paths.empty()) throw std::runtime_error("empty corpus " + dir.string());
  std::vector<std::string> corpus;
  for (const fs::path& path : paths) corpus.push_back(slurp(path));
  corpus.emplace_back();
  return corpus;
}

/// Draws by the engine's own output: the standard distributions differ between libraries.
class Dice {
 public:
  [[nodiscard]] std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(engine_() % n); }
  [[nodiscard]] char byte() { return static_cast<char>(below(256)); }

 private:
  std::mt19937_64 engine_{20261122};  // fixed: a run can be repeated
};

/// Bits of text that parsers stumble over.
constexpr std::string_view kBits[] = {"\n",
                                      "\r\n",
                                      "\"",
                                      "\\",
                                      "\\u0",
                                      ":",
                                      "- ",
                                      "  ",
                                      "\t",
                                      "|",
                                      "&a ",
                                      "*a",
                                      "!!",
                                      "<<: ",
                                      "---\n",
                                      "...",
                                      "#",
                                      "=",
                                      "{",
                                      "[",
                                      "0",
                                      "-1",
                                      "99999999999999999999",
                                      "2026-02-30",
                                      "RUQ",
                                      "-> X25519 ",
                                      "-> scrypt ",
                                      "\xef\xbb\xbf",
                                      "\xe2\x80\xae",
                                      "\xff",
                                      "\xc0\x80"};

/// One small change of the kind that parsers get wrong.
void mutate_once(std::string& text, const std::vector<std::string>& corpus, Dice& dice) {
  const std::size_t at = dice.below(text.size() + 1);
  const std::size_t length = std::min(text.size() - at, 1 + dice.below(24));
  switch (dice.below(8)) {
    case 0:  // another byte
      if (at < text.size()) text[at] = dice.byte();
      break;
    case 1:  // one bit
      if (at < text.size()) text[at] = static_cast<char>(text[at] ^ static_cast<char>(1U << dice.below(8)));
      break;
    case 2:
      text.insert(at, 1, dice.byte());
      break;
    case 3:
      text.erase(at, length);
      break;
    case 4:  // the same piece twice
      text.insert(at, text.substr(at, length));
      break;
    case 5:
      text.resize(at);
      break;
    case 6:
      text.insert(at, kBits[dice.below(std::size(kBits))]);
      break;
    default: {  // the tail of another input
      const std::string& other = corpus[dice.below(corpus.size())];
      text.resize(at);
      text.append(other, dice.below(other.size() + 1), std::string::npos);
    }
  }
}

int run(const std::string& name, const std::vector<std::string>& args) {
  if (args.empty()) throw std::runtime_error("usage: " + name + " CORPUS [FILE...]");
  if (args.size() > 1) {
    for (std::size_t i = 1; i < args.size(); ++i) try_input(slurp(args[i]));
    return 0;
  }
  const char* wanted = std::getenv("PGA_FUZZ_RONDES");
  const int rounds = wanted == nullptr ? 2000 : std::stoi(wanted);
  const std::vector<std::string> corpus = read_corpus(args[0]);
  const fs::path current = name + ".invoer";
  const auto keep_and_try = [&current](const std::string& input) {
    std::ofstream(current, std::ios::binary) << input;
    try_input(input);
  };
  for (const std::string& input : corpus) keep_and_try(input);
  Dice dice;
  for (int round = 0; round < rounds; ++round) {
    std::string input = corpus[dice.below(corpus.size())];
    for (std::size_t n = 1 + dice.below(4); n > 0; --n) mutate_once(input, corpus, dice);
    keep_and_try(input);
  }
  fs::remove(current);
  std::cout << name << ": " << corpus.size() << " inputs, " << rounds << " mutations\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string name = fs::path(argv[0]).filename().string();
  try {
    return run(name, std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& error) {
    std::cerr << name << ": " << error.what() << " (the input, if any, is in " << name << ".invoer)\n";
    return 1;
  }
}
