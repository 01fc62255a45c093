"""Dues to boards: reports that they receive or were promised, what was decided that somebody does, reviews in turn.

Nobody says in a file which of the reports that come again did come: those before the status date are not told.
"""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.dates.cycles import Cycle
from genderplan.dates.forms import PlanDate
from genderplan.kinds.board.rows import BoardRow, ChampionsRow
from genderplan.source.places import Path
from genderplan.standing.days import StatusDay
from genderplan.standing.dues.rows import Due, DueKind, Sought
from genderplan.standing.rag import Status


class BoardDue(NamedTuple):
    """Something of a board that falls due; `id` is its own in the board, `closed` its status where it is so."""

    kind: DueKind
    id: str
    title: str
    leads: tuple[str, ...]
    date: PlanDate
    path: Path
    closed: Status | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()


def dues_to_boards(sought: Sought) -> Iterator[Due]:
    """What is owed to each board that oversees one of the plans, judged on the newest status date of these."""
    for board in sought.tree.boards:
        day = max((each.day for each in sought.standings if oversees(board, each.plan.id)), default=None)
        if day is not None:
            owed = _all(board, sought, day)
            yield from (_due(board, each, day) for each in owed if sought.holds(each.date, day))


def oversees(board: BoardRow, plan: str) -> bool:
    """Whether a board oversees a plan or something of it; one that says nothing oversees every plan."""
    names = board.oversees
    return not names or any(each.startswith("tag:") or each.partition("/")[0] == plan for each in names)


def _due(board: BoardRow, owed: BoardDue, day: StatusDay) -> Due:
    return Due(
        kind=owed.kind,
        id=f"{board.id}{owed.id}",
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
    )


def _all(board: BoardRow, sought: Sought, day: StatusDay) -> Iterator[BoardDue]:
    yield from _reports(board, day, sought.last(day))
    yield from _promises(board, day)
    yield from _decisions(board, day)
    if board.champions and board.champions.rota:
        names = sought.tree.organisations.names_by_id
        for unit, date in _turns(board.champions, day, sought.last(day)):
            title = f"Review with {names.get(unit, unit)}"
            note = board.champions.note
            yield BoardDue(DueKind.REVIEW, f"@{date}", title, board.champions.by, date, ("champions",), None, note)


def _reports(board: BoardRow, day: StatusDay, last: int) -> Iterator[BoardDue]:
    """The reports that come by time, from the status date on."""
    for number, receipt in enumerate(board.receives):
        if receipt.every:
            for _, date in _ahead(Cycle(receipt.every, receipt.from_, receipt.until), day, last):
                name, path = f"/{receipt.id}@{date}", ("receives", number)
                yield BoardDue(DueKind.REPORT, name, receipt.title, receipt.by, date, path, tags=receipt.tags)


def _promises(board: BoardRow, day: StatusDay) -> Iterator[BoardDue]:
    """Single reports, for the date, or at the meeting, that they were promised for, until they have come."""
    for number, promise in enumerate(board.promised):
        meeting = board.meetings_by_id.get(promise.meeting or "")
        date = promise.at or (meeting.date if meeting else None)
        if date:
            came = Status.COMPLETE if day.has_come(promise.received) else None
            path: Path = ("promised", number)
            facts = (date, path, came, promise.reason, promise.tags)
            yield BoardDue(DueKind.REPORT, f"/{promise.id}", promise.title, promise.by, *facts)


def _decisions(board: BoardRow, day: StatusDay) -> Iterator[BoardDue]:
    """What somebody is to do by a date; what was not agreed nobody does."""
    for number, decision in enumerate(board.decisions):
        if decision.due:
            off = Status.CANCELLED if decision.agreed is False else None
            closed = Status.COMPLETE if day.has_come(decision.completed) else off
            facts = (decision.due, ("decisions", number), closed, decision.note, decision.tags)
            yield BoardDue(DueKind.DECISION, f"/{decision.id}", decision.text, decision.leads, *facts)


def _turns(champions: ChampionsRow, day: StatusDay, last: int) -> Iterator[tuple[str, PlanDate]]:
    """Which unit is reviewed when, from the status date on."""
    cycle = Cycle(champions.every, champions.from_, champions.until)
    for number, date in _ahead(cycle, day, last):
        yield champions.rota[number % len(champions.rota)], date


def _ahead(cycle: Cycle, day: StatusDay, last: int) -> Iterator[tuple[int, PlanDate]]:
    """The times of a cycle from the status date on, with their numbers."""
    for number in range(cycle.number_until(day.ordinal - 1), cycle.number_until(last)):
        date = cycle.occurrence(number)
        if date:
            yield number, date
