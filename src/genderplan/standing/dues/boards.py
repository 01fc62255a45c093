"""Dues to boards: reports that they receive or were promised, what was decided that somebody does, reviews in turn.

Nobody says in a file which of the reports that come again did come: those before the status date are not told.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.board.rows import BoardRow, PromisedReportRow, ReceiptRow
from genderplan.plan.boards.meetings import Schedule
from genderplan.plan.boards.obligations import Obligations, OwedReport, reviews
from genderplan.source.places import Path
from genderplan.standing.board_days import boards_of
from genderplan.standing.cycles import refuse_too_many
from genderplan.standing.days import StatusDay
from genderplan.standing.dues.rows import DueKind, OtherDue, Sought
from genderplan.standing.rag import Status


class BoardDue(NamedTuple):
    """Something of a board that falls due; `closed` is its status where it is so."""

    kind: DueKind
    id: str
    title: str
    leads: tuple[str, ...]
    date: PlanDate
    path: Path
    closed: Status | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    revisions: int = 0
    first_id: str | None = None


def dues_to_boards(sought: Sought) -> Iterator[OtherDue]:
    """What is owed to each board that oversees one of the plans, judged on its day.

    Raises UsageError where that is more than anybody reads: each of many reports may be owed at each of many meetings.
    """
    number = 0
    for board, day in boards_of(sought.tree, sought.standings):
        for each in _all(board, sought, day) if day else ():
            number += 1
            refuse_too_many(number)
            if day and sought.holds(each.date, day):
                yield _due(board, each, day)


def _due(board: BoardRow, owed: BoardDue, day: StatusDay) -> OtherDue:
    return OtherDue(
        kind=owed.kind,
        id=owed.id,
        title=owed.title,
        plan=None,
        leads=owed.leads,
        date=owed.date,
        status=owed.closed or day.open_status(owed.date),
        day=day.ordinal,
        file=board.file,
        line=board.places.position(owed.path).line,
        of=board.id,
        note=owed.note,
        tags=owed.tags,
        revisions=owed.revisions,
        first_id=owed.first_id,
    )


def _all(board: BoardRow, sought: Sought, day: StatusDay) -> Iterator[BoardDue]:
    last = sought.last(day)
    places, moves = _places(board), sum(len(each.revisions) for each in board.meetings)
    obligations = Obligations(Schedule(board), last)
    recurring = obligations.recurring(max(sought.reach.first, day.ordinal))
    for each in chain(recurring, obligations.promises(sought.reach.first)):
        if each.date:
            found = _report(each, each.date, places[type(each.report), each.report.id], day)
            yield found._replace(revisions=found.revisions + moves)
    yield from _decisions(board, day)
    yield from _turns(board, sought, day.ordinal, last)


def _places(board: BoardRow) -> Mapping[tuple[type, str], Path]:
    """Where each report stands in the file, by its sort and its id."""
    receives = {(ReceiptRow, each.id): ("receives", number) for number, each in enumerate(board.receives)}
    return receives | {(PromisedReportRow, each.id): ("promised", number) for number, each in enumerate(board.promised)}


def _report(owed: OwedReport, date: PlanDate, path: Path, day: StatusDay) -> BoardDue:
    report = owed.report
    facts = (DueKind.REPORT, owed.id, report.title, report.by, date, path)
    if not isinstance(report, PromisedReportRow):
        return BoardDue(*facts, tags=report.tags, first_id=owed.first_id)
    came = Status.COMPLETE if day.has_come(report.received) else None
    return BoardDue(*facts, came, report.reason, report.tags, len(report.revisions))


def _decisions(board: BoardRow, day: StatusDay) -> Iterator[BoardDue]:
    """What somebody is to do by a date; what was not agreed nobody does."""
    for number, decision in enumerate(board.decisions):
        if decision.due:
            off = Status.CANCELLED if decision.agreed is False else None
            closed = Status.COMPLETE if day.has_come(decision.completed) else off
            facts = (decision.due, ("decisions", number), closed, decision.note, decision.tags)
            yield BoardDue(DueKind.DECISION, f"{board.id}#{decision.id}", decision.text, decision.leads, *facts)


def _turns(board: BoardRow, sought: Sought, first: int, last: int) -> Iterator[BoardDue]:
    """Which unit is reviewed when, from the status date on."""
    rota, names = board.champions, sought.tree.organisations.names_by_id
    if rota is None:
        return
    for turn in reviews(board, first, last):
        title = f"Review with {names.get(turn.unit, turn.unit)}"
        name = f"{board.id}#champions@{turn.date}"
        yield BoardDue(DueKind.REVIEW, name, title, rota.by, turn.date, ("champions",), None, rota.note)
