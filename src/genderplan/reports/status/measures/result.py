"""Measures of delivery: how a plan does against the promises of its newest baseline.

A promise is a date in that baseline: the due date of a milestone, or an entry's own date (`due`, else `end`). Entries'
own dates count whether the entry is open or not: else one would count while it is missed, and no longer once it is
kept. What is cancelled by the status date counts in no measure but slip, and is told as a number. What the plan no
longer has and nobody cancelled is a promise that is not kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.variance import Variance, variance
from genderplan.plan.comparison.matching import Match, match
from genderplan.plan.comparison.promises import as_one_promise
from genderplan.plan.items import AGREED_FIELDS
from genderplan.reports.status.measures.records import (
    DeliveryIndex,
    FinishVariance,
    HitRate,
    LeadSlip,
    Measures,
    ObjectiveSlip,
    SlipMeasure,
)
from genderplan.reports.status.result import StatusReport
from genderplan.standing.scope import Scope
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standing, Standings, Status


class PromisedDate(NamedTuple):
    """A date in the baseline, and whether it is done by the status date.

    `variance` is finish against the baseline, None where there is no finish: the date is lost, or the plan no longer
    has it. `since_approval` is finish against the date that was approved since, None where none was.
    """

    due: PlanDate
    is_done: bool = False
    variance: Variance | None = None
    since_approval: Variance | None = None

    @property
    def finish_variance(self) -> Variance | None:
        """Finish against what was agreed last, as every report has it."""
        return self.since_approval or self.variance


class AgreedDate(NamedTuple):
    """An agreed date that stands on both sides: who leads it, its objective, and how far it moved."""

    leads: tuple[str | None, ...]
    objective: str | None
    moved: Variance


def with_measures(report: StatusReport, standings: Sequence[Standings], selection: Selection) -> StatusReport:
    """A status report, each of its plans with the measures of what is selected of it."""
    plans = zip(report.plans, standings, strict=True)
    return report._replace(plans=tuple(plan._replace(measures=measures(each, selection)) for plan, each in plans))


def measures(standings: Standings, selection: Selection) -> Measures:
    """What is selected of a plan against its newest baseline; all is None where there is no baseline."""
    if standings.plan.baseline is None:
        return Measures(0, 0, 0, None, None, None, None)
    both = match(standings.plan, standings.plan.baseline)
    part = Scope(standings, selection).narrowed(both)
    found = list(_promised(standings, selection))
    there = [
        PromisedDate(due, each.status is Status.COMPLETE, each.slip, each.variance if each.approved else None)
        for each, due in found
        if each.status is not Status.CANCELLED
    ]
    gone = [PromisedDate(date) for date in _removed(part)]
    as_of = standings.as_of.ordinal
    return Measures(
        promised=len(there) + len(gone),
        removed=len(gone),
        cancelled=len(found) - len(there),
        finish_variance=finish_variance(there),
        hit_rate=hit_rate([*there, *gone], as_of),
        delivery_index=delivery_index([*there, *gone], as_of),
        slip=slip(list(_dates(part)), standings.plan.objective_titles),
    )


def finish_variance(promises: Iterable[PromisedDate]) -> FinishVariance | None:
    """Finish against what was agreed last: how many are late, the median of them all, and the largest.

    Positive is late; in days where every one is in days, else in months. None where nothing has a finish.
    """
    found = [each.finish_variance for each in promises if each.finish_variance is not None]
    if not found:
        return None
    months, days = [each.months for each in found], [each.days for each in found]
    return FinishVariance(
        compared=len(found),
        late=sum(each.is_late for each in found),
        unit=_unit(found),
        median_months=_median(months),
        worst_months=max(0, *months),
        median_days=_median(days),
        worst_days=max(0, *days),
    )


def hit_rate(promises: Iterable[PromisedDate], as_of: int) -> HitRate | None:
    """Done on or before the baseline's date / due by the status date: from 0 to 1, None where nothing is due.

    Due is what has the last day of its baseline date on or before `as_of`, an ordinal. On or before the date is a
    variance that is not late: in days where both dates are days, else in months. What is done early and not due yet is
    in neither number.
    """
    due = [each for each in promises if each.due.last <= as_of]
    hits = sum(each.is_done and each.variance is not None and not each.variance.is_late for each in due)
    return HitRate(len(due), hits, hits / len(due)) if due else None


def delivery_index(promises: Sequence[PromisedDate], as_of: int) -> DeliveryIndex | None:
    """Done by the status date, early or late / due by it in the baseline: 0 or more, None where nothing is due.

    It is the baseline execution index of schedule assessment with promises for tasks. What is done before it is due
    is in the upper number alone, so that it can be more than 1.
    """
    due = sum(each.due.last <= as_of for each in promises)
    done = sum(each.is_done for each in promises)
    return DeliveryIndex(due, done, done / due) if due else None


def slip(dates: Sequence[AgreedDate], titles: Mapping[str, str]) -> SlipMeasure | None:
    """How agreed dates moved, by lead and by objective, the worst first; None where no date stands on both sides."""
    if not dates:
        return None
    unit = _unit([date.moved for date in dates])
    leads = _grouped((lead, date.moved) for date in dates for lead in date.leads)
    objectives = _grouped((date.objective, date.moved) for date in dates)
    return SlipMeasure(
        unit,
        tuple(sorted((LeadSlip(name, *_moves(found)) for name, found in leads), key=_worst_first(unit))),
        tuple(
            sorted(
                (ObjectiveSlip(name, titles.get(name or ""), *_moves(found)) for name, found in objectives),
                key=_worst_first(unit),
            )
        ),
    )


def _promised(standings: Standings, selection: Selection) -> Iterator[tuple[Standing, PlanDate]]:
    """What is selected that stands on both sides and has a date in the baseline, and that date."""
    for each in standings.entries:
        for standing in selection.passing(each.dates, each):
            if standing.baseline_due is not None:
                yield standing, standing.baseline_due


def _removed(part: Match) -> Iterator[PlanDate]:
    """The dates of the baseline that the plan no longer has."""
    yield from (entry.own_date for entry in part.removed_entries if entry.own_date)
    yield from (item.due for item in part.removed_milestones if item.due)


def _dates(part: Match) -> Iterator[AgreedDate]:
    """Every agreed date that stands on both sides."""
    for then, now in part.items:
        was, is_now = as_one_promise(then.agreed, now.agreed)
        for field in AGREED_FIELDS:
            if field in was and field in is_now:
                yield AgreedDate(now.leads or (None,), now.entry.objective, variance(was[field], is_now[field]))


def _grouped(named: Iterable[tuple[str | None, Variance]]) -> Iterable[tuple[str | None, list[Variance]]]:
    groups: dict[str | None, list[Variance]] = {}
    for name, found in named:
        groups.setdefault(name, []).append(found)
    return groups.items()


def _moves(found: Sequence[Variance]) -> tuple[int, int, int, float | None, int, float | None, int]:
    """Compared, moved, later, and of those that moved the median and the largest variance, in months and in days."""
    moved = [each for each in found if each.is_moved]
    months, days = [each.months for each in moved], [each.days for each in moved]
    return (
        len(found),
        len(moved),
        sum(each.is_late for each in moved),
        _median(months) if moved else None,
        max((0, *months)),
        _median(days) if moved else None,
        max((0, *days)),
    )


def _worst_first(unit: str) -> Callable[[LeadSlip | ObjectiveSlip], tuple[float, float, int, bool, str]]:
    """The largest variance first, then the largest median, then the most that are later; what has no name last."""

    def key(row: LeadSlip | ObjectiveSlip) -> tuple[float, float, int, bool, str]:
        worst, median = (row.worst_days, row.median_days) if unit == "days" else (row.worst_months, row.median_months)
        return (-worst, -(median or 0), -row.later, row[0] is None, row[0] or "")

    return key


def _unit(found: Iterable[Variance]) -> str:
    return "days" if all(each.in_days for each in found) else "months"


def _median(values: Sequence[int]) -> float:
    """The middle value, between two of them their mean: a whole number stays one."""
    from statistics import median

    found = median(values)
    return int(found) if found == int(found) else found
