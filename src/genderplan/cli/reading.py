"""What every command begins with: the tree, what is selected of it, and the day on which it is judged."""

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from genderplan.analysis.criteria import Criteria, select
from genderplan.analysis.selection import Selection
from genderplan.analysis.standing import AsOf, Standings
from genderplan.cli.options import Common, Filters
from genderplan.config import as_of
from genderplan.errors import NothingToReadError, UsageError
from genderplan.loading import load_tree
from genderplan.plan.whole import Plan, Tree
from genderplan.source.files import Location, find_tree
from genderplan.suggestions import unknown

if TYPE_CHECKING:
    from genderplan.analysis.since import Before
    from genderplan.loading.sources import Source


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

    def exit_code(self) -> int:
        """1 where files of the selected plans were left out, which is then told; else 0."""
        tree = self.tree
        left_out = sum(self.selection.has_plan(tree.files.get(file, "")) for file in tree.left_out)
        if left_out:
            files, they = ("1 file was", "it") if left_out == 1 else (f"{left_out:,} files were", "they")
            message = f"genderplan: {files} left out, as {they} could not be read: 'genderplan validate' tells why"
            print(message, file=sys.stderr)  # noqa: T201
        return min(left_out, 1)

    def against(self, text: str | None) -> "Source":
        """What plans are held against: a baseline by name, `git:REV`, a path; the newest baseline where None."""
        from genderplan.loading.sources import source

        return source(text, self.root, self.tree)

    def before(self, text: str) -> "dict[str, Before]":
        """The selected plans as they were on a date, in a commit or in a baseline, each judged on its day of then."""
        from genderplan.analysis.since import Before
        from genderplan.loading.sources import earlier

        found = earlier(text, self.root, self.tree)
        before = {}
        for now in self.standings:
            plan, baseline = found.plan(now.plan), found.baseline(now.plan)
            if plan and baseline:
                day = plan.status_date or baseline.taken
                as_of_then = AsOf(day, "plan" if plan.status_date else "option") if day else now.as_of
                before[plan.id] = Before(Standings(plan, as_of_then), baseline)
        return before

    def at(self, text: str, common: Common) -> "Reading":
        """The same selection of the plans as they are elsewhere: in a baseline, a commit, a file or a folder."""
        other = self.against(text)
        found = [(plan, other.baseline(plan)) for plan in self.tree.plans]
        plans = tuple(baseline.over(plan) for plan, baseline in found if baseline)
        left_out = tuple(plan.id for plan, baseline in found if not baseline and self.selection.has_plan(plan.id))
        if not any(self.selection.has_plan(plan.id) for plan in plans):
            raise NothingToReadError(f"no '{text}' of {', '.join(left_out)}")
        tree = replace(self.tree, plans=plans)
        selection = replace(self.selection, plans=tuple(plan for plan in plans if self.selection.has_plan(plan.id)))
        return Reading(self.root, tree, selection, _standings(tree, common))


def find(common: Common) -> Location:
    """Where the tree is. Raises NothingToReadError where there is none."""
    named = common.tree if common.tree is not None else os.environ.get("GENDERPLAN_TREE") or None
    return find_tree(named, Path.cwd())


def the_plan(tree: Tree, wanted: str | None) -> Plan:
    """The plan named, in any case, else the one that the current folder is in, else the only one.

    Raises UsageError where it cannot be told or could not be read.
    """
    known = {name.casefold(): name for name in (*tree.by_id, *tree.unread_plans)}
    name = wanted or tree.default_plan or (next(iter(known.values())) if len(known) == 1 else None)
    if name is None:
        raise UsageError(f"which plan? name one with --plan: {', '.join(sorted(known.values()))}")
    if name.casefold() not in known:
        raise UsageError(unknown("plan", name, known.values()))
    name = known[name.casefold()]
    if name not in tree.by_id:
        raise UsageError(f"plan '{name}' cannot be read: 'genderplan validate' tells why")
    return tree.by_id[name]


def read_plans(common: Common, filters: Filters) -> Reading:
    """Load the tree, resolve the filters, fix the status dates: the one place that reads clock and environment."""
    location = find(common)
    tree = load_tree(location.root, default_plan=location.plan)
    selection = select(tree, Criteria(**filters.given()))
    return Reading(location.root, tree, selection, _standings(tree, common))


def _standings(tree: Tree, common: Common) -> tuple[Standings, ...]:
    environment, today = os.environ.get("GENDERPLAN_AS_OF"), date.today()
    return tuple(Standings(plan, as_of(plan, common.as_of, environment, today)) for plan in tree.plans)
