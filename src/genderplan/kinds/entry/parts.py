"""Parts of an entry: the small mappings that stand inside actions, projects and their milestones."""

from typing import Literal

from genderplan.kinds.shared.fields import Date, Duration, OneOrMany, Text
from genderplan.kinds.shared.mappings import FileMapping


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

    was: Date | None = None
    """The date that was agreed before.

    Examples: "2025-03"
    """

    reason: Text | None = None
    """Why the date was changed.

    Examples: "Payroll system moved"
    """

    approved_by: Text | None = None
    """The id of the organisation that agreed to it.

    Examples: "HR-Board"
    """


class Revision(_Revised):
    """One change of the agreed date of a milestone, or of its completion."""

    field: Literal["due", "completed"] | None = None
    """Which of its dates was changed; `due` when left out."""


class EntryRevision(_Revised):
    """One change of an agreed date of an entry itself, or of its completion."""

    field: Literal["start", "end", "due", "completed"] | None = None
    """Which of the entry's dates was changed."""


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
