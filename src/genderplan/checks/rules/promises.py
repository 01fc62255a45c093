"""Dates against the newest baseline."""

from collections.abc import Iterator

from genderplan.checks.context import Context, found_at
from genderplan.checks.rules.dates.deadlines import due_key
from genderplan.dates.forms import PlanDate
from genderplan.dates.variance import is_beyond, variance
from genderplan.findings import Finding, Severity
from genderplan.plan.comparison.matching import match
from genderplan.plan.items import Item
from genderplan.plan.plans import Baseline, Plan
from genderplan.standing.rag import CLOSED
from genderplan.standing.standings import Standing


def beyond_tolerance(context: Context) -> Iterator[Finding]:
    """GP501: later than was agreed by more than the tolerance.

    Something open is due, or expected by its forecast, later than was agreed, by more than the plan's `tolerance`. What
    was agreed is the date in the newest baseline, or the newest one since then that an approver agreed to. A late
    forecast alone is a warning: nobody moved the date. What finished late is history, and told by `slippage`.

    Example: The plan has a tolerance of 1 month, and in its baseline the report is due 2025-04.

    Mend: bring the date back; or have the new one agreed, and write who agreed to it, `approved_by`, and when, `date`,
    under its `revisions`; or keep all as it is agreed now with `genderplan baseline save`.
    """
    for standings in context.standings:
        for standing in standings.items:
            was, finish = standing.judged_by, standing.finish
            if was is None or finish is None or standing.status in CLOSED:
                continue
            if is_beyond(was, finish, standings.plan.slack):
                yield _finding(standings.plan, standing, was, finish)


def _finding(plan: Plan, standing: Standing, was: PlanDate, finish: PlanDate) -> Finding:
    """A warning where the date stands as it was agreed, and only the forecast is later; else an error."""
    item, approved, late = standing.item, standing.approved, variance(was, finish).in_words
    than = f"in baseline {plan.baseline.name}" if plan.baseline else ""
    if approved:
        than = f"approved by {approved.by}, {approved.date}"
    message = f"{late} later than {than} (was {was}, now {finish}): {item.title}"
    found = found_at(item, "GP501", message, None, due_key(item))
    is_moved = standing.due is None or variance(was, standing.due).is_late
    return found if is_moved else found._replace(severity=Severity.WARNING)


def gone_promises(context: Context) -> Iterator[Finding]:
    """GP512: a promise that is nowhere in the plan.

    The newest baseline has an entry or a milestone with a date, and the plan has none of its id, nor one whose
    `renamed_from` names it. Nobody cancelled it, so it was given up, or renamed, without a word; what is late of it is
    found no more. It stands at its place in the baseline. Of an entry that is gone its milestones are not told apart.
    What GP505 tells of a change is not told again.

    Mend: write its id of then under `renamed_from` of what it is called now, beside any other that stands there; or put
    it back and cancel it with a reason; or have what is agreed now kept with `genderplan baseline save`.
    """
    for plan in context.plans if context.standings else ():
        baseline = plan.baseline
        if baseline is None or not context.is_all_read(plan):
            continue
        both = match(plan, baseline)
        gone = {entry.id for entry in both.removed_entries}
        told = _told_already(context, plan)
        lost = [
            Item(entry)
            for entry in both.removed_entries
            if entry.own_date or any(each.due for each in entry.milestones)
        ]
        lost += [each for each in both.removed_milestones if each.entry.id not in gone and each.due]
        yield from (_gone(baseline, each) for each in lost if each.id not in told)


def _told_already(context: Context, plan: Plan) -> set[str]:
    """What a change that is judged too takes out: GP505 tells of it."""
    held = [each.both for each in context.held if each.plan is plan]
    entries = {entry.full_id() for both in held for entry in both.removed_entries}
    return entries | {each.id for both in held for each in both.removed_milestones}


def _gone(baseline: Baseline, item: Item) -> Finding:
    name = item.id_in_plan
    message = f"{name}, promised in baseline {baseline.name}, is nowhere in the plan: {item.title}"
    hint = f"if it is called otherwise now, name {name} under its 'renamed_from'"
    return found_at(item, "GP512", message, hint)
