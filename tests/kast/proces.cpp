// SPDX-License-Identifier: EUPL-1.2
#include "tests/kast/proces.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
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

bool kan_schijf_vullen() {
#if defined(__x86_64__)
  return kan_volgen();
#else
  return false;
#endif
}

namespace {

/// The system call before which the child stands, when it can change something; else -1.
long wijzigende_aanroep(pid_t pid) {
  static const std::set<std::uint64_t> wijzigen = {
      SYS_openat,    SYS_write,   SYS_pwrite64, SYS_ftruncate, SYS_fsync,   SYS_linkat,
      SYS_renameat2, SYS_mkdirat, SYS_unlinkat, SYS_fchmod,    SYS_add_key, SYS_keyctl,
#ifdef SYS_unlink
      SYS_unlink,    SYS_mkdir,   SYS_rmdir,    SYS_rename,    SYS_open,
#endif
  };
  __ptrace_syscall_info info{};
  const auto maat = reinterpret_cast<void*>(sizeof info);  // NOLINT: that is how ptrace wants it
  if (::ptrace(PTRACE_GET_SYSCALL_INFO, pid, maat, &info) <= 0 || info.op != PTRACE_SYSCALL_INFO_ENTRY) return -1;
  if (wijzigen.count(info.entry.nr) == 0) return -1;
  const auto nr = static_cast<long>(info.entry.nr);
  constexpr std::uint64_t kMaakt = O_CREAT | O_WRONLY | O_RDWR | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
  if (nr == SYS_openat && (info.entry.args[2] & kMaakt) == 0) return -1;
#ifdef SYS_unlink
  if (nr == SYS_open && (info.entry.args[1] & kMaakt) == 0) return -1;
#endif
  if (nr == SYS_write && info.entry.args[0] <= STDERR_FILENO) return -1;
  return nr;
}

/// Whether the call needs room on the disk.
bool vraagt_ruimte(long nr) {
  static const std::set<long> ruimte = {
      SYS_openat, SYS_write,  SYS_pwrite64, SYS_linkat, SYS_renameat2, SYS_mkdirat,
#ifdef SYS_unlink
      SYS_mkdir,  SYS_rename, SYS_open,
#endif
  };
  return ruimte.count(nr) > 0;
}

/// The call that the child stands before does nothing, and fails as on a full disk. Its state after that.
int weiger_ruimte(pid_t pid) {
#if defined(__x86_64__)
  user_regs_struct stand{};
  ::ptrace(PTRACE_GETREGS, pid, nullptr, &stand);
  stand.orig_rax = static_cast<unsigned long long>(-1);
  ::ptrace(PTRACE_SETREGS, pid, nullptr, &stand);
  ::ptrace(PTRACE_SYSCALL, pid, nullptr, nullptr);
  const int uit = wacht_op(pid);
  ::ptrace(PTRACE_GETREGS, pid, nullptr, &stand);
  stand.rax = static_cast<unsigned long long>(-ENOSPC);
  ::ptrace(PTRACE_SETREGS, pid, nullptr, &stand);
  return uit;
#else
  return wacht_op(pid);
#endif
}

}  // namespace

Afloop volg(const std::function<void()>& doe, Ramp ramp, int n) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    ::raise(SIGSTOP);
    doe();
    ::_exit(0);
  }
  Afloop uit;
  int stand = wacht_op(pid);
  ::ptrace(PTRACE_SETOPTIONS, pid, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);  // or stops look alike
  while (WIFSTOPPED(stand)) {
    const long nr = wijzigende_aanroep(pid);
    if (nr >= 0) ++uit.aanroepen;
    const bool nu = nr >= 0 && uit.aanroepen >= n;
    if (nu && ramp == Ramp::dood) ::kill(pid, SIGKILL);
    if (nu && ramp == Ramp::schijf_vol && vraagt_ruimte(nr)) stand = weiger_ruimte(pid);
    ::ptrace(PTRACE_SYSCALL, pid, nullptr, nullptr);
    stand = wacht_op(pid);
  }
  uit.code = WIFEXITED(stand) ? WEXITSTATUS(stand) : -WTERMSIG(stand);
  return uit;
}

bool dood_bij(int n, const std::function<void()>& doe) { return volg(doe, Ramp::dood, n).code == 0; }

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
