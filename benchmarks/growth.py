"""Time and output against the size of the input, for kinds of input that could cost more than in proportion.

    python benchmarks/growth.py [--bytes 1048576] [--runs 3] [--pure] [KIND...]

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
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.kinds import KINDS
from benchmarks.trees import Kind

from genderplan.cli import app
from genderplan.source.yaml import parser as yaml_parser

MOST = 2.3
"""What doubling the input may cost: twice, and what the machine does besides."""

_FILES = 4
"""Kinds of many files are so many times as large as one file may be."""


class Cost(NamedTuple):
    """One run: seconds of processor time, and characters on stdout and stderr."""

    seconds: float
    output: int


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
    parser.add_argument("--pure", action="store_true", help="read with the parser that there is without libyaml")
    asked = parser.parse_args()
    yaml_parser.HAS_LIBYAML = yaml_parser.HAS_LIBYAML and not asked.pure
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
