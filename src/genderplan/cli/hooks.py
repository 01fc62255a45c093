"""Hooks of pre-commit: what it tells them by the environment: which commits are judged, where none is being made.

While a commit is being made `git:HEAD` is what was before it. Before a push, and in `pre-commit run --from-ref A
--to-ref B`, HEAD is what is to be judged, and A what was before; without them nothing is.
"""

import os
from typing import TYPE_CHECKING

from genderplan.cli.output import say
from genderplan.errors import NothingToReadError

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading

_HEAD = ("git:HEAD", "HEAD")


def meant(text: str) -> str:
    """The source that is meant; by `git:HEAD` where HEAD and PRE_COMMIT_FROM_REF parted, if that is set.

    Raises NothingToReadError where it says that there was none, as before a first push.
    """
    if text not in _HEAD:
        return text
    before = os.environ.get("PRE_COMMIT_FROM_REF", "")
    if before:
        if not before.strip("0"):
            name = "git:refs/remotes/origin/main..."
            raise NothingToReadError(f"PRE_COMMIT_FROM_REF names no commit: name what was before, as --against {name}")
        return f"git:{before}..."
    if "PRE_COMMIT" in os.environ and "GIT_INDEX_FILE" not in os.environ:
        message = f"no commit is being made: only what is not committed is held against {text}"
        say(f"{message} ('pre-commit run' takes --from-ref and --to-ref)")
    return text


def refuse_another(text: str, meant: str, reading: "Reading") -> None:
    """Raise NothingToReadError where the commit that is pushed is not checked out: the files here say nothing of it."""
    after = os.environ.get("PRE_COMMIT_TO_REF", "")
    if text in _HEAD and os.environ.get("PRE_COMMIT_FROM_REF") and after:
        from genderplan.loading.repositories import asked

        repository = asked(reading.root, reading.selection.plans or reading.tree.plans, meant.removeprefix("git:"))
        if repository.commit(after).id != repository.commit("HEAD").id:
            message = f"PRE_COMMIT_TO_REF names {after[:12]}, and that is not what is checked out"
            raise NothingToReadError(f"{message}: the files here say nothing of it")
