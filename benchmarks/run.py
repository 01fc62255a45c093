"""Measure genderplan against what it is held to, and print a table for docs/performance.md.

    python benchmarks/run.py [--runs 5] [--size 10000] [--json FILE] [--check] [ROW...]

Needs nothing but the `genderplan` that is installed beside the interpreter. Each row's commands run in turn
as whole processes, after one warm-up each; the trees are generated in a temporary folder. Exit 1: a command
failed, or under `--check` a budget is missed.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import Command, CommandFailedError, Figure, Round, by_processor, figure, interleaved
from benchmarks.rows import FULL_SIZE, HUGE_ROWS, ROWS, Bench, Verdict

HEADER = ("row", "seconds", "MiB", "reference seconds", "result", "lowest to highest", "by processor", "budget", "met")


class Result(NamedTuple):
    """One verdict with its figure, and the rounds of its row."""

    verdict: Verdict
    figure: Figure
    commands: tuple[Command, ...]
    rounds: Sequence[Round]

    @property
    def met(self) -> bool | None:
        """Whether the budget is kept; None where there is none."""
        return None if self.verdict.budget is None else self.figure.value <= self.verdict.budget


def results(names: Iterable[str], bench: Bench, runs: int) -> Iterator[Result]:
    """The verdicts of rows, row by row as they are measured.

    Raises CommandFailedError.
    """
    for name in names:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        row = ROWS[name](bench)
        rounds = interleaved(row.commands, runs)
        for verdict in row.verdicts:
            yield Result(verdict, figure(rounds, verdict.measure), row.commands, rounds)


def cells(result: Result) -> tuple[str, ...]:
    """One line of the table. `by processor` is the result in processor time; budgets are for the clock's."""
    verdict, found = result.verdict, result.figure
    cpu = figure(by_processor(result.rounds), verdict.measure).value
    has_reference = len(result.commands) == 2
    return (
        verdict.name,
        f"{median(each[0].wall for each in result.rounds):.3f}",
        f"{median(each[0].peak for each in result.rounds):.0f}",
        f"{median(each[1].wall for each in result.rounds):.3f}" if has_reference else "",
        amount(found.value, verdict.unit),
        f"{plain(found.low)} to {plain(found.high)}",
        "" if cpu == found.value else plain(cpu),
        "" if verdict.budget is None else f"{verdict.budget:g} {verdict.unit}",
        {True: "yes", False: "no", None: ""}[result.met],
    )


def plain(number: float) -> str:
    """Two places, none where the number is large."""
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.2f}"


def amount(number: float, unit: str) -> str:
    return f"{plain(number)} {unit}"


def table(lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table, its columns aligned so that it can be read as it is."""
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    rule = ["-" * width for width in widths]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in (lines[0], rule, *lines[1:])
    )


def machine() -> dict[str, Any]:
    """What a figure depends on."""
    return {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "cores": os.cpu_count(),
        "platform": platform.platform(),
    }


def as_json(found: Sequence[Result], size: int, runs: int) -> dict[str, Any]:
    """Everything measured, for comparing one day with another."""
    return {"machine": machine(), "size": size, "runs": runs, "rows": [_record(each) for each in found]}


def _record(result: Result) -> dict[str, Any]:
    verdict = result.verdict
    return {
        "name": verdict.name,
        **result.figure._asdict(),
        "unit": verdict.unit,
        "budget": verdict.budget,
        "met": result.met,
        "commands": [
            {"argv": list(command.argv), "samples": [each[at]._asdict() for each in result.rounds]}
            for at, command in enumerate(result.commands)
        ],
    }


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure genderplan against its budgets.")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"which rows, all unless named: {', '.join(ROWS)}")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command (5)")
    parser.add_argument("--size", type=int, default=FULL_SIZE, help=f"entry files of the trees ({FULL_SIZE})")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything measured to a file")
    parser.add_argument("--check", action="store_true", help="exit 1 when a budget is missed")
    given = parser.parse_args()
    unknown = [name for name in given.rows if name not in ROWS]
    if unknown:
        parser.error(f"no row named {', '.join(unknown)}; there are {', '.join(ROWS)}")
    if given.runs < 1 or given.size < 1000:
        parser.error("at least 1 run and 1000 files")
    return given


def measured(given: argparse.Namespace, folder: Path) -> tuple[list[Result], bool]:
    """The results, and whether every command ran; one that fails costs its own row only."""
    names = given.rows or (HUGE_ROWS if given.size > FULL_SIZE else tuple(ROWS))
    bench = Bench(folder, given.size)
    found: list[Result] = []
    complete = True
    for name in names:
        try:
            found += results((name,), bench, given.runs)
        except CommandFailedError as error:
            print(f"{name}: {error}", file=sys.stderr)
            complete = False
    return found, complete


def main() -> int:
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="genderplan-benchmarks-") as folder:
        found, complete = measured(given, Path(folder))
    about = machine()
    print(table([HEADER, *(cells(each) for each in found)]))
    print(f"\nMedians of {given.runs} interleaved runs, {given.size:,} entry files;", end=" ")
    print(f"{about['python']}, {about['cores']} cores, {about['platform']}.")
    if given.json:
        text = json.dumps(as_json(found, given.size, given.runs), indent=2)
        given.json.write_text(text + "\n", encoding="utf-8")
    missed = given.check and any(each.met is False for each in found)
    return 1 if missed or not complete else 0


if __name__ == "__main__":
    sys.exit(main())
