"""Records of an agenda: the meeting, what is owed to it, what is open, and what an item is beside when it is due."""

from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.board.meeting_rows import MeetingRevisionRow, MeetingRuleRow
from genderplan.kinds.board.rows import AboutRow, ChampionsRow, DecisionRow, MemberRow, WorkingGroupRow
from genderplan.kinds.entry.part_rows import SourceRow, UpdateRow
from genderplan.kinds.entry.particular_rows import RequestRow
from genderplan.standing.records.dues import DueRecord
from genderplan.standing.standings import Status

if TYPE_CHECKING:
    from genderplan.standing.records.indicators import CategoryRecord


class BoardLabel(NamedTuple):
    """Which board it is, and who sits on it."""

    id: str
    """The id of its organisation."""
    name: str
    """What it is called."""
    role: str | None
    """What it is for, in words."""
    chair: str | None
    """The id of the organisation that leads its meetings."""
    members: tuple[MemberRow, ...]
    """Who sits on it."""
    oversees: tuple[str, ...]
    """What it oversees, as the file has it; none: every plan."""
    serves: str | None
    """The id of the board above it."""
    meets: MeetingRuleRow | None
    """How often it meets; null where the file does not say."""
    champions: ChampionsRow | None
    """The rota of its reviews; null where it has none."""
    working_groups: tuple[WorkingGroupRow, ...]
    """The groups that work for it."""


class MeetingLabel(NamedTuple):
    """A meeting of a board."""

    board: str
    """The board's id."""
    id: str
    """The full id: BOARD#meeting; BOARD@DATE of one that its rule gives."""
    title: str | None
    """What it is called; null where it has no title."""
    date: PlanDate | None
    """When it is; null where the file does not say."""
    by_rule: bool
    """Whether no file gives it, and the board's rule alone says that there is one."""
    kind: str
    """ordinary or special."""
    papers_by: PlanDate | None
    """When its papers are due."""
    theme: str | None
    """What it is about above all."""
    minutes: str | None
    """Where its minutes can be read."""
    cancelled: str | None
    """Why it did not take place, in words, empty where no reason is given; null where it was not cancelled."""
    note: str | None
    """What a reader should know, in words."""


class ReviewTurn(NamedTuple):
    """Whose turn it is in the rota of reviews."""

    unit: str
    """The id of the organisation that is reviewed."""
    date: PlanDate
    """When."""
    by: tuple[str, ...]
    """The ids of the organisations that hold the review."""
    place: int
    """Its place in the rota, from 1."""
    of: int
    """How many units the rota has."""


class AgendaItem(NamedTuple):
    """Something that is open, and what was told of it last."""

    item: DueRecord
    """What falls due, and where it stands."""
    extended: int
    """How often its date was moved to a later one."""
    further: tuple[PlanDate, ...]
    """Of what comes again the later times that are overdue too, or that are due too."""
    latest: UpdateRow | None
    """The newest update of its action or project; null where there is none."""


class ExtensionAsked(NamedTuple):
    """An extension that is asked for and not yet agreed."""

    id: str
    """The full id of the entry or milestone."""
    title: str
    """The title, in the words of the document."""
    of: str | None
    """Of a milestone what it belongs to, in words."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    due: PlanDate | None
    """The date that is agreed; of what comes again that of the earliest open time."""
    extended: int
    """How often its date was moved to a later one."""
    requested: RequestRow
    """What is asked for, when, by whom and why."""


class ReceivedMilestone(NamedTuple):
    """A milestone that goes to the board."""

    id: str
    """The full id: plan/entry#milestone."""
    title: str
    """The title, in the words of the document."""
    of: str
    """The action or project that it belongs to, in words."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    due: PlanDate | None
    """When it is due; of what comes again that of the earliest open time."""
    status: Status
    """Where it stands on the status date."""
    completed: PlanDate | None
    """When it was done."""
    note: str | None
    """What a reader should know, in words."""


class AgendaReport(NamedTuple):
    """A report to the board."""

    id: str
    """The full id: BOARD#report; one of several times ends in @ and its date, or the id of its meeting."""
    title: str
    """What it is of."""
    by: tuple[str, ...]
    """The ids of the organisations that report."""
    about: tuple[AboutRow, ...]
    """What it tells of."""
    due: PlanDate | None
    """The date that it is owed by; null where the file names a meeting or gives none."""
    meeting: MeetingLabel | None
    """The meeting at which it is owed; null where that is not known."""
    every: Length | None
    """How long it is from one to the next; null where it comes once, or by meetings."""
    every_meetings: int | None
    """At every so many ordinary meetings; null where it comes once, or by time."""
    received: PlanDate | None
    """When it came, by the status date; null: it has not come, or nobody said."""
    reason: str | None
    """Why it was put off."""
    revisions: tuple[MeetingRevisionRow, ...]
    """Changes of its date, the newest last."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""


class OpenDecision(NamedTuple):
    """Something that the board is asked to decide, or that nobody says is dealt with."""

    id: str
    """The full id: BOARD#decision."""
    date: PlanDate | None
    """The date of its meeting."""
    decision: DecisionRow
    """It, as the file has it."""


class OffCourse(NamedTuple):
    """A measure that is behind its course, misses its target, or is expected to."""

    plan: str
    """The plan's id."""
    id: str
    """The full id of the indicator: plan/indicator."""
    title: str
    """The title of the indicator, in the words of the document."""
    unit: str | None
    """What it is counted in; percent makes differences points."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    category: "CategoryRecord"
    """Where it stands."""


class IdleSection(NamedTuple):
    """A section of a framework that a plan follows, for which nothing has begun."""

    section: str
    """The section as framework/section."""
    ref: str | None
    """Its number as it is printed."""
    title: str
    """The title, in the words of the document."""
    entries: tuple[str, ...]
    """The full ids of the entries that support it, none of which has begun; none: nothing supports it."""
    framework: str
    """The title of the framework that it is of."""
