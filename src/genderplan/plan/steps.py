"""Steps by which a plan came to be: one for each commit, with what that commit changed before and after."""

from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.rows import EntryRow


class CommitRow(NamedTuple):
    """A commit: its full id, the day on which its author made it and the one on which it was committed, who, and what.

    `subject` is the first line of its message.
    """

    id: str
    """The full id of the commit."""
    authored: PlanDate
    """The day on which its author made the commit, where that was."""
    committed: PlanDate
    """The day on which the commit got its place in the history."""
    author: str
    """Who made the commit."""
    subject: str
    """The first line of the commit's message."""


class Step(NamedTuple):
    """The entries of one plan in the files that a commit changed: as each of its parents had them, and as it has them.

    `commit` is None for what has not been committed yet. A merge that only took what its parents had, file by file,
    `changed` nothing. `thought` are the ids of entries that git takes for one, before and after: a guess from what
    their files hold.
    """

    commit: CommitRow | None
    befores: tuple[tuple[EntryRow, ...], ...]
    after: tuple[EntryRow, ...]
    thought: tuple[tuple[str, str], ...] = ()
    changed: bool = True
