"""Context of a check: the whole tree, for checks of dates where each plan stands, and what the plans were before."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from genderplan.findings import Finding, finding
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.comparison.matching import Match, match
from genderplan.plan.items import Item
from genderplan.plan.plans import Baseline, Plan, Tree
from genderplan.plan.states import State
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings

if TYPE_CHECKING:
    from genderplan.checks.gate.boards.parts import HeldBoard


class Held(NamedTuple):
    """A plan laid beside what it was; `plan_then` where more is known of that than a baseline keeps."""

    plan: Plan
    then: Baseline
    both: Match
    plan_then: Plan | None


@dataclass(frozen=True)
class Context:
    """The plans to be checked, within their tree.

    `standings` are where the plans stand, and may be empty where no check of the day is run; `before` is None where
    nothing is held against anything. What is found is told as far as it is in the `selection`, all of it where there is
    none.
    """

    tree: Tree
    plans: Sequence[Plan]
    standings: Sequence[Standings] = ()
    before: State | None = None
    selection: Selection | None = None

    def entries(self) -> Iterator[tuple[Plan, EntryRow]]:
        """Every entry of the plans."""
        for plan in self.plans:
            for entry in plan.entries:
                yield plan, entry

    def all_entries(self) -> Iterator[tuple[Plan, EntryRow]]:
        """Every entry of the plans and of their baselines: what is said of one holds of the other."""
        for plan in self.plans:
            for entry in plan.all_entries():
                yield plan, entry

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The plans that were there before, each laid beside what it was."""
        if self.before is None:
            return ()
        known = self.before.baselines
        pairs = [(plan, known[plan.id]) for plan in self.plans if plan.id in known]
        return tuple(Held(plan, then, match(plan, then), self.before.plans.get(plan.id)) for plan, then in pairs)

    @property
    def has_boards_before(self) -> bool:
        """Whether there were boards, which may be otherwise now, or gone."""
        return self.before is not None and bool(self.before.boards)

    @cached_property
    def held_boards(self) -> "tuple[HeldBoard, ...]":
        """The boards that were there before and are, each laid beside what it was."""
        from genderplan.checks.gate.boards.parts import held_boards  # noqa: PLC0415 - few trees have boards

        return tuple(held_boards(self.before.boards if self.before else {}, self.tree))

    @cached_property
    def board_ids(self) -> Set[str]:
        """The full ids of the boards, and of their meetings, reports and decisions, in the order of their files."""
        if not self.tree.boards:
            return frozenset()
        from genderplan.plan.boards.naming import all_of_boards  # noqa: PLC0415 - few trees have boards

        return {name: None for _, name in all_of_boards(self.tree)}.keys()

    def tells_of(self, item: Item) -> bool:
        """Whether what is found of an item is told: whether it passes the filters that ask for no standing."""
        selection = self.selection
        return selection is None or not selection.is_narrowed or selection.has_row(item)

    def is_all_read(self, plan: Plan) -> bool:
        """Whether every file of a plan could be read: what is missing might be in one that could not."""
        return not any(self.tree.files.get(file) == plan.id for file in self.tree.left_out)


_MOST_NAMES = 30

Check = Callable[[Context], Iterator[Finding]]
"""One invariant; its docstring is its manual page."""


def found_at(item: Item, code: str, message: str, hint: str | None, *path: str | int) -> Finding:
    """A finding at a value of an item, or at the item."""
    return finding(code, one_line(message), item.entry.file, item.at(*path), entry=item.id, hint=hint)


def circle_in_words(names: Sequence[str]) -> str:
    """`a → b → a`; of a long circle its beginning."""
    shown = names if len(names) <= _MOST_NAMES else [*names[:_MOST_NAMES], "…"]
    return " → ".join((*shown, names[0]))


def one_line(text: str) -> str:
    """Text with each run of white space as one space: titles may have several lines."""
    return " ".join(text.split())
