"""Facts that are dated after the status date: of entries, of plans and their registers, and of boards."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from genderplan.checks.context import Context, found_at
from genderplan.checks.rules.boards.places import found_on
from genderplan.dates.forms import PlanDate
from genderplan.dates.units import Unit
from genderplan.findings import Finding, finding
from genderplan.plan.items import Item, all_items
from genderplan.plan.plans import Plan
from genderplan.source.places import Path
from genderplan.standing.board_days import boards_of
from genderplan.standing.days import has_come

if TYPE_CHECKING:
    from genderplan.kinds.board.meeting_rows import MeetingRevisionRow
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.kinds.entry.part_rows import SourceRow


class _Fact(NamedTuple):
    """Something that is said to have happened: what, when, and the way to where that is said."""

    what: str
    date: PlanDate
    path: Path
    source: "SourceRow | None" = None


def completed_in_the_future(context: Context) -> Iterator[Finding]:
    """GP403: completed, cancelled, revised or told in the future.

    Something that is said to have happened is dated after the status date: it has not happened yet, and no report
    counts it. So it is with entries, plans and registers, and with what a board received, decided or has minutes of.
    Its day is the newest of the plans that it oversees; what its file has from a document of a later date is let pass.
    The date may be a slip of the pen, or an expectation written down as a fact.

    Mend: correct the date. What is only expected goes under `forecast`, or under `expected` of a publication.
    """
    for standings in context.standings:
        day = standings.as_of.day
        for item in all_items(standings.plan.entries):
            for fact in _to_come(_of_an_item(item), day):
                yield found_at(item, "GP403", _message(fact, day), None, *fact.path)
        yield from _of_a_plan(standings.plan, day)
    for board, judged in boards_of(context.tree, context.standings):
        if judged:
            yield from _of_a_board(board, Unit.DAYS.date(judged.ordinal))


def _to_come(facts: Iterator[_Fact], day: PlanDate) -> Iterator[_Fact]:
    return (each for each in facts if not has_come(each.date, day.last))


def _message(fact: _Fact, day: PlanDate) -> str:
    return f"{fact.what} {fact.date}, after the status date {day}"


def _of_an_item(item: Item) -> Iterator[_Fact]:
    """What is said to have happened to an entry or a milestone."""
    row = item.row
    yield from _completions(item)
    if row.cancelled and row.cancelled.date:
        yield _Fact("cancelled", row.cancelled.date, ("cancelled", "date"))
    for index, revision in enumerate(row.revisions):
        if revision.date:
            yield _Fact("revised", revision.date, ("revisions", index, "date"))
    for index, update in enumerate(item.entry.updates if item.milestone is None else ()):
        if update.date:
            yield _Fact("told", update.date, ("updates", index, "date"))
    if item.requested and item.requested.date:
        yield _Fact("requested", item.requested.date, ("requested", "date"))
    for index, review in enumerate(item.entry.told.reviewed if item.milestone is None else ()):
        if review.date:
            yield _Fact("reviewed", review.date, ("reviewed", index, "date"))


def _completions(item: Item) -> Iterator[_Fact]:
    """When an item, or each time of what comes again, is said to have been done."""
    row = item.row
    if row.completed:
        yield _Fact("completed", row.completed, ("completed",))
    for when, done in row.cycle.completed if row.cycle else ():
        yield _Fact("completed", done, ("completed", when.text))


def _of_a_plan(plan: Plan, day: PlanDate) -> Iterator[Finding]:
    """What is said to have happened to a plan, and in its registers."""
    for fact in _to_come(_told_of(plan), day):
        yield finding("GP403", _message(fact, day), plan.file, plan.places.position(fact.path))
    for register in plan.registers:
        for item in register.items:
            if item.review and item.review.last and not has_come(item.review.last, day.last):
                fact = _Fact("looked at", item.review.last, ("items", item.number, "review", "last"))
                place = register.at(*fact.path)
                yield finding("GP403", _message(fact, day), register.file, place, entry=item.full_id())


def _told_of(plan: Plan) -> Iterator[_Fact]:
    if plan.closed and plan.closed.date:
        yield _Fact("closed", plan.closed.date, ("closed", "date"))
    for index, publication in enumerate(plan.publications):
        if publication.date:
            yield _Fact("published", publication.date, ("publications", index, "date"))


def _of_a_board(board: "BoardRow", day: PlanDate) -> Iterator[Finding]:
    """What is said to have happened at a board, but by a document that is later than the day itself."""
    later = {each.id for each in board.sources if each.date and not has_come(each.date, day.last)}
    for fact in _to_come(chain(_of_meetings(board), _of_reports(board), _of_decisions(board)), day):
        if not (fact.source and fact.source.document in later):
            yield found_on(board, "GP403", _message(fact, day), fact.path)


def _of_meetings(board: "BoardRow") -> Iterator[_Fact]:
    for index, meeting in enumerate(board.meetings):
        yield from _revisions(meeting.revisions, ("meetings", index), meeting.source)
        if meeting.cancelled and meeting.cancelled.date:
            yield _Fact("cancelled", meeting.cancelled.date, ("meetings", index, "cancelled", "date"), meeting.source)
        if meeting.minutes and meeting.date:
            yield _Fact("minutes of a meeting of", meeting.date, ("meetings", index, "minutes"), meeting.source)


def _of_reports(board: "BoardRow") -> Iterator[_Fact]:
    for index, promise in enumerate(board.promised):
        yield from _revisions(promise.revisions, ("promised", index), promise.source)
        if promise.received:
            yield _Fact("received", promise.received, ("promised", index, "received"), promise.source)


def _of_decisions(board: "BoardRow") -> Iterator[_Fact]:
    for index, each in enumerate(board.decisions):
        meeting = board.meetings_by_id.get(each.meeting) if each.meeting else None
        if each.agreed is not None and meeting and meeting.date:
            yield _Fact("decided at a meeting of", meeting.date, ("decisions", index, "agreed"), each.source)
        if each.completed:
            yield _Fact("completed", each.completed, ("decisions", index, "completed"), each.source)


def _revisions(revisions: "Sequence[MeetingRevisionRow]", path: Path, source: "SourceRow | None") -> Iterator[_Fact]:
    for index, revision in enumerate(revisions):
        if revision.date:
            yield _Fact("revised", revision.date, (*path, "revisions", index, "date"), source)
