"""What is closed: milestones marked completed or cancelled, themselves or with their entry, of whatever day."""

from dataclasses import replace
from typing import TypeVar

from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.plan.pairing import Pairing
from genderplan.plan.whole import Baseline, Plan, pairs

Side = TypeVar("Side", bound=Plan | Baseline)


def is_closed(entry: EntryRow, milestone: MilestoneRow) -> bool:
    """Whether a milestone or its entry is marked completed or cancelled."""
    return any((milestone.completed, milestone.cancelled, entry.completed, entry.cancelled))


def still_open(plan: Plan, side: Side) -> Side:
    """A plan or one of its baselines, in which what the plan has closed by now has no date and waits for nothing.

    A baseline keeps no marks, so that the plan's own tell of it.
    """
    closed = {(entry.id, each.id) for entry, each in pairs(plan.entries) if is_closed(entry, each)}
    if isinstance(side, Baseline):
        pairing = Pairing(plan, side)
        placed = [pairing.milestone(*plan.milestones_by_id[name]) for name in closed]
        closed = {(then[0].id, then[1].id) for then in placed if then}
    return replace(side, entries=tuple(_opened(entry, closed) for entry in side.entries))


def _opened(entry: EntryRow, closed: set[tuple[str, str]]) -> EntryRow:
    own = [
        each._replace(due=None, depends_on=()) if (entry.id, each.id) in closed else each for each in entry.milestones
    ]
    return entry._replace(milestones=tuple(own))
