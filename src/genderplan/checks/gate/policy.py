"""Policy that judges dates, beside what it was: the status date, the tolerance, limits, the state, baselines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from genderplan.checks.context import Context, Held, one_line
from genderplan.checks.gate.approvals import approvers, freed_approvals, wider_approval
from genderplan.checks.gate.removals import is_closed
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.findings import START_OF_FILE, Finding, Position, finding
from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Baseline, Plan
from genderplan.source.places import Path

_HINT = "put it back, or accept GP510 at plan.yaml with the reason; it counts from the next change on"
_DAYS = range(date(2000, 1, 1).toordinal(), date(2004, 1, 1).toordinal())
"""Four years: a length from any day of them is as long as it can be from any other."""


class _Change(NamedTuple):
    """What judges more mildly than before, in words, and where that stands in plan.yaml."""

    words: str
    path: Path = ()
    hint: str = _HINT


def changed_policy(context: Context) -> Iterator[Finding]:
    """GP510: what judges the dates changed without a reason.

    What `--against` names judges more strictly: the status date is set, set back or taken out; `tolerance`,
    `max_revisions`, who may approve, or how long something is accepted has grown; the plan is approved no more, or
    closed without a word; a new baseline has later dates than were agreed. So what was late is on time, and no date
    moved. In this change the stricter of then and now counts.

    Mend: put it back. Where the change is meant, accept this finding in plan.yaml and say there why it is right: `code:
    GP510`, `where: plan.yaml`, and the `reason`. That holds for this change alone. What closes a plan is `closed`, with
    its `date` and `reason`.
    """
    for held in context.held:
        if held.plan_then is None:
            continue
        wider = (_Change(each.words, each.path) for each in wider_approval(context, held))
        for change in chain(_of_plan(held.plan_then, held.plan), wider):
            place = held.plan.places.position(change.path) if change.path else START_OF_FILE
            yield finding("GP510", one_line(change.words), held.plan.file, place, hint=change.hint)
        yield from _of_baselines(held, held.plan_then)
        yield from freed_approvals(context, held)


def _of_plan(then: Plan, now: Plan) -> Iterator[_Change]:
    """What of a plan's own policy is milder."""
    yield from _status_date(then.status_date, now.status_date)
    if is_wider(then.slack, now.slack):
        was = then.tolerance or "nothing"
        yield _Change(f"the tolerance grows from {was} to {now.slack}", ("tolerance",))
    limit, is_now = then.max_revisions, now.max_revisions
    if limit is not None and (is_now is None or is_now > limit):
        path = () if is_now is None else ("max_revisions",)
        yield _Change(f"max_revisions was {limit}, and is {'no limit' if is_now is None else is_now}", path)
    if then.state == "approved" and now.state in {None, "draft"}:
        path = ("state",) if now.state else ()
        yield _Change("the plan was approved, and is a draft", path)
    yield from _acceptances(then, now)
    if now.state == "closed" and then.state != "closed" and (not is_closed(now) or now.closed == then.closed):
        hint = "add closed: {date: DAY, reason: WHY}"
        yield _Change("the plan is closed, and nothing says since when and why", ("state",), hint)


def _acceptances(then: Plan, now: Plan) -> Iterator[_Change]:
    """What was accepted until a day for a reason, and is for longer for the same."""
    before = {(each.code, each.where, each.reason): each.until for each in then.accepted}
    for index, each in enumerate(now.accepted):
        until = before.get((each.code, each.where, each.reason))
        if until and (each.until is None or each.until.last > until.last):
            for_ever = "for ever" if each.until is None else f"until {each.until}"
            words = f"{each.code} at {each.where} was accepted until {until}, and is {for_ever} for the same reason"
            path: Path = ("accept", index) if each.until is None else ("accept", index, "until")
            yield _Change(words, path, "say there why it has to last longer")


def _status_date(then: PlanDate | None, now: PlanDate | None) -> Iterator[_Change]:
    if now is None and then is not None:
        yield _Change(f"the status date {then} is taken out")
    elif now is not None and then is None:
        yield _Change(f"the status date is set to {now}: till now it was the day of the run", ("status_date",))
    elif now is not None and then is not None and now.last < then.last:
        yield _Change(f"the status date goes back from {then} to {now}", ("status_date",))


def is_wider(then: Length, now: Length) -> bool:
    """Whether a tolerance lets pass what another did not, from some day: a month is longer than 30 days at times."""
    if now == then:
        return False
    return now.months > then.months or any(now.after(day) > then.after(day) for day in _DAYS)


def _of_baselines(held: Held, then: Plan) -> Iterator[Finding]:
    """The newest baseline, where it is new or taken anew: late is what is later than its dates."""
    was, now = then.baseline, held.plan.baseline
    if was is None or now is None or not _is_new(now, then):
        return
    wrong = list(_not_agreed(held.plan, was, now))
    if wrong:
        names = ", ".join(words for words, _ in wrong[:3]) + (f" and {len(wrong) - 3} more" if len(wrong) > 3 else "")
        message = f"baseline {now.name} is not what was agreed: {names}"
        hint = "take it with 'genderplan baseline save', or accept GP510 at plan.yaml with the reason"
        yield finding("GP510", one_line(message), now.file, wrong[0][1], hint=hint)


def _is_new(now: Baseline, then: Plan) -> bool:
    before = then.baseline_named(now.name)
    return before is None or len(now.replaced) > len(before.replaced)


def _not_agreed(plan: Plan, was: Baseline, now: Baseline) -> Iterator[tuple[str, Position]]:
    """The dates that a baseline has later than the one before it and the plan, and those that it lacks."""
    before, after = Pairing(plan, was), Pairing(plan, now)
    for item in chain(map(Item, plan.entries), milestone_items(plan.entries)):
        earlier, kept, agreed = before.item(item), after.item(item), item.due
        if earlier is None or earlier.due is None or agreed is None:
            continue
        if kept is None or kept.due is None:
            yield f"{item.id_in_plan} (no date)", START_OF_FILE
        elif kept.due.last > max(earlier.due.last, agreed.last):
            yield f"{item.id_in_plan} ({kept.due})", kept.at(kept.due_field)


def strictly(plan: Plan, directory: Directory, then: Plan, before: Directory | None) -> Plan:
    """A plan under the stricter policy of then and now: what is milder counts from the next change on."""
    if is_wider(then.slack, plan.slack):
        plan = replace(plan, tolerance=then.tolerance)
    can, could = approvers(plan, directory), approvers(then, before if before and before.readable else directory)
    return plan if can <= could else replace(plan, approvers=tuple(sorted(can & could)))
