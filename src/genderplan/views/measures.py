"""The measures of delivery on a screen: a sentence for each, then what slipped by lead and by objective."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from genderplan.analysis.measure_records import LeadSlip, ObjectiveSlip
from genderplan.analysis.status import PlanStatus, StatusReport
from genderplan.page.measures_words import (
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
from genderplan.page.words import one_line, sentence
from genderplan.views.screen import Line, Screen, cells, fitted, wrapped

_SHOWN = 10
"""How many rows of a table are shown before the rest is named as a number."""

_WIDEST = 140
_LEAST_NAME = 12
_NAME = len("Finish variance")


class _Row(NamedTuple):
    """One line of a table of slips: a name and three cells, and whether something in it is later."""

    name: str
    numbers: tuple[str, str, str]
    is_later: bool


def measures_lines(report: StatusReport, screen: Screen) -> Iterator[Line]:
    """The measures of every plan by themselves, each under the plan's title."""
    width = min(screen.width or 80, _WIDEST)
    for plan in report.plans:
        yield [("", "")]
        yield from ([(line, "title")] for line in wrapped(one_line(plan.title), width))
        yield from plan_measures(plan, width)


def plan_measures(plan: PlanStatus, width: int) -> Iterator[Line]:
    """The measures of one plan, where they were asked for."""
    found = plan.measures
    if found is None:
        return
    yield [("", "")]
    if plan.baseline is None:
        yield from _sentence("MEASURES: no baseline to measure against", width, "head")
        return
    yield from _sentence(f"MEASURES against {plan.baseline}", width, "head")
    for name, value, of in measures_in_words(found, plan.as_of):
        yield from _named(name, ": ".join(filter(None, (value, of))), width)
    for text in left_out_in_words(found):
        yield from _named("", text, width)
    if found.slip is None:
        yield from _named("Slip", NO_SLIP, width)
    yield from _sentence(f"{COUNTED} {sentence(MEANING)}: {EXPLAIN}", width - 2, "dim", "  ")
    if found.slip is not None:
        in_days = found.slip.unit == "days"
        for title, rows in (("LEAD", found.slip.leads), ("OBJECTIVE", found.slip.objectives)):
            yield from _slips(f"SLIP BY {title}", [_row(each, in_days) for each in rows], width)


def _row(slip: LeadSlip | ObjectiveSlip, in_days: bool) -> _Row:
    moved = f"{slip.moved} of {slip.compared:,}"
    numbers = (moved, median_in_words(slip, in_days), worst_of_in_words(slip, in_days))
    return _Row(_name(slip), numbers, bool(slip.later))


def _name(slip: LeadSlip | ObjectiveSlip) -> str:
    if isinstance(slip, LeadSlip):
        return slip.lead or NO_LEAD
    return one_line(slip.title or slip.objective or NO_OBJECTIVE)


def _slips(title: str, rows: Sequence[_Row], width: int) -> Iterator[Line]:
    """A table; each name above its numbers where the screen is narrow."""
    heads = ("MOVED", "MEDIAN", "WORST")
    widths = [max(map(len, column)) for column in zip(heads, *(row.numbers for row in rows), strict=True)]
    longest = max(cells(name) for name in (title, *(row.name for row in rows)))
    room = min(width - 2 - sum(each + 2 for each in widths), longest)
    is_stacked = room < min(longest, _LEAST_NAME)
    yield [("", "")]
    if is_stacked:
        yield [(title, "head")]
        room = 2
        title = ""
    yield [(f"  {fitted(title, room)}{_cells(heads, widths)}", "head")]
    for row in rows[:_SHOWN]:
        first, *rest = wrapped(row.name, width - 2 if is_stacked else room, "  ")
        if is_stacked:
            yield from ([(f"  {line}", "")] for line in (first, *rest))
            first, rest = "", []
        style = "later" if row.is_later else ""
        yield [(f"  {fitted(first, room)}", ""), (_cells(row.numbers, widths), style)]
        yield from ([(f"  {line}", "")] for line in rest)
    if len(rows) > _SHOWN:
        yield from _sentence(f"and {len(rows) - _SHOWN} more, with --format json", width - 2, "dim", "  ")


def _cells(texts: Iterable[str], widths: Iterable[int]) -> str:
    return "".join(f"  {text:>{width}}" for text, width in zip(texts, widths, strict=True))


def _named(name: str, says: str, width: int) -> Iterator[Line]:
    """A measure and what it says, over as many lines as that needs."""
    for number, line in enumerate(wrapped(says, max(width - _NAME - 4, 10))):
        yield [(f"  {fitted('' if number else name, _NAME)}  ", ""), (line, "")]


def _sentence(text: str, width: int, style: str, indent: str = "") -> Iterator[Line]:
    return ([(indent + line, style)] for line in wrapped(text, width))
