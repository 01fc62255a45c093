"""Scale of a time line: months, quarters or years as columns of cells, as fine as the width allows."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import NamedTuple

from genderplan.dates.forms import MONTHS, first_of_month
from genderplan.reports.timeline.result import Axis

_UNITS = (
    ("month", 1, 4),
    ("month", 1, 3),
    ("month", 1, 2),
    ("quarter", 3, 3),
    ("quarter", 3, 2),
    ("year", 12, 5),
    ("year", 12, 1),
)
"""What a column stands for, how many months that is, and how many cells it takes; the finest first."""

OVERHANG = 2
"""How many cells a head may stand out over the end of the scale."""


class Scale(NamedTuple):
    """Columns of equal width; `starts` are the first days of each, and of the one after the last."""

    unit: str
    cells: int
    starts: tuple[int, ...]

    @property
    def width(self) -> int:
        """All cells."""
        return self.cells * (len(self.starts) - 1)

    def cell(self, ordinal: int) -> int:
        """The cell of a day; below 0, or the width and above, where it is off the scale."""
        if ordinal < self.starts[0]:
            return -1
        if ordinal >= self.starts[-1]:
            return self.width
        column = bisect_right(self.starts, ordinal) - 1
        first, after = self.starts[column], self.starts[column + 1]
        return column * self.cells + (ordinal - first) * self.cells // (after - first)

    def column_cells(self, ordinal: int) -> range:
        """All cells of the column that a day on the scale is in."""
        first = (bisect_right(self.starts, ordinal) - 1) * self.cells
        return range(first, first + self.cells)

    def years(self) -> str:
        """The line of years: each above its first column."""
        return self._heads((f"{day.year}" if number == 0 or day.month == 1 else "") for number, day in self._days())

    def names(self) -> str:
        """The line of months or quarters; empty where columns are years."""
        if self.unit == "year":
            return ""
        return self._heads(self._name(day) for _, day in self._days())

    def _days(self) -> Iterator[tuple[int, date]]:
        return ((number, date.fromordinal(start)) for number, start in enumerate(self.starts[:-1]))

    def _name(self, day: date) -> str:
        if self.unit == "quarter":
            quarter = (day.month - 1) // 3 + 1
            return f"Q{quarter}" if self.cells > 2 else str(quarter)
        name = MONTHS[day.month - 1]
        return name if self.cells > len(name) else name[0]

    def _heads(self, heads: Iterator[str]) -> str:
        """Heads at their columns, the last as much as `OVERHANG` beyond it; one that would touch the next is left out.

        So a year that begins on the scale is always named, and one of whose months only few are seen may not be.
        """
        placed: list[tuple[int, str]] = []
        end = self.width + OVERHANG
        for number, head in reversed(tuple(enumerate(heads))):
            at = number * self.cells
            if head and at + len(head) <= end:
                placed.append((at, head))
                end = at - 1
        line = ""
        for at, head in reversed(placed):
            line = line.ljust(at) + head
        return line


def scale_for(axis: Axis, room: int) -> Scale:
    """The finest scale of an axis that fits into so many cells; of centuries, several years to a cell."""
    for unit, months, cells in _UNITS:
        scale = Scale(unit, cells, tuple(_starts(axis, months)))
        if scale.width <= room:
            return scale
    years_a_cell = -(-scale.width // max(room - 1, 1))
    return Scale("year", 1, tuple(_starts(axis, 12 * years_a_cell)))


def _starts(axis: Axis, months: int) -> Iterator[int]:
    """The first day of each column, and of the one after the last; quarters and years begin where they do."""
    first = axis.from_.last_month
    for number in count(first - (first - 1) % months, months):
        yield first_of_month(number)
        if first_of_month(number) > axis.to.last:
            return
