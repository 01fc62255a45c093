"""Write repositories whose plans have a past, the same ones every time, for the benchmarks.

    python benchmarks/past.py 1000 DIR --commits 500
    python benchmarks/past.py 10000 DIR --changed 100

DIR becomes a repository whose folder `plans` is a tree. With `--commits` that is one plan of as many entries, the last
state of that many commits. With `--changed` the entries stand in plans of 500, each with a baseline of just what is
committed, and that many of their files have been changed since.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.entries import Entry
from benchmarks.generate import SEED, Book, books, organisations, text_of, write

TREE = "plans"
CHANGES = 4
"""Entries that a commit changes."""
FIRST, HOURS = datetime(2023, 4, 3, 9, tzinfo=UTC), 21_000
"""When the first commit is made, and the hours from it to the last."""
PEOPLE = ("A. Person", "B. Writer", "C. Planner", "D. Lead", "E. Clerk")

Texts = Mapping[str, str | None]
"""Contents by paths below the tree; None for what is removed."""


class Version(NamedTuple):
    """What a commit makes of an entry, and what it was before; None where it was not there."""

    before: Entry | None
    after: Entry

    def texts(self, plan: str) -> Texts:
        gone = {} if self.before is None else {f"{plan}/{self.before.path}": None}
        return gone | {f"{plan}/{self.after.path}": text_of(self.after.lines())}


class Past:
    """How entries came to be, invented from what they are now backwards.

    So the last state has no findings. Those before it may have some, as states of plans do.
    """

    def __init__(self, entries: Sequence[Entry], random: Random) -> None:
        self.entries = [_with_a_former_name(entry, place) for place, entry in enumerate(entries)]
        self._random = random
        self._turn = 0

    def undo(self) -> list[Version]:
        """One commit taken back: some of the entries become what they were before it."""
        found = []
        for at in sorted(self._random.sample(range(len(self.entries)), CHANGES), reverse=True):
            after = self.entries[at]
            before = self._before(after)
            self.entries[at : at + 1] = [before] if before else []
            found.append(Version(before, after))
        return found

    def _before(self, entry: Entry) -> Entry | None:
        self._turn += 1
        chance = self._random.random()
        if entry.head[0].startswith("renamed_from: ") and chance < 0.5:
            return replace(entry, id=f"{entry.id}-draft", head=entry.head[1:])
        if chance < 0.55:
            months = self._random.choice((1, 1, 2, 3, -1))
            return moved(entry, self._random.randrange(3), -months)
        if chance < 0.75 and any("completed" in line for each in entry.milestones for line in each.progress):
            return _without_completions(entry)
        if chance < 0.95:
            return replace(entry, title=f"{entry.title.partition(' (')[0]} (draft {self._turn})")
        return None


def _with_a_former_name(entry: Entry, place: int) -> Entry:
    """A project in two had another id: nothing depends on projects."""
    if entry.objective or place % 2:
        return entry
    return replace(entry, head=(f"renamed_from: {entry.id}-draft", *entry.head))


def _without_completions(entry: Entry) -> Entry:
    kept = [tuple(line for line in each.progress if "completed" not in line) for each in entry.milestones]
    open_ = [replace(each, progress=lines) for each, lines in zip(entry.milestones, kept, strict=True)]
    tail = tuple(line for line in entry.tail if not line.startswith("completed"))
    return replace(entry, milestones=tuple(open_), tail=tail)


def moved(entry: Entry, stage: int, months: int) -> Entry:
    """With the dates of a stage and of those after it moved."""
    late = [replace(each, slip=each.slip + months) for each in entry.milestones[stage:]]
    return replace(entry, milestones=(*entry.milestones[:stage], *late))


def as_agreed(entry: Entry) -> Entry:
    """With a baseline that says of it just what it says now."""
    agreed = [replace(each, agreed=each.due, slip=0) for each in entry.milestones]
    return replace(entry, is_added=False, is_reworded=False, milestones=tuple(agreed))


def history_of(book: Book, commits: int) -> Iterator[Texts]:
    """What each commit changes, the first of them all that there was then."""
    past = Past(book.entries, Random(SEED))
    later = [past.undo() for _ in range(commits - 1)]
    yield {"organisations.yaml": text_of(organisations()), **replace(book, entries=past.entries).texts(baseline=False)}
    for versions in reversed(later):
        changes: dict[str, str | None] = {}
        for version in versions:
            changes |= version.texts(book.name)
        yield changes


def commit(folder: Path, history: Iterable[Texts], count: int) -> None:
    """Make a repository of a history of that many commits, with the last of them checked out."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty")
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(folder, "fast-import", "--quiet", given=b"".join(_stream(history, count)))
    _git(folder, "reset", "--quiet", "--hard", "main")


def _stream(history: Iterable[Texts], count: int) -> Iterator[bytes]:
    """A history as `git fast-import` reads it."""
    for number, texts in enumerate(history):
        when = int((FIRST + timedelta(hours=HOURS * number // count)).timestamp())
        person = PEOPLE[number % len(PEOPLE)]
        who = f"{person} <{person[0].lower()}@example.org> {when} +0000"
        yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
        yield _data(f"Change {len(texts)} files, as of report {number + 1}\n")
        for path, text in texts.items():
            yield f"D {TREE}/{path}\n".encode() if text is None else f"M 100644 inline {TREE}/{path}\n".encode()
            yield b"" if text is None else _data(text)


def _data(text: str) -> bytes:
    data = text.encode()
    return b"data %d\n%b\n" % (len(data), data)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> None:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", folder, *arguments], input=given, env=inherited | alone, check=True)


def write_past(entries: int, folder: Path, commits: int) -> None:
    """A repository of one plan with a past."""
    (book,) = books(entries, baseline=False)
    commit(folder, history_of(book, commits), commits)


def write_changed(entries: int, folder: Path, changed: int) -> None:
    """A repository of one commit, with changed files: the last milestone of each a month later."""
    agreed = [
        replace(book, entries=[as_agreed(entry) for entry in book.entries], removed=())
        for book in books(entries, baseline=True)
    ]
    texts: dict[str, str | None] = {"organisations.yaml": text_of(organisations())}
    for book in agreed:
        texts |= book.texts(baseline=True)
    commit(folder, [texts], 1)
    all_of_them = [(book.name, entry) for book in agreed for entry in book.entries]
    for name, entry in all_of_them[:: len(all_of_them) // changed][:changed]:
        write(folder / TREE / name / entry.path, moved(entry, 2, 1).lines())


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a repository of plans for the benchmarks.")
    parser.add_argument("entries", type=int, help="how many entry files")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the repository goes")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--commits", type=int, help="the commits of its past")
    how.add_argument("--changed", type=int, help="files changed since the one commit, which the baselines repeat")
    given = parser.parse_args()
    if given.commits:
        write_past(given.entries, given.folder, given.commits)
    else:
        write_changed(given.entries, given.folder, given.changed)


if __name__ == "__main__":
    main()
