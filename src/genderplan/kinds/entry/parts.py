"""Parts of an entry: the small mappings that stand inside actions, projects and their milestones."""

from typing import Literal, TypeVar

from pydantic import ValidationInfo, field_validator

from genderplan.dates.lengths import Length
from genderplan.kinds.shared.fields import Date, DateOrLength, Duration, OneOrMany, Text, failure
from genderplan.kinds.shared.mappings import FileMapping

Key = TypeVar("Key", bound=str | None)


class SourceReference(FileMapping):
    """Which document says so, and where in it."""

    document: Text | None = None
    """The id of one of the plan's sources.

    Examples: "board-paper"
    """

    place: Text | None = None
    """Where in the document it stands, in words.

    Examples: "Objective 1, action 1"
    """


class Cancellation(FileMapping):
    """That something will not be done, since when, and why."""

    date: Date | None = None
    """Since when; a month counts from its first day. Left out: always.

    Examples: "2025-02", "2025-02-14"
    """

    reason: Text | None = None
    """Why it will not be done.

    Examples: "No room for it this year"
    """


class _Revised(FileMapping):
    """What revisions of milestones and of entries have in common."""

    date: Date | None = None
    """When the change was agreed.

    Examples: "2024-11-05"
    """

    was: DateOrLength | None = None
    """The date that was agreed before; of `every` the length.

    Examples: "2025-03", "3 months"
    """

    reason: Text | None = None
    """Why the date was changed.

    Examples: "Payroll system moved"
    """

    approved_by: Text | None = None
    """The id of the organisation that agreed to it.

    Examples: "HR-Board"
    """


def fitting_field(field: Key, info: ValidationInfo) -> Key:
    """Which value was changed, if what it was is of its kind: `every` was a length, all others are dates."""
    was = info.data.get("was")
    if was is not None and isinstance(was, Length) != (field == "every"):
        kind, other = ("a date", "a length of time") if isinstance(was, Length) else ("a length of time", "a date")
        raise failure("GP108", f"'{field}' was {kind}, and 'was' is {other}")
    return field


class Revision(_Revised):
    """One change of the agreed date of a milestone, of how it comes again, or of its completion."""

    field: Literal["due", "until", "every", "completed"] | None = None
    """Which of its dates was changed; `due` when left out."""

    @field_validator("field")
    @classmethod
    def _says_what_was(cls, field: str | None, info: ValidationInfo) -> str | None:
        return fitting_field(field, info)


class EntryRevision(_Revised):
    """One change of an agreed date of an entry itself, of how it comes again, or of its completion."""

    field: Literal["start", "end", "due", "until", "every", "completed"] | None = None
    """Which of the entry's dates was changed."""

    @field_validator("field")
    @classmethod
    def _says_what_was(cls, field: str | None, info: ValidationInfo) -> str | None:
        return fitting_field(field, info)


class Update(FileMapping):
    """Progress, told on a date."""

    text: Text
    """What has been done, in words.

    Examples: "Extract done for all grades."
    """

    date: Date | None = None
    """When it was told.

    Examples: "2025-01-10"
    """

    by: Text | None = None
    """The id of the organisation that tells it.

    Examples: "HR"
    """

    source: SourceReference | None = None
    """Which document tells it, and where in it.

    Examples: {"document": "board-paper", "place": "page 4"}
    """

    state: Literal["not-started", "under-way", "on-hold", "embedded"] | None = None
    """How far it is. What is `embedded` is part of daily work; that it is done, `completed` of the entry says."""

    rag: Literal["red", "amber", "green", "blue"] | None = None
    """How the lead judges it, with the reason in `text`. It is shown beside the RAG that follows from the dates."""

    next: Text | None = None
    """The next step, in words.

    Examples: "Ask finance for the grades of 2024."
    """

    evidence: OneOrMany[Text] = ()
    """What shows it: texts or addresses; one or a list.

    Examples: "https://example.org/pay-gap", ["Minutes of the board, item 4", "https://example.org/pay-gap"]
    """


class TextInput(FileMapping):
    """Something needed that is no organisation."""

    text: Text
    """What is needed, in words.

    Examples: "payroll extract"
    """


class Partner(FileMapping):
    """A partner in a role; a role without an organisation is one not yet filled."""

    organisation: Text | None = None
    """The organisation's id.

    Examples: "University"
    """

    role: Text | None = None
    """What it does here.

    Examples: "Evaluator"
    """


class Dependency(FileMapping):
    """A milestone that is waited for, and for how long after it."""

    milestone: Text
    """The milestone's id; of another entry, `entry#milestone`.

    Examples: "report", "publish-gap#report"
    """

    lag: Duration | None = None
    """How long after the milestone at the earliest.

    Examples: "P2W", "1 month"
    """
