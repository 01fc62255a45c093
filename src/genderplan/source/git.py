"""Plans as they were in commits: the one module that runs git, and reads no more than it is asked for.

Settings that a surrounding git (a hook, say) left in the environment are not inherited, and revisions are never taken
for options.
"""

import os
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import new as new_hash
from pathlib import Path
from typing import NamedTuple

from genderplan.errors import NoPlanYetError, NoRepositoryError, NothingToReadError
from genderplan.source.files import Item, is_folder, printable
from genderplan.source.git_log import (
    COMMIT_FORMAT,
    LOG_FORMAT,
    Commit,
    LoggedCommit,
    Rename,
    commit_of,
    logged,
    renamed,
)
from genderplan.source.programs import program

_LINK, _MODULE = "120000", "160000"
_DEEPEN = "this clone is shallow: 'git fetch --unshallow' brings the rest (in a GitHub workflow, 'fetch-depth: 0')"
_SETTINGS = ("log.showRoot=true", "log.diffMerges=separate", "diff.relative=false", "log.showSignature=false")
_LOG = (*(word for each in _SETTINGS for word in ("-c", each)), "log", "--encoding=UTF-8")
_FILES = ("--raw", "-z", "--no-renames", "--no-abbrev", "--reverse", "--topo-order")
_BATCH = 4096
_PARTED = "..."


class Blob(NamedTuple):
    """A file of a commit; `id` is that of its content."""

    name: str
    path: str
    id: str
    mode: str

    def is_dir(self) -> bool:
        return False

    def is_file(self) -> bool:
        """Also of a link: where it would lead is not asked."""
        return True

    def is_symlink(self) -> bool:
        return self.mode == _LINK


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
        self._folders: dict[str, dict[str, Item]] = {}
        for blob in blobs:
            self._enter(blob.path, blob)

    def scan(self, folder: str) -> Iterable[Item]:
        """What a folder holds. Raises OSError where there was none."""
        found = self._folders.get(_normal(folder))
        if found is None:
            raise FileNotFoundError(2, "No such file or directory", folder)
        return found.values()

    def _enter(self, path: str, item: Item) -> None:
        above, _, name = path.rpartition("/")
        is_new = above not in self._folders
        self._folders.setdefault(above, {})[name] = item
        if is_new and above:
            self._enter(above, Folder(above.rpartition("/")[2], above))


class Repository:
    """The git repository that a folder is in, seen from that folder.

    `prefix` is the folder's path in the repository. A bare repository has no files: a path below it is one in its
    commits. Where the repository lies below the folder, at `mount`, all paths of it begin with that.
    """

    def __init__(self, folder: Path, mount: str = "") -> None:
        """Raises NoRepositoryError where there is no git, or the folder is in no repository."""
        folder = folder / mount
        self.mount = mount
        self._folder = next((each for each in (folder, *folder.parents) if is_folder(each)), folder)
        try:
            said = self._bytes("rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-prefix")
        except NothingToReadError as error:
            is_none = "not a git repository" in str(error)
            raise NoRepositoryError(
                f"{printable(str(folder))} is in no git repository" if is_none else str(error)
            ) from None
        is_bare, is_shallow, prefix = os.fsdecode(said.removesuffix(b"\n")).split("\n", 2)
        self.is_bare, self.is_shallow = is_bare == "true", is_shallow == "true"
        self.prefix = self._below(folder) if self.is_bare else prefix.removesuffix("/")

    def _below(self, folder: Path) -> str:
        """The path of a folder relative to the repository's own."""
        own = os.fsdecode(self._bytes("rev-parse", "--absolute-git-dir").removesuffix(b"\n"))
        path = os.path.relpath(folder.resolve(), os.path.realpath(own)).replace(os.sep, "/")
        return "" if path == "." else path

    def commit(self, revision: str) -> Commit:
        """The commit that a revision names, with `...` behind it that from which HEAD and it parted.

        Raises NothingToReadError where there is none.
        """
        if revision.endswith(_PARTED):
            return self._parted(revision)
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        name = found.stdout.decode().removesuffix("\n")
        if not name and not self._text("rev-list", "--max-count=1", "--all"):
            raise NoPlanYetError("no commit in this repository yet")
        if not name.isalnum():  # nothing, or what is no commit but a range of them
            raise NothingToReadError(f"no commit '{printable(revision)}' in this repository{self.hint}")
        return commit_of(self._text(*_LOG, "-1", "--no-patch", f"--format={COMMIT_FORMAT}", name, "--"))

    def _parted(self, revision: str) -> Commit:
        other = self.commit(revision.removesuffix(_PARTED))
        found = self._run("merge-base", "HEAD", other.id).stdout.decode().strip()
        if not found:
            raise NothingToReadError(f"no commit from which HEAD and '{printable(revision)}' parted{self.hint}")
        return self.commit(found)

    def is_behind(self, commit: Commit) -> bool:
        """Whether a commit is one that HEAD has not yet."""
        return self._run("merge-base", "--is-ancestor", commit.id, "HEAD").returncode == 1

    @property
    def merging(self) -> Commit | None:
        """What is being merged and not committed yet, where it is one commit."""
        found = self._run("rev-parse", "--verify", "--quiet", "MERGE_HEAD^{commit}").stdout.decode().strip()
        return self.commit(found) if found else None

    def commit_before(self, day: date) -> Commit:
        """The last commit of the mainline until the end of a day. Raises NothingToReadError where all are later.

        What a branch held before it was merged was not in the plan yet. The day is that of the commit's own clock.
        """
        head = self.commit("HEAD")
        listed = self._text(*_LOG, "--first-parent", "--no-patch", "--format=%H %cs", head.id, "--")
        for name, _, committed in (line.partition(" ") for line in listed.splitlines()):
            if committed <= day.isoformat():
                return self.commit(name)
        raise NothingToReadError(f"no commit until {day.isoformat()} in this repository{self.hint}")

    @property
    def hint(self) -> str:
        """How a shallow clone gets what it lacks; nothing for a whole one."""
        return f" ({_DEEPEN})" if self.is_shallow else ""

    def log(self, commit: Commit, *, mainline: bool = False) -> Iterator[LoggedCommit]:
        """The commits up to one that changed files below the folder, parents before children, paths as of a snapshot.

        A merge tells of the files that it has otherwise than any parent. `mainline` follows first parents alone, and
        tells of merges what they changed in those.
        """
        merges = ("--full-history", "-m", *(("--first-parent",) if mainline else ()))
        where = (self.prefix if self.is_bare else ".",) if self.prefix else ()
        printed = self._bytes(*_LOG, *_FILES, *merges, f"--format={LOG_FORMAT}", commit.id, "--", *where)
        for each in logged(printed, mainline=mainline):
            files = (file._replace(path=self._mounted(file.path)) for file in each.files) if self.mount else each.files
            yield each._replace(files=tuple(files))

    def renames(self, commits: Sequence[str]) -> Iterator[Rename]:
        """What git takes for renamed in commits, given by their ids; nothing in merges. A guess, and no more."""
        if not commits:
            return iter(())
        given = "".join(f"{each}\n" for each in commits).encode()
        found = renamed(self._bytes("diff-tree", "--stdin", "-z", "-r", "-M", "--diff-filter=R", given=given))
        return (each._replace(was=self._mounted(each.was), now=self._mounted(each.now)) for each in found)

    def in_order(self, commits: Collection[str]) -> list[str]:
        """Commits, given by their ids, in the order of their times, but no parent behind its child."""
        if len(commits) < 2:
            return list(commits)
        return [
            each for each in self._text("rev-list", "--date-order", "--reverse", *commits).split() if each in commits
        ]

    def tags(self, commit: Commit) -> list[str]:
        """The names of the tags of a commit and of those before it, the oldest first."""
        about = ("--sort=creatordate", "--format=%(refname:lstrip=2)", f"--merged={commit.id}", "refs/tags")
        return self._text("for-each-ref", *about).split()

    def snapshot(self, commit: Commit, folder: str) -> Snapshot:
        """The files below a folder, given relative to the repository, in a commit."""
        where = ["--", folder] if folder else []
        listed = self._bytes("ls-tree", "-r", "-z", "--full-tree", commit.id, *where)
        blobs = [_blob(line) for line in listed.split(b"\0")[:-1]]
        return Snapshot([each._replace(path=self._mounted(each.path)) for each in blobs if each.mode != _MODULE])

    def _mounted(self, path: str) -> str:
        return f"{self.mount}/{path}" if self.mount else path

    def contents(self, blobs: Sequence[str]) -> Iterator[bytes]:
        """What blobs hold, by their ids, in the same order; one process for some thousands of them.

        Raises NothingToReadError where the repository lacks one.
        """
        for first in range(0, len(blobs), _BATCH):
            some = blobs[first : first + _BATCH]
            data = self._bytes("cat-file", "--batch", "--buffer", given="".join(f"{each}\n" for each in some).encode())
            at = 0
            for name in some:
                head = data.index(b"\n", at)
                size = data[at:head].rpartition(b" ")[2]
                if not size.isdigit():
                    raise NothingToReadError(f"git: the repository lacks the object {name}")
                start = head + 1
                yield data[start : start + int(size)]
                at = start + int(size) + 1

    def _text(self, *arguments: str) -> str:
        return self._bytes(*arguments).decode("utf-8", "replace").removesuffix("\n")

    def _bytes(self, *arguments: str, given: bytes = b"") -> bytes:
        done = self._run(*arguments, given=given)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise NothingToReadError(f"git: {printable(said.removeprefix('fatal: '))}")
        return done.stdout

    def _run(self, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        try:
            command = [program("git"), "-C", str(self._folder), *arguments]
            return subprocess.run(command, input=given, capture_output=True, env=_environment(), check=False)  # noqa: S603
        except (FileNotFoundError, PermissionError):
            raise NothingToReadError("git is not installed, or not where the system looks for programs") from None


def blob_id(data: bytes, like: str) -> str:
    """The id that git gives to content, by the algorithm that another id shows."""
    algorithm = "sha256" if len(like) == 64 else "sha1"
    return new_hash(algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}


def _blob(line: bytes) -> Blob:
    about, _, path = line.partition(b"\t")
    mode, _, name = about.decode().split(" ")
    shown = os.fsdecode(path)
    return Blob(shown.rpartition("/")[2], shown, name, mode)


def _normal(folder: str) -> str:
    return "" if folder == "." else folder.replace(os.sep, "/")


__all__ = ["Blob", "Commit", "Folder", "Repository", "Snapshot", "blob_id"]
