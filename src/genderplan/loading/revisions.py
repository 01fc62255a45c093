"""Tree of plans as it was in a commit: only what differs from what is read already is parsed."""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from genderplan.errors import NoPlanYetError, NothingToReadError
from genderplan.kinds.entry.rows import EntryRow
from genderplan.loading.tree import load_listing
from genderplan.plan.plans import Baseline, Tree
from genderplan.source.files import SourceFile
from genderplan.source.git.log import Commit
from genderplan.source.git.repository import Repository
from genderplan.source.git.snapshot import Snapshot, blob_id
from genderplan.source.kinds import ENTRIES, Kind
from genderplan.source.walk import TreeFiles, list_files
from genderplan.source.yaml.reader import read_document
from genderplan.text import printable

if TYPE_CHECKING:
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.kinds.framework.rows import FrameworkRow

_Whole: TypeAlias = "EntryRow | Baseline | FrameworkRow | BoardRow"
"""What a whole file becomes, and can be taken from another state of the tree."""


def load_revision(
    repository: Repository, commit: Commit, folder: str, now: Tree | None = None, *, partly: bool = False
) -> Tree:
    """The tree of plans that a folder, given relative to the repository, held in a commit.

    Entries, baselines, frameworks and boards whose files are the same in `now` are taken from there. Findings name
    files relative to the repository.
    Raises NothingToReadError where there was no plan, NoPlanYetError where there was none in another folder either;
    and where a submodule is not here, save `partly`, with which that is left out.
    """
    snapshot = repository.snapshot(commit, folder)
    if not partly:
        for _, why in lost(repository, commit, folder):
            raise NothingToReadError(why)
    listing = list_files(Path(folder or "."), Path(), snapshot.scan)
    if not listing.plans:
        raise _no_plan(repository, commit, folder)
    known = dict(_unchanged(listing, snapshot, now)) if now else {}
    wanted = {file.path: snapshot.blobs[file.path].id for file in listing.files if file.path not in known}
    contents = dict(zip(wanted, repository.contents(list(wanted.values())), strict=True))
    return load_listing(listing, lambda file: contents[file.path], None, known)


def lost(repository: Repository, commit: Commit, folder: str) -> Iterator[tuple[str, str]]:
    """The submodules of a tree in a commit that are not here, each with the plan that it is part of, and why.

    The plan is the name of a folder that plans share where that is concerned, "" where all of the tree is, or may be.
    """
    for path, why in repository.lost.get(commit.id, {}).items():
        yield _plan_of(path, folder), why


def lost_now(repository: Repository, missing: Collection[str]) -> Iterator[tuple[str, str]]:
    """The same of the submodules of now, in which files of a commit that are missing may be."""
    above = {str(folder) for file in missing for folder in PurePosixPath(file).parents}
    for path in map(printable, repository.modules_away if missing else ()):
        if path in above:
            why = f"'{path}' is a submodule that is not here: 'git submodule update --init {path}' brings it"
            yield _plan_of(path, repository.prefix), why


def _plan_of(path: str, folder: str) -> str:
    """The plan that a submodule is part of in a tree, or the folder in it; "" where the tree lies in it."""
    inside = path.removeprefix(f"{folder}/") if folder else path
    return "" if folder and inside == path else inside.partition("/")[0]


def load_bare(folder: Path) -> tuple[Path, Tree] | None:
    """The tree of HEAD where a folder is in a bare repository, which has no files of its own; None elsewhere.

    It is `plans/` below the folder's path in that commit, else that path itself. The path that is given back with it
    leads to no file: it is the tree's place in the repository.
    """
    try:
        repository = Repository(folder)
        commit = repository.commit("HEAD")
    except NothingToReadError:
        return None
    for name in ("plans", "") if repository.is_bare else ():
        with suppress(NothingToReadError):
            return folder / name, load_revision(repository, commit, repository.path_of(name), partly=True)
    return None


def _no_plan(repository: Repository, commit: Commit, folder: str) -> NothingToReadError:
    """What to say of a commit without a plan in a folder: those that it has elsewhere may be the same ones."""
    for _, why in lost(repository, commit, folder):
        return NothingToReadError(why)
    message = f"no plan in '{printable(folder or '.')}' of commit {commit.id[:12]}"
    named = [blob for blob in repository.snapshot(commit, "").blobs.values() if blob.name == Kind.PLAN.path()]
    contents = zip(named, repository.contents([blob.id for blob in named]), strict=True)
    plans = sorted(blob.path for blob, data in contents if _is_plan(data))
    return NothingToReadError(f"{message}: it has '{printable(plans[0])}'") if plans else NoPlanYetError(message)


def _is_plan(data: bytes) -> bool:
    """Whether a plan.yaml is one of ours, and not of another program; what cannot be read may be."""
    document = read_document(data, "")
    return "genderplan" in document.value if isinstance(document.value, dict) else b"genderplan" in data


def _unchanged(listing: TreeFiles, snapshot: Snapshot, now: Tree) -> Iterator[tuple[str, _Whole]]:
    """The entries, baselines, frameworks and boards that are now in files of the same names and contents, by path.

    None of an id that two files have: the loader tells which of them counts.
    """
    bearers = Counter((file.plan, file.stem) for file in listing.files if file.kind in ENTRIES)
    for file in listing.files:
        found = _of_now(file, now)
        if found is not None and bearers[file.plan, file.stem] < 2:
            known = snapshot.blobs[file.path].id
            if blob_id(found[1], known) == known:
                yield file.path, found[0]


def _of_now(file: SourceFile, now: Tree) -> tuple[_Whole, bytes] | None:
    """What a file of this name holds now, and its content; a baseline without entries does not know its own."""
    if file.kind is Kind.FRAMEWORK:
        framework = now.frameworks_by_id.get(file.stem)
        return (framework, framework.places.data) if framework else None
    if file.kind is Kind.BOARD:
        board = now.boards_by_id.get(file.stem)
        return (board, board.places.data) if board else None
    plan = now.by_id.get(file.plan)
    if plan is None:
        return None
    if file.kind is Kind.BASELINE:
        baseline = plan.baseline_named(file.stem)
        return (baseline, baseline.entries[0].places.data) if baseline and baseline.entries else None
    row = plan.by_id.get(file.stem)
    return (row, row.places.data) if row is not None and row.kind == file.kind.value else None
