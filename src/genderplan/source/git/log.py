"""Log: what git prints of commits and of the files that they changed, as values; nothing here runs git."""

import os
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby, islice
from typing import NamedTuple

from genderplan.text import printable

COMMIT_FORMAT = "%H%x00%aI%x00%cI%x00%an%x00%s"
"""The fields of a commit as `commit_of` takes them."""

LOG_FORMAT = f"%x01%P%x00{COMMIT_FORMAT}"
"""The same after the parents, with a sign before it, by which it is told from the files that follow."""

_SIGN = "\x01"
_REGULAR = frozenset(("100644", "100755"))
_FIELDS = 6
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


def logged(data: bytes, *, mainline: bool = False) -> Iterator[LoggedCommit]:
    """The commits of `git log -z --raw -m`; a merge has one state of before for each of its parents.

    Of a merge git prints the files for each parent from which any differs, in their order, and does not say for which:
    where there are fewer than parents, those with nothing to tell stand behind the others. With `mainline` they are
    those of the first parent alone.
    """
    for commit, group in groupby(_parts(data), key=lambda part: part.commit):
        parts = list(group)
        if len(parts) == 1 and (mainline or parts[0].parents < 2):
            yield LoggedCommit(commit, tuple(parts[0].files))
        else:
            yield LoggedCommit(commit, _of_merge([part.files for part in parts], parts[0].parents))


class _Part(NamedTuple):
    """The files that a commit has otherwise than one of so many parents."""

    commit: Commit
    parents: int
    files: list[FileChange]


def _parts(data: bytes) -> Iterator[_Part]:
    fields = iter(data.split(b"\0"))
    part: _Part | None = None
    for field in fields:
        text = field.removeprefix(b"\n")
        if part and text.startswith(b":"):
            part.files.append(_file(text.decode(), os.fsdecode(next(fields))))
        elif text:
            if part:
                yield part
            about = b"\0".join(islice(fields, _FIELDS - 1)).decode("utf-8", "replace")
            part = _Part(commit_of(about), len(text[len(_SIGN) :].split()), [])
    if part:
        yield part


def _of_merge(parts: Sequence[Sequence[FileChange]], parents: int) -> tuple[FileChange, ...]:
    """The files that a merge has otherwise than any parent; what is not told of a parent is in it as in the merge."""
    sides = [{file.path: file.before[0] for file in files} for files in parts]
    sides += [{}] * (parents - len(sides))
    after = {file.path: file.after for files in parts for file in files}
    return tuple(
        FileChange(path, tuple(side.get(path, now) for side in sides), now) for path, now in sorted(after.items())
    )


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
    """One line of `--raw`: the modes before and after, then the ids."""
    mode, mode_now, name, name_now, _ = about.removeprefix(":").split(" ")
    return FileChange(path, (name if mode in _REGULAR else None,), name_now if mode_now in _REGULAR else None)


def _day(text: str) -> date:
    """The day of a time; the first that git counts from where it gives none that there is."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return _NO_DAY
