"""The measures of delivery on a screen: a sentence for each, then what slipped by lead and by objective."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from genderplan.analysis.records import (
    DeliveryIndex,
    FinishVariance,
    HitRate,
    LeadSlip,
    Measures,
    ObjectiveSlip,
)
from genderplan.analysis.status import PlanStatus, StatusReport
from genderplan.dates.forms import PlanDate
from genderplan.views.screen import Line, Screen, cells, fitted, wrapped
from genderplan.views.words import counted, date_in_words, one_line

_SHOWN = 10
"""How many rows of a table are shown before the rest is named as a number."""

_WIDEST = 140
_LEAST_NAME = 12
_NAME = len("Finish variance")
_EXPLAINED = (
    "Counted are the baseline's dates of milestones, actions and projects. "
    "What each measure means, and how it can mislead: genderplan explain hit-rate"
)


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
    yield from _named("Finish variance", _finish_variance(found.finish_variance), width)
    yield from _named("Hit rate", _hit_rate(found.hit_rate, plan.as_of), width)
    yield from _named("Delivery index", _delivery_index(found.delivery_index, plan.as_of), width)
    yield from _left_out(found, width)
    if found.slip is None:
        yield from _named("Slip", "no date stands on both sides", width)
    yield from _sentence(_EXPLAINED, width - 2, "dim", "  ")
    if found.slip is not None:
        in_days = found.slip.unit == "days"
        for title, rows in (("LEAD", found.slip.leads), ("OBJECTIVE", found.slip.objectives)):
            yield from _slips(f"SLIP BY {title}", [_row(each, in_days) for each in rows], width)


def _finish_variance(found: FinishVariance | None) -> str:
    if found is None:
        return "nothing has both a date in the baseline and a finish"
    in_days = found.unit == "days"
    median, worst = (found.median_days, found.worst_days) if in_days else (found.median_months, found.worst_months)
    dates = counted(found.compared, "date")
    if not found.late:
        return f"median {_amount(median, in_days)}: none of {dates} late"
    return f"median {_amount(median, in_days)}, worst {_worst(worst, in_days)}: {found.late} of {dates} late"


def _hit_rate(found: HitRate | None, as_of: PlanDate) -> str:
    if found is None:
        return _nothing_due(as_of)
    return f"{_percent(found)}: {found.hits} of {found.due} due by {date_in_words(as_of)} kept on time"


def _percent(found: HitRate) -> str:
    """A whole number; 0% and 100% are none and all alone."""
    if found.hits in {0, found.due}:
        return f"{100 * found.hits // found.due}%"
    return f"{min(max(round(100 * found.value), 1), 99)}%"


def _delivery_index(found: DeliveryIndex | None, as_of: PlanDate) -> str:
    if found is None:
        return _nothing_due(as_of)
    return f"{found.value:.2f}: {found.done} done, {found.due} due by {date_in_words(as_of)}"


def _nothing_due(as_of: PlanDate) -> str:
    return f"nothing in the baseline was due by {date_in_words(as_of)}"


def _left_out(found: Measures, width: int) -> Iterator[Line]:
    """What a reader must know of the numbers: what is in them without being in the plan, and what is not in them."""
    if found.removed:
        they = "it counts" if found.removed == 1 else "they count"
        yield from _named(
            "", f"{counted(found.removed, 'date')} of the baseline left the plan: {they} as not done", width
        )
    if found.cancelled:
        yield from _named("", f"{counted(found.cancelled, 'date')} of the baseline cancelled: in none of these", width)


def _row(slip: LeadSlip | ObjectiveSlip, in_days: bool) -> _Row:
    worst = slip.worst_days if in_days else slip.worst_months
    numbers = (
        f"{slip.moved} of {slip.compared:,}",
        _median(slip, in_days),
        _worst(worst, in_days) if slip.later else "-",
    )
    return _Row(_name(slip), numbers, bool(slip.later))


def _median(slip: LeadSlip | ObjectiveSlip, in_days: bool) -> str:
    median = slip.median_days if in_days else slip.median_months
    if median is None or slip.median_days is None:
        return "-"
    is_short = not median and slip.median_days > 0
    return _worst(0, in_days) if is_short else _amount(median, in_days)


def _name(slip: LeadSlip | ObjectiveSlip) -> str:
    if isinstance(slip, LeadSlip):
        return slip.lead or "No lead"
    return one_line(slip.title or slip.objective or "No objective")


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


def _amount(value: float, in_days: bool) -> str:
    """`+2 months`, `0 months`, `-1.5 days`: a half where the median lies between two numbers."""
    unit = "day" if in_days else "month"
    number = f"{value:+,}" if value else "0"
    return f"{number} {unit}" if abs(value) == 1 else f"{number} {unit}s"


def _worst(value: int, in_days: bool) -> str:
    """The largest variance of what is later; days within one month are none in months."""
    return _amount(value, in_days) if value else "under a month"


def _named(name: str, says: str, width: int) -> Iterator[Line]:
    """A measure and what it says, over as many lines as that needs."""
    for number, line in enumerate(wrapped(says, max(width - _NAME - 4, 10))):
        yield [(f"  {fitted('' if number else name, _NAME)}  ", ""), (line, "")]


def _sentence(text: str, width: int, style: str, indent: str = "") -> Iterator[Line]:
    return ([(indent + line, style)] for line in wrapped(text, width))
