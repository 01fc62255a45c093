"""The network of dependencies: no cycles, and nothing due before what it waits for."""

from collections.abc import Iterator
from itertools import count

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding
from genderplan.model.dates import PlanDate
from genderplan.plan.closing import still_open
from genderplan.plan.rows import DependencyRow, EntryRow, MilestoneRow
from genderplan.plan.waiting import room
from genderplan.plan.whole import Baseline, Plan, pairs

_Key = tuple[str, str]
"""Entry and milestone by their bare ids."""


def dependency_cycle(context: Context) -> Iterator[Finding]:
    """GP301: a cycle of dependencies.

    Milestones wait for each other in a circle, so that none of them could ever be begun. The finding names the whole
    circle, and stands at the `depends_on` that closes it in the order of the plan. What is completed or cancelled waits
    for nothing, and is in no circle.

    Mend: remove the dependency that does not hold: ask which of them can be done first.
    """
    for plan, side in _sides(context):
        if next(_circles(side), None):
            here = still_open(plan, side)
            for circle, index in _circles(here):
                yield _closed(here, circle, index)


def _sides(context: Context) -> Iterator[tuple[Plan, Plan | Baseline]]:
    """The plans and their baselines, each with its plan: what is said of one holds of the other."""
    for plan in context.plans:
        yield plan, plan
        yield from ((plan, baseline) for baseline in plan.baselines)


def _circles(side: Plan | Baseline) -> Iterator[tuple[list[_Key], int]]:
    """Each circle once, and which dependency of its last milestone closes it.

    A walk along the dependencies that meets a milestone of its own path has closed a circle.
    """
    settled: set[_Key] = set()
    waiting = {(entry.id, each.id): each.depends_on for entry, each in pairs(side.entries) if each.depends_on}
    for key, dependencies in waiting.items():
        names = [(each.entry, each.milestone) for each in dependencies]
        if all(name in settled or name not in waiting for name in names):
            settled.add(key)  # nearly always: what is waited for stands further up in the plan
        elif key not in settled:
            yield from _walk(side, key, settled)


def _walk(side: Plan | Baseline, start: _Key, settled: set[_Key]) -> Iterator[tuple[list[_Key], int]]:
    path: dict[_Key, Iterator[tuple[int, DependencyRow]]] = {start: _waiting(side, start)}
    while path:
        here = next(reversed(path))
        step = next(path[here], None)
        if step is None:
            settled.add(here)
            del path[here]
            continue
        index, dependency = step
        following = (dependency.entry, dependency.milestone)
        if following in path:
            yield list(path)[list(path).index(following) :], index
        elif following not in settled and following in side.milestones_by_id:
            path[following] = _waiting(side, following)


def _waiting(side: Plan | Baseline, key: _Key) -> Iterator[tuple[int, DependencyRow]]:
    entry, milestone = side.milestones_by_id[key]
    return ((index, each) for index, each in enumerate(milestone.depends_on) if each.plan == entry.plan)


def _closed(side: Plan | Baseline, circle: list[_Key], index: int) -> Finding:
    entry, milestone = side.milestones_by_id[circle[-1]]
    names = " → ".join("#".join(key) for key in (*circle, circle[0]))
    at = next(at for at, each in zip(count(), entry.milestones, strict=False) if each is milestone)
    place = entry.at("milestones", at, "depends_on", index, "milestone")
    return finding("GP301", f"a circle of dependencies: {names}", entry.file, place, entry=entry.full_id(milestone))


def due_too_early(context: Context) -> Iterator[Finding]:
    """GP303: due before what it depends on.

    A milestone is due before the one that it waits for, or sooner after it than the `lag` between them. It will be late
    even if everybody keeps their dates.

    Two days are compared in days, other dates in months, a lag of days then as months of 30, rounded down. Of a circle
    only the circle is told. What is completed or cancelled, on whatever day, holds up nobody and can come too early no
    more.

    Mend: agree a later date for it, an earlier one for what it waits for, or remove the dependency.
    """
    for plan, side in _sides(context):
        if next(_early(side), None):
            here = still_open(plan, side)
            in_circles = set(_links_of_circles(here))
            yield from (found for link, found in _early(here) if link not in in_circles)


def _early(side: Plan | Baseline) -> Iterator[tuple[tuple[_Key, _Key], Finding]]:
    for entry in side.entries:
        for at, milestone in enumerate(entry.milestones):
            if milestone.due is not None and milestone.depends_on:
                yield from _too_early(side, entry, at, milestone, milestone.due)


def _links_of_circles(side: Plan | Baseline) -> Iterator[tuple[_Key, _Key]]:
    for circle, _ in _circles(side):
        yield from zip(circle, (*circle[1:], circle[0]), strict=True)


def _too_early(
    side: Plan | Baseline, entry: EntryRow, at: int, milestone: MilestoneRow, due: PlanDate
) -> Iterator[tuple[tuple[_Key, _Key], Finding]]:
    """Each dependency that is due later, as a link between two milestones, and its finding."""
    for each in milestone.depends_on:
        _, waited_for = side.milestones_by_id.get((each.entry, each.milestone), (None, None))
        if waited_for is None or waited_for.due is None or each.plan != entry.plan:
            continue
        if each.lag is None and due.last >= waited_for.due.last:
            continue
        if room(waited_for.due, due, each.lag) < 0:
            lag = f" plus {each.lag}" if each.lag else ""
            message = f"due {due}, before {each.written}, which it depends on, is due ({waited_for.due}{lag})"
            place = entry.at("milestones", at, "due")
            link = (entry.id, milestone.id), (each.entry, each.milestone)
            yield link, finding("GP303", message, entry.file, place, entry=entry.full_id(milestone))
