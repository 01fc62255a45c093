"""Dues of entries: own dates, milestones, each time of what comes again, and reviews of what is finished."""

from collections.abc import Iterator, Sequence

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.particular_rows import ParticularsRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.standing.cycles import refuse_too_many
from genderplan.standing.days import StatusDay, has_come
from genderplan.standing.dues.rows import Due, DueKind, Sought
from genderplan.standing.rag import CLOSED, Status
from genderplan.standing.standings import EntryStanding, Standing


def dates_of_entries(sought: Sought) -> Iterator[Due]:
    """Milestones and own dates; an own date is not told beside a milestone that says the same.

    Raises UsageError where more comes again than anybody reads.
    """
    times = 0
    for due in _dates(sought):
        times += due.standing is not None and due.standing.cycle is not None
        refuse_too_many(times)
        yield due


def _dates(sought: Sought) -> Iterator[Due]:
    first, selection = sought.reach.first, sought.selection
    left_out = CLOSED if sought.is_open else frozenset[Status]()
    for standings in sought.standings:
        day = standings.day
        last, closed_by = sought.last(day), day.ordinal if sought.is_open else 0
        for entry in standings.plan.entries:
            if not _may_be_sought(entry, first, last, closed_by):
                continue
            whole = standings.of_entry(entry)
            dates = tuple(selection.passing(whole.dates, whole)) if selection.is_narrowed else whole.dates
            for standing in _told_once(dates, whole.own) if whole.own else dates:
                if standing.cycle:
                    yield from _times(standing, first, last, day)
                elif standing.status not in left_out and (date := standing.item.due) and first <= date.last <= last:
                    yield _due(standing, day)


def _may_be_sought(entry: EntryRow, first: int, last: int, closed_by: int) -> bool:
    """Whether an entry comes again, or has a date within days that is not marked as done by another, nor a milestone.

    That is told by the file alone: where most entries stand is then never asked.
    """
    own = entry.due or entry.end
    if entry.cycle or (own and first <= own.last <= last and not has_come(entry.completed, closed_by)):
        return True
    for row in entry.milestones:
        due, done = row.due, row.completed
        if row.cycle or (not (done and done.first <= closed_by) and due and first <= due.last <= last):
            return True
    return False


def _told_once(dates: Sequence[Standing], own: Standing) -> Sequence[Standing]:
    """The dates of an entry less its `own` where a milestone among them says the same: status and last day."""
    due, status = own.due, own.status
    for each in dates:
        if due and each is not own and each.status is status and each.due and each.due.last == due.last:
            return [each for each in dates if each is not own]
    return dates


def reviews_of_entries(sought: Sought) -> Iterator[Due]:
    """When what is finished is looked at again; it was, once a review is told of that day or later."""
    for standings in sought.standings:
        day = standings.day
        for entry in standings.plan.entries:
            told = entry.particulars
            if told and told.review and sought.holds(told.review, day):
                whole = standings.of_entry(entry)
                if not sought.selection.is_narrowed or sought.selection.has_entry(whole):
                    yield _review(whole, told, told.review, day)


def _due(standing: Standing, day: StatusDay) -> Due:
    item = standing.item
    entry, milestone = item
    row, date = milestone or entry, item.due
    assert date is not None  # noqa: S101 - nothing else is sought
    return Due(
        DueKind.MILESTONE if milestone else DueKind(entry.kind),
        item.id,
        row.title,
        entry.plan,
        item.leads,
        date,
        standing.status,
        day.ordinal,
        entry.file,
        row.position.line,
        f"{entry.kind}: {entry.caption}" if milestone else None,
        None if milestone else entry.told.ref,
        None,
        row.tags,
        standing,
    )


def _times(standing: Standing, first: int, last: int, day: StatusDay) -> Iterator[Due]:
    """Each time of what comes again; none of what is cancelled as a whole is open, nor of what is complete."""
    assert standing.cycle is not None  # noqa: S101 - nothing else has times
    closed = standing.status if standing.status in CLOSED else None
    due = None
    for each in standing.cycle.within(first, last):
        due = due or _due(standing, day)
        status = each.status if each.status in CLOSED else closed or each.status
        yield due._replace(id=f"{standing.item.id}@{each.due}", date=each.due, status=status)


def _review(whole: EntryStanding, told: ParticularsRow, date: PlanDate, day: StatusDay) -> Due:
    entry = whole.entry
    is_done = any(each.date and each.date.last >= date.first and day.has_come(each.date) for each in told.reviewed)
    status = Status.COMPLETE if is_done else day.open_status(date)
    status = Status.CANCELLED if whole.status is Status.CANCELLED and not is_done else status
    return Due(
        kind=DueKind.REVIEW,
        id=entry.full_id(),
        title=entry.title,
        plan=entry.plan,
        leads=entry.leads,
        date=date,
        status=status,
        day=day.ordinal,
        file=entry.file,
        line=entry.at("review").line,
        ref=told.ref,
        tags=entry.tags,
        first_id=f"{entry.plan}/{entry.renamed_from[0]}" if entry.renamed_from else None,
    )
