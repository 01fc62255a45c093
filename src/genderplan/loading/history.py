"""History of plans: the commits that changed their entries, each content of a file parsed once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from genderplan.dates.forms import day_of
from genderplan.errors import NothingToReadError
from genderplan.kinds.entry.model import Entry
from genderplan.kinds.entry.rows import EntryRow, row_of
from genderplan.kinds.shared.fields import is_id
from genderplan.kinds.shared.reading import read_model
from genderplan.loading.repositories import asked, is_own, repository_of, unasked
from genderplan.loading.revisions import load_revision, lost
from genderplan.loading.states import GIT
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.steps import CommitRow, Step
from genderplan.source.files import SourceFile
from genderplan.source.git.log import Commit, FileChange, LoggedCommit, Rename
from genderplan.source.git.repository import Repository
from genderplan.source.git.snapshot import blob_id
from genderplan.source.kinds import ENDING, ENTRIES, Kind, kind_of
from genderplan.source.yaml.reader import read_document
from genderplan.text import printable

CommitName: TypeAlias = tuple[str, str]
"""How a commit was asked for, `revision` or `tag`, and by which name."""

_Rows: TypeAlias = dict[str, EntryRow]
"""Entries by their bare ids."""


class Past(NamedTuple):
    """The steps of each plan by its id, the oldest first.

    `passed_over` counts the earlier versions of files that could not be read, `names` has by their ids the commits
    that were asked for, and `hint` says how a shallow clone gets what it lacks. `unasked` says which repository was
    not asked, though it may know of the plans.
    """

    steps: Mapping[str, tuple[Step, ...]]
    passed_over: int
    names: Mapping[str, CommitName]
    hint: str
    unasked: str = ""


def load_past(root: Path, now: Tree, plans: Collection[Plan], *, mainline: bool = False) -> Past:
    """Every commit until now that changed entries of plans, and at the end what has not been committed.

    `mainline` follows first parents alone, so that each step begins where the one before it ended.
    Raises NothingToReadError where there is no repository, or no commit in it.
    """
    repository = repository_of(root, plans)
    head = repository.commit("HEAD")
    reader = _Reader(repository, plans)
    steps = reader.steps(list(repository.log(head, mainline=mainline)))
    here = [plan for plan in plans if repository.mount or not is_own(root, plan)]
    for plan, step in _uncommitted(repository, head, now, here):
        steps[plan].append(step)
    return reader.past(steps, {}, now)._replace(unasked=unasked(root, plans, repository))


def load_states(
    root: Path, now: Tree, plans: Collection[Plan], revisions: Sequence[str], *, tags: bool = False
) -> Past:
    """Plans as they were in commits that are named, and with `tags` in each tagged one that had any of them.

    The commits stand in the order of their days, and on one day as git orders them, parents first; each has what it
    has otherwise than the one before it in that order. At the end stands what plans have otherwise now.
    Raises NothingToReadError where there is no such commit, or none of the plans in one that is named.
    """
    repository = asked(root, plans, revisions[0].removeprefix(GIT) if revisions else "HEAD")
    commits: dict[str, Commit] = {}
    names: dict[str, CommitName] = {}
    for how, name, revision in _asked(repository, revisions, tags=tags):
        commit = repository.commit(revision)
        commits.setdefault(commit.id, commit)
        names.setdefault(commit.id, (how, printable(name)))
    reader = _Reader(repository, plans)
    ordered = sorted(repository.in_order(commits), key=lambda name: commits[name].committed)
    states = list(_states(repository, [commits[name] for name in ordered], names, plans))
    steps = reader.steps(states, whole=True)
    for plan, step in _uncommitted(repository, states[-1].commit, now, plans) if states else ():
        steps[plan].append(step)
    return reader.past(steps, names, now)


def _asked(repository: Repository, revisions: Sequence[str], *, tags: bool) -> Iterator[tuple[str, str, str]]:
    """How each commit is asked for, by which name, and as which revision."""
    yield from (("revision", each, each.removeprefix(GIT)) for each in revisions)
    if tags:
        yield from (("tag", each, f"refs/tags/{each}") for each in repository.tags(repository.commit("HEAD")))


def _states(
    repository: Repository, commits: Sequence[Commit], names: Mapping[str, CommitName], plans: Collection[Plan]
) -> Iterator[LoggedCommit]:
    """Each commit with the files that it has otherwise than the one before it; a tag of before the plans is none."""
    before: dict[str, str] = {}
    for commit in commits:
        blobs = repository.snapshot(commit, repository.prefix).blobs
        after = {path: blob.id for path, blob in blobs.items() if not blob.is_symlink()}
        for plan, why in lost(repository, commit, repository.prefix):
            if plan in {"", *(each.id for each in plans)}:
                raise NothingToReadError(why)
        if any(repository.path_of(plan.id, Kind.PLAN.path()) in after for plan in plans):
            paths = sorted({path for path, _ in before.items() ^ after.items()})
            yield LoggedCommit(commit, tuple(FileChange(path, (before.get(path),), after.get(path)) for path in paths))
            before = after
        elif names[commit.id][0] == "revision":
            none = " or ".join(sorted(plan.id for plan in plans))
            raise NothingToReadError(f"no plan {none} in commit '{names[commit.id][1]}'")


def _uncommitted(
    repository: Repository, head: Commit, now: Tree, plans: Collection[Plan]
) -> Iterator[tuple[str, Step]]:
    """What plans have otherwise than the commit at hand; nothing of what can be read on one side only."""
    try:
        then = load_revision(repository, head, repository.prefix, now, partly=True)
    except NothingToReadError:  # no plan is committed yet
        then = Tree((), now.organisations)
    unread = now.unread_entries | then.unread_entries
    for plan in plans:
        before = _by_id(then.by_id.get(plan.id))
        after = _by_id(plan)
        kept = {name for name in after if before.get(name) is after[name]}
        gone = [name for name in before if name not in after]
        kept |= {name for name in gone if before[name].file in repository.not_checked_out}
        same = kept | {name for name in (*before, *after) if (plan.id, name) in unread}
        changed = [tuple(row for name, row in rows.items() if name not in same) for rows in (before, after)]
        if plan.id not in then.unread_plans and any(changed):
            yield plan.id, Step(None, (changed[0],), changed[1])


def _by_id(plan: Plan | None) -> Mapping[str, EntryRow]:
    return plan.by_id if plan else {}


class _Reader:
    """Makes steps of what commits changed. It has the rows of each content that it has met, by its id."""

    def __init__(self, repository: Repository, plans: Collection[Plan]) -> None:
        self._repository = repository
        self._plans = {plan.id: plan for plan in plans}
        self._rows: dict[str, EntryRow | None] = {}
        self._stand_ins: dict[tuple[str, str], EntryRow | None] = {}
        self._last: dict[str, FileChange] = {}

    def past(self, steps: Mapping[str, list[Step]], names: Mapping[str, CommitName], now: Tree) -> Past:
        """What was read. A version that is the last one, and cannot be read now either, is no earlier one."""
        done = {plan: tuple(found) for plan, found in steps.items()}
        passed_over = set(self._stand_ins)
        for path, change in self._last.items():
            file = self._file(path)
            if file and (file.plan, file.stem) in now.unread_entries:
                passed_over.discard((path, change.after or ""))
        return Past(done, len(passed_over), names, self._repository.hint)

    def steps(self, commits: Sequence[LoggedCommit], *, whole: bool = False) -> dict[str, list[Step]]:
        """The steps of each plan; with `whole` one for every commit, also where it changed nothing of the plan."""
        paths = dict.fromkeys(each.path for commit in commits for each in commit.files)
        known = {path: file for path in paths if (file := self._file(path))}
        self._read(commits, known)
        found: dict[str, list[Step]] = {plan: [] for plan in self._plans}
        for commit in commits:
            changes: dict[str, list[tuple[SourceFile, FileChange]]] = {plan: [] for plan in self._plans}
            for each in commit.files:
                if each.path in known:
                    self._last[each.path] = each
                    changes[known[each.path].plan].append((known[each.path], each))
            about = _commit_row(commit.commit)
            for plan, mine in changes.items():
                if mine or whole:
                    found[plan] += self._step(about, mine, whole=whole)
        self._add_thoughts(found, known)
        return found

    def _step(
        self, about: CommitRow, changes: Sequence[tuple[SourceFile, FileChange]], *, whole: bool
    ) -> Iterator[Step]:
        befores, after = self._sides(changes)
        if any(befores) or after or whole:
            sides = tuple(tuple(rows.values()) for rows in befores)
            is_new = any(each.after not in each.before for _, each in changes)
            yield Step(about, sides, tuple(after.values()), changed=is_new)

    def _file(self, path: str) -> SourceFile | None:
        """The entry's file that a path is, of one of the plans; None for anything else."""
        inside = path.removeprefix(f"{self._repository.prefix}/") if self._repository.prefix else path
        plan, _, below = inside.partition("/")
        kind = kind_of(below)
        if plan not in self._plans or kind not in ENTRIES:
            return None
        return SourceFile(path, printable(path), kind, plan, path.rpartition("/")[2].removesuffix(ENDING))

    def _read(self, commits: Sequence[LoggedCommit], files: Mapping[str, SourceFile]) -> None:
        """Parse every content that is met, once; what is in a plan as it is now is not parsed again."""
        wanted: dict[str, SourceFile] = {}
        for commit in commits:
            for path, before, after in commit.files:
                if path in files:
                    wanted |= {name: files[path] for name in (*before, after) if name}
        self._rows |= self._of_now(next(iter(wanted), ""))
        missing = [name for name in wanted if name not in self._rows]
        for name, data in zip(missing, self._repository.contents(missing), strict=True):
            self._rows[name] = _parsed(data, wanted[name])

    def _of_now(self, like: str) -> dict[str, EntryRow | None]:
        return {blob_id(row.places.data, like): row for plan in self._plans.values() for row in plan.entries}

    def _sides(self, changes: Sequence[tuple[SourceFile, FileChange]]) -> tuple[list[_Rows], _Rows]:
        """The entries of one plan in each parent and in the commit; a version that cannot be read is no change."""
        parents = len(changes[0][1].before) if changes else 0
        befores: list[_Rows] = [{} for _ in range(parents)]
        after: _Rows = {}
        unread = self._unread(changes)
        for file, change in changes:
            if self._is_broken(change.after) or (file.stem in unread and not change.after):
                continue
            rows = [self._row(file, name) for name in change.before]
            for side, row in zip((*befores, after), (*rows, self._row(file, change.after)), strict=True):
                if row:
                    side.setdefault(row.id, row)
        return befores, after

    def _unread(self, changes: Sequence[tuple[SourceFile, FileChange]]) -> set[str]:
        """The ids of what cannot be read after a commit; until it can, it is taken to be as its parents had it.

        That may have been in another file of the same name, from which it was moved.
        """
        broken = {file.stem for file, change in changes if self._is_broken(change.after)}
        rows: dict[str, EntryRow] = {}
        for file, change in changes if broken else ():
            for row in (self._row(file, name) for name in change.before):
                if row and file.stem in broken:
                    rows.setdefault(file.stem, row)
        for file, change in changes if broken else ():
            if change.after and self._is_broken(change.after) and change.after not in change.before:
                self._stand_ins[file.path, change.after] = rows.get(file.stem)
        return broken

    def _is_broken(self, name: str | None) -> bool:
        return name is not None and self._rows[name] is None

    def _row(self, file: SourceFile, name: str | None) -> EntryRow | None:
        """The entry that a file holds; for a version that cannot be read, the last one that could."""
        row = self._rows.get(name or "")
        if row is None:
            return self._stand_ins.get((file.path, name or ""))
        if (row.plan, row.id, row.kind) == (file.plan, file.stem, file.kind.value):
            return row
        return row._replace(plan=file.plan, id=file.stem, kind=file.kind.value) if is_id(file.stem) else None

    def _add_thoughts(self, found: Mapping[str, list[Step]], files: Mapping[str, SourceFile]) -> None:
        """To steps in which an entry went and one came, what git thinks of them."""
        doubtful = {
            step.commit.id: None
            for steps in found.values()
            for step in steps
            if step.commit and _has_come_and_gone(step)
        }
        thoughts: dict[str, list[Rename]] = {}
        for rename in self._repository.renames(list(doubtful)):
            thoughts.setdefault(rename.commit, []).append(rename)
        for plan, steps in found.items():
            for at, step in enumerate(steps):
                if step.commit and step.commit.id in thoughts:
                    pairs = [(files.get(each.was), files.get(each.now)) for each in thoughts[step.commit.id]]
                    mine = [(was.stem, now.stem) for was, now in pairs if was and now and was.plan == now.plan == plan]
                    steps[at] = step._replace(thought=tuple(pair for pair in mine if pair[0] != pair[1]))


def _has_come_and_gone(step: Step) -> bool:
    if len(step.befores) != 1:
        return False
    before, after = ({row.id for row in rows} for rows in (step.befores[0], step.after))
    return bool(before - after) and bool(after - before)


def _parsed(data: bytes, file: SourceFile) -> EntryRow | None:
    """The entry that a file's content gives, None where it cannot be read."""
    document = read_document(data, file.shown, file.most_bytes)
    if document.findings or document.value is None:
        return None
    model, _ = read_model(Entry, document, file.shown)
    return row_of(model, file, document) if model else None


def _commit_row(commit: Commit) -> CommitRow:
    return CommitRow(commit.id, day_of(commit.day), day_of(commit.committed), commit.author, commit.subject)
