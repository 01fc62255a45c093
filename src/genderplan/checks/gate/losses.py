"""Promises and completions that are there no more: taken out, removed, cancelled without a reason, or outweighed."""

from collections.abc import Iterator

from genderplan.checks.context import Context, Held, found_at, one_line
from genderplan.checks.gate.agreed_dates import (
    agreed_dates,
    completions,
    is_cancelled_with_reason,
    namesake,
    paired_items,
)
from genderplan.checks.gate.duties import lost_publications, unpublished
from genderplan.checks.gate.recurrences import changed_times
from genderplan.checks.gate.removals import Removal, removals
from genderplan.checks.gate.revisions import lack_of
from genderplan.findings import Finding, finding
from genderplan.folding import folded
from genderplan.plan.items import Item, milestone_items

_CANCEL = "cancel it with a reason, and leave it there"
_PUT_BACK = "put it back, or cancel it with a reason"
_CLOSE = "close it first with 'state: closed' and the reason, and remove it in a later change"
_KEEP = "put it back, or accept this with a reason"


def lost_dates(context: Context) -> Iterator[Finding]:
    """GP505: an agreed date that is gone.

    A date of what `--against` names is gone: taken out, or removed with its milestone, entry or plan; or a board, its
    meeting, report, open decision or its lead is, or a publication. Or it counts no more: what it is of is cancelled,
    dated or not, without a reason; its title stands over a later date elsewhere; or all milestones of its entry are
    closed, and none was open. What has no date is never overdue, and forgotten.

    Mend: put it back; or cancel it with a reason, and leave it in its file with its date; or, where it has another id
    now, write the old one there under `renamed_from`. A plan is closed first, with the reason (`state: closed` and
    `closed`), and removed by a later change; so may be what was cancelled before. A plan whose folder has another name
    says `renamed_from` in its plan.yaml. What was promised to a board stays, with `received` once it came; where it
    must go, a plan.yaml accepts it: `where: board:EODB#survey`, and the `reason`.
    """
    for held, each in agreed_dates(context):
        if each.then and each.then.key != each.item.key and namesake(held.plan, each.then):
            continue  # that one is held against it too
        is_cancelled = is_cancelled_with_reason(each.item)
        is_off = each.then is not None and is_cancelled_with_reason(each.then) and is_cancelled
        is_until = each.field == "until"  # what it is of comes again without an end, or once: that is GP502
        if each.was and not each.now and not is_off and not is_until and not each.is_under_another_key:
            message = f"{each.field} {each.was} is taken out: {each.item.title}"
            kept = "put it back: what is cancelled keeps its date" if is_cancelled else _PUT_BACK
            yield found_at(each.item, "GP505", message, kept)
    for item in cancelled_quietly(context):
        message = f"cancelled without a reason: {item.title}"
        yield found_at(item, "GP505", message, "write the reason under cancelled", "cancelled")
    for held in context.held:
        yield from _outweighed(held)
        yield from _put_under_a_cancelled_entry(held)
        yield from _anew(held)
    for removal in removals(context):
        if removal.dates or removal.promises:
            hint = _CLOSE if not removal.id else _KEEP if removal.completed else _CANCEL
            yield _removed("GP505", removal, _with_it(removal), hint)
    yield from lost_publications(context)
    if context.has_boards_before:
        from genderplan.checks.gate.boards.losses import lost_on_boards  # noqa: PLC0415 - few trees have boards

        yield from lost_on_boards(context)


def cancelled_quietly(context: Context) -> Iterator[Item]:
    """What was open, or cancelled with a reason, and is cancelled without one."""
    for held in context.held:
        for before, now in paired_items(held.both):
            then = before or namesake(held.then, now)
            was, cancelled = then and then.cancelled, now.cancelled
            if then and cancelled and not cancelled.reason and (was is None or was.reason):
                yield now


def _outweighed(held: Held) -> Iterator[Finding]:
    """Entries whose own date counts no more, as all their milestones are closed, and none that was open then is."""
    were_open = {id(now.row) for was, now in held.both.milestones if not was.is_settled}
    for then, now in held.both.entries:
        was_open = not (then.milestones and all(each.is_settled for each in milestone_items([then])))
        is_open = then.own_date and now.own_date and not now.completed and not now.cancelled
        is_quiet = now.milestones and all(
            each.is_settled and id(each.row) not in were_open for each in milestone_items([now])
        )
        if was_open and is_open and is_quiet:
            message = (
                f"{now.own_date} counts no more: all milestones are closed, and none of them was open: {now.title}"
            )
            hint = "write 'completed' of the entry itself, or cancel it with a reason"
            yield found_at(Item(now), "GP505", message, hint, "milestones")


def _put_under_a_cancelled_entry(held: Held) -> Iterator[Finding]:
    """Milestones that changed entry, and are cancelled now by what was cancelled before for a reason of its own."""
    were_off = {now.id: then.id for then, now in held.both.entries if then.cancelled and now.cancelled}
    for then, now in held.both.milestones:
        was_open = then.due and not is_cancelled_with_reason(then)
        if was_open and were_off.get(now.entry.id, then.entry.id) != then.entry.id and not now.cancelled:
            message = f"cancelled with an entry that it was not in: {now.title}"
            yield found_at(now, "GP505", message, "put it back, or cancel it with a reason of its own")


def _anew(held: Held) -> Iterator[Finding]:
    """What is cancelled in this change, or has another title, while its title stands over a later date elsewhere."""
    bearers: dict[tuple[bool, str], list[Item]] = {}
    for then, now in paired_items(held.both):
        if then is None or _has_another_title(then, now):
            bearers.setdefault((now.milestone is None, folded(now.title)), []).append(now)
    for then, now in paired_items(held.both):
        if then is None or then.due is None or (then.key != now.key and namesake(held.plan, then)):
            continue
        is_retitled = _has_another_title(then, now)
        if is_retitled or (now.cancelled and not then.cancelled):
            for item in bearers.get((now.milestone is None, folded(then.title)), ()):
                is_near = is_retitled or item.milestone is None or item.entry.id == now.entry.id
                if is_near and item.key != now.key and item.due and item.due.last > then.due.last:
                    yield _moved_on(then, now, item)


def _has_another_title(then: Item, now: Item) -> bool:
    return folded(then.title) != folded(now.title)


def _moved_on(then: Item, now: Item, item: Item) -> Finding:
    message = f"{then.due} counts no more: that is {item.id} now, with {item.due}: {then.title}"
    former = then.row.id if item.entry.id == now.entry.id else then.id_in_plan
    return found_at(now, "GP505", message, f"write 'renamed_from: {former}' there, with a revision")


def changed_completions(context: Context) -> Iterator[Finding]:
    """GP506: a completion taken back or changed.

    What `--against` names says that it was `completed`, and that is no longer said, or another day is. A board has been
    told that it is done, and when; now it is open again, or gone with what it was written in, or was done in time after
    all. One that is only given more exactly has not changed. Of what comes again each time is asked; of what a board
    was told `received`, `completed` and `agreed: true`.

    Mend: put `completed` back. Where it was wrong, keep the day that was told in `revisions`, with `field: completed`,
    the `date` of the correction, what it `was` and the `reason`, as `genderplan complete --replace` does. What a board
    was told a plan.yaml accepts, with `where: board:EODB#survey` and the `reason`, and what was published with `where:
    plan.yaml`.
    """
    for _, each in completions(context):
        lack = lack_of(each.was, each.new) if each.was and (each.is_moved or not each.now) else None
        if lack:
            became = f"and now {each.now}, {lack}" if each.now else f"and is no longer, {lack}"
            message = f"was completed {each.was}, {became}: {each.item.title}"
            hint = f"put it back, or add to revisions {{date: DAY, field: completed, was: {each.was}, reason: WHY}}"
            yield found_at(each.item, "GP506", message, hint, *each.place)
    for time in changed_times(context):
        if time.lack:
            became = f"and now {time.now}, {time.lack}" if time.now else f"and is no longer, {time.lack}"
            message = f"{time.time} was completed {time.was}, {became}: {time.item.title}"
            hint = f"put it back, or add to revisions {{date: DAY, field: completed, was: {time.was}, reason: WHY}}"
            is_there = time.now is not None or time.item.row.cycle is not None
            yield found_at(time.item, "GP506", message, hint, *(["completed"] if is_there else []))
    for removal in removals(context):
        if removal.completed and not (removal.dates or removal.promises):
            with_it = f"and was completed {removal.completed}"
            yield _removed("GP506", removal, with_it, _KEEP)
    yield from unpublished(context)
    if context.has_boards_before:
        from genderplan.checks.gate.boards.losses import taken_back_on_boards  # noqa: PLC0415 - few trees have boards

        yield from taken_back_on_boards(context)


def _with_it(removal: Removal) -> str:
    """What was lost with a removal: its dates; of a plan that has none its targets and publications."""
    number = len(removal.dates)
    if not number:
        return f"with {removal.promises}"
    return f"with its date {removal.dates[0]}" if number == 1 else f"with {number} dates"


def _removed(code: str, removal: Removal, with_it: str, hint: str) -> Finding:
    """A finding of what was removed; where it may only have another id, the hint says how that is told."""
    message = f"{removal.what} removed, {with_it}: {removal.title}"
    if removal.joined_to:
        hint = f"{removal.joined_to} was this and another: accept this, and say there which date holds"
    elif removal.now_named:
        hint = f"if it is {removal.now_named} now, write 'renamed_from: {removal.former_id}' there"
    return finding(code, one_line(message), removal.file, removal.position, entry=removal.id, hint=hint)
