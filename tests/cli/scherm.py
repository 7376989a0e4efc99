# SPDX-License-Identifier: EUPL-1.2
"""A program at a terminal of its own, for the tests: what it shows, what is typed, how it ends. Standard library only."""
import os
import pty
import re
import select
import signal
import sys
import termios
import time

WACHT = 30  # seconds for what must come


class Scherm:
    def __init__(self, woorden, **omgeving):
        self.beeld = ""
        self.gezien = 0
        env = dict(os.environ, COLUMNS="80", **omgeving)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(woorden[0], woorden, env)
        self.echo = termios.tcgetattr(self.fd)[3]

    def _lees(self, tot):
        klaar, _, _ = select.select([self.fd], [], [], max(0, tot - time.monotonic()))
        if not klaar:
            return False
        try:
            stuk = os.read(self.fd, 65536)
        except OSError:  # the other side is closed
            return False
        self.beeld += stuk.decode("utf-8", "replace")
        return bool(stuk)

    def zie(self, patroon):
        """Waits until it stands on the screen, after what was seen before."""
        tot = time.monotonic() + WACHT
        while True:
            er = re.compile(patroon, re.S).search(self.beeld, self.gezien)
            if er:
                self.gezien = er.end()
                return er.group(0)
            if time.monotonic() > tot or not self._lees(tot):
                sys.exit(f"not on the screen: {patroon}\n--- since the last:\n{self.beeld[self.gezien:]}")

    def typ(self, tekst, enter=True):
        os.write(self.fd, (tekst + ("\r" if enter else "")).encode())

    def vraag(self, patroon, antwoord):
        """Sees a question, then the place to answer, and answers."""
        self.zie(patroon)
        self.zie(r"> $")
        self.typ(antwoord)

    def signaal(self, nummer):
        os.kill(self.pid, nummer)

    def einde(self):
        """The exit code, a signal as the shell has it."""
        tot = time.monotonic() + WACHT
        while self._lees(tot):
            pass
        while time.monotonic() < tot:
            pid, stand = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                os.close(self.fd)
                code = os.waitstatus_to_exitcode(stand)
                return code if code >= 0 else 128 - code
            time.sleep(0.05)
        os.kill(self.pid, signal.SIGKILL)
        sys.exit(f"it does not end\n--- the screen:\n{self.beeld[self.gezien:]}")

    def eindigt(self, code):
        er = self.einde()
        if er != code:
            sys.exit(f"exit {er}, not {code}\n--- the screen:\n{self.beeld}")
        return self.beeld
