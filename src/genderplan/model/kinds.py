"""The kinds of files: plan, action and project, organisations, baseline, each a pydantic model."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, Tag

from genderplan.model.fields import (
    TEXT_OR_MAPPING,
    Date,
    Day,
    Duration,
    ExtraKey,
    FormatVersion,
    Id,
    OneOrMany,
    OrganisationId,
    Text,
    Truth,
    WholeNumber,
)

_NO_EXTRA: Mapping[str, Any] = {}


class _Mapping(BaseModel):
    """A mapping of known keys; keys that begin with `x-` are kept and otherwise ignored."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)  # only whole files are validated
    __pydantic_extra__: dict[ExtraKey, Any]

    @property
    def extra(self) -> Mapping[str, Any]:
        return self.__pydantic_extra__ or _NO_EXTRA


class _Annotated(_Mapping):
    """What has an id or a title may carry a note and tags."""

    note: Text | None = None
    tags: tuple[Text, ...] = ()


class SourceReference(_Mapping):
    """Which document says so, and where in it."""

    document: Text | None = None
    place: Text | None = None


class Cancellation(_Mapping):
    date: Date | None = None
    reason: Text | None = None


class Revision(_Mapping):
    """One change of an agreed date."""

    date: Date | None = None
    was: Date | None = None
    reason: Text | None = None
    approved_by: Text | None = None


class EntryRevision(Revision):
    field: Literal["start", "end", "due"] | None = None


class Update(_Mapping):
    """Progress, told on a date."""

    text: Text
    date: Date | None = None
    by: Text | None = None
    source: SourceReference | None = None


class TextInput(_Mapping):
    text: Text


class Partner(_Mapping):
    """A partner in a role; a role without an organisation is one not yet filled."""

    organisation: Text | None = None
    role: Text | None = None


class Dependency(_Mapping):
    milestone: Text
    lag: Duration | None = None


class _Planned(_Annotated):
    """What milestones and entries have in common in a plan and in a baseline."""

    title: Text
    lead: OneOrMany[Text] = ()
    due: Date | None = None
    renamed_from: OneOrMany[Text] = ()
    source: SourceReference | None = None


_DependsOn = OneOrMany[
    Annotated[Annotated[Text, Tag("#text")] | Annotated[Dependency, Tag("#mapping")], TEXT_OR_MAPPING]
]


class BaselineMilestone(_Planned):
    id: Id
    duration: Duration | None = None
    depends_on: _DependsOn = ()


class Milestone(BaselineMilestone):
    forecast: Date | None = None
    completed: Date | None = None
    cancelled: Cancellation | None = None
    revisions: tuple[Revision, ...] = ()


class _PlannedEntry(_Planned):
    objective: Text | None = None
    order: WholeNumber | None = None
    inputs: OneOrMany[
        Annotated[Annotated[Text, Tag("#text")] | Annotated[TextInput, Tag("#mapping")], TEXT_OR_MAPPING]
    ] = ()
    output: Text | None = None
    groups: OneOrMany[Text] = ()
    partners: OneOrMany[
        Annotated[Annotated[Text, Tag("#text")] | Annotated[Partner, Tag("#mapping")], TEXT_OR_MAPPING]
    ] = ()
    start: Date | None = None
    end: Date | None = None


class Entry(_PlannedEntry):
    """An action or a project: one file."""

    completed: Date | None = None
    cancelled: Cancellation | None = None
    milestones: tuple[Milestone, ...] = ()
    updates: tuple[Update, ...] = ()
    revisions: tuple[EntryRevision, ...] = ()


class BaselineEntry(_PlannedEntry):
    """An action or a project as it was agreed: no progress."""

    kind: Literal["action", "project"]
    milestones: tuple[BaselineMilestone, ...] = ()


class Aim(_Annotated):
    id: Id
    title: Text


class Objective(_Annotated):
    id: Id
    title: Text


class Source(_Annotated):
    """A document that the plan's entries quote."""

    id: Id
    title: Text
    date: Date | None = None


class Period(_Mapping):
    start: Date | None = None
    end: Date | None = None


class _Header(_Annotated):
    title: Text
    long_term_aim: Text | None = None
    aims: tuple[Aim, ...] = ()
    objectives: tuple[Objective, ...] = ()


class Plan(_Header):
    """plan.yaml"""

    genderplan: FormatVersion
    state: Literal["draft", "approved", "closed"] | None = None
    period: Period | None = None
    status_date: Day | None = None
    tolerance: Duration | None = None
    due_soon: Duration | None = None
    sources: tuple[Source, ...] = ()


class BaselineHeader(_Header):
    title: Text | None = None  # type: ignore[assignment]


class Baseline(_Annotated):
    """A frozen copy of what was agreed: baselines/NAME.yaml"""

    genderplan: FormatVersion
    name: Text | None = None
    title: Text | None = None
    taken: Date | None = None
    plan: BaselineHeader | None = None
    entries: dict[Id, BaselineEntry] = Field(default_factory=dict)


class Holder(_Mapping):
    """Who holds a post, from when to when."""

    name: Text
    acting: Truth = False
    from_: Date | None = Field(default=None, alias="from")
    to: Date | None = None


class Organisation(_Annotated):
    name: Text | None = None
    kind: Literal["unit", "post", "person", "partner", "board"] = "unit"
    part_of: Text | None = None
    aliases: tuple[Text, ...] = ()
    holders: tuple[Holder, ...] = ()


class Organisations(RootModel[dict[OrganisationId, Organisation]]):
    """organisations.yaml"""
