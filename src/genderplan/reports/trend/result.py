"""`trend`: milestone trend analysis: what was promised for when, report by report.

A promise is the date that was agreed, and once a thing is done the day on which it was. Where promises stay the plan
is kept, where they rise it slips.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.variance import Variance, difference
from genderplan.past.identities import Threads
from genderplan.past.promises import (
    NOTHING,
    ReportRecord,
    ReportState,
    baseline_states,
    follow,
    state_of_now,
    states_of,
)
from genderplan.plan.items import Item, Key, all_items
from genderplan.plan.plans import Plan
from genderplan.plan.steps import Step
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


class PromiseRecord(NamedTuple):
    """A promise that is another than that of the report before; it holds until the next one.

    `report` is the report's place in the list of them, from 0. `promised` is null where the milestone was not there
    any more, not dated or cancelled.
    """

    report: int
    """The place of the report in which it was new, from 0."""
    reported: PlanDate
    """The day of that report."""
    promised: PlanDate | None
    """The date; null where it was not there any more, not dated, or cancelled."""
    done: bool
    """Whether it is done, and the date that of completion."""


class MilestoneTrend(NamedTuple):
    """The promises of one milestone, or of an entry's own date.

    The variance is that of the last promise against the first; `changes` counts how often it was changed before it was
    done.
    """

    id: str
    """The full id: plan/entry#milestone, or plan/entry for an entry's own date."""
    entry: str
    """The entry's id in its plan."""
    milestone: str | None
    """The milestone's id in its entry; null where the record is of an entry's own date."""
    title: str
    """The title, in the words of the document."""
    objective: str | None
    """The id of its objective."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; a milestone's own, else its entry's."""
    first: PlanDate | None
    """The first promise; null where there is none."""
    last: PlanDate | None
    """The last promise: the date on which it was done, once it is."""
    variance_months: int | None
    """Months from the one date's last day to the other's; positive is late."""
    variance_days: int | None
    """Days from the one date's last day to the other's; positive is late."""
    changes: int
    """How often the promise was changed before it was done."""
    promises: tuple[PromiseRecord, ...]
    """Each promise that is another than the one before, in the order of reports."""

    @property
    def variance(self) -> Variance | None:
        """The variance with the unit in which it is judged."""
        return difference(self.first, self.last)

    @property
    def is_changed(self) -> bool:
        return bool(self.changes or (self.variance and self.variance.is_moved))

    def along(self, reports: int) -> Iterator[PromiseRecord | None]:
        """What each of so many reports promises; None before the first promise."""
        current = None
        found = {each.report: each for each in self.promises}
        for place in range(reports):
            current = found.get(place, current)
            yield current


class Trend(NamedTuple):
    """The reports of one plan and the promises in them.

    `undated` are the names of baselines of which it is not known when they were taken: they are no reports. `more`
    counts the milestones that a limit left out. `compared` counts those that any report promises for a day, and own
    dates of entries, of which all or those that changed are told.
    """

    plan: str
    """The plan's id."""
    as_of: PlanDate
    """The status date: the day on which the plan is judged."""
    reports: tuple[ReportRecord, ...]
    """The states of the plan that are compared, in the order of their days."""
    undated: tuple[str, ...]
    """The names of baselines that do not say when they were taken, and so are no reports."""
    milestones: tuple[MilestoneTrend, ...]
    """The milestones, and entries by their own dates: the worst first; of ids in the plan's order."""
    more: int
    """How many milestones a limit left out."""
    compared: int
    """How many milestones and own dates of entries any report promises; those told are of them."""


class TrendReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    trends: tuple[Trend, ...]


class Asked(NamedTuple):
    """What a trend is asked of: ids, or what is selected and has changed; whether every commit given is a report.

    An id may be one that something had before, or when it was removed.
    """

    selection: Selection
    keys: Mapping[str, Sequence[Key]] | None = None
    limit: int | None = None
    names: Mapping[str, tuple[str, str]] | None = None


def trend(standings: Sequence[Standings], steps: Mapping[str, Sequence[Step]], asked: Asked) -> TrendReport:
    """The trend of each plan. `steps` are those of the mainline, or one for each commit that `asked` names."""
    return TrendReport(
        plan_labels(standings), tuple(_trend(each, steps.get(each.plan.id, ()), asked) for each in standings)
    )


def was_ever(plan: Plan, steps: Sequence[Step], key: Key) -> bool:
    """Whether anything of a plan had an id in one of the steps."""
    return follow(plan, steps).threads.ever(key) is not None


def _trend(standings: Standings, steps: Sequence[Step], asked: Asked) -> Trend:
    followed = follow(standings.plan, steps)
    items = {item.key: item for item in _items(standings, asked, followed.threads)}
    states = list(states_of(followed, items, asked.names))
    now = state_of_now(standings, states, items)
    states = sorted(
        (*states, *baseline_states(standings.plan, items, followed.threads)), key=lambda state: state.report.day.last
    )
    if now:
        states.append(now)
    wanted = _unsettled(states).intersection(items) if asked.keys is None else items.keys()
    telling = _telling(states, wanted)
    records = [_record(item, states, telling[key]) for key, item in items.items() if key in wanted]
    if asked.keys is None:
        records = sorted(filter(lambda each: each.is_changed, records), key=_worst_first)
    return Trend(
        plan=standings.plan.id,
        as_of=standings.as_of.day,
        reports=tuple(state.report for state in states),
        undated=tuple(each.name for each in standings.plan.baselines if each.taken is None),
        milestones=tuple(records[: asked.limit]),
        more=len(records) - len(records[: asked.limit]),
        compared=len({key for state in states for key, (date, _) in state.promises.items() if date and key in items}),
    )


def _items(standings: Standings, asked: Asked, threads: Threads) -> Iterator[Item]:
    """The milestones and own dates that are asked for, in the plan's order, and after them those that were removed."""
    plan, selection = standings.plan, asked.selection
    chosen = None if asked.keys is None else _keys(asked.keys.get(plan.id, ()), plan, threads)
    selected = {each.item.id for each in selection.items(standings)} if selection.is_narrowed else None
    for item in all_items(plan.entries):
        if _is_chosen(item, chosen) and (selected is None or item.id in selected):
            yield item
    for item in _removed(plan, threads):
        is_selected = not selection.judges_standing and selection.has_row(item)
        if _is_chosen(item, chosen) and (selected is None or is_selected):
            yield item


def _keys(asked: Iterable[Key], plan: Plan, threads: Threads) -> set[Key]:
    """Ids as they are now, or were when what had them was removed."""
    found = {key: None if plan.item(key) else threads.ever(key) for key in asked}
    return {thread.last.key if thread else key for key, thread in found.items()}


def _is_chosen(item: Item, chosen: Collection[Key] | None) -> bool:
    """Whether an item has a date of its own, and is asked for or belongs to an entry that is."""
    if not item.milestone and not item.entry.own_date:
        return False
    return chosen is None or item.key in chosen or (item.entry.id, None) in chosen


def _removed(plan: Plan, threads: Threads) -> Iterator[Item]:
    """What the plan has no longer, as it was when it went."""
    last = {thread.last.key: thread.last for thread in threads.by_key.values()}
    for key, item in last.items():
        if not plan.item(key) and item.entry.id not in plan.unread:
            yield item


def _unsettled(states: Sequence[ReportState]) -> set[Key]:
    """What is promised for more than one date."""
    dates: dict[Key, set[PlanDate]] = {}
    for state in states:
        for key, (date, _) in state.promises.items():
            if date:
                dates.setdefault(key, set()).add(date)
    return {key for key, found in dates.items() if len(found) > 1}


def _telling(states: Sequence[ReportState], keys: Iterable[Key]) -> dict[Key, list[int]]:
    """The places of the reports that may say of each item something else than the one before.

    That is where it has a promise, a baseline, which has all, and what follows one.
    """
    breaks = [place for place, state in enumerate(states) if not state.carries_on]
    always = {each for place in breaks for each in (place, place + 1) if each < len(states)}
    found = {key: set(always) for key in keys}
    for place, state in enumerate(states):
        for key in found.keys() & state.promises.keys():
            found[key].add(place)
    return {key: sorted(places) for key, places in found.items()}


def _record(item: Item, states: Sequence[ReportState], telling: Iterable[int]) -> MilestoneTrend:
    promises = tuple(_promises(item.key, states, telling))
    dated = [each for each in promises if each.promised]
    first, last = (dated[0].promised, dated[-1].promised) if dated else (None, None)
    late = difference(first, last)
    agreed = [each.promised for each in dated if not each.done]
    return MilestoneTrend(
        id=item.id,
        entry=item.entry.id,
        milestone=item.milestone.id if item.milestone else None,
        title=item.title,
        objective=item.entry.objective,
        leads=item.leads,
        first=first,
        last=last,
        variance_months=late.months if late else None,
        variance_days=late.days if late else None,
        changes=sum(one != other for one, other in pairwise(agreed)),
        promises=promises,
    )


def _promises(key: Key, states: Sequence[ReportState], telling: Iterable[int]) -> Iterator[PromiseRecord]:
    """What is not new in a report is as it was in the one before, but for baselines, which have all."""
    current = told = NOTHING
    for place in telling:
        report, promises, carries_on = states[place]
        found = promises.get(key, current if carries_on else NOTHING)
        current = found if carries_on else current
        if found != told:
            yield PromiseRecord(place, report.day, *found)
            told = found


def _worst_first(record: MilestoneTrend) -> tuple[int, int, int]:
    size, days = record.variance.size if record.variance else (0, 0)
    return -size, -days, -record.changes
