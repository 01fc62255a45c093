"""`impact`: what the slips that happened, or one that is supposed, do to everything that waits for them.

A slip that happened is a milestone whose finish is later than its date in what the plan is held against.
"""

from collections.abc import Iterable, Iterator, Sequence

from genderplan.dates.forms import PlanDate
from genderplan.dates.units import unit_of
from genderplan.dates.variance import difference, variance
from genderplan.errors import UsageError
from genderplan.network.floats import Dates, Network, network
from genderplan.network.pushed import Effect, Spread
from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.lookup import Found, Occasion
from genderplan.plan.plans import Baseline
from genderplan.plan.states import State
from genderplan.reports.impact.critical import last_item
from genderplan.reports.impact.records import AffectedRecord, End, Impact, ImpactReport, Landing, Slip
from genderplan.reports.slippage.result import BaselineLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.standings import Standing, Standings, Status


def impact(standings: Sequence[Standings], then: State, asked: Standing | None = None) -> ImpactReport:
    """The slips that happened since what the plans were `then`: all, or that of one milestone.

    Raises UsageError where the one asked about waits in a circle or is cancelled.
    """
    found = [(each, then.baselines.get(each.plan.id)) for each in standings]
    return ImpactReport(
        plans=plan_labels(each for each, baseline in found if baseline),
        impacts=tuple(_happened(each, baseline, asked) for each, baseline in found if baseline),
        without=tuple(each.plan.id for each, baseline in found if not baseline),
    )


def supposed(standings: Standings, asked: Standing, to: PlanDate) -> ImpactReport:
    """What it would do if a milestone's date were another.

    Raises UsageError where it waits in a circle, is complete or cancelled, or has no date to move from.
    """
    whole = network(standings)
    number = placed(whole, asked)
    if asked.status is Status.COMPLETE:
        raise UsageError(f"{asked.item.id} is complete: it can slip no more")
    if asked.finish is None:
        raise UsageError(f"{asked.item.id} has no date that it could move from")
    after = tuple(to if each == number else date for each, date in enumerate(whole.finishes))
    spread = Spread(whole, whole.finishes, after, frozenset((number,)))
    found = _impact(standings, spread, None, asked)
    return ImpactReport(plan_labels([standings]), (found,), ())


def milestone_standing(standings: Sequence[Standings], found: Found, name: str) -> tuple[Standings, Standing]:
    """Where a milestone that a name means stands, and its plan. Raises UsageError where it is something else."""
    found = found.item if isinstance(found, Occasion) else found
    if isinstance(found, Item) and found.milestone:
        own = next(each for each in standings if each.plan.id == found.entry.plan)
        return own, own.of_milestone(found)
    known = [each.id_in_plan for each in milestone_items([found.entry])] if isinstance(found, Item) else []
    raise UsageError(f"'{name}' is no milestone" + (f": name one of {', '.join(known)}" if known else ""))


def placed(whole: Network, asked: Standing) -> int:
    """The number of a milestone in its network. Raises UsageError where it has none."""
    name = asked.item.id
    if asked.status is Status.CANCELLED:
        raise UsageError(f"{name} is cancelled: nothing waits for it")
    if name not in whole.numbers:
        raise UsageError(f"{name} waits in a circle: nothing can be worked out for it ('genderplan validate')")
    return whole.numbers[name]


def agreed(whole: Network, baseline: Baseline, standings: Standings) -> tuple[Item | None, ...]:
    """What each milestone of a network was in a baseline."""
    pairing = Pairing(standings.plan, baseline)
    return tuple(pairing.item(each.item) for each in whole.milestones)


def dates_of_then(whole: Network, pairs: Sequence[Item | None]) -> tuple[PlanDate | None, ...]:
    """When each was due then; of what comes again the time that is judged now."""
    numbers = (each.number for each in whole.milestones)
    return tuple(then.occurrence(number) if then else None for then, number in zip(pairs, numbers, strict=True))


def _happened(standings: Standings, baseline: Baseline, asked: Standing | None) -> Impact:
    whole = network(standings)
    pairs = agreed(whole, baseline, standings)
    before = dates_of_then(whole, pairs)
    moved = frozenset(_moved_later(before, whole.finishes))
    sources = moved if asked is None else moved.intersection((placed(whole, asked),))
    found = _impact(standings, Spread(whole, before, whole.finishes, sources), pairs, asked)
    dated = [bool(then and now) for then, now in zip(before, whole.finishes, strict=True)]
    return found._replace(
        baseline=BaselineLabel.of(baseline),
        compared=sum(dated) if asked is None else int(dated[placed(whole, asked)]),
    )


def _moved_later(before: Dates, after: Dates) -> Iterator[int]:
    for number, (then, now) in enumerate(zip(before, after, strict=True)):
        if then and now and variance(then, now).is_late:
            yield number


def _impact(
    standings: Standings, spread: Spread, pairs: Sequence[Item | None] | None, asked: Standing | None
) -> Impact:
    """What a spread comes to; without `pairs`, of a plan with itself, no dependency is new."""
    under: dict[int, list[AffectedRecord]] = {source: [] for source in sorted(spread.sources)}
    for number, head in spread.heads.items():
        under[head].append(_affected(spread, pairs, number))
    slips = [
        _slip(spread, source, was, now, found)
        for source, found in under.items()
        if (was := spread.before[source]) and (now := spread.after[source])
    ]
    return Impact(
        plan=standings.plan.id,
        as_of=standings.as_of.day,
        asked=asked.item.id if asked else None,
        supposed=pairs is None,
        baseline=None,
        slips=tuple(sorted(slips, key=_worst_slip)),
        last=_last(spread),
        end=_end(standings, spread),
        circular=tuple(each.item.id for each in spread.whole.circular),
        compared=len(spread.sources),
    )


def _slip(spread: Spread, number: int, was: PlanDate, now: PlanDate, affected: Iterable[AffectedRecord]) -> Slip:
    milestone, moved = spread.whole.milestones[number], variance(was, now)
    item = milestone.item
    return Slip(
        id=item.id,
        entry=item.entry.id,
        title=item.title,
        leads=item.leads,
        objective=item.entry.objective,
        status=milestone.status,
        was=was,
        now=now,
        variance_months=moved.months,
        variance_days=moved.days,
        unit=unit_of((was, now)),
        affected=tuple(sorted(affected, key=_worst_affected)),
    )


_EFFECTS = tuple(Effect)


def _worst_affected(record: AffectedRecord) -> tuple[int, int]:
    shrunk = record.effect in {Effect.IMPOSSIBLE, Effect.SQUEEZED}
    room = record.unit.in_days(record.room_after or 0) if record.unit and shrunk else 0
    return _EFFECTS.index(record.effect), room


def _worst_slip(slip: Slip) -> tuple[tuple[int, ...], int, int]:
    """Most impossible first, then most squeezed, then what else waits; of equals what moved most."""
    found = [record.effect for record in slip.affected]
    size, days = slip.variance.size
    return tuple(-found.count(effect) for effect in _EFFECTS), -size, -days


def _affected(spread: Spread, pairs: Sequence[Item | None] | None, number: int) -> AffectedRecord:
    milestone, hold, earliest = spread.whole.milestones[number], spread.holds[number], spread.earliest[number]
    item = milestone.item
    was, now = spread.before[number], spread.after[number]
    moved = difference(was, now)
    is_pushed = earliest != spread.now.bounds[number]
    pushed = max(earliest.dates, key=lambda date: date.first, default=None)
    return AffectedRecord(
        id=item.id,
        entry=item.entry.id,
        title=item.title,
        leads=item.leads,
        objective=item.entry.objective,
        status=milestone.status,
        was=was,
        now=now,
        variance_months=moved.months if moved else None,
        variance_days=moved.days if moved else None,
        effect=hold.effect,
        waits_for=spread.whole.milestones[hold.link.other].item.id,
        lag=hold.link.lag,
        is_new=pairs is not None and not _waited(pairs[number], pairs[hold.link.other]),
        room_before=hold.before.amount if hold.before else None,
        room_after=hold.after.amount if hold.after else None,
        unit=hold.after.unit if hold.after else None,
        earliest=pushed if is_pushed else now,
        landing=spread.landings[number],
    )


def _waited(waiting: Item | None, waited_for: Item | None) -> bool:
    """Whether the one waited for the other in a baseline."""
    if waiting is None or waited_for is None:
        return False
    return any((each.entry, each.milestone) == waited_for.key for each in waiting.depends_on)


def _last(spread: Spread) -> Landing | None:
    landings = [
        (lands.last, number, now, lands)
        for number in spread.below
        if (now := spread.after[number]) and (lands := spread.landings[number])
    ]
    if not landings:
        return None
    _, number, now, lands = max(landings)
    chain = spread.chain(number) if lands != now else ()
    ids = tuple(spread.whole.milestones[each].item.id for each in chain)
    return Landing(spread.whole.milestones[number].item.id, now, lands, ids)


def _end(standings: Standings, spread: Spread) -> End:
    """The plan's last date; a supposed slip counts on the other side only."""
    last = last_item(standings)
    numbers = spread.whole.numbers
    landings = [
        spread.landings[numbers[each.item.id]] if each.item.id in numbers else each.finish
        for each in standings.items
        if each.status is not Status.CANCELLED
    ]
    return End(
        now=last.finish if last else None,
        landing=max((date for date in landings if date), key=lambda date: date.last, default=None),
        period=standings.plan.end,
    )
