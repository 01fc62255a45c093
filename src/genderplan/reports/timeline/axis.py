"""Axis of a time line in pixels: years, and under them months or quarters where there is room for their names."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from genderplan.dates.forms import MONTHS, first_of_month
from genderplan.page.svg import DaySpan
from genderplan.reports.timeline.result import Axis

_MONTH, _QUARTER, _YEAR = 24, 20, 34
"""How many pixels a column must have to be named."""

_YEARS = (1, 2, 5, 10, 25, 50, 100)
_WITHIN = 6
"""How far before the end of a month stands what is of its last day: in the month, and not between two."""


class AxisPart(NamedTuple):
    """Where a month, a quarter or a year begins and ends on the axis, and its name."""

    start: float
    end: float
    name: str

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


class TimeAxis:
    """Whole months from a pixel on; what is before the status date stands left of it, what comes after right of it."""

    def __init__(self, axis: Axis, left: int, width: int, as_of: int) -> None:
        self._span = DaySpan(axis.from_.first, axis.to.last + 1, width)
        self._left = left
        self._months = range(axis.from_.last_month, axis.to.last_month + 1)
        self._month = width / len(self._months)
        self._as_of = as_of

    def edge(self, day: int) -> float:
        """Where a day begins; one off the axis at its end."""
        return self._left + min(max(self._span.at(day), 0), self._span.pixels)

    @property
    def first(self) -> int:
        return self._span.first

    @property
    def last(self) -> int:
        return self._span.last - 1

    def holds(self, day: int) -> bool:
        """Whether a day is on the axis."""
        return self._span.first <= day < self._span.last

    def meets(self, days: Iterable[int]) -> bool:
        """Whether anything between some days is on the axis."""
        ordered = sorted(days)
        return ordered[0] < self._span.last and ordered[-1] >= self._span.first

    def reach(self, days: Iterable[int], margin: float) -> tuple[float, float]:
        """From where to where signs of some days reach on the axis, with a margin on both sides."""
        places = [self.x(day) if self.holds(day) else self.edge(day) for day in days]
        return min(places) - margin, max(places) + margin

    @property
    def as_of(self) -> float | None:
        """Where the status date is, if it is on the axis."""
        return self._middle(self._as_of) if self.holds(self._as_of) else None

    def x(self, day: int) -> float:
        """Where a sign of a day stands."""
        if date.fromordinal(day + 1).day > 1:
            return self._middle(day)
        at = self.edge(day + 1) - min(_WITHIN, self._month / 2)
        return max(at, self._middle(self._as_of)) if day > self._as_of else at

    def _middle(self, day: int) -> float:
        return self._left + self._span.at(day) + self._span.at(self._span.first + 1) / 2

    def years(self) -> Iterator[AxisPart]:
        """Every year that can be named; of many every second, fifth, tenth and so on."""
        step = next((each for each in _YEARS if 12 * each * self._month >= _YEAR), _YEARS[-1])
        columns = list(self._columns(12 * step))
        for column, after in zip(columns, [*columns[1:], None], strict=True):
            if after is None or after.start - column.start >= _YEAR:
                yield column

    def parts(self) -> Iterator[AxisPart]:
        """The months or quarters of the years; none where they are too narrow."""
        if self._month >= _MONTH:
            yield from self._columns(1)
        elif 3 * self._month >= _QUARTER:
            yield from (column for column in self._columns(3) if column.end - column.start >= _QUARTER - 1)

    def _columns(self, months: int) -> Iterator[AxisPart]:
        before = (self._months.start - 1) % months
        for number in range(self._months.start - before, self._months.stop, months):
            start, end = first_of_month(number), first_of_month(number + months)
            first = date.fromordinal(start)
            name = {1: MONTHS[first.month - 1], 3: f"Q{first.month // 3 + 1}"}.get(months, str(first.year))
            yield AxisPart(self.edge(start), self.edge(end), name)
