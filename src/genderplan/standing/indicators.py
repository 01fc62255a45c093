"""Standing of indicators on a day: the newest value, how far it is from target and benchmark, and on what course.

All is reckoned exactly, with the numbers as they are written. What is a forecast stays one: it is never told as an
outcome. An outcome of a period that begins after the status date has not happened yet.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from genderplan.dates.cycles import MOST, Cycle
from genderplan.dates.forms import PlanDate
from genderplan.decimals import as_digits, difference, product, quotient
from genderplan.errors import UsageError
from genderplan.kinds.indicator.rows import OUTCOME, CategoryRow, IndicatorRow, StartingValueRow, TargetRow, ValueRow
from genderplan.plan.lookup import look_up
from genderplan.plan.plans import Plan, Tree
from genderplan.standing.records.indicators import (
    BenchmarkDistance,
    CategoryRecord,
    Disparity,
    IndicatorRecord,
    JudgedTarget,
    MeasuredValue,
    PendingValue,
    SurveyRate,
)
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings
from genderplan.standing.targets import course_of, judged_target, judged_value, state_of, straight_line

_RANK = {"forecast": 0, "projected": 1, OUTCOME: 2}
"""Of one period an outcome outweighs a projected value, and that a forecast."""

_HUNDRED = Decimal(100)


class Sides(NamedTuple):
    """What an indicator says of one category: its known values by period, the oldest first, and what is pending."""

    values: Sequence[ValueRow]
    pending: Sequence[ValueRow]
    targets: Sequence[TargetRow]
    start: StartingValueRow | None

    @property
    def outcomes(self) -> Sequence[ValueRow]:
        return [each for each in self.values if each.kind == OUTCOME]

    @property
    def newest(self) -> ValueRow | None:
        return self.values[-1] if self.values else None


def indicator_named(tree: Tree, name: str) -> IndicatorRow:
    """The one indicator that a name means. Raises UsageError where it means none, several, or something else."""
    found = look_up(tree, name, "indicator")
    if not isinstance(found, IndicatorRow):
        raise UsageError(f"'{name}' is no indicator: 'genderplan list indicators' names them")
    return found


def selected_indicators(selection: Selection, standings: Standings) -> Iterator[IndicatorRecord]:
    """The records of the indicators of a plan that pass, or that an entry names which passes."""
    named = naming_entries(standings.plan)
    for row in indicators_selected(selection, standings):
        yield indicator_record(row, standings, named.get(row.id, ()))


def indicators_selected(selection: Selection, standings: Standings) -> Iterator[IndicatorRow]:
    """The same as they are in the plan."""
    chosen = set()
    if selection.is_narrowed and standings.plan.indicators:
        chosen = {name for each in selection.entries(standings) for name in each.entry.indicators}
    for row in standings.plan.indicators:
        if row.id in chosen or selection.has_indicator(row):
            yield row


def naming_entries(plan: Plan) -> Mapping[str, Sequence[str]]:
    """The entries that name each indicator."""
    named: dict[str, list[str]] = {}
    for entry in plan.entries:
        for name in entry.indicators:
            named.setdefault(name, []).append(entry.id)
    return named


def indicator_record(row: IndicatorRow, standings: Standings, entries: Sequence[str]) -> IndicatorRecord:
    """The record of an indicator on a day."""
    by_category = sides_of(row, standings)
    titles = {each.id: each for each in row.categories}
    owed = periods_of(row, standings.as_of.ordinal - 1, len(by_category))
    categories = [
        _category(row, titles.get(key or ""), sides, standings.as_of.ordinal, owed)
        for key, sides in by_category.items()
    ]
    return IndicatorRecord(
        plan=row.plan,
        indicator=row.id,
        id=row.full_id(),
        title=row.title,
        unit=row.unit,
        good=row.good,
        leads=row.leads,
        data_source=row.data_source,
        every=row.every,
        categories=tuple(categories),
        disparities=tuple(_disparities(row, by_category)),
        baseline=row.baseline,
        targets=row.targets,
        values=row.values,
        benchmarks=row.benchmarks,
        supports=row.supports,
        entries=tuple(entries),
        note=row.note,
        tags=row.tags,
        source=row.source,
        extra=row.extra,
        file=row.file,
        line=row.position.line,
    )


def sides_of(row: IndicatorRow, standings: Standings) -> Mapping[str | None, Sides]:
    """What is said of each category, as far as it has happened on the day; of unknown ones nothing is told."""
    keys = row.keys
    values: dict[str | None, dict[tuple[int, int], ValueRow]] = {key: {} for key in keys}
    pending: dict[str | None, list[ValueRow]] = {key: [] for key in keys}
    for each in row.values:
        if each.category not in values:
            continue
        if each.number is None:
            pending[each.category].append(each)
        elif each.kind != OUTCOME or standings.has_happened(each.period):
            known = values[each.category].get(each.period[:2])
            if known is None or _RANK[each.kind] > _RANK[known.kind]:
                values[each.category][each.period[:2]] = each
    targets = _by_category(row.targets, keys)
    starts = {each.category: each for each in row.baseline}
    return {
        key: Sides(sorted(values[key].values(), key=_age), pending[key], targets[key], starts.get(key)) for key in keys
    }


def _by_category(targets: Iterable[TargetRow], keys: Iterable[str | None]) -> Mapping[str | None, list[TargetRow]]:
    found: dict[str | None, list[TargetRow]] = {key: [] for key in keys}
    for each in targets:
        if each.category in found:
            found[each.category].append(each)
    return found


def _age(value: ValueRow) -> tuple[int, int, int]:
    return value.period.last, _RANK[value.kind], value.period.first


def _category(
    row: IndicatorRow, category: CategoryRow | None, sides: Sides, day: int, owed: Sequence[PlanDate]
) -> CategoryRecord:
    newest, outcome = sides.newest, next(reversed(sides.outcomes), None)
    before = [each for each in sides.values if newest and each.period.last < newest.period.last]
    target = judged_target(sides.targets, day)
    judged = judged_value(sides.values, target)
    line = straight_line(sides.start, target, day)
    return CategoryRecord(
        category=category.id if category else None,
        title=category.title if category else None,
        dimension=category.dimension if category else None,
        newest=_told(newest),
        outcome=_told(outcome),
        previous=_told(before[-1]) if before else None,
        change=_less(newest, before[-1].value) if before else None,
        baseline=_start(sides.start),
        change_since_baseline=_less(newest, sides.start.value) if sides.start else None,
        target=JudgedTarget(target.by, target.value) if target and target.number is not None else None,
        judged=_told(judged) if target and target.number is not None else None,
        margin=_less(judged, target.value) if target and target.number is not None else None,
        state=state_of(row, sides.start, target, judged, day),
        course=course_of(row, sides.start, target, outcome, line),
        line=as_digits(quotient(line.number, Decimal(line.days), line.places)) if line else None,
        benchmarks=tuple(
            BenchmarkDistance(each.id, each.title, each.value, _less(newest, each.value)) for each in row.benchmarks
        ),
        base=newest.base if newest else None,
        survey=_survey(newest),
        pending=tuple(PendingValue(each.period, each.expected, each.reason) for each in sides.pending),
        owed=len(owed),
        missing=tuple(periods_missing(owed, sides)),
        series=tuple(_series(sides)),
        note=category.note if category else None,
        tags=category.tags if category else (),
    )


def _told(value: ValueRow | None) -> MeasuredValue | None:
    return MeasuredValue(value.period, value.value, value.kind) if value else None


def _start(start: StartingValueRow | None) -> MeasuredValue | None:
    return MeasuredValue(start.period, start.value, "baseline") if start else None


def _less(value: ValueRow | None, other: str) -> str | None:
    """A value less another number, exactly."""
    return None if value is None or value.number is None else as_digits(difference(value.number, Decimal(other)))


def _survey(value: ValueRow | None) -> SurveyRate | None:
    if value is None or value.survey is None:
        return None
    sent, returned = value.survey
    rate = as_digits(quotient(product(Decimal(returned), _HUNDRED), Decimal(sent), 1)) if sent else None
    return SurveyRate(sent, returned, rate)


def periods_of(row: IndicatorRow, last: int, categories: int) -> Sequence[PlanDate]:
    """The periods of which a value is owed that end by a day, an ordinal, from the first that anything is said of on.

    Together the categories owe no more values than one may.
    """
    first = min([each.period for each in row.baseline] + [each.period for each in row.values], default=None)
    if row.every is None or first is None:
        return ()
    cycle = Cycle(row.every, first)
    number = min(cycle.number_until(last), max(MOST // max(categories, 1), 1))
    return [each for each in map(cycle.occurrence, range(number)) if each]


def periods_missing(owed: Sequence[PlanDate], sides: Sides) -> Iterator[PlanDate]:
    """The periods in which neither the baseline nor an outcome ends, nor a value that is pending."""
    told = (*sides.outcomes, *sides.pending, *((sides.start,) if sides.start else ()))
    ends = sorted(each.period.last for each in told)
    at = 0
    for period in owed:
        while at < len(ends) and ends[at] < period.first:
            at += 1
        if at == len(ends) or ends[at] > period.last:
            yield period


def _series(sides: Sides) -> Iterator[MeasuredValue]:
    outcomes = sides.outcomes
    start = _start(sides.start)
    if start and not any(each.period[:2] == start.period[:2] for each in outcomes):
        points = [*filter(None, map(_told, outcomes)), start]
        yield from sorted(points, key=lambda each: each.period.last)
    else:
        yield from filter(None, map(_told, outcomes))


def _disparities(row: IndicatorRow, by_category: Mapping[str | None, Sides]) -> Iterator[Disparity]:
    """One for each dimension of which two categories have a value in one period."""
    for dimension in dict.fromkeys(each.dimension for each in row.categories):
        periods: dict[tuple[int, int], list[ValueRow]] = {}
        for category in row.categories:
            if category.dimension == dimension:
                for each in by_category[category.id].values:
                    periods.setdefault(each.period[:2], []).append(each)
        shared = [found for found in periods.values() if len(found) > 1]
        if shared:
            yield _disparity(dimension, max(shared, key=lambda found: (found[0].period.last, found[0].period.first)))


def _disparity(dimension: str | None, values: Sequence[ValueRow]) -> Disparity:
    ordered = sorted(values, key=lambda each: Decimal(each.value))
    smallest, largest = ordered[0], ordered[-1]
    least, most = Decimal(smallest.value), Decimal(largest.value)
    return Disparity(
        dimension=dimension,
        period=largest.period,
        kinds=tuple(kind for kind in reversed(_RANK) if any(each.kind == kind for each in values)),
        categories=len(values),
        largest=largest.category or "",
        smallest=smallest.category or "",
        difference=as_digits(difference(most, least)),
        ratio=as_digits(quotient(least, most, 3)) if least >= 0 and most > 0 else None,
    )
