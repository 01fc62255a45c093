"""UIDs of what falls due: the first id that it had, by which programs for calendars know an event again.

Ids are unique, and first ones are where nothing says otherwise. Where something else has that id now, or had it first
as well, two events would be taken for one: then whatever was called otherwise has the id that it has now.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from genderplan.plan.items import Item, Key, milestone_items
from genderplan.plan.plans import Plan, Tree
from genderplan.standing.dues.rows import Due

if TYPE_CHECKING:
    from genderplan.kinds.entry.rows import EntryRow
    from genderplan.kinds.indicator.rows import IndicatorRow

Name = TypeVar("Name")

MAKER = "genderplan"
"""What stands behind every UID."""


class Uids:
    """The UIDs of a tree's dues, each plan looked through once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        renamed = {plan.id: plan.renamed_from[0] for plan in tree.plans if plan.renamed_from}
        self._plans = _own_alone(renamed, tree.by_id.keys)
        self._names: dict[str, _Names] = {}

    def of(self, due: Due) -> str:
        """The UID, with its kind before it where an entry could have the same."""
        if due.standing is None:
            return f"{due.kind.value}:{self._of_others(due)}@{MAKER}"
        item = due.standing.item
        entry, milestone = self._names_in(item.entry.plan).first(item.key)
        name = f"{entry}#{milestone}" if milestone else entry
        return f"{self._plan(item.entry.plan)}/{name}{due.id.removeprefix(item.id)}@{MAKER}"

    def _of_others(self, due: Due) -> str:
        """The same of what is no date of an entry; of a duty, which several plans may have, behind the plan."""
        if due.plan is None:
            return due.first_id or due.id
        now = due.id.removeprefix(f"{due.plan}/").partition("@")[0]
        first, _ = self._names_in(due.plan).first((now, None))
        _, at, time = (due.first_id or due.id).partition("@")
        return f"{self._plan(due.plan)}/{first}{at}{time}"

    def _plan(self, plan: str) -> str:
        return self._plans.get(plan, plan)

    def _names_in(self, plan: str) -> "_Names":
        if plan not in self._names:
            self._names[plan] = _Names(self._tree.by_id[plan])
        return self._names[plan]


@dataclass(frozen=True)
class _Names:
    """What was called otherwise in a plan."""

    plan: Plan

    def first(self, key: Key) -> Key:
        """The first key of an entry, an indicator or a milestone; whatever else has no other."""
        return self._firsts.get(key, key)

    @cached_property
    def _firsts(self) -> Mapping[Key, Key]:
        renamed: dict[Key, Key] = {}
        for row in _rows(self.plan):
            if row.renamed_from:
                renamed[row.id, None] = (row.renamed_from[0], None)
        for item in milestone_items(self.plan.entries):
            if (first := _first_key(item)) != item.key:
                renamed[item.key] = first
        return _own_alone(renamed, partial(_keys, self.plan))


def _first_key(item: Item) -> Key:
    """The first key of a milestone: where its entry was called otherwise, under the first id of that."""
    assert item.milestone is not None  # noqa: S101 - it is one of a milestone
    entry = next(iter(item.entry.renamed_from), item.entry.id)
    elsewhere, _, bare = next(iter(item.milestone.renamed_from), item.milestone.id).rpartition("#")
    return elsewhere or entry, bare


def _keys(plan: Plan) -> Set[Key]:
    """Every key that there is in a plan now."""
    return {*((row.id, None) for row in _rows(plan)), *(item.key for item in milestone_items(plan.entries))}


def _rows(plan: Plan) -> "Iterator[EntryRow | IndicatorRow]":
    """What has an id of its own in a plan, and may have had another."""
    yield from plan.entries
    yield from plan.indicators


def _own_alone(renamed: Mapping[Name, Name], present: Callable[[], Iterable[Name]]) -> Mapping[Name, Name]:
    """What was called otherwise, with its first name where nothing else has that, be it as its first or of now.

    Whatever loses its first name has that of now, and so takes it from whatever was called so first.
    """
    firsts = dict(renamed)
    if not firsts:
        return firsts
    claims = Counter(firsts.values())
    claims.update(name for name in present() if name not in firsts)
    by_first: dict[Name, list[Name]] = {}
    for name, first in renamed.items():
        by_first.setdefault(first, []).append(name)
    contested = [first for first, number in claims.items() if number > 1]
    while contested:
        losers = by_first.pop(contested.pop(), ())
        contested.extend(name for name in losers if firsts.pop(name, None) is not None)
    return firsts
