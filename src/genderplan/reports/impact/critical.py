"""`impact --critical`: how far each milestone may slip, and the chains that carry the plan to its end.

What is complete can slip no more and holds nothing up, so only open milestones are told.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit, unit_of
from genderplan.network.floats import ChainMilestone, Timing, is_open, network
from genderplan.plan.waiting import Bound
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.standings import Standing, Standings, Status


class FloatRecord(NamedTuple):
    """How far one open milestone may slip, in `unit`, that of its own date; negative: it is too late by so much.

    `latest` is the latest date that keeps the plan's end, `total_float` how far that is from its own; `free_float` is
    the least room to what waits for it. `chain` is the place of its network's chain in `chains`, from 1; None where it
    waits for nothing and nothing waits for it.
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
    finish: PlanDate | None
    """When it was done, else when the lead expects it, else when it is due."""
    latest: PlanDate | None
    """The latest date that lets all that waits for it keep the end of the floats."""
    unit: Unit
    """What its floats are counted in: days where its own date is a day, else months."""
    free_float: int | None
    """What it may slip before something that waits for it cannot hold its date; null for nothing dated."""
    total_float: int | None
    """What it may slip before the end of the floats is missed; negative: so much too late."""
    chain: int | None
    """The place of its network's chain, from 1; null where it stands alone."""


class ChainStep(NamedTuple):
    """One milestone of a chain. `lag` and `room` are those between it and the one before it, which it waits for.

    `unit` is that of the room: days where both dates are days.
    """

    id: str
    """The full id: plan/entry#milestone."""
    entry: str
    """The entry's id in its plan."""
    title: str
    """The title, in the words of the document."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; a milestone's own, else its entry's."""
    status: Status
    """Where it stands on the status date."""
    finish: PlanDate | None
    """When it was done, else when the lead expects it, else when it is due."""
    lag: Length | None
    """The time that must pass after what it waits for."""
    room: int | None
    """What is left between it and the one before it, less the lag; null where either is undated."""
    unit: Unit | None
    """What the room is counted in: days where the dates between which it is are days, else months; null for none."""


class Chain(NamedTuple):
    """What drives the last milestone of a network: back from it, each time through what leaves the least room.

    `finish`, `total_float` and its `unit` are those of its last milestone.
    """

    finish: PlanDate | None
    """The date of its last milestone."""
    total_float: int | None
    """That of its last milestone; those before it may have less, or more."""
    unit: Unit
    """What its total float is counted in: days where its last date is a day, else months."""
    milestones: tuple[ChainStep, ...]
    """The milestones of the chain, the first first."""


class PlanFloats(NamedTuple):
    """One plan: its milestones, the least total float first; a chain for each network, what finishes last first.

    `end` is what floats are measured to: the end of the plan's period, else its last date. `circular` wait in circles,
    so that nothing can be worked out for them.
    """

    plan: str
    """The plan's id."""
    as_of: PlanDate
    """The status date: the day on which the plan is judged."""
    end: PlanDate | None
    """What total floats are measured to; null where nothing has a date."""
    end_from: str
    """What the end of the floats is: the end of the plan's period, or its last date."""
    milestones: tuple[FloatRecord, ...]
    """The milestones that are neither complete nor cancelled, the least total float first."""
    chains: tuple[Chain, ...]
    """What drives the last milestone of each network, the network that finishes last first."""
    circular: tuple[str, ...]
    """The full ids of milestones that wait in circles, so that nothing can be worked out for them."""

    @property
    def connected(self) -> tuple[FloatRecord, ...]:
        """The milestones that wait for others, or that others wait for."""
        return tuple(record for record in self.milestones if record.chain)

    @property
    def alone(self) -> tuple[FloatRecord, ...]:
        """The milestones that wait for nothing, and that nothing waits for."""
        return tuple(record for record in self.milestones if not record.chain)


class CriticalReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    networks: tuple[PlanFloats, ...]


def critical(standings: Sequence[Standings]) -> CriticalReport:
    """The floats and chains of plans."""
    return CriticalReport(plan_labels(standings), tuple(_floats(each) for each in standings))


def last_item(standings: Standings) -> Standing | None:
    """What finishes last in a plan: a milestone or an entry's own open date, the first of those that do."""
    dated = [each for each in standings.items if each.finish and each.status is not Status.CANCELLED]
    return max(dated, key=lambda each: each.finish.last if each.finish else 0, default=None)


def _floats(standings: Standings) -> PlanFloats:
    plan, whole = standings.plan, network(standings)
    last = last_item(standings)
    end = plan.end or (last.finish if last else None)
    still_open = whole.narrowed(lambda waiting, awaited: is_open(waiting) and is_open(awaited))
    timing = Timing(still_open, whole.finishes)
    latest = timing.latest(end)
    ends = sorted(_ends(timing), reverse=True)
    chain_of = {number: place for place, (_, _, part) in enumerate(ends, 1) for number in part}
    floats = [
        _record(timing, latest[number], number, chain_of.get(number))
        for number, milestone in enumerate(whole.milestones)
        if is_open(milestone)
    ]
    return PlanFloats(
        plan=plan.id,
        as_of=standings.as_of.day,
        end=end,
        end_from="period" if plan.end else "last date",
        milestones=tuple(sorted(floats, key=_least_first)),
        chains=tuple(_chain(timing, latest[number], number) for _, number, _ in ends),
        circular=tuple(each.item.id for each in whole.circular),
    )


def _ends(timing: Timing) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Of each network that has a date: its last day, the number of its last milestone, and all its numbers."""
    for part in timing.network.parts:
        dated = [(date.last, number) for number in part if (date := timing.dates[number])]
        if len(part) > 1 and dated:
            yield (*max(dated), part)


def _record(timing: Timing, latest: Bound, number: int, chain: int | None) -> FloatRecord:
    milestone = timing.network.milestones[number]
    item = milestone.item
    last = min(latest.dates, key=lambda date: date.last, default=None)
    return FloatRecord(
        id=item.id,
        entry=item.entry.id,
        title=item.title,
        leads=item.leads,
        objective=item.entry.objective,
        status=milestone.status,
        finish=milestone.finish,
        latest=last,
        unit=timing.units[number] or unit_of((last,) if last else ()),
        free_float=timing.free_float(number),
        total_float=timing.slack(number, latest),
        chain=chain,
    )


def _least_first(record: FloatRecord) -> tuple[bool, int]:
    return record.total_float is None, record.unit.in_days(record.total_float or 0)


def _chain(timing: Timing, latest: Bound, last: int) -> Chain:
    return Chain(
        finish=timing.dates[last],
        total_float=timing.slack(last, latest),
        unit=timing.units[last] or Unit.MONTHS,
        milestones=tuple(_step(timing.network.milestones[step.number], step) for step in timing.chain(last)),
    )


def _step(milestone: Standing, step: ChainMilestone) -> ChainStep:
    item = milestone.item
    return ChainStep(
        id=item.id,
        entry=item.entry.id,
        title=item.title,
        leads=item.leads,
        status=milestone.status,
        finish=milestone.finish,
        lag=step.lag,
        room=step.room.amount if step.room else None,
        unit=step.room.unit if step.room else None,
    )
