"""What a check is given: the whole tree, and for checks of dates where each plan stands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from genderplan.analysis.standing import Standings
from genderplan.findings import Finding
from genderplan.plan.rows import EntryRow
from genderplan.plan.whole import Plan, Tree


@dataclass(frozen=True)
class Context:
    """The plans to be checked, within their tree. `standings` is empty where no date is to be judged."""

    tree: Tree
    plans: Sequence[Plan]
    standings: Sequence[Standings] = ()

    def entries(self) -> Iterator[tuple[Plan, EntryRow]]:
        """Every entry of the plans."""
        for plan in self.plans:
            for entry in plan.entries:
                yield plan, entry

    def all_entries(self) -> Iterator[tuple[Plan, EntryRow]]:
        """Every entry of the plans and of their baselines: what is said of one holds of the other."""
        for plan in self.plans:
            for entry in plan.entries:
                yield plan, entry
            for baseline in plan.baselines:
                for entry in baseline.entries:
                    yield plan, entry


Check = Callable[[Context], Iterator[Finding]]
"""One invariant; its docstring is its manual page."""
