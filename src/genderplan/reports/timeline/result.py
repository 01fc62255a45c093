"""`timeline`: each entry as a bar on a time axis, its milestones as marks, beside what the baseline says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate, month_of
from genderplan.dates.variance import Variance
from genderplan.errors import UsageError
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import Item
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import EntryStanding, Rag, Standing, Standings, Status


class Axis(NamedTuple):
    """The months shown, both ends included."""

    from_: PlanDate
    """Where it begins."""
    to: PlanDate
    """Where it ends."""
    unit: str = "month"
    """What the axis is divided into."""


class Mark(NamedTuple):
    """A dated milestone on its row, or the entry's own date; `id` is its full id."""

    id: str
    """The milestone's full id, plan/entry#milestone; of an entry's own date the entry's, plan/entry."""
    due: PlanDate | None
    """The date that is agreed."""
    finish: PlanDate | None
    """When it was done, else when the lead expects it, else when it is due."""
    status: Status
    """Where it stands on the status date."""


class Row(NamedTuple):
    """One entry: an action's bar runs from its first to its last dated milestone, a project's as it says.

    `own` is the entry's own date, or the day on which it was done where it has none; `end` is None where nothing says
    when it ends.
    """

    plan: str
    """The plan's id."""
    id: str
    """The full id: plan/entry."""
    kind: str
    """action or project."""
    label: str
    """A project's groups, joined by slashes, where it has any; else the title, behind its `ref` where it has one."""
    start: PlanDate | None
    """Where its bar starts."""
    end: PlanDate | None
    """Where its bar ends."""
    baseline_start: PlanDate | None
    """Where the bar starts in the newest baseline."""
    baseline_end: PlanDate | None
    """Where the bar ends in the newest baseline."""
    status: Status
    """Where it stands on the status date."""
    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    milestones: tuple[Mark, ...]
    """Its dated milestones."""
    own: Mark | None
    """Its own date, or the day on which it was done where it has none; null where it has neither."""

    occurrences: tuple[Mark, ...] = ()
    """Each time on the axis at which a milestone, or the entry, comes again; the id is followed by @ and the date."""

    @property
    def dates(self) -> Iterator[PlanDate]:
        """Every date that the row shows."""
        for mark in (*self.milestones, *filter(None, [self.own])):
            yield from filter(None, (mark.due, mark.finish))
        yield from filter(None, (self.start, self.end, self.baseline_start, self.baseline_end))


class TimelineReport(NamedTuple):
    """`axis` is None where nothing has a date.

    Beside the rows, for a drawing: each plan's baseline by name, and for each row the days of every milestone
    that moved, in the baseline and now (`slip_of`), and where its entry stands.
    """

    plans: tuple[PlanLabel, ...]
    axis: Axis | None
    rows: tuple[Row, ...]
    baselines: Mapping[str, str]
    slips: Mapping[str, tuple[tuple[int, int], ...]]
    entries: Mapping[str, EntryStanding]


def timeline(
    standings: Sequence[Standings],
    selection: Selection,
    start: PlanDate | None = None,
    end: PlanDate | None = None,
) -> TimelineReport:
    """The selected entries on an axis from `start` to `end`, else as far as their dates reach.

    Raises UsageError for an axis that ends before it starts.
    """
    found = {entry.entry.full_id(): entry for each in standings for entry in selection.entries(each)}
    rows = tuple(row for each in standings for row in _rows(each, selection))
    axis = _axis(rows, _ahead(found.values()), start, end)
    rows = tuple(row._replace(occurrences=tuple(_occurrences(found[row.id], axis))) for row in rows)
    return TimelineReport(
        plans=plan_labels(standings),
        axis=axis,
        rows=rows,
        baselines={each.plan.id: each.plan.baseline.name for each in standings if each.plan.baseline},
        slips={name: slips for each in standings for name, slips in _slips(each, selection)},
        entries=found,
    )


def _occurrences(standing: EntryStanding, axis: Axis | None) -> Iterator[Mark]:
    """All times on the axis at which anything of an entry comes again."""
    for each in standing.dates if axis else ():
        for one in each.cycle.within(axis.from_.first, axis.to.last) if each.cycle and axis else ():
            yield Mark(f"{each.item.id}@{one.due}", one.due, one.completed or one.due, one.status)


def _ahead(entries: Iterable[EntryStanding]) -> Iterator[PlanDate]:
    """Of what comes again the last time, where it ends, else the next open one after the status date."""
    for cycle in (each.cycle for entry in entries for each in entry.dates if each.cycle):
        yield from filter(None, [cycle.cycle.last or cycle.ahead])


def _slips(standings: Standings, selection: Selection) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    for standing in selection.entries(standings):
        moved = tuple(
            (was.last, now.last)
            for each in standing.items
            if slip_of(each) and (was := each.baseline_due) and (now := each.finish)
        )
        if moved:
            yield standing.entry.full_id(), moved


def slip_of(standing: Standing) -> Variance | None:
    """By how much the date of the baseline is another now; None where it is not, or does not count any more.

    What is given more exactly and lies within what was agreed has not moved.
    """
    slip, was, now = standing.slip, standing.baseline_due, standing.finish
    if standing.status is Status.CANCELLED or not (slip and was and now):
        return None
    return slip if slip.is_moved and not was.holds(now) else None


def _rows(standings: Standings, selection: Selection) -> Iterator[Row]:
    pairing = Pairing(standings.plan, standings.plan.baseline) if standings.plan.baseline else None
    for standing in selection.entries(standings):
        entry = standing.entry
        then = pairing.entry(entry) if pairing else None
        start, end = _span(entry)
        baseline_start, baseline_end = _span(then) if then else (None, None)
        yield Row(
            plan=entry.plan,
            id=entry.full_id(),
            kind=entry.kind,
            label=_label(entry),
            start=start,
            end=end,
            baseline_start=baseline_start,
            baseline_end=baseline_end,
            status=standing.status,
            rag=standing.rag,
            milestones=tuple(_marks(standing)),
            own=_own_mark(standings, standing),
        )


def _label(entry: EntryRow) -> str:
    return "/".join(entry.groups) if entry.kind == "project" and entry.groups else entry.caption


def _span(entry: EntryRow) -> tuple[PlanDate | None, PlanDate | None]:
    """Where an entry's bar starts and ends; the other dates stand in where its kind's own are missing."""
    dues = [milestone.due for milestone in entry.milestones if milestone.due]
    first = min(dues, key=lambda due: due.first, default=None)
    ends = [_last(Item(entry, milestone)) for milestone in entry.milestones if milestone.due]
    last = max(filter(None, ends), key=lambda due: due.last, default=None) if all(ends) else None
    own = _last(Item(entry))
    if entry.kind == "project":
        return entry.start or first, own or last
    return first or entry.start or entry.own_date, last or own


def _last(item: Item) -> PlanDate | None:
    """The date of an item; of what comes again the last, None where it does not end."""
    return item.row.cycle.over(item.row.due).last if item.row.cycle and item.row.due else item.due


def _marks(standing: EntryStanding) -> Iterator[Mark]:
    for each in standing.items:
        if each.item.milestone and (each.due or each.finish):
            yield Mark(each.item.id, each.due, each.finish, each.status)


def _own_mark(standings: Standings, standing: EntryStanding) -> Mark | None:
    """An entry's own date, with where it stands: as the entry does once that is closed.

    None where there is none, and where it counts no more, since all milestones were done.
    """
    entry, own = standing.entry, standing.own
    if own and own.cycle:
        return Mark(entry.full_id(), own.due, own.finish, own.status)
    completed = entry.completed if standings.has_happened(entry.completed) else None
    finish = completed or (entry.own_date and entry.forecast) or entry.own_date
    if finish is None or (standing.status is Status.COMPLETE and not completed):
        return None
    open_ = next((each.status for each in standing.items if each.item.milestone is None), standing.status)
    return Mark(entry.full_id(), entry.own_date, finish, open_)


def _axis(rows: Iterable[Row], ahead: Iterable[PlanDate], start: PlanDate | None, end: PlanDate | None) -> Axis | None:
    dates = [*(date for row in rows for date in row.dates), *ahead]
    if not dates and not (start and end):
        return None
    first = start.first if start else min(date.first for date in dates)
    last = end.last if end else max(date.last for date in dates)
    if first > last:
        raise UsageError("the time axis ends before it starts")
    return Axis(month_of(first), month_of(last))
