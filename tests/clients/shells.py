"""An interactive shell on a terminal of its own: keys go in, and what its screen is sent comes out."""

import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Self

_CONTROLS = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, modes, where the cursor goes
    r"|\x1b[\]P_^].*?(?:\x07|\x1b\\)"  # titles
    r"|\x1b[ -/]*[0-~]"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f]",
    re.DOTALL,
)
_WHO_ARE_YOU, _A_TERMINAL = re.compile(rb"\x1b\[0?c"), b"\x1b[?62c"
_START_TERMINAL = 'exec "$0" -i < "$1" > "$1" 2>&1'
_LIMIT = 60
_TAB, _HOME, _KILL, _ENTER = "\t", "\x01", "\x15", "\r"
"""Keys that mean the same to all three shells."""

_WORDS = """\
#!/bin/sh
printf '<%s>' "$@"
echo .
"""
"""A program that tells its arguments."""


class Shell:
    """A shell in which `genderplan --install-completion` was run and that was started anew, in a home of its own."""

    def __init__(self, name: str, path: str, home: Path, folder: Path) -> None:
        self.name, self.home, self.installed = name, home, ""
        self._path, self._folder = path, folder
        beside = str(Path(sys.executable).parent)
        (home / "words").write_text(_WORDS, encoding="utf-8")
        (home / "words").chmod(0o755)
        self._environment = {
            "HOME": str(home),
            "PATH": os.pathsep.join((beside, str(home), os.environ.get("PATH", os.defpath))),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        self._seen = ""

    def __enter__(self) -> Self:
        self.installed = self._run("genderplan --install-completion; true")
        self._leader, self._follower = pty.openpty()
        termios.tcsetwinsize(self._follower, (50, 250))
        self._process = subprocess.Popen(  # the first to open a terminal has it, where it leads a session
            ["/bin/sh", "-c", _START_TERMINAL, self._path, os.ttyname(self._follower)],
            cwd=self._folder,
            env=self._environment,
            start_new_session=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(_LIMIT)
        os.close(self._leader)
        os.close(self._follower)

    def _run(self, command: str) -> str:
        done = subprocess.run(
            [self._path, "-c", command],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_LIMIT,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout

    def completed(self, line: str, *, shown: str) -> list[str]:
        """The words of a line after TAB was pressed at its end, which shows something more."""
        self._offered(line, _TAB, shown)
        return self.evaluated()

    def listed(self, line: str, *, shown: str) -> str:
        """What the screen is sent when there are several words, this one among them; bash waits for a second TAB."""
        return self._offered(line, _TAB * (2 if self.name == "bash" else 1), shown)

    def _offered(self, line: str, tabs: str, shown: str) -> str:
        self._press(_KILL + line)
        self._until(re.escape(line[-3:]))
        self._press(tabs)
        return self._until(re.escape(shown))

    def evaluated(self, line: str = "") -> list[str]:
        """The words that a line, or what stands on the screen's, means to the shell."""
        self._press(f"{line}{_HOME}words {_ENTER}")
        return re.findall("<(.*?)>", self._until(r">\."))

    def _press(self, keys: str) -> None:
        self._seen = ""
        os.write(self._leader, keys.encode())

    def _until(self, pattern: str) -> str:
        """What came since the last key, once it holds this. Raises TimeoutError."""
        end = time.monotonic() + _LIMIT
        while not re.search(pattern, _CONTROLS.sub("", self._seen)):
            left = end - time.monotonic()
            if left < 0 or not select.select([self._leader], [], [], left)[0]:
                raise TimeoutError(f"{pattern!r} did not come, but {self._seen!r}")
            part = os.read(self._leader, 1 << 16)
            for _ in _WHO_ARE_YOU.findall(part):
                os.write(self._leader, _A_TERMINAL)
            self._seen += part.decode("utf-8", "replace")
        return _CONTROLS.sub("", self._seen)
