"""The rows of the benchmark: what is run against what, and which budget it has to keep."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Command, Measure, difference, growth, peak, ratio, wall
from benchmarks.references import EVERY_CONTENT, IMPORTS, SAFE_LOADER, TYPER_PROGRAM

FULL_SIZE = 10_000
"""The number of files for which the budgets are set; of trees of another size rows are reported without."""
TREE = "plans"
ENTRY_FOLDERS = ("plans/workforce-equality/actions", "plans/workforce-equality/projects")
"""Where a repository has its tree, and where that has its entries."""


class Verdict(NamedTuple):
    """One number of a row; `unit` is put behind it, `budget` is the most it may be."""

    name: str
    measure: Measure
    unit: str
    budget: float | None = None


@dataclass(frozen=True)
class Row:
    """Commands that are run in turn, the measured one first, and what is told of them."""

    commands: tuple[Command, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Bench:
    """Where trees and reference programs are written, when a row first asks for them."""

    folder: Path
    size: int

    def tree(self, size: int, *options: str) -> str:
        """A generated tree; another process writes it, to keep this one small."""
        return str(self._made("generate.py", size, *options))

    def repository(self, size: int, *options: str) -> Path:
        """A generated repository."""
        return self._made("past.py", size, *options)

    def _made(self, program: str, size: int, *options: str) -> Path:
        folder = self.folder / f"{program}-{size}{''.join(options)}"
        if not folder.exists():
            generator = Path(__file__).with_name(program)
            subprocess.run([sys.executable, generator, str(size), folder, *options], check=True)
        return folder

    def python(self, name: str, text: str, *arguments: str) -> Command:
        """A reference program, run by the interpreter that runs this."""
        path = self.folder / f"{name}.py"
        path.write_text(text, encoding="utf-8")
        return Command(name, (sys.executable, str(path), *arguments))

    def budget(self, most: float) -> float | None:
        """A budget, where the trees have the size for which it is set."""
        return most if self.size == FULL_SIZE else None


def genderplan(*arguments: str, codes: Sequence[int] = (0,), colour: bool = False) -> Command:
    """The command line as it is installed beside the interpreter."""
    program = str(Path(sys.executable).with_name("genderplan"))
    extra = {"FORCE_COLOR": "1"} if colour else {}
    return Command(f"genderplan {arguments[0]}", (program, *arguments), extra, tuple(codes))


def start(bench: Bench) -> Row:
    """`genderplan --version` against a one-command typer program."""
    commands = (genderplan("--version"), bench.python("typer-program", TYPER_PROGRAM))
    return Row(commands, (Verdict("start", ratio, "×", 1.3),))


def status(bench: Bench) -> Row:
    """`status` on the shipped plans against importing typer, yaml and rich and making one pydantic model."""
    plans = Path(__file__).resolve().parents[1] / "plans"
    commands = (genderplan("status", "--tree", str(plans)), bench.python("imports", IMPORTS))
    return Row(commands, (Verdict("status", ratio, "×", 1.3),))


def validate(bench: Bench) -> Row:
    """`validate` against `yaml.load(..., CSafeLoader)` of the same files from disk, and nothing else."""
    tree = bench.tree(bench.size)
    commands = (genderplan("validate", "--tree", tree), bench.python("safe-loader", SAFE_LOADER, tree))
    return Row(commands, (Verdict("validate", ratio, "×", bench.budget(0.9)),))


def memory(bench: Bench) -> Row:
    """Peak memory of `validate`, and what one more file costs in a large tree against a small one.

    The growth may be a tenth more than in step: the allocator takes memory in steps of a MiB, and tables
    double.
    """
    sizes = (bench.size, bench.size // 10, bench.size // 1000)
    commands = tuple(genderplan("validate", "--tree", bench.tree(size)) for size in sizes)
    step = partial(growth, sizes=sizes)
    return Row(
        commands,
        (
            Verdict("memory", peak, "MiB", bench.budget(250)),
            Verdict("memory growth", step, "× a file", bench.budget(1.1)),
        ),
    )


def over_json(name: str, arguments: Sequence[str], bench: Bench, *, colour: bool) -> Row:
    """What a terminal's rendering costs: the same command as text and as JSON."""
    given = (*arguments, "--tree", bench.tree(bench.size))
    commands = (genderplan(*given, colour=colour), genderplan(*given, "--format", "json"))
    return Row(commands, (Verdict(name, difference, "s over JSON", bench.budget(0.5)),))


def list_table(bench: Bench, *, colour: bool) -> Row:
    """`list milestones` as a table over the same as JSON, as many rows as the tree has files."""
    name = "list-table-colour" if colour else "list-table"
    return over_json(name, ("list", "milestones", "--limit", str(bench.size)), bench, colour=colour)


def timeline(bench: Bench, *, colour: bool) -> Row:
    """`timeline` over the same as JSON, a row for every file."""
    return over_json("timeline-colour" if colour else "timeline", ("timeline",), bench, colour=colour)


def alone(name: str, command: Command) -> Row:
    """A row without a reference: seconds."""
    return Row((command,), (Verdict(name, wall, "s"),))


def list_overdue(bench: Bench) -> Row:
    """`list milestones --status overdue` as JSON."""
    given = (
        "list",
        "milestones",
        "--status",
        "overdue",
        "--format",
        "json",
        "--tree",
        bench.tree(bench.size),
    )
    return alone("list-overdue", genderplan(*given))


def status_large(bench: Bench) -> Row:
    """`status` on the generated tree."""
    return alone("status-large", genderplan("status", "--tree", bench.tree(bench.size)))


def check(bench: Bench) -> Row:
    """`check` on the generated tree, which has overdue milestones."""
    return alone("check", genderplan("check", "--tree", bench.tree(bench.size), codes=(0, 1)))


def slippage(bench: Bench) -> Row:
    """`slippage` as JSON: as many entries, in plans of 500 with a baseline each."""
    given = ("slippage", "--format", "json", "--tree", bench.tree(bench.size, "--baseline"))
    return alone("slippage", genderplan(*given))


def network(bench: Bench) -> Row:
    """`impact --critical` as JSON over `list milestones` without a line: the same loading, and no network.

    There are as many milestones as the budget's size has files, on a day on which all of them are open.
    """
    given = ("--format", "json", "--as-of", "2023-04-01", "--tree", bench.tree(-(-bench.size // 3)))
    commands = (genderplan("impact", "--critical", *given), genderplan("list", "milestones", "--limit", "0", *given))
    return Row(commands, (Verdict("network", difference, "s over loading", bench.budget(1.0)),))


def past(bench: Bench) -> tuple[str, Path]:
    """A tree, and the repository with its past: 500 commits over a tenth of the files of other rows."""
    folder = bench.repository(bench.size // 10, "--commits", "500")
    return str(folder / TREE), folder


def history(bench: Bench) -> Row:
    """`history` as JSON against reading every content of its files once."""
    tree, folder = past(bench)
    reading = bench.python("every-content", EVERY_CONTENT, str(folder), *ENTRY_FOLDERS)
    commands = (genderplan("history", "--format", "json", "--tree", tree), reading)
    return Row(commands, (Verdict("history", ratio, "×", bench.budget(1.5)),))


def history_log(bench: Bench) -> Row:
    """`history` as JSON against what git takes to print the differences themselves."""
    tree, folder = past(bench)
    log = Command("git log", ("git", "-C", str(folder), "log", "-p", "--", *ENTRY_FOLDERS))
    return Row((genderplan("history", "--format", "json", "--tree", tree), log), (Verdict("history-log", ratio, "×"),))


def trend(bench: Bench) -> Row:
    """`trend` as JSON on the same repository."""
    return alone("trend", genderplan("trend", "--format", "json", "--tree", past(bench)[0]))


def slippage_git(bench: Bench) -> Row:
    """`slippage` against the last commit, a hundredth of the files changed since, over that against baselines of it."""
    tree = str(bench.repository(bench.size, "--changed", str(bench.size // 100)) / TREE)
    commands = [
        genderplan("slippage", "--against", source, "--format", "json", "--tree", tree)
        for source in ("git:HEAD", "board-1")
    ]
    return Row(tuple(commands), (Verdict("slippage-git", ratio, "×", bench.budget(1.5)),))


ROWS: dict[str, Callable[[Bench], Row]] = {
    "start": start,
    "status": status,
    "validate": validate,
    "memory": memory,
    "list-table": partial(list_table, colour=False),
    "list-table-colour": partial(list_table, colour=True),
    "timeline": partial(timeline, colour=False),
    "timeline-colour": partial(timeline, colour=True),
    "list-overdue": list_overdue,
    "status-large": status_large,
    "check": check,
    "slippage": slippage,
    "slippage-git": slippage_git,
    "network": network,
    "history": history,
    "history-log": history_log,
    "trend": trend,
}
HUGE_ROWS = ("validate", "memory")
"""What is run on more than FULL_SIZE files when nothing else is asked for."""
