"""Rows of facts about milestones: columns aligned under their heads, then the title, its id and who leads below it."""

import shlex
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from genderplan.analysis.records import PlanLabel
from genderplan.analysis.slippage import BaselineLabel
from genderplan.analysis.standing import Status
from genderplan.model.dates import PlanDate
from genderplan.page.words import date_in_words, joined, one_line, shift_in_words
from genderplan.plan.reckoning import Unit
from genderplan.views.layout import ALL, Cell, Column, Layout, Stack, flow
from genderplan.views.screen import Line, cells, widest

_LEAST_TITLE = 36


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


def fact_lines(heads: Sequence[str], rows: Sequence[FactRow], width: int) -> Iterator[Line]:
    """The rows under their heads; where columns leave too little room for titles or whole ids, those stand below."""
    longest = widest([word for row in rows for word in name_in_words(row.about).split()])
    title = Column("MILESTONE", is_text=True, least=max(_LEAST_TITLE, longest), lines=ALL)
    told = [(*row.cells, (one_line(row.about.title), "")) for row in rows]
    layout = Layout([*map(Column, heads), title], told, width, stack=Stack(4))
    yield from layout.head()
    for facts, row in zip(told, rows, strict=True):
        yield from layout.row(facts, [(text, "dim") for text in (name_in_words(row.about), *row.notes)])


def name_in_words(about: Titled) -> str:
    """The id without its plan, which the heading names, and who leads."""
    return ", ".join(filter(None, (about.id.partition("/")[2], joined(about.leads))))


def against_in_words(baseline: BaselineLabel | None) -> str:
    """`against baseline board-1, taken 30 Sep 2024`; nothing for none."""
    if baseline is None:
        return ""
    taken = f", taken {date_in_words(baseline.taken)}" if baseline.taken else ""
    return f"against baseline {baseline.name}{taken}"


def against_option(against: str | None) -> str:
    """The option that asks for the same source again, quoted for a shell."""
    return f" --against {shlex.quote(against)}" if against is not None else ""


def circle_lines(circular: Sequence[str], width: int) -> Iterator[Line]:
    """What nothing can be worked out for."""
    if circular:
        yield [("", "")]
        yield from flow(
            f"NOT WORKED OUT ({len(circular)}): waits in a circle, 'genderplan validate' shows which", width, "red"
        )
        yield from flow("  " + ", ".join(each.partition("/")[2] for each in circular), width)


def room_in_words(before: int | None, after: int | None, unit: Unit | None, arrow: str) -> str:
    """`4 → 2 months`, `2 months` where nothing changed or only one is known, nothing where none is."""
    if after is None or unit is None:
        return ""
    return unit.counted(after) if before is None or before == after else f"{before:,} {arrow} {unit.counted(after)}"


def dates_in_words(was: PlanDate | None, now: PlanDate | None, arrow: str) -> str:
    """A date as it moved, `Dec 2003 → Feb 2004`; `still Apr 2004` where it did not; alone where it had none before."""
    if was is None or now is None:
        return date_in_words(now)
    return f"still {date_in_words(now)}" if was == now else shift_in_words(was, now, arrow)


def overdue_in_words(status: Status) -> tuple[str, ...]:
    """What is to be said of the date of something overdue: whether it will still hold is not known."""
    return ("overdue: taken on its due date",) if status is Status.OVERDUE else ()


def next_lines(command: str, label: PlanLabel, why: str, width: int) -> Iterator[Line]:
    """What to run next, on the same day."""
    command = f"genderplan {command}" + (f" --as-of {label.as_of}" if label.as_of_from == "option" else "")
    if cells(command) + cells(why) + 4 <= width:
        yield [(command, "command"), (f"    {why}", "dim")]
        return
    yield from flow(command, width, "command")
    yield from flow(f"  {why}", width, "dim")
