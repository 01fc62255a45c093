"""Records of boards in the JSON contract: their meetings, the reports that they are owed, and what they decided."""

from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.board.meeting_rows import MeetingRevisionRow, MeetingRuleRow
from genderplan.kinds.board.rows import AboutRow, BoardReplacementRow, ChampionsRow, MemberRow, WorkingGroupRow
from genderplan.kinds.entry.part_rows import CancelledRow, SourceRow
from genderplan.standing.rag import Status


class BoardRecord(NamedTuple):
    id: str
    """The id, which is that of its organisation."""
    name: str | None
    """The name in full; null where no document spells it."""
    role: str | None
    """What the board is for, in words."""
    oversees: tuple[str, ...]
    """What it oversees, as in the file: plans, objectives, tags and sections; empty for every plan."""
    chair: str | None
    """The id of the organisation that leads its meetings."""
    members: tuple[MemberRow, ...]
    """Who sits on it."""
    serves: str | None
    """The id of the board above it."""
    served_by: tuple[str, ...]
    """The ids of the boards that serve it."""
    replaces: BoardReplacementRow | None
    """The board that it came in the place of."""
    meets: MeetingRuleRow | None
    """How often it meets; dates follow only where it says from when."""
    meetings: int
    """How many meetings the file gives."""
    last_meeting: PlanDate | None
    """When it met last, by the status date; null where no meeting is known."""
    next_meeting: PlanDate | None
    """When it meets next after the status date; null where no meeting is known."""
    reports: int
    """How many reports it receives again and again, or was promised."""
    decisions: int
    """How many recommendations, decisions, actions and concerns there are."""
    open_decisions: int
    """How many of them nobody says are dealt with: not yet decided, or agreed, for somebody to act on, and not done."""
    champions: ChampionsRow | None
    """Reviews with one unit after the other."""
    next_review: PlanDate | None
    """When the next of them is, on the status date or after it."""
    next_reviewed: str | None
    """The id of the organisation whose turn it is then."""
    working_groups: tuple[WorkingGroupRow, ...]
    """Groups that work for it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    file: str
    """The file, relative to the current folder, with slashes."""


class MeetingRecord(NamedTuple):
    board: str
    """The board's id."""
    meeting: str | None
    """The meeting's id in its board; null of one that its rule alone gives."""
    id: str
    """The full id: BOARD#meeting, or BOARD@DATE of one that its rule gives."""
    title: str | None
    """What the meeting is called."""
    date: PlanDate | None
    """When it is, or was; null where the file does not say."""
    kind: str
    """ordinary or special."""
    by_rule: bool
    """Whether its rule alone gives it."""
    status: str
    """held, next, planned, cancelled, undated, or unconfirmed of one in the past that the rule alone gives."""
    papers_by: PlanDate | None
    """When its papers are due."""
    theme: str | None
    """What it is about above all."""
    minutes: str | None
    """Where its minutes can be read."""
    cancelled: CancelledRow | None
    """That it did not take place, or will not."""
    revisions: tuple[MeetingRevisionRow, ...]
    """Changes of its date, the newest last."""
    renamed_from: tuple[str, ...]
    """The ids that it had before, the newest first."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""


class BoardReportRecord(NamedTuple):
    board: str
    """The board's id."""
    report: str
    """The report's id in its board."""
    id: str
    """The full id: BOARD#report."""
    kind: str
    """recurring, or promised of a single one."""
    title: str
    """What the report is of."""
    by: tuple[str, ...]
    """The ids of the organisations that report."""
    about: tuple[AboutRow, ...]
    """What it tells of."""
    every_meetings: int | None
    """At every so many ordinary meetings; null where it comes by time, or once."""
    every: Length | None
    """How long it is from one report to the next; null where meetings are counted, or it comes once."""
    from_: PlanDate | None
    """The first date of one that comes again."""
    until: PlanDate | None
    """When it ends; null: it goes on, or comes once."""
    at: PlanDate | None
    """The date for which a single one is promised."""
    meeting: str | None
    """The id of the meeting at which the first one comes, or for which a single one is promised."""
    due: PlanDate | None
    """When it is owed: a single one on its date or at its meeting, another next from the status date on."""
    due_at: str | None
    """The full id of the meeting at which it is owed then; null where none is known."""
    status: Status
    """complete, overdue, due, upcoming or undated; of one that comes again that of the next time."""
    days_overdue: int | None
    """Days since the last day of the due date; null unless overdue."""
    received: PlanDate | None
    """When a single one came; null: it has not come, or nobody said."""
    reason: str | None
    """Why it was put off."""
    revisions: tuple[MeetingRevisionRow, ...]
    """Changes of the date that was promised, the newest last."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""


class DecisionRecord(NamedTuple):
    board: str
    """The board's id."""
    decision: str
    """The decision's id in its board."""
    id: str
    """The full id: BOARD#decision."""
    meeting: str | None
    """The id of the meeting where it came up."""
    date: PlanDate | None
    """When that meeting is, or was."""
    kind: str
    """recommendation, decision, action or concern."""
    text: str
    """It, in the words of the document."""
    about: tuple[AboutRow, ...]
    """What it is about."""
    leads: tuple[str, ...]
    """The ids of the organisations that have to act."""
    due: PlanDate | None
    """By when."""
    agreed: bool | None
    """Whether it was agreed; null: it is not decided."""
    completed: PlanDate | None
    """When what had to be done was done."""
    state: str
    """open (not yet decided), agreed, not agreed, or done."""
    status: Status | None
    """complete, overdue, due or upcoming, where it was not turned down and has a date; else null."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""
