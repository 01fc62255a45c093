"""Files and folders: where the tree is, what each of its files describes, and how their names may be shown."""

import os
import stat
from pathlib import Path
from typing import NamedTuple, Protocol

from genderplan.errors import NothingToReadError
from genderplan.source.kinds import Kind
from genderplan.source.limits import MAX_BYTES
from genderplan.text import printable

_REGULAR_ALONE = hasattr(os, "O_NONBLOCK") and hasattr(os, "O_NOFOLLOW")
"""Whether the system can be told while opening that neither a link nor a pipe is meant; Windows cannot."""

_OPEN = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"):
    _OPEN |= getattr(os, _flag, 0)


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
        return self.kind.most_bytes


class DirEntry(Protocol):
    """A file or a folder in a folder, on disk or in a commit."""

    @property
    def name(self) -> str: ...

    @property
    def path(self) -> str: ...

    def is_dir(self) -> bool: ...

    def is_file(self) -> bool: ...

    def is_symlink(self) -> bool: ...


class Draft(NamedTuple):
    """A file that is not written yet, and what it would hold."""

    file: SourceFile
    data: bytes


def draft(root: Path, plan: str, kind: Kind, name: str, data: bytes) -> Draft:
    """A file to be, `name` being its path in its plan's folder, or in the tree for what all plans share."""
    path = root / plan / name
    return Draft(SourceFile(str(path), printable(relative(path)), kind, plan, Path(name).stem), data)


def repository_above(folder: Path) -> Path | None:
    """The top of the git repository that a folder is in, as far as `.git` tells; None where there is none."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


def relative(path: str | Path, start: str | Path = os.curdir) -> str:
    """A path as seen from a folder, with `/` between names on every system; whole where it is on another drive."""
    try:
        seen = os.path.relpath(path, start)
    except ValueError:
        seen = os.path.abspath(path)  # noqa: PTH100 - links stay links
    return seen.replace(os.sep, "/")


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
        if not tree or not is_folder(root):
            raise NothingToReadError(f"no tree: '{printable(tree)}' is not a folder")
        if is_plan(root):
            above = printable(os.path.normpath(root / ".."))
            raise NothingToReadError(f"no tree: '{printable(tree)}' is a plan; its tree is '{above}'")
        return Location(root)
    for folder in (start, *start.parents):
        if is_folder(folder / "plans"):
            return Location(folder / "plans")
        if is_plan(folder):
            return Location(folder.parent, folder.name)
    raise NothingToReadError(
        f"no tree: neither a folder 'plans' nor a file 'plan.yaml' in {printable(str(start))} or above it "
        "(name one with --tree DIR or GENDERPLAN_TREE)"
    )


def is_plan(folder: Path) -> bool:
    """Whether a folder is a plan's."""
    return is_file(folder / Kind.PLAN.path())


def may_be_bare(folder: Path) -> bool:
    """Whether a folder looks like a git repository without files, so that git is worth asking."""
    return is_file(folder / "HEAD") and is_folder(folder / "objects")


def may_be_versioned(folder: Path) -> bool:
    """Whether a folder, or one above it, has what git could take for a part of a repository."""
    above = (folder, *folder.parents)
    return any(os.path.lexists(each / name) for each in above for name in (".git", "HEAD"))


def may_be_sparse(folder: Path) -> bool:
    """Whether the repository of a folder has what git keeps of a sparse checkout, also of one that was."""
    above = repository_above(resolved(folder))
    if above is None:
        return False
    kept = above / ".git"
    if is_file(kept):  # of a linked worktree, or a submodule: it says where the rest is
        try:
            kept = above / os.fsdecode(read_bytes(str(kept))).removeprefix("gitdir:").strip()
        except OSError:
            return False
    return os.path.lexists(kept / "info" / "sparse-checkout")


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; where that cannot be told (a name too long, a closed folder), it does not."""
    return os.path.isdir(path)  # noqa: PTH112 - unlike Path.is_dir it raises nothing


def is_file(path: Path) -> bool:
    """Whether a path leads to a regular file; where that cannot be told, it does not."""
    return os.path.isfile(path)  # noqa: PTH113


def resolved(path: Path) -> Path:
    """A path without links and `..`; a link that leads in a circle stays as it is, where Path.resolve may raise."""
    return Path(os.path.realpath(path))


def read_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """The content of one regular file, at most one byte more than `most`.

    Raises OSError where it cannot be read, also for a link, a named pipe or a device.
    """
    if not _REGULAR_ALONE and not stat.S_ISREG(os.lstat(path).st_mode):
        raise OSError("not a regular file")
    descriptor = os.open(path, _OPEN)
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
