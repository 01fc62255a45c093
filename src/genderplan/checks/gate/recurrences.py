"""Recurrences of a plan beside what they were: how often something comes, until when, and when it was done."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.checks.context import Context
from genderplan.checks.gate.agreed_dates import is_cancelled_with_reason, namesake, paired_items, times_done
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.plan.items import Item


class Recurrence(NamedTuple):
    """How often an item comes, or until when, where that is otherwise than it was, or when one of its times was done.

    `was` is what it was; `now` what it is, None where it is gone. `lack` is what its new revisions leave open, in
    words; None where they say all.
    """

    item: Item
    field: str
    was: PlanDate | Length | None
    now: PlanDate | Length | None
    lack: str | None
    time: PlanDate | None = None


def changed_recurrences(context: Context) -> Iterator[Recurrence]:
    """Each `every` that is another than it was, or gone, and each `until` that is new, or gone.

    What is cancelled with a reason comes no more. An `until` that is another is an agreed date that moved.
    """
    for then, now in _recurring(context):
        before, after = then.row.cycle, now.row.cycle
        if before is None or is_cancelled_with_reason(now):
            continue
        if after is None or not _is_as_often(before.every, after.every):
            yield _of(then, now, "every", before.every, after.every if after else None)
        if after and (before.until is None) != (after.until is None):
            yield _of(then, now, "until", before.until, after.until)


def changed_times(context: Context) -> Iterator[Recurrence]:
    """Each time that was done and is not any more, or on another day; one that is only given more exactly has not."""
    for then, now in _recurring(context):
        days = dict(times_done(now))
        for when, done in then.row.cycle.completed if then.row.cycle else ():
            is_now = days.get(when[:2])
            if is_now is None or not done.holds(is_now):
                yield _of(then, now, "completed", done, is_now)._replace(time=when)


def _recurring(context: Context) -> Iterator[tuple[Item, Item]]:
    """What came again before, with what it is now; what is the same object then and now is passed over."""
    for held in context.held:
        for then, now in paired_items(held.both):
            before = then or namesake(held.then, now)
            if before and before.row is not now.row and before.row.cycle:
                yield before, now


def _is_as_often(one: Length, other: Length) -> bool:
    """Whether two lengths are the same: 12 months are a year, 7 days a week."""
    return _in_smallest(one) == _in_smallest(other)


def _in_smallest(length: Length) -> tuple[bool, int]:
    is_days = length.unit in "DW"
    return is_days, length.number * (7 if length.unit == "W" else 1) if is_days else length.months


def _of(
    then: Item, now: Item, field: str, was: PlanDate | Length | None, is_now: PlanDate | Length | None
) -> Recurrence:
    new = [each for each in now.revisions if each.field == field and each not in then.revisions]
    return Recurrence(now, field, was, is_now, _lack(new, was))


def _lack(new: list[RevisionRow], was: PlanDate | Length | None) -> str | None:
    """What new revisions of something leave open that was so; None where one of them says all."""
    fitting = [each for each in new if (each.every or each.was) == was]
    if not fitting:
        return f"and no new revision says that it was {was}" if new and was else "without a revision"
    if any(each.date and each.reason for each in fitting):
        return None
    return "and its revision lacks its date or its reason"
