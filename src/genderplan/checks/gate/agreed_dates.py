"""Agreed dates of a plan beside what they were, each with its revisions of then and now."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from genderplan.checks.context import Context, Held
from genderplan.checks.gate.revisions import told_apart
from genderplan.dates.cycles import Cycle
from genderplan.dates.forms import PlanDate
from genderplan.dates.variance import variance
from genderplan.folding import folded
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.plan.comparison.matching import Match
from genderplan.plan.comparison.promises import as_one_promise
from genderplan.plan.items import Item
from genderplan.plan.plans import Baseline, Plan


class Agreed(NamedTuple):
    """One date of an item: what it was, None where it was not there, and what it is, None where it is not.

    It is an agreed one, or (`completed`) that of its completion. Where an entry's own date has changed its key, `due`
    is what it was and is under either (`as_one_promise`). `then` is what the item was, None where there was none.
    `numbers` are the places in the item's list of the revisions that are of this date. `new` are those of them that
    were not there then, `lost` those that were there then and are not any more. Where an item has this date alone, or
    had, its revisions need not say which date they are of.
    """

    item: Item
    then: Item | None
    field: str
    was: PlanDate | None
    now: PlanDate | None
    numbers: tuple[int, ...]
    new: tuple[RevisionRow, ...]
    lost: tuple[RevisionRow, ...]
    is_alone: bool

    @property
    def place(self) -> tuple[str, ...]:
        """The key that the date stands under now; nothing where it is gone."""
        keys = ("due", "end") if self.field == "due" else (self.field,)
        return tuple(key for key in keys if getattr(self.item.row, key, None))[:1]

    @property
    def counted(self) -> list[int]:
        """The places of the revisions that moved the date; of an own date also those by the key that it had before."""
        revisions = self.item.revisions
        other = {"due": "end", "end": "due"}.get(self.field)
        is_both = any(other in each.agreed for each in (self.item, self.then) if each)
        former = [number for number, each in enumerate(revisions) if other and not is_both and each.field == other]
        return [number for number in sorted({*self.numbers, *former}) if revisions[number].was]

    @property
    def is_under_another_key(self) -> bool:
        """Whether the date that an entry had as `end` is its `due` now, or the other way round."""
        others = {"due": "end", "end": "due"}
        return self.field in others and str(self.item.agreed.get(others[self.field])) == str(self.was)

    @property
    def is_moved(self) -> bool:
        return has_moved(self.was, self.now)


def agreed_dates(context: Context) -> Iterator[tuple[Held, Agreed]]:
    """The agreed dates that anything in the plans has or had; what is the same object then and now is passed over."""
    for held in context.held:
        yield from ((held, each) for each in agreed_dates_of(held))


def agreed_dates_of(held: Held) -> Iterator[Agreed]:
    """Those of one plan."""
    for then, now in paired_items(held.both):
        before = then or namesake(held.then, now)
        if before is None or before.row is not now.row:
            yield from _agreed(before, now)


def namesake(side: Plan | Baseline, item: Item) -> Item | None:
    """What has an item's id and title on one side, whatever else says that it was it (`renamed_from`)."""
    same = side.item(item.key)
    return same if same and folded(same.title) == folded(item.title) else None


def is_cancelled_with_reason(item: Item) -> bool:
    """Whether an item is cancelled with a reason, by itself or with its entry."""
    return any(each.cancelled and each.cancelled.reason for each in (item.row, item.entry))


def paired_items(both: Match) -> Iterator[tuple[Item | None, Item]]:
    """All that a plan has, each with what it was; what is the same object then and now is passed over."""
    yield from ((Item(then), Item(now)) for then, now in both.entries if then is not now)
    yield from ((None, Item(now)) for now in both.added_entries)
    yield from ((then, now) for then, now in both.milestones if then.row is not now.row)
    yield from ((None, now) for now in both.added_milestones)


def completions(context: Context) -> Iterator[tuple[Held, Agreed]]:
    """The completions that anything in the plans has or had, with the revisions of them."""
    for held in context.held:
        for then, now in paired_items(held.both):
            before = then or namesake(held.then, now)
            if before and before.row is not now.row and not before.row.cycle and (before.completed or now.completed):
                is_now = _done_now(before, now)
                yield held, _with_revisions(before, now, "completed", before.completed, is_now, {"completed"})


def times_done(item: Item) -> Iterator[tuple[tuple[int, int], PlanDate]]:
    """Each time that an item was done, by the first and the last day of what it was due for, and the day of it."""
    row = item.row
    if row.cycle:
        yield from ((when[:2], done) for when, done in row.cycle.completed)
    elif item.due and row.completed:
        yield item.due[:2], row.completed


def _done_now(then: Item, now: Item) -> PlanDate | None:
    """When what came once is said to be done now: of what comes again its own time, else the last."""
    own = dict(times_done(now)).get(then.due[:2]) if then.due and now.row.cycle else None
    return own or now.last_completed()


def _agreed(then: Item | None, now: Item) -> Iterator[Agreed]:
    """Each agreed date of an item; of what it had, or has, alone, revisions need not say which date they are of."""
    had, has = then.agreed if then else {}, now.agreed
    before, after = as_one_promise(had, has)
    fields = before.keys() | after.keys()
    for field in fields:
        names: set[str | None] = {field}
        if {field} in (fields, had.keys(), has.keys()) or (field == "due" and now.milestone):
            names.add(None)
        if field == "due" and "end" in had.keys() | has.keys() and "end" not in fields:
            names.add("end")  # the key that its own date had, or has
        yield _with_revisions(then, now, field, before.get(field), after.get(field), names)


def _with_revisions(
    then: Item | None,
    now: Item,
    field: str,
    was: PlanDate | None,
    is_now: PlanDate | None,
    names: AbstractSet[str | None],
) -> Agreed:
    """A date with the revisions that name it by one of some names."""
    numbers = tuple(number for number, each in enumerate(now.revisions) if each.field in names)
    old = [each for each in then.revisions if each.field in names] if then else []
    new, lost = told_apart(old, [now.revisions[number] for number in numbers])
    return Agreed(now, then, field, was, is_now, numbers, new, lost, None in names)


def has_moved(was: PlanDate | None, now: PlanDate | None) -> bool:
    """Whether a date moved as `slippage` says it, or ends later: 10 March that has become March.

    What is given more exactly, within what was agreed, has not moved: 2025 that has become June 2025.
    """
    if was is None or now is None or was.holds(now):
        return False
    return variance(was, now).is_moved or now.last > was.last


def still_comes(first: PlanDate, cycle: Cycle) -> bool:
    """Whether what came on a date comes then too: that is one of its times now, or has one within it."""
    time = cycle.near(first)
    return time is not None and not has_moved(first, time)
