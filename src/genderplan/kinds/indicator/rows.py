"""Rows of indicators: numbers in them are texts as they are written; `number` is what is reckoned with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.findings import Position
from genderplan.kinds.entry.part_rows import SourceRow, source_row
from genderplan.kinds.shared.support_rows import SupportRow, support_rows
from genderplan.source.places import Path, Places

if TYPE_CHECKING:
    from genderplan.kinds.indicator.model import BaselineIndicator, Indicator
    from genderplan.kinds.indicator.parts import Benchmark, Category, StartingValue, Survey, Target, Value
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile

NO_TARGET, PENDING = "no-target", "pending"
"""What may stand in the place of a number: that no target is set, and that the value is not known yet."""

PERCENT = "percent"
"""The unit whose differences are points."""

OUTCOME = "outcome"

Given = TypeVar("Given")
Made = TypeVar("Made")


class CategoryRow(NamedTuple):
    """What an indicator is counted by."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    dimension: str | None
    """What it is a category of, as framework/section; null where the file does not say."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""


class StartingValueRow(NamedTuple):
    """Where an indicator started from."""

    category: str | None
    """The category's id; null for the whole."""
    period: PlanDate
    """The period that it was measured for."""
    value: str
    """The value, as it is written."""
    note: str | None
    """What a reader should know, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""


class TargetRow(NamedTuple):
    """What an indicator is to be, or that no target is set."""

    category: str | None
    """The category's id; null for the whole."""
    by: PlanDate | None
    """By when; null where the file does not say."""
    value: str
    """The value as it is written, or no-target."""
    note: str | None
    """What a reader should know, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""

    @property
    def number(self) -> Decimal | None:
        """What is to be reached; None where no target is set."""
        return None if self.value == NO_TARGET else Decimal(self.value)


class SurveyRow(NamedTuple):
    """What a value rests on that comes from a survey."""

    sent: int
    """How many were asked."""
    returned: int
    """How many of them answered."""


class ValueRow(NamedTuple):
    """What an indicator was in a period, or is expected to be."""

    category: str | None
    """The category's id; null for the whole."""
    period: PlanDate
    """The period that it is of."""
    value: str
    """The value as it is written, or pending."""
    kind: str
    """outcome, forecast or projected."""
    base: int | None
    """How many people or cases it is counted among."""
    survey: SurveyRow | None
    """How many were asked and how many answered; null where it comes from no survey."""
    expected: PlanDate | None
    """When a pending value will be known."""
    reason: str | None
    """Why a pending value is not known yet."""
    note: str | None
    """What a reader should know, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""

    @property
    def number(self) -> Decimal | None:
        """The value to reckon with; None while it is pending."""
        return None if self.value == PENDING else Decimal(self.value)

    @property
    def is_outcome(self) -> bool:
        """Whether it was measured."""
        return self.kind == OUTCOME and self.value != PENDING


class BenchmarkRow(NamedTuple):
    """Something to compare with that is no target."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    value: str
    """The value, as it is written."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    source: SourceRow | None
    """Which document says so, and where in it."""


class IndicatorRow(NamedTuple):
    """An indicator, in a plan or (without values) in a baseline; `path` leads to it in its file."""

    plan: str
    id: str
    title: str
    unit: str | None
    good: str | None
    leads: tuple[str, ...]
    data_source: str | None
    every: Length | None
    categories: tuple[CategoryRow, ...]
    baseline: tuple[StartingValueRow, ...]
    targets: tuple[TargetRow, ...]
    values: tuple[ValueRow, ...]
    benchmarks: tuple[BenchmarkRow, ...]
    supports: tuple[SupportRow, ...]
    renamed_from: tuple[str, ...]
    note: str | None
    tags: tuple[str, ...]
    source: SourceRow | None
    extra: Mapping[str, Any]
    file: str
    position: Position
    places: Places
    path: Path = ()

    @property
    def keys(self) -> tuple[str | None, ...]:
        """Its categories by their ids, and None for the whole where anything is said of that, or there are none."""
        named = [each.category for each in self.baseline] + [each.category for each in self.targets]
        told = None in named or any(each.category is None for each in self.values)
        return (*((None,) if told or not self.categories else ()), *(each.id for each in self.categories))

    @property
    def named(self) -> Iterator[tuple[str, Path]]:
        """Every category that is named, with the way to its name."""
        for key in ("baseline", "targets", "values"):
            for index, each in enumerate(getattr(self, key)):
                if each.category is not None:
                    yield each.category, (key, index, "category")

    @property
    def sources(self) -> Iterator[tuple[SourceRow, Path]]:
        """Every document that is quoted, with the way to it."""
        if self.source:
            yield self.source, ("source",)
        for key in ("baseline", "targets", "values", "benchmarks"):
            for index, each in enumerate(getattr(self, key)):
                if each.source:
                    yield each.source, (key, index, "source")

    def direction(self, target: Decimal, start: str | None) -> int:
        """1 where more is good, -1 where less is: as is stated, else as a target lies from its baseline, else 0."""
        if self.good is not None:
            return 1 if self.good == "up" else -1
        return 0 if start is None else int(target.compare(Decimal(start)))

    def at(self, *path: str | int) -> Position:
        """Where the value at a path of this indicator stands in its file."""
        return self.places.position((*self.path, *path))

    def full_id(self) -> str:
        """`plan/indicator`."""
        return f"{self.plan}/{self.id}"


class IndicatorOrigin(NamedTuple):
    """Where an indicator comes from: what its own text does not say. `path` leads to its mapping in its file."""

    plan: str
    id: str
    file: str
    document: "Document"
    path: Path = ()


def row_of(indicator: "Indicator", file: "SourceFile", document: "Document") -> IndicatorRow:
    """The row of the indicator that a file holds."""
    values = _all(_value, indicator.values)
    return indicator_row(indicator, IndicatorOrigin(file.plan, file.stem, file.shown, document))._replace(values=values)


def indicator_row(indicator: "Indicator | BaselineIndicator", origin: IndicatorOrigin) -> IndicatorRow:
    """The row of an indicator less its values, of which a baseline has none."""
    return IndicatorRow(
        plan=origin.plan,
        id=origin.id,
        title=indicator.title,
        unit=indicator.unit,
        good=indicator.good,
        leads=indicator.lead,
        data_source=indicator.data_source,
        every=indicator.every,
        categories=_all(_category, indicator.categories),
        baseline=_all(_start, indicator.baseline),
        targets=_all(_target, indicator.targets),
        values=(),
        benchmarks=_all(_benchmark, indicator.benchmarks),
        supports=support_rows(indicator.supports),
        renamed_from=indicator.renamed_from,
        note=indicator.note,
        tags=indicator.tags,
        source=source_row(indicator.source),
        extra=indicator.extra,
        file=origin.file,
        position=origin.document.start(origin.document.at(*origin.path)),
        places=origin.document.places,
        path=origin.path,
    )


def _all(convert: Callable[[Given], Made], items: Sequence[Given]) -> tuple[Made, ...]:
    return tuple(map(convert, items)) if items else ()


def _category(each: "Category") -> CategoryRow:
    return CategoryRow(each.id, each.title, each.dimension, each.note, each.tags)


def _start(each: "StartingValue") -> StartingValueRow:
    return StartingValueRow(each.category, each.period, each.value, each.note, source_row(each.source))


def _target(each: "Target") -> TargetRow:
    return TargetRow(each.category, each.by, each.value, each.note, source_row(each.source))


def _survey(each: "Survey | None") -> SurveyRow | None:
    return None if each is None else SurveyRow(each.sent, each.returned)


def _value(each: "Value") -> ValueRow:
    return ValueRow(
        each.category,
        each.period,
        each.value,
        each.kind,
        each.base,
        _survey(each.survey),
        each.expected,
        each.reason,
        each.note,
        source_row(each.source),
    )


def _benchmark(each: "Benchmark") -> BenchmarkRow:
    return BenchmarkRow(each.id, each.title, each.value, each.note, each.tags, source_row(each.source))
