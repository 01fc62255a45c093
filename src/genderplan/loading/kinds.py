"""Kinds of files as they are read: the model of what a file says, and the row that it becomes.

Both are imported when the first file of their kind is met: pydantic takes its time to make models, and most trees have
not all kinds.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.imports import object_at
from genderplan.source.kinds import Kind

if TYPE_CHECKING:
    from genderplan.kinds.shared.contents import Content
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile


class FileKind(NamedTuple):
    """What is read of a kind of file: its model, and how that, with its file and its document, becomes a row.

    Where a file holds more than one row, that is the whole of them: a baseline, a directory, a plan without entries.
    """

    model: "type[Content]"
    row: "Callable[[Any, SourceFile, Document], object]"


@cache
def file_kind(kind: Kind) -> FileKind:
    """What is read of a kind of file."""
    return FileKind(object_at(kind.model), object_at(kind.row))
