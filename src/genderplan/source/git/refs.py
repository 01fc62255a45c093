"""Refs: which branches and tags a revision may mean; nothing here runs git."""

import re
from typing import NamedTuple

_OPERATORS = re.compile(r"[~^:]|@\{|\.\.")
_ITSELF = re.compile(r"@?|[A-Z_]*HEAD|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}")
_SHORT = re.compile(r"[0-9a-fA-F]{4,63}")
_NO_NAME = re.compile(r"[\x00-\x20\x7f?*\[\\]|^-|/$")


class Name(NamedTuple):
    """The name that a revision begins with, and what it may be the name of.

    `refs` are those for which git takes it; the first that there is counts for git, and one alone is clear. A name in
    full has nothing but itself. `may_be_id` tells of the beginning of a commit's id.
    """

    text: str
    refs: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether it is the whole name of a ref."""
        return self.refs == (self.text,)

    @property
    def may_be_id(self) -> bool:
        return _SHORT.fullmatch(self.text) is not None


def name_of(revision: str) -> Name:
    """The name in a revision, without what follows it: `~2`, `^{commit}`, `@{1}`.

    HEAD and the like, and whole ids, mean themselves whatever else is called so.
    """
    text = _OPERATORS.split(revision, maxsplit=1)[0]
    if _ITSELF.fullmatch(text) or _NO_NAME.search(text):
        return Name(text, ())
    if text.startswith("refs/"):
        return Name(text, (text,))
    tops = ("refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}", "refs/remotes/{}/HEAD")
    return Name(text, tuple(each.format(text) for each in tops))
