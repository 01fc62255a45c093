"""Windows of a workload: so many months side by side, where anything falls due in them, and how much is much."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate, first_of_month, month_of
from genderplan.page.page import Heat
from genderplan.page.words import date_in_words
from genderplan.reports.workload.result import Bearer, Load, Workload

YEAR, HALF_A_YEAR = 12, 6
STEPS = (1, 3, 6, 10)
"""From how many on a month has more than a little."""

ALL = "All, each once"
"""What the last row is called, in which nothing is counted twice."""

DEEPEST = 6
"""How deep a name is set in at most: below that it would have no room."""


class Window(NamedTuple):
    """Some months; the first window of all has what was due before it too."""

    months: tuple[PlanDate, ...]
    has_before: bool

    @property
    def title(self) -> str:
        """From which month to which: `Nov 2003 to Oct 2004`."""
        first, last = date_in_words(self.months[0]), date_in_words(self.months[-1])
        return first if first == last else f"{first} to {last}"

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands over the numbers."""
        return (
            *(("Before",) if self.has_before else ()),
            *(date_in_words(each).split()[0] for each in self.months),
            "All",
        )

    def heats(self, cells: Sequence[Load]) -> tuple[Heat, ...]:
        """The numbers of a row, and their sum, which has no colour; nothing of it falls due twice."""
        found = {cell.month.first if cell.month else 0: cell.number for cell in cells}
        firsts = [*([0] if self.has_before else []), *(month.first for month in self.months)]
        numbers = [found.get(first, 0) for first in firsts]
        return (*(Heat(number, level_of(number)) for number in numbers), Heat(sum(numbers), 0))

    def rows(self, report: Workload) -> Iterator[tuple[Bearer, tuple[Heat, ...]]]:
        """Those to whom anything falls in it."""
        for row in report.rows:
            heats = self.heats(row.cells)
            if heats[-1].number:
                yield row, heats


def windows(report: Workload, size: int = YEAR) -> Iterator[Window]:
    """The months, so many a window, without windows in which nothing falls due."""
    has_before = any(cell.month is None for cell in report.total)
    filled = {cell.month.last_month for cell in report.total if cell.month}
    first, last = report.from_.last_month, report.to.last_month
    for start in range(first, last + 1, size):
        numbers = range(start, min(start + size, last + 1))
        with_before = has_before and start == first
        if with_before or not filled.isdisjoint(numbers):
            yield Window(tuple(month_of(first_of_month(number)) for number in numbers), with_before)


def level_of(number: int) -> int:
    """How much a number is: 0 for nothing, 4 from ten on."""
    return sum(number >= step for step in STEPS)
