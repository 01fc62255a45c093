"""Rows of a baseline's replacements; its entries are rows as those of a plan are."""

from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate

if TYPE_CHECKING:
    from genderplan.kinds.baseline.model import Replacement


class ReplacementRow(NamedTuple):
    """One time that a baseline was taken anew under its name."""

    date: PlanDate | None
    """The date."""
    reason: str | None
    """Why."""


def replacement_row(replacement: "Replacement") -> ReplacementRow:
    """The row of one time that a baseline was replaced."""
    return ReplacementRow(replacement.date, replacement.reason)
