"""States of plans by what people write: a baseline's name, a commit (`git:REV`), a day, a file or a folder."""

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, cast

from genderplan.dates.forms import DateError, day_of, parse_date
from genderplan.errors import NoPlanYetError, NoRepositoryError, NothingToReadError, UsageError
from genderplan.findings import Finding
from genderplan.kinds.shared.reading import read_model
from genderplan.loading.kinds import file_kind
from genderplan.loading.repositories import asked, is_own, knows, not_above, not_here
from genderplan.loading.revisions import load_revision, lost, lost_now
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Baseline, Plan, Tree
from genderplan.plan.states import State, state_of_baselines, state_of_tree, without_shared
from genderplan.source.files import SourceFile, is_folder, is_plan, read_bytes, relative, resolved
from genderplan.source.git.log import Commit
from genderplan.source.git.repository import Repository
from genderplan.source.kinds import ENDING, SHARED_FOLDERS, Kind
from genderplan.source.yaml.reader import read_document
from genderplan.standing.selection import Selection
from genderplan.text import printable

GIT = "git:"
BASELINE = "baseline:"
"""What may stand before a commit, and before a baseline's name, so that it means nothing else."""


class _Now(NamedTuple):
    """What is held against something: a tree at its place, and what is selected of it."""

    root: Path
    tree: Tree
    selection: Selection

    @property
    def plans(self) -> Collection[Plan]:
        """The plans whose repository is asked."""
        return self.selection.plans or self.tree.plans


class _Found(NamedTuple):
    """A commit in its repository, and what both together are called."""

    repository: Repository
    commit: Commit
    name: str


def load_state(text: str | None, root: Path, tree: Tree, selection: Selection) -> State:
    """What a text names: nothing (each plan's newest baseline), `git:REV`, a path, else a baseline by its name.

    Of that it has the selected plans, whose repository is the one that counts. A commit may be named without `git:`
    where it can be nothing else: no plan has such a baseline, and there is no such path. Raises NothingToReadError
    where there is no such commit, file or folder, UsageError where there are several things of that name.
    """
    now = _Now(root, tree, selection)
    found = None if text is None else _commit(text, now)
    return _of_commit(found, now) if found else _without_commit(text, now)


def load_sides(text: str, root: Path, tree: Tree, selection: Selection) -> tuple[State, State | None]:
    """The same, for a change: where another commit is being merged into that one, which is HEAD then, that too."""
    now = _Now(root, tree, selection)
    found = _commit(text, now)
    if found is None:
        return _without_commit(text, now), None
    state, name = _of_commit(found, now), found.name
    if found.repository.is_behind(found.commit):
        note = f"{name} has commits that HEAD has not: '{name}...' is the one from which they parted"
        state = state._replace(notes=(*state.notes, note))
    return state, _merging(found, now)


def load_earlier(text: str, root: Path, tree: Tree, selection: Selection) -> State:
    """The plans as they were on a date, in a commit (`git:` may be left out), or in a baseline by name.

    Of a date the last commit until the end of its last day counts. Raises NothingToReadError where there is none.
    """
    now = _Now(root, tree, selection)
    try:
        day = parse_date(text).last_day
    except DateError as error:
        is_known = text.startswith((GIT, BASELINE)) or any(plan.baseline_named(text) for plan in tree.plans)
        if not is_known and not _is_revision(text, now):
            message = f"'{printable(text)}' is neither a date (2003-09-15, 2003-09), a baseline by name nor a commit"
            raise NothingToReadError(message + (f": {error.hint}" if error.is_near else "")) from None
        return load_state(text if is_known else f"{GIT}{text}", root, tree, selection)
    repository = asked(root, now.plans, "HEAD")
    commit = repository.commit_before(day)
    return _of_commit(_Found(repository, commit, f"{GIT}{commit.id[:12]}"), now)._replace(day=day_of(day))


def other_names(text: str, root: Path, tree: Tree, selection: Selection) -> list[str]:
    """What a text may name beside what else it is known to mean: baselines, branches and tags, in words."""
    now = _Now(root, tree, selection)
    baselines = _of_baselines(text, now)
    return [*([f"a baseline of {', '.join(baselines)}"] if baselines else []), *_refs(text, now)]


def no_baseline(text: str, plans: str) -> str:
    """What to say where no plan has what a text names: no baseline, nor a commit where it could have been one."""
    nor = "" if text.startswith(BASELINE) else ", and no such commit"
    return f"no baseline '{printable(text.removeprefix(BASELINE))}' in {plans}{nor}"


def _commit(text: str, now: _Now) -> _Found | None:
    """The commit that a text names; None where it is a baseline or a path, or nothing."""
    if text.startswith(BASELINE):
        return None
    if not text.startswith(GIT):
        is_there, of_baselines = _is_there(text), _of_baselines(text, now)
        if is_there or of_baselines:
            _refuse_several(text, of_baselines, _refs(text, now), is_there=is_there)
            return None
        if not _is_revision(text, now):
            return None
    revision = text.removeprefix(GIT)
    repository = asked(now.root, now.plans, revision)
    return _Found(repository, repository.commit(revision), f"{GIT}{revision}")


def _without_commit(text: str | None, now: _Now) -> State:
    """What a text names that is no commit: a path that is there, else a baseline; the newest one where None."""
    name = text.removeprefix(BASELINE) if text else None
    if text and name == text:
        if _is_there(text):
            return _path(text, now).of(now.selection.has_plan)
        if _is_path(text) and not _of_baselines(text, now):
            raise NothingToReadError(
                f"'{printable(text)}' is neither a baseline by name, a commit, a file nor a folder"
            )
    return state_of_baselines(now.tree.plans, name).of(now.selection.has_plan)


def _is_path(text: str) -> bool:
    return "/" in text or os.sep in text or text.endswith(ENDING)


def _is_there(text: str) -> bool:
    """Whether a text names a folder, or a file that cannot be taken for a baseline's name."""
    return os.path.lexists(text) and (_is_path(text) or os.path.isdir(text))  # noqa: PTH112


def _of_baselines(text: str, now: _Now) -> list[str]:
    """The plans that have a baseline of this name."""
    return [plan.id for plan in now.tree.plans if plan.baseline_named(text)]


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


def _refs(text: str, now: _Now) -> list[str]:
    """The branches and tags that a text may mean; none where there is no repository to be asked."""
    if text.startswith((".", os.sep)):
        return []
    try:
        return asked(now.root, now.plans, text).refs(text)
    except NothingToReadError:
        return []


def _is_revision(text: str, now: _Now) -> bool:
    """Whether a text names a commit. Raises NothingToReadError where a shallow clone may lack it."""
    try:
        repository = asked(now.root, now.plans, text)
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


def _of_commit(found: _Found, now: _Now) -> State:
    repository, commit, name = found
    own = [plan.id for plan in now.tree.plans if is_own(now.root, plan) and plan.id != repository.mount]
    elsewhere = frozenset(each for each in own if repository.mount or not knows(repository, each, commit.id))
    try:
        tree = load_revision(repository, commit, repository.prefix, now.tree, partly=True)
    except NoPlanYetError:
        if not elsewhere:
            raise
        raise NothingToReadError(not_here(elsewhere)) from None
    state = state_of_tree(tree, now.tree, now.root, name, title=commit.subject, taken=day_of(commit.day))
    known, missing = without_shared(state) if repository.mount else state, _missing(repository, tree, now)
    return known._replace(
        elsewhere=elsewhere,
        missing_modules=(*lost(repository, commit, repository.prefix), *lost_now(repository, missing)),
        not_checked_out={file: plan for file, plan in missing.items() if file in repository.not_checked_out},
        notes=tuple(filter(None, (not_above(repository),))),
    ).of(now.selection.has_plan)


def _merging(found: _Found, now: _Now) -> State | None:
    """What is being merged into a commit, where that is HEAD; None where nothing is."""
    repository = found.repository
    other = repository.merging
    if other is None or found.commit.id != repository.commit("HEAD").id:
        return None
    try:
        return _of_commit(_Found(repository, other, f"{GIT}MERGE_HEAD"), now)
    except NothingToReadError:
        return None


def _missing(repository: Repository, then: Tree, now: _Now) -> Mapping[str, str]:
    """The files of a commit that are not in the folder here, each with its plan."""
    folder = printable(relative(now.root))
    here = {file.removeprefix(f"{folder}/") for file in now.tree.files}
    within = printable("" if repository.mount or not repository.prefix else f"{repository.prefix}/")
    return {file: plan for file, plan in then.files.items() if file.removeprefix(within) not in here}


def refuse_absent(state: State, *, files: bool = True, shared: bool = True) -> None:
    """Raise NothingToReadError where what plans were is not all here: submodules; `files`, in a sparse checkout.

    Boards and frameworks, which plans share, count where they are compared too.
    """
    unasked = frozenset() if shared else SHARED_FOLDERS
    for why in (why for plan, why in state.missing_modules if plan not in unasked):
        raise NothingToReadError(why)
    away = [file for file, plan in state.not_checked_out.items() if plan or Path(file).parent.name not in unasked]
    if files and away:
        many = "a file" if len(away) == 1 else f"{len(away):,} files"
        told = f"a sparse checkout leaves out {many} of '{printable(state.name or '')}', such as {away[0]}"
        raise NothingToReadError(f"{told}, so nothing can be said of them: 'git sparse-checkout disable' brings them")


def _path(text: str, now: _Now) -> State:
    path = Path(text)
    if not is_folder(path):
        return _file(path, text, now)
    if is_plan(path):
        return _plan_folder(resolved(path), text, now)
    tree = load_tree(path)
    if not tree.plans and not tree.unread_plans:
        raise NothingToReadError(f"no plan in {printable(text)}: a plan is a folder with a {Kind.PLAN.path()}")
    return state_of_tree(tree, now.tree, now.root, text)


def _plan_folder(folder: Path, text: str, now: _Now) -> State:
    """A plan's folder: that plan then, else what any plan is held against where no plan has the folder's name."""
    tree = load_tree(folder.parent)
    plan = tree.by_id.get(folder.name)
    files = {file: owner for file, owner in tree.files.items() if owner in {folder.name, ""}}
    if folder.name not in now.tree.by_id:
        left_out = tuple(file for file in tree.left_out if file in files)
        frozen = plan.as_baseline(text) if plan else None
        return State(text, {each.id: frozen for each in now.tree.plans} if frozen else {}, left_out=left_out)
    own = replace(
        tree,
        plans=(plan,) if plan else (),
        files=files,
        unread_plans=tree.unread_plans & {folder.name},
    )
    return without_shared(state_of_tree(own, now.tree, now.root, text))


def _file(path: Path, text: str, now: _Now) -> State:
    """The baseline in a file: of the plan in whose folder it is, else of any. Raises UsageError where it is none."""
    file = SourceFile(str(path), printable(str(path)), Kind.BASELINE, "", path.stem)
    try:
        data = read_bytes(file.path, file.most_bytes)
    except OSError as error:
        raise NothingToReadError(f"'{file.shown}' cannot be read: {error.strerror or error}") from None
    document = read_document(data, file.shown, file.most_bytes)
    if document.findings:
        raise UsageError(_first(document.findings))
    kind = file_kind(Kind.BASELINE)
    model, found = read_model(kind.model, document, file.shown)
    if model is None:
        raise UsageError(_first(found))
    baseline = cast("Baseline", kind.row(model, file, document))
    above = resolved(path).parent
    owner = above.parent.name if above.name == Kind.BASELINE.folder else None
    return State(text, {plan.id: baseline for plan in now.tree.plans if owner in {None, plan.id}})


def _first(findings: Sequence[Finding]) -> str:
    found = min(findings)
    return f"{found.file}:{found.line}:{found.column}: {found.code} {found.message}"
