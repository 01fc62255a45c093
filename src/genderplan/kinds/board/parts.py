"""Parts of a board: members, reports, decisions, champions and working groups."""

from typing import Annotated, Literal

from pydantic import Field, Tag, ValidationInfo, field_validator

from genderplan.dates.cycles import MOST
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.board.meetings import MeetingRevision
from genderplan.kinds.entry.parts import SourceReference, TextInput
from genderplan.kinds.shared.cycles import CycleMapping, checked_until, every_from
from genderplan.kinds.shared.fields import (
    TEXT_OR_MAPPING,
    Date,
    DateOrId,
    Id,
    Interval,
    OneOrMany,
    Text,
    Truth,
    WholeNumber,
    failure,
)
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping

About = OneOrMany[Annotated[Annotated[Text, Tag("#text")] | Annotated[TextInput, Tag("#mapping")], TEXT_OR_MAPPING]]
"""What something is about: ids of plans and entries, or `{text: ...}`; one or a list."""


class Member(FileMapping):
    """Who sits on a board and is no organisation of the tree, or sits there in a role."""

    organisation: Text | None = None
    """The id of the organisation.

    Examples: "HR"
    """

    role: Text | None = None
    """Whom or what the member stands for, in words.

    Examples: "Staff association"
    """

    name: Text | None = None
    """The member's name.

    Examples: "A. Person"
    """


class BoardReplacement(FileMapping):
    """The board that another came in the place of."""

    board: Text
    """The id of that board.

    Examples: "Reference-Group"
    """

    date: Date | None = None
    """Since when.

    Examples: "2024-05"
    """


class _Owed(TitledMapping):
    """What reports that come again and single ones have in common."""

    id: Id
    """Its id, unique among the board's reports of its kind.

    Examples: "progress"
    """

    title: Text
    """What the report is of.

    Examples: "Progress of the plan"
    """

    by: OneOrMany[Text] = ()
    """Who reports: an organisation's id, or a list of them.

    Examples: "HR", ["HR", "Finance"]
    """

    about: About = ()
    """What it tells of: ids of plans and entries, or texts.

    Examples: "pay/extract", ["pay", {"text": "Impact of mainstreaming"}]
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 4"}
    """


class Receipt(_Owed):
    """A report that a board receives again and again: at every so many meetings, or every so often."""

    from_: DateOrId | None = Field(default=None, alias="from")
    """The first: a date, or with `every_meetings` the id of a meeting. Left out: nobody said, and no date follows.

    Examples: "feb-2025", "2025-01"
    """

    every_meetings: WholeNumber | None = None
    """At every so many ordinary meetings, 2 being every other.

    Examples: 2
    """

    every: Interval | None = None
    """How long it is from one report to the next.

    Examples: "6 months"
    """

    until: Date | None = None
    """When it ends. Left out: it goes on.

    Examples: "2027-12"
    """

    @field_validator("every_meetings")
    @classmethod
    def _counts(cls, every_meetings: int | None) -> int | None:
        if every_meetings is not None and not 1 <= every_meetings <= MOST:
            raise failure("GP115", f"'every_meetings' is from 1 to {MOST:,}", "2 is every other meeting")
        return every_meetings

    @field_validator("every")
    @classmethod
    def _fits(cls, every: Length | None, info: ValidationInfo) -> Length | None:
        if every is None or "from_" not in info.data:
            return every
        if info.data.get("every_meetings") is not None:
            raise failure("GP115", "'every' beside 'every_meetings'", "keep the one that the document gives")
        first = info.data["from_"]
        if isinstance(first, str):
            raise failure("GP115", f"'{first}' is no date to count {every.in_words} from", "write the first date")
        return every_from(every, first)

    @field_validator("until")
    @classmethod
    def _ends(cls, until: PlanDate | None, info: ValidationInfo) -> PlanDate | None:
        if until is None or info.data.get("every_meetings") is not None:
            return until
        return checked_until(until, info, "from_")


class PromisedReport(_Owed):
    """A single report that a board was promised."""

    at: DateOrId | None = None
    """When it is promised for: a date, or the id of a meeting. Left out: nobody said.

    Examples: "2025-autumn", "jun-2025"
    """

    reason: Text | None = None
    """Why it was put off.

    Examples: "Data came late"
    """

    revisions: tuple[MeetingRevision, ...] = ()
    """Changes of the date that was promised, the newest last.

    Examples: [{"date": "2025-06-05", "was": "2025-06", "reason": "Data came late"}]
    """

    received: Date | None = None
    """When it came; left out: it has not come, or nobody said.

    Examples: "2025-11-06"
    """


class Decision(TitledMapping):
    """What a board was asked to decide or decided, or what its members were concerned about."""

    id: Id
    """Its id, unique among the board's decisions.

    Examples: "note-progress"
    """

    meeting: Text | None = None
    """The id of the board's meeting where it came up.

    Examples: "feb-2025"
    """

    kind: Literal["recommendation", "decision", "action", "concern"] = "decision"
    """A recommendation to the board, its decision, an action that somebody is to take, or a concern."""

    text: Text
    """It, in the words of the document.

    Examples: "Receive reports at every other meeting"
    """

    about: About = ()
    """What it is about: ids of plans and entries, or texts.

    Examples: "pay", ["pay/extract", {"text": "Staff survey"}]
    """

    lead: OneOrMany[Text] = ()
    """Who has to act: an organisation's id, or a list of them.

    Examples: "HR"
    """

    due: Date | None = None
    """By when.

    Examples: "2025-06"
    """

    agreed: Truth | None = None
    """Whether it was agreed. Left out: it is open.

    Examples: true
    """

    completed: Date | None = None
    """When what had to be done was done.

    Examples: "2025-05-30"
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "Recommendations, 1"}
    """


class Champions(CycleMapping):
    """Reviews with one unit after the other: the first of the rota at `from`, the next one `every` later."""

    by: OneOrMany[Text] = ()
    """Who holds the review.

    Examples: "HR-Director"
    """

    rota: tuple[Text, ...] = ()
    """The ids of the organisations in turn.

    Examples: ["HR", "Finance"]
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "The paper names no first date."
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 12"}
    """


class WorkingGroup(TitledMapping):
    """A group that works for a board."""

    id: Id
    """Its id, unique among the board's groups.

    Examples: "pay"
    """

    title: Text
    """What it is called.

    Examples: "Pay"
    """

    chair: Text | None = None
    """The id of the organisation that leads its meetings.

    Examples: "HR-Director"
    """

    led_by: Text | None = None
    """The id of the organisation that leads the work.

    Examples: "Pay-Advisor"
    """

    members: tuple[
        Annotated[Annotated[Text, Tag("#text")] | Annotated[Member, Tag("#mapping")], TEXT_OR_MAPPING], ...
    ] = ()
    """Who is in it: ids of organisations, or mappings of what has no id.

    Examples: ["HR", {"role": "Staff association"}]
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 18"}
    """
