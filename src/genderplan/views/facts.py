"""Rows of facts about milestones: columns aligned under their heads, then the title, its id and who leads below it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from genderplan.analysis.records import PlanLabel
from genderplan.page.words import as_of_in_words, command_in_words, joined, one_line
from genderplan.views.items import Cell
from genderplan.views.screen import Line, Screen, cells, fitted, flowing, wrapped

_LEAST_TITLE = 36
_INDENT = "    "


class Titled(Protocol):
    """What a row is about."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def leads(self) -> tuple[str, ...]: ...


class FactRow(NamedTuple):
    """A row: what it is about, a cell for each head, and what else is to be said of it."""

    about: Titled
    cells: Sequence[Cell]
    notes: Sequence[str] = ()


def fact_lines(heads: Sequence[str], rows: Sequence[FactRow], screen: Screen, width: int) -> Iterator[Line]:
    """The rows under their heads; where columns leave too little room for titles or whole ids, those stand below.

    A column that is empty in every row is left out, with its head.
    """
    kept = [at for at, _ in enumerate(heads) if any(row.cells[at][0] for row in rows)]
    widths = [max(cells(heads[at]), *(cells(row.cells[at][0]) for row in rows)) for at in kept]
    before = 2 + sum(widths) + 2 * len(widths)
    longest = max(cells(word) for row in rows for word in name_in_words(row.about).split())
    is_stacked = width - before < max(_LEAST_TITLE, longest)
    named = [fitted(heads[at], size) for at, size in zip(kept, widths, strict=True)]
    yield [("  " + "  ".join([*named, *([] if is_stacked else ["MILESTONE"])]), "head")]
    for row in rows:
        facts: Line = [("  ", "")]
        for at, size in zip(kept, widths, strict=True):
            text, style = row.cells[at]
            facts += [(fitted(text, size, screen.glyphs.ellipsis), style), ("  ", "")]
        yield from _row(row, facts, _INDENT if is_stacked else " " * before, width)


def _row(row: FactRow, facts: Line, indent: str, width: int) -> Iterator[Line]:
    """The facts and the title, side by side or one below the other, then id and leads, and notes."""
    room = width - cells(indent)
    titles = wrapped(one_line(row.about.title), room)
    if indent == _INDENT:
        yield facts
    else:
        yield [*facts, (titles.pop(0), "")]
    yield from ([(indent + line, "")] for line in titles)
    for text in (name_in_words(row.about), *row.notes):
        yield from ([(indent + line, "dim")] for line in wrapped(text, room))


def name_in_words(about: Titled) -> str:
    """The id without its plan, which the heading names, and who leads."""
    return ", ".join(filter(None, (about.id.partition("/")[2], joined(about.leads))))


def heading(label: PlanLabel, against: str, screen: Screen, width: int) -> Iterator[Line]:
    """The plan, the day, and what it is held against."""
    yield from flow(one_line(label.title), width, "title")
    facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), against)
    yield from ([(line, "")] for line in flowing(filter(None, facts), screen, width))


def flow(text: str, width: int, style: str = "") -> Iterator[Line]:
    """A text over as many lines as it needs."""
    yield from ([(line, style)] for line in wrapped(text, width))


def next_lines(command: str, label: PlanLabel, why: str, width: int) -> Iterator[Line]:
    """What to run next, on the same day."""
    command = command_in_words(command, label.as_of, label.as_of_from)
    if cells(command) + cells(why) + 4 <= width:
        yield [(command, "command"), (f"    {why}", "dim")]
        return
    yield from flow(command, width, "command")
    yield from flow(f"  {why}", width, "dim")
