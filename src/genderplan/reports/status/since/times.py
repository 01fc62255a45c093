"""Times of what comes again that were done, left out or have become overdue since an earlier state, each by itself."""

from collections.abc import Iterator, Set

from genderplan.kinds.entry.part_rows import CancelledRow
from genderplan.standing.cycles import CycleStanding, Occurrence
from genderplan.standing.rag import CLOSED, Rag, Status
from genderplan.standing.records.items import MilestoneRecord
from genderplan.standing.records.recording import item_record
from genderplan.standing.standings import Standing

_RAG = {Status.COMPLETE: Rag.BLUE, Status.OVERDUE: Rag.RED}


def times_changed(now: Standing, was: Standing) -> Iterator[MilestoneRecord]:
    """The times of an item of now that have another status than when it `was`; in the order of their dates."""
    cycle, then = now.cycle, was.cycle
    if cycle is None or then is None:
        return
    closed_then = _days(then, then.completed.keys() | then.skipped.keys())
    done_then = () if then.cycle == cycle.cycle else then.completed.values()  # other times were called otherwise
    closed = filter(None, map(cycle.occurrence, cycle.completed.keys() | cycle.skipped.keys()))
    times = [each for each in closed if each.due[:2] not in closed_then and each.completed not in done_then]
    if now.status not in CLOSED:
        passed = cycle.within(then.day.ordinal, cycle.day.ordinal - 1)
        times += [each for each in passed if each.status is Status.OVERDUE]
    for each in sorted(times, key=lambda time: time.due):
        yield _record(now, each)


def _days(cycle: CycleStanding, numbers: Set[int]) -> Set[tuple[int, ...]]:
    """The first and the last day of some times, by their numbers."""
    return {due[:2] for number in numbers if (due := cycle.cycle.occurrence(number))}


def _record(standing: Standing, time: Occurrence) -> MilestoneRecord:
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
