"""Rows of organisations, and of who holds a post."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.dates.forms import PlanDate

if TYPE_CHECKING:
    from genderplan.kinds.organisations.model import Organisation


class HolderRow(NamedTuple):
    """Who holds a post; `from_` is `from` in the file."""

    name: str
    """The name."""
    acting: bool
    """Whether the person only stands in."""
    from_: PlanDate | None
    """Since when; null where the file does not say."""
    to: PlanDate | None
    """Until when; null: still."""


class OrganisationRow(NamedTuple):
    id: str
    name: str | None
    aliases: tuple[str, ...]
    kind: str
    part_of: str | None
    holders: tuple[HolderRow, ...]
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    file: str
    line: int


def organisation_row(name: str, organisation: "Organisation", file: str, line: int) -> OrganisationRow:
    """The row of one organisation, declared at a line of its file."""
    return OrganisationRow(
        id=name,
        name=organisation.name,
        aliases=organisation.aliases,
        kind=organisation.kind,
        part_of=organisation.part_of,
        holders=tuple([HolderRow(each.name, each.acting, each.from_, each.to) for each in organisation.holders]),
        note=organisation.note,
        tags=organisation.tags,
        extra=organisation.extra,
        file=file,
        line=line,
    )
