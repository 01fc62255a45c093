"""Items of an agenda: what is open in the plans that the board oversees, and what of any plan goes to the board."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from genderplan.dates.variance import variance
from genderplan.lazy import LazySequence
from genderplan.plan.items import Item
from genderplan.reports.agenda.records import AgendaItem, ExtensionAsked, ReceivedMilestone
from genderplan.reports.agenda.sitting import Sitting
from genderplan.standing.dues.rows import Due, DueKind, Reach
from genderplan.standing.dues.table import open_dues
from genderplan.standing.progress import latest_update
from genderplan.standing.rag import CLOSED, Status
from genderplan.standing.records.dues import due_record
from genderplan.standing.standings import Standing, Standings

Items: TypeAlias = LazySequence[Sequence[Due], AgendaItem]


class OpenItems(NamedTuple):
    """What is open: what is overdue, what falls due, and the reviews that are or do."""

    overdue: Items
    due: Items
    reviews: Items


def open_items(sitting: Sitting) -> OpenItems:
    """What is overdue, and what falls due up to the following meeting; where none is known, what is due soon.

    What is owed to boards an agenda has under heads of its own. What comes again is told once, by its earliest time;
    duties of several plans have the same id, and are told of each.
    """
    of_plans = replace(sitting.tree, boards=())
    reviews: list[Sequence[Due]] = []
    overdue: list[Sequence[Due]] = []
    due: list[Sequence[Due]] = []
    again: dict[tuple[str, str | None, str, bool], list[Due]] = {}
    for each in open_dues(of_plans, sitting.standings, sitting.selection, Reach(last=sitting.end)):
        is_overdue = each.status is Status.OVERDUE
        times: list[Due] = []
        if series := each.series:
            times = again.setdefault((each.kind, each.plan, series, is_overdue), times)
        if not times:
            is_review = each.standing is None and each.kind is DueKind.REVIEW
            (reviews if is_review else overdue if is_overdue else due).append(times)
        times.append(each)
    return OpenItems(LazySequence(overdue, _item), LazySequence(due, _item), LazySequence(reviews, _item))


def _item(times: Sequence[Due]) -> AgendaItem:
    """Some times of one thing by their earliest."""
    due, further = times[0], tuple([each.date for each in times[1:]])
    if due.standing is None:
        return AgendaItem(due_record(due), 0, further, None)
    item = due.standing.item
    return AgendaItem(due_record(due), times_extended(item), further, latest_update(item.entry, due.day))


def times_extended(item: Item) -> int:
    """How often the date by which something is to be done was moved to a later one."""
    if not item.revisions:
        return 0
    field = item.due_field
    dates = [each.was for each in item.revisions if (each.field or field) == field and each.every is None]
    known = [date for date in (*dates, item.due) if date]
    return sum(variance(was, now).is_late for was, now in pairwise(known)) if dates else 0


def extensions_asked(sitting: Sitting) -> Iterator[ExtensionAsked]:
    """What is asked for by the day, of what is open."""
    for standings in sitting.standings:
        for entry in standings.plan.events.steps:
            whole = standings.of_entry(entry)
            asked = [each for each in whole.dates if each.item.requested and _is_open(each)]
            for standing in sitting.selection.passing(asked, whole) if asked else ():
                request = standing.item.requested
                if request and (request.date is None or standings.has_happened(request.date)):
                    item = standing.item
                    extended = times_extended(item)
                    yield ExtensionAsked(item.id, item.title, _of(item), item.leads, standing.due, extended, request)


def received_milestones(sitting: Sitting) -> Iterator[ReceivedMilestone]:
    """Milestones of any plan that go to the board: done or due since the last meeting, or due before the next.

    What was due before the last meeting, and is open, is told of the plans that the board oversees alone.
    """
    for standings in sitting.all_plans:
        for entry in standings.plan.events.steps:
            if any(each.goes_to == sitting.board.id for each in entry.milestones):
                whole = standings.by_entry[entry.id]
                for standing in sitting.asked.passing(whole.items, whole):
                    milestone = standing.item.milestone
                    if milestone and milestone.goes_to == sitting.board.id and _concerns(standing, standings, sitting):
                        yield _received(standing)


def _concerns(standing: Standing, standings: Standings, sitting: Sitting) -> bool:
    if standing.status is Status.COMPLETE:
        done = standing.item.last_completed(standings.as_of.ordinal)
        return done is not None and done.first >= sitting.first
    if not _is_open(standing) or standing.due is None:
        return _is_open(standing)
    last = sitting.end if sitting.end is not None else standings.day.soon
    first = 1 if sitting.selection.has_plan(standings.plan.id) else sitting.first
    return first <= standing.due.last <= last


def _received(standing: Standing) -> ReceivedMilestone:
    item = standing.item
    done = standing.finish if standing.status is Status.COMPLETE else None
    of = _of(item) or ""
    return ReceivedMilestone(
        item.id, item.title, of, item.leads, standing.due or item.due, standing.status, done, item.row.note
    )


def _is_open(standing: Standing) -> bool:
    return standing.status not in CLOSED


def _of(item: Item) -> str | None:
    return f"{item.entry.kind}: {item.entry.caption}" if item.milestone else None
