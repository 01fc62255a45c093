"""Sentences of `report`: where a plan stands, and what is told under the title of an action or a project."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.page.words import (
    counted,
    cycle_in_words,
    date_in_words,
    items_in_words,
    length_in_words,
    listed,
    name_of,
    one_line,
    reason_in_words,
    sentence,
    shift_in_words,
    variance_in_words,
)
from genderplan.past.explanations import ExplanationRecord
from genderplan.reports.report.result import PlanReport, ReportedEntry
from genderplan.reports.slippage.result import Comparison, Move
from genderplan.reports.slippage.words import Reasons, in_short
from genderplan.reports.status.result import PlanStatus, PlanWindow
from genderplan.reports.status.since.words import reasons_in_words
from genderplan.reports.status.words import slipped_in_words, told_progress
from genderplan.standing.records.items import EntryRecord, MilestoneRecord
from genderplan.standing.standings import Counts, Status

_ARROW = "→"
_MOST_MOVES = 3
"""How many moves of an action's milestones are told one by one."""


class Told(NamedTuple):
    """What is told of entries beside their records, by their ids: moves and reasons, what leads say, titles, names."""

    moves: Mapping[str, Sequence[Move]]
    reasons: Reasons
    statements: Mapping[str, str]
    indicators: Mapping[str, str]
    names: Mapping[str, str]


def told_of(report: PlanReport, statements: Mapping[str, str], names: Mapping[str, str]) -> Told:
    """What is told of a plan's entries."""
    moves: dict[str, list[Move]] = {}
    all_moves = report.comparison.moves if report.comparison else report.moves
    for move in all_moves:
        moves.setdefault(move.entry, []).append(move)
    reasons = reasons_in_words(report.reasons, all_moves, names)
    titles = {each.indicator: each.title for each in report.indicators}
    return Told(moves, reasons, statements, titles, names)


def summary(report: PlanReport, window: PlanWindow) -> Iterator[str]:
    """Where the plan stands, a sentence each: what is done, overdue, slipped, on its way and due next."""
    plan = report.status
    yield _complete(plan)
    if not any(plan.counts.entries.values()):
        return
    yield _overdue(plan)
    yield _slipped(report, window)
    if told := told_progress(plan, window):
        yield told
    soon = length_in_words(window.due_soon)
    yield f"{_items(plan.due) if plan.due else f'{_nothing(plan)} is'} due within {soon}."


def _nothing(plan: PlanStatus) -> str:
    """What comes again is overdue by its earliest time, and may be due once more."""
    return "Nothing else" if plan.overdue else "Nothing"


def _items(records: Sequence[MilestoneRecord]) -> str:
    """`6 milestones of 5 actions are`, `1 milestone and 1 own date, of 1 action, are`."""
    words = items_in_words(records)
    told = f"{words}," if words[0].isdecimal() else f"{len(records):,} {words}"
    return f"{told} {'is' if len(records) == 1 else 'are'}"


def _complete(plan: PlanStatus) -> str:
    """`Complete: 2 of 17 actions, none of 19 projects and 5 of 90 milestones.`"""
    projects = plan.projects.counts.entries
    actions = {status: number - projects[status] for status, number in plan.counts.entries.items()}
    sets: Sequence[tuple[Counts, str]] = (
        (actions, "action"),
        (projects, "project"),
        (plan.counts.milestones, "milestone"),
    )
    told = [_done(counts, noun) for counts, noun in sets if any(counts.values())]
    if not told:
        return "The plan has no action and no project."
    cancelled = plan.counts.entries[Status.CANCELLED]
    gone = f"; cancelled: {counted(cancelled, 'entry')}" if cancelled else ""
    return f"Complete: {listed(told)}{gone}."


def _done(counts: Counts, noun: str) -> str:
    return f"{counts[Status.COMPLETE] or 'none'} of {counted(sum(counts.values()), noun)}"


def _overdue(plan: PlanStatus) -> str:
    """`6 milestones of 5 actions are overdue, the longest since Sep 2003 (34 days).`"""
    if not plan.overdue:
        return "Nothing is overdue."
    first = plan.overdue[0]
    since = f"since {date_in_words(first.awaited)} ({counted(first.days_overdue or 0, 'day')})"
    longest = since if len(plan.overdue) == 1 else f"the longest {since}"
    return f"{_items(plan.overdue)} overdue, {longest}."


def _slipped(report: PlanReport, window: PlanWindow) -> str:
    """`Later than was agreed in baseline draft-1: 9 of 37 dates of milestones, the most by 2 months.`"""
    plan = report.status
    if plan.baseline is None:
        told = f"the plan's own files tell of {counted(len(report.moves), 'date')} that moved"
        return f"No baseline was taken{f'; {told}' if report.moves else ', so nothing tells what slipped'}."
    most = f", the most by {variance_in_words(plan.slipped[0].variance).lstrip('+')}" if plan.slipped else ""
    return f"Later than was agreed in baseline {plan.baseline}: {slipped_in_words(window)}{most}."


def changes_in_short(comparison: Comparison) -> str:
    """How many dates moved since the baseline, and how much was added and removed."""
    totals = comparison.totals
    counts = (
        (totals.added_entries, "entry", "added"),
        (totals.added_milestones, "milestone", "added"),
        (totals.removed_entries, "entry", "removed"),
        (totals.removed_milestones, "milestone", "removed"),
    )
    told = [f"{counted(number, noun)} {how}" for number, noun, how in counts if number]
    return " ".join((in_short(totals), *([f"{sentence(listed(told))}."] if told else [])))


def notes_of(reported: ReportedEntry, told: Told) -> Iterator[str]:
    """What stands under the title of an action or a project, a line each."""
    entry = reported.entry
    yield from _ends(entry, told)
    yield from (f"success: {one_line(each)}" for each in entry.success)
    if entry.indicators:
        titles = (one_line(told.indicators.get(each, each)) for each in entry.indicators)
        yield f"measured by: {'; '.join(titles)}"
    yield from _latest(entry, told)
    yield from _moves(entry, told)
    if entry.requested:
        to, _, by, reason = entry.requested
        asked = f" by {name_of(by, told.names)}" if by else ""
        yield f"asked for{asked}: {date_in_words(to)}, as {one_line(reason or 'no reason given')}"
    if reported.next_milestone:
        coming = reported.next_milestone
        late = " (overdue)" if coming.status is Status.OVERDUE else ""
        yield f"next milestone: {one_line(coming.title)}, {date_in_words(coming.due)}{late}"


def _ends(entry: EntryRecord, told: Told) -> Iterator[str]:
    """That it was done or cancelled, what it is, and why it has no date."""
    if entry.cancelled:
        yield f"cancelled: {reason_in_words(ExplanationRecord(*entry.cancelled, None), told.names)}"
    if entry.completed and entry.status is Status.COMPLETE:
        yield f"completed {date_in_words(entry.completed)}"
    if entry.every:
        yield cycle_in_words(entry.every, entry.due, entry.until)
    if entry.due_note:
        yield f"no date yet: {one_line(entry.due_note)}"


def _latest(entry: EntryRecord, told: Told) -> Iterator[str]:
    """What the lead judges, the newest update and the next step that it names."""
    if said := told.statements.get(entry.entry):
        yield said
    if entry.latest:
        when = f", {date_in_words(entry.latest.date)}" if entry.latest.date else ""
        by = f" ({name_of(entry.latest.by, told.names)})" if entry.latest.by else ""
        yield f"latest{when}: {one_line(entry.latest.text)}{by}"
        if entry.latest.next:
            yield f"next step: {one_line(entry.latest.next)}"


def _moves(entry: EntryRecord, told: Told) -> Iterator[str]:
    """Which dates moved since the baseline, or by the files, and why, the most late first; of many the rest counted."""
    moves = sorted(told.moves.get(entry.entry, ()), key=_lateness, reverse=True)
    for each in moves[:_MOST_MOVES]:
        what = "" if "#" not in each.id else f" {one_line(each.title)},"
        change = f" ({variance_in_words(each.variance)})" if each.variance else ""
        why = "; ".join(told.reasons.get((each.id, each.field), ()))
        reason = f": {why}" if why else ": no reason given"
        yield f"moved:{what} {shift_in_words(each.was, each.now, _ARROW)}{change}{reason}"
    if len(moves) > _MOST_MOVES:
        yield f"moved: {counted(len(moves) - _MOST_MOVES, 'more date')}"


def _lateness(move: Move) -> tuple[int, int]:
    """A date that was given, or taken away, is beside one that stays where it was."""
    return move.variance.size if move.variance else (0, 0)
