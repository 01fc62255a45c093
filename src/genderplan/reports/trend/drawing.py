"""`trend` as a picture: SVG that needs nothing from elsewhere, is always the same, and says in words what it shows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from genderplan.dates.forms import PlanDate, first_of_month, month_of
from genderplan.page.svg import GRID, INK, DaySpan, Look, add, document_of, picture, pixels, plain, resize
from genderplan.page.words import as_of_in_words, counted, date_in_words
from genderplan.reports.trend.result import Trend, TrendReport
from genderplan.reports.trend.series import DROPPED, Point, Series, series_of
from genderplan.reports.trend.words import more_of, why_none
from genderplan.standing.records.items import PlanLabel
from genderplan.terminal.fitting import wrapped
from genderplan.text import one_line

_WIDTH = 960
_LEFT, _ACROSS, _DOWN = 84, 790, 380
"""Where the chart begins, and how large it is: the rest of the width is for letters behind the last points."""

_LINE = 18
_WIDE, _HIGH, _BESIDE = 20, 14, 4
"""The room of a letter, and how many stand beside each other."""

_TITLE, _TEXT, _BOLD = 72, 118, 104
"""How many characters a line of each has room for."""


class _Palette(NamedTuple):
    """Colours of a picture: lines are told apart by letters and dashes without any. `letters` None: as their lines."""

    ink: str
    grey: str
    grid: str
    lines: tuple[str, ...]
    letters: str | None = None

    def line(self, number: int) -> str:
        return self.lines[number % len(self.lines)]

    def letter(self, number: int) -> str:
        return self.letters or self.line(number)


_PAPER = _Palette(
    ink="#000000",
    grey="#555555",
    grid="#dddddd",
    lines=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#b58900", "#000000"),
)
"""Told apart by most who see colours otherwise."""

_PAGE = _Palette(
    ink=INK,
    grey=INK,
    grid=GRID,
    lines=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6fd1", "#b58900", INK),
    letters=INK,
)
"""The same where each is seen on light and on dark."""

_DASHES = ("none", "7 3", "2 3", "12 3 2 3")
"""Another one for each line than for those beside it: 28 lines differ in colour or dash."""

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MOST_TICKS = 12


def as_svg(report: TrendReport, *, named: bool = False) -> str:
    """One picture with a chart for each plan, one above the other. It is ASCII: all else is a reference.

    Milestones are `named` where ids were given.
    """
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    root.set("aria-labelledby", "genderplan-trend-title genderplan-trend-desc")
    root.set("font-family", "sans-serif")
    root.set("font-size", "13")
    titles = [one_line(label.title) for label in report.plans]
    SubElement(root, "title", id="genderplan-trend-title").text = plain(f"Milestone trend: {'; '.join(titles)}")
    SubElement(root, "desc", id="genderplan-trend-desc").text = plain(" ".join(_description(report, named=named)))
    SubElement(root, "rect", width="100%", height="100%", fill="#ffffff")
    height = 0
    for label, trend in zip(report.plans, report.trends, strict=True):
        group = SubElement(root, "g", transform=f"translate(0 {height})")
        height += _Chart(group, label, trend, _PAPER, named=named).draw()
    resize(root, _WIDTH, height)
    return document_of(root, alone=True) + "\n"


def drawing_of(label: PlanLabel, trend: Trend, title: str) -> str:
    """The chart of one plan for a page, which has its heading."""
    root = picture(title, " ".join(_description(TrendReport((label,), (trend,)), named=False)))
    resize(root, _WIDTH, _Chart(SubElement(root, "g"), label, trend, _PAGE, named=False).draw(has_heading=False))
    return document_of(root)


def _description(report: TrendReport, *, named: bool) -> Iterator[str]:
    """What the picture shows, in words: each line with its dates."""
    yield "Report dates from left to right, promised dates from below: flat is kept, rising is slipping."
    for label, trend in zip(report.plans, report.trends, strict=True):
        yield f"{one_line(label.title)}:"
        for each in series_of(trend):
            titles = ", ".join(one_line(record.title) for record in each.records)
            yield f"{each.letter}, {each.amount}, {_dates(each)}: {titles}."
        if not trend.milestones:
            yield why_none(trend, named=named)


def _ticks(span: DaySpan) -> Iterator[PlanDate]:
    """Months along an axis, as many as can be read."""
    low, high = (month_of(day).last_month - 1 for day in (span.first, span.last))
    step = next((each for each in _STEPS if (high - low) // each < _MOST_TICKS), _STEPS[-1])
    for number in range(-(-low // step) * step, high + 1, step):
        yield month_of(first_of_month(number + 1))


class _Chart:
    """The chart of one plan, drawn into a group."""

    def __init__(self, group: Element, label: PlanLabel, trend: Trend, palette: _Palette, *, named: bool) -> None:
        self._group = group
        self._palette = palette
        self._named = named
        self._label = label
        self._trend = trend
        self._series = series_of(trend)
        self._top = 0
        self._points = [point for each in self._series for piece in each.pieces for point in piece]

    def draw(self, *, has_heading: bool = True) -> int:
        """Everything; how high it is."""
        below = self._heading() if has_heading else 0
        if self._points:
            self._top = below + 30
            self._axes()
            self._diagonal()
            for number, each in enumerate(self._series):
                self._line(each, number)
            self._letters()
            below = self._top + _DOWN + 66
        return self._legend(below) if has_heading else self._key(below)

    def _heading(self) -> int:
        """The title of the plan and what is compared; where it ends."""
        label, reports = self._label, self._trend.reports
        facts = f"{label.id}, {as_of_in_words(label)}, {counted(len(reports), 'report')}"
        below = self._paragraph(16, 28, one_line(label.title), _TITLE, size=18, weight="bold")
        return self._paragraph(16, below, facts, _TEXT, fill=self._palette.grey)

    def _axes(self) -> None:
        """The two axes. A promise is for the last day of a month, and what is reported is of a day in one."""
        low, high = (choose(point.promised for point in self._points) for choose in (min, max))
        first, last = self._trend.reports[0].day.first, self._trend.reports[-1].day.last
        margin = max((high - low) // 20, 10)
        self._across = DaySpan(first, max(last, high, first + 1), _ACROSS)
        self._down = DaySpan(low - margin, high + margin, _DOWN)
        for month in _ticks(self._across):
            if self._across.holds(month.first):
                self._rule(month.first, None)
                name, at = date_in_words(month), self._top + _DOWN + 18
                self._text(self._x(month.first), at, name, anchor="middle", fill=self._palette.grey, size=11)
        for month in _ticks(self._down):
            if self._down.holds(month.last):
                self._rule(None, month.last)
                name, height = date_in_words(month), self._y(month.last) + 4
                self._text(_LEFT - 8, height, name, anchor="end", fill=self._palette.grey, size=11)
        self._text(_LEFT + _ACROSS / 2, self._top + _DOWN + 38, "reported", anchor="middle", fill=self._palette.grey)
        self._text(_LEFT - 8, self._top - 10, "promised", anchor="end", fill=self._palette.grey)

    def _rule(self, across: int | None, down: int | None) -> None:
        """A line over the whole chart at a day of one axis."""
        x1, x2 = (_LEFT, _LEFT + _ACROSS) if across is None else (self._x(across),) * 2
        y1, y2 = (self._top, self._top + _DOWN) if down is None else (self._y(down),) * 2
        self._add("line", x1=x1, x2=x2, y1=y1, y2=y2, stroke=self._palette.grid)

    def _diagonal(self) -> None:
        """Where what is promised is the day of the report: what is done lies on it, what is overdue beneath."""
        low = max(self._across.first, self._down.first)
        high = min(self._across.last, self._down.last)
        if low < high:
            ends = {"x1": self._x(low), "y1": self._y(low), "x2": self._x(high), "y2": self._y(high)}
            self._add("line", **ends, stroke=self._palette.grey, stroke_dasharray="4 4")
            self._text(self._x(high) + 6, self._y(high) - 8, "done", fill=self._palette.grey, size=11)

    def _line(self, series: Series, number: int) -> None:
        """A line from report to report, a dot where a promise is new, a square where it is done."""
        for piece in series.pieces:
            corners = " ".join(f"{pixels(self._x(day))},{pixels(self._y(due))}" for day, due in _corners(piece))
            self._add("polyline", points=corners, fill="none", **self._stroke(number))
            for point in piece:
                x, y = self._x(point.reported), self._y(point.promised)
                if point.is_turn and point.promise.done:
                    self._add("rect", x=x - 5, y=y - 5, width=10, height=10, fill=self._palette.line(number))
                elif point.is_turn:
                    self._add("circle", cx=x, cy=y, r=4, fill=self._palette.line(number))

    def _stroke(self, number: int) -> dict[str, Look]:
        colour, dashes = self._palette.line(number), _DASHES[number % len(_DASHES)]
        return {"stroke": colour, "stroke_width": 2, "stroke_dasharray": dashes}

    def _letters(self) -> None:
        """Each line's letter behind its last point: where others are in its place a little lower, or farther right.

        One for which there is no room at all is only in the legend, with its colour.
        """
        ends = [(each.pieces[-1][-1], number) for number, each in enumerate(self._series) if each.pieces]
        lowest: dict[tuple[int, int], float] = {}
        for point, number in sorted(ends, key=lambda end: -end[0].promised):
            y = self._y(point.promised) + 5
            places = [(max(y, lowest.get((point.reported, at), 0) + _HIGH), at) for at in range(_BESIDE)]
            below, at = next((place for place in places if place[0] <= y + 2 * _HIGH), min(places))
            if below <= self._top + _DOWN + _HIGH:
                lowest[point.reported, at] = below
                x = self._x(point.reported) + 9 + _WIDE * at
                self._text(x, below, self._series[number].letter, fill=self._palette.letter(number), weight="bold")

    def _legend(self, below: int) -> int:
        """Each letter with its dates and the milestones that it stands for; where it ends."""
        if not self._series:
            return self._paragraph(16, below, why_none(self._trend, named=self._named), _TEXT) + 6
        for number, each in enumerate(self._series):
            self._text(16, below, each.letter, fill=self._palette.letter(number), weight="bold")
            below = self._paragraph(44, below, f"{each.amount}: {_dates(each)}", _BOLD, weight="bold")
            for record in each.records:
                below = self._paragraph(44, below, one_line(record.title), _TEXT)
            below += 6
        if self._trend.more:
            below = self._paragraph(16, below, more_of(self._trend, named=self._named), _TEXT, fill=self._palette.grey)
        return below

    def _key(self, below: int) -> int:
        """Each line with its letter and its milestones, whose dates stand in the table beside; where it ends."""
        for number, each in enumerate(self._series):
            self._add("line", x1=_LEFT, x2=_LEFT + 40, y1=below - 4, y2=below - 4, **self._stroke(number))
            self._text(_LEFT + 52, below, each.letter, weight="bold")
            for record in each.records:
                below = self._paragraph(_LEFT + 72, below, one_line(record.title), _BOLD)
            below += 4
        return below

    def _paragraph(self, x: int, below: int, text: str, most: int, **look: Any) -> int:
        """Text over as many lines as it needs; where the next one goes."""
        for line in wrapped(text, most):
            self._text(x, below, line, **look)
            below += max(_LINE, look.get("size", 0) + 5)
        return below

    def _x(self, day: int) -> float:
        return _LEFT + self._across.at(day)

    def _y(self, day: int) -> float:
        return self._top + _DOWN - self._down.at(day)

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: int = 13,
        weight: str = "",
        anchor: str = "",
        fill: str = "",
    ) -> None:
        look: dict[str, Look] = {"font_size": size, "font_weight": weight, "text_anchor": anchor}
        look |= {"fill": fill or self._palette.ink}
        element = self._add("text", x=x, y=y, **{name: value for name, value in look.items() if value})
        element.text = plain(text)

    def _add(self, name: str, **look: Look) -> Element:
        return add(self._group, name, **look)


def _corners(piece: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The points between which a line is straight: where it turns, the report before that, and the ends."""
    yield piece[0].reported, piece[0].promised
    for before, point in pairwise(piece):
        if point.is_turn and before is not piece[0]:
            yield before.reported, before.promised
        if point.is_turn or point is piece[-1]:
            yield point.reported, point.promised


def _dates(series: Series) -> str:
    """Every promise after the other, with the day of the report in which it was new."""
    told = []
    for promise in series.record.promises:
        what = f"{date_in_words(promise.promised) or DROPPED}{' (done)' if promise.done else ''}"
        told.append(f"{what} on {date_in_words(promise.reported)}")
    return ", ".join(told) or "no date"
