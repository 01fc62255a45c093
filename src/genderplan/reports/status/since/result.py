"""`status --since`: what changed between two states of a plan: what a board that met then has not seen yet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple, TypeVar

from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.lazy import LazySequence
from genderplan.plan.comparison.matching import match
from genderplan.plan.comparison.pairing import Pairing
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.plans import Baseline, Plan
from genderplan.plan.states import State
from genderplan.reports.slippage.result import BaselineLabel, Comparison, comparison
from genderplan.reports.status.keys import KeyChange, keys_changed
from genderplan.reports.status.since.narrowing import ComparedPlans, Turns, changed_entries, has_turned, turns
from genderplan.reports.status.since.news import Earlier, MoveReasons, UpdateNews, reasons, updates
from genderplan.reports.status.since.times import StatusChange, times_changed
from genderplan.standing.cycles import refuse_too_many
from genderplan.standing.rag import CLOSED
from genderplan.standing.records.items import MilestoneRecord, PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import AsOf, EntryStanding, Standing, Standings, Status

Row = TypeVar("Row", EntryRow, MilestoneRow)


class Since(NamedTuple):
    """One plan now and then.

    `completed`, `cancelled` and `newly_overdue` are what has come to be so: None where it cannot be known, as nothing
    says of which day the plan is that it is held against. `comparison` has the agreed dates that moved, what was added,
    removed and reworded, and `reasons` why those moved that have a revision since. `updates` is what was reported
    since, None where it cannot be known.
    """

    plan: str
    """The id of the plan."""
    since: BaselineLabel
    """The state that the plan is held against."""
    completed: Sequence[MilestoneRecord] | None
    """What has been completed since, of what comes again each time by itself; null where nothing says since when."""
    cancelled: Sequence[MilestoneRecord] | None
    """What has been cancelled, or of what comes again left out, since; null where nothing says since when."""
    newly_overdue: Sequence[MilestoneRecord] | None
    """What has become overdue since, of what comes again each time; null where nothing says since when."""
    comparison: Comparison
    """The agreed dates that moved, and what was added, removed and reworded."""
    reasons: tuple[MoveReasons, ...]
    """Why dates moved, for those that have a revision since."""
    updates: tuple[UpdateNews, ...] | None
    """What was reported since, the oldest first; null where nothing says since when."""

    other_keys: tuple[KeyChange, ...] | None
    """What else is said otherwise, key by key; null where the earlier state is a baseline: it keeps promises alone."""

    told_by: str
    """What tells how the plan was: files, of a commit or a folder; baseline; or dates, those in its own files now."""


class SinceReport(NamedTuple):
    """`without` are the plans that were not there then."""

    plans: tuple[PlanLabel, ...]
    since: tuple[Since, ...]
    without: tuple[str, ...]


def since(standings: Sequence[Standings], selection: Selection, then: State) -> SinceReport:
    """What changed in the selected parts of plans since an earlier state of them."""
    found = [(each, then.baselines[each.plan.id]) for each in standings if each.plan.id in then.baselines]
    return SinceReport(
        plans=plan_labels(now for now, _ in found),
        since=tuple(_since(now, then, baseline, selection) for now, baseline in found),
        without=tuple(each.plan.id for each in standings if each.plan.id not in then.baselines),
    )


_NO_TURNS = Turns()


class _Compared(NamedTuple):
    """What is compared of one plan: without the entries that can tell of nothing, with what these have of dates.

    `changed` are the items that have come to be something else; None where nothing says of which day the other side is.
    """

    now: Standings
    then: State
    baseline: Baseline
    changed: Sequence[StatusChange] | None
    left_out: int = 0


def _compared(now: Standings, then: State, baseline: Baseline, selection: Selection) -> _Compared:
    was = _standings_of_then(now.plan, then, baseline)
    if was is None:
        return _Compared(now, then, baseline, None)
    whole = ComparedPlans(now, was)
    if now.plan.id not in then.plans or selection.is_narrowed or was.as_of.ordinal > now.as_of.ordinal:
        return _Compared(now, then, baseline, _changed(whole, Pairing(now.plan, baseline), selection))
    others = changed_entries(whole)
    same = [each for each in now.plan.entries if each.id not in others]
    turned = turns(same, was.as_of.ordinal, now.as_of.ordinal)
    sides = ComparedPlans(now.part(others | turned.recurring | turned.entries), was.part(others | turned.recurring))
    kept = sides.part(others)
    rest = replace(baseline, entries=kept.was.plan.entries)
    changed = _changed(sides, Pairing(kept.now.plan, rest), selection, turned)
    return _Compared(kept.now, then._replace(baselines={now.plan.id: rest}), rest, changed, turned.dates)


def _since(standings: Standings, state: State, whole: Baseline, selection: Selection) -> Since:
    now, then, baseline, changed, left_out = _compared(standings, state, whole, selection)
    both, earlier = match(now.plan, baseline), Earlier(now.plan.id in then.plans, baseline.taken)
    found = _with_more_compared(comparison(now, baseline, both, selection), left_out)
    moved = {(move.id, move.field) for move in (*found.moved, *found.dated, *found.undated)}

    def come_to_be(status: Status) -> Sequence[MilestoneRecord] | None:
        if changed is None:
            return None
        return LazySequence([each for each in changed if each.status is status], attrgetter("record"))

    return Since(
        plan=now.plan.id,
        since=found.baseline,
        completed=come_to_be(Status.COMPLETE),
        cancelled=come_to_be(Status.CANCELLED),
        newly_overdue=come_to_be(Status.OVERDUE),
        comparison=found,
        reasons=tuple(each for each in reasons(both, earlier) if (each.id, each.field) in moved),
        updates=updates(both, now, selection, earlier),
        other_keys=tuple(keys_changed(both, now, selection)) if earlier.keeps_progress else None,
        told_by="dates" if now.plan.id in then.dated else "files" if earlier.keeps_progress else "baseline",
    )


def _with_more_compared(found: Comparison, dates: int) -> Comparison:
    """A comparison with so many agreed dates more that did not move."""
    totals = found.totals
    totals = totals._replace(compared=totals.compared + dates, unmoved=totals.unmoved + dates)
    return found._replace(totals=totals)


def _standings_of_then(now: Plan, then: State, baseline: Baseline) -> Standings | None:
    """Where a plan stood, judged on the day that it was then; None where it is not known when that was.

    A baseline keeps no progress: what is done and cancelled is taken from the plan as it is, and judged on the day on
    which the baseline was taken.
    Held against no baseline: what is compared is what was done and overdue, not by how much it was late.
    """
    plan = then.plans.get(now.id)
    if plan is None:
        day, origin, plan = baseline.taken, "option", with_progress(now, baseline)
    else:
        own = None if now.id in then.dated else plan.status_date
        day, origin = own or then.day or baseline.taken, "plan" if own else "option"
    return Standings(replace(plan, baselines=()), AsOf(day, origin)) if day else None


def with_progress(now: Plan, baseline: Baseline) -> Plan:
    """A plan as a baseline has it, with what is known now of what was done and cancelled.

    Judged on the day on which the baseline was taken, what was done later has not happened yet.
    """
    pairing = Pairing(now, baseline)
    entries = {was.id: entry for entry in now.entries if (was := pairing.entry(entry))}
    pairs = ((pairing.item(item), item.milestone) for item in milestone_items(now.entries))
    milestones = {was.key: milestone for was, milestone in pairs if was}

    def known(entry: EntryRow) -> EntryRow:
        own = tuple(
            _with_progress(milestone, milestones.get((entry.id, milestone.id))) for milestone in entry.milestones
        )
        return _with_progress(entry, entries.get(entry.id))._replace(milestones=own)

    return replace(baseline.over(now), entries=tuple(map(known, baseline.entries)))


def _with_progress(was: Row, now: Row | None) -> Row:
    if now is None:
        return was
    done = was.cycle and now.cycle and was.cycle._replace(completed=now.cycle.completed, skipped=now.cycle.skipped)
    return was._replace(completed=now.completed, cancelled=now.cancelled, cycle=done or was.cycle)


def _changed(
    sides: ComparedPlans, pairing: Pairing, selection: Selection, turned: Turns = _NO_TURNS
) -> Sequence[StatusChange]:
    """The selected items that have come to be done, cancelled or overdue, or were not there; closed entries too.

    What each was the pairing tells, of what `turned` the day alone. Of what comes again each time is told by itself.
    Raises UsageError where that is more than anybody reads.
    """
    earlier = {each.item.key: each for entry in sides.was.entries for each in _all(entry)}
    first, last = sides.was.as_of.ordinal, sides.now.as_of.ordinal
    changed: list[StatusChange] = []
    number = 0
    for entry in sides.now.entries:
        if entry.entry.id in turned.entries:
            changed += [StatusChange(each) for each in _all(entry) if has_turned(each, first, last)]
            continue
        is_same = entry.entry.id in turned.recurring
        for each in selection.passing(_all(entry), entry):
            before = each.item if is_same else pairing.item(each.item)
            was = earlier.get(before.key) if before else None
            times = list(times_changed(each, was)) if was and each.cycle else []
            changed += times
            number += len(times)
            refuse_too_many(number)
            is_new = was is None or was.status is not each.status
            if is_new and each.status in _TOLD and (not times or each.status is Status.CANCELLED):
                changed.append(StatusChange(each))
    return changed


_TOLD = CLOSED | {Status.OVERDUE}


def _all(standing: EntryStanding) -> Iterable[Standing]:
    return (*_closed(standing), *standing.items) if standing.status in CLOSED else standing.items


def _closed(standing: EntryStanding) -> Iterator[Standing]:
    """An entry that is done or cancelled itself, and not by its milestones alone, which tell of it then.

    What comes again has its times then too.
    """
    entry, status, own = standing.entry, standing.status, standing.own
    done = Item(entry).last_completed(standing.day)
    is_done = status is Status.COMPLETE and (done or not entry.milestones)
    is_off = entry.cancelled is not None and entry.cancelled.counts_on(standing.day)
    if is_done or (status is Status.CANCELLED and (is_off or not entry.milestones)):
        if own and own.cycle:
            yield own
        else:
            yield Standing(Item(entry), status, done if is_done else None, None, standing.rag, None, None)
