"""What a plan promised, report by report: the state of a commit, of a baseline, of the files as they are now."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from genderplan.analysis.standing import Standings
from genderplan.analysis.threads import Key, Thing, Thread, Threads, is_there
from genderplan.kinds.entry.part_rows import CancelledRow
from genderplan.model.dates import PlanDate, day_of
from genderplan.plan.pairing import Pairing
from genderplan.plan.steps import CommitRow, Step
from genderplan.plan.whole import Baseline, Plan

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
    source: ReportSource
    name: str
    commit: CommitRow | None


Promise: TypeAlias = tuple[PlanDate | None, bool]
"""A date, and whether it is that of completion."""

NOTHING: Promise = (None, False)


class State(NamedTuple):
    """A report and its promises by the keys of now: all of them, or where it `carries_on` those that are new."""

    report: ReportRecord
    promises: Mapping[Key, Promise]
    carries_on: bool = True


class Followed(NamedTuple):
    """The things of a plan through its commits, and what each commit made of those in the files that it changed."""

    threads: Threads
    turned: Sequence[tuple[CommitRow | None, Sequence[tuple[Thread, Thing | None]]]]


def follow(plan: Plan, steps: Sequence[Step]) -> Followed:
    """What the steps until now make of a plan's things."""
    threads = Threads(plan)
    return Followed(
        threads, [(step.commit, [(turn.thread, turn.new) for turn in threads.turns(step)]) for step in steps]
    )


def states_of(
    followed: Followed, things: Mapping[Key, Thing], names: Mapping[str, tuple[str, str]] | None
) -> Iterator[State]:
    """A report for each commit that is named, else for each day on which a commit changed a promise.

    What is completed or cancelled as of a later day is so from the first report of that day or after it.
    """
    keys = {thread: key for key in things if (thread := followed.threads[key])}
    current: dict[Key, Promise] = {}
    ahead = _Ahead()
    pending: State | None = None
    day: PlanDate | None = None
    for commit, turns in followed.turned:
        if commit is None:
            continue
        day = max(day, commit.committed) if day else commit.committed
        found = {keys[thread.whole]: thing for thread, thing in turns if thread.whole in keys}
        changed = _news(found, current, day)
        ahead.note(found, day)
        if names is None and not changed:
            continue
        changed |= _news(ahead.come(day), current, day)
        current |= changed
        state = State(_report(commit, day, names), changed)
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
        self._things: dict[Key, Thing] = {}
        self._days: list[tuple[int, Key, Thing]] = []

    def note(self, things: Mapping[Key, Thing | None], day: PlanDate) -> None:
        """Things as they are on a day, whatever was said of them before."""
        for key, thing in things.items():
            self._things.pop(key, None)
            for date in _closing(thing) if thing else ():
                if thing and date.first > day.last:
                    self._things[key] = thing
                    insort(self._days, (date.first, key, thing), key=itemgetter(0))

    def come(self, day: PlanDate) -> dict[Key, Thing]:
        """The things of which a day has come."""
        past = bisect_right(self._days, day.last, key=itemgetter(0))
        come, self._days = self._days[:past], self._days[past:]
        return {key: thing for _, key, thing in come if self._things.get(key) is thing}


def _closing(thing: Thing) -> Iterator[PlanDate]:
    """The dates on which a thing, or what it belongs to, is completed or cancelled."""
    own = thing.milestone or thing.entry
    cancelled = (each.date for each in (own.cancelled, thing.entry.cancelled) if each)
    yield from filter(None, (own.completed, *cancelled))


def _news(things: Mapping[Key, Thing | None], current: Mapping[Key, Promise], day: PlanDate) -> dict[Key, Promise]:
    """What is promised otherwise on a day than before it."""
    found = {key: _promise(thing, day) for key, thing in things.items()}
    return {key: promise for key, promise in found.items() if current.get(key, NOTHING) != promise}


def _report(commit: CommitRow, day: PlanDate, names: Mapping[str, tuple[str, str]] | None) -> ReportRecord:
    source, name = (names or {}).get(commit.id, (ReportSource.COMMIT, commit.id[:_SHORT]))
    return ReportRecord(day, ReportSource(source), name, commit)


def baseline_states(plan: Plan, things: Mapping[Key, Thing], threads: Threads) -> Iterator[State]:
    """A report for each baseline of which it is known when it was taken.

    What a baseline has under a name that no `renamed_from` gives any more is found by the names of the commits.
    """
    former = threads.former_keys
    names = {key: sorted(former.get(thread, ()), key=str) for key in things if (thread := threads[key])}
    for baseline in plan.baselines:
        if baseline.taken:
            pairing = Pairing(plan, baseline)
            day = day_of(baseline.taken.last_day)
            report = ReportRecord(day, ReportSource.BASELINE, baseline.name, None)
            then = {
                key: (_then(pairing, thing) if is_there(plan, key) else None)
                or next(filter(None, (_named(baseline, name) for name in _all_names(plan, key, names))), None)
                for key, thing in things.items()
            }
            promises = {key: _promise(thing, day) for key, thing in then.items() if thing}
            yield State(report, promises, carries_on=False)


def _all_names(plan: Plan, key: Key, former: Mapping[Key, Sequence[Key]]) -> list[Key]:
    """What a thing was called before, and where it is gone, what it was called last."""
    return [*([] if is_there(plan, key) else [key]), *former.get(key, ())]


def _named(baseline: Baseline, key: Key) -> Thing | None:
    """What has an id in a baseline."""
    name, milestone = key
    if milestone is None:
        return Thing(baseline.by_id[name]) if name in baseline.by_id else None
    return (
        Thing(*baseline.milestones_by_id[name, milestone]) if (name, milestone) in baseline.milestones_by_id else None
    )


def _then(pairing: Pairing, thing: Thing) -> Thing | None:
    """What a thing of the plan was in a baseline."""
    if thing.milestone:
        placed = pairing.milestone(thing.entry, thing.milestone)
        return Thing(*placed) if placed else None
    entry = pairing.entry(thing.entry)
    return Thing(entry) if entry else None


def state_of_now(standings: Standings, states: Sequence[State], things: Mapping[Key, Thing]) -> State | None:
    """What the files promise on the status date; None where the last report is of that day and says the same."""
    last = states[-1].report.day if states else standings.as_of.day
    day = max(standings.as_of.day, last)
    current: dict[Key, Promise] = {}
    for state in states:
        current |= state.promises
    now = {key: thing if is_there(standings.plan, key) else None for key, thing in things.items()}
    promises = {key: _promise(thing, standings.as_of.day) for key, thing in now.items()}
    is_new = not states or day != last or any(current.get(key, NOTHING) != each for key, each in promises.items())
    return State(ReportRecord(day, ReportSource.NOW, "now", None), promises) if is_new else None


def _promise(thing: Thing | None, day: PlanDate) -> Promise:
    """What is promised of a thing as it was on a day; a completion dated after that day is none yet."""
    if thing is None:
        return NOTHING
    own = thing.milestone or thing.entry
    if own.completed and own.completed.first <= day.last:
        return own.completed, True
    if _is_cancelled(own.cancelled, day) or _is_cancelled(thing.entry.cancelled, day):
        return NOTHING
    return (thing.milestone.due if thing.milestone else thing.entry.own_date), False


def _is_cancelled(cancelled: CancelledRow | None, day: PlanDate) -> bool:
    return cancelled is not None and (cancelled.date is None or cancelled.date.first <= day.last)
