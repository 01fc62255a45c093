"""Dues of indicators: values that are owed once a period has ended, and those that are expected on a date."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.standing.dues.rows import DueKind, OtherDue, Sought
from genderplan.standing.indicators import indicators_selected, periods_missing, periods_of, sides_of
from genderplan.standing.standings import Standings
from genderplan.text import one_line


class OwedValue(NamedTuple):
    """A value of a period, of the whole or of some categories, that is to be there by a date."""

    period: PlanDate
    date: PlanDate
    categories: tuple[str | None, ...]
    reason: str | None = None
    is_pending: bool = False


def values_of_indicators(sought: Sought) -> Iterator[OtherDue]:
    """A value for each period of which there is neither an outcome nor a word, and those that are pending."""
    for standings in sought.standings:
        for row in indicators_selected(sought.selection, standings):
            for each in owed_values(row, standings, sought.last(standings.day)):
                if sought.holds(each.date, standings.day):
                    yield _due(row, each, standings)


def owed_values(row: IndicatorRow, standings: Standings, last: int) -> Iterator[OwedValue]:
    """The values that are owed by a day, an ordinal; what is pending is owed when it is expected."""
    sides = sides_of(row, standings)
    periods = periods_of(row, last, len(sides))
    missing: dict[PlanDate, list[str | None]] = {period: [] for period in periods}
    expected: dict[tuple[PlanDate, PlanDate, str | None], list[str | None]] = {}
    for key, each in sides.items():
        for period in periods_missing(periods, each):
            missing[period].append(key)
        for value in each.pending:
            if value.expected:
                expected.setdefault((value.period, value.expected, value.reason), []).append(key)
    yield from (OwedValue(period, period, tuple(keys)) for period, keys in missing.items() if keys)
    for (period, date, reason), keys in expected.items():
        yield OwedValue(period, date, tuple(keys), reason, is_pending=True)


def _due(row: IndicatorRow, owed: OwedValue, standings: Standings) -> OtherDue:
    day = standings.day
    return OtherDue(
        kind=DueKind.VALUE,
        id=f"{row.full_id()}@{owed.period}",
        title=row.title,
        plan=row.plan,
        leads=row.leads,
        date=owed.date,
        status=day.open_status(owed.date),
        day=day.ordinal,
        file=row.file,
        line=row.position.line,
        note=_note(row, owed),
        tags=row.tags,
        first_id=_first_id(row, owed),
    )


def _first_id(row: IndicatorRow, owed: OwedValue) -> str | None:
    """The id that it had first; of a period of which categories are expected apart, with the first of these."""
    name = next(iter(row.renamed_from), row.id)
    apart = f":{owed.categories[0] or '-'}" if owed.is_pending and len(row.keys) > 1 else ""
    return f"{row.plan}/{name}@{owed.period}{apart}" if apart or row.renamed_from else None


def _note(row: IndicatorRow, owed: OwedValue) -> str | None:
    """Of which categories it is, where not of all, and why it is pending."""
    titles = {each.id: each.title for each in row.categories}
    is_whole = len(owed.categories) == len(row.keys)
    categories = [titles[key] if key else "the whole" for key in owed.categories]
    parts = (None if is_whole else ", ".join(categories), owed.reason)
    return one_line(": ".join(filter(None, parts))) or None
