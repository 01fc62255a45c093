"""The agreed dates of a plan beside what they were, each with its revisions of then and now."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.checks.context import Context, Held
from genderplan.findings import Position
from genderplan.folding import folded
from genderplan.model.dates import PlanDate
from genderplan.plan.matching import Match
from genderplan.plan.rows import EntryRow, MilestoneRow, RevisionRow
from genderplan.plan.variance import variance
from genderplan.plan.whole import Baseline, Plan

_FIELDS = ("start", "end", "due")


class Item(NamedTuple):
    """An entry, or a milestone of it."""

    entry: EntryRow
    milestone: MilestoneRow | None = None

    @property
    def id(self) -> str:
        return self.entry.full_id(self.milestone)

    @property
    def row(self) -> EntryRow | MilestoneRow:
        return self.milestone or self.entry

    @property
    def dates(self) -> dict[str, PlanDate]:
        """Its agreed dates by their fields."""
        found = {field: getattr(self.row, field, None) for field in _FIELDS}
        return {field: date for field, date in found.items() if date}

    @property
    def is_cancelled(self) -> bool:
        """Whether it is cancelled with a reason, by itself or with its entry."""
        return any(each.cancelled and each.cancelled.reason for each in (self.row, self.entry))

    def at(self, *path: str | int) -> Position:
        """Where a value of it stands, or itself."""
        if not path:
            return self.row.position
        if self.milestone is None:
            return self.entry.at(*path)
        return self.entry.at_milestone(self.milestone, *path)


class Agreed(NamedTuple):
    """One agreed date of an item: what it was, None where it was not there, and what it is, None where it is not.

    `then` is what the item itself was, None where there was none. `numbers` are the places in the item's list of the
    revisions that are of this date. `new` are those of them that were not there then, `lost` those that were there then
    and are not any more. Where an item has this date alone, or had, its revisions need not say which date they are of.
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
    def is_under_another_key(self) -> bool:
        """Whether the date that an entry had as `end` is its `due` now, or the other way round."""
        others = {"due": "end", "end": "due"}
        return self.field in others and str(self.item.dates.get(others[self.field])) == str(self.was)

    @property
    def is_moved(self) -> bool:
        """Whether it moved as `slippage` says it, or ends later: 10 March that has become March.

        What is given more exactly, within what was agreed, has not moved: 2025 that has become June 2025.
        """
        if self.was is None or self.now is None:
            return False
        if self.was.first <= self.now.first and self.now.last <= self.was.last:
            return False
        return variance(self.was, self.now).is_moved or self.now.last > self.was.last


def agreed_dates(context: Context) -> Iterator[tuple[Held, Agreed]]:
    """The agreed dates that anything in the plans has or had; what is the same object then and now is passed over."""
    for held in context.held:
        for then, now in paired_items(held.both):
            before = then or namesake(held.then, now)
            if before is None or before.row is not now.row:
                yield from ((held, each) for each in _agreed(before, now))


def namesake(side: Plan | Baseline, item: Item) -> Item | None:
    """What has an item's id and title on one side, whatever else says that it was it (`renamed_from`)."""
    entry, milestone = item
    found: Item | None = None
    if milestone is None:
        found = Item(side.by_id[entry.id]) if entry.id in side.by_id else None
    elif (entry.id, milestone.id) in side.milestones_by_id:
        found = Item(*side.milestones_by_id[entry.id, milestone.id])
    return found if found and folded(found.row.title) == folded(item.row.title) else None


def paired_items(both: Match) -> Iterator[tuple[Item | None, Item]]:
    """All that a plan has, each with what it was."""
    yield from ((Item(then), Item(now)) for then, now in both.entries)
    yield from ((None, Item(now)) for now in both.added_entries)
    yield from ((Item(*then), Item(*now)) for then, now in both.milestones)
    yield from ((None, Item(*now)) for now in both.added_milestones)


def _agreed(then: Item | None, now: Item) -> Iterator[Agreed]:
    before, after = then.dates if then else {}, now.dates
    fields = before.keys() | after.keys()
    for field in fields:
        is_alone = {field} in (fields, before.keys(), after.keys())
        names = {field, None} if is_alone else {field}
        numbers = tuple(number for number, each in enumerate(now.row.revisions) if each.field in names)
        old = [each for each in then.row.revisions if each.field in names] if then else []
        new, lost = _told_apart(old, [now.row.revisions[number] for number in numbers])
        yield Agreed(now, then, field, before.get(field), after.get(field), numbers, new, lost, is_alone)


def _told_apart(
    then: Sequence[RevisionRow], now: Sequence[RevisionRow]
) -> tuple[tuple[RevisionRow, ...], tuple[RevisionRow, ...]]:
    """The revisions that are new, and those that were lost."""
    lost = list(then)
    new = []
    for each in now:
        same = next((one for one in lost if _is_same(one, each)), None)
        if same is None:
            new.append(each)
        else:
            lost.remove(same)
    return tuple(new), tuple(lost)


def _is_same(then: RevisionRow, now: RevisionRow) -> bool:
    """Whether a revision is what it was: its reason may be in other words, and its date given, or more exactly."""
    if str(then.was) != str(now.was):
        return False
    if then.date is None or now.date is None:
        return then.date is None
    return then.date.first <= now.date.first and now.date.last <= then.date.last
