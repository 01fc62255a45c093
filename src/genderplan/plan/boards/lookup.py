"""Lookup of a board by its id, or by what its organisation is called."""

from genderplan.errors import UsageError
from genderplan.kinds.board.rows import BoardRow
from genderplan.plan.plans import Tree
from genderplan.suggestions import unknown

_PREFIX = "board:"


def the_board(tree: Tree, name: str) -> BoardRow:
    """The board that a name means: its id in any case, its organisation's name, or an alias of that.

    Raises UsageError where none, or more than one, is meant, or its file could not be read.
    """
    bare = name.removeprefix(_PREFIX)
    known = {each.casefold(): each for each in (*tree.boards_by_id, *tree.unread_boards)}
    meant = known.get(bare.casefold())
    ids = [meant] if meant else [each for each in tree.organisations.find(bare) if each in known.values()]
    if not ids:
        names = tree.organisations.names_by_id
        raise UsageError(
            unknown("board", bare, [*known.values(), *(names[each] for each in known.values() if each in names)])
        )
    if len(ids) > 1:
        raise UsageError(f"board '{bare}' can mean {', '.join(ids)}: name one by its id")
    if ids[0] in tree.unread_boards:
        raise UsageError(f"the board '{ids[0]}' could not be read: 'genderplan validate' tells why")
    return tree.boards_by_id[ids[0]]
