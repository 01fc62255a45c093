"""Making of a calendar's events: from meetings, and from what falls due."""

from collections.abc import Iterator, Mapping

from genderplan.dates.forms import PlanDate
from genderplan.dates.units import Unit
from genderplan.kinds.board.rows import BoardRow
from genderplan.page.words import caption_in_words
from genderplan.plan.boards.meetings import Schedule, ScheduledMeeting
from genderplan.plan.plans import Tree
from genderplan.reports.calendar.uids import MAKER, Uids
from genderplan.standing.days import StatusDay
from genderplan.standing.dues.rows import Due
from genderplan.standing.rag import Status
from genderplan.standing.records.events import EventKind, EventRecord


def events_of_board(
    tree: Tree, board: BoardRow, judged: StatusDay | None, first: int, last: int
) -> Iterator[EventRecord]:
    """The meetings of a board between two days, both included as ordinals, and the days of their papers."""
    day = Unit.DAYS.date(judged.ordinal if judged else first)
    name = tree.organisations.names_by_id.get(board.id, board.id)
    schedule = Schedule(board)
    lines = _lines(board)
    for meeting in schedule.between(first, last):
        if meeting.date:
            yield _of_meeting(board, meeting, meeting.date, _called(name, meeting), EventKind.MEETING, day, lines)
    for meeting in schedule.given:
        papers = meeting.row.papers_by if meeting.row else None
        if papers and first <= papers.last <= last:
            yield _of_meeting(
                board, meeting, papers, f"Papers for {_called(name, meeting)}", EventKind.PAPERS, day, lines
            )


def _lines(board: BoardRow) -> Mapping[str | None, int]:
    """The line of each meeting that the file gives, by its id, and that of the rule."""
    paths = {row.id: ("meetings", number) for number, row in enumerate(board.meetings)}
    lines: dict[str | None, int] = {name: board.places.position(path).line for name, path in paths.items()}
    return {**lines, None: board.places.position(("meets",)).line}


def _called(board: str, meeting: ScheduledMeeting) -> str:
    """`HR Board: Race`, `HR Board (special)`"""
    if meeting.row is None:
        return board
    told = ": ".join(filter(None, (board, meeting.row.title, meeting.row.theme)))
    return told if meeting.row.kind == "ordinary" else f"{told} ({meeting.row.kind})"


def _of_meeting(
    board: BoardRow,
    meeting: ScheduledMeeting,
    date: PlanDate,
    title: str,
    kind: EventKind,
    day: PlanDate,
    lines: Mapping[str | None, int],
) -> EventRecord:
    row = meeting.row
    ids = [f"{board.id}#{name}" for name in row.renamed_from] if row else []
    cancelled = row.cancelled if row else None
    return EventRecord(
        kind=kind,
        id=meeting.id,
        title=title,
        plan=None,
        board=board.id,
        leads=(board.chair,) if board.chair and kind is EventKind.MEETING else (),
        date=date,
        status=None,
        is_cancelled=meeting.is_cancelled,
        is_by_rule=meeting.by_rule,
        uid=f"{kind.value}:{next(iter(ids), meeting.id)}@{MAKER}",
        sequence=len(row.revisions) if row else 0,
        as_of=day,
        of=None,
        note=cancelled.reason if cancelled else None,
        file=board.file,
        line=lines[row.id if row else None],
    )


def event_of(due: Due, uids: Uids) -> EventRecord:
    """The event of something that falls due."""
    return EventRecord(
        kind=EventKind(due.kind.value),
        id=due.id,
        title=caption_in_words(due.ref, due.title),
        plan=due.plan,
        board=None,
        leads=due.leads,
        date=due.date,
        status=due.status,
        is_cancelled=due.status is Status.CANCELLED,
        is_by_rule=False,
        uid=uids.of(due),
        sequence=len(due.standing.item.revisions) if due.standing else due.revisions,
        as_of=Unit.DAYS.date(due.day),
        of=due.of,
        note=due.note,
        file=due.file,
        line=due.line,
    )
