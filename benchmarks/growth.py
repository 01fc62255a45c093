"""Time and output against the size of the input, for kinds of input that could cost more than in proportion.

    python benchmarks/growth.py [--bytes 1048576] [--runs 3] [KIND...]

Each kind is written once so large that its largest file has about so many bytes (a file may have 1 MiB), and once half
as large; every command of the kind is run on both in this process. Printed are the seconds of processor time, the
output and the ratios. Exit 1: doubling the input costs more than 2.3 × the time or the output.
"""

import argparse
import gc
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from genderplan.cli import app

Files = Mapping[str, str]
"""The text of each file of one plan, by its path in the tree."""

MOST = 2.3
"""What doubling the input may cost: twice, and what the machine does besides."""

_FILES = 4
"""Kinds of many files are so many times as large as one file may be."""

_PLAN = 'genderplan: 1\ntitle: "P"\n'
_ACTION = 'title: "A"\n'


class Kind(NamedTuple):
    """A kind of input of a size, and the commands that are run on it."""

    files: Callable[[int], Files]
    commands: tuple[tuple[str, ...], ...] = (("validate", "--notes"),)


class Cost(NamedTuple):
    """One run: seconds of processor time, and characters on stdout and stderr."""

    seconds: float
    output: int


def _lines(number: int, line: str) -> str:
    """Lines made of a pattern, in which `%` stands for the number of the line."""
    return "".join(line.replace("%", str(each)) + "\n" for each in range(number))


def _action(body: str, **others: str) -> Files:
    return {"p/plan.yaml": _PLAN, "p/actions/a.yaml": _ACTION + body, **others}


def _milestones(number: int, rest: str) -> str:
    return "milestones:\n" + _lines(number, f'  - {{id: m%, title: "T"{rest}}}')


def _circles(number: int) -> Files:
    rows = (f"  - {{id: m{each}, title: T, depends_on: [m{(each + 1) % number}, m0]}}\n" for each in range(number))
    return _action("milestones:\n" + "".join(rows))


def _ring_that_is_too_early(number: int) -> Files:
    rows = (
        f"  - {{id: m{each}, title: T, due: {2199 - each % 300}, depends_on: m{(each + 1) % number}}}\n"
        for each in range(number)
    )
    return _action("milestones:\n" + "".join(rows))


def _too_early(number: int) -> Files:
    rows = (f"  - {{id: m{each}, title: T, due: {2199 - each % 2}, depends_on: m0}}\n" for each in range(number))
    return _action("milestones:\n" + "".join(rows))


def _units(number: int, line: str = "Q%: {name: Unit %}") -> dict[str, str]:
    return {"organisations.yaml": _lines(number, line)}


def _unknown_units(number: int) -> Files:
    return _action(_milestones(number, ", lead: Q%x"), **_units(number))


def _unknown_reporters(number: int) -> Files:
    return _action("updates:\n" + _lines(number, "  - {by: Q%x, text: T}"), **_units(number))


def _unknown_parents(number: int) -> Files:
    return _action("lead: Q1\n", **_units(number, "Q%: {name: Unit %, part_of: Q%x}"))


def _ambiguous_units(number: int) -> Files:
    return _action(_milestones(number, ", lead: Same"), **_units(number, "Q%: {name: Unit %, aliases: [Same]}"))


def _unknown_objectives(number: int) -> Files:
    plan = _PLAN + "objectives:\n" + _lines(number, "  - {id: o%, title: O}")
    entries = {f"p/actions/a{each}.yaml": f"title: A\nobjective: o{each}x\n" for each in range(number // 20)}
    return {"p/plan.yaml": plan, **entries}


def _unknown_sources(number: int) -> Files:
    plan = _PLAN + "sources:\n" + _lines(number, "  - {id: s%, title: S}")
    return _action(_milestones(number, ", source: {document: s%x}"), **{"p/plan.yaml": plan})


def _accepted_nowhere(number: int) -> Files:
    plan = _PLAN + "accept:\n" + _lines(number, "  - {code: GP303, where: m%x, reason: R}")
    return _action(_milestones(number, ""), **{"p/plan.yaml": plan})


def _accepted_overdue(number: int) -> Files:
    plan = _PLAN + "accept:\n" + _lines(number, "  - {code: GP401, where: a#m%, reason: R}")
    return _action(_milestones(number, ", due: 2003-10"), **{"p/plan.yaml": plan})


def _accepted_again(number: int) -> Files:
    plan = _PLAN + "accept:\n" + _lines(number, "  - {code: GP401, where: a, reason: R%}")
    return _action(_milestones(number, ", due: 2003-10"), **{"p/plan.yaml": plan})


def _of_baselines(number: int) -> Files:
    frozen = "genderplan: 1\nentries:\n  a:\n    kind: action\n    title: A\n    milestones:\n"
    rows = _lines(number, "      - {id: m%, title: T, due: 2003-09}")
    return _action(_milestones(number, ", due: 2003-12"), **{"p/baselines/b.yaml": frozen + rows})


def _plans(number: int) -> Files:
    return {
        path: text
        for each in range(number // 100)
        for path, text in ((f"p{each}/plan.yaml", _PLAN), (f"p{each}/actions/a.yaml", _ACTION + "due: 2003-10\n"))
    }


_READING = (("status",), ("list", "milestones"), ("timeline",), ("list", "--format", "json"))

KINDS: dict[str, Kind] = {
    "circles": Kind(_circles, (("validate",), ("impact", "--critical"))),
    "a ring too early": Kind(_ring_that_is_too_early),
    "due too early": Kind(_too_early, (("validate",), ("impact", "--critical"))),
    "a chain": Kind(lambda n: _action(_milestones(n, ", due: 2003-10, depends_on: m%0")), (("validate",),)),
    "unknown milestones": Kind(lambda n: _action(_milestones(n, ", depends_on: q%"))),
    "unknown organisations": Kind(_unknown_units),
    "unknown reporters": Kind(_unknown_reporters),
    "unknown parents": Kind(_unknown_parents),
    "ambiguous organisations": Kind(_ambiguous_units),
    "a unit below the other": Kind(lambda n: _action("", **_units(n, "Q%: {name: U, part_of: Q%0}"))),
    "unknown objectives": Kind(_unknown_objectives),
    "unknown sources": Kind(_unknown_sources),
    "unknown keys": Kind(lambda n: _action(_lines(n, "titel%: T"))),
    "unknown keys without values": Kind(lambda n: _action(_lines(n, "titel%:"))),
    "unknown keys in flow": Kind(lambda n: _action("updates: [{" + _lines(n, "k%,") + "text: T}]\n")),
    "keys twice": Kind(lambda n: _action(_lines(n, "x-a: T"))),
    "bad dates": Kind(lambda n: _action(_milestones(n, ", due: 2003-13"))),
    "ids twice": Kind(lambda n: _action("milestones:\n" + _lines(n, "  - {id: m, title: T}"))),
    "repeated tags": Kind(lambda n: _action(f"tags: [{'a, ' * n}a]\n")),
    "tags": Kind(lambda n: {"p/plan.yaml": _PLAN + f"tags: [{', '.join(f't{each}' for each in range(n))}]\n"}),
    "aliases": Kind(lambda n: _action("", **_units(1, f"Q: {{aliases: [{', '.join(f'a{e}' for e in range(n))}]}}"))),
    "former ids": Kind(lambda n: _action(f"renamed_from: [{', '.join(f'a{each}' for each in range(n))}]\n")),
    "acceptances of nothing": Kind(_accepted_nowhere),
    "acceptances": Kind(_accepted_overdue, (("check",), ("check", "--format", "json"))),
    "acceptances of one place": Kind(_accepted_again, (("check",),)),
    "overdue": Kind(lambda n: _action(_milestones(n, ", due: 2003-10")), (("check",), *_READING)),
    "against a baseline": Kind(_of_baselines, (("check",), ("slippage",), ("status",))),
    "updates": Kind(
        lambda n: _action("updates:\n" + _lines(n, '  - {date: 2003-10-01, text: "T"}')), (("validate",), ("show", "a"))
    ),
    "revisions": Kind(
        lambda n: _action("due: 2003-10\nrevisions:\n" + _lines(n, "  - {date: 2003-01-01, was: 2003-09, reason: R}")),
        (("validate",), ("show", "a"), ("check",)),
    ),
    "comments in texts": Kind(lambda n: _action(_milestones(n, "").replace('"T"', "T #x"))),
    "comments": Kind(lambda n: _action(_lines(n, "# a comment"))),
    "long text": Kind(lambda n: _action("note: " + "word " * n + "\n"), (("validate",), ("show", "a"), ("status",))),
    "line separators": Kind(lambda n: _action("note: '" + "word\u2028" * n + "'\n"), (("validate",), ("show", "a"))),
    "deep nesting": Kind(lambda n: _action("x-a: " + "[" * n + "]" * n + "\n")),
    "deep blocks": Kind(lambda n: _action("x-a:\n" + "- " * n + "a\n")),
    "unclosed": Kind(lambda n: _action("note: " + "[" * n + "\n")),
    "anchors": Kind(lambda n: _action("tags:\n" + _lines(n, "  - &a% t"))),
    "tags of YAML": Kind(lambda n: _action("tags:\n" + _lines(n, "  - !t a"))),
    "conflict markers": Kind(lambda n: _action("note: |\n" + _lines(n, "  <<<<<<< a") + _lines(n, "<<<<<<< a"))),
    "plans": Kind(_plans, (("validate",), ("status",), ("list", "plans"))),
}


def cost(tree: Path, command: Sequence[str]) -> Cost:
    """What one command in this process takes on a tree. Raises RuntimeError where it ends with an internal error."""
    written = io.StringIO()
    with chdir(tree), redirect_stdout(written), redirect_stderr(written):
        gc.collect()
        gc.disable()  # as a run of its own has it
        started = time.process_time()
        code = app.run([*command, "--tree", str(tree)])
        seconds = time.process_time() - started
        gc.enable()
    if code not in {0, 1}:
        raise RuntimeError(f"genderplan {' '.join(command)} ended with {code}: {written.getvalue()[:200]}")
    return Cost(seconds, written.tell())


def written(kind: Kind, number: int, folder: Path) -> Path:
    """A tree of so many things of a kind, in a folder that is made."""
    for path, text in kind.files(number).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def number_for(kind: Kind, size: int) -> int:
    """How many things make the largest file of a kind nearly so many bytes; of kinds of many files, these together."""
    number = 400
    for _ in range(4):
        lengths = [len(text.encode()) for text in kind.files(number).values()]
        number = number * size * 97 // (max(*lengths, sum(lengths) // _FILES) * 100)
    return number


def _measured(kind: Kind, command: Sequence[str], number: int, runs: int) -> Iterator[Cost]:
    """The least costs of half as many things and of so many."""
    for each in (number // 2, number):
        with tempfile.TemporaryDirectory() as folder:
            tree = written(kind, each, Path(folder))
            yield min(cost(tree, command) for _ in range(runs))


def main() -> int:
    """Print a line for each kind and command; 1 where one costs more than in proportion."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"one of: {', '.join(KINDS)}")
    parser.add_argument("--bytes", type=int, default=1 << 20, help="the size of the largest file")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the least counts")
    asked = parser.parse_args()
    os.environ |= {"GENDERPLAN_AS_OF": "2003-11-03", "COLUMNS": "120"}
    failed = 0
    print(f"{'kind':26} {'command':28} {'things':>8} {'seconds':>8} {'MB out':>7} {'time':>6} {'output':>6}")
    for name in asked.kinds or KINDS:
        kind = KINDS[name]
        number = number_for(kind, asked.bytes)
        for command in kind.commands:
            half, whole = _measured(kind, command, number, asked.runs)
            ratios = whole.seconds / half.seconds, whole.output / max(half.output, 1)
            failed += max(ratios) > MOST
            print(
                f"{name:26} {' '.join(command):28} {number:8,} {whole.seconds:8.2f} {whole.output / 1e6:7.2f} "
                f"{ratios[0]:6.2f} {ratios[1]:6.2f}{'  <- more than in proportion' * (max(ratios) > MOST)}",
                flush=True,
            )
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
