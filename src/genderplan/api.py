"""Interface for Python: load a tree, then ask of a plan on a day.

    tree = genderplan.load_tree("plans")
    plan = tree.by_id["women-2003"]
    report = genderplan.status(plan, date(2003, 11, 3))

Results are immutable. Dates in them are `PlanDate`s: closed intervals of days, kept as they were given.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from genderplan.checks import VALID
from genderplan.checks.judgement import Judgement, judge
from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.dates.forms import PlanDate, day_of
from genderplan.errors import NothingToReadError
from genderplan.loading import history as past
from genderplan.loading import revisions
from genderplan.loading.repositories import repository_of
from genderplan.loading.tree import load_tree as load_tree  # noqa: PLC0414 - offered here too
from genderplan.plan.boards.lookup import the_board, the_meeting
from genderplan.plan.earlier import state_on, with_dates
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.states import State, state_of_tree
from genderplan.reports.agenda import result as agenda_analysis
from genderplan.reports.agenda.result import Agenda
from genderplan.reports.agenda.sitting import sitting_of
from genderplan.reports.annex import result as annex_analysis
from genderplan.reports.annex.result import Annex
from genderplan.reports.assessments import result as assessments_analysis
from genderplan.reports.assessments.result import Ratings
from genderplan.reports.calendar import result as calendar_analysis
from genderplan.reports.calendar.result import Events
from genderplan.reports.costs import result as costs_analysis
from genderplan.reports.costs.result import PlanCosts
from genderplan.reports.costs.ways import Way
from genderplan.reports.coverage import result as coverage_analysis
from genderplan.reports.coverage.records import Coverage
from genderplan.reports.due import result as due_analysis
from genderplan.reports.due.result import Dues
from genderplan.reports.due.ways import Grouping
from genderplan.reports.gaps import result as gaps_analysis
from genderplan.reports.gaps.result import Gaps
from genderplan.reports.glossary import result as glossary_analysis
from genderplan.reports.glossary.result import GlossaryReport
from genderplan.reports.history.result import History, plan_histories
from genderplan.reports.impact import result as impact_analysis
from genderplan.reports.impact.records import Impact
from genderplan.reports.report import result as report_analysis
from genderplan.reports.report.result import PlanReport
from genderplan.reports.slippage import result as slippage_analysis
from genderplan.reports.slippage.result import Comparison
from genderplan.reports.status import result as status_analysis
from genderplan.reports.status.measures import result as measures_analysis
from genderplan.reports.status.measures.records import Measures
from genderplan.reports.status.result import PlanStatus
from genderplan.reports.timeline import result as timeline_analysis
from genderplan.reports.timeline.result import TimelineReport
from genderplan.reports.trend import result as trend_analysis
from genderplan.reports.trend.result import Asked, Trend
from genderplan.reports.workload import result as workload_analysis
from genderplan.reports.workload.result import Workload
from genderplan.standing.indicators import selected_indicators
from genderplan.standing.records.indicators import IndicatorRecord
from genderplan.standing.records.items import EntryRecord, MilestoneRecord
from genderplan.standing.records.recording import entry_record, item_record, plan_labels
from genderplan.standing.records.registers import RegisterItemRecord, register_item_record
from genderplan.standing.selection import Selection
from genderplan.standing.standings import AsOf, Standings
from genderplan.standing.updates import UpdateRecord, update_record


def load_revision(root: str | Path, revision: str, now: Tree | None = None) -> Tree:
    """The tree of plans that a folder held in a commit; what is the same in `now` is not parsed again.

    Raises NothingToReadError where there is no git, no such commit, or no plan in it.
    """
    repository = repository_of(Path(root), now.plans if now else ())
    return revisions.load_revision(repository, repository.commit(revision), repository.prefix, now)


def status(plan: Plan, as_of: date) -> PlanStatus:
    """Where a plan stands on a day: counts, RAG, what is overdue, due and slipped."""
    return status_analysis.status([_standings(plan, as_of)], Selection((plan,))).plans[0]


def milestones(plan: Plan, as_of: date) -> tuple[MilestoneRecord, ...]:
    """Every milestone of a plan, in its order, with where it stands on a day."""
    return tuple(item_record(each) for each in _standings(plan, as_of).items if each.item.milestone)


def entries(plan: Plan, as_of: date) -> tuple[EntryRecord, ...]:
    """Every action and project of a plan, in its order, with where it stands on a day."""
    return tuple(entry_record(standing.entry, standing) for standing in _standings(plan, as_of).entries)


def updates(plan: Plan, as_of: date) -> tuple[UpdateRecord, ...]:
    """Every update of a plan up to a day, in the order of its entries and of their files."""
    standings, selection = _standings(plan, as_of), Selection((plan,))
    return tuple(update_record(each.entry, number) for each in standings.entries for number in selection.updates(each))


def slippage(plan: Plan, as_of: date, against: str | Plan | None = None) -> Comparison:
    """Agreed dates against a baseline, the newest when none is named, or against the plan as it was.

    Raises NothingToReadError where the plan has no such baseline.
    """
    report = slippage_analysis.slippage([_standings(plan, as_of)], Selection((plan,)), _against(plan, against))
    return report.comparisons[0]


def impact(plan: Plan, as_of: date, against: str | Plan | None = None) -> Impact:
    """What each date that moved later since a baseline, or since the plan as it was, does to all that waits for it.

    Raises NothingToReadError where the plan has no such baseline.
    """
    return impact_analysis.impact([_standings(plan, as_of)], _against(plan, against)).impacts[0]


def measures(plan: Plan, as_of: date) -> Measures:
    """How a plan delivers on a day, against its newest baseline."""
    return measures_analysis.measures(_standings(plan, as_of), Selection((plan,)))


def history(root: str | Path, tree: Tree, as_of: date) -> tuple[History, ...]:
    """Every change of every date of the plans of a tree in the commits of its repository.

    Raises NothingToReadError where there is no repository, or no commit in it.
    """
    steps = past.load_past(Path(root), tree, tree.plans).steps
    return plan_histories(_all_standings(tree, as_of), Selection(tree.plans), steps).histories


def trend(root: str | Path, tree: Tree, as_of: date) -> tuple[Trend, ...]:
    """The promises of the plans of a tree that changed, commit by commit of the mainline and baseline by baseline.

    Raises NothingToReadError where there is no repository, or no commit in it.
    """
    steps = past.load_past(Path(root), tree, tree.plans, mainline=True).steps
    return trend_analysis.trend(_all_standings(tree, as_of), steps, Asked(Selection(tree.plans))).trends


def indicators(plan: Plan, as_of: date) -> tuple[IndicatorRecord, ...]:
    """Every indicator of a plan, with where each of its categories stands on a day; numbers in them are texts."""
    return tuple(selected_indicators(Selection((plan,)), _standings(plan, as_of)))


def items(plan: Plan) -> tuple[RegisterItemRecord, ...]:
    """Every item of the registers of a plan, in the order of their files, with when it is to be looked at next."""
    return tuple(register_item_record(register, item) for register in plan.registers for item in register.items)


def costs(plan: Plan, as_of: date, by: str = "year") -> PlanCosts:
    """What is known of what a plan costs, summed up by year, objective, lead or kind.

    Raises ValueError for another way.
    """
    return costs_analysis.costs([_standings(plan, as_of)], Selection((plan,)), Way(by)).costs[0]


def timeline(plan: Plan, as_of: date, start: PlanDate | None = None, end: PlanDate | None = None) -> TimelineReport:
    """The plan on a time axis from `start` to `end`, both included, else as far as its dates reach."""
    return timeline_analysis.timeline([_standings(plan, as_of)], Selection((plan,)), start, end)


def due(tree: Tree, as_of: date, until: PlanDate | None = None, by: str | None = None) -> Dues:
    """All that is overdue on a day or falls due until a date, without one as far ahead as each plan looks.

    `by` is what it is grouped by: lead, month or kind, its status where nothing is said. Raises ValueError for another.
    """
    asked = due_analysis.DueQuery(until, Grouping(by) if by else None)
    return due_analysis.due(tree, _all_standings(tree, as_of), Selection(tree.plans), asked)


def workload(tree: Tree, as_of: date, start: PlanDate | None = None, end: PlanDate | None = None) -> Workload:
    """How much falls due, lead by lead and month by month, from `start` to `end`, both included; else for a year.

    Raises UsageError for a span that ends before it starts.
    """
    return workload_analysis.workload(tree, _all_standings(tree, as_of), Selection(tree.plans), start, end)


def calendar(
    tree: Tree, as_of: date, board: str | None = None, start: PlanDate | None = None, end: PlanDate | None = None
) -> Events:
    """Meetings of one board or of all, and what falls due, from `start` to `end`, both included; else for a year.

    Raises UsageError for a board that there is not.
    """
    found = the_board(tree, board) if board else None
    span = calendar_analysis.span_of(start, end, [day_of(as_of).first])
    asked = calendar_analysis.EventQuery(found, *span)
    return calendar_analysis.calendar(tree, _all_standings(tree, as_of), Selection(tree.plans), asked)


def agenda(tree: Tree, board: str, on: date | str, then: Tree | None = None) -> Agenda:
    """The paper of a board for its meeting on a day, else for the next after it, or for the one of an id; plans are
    judged on the day.

    `then` is the tree as it was at the last meeting; without it the dates in the plans' own files tell what changed.
    Raises UsageError for a board, or a meeting, that there is not, and for a meeting that is not held or has no date.
    """
    found, named = the_board(tree, board), None
    if isinstance(on, str):
        named = the_meeting(found, on)
        on = date.fromordinal(named.day)
    day, standings = day_of(on).last, _all_standings(tree, on)
    sitting = sitting_of(tree, found, standings, Selection(tree.plans), day, day, named)
    if sitting.since is None:
        return agenda_analysis.agenda(sitting, None)
    dated = state_on((each.plan for each in sitting.standings), sitting.since, board)
    state = state_of_tree(then, tree, Path(), board) if then else None
    return agenda_analysis.agenda(sitting, with_dates(state, dated) if state else dated)


def coverage(tree: Tree, as_of: date, framework: str | None = None, by: str | None = None) -> Coverage:
    """What serves the sections of a framework, of those that the plans follow when none is named.

    `by` is what the columns are: objective, lead, plan, strand or another framework.
    Raises UsageError for a framework, or columns, that there are not.
    """
    asked = coverage_analysis.CoverageQuery(framework, by)
    return coverage_analysis.coverage(tree, _all_standings(tree, as_of), Selection(tree.plans), asked)


def assessments(tree: Tree, as_of: date, framework: str | None = None, about: str | None = None) -> Ratings:
    """What the assessments of plans found of the sections of a framework, of every one that is assessed when none is
    named; of what is called `about` alone, where that is given.

    Raises UsageError for a framework that there is not, or for what no assessment is about.
    """
    asked = assessments_analysis.RatingsQuery(framework, about)
    return assessments_analysis.ratings(tree, _all_standings(tree, as_of), asked)


def gaps(tree: Tree, as_of: date) -> Gaps:
    """What the plans of a tree lack, each with its place in the files."""
    return gaps_analysis.gaps(tree, _all_standings(tree, as_of), Selection(tree.plans))


def report(tree: Tree, as_of: date) -> tuple[PlanReport, ...]:
    """The progress report of each plan of a tree: what the other analyses find of it, laid together."""
    return report_analysis.report(tree, _all_standings(tree, as_of), Selection(tree.plans)).reports


def annex(plan: Plan, as_of: date, which: str = "actions") -> Annex:
    """A table of a plan as its document prints it: `actions` under their objectives, or `projects`.

    Raises ValueError for another.
    """
    tables = {"actions": annex_analysis.annex_of_actions, "projects": annex_analysis.annex_of_projects}
    if which not in tables:
        raise ValueError(f"'{which}' is none of {', '.join(tables)}")
    return tables[which]([_standings(plan, as_of)], Selection((plan,)))


def glossary(tree: Tree, as_of: date) -> GlossaryReport:
    """What acronyms stand for, with where the plans and boards of a tree use each, and those explained nowhere."""
    return glossary_analysis.glossary(tree, plan_labels(_all_standings(tree, as_of)))


def validate(tree: Tree) -> Judgement:
    """What is wrong with a tree, whatever the day: findings GP0 to GP3 and GP6."""
    return judge(VALID, tree, Selection(tree.plans), ())


def check(tree: Tree, as_of: date) -> Judgement:
    """All that is wrong with a tree on a day: what `validate` finds, and every date that is not kept."""
    return judge((*VALID, *ON_TIME), tree, Selection(tree.plans), _all_standings(tree, as_of))


def _standings(plan: Plan, as_of: date) -> Standings:
    return Standings(plan, AsOf(day_of(as_of), "option"))


def _all_standings(tree: Tree, as_of: date) -> Sequence[Standings]:
    return [_standings(plan, as_of) for plan in tree.plans]


def _against(plan: Plan, against: str | Plan | None) -> State:
    """The plan as it was in the baseline that is meant. Raises NothingToReadError where there is none."""
    baseline = against.as_baseline(against.id) if isinstance(against, Plan) else plan.baseline_named(against)
    if baseline is None:
        raise NothingToReadError(f"no baseline {against or ''} in {plan.id}".replace("  ", " "))
    return State(baseline.name, {plan.id: baseline})
