"""Dates against the newest baseline."""

from collections.abc import Iterator

from genderplan.analysis.standing import Item, Status
from genderplan.checks.context import Context
from genderplan.checks.deadlines import due_place
from genderplan.findings import Finding, Severity, finding
from genderplan.model.dates import PlanDate
from genderplan.plan.variance import is_beyond, variance
from genderplan.plan.whole import Plan

_CLOSED = frozenset((Status.COMPLETE, Status.CANCELLED))


def beyond_tolerance(context: Context) -> Iterator[Finding]:
    """GP501: later than was agreed by more than the tolerance.

    Something open is due, or expected by its forecast, later than was agreed, by more than the plan's `tolerance`. What
    was agreed is the date in the newest baseline, or that of the newest revision since which one of the plan's
    `approvers`, by default any board, has approved; whoever leads the work, or is part of who does, does not count. The
    board agreed to that date, and has not agreed to this one. Where the date stands as it was agreed, and the forecast
    alone is that late, it is a warning: nobody has moved the date. What finished late is history, which `slippage` and
    `status --measures` tell.

    Example: The plan has a tolerance of 1 month, and in its baseline the report is due 2025-04.

    Mend: bring the date back; or have the new one agreed, and write who agreed to it, `approved_by`, and when, `date`,
    under its `revisions`; or keep all as it is agreed now with `genderplan baseline save`.
    """
    for standings in context.standings:
        for item in standings.items:
            was, finish = item.standing.judged_by, item.standing.finish
            if was is None or finish is None or item.standing.status in _CLOSED:
                continue
            if is_beyond(was, finish, standings.plan.slack):
                yield _finding(standings.plan, item, was, finish)


def _finding(plan: Plan, item: Item, was: PlanDate, finish: PlanDate) -> Finding:
    """A warning where the date stands as it was agreed, and only the forecast is later; else an error."""
    approved, late = item.standing.approved, variance(was, finish).in_words
    than = f"in baseline {plan.baseline.name}" if plan.baseline else ""
    if approved:
        than = f"approved by {approved.by}, {approved.date}"
    message = f"{late} later than {than} (was {was}, now {finish}): {item.title}"
    found = finding("GP501", " ".join(message.split()), item.entry.file, due_place(item), entry=item.id)
    is_moved = item.due is None or variance(was, item.due).is_late
    return found if is_moved else found._replace(severity=Severity.WARNING)
