"""Narrowing of two states of a plan to the entries that can tell of a change: of most nothing has."""

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from genderplan.kinds.entry.part_rows import CancelledRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.standing.standings import Standings


class ComparedPlans(NamedTuple):
    """A plan on two days."""

    now: Standings
    was: Standings

    def part(self, entries: Set[str]) -> "ComparedPlans":
        """The same with no other entries than some, by their ids."""
        return ComparedPlans(self.now.part(entries), self.was.part(entries))


def changed_entries(sides: ComparedPlans) -> Set[str]:
    """The ids of the entries that are not the same rows on both sides, with those that such a one may once have been.

    An entry that is the same row on both sides is its own counterpart, whatever it says that it was called, unless
    another took its place: then any that says so may have taken that of a further one.
    """
    now, was = sides.now.plan.entries, sides.was.plan.entries
    rows_now, rows_then = set(map(id, now)), set(map(id, was))
    others = [each for each in now if id(each) not in rows_then]
    gone = [each.id for each in was if id(each) not in rows_now]
    named = list(_former_names(now)) if any(_former_names(others)) else []
    return frozenset((*(each.id for each in others), *gone, *named))


class Turns(NamedTuple):
    """What of some entries turns from one day to another.

    `entries` are the ids of those of which something may have become done, cancelled or overdue; `dates` is how many
    agreed dates all of them have, with their milestones.
    """

    entries: Set[str]
    dates: int


def turns(sides: ComparedPlans, entries: Iterable[EntryRow]) -> Turns:
    """What turns from the day of the one side to that of the other."""
    first, last = sorted((sides.was.as_of.ordinal, sides.now.as_of.ordinal))
    turning, dates = set(), 0
    for entry in entries:
        dates += (entry.start is not None) + (entry.end is not None)
        rows: tuple[EntryRow | MilestoneRow, ...] = (entry, *entry.milestones)
        for row in rows:
            due, done = row.due, row.completed
            if due:
                dates += 1
            elif row is entry:
                due = entry.end
            if row.cycle:
                dates += row.cycle.until is not None
                turning.add(entry.id)
            elif row.cancelled and _is_new(row.cancelled, first, last):
                turning.add(entry.id)  # also where it was done before: an entry is cancelled then
            elif done and done.first <= last:
                if done.first > first:
                    turning.add(entry.id)
            elif due and first <= due.last < last:
                turning.add(entry.id)
    return Turns(turning, dates)


def _former_names(entries: Iterable[EntryRow]) -> Iterator[str]:
    """The entries that entries, or milestones of them, say that they once were, or were in."""
    for entry in entries:
        yield from entry.renamed_from
        for milestone in entry.milestones:
            if milestone.renamed_from:
                yield from (name.partition("#")[0] for name in milestone.renamed_from)


def _is_new(cancelled: CancelledRow, first: int, last: int) -> bool:
    """Whether something was cancelled after one day, up to another."""
    return cancelled.date is not None and first < cancelled.date.first <= last
