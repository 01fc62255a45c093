"""Closure: milestones marked completed or cancelled, themselves or with their entry, of whatever day."""

from dataclasses import replace
from typing import TypeVar

from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import Key, milestone_items
from genderplan.plan.plans import Baseline, Plan

Side = TypeVar("Side", bound=Plan | Baseline)


def still_open(plan: Plan, side: Side) -> Side:
    """A plan or one of its baselines, in which what the plan has closed by now has no date and waits for nothing.

    A baseline keeps no marks, so that the plan's own tell of it.
    """
    closed = [each for each in milestone_items(plan.entries) if each.is_closed]
    if isinstance(side, Baseline):
        closed = list(filter(None, map(Pairing(plan, side).item, closed)))
    keys = {each.key for each in closed}
    return replace(side, entries=tuple(_opened(entry, keys) for entry in side.entries))


def _opened(entry: EntryRow, closed: set[Key]) -> EntryRow:
    own = [
        each._replace(due=None, depends_on=()) if (entry.id, each.id) in closed else each for each in entry.milestones
    ]
    return entry._replace(milestones=tuple(own))
