"""`agenda`: what a board has before it at a meeting: what changed since the last one, what is open, what is owed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.board.rows import BoardRow
from genderplan.plan.boards.meetings import Schedule
from genderplan.plan.states import State
from genderplan.reports.agenda.items import extensions_asked, open_items, received_milestones
from genderplan.reports.agenda.obligations import (
    board_label,
    cancelled_meetings,
    decisions_asked,
    decisions_open,
    meeting_label,
    reports_missing,
    reports_owed,
    reports_received,
    reports_to_come,
    review_turns,
)
from genderplan.reports.agenda.records import (
    AgendaItem,
    AgendaReport,
    BoardLabel,
    ExtensionAsked,
    IdleSection,
    MeetingLabel,
    OffCourse,
    OpenDecision,
    ReceivedMilestone,
    ReviewTurn,
)
from genderplan.reports.agenda.registered import register_items
from genderplan.reports.agenda.sections import idle_sections, off_course
from genderplan.reports.agenda.sitting import Sitting
from genderplan.reports.status.objectives import Remainder, objectives_of, remainders_of
from genderplan.reports.status.since.result import Since, since
from genderplan.standing.rag import worst_open
from genderplan.standing.records.items import PlanLabel, Tally
from genderplan.standing.records.plans import ObjectiveRecord
from genderplan.standing.records.recording import plan_labels, tally_of_parts
from genderplan.standing.selection import rag_of_all
from genderplan.standing.standings import Rag

if TYPE_CHECKING:
    from genderplan.standing.records.registers import RegisterItemRecord


class PlanProgress(NamedTuple):
    """How far one plan is, as far as the board oversees it."""

    plan: str
    """The plan's id."""
    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    counts: Tally
    """How many entries, and how many milestones, have each status: each once, done or not."""
    objectives: tuple[ObjectiveRecord, ...]
    """The objectives, in the plan's order."""
    others: tuple[Remainder, ...]
    """The actions and the projects that are under no objective: with the objectives they make up the whole."""


class Agenda(NamedTuple):
    """The paper for a meeting. What the board does not oversee is in it where it goes to the board."""

    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""
    board: BoardLabel
    """The board that meets."""
    meeting: MeetingLabel | None
    """The meeting that it is for; null where none is known from the status date on."""
    last: MeetingLabel | None
    """The meeting before it; null where none is known."""
    next: MeetingLabel | None
    """The meeting after it; null where none is known."""
    until: PlanDate | None
    """Up to when what falls due is told: the next meeting, else this one; null: what is due soon."""
    cancelled_meetings: tuple[MeetingLabel, ...]
    """Those that did not take place since the last one."""
    boards_above: tuple[MeetingLabel, ...]
    """When the board that it serves, and the one before which it meets, meet next; none where that is not known."""
    turns: tuple[ReviewTurn, ...]
    """Whose turn it is in the rota of reviews, from the last meeting to the next."""
    since: tuple[Since, ...]
    """What changed in each plan since the last meeting; empty where none is known."""
    since_why: str | None
    """Why no commit tells of the time of the last meeting, in words; null where one does, or no meeting is known."""
    progress: tuple[PlanProgress, ...]
    """How far each plan is."""
    overdue: Sequence[AgendaItem]
    """What is overdue, the longest first."""
    due: Sequence[AgendaItem]
    """What falls due before the next meeting, the soonest first."""
    requested: tuple[ExtensionAsked, ...]
    """The extensions that are asked for and not yet agreed."""
    received: tuple[ReceivedMilestone, ...]
    """The milestones of any plan that go to the board: done or due since the last meeting, due before the next, without
    a date, or overdue where the board oversees the plan."""
    reports: tuple[AgendaReport, ...]
    """The reports that are owed to this meeting."""
    missing: tuple[AgendaReport, ...]
    """The reports that were promised for an earlier day, and of which no file says that they came."""
    came: tuple[AgendaReport, ...]
    """The reports that were promised for another day and came after the last meeting."""
    to_come: tuple[AgendaReport, ...]
    """The reports that are promised for later, and those of which no file says at which meeting they come."""
    decisions: tuple[OpenDecision, ...]
    """What this meeting is asked to decide."""
    open_decisions: tuple[OpenDecision, ...]
    """What earlier meetings left open: not yet decided, or agreed, for somebody to act on, and not done."""
    reviews: Sequence[AgendaItem]
    """The reviews that are overdue or due before the next meeting."""
    off_course: tuple[OffCourse, ...]
    """The measures that are behind their course, or miss their target."""
    idle: tuple[IdleSection, ...]
    """The sections of the frameworks that the plans follow for which nothing has begun."""
    other_boards: tuple[MeetingLabel, ...]
    """When the other boards that name one of the same plans, or an objective of it, meet next, where that is known."""
    registered: "tuple[RegisterItemRecord, ...]"
    """The objectives, initiatives, risks and concerns on registers of the plans, but those among the decisions."""


def agenda(sitting: Sitting, then: State | None, why: str | None = None) -> Agenda:
    """The paper for a sitting; `then` is what the plans were at the last meeting, and `why` no commit tells of that."""
    progress = tuple(_progress(sitting))  # which judges all that there is
    items = open_items(sitting)
    return Agenda(
        plans=plan_labels(sitting.standings),
        board=board_label(sitting.tree, sitting.board),
        meeting=meeting_label(sitting.meeting),
        last=meeting_label(sitting.last),
        next=meeting_label(sitting.following),
        until=sitting.until,
        cancelled_meetings=tuple(filter(None, map(meeting_label, cancelled_meetings(sitting)))),
        boards_above=tuple(_boards_above(sitting)),
        turns=tuple(review_turns(sitting)),
        since=since(sitting.standings, sitting.selection, then).since if then else (),
        since_why=why,
        progress=progress,
        overdue=items.overdue,
        due=items.due,
        requested=tuple(extensions_asked(sitting)),
        received=tuple(received_milestones(sitting)),
        reports=tuple(reports_owed(sitting)),
        missing=tuple(reports_missing(sitting)),
        came=tuple(reports_received(sitting)),
        to_come=tuple(reports_to_come(sitting)),
        decisions=tuple(decisions_asked(sitting)),
        open_decisions=tuple(decisions_open(sitting)),
        reviews=items.reviews,
        off_course=tuple(off_course(sitting)),
        idle=tuple(idle_sections(sitting)),
        other_boards=tuple(_other_boards(sitting)),
        registered=tuple(register_items(sitting)),
    )


def _progress(sitting: Sitting) -> Iterator[PlanProgress]:
    for standings in sitting.standings:
        chosen = tuple(sitting.selection.chosen(standings))
        objectives = tuple(objectives_of(standings, chosen, sitting.selection))
        others = tuple(remainders_of(standings, chosen))
        parts: Sequence[ObjectiveRecord | Remainder] = (*objectives, *others)
        rag = worst_open({each.rag for each in parts}) or rag_of_all(chosen)
        yield PlanProgress(standings.plan.id, rag, tally_of_parts(each.counts for each in parts), objectives, others)


def _boards_above(sitting: Sitting) -> Iterator[MeetingLabel]:
    """The first meetings on this one's day, or after it, of the boards that it serves and meets before."""
    found = (sitting.tree.boards_by_id.get(name) for name in _names_above(sitting.board))
    return _next_meetings(filter(None, found), sitting)


def _other_boards(sitting: Sitting) -> Iterator[MeetingLabel]:
    """The same of the others that name in `oversees` a plan that this one oversees, or an objective of it."""
    told = {sitting.board.id, *_names_above(sitting.board)}
    plans = {each.plan.id for each in sitting.standings}
    others = (each for each in sitting.tree.boards if each.id not in told)
    found = (each for each in others if any(name.partition("/")[0] in plans for name in each.oversees))
    return _next_meetings(found, sitting)


def _names_above(board: BoardRow) -> Iterable[str]:
    return dict.fromkeys(filter(None, (board.serves, board.meets.before if board.meets else None)))


def _next_meetings(boards: Iterable[BoardRow], sitting: Sitting) -> Iterator[MeetingLabel]:
    date = sitting.meeting.date if sitting.meeting else None
    day = date.last if date else sitting.day
    return filter(None, (meeting_label(Schedule(each).after(day - 1)) for each in boards))
