"""Narrowing of two states of a plan to the entries that can tell of a change: of most nothing has."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.standing.standings import Standings


class ComparedPlans(NamedTuple):
    """A plan on two days, and how many agreed dates of entries are on neither side as they were left out of both."""

    now: Standings
    was: Standings
    left_out: int = 0

    def without(self, entries: Sequence[EntryRow]) -> "ComparedPlans":
        """The same without entries that both sides have."""
        if not entries:
            return self
        ids = frozenset(entry.id for entry in entries)
        left_out = self.left_out + sum(map(_agreed_dates, entries))
        return ComparedPlans(self.now.without(ids), self.was.without(ids), left_out)


def with_changes(sides: ComparedPlans) -> ComparedPlans:
    """The entries that are not the same rows on both sides, and those that another may once have been."""
    known, named = sides.was.plan.by_id, frozenset(_former_names(sides.now.plan.entries))
    entries = sides.now.plan.entries
    return sides.without([each for each in entries if known.get(each.id) is each and each.id not in named])


def with_turns(sides: ComparedPlans, rest: ComparedPlans) -> ComparedPlans:
    """What is in the `rest`, and the entries whose dates do not say the same on both days."""
    first, last = sorted((sides.was.as_of.ordinal, sides.now.as_of.ordinal))
    kept = rest.now.plan.by_id
    entries = sides.now.plan.entries
    return sides.without([each for each in entries if each.id not in kept and not _turns(each, first, last)])


def _former_names(entries: Iterable[EntryRow]) -> Iterator[str]:
    """The entries that entries, or milestones of them, say that they once were, or were in."""
    for entry in entries:
        yield from entry.renamed_from
        for milestone in entry.milestones:
            if milestone.renamed_from:
                yield from (name.partition("#")[0] for name in milestone.renamed_from)


def _turns(entry: EntryRow, first: int, last: int) -> bool:
    """Whether an entry, or a milestone of it, may have become done, cancelled or overdue from one day to another."""
    rows: tuple[EntryRow | MilestoneRow, ...] = (entry, *entry.milestones)
    for row in rows:
        due = row.due or (entry.end if row is entry else None)
        if row.cycle or (due and first <= due.last < last):
            return True
        if (row.completed and first < row.completed.first <= last) or (row.cancelled and _is_new(row, first, last)):
            return True
    return False


def _is_new(row: EntryRow | MilestoneRow, first: int, last: int) -> bool:
    """Whether it was cancelled from one day to another."""
    date = row.cancelled.date if row.cancelled else None
    return date is not None and first < date.first <= last


def _agreed_dates(entry: EntryRow) -> int:
    """How many agreed dates an entry has, and its milestones."""
    own = sum(date is not None for date in (entry.start, entry.end, entry.due, entry.until))
    return own + sum((each.due is not None) + (each.until is not None) for each in entry.milestones)
