"""Plans as they were in commits: what is asked of git, which reads no more than it is asked for.

How it is run, and what of its surroundings counts, is `git.process`'s; revisions are never taken for options.
"""

import os
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from genderplan.errors import NoPlanYetError, NothingToReadError, UsageError
from genderplan.source.files import relative, resolved
from genderplan.source.git.index import LISTING, IndexEntry, entries_of
from genderplan.source.git.log import (
    COMMIT_FORMAT,
    LOG_FORMAT,
    Commit,
    LoggedCommit,
    Rename,
    commit_of,
    logged,
    renamed,
)
from genderplan.source.git.process import GitFolder
from genderplan.source.git.refs import name_of
from genderplan.source.git.snapshot import FOLLOWING, Blob, Snapshot, blob_of, contents_in, followable, followed
from genderplan.text import printable

_DEEPEN = "this clone is shallow: 'git fetch --unshallow' brings the rest (in a GitHub workflow, 'fetch-depth: 0')"
_LOG = ("log", "--encoding=UTF-8")
_FILES = ("--raw", "-z", "--no-renames", "--no-abbrev", "--reverse", "--topo-order")
_BATCH = 4096
_PARTED = "..."


class Repository:
    """The git repository that a folder is in, seen from that folder.

    `prefix` is the folder's path in the repository. A bare repository has no files: a path below it is one in its
    commits. Where the repository lies below the folder, at `mount`, all paths of it begin with that.
    """

    def __init__(self, folder: Path, mount: str = "", *, outside: Path | None = None) -> None:
        """`outside` is a folder above: the repository that holds it is seen, not one that lies within.

        Raises NoRepositoryError where there is no git, or the folder is in no repository.
        """
        folder = folder / mount
        self.mount = mount
        self._is_outer = outside is not None
        self._git = GitFolder(folder, outside)
        self.is_bare, self.is_shallow, start = self._git.seen()
        self.top = self._git.folder.parents[start.count("/")] if start else self._git.folder
        self.prefix = self._below(folder) if self.is_bare else "/".join(filter(None, (start, self._git.below)))
        self.lost: dict[str, dict[str, str]] = {}
        """The submodules that could not be read, by the commits that name them and their paths, and why."""
        self._modules: dict[str, Repository | None] = {}
        self._holders: dict[str, Repository] = {}

    def path_of(self, *names: str) -> str:
        """The path in the repository of what has these names, one in the other, in the folder that was asked about."""
        return "/".join(filter(None, (self.prefix, *names)))

    def _below(self, folder: Path) -> str:
        """The path of a folder relative to the repository's own."""
        own = os.fsdecode(self._git.printed("rev-parse", "--absolute-git-dir").removesuffix(b"\n"))
        path = relative(resolved(folder), os.path.realpath(own))
        return "" if path == "." else path

    def commit(self, revision: str) -> Commit:
        """The commit that a revision names, with `...` behind it that from which HEAD and it parted.

        Raises NothingToReadError where there is none, UsageError where its name is that of several.
        """
        if revision.endswith(_PARTED):
            return self._parted(revision)
        refs = self.refs(revision)
        if len(refs) > 1:
            raise UsageError(f"'{printable(name_of(revision).text)}' is {' and '.join(refs)}: write the one in full")
        found = self._git.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        name = found.stdout.decode().removesuffix("\n")
        if not name and not self._git.text("rev-list", "--max-count=1", "--all"):
            raise NoPlanYetError(f"no commit in {self._this} yet")
        if not name.isalnum() or (name_of(revision).is_full and not refs):  # nothing, or a range, or another ref's name
            raise NothingToReadError(f"no commit '{printable(revision)}' in {self._this}{self.hint}")
        return commit_of(self._git.text(*_LOG, "-1", "--no-patch", f"--format={COMMIT_FORMAT}", name, "--"))

    def refs(self, revision: str) -> list[str]:
        """The full names of all that the name in a revision may mean; none where that is no ref's."""
        name = name_of(revision)
        if not name.refs:
            return []
        listed = self._git.text("for-each-ref", "--format=%(refname)", *name.refs).split("\n")
        found = [printable(each) for each in name.refs if each in listed]
        if found and name.may_be_id:
            alike = self._git.printed("rev-parse", f"--disambiguate={name.text}")
            told = self._git.printed("cat-file", "--batch-check=%(objecttype) %(objectname)", given=alike).decode()
            found += [f"the {line[:19]}" for line in told.splitlines() if line.startswith("commit ")]
        return found

    def _parted(self, revision: str) -> Commit:
        other = self.commit(revision.removesuffix(_PARTED))
        found = self._git.run("merge-base", "HEAD", other.id).stdout.decode().strip()
        if not found:
            raise NothingToReadError(f"no commit from which HEAD and '{printable(revision)}' parted{self.hint}")
        return self.commit(found)

    @property
    def _this(self) -> str:
        """What the repository is called where it is not the one that everybody supposes."""
        return f"the repository {printable(str(self.top))}" if self._is_outer or self.mount else "this repository"

    def is_behind(self, commit: Commit) -> bool:
        """Whether a commit is one that HEAD has not yet."""
        return self._git.run("merge-base", "--is-ancestor", commit.id, "HEAD").returncode == 1

    @property
    def merging(self) -> Commit | None:
        """What is being merged and not committed yet, where it is one commit."""
        found = self._git.run("rev-parse", "--verify", "--quiet", "MERGE_HEAD^{commit}").stdout.decode().strip()
        return self.commit(found) if found else None

    def commit_before(self, day: date) -> Commit:
        """The last commit of the mainline until the end of a day. Raises NothingToReadError where all are later.

        What a branch held before it was merged was not in the plan yet. The day is that of the commit's own clock.
        """
        head = self.commit("HEAD")
        listed = self._git.text(*_LOG, "--first-parent", "--no-patch", "--format=%H %cs", head.id, "--")
        for name, _, committed in (line.partition(" ") for line in listed.splitlines()):
            if committed <= day.isoformat():
                return self.commit(name)
        raise NothingToReadError(f"no commit until {day.isoformat()} in {self._this}{self.hint}")

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
        where = (self.prefix if self.is_bare else self._git.below or ".",) if self.prefix else ()
        printed = self._git.printed(*_LOG, *_FILES, *merges, f"--format={LOG_FORMAT}", commit.id, "--", *where)
        for each in logged(printed, mainline=mainline):
            files = (file._replace(path=self._mounted(file.path)) for file in each.files) if self.mount else each.files
            yield each._replace(files=tuple(files))

    def renames(self, commits: Sequence[str]) -> Iterator[Rename]:
        """What git takes for renamed in commits, given by their ids; nothing in merges. A guess, and no more."""
        if not commits:
            return iter(())
        given = "".join(f"{each}\n" for each in commits).encode()
        found = renamed(self._git.printed("diff-tree", "--stdin", "-z", "-r", "-M", "--diff-filter=R", given=given))
        return (each._replace(was=self._mounted(each.was), now=self._mounted(each.now)) for each in found)

    def in_order(self, commits: Collection[str]) -> list[str]:
        """Commits, given by their ids, in the order of their times, but no parent behind its child."""
        if len(commits) < 2:
            return list(commits)
        return [
            each
            for each in self._git.text("rev-list", "--date-order", "--reverse", *commits).split()
            if each in commits
        ]

    def tags(self, commit: Commit) -> list[str]:
        """The names of the tags of a commit and of those before it, the oldest first."""
        about = ("--sort=creatordate", "--format=%(refname:lstrip=2)", f"--merged={commit.id}", "refs/tags")
        return self._git.text("for-each-ref", *about).split()

    def holds(self, commit: Commit, path: str) -> bool:
        """Whether a commit has anything of a path: files, or a submodule in which it lies."""
        return any(self._listed(commit.id, path))

    def tracks(self, path: str) -> bool:
        """The same of the index, which is what would be committed next."""
        if self.is_bare:
            return False
        return any(
            f"{each.path}/".startswith(f"{path}/") or (each.is_module and path.startswith(f"{each.path}/"))
            for each in entries_of(self._git.lines("-C", str(self.top), *LISTING, path.partition("/")[0]))
        )

    @cached_property
    def index(self) -> Sequence[IndexEntry]:
        """What the index has below the folder; of a bare repository what HEAD has."""
        if self.is_bare:
            return [IndexEntry(each.path, each.is_module) for each in self._listed("HEAD", self.prefix)]
        return list(entries_of(self._git.lines("-C", str(self.top), *LISTING, self.prefix or ".")))

    @cached_property
    def not_checked_out(self) -> frozenset[str]:
        """The files of it, as they are shown, that a sparse checkout leaves out."""
        return frozenset(printable(self._mounted(each.path)) for each in self.index if each.is_skipped)

    @property
    def modules_away(self) -> list[str]:
        """The paths of the submodules that it has, and that are not here."""
        return [at.path for at in self.index if at.is_module and not os.path.lexists(self.top / at.path / ".git")]

    def snapshot(self, commit: Commit, folder: str) -> Snapshot:
        """The files below a folder, given relative to the repository, in a commit.

        Those of a submodule are those of the commit that this one names; where that is not here, `lost` tells.
        """
        listed = list(self._listed(commit.id, folder))
        for link in [each for each in listed if each.is_module and "/." not in f"/{each.path.removeprefix(folder)}"]:
            try:
                listed += self._of_module(link, commit)
            except NothingToReadError as error:
                self.lost.setdefault(commit.id, {})[self._mounted(link.path)] = str(error)
        below = f"{folder}/" if folder else ""
        files = [each for each in listed if not each.is_module and each.path.startswith(below)]
        return Snapshot([each._replace(path=self._mounted(each.path)) for each in files])

    def _listed(self, commit: str, folder: str) -> Iterator[Blob]:
        """What a commit has below a folder; where that lies in a submodule, the submodule."""
        where = ["--", folder] if folder else []
        listed = [blob_of(line) for line in self._git.lines("ls-tree", "-r", "-z", "--full-tree", commit, *where)]
        above = [str(each) for each in PurePosixPath(folder).parents][:-1] if folder and not listed else []
        lines = (line for each in above for line in self._git.lines("ls-tree", "-z", "--full-tree", commit, "--", each))
        yield from self._followed(commit, listed) or (found for found in map(blob_of, lines) if found.is_module)

    def _followed(self, commit: str, listed: list[Blob]) -> list[Blob]:
        """The same, of each link whether it leads to a file of the commit."""
        asked = os.fsencode("".join(f"{commit}:{path}\n" for path in followable(listed)))
        told = self._git.run("cat-file", *FOLLOWING, given=asked).stdout if asked else b""
        return followed(listed, told)

    def _of_module(self, link: Blob, commit: Commit) -> list[Blob]:
        """The files of a submodule as a commit names it. Raises NothingToReadError where they are not here."""
        where, inner = printable(link.path), self._module(link.path)
        if inner is None:
            brought = f"'git submodule update --init {where}' brings it"
            raise NothingToReadError(f"'{where}' is a submodule in commit {commit.id[:12]} that is not here: {brought}")
        try:
            there = inner.commit(link.id)
        except NothingToReadError as error:
            told = f"{error}, which {commit.id[:12]} has as its submodule '{where}': 'git -C {where} fetch' brings it"
            raise NothingToReadError(told) from None
        found = list(inner.snapshot(there, "").blobs.values())
        if inner.lost:
            raise NothingToReadError(next(why for lost in inner.lost.values() for why in lost.values()))
        self._holders |= {each.id: inner for each in found}
        return found

    def _module(self, path: str) -> "Repository | None":
        """The repository of a submodule, where it is checked out."""
        if path not in self._modules:
            is_there = not self.is_bare and os.path.lexists(self.top / path / ".git")
            self._modules[path] = Repository(self.top, path) if is_there else None
        return self._modules[path]

    def _mounted(self, path: str) -> str:
        return f"{self.mount}/{path}" if self.mount else path

    def contents(self, blobs: Sequence[str]) -> Iterator[bytes]:
        """What blobs hold, by their ids, in the same order; one process for some thousands of them.

        Raises NothingToReadError where the repository lacks one.
        """
        if not self._holders:
            yield from self._contents(blobs)
            return
        asked: dict[Repository, list[str]] = {}
        for name in blobs:
            asked.setdefault(self._holders.get(name, self), []).append(name)
        found = {
            name: data
            for holder, names in asked.items()
            for name, data in zip(
                names, holder.contents(names) if holder is not self else self._contents(names), strict=True
            )
        }
        yield from (found[name] for name in blobs)

    def _contents(self, blobs: Sequence[str]) -> Iterator[bytes]:
        for first in range(0, len(blobs), _BATCH):
            some = blobs[first : first + _BATCH]
            asked = "".join(f"{each}\n" for each in some).encode()
            for name, data in contents_in(self._git.printed("cat-file", "--batch", "--buffer", given=asked), some):
                if data is None:
                    raise NothingToReadError(self._git.told(f"the repository lacks the object {name}"))
                yield data
