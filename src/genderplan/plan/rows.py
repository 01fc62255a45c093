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
    place: str | None


class CancelledRow(NamedTuple):
    date: PlanDate | None
    reason: str | None


class RevisionRow(NamedTuple):
    """One change of an agreed date; `field` tells which date of an entry."""

    date: PlanDate | None
    was: PlanDate | None
    reason: str | None
    approved_by: str | None
    field: str | None = None


class UpdateRow(NamedTuple):
    date: PlanDate | None
    by: str | None
    text: str
    source: SourceRow | None


class PartnerRow(NamedTuple):
    organisation: str | None
    role: str | None


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
    title: str
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]


class DocumentRow(NamedTuple):
    """A document that a plan's entries quote."""

    id: str
    title: str
    date: PlanDate | None
    note: str | None


class AcceptanceRow(NamedTuple):
    """A finding that is lived with: at an entry with its milestones, at one milestone, or in a file of the plan."""

    code: str
    where: str
    reason: str | None
    until: PlanDate | None


class ClosureRow(NamedTuple):
    """That a plan is closed, since when and why."""

    date: PlanDate | None
    reason: str | None


class ReplacementRow(NamedTuple):
    """One time that a baseline was taken anew under its name."""

    date: PlanDate | None
    reason: str | None


class HolderRow(NamedTuple):
    """Who holds a post; `from_` is `from` in the file."""

    name: str
    acting: bool
    from_: PlanDate | None
    to: PlanDate | None


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
