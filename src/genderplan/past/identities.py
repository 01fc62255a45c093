"""Entries and milestones followed through the steps of a plan: by their ids, and from one id to the next by
`renamed_from`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.comparison.matching import Match, match
from genderplan.plan.items import Item, Key, all_items, milestone_items
from genderplan.plan.plans import Plan
from genderplan.plan.steps import Step

_Olds: TypeAlias = tuple[Item | None, ...]
"""What an item was in each parent of a commit."""


@dataclass(eq=False, slots=True)
class Thread:
    """One item through time, whatever it was called; `last` is what it was when it was seen last.

    `joined` is the thread of which it turned out to be the beginning.
    """

    last: Item
    joined: "Thread | None" = None

    @property
    def whole(self) -> "Thread":
        """The thread that this one is a part of, itself where it is none."""
        return self.joined.whole if self.joined else self


class Turn(NamedTuple):
    """What a step makes of one item: what it was in each parent of the commit (None: not there), and what it is."""

    thread: Thread
    olds: _Olds
    new: Item | None


class Threads:
    """The threads of one plan, spun step by step.

    What was removed and comes back under its id, or under another that its `renamed_from` leads to, goes on. Steps
    are taken in the one order in which they are given: where branches of a history give different items one id,
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
        """The ids that each item had once and nothing has now, by its thread."""
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
        items = [(item, tuple([side.olds.get(item.key) for side in sides])) for item in all_items(step.after)]
        threads = [self._before(item, olds) for item, olds in items]
        gone = list(self._gone(sides, items))
        for (item, olds), thread in zip(items, threads, strict=True):
            yield Turn(self._now(item, thread), olds, item)
        yield from gone

    def _gone(self, sides: Sequence["_Side"], items: Sequence[tuple[Item, _Olds]]) -> Iterator[Turn]:
        """What a step removes: what no parent has any more. What one of them removed is noted, but was told there."""
        lost = {key for side in sides for key in side.gone}
        if lost:
            taken = {item.key for item, _ in items}
            self._renamed |= lost & taken
            self._removed |= lost - taken - {old.key for _, olds in items for old in olds if old}
            for key, item in sides[0].gone.items():
                if all(key in side.gone for side in sides):
                    yield Turn(self._known(key, item), tuple(side.gone[key] for side in sides), None)

    def _side(self, after: tuple[EntryRow, ...], before: tuple[EntryRow, ...]) -> "_Side":
        """The entries of a commit laid beside those of a parent; where nothing is renamed, ids alone tell."""
        if any(map(_is_renamed, after)):
            now = replace(self._plan, entries=after, unread=frozenset())
            return _matched(match(now, replace(self._nothing, entries=before)))
        keys = {item.key for item in all_items(after)} if before else set()
        items = {item.key: item for item in (*map(Item, before), *milestone_items(before))}
        return _Side(
            {key: item for key, item in items.items() if key in keys},
            {key: item for key, item in items.items() if key not in keys},
        )

    def _before(self, item: Item, olds: _Olds) -> Thread | None:
        """The thread of an item by what it was before a step; None for what had no other name and comes by its own.

        All of a step are looked up before any gets its new name: a name that one leaves, another may take.
        """
        former = list(filter(None, olds))
        found = self._known(former[0].key, item) if former else None
        left = {old.key for old in former} - {item.key}
        known = {name for old in former for name in old.former_keys}
        for name in item.former_keys:
            lost = self._by_key.get(name)
            if lost and name in self._removed and name not in known:
                found = found or Thread(item)
                if lost.whole is not found.whole:
                    lost.whole.joined = found.whole
                left.add(name)
        self._renamed |= left
        return found

    def _now(self, item: Item, thread: Thread | None) -> Thread:
        """The thread of an item, known from then on by the name that it has now."""
        key = item.key
        found = thread or self._resumed(key, item)
        self._by_key[key] = found
        self._removed.discard(key)
        self._renamed.discard(key)
        found.whole.last = item
        return found

    def _known(self, key: Key, item: Item) -> Thread:
        return self._by_key.get(key) or self._by_key.setdefault(key, Thread(item))

    def _resumed(self, key: Key, item: Item) -> Thread:
        """The thread of what had the id before, unless that has another id now."""
        known = self._by_key.get(key)
        return Thread(item) if known is None or key in self._renamed else known


class _Side(NamedTuple):
    """One parent of a commit: what items were there, by the keys that they have now, and what went, by its own."""

    olds: Mapping[Key, Item]
    gone: Mapping[Key, Item]


def _is_renamed(entry: EntryRow) -> bool:
    return bool(entry.renamed_from) or any(each.renamed_from for each in entry.milestones)


def _matched(found: Match) -> _Side:
    gone = (*map(Item, found.removed_entries), *found.removed_milestones)
    return _Side({now.key: then for then, now in found.items}, {item.key: item for item in gone})
