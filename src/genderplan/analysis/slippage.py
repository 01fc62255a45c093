"""`slippage`: agreed dates against a baseline: moved, gained, lost, added, removed, reworded.

Only what was agreed is compared (`due`, `start`, `end`), never a forecast or a completion. An entry's own date that has
changed its key is one date on both sides (`as_one_promise`).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from genderplan.analysis.differences import (
    Changes,
    LeadChange,
    Rewording,
    added,
    leads_changed,
    removed,
    reworded,
)
from genderplan.analysis.recording import plan_label
from genderplan.analysis.records import PlanLabel
from genderplan.analysis.scope import Scope
from genderplan.analysis.selection import Selection
from genderplan.analysis.standing import Standings
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.model.dates import PlanDate
from genderplan.plan.approval import Approval, Commitment, newest_approval, of_entry, of_milestone
from genderplan.plan.matching import Match, match
from genderplan.plan.promises import AGREED, as_one_promise
from genderplan.plan.sums import Net, Worst, net, worst
from genderplan.plan.variance import Variance, variance
from genderplan.plan.whole import Baseline, Plan


class Move(NamedTuple):
    """One agreed date on both sides; `was` or `now` is None where it was gained or lost.

    `approved` is the newest approval of a new date since the baseline, which need not be the date of now.
    """

    id: str
    entry: str
    field: str
    title: str
    leads: tuple[str, ...]
    objective: str | None
    was: PlanDate | None
    now: PlanDate | None
    variance_months: int | None
    variance_days: int | None
    approved: Approval | None = None

    @property
    def variance(self) -> Variance | None:
        """The move, with the unit in which it is judged; None where a date was gained or lost."""
        return variance(self.was, self.now) if self.was and self.now else None


class BaselineLabel(NamedTuple):
    name: str
    title: str | None
    taken: PlanDate | None


class Totals(NamedTuple):
    """`compared` are the dates on both sides; `net_months` their sum, `worst_months` the largest, at least 0.

    Those are in months whatever the dates are; `net` and `worst` are in the unit in which each date is judged. `worst`
    is None where nothing is later.
    """

    compared: int
    moved: int
    later: int
    earlier: int
    unmoved: int
    added_entries: int
    added_milestones: int
    removed_entries: int
    removed_milestones: int
    net_months: int
    worst_months: int
    net: Net
    worst: Worst | None


class Comparison(NamedTuple):
    """One plan against one of its baselines."""

    plan: str
    as_of: PlanDate
    baseline: BaselineLabel
    moved: tuple[Move, ...]
    dated: tuple[Move, ...]
    undated: tuple[Move, ...]
    added: Changes
    removed: Changes
    reworded: tuple[Rewording, ...]
    totals: Totals
    leads: tuple[LeadChange, ...]


class SlippageReport(NamedTuple):
    """`without` are the plans that have no such baseline."""

    plans: tuple[PlanLabel, ...]
    comparisons: tuple[Comparison, ...]
    without: tuple[str, ...]


Against = Callable[[Plan], Baseline | None]
"""What a plan is held against; None where there is no such thing."""


def slippage(
    standings: Sequence[Standings], selection: Selection, against: Against = lambda plan: plan.baseline
) -> SlippageReport:
    """The selected parts of plans, each against the baseline that `against` gives for it: the newest, if not told."""
    found = [(each, against(each.plan)) for each in standings]
    return SlippageReport(
        plans=tuple(plan_label(each.plan, each.as_of) for each, baseline in found if baseline),
        comparisons=tuple(_comparison(each, baseline, selection) for each, baseline in found if baseline),
        without=tuple(each.plan.id for each, baseline in found if not baseline),
    )


def _comparison(standings: Standings, baseline: Baseline, selection: Selection) -> Comparison:
    plan, scope = standings.plan, Scope(standings, selection)
    both = scope.narrowed(match(plan, baseline))
    dates = tuple(_dates(both, partial(newest_approval, plan, baseline, until=standings.as_of.ordinal)))
    dated_twice = [move for move in dates if move.was and move.now]
    moved = tuple(move for move in dated_twice if move.variance and move.variance.is_moved)
    whole = None if scope.is_narrowed else (baseline, plan)
    changes = added(both, whole), removed(both, whole)
    return Comparison(
        plan=plan.id,
        as_of=standings.as_of.day,
        baseline=BaselineLabel(baseline.name, baseline.title, baseline.taken),
        moved=moved,
        dated=tuple(move for move in dates if move.now and not move.was),
        undated=tuple(move for move in dates if move.was and not move.now),
        added=changes[0],
        removed=changes[1],
        reworded=tuple(reworded(both, whole)),
        totals=_totals(len(dated_twice), moved, *changes),
        leads=tuple(leads_changed(both)),
    )


def _dates(both: Match, approval: Callable[[Commitment], Approval | None]) -> Iterator[Move]:
    """Every date that either side has of what both sides have: entries' own first, then milestones'."""
    for then, now in both.entries:
        was, is_now = as_one_promise(then.agreed, now.agreed)
        for field in AGREED:
            before, after = was.get(field), is_now.get(field)
            fields = {"due", "end"} if field == "due" and "end" not in is_now else {field}
            approved = approval(of_entry(now, fields, after, before)) if before and now.revisions else None
            yield from _move(now, None, field, before, after, approved)
    for (_, then_milestone), (entry, milestone) in both.milestones:
        before = then_milestone.due
        approved = approval(of_milestone(entry, milestone, before)) if before and milestone.revisions else None
        yield from _move(entry, milestone, "due", before, milestone.due, approved)


def _move(
    entry: EntryRow,
    milestone: MilestoneRow | None,
    field: str,
    was: PlanDate | None,
    now: PlanDate | None,
    approved: Approval | None,
) -> Iterator[Move]:
    if not was and not now:
        return
    late = variance(was, now) if was and now else None
    yield Move(
        id=entry.full_id(milestone),
        entry=entry.id,
        field=field,
        title=milestone.title if milestone else entry.title,
        leads=(milestone.leads if milestone else ()) or entry.leads,
        objective=entry.objective,
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
