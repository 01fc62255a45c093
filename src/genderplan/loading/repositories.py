"""Which git repository holds a tree of plans: the one that its folder is in, or a plan's own."""

from collections.abc import Collection
from pathlib import Path

from genderplan.errors import NothingToReadError
from genderplan.plan.whole import Plan
from genderplan.source.git import Repository


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


def is_own(root: Path, plan: Plan) -> bool:
    """Whether a plan's folder is the top of a repository."""
    return (root / plan.id / ".git").exists()
