"""Lookup of a board by its id, or by what its organisation is called."""

from genderplan.errors import UsageError
from genderplan.kinds.board.rows import BoardRow
from genderplan.plan.plans import Tree
from genderplan.suggestions import unknown

PREFIX = "board:"
"""What may stand before a board's name, so that it means nothing else."""


def board_named(tree: Tree, name: str) -> BoardRow:
    """The one board that a name means. Raises UsageError where it means none, or several, or could not be read."""
    bare = name.removeprefix(PREFIX)
    ids = [bare] if bare in tree.boards_by_id else tree.organisations.find(bare)
    found = [tree.boards_by_id[id_] for id_ in ids if id_ in tree.boards_by_id]
    if len(found) > 1:
        raise UsageError(f"board '{bare}' can mean {', '.join(each.id for each in found)}: name one by its id")
    if not found and tree.unread_boards.intersection((bare, *ids)):
        raise UsageError(f"board '{bare}' cannot be read: 'genderplan validate' tells why")
    if not found:
        raise UsageError(unknown("board", bare, tree.boards_by_id))
    return found[0]
