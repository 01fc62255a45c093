"""What a plan can be held against: a baseline by name, a commit (`git:REV`), a file or a folder."""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from genderplan.errors import NoPlanYetError, NoRepositoryError, NothingToReadError, UsageError
from genderplan.findings import Finding
from genderplan.loading.plans import baseline_of
from genderplan.loading.repositories import is_own, repository_of
from genderplan.loading.revisions import load_revision
from genderplan.loading.tree import load_tree
from genderplan.model.dates import DateError, PlanDate, day_of, parse_date
from genderplan.model.kinds import Baseline as BaselineModel
from genderplan.model.reading import read_model
from genderplan.plan.whole import Baseline, Plan, Tree
from genderplan.source.files import Kind, SourceFile, printable, read_bytes
from genderplan.source.git import Commit, Repository
from genderplan.source.yaml_reader import read_document

GIT = "git:"


class Seen(NamedTuple):
    """A commit in its repository, and the name of both as a source."""

    repository: Repository
    commit: Commit
    name: str

    @property
    def is_behind(self) -> bool:
        """Whether it is a commit that HEAD has not."""
        return self.repository.is_behind(self.commit)


class Source(NamedTuple):
    """Where the other side of a comparison comes from.

    `tree` is all that was there, where that is more than a baseline; `left_out` are files of it that could not be
    read. `day` is the one that was asked for, where one was. `elsewhere` are plans that are repositories of their own,
    of which another one says nothing; `seen` is where a commit was found.
    """

    baseline: Callable[[Plan], Baseline | None]
    left_out: tuple[str, ...] = ()
    tree: Tree | None = None
    day: PlanDate | None = None
    elsewhere: frozenset[str] = frozenset()
    seen: Seen | None = None

    def plan(self, plan: Plan) -> Plan | None:
        """A plan as it is there."""
        if self.tree is not None:
            return self.tree.by_id.get(plan.id)
        baseline = self.baseline(plan)
        return baseline.over(plan) if baseline else None


def source(text: str | None, root: Path, now: Tree, of: Collection[Plan] = ()) -> Source:
    """What a text names: nothing (each plan's newest baseline), `git:REV`, a path, else a baseline by name.

    `of` are the plans that it is asked for, all where none is given: their repository is the one that counts. A commit
    may be named without `git:` where it can be nothing else: no plan has such a baseline, and there is no
    such path. Raises NothingToReadError where there is no such commit, file or folder.
    """
    if text is None or any(plan.baseline_named(text) for plan in now.plans):
        return Source(lambda plan: plan.baseline_named(text))
    if text.startswith(GIT):
        return _revision(text, root, now, of or now.plans)
    is_path = os.sep in text or text.endswith(".yaml")
    if os.path.lexists(text) and (is_path or os.path.isdir(text)):  # noqa: PTH112
        return _path(text, now)
    if _is_revision(text, root, of or now.plans):
        return _revision(f"{GIT}{text}", root, now, of or now.plans)
    if is_path:
        raise NothingToReadError(f"'{printable(text)}' is neither a baseline by name, a commit, a file nor a folder")
    return Source(lambda plan: plan.baseline_named(text))


def earlier(text: str, root: Path, now: Tree, of: Collection[Plan] = ()) -> Source:
    """The plans as they were on a date, in a commit (`git:` may be left out), or in a baseline by name.

    Of a date the last commit until the end of its last day counts. Raises NothingToReadError where there is none.
    """
    try:
        day = parse_date(text).last_day
    except DateError:
        is_known = text.startswith(GIT) or any(plan.baseline_named(text) for plan in now.plans)
        if not is_known and not _is_revision(text, root, of or now.plans):
            message = f"'{printable(text)}' is neither a date (2003-09-15, 2003-09), a baseline by name nor a commit"
            raise NothingToReadError(message) from None
        return source(text if is_known else f"{GIT}{text}", root, now, of)
    repository = repository_of(root, of or now.plans)
    commit = repository.commit_before(day)
    return _of_commit(repository, commit, f"{GIT}{commit.id[:12]}", root, now)._replace(day=day_of(day))


def _revision(text: str, root: Path, now: Tree, of: Collection[Plan]) -> Source:
    repository = repository_of(root, of)
    commit = repository.commit(text.removeprefix(GIT))
    return _of_commit(repository, commit, text, root, now)


def _is_revision(text: str, root: Path, of: Collection[Plan]) -> bool:
    """Whether a text names a commit. Raises NothingToReadError where a shallow clone may lack it."""
    try:
        repository = repository_of(root, of)
    except NoRepositoryError:
        return False
    try:
        repository.commit(text)
    except NothingToReadError:
        if repository.is_shallow:
            message = f"'{printable(text)}' is neither a baseline by name nor a commit that is here{repository.hint}"
            raise NothingToReadError(message) from None
        return False
    return True


def _of_commit(repository: Repository, commit: Commit, name: str, root: Path, now: Tree) -> Source:
    elsewhere = frozenset(plan.id for plan in now.plans if is_own(root, plan)) - {repository.mount}
    try:
        tree = load_revision(repository, commit, repository.prefix, now)
    except NoPlanYetError:
        if not elsewhere:
            raise
        raise NothingToReadError(not_here(elsewhere)) from None
    found = _of_tree(tree, name, commit.subject, day_of(commit.day))
    return found._replace(elsewhere=elsewhere, seen=Seen(repository, commit, name))


def merging(found: Source, root: Path, now: Tree) -> Source | None:
    """What is being merged into the commit of a source, where that is HEAD; None where nothing is."""
    if found.seen is None:
        return None
    repository = found.seen.repository
    other = repository.merging
    if other is None or found.seen.commit.id != repository.commit("HEAD").id:
        return None
    try:
        return _of_commit(repository, other, f"{GIT}MERGE_HEAD", root, now)
    except NothingToReadError:
        return None


def not_here(plans: Iterable[str]) -> str:
    """What is said of plans of which this repository knows nothing."""
    return f"in a git repository of its own: {', '.join(sorted(plans))}; name it with --plan"


def _path(text: str, now: Tree) -> Source:
    path = Path(text)
    if not path.is_dir():
        return _file(path)
    if (path / "plan.yaml").is_file():
        return _plan_folder(path.resolve(), text, now)
    tree = load_tree(path)
    if not tree.plans and not tree.unread_plans:
        raise NothingToReadError(f"no plan in {printable(text)}: a plan is a folder with a plan.yaml")
    return _of_tree(tree, text)


def _plan_folder(folder: Path, text: str, now: Tree) -> Source:
    """A plan's folder: that plan then, else what any plan is held against where no plan has the folder's name."""
    tree = load_tree(folder.parent)
    plan = tree.by_id.get(folder.name)
    left_out = tuple(file for file in tree.left_out if tree.files.get(file) in {folder.name, ""})
    if folder.name not in now.by_id:
        frozen = plan.as_baseline(text) if plan else None
        return Source(lambda _: frozen, left_out)
    own = replace(
        tree,
        plans=(plan,) if plan else (),
        files={file: owner for file, owner in tree.files.items() if owner in {folder.name, ""}},
        unread_plans=tree.unread_plans & {folder.name},
    )
    return _of_tree(own, text)


def _of_tree(tree: Tree, name: str, title: str | None = None, taken: PlanDate | None = None) -> Source:
    def baseline(plan: Plan) -> Baseline | None:
        then = tree.by_id.get(plan.id)
        return then.as_baseline(name, title, taken) if then else None

    return Source(baseline, tree.left_out, tree)


def _file(path: Path) -> Source:
    """The baseline in a file: of the plan in whose folder it is, else of any. Raises UsageError where it is none."""
    file = SourceFile(str(path), printable(str(path)), Kind.BASELINE, "", path.stem)
    try:
        data = read_bytes(file.path, file.most_bytes)
    except OSError as error:
        raise NothingToReadError(f"'{file.shown}' cannot be read: {error.strerror or error}") from None
    document = read_document(data, file.shown, file.most_bytes)
    if document.findings:
        raise UsageError(_first(document.findings))
    model, found = read_model(
        BaselineModel, document.value, document.places, file.shown, leaves_empty=document.leaves_empty
    )
    if model is None:
        raise UsageError(_first(found))
    baseline = baseline_of(model, file, document)
    above = path.resolve().parent
    owner = above.parent.name if above.name == "baselines" else None
    return Source(lambda plan: baseline if owner in {None, plan.id} else None)


def _first(findings: Sequence[Finding]) -> str:
    found = min(findings)
    return f"{found.file}:{found.line}:{found.column}: {found.code} {found.message}"
