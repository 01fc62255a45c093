"""What a plan can be held against: a baseline by name, a commit (`git:REV`), a file or a folder."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from genderplan.errors import NothingToReadError, UsageError
from genderplan.findings import Finding
from genderplan.loading.plans import baseline_of
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


class Source(NamedTuple):
    """Where the other side of a comparison comes from.

    `tree` is all that was there, where that is more than a baseline; `left_out` are files of it that could not be
    read.
    """

    baseline: Callable[[Plan], Baseline | None]
    left_out: tuple[str, ...] = ()
    tree: Tree | None = None

    def plan(self, plan: Plan) -> Plan | None:
        """A plan as it is there."""
        if self.tree is not None:
            return self.tree.by_id.get(plan.id)
        baseline = self.baseline(plan)
        return baseline.over(plan) if baseline else None


def source(text: str | None, root: Path, now: Tree) -> Source:
    """What a text names: nothing (each plan's newest baseline), `git:REV`, a path, else a baseline by name.

    Raises NothingToReadError where there is no such commit, file or folder.
    """
    if text is not None and text.startswith(GIT):
        return _revision(text, root, now)
    if text is not None and (os.sep in text or text.endswith(".yaml") or text in {os.curdir, os.pardir}):
        return _path(text)
    return Source(lambda plan: plan.baseline_named(text))


def earlier(text: str, root: Path, now: Tree) -> Source:
    """The plans as they were on a date, in a commit (`git:` may be left out), or in a baseline by name.

    Of a date the last commit until the end of its last day counts. Raises NothingToReadError where there is none.
    """
    try:
        day = parse_date(text).last_day
    except DateError:
        is_known = any(plan.baseline_named(text) for plan in now.plans)
        return source(text if is_known or text.startswith(GIT) else f"{GIT}{text}", root, now)
    repository = Repository(root)
    commit = repository.commit_before(day)
    return _of_commit(repository, commit, f"{GIT}{commit.id[:12]}", day_of(day), now)


def _revision(text: str, root: Path, now: Tree) -> Source:
    repository = Repository(root)
    commit = repository.commit(text.removeprefix(GIT))
    return _of_commit(repository, commit, text, day_of(commit.day), now)


def _of_commit(repository: Repository, commit: Commit, name: str, taken: PlanDate, now: Tree) -> Source:
    tree = load_revision(repository, commit, repository.prefix, now)
    return _of_tree(tree, name, commit.subject, taken)


def _path(text: str) -> Source:
    path = Path(text)
    if path.is_file():
        return _file(path)
    if not path.is_dir():
        raise NothingToReadError(f"'{printable(text)}' is neither a baseline by name, a file nor a folder")
    is_plan = (path / "plan.yaml").is_file()
    tree = load_tree(path.resolve().parent if is_plan else path)
    if not is_plan:
        return _of_tree(tree, text)
    plan = tree.by_id.get(path.resolve().name)
    frozen = plan.as_baseline(text) if plan else None
    return Source(lambda _: frozen, tree.left_out)


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
    model, found = read_model(BaselineModel, document.value, document.places, file.shown)
    if model is None:
        raise UsageError(_first(found))
    baseline = baseline_of(model, file, document)
    above = path.resolve().parent
    owner = above.parent.name if above.name == "baselines" else None
    return Source(lambda plan: baseline if owner in {None, plan.id} else None)


def _first(findings: Sequence[Finding]) -> str:
    found = min(findings)
    return f"{found.file}:{found.line}:{found.column}: {found.code} {found.message}"
