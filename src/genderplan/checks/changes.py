"""What may not change without a word: agreed dates and completions, held against what they were before."""

from collections.abc import Iterator

from genderplan.checks.agreed import Agreed, Item, agreed_dates, namesake, paired_items
from genderplan.checks.context import Context
from genderplan.checks.removals import Removal, removals
from genderplan.findings import Finding, finding
from genderplan.plan.rows import RevisionRow

_CANCEL = "cancel it with a reason, and leave it there"
_LIMIT = "max_revisions in plan.yaml is the limit"
_PUT_BACK = "put it back, or cancel it with a reason"
_CLOSE = "close it first with 'state: closed', and remove it in a later change"
_KEEP = "put it back, or accept this with a reason"


def moved_without_reason(context: Context) -> Iterator[Finding]:
    """GP502: an agreed date moved without a reason.

    The date differs from what `--against` names, and no new item of `revisions` says when that was agreed, which date
    stood there before, and why. One that is only given less exactly ends later and has moved; one that is given more
    exactly, within what was agreed, has not.

    Mend: add to `revisions` the `date` of the change, the date that it `was` and the `reason`; of an entry with several
    dates the `field` too. `genderplan move` writes them with the date.
    """
    for _, each in agreed_dates(context):
        lack = _lack(each) if each.is_moved else None
        if lack:
            message = f"{each.field} moved from {each.was} to {each.now} {lack}: {each.item.row.title}"
            field = "" if each.is_alone else f"field: {each.field}, "
            hint = f"add to revisions {{date: DAY, {field}was: {each.was}, reason: WHY}}, as 'genderplan move' does"
            yield _at(each.item, "GP502", message, hint, each.field)


def _lack(moved: Agreed) -> str | None:
    """What the new revisions of a date leave open; None where they say all."""
    if not moved.new:
        return "without a revision"
    fitting = [each for each in moved.new if each.was and moved.was and each.was[:2] == moved.was[:2]]
    if not fitting:
        return f"and no new revision says that it was {moved.was}"
    missing = min(map(_missing, fitting), key=len)
    return f"and its revision gives no {' and no '.join(missing)}" if missing else None


def _missing(revision: RevisionRow) -> list[str]:
    return [name for name, value in (("date", revision.date), ("reason", revision.reason)) if value is None]


def revised_too_often(context: Context) -> Iterator[Finding]:
    """GP503: a date revised too often.

    The plan's `max_revisions` says how often one date may be revised, and a new revision goes beyond it. Each move has
    its reason; together they say that the date was never a promise. Revisions that were taken out of the file count
    too; one that says of no date that it `was` there does not, as it set the first. A limit that is raised in the same
    change does not count yet.

    Mend: keep the date, or cancel what cannot be kept. Those who set `max_revisions` in plan.yaml may change it first.
    """
    for held, each in agreed_dates(context):
        limits = [plan.max_revisions for plan in (held.plan, held.plan_then) if plan and plan.max_revisions is not None]
        moves = [number for number in each.numbers if each.item.row.revisions[number].was]
        known = {str(new.was) for new in each.new}
        number = len(moves) + sum(lost.was is not None and str(lost.was) not in known for lost in each.lost)
        if limits and any(new.was for new in each.new) and number > min(limits):
            times = f"{number} {'time' if number == 1 else 'times'}, of at most {min(limits)}"
            message = f"{each.field} revised {times}: {each.item.row.title}"
            limit = held.plan.max_revisions
            is_new = limit is None or limit > min(limits)
            hint = "max_revisions as it was; a new limit counts from the next change on" if is_new else _LIMIT
            yield _at(each.item, "GP503", message, hint, "revisions", moves[-1])


def lost_revisions(context: Context) -> Iterator[Finding]:
    """GP508: a revision changed or taken out.

    What `--against` names has an item of `revisions` whose `date` and `was` no item has any more. The list is the
    record of every change of what was agreed: written over, an old reason stands for a new move, and nobody sees how
    often a date was changed. A reason in other words is the same revision.

    Mend: put it back as it was, and write a new change below it. Where it was wrong, accept this with the reason. To
    give it the `date` that it had not, or a more exact one, is no change of it.
    """
    for _, each in agreed_dates(context):
        if each.lost and each.now:
            were = ", ".join(f"{lost.date or 'no date'} (was {lost.was or 'none'})" for lost in each.lost)
            one = "a revision" if len(each.lost) == 1 else f"{len(each.lost)} revisions"
            message = f"{one} of {each.field} changed or taken out, {were}: {each.item.row.title}"
            path = ("revisions",) if each.item.row.revisions else ()
            yield _at(each.item, "GP508", message, "put it back, and write a new change below it", *path)


def lost_dates(context: Context) -> Iterator[Finding]:
    """GP505: an agreed date that is gone.

    What `--against` names has a date that is no longer there: it was taken out, or its milestone, entry or plan was
    removed. What has no date is never overdue, so nobody is reminded of what was promised.

    Mend: put it back; or cancel it with a reason, and leave it in its file with its date; or, where it has another id
    now, write the old one there under `renamed_from`. A plan is closed first (`state: closed`), and removed by a later
    change; so may be what was cancelled before.
    """
    for held, each in agreed_dates(context):
        if each.then and each.then.id != each.item.id and namesake(held.plan, each.then):
            continue  # that one is held against it too
        is_off = each.then is not None and each.then.is_cancelled and each.item.is_cancelled
        if each.was and not each.now and not is_off and not each.is_under_another_key:
            message = f"{each.field} {each.was} is taken out: {each.item.row.title}"
            kept = "put it back: what is cancelled keeps its date" if each.item.is_cancelled else _PUT_BACK
            yield _at(each.item, "GP505", message, kept)
    for removal in removals(context):
        if removal.dates:
            number = len(removal.dates)
            with_it = f"with its date {removal.dates[0]}" if number == 1 else f"with {number} dates"
            hint = _CLOSE if not removal.id else _KEEP if removal.completed else _CANCEL
            yield _removed("GP505", removal, with_it, hint)


def completion_taken_back(context: Context) -> Iterator[Finding]:
    """GP506: a completion taken back.

    What `--against` names says that it was `completed`, and that is no longer said. A board has been told that it is
    done; now it is open again, or gone with what it was written in.

    Mend: put `completed` back. Where it was never done, accept this finding in plan.yaml, and say there how it came.
    """
    for held in context.held:
        for then, now in paired_items(held.both):
            if then and then.row.completed and not now.row.completed:
                message = f"was completed {then.row.completed}, and is no longer: {now.row.title}"
                yield _at(now, "GP506", message, _KEEP)
    for removal in removals(context):
        if removal.completed and not removal.dates:
            with_it = f"and was completed {removal.completed}"
            yield _removed("GP506", removal, with_it, _KEEP)


def _at(item: Item, code: str, message: str, hint: str, *path: str | int) -> Finding:
    """A finding at a value of an item, or at the item."""
    return finding(code, _one_line(message), item.entry.file, item.at(*path), entry=item.id, hint=hint)


def _removed(code: str, removal: Removal, with_it: str, hint: str) -> Finding:
    """A finding of what was removed; where it may only have another id, the hint says how that is told."""
    message = f"{removal.what} removed, {with_it}: {removal.title}"
    if removal.joined_to:
        hint = f"{removal.joined_to} was this and another: accept this, and say there which date holds"
    elif removal.now_named:
        hint = f"if it is {removal.now_named} now, write 'renamed_from: {removal.former_id}' there"
    return finding(code, _one_line(message), removal.file, removal.position, entry=removal.id, hint=hint)


def _one_line(text: str) -> str:
    return " ".join(text.split())
