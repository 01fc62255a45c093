"""Indicators as their files have them: what is measured, of whom, the targets, and the values in each period."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Annotated, Literal

from pydantic import ValidationInfo, field_validator

from genderplan.dates.lengths import Length
from genderplan.kinds.entry.parts import SourceReference
from genderplan.kinds.indicator.numbers import Unit
from genderplan.kinds.indicator.parts import Benchmark, Category, StartingValue, Target, Value
from genderplan.kinds.shared.contents import Content, Twice, ids_twice
from genderplan.kinds.shared.cycles import every_from
from genderplan.kinds.shared.fields import Id, Interval, OneOrMany, Text, at_most
from genderplan.kinds.shared.mappings import TitledMapping
from genderplan.kinds.shared.supports import Supports
from genderplan.source.places import Path, Places


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

    supports: Supports = ()
    """Sections of frameworks that it supports: `framework/section`, or a mapping; one or a list.

    Examples: "standard/employment", [{"section": "goals/goal-4", "extent": "part"}]
    """

    renamed_from: OneOrMany[Id] = ()
    """The id that it had before in this plan, so that it is found in a baseline.

    Examples: "old-id", ["old-id", "older-id"]
    """

    source: SourceReference | None = None
    """Which document says so, and where in it.

    Examples: {"document": "board-paper", "place": "paragraph 4"}
    """

    @field_validator("every", check_fields=False)
    @classmethod
    def _fits(cls, every: Length | None, info: ValidationInfo) -> Length | None:
        """Refuse what leads from one period into the midst of another."""
        values = (*info.data.get("baseline", ()), *info.data.get("values", ()))
        first = min((each.period for each in values), default=None)
        return every if every is None else every_from(every, first)

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

    every: Interval | None = None
    """How often a value is owed, from its first period on; a multiple of that.

    Examples: "1 year", "3 months"
    """

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

    every: Interval | None = None
    """How often a value is owed.

    Examples: "1 year", "3 months"
    """
