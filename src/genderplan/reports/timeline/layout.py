"""Layout of a time line: the rows of each drawing, and in a row the lanes of what would stand in one place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple, TypeAlias

from genderplan.page.words import bare_id, one_line
from genderplan.reports.timeline.axis import TimeAxis
from genderplan.reports.timeline.marks import mark_day, marks_of
from genderplan.reports.timeline.result import Mark, Row
from genderplan.reports.timeline.signs import SIZE
from genderplan.standing.standings import Status
from genderplan.terminal.fitting import wrapped

LINE, SMALL = 16, 14
"""How high a line of a label is, and one of an id."""

FIRST, LANE = 14, 15
"""How far below the top of a row its first lane is, and every further one below the one before."""

_LETTERS, _CAPITALS = 40, 31
"""How many letters a line of a label has room for."""

_DIGIT = 7
_MOST = 640
"""How high the rows of a drawing may be: it fits a page of paper, and its axis is in sight."""

SlipDays: TypeAlias = tuple[int, int]
"""The days of a date in the baseline and now."""


class Sign(NamedTuple):
    """Where milestones stand; the `other` day is the agreed date, or the forecast of what is overdue."""

    status: Status
    day: int
    other: int | None


class SignPlace(NamedTuple):
    """A sign in its lane, for how many milestones."""

    sign: Sign
    number: int
    lane: int


class RowLayout(NamedTuple):
    """A row with the lines of its label and of its id, and with the lanes of its signs and slips."""

    row: Row
    label: list[str]
    id: list[str]
    signs: list[SignPlace]
    slips: list[tuple[SlipDays, int]]

    @property
    def height(self) -> int:
        lanes = max((*(each.lane for each in self.signs), *(lane for _, lane in self.slips)), default=0)
        return max(LINE * len(self.label) + SMALL * len(self.id) + 10, FIRST + LANE * lanes + FIRST)


def pages(rows: Sequence[Row], slips: Mapping[str, Sequence[SlipDays]], time: TimeAxis) -> Iterator[list[RowLayout]]:
    """The rows of each drawing: as many as it may have, at least one."""
    page: list[RowLayout] = []
    height = 0
    for row in rows:
        layout = _layout(row, slips.get(row.id, ()), time)
        if page and height + layout.height > _MOST:
            yield page
            page, height = [], 0
        page.append(layout)
        height += layout.height
    if page:
        yield page


def _layout(row: Row, slips: Sequence[SlipDays], time: TimeAxis) -> RowLayout:
    """A row; slips are below all signs."""
    label = one_line(row.label)
    most = _CAPITALS if label.isupper() else _LETTERS
    signs = list(_signs(row, frozenset(slips), time))
    shown = [slip for slip in dict.fromkeys(slips) if time.meets(slip)]
    below = max((each.lane for each in signs), default=0) + 1
    lanes = [below + lane for lane in _lanes([time.reach(slip, SIZE) for slip in shown])]
    name = bare_id(row.id)
    return RowLayout(row, wrapped(label, most), wrapped(name, most), signs, list(zip(shown, lanes, strict=True)))


def _signs(row: Row, slips: frozenset[SlipDays], time: TimeAxis) -> Iterator[SignPlace]:
    """The signs on the axis; one for all milestones that would have the same in the same place."""
    numbers = Counter(sign for sign in (_sign(mark, slips) for mark in marks_of(row)) if sign and time.holds(sign.day))
    lanes = _lanes([_room(sign, number, time) for sign, number in numbers.items()])
    for (sign, number), lane in zip(numbers.items(), lanes, strict=True):
        yield SignPlace(sign, number, lane)


def _sign(mark: Mark, slips: frozenset[SlipDays]) -> Sign | None:
    """Its other day is left out where that says no more, or a slip says the same."""
    day = mark_day(mark)
    if day is None:
        return None
    due, finish = mark.due, mark.finish
    if not due or not finish or due.holds(finish) or (due.last, finish.last) in slips:
        return Sign(mark.status, day, None)
    return Sign(mark.status, day, finish.last if mark.status is Status.OVERDUE else due.last)


def _room(sign: Sign, number: int, time: TimeAxis) -> tuple[float, float]:
    """From where to where a sign reaches, with its other day, and the number beside it."""
    start, end = time.reach([day for day in (sign.day, sign.other) if day is not None], SIZE + 1)
    told = _DIGIT * (len(str(number)) + 1) if number > 1 else 0
    return start, max(end, time.x(sign.day) + SIZE + told)


def _lanes(rooms: Sequence[tuple[float, float]]) -> list[int]:
    """The lane of each, so that none touches another in its lane, in as few lanes as can be."""
    lanes = [0] * len(rooms)
    ends: list[tuple[float, int]] = []
    for at in sorted(range(len(rooms)), key=rooms.__getitem__):
        start, end = rooms[at]
        lanes[at] = heappop(ends)[1] if ends and ends[0][0] <= start else len(ends)
        heappush(ends, (end, lanes[at]))
    return lanes
