"""A tree of plans as it was in a commit: only what differs from what is read already is parsed."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from genderplan.errors import NoPlanYetError, NothingToReadError
from genderplan.loading.tree import load_listing
from genderplan.plan.rows import EntryRow
from genderplan.plan.whole import Tree
from genderplan.source.files import Kind, Listing, SourceFile, list_files, printable
from genderplan.source.git import Commit, Repository, Snapshot, blob_id

_VERSION = re.compile(rb"^genderplan\s*:", re.MULTILINE)
"""What a plan.yaml has and a file of that name that is none has not."""


def load_revision(repository: Repository, commit: Commit, folder: str, now: Tree | None = None) -> Tree:
    """The tree of plans that a folder, given relative to the repository, held in a commit.

    Entries whose files are the same in `now` are taken from there. Findings name files relative to the repository.
    Raises NothingToReadError where there was no plan, NoPlanYetError where there was none in another folder either.
    """
    snapshot = repository.snapshot(commit, folder)
    listing = list_files(Path(folder or "."), Path(), snapshot.scan)
    if not listing.plans:
        raise _no_plan(repository, commit, folder)
    known = dict(_unchanged(listing, snapshot, now)) if now else {}
    wanted = {file.path: snapshot.blobs[file.path].id for file in listing.files if file.path not in known}
    contents = dict(zip(wanted, repository.contents(list(wanted.values())), strict=True))
    return load_listing(listing, lambda file: contents[file.path], None, known)


def _no_plan(repository: Repository, commit: Commit, folder: str) -> NothingToReadError:
    """What to say of a commit without a plan in a folder: those that it has elsewhere may be the same ones."""
    message = f"no plan in '{printable(folder or '.')}' of commit {commit.id[:12]}"
    named = [blob for blob in repository.snapshot(commit, "").blobs.values() if blob.name == "plan.yaml"]
    contents = zip(named, repository.contents([blob.id for blob in named]), strict=True)
    plans = sorted(blob.path for blob, data in contents if _VERSION.search(data))
    return NothingToReadError(f"{message}: it has '{printable(plans[0])}'") if plans else NoPlanYetError(message)


def _unchanged(listing: Listing, snapshot: Snapshot, now: Tree) -> Iterator[tuple[str, EntryRow]]:
    """The entries that are now in files of the same names and contents, by their paths.

    None of an id that two files have: the loader tells which of them counts.
    """
    bearers = Counter((file.plan, file.stem) for file in listing.files if file.kind in {Kind.ACTION, Kind.PROJECT})
    for file in listing.files:
        row = _row(file, now)
        if row is not None and bearers[file.plan, file.stem] == 1:
            known = snapshot.blobs[file.path].id
            if blob_id(row.places.data, known) == known:
                yield file.path, row


def _row(file: SourceFile, now: Tree) -> EntryRow | None:
    plan = now.by_id.get(file.plan)
    row = plan.by_id.get(file.stem) if plan else None
    return row if row is not None and row.kind == file.kind.value else None
