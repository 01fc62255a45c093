"""Approvals: who agreed to a new date, and who may, held against what it was."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from genderplan.checks.context import Context, Held, found_at
from genderplan.checks.gate.agreed_dates import Agreed, agreed_dates, agreed_dates_of
from genderplan.checks.gate.revisions import told_apart
from genderplan.findings import Finding
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.plan.approval import is_approval, may_approve
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Plan
from genderplan.source.places import Path


def new_approvals(context: Context) -> Iterator[Finding]:
    """GP511: a new date approved.

    A revision that was not there in what `--against` names, or named nobody there, says that somebody agreed to it who
    may: one of the plan's `approvers`, or a board where it names none. The date is judged by what they agreed to from
    now on, so whoever accepts the change should know that they did.

    Mend: nothing, where they did agree; else take `approved_by` out.
    """
    for held, each in agreed_dates(context):
        for number in _approved_anew(each):
            revision = each.item.revisions[number]
            if _counts(held.plan, context.tree.organisations, revision, each.item):
                was = f" (was {revision.was})" if revision.was else ""
                by_whom = f"{_named(context, revision.approved_by)}, {revision.date}{was}"
                message = f"{each.field} agreed anew by {by_whom}: {each.item.title}"
                hint = "the date is judged by what they agreed to"
                yield found_at(each.item, "GP511", message, hint, "revisions", number, "approved_by")


def _approved_anew(each: Agreed) -> Iterator[int]:
    """The places of the revisions that were not there, or that nobody or somebody else had agreed to."""
    told = [(number, each.item.revisions[number]) for number in each.numbers]
    before = _by_approver(each.then.revisions if each.then else ())
    now = _by_approver(revision for _, revision in told)
    new = {id(row) for by, rows in now.items() if by for row in told_apart(before.get(by, ()), rows)[0]}
    return (number for number, revision in told if id(revision) in new)


def _by_approver(revisions: Iterable[RevisionRow]) -> Mapping[str | None, list[RevisionRow]]:
    found: dict[str | None, list[RevisionRow]] = {}
    for each in revisions:
        found.setdefault(each.approved_by, []).append(each)
    return found


def _counts(plan: Plan, directory: Directory, revision: RevisionRow, item: Item) -> bool:
    """Whether what a revision says was agreed by somebody who may; one without a date never is."""
    by, date = revision.approved_by, revision.date
    return by is not None and date is not None and is_approval(plan, directory, by, date.last, leads=item.leads)


def _named(context: Context, by: str | None) -> str:
    row = context.tree.organisations.by_id.get(by or "")
    return f"{row.name} ({by})" if row and row.name else str(by)


class Wider(NamedTuple):
    """That more may approve than before, in words, and where that stands in plan.yaml."""

    words: str
    path: Path


def wider_approval(context: Context, held: Held) -> Iterator[Wider]:
    """The organisations that may approve a new date and could not before, and those that a lead is above no longer."""
    sides = _sides(context, held)
    if sides is None:
        return
    (then, before), (now, after) = sides
    could, can = approvers(then, before), approvers(now, after)
    path: Path = () if now.approvers is None else ("approvers",)
    if can - could:
        yield Wider(f"who may approve new dates now, and could not: {', '.join(sorted(can - could))}", path)
    unlimited = _without_new_limits(after, before)
    for each in sorted(can & could):
        above = before.above(each) - unlimited.above(each)
        freed = above & _leads(now) if above else frozenset()
        if freed:
            yield Wider(f"{each} is no longer below {', '.join(sorted(freed))}, and may approve new dates for it", path)


def _without_new_limits(after: Directory, before: Directory) -> Directory:
    """Organisations of now with what they belong to on every day on which they did: none that has a new limit."""
    if not after.is_dated:
        return after
    known = {(each.id, above) for each in before.organisations for above in each.memberships}
    kept = (
        row._replace(
            memberships=tuple(each for each in row.memberships if not each.is_dated or (row.id, each) in known)
        )
        for row in after.organisations
    )
    return Directory(tuple(kept))


def _leads(plan: Plan) -> frozenset[str]:
    own = (lead for entry in plan.entries for lead in entry.leads)
    return frozenset(own).union(*(item.leads for item in milestone_items(plan.entries)))


def approvers(plan: Plan, directory: Directory) -> Set[str]:
    """Everybody who may approve a new date of a plan."""
    known = {*directory.by_id, *(plan.approvers or ())}
    return {each for each in known if may_approve(plan, directory, each)}


def freed_approvals(context: Context, held: Held) -> Iterator[Finding]:
    """GP510 of approvals by the lead of then, or by somebody below it, which count for nothing but for a new lead."""
    sides = _sides(context, held)
    if sides is None:
        return
    plan, directory = sides[0]
    for each in agreed_dates_of(held):
        was_item = each.then or each.item
        for number in each.numbers:
            revision = each.item.revisions[number]
            if _counts(plan, directory, revision, each.item) and not _counts(plan, directory, revision, was_item):
                was, now = (", ".join(item.leads) or "nobody" for item in (was_item, each.item))
                message = f"the approval by {revision.approved_by} counts now that the lead is {now}, and was {was}"
                hint = "put the lead back, or accept this with the reason"
                yield found_at(each.item, "GP510", message, hint, "revisions", number, "approved_by")


def _sides(context: Context, held: Held) -> tuple[tuple[Plan, Directory], tuple[Plan, Directory]] | None:
    """A plan and its organisations, then and now; None where one of them is not known.

    Where nothing is known of the organisations of then, those of now count: the plan may name its approvers itself.
    """
    before, after = context.before.organisations if context.before else None, context.tree.organisations
    if held.plan_then is None or before is None or not after.readable:
        return None
    return (held.plan_then, before if before.readable else after), (held.plan, after)
