"""`timeline` on a screen: one row an entry, a bar from its first to its last month, milestones as signs on it.

Where dates slipped, an arrow under the bar runs from where each was in the baseline to where it is now. What
lies beyond the axis is told by an arrow at its edge.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from genderplan.analysis.records import PlanLabel
from genderplan.analysis.timeline import Row, TimelineReport
from genderplan.views.scale import Scale, scale_for
from genderplan.views.screen import Glyphs, Line, Screen, cells, fitted, wrapped
from genderplan.views.words import as_of_in_words, one_line

_LEAST_LABEL, _MOST_LABEL = 18, 60
_LABEL_LINES = 2


def timeline_lines(report: TimelineReport, screen: Screen) -> Iterator[Line]:
    """Every plan after the other on one scale, and what the signs mean."""
    width = screen.width or 80
    if report.axis is None:
        yield from ([(f"{label.id}: nothing has a date", "")] for label in report.plans)
        return
    longest = max((cells(one_line(row.label)) for row in report.rows), default=0)
    scale = scale_for(report.axis, width - min(longest, _LEAST_LABEL) - 4)
    label_width = max(min(longest, width - scale.width - 4, _MOST_LABEL), 1)
    drawing = _Drawing(scale, label_width, screen.glyphs)
    rows = {plan: tuple(found) for plan, found in groupby(report.rows, key=lambda row: row.plan)}
    for label in report.plans:
        yield from _heading(label, report.baselines.get(label.id), screen, width)
        yield from drawing.heads()
        for row in rows.get(label.id, ()):
            yield from drawing.row(row, label.as_of.last, report.slips.get(row.id, ()))
        yield [("", "")]
    for line in wrapped(_legend(report, screen.glyphs), width):
        yield [(line, "dim")]


def _heading(label: PlanLabel, baseline: str | None, screen: Screen, width: int) -> Iterator[Line]:
    for line in wrapped(one_line(label.title), width):
        yield [(line, "title")]
    against = f"baseline {baseline}" if baseline else "no baseline"
    facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), against)
    for line in wrapped(f" {screen.glyphs.dot} ".join(facts), width):
        yield [(line, "")]


def _legend(report: TimelineReport, glyphs: Glyphs) -> str:
    """The signs that are drawn, and only those."""
    seen = {mark.status for row in report.rows for mark in row.milestones}
    signs = [f"{glyph} {status}" for status, glyph in glyphs.marks.items() if status in seen]
    signs.append(f"{glyphs.today} status date")
    if report.slips:
        signs.append(f"{glyphs.moved}{glyphs.line}{glyphs.tip} slipped since the baseline")
    return "  ".join(signs)


class _Drawing:
    """Draws rows on one scale."""

    def __init__(self, scale: Scale, label_width: int, glyphs: Glyphs) -> None:
        self._scale = scale
        self._label_width = label_width
        self._glyphs = glyphs

    def heads(self) -> Iterator[Line]:
        margin = " " * (self._label_width + 3)
        for heads in (self._scale.years(), self._scale.names()):
            if heads:
                yield [(margin + heads, "head")]

    def row(self, row: Row, today: int, slips: Sequence[tuple[int, int]]) -> Iterator[Line]:
        """The bar with its signs, the slips under it, and a label over as many lines as it needs, at most two."""
        label = one_line(row.label)
        labels = wrapped(label, self._label_width, "  ")
        if len(labels) > _LABEL_LINES:
            rest = " ".join(line.strip() for line in labels[1:])
            labels = [labels[0], fitted(f"  {rest}", self._label_width, self._glyphs.ellipsis)]
        drawn = [self._bar(row, today)]
        if slips:
            drawn.append(self._slips(slips, today))
        for label, line in zip_longest(labels, drawn):
            yield [(fitted(label or "", self._label_width) + "  ", ""), *(line or self._bare(today))]

    def _bar(self, row: Row, today: int) -> Line:
        start, end = row.start or row.end, row.end or row.start
        if start is None or end is None:
            return [*self._bare(today), ("  undated", "undated")]
        first, last = self._scale.cell(start.first), self._scale.cell(end.last)
        bar = self._glyphs.bar if row.kind == "project" else self._glyphs.line
        signs: list[tuple[str, str]] = self._empty(today)
        for at in range(max(first, 0), min(last, self._scale.width - 1) + 1):
            crosses = bar == self._glyphs.line and signs[at][0] == self._glyphs.today
            signs[at] = (self._glyphs.cross if crosses else bar, row.rag or "dim")
        self._mark(row, signs)
        before = (self._glyphs.before, row.rag or "dim") if first < 0 else (" ", "")
        after = (self._glyphs.after, row.rag or "dim") if last >= self._scale.width else (" ", "")
        return _merged([before, *signs, after])

    def _mark(self, row: Row, signs: list[tuple[str, str]]) -> None:
        """Each milestone at its day, or side by side in its month; where there is no room, the last stands for more."""
        taken: set[int] = set()
        for mark in row.milestones:
            date = mark.finish or mark.due
            if date is None or not 0 <= self._scale.cell(date.last) < self._scale.width:
                continue
            column = self._scale.column_cells(date.last)
            wanted = self._scale.cell(date.first) if date.is_day else column.start
            free = next((at for at in (*range(wanted, column.stop), *column) if at not in taken), None)
            if free is None:
                signs[column.stop - 1] = ("+", "head")
                continue
            taken.add(free)
            signs[free] = (self._glyphs.marks[mark.status], mark.status)

    def _slips(self, slips: Sequence[tuple[int, int]], today: int) -> Line:
        """From where each date was to where it is."""
        signs = self._empty(today)
        for was, now in slips:
            start, end = self._scale.cell(was), self._scale.cell(now)
            low, high = sorted((max(start, 0), min(end, self._scale.width - 1)))
            for at in range(low, min(high, self._scale.width - 1) + 1):
                signs[at] = (self._glyphs.line, "amber")
            if 0 <= start < self._scale.width:
                signs[start] = (self._glyphs.moved, "amber")
            if 0 <= end < self._scale.width:
                signs[end] = (self._glyphs.tip if end >= start else self._glyphs.back, "amber")
        return _merged([(" ", ""), *signs])

    def _empty(self, today: int) -> list[tuple[str, str]]:
        signs = [(" ", "")] * self._scale.width
        at = self._scale.cell(today)
        if 0 <= at < self._scale.width:
            signs[at] = (self._glyphs.today, "dim")
        return signs

    def _bare(self, today: int) -> Line:
        return _merged([(" ", ""), *self._empty(today)])


def _merged(signs: Sequence[tuple[str, str]]) -> Line:
    """Neighbours of one style as one span."""
    return [("".join(text for text, _ in run), style) for style, run in groupby(signs, key=lambda sign: sign[1])]
