"""Selection of what a board oversees: whole plans, and parts of plans entry by entry."""

from typing import TYPE_CHECKING

from genderplan.kinds.board.rows import BoardRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.boards.oversight import Oversight
from genderplan.plan.plans import Tree
from genderplan.standing.filters.predicates import is_overseen
from genderplan.standing.selection import Selection

if TYPE_CHECKING:
    from genderplan.kinds.indicator.rows import IndicatorRow


class Overseen:
    """What a board oversees, as a value of a filter."""

    def __init__(self, oversight: Oversight) -> None:
        self.oversight = oversight

    def has_plan(self, plan: str | None) -> bool:
        """Whether the board oversees a plan as a whole."""
        known = self.oversight.tree.by_id.get(plan or "")
        return known is not None and self.oversight.is_whole(known)

    def has_entry(self, entry: EntryRow) -> bool:
        """Whether it oversees an entry, also one that its plan has no longer."""
        plan = self.oversight.tree.by_id.get(entry.plan)
        return plan is not None and self.oversight.has_entry(plan, entry)

    def has_indicator(self, indicator: "IndicatorRow") -> bool:
        """Whether it oversees an indicator."""
        plan = self.oversight.tree.by_id.get(indicator.plan)
        return plan is not None and self.oversight.has_indicator(plan, indicator)


def overseen(board: BoardRow, tree: Tree, selection: Selection) -> Selection:
    """What of a selection a board oversees; all of it where the board's file names nothing."""
    if not board.oversees:
        return selection
    oversight = Oversight(board, tree)
    plans = tuple(each for each in oversight.plans() if selection.has_plan(each.id))
    is_whole = all(map(oversight.is_whole, plans))
    wanted = {} if is_whole else {is_overseen: frozenset((Overseen(oversight),))}
    return Selection(plans, frozenset(each.id for each in plans), {**selection.wanted, **wanted})
