"""Match of a plan and a baseline: what stands on both sides, and what on one only."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.plans import Baseline, Plan

EntryPair = tuple[EntryRow, EntryRow]


class Match(NamedTuple):
    """Pairs are (then, now), in the plan's order; what was removed is in the baseline's order.

    What could not be read on one side is neither added nor removed.
    """

    entries: tuple[EntryPair, ...]
    added_entries: tuple[EntryRow, ...]
    removed_entries: tuple[EntryRow, ...]
    milestones: tuple[tuple[Item, Item], ...]
    added_milestones: tuple[Item, ...]
    removed_milestones: tuple[Item, ...]

    @property
    def items(self) -> Iterator[tuple[Item, Item]]:
        """The pairs of both, entries first."""
        yield from ((Item(then), Item(now)) for then, now in self.entries)
        yield from self.milestones


def match(plan: Plan, baseline: Baseline) -> Match:
    """Every entry and milestone of both sides, once."""
    pairing = Pairing(plan, baseline)
    entries = [(pairing.entry(now), now) for now in plan.entries]
    milestones = [(pairing.item(now), now) for now in milestone_items(plan.entries)]
    kept_entries = {then.id for then, _ in entries if then} | plan.unread
    kept_milestones = {then.key for then, _ in milestones if then}
    return Match(
        entries=tuple((then, now) for then, now in entries if then),
        added_entries=tuple(now for then, now in entries if not then and not _is_unread(now, baseline)),
        removed_entries=tuple(then for then in baseline.entries if then.id not in kept_entries),
        milestones=tuple((then, now) for then, now in milestones if then),
        added_milestones=tuple(now for then, now in milestones if not then and not _is_unread(now.entry, baseline)),
        removed_milestones=tuple(
            then
            for then in milestone_items(baseline.entries)
            if then.key not in kept_milestones and then.entry.id not in plan.unread
        ),
    )


def _is_unread(now: EntryRow, baseline: Baseline) -> bool:
    """Whether an entry may be one that the baseline has and that could not be read."""
    return not baseline.unread.isdisjoint((now.id, *now.renamed_from))
