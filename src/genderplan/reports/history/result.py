"""`history`: when each date of a plan changed, by which commit and by how much, and what its `revisions` say of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from genderplan.dates.forms import PlanDate, month_of
from genderplan.past.date_changes import DateChange, DateChanges, RenameHint
from genderplan.past.identities import Thread
from genderplan.plan.items import Key
from genderplan.plan.plans import Plan
from genderplan.plan.steps import CommitRow, Step
from genderplan.plan.sums import Net, Worst, net, worst
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


class MoveTotals(NamedTuple):
    """Agreed dates that moved. `explained` are those for which a revision gives the reason.

    `net` and `worst` are in the unit in which each move is judged; `worst` is None where none was to a later date.
    """

    moved: int
    """How many times an agreed date moved, commit by commit: a move that was made twice counts twice."""
    later: int
    """How many of the moves were to a later date."""
    earlier: int
    """How many of the moves were to an earlier date."""
    explained: int
    """For how many of the moves a revision gives the reason."""
    net_months: int
    """The sum of all those moves, in months; slippage has the difference of two states."""
    worst_months: int
    """The longest move in months; 0 where none was to a later date."""
    net: Net
    """The sum of all variances: those judged in months and those judged in days apart."""
    worst: Worst | None
    """The largest variance, in the unit in which it is judged; null where nothing is later."""


class MonthMoves(NamedTuple):
    """What moved in the commits of one month, in the numbers of the totals; null is what is not committed yet."""

    month: PlanDate | None
    """The month in which the commits were made; null for what is not committed yet."""
    moved: int
    """How many times an agreed date moved, commit by commit: a move that was made twice counts twice."""
    later: int
    """How many of the moves were to a later date."""
    earlier: int
    """How many of the moves were to an earlier date."""
    explained: int
    """For how many of the moves a revision gives the reason."""
    net_months: int
    """The sum of all those moves, in months; slippage has the difference of two states."""
    worst_months: int
    """The longest move in months; 0 where none was to a later date."""
    net: Net
    """The sum of all variances: those judged in months and those judged in days apart."""
    worst: Worst | None
    """The largest variance, in the unit in which it is judged; null where nothing is later."""


class LeadMoves(NamedTuple):
    """What moved of what one organisation led then; a date with several leads counts for each of them."""

    lead: str | None
    """The id of the organisation that leads them; null for what nobody leads."""
    moved: int
    """How many times an agreed date moved, commit by commit: a move that was made twice counts twice."""
    later: int
    """How many of the moves were to a later date."""
    earlier: int
    """How many of the moves were to an earlier date."""
    explained: int
    """For how many of the moves a revision gives the reason."""
    net_months: int
    """The sum of all those moves, in months; slippage has the difference of two states."""
    worst_months: int
    """The longest move in months; 0 where none was to a later date."""
    net: Net
    """The sum of all variances: those judged in months and those judged in days apart."""
    worst: Worst | None
    """The largest variance, in the unit in which it is judged; null where nothing is later."""


class ObjectiveMoves(NamedTuple):
    """What moved of what stood under one objective then."""

    objective: str | None
    """The id of the objective; null for what stood under none."""
    title: str | None
    """The objective's title; null where the plan has it no longer."""
    moved: int
    """How many times an agreed date moved, commit by commit: a move that was made twice counts twice."""
    later: int
    """How many of the moves were to a later date."""
    earlier: int
    """How many of the moves were to an earlier date."""
    explained: int
    """For how many of the moves a revision gives the reason."""
    net_months: int
    """The sum of all those moves, in months; slippage has the difference of two states."""
    worst_months: int
    """The longest move in months; 0 where none was to a later date."""
    net: Net
    """The sum of all variances: those judged in months and those judged in days apart."""
    worst: Worst | None
    """The largest variance, in the unit in which it is judged; null where nothing is later."""


class History(NamedTuple):
    """The changes of the dates of one plan, or of one thing in it, the oldest first.

    `id` and `title` are those of the thing, null for the plan. A plan's changes are without those of dates that came
    with what was added. `commits` counts those that changed entries of the plan, and `since` is the first of them.
    """

    plan: str
    """The plan's id."""
    as_of: PlanDate
    """The status date: the day on which the plan is judged."""
    id: str | None
    """The full id of the entry or milestone; null for a plan's log."""
    title: str | None
    """Its title; null for a plan's log."""
    since: CommitRow | None
    """The first commit that changed entries of the plan; null where nothing is committed."""
    commits: int
    """How many commits changed entries of the plan, without merges that only took what branches had."""
    changes: tuple[DateChange, ...]
    """The changes of dates, the oldest first."""
    totals: MoveTotals
    """The moves in numbers."""
    months: tuple[MonthMoves, ...]
    """The moves by the month of their commits, in the order of time."""
    leads: tuple[LeadMoves, ...]
    """The moves by who led then, the most months first."""
    objectives: tuple[ObjectiveMoves, ...]
    """The moves by objective, in the plan's order."""
    hints: tuple[RenameHint, ...]
    """What git takes for a renaming that no renamed_from tells of; nothing is made of it."""

    @property
    def is_summed(self) -> bool:
        """Whether its moves are told by month, lead and objective: those of a plan, where there are any."""
        return self.id is None and self.totals.moved > 0


class HistoryReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    histories: tuple[History, ...]


def plan_histories(
    standings: Sequence[Standings], selection: Selection, steps: Mapping[str, Sequence[Step]]
) -> HistoryReport:
    """What is selected of each plan: its log of moves."""
    return HistoryReport(
        plan_labels(standings), tuple(_of_plan(each, selection, steps.get(each.plan.id, ())) for each in standings)
    )


def _of_plan(standings: Standings, selection: Selection, steps: Sequence[Step]) -> History:
    found = DateChanges(standings.plan, steps)
    has = _scope(standings, selection, found)
    return _history(standings, steps, found.of(has, added=False), found.hints(has))


def thing_history(standings: Standings, key: Key, steps: Sequence[Step]) -> HistoryReport | None:
    """Of an entry with its milestones, or of one milestone, by its id or by one that it had; None where none had it.

    What went is told by the id that it had last.
    """
    found = DateChanges(standings.plan, steps)
    thread = found.threads.ever(key)
    if thread is None:
        return None
    whole = thread.last.key
    mine = {thread} | {each for name, each in found.threads.by_key.items() if whole == (name[0], None)}
    history = _history(standings, steps, found.of(mine.__contains__), found.hints(mine.__contains__))
    named = history._replace(id=thread.last.id, title=thread.last.title)
    return HistoryReport(plan_labels([standings]), (named,))


def _scope(standings: Standings, selection: Selection, found: DateChanges) -> Callable[[Thread], bool]:
    """Whether a thread is selected: by what it is now, or by what it was when it went."""
    if not selection.is_narrowed:
        return lambda _: True
    items = {each.item.id for each in selection.items(standings)}
    entries = {standing.entry.id for standing in selection.entries(standings)}
    there = {thread: key for key, thread in found.threads.by_key.items() if found.is_there(key)}

    def has(thread: Thread) -> bool:
        item = thread.last
        if thread not in there:
            return not selection.judges_standing and selection.has_row(item)
        if item.milestone:
            return item.id in items
        return item.entry.id in entries and selection.has_row(item)

    return has


def _history(
    standings: Standings, steps: Sequence[Step], changes: tuple[DateChange, ...], hints: tuple[RenameHint, ...]
) -> History:
    moves = [each for each in changes if each.is_move]
    commits = [step.commit for step in steps if step.commit]
    return History(
        plan=standings.plan.id,
        as_of=standings.as_of.day,
        id=None,
        title=None,
        since=min(commits, key=_authored, default=None),
        commits=sum(step.commit is not None and step.changed for step in steps),
        changes=tuple(sorted(changes, key=lambda change: _authored(change.commit))),
        totals=_totals(moves),
        months=tuple(_months(moves)),
        leads=tuple(_leads(moves)),
        objectives=tuple(_objectives(standings.plan, moves)),
        hints=tuple(sorted(hints, key=lambda hint: _authored(hint.commit))),
    )


def _authored(commit: CommitRow | None) -> float:
    """The order of a history: the day on which a commit was made, at the end what is not committed.

    Of one day git's own order stays: parents before children.
    """
    return commit.authored.first if commit else inf


def _totals(moves: Sequence[DateChange]) -> MoveTotals:
    found = [each for move in moves if (each := move.variance)]
    months = [each.months for each in found]
    return MoveTotals(
        moved=len(moves),
        later=sum(each.amount > 0 for each in found),
        earlier=sum(each.amount < 0 for each in found),
        explained=sum(move.revision is not None for move in moves),
        net_months=sum(months),
        worst_months=max((0, *months)),
        net=net(found),
        worst=worst(found),
    )


def _months(moves: Iterable[DateChange]) -> list[MonthMoves]:
    """In the order of time, at the end what is not committed yet."""
    found: dict[PlanDate | None, list[DateChange]] = {}
    for move in moves:
        month = month_of(move.commit.authored.first) if move.commit else None
        found.setdefault(month, []).append(move)
    last = max((month.last for month in found if month), default=0) + 1
    ordered = sorted(found, key=lambda month: month.first if month else last)
    return [MonthMoves(month, *_totals(found[month])) for month in ordered]


def _leads(moves: Iterable[DateChange]) -> list[LeadMoves]:
    """What comes to most first."""
    found: dict[str | None, list[DateChange]] = {}
    for move in moves:
        for lead in move.leads or (None,):
            found.setdefault(lead, []).append(move)
    groups = [LeadMoves(lead, *_totals(mine)) for lead, mine in found.items()]
    return sorted(groups, key=lambda each: (-each.net.size, -each.moved, each.lead or "~"))


def _objectives(plan: Plan, moves: Iterable[DateChange]) -> list[ObjectiveMoves]:
    """In the plan's order, then those that it has no longer, then what has none."""
    places = {name: place for place, name in enumerate(plan.objective_titles)}
    found: dict[str | None, list[DateChange]] = {}
    for move in moves:
        found.setdefault(move.objective, []).append(move)
    ordered = sorted(found, key=lambda name: (name is None, places.get(name or "", len(places)), name or ""))
    titles = plan.objective_titles
    return [ObjectiveMoves(name, titles.get(name or ""), *_totals(found[name])) for name in ordered]
