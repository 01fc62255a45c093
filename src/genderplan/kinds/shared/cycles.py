"""Cycles in files: `{every, from, until}`, and what of one cannot be.

Milestones and entries have its keys beside their own, with `due` for `from`. A key is judged by those before it: where
one of them is wrong, that is told, and nothing of the others.
"""

from collections.abc import Callable
from typing import TypeVar

from pydantic import Field, ValidationInfo, field_validator

from genderplan.dates.cycles import Cycle, CycleError, fitting_every, fitting_until
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.shared.fields import Date, Interval, failure
from genderplan.kinds.shared.mappings import FileMapping

Made = TypeVar("Made")

OF_CYCLES = "GP115"


def checked_every(every: Length | None, info: ValidationInfo, first: str = "due") -> Length | None:
    """A length that fits the first date, which stands under another key."""
    return every if every is None or first not in info.data else every_from(every, info.data[first])


def every_from(every: Length, first: PlanDate | None) -> Length:
    """A length that fits a first date, wherever that stands."""
    return _or_failure(lambda: fitting_every(every, first))


def checked_until(until: PlanDate | None, info: ValidationInfo, first: str = "due") -> PlanDate | None:
    """An end that leaves at least one occurrence, and not too many."""
    if until is None or not {"every", first} <= info.data.keys():
        return until
    every: Length | None = info.data["every"]
    if every is None:
        raise failure(OF_CYCLES, "'until' without 'every'", "write how often it comes again, or remove it")
    return _or_failure(lambda: fitting_until(until, every, info.data[first]))


def _or_failure(make: Callable[[], Made]) -> Made:
    try:
        return make()
    except CycleError as error:
        raise failure(OF_CYCLES, str(error), error.hint) from None


class CycleMapping(FileMapping):
    """What comes again every so often, from a first date on."""

    from_: Date | None = Field(default=None, alias="from")
    """When it comes first. Left out: nobody said, so there are no dates.

    Examples: "2025-Q1", "2025-03-31"
    """

    every: Interval
    """How long it is from one time to the next, in whole months, quarters or years where the first date is one.

    Examples: "3 months", "1 year"
    """

    until: Date | None = None
    """The end: the last time is due by its last day. Left out: it goes on.

    Examples: "2027-Q4"
    """

    @field_validator("every")
    @classmethod
    def _fits(cls, every: Length, info: ValidationInfo) -> Length | None:
        return checked_every(every, info, "from_")

    @field_validator("until")
    @classmethod
    def _ends(cls, until: PlanDate | None, info: ValidationInfo) -> PlanDate | None:
        return checked_until(until, info, "from_")

    @property
    def cycle(self) -> Cycle:
        """Its dates."""
        return Cycle(self.every, self.from_, self.until)
