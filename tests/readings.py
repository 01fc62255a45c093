"""Trees of plans that were read in this process, kept: hundreds of runs read the same files, and most of a run is that.

A tree is a value: it is made of the names and the bytes of its files and of nothing else, and nobody changes it. So is
the document of one file, which other trees may have too.
"""

from functools import lru_cache
from types import MappingProxyType

import pytest

from genderplan.loading import tree
from genderplan.loading.tree import Known, Read, load_listing
from genderplan.plan.plans import Tree
from genderplan.source.walk import TreeFiles
from genderplan.source.yaml import marks
from genderplan.source.yaml.reader import read_document

_TREES, _FILES = 32, 4096
_NOTHING: Known = MappingProxyType({})
_Files = tuple[TreeFiles, tuple[bytes, ...], str | None]
_KEPT: dict[_Files, Tree] = {}
_MARKS = marks._marks.__wrapped__


def keep_trees() -> None:
    """From now on read no tree twice. To be called before anything else has imported the function that reads."""
    for module, name, function in (
        (tree, "load_listing", _load_listing),
        (tree, "read_document", lru_cache(_FILES)(read_document)),
        (marks, "_marks", lru_cache(_FILES)(_MARKS)),
    ):
        setattr(module, name, function)


def read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one test read every tree."""
    for module, name, function in ((tree, "load_listing", load_listing), (tree, "read_document", read_document)):
        monkeypatch.setattr(module, name, function)
    monkeypatch.setattr(marks, "_marks", lru_cache(16)(_MARKS))


def kept_trees() -> list[tuple[Tree, Tree]]:
    """Each tree that is kept, and the same read now."""
    return [(kept, _read(*files)) for files, kept in _KEPT.items()]


def _load_listing(listing: TreeFiles, read: Read, default_plan: str | None = None, known: Known = _NOTHING) -> Tree:
    if known:
        return load_listing(listing, read, default_plan, known)
    try:
        files = (listing, tuple(map(read, listing.files)), default_plan)
    except OSError:
        return load_listing(listing, read, default_plan)
    _KEPT[files] = _KEPT.pop(files) if files in _KEPT else _read(*files)
    if len(_KEPT) > _TREES:
        del _KEPT[next(iter(_KEPT))]
    return _KEPT[files]


def _read(listing: TreeFiles, contents: tuple[bytes, ...], default_plan: str | None) -> Tree:
    bytes_of = dict(zip(listing.files, contents, strict=True))
    return load_listing(listing, bytes_of.__getitem__, default_plan)
