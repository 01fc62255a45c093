"""Narrowing of two states of a plan to the entries that can tell of a change: of most nothing has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.standing.standings import Standings


class Sides(NamedTuple):
    """A plan on two days, and how many agreed dates of entries are on neither side as they were left out of both."""

    now: Standings
    was: Standings
    left_out: int = 0

    def without(self, entries: Sequence[EntryRow]) -> "Sides":
        """The same without entries that both sides have."""
        if not entries:
            return self
        ids = frozenset(entry.id for entry in entries)
        now, was = (_without(each, ids) for each in (self.now, self.was))
        return Sides(now, was, self.left_out + sum(map(_agreed_dates, entries)))


def with_changes(sides: Sides) -> Sides:
    """The entries that are not the same rows on both sides, and those that another may once have been."""
    known, named = sides.was.plan.by_id, frozenset(_former_names(sides.now.plan.entries))
    entries = sides.now.plan.entries
    return sides.without([each for each in entries if known.get(each.id) is each and each.id not in named])


def with_turns(sides: Sides, rest: Sides) -> Sides:
    """What is in the `rest`, and the entries whose dates do not say the same on both days."""
    first, last = sorted((sides.was.as_of.ordinal, sides.now.as_of.ordinal))
    kept = rest.now.plan.by_id
    entries = sides.now.plan.entries
    return sides.without([each for each in entries if each.id not in kept and not _turns(each, first, last)])


def _without(standings: Standings, ids: frozenset[str]) -> Standings:
    entries = tuple(entry for entry in standings.plan.entries if entry.id not in ids)
    return Standings(replace(standings.plan, entries=entries), standings.as_of)


def _former_names(entries: Iterable[EntryRow]) -> Iterator[str]:
    """The entries that entries, or milestones of them, say that they once were, or were in."""
    for entry in entries:
        yield from entry.renamed_from
        for milestone in entry.milestones:
            yield from (name.partition("#")[0] for name in milestone.renamed_from)


def _turns(entry: EntryRow, first: int, last: int) -> bool:
    """Whether an entry, or a milestone of it, may have become done, cancelled or overdue from one day to another."""
    if _has_turned(entry, entry.due or entry.end, first, last):
        return True
    return any(_has_turned(each, each.due, first, last) for each in entry.milestones)


def _has_turned(row: EntryRow | MilestoneRow, due: PlanDate | None, first: int, last: int) -> bool:
    if row.cycle or (due and first <= due.last < last):
        return True
    cancelled = row.cancelled.date if row.cancelled else None
    return any(date and first < date.first <= last for date in (row.completed, cancelled))


def _agreed_dates(entry: EntryRow) -> int:
    """How many agreed dates an entry has, and its milestones."""
    own = sum(date is not None for date in (entry.start, entry.end, entry.due, entry.until))
    return own + sum((each.due is not None) + (each.until is not None) for each in entry.milestones)
