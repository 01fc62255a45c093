"""`impact`: what the slips that happened, or one that is supposed, do to everything that waits for them.

A slip that happened is a milestone whose finish is later than its date in what the plan is held against.
"""

from collections.abc import Iterable, Iterator, Sequence

from genderplan.analysis.critical import last_item
from genderplan.analysis.network import Dates, Network, network
from genderplan.analysis.recording import plan_label
from genderplan.analysis.slippage import Against, BaselineLabel
from genderplan.analysis.slips import AffectedRecord, End, Impact, ImpactReport, Landing, Slip
from genderplan.analysis.spread import Effect, Spread
from genderplan.analysis.standing import Item, Standings, Status
from genderplan.errors import UsageError
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.model.dates import PlanDate
from genderplan.plan.lookup import Found
from genderplan.plan.pairing import Pairing, Placed
from genderplan.plan.reckoning import unit_of
from genderplan.plan.variance import variance
from genderplan.plan.whole import Baseline, Plan


def impact(standings: Sequence[Standings], against: Against, asked: Item | None = None) -> ImpactReport:
    """The slips that happened since what `against` gives for each plan: all, or that of one milestone.

    Raises UsageError where the one asked about waits in a circle or is cancelled.
    """
    found = [(each, against(each.plan)) for each in standings]
    return ImpactReport(
        plans=tuple(plan_label(each.plan, each.as_of) for each, baseline in found if baseline),
        impacts=tuple(_happened(each, baseline, asked) for each, baseline in found if baseline),
        without=tuple(each.plan.id for each, baseline in found if not baseline),
    )


def supposed(standings: Standings, asked: Item, to: PlanDate) -> ImpactReport:
    """What it would do if a milestone's date were another.

    Raises UsageError where it waits in a circle, is complete or cancelled, or has no date to move from.
    """
    whole = network(standings)
    number = placed(whole, asked)
    if asked.standing.status is Status.COMPLETE:
        raise UsageError(f"{asked.id} is complete: it can slip no more")
    if asked.standing.finish is None:
        raise UsageError(f"{asked.id} has no date that it could move from")
    after = tuple(to if each == number else date for each, date in enumerate(whole.finishes))
    spread = Spread(whole, whole.finishes, after, frozenset((number,)))
    found = _impact(standings, spread, None, asked)
    return ImpactReport((plan_label(standings.plan, standings.as_of),), (found,), ())


def milestone_item(standings: Sequence[Standings], found: Found, name: str) -> tuple[Standings, Item]:
    """Where a milestone that a name means stands, and its plan. Raises UsageError where it is something else."""
    entry, milestone = (None, None) if isinstance(found, Plan | OrganisationRow) else found
    if entry and milestone:
        own = next(each for each in standings if each.plan.id == entry.plan)
        return own, next(item for item in own.by_entry[entry.id].items if item.milestone is milestone)
    known = [f"{entry.id}#{each.id}" for each in entry.milestones] if entry else []
    raise UsageError(f"'{name}' is no milestone" + (f": name one of {', '.join(known)}" if known else ""))


def placed(whole: Network, asked: Item) -> int:
    """The number of a milestone in its network. Raises UsageError where it has none."""
    if asked.standing.status is Status.CANCELLED:
        raise UsageError(f"{asked.id} is cancelled: nothing waits for it")
    if asked.id not in whole.numbers:
        raise UsageError(f"{asked.id} waits in a circle: nothing can be worked out for it ('genderplan validate')")
    return whole.numbers[asked.id]


def agreed(whole: Network, baseline: Baseline, standings: Standings) -> tuple[Placed | None, ...]:
    """What each milestone of a network was in a baseline."""
    pairing = Pairing(standings.plan, baseline)
    return tuple(pairing.milestone(item.entry, item.milestone) if item.milestone else None for item in whole.items)


def _happened(standings: Standings, baseline: Baseline, asked: Item | None) -> Impact:
    whole = network(standings)
    pairs = agreed(whole, baseline, standings)
    before = tuple(then[1].due if then else None for then in pairs)
    moved = frozenset(_moved_later(before, whole.finishes))
    sources = moved if asked is None else moved.intersection((placed(whole, asked),))
    found = _impact(standings, Spread(whole, before, whole.finishes, sources), pairs, asked)
    dated = [bool(then and now) for then, now in zip(before, whole.finishes, strict=True)]
    return found._replace(
        baseline=BaselineLabel(baseline.name, baseline.title, baseline.taken),
        compared=sum(dated) if asked is None else int(dated[placed(whole, asked)]),
    )


def _moved_later(before: Dates, after: Dates) -> Iterator[int]:
    for number, (then, now) in enumerate(zip(before, after, strict=True)):
        if then and now and variance(then, now).is_late:
            yield number


def _impact(standings: Standings, spread: Spread, pairs: Sequence[Placed | None] | None, asked: Item | None) -> Impact:
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
        asked=asked.id if asked else None,
        supposed=pairs is None,
        baseline=None,
        slips=tuple(sorted(slips, key=_worst_slip)),
        last=_last(spread),
        end=_end(standings, spread),
        circular=tuple(item.id for item in spread.whole.circular),
        compared=len(spread.sources),
    )


def _slip(spread: Spread, number: int, was: PlanDate, now: PlanDate, affected: Iterable[AffectedRecord]) -> Slip:
    item, moved = spread.whole.items[number], variance(was, now)
    return Slip(
        id=item.id,
        entry=item.entry.id,
        title=item.title,
        leads=item.leads,
        objective=item.entry.objective,
        status=item.standing.status,
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


def _affected(spread: Spread, pairs: Sequence[Placed | None] | None, number: int) -> AffectedRecord:
    item, hold, earliest = spread.whole.items[number], spread.holds[number], spread.earliest[number]
    was, now = spread.before[number], spread.after[number]
    moved = variance(was, now) if was and now else None
    is_pushed = earliest != spread.now.bounds[number]
    pushed = max(earliest.dates, key=lambda date: date.first, default=None)
    return AffectedRecord(
        id=item.id,
        entry=item.entry.id,
        title=item.title,
        leads=item.leads,
        objective=item.entry.objective,
        status=item.standing.status,
        was=was,
        now=now,
        variance_months=moved.months if moved else None,
        variance_days=moved.days if moved else None,
        effect=hold.effect,
        waits_for=spread.whole.items[hold.link.other].id,
        lag=hold.link.lag,
        is_new=pairs is not None and not _waited(pairs[number], pairs[hold.link.other]),
        room_before=hold.before.amount if hold.before else None,
        room_after=hold.after.amount if hold.after else None,
        unit=hold.after.unit if hold.after else None,
        earliest=pushed if is_pushed else now,
        landing=spread.landings[number],
    )


def _waited(waiting: Placed | None, waited_for: Placed | None) -> bool:
    """Whether the one waited for the other in a baseline."""
    if waiting is None or waited_for is None:
        return False
    name = (waited_for[0].id, waited_for[1].id)
    return any((each.entry, each.milestone) == name for each in waiting[1].depends_on)


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
    ids = tuple(spread.whole.items[each].id for each in chain)
    return Landing(spread.whole.items[number].id, now, lands, ids)


def _end(standings: Standings, spread: Spread) -> End:
    """The plan's last date; a supposed slip counts on the other side only."""
    last = last_item(standings)
    numbers = spread.whole.numbers
    landings = [
        spread.landings[numbers[item.id]] if item.id in numbers else item.standing.finish
        for item in standings.items
        if item.standing.status is not Status.CANCELLED
    ]
    return End(
        now=last.standing.finish if last else None,
        landing=max((date for date in landings if date), key=lambda date: date.last, default=None),
        period=standings.plan.end,
    )
