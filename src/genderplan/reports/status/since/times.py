"""Times of what comes again that were done, left out or have become overdue since an earlier state, each by itself."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.kinds.entry.part_rows import CancelledRow
from genderplan.standing.cycles import CycleStanding, Occurrence
from genderplan.standing.rag import CLOSED, Rag, Status
from genderplan.standing.records.items import MilestoneRecord
from genderplan.standing.records.recording import item_record
from genderplan.standing.standings import Standing

_RAG = {Status.COMPLETE: Rag.BLUE, Status.OVERDUE: Rag.RED}


class StatusChange(NamedTuple):
    """Something that has come to be otherwise: an item, or one time of what comes again."""

    standing: Standing
    time: Occurrence | None = None

    @property
    def status(self) -> Status:
        """What has become of it."""
        return self.time.status if self.time else self.standing.status

    @property
    def record(self) -> MilestoneRecord:
        """The record of the item, as it is of that time."""
        return _of_time(self.standing, self.time) if self.time else item_record(self.standing)


def times_changed(now: Standing, was: Standing) -> Iterator[StatusChange]:
    """The times of an item of now that have another status than when it `was`; in the order of their dates."""
    cycle, then = now.cycle, was.cycle
    if cycle is None or then is None:
        return
    is_same = then.cycle[:2] == cycle.cycle[:2]  # else times were called otherwise
    done_then = () if is_same else [done for _, done in then.row.completed if then.day.has_come(done)]
    closed = cycle.completed.keys() | cycle.skipped.keys()
    numbers = closed if now.status in CLOSED else closed.union(_passed(cycle, then, was.status))
    for each in filter(None, map(cycle.occurrence, sorted(numbers))):
        is_told = each.status in CLOSED or each.status is Status.OVERDUE
        if is_told and each.status is not _status_then(each, then, was.status) and each.completed not in done_then:
            yield StatusChange(now, each)


def _passed(cycle: CycleStanding, then: CycleStanding, whole: Status) -> Iterator[int]:
    """The numbers of those that may be overdue now and were not.

    They passed since, did not come then, or were closed and are open again; `whole` is the status that the item had.
    """
    first = 1 if whole is Status.CANCELLED else then.day.ordinal
    start = min(cycle.cycle.number_until(first - 1), then.cycle.size)
    yield from range(start, cycle.cycle.number_until(cycle.day.ordinal - 1))
    for due in map(then.cycle.occurrence, then.completed.keys() | then.skipped.keys()):
        number = cycle.cycle.number_of(due) if due else None
        if number is not None:
            yield number


def _status_then(time: Occurrence, then: CycleStanding, whole: Status) -> Status | None:
    """The status of a time when the item had another, `whole`; None where it did not come then."""
    number = then.cycle.number_of(time.due)
    before = None if number is None else then.occurrence(number)
    if before and before.status is not Status.COMPLETE and whole is Status.CANCELLED:
        return whole
    return before.status if before else None


def _of_time(standing: Standing, time: Occurrence) -> MilestoneRecord:
    """The record of an item as it is of one time of it."""
    is_open = time.status not in CLOSED
    return item_record(standing)._replace(
        id=f"{standing.item.id}@{time.due}",
        due=time.due,
        completed=time.completed,
        cancelled=CancelledRow(None, time.skipped) if time.skipped and time.completed is None else None,
        finish=time.completed or time.due,
        status=time.status,
        days_overdue=time.days_overdue,
        rag=_RAG.get(time.status),
        baseline_due=None,
        variance_months=None,
        variance_days=None,
        judged_by=None,
        approved=None,
        next_due=time.due if is_open else None,
        occurrences=(time,),
    )
