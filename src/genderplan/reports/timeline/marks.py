"""Marks of a time line: which a row has, on what day each stands, and from when to when the row's bar goes."""

from genderplan.page.words import cycle_in_words
from genderplan.reports.timeline.result import Mark, Row
from genderplan.standing.standings import EntryStanding, Status

UNDATED = "undated"
NO_DATE = "Nothing has a date."

_OPEN = frozenset((Status.DUE, Status.UPCOMING, Status.UNDATED))


def marks_of(row: Row) -> tuple[Mark, ...]:
    """What has a sign: milestones, and the own date of an action.

    A project's bar says its own date, but not whether that was kept: then it has a sign too.
    """
    again = {mark.id.rpartition("@")[0] for mark in row.occurrences}
    once = (*(mark for mark in row.milestones if mark.id not in again), *row.occurrences)
    if row.own is None or row.own.id in again or (row.kind == "project" and row.own.status in _OPEN):
        return once
    return once if any(_says_the_same(mark, row.own) for mark in once) else (*once, row.own)


def _says_the_same(one: Mark, other: Mark) -> bool:
    """Whether two signs would be one: the same status, and the same last days of what was agreed and of its finish."""
    days = [(date.last if date else None) for date in (one.due, one.finish, other.due, other.finish)]
    return one.status is other.status and days[:2] == days[2:]


def mark_day(mark: Mark) -> int | None:
    """Where a mark stands: at its finish, but what is overdue at its due date, whatever a forecast says."""
    date = mark.due if mark.status is Status.OVERDUE else mark.finish or mark.due
    return date.last if date else None


def bar_days(row: Row) -> tuple[int, int | None] | None:
    """The first and the last day of a bar; no last one where nothing says when the entry ends."""
    finish = row.own.finish if row.own else None
    start, end = row.start or row.end or finish, row.end or (None if row.occurrences else finish)
    if start is None:
        return None
    return start.first, end.last if end else None


def undated_in_words(standing: EntryStanding) -> str:
    """What stands in place of a bar: of what comes again how often, though nobody says since when."""
    cycle = standing.entry.cycle
    return cycle_in_words(cycle.every, standing.entry.due, cycle.until) if cycle else UNDATED
