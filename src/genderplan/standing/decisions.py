"""Decisions of a board as they stand on a day, an ordinal: taken or not, carried out or not."""

from genderplan.kinds.board.rows import DecisionRow
from genderplan.standing.days import has_come

_STATES = {None: "open", True: "agreed", False: "not agreed"}


def state_of(decision: DecisionRow, day: int) -> str:
    """`open`, `agreed` or `not agreed`; `done` where what had to be done was."""
    return "done" if has_come(decision.completed, day) else _STATES[decision.agreed]


def is_left_open(decision: DecisionRow, day: int) -> bool:
    """Whether nobody says that it is dealt with: not yet decided, or agreed, for somebody to act on, and not done."""
    state = state_of(decision, day)
    return state == "open" or (state == "agreed" and bool(decision.leads or decision.due))
