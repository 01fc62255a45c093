"""Rows of boards: their meetings, what they receive, and what they agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.board.meeting_rows import MeetingRevisionRow, MeetingRow, MeetingRuleRow
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.kinds.plan.rows import DocumentRow
from genderplan.source.places import Places


class MemberRow(NamedTuple):
    """Who sits on a board or in a group."""

    organisation: str | None
    """The organisation's id; null of whom no organisation of the tree is."""
    role: str | None
    """Whom or what the member stands for, in words."""
    name: str | None
    """The member's name."""


class BoardReplacementRow(NamedTuple):
    """The board that another came in the place of."""

    board: str
    """The id of that board."""
    date: PlanDate | None
    """Since when; null where the file does not say."""


class AboutRow(NamedTuple):
    """What something is about: a plan, an entry, or something in words."""

    id: str | None
    """The id of a plan or an entry, as the file has it; null where a text stands in its place."""
    text: str | None
    """It in words; null where there is an id."""


class ReceiptRow(NamedTuple):
    """A report that a board receives again and again; `from_` is `from` in the file."""

    id: str
    """The id."""
    title: str
    """What the report is of."""
    by: tuple[str, ...]
    """The ids of the organisations that report."""
    about: tuple[AboutRow, ...]
    """What it tells of."""
    from_: PlanDate | None
    """The first date; null where the file gives none."""
    meeting: str | None
    """The id of the first meeting; null where the file gives none."""
    every_meetings: int | None
    """At every so many ordinary meetings; null where it comes by time."""
    every: Length | None
    """How long it is from one report to the next."""
    until: PlanDate | None
    """When it ends; null: it goes on."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""


class PromisedReportRow(NamedTuple):
    """A single report that a board was promised."""

    id: str
    """The id."""
    title: str
    """What the report is of."""
    by: tuple[str, ...]
    """The ids of the organisations that report."""
    about: tuple[AboutRow, ...]
    """What it tells of."""
    at: PlanDate | None
    """The date that it is promised for; null where the file gives none."""
    meeting: str | None
    """The id of the meeting that it is promised for; null where the file gives none."""
    reason: str | None
    """Why it was put off."""
    revisions: tuple[MeetingRevisionRow, ...]
    """Changes of the date, the newest last."""
    received: PlanDate | None
    """When it came; null: it has not come, or nobody said."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""


class DecisionRow(NamedTuple):
    """What a board was asked to decide or decided, or what its members were concerned about."""

    id: str
    """The id."""
    meeting: str | None
    """The id of the meeting; null where the file does not say."""
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
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""


class ChampionsRow(NamedTuple):
    """Reviews with one unit after the other; `from_` is `from` in the file."""

    from_: PlanDate | None
    """When the first of the rota is reviewed first; null where the file does not say."""
    every: Length
    """How long it is from one review to the next."""
    until: PlanDate | None
    """When it ends; null: it goes on."""
    by: tuple[str, ...]
    """The ids of the organisations that hold the review."""
    rota: tuple[str, ...]
    """The ids of the organisations in turn."""
    note: str | None
    """What a reader should know, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""


class WorkingGroupRow(NamedTuple):
    """A group that works for a board."""

    id: str
    """The id."""
    title: str
    """What it is called."""
    chair: str | None
    """The id of the organisation that leads its meetings."""
    led_by: str | None
    """The id of the organisation that leads the work."""
    members: tuple[MemberRow, ...]
    """Who is in it."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""


@dataclass(frozen=True)
class BoardRow:
    """A board; `id` is that of its organisation."""

    id: str
    role: str | None
    oversees: tuple[str, ...]
    chair: str | None
    members: tuple[MemberRow, ...]
    serves: str | None
    replaces: BoardReplacementRow | None
    meets: MeetingRuleRow | None
    meetings: tuple[MeetingRow, ...]
    receives: tuple[ReceiptRow, ...]
    promised: tuple[PromisedReportRow, ...]
    decisions: tuple[DecisionRow, ...]
    champions: ChampionsRow | None
    working_groups: tuple[WorkingGroupRow, ...]
    sources: tuple[DocumentRow, ...]
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    file: str
    places: Places

    @cached_property
    def meetings_by_id(self) -> Mapping[str, MeetingRow]:
        """The meetings that the file gives, by their ids."""
        return {meeting.id: meeting for meeting in self.meetings}
