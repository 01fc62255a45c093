"""Plans as they were on a day, by what is dated in their own files: where no commit tells, and in no more than that.

A date that was moved later is what its revision says that it was, and what was reported later is not there yet. What
nothing dates (words, leads, what came and went) is as it is now, and so is what was done: that is judged on a day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.kinds.entry.particular_rows import RequestRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.plan.plans import Plan
from genderplan.plan.states import State

Row = TypeVar("Row", EntryRow, MilestoneRow)


def plan_on(plan: Plan, day: int) -> Plan:
    """A plan without what its entries date after a day, an ordinal; itself where that is nothing.

    On which day it is then judged, whoever asks knows.
    """
    later = {name for name, newest in plan.events.newest.items() if newest > day}
    if not later:
        return plan
    return replace(plan, entries=tuple([_entry_on(each, day) if each.id in later else each for each in plan.entries]))


def state_on(plans: Iterable[Plan], day: PlanDate, name: str) -> State:
    """Plans on the last day of a date, to be held against what they are now."""
    then = {plan.id: plan_on(plan, day.last) for plan in plans}
    baselines = {plan: each.as_baseline(name, taken=day) for plan, each in then.items()}
    return State(name, baselines, then, day=day, dated=frozenset(then))


def with_dates(found: State, dated: State) -> State:
    """What another state tells, judged on the day of a dated one, and that of the plans of which it tells nothing."""
    plans = {plan: replace(each, status_date=None) for plan, each in found.plans.items()}
    return found._replace(
        baselines={**dated.baselines, **found.baselines},
        plans={**dated.plans, **plans},
        day=dated.day,
        dated=dated.dated - plans.keys(),
    )


def _entry_on(entry: EntryRow, day: int) -> EntryRow:
    if entry.revisions:
        entry = _row_on(entry, day, entry.own_field)
    if entry.updates:
        told = tuple([each for each in entry.updates if not _is_later(each.date, day)])
        entry = entry if len(told) == len(entry.updates) else entry._replace(updates=told)
    if entry.particulars and _is_asked_later(entry.particulars.requested, day):
        entry = entry._replace(particulars=entry.particulars._replace(requested=None))
    if any(each.revisions or each.requested for each in entry.milestones):
        milestones = tuple([_milestone_on(each, day) for each in entry.milestones])
        is_same = all(then is now for then, now in zip(milestones, entry.milestones, strict=True))
        entry = entry if is_same else entry._replace(milestones=milestones)
    return entry


def _milestone_on(milestone: MilestoneRow, day: int) -> MilestoneRow:
    then = _row_on(milestone, day, "due") if milestone.revisions else milestone
    return then._replace(requested=None) if _is_asked_later(then.requested, day) else then


def _is_asked_later(request: RequestRow | None, day: int) -> bool:
    return request is not None and _is_later(request.date, day)


def _row_on(row: Row, day: int, own_field: str) -> Row:
    """An entry or a milestone before the revisions that are dated after a day; the first of each field tells."""
    later = [each for each in row.revisions if _is_later(each.date, day)]
    if not later:
        return row
    kept = tuple([each for each in row.revisions if not _is_later(each.date, day)])
    for each in reversed(later):
        row = _before(row, each, each.field or own_field)
    return row._replace(revisions=kept)


def _is_later(date: PlanDate | None, day: int) -> bool:
    return date is not None and date.first > day


def _before(row: Row, revision: RevisionRow, field: str) -> Row:
    """What was agreed before a revision of one of its fields."""
    was: Mapping[str, Any] = {field: revision.every if field == "every" else revision.was}
    if field not in {"every", "until"}:
        return row._replace(**was)
    return row._replace(cycle=row.cycle._replace(**was)) if row.cycle else row
