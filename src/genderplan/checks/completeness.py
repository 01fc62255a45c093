"""What is missing, as notes: a plan may be valid without it, but a board will ask."""

from collections.abc import Iterator

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding


def no_lead(context: Context) -> Iterator[Finding]:
    """GP601: an action without a lead.

    Nobody answers for it. A lead on each of its milestones serves as well. Projects name partners instead.
    """
    for _, entry in context.entries():
        if entry.kind != "action" or entry.leads:
            continue
        if not entry.milestones or not all(milestone.leads for milestone in entry.milestones):
            yield finding("GP601", "no lead", entry.file, entry.position, entry=entry.full_id())


def no_date(context: Context) -> Iterator[Finding]:
    """GP602: an entry without any date, or a milestone of an action without one.

    It can be neither overdue nor late. The milestones of an entry that has a date of its own may go without.
    """
    for _, entry in context.entries():
        own = entry.own_date is not None or entry.completed is not None
        dated = own or any(milestone.due or milestone.completed for milestone in entry.milestones)
        if not dated:
            yield finding("GP602", "no date", entry.file, entry.position, entry=entry.full_id())
        for milestone in entry.milestones if dated and not own else ():
            if milestone.due is None and milestone.completed is None and milestone.cancelled is None:
                owner = entry.full_id(milestone)
                yield finding("GP602", "no date", entry.file, milestone.position, entry=owner)


def no_source(context: Context) -> Iterator[Finding]:
    """GP603: an entry that names no source.

    Where plans come from papers, each entry can be held against its own. Only asked of plans that list
    `sources`.
    """
    for plan, entry in context.entries():
        if plan.sources and entry.source is None:
            yield finding("GP603", "no source", entry.file, entry.position, entry=entry.full_id())
