"""The rows of the benchmark: what is run against what, and which budget it has to keep."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Command, Measure, difference, growth, peak, ratio, wall

FULL_SIZE = 10_000
"""The number of files for which the budgets are set; of trees of another size rows are reported without."""

TYPER_PROGRAM = """\
import typer

app = typer.Typer(add_completion=False)


@app.command()
def main() -> None:
    print("0.1.0")


app()
"""
IMPORTS = """\
import typer
import yaml
from rich.console import Console
from rich.table import Table
from pydantic import BaseModel


class Milestone(BaseModel):
    title: str


Milestone(title="Publish the report")
"""
SAFE_LOADER = """\
import os
import sys

import yaml

for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".yaml"):
            with open(os.path.join(folder, name), "rb") as file:
                yaml.load(file.read(), Loader=yaml.CSafeLoader)
"""


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
        folder = self.folder / f"tree-{size}{''.join(options)}"
        if not folder.exists():
            generator = Path(__file__).with_name("generate.py")
            subprocess.run([sys.executable, generator, str(size), folder, *options], check=True)
        return str(folder)

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
}
HUGE_ROWS = ("validate", "memory")
"""What is run on more than FULL_SIZE files when nothing else is asked for."""
