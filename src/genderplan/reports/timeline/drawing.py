"""Drawing of a time line: one row an entry, from its first to its last date, with a sign for each milestone.

It is as high as its rows; a plan of many has several drawings, each with its axis and its legend.
"""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import Drawing
from genderplan.page.svg import GRID, add, document_of, picture, plain, resize
from genderplan.page.words import date_in_words
from genderplan.reports.timeline import signs
from genderplan.reports.timeline.axis import TimeAxis
from genderplan.reports.timeline.layout import FIRST, LANE, LINE, SMALL, RowLayout, SignPlace, SlipDays, pages
from genderplan.reports.timeline.marks import bar_days, undated_in_words
from genderplan.reports.timeline.result import Row, TimelineReport
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.standings import Status

_WIDTH = 960
_RAG, _LEFT, _ACROSS = 304, 356, 590
"""Where the RAG stands, where the axis begins, and how wide that is."""

_HEAD, _LETTER = 40, 7
_TOLD = (
    "A row for each entry: a bar from its first to its last date, its RAG as a word and as the bar's colour, and a "
    "sign for each milestone by its status. The table that follows has every date."
)


def drawings(label: PlanLabel, rows: Sequence[Row], report: TimelineReport) -> Iterator[Drawing]:
    """The rows of one plan, on as many drawings as they need."""
    axis = report.axis
    if axis is None:
        return
    time = TimeAxis(axis, _LEFT, _ACROSS, label.as_of.last)
    span = f"{date_in_words(axis.from_)} to {date_in_words(axis.to)}"
    undated = {row.id: undated_in_words(report.entries[row.id]) for row in rows}
    first = 1
    for page in pages(rows, report.slips, time):
        last = first + len(page) - 1
        which = f"entries {first:,} to {last:,} of {len(rows):,}, " if len(page) < len(rows) else ""
        title = f"{label.id} on a time axis: {which}{span}"
        yield Drawing(title, _Picture(title, time, undated).draw(page))
        first = last + 1


class _Picture:
    """One drawing; its legend has what is drawn, and only that."""

    def __init__(self, title: str, time: TimeAxis, undated: Mapping[str, str]) -> None:
        self._undated = undated
        self._root = picture(title, _TOLD)
        self._time = time
        self._seen: set[str] = set()

    def draw(self, rows: Sequence[RowLayout]) -> str:
        bottom = _HEAD + sum(each.height for each in rows)
        self._axis(bottom)
        top = _HEAD
        for layout in rows:
            self._row(layout, top)
            top += layout.height
        self._rule(bottom)
        resize(self._root, _WIDTH, self._legend(bottom + 20))
        return document_of(self._root)

    def _axis(self, bottom: int) -> None:
        """The heads of the columns, and a line below each."""
        self._text(0, 32, "Entry", font_weight="bold")
        self._text(_RAG, 32, "RAG", font_weight="bold")
        for part in self._time.parts():
            self._text(part.middle, 32, part.name, font_size="11", text_anchor="middle")
            add(self._root, "path", d=f"M{part.start:.1f} {_HEAD - 20}V{bottom}", stroke=GRID)
        for year in self._time.years():
            self._text(year.start + 3, 14, year.name, font_weight="bold")
            add(self._root, "path", d=f"M{year.start:.1f} 4V{bottom}", stroke=GRID, stroke_width=2)
        if (at := self._time.as_of) is not None:
            signs.as_of_line(self._root, at, _HEAD - 4, bottom)
            self._seen.add(signs.AS_OF)

    def _row(self, layout: RowLayout, top: int) -> None:
        """A label with its id below, the RAG, the bar, and on it and below the signs and slips."""
        self._rule(top)
        first = top + FIRST
        for number, line in enumerate(layout.label):
            self._text(0, first + 4 + LINE * number, line)
        for number, line in enumerate(layout.id):
            self._text(0, first + 2 + LINE * len(layout.label) + SMALL * number, line, font_size="11")
        self._text(_RAG, first + 4, layout.row.rag or "-")
        self._bar(layout.row, first)
        for place in layout.signs:
            self._sign(place, first + LANE * place.lane)
        for slip, lane in layout.slips:
            self._slip(slip, first + LANE * lane)

    def _rule(self, y: int) -> None:
        add(self._root, "path", d=f"M0 {y}H{_WIDTH}", stroke=GRID)

    def _bar(self, row: Row, y: float) -> None:
        days, time, is_project = bar_days(row), self._time, row.kind == "project"
        if days is None:
            self._text(_LEFT + 4, y + 4, self._undated[row.id])
            return
        first, last = days[0], time.last + 1 if days[1] is None else days[1]
        if time.meets((first, last)):
            signs.bar(self._root, time.edge(first), time.edge(last + 1), y, row.rag, is_project=is_project)
            self._seen.add(signs.PROJECT if is_project else signs.ACTION)
        for is_beyond, x, way in ((first < time.first, _LEFT, -1), (last > time.last, _LEFT + _ACROSS, 1)):
            if is_beyond:
                signs.beyond(self._root, x, y, way)
                self._seen.add(signs.BEYOND)

    def _sign(self, place: SignPlace, y: float) -> None:
        sign, x = place.sign, self._time.x(place.sign.day)
        if sign.other is not None:
            self._other(sign.other, x, y, is_forecast=sign.status is Status.OVERDUE)
        signs.status_sign(sign.status, self._root, x, y)
        self._seen.add(sign.status)
        if place.number > 1:
            signs.number(self._root, x, y, place.number)
            self._seen.add(signs.MANY)

    def _other(self, day: int, x: float, y: float, *, is_forecast: bool) -> None:
        """The other day of a sign; one that is off the axis has no end."""
        to = self._time.reach([day], 0)[0]
        signs.dashes(self._root, x, to, y)
        if self._time.holds(day):
            (signs.forecast if is_forecast else signs.agreed)(self._root, to, y)
            self._seen.add(signs.FORECAST if is_forecast else signs.AGREED)

    def _slip(self, slip: SlipDays, y: float) -> None:
        """From where a date was to where it is; what is off the axis has no end."""
        (was, now), time = slip, self._time
        start, end = (time.reach([day], 0)[0] for day in slip)
        signs.slip(self._root, start, end, y)
        if time.holds(was):
            signs.slip_start(self._root, start, y)
        if time.holds(now):
            signs.slip_end(self._root, end, y, 1 if now >= was else -1)
        self._seen.add(signs.SLIPPED)

    def _legend(self, y: float) -> float:
        """What the signs mean, on as many lines as it takes; where it ends."""
        x = 0.0
        for name in filter(self._seen.__contains__, signs.LEGEND):
            width = 40 + _LETTER * len(name)
            if x and x + width > _WIDTH:
                x, y = 0, y + 22
            signs.LEGEND[name](self._root, x + 10, y)
            self._text(x + 26, y + 4, name)
            x += width
        return y + 14

    def _text(self, x: float, y: float, text: str, **look: str) -> None:
        add(self._root, "text", x=x, y=y, **look).text = plain(text)
