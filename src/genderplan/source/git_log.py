"""What git prints of commits and of the files that they changed, as values; nothing here runs git."""

import os
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from genderplan.source.files import printable

COMMIT_FORMAT = "%H%x00%aI%x00%cI%x00%an%x00%s"
"""The fields of a commit as `commit_of` takes them."""

LOG_FORMAT = f"%x01{COMMIT_FORMAT}"
"""The same with a sign before it, by which it is told from the files that follow."""

_SIGN = "\x01"
_REGULAR = frozenset(("100644", "100755"))
_FIELDS = 5
_NO_DAY = date(1970, 1, 1)


class Commit(NamedTuple):
    """One commit: its full id, the day on which its author made it (where that was), who it is, and its subject.

    `committed` is the day on which it was given its place in the history. What could steer a terminal is spelled out
    in names and subjects.
    """

    id: str
    day: date
    author: str
    subject: str
    committed: date


class FileChange(NamedTuple):
    """A file that a commit changed: the id of its content in each parent, and in the commit itself.

    None where there was no such file, or something else of its name: a symbolic link, or another repository.
    """

    path: str
    before: tuple[str | None, ...]
    after: str | None


class LoggedCommit(NamedTuple):
    """A commit and the files that it changed."""

    commit: Commit
    files: tuple[FileChange, ...]


class Rename(NamedTuple):
    """What git takes for a renaming: in a commit, a file that went and one that came and is much like it."""

    commit: str
    was: str
    now: str


def commit_of(text: str) -> Commit:
    """A commit from its fields."""
    name, authored, committed, author, subject = text.split("\0")
    return Commit(name, _day(authored), printable(author), printable(subject), _day(committed))


def logged(data: bytes) -> Iterator[LoggedCommit]:
    """The commits of `git log -z --raw`; a merge has one state of before for each of its parents."""
    fields = iter(data.split(b"\0"))
    commit: Commit | None = None
    files: list[FileChange] = []
    for field in fields:
        text = field.removeprefix(b"\n")
        if text.startswith(b":"):
            files.append(_file(text.decode(), os.fsdecode(next(fields))))
        elif text:
            if commit:
                yield LoggedCommit(commit, tuple(files))
            about = [text[len(_SIGN) :], *islice(fields, _FIELDS - 1)]
            commit, files = commit_of(b"\0".join(about).decode("utf-8", "replace")), []
    if commit:
        yield LoggedCommit(commit, tuple(files))


def renamed(data: bytes) -> Iterator[Rename]:
    """The renamings that `git diff-tree -z --stdin` prints under the ids of commits."""
    fields = iter(data.split(b"\0")[:-1])
    commit = ""
    for field in fields:
        if field.startswith(b":"):
            yield Rename(commit, os.fsdecode(next(fields)), os.fsdecode(next(fields)))
        else:
            commit = field.decode()


def _file(about: str, path: str) -> FileChange:
    """One line of `--raw`: as many colons as parents, the modes of them and of the commit, then the ids."""
    parents = len(about) - len(about.lstrip(":"))
    modes_and_ids = about[parents:].split(" ")
    modes, ids = modes_and_ids[: parents + 1], modes_and_ids[parents + 1 : 2 * parents + 2]
    *before, after = (name if mode in _REGULAR else None for mode, name in zip(modes, ids, strict=True))
    return FileChange(path, tuple(before), after)


def _day(text: str) -> date:
    """The day of a time; the first that git counts from where it gives none that there is."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return _NO_DAY
