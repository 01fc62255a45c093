"""Rows of entries: slim, immutable text, numbers and dates, with no trace of YAML or pydantic in them.

Ids of entries and milestones are bare in rows; `full_id` joins them. What reads rows imports no model: those are named
here for the types alone.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.findings import Position
from genderplan.kinds.entry.cost_rows import CostRow, cost_rows
from genderplan.kinds.entry.cycle_rows import CycleRow, cycle_row
from genderplan.kinds.entry.part_rows import (
    CancelledRow,
    DependencyRow,
    InputRow,
    PartnerRow,
    RevisionRow,
    SourceRow,
    UpdateRow,
    cancelled_row,
    dependency_row,
    input_row,
    partner_row,
    revision_row,
    source_row,
    update_row,
)
from genderplan.kinds.entry.particular_rows import (
    NO_PARTICULARS,
    ParticularsRow,
    RequestRow,
    organisations_of_step,
    particulars_row,
    request_row,
)
from genderplan.kinds.shared.support_rows import DriverRow, SupportRow, driver_rows, support_rows
from genderplan.source.places import Path, Places

if TYPE_CHECKING:
    from genderplan.kinds.entry.model import BaselineEntry, BaselineMilestone, Entry
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile

Given = TypeVar("Given")
Made = TypeVar("Made")


class MilestoneRow(NamedTuple):
    """A milestone; `number` is its place among those of its entry, from 0."""

    id: str
    title: str
    leads: tuple[str, ...]
    due: PlanDate | None
    forecast: PlanDate | None
    completed: PlanDate | None
    cancelled: CancelledRow | None
    cycle: CycleRow | None
    revisions: tuple[RevisionRow, ...]
    requested: RequestRow | None
    goes_to: str | None
    depends_on: tuple[DependencyRow, ...]
    duration: Length | None
    renamed_from: tuple[str, ...]
    note: str | None
    tags: tuple[str, ...]
    source: SourceRow | None
    extra: Mapping[str, Any]
    position: Position
    number: int

    @property
    def until(self) -> PlanDate | None:
        """When what comes again has come for the last time."""
        return self.cycle.until if self.cycle else None


class EntryRow(NamedTuple):
    """An action or a project, in a plan or in a baseline; `path` leads to it in its file."""

    plan: str
    id: str
    kind: str
    title: str
    objective: str | None
    order: int | None
    leads: tuple[str, ...]
    start: PlanDate | None
    end: PlanDate | None
    due: PlanDate | None
    forecast: PlanDate | None
    completed: PlanDate | None
    cancelled: CancelledRow | None
    cycle: CycleRow | None
    milestones: tuple[MilestoneRow, ...]
    updates: tuple[UpdateRow, ...]
    revisions: tuple[RevisionRow, ...]
    particulars: ParticularsRow | None
    inputs: tuple[InputRow, ...]
    output: str | None
    groups: tuple[str, ...]
    partners: tuple[PartnerRow, ...]
    supports: tuple[SupportRow, ...]
    drivers: tuple[DriverRow, ...]
    indicators: tuple[str, ...]
    cost: tuple[CostRow, ...]
    renamed_from: tuple[str, ...]
    note: str | None
    tags: tuple[str, ...]
    source: SourceRow | None
    extra: Mapping[str, Any]
    file: str
    position: Position
    places: Places
    path: Path

    @property
    def until(self) -> PlanDate | None:
        """When what comes again has come for the last time."""
        return self.cycle.until if self.cycle else None

    @property
    def own_date(self) -> PlanDate | None:
        """The date that counts like one more milestone: `due`, else `end`."""
        return self.due or self.end

    @property
    def own_field(self) -> str:
        """The key of the own date: `end` where there is no `due`."""
        return "due" if self.due else "end"

    @property
    def told(self) -> ParticularsRow:
        """What it says that few entries say; one without anything shares an empty row."""
        return self.particulars or NO_PARTICULARS

    @property
    def requested(self) -> RequestRow | None:
        """The extension of its own date that is asked for."""
        return self.particulars.requested if self.particulars else None

    @property
    def caption(self) -> str:
        """The title, behind its number in the published document where it has one."""
        return f"{self.particulars.ref} {self.title}" if self.particulars and self.particulars.ref else self.title

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
            if milestone.requested or milestone.goes_to:
                names += organisations_of_step(milestone.requested, milestone.goes_to)
        return [*names, *self.particulars.organisations] if self.particulars else names

    def at(self, *path: str | int) -> Position:
        """Where the value at a path of this entry stands in its file."""
        return self.places.position((*self.path, *path))

    def full_id(self) -> str:
        """`plan/entry`."""
        return f"{self.plan}/{self.id}"


class Origin(NamedTuple):
    """Where an entry comes from: what its own text does not say. `path` leads to its mapping in its file."""

    plan: str
    entry: str
    kind: str
    file: str
    document: "Document"
    path: Path = ()


def row_of(entry: "Entry", file: "SourceFile", document: "Document") -> EntryRow:
    """The row of the action or the project that a file holds."""
    return entry_row(entry, Origin(file.plan, file.stem, file.kind.value, file.shown, document))


def entry_row(entry: "Entry | BaselineEntry", origin: Origin) -> EntryRow:
    """The row of an action or a project; in a baseline the fields of progress are empty."""
    progress = entry.progress
    mapping = origin.document.at(*origin.path)
    return EntryRow(  # in the order of its fields, as is a milestone's below
        origin.plan,
        origin.entry,
        origin.kind,
        entry.title,
        entry.objective,
        entry.order,
        entry.lead,
        entry.start,
        entry.end,
        entry.due,
        progress.forecast,
        None if isinstance(progress.completed, dict) else progress.completed,
        cancelled_row(progress.cancelled),
        None if entry.every is None else cycle_row(entry.every, entry.until, progress),
        tuple(
            [
                _milestone(each, number, origin.document.start(written), origin)
                for number, (each, written) in enumerate(
                    zip(entry.milestones, mapping.get("milestones", ()), strict=True)
                )
            ]
        ),
        _all(update_row, progress.updates),
        _all(revision_row, progress.revisions),
        particulars_row(entry, origin.plan),
        _all(input_row, entry.inputs),
        entry.output,
        entry.groups,
        _all(partner_row, entry.partners),
        support_rows(entry.supports),
        driver_rows(entry.drivers),
        entry.indicators,
        cost_rows(entry.cost),
        entry.renamed_from,
        entry.note,
        entry.tags,
        source_row(entry.source),
        entry.extra,
        origin.file,
        origin.document.start(mapping),
        origin.document.places,
        origin.path,
    )


def _milestone(milestone: "BaselineMilestone", number: int, start: Position, origin: Origin) -> MilestoneRow:
    progress = milestone.progress
    return MilestoneRow(  # in the order of its fields: there are many of these, and names take as long again
        milestone.id,
        milestone.title,
        milestone.lead,
        milestone.due,
        progress.forecast,
        None if isinstance(progress.completed, dict) else progress.completed,
        cancelled_row(progress.cancelled),
        None if milestone.every is None else cycle_row(milestone.every, milestone.until, progress),
        _all(revision_row, progress.revisions),
        request_row(progress.requested),
        progress.goes_to,
        tuple([dependency_row(each, origin.plan, origin.entry) for each in milestone.depends_on])
        if milestone.depends_on
        else (),
        milestone.duration,
        milestone.renamed_from,
        milestone.note,
        milestone.tags,
        source_row(milestone.source),
        milestone.extra,
        start,
        number,
    )


def _all(convert: Callable[[Given], Made], items: Sequence[Given]) -> tuple[Made, ...]:
    return tuple(map(convert, items)) if items else ()
