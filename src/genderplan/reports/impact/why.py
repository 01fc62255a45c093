"""`impact ID --why`: what a milestone waits for, back along what drives it, each with its own slip."""

from collections.abc import Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit
from genderplan.dates.variance import Variance, difference
from genderplan.network.floats import ChainMilestone, Dates, Link, Timing, network
from genderplan.plan.plans import Baseline
from genderplan.plan.waiting import Room, side_by_side
from genderplan.reports.impact.result import agreed, dates_of_then, placed
from genderplan.reports.slippage.result import BaselineLabel
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.standings import Standing, Standings, Status


class WhyStep(NamedTuple):
    """One milestone of the way back. `lag` and the rooms are those between it and the next, which it waits for.

    The rooms are in the `unit` of the dates between which they are: then, on those of the baseline, and now.
    """

    id: str
    """The full id: plan/entry#milestone."""
    entry: str
    """The entry's id in its plan."""
    title: str
    """The title, in the words of the document."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; a milestone's own, else its entry's."""
    objective: str | None
    """The id of its objective."""
    status: Status
    """Where it stands on the status date."""
    was: PlanDate | None
    """Its date in the baseline; null where it has none there."""
    now: PlanDate | None
    """Its own date: done, else forecast, else due."""
    variance_months: int | None
    """Months from the one date's last day to the other's; positive is late."""
    variance_days: int | None
    """Days from the one date's last day to the other's; positive is late."""
    lag: Length | None
    """The time that must pass after what it waits for."""
    room_before: int | None
    """What was left between the two, less the lag; null where that is not known."""
    room_after: int | None
    """What is left between it and the next, which it waits for, less the lag."""
    unit: Unit | None
    """What the room is counted in: days where the dates between which it is are days, else months; null for none."""

    @property
    def variance(self) -> Variance | None:
        """The move, with the unit in which it is judged."""
        return difference(self.was, self.now)


class Why(NamedTuple):
    """Why a milestone is where it is: `steps` begin with it and go back to what waits for nothing.

    `begins` is the id of the furthest back whose move accounts for what followed: each dated one from there on moved
    later, and left the next no more room than before. None where nothing that moved accounts for it. `unit` is days
    where every room on the way is in days.
    """

    plan: str
    """The plan's id."""
    id: str
    """The full id: plan/entry#milestone."""
    baseline: BaselineLabel | None
    """The baseline that is held against; null where there is none."""
    unit: Unit
    """What all rooms on the way are counted in: months where any is in months; each step has its own."""
    begins: str | None
    """The full id of the milestone furthest back that moved later; null where none did."""
    steps: tuple[WhyStep, ...]
    """The milestone, then each time what drives the one before: what leaves it the least room."""


class WhyReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    why: Why


def why(standings: Standings, asked: Standing, baseline: Baseline | None) -> WhyReport:
    """What drives a milestone, back to the beginning: each time what leaves it the least room now.

    Raises UsageError where it waits in a circle or is cancelled.
    """
    whole = network(standings)
    number = placed(whole, asked)
    pairs = agreed(whole, baseline, standings) if baseline else (None,) * len(whole.milestones)
    was = dates_of_then(whole, pairs)
    before = tuple(now and (then or now) for then, now in zip(was, whole.finishes, strict=True))
    then, now = Timing(whole, before), Timing(whole, whole.finishes)
    chain = now.chain(number)
    steps = tuple(_step(then, now, was, above, step) for above, step in zip((None, *chain), chain, strict=False))
    begins = _beginning(steps)
    label = BaselineLabel.of(baseline) if baseline else None
    units = {step.unit for step in steps if step.unit} or {now.units[number] or Unit.MONTHS}
    unit = Unit.DAYS if units == {Unit.DAYS} else Unit.MONTHS
    found = Why(standings.plan.id, asked.item.id, label, unit, begins, steps[::-1])
    return WhyReport(plan_labels([standings]), found)


def _beginning(steps: Sequence[WhyStep]) -> str | None:
    """Where the last part of the way begins on which each that moved pushed the next, also through what is undated."""
    beginning = None
    for step, after in zip(reversed(steps), (None, *reversed(steps)), strict=False):
        is_late = step.variance is not None and step.variance.is_late
        is_cause = after is None or _is_passed_on(after)
        if is_late and is_cause:
            beginning = step.id
        elif after is not None and (step.now or not is_cause):
            break
    return beginning


def _is_passed_on(after: WhyStep) -> bool:
    """Whether what a milestone waits for left it no more room than before."""
    return after.room_before is None or after.room_after is None or after.room_after <= after.room_before


def _step(then: Timing, now: Timing, was: Dates, above: ChainMilestone | None, step: ChainMilestone) -> WhyStep:
    milestone, date = then.network.milestones[step.number], now.dates[step.number]
    item = milestone.item
    before = was[step.number]
    moved = difference(before, date)
    room_before, room_after = _rooms(then, now, above, step) if any(was) else (None, step.room)
    return WhyStep(
        id=item.id,
        entry=item.entry.id,
        title=item.title,
        leads=item.leads,
        objective=item.entry.objective,
        status=milestone.status,
        was=before,
        now=date,
        variance_months=moved.months if moved else None,
        variance_days=moved.days if moved else None,
        lag=step.lag,
        room_before=room_before.amount if room_before else None,
        room_after=room_after.amount if room_after else None,
        unit=room_after.unit if room_after else None,
    )


def _rooms(
    then: Timing, now: Timing, above: ChainMilestone | None, step: ChainMilestone
) -> tuple[Room | None, Room | None]:
    """Before and now, between a milestone and the one above it, which it waits for."""
    if above is None:
        return None, None
    link = Link(above.number, step.lag)
    before, after = (each.gap(step.number, link, each.reached[link.other]) for each in (then, now))
    rooms = side_by_side(before, after) if before and after else None
    return rooms or (None, step.room)
