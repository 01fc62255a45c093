"""Pairs of items, a plan's and a baseline's: the one of the same id, or the one it was renamed from.

So of whole plans: which of those that were there before each is.

Nothing of the baseline is paired twice. A `renamed_from` outweighs an id that was given anew to something else.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from genderplan.folding import folded
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.plan.items import Item, Key
from genderplan.plan.plans import Baseline, Plan

if TYPE_CHECKING:
    from genderplan.kinds.indicator.rows import IndicatorRow


def former_plan(plan: Plan, plans: Iterable[Plan], then: Mapping[str, Plan]) -> Plan | None:
    """What a plan was among those of then, by their ids: the one of its id, else the first that it was renamed from.

    An id and a title that were there then are that plan, whatever says that it was renamed from it; an id alone that
    another plan says it had was given anew.
    """
    found = then.get(plan.id)
    is_given_anew = any(plan.id in other.renamed_from and other.id not in then for other in plans)
    if found and (not is_given_anew or folded(found.title) == folded(plan.title)):
        return found
    return next((then[name] for name in plan.renamed_from if name in then), None)


def paired_indicators(plan: Plan, baseline: Baseline) -> "Iterator[tuple[IndicatorRow | None, IndicatorRow | None]]":
    """Every indicator of both sides, each as it was and as it is: None where it was not there, or is there no more.

    What could not be read on one side is told on neither.
    """
    then = {each.id: each for each in baseline.indicators}
    pairs = _paired([(each.id, [each.id], each.renamed_from) for each in plan.indicators], then)
    for now in plan.indicators:
        if now.id in pairs or baseline.unread.isdisjoint((now.id, *now.renamed_from)):
            yield then[pairs[now.id]] if now.id in pairs else None, now
    kept = {*pairs.values(), *plan.unread}
    yield from ((each, None) for each in baseline.indicators if each.id not in kept)


Name = TypeVar("Name", bound=Hashable)


class Pairing:
    """A plan laid beside a baseline."""

    def __init__(self, plan: Plan, baseline: Baseline) -> None:
        self._plan = plan
        self._baseline = baseline

    def entry(self, entry: EntryRow) -> EntryRow | None:
        """What an entry of the plan was in the baseline."""
        name = self._entries.get(entry.id)
        return None if name is None else self._baseline.by_id[name]

    def item(self, item: Item) -> Item | None:
        """What an entry or a milestone of the plan was in the baseline."""
        if item.milestone is None:
            entry = self.entry(item.entry)
            return None if entry is None else Item(entry)
        key = self._milestones.get(item.key)
        return None if key is None else self._baseline.milestones_by_id[key]

    @cached_property
    def _entries(self) -> Mapping[str, str]:
        named = [(entry.id, [entry.id], entry.renamed_from) for entry in self._plan.entries]
        return _paired(named, self._baseline.by_id)

    @cached_property
    def _milestones(self) -> Mapping[Key, Key]:
        named = [
            ((entry.id, each.id), self._own_names(entry, each), self._former_names(entry, each))
            for entry in self._plan.entries
            for each in entry.milestones
        ]
        return _paired(named, self._baseline.milestones_by_id)

    def _own_names(self, entry: EntryRow, milestone: MilestoneRow) -> list[Key]:
        then = self._entries.get(entry.id)
        return [] if then is None else [(then, milestone.id)]

    def _former_names(self, entry: EntryRow, milestone: MilestoneRow) -> list[Key]:
        """Ids within the entry, or `entry#milestone` where a milestone changed entry."""
        if not milestone.renamed_from:
            return []
        here = self._entries.get(entry.id, entry.id)
        parts = [name.rpartition("#") for name in milestone.renamed_from]
        return [(elsewhere or here, bare) for elsewhere, _, bare in parts]


def _paired(
    named: Iterable[tuple[Name, Iterable[Name], Iterable[Name]]], known: Mapping[Name, object]
) -> dict[Name, Name]:
    """Each thing with one name that is known: first what was renamed, then what kept its name.

    Of several former names those count first that nothing else bears now.
    """
    pairs: dict[Name, Name] = {}
    taken: set[Name] = set()
    kept = []
    every = list(named)
    borne = {name for _, own, _ in every for name in own}
    for key, own, former in every:
        if any(name in known for name in own):
            kept.append((key, (*own, *former)))
        else:
            _take(key, sorted(former, key=borne.__contains__), known, pairs, taken)
    for key, names in kept:
        _take(key, names, known, pairs, taken)
    return pairs


def _take(
    key: Name, names: Iterable[Name], known: Mapping[Name, object], pairs: dict[Name, Name], taken: set[Name]
) -> None:
    name = next((name for name in names if name in known and name not in taken), None)
    if name is not None:
        pairs[key] = name
        taken.add(name)
