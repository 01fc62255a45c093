"""Where milestones and entries stand on a status date: status, finish, variance, RAG."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from genderplan.model.dates import PlanDate
from genderplan.plan.pairing import Pairing
from genderplan.plan.rows import CancelledRow, EntryRow, MilestoneRow
from genderplan.plan.variance import Variance, is_beyond, variance
from genderplan.plan.whole import Plan


class Status(StrEnum):
    """Where a milestone or an entry stands; the order is that of counts."""

    COMPLETE = "complete"
    CANCELLED = "cancelled"
    OVERDUE = "overdue"
    DUE = "due"
    UPCOMING = "upcoming"
    UNDATED = "undated"


OPEN_WORST_FIRST = (Status.OVERDUE, Status.DUE, Status.UPCOMING, Status.UNDATED)


class Rag(StrEnum):
    """Red, amber, green, and blue for complete; the order is from worst to best."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"


RAG_RULE = (
    "RAG: blue complete; red overdue, or late by more than the tolerance; "
    "amber late within it, or waiting for a red milestone; green otherwise"
)

Counts = Mapping[Status, int]


class AsOf(NamedTuple):
    """The status date of a plan, as an ordinal, and where it came from: option, environment, plan or today."""

    day: PlanDate
    origin: str

    @property
    def ordinal(self) -> int:
        return self.day.last


class Standing(NamedTuple):
    """Where one dated thing stands: a milestone, or an entry's own date.

    `days_overdue` counts from the last day of due, None unless overdue. `variance` is the finish variance:
    finish against the due date in the newest baseline, positive is late.
    """

    status: Status
    finish: PlanDate | None
    days_overdue: int | None
    rag: Rag | None
    baseline_due: PlanDate | None
    variance: Variance | None


class Item(NamedTuple):
    """A milestone, or (where `milestone` is None) an entry's own date, with where it stands."""

    entry: EntryRow
    milestone: MilestoneRow | None
    standing: Standing

    @property
    def id(self) -> str:
        return self.entry.full_id(self.milestone)

    @property
    def due(self) -> PlanDate | None:
        return self.milestone.due if self.milestone else self.entry.own_date

    @property
    def title(self) -> str:
        return self.milestone.title if self.milestone else self.entry.title

    @property
    def leads(self) -> tuple[str, ...]:
        """The milestone's own leads, or its entry's."""
        return (self.milestone.leads if self.milestone else ()) or self.entry.leads


class EntryStanding(NamedTuple):
    """Where an entry stands, by its milestones and its own open date."""

    entry: EntryRow
    status: Status
    rag: Rag | None
    items: tuple[Item, ...]


def worst(rags: Iterable[Rag | None]) -> Rag | None:
    """The worst of the parts; parts without one are passed over."""
    found = {rag for rag in rags if rag is not None}
    return next((rag for rag in Rag if rag in found), None)


def counts(items: Iterable[Item]) -> Counts:
    """How many items have each status, every status named."""
    found = Counter(item.standing.status for item in items)
    return {status: found[status] for status in Status}


@dataclass(frozen=True)
class Standings:
    """Where everything in a plan stands on a day.

    A completion or cancellation dated after that day has not happened yet; one dated to the month counts
    from the month's first day.
    """

    plan: Plan
    as_of: AsOf

    @cached_property
    def entries(self) -> tuple[EntryStanding, ...]:
        """Every entry in the plan's order."""
        return tuple(self._entry(entry) for entry in self.plan.entries)

    @cached_property
    def by_entry(self) -> Mapping[str, EntryStanding]:
        return {standing.entry.id: standing for standing in self.entries}

    @property
    def items(self) -> Iterator[Item]:
        """Every milestone and own open date, in the plan's order."""
        for standing in self.entries:
            yield from standing.items

    @cached_property
    def _pairing(self) -> Pairing | None:
        return Pairing(self.plan, self.plan.baseline) if self.plan.baseline else None

    @cached_property
    def _due_soon_until(self) -> int:
        return self.plan.due_soon.after(self.as_of.ordinal)

    def has_happened(self, date: PlanDate | None) -> bool:
        return date is not None and date.first <= self.as_of.ordinal

    def is_cancelled(self, cancelled: CancelledRow | None) -> bool:
        return cancelled is not None and (cancelled.date is None or self.has_happened(cancelled.date))

    def _entry(self, entry: EntryRow) -> EntryStanding:
        is_cancelled = self.is_cancelled(entry.cancelled)
        items = tuple([self._milestone(entry, milestone, is_cancelled) for milestone in entry.milestones])
        status = self._entry_status(entry, items, is_cancelled)
        if status is not None:
            rag = Rag.BLUE if status is Status.COMPLETE else None
            return EntryStanding(entry, status, rag, items)
        if entry.own_date is not None:
            items = (*items, self._own_date(entry, entry.own_date))
        found = {item.standing.status for item in items}
        status = next((each for each in OPEN_WORST_FIRST if each in found), Status.UNDATED)
        return EntryStanding(entry, status, worst(item.standing.rag for item in items), items)

    def _entry_status(self, entry: EntryRow, items: tuple[Item, ...], is_cancelled: bool) -> Status | None:
        """The status of an entry that is closed; None while it is open."""
        if is_cancelled:
            return Status.CANCELLED
        if self.has_happened(entry.completed):
            return Status.COMPLETE
        statuses = {item.standing.status for item in items}
        if statuses == {Status.CANCELLED}:
            return Status.CANCELLED
        if statuses and statuses <= {Status.COMPLETE, Status.CANCELLED}:
            return Status.COMPLETE
        return None

    def _milestone(self, entry: EntryRow, milestone: MilestoneRow, entry_is_cancelled: bool) -> Item:
        standing = self._judged(entry, milestone, entry_is_cancelled)
        if standing.rag is Rag.GREEN and milestone.depends_on and self._waits_for_red(milestone):
            standing = standing._replace(rag=Rag.AMBER)
        return Item(entry, milestone, standing)

    def _judged(self, entry: EntryRow, milestone: MilestoneRow, entry_is_cancelled: bool) -> Standing:
        """Where a milestone stands by itself, without what it depends on."""
        complete = self.has_happened(milestone.completed)
        finish = (milestone.completed if complete else None) or milestone.forecast or milestone.due
        then = self._pairing.milestone(entry, milestone) if self._pairing else None
        baseline_due = then[1].due if then else None
        if complete:
            return self._standing(Status.COMPLETE, milestone.due, finish, baseline_due)
        if entry_is_cancelled or self.is_cancelled(milestone.cancelled):
            return self._standing(Status.CANCELLED, milestone.due, finish, baseline_due)
        return self._standing(self._open_status(milestone.due), milestone.due, finish, baseline_due)

    def _own_date(self, entry: EntryRow, own_date: PlanDate) -> Item:
        then = self._pairing.entry(entry) if self._pairing else None
        baseline_due = then.own_date if then else None
        return Item(entry, None, self._standing(self._open_status(own_date), own_date, own_date, baseline_due))

    def _open_status(self, due: PlanDate | None) -> Status:
        if due is None:
            return Status.UNDATED
        if due.last < self.as_of.ordinal:
            return Status.OVERDUE
        return Status.DUE if due.last <= self._due_soon_until else Status.UPCOMING

    def _standing(
        self, status: Status, due: PlanDate | None, finish: PlanDate | None, baseline_due: PlanDate | None
    ) -> Standing:
        late = variance(baseline_due, finish) if baseline_due and finish else None
        days_overdue = self.as_of.ordinal - due.last if status is Status.OVERDUE and due else None
        rag = self._rag(status, finish, baseline_due or due)
        return Standing(status, finish, days_overdue, rag, baseline_due, late)

    def _rag(self, status: Status, finish: PlanDate | None, promised: PlanDate | None) -> Rag | None:
        """By the rule of RAG_RULE; where the baseline has no date, the forecast is held against due."""
        if status is Status.COMPLETE:
            return Rag.BLUE
        if status in {Status.CANCELLED, Status.UNDATED}:
            return None
        if status is Status.OVERDUE:
            return Rag.RED
        if promised is None or finish is None or not variance(promised, finish).is_late:
            return Rag.GREEN
        return Rag.RED if is_beyond(promised, finish, self.plan.slack) else Rag.AMBER

    def _waits_for_red(self, milestone: MilestoneRow) -> bool:
        """Whether a milestone of this plan that it directly depends on is red by itself."""
        return any(
            self._judged(entry, waited_for, self.is_cancelled(entry.cancelled)).rag is Rag.RED
            for each in milestone.depends_on
            if each.plan == self.plan.id
            for entry, waited_for in [self.plan.milestones_by_id.get((each.entry, each.milestone), (None, None))]
            if entry is not None and waited_for is not None
        )
