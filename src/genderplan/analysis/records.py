"""The records of the JSON contract: one class for each noun, its fields the contract's, in their order."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from genderplan.analysis.standing import (
    Counts,
    Rag,
    Status,
)
from genderplan.kinds.entry.part_rows import CancelledRow, PartnerRow, SourceRow
from genderplan.kinds.organisations.rows import HolderRow
from genderplan.model.dates import PlanDate
from genderplan.model.lengths import Length
from genderplan.plan.approval import Approval
from genderplan.plan.variance import Variance, variance

VERSIONS: Mapping[str, int] = {"status": 2, "plans": 2, "plan": 2, "objectives": 2}
"""The versions of the JSON documents by the names that their formats end in; of those not named it is 1."""


class Tally(NamedTuple):
    """How many entries and how many milestones have each status: each once, done or not.

    An entry's own date is no milestone.
    """

    entries: Counts
    milestones: Counts


class DependencyRecord(NamedTuple):
    milestone: str
    lag: Length | None


class MilestoneRecord(NamedTuple):
    plan: str
    entry: str
    kind: str
    milestone: str | None
    id: str
    title: str
    objective: str | None
    leads: tuple[str, ...]
    inputs: tuple[str, ...]
    partners: tuple[PartnerRow, ...]
    groups: tuple[str, ...]
    due: PlanDate | None
    forecast: PlanDate | None
    completed: PlanDate | None
    cancelled: CancelledRow | None
    finish: PlanDate | None
    duration: Length | None
    status: Status | None
    days_overdue: int | None
    rag: Rag | None
    depends_on: tuple[DependencyRecord, ...]
    baseline_due: PlanDate | None
    variance_months: int | None
    variance_days: int | None
    note: str | None
    tags: tuple[str, ...]
    source: SourceRow | None
    extra: Mapping[str, Any]
    file: str
    line: int
    entry_title: str
    judged_by: PlanDate | None
    approved: Approval | None

    @property
    def variance(self) -> Variance | None:
        """The finish variance, with the unit in which it is judged."""
        return variance(self.judged_by, self.finish) if self.judged_by and self.finish else None


class EntryRecord(NamedTuple):
    """`counts` is of its milestones, each once by its status."""

    plan: str
    entry: str
    kind: str
    id: str
    title: str
    objective: str | None
    order: int | None
    leads: tuple[str, ...]
    inputs: tuple[str, ...]
    output: str | None
    groups: tuple[str, ...]
    partners: tuple[PartnerRow, ...]
    start: PlanDate | None
    end: PlanDate | None
    due: PlanDate | None
    completed: PlanDate | None
    cancelled: CancelledRow | None
    status: Status | None
    rag: Rag | None
    counts: Counts | None
    note: str | None
    tags: tuple[str, ...]
    source: SourceRow | None
    extra: Mapping[str, Any]
    file: str
    line: int


class ObjectiveRecord(NamedTuple):
    """`actions` and `milestones` are numbers of both; `counts` has its projects too."""

    plan: str
    id: str
    title: str
    rag: Rag | None
    actions: int
    milestones: int
    counts: Tally


class OrganisationRecord(NamedTuple):
    id: str
    name: str | None
    aliases: tuple[str, ...]
    kind: str
    part_of: str | None
    holders: tuple[HolderRow, ...]
    file: str
    line: int


class TitleRecord(NamedTuple):
    id: str
    title: str


class PeriodRecord(NamedTuple):
    start: PlanDate | None
    end: PlanDate | None


class PlanRecord(NamedTuple):
    """`baselines` are names, the newest first."""

    id: str
    title: str
    state: str | None
    long_term_aim: str | None
    aims: tuple[TitleRecord, ...]
    period: PeriodRecord | None
    as_of: PlanDate
    as_of_from: str
    tolerance: Length | None
    baselines: tuple[str, ...]
    rag: Rag | None
    counts: Tally
    file: str


class PlanLabel(NamedTuple):
    """How every output names a plan and the day on which it was judged."""

    id: str
    title: str
    as_of: PlanDate
    as_of_from: str


class FinishVariance(NamedTuple):
    """How far promises are from being kept on time; positive is late.

    Of all that have a finish and are not cancelled, the median and the largest (at least 0), in months and in days.
    `unit` is the one that counts: days where every one is compared in days, else months.
    """

    compared: int
    late: int
    unit: str
    median_months: float
    worst_months: int
    median_days: float
    worst_days: int


class HitRate(NamedTuple):
    """Promises kept on time / promises due by the status date: from 0 to 1."""

    due: int
    hits: int
    value: float


class DeliveryIndex(NamedTuple):
    """Promises done by the status date, early or late / promises due by it: 0 or more."""

    due: int
    done: int
    value: float


class LeadSlip(NamedTuple):
    """The agreed dates that one organisation leads; a date with several leads counts for each of them.

    The median is of the dates that moved, the largest variance of all of them (at least 0).
    """

    lead: str | None
    compared: int
    moved: int
    later: int
    median_months: float | None
    worst_months: int
    median_days: float | None
    worst_days: int


class ObjectiveSlip(NamedTuple):
    """The agreed dates under one objective, in the same numbers as those of a lead."""

    objective: str | None
    title: str | None
    compared: int
    moved: int
    later: int
    median_months: float | None
    worst_months: int
    median_days: float | None
    worst_days: int


class Slip(NamedTuple):
    """Agreed dates against the baseline, as slippage compares them.

    `unit` is the one that counts: days where all dates on both sides are days, else months.
    """

    unit: str
    leads: tuple[LeadSlip, ...]
    objectives: tuple[ObjectiveSlip, ...]


class Measures(NamedTuple):
    """How a plan does against the promises of its newest baseline, which are the dates of milestones and entries in it.

    `promised` counts those that are not cancelled, `removed` those among them that the plan no longer has. What is
    cancelled is left out of every measure but slip.
    """

    promised: int
    removed: int
    cancelled: int
    finish_variance: FinishVariance | None
    hit_rate: HitRate | None
    delivery_index: DeliveryIndex | None
    slip: Slip | None
