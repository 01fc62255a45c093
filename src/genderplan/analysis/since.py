"""`status --since`: what changed between two states of a plan: what a board that met then has not seen yet."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.analysis.recording import item_record, plan_label
from genderplan.analysis.records import MilestoneRecord, PlanLabel
from genderplan.analysis.selection import Selection
from genderplan.analysis.slippage import BaselineLabel, Comparison, slippage
from genderplan.analysis.standing import Item, Standings, Status
from genderplan.plan.pairing import Pairing
from genderplan.plan.whole import Baseline


class Before(NamedTuple):
    """A plan as it was, judged on the day that it was then; `baseline` is the same for a comparison."""

    standings: Standings
    baseline: Baseline


class Since(NamedTuple):
    """One plan now and then.

    `completed`, `cancelled` and `newly_overdue` are what has come to be so; `comparison` has the agreed dates that
    moved, what was added, removed and reworded.
    """

    plan: str
    since: BaselineLabel
    completed: tuple[MilestoneRecord, ...]
    cancelled: tuple[MilestoneRecord, ...]
    newly_overdue: tuple[MilestoneRecord, ...]
    comparison: Comparison


class SinceReport(NamedTuple):
    """`without` are the plans that were not there then."""

    plans: tuple[PlanLabel, ...]
    since: tuple[Since, ...]
    without: tuple[str, ...]


def since(standings: Sequence[Standings], selection: Selection, before: dict[str, Before]) -> SinceReport:
    """What changed in the selected parts of plans since an earlier state of each."""
    found = [(each, before[each.plan.id]) for each in standings if each.plan.id in before]
    return SinceReport(
        plans=tuple(plan_label(now.plan, now.as_of) for now, _ in found),
        since=tuple(_since(now, then, selection) for now, then in found),
        without=tuple(each.plan.id for each in standings if each.plan.id not in before),
    )


def _since(now: Standings, then: Before, selection: Selection) -> Since:
    comparison = slippage([now], selection, lambda _: then.baseline).comparisons[0]
    changed = tuple(_changed(now, then, selection))

    def come_to_be(status: Status) -> tuple[MilestoneRecord, ...]:
        return tuple(item_record(item) for item in changed if item.standing.status is status)

    return Since(
        plan=now.plan.id,
        since=comparison.baseline,
        completed=come_to_be(Status.COMPLETE),
        cancelled=come_to_be(Status.CANCELLED),
        newly_overdue=come_to_be(Status.OVERDUE),
        comparison=comparison,
    )


def _changed(now: Standings, then: Before, selection: Selection) -> Iterator[Item]:
    """The selected items that have another status than they had, or were not there."""
    pairing = Pairing(now.plan, then.baseline)
    earlier = {item.id: item.standing.status for item in then.standings.items}
    for item in selection.items(now):
        if earlier.get(_id_then(item, pairing)) is not item.standing.status:
            yield item


def _id_then(item: Item, pairing: Pairing) -> str:
    """The full id that an item had, "" where it was not there."""
    if item.milestone is None:
        entry = pairing.entry(item.entry)
        return entry.full_id() if entry else ""
    placed = pairing.milestone(item.entry, item.milestone)
    return placed[0].full_id(placed[1]) if placed else ""
