"""Entries and milestones followed through the steps of a plan: by their ids, and from one id to the next by
`renamed_from`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.model.dates import PlanDate
from genderplan.plan.matching import Match, match
from genderplan.plan.steps import Step
from genderplan.plan.whole import Plan, pairs

Key: TypeAlias = tuple[str, str | None]
"""An entry, or a milestone with its entry, by their bare ids."""


def is_there(plan: Plan, key: Key) -> bool:
    """Whether a plan has an entry or a milestone of an id."""
    entry, milestone = key
    return entry in plan.by_id if milestone is None else (entry, milestone) in plan.milestones_by_id


class Thing(NamedTuple):
    """An entry, or one of its milestones, as it was at a time."""

    entry: EntryRow
    milestone: MilestoneRow | None = None

    @property
    def key(self) -> Key:
        return self.entry.id, self.milestone.id if self.milestone else None

    @property
    def title(self) -> str:
        return (self.milestone or self.entry).title

    @property
    def leads(self) -> tuple[str, ...]:
        """A milestone's own leads, or its entry's."""
        return (self.milestone.leads if self.milestone else ()) or self.entry.leads

    @property
    def revisions(self) -> tuple[RevisionRow, ...]:
        return (self.milestone or self.entry).revisions

    @property
    def dates(self) -> Mapping[str, PlanDate | None]:
        """Every date that it can have, by its field."""
        own, entry = self.milestone or self.entry, self.entry
        closed = {"completed": own.completed, "cancelled": own.cancelled.date if own.cancelled else None}
        if self.milestone:
            return {"due": self.milestone.due, "forecast": self.milestone.forecast, **closed}
        return {"start": entry.start, "end": entry.end, "due": entry.due, **closed}

    @property
    def former_keys(self) -> Iterator[Key]:
        """What it may have been called before, by its own `renamed_from` or by its entry's."""
        if self.milestone is None:
            yield from ((name, None) for name in self.entry.renamed_from)
            return
        for name in self.milestone.renamed_from:
            elsewhere, _, bare = name.rpartition("#")
            yield elsewhere or self.entry.id, bare
        yield from ((name, self.milestone.id) for name in self.entry.renamed_from)


_Olds: TypeAlias = tuple[Thing | None, ...]
"""What a thing was in each parent of a commit."""


@dataclass(eq=False, slots=True)
class Thread:
    """One thing through time, whatever it was called; `last` is what it was when it was seen last.

    `joined` is the thread of which it turned out to be the beginning.
    """

    last: Thing
    joined: "Thread | None" = None

    @property
    def whole(self) -> "Thread":
        """The thread that this one is a part of, itself where it is none."""
        return self.joined.whole if self.joined else self


class Turn(NamedTuple):
    """What a step makes of one thing: what it was in each parent of the commit (None: not there), and what it is."""

    thread: Thread
    olds: _Olds
    new: Thing | None


class Threads:
    """The threads of one plan, spun step by step.

    What was removed and comes back under its id, or under another that its `renamed_from` leads to, goes on. Steps
    are taken in the one order in which they are given: where branches of a history give different things one id,
    those are taken for one.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._nothing = plan.as_baseline("")
        self._by_key: dict[Key, Thread] = {}
        self._removed: set[Key] = set()
        self._renamed: set[Key] = set()

    def __getitem__(self, key: Key) -> Thread | None:
        """The thread of what has an id after the last step, or had it when it was removed."""
        found = None if key in self._renamed else self._by_key.get(key)
        return found.whole if found else None

    def renamed(self, key: Key) -> Thread | None:
        """The thread of what had an id once and has another one now."""
        found = self._by_key.get(key) if key in self._renamed else None
        return found.whole if found else None

    def ever(self, key: Key) -> Thread | None:
        """The thread of what has an id, or had it when it was removed, else of what had it once."""
        return self[key] or self.renamed(key)

    @property
    def former_keys(self) -> Mapping[Thread, Sequence[Key]]:
        """The ids that each thing had once and nothing has now, by its thread."""
        found: dict[Thread, list[Key]] = {}
        for key in self._renamed:
            found.setdefault(self._by_key[key].whole, []).append(key)
        return found

    @property
    def by_key(self) -> Mapping[Key, Thread]:
        """The same by all ids, those in use and those of what was removed."""
        return {key: thread.whole for key, thread in self._by_key.items() if key not in self._renamed}

    def turns(self, step: Step) -> Iterator[Turn]:
        """What a step makes of everything in the files that it changed, changed or not."""
        sides = [self._side(step.after, before) for before in step.befores or ((),)]
        things = [(thing, tuple([side.olds.get(thing.key) for side in sides])) for thing in _things(step.after)]
        threads = [self._before(thing, olds) for thing, olds in things]
        gone = list(self._gone(sides, things))
        for (thing, olds), thread in zip(things, threads, strict=True):
            yield Turn(self._now(thing, thread), olds, thing)
        yield from gone

    def _gone(self, sides: Sequence["_Side"], things: Sequence[tuple[Thing, _Olds]]) -> Iterator[Turn]:
        """What a step removes: what no parent has any more. What one of them removed is noted, but was told there."""
        lost = {key for side in sides for key in side.gone}
        if lost:
            taken = {thing.key for thing, _ in things}
            self._renamed |= lost & taken
            self._removed |= lost - taken - {old.key for _, olds in things for old in olds if old}
            for key, thing in sides[0].gone.items():
                if all(key in side.gone for side in sides):
                    yield Turn(self._known(key, thing), tuple(side.gone[key] for side in sides), None)

    def _side(self, after: tuple[EntryRow, ...], before: tuple[EntryRow, ...]) -> "_Side":
        """The entries of a commit laid beside those of a parent; where nothing is renamed, ids alone tell."""
        if any(map(_is_renamed, after)):
            now = replace(self._plan, entries=after, unread=frozenset())
            return _matched(match(now, replace(self._nothing, entries=before)))
        keys = {thing.key for thing in _things(after)} if before else set()
        things = {thing.key: thing for thing in (*map(Thing, before), *(Thing(*placed) for placed in pairs(before)))}
        return _Side(
            {key: thing for key, thing in things.items() if key in keys},
            {key: thing for key, thing in things.items() if key not in keys},
        )

    def _before(self, thing: Thing, olds: _Olds) -> Thread | None:
        """The thread of a thing by what it was before a step; None for what had no other name and comes by its own.

        All of a step are looked up before any gets its new name: a name that one leaves, another may take.
        """
        former = list(filter(None, olds))
        found = self._known(former[0].key, thing) if former else None
        left = {old.key for old in former} - {thing.key}
        known = {name for old in former for name in old.former_keys}
        for name in thing.former_keys:
            lost = self._by_key.get(name)
            if lost and name in self._removed and name not in known:
                found = found or Thread(thing)
                if lost.whole is not found.whole:
                    lost.whole.joined = found.whole
                left.add(name)
        self._renamed |= left
        return found

    def _now(self, thing: Thing, thread: Thread | None) -> Thread:
        """The thread of a thing, known from then on by the name that it has now."""
        key = thing.key
        found = thread or self._resumed(key, thing)
        self._by_key[key] = found
        self._removed.discard(key)
        self._renamed.discard(key)
        found.whole.last = thing
        return found

    def _known(self, key: Key, thing: Thing) -> Thread:
        return self._by_key.get(key) or self._by_key.setdefault(key, Thread(thing))

    def _resumed(self, key: Key, thing: Thing) -> Thread:
        """The thread of what had the id before, unless that has another id now."""
        known = self._by_key.get(key)
        return Thread(thing) if known is None or key in self._renamed else known


class _Side(NamedTuple):
    """One parent of a commit: what things were there, by the keys that they have now, and what went, by its own."""

    olds: Mapping[Key, Thing]
    gone: Mapping[Key, Thing]


def _is_renamed(entry: EntryRow) -> bool:
    return bool(entry.renamed_from) or any(each.renamed_from for each in entry.milestones)


def _matched(found: Match) -> _Side:
    olds: dict[Key, Thing] = {(now.id, None): Thing(then) for then, now in found.entries}
    olds |= {(now[0].id, now[1].id): Thing(*then) for then, now in found.milestones}
    gone = (*map(Thing, found.removed_entries), *(Thing(*placed) for placed in found.removed_milestones))
    return _Side(olds, {thing.key: thing for thing in gone})


def _things(entries: Sequence[EntryRow]) -> Iterator[Thing]:
    for entry in entries:
        yield Thing(entry)
        yield from (Thing(entry, milestone) for milestone in entry.milestones)
