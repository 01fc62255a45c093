"""Rows of what stands in plan.yaml: aims, objectives, documents, acceptances and the end of a plan."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate

if TYPE_CHECKING:
    from genderplan.kinds.plan.model import Acceptance, Aim, Budget, Closure, Objective, Source


class TitledRow(NamedTuple):
    """An aim."""

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


class ObjectiveRow(NamedTuple):
    """An objective: an aim's fields, then its own."""

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

    leads: tuple[str, ...] = ()
    """The ids of the organisations that answer for it as a whole."""
    part_of: str | None = None
    """The id of the objective that it is part of."""


Titled: TypeAlias = TitledRow | ObjectiveRow
"""An aim or an objective."""


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


class BudgetRow(NamedTuple):
    """The money that there is in a year."""

    year: PlanDate
    """The year."""
    amount: str
    """How much, as it is written."""
    approximate: bool
    """Whether it is about so much."""
    note: str | None
    """What a reader should know, in words."""


def budget_row(budget: "Budget") -> BudgetRow:
    """The row of one year of a budget."""
    return BudgetRow(budget.year, budget.amount, budget.approximate, budget.note)


def titled_row(titled: "Aim") -> TitledRow:
    """The row of an aim."""
    return TitledRow(titled.id, titled.title, titled.note, titled.tags, titled.extra)


def objective_row(each: "Objective") -> ObjectiveRow:
    """The row of an objective."""
    return ObjectiveRow(each.id, each.title, each.note, each.tags, each.extra, each.lead, each.part_of)


def document_row(source: "Source") -> DocumentRow:
    """The row of a document that a plan quotes."""
    return DocumentRow(source.id, source.title, source.date, source.note)


def acceptance_row(acceptance: "Acceptance") -> AcceptanceRow:
    """The row of one acceptance of a plan."""
    return AcceptanceRow(acceptance.code, acceptance.where, acceptance.reason, acceptance.until)


def closure_row(closed: "Closure | None") -> ClosureRow | None:
    """The row of what is said of a plan that is closed."""
    return None if closed is None else ClosureRow(closed.date, closed.reason)
