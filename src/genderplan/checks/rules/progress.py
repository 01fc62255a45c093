"""Progress as it is told: what is said to be embedded is done, and updates stand in the order of their days."""

from collections.abc import Iterator

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding
from genderplan.kinds.entry.part_rows import UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.standing.progress import Progress, newest

_EVER = 1 << 30


def embedded_but_open(context: Context) -> Iterator[Finding]:
    """GP331: said to be embedded, and not complete.

    The newest update that says a state says `embedded`: done and part of daily work. But the entry has no `completed`,
    and not each of its milestones is complete or cancelled, so every report counts it as open. An update by itself
    completes nothing.

    Mend: write down when it was `completed`, as `genderplan complete` does; or say in a new update how far it is.
    """
    for _, entry in context.entries():
        if not entry.updates or _is_done(entry):
            continue
        said = _newest_state(entry)
        if said and said.state == Progress.EMBEDDED:
            place = entry.at("updates", entry.updates.index(said), "state")
            hint = "write down when it was completed"
            yield finding("GP331", "embedded, and not complete", entry.file, place, entry=entry.full_id(), hint=hint)


def _is_done(entry: EntryRow) -> bool:
    """Whether it is marked complete or cancelled, itself or in each of its milestones, of whatever day."""
    if entry.completed or entry.cancelled:
        return True
    return bool(entry.milestones) and all(each.completed or each.cancelled for each in entry.milestones)


def _newest_state(entry: EntryRow) -> UpdateRow | None:
    told = [each for each in entry.updates if each.state]
    return newest(told, _EVER) or next(reversed(told), None)


def updates_out_of_order(context: Context) -> Iterator[Finding]:
    """GP332: updates out of order.

    An update stands below one of a later day. Progress is told with the newest last: whoever reads the file takes the
    last one for how it stands now, while reports go by the dates. Of two dates of which neither is surely the later
    one, as a month and a day in it, either may stand first.

    Mend: put it above the later one, or correct its date.
    """
    for _, entry in context.entries():
        latest = None
        for index, each in enumerate(entry.updates):
            if each.date is None:
                continue
            if latest and each.date.last < latest.first:
                message = f"the update of {each.date} stands below that of {latest}"
                place = entry.at("updates", index, "date")
                yield finding("GP332", message, entry.file, place, entry=entry.full_id(), hint="the newest stands last")
            elif latest is None or each.date.first >= latest.first:
                latest = each.date
