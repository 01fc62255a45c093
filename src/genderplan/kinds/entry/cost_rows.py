"""Rows of costs: amounts are texts as they are written."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate

if TYPE_CHECKING:
    from genderplan.kinds.entry.cost import Cost

FREE, UNQUANTIFIED = "free", "unquantified"
"""Words in the place of an amount: that there is nothing to pay, and that it is not known yet what."""

NEW = "new"


class CostRow(NamedTuple):
    """What an entry costs, or the word that says so."""

    amount: str | None
    """How much, as it is written; free, unquantified, or null where no amount is given."""
    year: PlanDate | None
    """The period in which it is spent; null where the file does not say."""
    kind: str | None
    """new, existing, realigned or staff-time; null where nothing is said."""
    fte: str | None
    """How many full-time posts it takes, as it is written."""
    funder: str | None
    """Who pays, in words."""
    approximate: bool
    """Whether the amount is about so much."""
    note: str | None
    """What a reader should know, in words."""

    @property
    def number(self) -> Decimal | None:
        """The amount to reckon with; None where none is given."""
        return None if self.amount in {None, FREE, UNQUANTIFIED} else Decimal(str(self.amount))

    @property
    def is_unquantified(self) -> bool:
        """Whether something is to be paid of which nobody says how much: nothing says that there is money for it."""
        if self.amount is None:
            return self.kind in {None, NEW} and self.fte is None
        return self.amount == UNQUANTIFIED

    @property
    def in_words(self) -> str:
        """All that is agreed of it, as it is written: its note is none of that."""
        amount = f"about {self.amount}" if self.approximate and self.amount else self.amount
        posts = f"{self.fte} full-time posts" if self.fte else None
        return ", ".join(filter(None, (amount, self.year and self.year.text, self.kind, posts, self.funder)))

    @property
    def is_within(self) -> bool:
        """Whether it is paid out of what there is already."""
        return self.kind not in {None, NEW}


def cost_rows(costs: "Sequence[str | Cost]") -> tuple[CostRow, ...]:
    """The rows of what an entry says that it costs."""
    return tuple(map(_cost, costs)) if costs else ()


def _cost(each: "str | Cost") -> CostRow:
    if not isinstance(each, str):
        return CostRow(each.amount, each.year, each.kind, each.fte, each.funder, each.approximate, each.note)
    is_amount = each in {FREE, UNQUANTIFIED}
    return CostRow(each if is_amount else None, None, None if is_amount else each, None, None, False, None)
