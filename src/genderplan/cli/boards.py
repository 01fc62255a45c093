"""Boards as commands name them: which one is meant, what it oversees, and what plans were at its last meeting."""

from dataclasses import replace
from typing import TYPE_CHECKING

from genderplan.errors import NothingToReadError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderplan.cli.options import Common
    from genderplan.cli.reading import Reading
    from genderplan.dates.forms import PlanDate
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.plan.plans import Tree
    from genderplan.plan.states import State
    from genderplan.reports.agenda.sitting import Sitting
    from genderplan.standing.selection import Selection
    from genderplan.standing.standings import Standings

BOARD = "board:"
"""What may stand before a board, so that it means nothing else."""


def board_named(tree: "Tree", text: str) -> "BoardRow":
    """The board that an id, a name or an alias of its organisation means. Raises UsageError where it means none."""
    from genderplan.suggestions import unknown

    name = text.removeprefix(BOARD)
    boards = tree.boards_by_id
    found = [each for each in tree.organisations.find(name) or (name,) if each in boards]
    if len(found) == 1:
        return boards[found[0]]
    if found:
        raise UsageError(f"board '{name}' can mean {', '.join(found)}: name one by its id")
    if name in tree.unread_boards:
        raise UsageError(f"boards/{name}.yaml cannot be read: 'genderplan validate' tells why")
    if name in tree.organisations.by_id:
        raise UsageError(f"nothing is known of '{name}' as a board: boards/{name}.yaml would tell of its meetings")
    raise UsageError(unknown("board", name, boards))


def sitting_of(board: "BoardRow", on: "PlanDate | None", reading: "Reading", common: "Common") -> "Sitting":
    """A board that sits on a day, else on the newest status date of what it oversees."""
    from genderplan.reports.agenda.sitting import Sitting, on_the_day

    standings = [on_the_day(each) for each in reading.standings]
    overseen = overseen_of(board, reading.selection)
    own = [each for each in standings if overseen.has_plan(each.plan.id)]
    day = max((each.as_of.ordinal for each in own), default=None) or _day_of_the_run(common)
    return Sitting(
        reading.tree, board, on.last if on else day, day, own, overseen, all_plans=standings, asked=reading.selection
    )


def _day_of_the_run(common: "Common") -> int:
    import os
    from datetime import date

    from genderplan.config import day_of_the_run

    return day_of_the_run(common.as_of, os.environ.get("GENDERPLAN_AS_OF"), date.today()).last


def overseen_of(board: "BoardRow", selection: "Selection") -> "Selection":
    """What of a selection a board oversees."""
    if not board.oversees:
        return selection
    ids = frozenset(board.oversees)
    kept = tuple(each for each in selection.plans if each.id in ids)
    return replace(selection, plans=kept, plan_ids=frozenset(each.id for each in kept))


def state_before(sitting: "Sitting", reading: "Reading") -> "tuple[State | None, str | None]":
    """What plans were at the end of the last meeting before a sitting, and why no commit tells where none does."""
    if sitting.since is None:
        return None, None
    return state_at_the_end_of(sitting.since, sitting.board.id, reading, sitting.standings)


def state_at_the_end_of(
    day: "PlanDate", name: str, reading: "Reading", standings: "Sequence[Standings]"
) -> "tuple[State, str | None]":
    """What plans were at the end of a date, and why no commit tells of it where none does.

    The newest commit until then tells; of plans that are not in it, and where there is none, the dates in their files.
    """
    from genderplan.cli.comparing import before
    from genderplan.plan.earlier import state_on

    dated = state_on((each.plan for each in standings), day, name)
    try:
        found = before(reading, day.text)
    except NothingToReadError as error:
        return dated, str(error)
    plans = {plan: replace(each, status_date=None) for plan, each in found.plans.items()}
    merged = replace(
        found,
        baselines={**dated.baselines, **found.baselines},
        plans={**dated.plans, **plans},
        day=day,
        dated=dated.dated - plans.keys(),
    )
    return merged, None
