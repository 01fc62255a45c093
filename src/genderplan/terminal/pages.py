"""Pages on a terminal: each section under its head, tables in columns, what a row is about beside or below its facts.

Reports whose layout on a screen is no other than that of their page are written by this alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Literal, NamedTuple

from genderplan.dates.variance import Variance
from genderplan.findings import Severity
from genderplan.page.page import (
    Block,
    Column,
    Drawing,
    Excerpt,
    Facts,
    Heat,
    Holding,
    Next,
    Note,
    NumberSeries,
    Organisations,
    Page,
    Rooms,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.values import words_of
from genderplan.standing.rag import Rag, Status
from genderplan.terminal.fitting import widest
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, apart, flow, heading, section
from genderplan.terminal.parts import step_lines
from genderplan.terminal.screen import Line, Screen
from genderplan.text import one_line

_LEAST_NAME = 36
_LEAST_OTHER = 10
_MOST_WORD = 16
"""How narrow a column of texts beside the names may become: as its longest word, if that is not longer than this; where
even so there is too little room, as its head.
"""

_BLANK: Line = [("", "")]


def page_lines(page: Page, screen: Screen) -> Iterator[Line]:
    """The whole page; one of sections alone has no title on a screen, where its command stands above it."""
    writer = _Writer(page, screen)
    if all(isinstance(block, Section) for block in page.blocks):
        yield from apart(writer.part(each.title, each.blocks) for each in page.blocks if isinstance(each, Section))
    else:
        yield from writer.part(page.title, page.blocks)


class _Writer:
    """Lines of one page on one screen."""

    def __init__(self, page: Page, screen: Screen) -> None:
        self._names = page.names
        self._screen = screen
        self._width = screen.room

    def part(self, title: str, blocks: tuple[Block, ...]) -> Iterator[Line]:
        """A report of its own: its title and facts, and the answer in one sentence."""
        facts = blocks[0].values if blocks and isinstance(blocks[0], Facts) else ()
        yield from heading(title, map(self._words, facts), self._screen, self._width)
        rest = blocks[1:] if facts else blocks
        if rest and isinstance(rest[0], Note) and not rest[0].is_aside:
            yield _BLANK
            yield from flow(one_line(rest[0].words), self._width, "head")
            rest = rest[1:]
        yield from self._blocks(rest)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Line]:
        return chain.from_iterable(map(self._block, blocks))

    def _block(self, block: Block) -> Iterator[Line]:
        match block:
            case Section():
                yield from section(one_line(block.title.upper() + block.ending), width=self._width)
                for each in block.blocks:
                    yield from self._note(each, indent=2) if isinstance(each, Note) else self._block(each)
            case Table():
                yield from self._table(block)
                if block.left_out:
                    yield from flow(_MORE.format(block.left_out), self._width, "dim", indent=2, hanging="  ")
            case Facts(values):
                told = f" {self._screen.glyphs.dot} ".join(filter(None, map(self._words, values)))
                yield from flow(told, self._width, indent=2, hanging="  ")
            case Note():
                yield from self._note(block)
            case Next(command, why):
                yield from step_lines(one_line(command.text), one_line(why), self._width)
            case Excerpt(caption, text):
                yield from flow(one_line(caption), self._width, "dim", indent=2)
                yield from ([(f"    {line}", "")] for line in text.splitlines())
            case Drawing():
                pass  # its figures stand in the table beside it

    def _note(self, note: Note, indent: int = 0) -> Iterator[Line]:
        """A sentence; what could be left out stands by itself."""
        if note.is_aside:
            yield _BLANK
        told = one_line(note._replace(head=note.head.upper()).words)
        yield from flow(told, self._width, "dim" if note.is_aside else "", indent=indent)

    def _table(self, table: Table) -> Iterator[Line]:
        names = next((at for at, column in enumerate(table.columns) if column.is_name), 0)
        is_first = names == 0
        leads = _leads_beside(table, names)
        kept = [at for at in range(len(table.columns)) if at not in {names, leads}]
        rows = [self._row(row, names, leads, kept) for row in table.rows]
        text = self._text_column(table.columns[names], rows if kept else [], is_first=is_first)
        others = [self._column(table, at, [row.others[n][0] for row in rows]) for n, at in enumerate(kept)]
        columns = [text, *others] if is_first else [*others, text]
        told = [row.in_order(is_first=is_first) for row in rows]
        layout = Layout(columns, told, self._width, stack=Stacking(4, is_above=is_first))
        yield from layout.head()
        for cells, row in zip(told, rows, strict=True):
            yield from layout.row(cells, [(f"  {text}", style) for text, style in row.notes] if is_first else row.notes)
        if any(isinstance(value, Holding) for row in table.rows for value in row):
            yield from flow(_KEY.format(**self._screen.glyphs.extents), self._width, "dim", indent=2, hanging="  ")

    def _text_column(self, column: Column, rows: "list[_Row]", *, is_first: bool) -> TextColumn:
        """What rows with facts are called by; it stands above these, or below, where both have too little room.

        Without any it has the whole width, and no row is to be measured.
        """
        longest = widest([word for row in rows for text, _ in (row.name, *row.notes[:1]) for word in text.split()])
        least = max(min(_LEAST_NAME, widest([row.name[0] for row in rows])) if is_first else _LEAST_NAME, longest)
        hanging = "  " if is_first else ""
        return TextColumn(column.head.upper(), is_text=True, least=least, lines=ALL, hanging=hanging)

    def _column(self, table: Table, at: int, texts: Sequence[str]) -> TextColumn:
        """Numbers stand to the right; texts may go over lines where there is too little room."""
        column = table.columns[at]
        values = [row[at] for row in table.rows]
        align: Literal["left", "right"] = "right" if column.is_number else "left"
        stays = any(isinstance(value, Heat) for value in values)
        if not any(map(_is_text, values)):
            return TextColumn(column.head.upper(), align, stays=stays)
        longest = widest([word for text in texts for word in text.split()])
        worst = max(_LEAST_OTHER, len(column.head))
        least = max(worst, min(longest, _MOST_WORD))
        hanging = "  " if any(map(_has_parts, values)) else ""
        return TextColumn(
            column.head.upper(), align, least=least, at_worst=worst, lines=ALL, hanging=hanging, stays=stays
        )

    def _row(self, row: tuple[Value, ...], names: int, leads: int, kept: list[int]) -> "_Row":
        """The cells, and under what the row is called its id, who leads, and what else is said."""
        name = row[names]
        first, *below = name.values if isinstance(name, Stack) and not name.are_alike else (name,)
        notes = list(map(self._words, below))
        if leads >= 0:
            notes[:1] = [", ".join(filter(None, (*notes[:1], self._words(row[leads]))))]
        return _Row(
            self._cell(first), tuple(self._cell(row[at]) for at in kept), tuple((text, "dim") for text in notes if text)
        )

    def _cell(self, value: Value) -> Cell:
        """Values that are alike are parts of a cell, each on lines of its own."""
        if isinstance(value, Stack) and value.are_alike:
            return "\n".join(filter(None, map(self._words, value.values))), ""
        return self._words(value), _style(value)

    def _words(self, value: Value) -> str:
        if type(value) is str:
            return one_line(value)
        if isinstance(value, Holding):
            return f"{self._screen.glyphs.extents[value.extent]} {value.number or ''}".rstrip()
        words = words_of(value, self._names, self._screen.glyphs.arrow)
        return (
            f"{sparkline(value.values, self._screen.glyphs.steps)} {words}"
            if isinstance(value, NumberSeries)
            else words
        )


_MORE = "and {:,} more: add --format markdown"
_KEY = "{full} in full, {part} in part, {none} said not to, empty: nothing said; numbers count entries"


class _Row(NamedTuple):
    """A row of a table: what it is called, its other cells, and what stands below its name."""

    name: Cell
    others: tuple[Cell, ...]
    notes: tuple[Cell, ...]

    def in_order(self, *, is_first: bool) -> tuple[Cell, ...]:
        return (self.name, *self.others) if is_first else (*self.others, self.name)


def sparkline(values: Sequence[str], steps: str) -> str:
    """Numbers as signs that rise from the least to the most; where all are equal, as the lowest."""
    numbers = [Decimal(each) for each in values]
    least, most = min(numbers), max(numbers)
    highest = len(steps) - 1
    return "".join(steps[int((each - least) * highest / (most - least)) if most > least else 0] for each in numbers)


def _is_text(value: Value) -> bool:
    """Whether a value may go over several lines: one of a few words that are always the same may not."""
    if _has_parts(value):
        return True
    return isinstance(value, str | Organisations) and not isinstance(value, Status | Rag | Severity)


def _has_parts(value: Value) -> bool:
    return isinstance(value, Stack) and value.are_alike


def _leads_beside(table: Table, names: int) -> int:
    """The column after the names that says who leads, which needs none of its own; -1 where there is none."""
    beside = names + 1
    has_notes = any(isinstance(row[names], Stack) for row in table.rows)
    if not has_notes or beside == len(table.columns):
        return -1
    return beside if all(isinstance(row[beside], Organisations | None) for row in table.rows) else -1


def _style(value: Value) -> str:
    """The style of a value: what it is for a status, red for too little room, as it moved for a change."""
    if type(value) is str:
        return ""
    match value:
        case Status() | Rag() | Severity():
            return value.value
        case Variance() if value.is_moved:
            return "later" if value.is_late else "earlier"
        case Heat(_, level) if level:
            return f"heat-{level}"
        case Rooms(_, after, _) if after is not None and after < 0:
            return "red"
    return ""
