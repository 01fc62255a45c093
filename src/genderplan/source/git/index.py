"""Index of a repository: what of it is not in the folder: files that a sparse checkout leaves out, and submodules."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from genderplan.source.git.snapshot import MODULE

LISTING = ("ls-files", "-t", "--stage", "-z", "--")
"""How git is asked what the index has."""


class IndexEntry(NamedTuple):
    """A file of the index, or a submodule; `is_skipped` says that a sparse checkout leaves it out."""

    path: str
    is_module: bool
    is_skipped: bool = False


def entries_of(lines: Iterable[bytes]) -> Iterator[IndexEntry]:
    """What lines of `LISTING` tell: `S 100644 ID 0<tab>PATH`."""
    for line in lines:
        about, _, path = os.fsdecode(line).partition("\t")
        tag, _, mode = about.partition(" ")
        yield IndexEntry(path, mode.startswith(MODULE), tag == "S")
