"""Reading, with which every command begins: the tree, what is selected of it, and the day on which it is judged."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common
from genderplan.cli.output import say
from genderplan.config import as_of, day_of_the_run
from genderplan.dates.forms import PlanDate
from genderplan.errors import NothingToReadError, UsageError
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Plan, Tree
from genderplan.source.files import Location, find_tree, may_be_bare, may_be_sparse
from genderplan.standing.filters.criteria import select
from genderplan.standing.selection import Selection
from genderplan.standing.standings import AsOf, Standings

BARE = "a bare repository has no files that could be changed: clone it"


class Reading(NamedTuple):
    """One run's plans, and where each that could be read stands."""

    root: Path
    tree: Tree
    selection: Selection
    all_standings: tuple[Standings, ...]

    @property
    def standings(self) -> tuple[Standings, ...]:
        """Where the selected plans stand."""
        return tuple(each for each in self.all_standings if self.selection.has_plan(each.plan.id))

    def names(self, *, ids: bool) -> Mapping[str, str]:
        """What organisations are called, by their ids; none, where what is asked for are the `ids`."""
        return {} if ids else self.tree.organisations.names_by_id

    def exit_code(self, *, tells_boards: bool = False) -> int:
        """1 where files of the selected plans were left out, which is then told; else 0.

        Of what tells of all boards those that a sparse checkout leaves out are told too.
        """
        tree = self.tree
        if tells_boards and tree.boards_away:
            away = ", ".join(sorted(tree.boards_away))
            say(f"boards not checked out here, as the checkout is sparse, and so left out: {away}")
        left_out = sum(self.selection.has_plan(tree.files.get(file, "")) for file in tree.left_out)
        if left_out:
            files, they = ("1 file was", "it") if left_out == 1 else (f"{left_out:,} files were", "they")
            say(f"{files} left out, as {they} could not be read: 'genderplan validate' tells why")
        return min(left_out, 1)


def find(common: Common) -> Location:
    """Where the tree is. Raises NothingToReadError where there is none."""
    return find_tree(_named(common), Path.cwd())


def the_plan(tree: Tree, wanted: str | None) -> Plan:
    """The plan named, in any case, else the one that the current folder is in, else the only one.

    Raises UsageError where it cannot be told or could not be read.
    """
    known = sorted((*tree.by_id, *tree.unread_plans))
    named = wanted or tree.default_plan or (known[0] if len(known) == 1 else None)
    if named is None:
        raise UsageError(f"which plan? name one with --plan: {', '.join(known)}")
    name = tree.plan_id(named)
    if name not in tree.by_id:
        raise UsageError(f"plan '{name}' cannot be read: 'genderplan validate' tells why")
    return tree.by_id[name]


def read_plans(
    common: Common, filters: Filters, *, writes: bool = False, day_of: Callable[[Tree], PlanDate | None] | None = None
) -> Reading:
    """Load the tree, resolve the filters, fix the status dates: where no option does, on the day that `day_of` tells.

    In a bare repository the tree is that of HEAD, which a command that `writes` cannot take.
    """
    root, tree = _tree(common, writes=writes)
    if day_of and (day := day_of(tree)) and common.as_of is None:
        common = replace(common, as_of=day.text)
    standings = standings_of(tree, common)
    days = {each.plan.id: each.as_of.ordinal for each in standings}
    reading = Reading(root, tree, select(tree, filters.given(), days), standings)
    _kept[:] = [reading]
    return reading


_kept: list[Reading] = []
"""What the run has read, until the process ends: the system takes back its memory faster than the interpreter would."""


def _tree(common: Common, *, writes: bool) -> tuple[Path, Tree]:
    """The tree of files; where there are none, or the folder is a bare repository, that of HEAD."""
    folder = Path.cwd() / (_named(common) or "")
    committed = _committed(folder, writes=writes) if may_be_bare(folder) else None
    if committed:
        return committed
    try:
        location = find(common)
        return location.root, _checked_out(location.root, load_tree(location.root, default_plan=location.plan))
    except NothingToReadError:
        committed = _committed(folder, writes=writes)
        if committed is None:
            raise
        return committed


def _checked_out(root: Path, tree: Tree) -> Tree:
    """A tree that knows what of it a sparse checkout leaves out."""
    if not may_be_sparse(root):
        return tree
    from genderplan.loading.sparse import with_boards_away

    return with_boards_away(tree, root)


def _committed(folder: Path, *, writes: bool) -> tuple[Path, Tree] | None:
    from genderplan.loading.revisions import load_bare

    found = load_bare(folder)
    if found and writes:
        raise UsageError(BARE)
    return found


def _named(common: Common) -> str | None:
    return common.tree if common.tree is not None else os.environ.get("GENDERPLAN_TREE") or None


def standings_of(tree: Tree, common: Common) -> tuple[Standings, ...]:
    """Where every plan of a tree stands, each on its status date."""
    today = date.today()  # one for all, also where a run goes on over midnight
    return tuple(Standings(plan, status_date(plan, common, today)) for plan in tree.plans)


def status_date(plan: Plan, common: Common, today: date) -> AsOf:
    """The day on which a plan is judged."""
    return as_of(plan, common.as_of, os.environ.get("GENDERPLAN_AS_OF"), today)


def day_of_a_run(common: Common) -> PlanDate:
    """The day of a run in which no plan is judged."""
    return day_of_the_run(common.as_of, os.environ.get("GENDERPLAN_AS_OF"), date.today())
