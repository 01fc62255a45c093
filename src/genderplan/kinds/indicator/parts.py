"""Parts of an indicator: its categories, where it started from, its targets, its values, and its benchmarks."""

from typing import Literal

from pydantic import model_validator

from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.indicator.numbers import NumberOrNoTarget, NumberOrPending
from genderplan.kinds.indicator.rows import PENDING
from genderplan.kinds.shared.fields import Date, Id, Number, Text, WholeNumber, failure
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping


class Category(TitledMapping):
    """A group of people, or whatever else the indicator is counted by."""

    id: Id
    """Its id, unique among the indicator's categories; values and targets name it as their `category`.

    Examples: "officers"
    """

    title: Text
    """The category in words.

    Examples: "Officers"
    """

    dimension: Text | None = None
    """What it is a category of, where there are several kinds of them: a section of a framework.

    Examples: "strands/gender"
    """


class _OfCategory(FileMapping):
    """What baselines, targets and values of an indicator have in common."""

    category: Text | None = None
    """The id of the category that it is of. Left out: of the whole.

    Examples: "officers"
    """

    note: Text | None = None
    """Anything that a reader should know, in words.

    Examples: "The paper gives it no date."
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 4"}
    """


class StartingValue(_OfCategory):
    """Where an indicator started from."""

    period: Date
    """The period, or the day, that it was measured for.

    Examples: "FY2003-04"
    """

    value: Number
    """The value then, as it is written.

    Examples: 31.4
    """


class Target(_OfCategory):
    """What an indicator is to be by a date; or that no target is set."""

    value: NumberOrNoTarget
    """The value that is to be reached, or the word no-target.

    Examples: 35, "no-target"
    """

    by: Date | None = None
    """By when; it is met in time on any day up to the last of the day, month or year given.

    Examples: "2008-03", "FY2007-08"
    """


class Survey(FileMapping):
    """What a value rests on that comes from a survey."""

    sent: WholeNumber
    """How many were asked.

    Examples: 98
    """

    returned: WholeNumber
    """How many of them answered.

    Examples: 45
    """

    @model_validator(mode="after")
    def _no_more_than_were_sent(self) -> "Survey":
        if self.returned > self.sent:
            raise failure(
                "GP108", f"{self.returned} returned of {self.sent} sent", "no more can come back than went out"
            )
        return self


class Value(_OfCategory):
    """What an indicator was in a period, or is expected to be."""

    period: Date
    """The period, or the day, that it is of.

    Examples: "FY2006-07", "2007-03-31"
    """

    value: NumberOrPending
    """The value as it is written; or the word pending, where it is not known yet.

    Examples: 33.1, "pending"
    """

    kind: Literal["outcome", "forecast", "projected"] = "outcome"
    """What sort of value it is: what was measured; what is expected; or what the values so far come to, continued."""

    base: WholeNumber | None = None
    """How many people or cases it is counted among.

    Examples: 1133
    """

    survey: Survey | None = None
    """How many were asked and how many answered, where it comes from a survey.

    Examples: {"sent": 98, "returned": 45}
    """

    expected: Date | None = None
    """When a pending value will be known.

    Examples: "2008-autumn"
    """

    reason: Text | None = None
    """Why a pending value is not known yet.

    Examples: "The survey's results come in May"
    """

    @model_validator(mode="after")
    def _known_or_pending(self) -> "Value":
        if self.value != PENDING and (self.expected or self.reason):
            key = "expected" if self.expected else "reason"
            raise failure("GP108", f"'{key}' is of a pending value", "remove it, or write 'value: pending'")
        return self


class Benchmark(TitledMapping):
    """Something to compare with that nobody has promised to reach."""

    id: Id
    """Its id, unique among the indicator's benchmarks.

    Examples: "labour-market"
    """

    title: Text
    """What it is, in words.

    Examples: "Women in the labour market"
    """

    value: Number
    """Its value, in the indicator's unit.

    Examples: 44
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 5"}
    """
