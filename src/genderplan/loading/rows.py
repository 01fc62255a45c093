"""Models to rows: what pydantic has validated becomes the slim, immutable form that everything works on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from genderplan.findings import Position
from genderplan.model import kinds
from genderplan.model.kinds import BaselineEntry, BaselineMilestone, Entry, Milestone
from genderplan.plan.rows import (
    AcceptanceRow,
    CancelledRow,
    ClosureRow,
    DependencyRow,
    DocumentRow,
    EntryRow,
    HolderRow,
    InputRow,
    MilestoneRow,
    OrganisationRow,
    PartnerRow,
    ReplacementRow,
    RevisionRow,
    SourceRow,
    TitledRow,
    UpdateRow,
)
from genderplan.source.documents import Document
from genderplan.source.places import Path

Given = TypeVar("Given")
Made = TypeVar("Made")

_NO_PROGRESS = Entry.model_construct(title="")
_NO_MILESTONE_PROGRESS = Milestone.model_construct(id="", title="")


class Origin(NamedTuple):
    """Where an entry comes from: what its own text does not say. `path` leads to its mapping in its file."""

    plan: str
    entry: str
    kind: str
    file: str
    document: Document
    path: Path = ()


def entry_row(entry: Entry | BaselineEntry, origin: Origin) -> EntryRow:
    """The row of an action or a project; in a baseline the fields of progress are empty."""
    progress = entry if isinstance(entry, Entry) else _NO_PROGRESS
    mapping = origin.document.at(*origin.path)
    return EntryRow(  # in the order of its fields, as is a milestone's below
        origin.plan,
        origin.entry,
        origin.kind,
        entry.title,
        entry.objective,
        entry.order,
        entry.lead,
        _all(_input, entry.inputs),
        entry.output,
        entry.groups,
        _all(_partner, entry.partners),
        entry.start,
        entry.end,
        entry.due,
        progress.completed,
        _cancelled(progress.cancelled),
        tuple(
            [
                _milestone(each, number, origin.document.start(written), origin)
                for number, (each, written) in enumerate(
                    zip(entry.milestones, mapping.get("milestones", ()), strict=True)
                )
            ]
        ),
        _all(_update, progress.updates),
        _all(_revision, progress.revisions),
        entry.renamed_from,
        entry.note,
        entry.tags,
        _source(entry.source),
        entry.extra,
        origin.file,
        origin.document.start(mapping),
        origin.document.places,
        origin.path,
    )


def _milestone(milestone: BaselineMilestone, number: int, start: Position, origin: Origin) -> MilestoneRow:
    progress = milestone if isinstance(milestone, Milestone) else _NO_MILESTONE_PROGRESS
    return MilestoneRow(  # in the order of its fields: there are many of these, and names take as long again
        milestone.id,
        milestone.title,
        milestone.lead,
        milestone.due,
        progress.forecast,
        progress.completed,
        _cancelled(progress.cancelled),
        milestone.duration,
        tuple([_dependency(each, origin) for each in milestone.depends_on]) if milestone.depends_on else (),
        _all(_revision, progress.revisions),
        milestone.renamed_from,
        milestone.note,
        milestone.tags,
        _source(milestone.source),
        milestone.extra,
        start,
        number,
    )


def _dependency(dependency: str | kinds.Dependency, origin: Origin) -> DependencyRow:
    """What is waited for, with the plan and the entry of the one that waits where the text leaves them out."""
    written, lag = (dependency, None) if isinstance(dependency, str) else (dependency.milestone, dependency.lag)
    before, hash_mark, milestone = written.partition("#")
    if not hash_mark:
        return DependencyRow(origin.plan, origin.entry, written, lag, written)
    plan, _, entry = before.rpartition("/")
    return DependencyRow(plan or origin.plan, entry, milestone, lag, written)


def _all(convert: Callable[[Given], Made], items: Sequence[Given]) -> tuple[Made, ...]:
    return tuple(map(convert, items)) if items else ()


def _input(each: str | kinds.TextInput) -> InputRow:
    return InputRow(each, None) if isinstance(each, str) else InputRow(None, each.text)


def _partner(each: str | kinds.Partner) -> PartnerRow:
    return PartnerRow(each, None) if isinstance(each, str) else PartnerRow(each.organisation, each.role)


def _cancelled(cancelled: kinds.Cancellation | None) -> CancelledRow | None:
    return None if cancelled is None else CancelledRow(cancelled.date, cancelled.reason)


def _source(source: kinds.SourceReference | None) -> SourceRow | None:
    return None if source is None else SourceRow(source.document, source.place)


def _update(update: kinds.Update) -> UpdateRow:
    return UpdateRow(update.date, update.by, update.text, _source(update.source))


def _revision(revision: kinds.EntryRevision | kinds.Revision) -> RevisionRow:
    return RevisionRow(revision.date, revision.was, revision.reason, revision.approved_by, revision.field)


def titled_row(titled: kinds.Aim | kinds.Objective) -> TitledRow:
    """The row of an aim or an objective."""
    return TitledRow(titled.id, titled.title, titled.note, titled.tags, titled.extra)


def document_row(source: kinds.Source) -> DocumentRow:
    """The row of a document that a plan quotes."""
    return DocumentRow(source.id, source.title, source.date, source.note)


def acceptance_row(acceptance: kinds.Acceptance) -> AcceptanceRow:
    """The row of one acceptance of a plan."""
    return AcceptanceRow(acceptance.code, acceptance.where, acceptance.reason, acceptance.until)


def closure_row(closed: kinds.Closure | None) -> ClosureRow | None:
    """The row of what is said of a plan that is closed."""
    return None if closed is None else ClosureRow(closed.date, closed.reason)


def replacement_row(replacement: kinds.Replacement) -> ReplacementRow:
    """The row of one time that a baseline was replaced."""
    return ReplacementRow(replacement.date, replacement.reason)


def organisation_row(name: str, organisation: kinds.Organisation, file: str, line: int) -> OrganisationRow:
    """The row of one organisation, declared at a line of its file."""
    return OrganisationRow(
        id=name,
        name=organisation.name,
        aliases=organisation.aliases,
        kind=organisation.kind,
        part_of=organisation.part_of,
        holders=tuple([HolderRow(each.name, each.acting, each.from_, each.to) for each in organisation.holders]),
        note=organisation.note,
        tags=organisation.tags,
        extra=organisation.extra,
        file=file,
        line=line,
    )
