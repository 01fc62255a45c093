"""Repositories: which is asked: that of the tree, that of a plan which is one itself, or that above a submodule."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath

from genderplan.errors import NoRepositoryError, NothingToReadError, UsageError
from genderplan.plan.plans import Plan
from genderplan.source.files import resolved
from genderplan.source.git.repository import Repository
from genderplan.text import printable


def repository_of(root: Path, plans: Collection[Plan]) -> Repository:
    """The repository in which plans of a tree are kept. A plan's folder may be one of its own, as a submodule is.

    Raises NothingToReadError where there is none, or where each of several plans has its own.
    """
    own = [plan.id for plan in plans if is_own(root, plan)]
    if not own or len(own) < len(plans):
        return Repository(root)
    if len(own) > 1:
        message = f"each in a git repository of its own: {', '.join(sorted(own))}; name one with --plan"
        raise NothingToReadError(message)
    return Repository(root, own[0])


def asked(root: Path, plans: Collection[Plan], revision: str) -> Repository:
    """The repository that is asked for a commit: of one within another, the outer one where that has it as its own.

    What the outer one has in the place of the inner, a submodule or files, is what a change of it is held against:
    the names of commits mean its own, and not those that the inner one has besides. As in git the inner one is asked
    by who stands in it, and where the outer one knows nothing of it. Raises NothingToReadError as `repository_of`.
    """
    if plans and all(is_own(root, plan) for plan in plans) and (outer := _known_above(root, plans, revision)):
        return outer
    found = repository_of(root, plans)
    return found if found.is_bare or found.mount else _above(root, found, revision) or found


def _known_above(root: Path, plans: Collection[Plan], revision: str) -> Repository | None:
    """The tree's repository, where it has a plan that is a repository of its own, and nobody stands in that."""
    if any(_stands_in(root / plan.id) for plan in plans):
        return None
    try:
        tree = asked(root, (), revision)
    except NoRepositoryError:
        return None
    return tree if any(knows(tree, plan.id, revision) for plan in plans) else None


def _above(root: Path, inner: Repository, revision: str) -> Repository | None:
    """The repository above the one that a tree is in, where it has that as its own, and nobody stands in that."""
    around = inner.top.parents
    if _stands_in(inner.top) or not any(os.path.lexists(each / ".git") for each in around):
        return None
    try:
        outer = Repository(root, outside=around[0])
    except NoRepositoryError:
        return None
    return outer if knows(outer, "", revision) else None


def unasked(root: Path, plans: Collection[Plan], repository: Repository) -> str:
    """What is said of a repository that `repository_of` has not asked, though it may know of the plans; or nothing."""
    if repository.mount:
        return "" if _stands_in(repository.top) else not_above(repository)
    own = sorted(plan.id for plan in plans if is_own(root, plan))
    return not_here(own) if own else _unfollowed(plans, repository)


def _unfollowed(plans: Collection[Plan], repository: Repository) -> str:
    """What is said of submodules that parts of plans are in: a log has none of their commits, and no file in them."""
    if repository.is_bare or not os.path.lexists(repository.top / ".gitmodules"):
        return ""
    folders = {repository.path_of(plan.id) for plan in plans}
    modules = (each.path for each in repository.index if each.is_module)
    found = sorted(printable(path) for path in modules if not folders.isdisjoint(map(str, PurePosixPath(path).parents)))
    return f"in a submodule, which has commits of its own that are not told: {', '.join(found)}" if found else ""


def not_above(repository: Repository) -> str:
    """What is said where the repository above the one that was asked has that as its own; else nothing."""
    top = repository.top
    if repository.is_bare or not any(os.path.lexists(each / ".git") for each in top.parents):
        return ""
    try:
        is_known = knows(Repository(top, outside=top.parent), "")
    except NoRepositoryError:
        return ""
    return f"{printable(top.name)} is a git repository of its own: the one above it was not asked" if is_known else ""


def not_here(plans: Iterable[str]) -> str:
    """What is said of plans of which a repository knows nothing."""
    return f"in a git repository of its own: {', '.join(sorted(plans))}; name it with --plan"


def knows(repository: Repository, name: str, revision: str = "HEAD") -> bool:
    """Whether a folder of the tree is in a repository: as files or as a submodule, in its index or in a commit."""
    path = repository.path_of(name)
    if repository.tracks(path):
        return True
    try:
        return repository.holds(repository.commit(revision), path)
    except (NothingToReadError, UsageError):  # of what it cannot mean there is another way to learn
        return False


def is_own(root: Path, plan: Plan) -> bool:
    """Whether a plan's folder is the top of a repository."""
    return (root / plan.id / ".git").exists()


def _stands_in(folder: Path) -> bool:
    return resolved(Path.cwd()).is_relative_to(resolved(folder))
