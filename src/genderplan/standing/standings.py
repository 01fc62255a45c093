"""Standings of milestones and entries on a status date: status, finish, variance, RAG."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.variance import Variance, difference, is_beyond, variance
from genderplan.kinds.entry.cycle_rows import CycleRow
from genderplan.kinds.entry.part_rows import CancelledRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.plan.approval import Approval, Commitment, commitment, newest_approval
from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import Item, Key, completion_of
from genderplan.plan.plans import Plan
from genderplan.standing.cycles import CycleStanding
from genderplan.standing.days import AsOf, StatusDay
from genderplan.standing.rag import CLOSED, OPEN_WORST_FIRST, Counts, Part, Rag, Status, rag_of


class Standing(NamedTuple):
    """Where an item stands: a milestone, or an entry by its own date.

    `days_overdue` counts from the last day of due, None unless overdue. `variance` is the finish variance, positive is
    late: finish against the date that was agreed last, which is that of the newest approval since the newest baseline
    where there is one, else that of the baseline. Of what comes again, `cycle`, the earliest open time is judged.
    `earliest` is from when on something undated can be done, as all that it waits for has dates.
    """

    item: Item
    status: Status
    finish: PlanDate | None
    days_overdue: int | None
    rag: Rag | None
    baseline_due: PlanDate | None
    variance: Variance | None
    approved: Approval | None = None
    cycle: CycleStanding | None = None
    earliest: PlanDate | None = None

    @property
    def due(self) -> PlanDate | None:
        """The date that counts: of what comes again that of the earliest time that is open."""
        return self.cycle.next_due if self.cycle else self.item.due

    @property
    def number(self) -> int:
        """Which time is judged, from 0: of what comes again the earliest open one, else the last."""
        return self.cycle.judged if self.cycle else 0

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
        is_there = self.own is None or (bool(self.items) and self.items[-1] is self.own)
        return self.items if is_there or self.own is None else (*self.items, self.own)


def parts_of(standings: Iterable[Standing]) -> Iterator[Part]:
    """Milestones and own dates as the parts of what they belong to."""
    return ((standing.status, standing.rag) for standing in standings)


@dataclass(frozen=True)
class Standings:
    """Where everything in a plan stands on a day.

    A completion or cancellation dated after that day has not happened yet; one dated to the month counts
    from the month's first day. What is a part of a `whole` stands where it does within that.
    """

    plan: Plan
    as_of: AsOf
    whole: "Standings | None" = None

    @cached_property
    def entries(self) -> tuple[EntryStanding, ...]:
        """Every entry in the plan's order."""
        return tuple(map(self.of_entry, self.plan.entries))

    @property
    def are_judged(self) -> bool:
        """Whether somebody has asked where every entry stands."""
        return "entries" in vars(self)

    @cached_property
    def by_entry(self) -> Mapping[str, EntryStanding]:
        return {standing.entry.id: standing for standing in self.entries}

    @property
    def items(self) -> Iterator[Standing]:
        """Every milestone and own open date, in the plan's order."""
        for standing in self.entries:
            yield from standing.items

    def of_entry(self, entry: EntryRow) -> EntryStanding:
        """Where an entry of the plan stands: judged once, and not before anybody asks."""
        if self.whole:
            return self.whole.of_entry(entry)
        found = self._judged_entries.get(entry.id)
        if found is None or found.entry is not entry:
            found = self._judged_entries[entry.id] = self._entry(entry)
        return found

    @cached_property
    def _judged_entries(self) -> dict[str, EntryStanding]:
        return {}

    def part(self, entries: Set[str]) -> "Standings":
        """What there is of some entries, by their ids."""
        kept = tuple([each for each in self.plan.entries if each.id in entries])
        return Standings(replace(self.plan, entries=kept), self.as_of, self)

    def of_milestone(self, item: Item) -> Standing:
        """Where a milestone of the plan stands."""
        return next(each for each in self.by_entry[item.entry.id].items if each.item.milestone is item.milestone)

    @cached_property
    def _pairing(self) -> Pairing | None:
        return Pairing(self.plan, self.plan.baseline) if self.plan.baseline else None

    @cached_property
    def _cycles(self) -> dict[Key, CycleStanding]:
        """What comes again, looked at once, however much waits for it."""
        return {}

    @cached_property
    def day(self) -> StatusDay:
        return StatusDay(self.as_of.ordinal, self.plan.due_soon.after(self.as_of.ordinal))

    def has_happened(self, date: PlanDate | None) -> bool:
        return self.day.has_come(date)

    def is_cancelled(self, cancelled: CancelledRow | None) -> bool:
        return cancelled is not None and cancelled.counts_on(self.as_of.ordinal)

    def _entry(self, entry: EntryRow) -> EntryStanding:
        is_cancelled = self.is_cancelled(entry.cancelled)
        items = tuple([self._milestone(entry, each, is_cancelled) for each in entry.milestones])
        status = self._entry_status(entry, items, is_cancelled)
        own = self._own_date(entry, status)
        status = Status.COMPLETE if own and own.cycle and own.cycle.is_complete and status is None else status
        if status is None:
            items = (*items, own) if own and own.due else items
            found = {each.status for each in items}
            status = next((each for each in OPEN_WORST_FIRST if each in found), Status.UNDATED)
        return EntryStanding(entry, status, self._entry_rag(entry, status, items), items, own, self.as_of.ordinal)

    def _entry_rag(self, entry: EntryRow, status: Status, items: Iterable[Standing]) -> Rag | None:
        """By its parts; an entry that is marked as complete is one of them."""
        if status is Status.CANCELLED:
            return None
        is_marked = status is Status.COMPLETE and (self.has_happened(entry.completed) or not entry.milestones)
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
        if statuses and statuses <= CLOSED:
            return Status.COMPLETE
        return None

    def _milestone(self, entry: EntryRow, milestone: MilestoneRow, entry_is_cancelled: bool) -> Standing:
        standing = self._judged(entry, milestone, entry_is_cancelled)
        if not milestone.depends_on:
            return standing
        if standing.status is Status.UNDATED:
            return standing._replace(earliest=self._earliest(milestone))
        if standing.rag is Rag.GREEN and any(each.rag is Rag.RED for each in self._awaited(milestone)):
            return standing._replace(rag=Rag.AMBER)
        return standing

    def _judged(self, entry: EntryRow, milestone: MilestoneRow, entry_is_cancelled: bool) -> Standing:
        """Where a milestone stands by itself, without what it depends on."""
        item, due = Item(entry, milestone), milestone.due
        is_cancelled = entry_is_cancelled or self.is_cancelled(milestone.cancelled)
        if milestone.cycle and due:
            return self._recurring(item, milestone.cycle, due, Status.CANCELLED if is_cancelled else None)
        complete = self.has_happened(milestone.completed)
        finish = (milestone.completed if complete else None) or milestone.forecast or due
        then = self._pairing.item(item) if self._pairing else None
        was = then.due if then else None
        agreed = commitment(item, {"due"}, due, was) if was and milestone.revisions else None
        closed = Status.COMPLETE if complete else Status.CANCELLED if is_cancelled else None
        status = closed or self.day.open_status(due)
        return self._standing(item, status, finish, was, self._approval(agreed))

    def _recurring(self, item: Item, row: CycleRow, first: PlanDate, closed: Status | None) -> Standing:
        """Where something stands that comes again: by its earliest open time, held against the same one of then."""
        cycle = self._cycles.setdefault(item.key, CycleStanding(row.over(first), row, self.day))
        status = closed or (Status.COMPLETE if cycle.is_complete else self.day.open_status(cycle.next_due))
        finish = cycle.last_completed if status is Status.COMPLETE else item.forecast or cycle.next_due
        number = cycle.judged
        then = self._pairing.item(item) if self._pairing else None
        was = then.occurrence(number) if then else None
        agreed = commitment(item, {"due"}, first, then.due) if then and then.due and item.revisions else None
        approved = self._approval(agreed)
        to = cycle.cycle._replace(first=approved.to, until=None).occurrence(number) if approved else None
        approved = approved._replace(to=to) if approved and was and to else None
        return self._standing(item, status, finish, was, approved, cycle)

    def _own_date(self, entry: EntryRow, closed: Status | None) -> Standing | None:
        """An entry's own date: open, or as done as the entry, `closed`, is."""
        then = self._pairing.entry(entry) if self._pairing else None
        was, now = then.own_date if then else None, entry.own_date
        if was is None and now is None:
            return None
        item, agreed = Item(entry), None
        if entry.cycle and entry.due:
            return self._recurring(item, entry.cycle, entry.due, closed)
        if was and then and entry.revisions:
            fields = {entry.own_field, then.own_field if getattr(entry, then.own_field) is None else entry.own_field}
            agreed = commitment(item, fields, now, was)
        finish = completion_of(entry, self.day.ordinal) if closed is Status.COMPLETE else entry.forecast or now
        status = closed or self.day.open_status(now)
        return self._standing(item, status, finish, was, self._approval(agreed))

    def _standing(
        self,
        item: Item,
        status: Status,
        finish: PlanDate | None,
        was: PlanDate | None,
        approved: Approval | None,
        cycle: CycleStanding | None = None,
    ) -> Standing:
        """`was` is the date in the baseline, and `approved` who agreed to another since."""
        held_to, due = approved.to if approved else was, cycle.next_due if cycle else item.due
        late = difference(held_to, finish)
        rag = self._rag(status, finish, held_to or due)
        return Standing(item, status, finish, self.day.days_overdue(status, due), rag, was, late, approved, cycle)

    def _approval(self, agreed: Commitment | None) -> Approval | None:
        baseline = self.plan.baseline
        return newest_approval(self.plan, baseline, agreed, self.as_of.ordinal) if baseline and agreed else None

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

    def _awaited(self, milestone: MilestoneRow) -> Iterator[Standing]:
        """Where the milestones of this plan that one directly depends on stand by themselves."""
        for each in milestone.depends_on:
            found = self.plan.item((each.entry, each.milestone)) if each.plan == self.plan.id else None
            if found and found.milestone:
                yield self._judged(found.entry, found.milestone, self.is_cancelled(found.entry.cancelled))

    def _earliest(self, milestone: MilestoneRow) -> PlanDate | None:
        """From when on something undated can be done; what it waits for and is cancelled holds nothing up."""
        from genderplan.plan.waiting import after_all  # noqa: PLC0415 - few plans ask

        awaited = list(self._awaited(milestone))
        if len(awaited) < len(milestone.depends_on):
            return None
        pairs = zip(awaited, milestone.depends_on, strict=True)
        return after_all((each.finish, link.lag) for each, link in pairs if each.status is not Status.CANCELLED)


__all__ = ["AsOf", "Counts", "EntryStanding", "Rag", "Standing", "Standings", "Status", "parts_of"]
