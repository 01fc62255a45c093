"""`trend` on a screen: report dates from left to right, promised dates from below, and the table behind the drawing.

A letter is a promise, where it was first given and where it changed; the line behind it says for how long it was kept.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from genderplan.dates.forms import first_of_month, month_of
from genderplan.page.words import bare_id, counted, date_in_words, one_line
from genderplan.past.promises import ReportRecord, ReportSource
from genderplan.reports.timeline.result import Axis
from genderplan.reports.timeline.scale import scale_for
from genderplan.reports.timeline.strip import Strip
from genderplan.reports.trend.result import PromiseRecord, Trend, TrendReport
from genderplan.reports.trend.series import DROPPED, Series, series_of
from genderplan.reports.trend.words import facts_of, more_of, next_in_words, undated_in_words, why_none
from genderplan.standing.records.items import PlanLabel
from genderplan.terminal.fitting import fitted, widest
from genderplan.terminal.layout import Cell, Layout, TextColumn, apart, flow
from genderplan.terminal.parts import next_lines, plan_heading
from genderplan.terminal.screen import Line, Screen

_ROWS = 20
_STEPS = (1, 3, 12, 24, 60, 120, 240, 600, 1200)
"""How many months a row of the drawing can stand for."""

_MORE = "+"
_DAY = "/"
_FEW, _MANY = 3, 12
"""How many letters stand beside each other although the next report is there, and how many at most."""

_LABEL = 11
_WIDEST = 22
"""How many cells a column of the table may take: longer names of reports go over lines."""


def trend_lines(report: TrendReport, screen: Screen, *, named: bool = False) -> Iterator[Line]:
    """Every plan after the other; milestones are `named` where ids were given."""
    width = screen.width or 80
    pairs = zip(report.plans, report.trends, strict=True)
    return apart(_plan(label, trend, screen, width, named=named) for label, trend in pairs)


def _plan(label: PlanLabel, trend: Trend, screen: Screen, width: int, *, named: bool) -> Iterator[Line]:
    yield from plan_heading(label, facts_of(trend), screen, width)
    if trend.undated:
        yield from flow(undated_in_words(trend), width, "dim")
    if not trend.milestones:
        yield [("", "")]
        yield from flow(why_none(trend, named=named), width, "head")
        return
    series = series_of(trend)
    if any(each.pieces for each in series):
        yield from _Drawing(trend, series, screen, width).lines()
    yield from _Table(trend, series, screen, width).lines(named=named)
    yield from next_lines(label, *next_in_words(trend), width)


class _Drawing:
    """The chart: one row for each month promised, or for as many months as fit the screen."""

    def __init__(self, trend: Trend, series: Sequence[Series], screen: Screen, width: int) -> None:
        self._series = series
        self._glyphs = screen.glyphs
        points = [point for each in series for piece in each.pieces for point in piece]
        low, high = min(point.promised for point in points), max(point.promised for point in points)
        self._months, self._starts = _row_starts(low, high)
        first, last = trend.reports[0].day.first, max(trend.reports[-1].day.last, high)
        self._scale = scale_for(Axis(month_of(first), month_of(last)), width - _LABEL - 3)
        self._reports = sorted({self._scale.cell(report.day.last) for report in trend.reports})
        self._rows = [Strip(self._scale.width) for _ in self._starts[1:]]
        self._at: dict[tuple[int, int], str] = {}
        self._has_diagonal = self._has_done = self._is_crowded = False
        self._width = width

    def lines(self) -> Iterator[Line]:
        self._diagonal()
        for each in self._series:
            self._letters(each)
        for each in self._series:
            self._kept(each)
        yield [("", "")]
        for row, start in reversed(list(zip(self._rows, self._starts, strict=False))):
            yield [(fitted(f"  {self._label(start)}", _LABEL), ""), *row.spans()]
        for heads in (self._scale.names(), self._scale.years()):
            if heads:
                yield [(" " * (_LABEL + 1) + heads, "head")]
        yield [("", "")]
        yield from flow("  ".join(self._signs()), self._width, "dim", indent=2)

    def _signs(self) -> Iterator[str]:
        """What the signs mean that are there."""
        yield f"A{self._glyphs.line} promised and kept so"
        if self._has_done:
            yield f"{self._glyphs.marks['complete']} done"
        if self._has_diagonal:
            yield f"{_DAY} where the day has come"
        if self._is_crowded:
            yield f"{_MORE} more than fit"

    def _diagonal(self) -> None:
        """Where what is promised is the day of the report itself."""
        for row, (start, after) in enumerate(pairwise(self._starts)):
            cell = self._scale.cell((start + after) // 2)
            if 0 <= cell < self._scale.width:
                self._rows[row].put(cell, _DAY, "dim")
                self._has_diagonal = True

    def _letters(self, series: Series) -> None:
        """The letter at each promise that is new and at the end, beside others that begin in the same place."""
        for piece in series.pieces:
            for point in piece:
                row, cell = self._row(point.promised), self._scale.cell(point.reported)
                if row is None or not (point.is_turn or point is piece[-1]):
                    continue
                cell = self._put(row, cell, series.letter)
                if point.promise.done and (row, cell + 1) not in self._at:
                    self._sign(row, cell + 1, self._glyphs.marks["complete"])
                    self._has_done = True

    def _put(self, row: int, cell: int, letter: str) -> int:
        """A letter in the first free cell of those that it may have, else the sign for more; which cell that is.

        Where it stands beside itself already, that one does.
        """
        last = self._last(cell)
        for at in range(cell - 1, last + 1):
            if self._at.get((row, at)) == letter:
                return at
        free = next((at for at in range(cell, last + 1) if (row, at) not in self._at), last)
        fits = (row, free) not in self._at and len(letter) == 1
        self._sign(row, free, letter if fits else _MORE)
        self._is_crowded |= not fits
        return free

    def _last(self, cell: int) -> int:
        """The last cell for letters that begin in a cell: before the next report, but for a few of them."""
        after = next((each for each in self._reports if each > cell), self._scale.width)
        return min(max(after, cell + _FEW), cell + _MANY, self._scale.width) - 1

    def _sign(self, row: int, cell: int, sign: str) -> None:
        self._at[row, cell] = sign
        self._rows[row].put(cell, sign, "head")

    def _kept(self, series: Series) -> None:
        """A line from each promise for as long as it was kept, under no letter."""
        for piece in series.pieces:
            for point, after in pairwise(piece):
                row = self._row(point.promised)
                if row is not None:
                    for cell in range(self._scale.cell(point.reported), self._scale.cell(after.reported)):
                        if (row, cell) not in self._at:
                            self._rows[row].put(cell, self._glyphs.line, "")

    def _row(self, day: int) -> int | None:
        row = bisect_right(self._starts, day) - 1
        return row if 0 <= row < len(self._rows) else None

    def _label(self, start: int) -> str:
        """What a row stands for: a month, a quarter, or the first of its years."""
        first = date.fromordinal(start)
        if self._months == 1:
            return date_in_words(month_of(start))
        return f"Q{(first.month + 2) // 3} {first.year}" if self._months == 3 else str(first.year)


def _row_starts(low: int, high: int) -> tuple[int, list[int]]:
    """How many months a row has, and the first days of the rows from one day to another and of the row after them."""
    for months in _STEPS:
        first = (month_of(low).last_month - 1) // months * months
        after = (month_of(high).last_month - 1) // months * months + months
        if (after - first) // months <= _ROWS:
            break
    numbers = range(first, after + 1, months)
    return months, [first_of_month(number + 1) for number in numbers]


class _Table:
    """What each report promises, a line for each letter, and under it the milestones that it stands for."""

    def __init__(self, trend: Trend, series: Sequence[Series], screen: Screen, width: int) -> None:
        self._trend = trend
        self._series = series
        self._screen = screen
        self._width = width
        self._beside = 4 + widest([each.letter for each in series])
        left = self._beside + widest([each.amount for each in series])
        told = [self._cell(promise) for each in series for promise in each.record.promises]
        heads = [head for report in trend.reports for head in _heads(report)]
        longest = widest([*told, *heads])
        size = min(longest, _WIDEST)
        self._shown = _chosen(trend, series, max((width - left) // (2 + size), 2))
        columns = (TextColumn(), TextColumn(), *(TextColumn(width=longest, most=size, is_id=True) for _ in self._shown))
        self._layout = Layout(columns, [self._row(each) for each in series], width, ellipsis=screen.glyphs.ellipsis)

    def lines(self, *, named: bool) -> Iterator[Line]:
        yield [("", "")]
        for heads in zip(*(_heads(self._trend.reports[place]) for place in self._shown), strict=True):
            if any(heads):
                yield from self._layout.row([("", ""), ("", ""), *((head, "head") for head in heads)])
        for each in self._series:
            yield from self._layout.row(self._row(each))
            yield from self._milestones(each)
        for number, text in enumerate(self._more(named=named)):
            if not number:
                yield [("", "")]
            yield from flow(text, self._width, "dim")

    def _row(self, series: Series) -> Sequence[Cell]:
        late = series.record.variance
        style = "later" if late and late.is_late else "earlier" if late and late.is_moved else "dim"
        style = "dim" if series.amount == DROPPED else style
        promises = list(series.record.along(len(self._trend.reports)))
        dates = [(self._cell(promises[place]), "") for place in self._shown]
        return ((series.letter, "head"), (series.amount, style), *dates)

    def _milestones(self, series: Series) -> Iterator[Line]:
        for record in series.records:
            leads = f" ({self._screen.called(record.leads)})" if record.leads else ""
            told = one_line(record.title) + leads
            yield from flow(told, self._width, indent=self._beside, hanging="  ")
            yield [(" " * self._beside + bare_id(record.id), "dim")]

    def _cell(self, promise: PromiseRecord | None) -> str:
        if promise is None:
            return ""
        if promise.promised is None:
            return DROPPED
        return date_in_words(promise.promised) + (f" {self._screen.glyphs.marks['complete']}" if promise.done else "")

    def _more(self, *, named: bool) -> Iterator[str]:
        """What is not shown."""
        left_out = len(self._trend.reports) - len(self._shown)
        if left_out:
            yield f"and {counted(left_out, 'report')} between them: --format json has all"
        if self._trend.more:
            yield f"{more_of(self._trend, named=named)}: --limit shows {'them' if named else 'more'}"


def _chosen(trend: Trend, series: Sequence[Series], most: int) -> list[int]:
    """The places of at most so many reports: the first, and the last ones in which something is new, and the last."""
    last = len(trend.reports) - 1
    if last < most:
        return list(range(last + 1))
    turns = {promise.report for each in series for promise in each.record.promises}
    return sorted({0, *sorted(turns | {last})[-(most - 1) :]})


def _heads(report: ReportRecord) -> tuple[str, str]:
    """The day of a report, and its name where that is one that people gave."""
    name = "" if report.source is ReportSource.COMMIT else report.name
    return date_in_words(report.day), one_line(name)
