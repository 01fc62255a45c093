"""Values of indicators in words: numbers with their unit, differences with their sign, and what is said of both."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from genderplan.kinds.indicator.rows import PERCENT
from genderplan.page.words import counted, date_in_words, listed, one_line
from genderplan.standing.records.indicators import CategoryRecord, Disparity, IndicatorRecord, MeasuredValue

STATES = (
    "met",
    "not met",
    "met so far",
    "not yet",
    "projected to meet",
    "projected to miss",
    "forecast to meet",
    "forecast to miss",
    "no value",
    "no target set",
    "nothing said",
)
"""Every state of a category, as they are counted."""

_COURSES = {"ahead": "ahead of", "on": "on", "behind": "behind"}

_MOST = 5
"""How many periods of missing values are named."""


def value_in_words(value: str | None, unit: str | None) -> str:
    """`8.2%`, `1,133 joiners`, `31` where no unit is stated; nothing for none."""
    if value is None:
        return ""
    return f"{value}%" if unit == PERCENT else f"{_grouped(value)} {one_line(unit or '')}".rstrip()


def _grouped(number: str) -> str:
    """Thousands parted, and each place that is written."""
    return f"{Decimal(number):,f}"


def difference_in_words(difference: str | None, unit: str | None) -> str:
    """`+0.2 points`, `-5 joiners`, `no difference`; nothing for none."""
    if difference is None:
        return ""
    if not difference.strip("-0."):
        return "no difference"
    amount = f"{Decimal(difference):+,f}"
    name = ("point" if difference.strip("-") == "1" else "points") if unit == PERCENT else one_line(unit or "")
    return f"{amount} {name}".rstrip()


def told_in_words(value: MeasuredValue | None, unit: str | None) -> str:
    """`8.2% (FY2007-08, projected)`."""
    return f"{value_in_words(value.value, unit)} ({of_in_words(value)})" if value else ""


def of_in_words(value: MeasuredValue | None) -> str:
    """`FY2007-08, projected`."""
    return f"{date_in_words(value.period)}, {value.kind}" if value else ""


def target_in_words(record: CategoryRecord, unit: str | None) -> str:
    """`8% by FY2007-08`."""
    if record.target is None:
        return ""
    value = value_in_words(record.target.value, unit)
    return f"{value} by {date_in_words(record.target.by)}" if record.target.by else value


def states_in_words(records: Iterable[IndicatorRecord]) -> str:
    """How many values have each state, as one sentence."""
    found = Counter(each.state for record in records for each in record.categories)
    told = [f"{number} {state}" for state in STATES if (number := found[state])]
    return f"{counted(sum(found.values()), 'measure')}: {', '.join(told)}." if told else "Nothing is measured."


def course_in_words(record: CategoryRecord, unit: str | None) -> str:
    """`course: behind the line, which is at 34.31%`; nothing where it has none."""
    if record.course is None:
        return ""
    return f"course: {_COURSES[record.course]} the line, which is at {value_in_words(record.line, unit)}"


def notes_of(record: CategoryRecord, unit: str | None) -> Iterator[str]:
    """What is to be said of a category beside its value and its target, each in a line."""
    if record.newest and record.outcome and record.newest.kind != "outcome":
        yield f"last outcome {told_in_words(record.outcome, unit)}"
    if record.judged and record.judged != record.newest:
        yield f"held against the target: {told_in_words(record.judged, unit)}"
    if course := course_in_words(record, unit):
        yield course
    yield from _changes(record, unit)
    for each in record.benchmarks:
        if each.distance is not None:
            against = f"{value_in_words(each.value, unit)}, {one_line(each.title)}"
            yield f"{difference_in_words(each.distance, unit)} against {against}"
    if record.survey:
        rate = f" ({record.survey.rate}%)" if record.survey.rate else ""
        yield f"survey: {record.survey.returned:,} of {record.survey.sent:,} came back{rate}"
    if record.base is not None:
        yield f"counted among {record.base:,}"


def _changes(record: CategoryRecord, unit: str | None) -> Iterator[str]:
    """The change since the previous value and since the baseline; or that there is no earlier value."""
    if record.newest is None:
        return
    if record.previous:
        yield f"{difference_in_words(record.change, unit)} since {told_in_words(record.previous, unit)}"
    if record.baseline:
        start = f"{value_in_words(record.baseline.value, unit)} ({date_in_words(record.baseline.period)})"
        yield f"{difference_in_words(record.change_since_baseline, unit)} since the baseline, {start}"
    if not record.previous and not record.baseline:
        yield "no earlier value"


def missing_in_words(record: CategoryRecord) -> str:
    """`3 of 5 owed: FY2004-05, FY2005-06 and FY2006-07`."""
    periods = [date_in_words(each) for each in record.missing[:_MOST]]
    more = len(record.missing) - len(periods)
    named = listed([*periods, f"{more:,} more"]) if more else listed(periods)
    return f"{len(record.missing):,} of {record.owed:,} owed: {named}"


def disparity_in_words(disparity: Disparity, record: IndicatorRecord) -> str:
    """`22.8 points between MSC and Police Officer; the smallest is 0.265 of the largest`."""
    apart = difference_in_words(disparity.difference, record.unit).removeprefix("+")
    titles = {each.category: each.title for each in record.categories}
    largest, smallest = (one_line(titles.get(name) or name) for name in (disparity.largest, disparity.smallest))
    between = f"{apart} between {largest} and {smallest}"
    return f"{between}; the smallest is {disparity.ratio} of the largest" if disparity.ratio else between
