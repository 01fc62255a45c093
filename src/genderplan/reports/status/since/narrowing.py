"""Narrowing of two states of a plan to the entries that can tell of a change: of most nothing has."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.standing.standings import Standings


class ComparedPlans(NamedTuple):
    """A plan on two days."""

    now: Standings
    was: Standings

    def without(self, entries: Iterable[EntryRow]) -> "ComparedPlans":
        """The same without entries that both sides have."""
        ids = frozenset([entry.id for entry in entries])
        return ComparedPlans(self.now.without(ids), self.was.without(ids)) if ids else self


def unchanged(sides: ComparedPlans) -> list[EntryRow]:
    """The entries that are the same rows on both sides, but those that another may once have been."""
    known, named = sides.was.plan.by_id, frozenset(_former_names(sides.now.plan.entries))
    entries = sides.now.plan.entries
    return [each for each in entries if known.get(each.id) is each and each.id not in named]


def steady(sides: ComparedPlans, entries: Iterable[EntryRow]) -> list[EntryRow]:
    """Those of some entries whose dates say the same on both days."""
    first, last = sorted((sides.was.as_of.ordinal, sides.now.as_of.ordinal))
    return [each for each in entries if not _turns(each, first, last)]


def agreed_dates(entries: Iterable[EntryRow]) -> int:
    """How many agreed dates entries have, and their milestones."""
    number = 0
    for entry in entries:
        number += sum([date is not None for date in (entry.start, entry.end, entry.due, entry.until)])
        for each in entry.milestones:
            number += each.due is not None
            if each.cycle:
                number += each.until is not None
    return number


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
