"""Indicators as their files have them: what is measured, of whom, the targets, and the values in each period."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Annotated, Literal

from pydantic import ValidationInfo, field_validator, model_validator

from genderplan.dates.lengths import Length
from genderplan.dates.periods import is_multiple
from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.indicator.numbers import Every, NumberOrNoTarget, NumberOrPending, Unit
from genderplan.kinds.indicator.rows import PENDING
from genderplan.kinds.shared.contents import Content, Twice, ids_twice
from genderplan.kinds.shared.fields import Date, Id, Number, OneOrMany, Text, WholeNumber, at_most, failure
from genderplan.kinds.shared.mappings import FileMapping, TitledMapping
from genderplan.source.places import Path, Places


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


class _Measured(TitledMapping):
    """What an indicator says in a plan and in a baseline."""

    title: Text
    """What is measured, in words.

    Examples: "Women among senior posts"
    """

    unit: Unit | None = None
    """What it is counted in; `percent` makes differences points.

    Examples: "percent", "complaints"
    """

    good: Literal["up", "down"] | None = None
    """Which direction is good. Left out: none is stated."""

    lead: OneOrMany[Text] = ()
    """Who answers for it: an organisation's id, or a list of them.

    Examples: "HR", ["HR", "Finance"]
    """

    data_source: Text | None = None
    """Where its values come from, in words.

    Examples: "Staff census"
    """

    categories: Annotated[tuple[Category, ...], at_most(100, "categories")] = ()
    """What it is counted by, in their order.

    Examples: [{"id": "officers", "title": "Officers"}, {"id": "staff", "title": "Staff"}]
    """

    baseline: OneOrMany[StartingValue] = ()
    """Where it started from; one, or one for each category.

    Examples: {"period": "FY2003-04", "value": 31.4, "category": "officers"}
    """

    targets: tuple[Target, ...] = ()
    """What it is to be.

    Examples: [{"by": "2008-03", "value": 35, "category": "officers"}, {"value": "no-target", "category": "staff"}]
    """

    benchmarks: Annotated[tuple[Benchmark, ...], at_most(50, "benchmarks")] = ()
    """What it can be compared with, and is no target.

    Examples: [{"id": "labour-market", "title": "Women in the labour market", "value": 44}]
    """

    supports: OneOrMany[Text] = ()
    """The sections of frameworks that it supports, as `framework/section`; one or a list.

    Examples: "standard/employment", ["standard/employment", "goals/goal-4"]
    """

    renamed_from: OneOrMany[Id] = ()
    """The id that it had before in this plan, so that it is found in a baseline.

    Examples: "old-id", ["old-id", "older-id"]
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 4"}
    """

    def promised_twice(self, places: Places, path: Path) -> Iterator[Twice]:
        """Every further use of an id, a further baseline of a category, a further target of one for one date."""
        yield from ids_twice("category", self.categories, places, (*path, "categories"))
        yield from ids_twice("benchmark", self.benchmarks, places, (*path, "benchmarks"))
        baselines = [(each.category, None) for each in self.baseline]
        yield from _twice("baseline of", baselines, places, (*path, "baseline"))
        targets = [(each.category, each.by and each.by.last) for each in self.targets]
        yield from _twice("target of", targets, places, (*path, "targets"))


def _twice(what: str, keys: Sequence[tuple[str | None, Hashable]], places: Places, path: Path) -> Iterator[Twice]:
    """Every further item of a list with the same key, whose first part is a category."""
    if len(set(keys)) < len(keys):
        met = set()
        for index, key in enumerate(keys):
            if key in met:
                yield Twice(what, key[0] or "the whole", places.position((*path, index)))
            met.add(key)


class Indicator(_Measured, Content):
    """An indicator: one file."""

    values: tuple[Value, ...] = ()
    """What it was in each period, or is expected to be.

    Examples: [{"period": "FY2006-07", "category": "officers", "value": 33.1, "kind": "outcome"}]
    """

    every: Every | None = None
    """How often a value is owed, from its first period on; a multiple of that.

    Examples: "1 year", "3 months"
    """

    @field_validator("every")
    @classmethod
    def _a_multiple_of_the_period(cls, every: Length | None, info: ValidationInfo) -> Length | None:
        """Refuse what leads from one period into the midst of another."""
        values = (*info.data.get("baseline", ()), *info.data.get("values", ()))
        first = min((each.period for each in values), default=None)
        if every is not None and first is not None and not is_multiple(every, first):
            raise failure(
                "GP106", f"{every.in_words} is no multiple of the first period, {first}", "write a multiple of it"
            )
        return every

    def given_twice(self, places: Places) -> Iterator[Twice]:
        yield from self.promised_twice(places, ())
        keys = [(each.category, (each.period[:2], each.kind)) for each in self.values]
        if len(set(keys)) < len(keys):
            met = set()
            for index, (key, value) in enumerate(zip(keys, self.values, strict=True)):
                if key in met:
                    told = ", ".join(filter(None, (value.period.text, value.category, value.kind)))
                    yield Twice("value of", told, places.position(("values", index)))
                met.add(key)


class BaselineIndicator(_Measured):
    """An indicator as it was agreed: no values."""

    every: Every | None = None
    """How often a value is owed.

    Examples: "1 year", "3 months"
    """
