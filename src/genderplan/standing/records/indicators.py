"""Records of indicators in the JSON contract: numbers in them are texts, as they are written or exactly reckoned."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.kinds.indicator.rows import BenchmarkRow, StartingValueRow, TargetRow, ValueRow
from genderplan.kinds.shared.support_rows import SupportRow


class MeasuredValue(NamedTuple):
    """A value in its period."""

    period: PlanDate
    """The period that it is of."""
    value: str
    """The value, as it is written."""
    kind: str
    """outcome, forecast or projected; baseline for where the indicator started from."""


class JudgedTarget(NamedTuple):
    """The target that counts on the status date: the earliest that is not past, else the last."""

    by: PlanDate | None
    """By when; null where the file does not say."""
    value: str
    """What is to be reached, as it is written."""


class BenchmarkDistance(NamedTuple):
    """How far the newest value is from a benchmark."""

    id: str
    """The benchmark's id."""
    title: str
    """The title, in the words of the document."""
    value: str
    """The benchmark, as it is written."""
    distance: str | None
    """The newest value less the benchmark; null where there is no value."""


class SurveyRate(NamedTuple):
    """What a value rests on that comes from a survey."""

    sent: int
    """How many were asked."""
    returned: int
    """How many of them answered."""
    rate: str | None
    """How many percent that is, rounded to one place; null where nobody was asked."""


class PendingValue(NamedTuple):
    """A value that is not known yet."""

    period: PlanDate
    """The period that it is of."""
    expected: PlanDate | None
    """When it will be known."""
    reason: str | None
    """Why it is not known yet."""


class CategoryRecord(NamedTuple):
    """Where one category of an indicator stands on the status date, or the whole where `category` is null."""

    category: str | None
    """The category's id; null for the whole."""
    title: str | None
    """The category's title; null for the whole."""
    dimension: str | None
    """What it is a category of, as framework/section; null where the file does not say."""
    newest: MeasuredValue | None
    """The value of the newest period: an outcome before a projected value, that before a forecast; null for none."""
    outcome: MeasuredValue | None
    """The newest outcome; null where there is none."""
    previous: MeasuredValue | None
    """The value of the period before that of the newest; null where there is no earlier value."""
    change: str | None
    """The newest value less the previous one."""
    baseline: MeasuredValue | None
    """Where it started from; null where the file does not say."""
    change_since_baseline: str | None
    """The newest value less the baseline."""
    target: JudgedTarget | None
    """The target that counts on the status date; null where none is set, or nothing is said of one."""
    judged: MeasuredValue | None
    """The value that is held against the target: the newest of a period that ends by its date."""
    margin: str | None
    """That value less the target, in points where the unit is percent, else in the unit."""
    state: str
    """met, not met, met so far, not yet, projected to meet, projected to miss, forecast to meet, forecast to miss,
    no target set, nothing said, or no value."""
    course: str | None
    """ahead, on or behind: the newest outcome against the straight line from baseline to target on the status date."""
    line: str | None
    """Where that line is on the status date, rounded; null where there is none."""
    benchmarks: tuple[BenchmarkDistance, ...]
    """How far the newest value is from each benchmark."""
    base: int | None
    """How many people or cases the newest value is counted among."""
    survey: SurveyRate | None
    """How many were asked for the newest value, and how many answered; null where it comes from no survey."""
    pending: tuple[PendingValue, ...]
    """The values that are not known yet."""
    owed: int
    """How many values are owed by the status date, one for each period from the first on."""
    missing: tuple[PlanDate, ...]
    """The periods of those for which there is neither an outcome nor a word that it is pending."""
    series: tuple[MeasuredValue, ...]
    """The baseline and the outcomes, the oldest first."""
    note: str | None
    """What a reader should know of the category, in words."""
    tags: tuple[str, ...]
    """Words to find the category by."""


class Disparity(NamedTuple):
    """How far categories lie apart, in the newest period in which at least two of them have a value."""

    dimension: str | None
    """What they are categories of, as framework/section; null where the file does not say."""
    period: PlanDate
    """The period."""
    kinds: tuple[str, ...]
    """The kinds of the values that are compared: outcome, projected, forecast."""
    categories: int
    """How many categories are compared."""
    largest: str
    """The category with the largest value."""
    smallest: str
    """The category with the smallest value."""
    difference: str
    """The largest value less the smallest, in points where the unit is percent, else in the unit."""
    ratio: str | None
    """The smallest value by the largest, rounded to three places; null where that is 0, or one of them is below."""


class IndicatorRecord(NamedTuple):
    plan: str
    """The plan's id."""
    indicator: str
    """The indicator's id in its plan."""
    id: str
    """The full id: plan/indicator."""
    title: str
    """The title, in the words of the document."""
    unit: str | None
    """What it is counted in; percent makes differences points."""
    good: str | None
    """Which direction is good: up or down; null where none is stated."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    data_source: str | None
    """Where its values come from, in words."""
    every: Length | None
    """How often a value is owed."""
    categories: tuple[CategoryRecord, ...]
    """Where each category stands, and the whole."""
    disparities: tuple[Disparity, ...]
    """How far categories lie apart, for each dimension."""
    baseline: tuple[StartingValueRow, ...]
    """Where it started from, as in the file."""
    targets: tuple[TargetRow, ...]
    """What it is to be, as in the file."""
    values: tuple[ValueRow, ...]
    """Its values, as in the file."""
    benchmarks: tuple[BenchmarkRow, ...]
    """What it can be compared with, as in the file."""
    supports: tuple[SupportRow, ...]
    """The sections of frameworks that it supports."""
    entries: tuple[str, ...]
    """The ids of the actions and projects that name it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""
