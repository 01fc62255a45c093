"""Measures of delivery on a screen: a sentence for each, then what slipped by lead and by objective."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.page.words import one_line, sentence
from genderplan.reports.status.measures.records import LeadSlip, Measures, ObjectiveSlip
from genderplan.reports.status.measures.words import (
    COUNTED,
    EXPLAIN,
    MEANING,
    NO_LEAD,
    NO_OBJECTIVE,
    NO_SLIP,
    left_out_in_words,
    measures_in_words,
    median_in_words,
    worst_of_in_words,
)
from genderplan.reports.status.result import PlanStatus, StatusReport
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, flow
from genderplan.terminal.screen import Line, Screen

_SHOWN = 10
"""How many rows of a table are shown before the rest is named as a number."""

_WIDEST = 140
_LEAST_NAME = 12


_Row: TypeAlias = tuple[Cell, ...]


def measures_lines(report: StatusReport, screen: Screen) -> Iterator[Line]:
    """The measures of every plan by themselves, each under the plan's title."""
    width = min(screen.width or 80, _WIDEST)
    for plan in report.plans:
        yield [("", "")]
        yield from flow(one_line(plan.title), width, "title")
        yield from plan_measures(plan, screen, width)


def plan_measures(plan: PlanStatus, screen: Screen, width: int) -> Iterator[Line]:
    """The measures of one plan, where they were asked for."""
    found = plan.measures
    if found is None:
        return
    yield [("", "")]
    if plan.baseline is None:
        yield from flow("MEASURES: no baseline to measure against", width, "head")
        return
    yield from flow(f"MEASURES against {plan.baseline}", width, "head")
    told = [((name, ""), (text, "")) for name, text in _told(found, plan.as_of)]
    yield from Layout((TextColumn(), TextColumn(least=10, lines=ALL, is_text=True)), told, width).lines(told)
    yield from flow(f"{COUNTED} {sentence(MEANING)}: {EXPLAIN}", width, "dim", indent=2)
    if found.slip is not None:
        in_days = found.slip.unit == "days"
        for title, rows in (("LEAD", found.slip.leads), ("OBJECTIVE", found.slip.objectives)):
            yield from _slips(f"SLIP BY {title}", [_row(each, screen, in_days) for each in rows], width)


def _told(measures: Measures, as_of: PlanDate) -> Iterator[tuple[str, str]]:
    """Each measure and what it says, and what a reader must know of the numbers."""
    for name, value, of in measures_in_words(measures, as_of):
        yield name, ": ".join(filter(None, (value, of)))
    yield from (("", text) for text in left_out_in_words(measures))
    if measures.slip is None:
        yield "Slip", NO_SLIP


def _row(slip: LeadSlip | ObjectiveSlip, screen: Screen, in_days: bool) -> _Row:
    """The name and three numbers."""
    style = "later" if slip.later else ""
    moved = f"{slip.moved} of {slip.compared:,}"
    numbers = (moved, median_in_words(slip, in_days), worst_of_in_words(slip, in_days))
    return ((_name(slip, screen), ""), *((number, style) for number in numbers))


def _name(slip: LeadSlip | ObjectiveSlip, screen: Screen) -> str:
    if isinstance(slip, LeadSlip):
        return screen.called([slip.lead]) if slip.lead else NO_LEAD
    return one_line(slip.title or slip.objective or NO_OBJECTIVE)


def _slips(title: str, rows: Sequence[_Row], width: int) -> Iterator[Line]:
    """A table; each name above its numbers where the screen is narrow."""
    names = TextColumn(title, least=_LEAST_NAME, lines=ALL, is_text=True, hanging="  ")
    numbers = [TextColumn(head, "right") for head in ("MOVED", "MEDIAN", "WORST")]
    layout = Layout((names, *numbers), rows, width, stack=Stacking(6, is_above=True))
    yield [("", "")]
    if layout.is_stacked:
        yield [(title, "head")]
    yield from layout.head()
    yield from layout.lines(rows[:_SHOWN])
    if len(rows) > _SHOWN:
        yield from flow(f"and {len(rows) - _SHOWN} more, with --format json", width, "dim", indent=2)
