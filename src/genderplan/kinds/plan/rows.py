"""Rows of what stands in plan.yaml: aims, objectives, documents, acceptances and the end of a plan."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.model.dates import PlanDate

if TYPE_CHECKING:
    from genderplan.kinds.plan.model import Acceptance, Aim, Closure, Objective, Source


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


def titled_row(titled: "Aim | Objective") -> TitledRow:
    """The row of an aim or an objective."""
    return TitledRow(titled.id, titled.title, titled.note, titled.tags, titled.extra)


def document_row(source: "Source") -> DocumentRow:
    """The row of a document that a plan quotes."""
    return DocumentRow(source.id, source.title, source.date, source.note)


def acceptance_row(acceptance: "Acceptance") -> AcceptanceRow:
    """The row of one acceptance of a plan."""
    return AcceptanceRow(acceptance.code, acceptance.where, acceptance.reason, acceptance.until)


def closure_row(closed: "Closure | None") -> ClosureRow | None:
    """The row of what is said of a plan that is closed."""
    return None if closed is None else ClosureRow(closed.date, closed.reason)
