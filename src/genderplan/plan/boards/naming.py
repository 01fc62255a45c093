"""Names of boards and of what is theirs: `EODB`, `EODB#jun-2008`, and of a meeting that a rule gives `EODB@2008-03`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from genderplan.dates.forms import DateError, PlanDate, parse_date

if TYPE_CHECKING:
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.plan.plans import Tree


class BoardPart(NamedTuple):
    """A meeting of a board, a report that it is owed, or a decision; `id` is its full one."""

    board: "BoardRow"
    kind: str
    id: str
    date: PlanDate | None = None
    """When a meeting is that its rule alone gives."""


OfBoard: TypeAlias = "BoardRow | BoardPart"


def of_boards(tree: "Tree", name: str) -> Iterator[tuple[str, OfBoard]]:
    """What a name can mean of boards, each with its kind: board, meeting, report or decision.

    A board is named by its id in any case, or by what its organisation is called. What follows an @ behind a report
    is one of the times that it comes, and means the report.
    """
    before, hash_mark, part = name.partition("#")
    bare, at, date = before.partition("@") if not hash_mark else (before, "", "")
    for board in filter(None, map(tree.boards_by_id.get, boards_named(tree, bare))):
        if hash_mark:
            yield from ((each.kind, each) for each in _parts(board, part.partition("@")[0]))
        elif not at:
            yield "board", board
        else:
            yield from (("meeting", each) for each in _by_rule(board, date))


def all_of_boards(tree: "Tree") -> Iterator[tuple[str, str]]:
    """Every id of boards and of what is theirs, with its kind."""
    for board in tree.boards:
        yield "board", board.id
        yield from ((kind, f"{board.id}#{name}") for kind, names in _names(board) for name in names)


def boards_named(tree: "Tree", name: str) -> Sequence[str]:
    """The ids of the boards with a file that a name can mean, also where that could not be read, or is not here.

    An id, written in any case, means itself alone; else it is what an organisation is called.
    """
    known = {each.casefold(): each for each in ids_of_boards(tree)}
    meant = known.get(name.casefold())
    if meant:
        return [meant]
    return [each for each in tree.organisations.find(name) if known.get(each.casefold()) == each] if known else []


def ids_of_boards(tree: "Tree") -> Sequence[str]:
    """The ids of all boards with a file, whether that could be read or not, or is not checked out."""
    return [*tree.boards_by_id, *tree.unread_boards, *tree.boards_away]


def _parts(board: "BoardRow", name: str) -> Iterator[BoardPart]:
    return (BoardPart(board, kind, f"{board.id}#{name}") for kind, names in _names(board) if name in names)


def _names(board: "BoardRow") -> tuple[tuple[str, Sequence[str]], ...]:
    """The ids of what is a board's, by their kinds."""
    reports = [*(each.id for each in board.receives), *(each.id for each in board.promised)]
    decisions = [each.id for each in board.decisions]
    return ("meeting", list(board.meetings_by_id)), ("report", reports), ("decision", decisions)


def _by_rule(board: "BoardRow", text: str) -> Iterator[BoardPart]:
    """The meeting that the rule of a board gives on a date."""
    from genderplan.plan.boards.meetings import Schedule  # noqa: PLC0415 - only where a meeting of a rule is named

    try:
        date = parse_date(text)
    except DateError:
        return
    for each in Schedule(board).between(date.last, date.last):
        if each.by_rule and each.date == date:
            yield BoardPart(board, "meeting", each.id, date)
