"""Reports to a board: those that it receives again and again, and those that it was promised."""

from pydantic import Field, ValidationInfo, field_validator

from genderplan.dates.cycles import LATER_UNTIL, MOST
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.board.meetings import MeetingRevision
from genderplan.kinds.board.parts import About
from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.shared.cycles import checked_until, every_from
from genderplan.kinds.shared.fields import (
    Date,
    DateOrId,
    Id,
    Interval,
    OneOrMany,
    Text,
    WholeNumber,
    failure,
)
from genderplan.kinds.shared.mappings import TitledMapping


class _Owed(TitledMapping):
    """What reports that come again and single ones have in common."""

    id: Id
    """Its id, unique among the board's reports.

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
        if until is None or info.data.get("every_meetings") is None:
            return until and checked_until(until, info, "from_")
        first = info.data.get("from_")
        if isinstance(first, PlanDate) and until.last < first.first:
            raise failure("GP115", f"'until' {until} is before the first date, {first}", LATER_UNTIL)
        return until


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
