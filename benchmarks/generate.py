"""Write a tree of plans of any size, the same one every time, for the benchmarks.

    python benchmarks/generate.py 10000 DIR [--baseline]

DIR becomes the tree: organisations.yaml with 200 organisations and one plan of 20 objectives with that many
entry files of about 30 lines and 3 milestones. It validates without an error, a warning or a note.

The text comes from templates and not from a YAML library, so that it looks like files people wrote: lists in
one line, long text folded, quotes only where they are needed. With `--baseline` the entries stand in plans of
500 with a baseline each: nobody agrees to a plan of thousands in one go.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.entries import LAST_MONTH, STATUS_MONTH, WORDS, Author, Entry, month

SEED = 2003
PLAN = "workforce-equality"
PLAN_TITLE = "Workforce equality plan"
BASELINE_ENTRIES = 500
"""Entries of a plan with a baseline: about half a megabyte."""


@dataclass(frozen=True)
class Book:
    """What one plan is written from."""

    name: str
    title: str
    entries: Sequence[Entry]
    removed: Sequence[Entry] = ()

    def write(self, folder: Path, *, baseline: bool) -> None:
        """plan.yaml, a file for each entry, and the baseline where one is asked for."""
        for objective in WORDS["objectives"]:
            (folder / self.name / "actions" / objective).mkdir(parents=True)
        for name in ("projects", *(("baselines",) if baseline else ())):
            (folder / self.name / name).mkdir()
        for path, lines in self._files(baseline=baseline):
            write(folder / path, lines)

    def texts(self, *, baseline: bool) -> dict[str, str]:
        """The same as texts by their paths."""
        return {path: text_of(lines) for path, lines in self._files(baseline=baseline)}

    def _files(self, *, baseline: bool) -> Iterator[tuple[str, Iterator[str]]]:
        yield f"{self.name}/plan.yaml", self._plan()
        yield from ((f"{self.name}/{entry.path}", entry.lines()) for entry in self.entries)
        if baseline:
            yield f"{self.name}/baselines/board-1.yaml", self._baseline()

    def _plan(self) -> Iterator[str]:
        yield f"genderplan: 1\ntitle: {self.title}\nstate: draft"
        yield "long_term_aim: A place of work in which gender decides nothing"
        yield "aims:\n  - {id: know, title: To know where we stand}"
        yield "  - {id: change, title: To change what keeps us there}"
        yield f"period: {{start: {month(0)}, end: {month(LAST_MONTH)}}}"
        yield f"status_date: {month(STATUS_MONTH)}-15\ntolerance: 1 month\ndue_soon: 30 days"
        yield from objectives(0)
        yield "sources:"
        yield "  - id: board-paper\n    title: Paper 12 of the Equality Board\n    date: 2023-03-20"
        yield "  - id: staff-plan\n    title: What the staff networks asked for\n    date: 2023-02"

    def _baseline(self) -> Iterator[str]:
        yield "genderplan: 1\nname: board-1\ntitle: As the Equality Board agreed it\ntaken: 2023-04-03"
        yield f"plan:\n  title: {self.title}"
        yield "  long_term_aim: A place of work in which gender decides nothing"
        yield "  aims:\n    - {id: know, title: To know where we stand}"
        yield from objectives(2)
        yield "entries:"
        for entry in (*self.entries, *self.removed):
            if not entry.is_added:
                yield from entry.frozen_lines()


def objectives(indent: int) -> Iterator[str]:
    """The list of objectives, of plan.yaml or of a baseline."""
    margin = " " * indent
    yield f"{margin}objectives:"
    for name, title in WORDS["objectives"].items():
        yield f"{margin}  - id: {name}\n{margin}    title: {title}"


def organisations() -> Iterator[str]:
    """20 departments at 8 places, their partners and boards: 200."""
    yield "# Departments, and their units at each place"
    for name, title in WORDS["departments"].items():
        yield f'{name}: {{name: {title}, aliases: ["{title} Department"]}}'
        for place in WORDS["places"]:
            yield f"{name}-{place}: {{name: {title} {place}, part_of: {name}}}"
    for kind, names in (("partner", WORDS["partners"]), ("board", WORDS["boards"])):
        yield from (f"{name}:\n  name: {title}\n  kind: {kind}" for name, title in names.items())


def text_of(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def write(path: Path, lines: Iterable[str]) -> None:
    path.write_text(text_of(lines), encoding="utf-8", newline="\n")


def books(entries: int, *, baseline: bool) -> Iterator[Book]:
    """The plans of a tree: one, or with baselines as many as people could agree to."""
    random = Random(SEED)
    if not baseline:
        author = Author(random)
        yield Book(PLAN, PLAN_TITLE, [author.entry() for _ in range(entries)])
        return
    for number, first in enumerate(range(0, entries, BASELINE_ENTRIES), 1):
        author = Author(random)
        size = min(BASELINE_ENTRIES, entries - first)
        kept = [author.entry() for _ in range(size)]
        removed = [author.entry() for _ in range(size // 100)]
        yield Book(f"{PLAN}-{number:03d}", f"{PLAN_TITLE} {number}", kept, removed)


def write_tree(entries: int, folder: Path, *, baseline: bool = False) -> None:
    """Write a tree of that many entry files into a folder that does not exist or is empty."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    write(folder / "organisations.yaml", organisations())
    for book in books(entries, baseline=baseline):
        book.write(folder, baseline=baseline)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a tree of plans for the benchmarks.")
    parser.add_argument("entries", type=int, help="how many entry files")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the tree goes")
    parser.add_argument("--baseline", action="store_true", help="plans of 500 entries with a baseline each")
    given = parser.parse_args()
    write_tree(given.entries, given.folder, baseline=given.baseline)


if __name__ == "__main__":
    main()
