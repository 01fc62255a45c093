"""`report`: the progress report of a plan: what other reports find of it, laid together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.plan.comparison.matching import match
from genderplan.plan.plans import Plan, Tree
from genderplan.reports.costs.result import PlanCosts, costs
from genderplan.reports.coverage.records import Coverage, CoverageGaps, CoveredFramework
from genderplan.reports.coverage.result import CoverageQuery, coverage
from genderplan.reports.indicators.result import indicators
from genderplan.reports.report.moves import moves_told
from genderplan.reports.slippage.result import Comparison, Move, slippage
from genderplan.reports.status.result import PlanStatus, PlanWindow, status
from genderplan.reports.status.since.news import Earlier, MoveReasons, reasons
from genderplan.standing.rag import CLOSED
from genderplan.standing.records.indicators import IndicatorRecord
from genderplan.standing.records.items import EntryRecord, PlanLabel
from genderplan.standing.records.recording import entry_record, plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import EntryStanding, Standing, Standings, Status

MOST_COVERED = 50
"""Of how many plans at once each is held against its frameworks: every one of them may leave all sections unserved."""


class NextMilestone(NamedTuple):
    """The milestone of an action or a project that is to come first."""

    id: str
    """The full id: plan/entry#milestone."""
    title: str
    """The title, in the words of the document."""
    due: PlanDate
    """When it is due; of what comes again the earliest open time."""
    status: Status
    """Where it stands on the status date."""


class ReportedEntry(NamedTuple):
    """An action or a project, and what a reader of a report asks of it beside its record."""

    entry: EntryRecord
    """The action or project."""
    last_due: PlanDate | None
    """By when it is to be done: its own date, else the last that its milestones have; null where there is none."""
    next_milestone: NextMilestone | None
    """The earliest of its open milestones that have a date; null where there is none."""


class PlanReport(NamedTuple):
    """All that is told of one plan."""

    plan: str
    """The plan's id."""
    status: PlanStatus
    """Where it stands: counts, RAG, what is overdue, what slipped, and what is due next."""
    entries: tuple[ReportedEntry, ...]
    """The actions and projects, in the plan's order."""
    comparison: Comparison | None
    """What moved, came and went since the newest baseline; null where the plan has none."""
    reasons: tuple[MoveReasons, ...]
    """Why dates moved, for those that have a revision since; where the plan has no baseline, for those of `moves`."""
    indicators: tuple[IndicatorRecord, ...]
    """The indicators, with where each of their categories stands."""
    costs: PlanCosts
    """What is known of what it costs."""
    frameworks: tuple[CoveredFramework, ...]
    """The frameworks that it follows, or supports, and how much of each is served; not told of more than 50 plans."""
    unserved: CoverageGaps | None
    """The sections of these that are not served in full; null where there is no framework."""
    moves: tuple[Move, ...]
    """Where the plan has no baseline: the dates that moved since the files first had them, by their revisions."""


class Report(NamedTuple):
    """`board` is the id of that by whose oversight it is narrowed, None where it is not.

    `windows` are what each plan's status is told beside, and `coverages` what it serves, for pages.
    """

    plans: tuple[PlanLabel, ...]
    board: str | None
    reports: tuple[PlanReport, ...]
    windows: tuple[PlanWindow, ...]
    coverages: tuple[Coverage | None, ...]


def report(tree: Tree, standings: Sequence[Standings], selection: Selection, board: str | None = None) -> Report:
    """The selected parts of plans, each told by itself; `board` is the id of the one that oversees them."""
    found = status(standings, selection)
    moved = {each.plan: each for each in slippage(standings, selection).comparisons}
    told = {each.plan.id: () if each.plan.baseline else tuple(moves_told(each, selection)) for each in standings}
    measured: dict[str, list[IndicatorRecord]] = {}
    for each in indicators(standings, selection).indicators:
        measured.setdefault(each.plan, []).append(each)
    spent = costs(standings, selection).costs
    asked = standings if len(standings) <= MOST_COVERED else ()
    covered = [_coverage(tree, each, selection) for each in asked] or [None] * len(standings)
    return Report(
        plans=plan_labels(standings),
        board=board,
        reports=tuple(
            PlanReport(
                plan=each.plan.id,
                status=stands,
                entries=tuple(map(_reported, selection.entries(each))),
                comparison=moved.get(each.plan.id),
                reasons=_reasons(each.plan, moved.get(each.plan.id)) or tuple(why for _, why in told[each.plan.id]),
                indicators=tuple(measured.get(each.plan.id, ())),
                costs=cost,
                frameworks=serves.frameworks if serves else (),
                unserved=serves.gaps if serves and serves.frameworks else None,
                moves=tuple(move for move, _ in told[each.plan.id]),
            )
            for each, stands, cost, serves in zip(standings, found.plans, spent, covered, strict=True)
        ),
        windows=found.windows,
        coverages=tuple(covered),
    )


def _reasons(plan: Plan, found: Comparison | None) -> tuple[MoveReasons, ...]:
    """Why the dates moved that did, since the newest baseline."""
    if found is None or plan.baseline is None:
        return ()
    moved = {(each.id, each.field) for each in (*found.moved, *found.dated, *found.undated)}
    then = Earlier(keeps_progress=False, taken=plan.baseline.taken)
    every = reasons(match(plan, plan.baseline), then) if moved else ()
    return tuple(each for each in every if (each.id, each.field) in moved)


def _coverage(tree: Tree, standings: Standings, selection: Selection) -> Coverage | None:
    """What the plan leaves unserved of what it follows, or supports without following it."""
    if not _follows(standings.plan):
        return None
    return coverage(tree, [standings], selection, CoverageQuery(gaps=True))


def _follows(plan: Plan) -> bool:
    """Whether anything of a plan says which sections it is there for."""
    return (
        bool(plan.follows or plan.objective_supports)
        or any(each.supports for each in plan.entries)
        or any(each.supports for each in plan.indicators)
    )


def _reported(standing: EntryStanding) -> ReportedEntry:
    return ReportedEntry(entry_record(standing.entry, standing), _last_due(standing), _next_milestone(standing))


def _last_due(standing: EntryStanding) -> PlanDate | None:
    """The own date; else the last of milestones that are not cancelled."""
    if standing.own and standing.own.due:
        return standing.own.due
    dues = [each.due for each in standing.items if each.due and each.status is not Status.CANCELLED]
    return max(dues, key=lambda due: due.last, default=None)


def _next_milestone(standing: EntryStanding) -> NextMilestone | None:
    pairs: Iterator[tuple[Standing, PlanDate]] = (
        (each, each.due) for each in standing.items if each.item.milestone and each.status not in CLOSED and each.due
    )
    found = min(pairs, key=lambda pair: pair[1].last, default=None)
    return NextMilestone(found[0].item.id, found[0].item.title, found[1], found[0].status) if found else None
