"""Models and rows to whole plans and baselines, entries in their order."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from genderplan.folding import in_numbers
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.organisations.rows import organisation_row
from genderplan.kinds.plan.rows import (
    ObjectiveRow,
    acceptance_row,
    budget_row,
    closure_row,
    document_row,
    duty_row,
    objective_row,
    publication_row,
    titled_row,
)
from genderplan.kinds.shared.answer_rows import answer_row
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import DUE_SOON, Baseline, Plan
from genderplan.source.documents import Document
from genderplan.source.files import SourceFile

if TYPE_CHECKING:
    from genderplan.kinds.organisations.model import Organisations
    from genderplan.kinds.plan.model import Plan as PlanModel

_LAST = 1 << 31
_Number = tuple[int, tuple[tuple[int, str], ...]]
"""Where an entry comes by its `ref`: after all others where it has none."""
_WITHOUT: _Number = (1, ())


def plan_of(model: "PlanModel", file: SourceFile, document: Document) -> Plan:
    """A plan as its plan.yaml has it, without what stands in other files."""
    period = model.period
    return Plan(
        id=file.plan,
        title=model.title,
        state=model.state,
        closed=closure_row(model.closed),
        renamed_from=model.renamed_from,
        long_term_aim=model.long_term_aim,
        aims=tuple(titled_row(aim) for aim in model.aims),
        objectives=tuple(objective_row(objective) for objective in model.objectives),
        start=period.start if period else None,
        end=period.end if period else None,
        status_date=model.status_date,
        tolerance=model.tolerance,
        max_revisions=model.max_revisions,
        approvers=model.approvers,
        due_soon=model.due_soon or DUE_SOON,
        sources=tuple(document_row(source) for source in model.sources),
        accepted=tuple(acceptance_row(each) for each in model.accept),
        note=model.note,
        tags=model.tags,
        extra=model.extra,
        entries=(),
        baselines=(),
        file=file.shown,
        places=document.places,
        leads=model.lead,
        answers=tuple(answer_row(each, file.plan) for each in model.answers),
        follows=model.follows,
        publications=tuple(map(publication_row, model.publications)),
        duties=tuple(map(duty_row, model.duties)),
        currency=model.currency,
        budget=tuple(budget_row(each) for each in model.budget),
    )


def in_plan_order(entries: Iterable[EntryRow], objectives: Sequence[ObjectiveRow]) -> tuple[EntryRow, ...]:
    """Entries as a plan of these objectives has them."""
    return tuple(sorted(entries, key=_place_among(objectives)))


def by_age(baselines: Iterable[Baseline]) -> tuple[Baseline, ...]:
    """Baselines, the newest first."""
    return tuple(sorted(baselines, key=lambda each: each.age, reverse=True))


def directory_of(model: "Organisations", file: SourceFile, document: Document) -> Directory:
    """The organisations of a tree."""
    return Directory(
        tuple(
            organisation_row(name, each, file.shown, document.places.key_position((name,)).line)
            for name, each in model.root.items()
        ),
        places=document.places,
    )


def _place_among(objectives: Sequence[ObjectiveRow]) -> Callable[[EntryRow], tuple[str, int, int, _Number, str]]:
    """Actions before projects, then the objective's place, `order`, `ref`, id; what has no place comes last."""
    place = {objective.id: index for index, objective in enumerate(objectives)}

    def key(entry: EntryRow) -> tuple[str, int, int, _Number, str]:
        order = _LAST if entry.order is None else entry.order
        ref = entry.particulars.ref if entry.particulars else None
        number = (0, in_numbers(ref)) if ref else _WITHOUT
        return entry.kind, place.get(entry.objective or "", _LAST), order, number, entry.id

    return key
