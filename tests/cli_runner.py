"""Runs of the command: the installed one in a process or on a terminal of its own, and the same one in this process.

A start takes ten times as long as a run: `run` and `real_terminal` are for what only a process of its own shows.
"""

import io
import json
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from genderplan.cli import app

COMMAND = str(Path(sys.executable).with_name("genderplan"))
REPOSITORY = Path(__file__).parents[1]
"""Where the shipped plans are: runs on them start here, so that files are named as a reader would."""

_TERMINAL = {"TERM": "xterm-256color"}
_LIMIT = 60


class Result(NamedTuple):
    """What one run said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of stdout, split at line feeds only."""
        return self.out.removesuffix("\n").split("\n")

    @property
    def json(self) -> Any:
        """Stdout as JSON."""
        return json.loads(self.out)


def environment(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment, which the tests keep clean, 80 columns, and what a test adds."""
    return {**os.environ, "COLUMNS": "80", **(env or {})}


def run(*arguments: str, cwd: Path = REPOSITORY, env: Mapping[str, str] | None = None) -> Result:
    """The installed command in a process of its own, its output piped."""
    done = subprocess.run(
        [COMMAND, *arguments],
        cwd=cwd,
        env=environment(env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_LIMIT,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def call(
    *arguments: str, cwd: Path = REPOSITORY, env: Mapping[str, str] | None = None, encoding: str = "utf-8"
) -> Result:
    """The same in this process; stdout is piped and has the encoding given."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    return _in_this_process(arguments, cwd, environment(env), out)


def printed(*arguments: str, cwd: Path = REPOSITORY) -> str:
    """What it prints where both of its streams lead to one pipe."""
    both = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with chdir(cwd), patch.dict(os.environ, environment(), clear=True), redirect_stdout(both), redirect_stderr(both):
        app.run(list(arguments))
    return _text(both)


class _Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal(
    *arguments: str, columns: int = 80, cwd: Path = REPOSITORY, env: Mapping[str, str] | None = None
) -> Result:
    """In this process as on a terminal so many columns wide; it has colours where `env` says no NO_COLOR."""
    out = _Screen(io.BytesIO(), encoding="utf-8", newline="")
    with patch("os.get_terminal_size", return_value=os.terminal_size((columns, 24))):
        return _in_this_process(arguments, cwd, _on_a_terminal(env), out)


def plain_terminal(*arguments: str, columns: int = 80, cwd: Path = REPOSITORY) -> Result:
    """The same without colours."""
    return terminal(*arguments, columns=columns, cwd=cwd, env={"NO_COLOR": "1"})


def _in_this_process(arguments: Sequence[str], cwd: Path, env: Mapping[str, str], out: io.TextIOWrapper) -> Result:
    err = io.TextIOWrapper(io.BytesIO(), encoding=out.encoding, errors="backslashreplace", newline="")
    with chdir(cwd), patch.dict(os.environ, env, clear=True), redirect_stdout(out), redirect_stderr(err):
        code = app.run(list(arguments))
    return Result(code, _text(out), _text(err))


def _on_a_terminal(env: Mapping[str, str] | None) -> dict[str, str]:
    """As `environment`, with the terminal's own width."""
    return {name: value for name, value in os.environ.items() if name != "COLUMNS"} | _TERMINAL | dict(env or {})


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    encoding, buffer = stream.encoding, stream.detach()
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(encoding)


def real_terminal(
    *arguments: str, columns: int = 80, cwd: Path = REPOSITORY, env: Mapping[str, str] | None = None
) -> Result:
    """The installed command, and a terminal that the system has made."""
    leader, follower = pty.openpty()
    attributes = termios.tcgetattr(follower)
    attributes[1] &= ~termios.OPOST  # line ends arrive as they were written
    termios.tcsetattr(follower, termios.TCSANOW, attributes)
    termios.tcsetwinsize(follower, (24, columns))
    with subprocess.Popen(
        [COMMAND, *arguments],
        cwd=cwd,
        env=_on_a_terminal(env),
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(follower)
        out = _all_of(leader)
        assert process.stderr is not None
        err = process.stderr.read()
        code = process.wait(_LIMIT)
    os.close(leader)
    return Result(code, out.decode(), err.decode())


def _all_of(leader: int) -> bytes:
    """What is written to a terminal until nobody has it open; Linux then reports an error, others an end."""
    parts = []
    try:
        while part := os.read(leader, 1 << 16):
            parts.append(part)
    except OSError:
        pass
    return b"".join(parts)
