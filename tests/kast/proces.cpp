// SPDX-License-Identifier: EUPL-1.2
#include "tests/kast/proces.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <set>

namespace pga::test {
namespace {

int wacht_op(pid_t pid) {
  int stand = 0;
  while (::waitpid(pid, &stand, 0) < 0 && errno == EINTR) {
  }
  return stand;
}

}  // namespace

int in_kind(const std::function<int()>& doe) {
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(doe());
  const int stand = wacht_op(pid);
  return WIFEXITED(stand) ? WEXITSTATUS(stand) : -WTERMSIG(stand);
}

bool kan_volgen() {
  return in_kind([] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0 ? 0 : 1; }) == 0;
}

namespace {

/// Whether the child stands before a system call that can change what is on disk.
bool voor_aanroep(pid_t pid) {
  static const std::set<std::uint64_t> wijzigen = {SYS_openat,    SYS_write,   SYS_fsync,    SYS_linkat,
                                                   SYS_renameat2, SYS_mkdirat, SYS_unlinkat,
#ifdef SYS_unlink
                                                   SYS_unlink,    SYS_mkdir,  SYS_rmdir
#endif
  };
  __ptrace_syscall_info info{};
  const auto maat = reinterpret_cast<void*>(sizeof info);  // NOLINT: that is how ptrace wants it
  return ::ptrace(PTRACE_GET_SYSCALL_INFO, pid, maat, &info) > 0 && info.op == PTRACE_SYSCALL_INFO_ENTRY &&
         wijzigen.count(info.entry.nr) > 0;
}

}  // namespace

bool dood_bij(int n, const std::function<void()>& doe) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    ::raise(SIGSTOP);
    doe();
    ::_exit(0);
  }
  int stand = wacht_op(pid);
  ::ptrace(PTRACE_SETOPTIONS, pid, nullptr, PTRACE_O_TRACESYSGOOD);  // or the stops cannot be told apart
  while (n > 0 && WIFSTOPPED(stand)) {
    ::ptrace(PTRACE_SYSCALL, pid, nullptr, nullptr);
    stand = wacht_op(pid);
    if (WIFSTOPPED(stand) && voor_aanroep(pid)) --n;
  }
  if (WIFEXITED(stand)) return WEXITSTATUS(stand) == 0;
  ::kill(pid, SIGKILL);
  wacht_op(pid);
  return false;
}

bool zonder_tmpfile() {
#if defined(__x86_64__)
  constexpr unsigned kTmpfile = O_TMPFILE & ~O_DIRECTORY;
  // openat(dirfd, path, flags): the third argument.
  std::array filter = {
      sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
      sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SYS_openat},
      sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, args) + 2 * sizeof(__u64)},
      sock_filter{BPF_JMP | BPF_JSET | BPF_K, 0, 1, kTmpfile},
      sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EOPNOTSUPP},
      sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  };
  sock_fprog programma{static_cast<unsigned short>(filter.size()), filter.data()};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &programma) == 0;
#else
  return false;
#endif
}

bool word_niemand() {
  constexpr unsigned kNiemand = 65534;
  if (::geteuid() != 0) return true;  // no rights beyond its own already
  return ::setgid(kNiemand) == 0 && ::setuid(kNiemand) == 0;
}

}  // namespace pga::test
