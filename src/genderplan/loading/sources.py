"""What a plan can be held against: a baseline by name, a commit (`git:REV`), a file or a folder."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from genderplan.dates.forms import DateError, PlanDate, day_of, parse_date
from genderplan.errors import NoPlanYetError, NoRepositoryError, NothingToReadError, UsageError
from genderplan.findings import Finding
from genderplan.kinds.baseline.model import Baseline as BaselineModel
from genderplan.kinds.shared.reading import read_model
from genderplan.loading.plans import baseline_of
from genderplan.loading.repositories import asked, is_own, knows, not_here
from genderplan.loading.revisions import load_revision, lost
from genderplan.loading.tree import load_tree
from genderplan.plan.pairing import former_plan
from genderplan.plan.plans import Baseline, Plan, Tree
from genderplan.source.files import SourceFile, is_folder, is_plan, read_bytes, resolved
from genderplan.source.git.log import Commit
from genderplan.source.git.repository import Repository
from genderplan.source.kinds import ENDING, Kind
from genderplan.source.yaml.reader import read_document
from genderplan.text import printable

GIT = "git:"
BASELINE = "baseline:"
"""What may stand before a commit, and before a baseline's name, so that it means nothing else."""


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

    `tree` is all that was there, where that is more than a baseline, and `renamed` are its plans by the ids that they
    have now; `left_out` are files of it that could not be read. `day` is the one that was asked for, where one was.
    `elsewhere` are plans that are repositories of their own, of which another one says nothing; `seen` is where a
    commit was found.
    """

    baseline: Callable[[Plan], Baseline | None]
    left_out: tuple[str, ...] = ()
    tree: Tree | None = None
    day: PlanDate | None = None
    elsewhere: frozenset[str] = frozenset()
    seen: Seen | None = None
    renamed: Mapping[str, Plan] = MappingProxyType({})

    def plan(self, plan: Plan) -> Plan | None:
        """A plan as it is there."""
        if self.tree is not None:
            return self.renamed.get(plan.id)
        baseline = self.baseline(plan)
        return baseline.over(plan) if baseline else None


def source(text: str | None, root: Path, now: Tree, of: Collection[Plan] = ()) -> Source:
    """What a text names: nothing (each plan's newest baseline), `git:REV`, a path, else a baseline by its name.

    `of` are the plans that it is asked for, all where none is given: their repository is the one that counts. A commit
    may be named without `git:` where it can be nothing else: no plan has such a baseline, and there is no
    such path. Raises NothingToReadError where there is no such commit, file or folder, UsageError where there are
    several things of that name.
    """
    if text is None or text.startswith(BASELINE):
        return _baseline(text)
    if text.startswith(GIT):
        return _revision(text, root, now, of or now.plans)
    is_path = "/" in text or os.sep in text or text.endswith(ENDING)
    is_there = os.path.lexists(text) and (is_path or os.path.isdir(text))  # noqa: PTH112
    of_baselines = [plan.id for plan in now.plans if plan.baseline_named(text)]
    if is_there or of_baselines:
        _refuse_several(text, of_baselines, _refs(text, root, of or now.plans), is_there=is_there)
        return _path(text, now) if is_there else _baseline(text)
    if _is_revision(text, root, of or now.plans):
        return _revision(f"{GIT}{text}", root, now, of or now.plans)
    if is_path:
        raise NothingToReadError(f"'{printable(text)}' is neither a baseline by name, a commit, a file nor a folder")
    return _baseline(text)


def no_baseline(text: str, plans: str) -> str:
    """What to say where no plan has what a text names: no baseline, nor a commit where it could have been one."""
    nor = "" if text.startswith(BASELINE) else ", and no such commit"
    return f"no baseline '{printable(text.removeprefix(BASELINE))}' in {plans}{nor}"


def _baseline(text: str | None) -> Source:
    """Each plan's baseline of a name, `baseline:` being left out, or its newest one."""
    name = text.removeprefix(BASELINE) if text else None
    return Source(lambda plan: plan.baseline_named(name))


def _refuse_several(text: str, plans: Sequence[str], refs: Sequence[str], *, is_there: bool) -> None:
    """Raise UsageError where a text names more than one thing: a change could bring one in the place of another."""
    things = [f"a baseline of {', '.join(plans)}"] * bool(plans) + ["a folder or a file"] * is_there + list(refs)
    if len(things) > 1:
        ways = (
            [f"{BASELINE}{text}"] * bool(plans)
            + [f"./{text}"] * is_there
            + [f"{GIT}{each}" for each in refs if "/" in each]
        )
        raise UsageError(f"'{printable(text)}' is {' and '.join(things)}: write {printable(' or '.join(ways))}")


def _refs(text: str, root: Path, of: Collection[Plan]) -> list[str]:
    """The branches and tags that a text may mean; none where there is no repository to be asked."""
    if text.startswith((".", os.sep)):
        return []
    try:
        return asked(root, of, text).refs(text)
    except NothingToReadError:
        return []


def earlier(text: str, root: Path, now: Tree, of: Collection[Plan] = ()) -> Source:
    """The plans as they were on a date, in a commit (`git:` may be left out), or in a baseline by name.

    Of a date the last commit until the end of its last day counts. Raises NothingToReadError where there is none.
    """
    try:
        day = parse_date(text).last_day
    except DateError as error:
        is_known = text.startswith((GIT, BASELINE)) or any(plan.baseline_named(text) for plan in now.plans)
        if not is_known and not _is_revision(text, root, of or now.plans):
            message = f"'{printable(text)}' is neither a date (2003-09-15, 2003-09), a baseline by name nor a commit"
            raise NothingToReadError(message + (f": {error.hint}" if error.is_near else "")) from None
        return source(text if is_known else f"{GIT}{text}", root, now, of)
    repository = asked(root, of or now.plans, "HEAD")
    commit = repository.commit_before(day)
    return _of_commit(repository, commit, f"{GIT}{commit.id[:12]}", root, now)._replace(day=day_of(day))


def _revision(text: str, root: Path, now: Tree, of: Collection[Plan]) -> Source:
    revision = text.removeprefix(GIT)
    repository = asked(root, of, revision)
    commit = repository.commit(revision)
    return _of_commit(repository, commit, text, root, now)


def _is_revision(text: str, root: Path, of: Collection[Plan]) -> bool:
    """Whether a text names a commit. Raises NothingToReadError where a shallow clone may lack it."""
    try:
        repository = asked(root, of, text)
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
    own = [plan.id for plan in now.plans if is_own(root, plan) and plan.id != repository.mount]
    elsewhere = frozenset(each for each in own if repository.mount or not knows(repository, each, commit.id))
    try:
        tree = load_revision(repository, commit, repository.prefix, now, partly=True)
    except NoPlanYetError:
        if not elsewhere:
            raise
        raise NothingToReadError(not_here(elsewhere)) from None
    found = _of_tree(tree, now, name, commit.subject, day_of(commit.day))
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


def not_checked_out(found: Source, root: Path, now: Tree) -> Mapping[str, str]:
    """The files of a commit that a sparse checkout leaves out here, each with its plan: they are not removed."""
    if found.seen is None or found.tree is None:
        return {}
    repository = found.seen.repository
    folder = printable(os.path.relpath(root).replace(os.sep, "/"))
    here = {file.removeprefix(f"{folder}/") for file in now.files}
    within = printable("" if repository.mount or not repository.prefix else f"{repository.prefix}/")
    missing = {file: plan for file, plan in found.tree.files.items() if file.removeprefix(within) not in here}
    return {file: plan for file, plan in missing.items() if file in repository.not_checked_out}


def refuse_lost(found: Source, is_asked: Callable[[str], bool]) -> None:
    """Raise NothingToReadError where submodules of a commit are not here that plans which are asked for are in."""
    if found.seen:
        for plan, why in lost(found.seen.repository, found.seen.commit, found.seen.repository.prefix):
            if not plan or is_asked(plan):
                raise NothingToReadError(why)


def refuse_away(found: Source, root: Path, now: Tree, is_asked: Callable[[str], bool]) -> None:
    """Raise NothingToReadError where files of a commit are not here that belong to plans which are asked for."""
    away = [file for file, plan in not_checked_out(found, root, now).items() if not plan or is_asked(plan)]
    if away and found.seen:
        files = "a file" if len(away) == 1 else f"{len(away):,} files"
        told = f"a sparse checkout leaves out {files} of '{printable(found.seen.name)}', such as {away[0]}"
        raise NothingToReadError(f"{told}, so nothing can be said of them: 'git sparse-checkout disable' brings them")


def _path(text: str, now: Tree) -> Source:
    path = Path(text)
    if not is_folder(path):
        return _file(path)
    if is_plan(path):
        return _plan_folder(resolved(path), text, now)
    tree = load_tree(path)
    if not tree.plans and not tree.unread_plans:
        raise NothingToReadError(f"no plan in {printable(text)}: a plan is a folder with a {Kind.PLAN.path()}")
    return _of_tree(tree, now, text)


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
    return _of_tree(own, now, text)


def _of_tree(tree: Tree, now: Tree, name: str, title: str | None = None, taken: PlanDate | None = None) -> Source:
    former = {plan.id: former_plan(plan, now.plans, tree.by_id) for plan in now.plans}
    renamed = {plan: then for plan, then in former.items() if then}

    def baseline(plan: Plan) -> Baseline | None:
        then = renamed.get(plan.id)
        return then.as_baseline(name, title, taken) if then else None

    return Source(baseline, tree.left_out, tree, renamed=renamed)


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
    model, found = read_model(BaselineModel, document, file.shown)
    if model is None:
        raise UsageError(_first(found))
    baseline = baseline_of(model, file, document)
    above = resolved(path).parent
    owner = above.parent.name if above.name == Kind.BASELINE.folder else None
    return Source(lambda plan: baseline if owner in {None, plan.id} else None)


def _first(findings: Sequence[Finding]) -> str:
    found = min(findings)
    return f"{found.file}:{found.line}:{found.column}: {found.code} {found.message}"
