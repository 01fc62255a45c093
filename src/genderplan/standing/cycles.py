"""Cycles on a status date: the earliest open one of the times that something comes, and what became of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from genderplan.dates.cycles import Cycle
from genderplan.dates.forms import PlanDate
from genderplan.errors import UsageError
from genderplan.kinds.entry.cycle_rows import CycleRow
from genderplan.standing.days import StatusDay
from genderplan.standing.rag import Status

MOST_TIMES = 200_000
"""How many times of what comes again are told of all plans together: files of a few lines could ask for millions."""


def refuse_too_many(times: int) -> None:
    """Raise UsageError where so many times come again that nobody reads them."""
    if times > MOST_TIMES:
        raise UsageError(f"more than {MOST_TIMES:,} times of what comes again: ask for fewer plans, leads or years")


class Occurrence(NamedTuple):
    """One time that something comes."""

    due: PlanDate
    """When it is due."""
    completed: PlanDate | None
    """When it was done; null where it was not."""
    skipped: str | None
    """Why it will not be done; null where it is not left out."""
    status: Status
    """Where it stands on the status date; cancelled where it is skipped."""
    days_overdue: int | None
    """Days since the last day of the due date; null unless overdue."""


@dataclass(frozen=True)
class CycleStanding:
    """What comes again, on a day. A completion after that day has not happened yet; what is skipped is so on any day.

    Only as many occurrences are looked at as the file tells of, and one more.
    """

    cycle: Cycle
    row: CycleRow
    day: StatusDay

    @cached_property
    def completed(self) -> Mapping[int, PlanDate]:
        """When those were done that were, by their numbers."""
        found = ((self.cycle.number_of(when), done) for when, done in self.row.completed if self.day.has_come(done))
        return {number: done for number, done in found if number is not None}

    @cached_property
    def skipped(self) -> Mapping[int, str]:
        """Why those are left out that are, by their numbers."""
        found = ((self.cycle.number_of(when), reason) for when, reason in self.row.skipped)
        return {number: reason for number, reason in found if number is not None}

    @cached_property
    def number(self) -> int | None:
        """The number of the earliest open one; None where all are done or skipped, or there is none."""
        return self.open_from(0)

    @property
    def judged(self) -> int:
        """The number of the one by which it is judged: the earliest open one, else the last."""
        return self.cycle.size - 1 if self.number is None else self.number

    @property
    def next_due(self) -> PlanDate | None:
        """When the earliest open one is due."""
        return None if self.number is None else self.cycle.occurrence(self.number)

    @property
    def is_complete(self) -> bool:
        """Whether it has ended, and all are done or skipped."""
        return self.cycle.size > 0 and self.number is None

    @property
    def last_completed(self) -> PlanDate | None:
        """The newest day on which one was done."""
        return max(self.completed.values(), key=lambda day: day.last, default=None)

    def open_from(self, number: int) -> int | None:
        """The number of the first open one from a number on."""
        while number in self.completed or number in self.skipped:
            number += 1
        return number if number < self.cycle.size else None

    def occurrence(self, number: int) -> Occurrence | None:
        """One of them, by its number; None where there is none."""
        due = self.cycle.occurrence(number)
        if due is None:
            return None
        completed, skipped = self.completed.get(number), self.skipped.get(number)
        if completed is not None:
            return Occurrence(due, completed, skipped, Status.COMPLETE, None)
        status = self.day.open_status(due) if skipped is None else Status.CANCELLED
        return Occurrence(due, None, skipped, status, self.day.days_overdue(status, due))

    @property
    def ahead(self) -> PlanDate | None:
        """When the next open one is due that is so on the status date or after it."""
        number = self._ahead
        return None if number is None else self.cycle.occurrence(number)

    @property
    def _ahead(self) -> int | None:
        return self.open_from(self.cycle.number_until(self.day.ordinal - 1))

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """All from the first to the next open one that is due on the status date or after it."""
        ahead = self._ahead
        return tuple(self._between(0, self.cycle.size if ahead is None else ahead + 1))

    def within(self, first: int, last: int) -> Iterator[Occurrence]:
        """All that are due between two days, both included."""
        return self._between(self.cycle.number_until(first - 1), self.cycle.number_until(last))

    def _between(self, first: int, end: int) -> Iterator[Occurrence]:
        return filter(None, map(self.occurrence, range(first, end)))
