"""Dues of entries: own dates, milestones, each time of what comes again, and reviews of what is finished."""

from collections.abc import Iterator, Sequence

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.particular_rows import ParticularsRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.standing.cycles import refuse_too_many
from genderplan.standing.days import StatusDay, has_come
from genderplan.standing.dues.rows import DueKind, ItemDue, OtherDue, Sought
from genderplan.standing.rag import CLOSED, Rag, Status
from genderplan.standing.standings import EntryStanding, Standing, Standings


def dates_of_entries(sought: Sought) -> Iterator[ItemDue]:
    """Milestones and own dates; an own date is not told beside a milestone that says the same.

    Raises UsageError where more comes again than anybody reads.
    """
    times = 0
    for due in _dates(sought):
        if due.time:
            times += 1
            refuse_too_many(times)
        yield due


def _dates(sought: Sought) -> Iterator[ItemDue]:
    first, selection = sought.reach.first, sought.selection
    left_out = CLOSED if sought.is_open else frozenset[Status]()
    for standings in sought.standings:
        day = standings.day
        last, closed_by = sought.last(day), day.ordinal if sought.is_open else 0
        for whole in _entries_within(standings, first, last, closed_by):
            dates = tuple(selection.passing(whole.dates, whole)) if selection.is_narrowed else whole.dates
            for standing in _told_once(dates, whole.own) if whole.own else dates:
                if standing.cycle:
                    yield from _times(standing, first, last, day.ordinal)
                elif standing.status not in left_out and (date := standing.item.due) and first <= date.last <= last:
                    yield ItemDue(standing, date, standing.status, day.ordinal)


def _entries_within(standings: Standings, first: int, last: int, closed_by: int) -> Iterator[EntryStanding]:
    """The entries that may have an open date within days; done by `closed_by` is not open, and 0 lets all dates count.

    Where all are judged, that tells; else their files do, and most are never judged.
    """
    if standings.are_judged:
        for each in standings.entries:
            is_over = each.rag is Rag.BLUE or each.status is Status.CANCELLED  # with all that is in it
            if not (is_over and closed_by):
                yield each
        return
    for entry in standings.plan.entries:
        if _may_be_sought(entry, first, last, closed_by):
            yield standings.of_entry(entry)


def _may_be_sought(entry: EntryRow, first: int, last: int, closed_by: int) -> bool:
    """Whether an entry comes again, or has a date within days that is not marked as done by another, or a milestone."""
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


def reviews_of_entries(sought: Sought) -> Iterator[OtherDue]:
    """When what is finished is looked at again; it was, once a review is told of that day or later."""
    for standings in sought.standings:
        day = standings.day
        for entry in standings.plan.entries:
            told = entry.particulars
            if told and told.review and sought.holds(told.review, day):
                whole = standings.of_entry(entry)
                if not sought.selection.is_narrowed or sought.selection.has_entry(whole):
                    yield _review(whole, told, told.review, day)


def _times(standing: Standing, first: int, last: int, day: int) -> Iterator[ItemDue]:
    """Each time of what comes again; none of what is cancelled as a whole is open, nor of what is complete."""
    assert standing.cycle is not None  # noqa: S101 - nothing else has times
    closed = standing.status if standing.status in CLOSED else None
    for each in standing.cycle.within(first, last):
        status = each.status if each.status in CLOSED else closed or each.status
        yield ItemDue(standing, each.due, status, day, each.due)


def _review(whole: EntryStanding, told: ParticularsRow, date: PlanDate, day: StatusDay) -> OtherDue:
    entry = whole.entry
    is_done = any(each.date and each.date.last >= date.first and day.has_come(each.date) for each in told.reviewed)
    status = Status.COMPLETE if is_done else day.open_status(date)
    status = Status.CANCELLED if whole.status is Status.CANCELLED and not is_done else status
    return OtherDue(
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
