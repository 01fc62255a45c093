"""Network of dependencies: no cycles, and nothing due before what it waits for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from genderplan.checks.context import Context, found_at
from genderplan.dates.forms import PlanDate
from genderplan.findings import Finding
from genderplan.kinds.entry.rows import MilestoneRow
from genderplan.network.ordering import circles
from genderplan.plan.closing import still_open
from genderplan.plan.items import Item
from genderplan.plan.plans import Baseline, Plan
from genderplan.plan.waiting import room

_Key = tuple[str, str]
"""Entry and milestone by their bare ids."""

_MOST_NAMES = 30


def dependency_cycle(context: Context) -> Iterator[Finding]:
    """GP301: a cycle of dependencies.

    Milestones wait for each other in a circle, so that none of them could ever be begun. Of milestones that all wait
    for each other, by whatever ways, one circle is told: the shortest through the first of them in the order of the
    plan, at the `depends_on` that closes it. Of a long one the names are cut short. What is completed or cancelled
    waits for nothing, and is in no circle.

    Mend: remove the dependency that does not hold: ask which of them can be done first.
    """
    for plan, side in _sides(context):
        if _circular(side):
            here = still_open(plan, side)
            for together in _circular(here):
                yield _closed(here, _shortest(together), len(together))


def _sides(context: Context) -> Iterator[tuple[Plan, Plan | Baseline]]:
    """The plans and their baselines, each with its plan: what is said of one holds of the other."""
    for plan in context.plans:
        yield plan, plan
        yield from ((plan, baseline) for baseline in plan.baselines)


def _circular(side: Plan | Baseline) -> list[dict[_Key, list[_Key]]]:
    """The sets of milestones that wait for each other, each with what it waits for among them; all in the plan's order.

    Nearly always what is waited for stands further up in the plan, and there is nothing to look for.
    """
    waits_for = {
        (entry.id, milestone.id): [
            (each.entry, each.milestone) for each in milestone.depends_on if each.plan == entry.plan
        ]
        for entry in side.entries
        for milestone in entry.milestones
        if milestone.depends_on
    }
    settled: set[_Key] = set()
    for key, others in waits_for.items():
        for other in others:
            if other in waits_for and other not in settled:
                break
        else:
            settled.add(key)
    rest = {
        key: [other for other in others if other in waits_for and other not in settled]
        for key, others in waits_for.items()
        if key not in settled
    }
    place = {key: number for number, key in enumerate(rest)}
    ordered = [sorted(together, key=place.__getitem__) for together in circles(rest)]
    return [_within(rest, together) for together in sorted(ordered, key=lambda keys: place[keys[0]])]


def _within(waits_for: Mapping[_Key, list[_Key]], together: Sequence[_Key]) -> dict[_Key, list[_Key]]:
    among = frozenset(together)
    return {key: [other for other in waits_for[key] if other in among] for key in together}


def _shortest(waits_for: Mapping[_Key, list[_Key]]) -> list[_Key]:
    """The shortest circle through the first milestone of a set of which each waits for each."""
    first = next(iter(waits_for))
    came_from: dict[_Key, _Key] = {}
    queue = [first]
    for here in queue:  # it grows while it is read
        if first in waits_for[here]:
            return _way(here, came_from)
        new = [each for each in dict.fromkeys(waits_for[here]) if each not in came_from]
        came_from |= dict.fromkeys(new, here)
        queue += new
    raise AssertionError(first)  # each waits for each


def _way(end: _Key, came_from: Mapping[_Key, _Key]) -> list[_Key]:
    way = [end]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return way[::-1]


def _closed(side: Plan | Baseline, circle: Sequence[_Key], together: int) -> Finding:
    """The finding of a circle, where its last milestone waits for its first, of so many that wait for each other."""
    item = side.milestones_by_id[circle[-1]]
    index = next(
        index
        for index, each in enumerate(item.depends_on)
        if (each.plan, each.entry, each.milestone) == (item.entry.plan, *circle[0])
    )
    message = f"a circle of dependencies: {_names(circle)}"
    if together > len(circle):
        message += f" ({_counted(together - len(circle))} in circles with these)"
    return found_at(item, "GP301", message, None, "depends_on", index, "milestone")


def _counted(number: int) -> str:
    return f"{number:,} more milestone" if number == 1 else f"{number:,} more milestones"


def _names(circle: Sequence[_Key]) -> str:
    names = ["#".join(key) for key in circle]
    if len(names) > _MOST_NAMES:
        left_out = len(names) - _MOST_NAMES
        names = [*names[: _MOST_NAMES - 1], f"{left_out:,} more", names[-1]]
    return " → ".join((*names, names[0]))


def due_too_early(context: Context) -> Iterator[Finding]:
    """GP303: due before what it depends on.

    A milestone is due before the one that it waits for, or sooner after it than the `lag` between them. It will be late
    even if everybody keeps their dates.

    Two days are compared in days, other dates in months, a lag of days as months of 30, rounded down. Of a circle only
    the circle is told. What comes again counts by its first open time. What is completed or cancelled, whenever,
    holds up nobody and is never too early.

    Mend: agree a later date for it, an earlier one for what it waits for, or remove the dependency.
    """
    for plan, side in _sides(context):
        if next(_early(side), None):
            here = still_open(plan, side)
            circle_of = _circle_of(here)
            yield from (found for link, found in _early(here) if not _is_in_circle(link, circle_of))


def _early(side: Plan | Baseline) -> Iterator[tuple[tuple[_Key, _Key], Finding]]:
    due_of = cache(partial(_due_of, side))
    for entry in side.entries:
        for milestone in entry.milestones:
            if milestone.depends_on and milestone.due is not None:
                due = due_of((entry.id, milestone.id)) if milestone.cycle else milestone.due
                if due is not None and _may_be_early(due_of, milestone, due):
                    yield from _too_early(due_of, Item(entry, milestone), due)


_DueOf = Callable[[_Key], PlanDate | None]


def _due_of(side: Plan | Baseline, key: _Key) -> PlanDate | None:
    """When a milestone of one side is due; of what comes again the earliest open time."""
    item = side.milestones_by_id.get(key)
    return item.open_due if item else None


def _may_be_early(due_of: _DueOf, milestone: MilestoneRow, due: PlanDate) -> bool:
    """Whether anything that it waits for is due after it, or with a lag: nearly always nothing is."""
    for each in milestone.depends_on:
        if each.lag is not None:
            return True
        date = due_of((each.entry, each.milestone))
        if date is not None and date.last > due.last:
            return True
    return False


def _circle_of(side: Plan | Baseline) -> Mapping[_Key, int]:
    """For each milestone that waits in a circle, the number of the set of those that wait for each other."""
    return {key: number for number, together in enumerate(_circular(side)) for key in together}


def _is_in_circle(link: tuple[_Key, _Key], circle_of: Mapping[_Key, int]) -> bool:
    waiting, awaited = (circle_of.get(key) for key in link)
    return waiting is not None and waiting == awaited


def _too_early(due_of: _DueOf, item: Item, due: PlanDate) -> Iterator[tuple[tuple[_Key, _Key], Finding]]:
    """Each dependency that is due later, as a link between two milestones, and its finding."""
    for each in item.depends_on:
        date = due_of((each.entry, each.milestone))
        if date is None or each.plan != item.entry.plan:
            continue
        if room(date, due, each.lag) < 0:
            lag = f" plus {each.lag}" if each.lag else ""
            message = f"due {due}, before {each.written}, which it depends on, is due ({date}{lag})"
            link = (item.entry.id, item.row.id), (each.entry, each.milestone)
            yield link, found_at(item, "GP303", message, None, "due")
