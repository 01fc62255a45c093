"""Run whole processes in turn and say what they took: wall time, processor time and peak memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
_KEPT = ("PATH", "HOME", "LANG", "TMPDIR")


class CommandFailedError(Exception):
    """A command ended in a way that it should not; its time would mean nothing."""


@dataclass(frozen=True)
class Command:
    """A process to measure. It must end with one of `codes`: `check` ends with 1 where a plan is late."""

    name: str
    argv: Sequence[str]
    extra: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[int, ...] = (0,)

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of ours that could change what is measured: no colours, no CI, no PYTHON variables."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return {**kept, "COLUMNS": "120", **self.extra}


class Sample(NamedTuple):
    """One run: seconds by the clock, seconds of processor time, MiB at the peak."""

    wall: float
    cpu: float
    peak: float


Round = tuple[Sample, ...]
"""One run of each command of a row, made one after the other: what is compared stands side by side."""
Measure = Callable[[Round], float]


class Figure(NamedTuple):
    """The median over the rounds of a number that each round gives, and its extremes."""

    value: float
    low: float
    high: float


def figure(rounds: Sequence[Round], measure: Measure) -> Figure:
    """The median of what is measured round by round.

    A ratio is taken within each round and the median of the ratios afterwards: what slows the machine down
    for a while slows both sides of a round, and cancels out.
    """
    values = [measure(each) for each in rounds]
    return Figure(median(values), min(values), max(values))


def by_processor(rounds: Sequence[Round]) -> list[Round]:
    """The same rounds with processor time in place of wall time, which other processes disturb less."""
    return [tuple(sample._replace(wall=sample.cpu) for sample in each) for each in rounds]


def ratio(each: Round) -> float:
    """The first command's wall time as a multiple of the second's."""
    return each[0].wall / each[1].wall


def difference(each: Round) -> float:
    """Seconds by which the first command takes longer than the second."""
    return each[0].wall - each[1].wall


def wall(each: Round) -> float:
    """Seconds of the first command."""
    return each[0].wall


def peak(each: Round) -> float:
    """MiB of the first command."""
    return each[0].peak


def growth(each: Round, sizes: tuple[int, int, int]) -> float:
    """What one more file costs in memory, between the larger two of three trees over the smaller two.

    The commands are the same on the largest, the middle and the smallest tree. 1 is growth in step with the
    files, more is faster. Differences are taken so that the interpreter and the modules, which are there
    before the first file, do not count; a command that does not load the same modules would not serve.
    """
    largest, middle, smallest = (sample.peak for sample in each)
    upper = (largest - middle) / (sizes[0] - sizes[1])
    lower = (middle - smallest) / (sizes[1] - sizes[2])
    return upper / lower


def interleaved(commands: Sequence[Command], runs: int) -> list[Round]:
    """Every command once to warm up, then rounds of each in turn: A B, A B, ..."""
    for command in commands:
        run(command)
    return [tuple(run(command) for command in commands) for _ in range(runs)]


def run(command: Command) -> Sample:
    """One process from its start to its end; its output is thrown away.

    Memory is the kernel's own record of that child's peak (`wait4`). A child begins with the peak of the
    process it comes from, so this one stays small: it imports little and leaves trees to another process.
    """
    with tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command.argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=command.environment,
        )
        _, status, usage = os.wait4(process.pid, 0)
        end = time.perf_counter()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in command.codes:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()
            raise CommandFailedError(f"{command.name} ended with {process.returncode}: {said[-500:]}")
    return Sample(end - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS_UNIT / 2**20)
