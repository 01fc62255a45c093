"""Dates against the newest baseline."""

from collections.abc import Iterator

from genderplan.analysis.standing import Status
from genderplan.checks.context import Context
from genderplan.checks.deadlines import due_place
from genderplan.findings import Finding, finding
from genderplan.plan.variance import is_beyond, variance


def beyond_tolerance(context: Context) -> Iterator[Finding]:
    """GP501: later than the baseline by more than the tolerance.

    The finish, which is the completion, else the forecast, else the due date, comes later than the date in the newest
    baseline by more than the plan's `tolerance`. The board agreed to that date, and has not agreed to this one.

    Example: The plan has a tolerance of 1 month, and in its baseline the report is due 2025-04.

    Mend: bring the date back; or have the new one agreed, and keep it with `genderplan baseline save`.
    """
    for standings in context.standings:
        plan = standings.plan
        if plan.baseline is None:
            continue
        for item in standings.items:
            was, finish = item.standing.baseline_due, item.standing.finish
            if was is None or finish is None or item.standing.status is Status.CANCELLED:
                continue
            if is_beyond(was, finish, plan.slack):
                late = variance(was, finish).in_words
                message = f"{late} later than in baseline {plan.baseline.name} (was {was}, now {finish}): {item.title}"
                yield finding("GP501", " ".join(message.split()), item.entry.file, due_place(item), entry=item.id)
