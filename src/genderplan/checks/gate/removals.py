"""Removals: what was there before and is not there now."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from genderplan.checks.context import Context, Held
from genderplan.checks.gate.agreed_dates import is_cancelled_with_reason, namesake
from genderplan.dates.forms import PlanDate
from genderplan.findings import START_OF_FILE, Position
from genderplan.folding import folded
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.plans import Plan


class Removal(NamedTuple):
    """A milestone, an entry or a plan that was removed, and where that is told.

    `parts` are what was in it and is nowhere else now; `id` is None for a plan. `now_named` is the full id of what has
    its title now and was not there before (of a plan, or one of its entries): perhaps the same, which `renamed_from`
    with `former_id` would say.
    `joined_to` is the full id of what says that it was this and something else. `promises` are the targets
    and the publications of a plan, counted in words.
    """

    what: str
    title: str
    parts: tuple[Item, ...]
    file: str
    position: Position
    id: str | None
    former_id: str = ""
    now_named: str | None = None
    joined_to: str | None = None
    promises: str = ""

    @property
    def dates(self) -> list[PlanDate]:
        """The agreed dates that went with it; what was cancelled with a reason had none to keep."""
        return [date for part in self.parts if not is_cancelled_with_reason(part) for date in part.agreed.values()]

    @property
    def completed(self) -> PlanDate | None:
        """The last completion that went with it."""
        return max(filter(None, (part.last_completed() for part in self.parts)), default=None)


def removals(context: Context) -> Iterator[Removal]:
    """All that was removed from the plans, and the plans that were removed.

    Nothing of a plan with a file that could not be read: what is missing may be in that.
    """
    for held in context.held:
        if context.is_all_read(held.plan):
            yield from _of_milestones(held)
            yield from _of_entries(held)
    for file, plan in context.before.gone.items() if context.before else ():
        if not is_closed(plan):
            yield _of_plan(plan, file, context)


def _of_milestones(held: Held) -> Iterator[Removal]:
    """Milestones removed from entries that are still there."""
    entries = {then.id: now for then, now in held.both.entries}
    added = _by_title(held.both.added_milestones)
    joined = {name: item.id for item in milestone_items(held.plan.entries) for name in _former_names(item)}
    for then in held.both.removed_milestones:
        now = entries.get(then.entry.id)
        if now is None or namesake(held.plan, then):
            continue
        other = added.get(folded(then.title))
        is_elsewhere = other is not None and other.entry is not now
        yield Removal(
            "milestone",
            then.title,
            (then,),
            now.file,
            now.at("milestones"),
            Item(now, then.milestone).id,
            then.id_in_plan if is_elsewhere else then.row.id,
            other.id if other else None,
            joined.get(then.id_in_plan),
        )


def _of_entries(held: Held) -> Iterator[Removal]:
    """Entries removed, with those of their milestones that are in no other entry."""
    added = _by_title(map(Item, held.both.added_entries))
    milestones: dict[str, list[Item]] = {}
    for each in held.both.removed_milestones:
        milestones.setdefault(each.entry.id, []).append(each)
    joined = {name: entry.full_id() for entry in held.plan.entries for name in entry.renamed_from}
    for then in held.both.removed_entries:
        parts = (Item(then), *milestones.get(then.id, ()))
        other = added.get(folded(then.title))
        yield Removal(
            then.kind,
            then.title,
            parts,
            held.plan.file,
            START_OF_FILE,
            f"{held.plan.id}/{then.id}",
            then.id,
            other.id if other else None,
            joined.get(then.id),
        )


def is_closed(plan: Plan) -> bool:
    """Whether a plan is closed with a date and a reason: then it may go."""
    return plan.state == "closed" and plan.closed is not None and None not in plan.closed


def _of_plan(plan: Plan, file: str, context: Context) -> Removal:
    parts = (*map(Item, plan.entries), *milestone_items(plan.entries))
    known = context.before.baselines if context.before else {}
    new = (each.id for each in context.plans if each.id not in known and _is_like(plan, each))
    removal = Removal("plan", plan.title, parts, file, START_OF_FILE, None, plan.id, next(new, None))
    return removal._replace(promises=_promises(plan))


def _promises(plan: Plan) -> str:
    targets = sum(target.number is not None for each in plan.indicators for target in each.targets)
    counted = ((targets, "target"), (len(plan.publications), "publication"))
    return " and ".join(f"{number} {what}{'s' if number > 1 else ''}" for number, what in counted if number)


def _is_like(plan: Plan, other: Plan) -> bool:
    """Whether a new plan may be one that was removed: it has its title, or an entry of it."""
    return folded(plan.title) == folded(other.title) or not plan.by_id.keys().isdisjoint(other.by_id)


def _former_names(item: Item) -> Iterator[str]:
    """What a milestone says that it was, as `entry#milestone`."""
    return (name if "#" in name else f"{item.entry.id}#{name}" for name in item.row.renamed_from)


def _by_title(items: Iterable[Item]) -> dict[str, Item]:
    """The first item of each title."""
    found: dict[str, Item] = {}
    for each in items:
        found.setdefault(folded(each.title), each)
    return found
