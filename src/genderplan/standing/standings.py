"""Standings of milestones and entries on a status date: status, finish, variance, RAG."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.variance import Variance, difference, is_beyond, variance
from genderplan.kinds.entry.part_rows import CancelledRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.plan.approval import Approval, Commitment, commitment, newest_approval
from genderplan.plan.items import Item
from genderplan.plan.pairing import Pairing
from genderplan.plan.plans import Plan
from genderplan.standing.rag import OPEN_WORST_FIRST, RAG_RULE, Counts, Part, Rag, Status, counts_of, rag_of


class AsOf(NamedTuple):
    """The status date of a plan, as an ordinal, and where it came from: option, environment, plan or today."""

    day: PlanDate
    origin: str

    @property
    def ordinal(self) -> int:
        return self.day.last


class Standing(NamedTuple):
    """Where an item stands: a milestone, or an entry by its own date.

    `days_overdue` counts from the last day of due, None unless overdue. `variance` is the finish variance, positive is
    late: finish against the date that was agreed last, which is that of the newest approval since the newest baseline
    where there is one, else that of the baseline.
    """

    item: Item
    status: Status
    finish: PlanDate | None
    days_overdue: int | None
    rag: Rag | None
    baseline_due: PlanDate | None
    variance: Variance | None
    approved: Approval | None = None

    @property
    def judged_by(self) -> PlanDate | None:
        """The date that was agreed last; None where the baseline has none."""
        return self.approved.to if self.approved else self.baseline_due

    @property
    def slip(self) -> Variance | None:
        """Finish against the baseline, whatever was approved since."""
        return difference(self.baseline_due, self.finish)


class EntryStanding(NamedTuple):
    """Where an entry stands, by its milestones and its own open date.

    `items` are its milestones, and its own date while that is open. `own` is its own date also where the entry is
    closed, and where the baseline alone has one: it was promised; None where there is and was none. `day` is the
    status date, as an ordinal.
    """

    entry: EntryRow
    status: Status
    rag: Rag | None
    items: tuple[Standing, ...]
    own: Standing | None
    day: int

    @property
    def dates(self) -> tuple[Standing, ...]:
        """Its milestones and its own date, open or not."""
        milestones = tuple(each for each in self.items if each.item.milestone)
        return (*milestones, self.own) if self.own else milestones


def parts_of(standings: Iterable[Standing]) -> Iterator[Part]:
    """Milestones and own dates as the parts of what they belong to."""
    return ((standing.status, standing.rag) for standing in standings)


def counts(standings: Iterable[Standing]) -> Counts:
    """How many items have each status, every status named."""
    return counts_of(standing.status for standing in standings)


def milestone_counts(standings: Iterable[Standing]) -> Counts:
    """The same of milestones alone, each once: an entry's own date is none."""
    return counts(standing for standing in standings if standing.item.milestone)


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
    def items(self) -> Iterator[Standing]:
        """Every milestone and own open date, in the plan's order."""
        for standing in self.entries:
            yield from standing.items

    def of_milestone(self, item: Item) -> Standing:
        """Where a milestone of the plan stands."""
        return next(each for each in self.by_entry[item.entry.id].items if each.item.milestone is item.milestone)

    @cached_property
    def _pairing(self) -> Pairing | None:
        return Pairing(self.plan, self.plan.baseline) if self.plan.baseline else None

    @cached_property
    def _due_soon_until(self) -> int:
        return self.plan.due_soon.after(self.as_of.ordinal)

    def has_happened(self, date: PlanDate | None) -> bool:
        return date is not None and date.first <= self.as_of.ordinal

    def is_cancelled(self, cancelled: CancelledRow | None) -> bool:
        return cancelled is not None and cancelled.counts_on(self.as_of.ordinal)

    def _entry(self, entry: EntryRow) -> EntryStanding:
        is_cancelled = self.is_cancelled(entry.cancelled)
        items = tuple([self._milestone(entry, each, is_cancelled) for each in entry.milestones])
        status = self._entry_status(entry, items, is_cancelled)
        own = self._own_date(entry, status)
        if status is None:
            items = (*items, own) if own and own.item.due else items
            found = {each.status for each in items}
            status = next((each for each in OPEN_WORST_FIRST if each in found), Status.UNDATED)
        return EntryStanding(entry, status, self._entry_rag(entry, status, items), items, own, self.as_of.ordinal)

    def _entry_rag(self, entry: EntryRow, status: Status, items: Iterable[Standing]) -> Rag | None:
        """By its parts; an entry that is marked as complete is one of them."""
        if status is Status.CANCELLED:
            return None
        is_marked = status is Status.COMPLETE and self.has_happened(entry.completed)
        return rag_of([*parts_of(items), *([(Status.COMPLETE, Rag.BLUE)] if is_marked else [])])

    def _entry_status(self, entry: EntryRow, items: tuple[Standing, ...], is_cancelled: bool) -> Status | None:
        """The status of an entry that is closed; None while it is open."""
        if is_cancelled:
            return Status.CANCELLED
        if self.has_happened(entry.completed):
            return Status.COMPLETE
        statuses = {each.status for each in items}
        if statuses == {Status.CANCELLED}:
            return Status.CANCELLED
        if statuses and statuses <= {Status.COMPLETE, Status.CANCELLED}:
            return Status.COMPLETE
        return None

    def _milestone(self, entry: EntryRow, milestone: MilestoneRow, entry_is_cancelled: bool) -> Standing:
        standing = self._judged(entry, milestone, entry_is_cancelled)
        if standing.rag is Rag.GREEN and milestone.depends_on and self._waits_for_red(milestone):
            return standing._replace(rag=Rag.AMBER)
        return standing

    def _judged(self, entry: EntryRow, milestone: MilestoneRow, entry_is_cancelled: bool) -> Standing:
        """Where a milestone stands by itself, without what it depends on."""
        item, due = Item(entry, milestone), milestone.due
        complete = self.has_happened(milestone.completed)
        finish = (milestone.completed if complete else None) or milestone.forecast or due
        then = self._pairing.item(item) if self._pairing else None
        was = then.due if then else None
        agreed = commitment(item, {"due"}, due, was) if was and milestone.revisions else None
        if complete:
            status = Status.COMPLETE
        elif entry_is_cancelled or self.is_cancelled(milestone.cancelled):
            status = Status.CANCELLED
        else:
            status = self._open_status(due)
        return self._standing(item, status, finish, was, agreed)

    def _own_date(self, entry: EntryRow, closed: Status | None) -> Standing | None:
        """An entry's own date: open, or as done as the entry, `closed`, is."""
        then = self._pairing.entry(entry) if self._pairing else None
        was, now = then.own_date if then else None, entry.own_date
        if was is None and now is None:
            return None
        item, agreed = Item(entry), None
        if was and then and entry.revisions:
            fields = {entry.own_field, then.own_field if getattr(entry, then.own_field) is None else entry.own_field}
            agreed = commitment(item, fields, now, was)
        finish = self._completion(entry) if closed is Status.COMPLETE else entry.forecast or now
        status = closed or self._open_status(now)
        return self._standing(item, status, finish, was, agreed)

    def _completion(self, entry: EntryRow) -> PlanDate | None:
        """When a complete entry was: as marked, else when the last of its milestones was."""
        if self.has_happened(entry.completed):
            return entry.completed
        done = [each.completed for each in entry.milestones if each.completed and self.has_happened(each.completed)]
        return max(done, key=lambda date: date.last, default=None)

    def _open_status(self, due: PlanDate | None) -> Status:
        if due is None:
            return Status.UNDATED
        if due.last < self.as_of.ordinal:
            return Status.OVERDUE
        return Status.DUE if due.last <= self._due_soon_until else Status.UPCOMING

    def _standing(
        self,
        item: Item,
        status: Status,
        finish: PlanDate | None,
        was: PlanDate | None,
        agreed: Commitment | None,
    ) -> Standing:
        """`was` is the date in the baseline, and `agreed` the same with its revisions, where it has any."""
        approved = self._approval(agreed) if agreed else None
        held_to, due = approved.to if approved else was, item.due
        late = difference(held_to, finish)
        days_overdue = self.as_of.ordinal - due.last if status is Status.OVERDUE and due else None
        rag = self._rag(status, finish, held_to or due)
        return Standing(item, status, finish, days_overdue, rag, was, late, approved)

    def _approval(self, agreed: Commitment) -> Approval | None:
        baseline = self.plan.baseline
        return newest_approval(self.plan, baseline, agreed, self.as_of.ordinal) if baseline else None

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
            for entry, waited_for in filter(None, [self.plan.milestones_by_id.get((each.entry, each.milestone))])
            if waited_for
        )


__all__ = [
    "OPEN_WORST_FIRST",
    "RAG_RULE",
    "AsOf",
    "Counts",
    "EntryStanding",
    "Rag",
    "Standing",
    "Standings",
    "Status",
    "counts",
    "milestone_counts",
    "parts_of",
    "rag_of",
]
