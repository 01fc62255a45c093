"""Walk through the files of a tree: one folder per plan, and nothing silently left out."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from genderplan.findings import Finding, finding
from genderplan.source.files import DirEntry, SourceFile, relative
from genderplan.source.kinds import ENDING, IN_PLAN, IN_TREE, PLAN_PARTS, Kind
from genderplan.source.limits import MAX_DEPTH
from genderplan.source.names import KEPT_FOLDERS, file_beside, head_of_repository, is_device
from genderplan.text import printable

_FOLDERS = [kind.folder for kind in IN_PLAN.values() if kind.folder]
_OF_PLANS = f"a plan holds {Kind.PLAN.path()} and the folders {', '.join(_FOLDERS[:-1])} and {_FOLDERS[-1]}"


_OF_A_TREE = (
    f"a tree holds {Kind.ORGANISATIONS.path()}, {Kind.GLOSSARY.path()}, a folder for each plan, and a file for each "
    f"framework in {Kind.FRAMEWORK.folder}/ and for each board in {Kind.BOARD.folder}/"
)


class TreeFiles(NamedTuple):
    """The files of a tree in the order of their paths, and what among them cannot be read as a plan's.

    `refused` are the paths of those, each with the plan in whose folder it is.
    """

    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    plans: frozenset[str]
    refused: tuple[tuple[str, str], ...]


Scan = Callable[[str], Iterable[DirEntry]]
"""What a folder holds, by its path. Raises OSError where it cannot be told."""


def _on_disk(folder: str) -> "list[os.DirEntry[str]]":
    with os.scandir(folder) as items:
        return list(items)


def list_files(root: Path, shown_from: Path, scan: Scan = _on_disk) -> TreeFiles:
    """Everything in the tree that is a plan's, each file shown relative to `shown_from`."""
    walk = _Walk(root, shown_from, scan)
    files = tuple(walk.tree())
    return TreeFiles(files, tuple(walk.findings), frozenset(walk.plans), tuple(walk.refused))


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
            kind = IN_TREE.get(_top(item))
            if kind is not None and not self._has_parts_of_a_plan(item):
                yield from self._of_kind(item, kind, "")
            elif item.is_dir():
                yield from self._plan(item)
            else:
                self._unknown(item, _OF_A_TREE)

    def _has_parts_of_a_plan(self, item: DirEntry) -> bool:
        """Whether an item is a folder that holds what only a plan does, whatever its name is kept for."""
        try:
            return item.is_dir() and any(each.name.casefold() in PLAN_PARTS for each in self._scan(item.path))
        except OSError:
            return False  # told when it is walked through

    def _plan(self, folder: DirEntry) -> Iterator[SourceFile]:
        self._plan_walked = printable(folder.name)
        found = tuple(self._plan_files(folder))
        if any(file.kind is Kind.PLAN for file in found):
            self.plans.add(printable(folder.name))
            yield from found
        elif found:
            hint = f"give the folder a {Kind.PLAN.path()} with 'genderplan: 1' and a title"
            if folder.name in KEPT_FOLDERS:
                hint = f"no plan can be called '{folder.name}': move them to the folder of one"
            self._refuse("GP018", f"a plan's files without a {Kind.PLAN.path()}", folder.path, hint)
        self._plan_walked = ""

    def _plan_files(self, folder: DirEntry) -> Iterator[SourceFile]:
        for item in self._items(folder.path):
            kind = IN_PLAN.get(_top(item))
            if kind is not None:
                yield from self._of_kind(item, kind, folder.name)
            elif item.is_dir():
                self._unknown_folder(item, _OF_PLANS)
            else:
                self._unknown(item, _OF_PLANS)

    def _of_kind(self, item: DirEntry, kind: Kind, plan: str) -> Iterator[SourceFile]:
        """The one file of a kind, or those in its folder."""
        if item.is_dir():
            yield from self._in_folder(item, kind, plan)
        else:
            yield self._file(item, kind, plan)

    def _in_folder(self, folder: DirEntry, kind: Kind, plan: str, depth: int = 1) -> Iterator[SourceFile]:
        for item in self._items(folder.path):
            if not item.is_dir():
                yield self._file(item, kind, plan)
            elif not kind.may_be_grouped:
                self._unknown_folder(item, _OF_PLANS if kind.is_of_plan else _OF_A_TREE)
            elif depth < MAX_DEPTH:
                self._grouping(item)
                yield from self._in_folder(item, kind, plan, depth + 1)
            else:
                self._too_deep(item)

    def _unknown_folder(self, folder: DirEntry, hint: str, depth: int = 1) -> None:
        for item in self._items(folder.path):
            if not item.is_dir():
                self._unknown(item, hint)
            elif depth < MAX_DEPTH:
                self._unknown_folder(item, hint, depth + 1)
            else:
                self._too_deep(item)

    def _too_deep(self, folder: DirEntry) -> None:
        self._refuse("GP012", f"folders nested deeper than {MAX_DEPTH}", folder.path)

    def _unknown(self, item: DirEntry, hint: str) -> None:
        self._refuse("GP015", "a file of no known kind", item.path, hint)

    def _file(self, item: DirEntry, kind: Kind, plan: str) -> SourceFile:
        stem = item.name.removesuffix(ENDING)
        return SourceFile(item.path, self._shown(item.path), kind, printable(plan), printable(stem))

    def _items(self, folder: str) -> list[DirEntry]:
        """The folders and `.yaml` files directly in a folder; links and other endings become findings."""
        items = self._listed(folder)
        names = {item.name for item in items}
        return [item for item in items if self._belongs(item, names)]

    def _listed(self, folder: str) -> list[DirEntry]:
        """All that a folder holds and is not hidden; that git could take it for a repository becomes a finding."""
        try:
            visible = sorted((item for item in self._scan(folder) if not item.name.startswith(".")), key=_by_name)
        except OSError as error:
            self._refuse("GP001", f"the folder cannot be read: {error.strerror or error}", folder)
            return []
        head = head_of_repository([item.name for item in visible])
        if head is not None:
            message = f"a '{head}' by which git could take the folder for a repository"
            hint = "remove it, and what belongs to it: its settings could run programs"
            self._refuse("GP021", message, os.path.join(folder, head), hint)  # noqa: PTH118
        return visible

    def _belongs(self, item: DirEntry, names: set[str]) -> bool:
        """Whether an item is a folder or a file of a plan; where the system does not tell, that is a finding."""
        try:
            return self._is_of_a_plan(item, names)
        except OSError as error:
            self._refuse("GP001", f"what it is cannot be told: {error.strerror or error}", item.path)
            return False

    def _is_of_a_plan(self, item: DirEntry, names: set[str]) -> bool:
        is_yaml = item.name.lower().endswith((".yaml", ".yml"))
        if _is_link(item):
            if is_yaml or not _leads_to_a_file(item):
                self._refuse("GP017", "a symbolic link is not followed", item.path, "put the file itself here")
            return False
        if item.is_dir():
            return True
        if is_yaml and not item.name.endswith(ENDING):
            self._refuse("GP016", f"a file that ends in .{item.name.rpartition('.')[2]}", item.path, "name it .yaml")
            return False
        if not is_yaml:
            self._left_over(item, names)
        return is_yaml

    def _grouping(self, folder: DirEntry) -> None:
        """A finding for a folder within actions or projects that Windows cannot have; what it holds is read."""
        if is_device(folder.name):
            hint = "give it another name: no folder on Windows can have this one"
            self._refuse("GP107", f"the folder's name '{printable(folder.name)}' is a device's", folder.path, hint)

    def _left_over(self, item: DirEntry, names: set[str]) -> None:
        """A warning for what an editor or a merge leaves beside a plan's file, or makes of its name."""
        beside = file_beside(item.name)
        if beside is not None:
            file = printable(beside)
            hint = f"remove it, once all that it says is in '{file}'" if beside in names else f"name it '{file}'"
            self._refuse("GP020", "a file that goes on after .yaml is not read", item.path, hint)

    def _refuse(self, code: str, message: str, path: str, hint: str | None = None) -> None:
        shown = self._shown(path)
        self.refused.append((shown, self._plan_walked))
        self.findings.append(finding(code, message, shown, hint=hint))

    def _shown(self, path: str) -> str:
        """A path as findings name it, relative to where the run began."""
        folder, name = os.path.split(path)
        if folder not in self._shown_folders:
            seen = relative(folder or ".", self._shown_from)
            self._shown_folders[folder] = "" if seen == "." else printable(seen) + "/"
        return self._shown_folders[folder] + printable(name)


def _is_link(item: DirEntry) -> bool:
    """Whether an item is a symbolic link, or what Windows has for one between folders."""
    return item.is_symlink() or bool(getattr(item, "is_junction", bool)())


def _leads_to_a_file(link: DirEntry) -> bool:
    """Whether a link is surely to a file; one that leads in a circle, or nowhere, could be to a folder elsewhere."""
    try:
        return link.is_file()
    except OSError:
        return False


def _by_name(item: DirEntry) -> str:
    return item.name


def _top(item: DirEntry) -> str:
    """An item's name as kinds have it: a folder's ends with `/`."""
    return f"{item.name}/" if item.is_dir() else item.name
