"""Completeness: a plan may be valid without it, but a board will ask."""

from collections.abc import Iterator

from genderplan.checks.context import Context, found_at
from genderplan.checks.gate.losses import cancelled_quietly
from genderplan.findings import Finding, finding
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.items import Item


def no_lead(context: Context) -> Iterator[Finding]:
    """GP601: no lead.

    The action names nobody who answers for it. When its date passes there is nobody to ask, and no organisation finds
    it in its own list. A lead on each of the milestones serves as well; projects name partners instead.

    Mend: name an organisation, or several, under `lead`.
    """
    for _, entry in context.entries():
        if entry.kind != "action" or entry.leads:
            continue
        if not entry.milestones or not all(milestone.leads for milestone in entry.milestones):
            yield finding("GP601", "no lead", entry.file, entry.position, entry=entry.full_id())


def no_date(context: Context) -> Iterator[Finding]:
    """GP602: no date.

    The entry has no date at all, or one of an action's milestones has none while others do. What is not dated is never
    overdue, so nobody is reminded of it. The milestones of an entry that has a date of its own may go without. One that
    has a `start` and no end goes on until somebody says otherwise.

    Mend: agree a date and write it under `due`, as exactly as it is known: `2025-Q3` will do.
    """
    for _, entry in context.entries():
        own = entry.own_date is not None or Item(entry).last_completed() is not None
        dated = own or any(milestone.due or milestone.completed for milestone in entry.milestones)
        if not dated:
            message = _undated(entry)
            yield finding("GP602", message, entry.file, entry.position, entry=entry.full_id())
        for milestone in entry.milestones if dated and not own else ():
            if milestone.due is None and milestone.completed is None and milestone.cancelled is None:
                owner = Item(entry, milestone).id
                yield finding("GP602", "no date", entry.file, milestone.position, entry=owner)


def _undated(entry: EntryRow) -> str:
    """What an entry without a date lacks: of what goes on the end, of what comes again the first time."""
    if entry.cycle:
        return "no first date"
    return "no end" if entry.start else "no date"


def no_source(context: Context) -> Iterator[Finding]:
    """GP603: no source.

    The plan lists its documents under `sources`, and this entry does not say which of them it is taken from. Then
    nobody can hold its words and dates against what was agreed. Plans that list no sources are not asked.

    Example: plan.yaml lists one source, `board-paper`.

    Mend: name the document and the place in it, as in `source: {document: board-paper, place: page 3}`.
    """
    for plan, entry in context.entries():
        if plan.sources and entry.source is None:
            yield finding("GP603", "no source", entry.file, entry.position, entry=entry.full_id())


def cancelled_without_reason(context: Context) -> Iterator[Finding]:
    """GP604: cancelled without a reason.

    The entry, the milestone or a board's meeting is cancelled, and nobody says why. Whoever was promised it will ask,
    and in a year nobody can tell them. In a change (`--against`) it is an error, GP505.

    Mend: write the reason under `cancelled`, as `genderplan cancel` does.
    """
    told = {item.id for item in cancelled_quietly(context)}
    for _, entry in context.entries():
        for item in _unexplained(entry):
            if item.id not in told:
                hint = "write the reason under cancelled"
                yield found_at(item, "GP604", "cancelled without a reason", hint, "cancelled")
    if context.tree.boards:
        from genderplan.checks.gate.boards.losses import meetings_without_reason  # noqa: PLC0415 - few trees have boards

        for meeting in meetings_without_reason(context):
            yield meeting.found("GP604", "cancelled without a reason", "write the reason under cancelled", "cancelled")


def _unexplained(entry: EntryRow) -> Iterator[Item]:
    if entry.cancelled and not entry.cancelled.reason:
        yield Item(entry)
    for milestone in entry.milestones:
        if milestone.cancelled and not milestone.cancelled.reason:
            yield Item(entry, milestone)
