"""Runs that write the same file at once, and runs that are killed while they write."""

import fcntl
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.company import company
from cli_runner import COMMAND, call, environment
from genderplan.errors import WriteError
from genderplan.loading.tree import load_tree
from genderplan.source.writing import replace

FILE = "plans/pay/actions/publish-gap.yaml"
MOVE = ("move", "publish-gap#report", "--reason", "R", "--to")
CHANGED = f"genderplan: {FILE} was changed meanwhile: nothing was written\n"
KILLS = 60
_LIMIT = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return company(tmp_path).parent


def begun(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """The installed command, running; an interrupt that these tests ignore, as in the background, it does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [COMMAND, *arguments],
            cwd=folder,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=_LIMIT)
    return process.returncode, out, err


def temporaries(folder: Path) -> list[Path]:
    """The hidden files beside the one that is written."""
    return sorted((folder / FILE).parent.glob(".publish-gap.yaml.*"))


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _LIMIT
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.01)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody puts a file in another's place in a folder meanwhile."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


class TestAtOnce:
    def test_of_two_moves_one_wins_and_the_other_says_so(self, folder: Path) -> None:
        """Both have read the file and written what is to take its place before either may go on."""
        with locked((folder / FILE).parent):
            runs = [begun(folder, *MOVE, to) for to in ("2025-06", "2025-07")]
            wait_until(lambda: len(temporaries(folder)) == len(runs))
        results = [ended(each) for each in runs]
        [winner] = [at for at, result in enumerate(results) if result[0] == 0]
        assert results[winner][1] == f"{FILE}\n"
        assert results[1 - winner] == (2, "", CHANGED)
        text = (folder / FILE).read_text("utf-8")
        assert text.count('was: 2025-04, reason: "R"}') == 1
        assert f"due: {('2025-06', '2025-07')[winner]}\n" in text
        assert temporaries(folder) == []

    def test_of_many_none_is_lost(self, folder: Path) -> None:
        """Started at once, left to themselves: whoever says that it has written has, and each date is in the file once."""
        runs = {f"2025-{month:02}": begun(folder, *MOVE, f"2025-{month:02}") for month in range(6, 10)}
        results = {to: ended(each) for to, each in runs.items()}
        winners = [to for to, result in results.items() if result[0] == 0]
        losers = [result for result in results.values() if result[0] != 0]
        assert losers == [(2, "", CHANGED)] * len(losers)
        shown = call("show", MOVE[1], "--format", "json", cwd=folder).json
        was = [each["was"] for each in shown["revisions"]]
        assert was[:2] == ["2025-03", "2025-04"]
        assert sorted([*was[2:], shown["milestone"]["due"]]) == winners
        assert temporaries(folder) == []

    def test_an_editor_that_saves_meanwhile_is_not_overruled(self, folder: Path) -> None:
        with locked((folder / FILE).parent):
            process = begun(folder, *MOVE, "2025-06")
            wait_until(lambda: len(temporaries(folder)) == 1)
            (folder / FILE).write_text("title: Saved\n", "utf-8")
        assert ended(process) == (2, "", CHANGED)
        assert (folder / FILE).read_text("utf-8") == "title: Saved\n"
        assert temporaries(folder) == []

    def test_an_interrupted_wait_leaves_nothing(self, folder: Path) -> None:
        before = (folder / FILE).read_bytes()
        with locked((folder / FILE).parent):
            process = begun(folder, *MOVE, "2025-06")
            wait_until(lambda: len(temporaries(folder)) == 1)
            process.send_signal(signal.SIGINT)
            assert ended(process)[0] == 130
        assert (folder / FILE).read_bytes() == before
        assert temporaries(folder) == []

    def test_where_folders_know_no_locks_it_goes_on(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def unknown(*_: object) -> None:
            raise OSError(95, "Operation not supported")

        monkeypatch.setattr(fcntl, "flock", unknown)
        before = (folder / FILE).read_bytes()
        replace(folder / FILE, b"new", before)
        assert (folder / FILE).read_bytes() == b"new"
        with pytest.raises(WriteError, match="was changed meanwhile"):
            replace(folder / FILE, b"newer", before)


DRIVER = """\
# Runs of one command as they are ordered, each in a process of its own, in which everything is imported already.
import json, os, signal, sys, time
from genderplan.cli import app
from genderplan.editing import rewriting
from genderplan.source import writing

arguments = sys.argv[1:]
answers = os.dup(1)
silent = os.open(os.devnull, os.O_WRONLY)
os.dup2(silent, 1)
os.dup2(silent, 2)
app.run([*arguments, "--dry-run"])

def killed_at_line(number):
    # Have this process killed before so many lines of the module that writes have been run.
    left = number
    def trace(frame, event, argument):
        nonlocal left
        if frame.f_code.co_filename != writing.__file__:
            return None
        left -= event == "line"
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
    def replace(*given):
        sys.settrace(trace)
        writing.replace(*given)
    rewriting.replace = replace

for line in sys.stdin:
    order = json.loads(line)
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        if "line" in order:
            killed_at_line(order["line"])
        os._exit(app.run(arguments))
    if "delay" in order:
        time.sleep(order["delay"])
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.write(answers, json.dumps({"code": code, "took": time.monotonic() - started}).encode() + b"\\n")
"""


class Killed(NamedTuple):
    """How a run ended that was to be killed, and what it left: the old file or the new one, temporary files."""

    code: int
    took: float
    is_written: bool
    left: int


class Driver:
    """Has `move` run in processes that are killed, from the same beginning each time, and judges what they leave."""

    def __init__(self, folder: Path, process: subprocess.Popen[str]) -> None:
        self._folder = folder
        self._process = process
        self._before = self._contents()
        self._after: bytes | None = None
        self.entries = self._entries()

    def run(self, **how: float) -> Killed:
        """One run. `delay` kills it after so many seconds, `line` before a line of the module that writes."""
        assert self._process.stdin
        assert self._process.stdout
        (self._folder / FILE).write_bytes(self._before[self._folder / FILE])
        there = len(temporaries(self._folder))
        self._process.stdin.write(json.dumps(how) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return Killed(answer["code"], answer["took"], self._is_written(), len(temporaries(self._folder)) - there)

    def _is_written(self) -> bool:
        """Whether the file is the new one; fails where it is neither that nor the old one, or the tree is another."""
        now = self._contents()
        data = now.pop(self._folder / FILE)
        others = {path: content for path, content in self._before.items() if path != self._folder / FILE}
        assert now == others
        assert self._entries() == self.entries
        if data == self._before[self._folder / FILE]:
            return False
        assert b'was: 2025-04, reason: "R"}' in data
        assert data == (self._after or data)
        self._after = data
        return True

    def _contents(self) -> dict[Path, bytes]:
        """Every file that is not hidden."""
        paths = (self._folder / "plans").rglob("[!.]*")
        return {path: path.read_bytes() for path in paths if path.is_file()}

    def _entries(self) -> list[str]:
        tree = load_tree(self._folder / "plans")
        assert tree.findings == ()
        return [entry.full_id() for plan in tree.plans for entry in plan.entries]


class TestKilled:
    """`kill -9` leaves the old file or the new one, and nothing that is taken for an entry."""

    @pytest.fixture
    def driver(self, folder: Path) -> Iterator[Driver]:
        command = [sys.executable, "-c", DRIVER, *MOVE, "2025-06"]
        with subprocess.Popen(
            command, cwd=folder, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            yield Driver(folder, process)
            assert process.stdin
            process.stdin.close()

    def test_a_run_that_is_left_alone(self, driver: Driver) -> None:
        done = driver.run()
        assert (done.code, done.is_written, done.left) == (0, True, 0)

    def test_at_every_line_that_writes(self, driver: Driver) -> None:
        runs: list[Killed] = []
        while not runs or runs[-1].code == -signal.SIGKILL:
            runs.append(driver.run(line=len(runs) + 1))
        assert runs.pop().code == 0
        written = [each.is_written for each in runs]
        assert written == sorted(written)  # from one line on it is the new one
        assert {(each.is_written, each.left) for each in runs} == {(False, 0), (False, 1), (True, 0)}

    def test_at_random_moments(self, driver: Driver, folder: Path) -> None:
        """Each run is killed a little later than the last, or earlier where that had written: about the moments that count."""
        chance = random.Random(4)
        driver.run()
        delay = driver.run().took
        found: Counter[tuple[bool, int]] = Counter()
        for _ in range(KILLS):
            killed = driver.run(delay=delay * chance.uniform(0.9, 1.1))
            found[killed.is_written, killed.left] += 1
            delay *= 0.96 if killed.is_written else 1.04
        assert sum(found.values()) == KILLS
        assert found.keys() <= {(False, 0), (False, 1), (True, 0)}
        assert {is_written for is_written, _ in found} == {False, True}
        assert len(temporaries(folder)) == found[False, 1]
        last = driver.run()
        assert (last.code, last.is_written, last.left) == (0, True, 0)
        assert call("validate", cwd=folder).code == 0

    def test_the_command_itself(self, folder: Path) -> None:
        """Killed when what it has written has no name yet: the next run is neither kept waiting nor misled."""
        before = (folder / FILE).read_bytes()
        with locked((folder / FILE).parent):
            process = begun(folder, *MOVE, "2025-06")
            wait_until(lambda: len(temporaries(folder)) == 1)
            process.kill()
            assert ended(process)[0] == -signal.SIGKILL
        assert (folder / FILE).read_bytes() == before
        assert len(temporaries(folder)) == 1
        assert call("validate", "--format", "json", cwd=folder).json["summary"]["files"] == 11
        assert call(*MOVE, "2025-06", cwd=folder) == (
            0,
            f"{FILE}\n",
            "genderplan: Publish the report: due Apr → Jun 2025\n",
        )
