// SPDX-License-Identifier: EUPL-1.2
//
// The runner of terminal transcripts (tests/verhalen, tests/fouten): runs the commands of one file in one POSIX
// shell and compares what they say with what the file says. CONTRIBUTING.md has the form of a transcript.
//
//   loper [--bijwerken] PGA_DIR SOURCE_DIR WORK_DIR TRANSCRIPT
//
// Promises: a fresh directory and a fixed environment for every run; stdout and stderr compared in the order in
// which they were written; exit 0 only when at least one command ran and all of them said what was expected. With
// --bijwerken (or PGA_BIJWERKEN=1) it rewrites what differs in the file instead. Never asks a terminal anything.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/verhalen/verhaal.h"

namespace {

namespace fs = std::filesystem;
using verhaal::Block;
using verhaal::Lines;

struct Options {
  fs::path self, pga, source, work, story;
  bool update = false;
};

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void spill(const fs::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  if (!(out << text).flush()) throw std::runtime_error("cannot write " + path.string());
}

void print_difference(const Options& o, const Block& block, const Lines& got) {
  const Lines& want = block.expected;
  const std::size_t most = std::min(want.size(), got.size());
  std::size_t head = 0;
  std::size_t tail = 0;
  while (head < most && want[head] == got[head]) ++head;
  while (tail < most - head && want[want.size() - 1 - tail] == got[got.size() - 1 - tail]) ++tail;
  const auto print = [](std::string_view mark, const Lines& lines, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) std::cout << mark << lines[i] << '\n';
  };
  std::cout << o.story.filename().string() << ':' << block.line << ": (- expected, + said)\n"
            << verhaal::join(block.command);
  print("  ", got, 0, head);
  print("- ", want, head, want.size() - tail);
  print("+ ", got, head, got.size() - tail);
  print("  ", got, got.size() - tail, got.size());
}

/// The directories of one run: where the commands run, their HOME, and what the runner itself writes.
struct Place {
  fs::path root, map, home, control;
  [[nodiscard]] std::string file(std::string_view what, std::size_t i) const {
    return (control / (std::string(what) + "." + std::to_string(i))).string();
  }
};

Place make_place(const Options& o) {
  fs::path root = o.work / o.story.stem();
  fs::remove_all(root);
  fs::create_directories(root);
  root = fs::canonical(root);
  const Place place{root, root / "map", root / "thuis", root / "loper"};
  for (const fs::path& dir : {place.map, place.home, place.control}) {
    fs::create_directory(dir);
    fs::permissions(dir, fs::perms::owner_all);
  }
  return place;
}

Lines environment(const Options& o, const Place& place) {
  Lines env = {
      "PATH=" + o.pga.string() + ":/usr/local/bin:/usr/bin:/bin",
      "HOME=" + place.home.string(),
      "LC_ALL=C.UTF-8",
      "TZ=Pacific/Kiritimati",  // a foreign zone on purpose: "today" is the day in Amsterdam
      "COLUMNS=80",
      "GIT_CONFIG_GLOBAL=/dev/null",
      "GIT_CONFIG_NOSYSTEM=1",
      "GIT_CEILING_DIRECTORIES=" + place.root.string(),  // the build directory may lie in a git repository
      "GIT_AUTHOR_NAME=pga",
      "GIT_AUTHOR_EMAIL=pga@localhost",
      "GIT_COMMITTER_NAME=pga",
      "GIT_COMMITTER_EMAIL=pga@localhost",
      "VOORBEELDEN=" + (o.source / "examples/invoer").string(),
      "HULP=" + (o.source / "tests/verhalen/hulp.sh").string(),
      "BRON=" + o.source.string(),
      "LOPER=" + o.self.string(),
  };
  for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) env.push_back(std::string(name) + "=" + value);
  }
  return env;
}

/// Runs the script of all blocks; returns the exit code of the shell.
int run_shell(const Place& place, Lines env, const std::string& script) {
  std::vector<char*> envp;
  for (std::string& variable : env) envp.push_back(variable.data());
  envp.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    setsid();  // no terminal: what asks for one must say so, not hang
    umask(022);
    std::signal(SIGPIPE, SIG_DFL);
    if (chdir(place.map.c_str()) == 0) execle("/bin/sh", "sh", script.c_str(), nullptr, envp.data());
    _exit(127);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child) throw std::runtime_error("waitpid failed");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// What one block said: normalised lines, then [code] when that is not 0.
Lines answer(const Place& place, std::size_t i, int shell_code, bool& alive, verhaal::Normaliser& normalise) {
  if (!alive) return {"(niet uitgevoerd: de shell is hierboven gestopt)"};
  const std::string text = slurp(place.file("uit", i));
  Lines lines = verhaal::split(text);
  for (std::string& line : lines) line = normalise(std::move(line));
  if (!text.empty() && text.back() != '\n') lines.emplace_back("(zonder regeleinde)");
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  alive = fs::exists(place.file("code", i));
  const int code = alive ? std::stoi(slurp(place.file("code", i))) : shell_code;
  if (code != 0) lines.push_back("[" + std::to_string(code) + "]");
  return lines;
}

std::vector<Lines> run_all(const Options& o, const Place& place, const std::vector<Block>& blocks) {
  std::string script = "exec </dev/null\n";
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    std::string command;
    for (const std::string& line : blocks[i].command) command += (line.size() > 2 ? line.substr(2) : "") + "\n";
    spill(place.file("doe", i), command);
    script += "exec >'" + place.file("uit", i) + "' 2>&1\n";
    script += ". '" + place.file("doe", i) + "'\necho $? >'" + place.file("code", i) + "'\n";
  }
  spill(place.control / "alles.sh", script);
  const int code = run_shell(place, environment(o, place), (place.control / "alles.sh").string());
  verhaal::Normaliser normalise({{place.map.string(), "<map>"},
                                 {place.home.string(), "<thuis>"},
                                 {(o.source / "examples/invoer").string(), "<voorbeelden>"},
                                 {o.source.string(), "<bron>"}});
  bool alive = true;
  std::vector<Lines> answers;
  for (std::size_t i = 0; i < blocks.size(); ++i) answers.push_back(answer(place, i, code, alive, normalise));
  return answers;
}

int run(const Options& o) {
  std::vector<Block> blocks = verhaal::parse(verhaal::split(slurp(o.story)));
  if (blocks.empty()) throw std::runtime_error(o.story.string() + ": no command (a line that starts with \"$ \")");
  const Place place = make_place(o);
  const std::vector<Lines> answers = run_all(o, place, blocks);
  std::string rewritten;
  int differ = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    if (!verhaal::matches(block.expected, answers[i])) {
      ++differ;
      if (!o.update) print_difference(o, block, answers[i]);
      block.expected = answers[i];
    }
    rewritten += verhaal::join(block.before) + verhaal::join(block.command) + verhaal::join(block.expected) +
                 verhaal::join(block.after);
  }
  std::cout << o.story.filename().string() << ": " << blocks.size() << " commands, " << differ
            << (o.update ? " rewritten\n" : " differ\n");
  if (differ > 0 && !o.update) return 1;  // the directories stay, to look at
  if (differ > 0) spill(o.story, rewritten);
  fs::remove_all(place.root);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    Lines args(argv + 1, argv + argc);
    const char* update = std::getenv("PGA_BIJWERKEN");
    const bool flag = !args.empty() && args.front() == "--bijwerken";
    if (flag) args.erase(args.begin());
    if (args.size() != 4) throw std::runtime_error("usage: [--bijwerken] PGA_DIR SOURCE_DIR WORK_DIR TRANSCRIPT");
    return run({fs::canonical(argv[0]), fs::absolute(args[0]), fs::absolute(args[1]), args[2], args[3],
                flag || (update != nullptr && std::string_view(update) == "1")});
  } catch (const std::exception& error) {
    std::cerr << "loper: " << error.what() << '\n';
    return 2;
  }
}
