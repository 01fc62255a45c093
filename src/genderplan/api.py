"""The public interface for Python: load a tree, then ask of a plan on a day.

    tree = genderplan.load_tree("plans")
    plan = tree.by_id["women-2003"]
    report = genderplan.status(plan, date(2003, 11, 3))

Results are immutable. Dates in them are `PlanDate`s: closed intervals of days, kept as they were given.
"""

from collections.abc import Sequence
from datetime import date

from genderplan.analysis import slippage as slippage_analysis
from genderplan.analysis import status as status_analysis
from genderplan.analysis import timeline as timeline_analysis
from genderplan.analysis.recording import entry_record, item_record
from genderplan.analysis.records import EntryRecord, MilestoneRecord
from genderplan.analysis.selection import Selection
from genderplan.analysis.slippage import Comparison
from genderplan.analysis.standing import AsOf, Standings
from genderplan.analysis.status import PlanStatus
from genderplan.analysis.timeline import TimelineReport
from genderplan.checks import ON_TIME, VALID
from genderplan.checks.judgement import Judgement, judge
from genderplan.errors import NothingToReadError
from genderplan.loading import load_tree
from genderplan.model.dates import PlanDate, day_of
from genderplan.plan.whole import Plan, Tree


def status(plan: Plan, as_of: date) -> PlanStatus:
    """Where a plan stands on a day: counts, RAG, what is overdue, due and slipped."""
    return status_analysis.status([_standings(plan, as_of)], Selection((plan,))).plans[0]


def milestones(plan: Plan, as_of: date) -> tuple[MilestoneRecord, ...]:
    """Every milestone of a plan, in its order, with where it stands on a day."""
    return tuple(item_record(item) for item in _standings(plan, as_of).items if item.milestone)


def entries(plan: Plan, as_of: date) -> tuple[EntryRecord, ...]:
    """Every action and project of a plan, in its order, with where it stands on a day."""
    return tuple(entry_record(standing.entry, standing) for standing in _standings(plan, as_of).entries)


def slippage(plan: Plan, as_of: date, against: str | None = None) -> Comparison:
    """Agreed dates against a baseline, the newest when none is named.

    Raises NothingToReadError where the plan has no such baseline.
    """
    report = slippage_analysis.slippage(
        [_standings(plan, as_of)], Selection((plan,)), lambda each: each.baseline_named(against)
    )
    if not report.comparisons:
        raise NothingToReadError(f"no baseline {against or ''} in {plan.id}".replace("  ", " "))
    return report.comparisons[0]


def timeline(plan: Plan, as_of: date, start: PlanDate | None = None, end: PlanDate | None = None) -> TimelineReport:
    """The plan on a time axis from `start` to `end`, both included, else as far as its dates reach."""
    return timeline_analysis.timeline([_standings(plan, as_of)], Selection((plan,)), start, end)


def validate(tree: Tree) -> Judgement:
    """What is wrong with a tree, whatever the day: findings GP0 to GP3 and GP6."""
    return judge(VALID, tree, Selection(tree.plans), ())


def check(tree: Tree, as_of: date) -> Judgement:
    """All that is wrong with a tree on a day: what `validate` finds, and every date that is not kept."""
    standings: Sequence[Standings] = [_standings(plan, as_of) for plan in tree.plans]
    return judge((*VALID, *ON_TIME), tree, Selection(tree.plans), standings)


def _standings(plan: Plan, as_of: date) -> Standings:
    return Standings(plan, AsOf(day_of(as_of), "option"))


__all__ = [
    "check",
    "entries",
    "load_tree",
    "milestones",
    "slippage",
    "status",
    "timeline",
    "validate",
]
