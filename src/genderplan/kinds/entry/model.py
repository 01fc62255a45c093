"""Actions, projects and their milestones, as a plan has them and as a baseline keeps them."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Tag, field_validator

from genderplan.kinds.entry.completions import Completion, checked_completion, checked_milestones, checked_skips
from genderplan.kinds.entry.cost import Costs
from genderplan.kinds.entry.particulars import AgreedParticulars, Particulars, Request
from genderplan.kinds.entry.parts import (
    Cancellation,
    Dependency,
    EntryRevision,
    Partner,
    Revision,
    TextInput,
    Update,
)
from genderplan.kinds.entry.planned import Planned
from genderplan.kinds.shared.contents import Content, Twice, ids_twice
from genderplan.kinds.shared.fields import (
    TEXT_OR_MAPPING,
    Date,
    Duration,
    Id,
    OneOrMany,
    Text,
    WholeNumber,
)
from genderplan.kinds.shared.supports import Drivers, Supports
from genderplan.source.places import Places

_DependsOn = OneOrMany[
    Annotated[Annotated[Text, Tag("#text")] | Annotated[Dependency, Tag("#mapping")], TEXT_OR_MAPPING]
]


class BaselineMilestone(Planned):
    """A milestone as it was agreed: no progress."""

    id: Id
    """Its id, unique in its entry.

    Examples: "report"
    """

    duration: Duration | None = None
    """How long it takes, where no date is given.

    Examples: "3 months", "P3M"
    """

    depends_on: _DependsOn = ()
    """What must be done before: a milestone's id in this entry, `entry#milestone` elsewhere, or a mapping with a lag.

    Examples: "extract", ["extract", {"milestone": "other-entry#report", "lag": "P2W"}]
    """

    @property
    def progress(self) -> "Milestone":
        """What has been done of it: nothing that its file tells, as in every baseline."""
        return _NO_PROGRESS


class Milestone(BaselineMilestone):
    """One step of an entry, with a date or a length."""

    forecast: Date | None = None
    """When the lead expects it now, where that differs from `due`.

    Examples: "2025-05"
    """

    completed: Completion | None = None
    """When it was done; a month counts from its first day. Of what comes again a mapping: date to day, for each time.

    Examples: "2024-12-20", "2024-12", {"2024-Q4": "2024-12-10", "2025-Q1": "2025-03-11"}
    """

    cancelled: Cancellation | None = None
    """That it will not be done.

    Examples: {"date": "2025-02", "reason": "No room for it this year"}
    """

    revisions: tuple[Revision, ...] = ()
    """Every change of its agreed date, and every correction of `completed`, the newest last.

    Examples: [{"date": "2024-11-05", "was": "2025-03", "reason": "Payroll system moved", "approved_by": "HR-Board"}]
    """

    requested: Request | None = None
    """An extension that is asked for and not yet agreed; `move --request` writes it.

    Examples: {"to": "2025-09", "date": "2025-01-10", "by": "HR", "reason": "The supplier is late"}
    """

    goes_to: Text | None = None
    """The id of the board that receives it.

    Examples: "HR-Board"
    """

    skipped: dict[Date, Text] | None = None
    """Of what comes again the times that will not be, by their dates, each with why.

    Examples: {"2025-Q2": "The board did not meet"}
    """

    _is_of_its_kind = field_validator("completed")(checked_completion)
    _comes_again = field_validator("skipped")(checked_skips)

    @property
    def progress(self) -> "Milestone":
        return self


_NO_PROGRESS = Milestone.model_construct(id="", title="")


class _PlannedEntry(AgreedParticulars, Planned):
    """What actions and projects have in common in a plan and in a baseline."""

    renamed_from: OneOrMany[Id] = ()
    """The id that it had before in this plan, so that it is found in a baseline.

    Examples: "old-id", ["old-id", "older-id"]
    """

    objective: Text | None = None
    """The id of the objective that it belongs to.

    Examples: "data"
    """

    order: WholeNumber | None = None
    """Its place in its objective, from 0 to 999999999; gaps are allowed. Others follow, by `ref` and id.

    Examples: 10
    """

    inputs: OneOrMany[
        Annotated[Annotated[Text, Tag("#text")] | Annotated[TextInput, Tag("#mapping")], TEXT_OR_MAPPING]
    ] = ()
    """What it needs: organisations' ids, or mappings with a `text` for anything else; one or a list.

    Examples: "Finance", ["Finance", {"text": "payroll extract"}]
    """

    output: Text | None = None
    """What comes out of it, in words.

    Examples: "Annual pay gap report"
    """

    groups: OneOrMany[Text] = ()
    """The people that it serves, in words; one or a list.

    Examples: "Carers", ["Carers", "Parents"]
    """

    partners: OneOrMany[
        Annotated[Annotated[Text, Tag("#text")] | Annotated[Partner, Tag("#mapping")], TEXT_OR_MAPPING]
    ] = ()
    """Who works on it too: organisations' ids, or mappings with an organisation, a role or both; one or a list.

    Examples: "University", [{"role": "Sponsor"}, {"organisation": "University", "role": "Evaluator"}]
    """

    start: Date | None = None
    """When it begins.

    Examples: "2025-01"
    """

    end: Date | None = None
    """When it ends; its own date where it has no `due`.

    Examples: "2025-09"
    """

    supports: Supports = ()
    """Sections of frameworks that it supports: `framework/section`, or a mapping with an extent or a text; or a list.

    Examples: "equality-standard/leadership", [{"section": "equality-standard/leadership", "extent": "part"}]
    """

    drivers: Drivers = ()
    """What it is done for: sections of frameworks, or mappings with a `text` for anything else; one or a list.

    Examples: "pay-duty", ["pay-duty/report", {"text": "The board's priorities"}]
    """

    indicators: OneOrMany[Text] = ()
    """The ids of the plan's indicators by which one will know; one or a list.

    Examples: "women-in-senior-posts", ["women-in-senior-posts", "pay-gap"]
    """

    cost: Costs = ()
    """What it costs: a word (free, existing, staff-time, realigned, unquantified), a mapping, or a list of them.

    Examples: "staff-time", [{"amount": 25000, "year": "FY2025-26", "kind": "new"}]
    """


class _EntryInPlan(_PlannedEntry):
    """What an action or a project in a plan has and a baseline does not keep: its progress."""

    completed: Completion | None = None
    """When it was done as a whole. Left out: when each of its milestones is complete or cancelled. Of what comes again
    a mapping: date to day, for each time.

    Examples: "2025-06-20", "2025-06", {"2024": "2024-12-10", "2025": "2025-11-30"}
    """

    cancelled: Cancellation | None = None
    """That it will not be done; its open milestones are cancelled with it.

    Examples: {"date": "2025-02", "reason": "No room for it this year"}
    """

    milestones: tuple[Milestone, ...] = ()
    """Its steps, in their order.

    Examples: [{"id": "report", "title": "Publish the report", "due": "2025-06"}]
    """

    updates: tuple[Update, ...] = ()
    """Progress, the newest last.

    Examples: [{"date": "2025-01-10", "by": "HR", "text": "Extract done for all grades."}]
    """

    revisions: tuple[EntryRevision, ...] = ()
    """Every change of one of its own agreed dates, and every correction of `completed`, the newest last.

    Examples: [{"date": "2024-10-01", "field": "due", "was": "2025-01", "reason": "No trainer"}]
    """

    forecast: Date | None = None
    """When the lead expects it now, where that differs from its own date.

    Examples: "2025-05"
    """

    skipped: dict[Date, Text] | None = None
    """Of what comes again the times that will not be, by their dates, each with why.

    Examples: {"2025-Q2": "The board did not meet"}
    """

    _is_of_its_kind = field_validator("completed")(checked_completion)
    _comes_again = field_validator("skipped")(checked_skips)
    _has_no_cycle = field_validator("milestones")(checked_milestones)


class Entry(Particulars, _EntryInPlan, Content):
    """An action or a project: one file."""

    def given_twice(self, places: Places) -> Iterator[Twice]:
        return ids_twice("milestone", self.milestones, places, ("milestones",))

    @property
    def progress(self) -> "Entry":
        """What has been done of it."""
        return self


_NO_PROGRESS_OF_ENTRY = Entry.model_construct(title="")


class BaselineEntry(_PlannedEntry):
    """An action or a project as it was agreed: no progress."""

    kind: Literal["action", "project"]
    """Which of the two it is."""

    milestones: tuple[BaselineMilestone, ...] = ()
    """Its steps as they were agreed, in their order.

    Examples: [{"id": "report", "title": "Publish the report", "due": "2025-03"}]
    """

    @property
    def progress(self) -> Entry:
        """What has been done of it: nothing that its file tells."""
        return _NO_PROGRESS_OF_ENTRY
