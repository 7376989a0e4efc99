// SPDX-License-Identifier: EUPL-1.2
#include "tests/seal/tools.h"

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

namespace pga::seal::test {
namespace {

[[noreturn]] void become(const std::vector<std::string>& argv) {
  std::vector<std::string> copy = argv;
  std::vector<char*> raw;
  for (std::string& arg : copy) raw.push_back(arg.data());
  raw.push_back(nullptr);
  execvp(raw.front(), raw.data());
  _exit(127);
}

int exit_of(pid_t child) {
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

/// Reads until the other side closes; a terminal says EIO then.
template <typename Seen>
std::string drain(int from, Seen seen) {
  std::string all;
  std::array<char, 4096> room;
  while (true) {
    const ssize_t got = ::read(from, room.data(), room.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return all;
    all.append(room.data(), static_cast<std::size_t>(got));
    seen(all);
  }
}

}  // namespace

Scratch::Scratch() {
  std::string name =
      (std::filesystem::temp_directory_path() / "pga-seal-").string() + std::string(6, 'X');  // as mkdtemp wants it
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
  directory_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

Result run(const std::vector<std::string>& argv) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  const pid_t child = fork();
  if (child == 0) {
    setsid();  // no terminal: a tool that would ask must fail
    dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    become(argv);
  }
  ::close(ends[1]);
  Result result;
  result.out = drain(ends[0], [](const std::string&) {});
  ::close(ends[0]);
  result.exit = exit_of(child);
  return result;
}

Result run_on_terminal(const std::vector<std::string>& argv, const std::string& answer) {
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child < 0) throw std::runtime_error("forkpty");
  if (child == 0) become(argv);
  std::size_t answered = 0;
  Result result;
  result.out = drain(terminal, [&](const std::string& all) {
    const std::size_t prompt = all.find(": ", answered);
    if (prompt == std::string::npos) return;
    answered = prompt + 2;
    const std::string line = answer + "\n";
    if (::write(terminal, line.data(), line.size()) < 0) throw std::runtime_error("write to terminal");
  });
  result.exit = exit_of(child);
  ::close(terminal);
  return result;
}

std::string noise(std::size_t size, std::uint64_t seed) {
  std::mt19937_64 generator(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(generator() >> 56);
  return bytes;
}

}  // namespace pga::seal::test
