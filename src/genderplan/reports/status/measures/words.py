"""Measures of delivery in words: what the screen and the page of `status` both say of them."""

from collections.abc import Iterator
from typing import TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.page.words import counted, date_in_words
from genderplan.reports.status.measures.records import (
    DeliveryIndex,
    FinishVariance,
    HitRate,
    LeadSlip,
    Measures,
    ObjectiveSlip,
)

COUNTED = "Counted are the baseline's dates of milestones, actions and projects."
EXPLAIN, MEANING = "genderplan explain hit-rate", "what each measure means, and how it can mislead"
NO_LEAD, NO_OBJECTIVE, NO_SLIP = "No lead", "No objective", "no date stands on both sides"

Said: TypeAlias = tuple[str, str]
"""The value of a measure, nothing where there is none, and what it is of."""


def measures_in_words(measures: Measures, as_of: PlanDate) -> Iterator[tuple[str, str, str]]:
    """The name of each measure, its value, nothing where there is none, and what it is of."""
    yield "Finish variance", *_finish_variance(measures.finish_variance)
    yield "Hit rate", *_hit_rate(measures.hit_rate, as_of)
    yield "Delivery index", *_delivery_index(measures.delivery_index, as_of)


def left_out_in_words(measures: Measures) -> Iterator[str]:
    """What a reader must know of the numbers: what is in them without being in the plan, and what is not in them."""
    if measures.removed:
        they = "it counts" if measures.removed == 1 else "they count"
        yield f"{counted(measures.removed, 'date')} of the baseline left the plan: {they} as not done"
    if measures.cancelled:
        yield f"{counted(measures.cancelled, 'date')} of the baseline cancelled: in none of these"


def _finish_variance(variance: FinishVariance | None) -> Said:
    if variance is None:
        return "", "nothing has both a date in the baseline and a finish"
    in_days = variance.unit == "days"
    median, worst = (
        (variance.median_days, variance.worst_days) if in_days else (variance.median_months, variance.worst_months)
    )
    dates = counted(variance.compared, "date")
    middle = f"median {_amount(median, in_days)}"
    if not variance.late:
        return middle, f"none of {dates} late"
    return f"{middle}, worst {_worst(worst, in_days)}", f"{variance.late} of {dates} late"


def _hit_rate(rate: HitRate | None, as_of: PlanDate) -> Said:
    if rate is None:
        return _nothing_due(as_of)
    return _percent(rate), f"{rate.hits} of {rate.due} due by {date_in_words(as_of)} kept on time"


def _percent(rate: HitRate) -> str:
    """A whole number; 0% and 100% are none and all alone."""
    if rate.hits in {0, rate.due}:
        return f"{100 * rate.hits // rate.due}%"
    return f"{min(max(round(100 * rate.value), 1), 99)}%"


def _delivery_index(index: DeliveryIndex | None, as_of: PlanDate) -> Said:
    if index is None:
        return _nothing_due(as_of)
    return f"{index.value:.2f}", f"{index.done} done, {index.due} due by {date_in_words(as_of)}"


def _nothing_due(as_of: PlanDate) -> Said:
    return "", f"nothing in the baseline was due by {date_in_words(as_of)}"


def median_in_words(slip: LeadSlip | ObjectiveSlip, in_days: bool) -> str:
    """The median of what a lead or an objective moved; `-` where nothing did."""
    median = slip.median_days if in_days else slip.median_months
    if median is None or slip.median_days is None:
        return "-"
    is_short = not median and slip.median_days > 0
    return _worst(0, in_days) if is_short else _amount(median, in_days)


def worst_of_in_words(slip: LeadSlip | ObjectiveSlip, in_days: bool) -> str:
    """The largest variance of a lead or an objective; `-` where nothing is later."""
    return _worst(slip.worst_days if in_days else slip.worst_months, in_days) if slip.later else "-"


def _amount(value: float, in_days: bool) -> str:
    """`+2 months`, `0 months`, `-1.5 days`: a half where the median lies between two numbers."""
    unit = "day" if in_days else "month"
    number = f"{value:+,}" if value else "0"
    return f"{number} {unit}" if abs(value) == 1 else f"{number} {unit}s"


def _worst(value: int, in_days: bool) -> str:
    """The largest variance of what is later; days within one month are none in months."""
    return _amount(value, in_days) if value else "under a month"
