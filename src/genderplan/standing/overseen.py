"""Selection of what a board oversees, within what is selected already."""

from dataclasses import replace

from genderplan.errors import NothingToReadError
from genderplan.plan.boards.oversight import Oversight
from genderplan.standing.predicates import is_among
from genderplan.standing.selection import Selection


def overseen_of(selection: Selection, oversight: Oversight) -> Selection:
    """The part of a selection that a board oversees; whole plans stay whole where it oversees nothing less.

    Raises NothingToReadError where it oversees nothing of the plans that are selected.
    """
    plans = tuple(plan for plan in oversight.plans() if selection.has_plan(plan.id))
    if not plans:
        raise NothingToReadError(f"{oversight.board.id} oversees nothing of these plans")
    narrowed = replace(selection, plans=plans, plan_ids=frozenset(plan.id for plan in plans))
    if all(map(oversight.is_whole, plans)):
        return narrowed
    ids = {entry.full_id() for plan in plans for entry in oversight.entries(plan)}
    ids |= {each.full_id() for plan in plans for each in plan.indicators if oversight.has_indicator(plan, each)}
    return replace(narrowed, wanted={**selection.wanted, is_among: frozenset(ids)})
