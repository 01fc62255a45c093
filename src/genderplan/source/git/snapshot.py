"""Snapshot of the files of a folder as they were in a commit, walked as those on disk are; nothing here runs git."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import new as new_hash
from typing import NamedTuple

from genderplan.source.files import DirEntry

MODULE = "160000"
"""The mode of a submodule, which is a commit of another repository."""

_LINK = "120000"


class Blob(NamedTuple):
    """A file of a commit; `id` is that of its content, `leads_to_file` whether a link surely leads to one there."""

    name: str
    path: str
    id: str
    mode: str
    leads_to_file: bool = False

    def is_dir(self) -> bool:
        return False

    def is_file(self) -> bool:
        """Of a link: whether it leads to one."""
        return self.leads_to_file if self.is_symlink() else not self.is_module

    def is_symlink(self) -> bool:
        return self.mode == _LINK

    @property
    def is_module(self) -> bool:
        """Whether it is no file, but the commit of another repository that is kept here."""
        return self.mode == MODULE


class Folder(NamedTuple):
    """A folder of a commit."""

    name: str
    path: str

    def is_dir(self) -> bool:
        return True

    def is_file(self) -> bool:
        return False

    def is_symlink(self) -> bool:
        return False


class Snapshot:
    """The files below one folder as they were in a commit; paths are relative to the repository."""

    def __init__(self, blobs: Sequence[Blob]) -> None:
        self.blobs: Mapping[str, Blob] = {blob.path: blob for blob in blobs}
        self._folders: dict[str, dict[str, DirEntry]] = {}
        for blob in blobs:
            self._enter(blob.path, blob)

    def scan(self, folder: str) -> Iterable[DirEntry]:
        """What a folder holds. Raises OSError where there was none."""
        found = self._folders.get(_normal(folder))
        if found is None:
            raise FileNotFoundError(2, "No such file or directory", folder)
        return found.values()

    def _enter(self, path: str, item: DirEntry) -> None:
        above, _, name = path.rpartition("/")
        is_new = above not in self._folders
        self._folders.setdefault(above, {})[name] = item
        if is_new and above:
            self._enter(above, Folder(above.rpartition("/")[2], above))


def blob_of(line: bytes) -> Blob:
    """What a line of `git ls-tree -z` tells."""
    about, _, path = line.partition(b"\t")
    mode, _, name = about.decode().split(" ")
    shown = os.fsdecode(path)
    return Blob(shown.rpartition("/")[2], shown, name, mode)


FOLLOWING = ("--batch-check=%(objecttype)", "--follow-symlinks")
"""How `git cat-file` is asked what a link leads to."""


def followable(listed: Iterable[Blob]) -> list[str]:
    """The paths of the links that git can be asked of, which takes them line by line."""
    return [each.path for each in listed if each.is_symlink() and "\n" not in each.path]


def followed(listed: list[Blob], told: bytes) -> list[Blob]:
    """The same files, of each link whether it leads to one, by what git told of those that it could be asked of."""
    paths = followable(listed)
    files = {path for path, kind in zip(paths, _kinds(told), strict=False) if kind == b"blob"}
    return [each._replace(leads_to_file=each.path in files) for each in listed] if files else listed


def _kinds(told: bytes) -> Iterator[bytes]:
    """What each link leads to: blob, tree ...

    Of one that leads out of the commit, nowhere or in a circle, git says how, how long its target is, and the target.
    """
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        kind, _, size = told[at:end].rpartition(b" ")
        at = end + 1 + (int(size) + 1 if size.isdigit() else 0)
        yield kind or size


def blob_id(data: bytes, like: str) -> str:
    """The id that git gives to content, by the algorithm that another id shows."""
    algorithm = "sha256" if len(like) == 64 else "sha1"
    return new_hash(algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _normal(folder: str) -> str:
    return "" if folder == "." else folder.replace(os.sep, "/")


def contents_in(printed: bytes, names: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """What `git cat-file --batch` prints of blobs, by their ids in the same order; None of one that is not there."""
    at = 0
    for name in names:
        head = printed.index(b"\n", at)
        size = printed[at:head].rpartition(b" ")[2]
        end = head + 1 + (int(size) if size.isdigit() else 0)
        yield name, printed[head + 1 : end] if size.isdigit() else None
        at = end + size.isdigit()
