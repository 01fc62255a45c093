"""Which files a tree holds: one folder per plan, and nothing silently left out."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from genderplan.errors import NothingToReadError
from genderplan.findings import Finding, finding
from genderplan.source.limits import MAX_BASELINE_BYTES, MAX_BYTES, MAX_DEPTH
from genderplan.text import printable

_RESERVED = frozenset(("frameworks",))


class Kind(StrEnum):
    """What a file of a tree describes, told by where it stands."""

    ORGANISATIONS = "organisations"
    PLAN = "plan"
    ACTION = "action"
    PROJECT = "project"
    BASELINE = "baseline"


_ENTRY_FOLDERS = {"actions": Kind.ACTION, "projects": Kind.PROJECT}


class SourceFile(NamedTuple):
    """One file to read: where it is, how findings name it, what it describes and whose it is."""

    path: str
    shown: str
    kind: Kind
    plan: str
    stem: str

    @property
    def most_bytes(self) -> int:
        """How large it may be."""
        return MAX_BASELINE_BYTES if self.kind is Kind.BASELINE else MAX_BYTES


class Listing(NamedTuple):
    """The files of a tree in the order of their paths, and what among them cannot be read as a plan's.

    `refused` are the paths of those, each with the plan in whose folder it is.
    """

    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    plans: frozenset[str]
    refused: tuple[tuple[str, str], ...]


class Item(Protocol):
    """A file or a folder in a folder, on disk or in a commit."""

    @property
    def name(self) -> str: ...

    @property
    def path(self) -> str: ...

    def is_dir(self) -> bool: ...

    def is_symlink(self) -> bool: ...


Scan = Callable[[str], Iterable[Item]]
"""What a folder holds, by its path. Raises OSError where it cannot be told."""


class Draft(NamedTuple):
    """A file that is not written yet, and what it would hold."""

    file: SourceFile
    data: bytes


def draft(root: Path, plan: str, kind: Kind, name: str, data: bytes) -> Draft:
    """A file to be, `name` being its path in its plan's folder, or in the tree for what all plans share."""
    path = root / plan / name
    shown = os.path.relpath(path).replace(os.sep, "/")
    return Draft(SourceFile(str(path), printable(shown), kind, plan, Path(name).stem), data)


class Location(NamedTuple):
    """Where the tree is, and the plan that is shown when none is named."""

    root: Path
    plan: str | None = None


def find_tree(tree: str | None, start: Path) -> Location:
    """The tree named, else the nearest `plans/` or folder with a `plan.yaml` from `start` upward.

    Raises NothingToReadError, naming what was looked for.
    """
    if tree is not None:
        root = Path(tree)
        if not tree or not root.is_dir():
            raise NothingToReadError(f"no tree: '{printable(tree)}' is not a folder")
        if (root / "plan.yaml").is_file():
            above = printable(os.path.normpath(root / ".."))
            raise NothingToReadError(f"no tree: '{printable(tree)}' is a plan; its tree is '{above}'")
        return Location(root)
    for folder in (start, *start.parents):
        if (folder / "plans").is_dir():
            return Location(folder / "plans")
        if (folder / "plan.yaml").is_file():
            return Location(folder.parent, folder.name)
    raise NothingToReadError(
        f"no tree: neither a folder 'plans' nor a file 'plan.yaml' in {printable(str(start))} or above it "
        "(name one with --tree DIR or GENDERPLAN_TREE)"
    )


def may_be_bare(folder: Path) -> bool:
    """Whether a folder looks like a git repository without files, so that git is worth asking."""
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir()


def _on_disk(folder: str) -> "list[os.DirEntry[str]]":
    with os.scandir(folder) as items:
        return list(items)


def list_files(root: Path, shown_from: Path, scan: Scan = _on_disk) -> Listing:
    """Everything in the tree that is a plan's, each file shown relative to `shown_from`."""
    walk = _Walk(root, shown_from, scan)
    files = tuple(walk.tree())
    return Listing(files, tuple(walk.findings), frozenset(walk.plans), tuple(walk.refused))


def read_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """The content of one regular file, at most one byte more than `most`.

    Raises OSError where it cannot be read, also for a link, a named pipe or a device.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise OSError("not a regular file")
        wanted = min(about.st_size, most) + 1
        data = os.read(descriptor, wanted)
        while len(data) < about.st_size and (more := os.read(descriptor, wanted - len(data))):
            data += more
        return data
    finally:
        os.close(descriptor)


class _Walk:
    """One walk through a tree, in the order of names."""

    def __init__(self, root: Path, shown_from: Path, scan: Scan) -> None:
        self._root = str(root)
        self._scan = scan
        self._shown_from = shown_from
        self._shown_folders: dict[str, str] = {}
        self._plan_walked = ""
        self.findings: list[Finding] = []
        self.plans: set[str] = set()
        self.refused: list[tuple[str, str]] = []

    def tree(self) -> Iterator[SourceFile]:
        for item in self._items(self._root):
            if item.is_dir():
                if item.name not in _RESERVED:
                    yield from self._plan(item)
            elif item.name == "organisations.yaml":
                yield self._file(item, Kind.ORGANISATIONS, "")
            else:
                self._unknown(item, "a tree holds organisations.yaml and a folder for each plan")

    def _plan(self, folder: Item) -> Iterator[SourceFile]:
        self._plan_walked = printable(folder.name)
        found = tuple(self._plan_files(folder))
        if any(file.kind is Kind.PLAN for file in found):
            self.plans.add(printable(folder.name))
            yield from found
        elif found:
            hint = "give the folder a plan.yaml with 'genderplan: 1' and a title"
            self._refuse("GP018", "a plan's files without a plan.yaml", folder.path, hint)
        self._plan_walked = ""

    def _plan_files(self, folder: Item) -> Iterator[SourceFile]:
        for item in self._items(folder.path):
            if item.is_dir() and item.name in _ENTRY_FOLDERS:
                yield from self._entries(item, _ENTRY_FOLDERS[item.name], folder.name)
            elif item.is_dir() and item.name == "baselines":
                yield from self._baselines(item, folder.name)
            elif item.is_dir():
                self._unknown_folder(item)
            elif item.name == "plan.yaml":
                yield self._file(item, Kind.PLAN, folder.name)
            else:
                self._unknown(item, "a plan holds plan.yaml and the folders actions, projects and baselines")

    def _entries(self, folder: Item, kind: Kind, plan: str, depth: int = 1) -> Iterator[SourceFile]:
        for item in self._items(folder.path):
            if not item.is_dir():
                yield self._file(item, kind, plan)
            elif depth < MAX_DEPTH:
                yield from self._entries(item, kind, plan, depth + 1)
            else:
                self._too_deep(item)

    def _baselines(self, folder: Item, plan: str) -> Iterator[SourceFile]:
        for item in self._items(folder.path):
            if item.is_dir():
                self._unknown_folder(item)
            else:
                yield self._file(item, Kind.BASELINE, plan)

    def _unknown_folder(self, folder: Item, depth: int = 1) -> None:
        for item in self._items(folder.path):
            if not item.is_dir():
                self._unknown(item, "a plan holds plan.yaml and the folders actions, projects and baselines")
            elif depth < MAX_DEPTH:
                self._unknown_folder(item, depth + 1)
            else:
                self._too_deep(item)

    def _too_deep(self, folder: Item) -> None:
        self._refuse("GP012", f"folders nested deeper than {MAX_DEPTH}", folder.path)

    def _unknown(self, item: Item, hint: str) -> None:
        self._refuse("GP015", "a file of no known kind", item.path, hint)

    def _file(self, item: Item, kind: Kind, plan: str) -> SourceFile:
        stem = item.name.removesuffix(".yaml")
        return SourceFile(item.path, self._shown(item.path), kind, printable(plan), printable(stem))

    def _items(self, folder: str) -> list[Item]:
        """The folders and `.yaml` files directly in a folder; links and other endings become findings."""
        try:
            visible = sorted((item for item in self._scan(folder) if not item.name.startswith(".")), key=_by_name)
        except OSError as error:
            self._refuse("GP001", f"the folder cannot be read: {error.strerror}", folder)
            return []
        return [item for item in visible if self._belongs(item)]

    def _belongs(self, item: Item) -> bool:
        is_yaml = item.name.lower().endswith((".yaml", ".yml"))
        if item.is_symlink():
            if is_yaml or item.is_dir():
                self._refuse("GP017", "a symbolic link is not followed", item.path, "put the file itself here")
            return False
        if item.is_dir():
            return True
        if is_yaml and not item.name.endswith(".yaml"):
            self._refuse("GP016", f"a file that ends in .{item.name.rpartition('.')[2]}", item.path, "name it .yaml")
            return False
        return is_yaml

    def _refuse(self, code: str, message: str, path: str, hint: str | None = None) -> None:
        shown = self._shown(path)
        self.refused.append((shown, self._plan_walked))
        self.findings.append(finding(code, message, shown, hint=hint))

    def _shown(self, path: str) -> str:
        """A path as findings name it, relative to where the run began."""
        folder, name = os.path.split(path)
        if folder not in self._shown_folders:
            relative = os.path.relpath(folder or ".", self._shown_from).replace(os.sep, "/")
            self._shown_folders[folder] = "" if relative == "." else printable(relative) + "/"
        return self._shown_folders[folder] + printable(name)


def _by_name(item: Item) -> str:
    return item.name
