"""Checkout of a tree that is sparse: the boards of which git has the files, and the folder has not."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from genderplan.errors import NothingToReadError
from genderplan.plan.plans import Tree
from genderplan.source.git.repository import Repository
from genderplan.source.kinds import ENDING, Kind


def with_boards_away(tree: Tree, root: Path) -> Tree:
    """The same tree, which knows the boards that a sparse checkout leaves out; as it is where git does not tell."""
    try:
        repository = Repository(root)
        files = [PurePosixPath(file) for file in repository.not_checked_out]
    except NothingToReadError:
        return tree
    folder = PurePosixPath(repository.prefix, Kind.BOARD.folder)
    away = {file.stem for file in files if file.parent == folder and file.suffix == ENDING}
    return replace(tree, boards_away=frozenset(away - tree.boards_by_id.keys() - tree.unread_boards))
