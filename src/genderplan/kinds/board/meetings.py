"""Meetings of a board as its file gives them, and the rule by which it meets."""

from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.entry.parts import Cancellation, SourceReference
from genderplan.kinds.shared.cycles import checked_every, checked_until
from genderplan.kinds.shared.fields import Date, Id, Interval, OneOrMany, Text, WholeNumber
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping


class MeetingRule(FileMapping):
    """How often a board meets: a rule, from which dates follow only where it says from when."""

    from_: Date | None = Field(default=None, alias="from")
    """When it met first by this rule. Left out: nobody said, so there are no dates.

    Examples: "2025-01", "2025-01-30"
    """

    every: Interval | None = None
    """How long it is from one meeting to the next.

    Examples: "3 months"
    """

    until: Date | None = None
    """When the rule ends. Left out: it goes on.

    Examples: "2027-12"
    """

    before: Text | None = None
    """The id of the board before whose meetings it meets; each is checked to have one before it.

    Examples: "Council"
    """

    at_least_a_year: WholeNumber | None = None
    """How many meetings a year has at least; it is checked, and gives no date.

    Examples: 4
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "The paper names no day."
    """

    @field_validator("every")
    @classmethod
    def _fits(cls, every: Length | None, info: ValidationInfo) -> Length | None:
        return checked_every(every, info, "from_")

    @field_validator("until")
    @classmethod
    def _ends(cls, until: PlanDate | None, info: ValidationInfo) -> PlanDate | None:
        return checked_until(until, info, "from_")


class MeetingRevision(FileMapping):
    """One change of a meeting's date, or of the day by which its papers are due."""

    date: Date | None = None
    """When it was changed.

    Examples: "2025-01-05"
    """

    was: Date | None = None
    """The date before.

    Examples: "2025-01-30"
    """

    reason: Text | None = None
    """Why.

    Examples: "The chair is away"
    """

    approved_by: Text | None = None
    """The id of the organisation that agreed to it.

    Examples: "Council"
    """


class Meeting(TitledMapping):
    """A meeting, with a date or without one."""

    id: Id
    """Its id, unique among the board's meetings.

    Examples: "feb-2025"
    """

    title: Text | None = None
    """What it is called.

    Examples: "Annual meeting"
    """

    date: Date | None = None
    """When it is, or was; left out where no document says.

    Examples: "2025-02-07", "2025-02"
    """

    kind: Literal["ordinary", "special"] = "ordinary"
    """Whether it is an ordinary meeting, which `every_meetings` counts, or a special one; ordinary when left out."""

    papers_by: Date | None = None
    """When its papers are due.

    Examples: "2025-01-30"
    """

    theme: Text | None = None
    """What it is about above all.

    Examples: "Race"
    """

    minutes: Text | None = None
    """Where its minutes can be read.

    Examples: "https://example.org/minutes"
    """

    cancelled: Cancellation | None = None
    """That it did not take place, or will not, and why.

    Examples: {"reason": "No quorum"}
    """

    revisions: tuple[MeetingRevision, ...] = ()
    """Changes of its date, the newest last.

    Examples: [{"date": "2025-01-05", "was": "2025-01-30", "reason": "The chair is away"}]
    """

    renamed_from: OneOrMany[Id] = ()
    """The id that it had before, under which calendars know it.

    Examples: "january-2025"
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "page 1"}
    """
