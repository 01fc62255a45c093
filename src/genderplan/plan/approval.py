"""Dates agreed again: who may agree to a new date, and what was agreed since a baseline."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache, partial
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.plan.items import Item
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Baseline, Plan


class Approval(NamedTuple):
    """A new date that was agreed to by whom may: who, when, and the date."""

    by: str
    """The id of the organisation that agreed to the date."""
    date: PlanDate
    """When it agreed."""
    to: PlanDate
    """The date that it agreed to."""


class Commitment(NamedTuple):
    """One agreed date: what it was in a baseline, what it is, its own revisions in the file's order, and who leads."""

    was: PlanDate
    now: PlanDate | None
    revisions: tuple[RevisionRow, ...]
    leads: tuple[str, ...]


def may_approve(plan: Plan, directory: Directory, organisation: str) -> bool:
    """Whether an organisation, by its id, is one of the plan's approvers; of kind board where the plan names none.

    An empty list of approvers is nobody.
    """
    if plan.approver_ids is not None:
        return organisation in plan.approver_ids
    found = directory.by_id.get(organisation)
    return found is not None and found.kind == "board"


def is_approval(
    plan: Plan, directory: Directory, organisation: str, day: int | None = None, *, leads: Iterable[str]
) -> bool:
    """Whether what an organisation agreed to on a day, an ordinal, is agreed for work that these lead.

    It is not where the organisation is a lead itself, or below one on that day: nobody moves their own deadline.
    """
    return may_approve(plan, directory, organisation) and directory.above(organisation, day).isdisjoint(leads)


def newest_approval(plan: Plan, baseline: Baseline, date: Commitment, until: int) -> Approval | None:
    """The last of a date's revisions, in the file's order, that an approver agreed to between the baseline and a day.

    `until` is an ordinal, included; a revision that is given to the month counts from its first day. One without a
    date, or of which the file does not say what the date became, never counts.
    """
    moved = [at for at, each in enumerate(date.revisions) if each.was and each.was.is_same(date.was)]
    approves = cache(partial(is_approval, plan, plan.organisations, leads=date.leads))
    for number in reversed(range(len(date.revisions))):
        each = date.revisions[number]
        if each.approved_by is None or each.date is None or each.date.first > until:
            continue
        to = _became(date, number) if _is_since(baseline, date, moved, number) else None
        if to and approves(each.approved_by, each.date.last if plan.organisations.is_dated else None):
            return Approval(each.approved_by, each.date, to)
    return None


def _became(date: Commitment, number: int) -> PlanDate | None:
    """What a revision made of the date: what the next one says that it was, else what it is now."""
    is_last = number + 1 == len(date.revisions)
    return date.now if is_last else date.revisions[number + 1].was


def _is_since(baseline: Baseline, date: Commitment, moved: Sequence[int], number: int) -> bool:
    """Whether a revision was made after a baseline: by its date, else from the one on that moved the baseline's date.

    `moved` are the numbers of the revisions that did so; they are found once, not again for every revision.
    Of a baseline that is not dated, and whose date was there several times, the last time counts. What stands as the
    baseline has it, and was never moved away from that, has not been revised since.
    """
    if baseline.taken is None:
        return bool(moved) and number >= moved[-1]
    if not moved and date.now and date.now.is_same(date.was):
        return False
    made = date.revisions[number].date
    return made is not None and made.first > baseline.taken.last


def commitment(item: Item, fields: Collection[str], now: PlanDate | None, was: PlanDate) -> Commitment:
    """A date of an item as a commitment: `fields` are the keys that it stands under, and stood under in the baseline.

    Where the item has no other date, its revisions need not say which date they are of.
    """
    is_alone = len(item.agreed) <= 1 or (item.milestone is not None and "due" in fields)
    names = {*fields, None} if is_alone else {*fields}
    revisions = tuple(each for each in item.revisions if each.field in names)
    return Commitment(was, now, revisions, item.leads)
