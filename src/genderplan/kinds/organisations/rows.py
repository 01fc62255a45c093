"""Rows of organisations, and of who holds a post."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.dates.forms import PlanDate

if TYPE_CHECKING:
    from genderplan.kinds.organisations.model import Membership, Organisation


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


class MembershipRow(NamedTuple):
    """What an organisation belongs to; `from_` is `from` in the file."""

    organisation: str
    """The id of what it belongs to."""
    from_: PlanDate | None
    """Since when; null: always."""
    until: PlanDate | None
    """Until when, this day, month or year included; null: still."""

    @property
    def is_dated(self) -> bool:
        """Whether it does not hold on every day."""
        return self.from_ is not None or self.until is not None

    def holds_on(self, day: int) -> bool:
        """Whether it holds on a day, an ordinal: from the first day of `from_` to the last of `until`."""
        return not (self.from_ and day < self.from_.first) and not (self.until and self.until.last < day)


class OrganisationRow(NamedTuple):
    id: str
    name: str | None
    aliases: tuple[str, ...]
    kind: str
    memberships: tuple[MembershipRow, ...]
    holders: tuple[HolderRow, ...]
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    file: str
    line: int

    def above(self, day: int | None) -> list[str]:
        """What it belongs to on a day, an ordinal; without a day all that it ever belonged to."""
        return [each.organisation for each in self.memberships if day is None or each.holds_on(day)]


def organisation_row(name: str, organisation: "Organisation", file: str, line: int) -> OrganisationRow:
    """The row of one organisation, declared at a line of its file."""
    return OrganisationRow(
        id=name,
        name=organisation.name,
        aliases=organisation.aliases,
        kind=organisation.kind,
        memberships=tuple([_membership_row(each) for each in organisation.part_of]) if organisation.part_of else (),
        holders=tuple([HolderRow(each.name, each.acting, each.from_, each.to) for each in organisation.holders]),
        note=organisation.note,
        tags=organisation.tags,
        extra=organisation.extra,
        file=file,
        line=line,
    )


def _membership_row(each: "str | Membership") -> MembershipRow:
    if isinstance(each, str):
        return MembershipRow(each, None, None)
    return MembershipRow(each.organisation, each.from_, each.until)
