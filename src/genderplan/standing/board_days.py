"""Day of a board: the newest status date of the plans that are read of which it oversees anything.

Where it oversees nothing of them, or nothing that is there, it is the newest status date of all that are read. Whatever
is said of a board, and of what is its own, is judged on this day.
"""

from collections.abc import Iterable, Iterator, Sequence, Set

from genderplan.kinds.board.rows import BoardRow
from genderplan.plan.boards.oversight import overseen_by
from genderplan.plan.plans import Tree
from genderplan.standing.days import StatusDay
from genderplan.standing.standings import Standings


def boards_of(tree: Tree, standings: Sequence[Standings]) -> Iterator[tuple[BoardRow, StatusDay | None]]:
    """The boards of a tree, each with its day; of some of its plans alone those that oversee anything of them."""
    is_all = len(standings) == len(tree.plans)
    for board, overseen in _overseen(tree.boards, tree, standings):
        if is_all or overseen:
            yield board, _newest(_own(standings, overseen))


def board_days(
    boards: Iterable[BoardRow], tree: Tree, standings: Sequence[Standings]
) -> Iterator[tuple[BoardRow, StatusDay | None]]:
    """Some boards, each with its day; None where no plan is read."""
    for board, overseen in _overseen(boards, tree, standings):
        yield board, _newest(_own(standings, overseen))


def board_day(board: BoardRow, tree: Tree, standings: Sequence[Standings]) -> StatusDay | None:
    """The day of one board; None where no plan is read."""
    return _newest(standings_of_board(board, tree, standings))


def standings_of_board(board: BoardRow, tree: Tree, standings: Sequence[Standings]) -> Sequence[Standings]:
    """Where those plans stand of which a board oversees anything; all where that is none of them."""
    ((_, overseen),) = _overseen((board,), tree, standings)
    return _own(standings, overseen)


def _overseen(
    boards: Iterable[BoardRow], tree: Tree, standings: Sequence[Standings]
) -> Iterator[tuple[BoardRow, Set[str]]]:
    return overseen_by(boards, tree, [each.plan.id for each in standings])


def _own(standings: Sequence[Standings], overseen: Set[str]) -> Sequence[Standings]:
    return [each for each in standings if each.plan.id in overseen] or standings


def _newest(standings: Sequence[Standings]) -> StatusDay | None:
    return max((each.day for each in standings), default=None)
