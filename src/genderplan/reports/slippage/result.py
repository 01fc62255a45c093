"""`slippage`: agreed dates against a baseline: moved, gained, lost, added, removed, reworded.

Only what was agreed is compared (`due`, `start`, `end`), never a forecast or a completion. An entry's own date that has
changed its key is one date on both sides (`as_one_promise`).
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.variance import Variance, difference
from genderplan.plan.approval import Approval, Commitment, commitment, newest_approval
from genderplan.plan.comparison.matching import Match, match
from genderplan.plan.comparison.promises import as_one_promise
from genderplan.plan.items import AGREED_FIELDS, Item
from genderplan.plan.plans import Baseline, Plan
from genderplan.plan.states import State, state_of_baselines
from genderplan.plan.sums import Net, Worst, net, worst
from genderplan.reports.slippage.other_changes import (
    Changes,
    LeadChange,
    Rewording,
    added,
    leads_changed,
    removed,
    reworded,
)
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.scope import Scope
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings

if TYPE_CHECKING:
    from genderplan.reports.slippage.targets import ChangedTarget


class Move(NamedTuple):
    """One agreed date on both sides; `was` or `now` is None where it was gained or lost.

    `approved` is the newest approval of a new date since the baseline, which need not be the date of now.
    """

    id: str
    """The full id of the entry or milestone whose date it is."""
    entry: str
    """The entry's id in its plan."""
    field: str
    """Which of its dates: start, end or due."""
    title: str
    """The title, in the words of the document."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; a milestone's own, else its entry's."""
    objective: str | None
    """The id of its objective."""
    was: PlanDate | None
    """What was agreed before."""
    now: PlanDate | None
    """What the plan says now."""
    variance_months: int | None
    """Months from the one date's last day to the other's; positive is late."""
    variance_days: int | None
    """Days from the one date's last day to the other's; positive is late."""
    approved: Approval | None = None
    """The newest approval of a new date since the baseline; null where there is none."""

    @property
    def variance(self) -> Variance | None:
        """The move, with the unit in which it is judged; None where a date was gained or lost."""
        return difference(self.was, self.now)


class BaselineLabel(NamedTuple):
    name: str
    """The name."""
    title: str | None
    """The baseline's title, or the commit's subject."""
    taken: PlanDate | None
    """When the baseline was agreed, or the commit made."""

    @classmethod
    def of(cls, baseline: Baseline) -> "BaselineLabel":
        """What a baseline is named by."""
        return cls(baseline.name, baseline.title, baseline.taken)


class Totals(NamedTuple):
    """`compared` are the dates on both sides; `net_months` their sum, `worst_months` the largest, at least 0.

    Those are in months whatever the dates are; `net` and `worst` are in the unit in which each date is judged. `worst`
    is None where nothing is later.
    """

    compared: int
    """How many dates both sides have: those that moved and those that did not."""
    moved: int
    """How many of them differ from the baseline's."""
    later: int
    """How many of the moved dates are now later."""
    earlier: int
    """How many of the moved dates are now earlier."""
    unmoved: int
    """How many dates are as they were."""
    added_entries: int
    """How many actions and projects the baseline has not."""
    added_milestones: int
    """How many milestones the baseline has not."""
    removed_entries: int
    """How many actions and projects the plan has no longer."""
    removed_milestones: int
    """How many milestones the plan has no longer."""
    net_months: int
    """The sum of all variances, in months, those judged in days too."""
    worst_months: int
    """The largest variance in months; 0 where nothing is later."""
    net: Net
    """The sum of all variances: those judged in months and those judged in days apart."""
    worst: Worst | None
    """The largest variance, in the unit in which it is judged; null where nothing is later."""


class Comparison(NamedTuple):
    """One plan against one of its baselines."""

    plan: str
    """The plan's id."""
    as_of: PlanDate
    """The status date: the day on which the plan is judged."""
    baseline: BaselineLabel
    """The baseline that the plan is compared with."""
    moved: tuple[Move, ...]
    """Dates that differ from the baseline's."""
    dated: tuple[Move, ...]
    """Dates that the plan has gained."""
    undated: tuple[Move, ...]
    """Dates that the plan has lost."""
    added: Changes
    """What the plan has and the baseline has not."""
    removed: Changes
    """What the baseline has and the plan has not."""
    reworded: tuple[Rewording, ...]
    """What both sides have and say in other words."""
    totals: Totals
    """The comparison in numbers."""
    leads: tuple[LeadChange, ...]
    """The entries whose leads are others than before, each once."""
    targets: "tuple[ChangedTarget, ...]"
    """The targets and baselines of indicators that are others than before."""

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every date that is another than the baseline's."""
        return (*self.moved, *self.dated, *self.undated)


class SlippageReport(NamedTuple):
    """`without` are the plans that have no such baseline."""

    plans: tuple[PlanLabel, ...]
    comparisons: tuple[Comparison, ...]
    without: tuple[str, ...]


def slippage(standings: Sequence[Standings], selection: Selection, then: State | None = None) -> SlippageReport:
    """The selected parts of plans, each against what it was `then`: in its newest baseline, if not told."""
    then = then or state_of_baselines(each.plan for each in standings)
    found = [(each, then.baselines.get(each.plan.id)) for each in standings]
    return SlippageReport(
        plans=plan_labels(each for each, baseline in found if baseline),
        comparisons=tuple(
            comparison(each, baseline, match(each.plan, baseline), selection) for each, baseline in found if baseline
        ),
        without=tuple(each.plan.id for each, baseline in found if not baseline),
    )


def comparison(standings: Standings, baseline: Baseline, whole: Match, selection: Selection) -> Comparison:
    """The selected parts of one plan against one baseline, which make up a `whole` match."""
    plan, scope = standings.plan, Scope(standings, selection)
    both = scope.narrowed(whole)
    dates = _dates(both, partial(newest_approval, plan, baseline, until=standings.as_of.ordinal))
    moved = tuple(move for move in dates.changed if move.variance and move.variance.is_moved)
    sides = None if scope.is_narrowed else (baseline, plan)
    changes = added(both, sides), removed(both, sides)
    return Comparison(
        plan=plan.id,
        as_of=standings.as_of.day,
        baseline=BaselineLabel.of(baseline),
        moved=moved,
        dated=tuple(move for move in dates.changed if move.now and not move.was),
        undated=tuple(move for move in dates.changed if move.was and not move.now),
        added=changes[0],
        removed=changes[1],
        reworded=tuple(reworded(both, sides)),
        totals=_totals(dates.compared, moved, *changes),
        leads=tuple(leads_changed(both)),
        targets=_targets(plan, baseline, selection),
    )


def _targets(plan: Plan, baseline: Baseline, selection: Selection) -> "tuple[ChangedTarget, ...]":
    if not (plan.indicators or baseline.indicators):
        return ()
    from genderplan.reports.slippage.targets import changed_targets

    return tuple(changed_targets(plan, baseline, selection))


class _Dates(NamedTuple):
    """The dates of what both sides have: how many both sides have, and those that are not the same on both."""

    compared: int
    changed: Sequence[Move]


def _dates(both: Match, approval: Callable[[Commitment], Approval | None]) -> _Dates:
    """Entries' own dates first, then milestones'."""
    compared, changed = 0, []
    for then, now in both.items:
        if then.row is now.row:
            compared += len(now.agreed)
            continue
        was, is_now = as_one_promise(then.agreed, now.agreed)
        compared += len(was.keys() & is_now.keys())
        for field in AGREED_FIELDS if was != is_now else ():
            before, after = was.get(field), is_now.get(field)
            if before != after:
                fields = {"due", "end"} if field == "due" and "end" not in is_now else {field}
                approved = approval(commitment(now, fields, after, before)) if before and now.revisions else None
                changed.append(move_of(now, field, before, after, approved))
    return _Dates(compared, changed)


def move_of(item: Item, field: str, was: PlanDate | None, now: PlanDate | None, approved: Approval | None) -> Move:
    """What became of one date of an item."""
    late = difference(was, now)
    return Move(
        id=item.id,
        entry=item.entry.id,
        field=field,
        title=item.title,
        leads=item.leads,
        objective=item.entry.objective,
        was=was,
        now=now,
        variance_months=late.months if late else None,
        variance_days=late.days if late else None,
        approved=approved,
    )


def _totals(compared: int, moved: Sequence[Move], added: Changes, removed: Changes) -> Totals:
    found = [each for move in moved if (each := move.variance)]
    months = [each.months for each in found]
    later = sum(each.is_late for each in found)
    return Totals(
        compared=compared,
        moved=len(moved),
        later=later,
        earlier=len(moved) - later,
        unmoved=compared - len(moved),
        added_entries=len(added.entries),
        added_milestones=len(added.milestones),
        removed_entries=len(removed.entries),
        removed_milestones=len(removed.milestones),
        net_months=sum(months),
        worst_months=max((0, *months)),
        net=net(found),
        worst=worst(found),
    )
