"""`framework list`: the frameworks that come with the program, and which of them the tree has."""

from collections.abc import Sequence
from typing import NamedTuple

from genderplan.kinds.framework.rows import FrameworkRow, ValidityRow


class Profile(NamedTuple):
    """A framework that can be copied into a tree."""

    id: str
    """The id."""
    title: str
    """The title."""
    kind: str | None
    """What sort of framework it is."""
    edition: str | None
    """Which edition it is."""
    publisher: str | None
    """Who gave it out."""
    copyright: str | None
    """Whose it is, and on what terms it may be copied."""
    address: str | None
    """Where it can be read."""
    valid: ValidityRow | None
    """From when to when this edition holds."""
    sections: int
    """How many sections it has."""
    mandatory: int
    """How many of them are mandatory."""
    is_in_tree: bool
    """Whether the tree has a framework of this id."""


def profiles(shipped: Sequence[FrameworkRow], known: frozenset[str]) -> tuple[Profile, ...]:
    """The frameworks that are shipped; `known` are the ids of those that the tree has."""
    return tuple(
        Profile(
            id=each.id,
            title=each.title,
            kind=each.kind,
            edition=each.edition,
            publisher=each.publisher,
            copyright=each.copyright,
            address=each.address,
            valid=each.valid,
            sections=len(each.sections),
            mandatory=len(each.mandatory),
            is_in_tree=each.id in known,
        )
        for each in shipped
    )
