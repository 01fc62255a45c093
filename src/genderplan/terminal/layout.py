"""Columns on a screen: cells aligned under their heads, a text that takes the room they leave, and notes below it.

A view describes its columns; how wide they are, and what gives way where there is too little room, is found here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeAlias

from genderplan.terminal.fitting import cells, fitted, folded, widest, wrapped, wrapped_to
from genderplan.terminal.screen import Line, Screen, flowing
from genderplan.text import one_line

Cell: TypeAlias = tuple[str, str]
"""Text and the name of its style."""

ALL = 1 << 30
"""As many lines, or cells, as a text needs."""


def flow(text: str, width: int, style: str = "", *, indent: int = 0, hanging: str = "") -> Iterator[Line]:
    """A text over as many lines as it needs, each so far in, all but the first with `hanging` before it."""
    return ([(" " * indent + line, style)] for line in wrapped(text, width - indent, hanging))


def heading(title: str, facts: Iterable[str], screen: Screen, width: int) -> Iterator[Line]:
    """What a report is about, and under it what is to be known of that."""
    yield from flow(one_line(title), width, "title")
    yield from ([(line, "")] for line in flowing(filter(None, facts), screen, width))


def section(title: str, style: str = "head", width: int = ALL) -> Iterator[Line]:
    """The head of a part of a report; over lines where it is a title of the plan's own, as long as that likes."""
    yield [("", "")]
    yield from flow(title, width, style)


def apart(texts: Iterable[Iterable[Line]]) -> Iterator[Line]:
    """Texts with an empty line between them."""
    for number, text in enumerate(texts):
        if number:
            yield [("", "")]
        yield from text


class TextColumn(NamedTuple):
    """One column: as wide as its head, its widest cell and its `width`, but at most `most` cells.

    It is left out where its cells are empty and it has no `width`, unless it `stays`.

    Where there is too little room, the widest column gives way first, down to its `least`; when none can any more, down
    to its `at_worst`. One without these never does. They give way until all fit, or the text has what it `wants`.

    The text, if one is, takes what room the others leave. It stands beside them if that is its `least`, or without one
    if it is whole there; else it is stacked.
    """

    head: str = ""
    align: Literal["left", "right", "numbers"] = "left"
    """Where cells stand; with "numbers" those to the right that begin with a digit."""

    width: int = 0
    most: int | None = None
    least: int | None = None
    at_worst: int | None = None
    lines: int = 1
    """Over how many lines a cell may go; what is left then is cut. Where it is more than one, each line feed in a cell
    begins another part, which may have as many.
    """

    is_id: bool = False
    """Whether it holds ids, none wider than its `width`: where it gives way, they go over lines, and none is cut."""

    is_text: bool = False
    wants: int = 0
    hanging: str = ""
    """What each line of a text, or of a part of it, but the first begins with."""

    stays: bool = False
    turn: int = 0
    """When it is left out, so that the text has its least: 1 is the first, 0 never."""


class Stacking(NamedTuple):
    """Where a text stands that has no room beside the columns: below them and so far in, or above them.

    Above them it is they that stand so far in.
    """

    indent: int
    is_above: bool = False
    has_head: bool = False
    style: str = ""
    """What it has there where it has none of its own."""


class _Place(NamedTuple):
    """A column as it is drawn: which one, the spaces before it, its width, whether cells are filled up to that."""

    number: int
    gap: str
    size: int
    column: TextColumn
    is_filled: bool


class Layout:
    """Columns as wide as rows need them and as a screen of a width has room for; `indent` and `gap` are cells.

    Texts and notes begin `at` a cell and have `room` from there on. Where nothing can be stacked, a text is as wide as
    its `least` though it stands out over the screen.
    """

    def __init__(
        self,
        columns: Sequence[TextColumn],
        rows: Sequence[Sequence[Cell]],
        width: int,
        *,
        indent: int = 2,
        gap: int = 2,
        stack: Stacking | None = None,
        ellipsis: str = "…",
    ) -> None:
        self._columns, self._width, self._ellipsis, self._stack = columns, width, ellipsis, stack or Stacking(0)
        self._text = next((number for number, column in enumerate(columns) if column.is_text), -1)
        for between in dict.fromkeys((gap, 1)):  # closer together, before what a text is stacked on stands out
            sizes = _Sizes(columns, rows, self._text, between)
            self.is_stacked = sizes.fit(width, indent, stack)
            self._is_above = self.is_stacked and self._stack.is_above
            edge = self._stack.indent if self._is_above else indent
            self._places = tuple(self._placed(sizes.cells, edge, between))
            if not self.is_stacked or sum(len(place.gap) + place.size for place in self._places) <= width:
                break
        self._is_flat = not any(map(_has_lines, self._places))
        self.at = self._stack.indent if self.is_stacked and not self._is_above else self._beginning(indent)
        self.room = width - self.at

    def _placed(self, sizes: Mapping[int, int], edge: int, gap: int) -> Iterator[_Place]:
        """The columns side by side; a text at the end is not filled up."""
        last = max(sizes, default=None)
        for number, size in sizes.items():
            yield _Place(number, " " * edge, size, self._columns[number], is_filled=not number == self._text == last)
            edge = gap

    def _beginning(self, indent: int) -> int:
        """Where a text beside its columns begins; one above them is not among them, and begins at the left."""
        before = [place for place in self._places if place.number <= self._text]
        return sum(len(place.gap) + place.size for place in before) - before[-1].size if before else indent

    def head(self) -> Iterator[Line]:
        """The heads of the columns, each on one line; of a text that is stacked only where its stack has one."""
        yield [("".join(self._drawn(place, place.column.head) for place in self._places), "head")]
        if self.is_stacked and self._stack.has_head:
            yield from self._stacked([(column.head, "head") for column in self._columns])

    def lines(self, rows: Iterable[Sequence[Cell]]) -> Iterator[Line]:
        """Rows without notes."""
        for row in rows:
            yield from self.row(row)

    def row(self, row: Sequence[Cell], notes: Iterable[Cell] = ()) -> Iterator[Line]:
        """A cell for each column, and notes on lines of their own."""
        if self._is_above:
            yield from self._stacked(row)
        if not self._is_above or any(row[place.number][0] for place in self._places):
            yield from self._beside(row)
        if self.is_stacked and not self._is_above:
            yield from self._stacked(row)
        for text, style in notes:
            hanging = self._columns[self._text].hanging
            yield from flow(text, self._width, style, indent=self.at, hanging=hanging)

    def _stacked(self, row: Sequence[Cell]) -> Iterator[Line]:
        text, style = row[self._text]
        lines = self._split(self._columns[self._text], text, self.room) if text else ()
        yield from ([(" " * self.at + line, style or self._stack.style)] for line in lines)

    def _beside(self, row: Sequence[Cell]) -> Iterator[Line]:
        if self._is_flat:
            yield [(self._drawn(place, row[place.number][0]), row[place.number][1]) for place in self._places]
            return
        columns = [self._split(place.column, row[place.number][0], place.size) for place in self._places]
        for texts in zip_longest(*columns, fillvalue=""):
            drawn = zip(self._places, texts, strict=True)
            yield [(self._drawn(place, text), row[place.number][1]) for place, text in drawn]

    def _split(self, column: TextColumn, text: str, size: int) -> list[str]:
        if cells(text) <= size and "\n" not in text:
            return [text]
        if column.is_id:
            return folded(text, size)
        return [
            line
            for part in text.split("\n")
            for line in wrapped_to(part, size, column.lines, self._ellipsis, column.hanging)
        ]

    def _drawn(self, place: _Place, text: str) -> str:
        """One line of a cell in its place."""
        if not place.is_filled:
            return place.gap + text
        align = place.column.align
        if align == "right" or (align == "numbers" and text[:1].isdigit()):
            text = " " * (place.size - cells(text)) + text
        return place.gap + fitted(text, place.size, self._ellipsis)


def _has_lines(place: _Place) -> bool:
    """Whether a cell may go over several lines."""
    return place.size < place.column.width if place.column.is_id else place.column.lines > 1


class _Sizes:
    """How many cells each column has, by its number, while that is found."""

    def __init__(self, columns: Sequence[TextColumn], rows: Sequence[Sequence[Cell]], text: int, gap: int) -> None:
        self._columns, self._text, self._gap = columns, text, gap
        self.cells: dict[int, int] = {}
        for number, column in enumerate(columns):
            texts = [row[number][0] for row in rows]
            size = max(widest(texts if column.lines == 1 else "\n".join(texts).split("\n")), column.width)
            if size or column.stays or column.is_text:
                self.cells[number] = min(max(size, cells(column.head)), column.most or ALL)

    def fit(self, width: int, indent: int, stack: Stacking | None) -> bool:
        """Make them fit; whether the text has no room beside the others, and is none of them any more."""
        room = width - indent
        if self._text not in self.cells:
            self._give_way(-self._left(room) - self._gap)
            return False
        text, whole = self._columns[self._text], self.cells[self._text]
        least = whole if text.least is None else text.least
        self._leave_out(room, least)
        if stack and self._left(room) < least:
            del self.cells[self._text]
            self.fit(width, stack.indent if stack.is_above else indent, None)
            return True
        self._give_way(text.wants - self._left(room))
        size = self._left(room) if self._text == max(self.cells) else min(whole, self._left(room))
        self.cells[self._text] = size if text.least is None else max(size, text.least)
        return False

    def _left(self, room: int) -> int:
        """What the others leave to the text."""
        return room - sum(size + self._gap for number, size in self.cells.items() if number != self._text)

    def _leave_out(self, room: int, least: int) -> None:
        for number in sorted(self.cells, key=lambda number: self._columns[number].turn):
            if self._columns[number].turn and self._left(room) < least:
                del self.cells[number]

    def _give_way(self, over: int) -> None:
        """The widest gives a cell, and again: first of those above their `least`, then of those above `at_worst`."""
        for bounds in (
            {number: self._columns[number].least for number in self.cells if number != self._text},
            {number: self._columns[number].at_worst for number in self.cells},
        ):
            while over > 0:
                above = [number for number, least in bounds.items() if least is not None and self.cells[number] > least]
                if not above:
                    break
                self.cells[max(above, key=self.cells.__getitem__)] -= 1
                over -= 1
