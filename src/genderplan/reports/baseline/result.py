"""`baseline list` and `baseline show`: what was agreed, by name."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.errors import NothingToReadError, UsageError
from genderplan.kinds.baseline.rows import ReplacementRow
from genderplan.kinds.indicator.rows import BenchmarkRow, IndicatorRow, StartingValueRow, TargetRow
from genderplan.plan.items import milestone_items
from genderplan.plan.plans import Baseline
from genderplan.standing.records.items import EntryRecord, MilestoneRecord, PlanLabel
from genderplan.standing.records.plans import TitleRecord
from genderplan.standing.records.recording import entry_record, plan_labels, title_record, unjudged_record
from genderplan.standing.standings import Standings
from genderplan.suggestions import unknown


class BaselineRecord(NamedTuple):
    """`entries` and `milestones` are numbers of both."""

    plan: str
    """The plan's id."""
    name: str
    """The name."""
    title: str | None
    """The title, in the words of the document; null where it has none."""
    taken: PlanDate | None
    """When the baseline was agreed."""
    entries: int
    """How many actions and projects it keeps."""
    milestones: int
    """How many it keeps."""
    file: str
    """The file, relative to the current folder, with slashes."""


class KeptIndicator(NamedTuple):
    """What an indicator promised; its values are no promise."""

    id: str
    """The indicator's id in its plan."""
    title: str
    """The title, in the words of the document."""
    unit: str | None
    """What it is counted in; percent makes differences points."""
    good: str | None
    """Which direction is good: up or down; null where none is stated."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    baseline: tuple[StartingValueRow, ...]
    """Where it started from."""
    targets: tuple[TargetRow, ...]
    """What it was to be."""
    benchmarks: tuple[BenchmarkRow, ...]
    """What it could be compared with."""


class BaselineDetail(NamedTuple):
    """All that a baseline keeps; what would depend on a day is null in its records."""

    plan: str
    """The plan's id."""
    name: str
    """The name."""
    title: str | None
    """The title, in the words of the document; null where it has none."""
    taken: PlanDate | None
    """When the baseline was agreed."""
    long_term_aim: str | None
    """What the plan is for in the end."""
    aims: tuple[TitleRecord, ...]
    """What the plan is for, point by point."""
    objectives: tuple[TitleRecord, ...]
    """The objectives that the plan had."""
    entries: tuple[EntryRecord, ...]
    """The actions and projects."""
    milestones: tuple[MilestoneRecord, ...]
    """The milestones."""
    replaced: tuple[ReplacementRow, ...]
    """Every time that it was taken anew under its name."""
    indicators: tuple[KeptIndicator, ...]
    """The indicators, with what they promised."""

    @property
    def by_objective(self) -> Iterator[tuple[str | None, list[EntryRecord]]]:
        """The entries in their order, each time under the title of the objective that they have in common."""
        titles = {objective.id: objective.title for objective in self.objectives}
        for objective, entries in groupby(self.entries, key=lambda entry: entry.objective):
            yield titles.get(objective or "", objective), list(entries)


class BaselinesReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    baselines: tuple[BaselineRecord, ...]


class BaselineReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    baseline: BaselineDetail


def baselines(standings: Sequence[Standings]) -> BaselinesReport:
    """Every baseline of the plans, each plan's newest first."""
    return BaselinesReport(
        plan_labels(standings),
        tuple(_record(baseline) for each in standings for baseline in each.plan.baselines),
    )


def _record(baseline: Baseline) -> BaselineRecord:
    return BaselineRecord(
        plan=baseline.plan,
        name=baseline.name,
        title=baseline.title,
        taken=baseline.taken,
        entries=len(baseline.entries),
        milestones=sum(len(entry.milestones) for entry in baseline.entries),
        file=baseline.file,
    )


def baseline_detail(standings: Sequence[Standings], name: str) -> BaselineReport:
    """The baseline of a name.

    Raises UsageError where no plan, or more than one, has it; NothingToReadError where none has any.
    """
    known = [(each, baseline) for each in standings for baseline in each.plan.baselines]
    found = [(each, baseline) for each, baseline in known if baseline.name == name]
    if not known:
        raise NothingToReadError("no plan has a baseline")
    if not found:
        raise UsageError(unknown("baseline", name, (baseline.name for _, baseline in known)))
    if len(found) > 1:
        plans = ", ".join(baseline.plan for _, baseline in found)
        raise UsageError(f"baseline '{name}' is in {plans}: name one with --plan")
    own, baseline = found[0]
    return BaselineReport(plan_labels([own]), _detail(baseline))


def _detail(baseline: Baseline) -> BaselineDetail:
    return BaselineDetail(
        plan=baseline.plan,
        name=baseline.name,
        title=baseline.title,
        taken=baseline.taken,
        long_term_aim=baseline.long_term_aim,
        aims=tuple(title_record(aim) for aim in baseline.aims),
        objectives=tuple(title_record(objective) for objective in baseline.objectives),
        entries=tuple(entry_record(entry) for entry in baseline.entries),
        milestones=tuple(map(unjudged_record, milestone_items(baseline.entries))),
        replaced=baseline.replaced,
        indicators=tuple(map(_indicator, baseline.indicators)),
    )


def _indicator(row: IndicatorRow) -> KeptIndicator:
    return KeptIndicator(row.id, row.title, row.unit, row.good, row.leads, row.baseline, row.targets, row.benchmarks)
