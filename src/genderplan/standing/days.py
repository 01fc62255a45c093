"""Day on which a plan is judged: what has come by then, and what an open date is on it."""

from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.standing.rag import Status


def has_come(date: PlanDate | None, day: int) -> bool:
    """Whether something of a date has happened by a day, an ordinal: of a month it has from its first day on."""
    return date is not None and date.first <= day


class AsOf(NamedTuple):
    """The status date of a plan, as an ordinal, and where it came from: option, environment, plan or today."""

    day: PlanDate
    origin: str

    @property
    def ordinal(self) -> int:
        return self.day.last


class StatusDay(NamedTuple):
    """A status date, as an ordinal, and the last day that counts as soon."""

    ordinal: int
    soon: int

    def has_come(self, date: PlanDate | None) -> bool:
        """Whether something of a date has happened by it."""
        return has_come(date, self.ordinal)

    def open_status(self, due: PlanDate | None) -> Status:
        """The status of what is open, by the last day of its date."""
        if due is None:
            return Status.UNDATED
        if due.last < self.ordinal:
            return Status.OVERDUE
        return Status.DUE if due.last <= self.soon else Status.UPCOMING

    def days_overdue(self, status: Status, due: PlanDate | None) -> int | None:
        """Days since the last day of a date; None unless overdue."""
        return self.ordinal - due.last if status is Status.OVERDUE and due else None
