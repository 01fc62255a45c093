"""Oversight by a board: which plans, objectives, entries and indicators are its concern.

It oversees what its file names: a plan as a whole, an objective with its parts, what bears a tag (an entry, or its
objective or plan), and what supports a section, by itself or with its objective, to whatever extent but `none`. A
framework by its id means all of its sections. A board whose file names nothing oversees every plan.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING

from genderplan.folding import folded
from genderplan.kinds.board.names import TAG
from genderplan.kinds.board.rows import BoardRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.plan.rows import ObjectiveRow
from genderplan.kinds.shared.support_rows import SupportRow
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.supports import inherited

if TYPE_CHECKING:
    from genderplan.kinds.indicator.rows import IndicatorRow


class Oversight:
    """What a board oversees of a tree's plans; what it names that is not there is nothing."""

    def __init__(self, board: BoardRow, tree: Tree) -> None:
        self.board = board
        self.tree = tree

    def plans(self) -> Iterator[Plan]:
        """The plans of which it oversees anything."""
        return filter(self.has_plan, self.tree.plans)

    def has_plan(self, plan: Plan) -> bool:
        """Whether it oversees a plan or anything of it."""
        return self.is_whole(plan) or self._has_part(plan)

    def entries(self, plan: Plan) -> Iterator[EntryRow]:
        """The entries of a plan that it oversees, in the plan's order."""
        return (entry for entry in plan.entries if self.has_entry(plan, entry))

    def objectives(self, plan: Plan) -> Iterator[ObjectiveRow]:
        """The objectives of a plan that it oversees as wholes."""
        return (each for each in plan.objectives if self.is_whole(plan) or self._has_objective(plan, each))

    def is_whole(self, plan: Plan) -> bool:
        """Whether it oversees a plan with all that is in it."""
        return self.names(plan.id) or self._bears(plan.tags)

    def has_entry(self, plan: Plan, entry: EntryRow) -> bool:
        """Whether it oversees an entry."""
        if self.is_whole(plan) or self._bears(entry.tags):
            return True
        if (plan.id, entry.objective) in self._objectives:
            return True
        return self._serves(chain(entry.supports, inherited(plan, entry)))

    def has_indicator(self, plan: Plan, indicator: "IndicatorRow") -> bool:
        """Whether it oversees an indicator."""
        return self.is_whole(plan) or self._bears(indicator.tags) or self._serves(indicator.supports)

    def _has_part(self, plan: Plan) -> bool:
        parts = chain(self.objectives(plan), self.entries(plan))
        return any(True for _ in parts) or any(self.has_indicator(plan, each) for each in plan.indicators)

    def _has_objective(self, plan: Plan, objective: ObjectiveRow) -> bool:
        return (plan.id, objective.id) in self._objectives or self._serves(objective.supports)

    def names(self, plan: str) -> bool:
        """Whether its file names a plan by its id, or names nothing."""
        return not self.board.oversees or plan in self._names

    def names_any(self, names: Set[str]) -> bool:
        """Whether it names one of what a plan, or a part of it, is named by."""
        return not (self._names.isdisjoint(names) and self._tagged.isdisjoint(names))

    @cached_property
    def _tagged(self) -> frozenset[str]:
        return frozenset(TAG + each for each in self._tags)

    @cached_property
    def _names(self) -> frozenset[str]:
        """Plans, frameworks, and what is part of them, by how the file names them."""
        return frozenset(each for each in self.board.oversees if not each.startswith(TAG))

    @cached_property
    def _tags(self) -> frozenset[str]:
        return frozenset(folded(each.removeprefix(TAG)) for each in self.board.oversees if each.startswith(TAG))

    @cached_property
    def _objectives(self) -> frozenset[tuple[str, str | None]]:
        """The objectives that it names or whose tag it names, with their parts, each with its plan."""
        return frozenset(
            (plan.id, each.id)
            for plan in self.tree.plans
            for each in plan.objectives
            if self._names_objective(plan, each.id)
            or self._names_objective(plan, each.part_of)
            or self._bears(each.tags)
        )

    def _names_objective(self, plan: Plan, objective: str | None) -> bool:
        return f"{plan.id}/{objective}" in self._names

    def _bears(self, tags: Iterable[str]) -> bool:
        return bool(self._tags) and any(folded(tag) in self._tags for tag in tags)

    def _serves(self, supports: Iterable[SupportRow]) -> bool:
        """Whether one of them is of a section that it oversees, or of a framework that it does."""
        return not self._names.isdisjoint(_served(supports))


def overseen_by(boards: Iterable[BoardRow], tree: Tree, plans: Sequence[str]) -> Iterator[tuple[BoardRow, Set[str]]]:
    """Each of some boards, with the ids of those of some plans of which it oversees anything.

    Plans are looked through once, however many boards there are, and not at all where they are named as wholes.
    """
    names_of = cache(lambda plan: frozenset(_names_of(tree.by_id[plan])))
    for board in boards:
        oversight = Oversight(board, tree)
        yield board, {each for each in plans if oversight.names(each) or oversight.names_any(names_of(each))}


def _names_of(plan: Plan) -> Iterator[str]:
    """All by which a board's file can name a plan, or something of it."""
    yield plan.id
    yield from (f"{plan.id}/{name}" for each in plan.objectives for name in (each.id, each.part_of) if name)
    rows: tuple[ObjectiveRow | EntryRow | IndicatorRow, ...] = (*plan.objectives, *plan.entries, *plan.indicators)
    for row in rows:
        yield from (TAG + folded(tag) for tag in row.tags)
        yield from _served(row.supports)
    yield from (TAG + folded(tag) for tag in plan.tags)


def _served(supports: Iterable[SupportRow]) -> Iterator[str]:
    """The sections that are supported to any extent but `none`, each with its framework, by their names."""
    for each in supports:
        if each.section and each.extent != "none":
            yield from (each.section, each.section.partition("/")[0])
