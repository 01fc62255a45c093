"""`due`: all that falls due, of whatever kind, in one list: what is overdue first, then the soonest first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate, month_of
from genderplan.dates.units import Unit
from genderplan.plan.plans import Tree
from genderplan.reports.due.ways import Grouping
from genderplan.standing.dues.rows import Due, DueKind, Reach
from genderplan.standing.dues.table import dues, in_time, open_dues, reach_of
from genderplan.standing.rag import OPEN_WORST_FIRST, Status
from genderplan.standing.records.dues import DueRecord, due_record
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings

_AHEAD = 731
"""How many days beyond the reach the next due is looked for, where nothing falls due within it."""


class DueGroup(NamedTuple):
    """What falls due together."""

    group: str | None
    """A status, a lead's id, a month, or a kind; null for what nobody leads."""
    items: tuple[str, ...]
    """The ids of what is in it; what several lead is in the group of each."""


class PlanReach(NamedTuple):
    """How far ahead is looked in a plan."""

    plan: str
    """The plan's id."""
    until: PlanDate
    """The last day that is looked at."""


class Dues(NamedTuple):
    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""
    until: PlanDate | None
    """The date up to which was asked for; null where nothing was."""
    reach: tuple[PlanReach, ...]
    """How far ahead is looked, plan by plan."""
    by: Grouping | None
    """What it is grouped by: lead, month or kind; null: its status."""
    items: tuple[DueRecord, ...]
    """What falls due, each once: the first date first."""
    groups: tuple[DueGroup, ...]
    """What falls due together."""
    next: DueRecord | None
    """What falls due next, where nothing is due or upcoming within the reach; null otherwise, or where nothing does."""


class DueQuery(NamedTuple):
    """What is asked for: up to when, and grouped by what."""

    until: PlanDate | None = None
    by: Grouping | None = None


def due(tree: Tree, standings: Sequence[Standings], selection: Selection, asked: DueQuery) -> Dues:
    """What is overdue, and what falls due up to a date; without one up to what counts as soon in each plan."""
    reach = reach_of(selection, Reach(last=asked.until.last if asked.until else None))
    last = reach.last
    records = tuple(map(due_record, _within(reach, tree, standings, selection)))
    grouped = groups_of(records, asked.by)
    return Dues(
        plans=plan_labels(standings),
        until=asked.until,
        reach=tuple(
            PlanReach(each.plan.id, Unit.DAYS.date(each.day.soon if last is None else last)) for each in standings
        ),
        by=asked.by,
        items=records,
        groups=tuple(DueGroup(key, tuple(each.id for each in members)) for key, members in grouped),
        next=None
        if any(each.status is not Status.OVERDUE for each in records)
        else _next(tree, standings, selection, last),
    )


def _within(reach: Reach, tree: Tree, standings: Sequence[Standings], selection: Selection) -> list[Due]:
    """What falls due within a reach, and all that is overdue, also where the reach ends before a plan's status date."""
    last = reach.last
    if last is None:
        return open_dues(tree, standings, selection, reach)
    wide = reach._replace(last=max([last, *(each.as_of.ordinal for each in standings)]))
    found = open_dues(tree, standings, selection, wide)
    return [each for each in found if each.status is Status.OVERDUE or each.date.last <= last]


def _next(tree: Tree, standings: Sequence[Standings], selection: Selection, last: int | None) -> DueRecord | None:
    """The first that falls due beyond a reach, within two years of it."""
    ends = [each.day.soon if last is None else last for each in standings]
    if not ends:
        return None
    found = dues(tree, standings, selection, Reach(min(ends) + 1, max(ends) + _AHEAD))
    ahead = (each for each in found if each.status in {Status.DUE, Status.UPCOMING})
    following = min(ahead, key=in_time, default=None)
    return due_record(following) if following else None


Groups = list[tuple[str | None, list[DueRecord]]]


def groups_of(records: Iterable[DueRecord], by: Grouping | None) -> Groups:
    """Records by their groups: statuses from the worst, leads by ids, months as they come, kinds in their order."""
    grouped: dict[str | None, list[DueRecord]] = {}
    for each in records:
        for key in _KEYS[by](each):
            grouped.setdefault(key, []).append(each)
    return sorted(grouped.items(), key=lambda group: _ORDERS[by](group[0]))


def _leads(record: DueRecord) -> Iterator[str | None]:
    yield from record.leads or (None,)


def month_due(date: PlanDate) -> str:
    """The month in which something has to be done: that of its last day."""
    return month_of(date.last).text


_KEYS: Mapping[Grouping | None, Callable[[DueRecord], Iterable[str | None]]] = {
    None: lambda each: (each.status.value,),
    Grouping.LEAD: _leads,
    Grouping.MONTH: lambda each: (month_due(each.date),),
    Grouping.KIND: lambda each: (each.kind.value,),
}
_STATUSES, _KINDS = [each.value for each in OPEN_WORST_FIRST], [each.value for each in DueKind]
_ORDERS: Mapping[Grouping | None, Callable[[str | None], tuple[int, str]]] = {
    None: lambda key: (_STATUSES.index(key or ""), ""),
    Grouping.LEAD: lambda key: (key is None, (key or "").casefold()),
    Grouping.MONTH: lambda key: (0, key or ""),
    Grouping.KIND: lambda key: (_KINDS.index(key or ""), ""),
}
