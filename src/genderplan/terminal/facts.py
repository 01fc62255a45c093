"""Rows of facts about milestones: columns aligned under their heads, then the title, its id and who leads below it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from genderplan.page.words import bare_id, command_in_words, joined, one_line
from genderplan.standing.records import PlanLabel
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, flow
from genderplan.terminal.screen import Line, cells, widest

_LEAST_TITLE = 36


class TitledItem(Protocol):
    """What a row is about."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def leads(self) -> tuple[str, ...]: ...


class FactRow(NamedTuple):
    """A row: what it is about, a cell for each head, and what else is to be said of it."""

    about: TitledItem
    cells: Sequence[Cell]
    notes: Sequence[str] = ()


def fact_lines(heads: Sequence[str], rows: Sequence[FactRow], width: int) -> Iterator[Line]:
    """The rows under their heads; where columns leave too little room for titles or whole ids, those stand below."""
    longest = widest([word for row in rows for word in name_in_words(row.about).split()])
    title = TextColumn("MILESTONE", is_text=True, least=max(_LEAST_TITLE, longest), lines=ALL)
    told = [(*row.cells, (one_line(row.about.title), "")) for row in rows]
    layout = Layout([*map(TextColumn, heads), title], told, width, stack=Stacking(4))
    yield from layout.head()
    for facts, row in zip(told, rows, strict=True):
        yield from layout.row(facts, [(text, "dim") for text in (name_in_words(row.about), *row.notes)])


def name_in_words(about: TitledItem) -> str:
    """The id without its plan, which the heading names, and who leads."""
    return ", ".join(filter(None, (bare_id(about.id), joined(about.leads))))


def next_lines(command: str, label: PlanLabel, why: str, width: int) -> Iterator[Line]:
    """What to run next, on the same day."""
    return step_lines(command_in_words(command, label.as_of, label.as_of_from), why, width)


def step_lines(command: str, why: str, width: int) -> Iterator[Line]:
    """A command line, and beside or below it what it tells."""
    if cells(command) + cells(why) + 4 <= width:
        yield [(command, "command"), (f"    {why}", "dim")]
        return
    yield from flow(command, width, "command")
    yield from flow(f"  {why}", width, "dim")
