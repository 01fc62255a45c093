"""Spans of time: ends after starts, dates within the plan's period, completions that cover their parts."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.checks.context import Context, found_at
from genderplan.dates.forms import PlanDate
from genderplan.findings import Finding, Position, finding
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.plan.items import Item
from genderplan.plan.plans import Tree
from genderplan.source.places import Path, Places

_HINT = "correct the date that is wrong; often the two have changed places"


def end_before_start(context: Context) -> Iterator[Finding]:
    """GP302: an end before its start.

    The period of a plan, the `start` and the `end` or `due` of an entry, the time in which a framework is `valid`, a
    report that a board receives from a meeting on, somebody's time in a post, or that of an organisation in another,
    ends on a day before its first one. One of the two dates is wrong, and no report can tell which. Of what comes again
    it is GP115.

    Mend: correct the date that is wrong; often the two have changed places, or a year was not moved on.
    """
    for plan in context.plans:
        if _ends_early(plan.start, plan.end):
            place = plan.places.position(("period", "end"))
            message = f"ends {plan.end}, before it starts {plan.start}"
            yield finding("GP302", message, plan.file, place, hint=_HINT)
    for _, entry in context.all_entries():
        if entry.start:
            yield from _early_end(entry)
    for span in _shared_spans(context.tree):
        if _ends_early(span.start, span.end):
            message = f"ends {span.end}, before {span.begins}"
            yield finding("GP302", message, span.file, span.places.position(span.path), hint=_HINT)


def _early_end(entry: EntryRow) -> Iterator[Finding]:
    """Of an entry the first of its ends that is before its start: where both are, the start is wrong."""
    for key, verb, end in (("end", "ends", entry.end), ("due", "is due", entry.due)):
        if _ends_early(entry.start, end):
            message = f"{verb} {end}, before it starts {entry.start}"
            yield finding("GP302", message, entry.file, entry.at(key), entry=entry.full_id(), hint=_HINT)
            return


class _Span(NamedTuple):
    """A span of time in a file that is no plan's, with the way to its end, and its start in words."""

    start: PlanDate | None
    end: PlanDate | None
    begins: str
    file: str
    places: Places
    path: Path


def _shared_spans(tree: Tree) -> Iterator[_Span]:
    """The spans of what all plans share: of organisations, of frameworks and of boards."""
    for organisation in tree.organisations.organisations:
        for path, start, end in _of_organisation(organisation):
            whole = (organisation.id, *path)
            yield _Span(start, end, f"it starts {start}", organisation.file, tree.organisations.places, whole)
    for framework in tree.frameworks:
        if framework.valid:
            start, end = framework.valid
            yield _Span(start, end, f"it starts {start}", framework.file, framework.places, ("valid", "until"))
    for board in tree.boards:
        for index, each in enumerate(board.receives):
            meeting = board.meetings_by_id.get(each.meeting) if each.meeting else None
            if meeting:
                begins = f"its first meeting, {meeting.id} of {meeting.date}"
                yield _Span(meeting.date, each.until, begins, board.file, board.places, ("receives", index, "until"))


def _of_organisation(organisation: OrganisationRow) -> Iterator[tuple[Path, PlanDate | None, PlanDate | None]]:
    """The spans of time of what an organisation belongs to and of its holders, with the way to the end of each."""
    yield from (
        (("part_of", index, "until"), each.from_, each.until) for index, each in enumerate(organisation.memberships)
    )
    yield from ((("holders", index, "to"), each.from_, each.to) for index, each in enumerate(organisation.holders))


def _ends_early(start: PlanDate | None, end: PlanDate | None) -> bool:
    return start is not None and end is not None and end.last < start.first


def outside_the_period(context: Context) -> Iterator[Finding]:
    """GP304: outside the plan's period.

    The last day of an agreed date lies before the plan's `period` or after it. The year may be a slip of the pen; if it
    is right, the work goes on when nobody reports on the plan any more.

    Mend: correct the date, or have the period of plan.yaml changed.
    """
    for plan, entry in context.entries():
        if _ends_early(plan.start, plan.end):
            continue  # a finding of its own: no date is within such a period
        first = plan.start.first if plan.start else 0
        last = plan.end.last if plan.end else 1 << 30
        for item in _with_date_outside(entry, first, last):
            for field, date in item.agreed.items():
                if not first <= date.last <= last:
                    message = f"{date} is outside the plan's period ({plan.start or ''}..{plan.end or ''})"
                    yield found_at(item, "GP304", message, None, field)


def _with_date_outside(entry: EntryRow, first: int, last: int) -> Iterator[Item]:
    """Of an entry and its milestones what has a date outside a span: nearly always nothing."""
    if any(not first <= date.last <= last for date in (entry.start, entry.end, entry.due) if date):
        yield Item(entry)
    for milestone in entry.milestones:
        if milestone.due and not first <= milestone.due.last <= last:
            yield Item(entry, milestone)


def completed_with_open_milestone(context: Context) -> Iterator[Finding]:
    """GP305: complete, with an open milestone.

    The entry is marked complete, and one of its milestones is neither complete nor cancelled. Reports count the entry
    as done: what is left of it would be forgotten, or was done and never told. The day of the completion is not asked
    here; what is marked is meant.

    Mend: complete the milestone or cancel it, or take back the entry's `completed`.
    """
    for _, entry in context.entries():
        if entry.completed is None:
            continue
        open_ones = [each.id for each in entry.milestones if not Item(entry, each).is_settled]
        if open_ones:
            message = f"complete, with {_counted(len(open_ones))} open: {', '.join(open_ones)}"
            place: Position = entry.at("completed")
            yield finding("GP305", message, entry.file, place, entry=entry.full_id())


def _counted(number: int) -> str:
    return f"{number} milestone" if number == 1 else f"{number} milestones"
