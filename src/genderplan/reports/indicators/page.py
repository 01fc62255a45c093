"""Page of indicators: each measure with its target, what is pending and missing, how far categories lie apart."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import (
    Block,
    Column,
    Identifier,
    Note,
    NumberSeries,
    Organisations,
    Page,
    Section,
    Stack,
    Value,
)
from genderplan.page.words import date_in_words, listed
from genderplan.reports.indicators.result import IndicatorsReport
from genderplan.reports.indicators.words import (
    difference_in_words,
    disparity_in_words,
    missing_in_words,
    notes_of,
    of_in_words,
    states_in_words,
    target_in_words,
    value_in_words,
)
from genderplan.reports.parts import next_step, plan_facts, table
from genderplan.standing.records.indicators import CategoryRecord, IndicatorRecord
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.targets import COURSE_RULE

_NAMED = (Column("Indicator", is_name=True), Column("Lead"))
_MEASURES = (
    Column("Value", is_number=True),
    Column("Of"),
    Column("Target"),
    Column("Margin", is_number=True),
    Column("State"),
    *_NAMED,
)
_SILENT = (Column("Good"), *_NAMED)
_PENDING = (Column("Of"), Column("Expected"), *_NAMED)
_MISSING = (Column("Missing"), *_NAMED)
_DISPARITIES = (Column("Of"), Column("Apart"), *_NAMED)
_RULES = (
    "The target that counts is the earliest that is not past, else the last; what is held against it is the newest "
    "value of a period that ends by its date, and the margin is that value less the target. What is projected or "
    "forecast is no outcome."
)

_LEAST_SERIES = 3

_Measure = tuple[IndicatorRecord, CategoryRecord]


def indicators_page(report: IndicatorsReport, names: Mapping[str, str]) -> Page:
    """Every plan after the other."""
    return Page("Indicators", tuple(_plan(each, report.indicators) for each in report.plans), names)


def _plan(label: PlanLabel, records: Sequence[IndicatorRecord]) -> Section:
    own = [each for each in records if each.plan == label.id]
    blocks: list[Block] = [plan_facts(label), Note(states_in_words(own)), *measure_blocks(label, own)]
    if own:
        blocks.append(next_step(label, f"show {own[0].indicator}", "all that its file says"))
    return Section(label.title, tuple(blocks))


def measure_blocks(label: PlanLabel, own: Sequence[IndicatorRecord]) -> Iterator[Block]:
    """The measures of a plan's indicators and what they are judged by; nothing where there is none."""
    measures = [(record, each) for record in own for each in record.categories]
    yield from _measures(label, measures)
    yield from _disparities(label, own)
    if own:
        yield Note(f"{_RULES} {COURSE_RULE}" if any(each.line for _, each in measures) else _RULES, is_aside=True)


def _measures(label: PlanLabel, measures: Sequence[_Measure]) -> Iterator[Section]:
    """What has a value or a target, what is pending and missing; then what nothing is said of yet."""
    told = [each for each in measures if _is_told(each[1])]
    pending = [(each, value) for each in measures for value in each[1].pending]
    missing = [each for each in measures if each[1].missing]
    silent = [each for each in measures if not _is_told(each[1]) and not each[1].pending]
    if told:
        rows = [_measure(*each) for each in told]
        yield Section("Measures", (table(f"Measures of {label.id}", _MEASURES, rows),), len(rows))
    if pending:
        rows = [(value.period, value.expected, *_about(*each, (value.reason or "",))) for each, value in pending]
        yield Section("Pending", (table(f"Values of {label.id} not known yet", _PENDING, rows),), len(rows))
    if missing:
        rows = [(missing_in_words(each[1]), *_about(*each)) for each in missing]
        yield Section("Missing values", (table(f"Values that {label.id} owes", _MISSING, rows),), len(rows))
    if silent:
        rows = [(each[0].good, *_about(*each)) for each in silent]
        caption = f"Measures of {label.id} without a value or a target"
        yield Section("Without a value or a target", (table(caption, _SILENT, rows),), len(rows))


def _is_told(category: CategoryRecord) -> bool:
    """Whether there is a value, a target, or the word that none is set."""
    return bool(category.newest or category.target or category.state == "no target set")


def _measure(record: IndicatorRecord, category: CategoryRecord) -> tuple[Value, ...]:
    values = tuple(each.value for each in category.series)
    series = (NumberSeries(values),) if len(values) >= _LEAST_SERIES else ()
    newest = category.newest
    return (
        value_in_words(newest.value, record.unit) if newest else "no value",
        of_in_words(newest),
        target_in_words(category, record.unit),
        difference_in_words(category.margin, record.unit),
        category.state,
        *_about(record, category, (*series, *notes_of(category, record.unit), *_good(record, category))),
    )


def _good(record: IndicatorRecord, category: CategoryRecord) -> tuple[str, ...]:
    """Which way is good, at the first of an indicator's measures."""
    is_first = category is next(filter(_is_told, record.categories))
    return (f"{record.good} is good",) if record.good and is_first else ()


def _about(
    record: IndicatorRecord, category: CategoryRecord, notes: Sequence[Value] = ()
) -> tuple[Stack, Organisations]:
    """The title with the category, over the indicator's id and what else is said of it; who leads."""
    title = f"{record.title}: {category.title}" if category.title else record.title
    return Stack((title, Identifier(record.indicator), *notes)), Organisations(record.leads)


def _disparities(label: PlanLabel, records: Sequence[IndicatorRecord]) -> Iterator[Section]:
    """How far categories lie apart, with the kinds of the values that are compared."""
    rows = [
        (
            f"{date_in_words(each.period)}, {listed(each.kinds)}",
            disparity_in_words(each, record),
            Stack((record.title, Identifier(record.indicator), each.dimension or "")),
            Organisations(record.leads),
        )
        for record in records
        for each in record.disparities
    ]
    if rows:
        yield Section("Disparity", (table(f"Between categories of {label.id}", _DISPARITIES, rows),), len(rows))
