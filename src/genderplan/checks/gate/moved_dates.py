"""Agreed dates and the revisions of them, held against what they were before."""

from collections.abc import Iterator
from itertools import chain

from genderplan.checks.context import Context, found_at
from genderplan.checks.gate.agreed_dates import agreed_dates, completions
from genderplan.checks.gate.duties import later_publications
from genderplan.checks.gate.recurrences import changed_recurrences
from genderplan.checks.gate.revisions import lack_of
from genderplan.findings import Finding

_LIMIT = "max_revisions in plan.yaml is the limit"


def moved_without_reason(context: Context) -> Iterator[Finding]:
    """GP502: an agreed date moved without a reason.

    The date differs from what `--against` names, and no new item of `revisions` says when that was agreed, what it was,
    and why. Given less exactly it has moved; more exactly, within what was agreed, it has not. A later `due` beside an
    `end` moves an entry's own date, so does a `due` taken out beside one. `every` and `until` are dates too; so is when
    a board meets or is owed something, and a publication expected.

    Mend: add to `revisions` the `date` of the change, the date that it `was` and the `reason`; of an entry with several
    dates the `field` too. `genderplan move` writes them with the date. A decision of a board has no `revisions`, nor
    has what it receives again and again: a plan.yaml accepts that, with `where: board:EODB#ask` and the `reason`; of a
    publication `where: plan.yaml`.
    """
    for _, each in agreed_dates(context):
        lack = lack_of(each.was, each.new) if each.is_moved else None
        if lack:
            message = f"{each.field} moved from {each.was} to {each.now} {lack}: {each.item.title}"
            field = "" if each.is_alone else f"field: {each.field}, "
            hint = f"add to revisions {{date: DAY, {field}was: {each.was}, reason: WHY}}, as 'genderplan move' does"
            yield found_at(each.item, "GP502", message, hint, *each.place)
    for again in changed_recurrences(context):
        if again.lack:
            was, now = again.was or "none", again.now or "none"
            message = f"{again.field} changed from {was} to {now} {again.lack}: {again.item.title}"
            told = f", was: {again.was}" if again.was else ""
            hint = f"add to revisions {{date: DAY, field: {again.field}{told}, reason: WHY}}"
            yield found_at(again.item, "GP502", message, hint, *([again.field] if again.now else []))
    yield from later_publications(context)
    if context.has_boards_before:
        from genderplan.checks.gate.boards.dates import moved_on_boards  # noqa: PLC0415 - few trees have boards
        from genderplan.checks.gate.boards.reports import fewer_reports  # noqa: PLC0415 - few trees have boards

        yield from chain(moved_on_boards(context), fewer_reports(context))


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
        moves = each.counted
        known = {str(new.was) for new in each.new}
        number = len(moves) + sum(lost.was is not None and str(lost.was) not in known for lost in each.lost)
        if limits and any(new.was for new in each.new) and number > min(limits):
            times = f"{number} {'time' if number == 1 else 'times'}, of at most {min(limits)}"
            message = f"{each.field} revised {times}: {each.item.title}"
            limit = held.plan.max_revisions
            is_new = limit is None or limit > min(limits)
            hint = "max_revisions as it was; a new limit counts from the next change on" if is_new else _LIMIT
            yield found_at(each.item, "GP503", message, hint, "revisions", moves[-1])


def lost_revisions(context: Context) -> Iterator[Finding]:
    """GP508: a revision changed or taken out.

    What `--against` names has an item of `revisions` whose `date` and `was` no item has any more. The list is the
    record of every change of what was agreed, or said to be done: written over, an old reason stands for a new move,
    and nobody sees how often a date was changed. A reason in other words is the same revision. Those of a board's
    meetings and promised reports are kept in the same way.

    Mend: put it back as it was, and write a new change below it. Where it was wrong, accept this with the reason. To
    give it the `date` that it had not, or a more exact one, is no change of it.
    """
    for _, each in chain(agreed_dates(context), completions(context)):
        if each.lost and each.now:
            were = ", ".join(f"{lost.date or 'no date'} (was {lost.was or 'none'})" for lost in each.lost)
            one = "a revision" if len(each.lost) == 1 else f"{len(each.lost)} revisions"
            message = f"{one} of {each.field} changed or taken out, {were}: {each.item.title}"
            path = ("revisions",) if each.item.revisions else ()
            yield found_at(each.item, "GP508", message, "put it back, and write a new change below it", *path)
    if context.has_boards_before:
        from genderplan.checks.gate.boards.dates import lost_revisions_of_boards  # noqa: PLC0415 - few trees have boards

        yield from lost_revisions_of_boards(context)
