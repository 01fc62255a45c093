"""Lookup of a board by its id, or by what its organisation is called, and of a meeting by its id."""

from genderplan.errors import UsageError
from genderplan.kinds.board.rows import BoardRow
from genderplan.plan.boards.meetings import Schedule, ScheduledMeeting
from genderplan.plan.boards.naming import boards_named, ids_of_boards
from genderplan.plan.plans import Tree
from genderplan.suggestions import nearest, unknown

_PREFIX = "board:"


def the_board(tree: Tree, name: str) -> BoardRow:
    """The board that a name means: its id in any case, its organisation's name, or an alias of that.

    Raises UsageError where none, or more than one, is meant, or its file could not be read, or is not here.
    """
    bare = name.removeprefix(_PREFIX)
    ids = boards_named(tree, bare)
    if not ids:
        raise UsageError(_without_file(tree, bare) or unknown_board(tree, bare))
    if len(ids) > 1:
        raise UsageError(f"board '{bare}' can mean {', '.join(ids)}: name one by its id")
    if ids[0] in tree.unread_boards:
        raise UsageError(f"the board '{ids[0]}' could not be read: 'genderplan validate' tells why")
    refuse_away(tree, ids[0])
    return tree.boards_by_id[ids[0]]


def refuse_away(tree: Tree, board: str) -> None:
    """Raises UsageError where a sparse checkout leaves out the file of a board, given by its id."""
    if board in tree.boards_away:
        brings = "'git sparse-checkout disable' brings it"
        raise UsageError(
            f"the file of the board '{board}' is not checked out here, as the checkout is sparse: {brings}"
        )


def the_meeting(board: BoardRow, name: str) -> ScheduledMeeting:
    """The meeting of a board that has an id. Raises UsageError where none has it, or it has no date or is off."""
    found = Schedule(board).held(name)
    if found is None:
        raise UsageError(unknown("meeting", name, [each.id for each in board.meetings]))
    return found


def unknown_board(tree: Tree, name: str) -> str:
    """A message about a name that no board has, with the nearest id or name of one, else with the ids."""
    near = nearest(name, names_of_boards(tree))
    return unknown("board", name, [near] if near else ids_of_boards(tree))


def names_of_boards(tree: Tree) -> list[str]:
    """The ids and the names of all boards with a file."""
    names = tree.organisations.names_by_id
    return [*ids_of_boards(tree), *(names[each] for each in ids_of_boards(tree) if each in names)]


def _without_file(tree: Tree, name: str) -> str | None:
    """What to say of a board that is an organisation and has no file; None where none is meant."""
    by_id = tree.organisations.by_id
    ids = [each for each in tree.organisations.find(name) if by_id[each].kind == "board"]
    return f"nothing is known of the board '{ids[0]}': it has no file boards/{ids[0]}.yaml" if ids else None
