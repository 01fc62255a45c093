"""Slim, immutable rows of a plan: text, numbers and dates, with no trace of YAML or pydantic in them.

Ids of entries and milestones are bare in rows; `full_id` joins them.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.findings import Position
from genderplan.source.places import Path, Places


class SourceRow(NamedTuple):
    """Which document says so, and where in it."""

    document: str | None
    """The id of one of the plan's sources."""
    place: str | None
    """Where in the document."""


class CancelledRow(NamedTuple):
    date: PlanDate | None
    """The date."""
    reason: str | None
    """Why."""


class RevisionRow(NamedTuple):
    """One change of an agreed date; `field` tells which date of an entry."""

    date: PlanDate | None
    """The date."""
    was: PlanDate | None
    """What was agreed before."""
    reason: str | None
    """Why."""
    approved_by: str | None
    """The id of the organisation that agreed to it."""
    field: str | None = None
    """Which of its dates: start, end, due or completed; null where the file leaves it out."""


class UpdateRow(NamedTuple):
    date: PlanDate | None
    """The date."""
    by: str | None
    """The id of the organisation that tells it."""
    text: str
    """What has been done, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""


class PartnerRow(NamedTuple):
    organisation: str | None
    """The organisation's id."""
    role: str | None
    """What the partner does."""


class InputRow(NamedTuple):
    """What an entry needs: an organisation, or something named in words."""

    organisation: str | None
    text: str | None

    @property
    def words(self) -> str:
        return self.organisation or self.text or ""


class DependencyRow(NamedTuple):
    """What a milestone waits for: the plan, entry and milestone are filled in where the file left them out."""

    plan: str
    entry: str
    milestone: str
    lag: Length | None
    written: str


class MilestoneRow(NamedTuple):
    """A milestone; `number` is its place among those of its entry, from 0."""

    id: str
    title: str
    leads: tuple[str, ...]
    due: PlanDate | None
    forecast: PlanDate | None
    completed: PlanDate | None
    cancelled: CancelledRow | None
    duration: Length | None
    depends_on: tuple[DependencyRow, ...]
    revisions: tuple[RevisionRow, ...]
    renamed_from: tuple[str, ...]
    note: str | None
    tags: tuple[str, ...]
    source: SourceRow | None
    extra: Mapping[str, Any]
    position: Position
    number: int


class EntryRow(NamedTuple):
    """An action or a project, in a plan or in a baseline; `path` leads to it in its file."""

    plan: str
    id: str
    kind: str
    title: str
    objective: str | None
    order: int | None
    leads: tuple[str, ...]
    inputs: tuple[InputRow, ...]
    output: str | None
    groups: tuple[str, ...]
    partners: tuple[PartnerRow, ...]
    start: PlanDate | None
    end: PlanDate | None
    due: PlanDate | None
    completed: PlanDate | None
    cancelled: CancelledRow | None
    milestones: tuple[MilestoneRow, ...]
    updates: tuple[UpdateRow, ...]
    revisions: tuple[RevisionRow, ...]
    renamed_from: tuple[str, ...]
    note: str | None
    tags: tuple[str, ...]
    source: SourceRow | None
    extra: Mapping[str, Any]
    file: str
    position: Position
    places: Places
    path: Path = ()

    @property
    def own_date(self) -> PlanDate | None:
        """The date that counts like one more milestone: `due`, else `end`."""
        return self.due or self.end

    @property
    def own_field(self) -> str:
        """The key of the own date: `end` where there is no `due`."""
        return "due" if self.due else "end"

    @property
    def organisations(self) -> list[str]:
        """Every organisation named in the entry, as often as it is."""
        names = [*self.leads]
        names += [each.organisation for each in self.inputs if each.organisation is not None]
        names += [each.organisation for each in self.partners if each.organisation is not None]
        names += [each.by for each in self.updates if each.by is not None]
        names += [each.approved_by for each in self.revisions if each.approved_by is not None]
        for milestone in self.milestones:
            names += milestone.leads
            if milestone.revisions:
                names += [each.approved_by for each in milestone.revisions if each.approved_by is not None]
        return names

    def at(self, *path: str | int) -> Position:
        """Where the value at a path of this entry stands in its file."""
        return self.places.position((*self.path, *path))

    def full_id(self) -> str:
        """`plan/entry`."""
        return f"{self.plan}/{self.id}"


class TitledRow(NamedTuple):
    """An aim or an objective."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""


class DocumentRow(NamedTuple):
    """A document that a plan's entries quote."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    date: PlanDate | None
    """The date."""
    note: str | None
    """What a reader should know, in words."""


class AcceptanceRow(NamedTuple):
    """A finding that is lived with: at an entry with its milestones, at one milestone, or in a file of the plan."""

    code: str
    """The finding's code; codes are stable."""
    where: str
    """An entry's id, a milestone as entry#milestone, or plan.yaml."""
    reason: str | None
    """Why."""
    until: PlanDate | None
    """Until when it counts, this day, month or year included."""


class ClosureRow(NamedTuple):
    """That a plan is closed, since when and why."""

    date: PlanDate | None
    """The date."""
    reason: str | None
    """Why."""


class ReplacementRow(NamedTuple):
    """One time that a baseline was taken anew under its name."""

    date: PlanDate | None
    """The date."""
    reason: str | None
    """Why."""


class HolderRow(NamedTuple):
    """Who holds a post; `from_` is `from` in the file."""

    name: str
    """The name."""
    acting: bool
    """Whether the person only stands in."""
    from_: PlanDate | None
    """Since when; null where the file does not say."""
    to: PlanDate | None
    """Until when; null: still."""


class OrganisationRow(NamedTuple):
    id: str
    name: str | None
    aliases: tuple[str, ...]
    kind: str
    part_of: str | None
    holders: tuple[HolderRow, ...]
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    file: str
    line: int
