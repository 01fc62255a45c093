"""`workload`: how much falls due, lead by lead and month by month; it adds up to what `due` tells."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate, first_of_month, month_of
from genderplan.errors import UsageError
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Tree
from genderplan.reports.workload.bearers import HOLDER, Bearers, in_their_order
from genderplan.standing.dues.rows import Due, Reach
from genderplan.standing.dues.table import open_dues
from genderplan.standing.rag import Status
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings

_MONTHS_AHEAD = 11


class Load(NamedTuple):
    """What falls due in a month."""

    month: PlanDate | None
    """The month; null: before the first one, and still open."""
    number: int
    """How much, with what falls to whatever is part of it, each once."""
    overdue: int
    """How much of it is overdue."""
    items: tuple[str, ...]
    """The ids of what it leads itself; of the total those of all."""


class Bearer(NamedTuple):
    """What falls to one bearer."""

    lead: str | None
    """An organisation's id, the name of somebody who holds a post, or null for what nobody leads."""
    title: str
    """The name, or the id where there is none."""
    kind: str | None
    """unit, post, person, partner or board; holder: somebody who holds posts; null for what nobody leads."""
    depth: int
    """How deep it stands in what it is part of: 0 is part of nothing that has a row."""
    part_of: str | None
    """The id of the row that it stands under: what it is part of on the status date; null for none."""
    number: int
    """How much falls to it, with what is part of it, each once."""
    cells: tuple[Load, ...]
    """The months in which anything falls to it."""


class LoadCell(NamedTuple):
    """One cell of the heat map, as csv has it: the month is empty for what was due before the first one."""

    lead: str | None
    title: str
    kind: str | None
    part_of: str | None
    month: PlanDate | None
    number: int
    overdue: int
    items: tuple[str, ...]


class Workload(NamedTuple):
    """`from_` is `from` in JSON."""

    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""
    from_: PlanDate
    """The first month."""
    to: PlanDate
    """The last month."""
    rows: tuple[Bearer, ...]
    """Who bears it: organisations below what they are part of, then holders of posts, then what nobody leads."""
    total: tuple[Load, ...]
    """All that falls due, month by month, each once: rows add up to more where several lead, or stand above, one."""


def workload(
    tree: Tree,
    standings: Sequence[Standings],
    selection: Selection,
    start: PlanDate | None = None,
    end: PlanDate | None = None,
) -> Workload:
    """All that is open and falls due up to the month of `end`, a year from `start` or from the status date.

    What was due before the first month stands apart. Raises UsageError for a span that ends before it starts.
    """
    first, last = _span(standings, start, end)
    found = open_dues(tree, standings, selection, Reach(last=last.last))
    day = max((each.as_of.ordinal for each in standings), default=first.first)
    counted = _Counted(tree.organisations, first)
    for due in found:
        counted.add(due)
    return Workload(plan_labels(standings), first, last, counted.rows(day), counted.cells(found))


def _span(standings: Sequence[Standings], start: PlanDate | None, end: PlanDate | None) -> tuple[PlanDate, PlanDate]:
    """The first month and the last: from that of the earliest status date to a year after the latest."""
    days = [each.as_of.ordinal for each in standings] or [start.first if start else 1]
    first = month_of(start.first if start else min(days))
    ahead = (first.last_month if start else month_of(max(days)).last_month) + _MONTHS_AHEAD
    last = month_of(end.last if end else first_of_month(ahead))
    if last.last < first.first:
        raise UsageError("the span of months ends before it starts")
    return first, last


class _Counted:
    """What falls to whom, while dues are counted one by one."""

    def __init__(self, directory: Directory, first: PlanDate) -> None:
        self._directory = directory
        self._first = first.first
        self._bearers = Bearers(directory)
        self._dues: dict[str | None, list[Due]] = {}
        self._own: dict[str | None, list[Due]] = {}

    def add(self, due: Due) -> None:
        """A due, to all who bear it, and by itself to those who lead it."""
        for name in self._bearers.of(due) or (None,):
            self._dues.setdefault(name, []).append(due)
        for name in dict.fromkeys(due.leads) or (None,):
            self._own.setdefault(name, []).append(due)

    def rows(self, day: int) -> tuple[Bearer, ...]:
        """Who bears anything, on a day, who bears most first."""
        named = sorted(
            (name for name in self._dues if name), key=lambda name: (-len(self._dues[name]), name.casefold())
        )
        rows = [self._row(*each) for each in in_their_order(self._directory, named, day)]
        return (*rows, *([self._row(None, 0, None)] if None in self._dues else ()))

    def _row(self, name: str | None, depth: int, part_of: str | None) -> Bearer:
        organisation = self._directory.by_id.get(name or "")
        return Bearer(
            lead=name,
            title="No lead" if name is None else self._directory.names_by_id.get(name, name),
            kind=organisation.kind if organisation else self._kind(name),
            depth=depth,
            part_of=part_of,
            number=len(self._dues[name]),
            cells=self.cells(self._dues[name], frozenset(map(id, self._own.get(name, ())))),
        )

    def _kind(self, name: str | None) -> str | None:
        """Who leads something and is not known is told as it is; who does not, holds a post."""
        return None if name is None or name in self._own else HOLDER

    def cells(self, found: Iterable[Due], own: frozenset[int] | None = None) -> tuple[Load, ...]:
        """Dues month by month, with the ids of those that are one's own; of all where nothing is said of that."""
        months: dict[int, list[Due]] = {}
        for each in found:
            months.setdefault(each.date.last_month if each.date.last >= self._first else 0, []).append(each)
        return tuple(_load(month, months[month], own) for month in sorted(months))


def _load(month: int, found: Sequence[Due], own: frozenset[int] | None) -> Load:
    return Load(
        month=month_of(first_of_month(month)) if month else None,
        number=len(found),
        overdue=sum(each.status is Status.OVERDUE for each in found),
        items=tuple(each.id for each in found if own is None or id(each) in own),
    )


def load_cells(report: Workload) -> Iterator[LoadCell]:
    """A row for each lead and month in which anything falls to it."""
    for row in report.rows:
        for cell in row.cells:
            yield LoadCell(row.lead, row.title, row.kind, row.part_of, *cell)
