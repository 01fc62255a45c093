"""Rows of what stands in plan.yaml: aims, objectives, documents, acceptances and the end of a plan."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.kinds.shared.support_rows import SupportRow, support_rows

if TYPE_CHECKING:
    from genderplan.kinds.plan.duties import Duty, Publication
    from genderplan.kinds.plan.parts import Acceptance, Aim, Budget, Closure, Objective, Source


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

    supports: tuple[SupportRow, ...] = ()
    """The sections of frameworks that it supports, and its entries with it."""


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
    supports = support_rows(each.supports)
    return ObjectiveRow(each.id, each.title, each.note, each.tags, each.extra, each.lead, each.part_of, supports)


def document_row(source: "Source") -> DocumentRow:
    """The row of a document that a plan quotes."""
    return DocumentRow(source.id, source.title, source.date, source.note)


def acceptance_row(acceptance: "Acceptance") -> AcceptanceRow:
    """The row of one acceptance of a plan."""
    return AcceptanceRow(acceptance.code, acceptance.where, acceptance.reason, acceptance.until)


def closure_row(closed: "Closure | None") -> ClosureRow | None:
    """The row of what is said of a plan that is closed."""
    return None if closed is None else ClosureRow(closed.date, closed.reason)


class PublicationRow(NamedTuple):
    """Something that is published of a plan, or is to be."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    of: tuple[str, ...]
    """The ids of the objectives that it tells of; empty: the whole plan."""
    meets: str | None
    """The section of a framework whose duty it meets."""
    date: PlanDate | None
    """When it was published; null: it is to come."""
    expected: PlanDate | None
    """When it is expected, or was."""
    address: str | None
    """Where it can be read."""
    formats: tuple[str, ...]
    """The forms in which it can be had, in words."""
    told: tuple[str, ...]
    """The ids of the organisations that were told of it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""


class InclusionRow(NamedTuple):
    """What each report under a duty has to include; `from_` is `from` in the file."""

    section: str
    """The section of a framework, as framework/section."""
    from_: PlanDate | None
    """Since when; null where the file does not say."""


class DutyRow(NamedTuple):
    """A duty that the plan's body has; `from_` is `from` in the file."""

    section: str
    """The section of a framework that is the duty, as framework/section."""
    from_: PlanDate | None
    """The first day on which it has to be met; null where the file does not say."""
    include: tuple[InclusionRow, ...]
    """What each report under it has to include."""


def publication_row(publication: "Publication") -> PublicationRow:
    """The row of something that is published of a plan, or is to be."""
    return PublicationRow(
        id=publication.id,
        title=publication.title,
        of=publication.of,
        meets=publication.meets,
        date=publication.date,
        expected=publication.expected,
        address=publication.address,
        formats=publication.formats,
        told=publication.told,
        note=publication.note,
        tags=publication.tags,
        extra=publication.extra,
    )


def duty_row(duty: "Duty") -> DutyRow:
    """The row of a duty of a plan's body."""
    return DutyRow(duty.section, duty.from_, tuple([InclusionRow(each.section, each.from_) for each in duty.include]))
