"""Cycles: what is said of a time at which nothing comes, and milestones that come after their entry."""

from collections.abc import Iterator

from genderplan.checks.context import Context
from genderplan.dates.forms import PlanDate
from genderplan.findings import Finding, finding
from genderplan.plan.items import Item


def no_such_occurrence(context: Context) -> Iterator[Finding]:
    """GP311: done or skipped at a time at which nothing comes.

    The key of a `completed` or a `skipped` is none of the dates on which the item comes again: it is no whole number of
    times `every` after `due`, or lies beyond `until`, or names a time again in another form. What it says counts for no
    time, so the one that was meant stays open, and will be overdue.

    Mend: write the date as it follows from `due` and `every`; `genderplan show` lists them.
    """
    for _, entry in context.entries():
        if entry.cycle:
            yield from _of_no_time(Item(entry))
        for milestone in entry.milestones:
            if milestone.cycle:
                yield from _of_no_time(Item(entry, milestone))


def _of_no_time(item: Item) -> Iterator[Finding]:
    row = item.row.cycle
    assert row is not None  # noqa: S101 - only what comes again is asked
    cycle = row.over(item.row.due)
    known: set[int] = set()
    for key, when in row.told_of:
        number = cycle.number_of(when)
        if number is not None and number not in known:
            known.add(number)
            continue
        place = item.entry.places.key_position((*item.path, key, when.text))
        message, hint = _lack(key, when, number is not None, cycle.near(when))
        yield finding("GP311", message, item.entry.file, place, entry=item.id, hint=hint)


def _lack(key: str, when: PlanDate, is_known: bool, near: PlanDate | None) -> tuple[str, str | None]:
    """What is wrong with a key, and what is perhaps meant."""
    if is_known:
        return f"{key} {when}: that time is told of already", "keep one of the two"
    hint = f"the nearest is {near}" if near else "nothing says when it comes first: write that under 'due'"
    return f"{key} {when}: it does not come then", hint


def milestone_after_its_entry(context: Context) -> Iterator[Finding]:
    """GP312: a milestone due after its entry.

    The entry has a date of its own, its `due` or else its `end`, and one of its open milestones is due after it. The
    entry will be late even if everybody keeps their dates. A milestone that comes again is asked for its last time,
    where it ends.

    Mend: agree a later date for the entry, or an earlier one for the milestone.
    """
    for _, entry in context.entries():
        own = entry.own_date
        if own is None or entry.completed or entry.cancelled:
            continue
        for milestone in entry.milestones:
            due = milestone.cycle.over(milestone.due).last or milestone.due if milestone.cycle else milestone.due
            if due is None or due.last <= own.last:
                continue
            item = Item(entry, milestone)
            if not item.is_settled:
                message = f"due {due}, after its {entry.kind}, which {_ENDS[entry.own_field]} {own}"
                place = item.at("until" if milestone.cycle and due != milestone.due else "due")
                yield finding("GP312", message, entry.file, place, entry=item.id)


_ENDS = {"due": "is due", "end": "ends"}
