"""The measures of delivery on a screen: a sentence for each, then what slipped by lead and by objective."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from genderplan.analysis.records import (
    DeliveryIndex,
    FinishVariance,
    HitRate,
    LeadSlip,
    Measures,
    ObjectiveSlip,
)
from genderplan.analysis.status import PlanStatus, StatusReport
from genderplan.model.dates import PlanDate
from genderplan.page.words import counted, date_in_words, one_line
from genderplan.views.layout import ALL, Cell, Column, Layout, Stack, flow
from genderplan.views.screen import Line, Screen

_SHOWN = 10
"""How many rows of a table are shown before the rest is named as a number."""

_WIDEST = 140
_LEAST_NAME = 12
_EXPLAINED = (
    "Counted are the baseline's dates of milestones, actions and projects. "
    "What each measure means, and how it can mislead: genderplan explain hit-rate"
)


_Row: TypeAlias = tuple[Cell, ...]


def measures_lines(report: StatusReport, screen: Screen) -> Iterator[Line]:
    """The measures of every plan by themselves, each under the plan's title."""
    width = min(screen.width or 80, _WIDEST)
    for plan in report.plans:
        yield [("", "")]
        yield from flow(one_line(plan.title), width, "title")
        yield from plan_measures(plan, width)


def plan_measures(plan: PlanStatus, width: int) -> Iterator[Line]:
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
    yield from Layout((Column(), Column(least=10, lines=ALL, is_text=True)), told, width).lines(told)
    yield from flow(_EXPLAINED, width, "dim", indent=2)
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


def _told(found: Measures, as_of: PlanDate) -> Iterator[tuple[str, str]]:
    """Each measure and what it says; and what a reader must know of what the numbers count, and of what they do not."""
    yield "Finish variance", _finish_variance(found.finish_variance)
    yield "Hit rate", _hit_rate(found.hit_rate, as_of)
    yield "Delivery index", _delivery_index(found.delivery_index, as_of)
    if found.removed:
        they = "it counts" if found.removed == 1 else "they count"
        yield "", f"{counted(found.removed, 'date')} of the baseline left the plan: {they} as not done"
    if found.cancelled:
        yield "", f"{counted(found.cancelled, 'date')} of the baseline cancelled: in none of these"
    if found.slip is None:
        yield "Slip", "no date stands on both sides"


def _row(slip: LeadSlip | ObjectiveSlip, in_days: bool) -> _Row:
    """The name and three numbers."""
    worst = _worst(slip.worst_days if in_days else slip.worst_months, in_days) if slip.later else "-"
    style = "later" if slip.later else ""
    numbers = (f"{slip.moved} of {slip.compared:,}", _median(slip, in_days), worst)
    return ((_name(slip), ""), *((number, style) for number in numbers))


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
    names = Column(title, least=_LEAST_NAME, lines=ALL, is_text=True, hanging="  ")
    numbers = [Column(head, "right") for head in ("MOVED", "MEDIAN", "WORST")]
    layout = Layout((names, *numbers), rows, width, stack=Stack(6, is_above=True))
    yield [("", "")]
    if layout.is_stacked:
        yield [(title, "head")]
    yield from layout.head()
    yield from layout.lines(rows[:_SHOWN])
    if len(rows) > _SHOWN:
        yield from flow(f"and {len(rows) - _SHOWN} more, with --format json", width, "dim", indent=2)


def _amount(value: float, in_days: bool) -> str:
    """`+2 months`, `0 months`, `-1.5 days`: a half where the median lies between two numbers."""
    unit = "day" if in_days else "month"
    number = f"{value:+,}" if value else "0"
    return f"{number} {unit}" if abs(value) == 1 else f"{number} {unit}s"


def _worst(value: int, in_days: bool) -> str:
    """The largest variance of what is later; days within one month are none in months."""
    return _amount(value, in_days) if value else "under a month"
