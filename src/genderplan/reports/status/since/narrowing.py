"""Narrowing of two states of a plan to the entries that are not the same in both: of the others days alone tell."""

from collections.abc import Iterable, Iterator, Set
from itertools import zip_longest
from typing import NamedTuple

from genderplan.kinds.entry.part_rows import CancelledRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.standing.rag import Status
from genderplan.standing.standings import Standing, Standings


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
    every, earlier = sides.now.plan.entries, sides.was.plan.entries
    unlike = [pair for pair in zip_longest(every, earlier) if pair[0] is not pair[1]]  # few, where the order is one
    now = {id(row): row for row, _ in unlike if row}
    was = {id(row): row for _, row in unlike if row}
    others = [now[row] for row in now.keys() - was.keys()]
    gone = [was[row] for row in was.keys() - now.keys()]
    named = _former_names(every) if any(_former_names(others)) else ()
    return frozenset((*(each.id for each in (*others, *gone)), *named))


class Turns(NamedTuple):
    """What of entries that are the same rows on two days turns from the one to the other.

    `entries` are the ids of those of which something may have become done, cancelled or overdue, `recurring` of those
    of which something comes again; `dates` is how many agreed dates all of them have, with their milestones.
    """

    entries: Set[str] = frozenset()
    recurring: Set[str] = frozenset()
    dates: int = 0


def turns(entries: Iterable[EntryRow], first: int, last: int) -> Turns:
    """What turns from one day to another, both ordinals."""
    turning, recurring, dates = set(), set(), 0
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
                recurring.add(entry.id)
            elif row.cancelled and _is_new(row.cancelled, first, last):
                turning.add(entry.id)  # also where it was done before: an entry is cancelled then
            elif done and (day := done.first) <= last:
                if day > first:
                    turning.add(entry.id)
            elif due and first <= due.last < last:
                turning.add(entry.id)
    return Turns(turning - recurring, recurring, dates)


def has_turned(standing: Standing, first: int, last: int) -> bool:
    """Whether something that comes once came to be done, cancelled or overdue from one day to another, the last.

    What it was on the first follows from how it stands on the last, as its row is the same on both.
    """
    status, finish, days = standing.status, standing.finish, standing.days_overdue
    if status is Status.OVERDUE:
        return days is not None and last - days >= first
    if status is Status.COMPLETE:
        return finish is not None and finish.first > first
    cancelled = filter(None, (standing.item.entry.cancelled, standing.item.cancelled))
    return status is Status.CANCELLED and not any(each.counts_on(first) for each in cancelled)


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
