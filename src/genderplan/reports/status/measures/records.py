"""Measures of delivery: the records that the JSON contract has of them, their fields in its order."""

from typing import NamedTuple


class FinishVariance(NamedTuple):
    """How far promises are from being kept on time; positive is late.

    Of all that have a finish and are not cancelled, the median and the largest (at least 0), in months and in days.
    `unit` is the one that counts: days where every one is compared in days, else months.
    """

    compared: int
    """How many promises have a finish."""
    late: int
    """How many are late."""
    unit: str
    """What counts: months, or days where every one is compared in days."""
    median_months: float
    """The median in months. A half lies between two numbers."""
    worst_months: int
    """The largest variance in months; 0 where nothing is late."""
    median_days: float
    """The median in days. A half lies between two numbers."""
    worst_days: int
    """The largest variance in days; 0 where nothing is late."""


class HitRate(NamedTuple):
    """Promises kept on time / promises due by the status date: from 0 to 1."""

    due: int
    """How many promises are due by the status date."""
    hits: int
    """How many of the promises due were done on or before their date in the baseline."""
    value: float
    """The one number divided by the other, not rounded."""


class DeliveryIndex(NamedTuple):
    """Promises done by the status date, early or late / promises due by it: 0 or more."""

    due: int
    """How many promises are due by the status date."""
    done: int
    """How many promises are done by the status date, whether due yet or not."""
    value: float
    """The one number divided by the other, not rounded."""


class LeadSlip(NamedTuple):
    """The agreed dates that one organisation leads; a date with several leads counts for each of them.

    The median is of the dates that moved, the largest variance of all of them (at least 0).
    """

    lead: str | None
    """The id of the organisation that leads them; null for what nobody leads."""
    compared: int
    """How many dates both sides have: those that moved and those that did not."""
    moved: int
    """How many of them differ from the baseline's."""
    later: int
    """How many of the moved dates are now later."""
    median_months: float | None
    """The median in months; null where there is none. A half lies between two numbers."""
    worst_months: int
    """The largest variance in months; 0 where nothing is later."""
    median_days: float | None
    """The median in days; null where there is none. A half lies between two numbers."""
    worst_days: int
    """The largest variance in days; 0 where nothing is later."""


class ObjectiveSlip(NamedTuple):
    """The agreed dates under one objective, in the same numbers as those of a lead."""

    objective: str | None
    """The id of the objective; null for what stands under none."""
    title: str | None
    """The objective's title; null for what stands under none."""
    compared: int
    """How many dates both sides have: those that moved and those that did not."""
    moved: int
    """How many of them differ from the baseline's."""
    later: int
    """How many of the moved dates are now later."""
    median_months: float | None
    """The median in months; null where there is none. A half lies between two numbers."""
    worst_months: int
    """The largest variance in months; 0 where nothing is later."""
    median_days: float | None
    """The median in days; null where there is none. A half lies between two numbers."""
    worst_days: int
    """The largest variance in days; 0 where nothing is later."""


class SlipMeasure(NamedTuple):
    """Agreed dates against the baseline, as slippage compares them.

    `unit` is the one that counts: days where all dates on both sides are days, else months.
    """

    unit: str
    """What counts: months, or days where all dates are days."""
    leads: tuple[LeadSlip, ...]
    """The dates by lead, the worst first; what nobody leads after the others that are as bad."""
    objectives: tuple[ObjectiveSlip, ...]
    """The dates by objective, the worst first."""


class Measures(NamedTuple):
    """How a plan does against the promises of its newest baseline, which are the dates of milestones and entries in it.

    `promised` counts those that are not cancelled, `removed` those among them that the plan no longer has. What is
    cancelled is left out of every measure but slip.
    """

    promised: int
    """How many dates the baseline promises, less those cancelled."""
    removed: int
    """How many of the promises the plan no longer has; they count as not done."""
    cancelled: int
    """How many dates of the baseline are cancelled, and left out of all but slip."""
    finish_variance: FinishVariance | None
    """Finish against the baseline; null where nothing has both."""
    hit_rate: HitRate | None
    """The share of the promises due that were kept on time; null where nothing is due."""
    delivery_index: DeliveryIndex | None
    """Promises done for each that is due; null where nothing is due."""
    slip: SlipMeasure | None
    """How agreed dates moved; null where no date stands on both sides."""
