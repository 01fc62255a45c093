"""`trend` as a picture: SVG that needs nothing from elsewhere, is always the same, and says in words what it shows."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from genderplan.analysis.records import PlanLabel
from genderplan.analysis.trend import Trend, TrendReport
from genderplan.dates.forms import PlanDate, month_of
from genderplan.page.words import as_of_in_words, counted, date_in_words
from genderplan.text import in_xml, one_line
from genderplan.views.screen import wrapped
from genderplan.views.trend_series import DROPPED, Point, Series, more_of, series_of, why_none

_WIDTH = 960
_LEFT, _ACROSS, _DOWN = 84, 790, 380
"""Where the chart begins, and how large it is: the rest of the width is for letters behind the last points."""

_LINE = 18
_WIDE, _HIGH, _BESIDE = 20, 14, 4
"""The room of a letter, and how many stand beside each other."""

_TITLE, _TEXT, _BOLD = 72, 118, 104
"""How many characters a line of each has room for."""

_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#b58900", "#000000")
"""Told apart by most who see colours otherwise; letters and dashes tell lines apart without any."""

_DASHES = ("none", "7 3", "2 3", "12 3 2 3")
"""Another one for each line than for those beside it: 28 lines differ in colour or dash."""

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MOST_TICKS = 12
_GREY, _LIGHT = "#555555", "#dddddd"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_Look: TypeAlias = dict[str, str | float]
"""Attributes of an element, underscores in the place of hyphens."""


def as_svg(report: TrendReport, *, named: bool = False) -> str:
    """One picture with a chart for each plan, one above the other. It is ASCII: all else is a reference.

    Milestones are `named` where ids were given.
    """
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    root.set("aria-labelledby", "genderplan-trend-title genderplan-trend-desc")
    root.set("font-family", "sans-serif")
    root.set("font-size", "13")
    titles = [one_line(label.title) for label in report.plans]
    SubElement(root, "title", id="genderplan-trend-title").text = _plain(f"Milestone trend: {'; '.join(titles)}")
    SubElement(root, "desc", id="genderplan-trend-desc").text = _plain(" ".join(_description(report, named=named)))
    SubElement(root, "rect", width="100%", height="100%", fill="#ffffff")
    height = 0
    for label, trend in zip(report.plans, report.trends, strict=True):
        height += _Chart(SubElement(root, "g", transform=f"translate(0 {height})"), label, trend, named=named).draw()
    root.set("viewBox", f"0 0 {_WIDTH} {height}")
    root.set("width", str(_WIDTH))
    root.set("height", str(height))
    indent(root)
    picture: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return in_xml(picture.decode("ascii")) + "\n"


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


class _Span(NamedTuple):
    """Days along an axis of so many pixels."""

    first: int
    last: int
    pixels: int

    def at(self, day: int) -> float:
        """How far along the axis a day is."""
        return (day - self.first) * self.pixels / (self.last - self.first)

    def ticks(self) -> Iterator[PlanDate]:
        """Months, as many as can be read."""
        low, high = (month_of(day).last_month - 1 for day in (self.first, self.last))
        step = next((each for each in _STEPS if (high - low) // each < _MOST_TICKS), _STEPS[-1])
        for number in range(-(-low // step) * step, high + 1, step):
            yield month_of(date(number // 12, number % 12 + 1, 1).toordinal())

    def holds(self, day: int) -> bool:
        return self.first <= day <= self.last


class _Chart:
    """The chart of one plan, drawn into a group."""

    def __init__(self, group: Element, label: PlanLabel, trend: Trend, *, named: bool) -> None:
        self._group = group
        self._named = named
        self._label = label
        self._trend = trend
        self._series = series_of(trend)
        self._top = 0
        self._points = [point for each in self._series for piece in each.pieces for point in piece]

    def draw(self) -> int:
        """Everything; how high it is."""
        label, reports = self._label, self._trend.reports
        facts = f"{label.id}, {as_of_in_words(label.as_of, label.as_of_from)}, {counted(len(reports), 'report')}"
        below = self._paragraph(16, 28, one_line(label.title), _TITLE, size=18, weight="bold")
        below = self._paragraph(16, below, facts, _TEXT, fill=_GREY)
        if self._points:
            self._top = below + 30
            self._axes()
            self._diagonal()
            for number, each in enumerate(self._series):
                self._line(each, number)
            self._letters()
            below = self._top + _DOWN + 66
        return self._legend(below)

    def _axes(self) -> None:
        """The two axes. A promise is for the last day of a month, and what is reported is of a day in one."""
        low, high = (choose(point.promised for point in self._points) for choose in (min, max))
        first, last = self._trend.reports[0].day.first, self._trend.reports[-1].day.last
        margin = max((high - low) // 20, 10)
        self._across = _Span(first, max(last, high, first + 1), _ACROSS)
        self._down = _Span(low - margin, high + margin, _DOWN)
        for month in self._across.ticks():
            if self._across.holds(month.first):
                self._rule(month.first, None)
                name, at = date_in_words(month), self._top + _DOWN + 18
                self._text(self._x(month.first), at, name, anchor="middle", fill=_GREY, size=11)
        for month in self._down.ticks():
            if self._down.holds(month.last):
                self._rule(None, month.last)
                name, height = date_in_words(month), self._y(month.last) + 4
                self._text(_LEFT - 8, height, name, anchor="end", fill=_GREY, size=11)
        self._text(_LEFT + _ACROSS / 2, self._top + _DOWN + 38, "reported", anchor="middle", fill=_GREY)
        self._text(_LEFT - 8, self._top - 10, "promised", anchor="end", fill=_GREY)

    def _rule(self, across: int | None, down: int | None) -> None:
        """A line over the whole chart at a day of one axis."""
        x1, x2 = (_LEFT, _LEFT + _ACROSS) if across is None else (self._x(across),) * 2
        y1, y2 = (self._top, self._top + _DOWN) if down is None else (self._y(down),) * 2
        self._add("line", x1=x1, x2=x2, y1=y1, y2=y2, stroke=_LIGHT)

    def _diagonal(self) -> None:
        """Where what is promised is the day of the report: what is done lies on it, what is overdue beneath."""
        low = max(self._across.first, self._down.first)
        high = min(self._across.last, self._down.last)
        if low < high:
            ends = {"x1": self._x(low), "y1": self._y(low), "x2": self._x(high), "y2": self._y(high)}
            self._add("line", **ends, stroke=_GREY, stroke_dasharray="4 4")
            self._text(self._x(high) + 6, self._y(high) - 8, "done", fill=_GREY, size=11)

    def _line(self, series: Series, number: int) -> None:
        """A line from report to report, a dot where a promise is new, a square where it is done."""
        look: _Look = {
            "stroke": _colour(number),
            "stroke_width": 2,
            "stroke_dasharray": _DASHES[number % len(_DASHES)],
        }
        for piece in series.pieces:
            corners = " ".join(f"{_number(self._x(day))},{_number(self._y(due))}" for day, due in _corners(piece))
            self._add("polyline", points=corners, fill="none", **look)
            for point in piece:
                x, y = self._x(point.reported), self._y(point.promised)
                if point.is_turn and point.promise.done:
                    self._add("rect", x=x - 5, y=y - 5, width=10, height=10, fill=_colour(number))
                elif point.is_turn:
                    self._add("circle", cx=x, cy=y, r=4, fill=_colour(number))

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
                self._text(x, below, self._series[number].letter, fill=_colour(number), weight="bold")

    def _legend(self, below: int) -> int:
        """Each letter with its dates and the milestones that it stands for; where it ends."""
        if not self._series:
            return self._paragraph(16, below, why_none(self._trend, named=self._named), _TEXT) + 6
        for number, each in enumerate(self._series):
            self._text(16, below, each.letter, fill=_colour(number), weight="bold")
            below = self._paragraph(44, below, f"{each.amount}: {_dates(each)}", _BOLD, weight="bold")
            for record in each.records:
                below = self._paragraph(44, below, one_line(record.title), _TEXT)
            below += 6
        if self._trend.more:
            below = self._paragraph(16, below, more_of(self._trend, named=self._named), _TEXT, fill=_GREY)
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
        fill: str = "#000000",
    ) -> None:
        look: _Look = {"font_size": size, "font_weight": weight, "text_anchor": anchor, "fill": fill}
        element = self._add("text", x=x, y=y, **{name: value for name, value in look.items() if value})
        element.text = _plain(text)

    def _add(self, name: str, **attributes: str | float) -> Element:
        written = {
            key.replace("_", "-"): value if isinstance(value, str) else _number(value)
            for key, value in attributes.items()
        }
        return SubElement(self._group, name, written)


def _corners(piece: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The points between which a line is straight: where it turns, the report before that, and the ends."""
    yield piece[0].reported, piece[0].promised
    for before, point in pairwise(piece):
        if point.is_turn and before is not piece[0]:
            yield before.reported, before.promised
        if point.is_turn or point is piece[-1]:
            yield point.reported, point.promised


def _colour(number: int) -> str:
    return _COLOURS[number % len(_COLOURS)]


def _number(value: float) -> str:
    """A number as short as a tenth of a pixel allows."""
    return f"{value:.1f}".removesuffix(".0")


def _dates(series: Series) -> str:
    """Every promise after the other, with the day of the report in which it was new."""
    told = []
    for promise in series.record.promises:
        what = f"{date_in_words(promise.promised) or DROPPED}{' (done)' if promise.done else ''}"
        told.append(f"{what} on {date_in_words(promise.reported)}")
    return ", ".join(told) or "no date"


def _plain(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
