"""`timeline` on a screen: one row an entry, a bar from its first to its last month, milestones as signs on it.

Where dates slipped, an arrow under the bar runs from where each was in the baseline to where it is now. What
lies beyond the axis is told by an arrow at its edge.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, zip_longest

from genderplan.page.words import bare_id, baseline_in_words, day_in_words, one_line
from genderplan.reports.timeline.marks import NO_DATE, UNDATED, bar_days, mark_day, marks_of, undated_in_words
from genderplan.reports.timeline.result import Axis, Row, TimelineReport
from genderplan.reports.timeline.scale import OVERHANG, Scale, scale_for
from genderplan.reports.timeline.strip import Strip
from genderplan.terminal.fitting import cells, fitted, folded, wrapped_to
from genderplan.terminal.layout import flow
from genderplan.terminal.parts import plan_heading
from genderplan.terminal.screen import Glyphs, Line, Screen

_LABELS, _MOST_LABEL = (31, 18), 60
"""Cells that labels are left at the least, rather than a finer scale: fewer, rather than losing the months."""

_LABEL_LINES = 2
_ID = "  "
"""What stands before an id below a label."""

_MORE = "+"
_MARGIN = 3 + OVERHANG
"""What stands beside label and scale: a gap, the sign for what lies before, and what heads need at the end."""


def timeline_lines(report: TimelineReport, screen: Screen, none: str = NO_DATE) -> Iterator[Line]:
    """Every plan after the other on one scale, and what the signs mean; `none` is said of one that has no row."""
    width = screen.width or 80
    if report.axis is None:
        for label in report.plans:
            yield from flow(f"{day_in_words(label)}: nothing has a date", width)
        return
    alike = _alike(report.rows)
    longest = max((_beside(row, alike) for row in report.rows), default=0)
    scale = _scale(report.axis, width, longest)
    label_width = max(min(longest, width - scale.width - _MARGIN, _MOST_LABEL), 1)
    drawing = _Drawing(scale, label_width, screen.glyphs, alike, width)
    rows = {plan: tuple(found) for plan, found in groupby(report.rows, key=lambda row: row.plan)}
    for label in report.plans:
        yield from plan_heading(label, [baseline_in_words(report.baselines.get(label.id))], screen, width)
        yield from drawing.heads() if rows.get(label.id) else flow(none, width)
        for row in rows.get(label.id, ()):
            slips, undated = report.slips.get(row.id, ()), undated_in_words(report.entries[row.id])
            yield from drawing.row(row, label.as_of.last, slips, undated)
        yield [("", "")]
    for line in _legend(report, drawing, screen.glyphs, width):
        yield [(line, "dim")]


def _alike(rows: Sequence[Row]) -> frozenset[str]:
    """The ids of the rows whose label another row of their plan has too."""
    borne = Counter((row.plan, one_line(row.label)) for row in rows)
    return frozenset(row.id for row in rows if borne[row.plan, one_line(row.label)] > 1)


def _beside(row: Row, alike: Collection[str]) -> int:
    """How many cells a row's label takes, or its id where that stands below it."""
    return max(cells(one_line(row.label)), len(_ID) + cells(bare_id(row.id)) if row.id in alike else 0)


def _scale(axis: Axis, width: int, longest: int) -> Scale:
    """Months, if labels can be read beside them; else what is as coarse as it must be."""
    scales = [scale_for(axis, width - min(longest, least) - _MARGIN) for least in _LABELS]
    return next((scale for scale in scales if scale.unit == "month"), scales[0])


def _legend(report: TimelineReport, drawing: "_Drawing", glyphs: Glyphs, width: int) -> list[str]:
    """The signs that are drawn, and only those."""
    seen = {mark.status for row in report.rows for mark in marks_of(row)}
    signs = [f"{glyph} {status}" for status, glyph in glyphs.marks.items() if status in seen]
    if drawing.is_crowded:
        signs.append(f"{_MORE} more than fit")
    if drawing.has_today:
        signs.append(f"{glyphs.today} status date")
    if any(row.kind == "project" for row in report.rows):
        signs.append(f"{glyphs.bar} project")
    if drawing.goes_beyond:
        signs.append(f"{glyphs.before} {glyphs.after} goes on beyond the axis")
    if report.slips:
        signs.append(f"{glyphs.moved}{glyphs.line}{glyphs.tip} slipped since the baseline")
    lines: list[str] = []
    for sign in signs:
        if lines and cells(lines[-1]) + 2 + cells(sign) <= width:
            lines[-1] += f"  {sign}"
        else:
            lines.append(sign)
    return lines


class _Drawing:
    """Draws rows on one scale, and knows of the signs that only some drawings have.

    Rows that are `alike` have their ids below their labels.
    """

    def __init__(self, scale: Scale, label_width: int, glyphs: Glyphs, alike: Collection[str], width: int) -> None:
        self._room = width - label_width - 2
        """What a row has beside its label, in cells."""
        self._scale = scale
        self._label_width = label_width
        self._glyphs = glyphs
        self._alike = alike
        self.is_crowded = False
        self.has_today = False
        self.goes_beyond = False

    def heads(self) -> Iterator[Line]:
        """The years, and under them the months or quarters."""
        margin = " " * (self._label_width + 3)
        for heads in (self._scale.years(), self._scale.names()):
            if heads:
                yield [(margin + heads, "head")]

    def row(self, row: Row, today: int, slips: Sequence[tuple[int, int]], undated: str) -> Iterator[Line]:
        """The bar with its signs, the slips under it, and beside them a label of at most two lines.

        In place of a bar stands what is `undated`.
        """
        drawn = [self._bar(row, today, undated)]
        if slips:
            drawn.append(self._slips(slips, today))
        for label, line in zip_longest([*self._label(row), *self._id(row)], drawn, fillvalue=None):
            text = fitted(label or "", self._label_width, self._glyphs.ellipsis) + "  "
            yield [(text, ""), *(line or self._empty(today).spans())]

    def _label(self, row: Row) -> list[str]:
        return wrapped_to(one_line(row.label), self._label_width, _LABEL_LINES, self._glyphs.ellipsis, "  ")

    def _id(self, row: Row) -> list[str]:
        """The id of what would look like another row, over as many lines as it needs."""
        indent = _ID if self._label_width > len(_ID) else ""
        lines = folded(bare_id(row.id), self._label_width - len(indent)) if row.id in self._alike else []
        return [indent + line for line in lines]

    def _bar(self, row: Row, today: int, undated: str) -> Line:
        line = self._empty(today)
        days = bar_days(row)
        if days is None:
            return self._undated(line, undated)
        width, style = self._scale.width, row.rag or "dim"
        first = self._scale.cell(days[0])
        last = width if days[1] is None else self._scale.cell(days[1])
        bar = self._glyphs.bar if row.kind == "project" else self._glyphs.line
        line.fill(max(first, 0), min(last, width - 1), bar, style)
        now = self._scale.cell(today)
        if bar == self._glyphs.line and max(first, 0) <= now <= min(last, width - 1):
            line.put(now, self._glyphs.cross, style)
        self._mark(row, line, today)
        self.goes_beyond |= first < 0 or last >= width
        if first < 0:
            line.put(-1, self._glyphs.before, style)
        if last >= width:
            line.put(width, self._glyphs.after, style)
        return line.spans()

    def _undated(self, line: Strip, undated: str) -> Line:
        """The word behind the axis where there is room for it; else, and what is longer, in the axis' place."""
        told = f"  {undated}"
        if undated == UNDATED and self._scale.width + 2 + cells(told) <= self._room:
            return [*line.spans(), (told, "undated")]
        return [(fitted(told, self._room, self._glyphs.ellipsis).rstrip(), "undated")]

    def _mark(self, row: Row, line: Strip, today: int) -> None:
        """Each mark at its day; `+` where a month or quarter has no room for all of them.

        Where several share a cell they move aside, but never beyond the status date: what is past stands left of it.
        """
        taken: set[int] = set()
        for mark in marks_of(row):
            day = mark_day(mark)
            if day is None or not 0 <= (wanted := self._scale.cell(day)) < self._scale.width:
                continue
            column = self._scale.column_cells(day)
            now = self._scale.cell(today)
            side = [at for at in column if (at >= now if day > today else at <= now)]
            free = next((at for at in sorted(side, key=lambda at: abs(at - wanted)) if at not in taken), None)
            if free is None:
                line.put(side[0], _MORE, "head")
                self.is_crowded = True
                continue
            taken.add(free)
            line.put(free, self._glyphs.marks[mark.status], mark.status)

    def _slips(self, slips: Sequence[tuple[int, int]], today: int) -> Line:
        """From where each date was to where it is."""
        line, last = self._empty(today), self._scale.width - 1
        for was, now in slips:
            start, end = self._scale.cell(was), self._scale.cell(now)
            low, high = sorted((start, end))
            line.fill(max(low, 0), min(high, last), self._glyphs.line, "amber")
            if 0 <= start <= last:
                line.put(start, self._glyphs.moved, "amber")
            if 0 <= end <= last:
                line.put(end, self._glyphs.tip if end >= start else self._glyphs.back, "amber")
        return line.spans()

    def _empty(self, today: int) -> Strip:
        """A line with nothing but the status date."""
        line = Strip(self._scale.width)
        at = self._scale.cell(today)
        if 0 <= at < self._scale.width:
            line.put(at, self._glyphs.today, "dim")
            self.has_today = True
        return line
