"""Rows of what comes again: how often, until when, and what became of each time."""

from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.cycles import Cycle
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length

if TYPE_CHECKING:
    from genderplan.kinds.entry.model import Entry, Milestone

Done = tuple[tuple[PlanDate, PlanDate], ...]
Skipped = tuple[tuple[PlanDate, str], ...]


class CycleRow(NamedTuple):
    """What an item says beside its first date: `completed` has dates and days, `skipped` dates and reasons.

    Either may name what is no occurrence: a check tells of that.
    """

    every: Length
    until: PlanDate | None
    completed: Done = ()
    skipped: Skipped = ()

    def over(self, first: PlanDate | None) -> Cycle:
        """Its dates, from a first one on."""
        return Cycle(self.every, first, self.until)

    @property
    def told_of(self) -> list[tuple[str, PlanDate]]:
        """Each time that is told of: the key that does, and the date under it."""
        done, skipped = ([when for when, _ in pairs] for pairs in (self.completed, self.skipped))
        return [*(("completed", when) for when in done), *(("skipped", when) for when in skipped)]

    def first_open(self, first: PlanDate | None) -> int:
        """The number of the earliest time that is neither done nor skipped, on whatever day; none may have it."""
        cycle = self.over(first)
        closed = {cycle.number_of(when) for _, when in self.told_of}
        return next(number for number in range(len(closed) + 1) if number not in closed)

    def last_completed(self, first: PlanDate | None, day: int | None = None) -> PlanDate | None:
        """The newest day on which one of its times was done, of those that have come by a day where one is given."""
        cycle = self.over(first)
        done_by_day = (pair for pair in self.completed if day is None or pair[1].first <= day)
        days = [done for when, done in done_by_day if cycle.number_of(when) is not None]
        return max(days, key=lambda done: done.last, default=None)

    def is_over(self, first: PlanDate | None) -> bool:
        """Whether it ends, and each of its times is done or skipped, on whatever day."""
        cycle = self.over(first)
        closed = {cycle.number_of(when) for _, when in self.told_of} - {None}
        return self.until is not None and 0 < cycle.size == len(closed)


def cycle_row(every: Length, until: PlanDate | None, progress: "Entry | Milestone") -> CycleRow:
    """The row of what comes again."""
    completed = progress.completed if isinstance(progress.completed, dict) else {}
    return CycleRow(every, until, tuple(completed.items()), tuple((progress.skipped or {}).items()))
