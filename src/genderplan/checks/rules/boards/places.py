"""Places of findings in a board's file: what is listed there can be accepted by its id, as `board:EODB#survey`."""

from typing import TYPE_CHECKING

from genderplan.findings import Finding, finding
from genderplan.source.places import Path

if TYPE_CHECKING:
    from genderplan.kinds.board.rows import BoardRow


def found_on(board: "BoardRow", code: str, message: str, path: Path) -> Finding:
    """A finding at a place of a board's file: of the part of a list in which it is, else of the board."""
    place, number = board.places.position(path), path[1] if len(path) > 1 else None
    part = f"#{getattr(board, str(path[0]))[number].id}" if isinstance(number, int) else ""
    return finding(code, message, board.file, place, entry=f"{board.id}{part}")
