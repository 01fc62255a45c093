"""Promises of a plan, report by report: the state of a commit, of a baseline, of the files as they are now."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate, day_of
from genderplan.past.identities import Thread, Threads
from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import Item, Key
from genderplan.plan.plans import Plan
from genderplan.plan.steps import CommitRow, Step
from genderplan.standing.standings import Standings

_SHORT = 8


class ReportSource(StrEnum):
    """What a report is taken from: a commit that changed promises, one that was asked for by a revision or a tag, a
    baseline, or the files as they are now.
    """

    COMMIT = "commit"
    REVISION = "revision"
    TAG = "tag"
    BASELINE = "baseline"
    NOW = "now"


class ReportRecord(NamedTuple):
    """A state of the plan, and the day on which it came to be.

    Of a commit that is the day on which it was committed, or that of the report before it where that is later.
    """

    day: PlanDate
    """The day on which that state of the plan came to be."""
    source: ReportSource
    """What it is of: commit, revision, tag, baseline, or now, the files as they are."""
    name: str
    """What it is called: a commit's short id, the revision or tag asked for, a baseline's name, or now."""
    commit: CommitRow | None
    """The commit that the report is of; null for a baseline and for now."""


Promise: TypeAlias = tuple[PlanDate | None, bool]
"""A date, and whether it is that of completion."""

NOTHING: Promise = (None, False)


class ReportState(NamedTuple):
    """A report and its promises by the keys of now: all of them, or where it `carries_on` those that are new."""

    report: ReportRecord
    promises: Mapping[Key, Promise]
    carries_on: bool = True


class Followed(NamedTuple):
    """The items of a plan through its commits, and what each commit made of those in the files that it changed."""

    threads: Threads
    turned: Sequence[tuple[CommitRow | None, Sequence[tuple[Thread, Item | None]]]]


def follow(plan: Plan, steps: Sequence[Step]) -> Followed:
    """What the steps until now make of a plan's items."""
    threads = Threads(plan)
    return Followed(
        threads, [(step.commit, [(turn.thread, turn.new) for turn in threads.turns(step)]) for step in steps]
    )


def states_of(
    followed: Followed, items: Mapping[Key, Item], names: Mapping[str, tuple[str, str]] | None
) -> Iterator[ReportState]:
    """A report for each commit that is named, else for each day on which a commit changed a promise.

    What is completed or cancelled as of a later day is so from the first report of that day or after it.
    """
    keys = {thread: key for key in items if (thread := followed.threads[key])}
    current: dict[Key, Promise] = {}
    ahead = _Ahead()
    pending: ReportState | None = None
    day: PlanDate | None = None
    for commit, turns in followed.turned:
        if commit is None:
            continue
        day = max(day, commit.committed) if day else commit.committed
        found = {keys[thread.whole]: item for thread, item in turns if thread.whole in keys}
        changed = _news(found, current, day)
        ahead.note(found, day)
        if names is None and not changed:
            continue
        changed |= _news(ahead.come(day), current, day)
        current |= changed
        state = ReportState(_report(commit, day, names), changed)
        if pending and names is None and pending.report.day == day:
            state = state._replace(promises={**pending.promises, **changed})
        elif pending:
            yield pending
        pending = state
    if pending:
        yield pending


class _Ahead:
    """What is said to be completed or cancelled on a later day."""

    def __init__(self) -> None:
        self._items: dict[Key, Item] = {}
        self._days: list[tuple[int, Key, Item]] = []

    def note(self, items: Mapping[Key, Item | None], day: PlanDate) -> None:
        """Things as they are on a day, whatever was said of them before."""
        for key, item in items.items():
            self._items.pop(key, None)
            for date in _closing(item) if item else ():
                if item and date.first > day.last:
                    self._items[key] = item
                    insort(self._days, (date.first, key, item), key=itemgetter(0))

    def come(self, day: PlanDate) -> dict[Key, Item]:
        """The items of which a day has come."""
        past = bisect_right(self._days, day.last, key=itemgetter(0))
        come, self._days = self._days[:past], self._days[past:]
        return {key: item for _, key, item in come if self._items.get(key) is item}


def _closing(item: Item) -> Iterator[PlanDate]:
    """The dates on which an item, or what it belongs to, is completed or cancelled."""
    cancelled = (each.date for each in (item.cancelled, item.entry.cancelled) if each)
    yield from filter(None, (item.completed, *cancelled))


def _news(items: Mapping[Key, Item | None], current: Mapping[Key, Promise], day: PlanDate) -> dict[Key, Promise]:
    """What is promised otherwise on a day than before it."""
    found = {key: _promise(item, day) for key, item in items.items()}
    return {key: promise for key, promise in found.items() if current.get(key, NOTHING) != promise}


def _report(commit: CommitRow, day: PlanDate, names: Mapping[str, tuple[str, str]] | None) -> ReportRecord:
    source, name = (names or {}).get(commit.id, (ReportSource.COMMIT, commit.id[:_SHORT]))
    return ReportRecord(day, ReportSource(source), name, commit)


def baseline_states(plan: Plan, items: Mapping[Key, Item], threads: Threads) -> Iterator[ReportState]:
    """A report for each baseline of which it is known when it was taken.

    What a baseline has under a name that no `renamed_from` gives any more is found by the names of the commits.
    """
    former = threads.former_keys
    names = {key: sorted(former.get(thread, ()), key=str) for key in items if (thread := threads[key])}
    for baseline in plan.baselines:
        if baseline.taken:
            pairing = Pairing(plan, baseline)
            day = day_of(baseline.taken.last_day)
            report = ReportRecord(day, ReportSource.BASELINE, baseline.name, None)
            then = {
                key: (pairing.item(item) if plan.item(key) else None)
                or next(filter(None, map(baseline.item, _all_names(plan, key, names))), None)
                for key, item in items.items()
            }
            promises = {key: _promise(item, day) for key, item in then.items() if item}
            yield ReportState(report, promises, carries_on=False)


def _all_names(plan: Plan, key: Key, former: Mapping[Key, Sequence[Key]]) -> list[Key]:
    """What an item was called before, and where it is gone, what it was called last."""
    return [*([] if plan.item(key) else [key]), *former.get(key, ())]


def state_of_now(standings: Standings, states: Sequence[ReportState], items: Mapping[Key, Item]) -> ReportState | None:
    """What the files promise on the status date; None where the last report is of that day and says the same."""
    last = states[-1].report.day if states else standings.as_of.day
    day = max(standings.as_of.day, last)
    current: dict[Key, Promise] = {}
    for state in states:
        current |= state.promises
    now = {key: item if standings.plan.item(key) else None for key, item in items.items()}
    promises = {key: _promise(item, standings.as_of.day) for key, item in now.items()}
    is_new = not states or day != last or any(current.get(key, NOTHING) != each for key, each in promises.items())
    return ReportState(ReportRecord(day, ReportSource.NOW, "now", None), promises) if is_new else None


def _promise(item: Item | None, day: PlanDate) -> Promise:
    """What is promised of an item as it was on a day; a completion dated after that day is none yet."""
    if item is None:
        return NOTHING
    done = item.last_completed(day.last) if item.is_settled else None
    if done:
        return done, True
    if any(each and each.counts_on(day.last) for each in (item.cancelled, item.entry.cancelled)):
        return NOTHING
    return item.due, False
