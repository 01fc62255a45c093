"""Documents of the JSON contract: what each has beside its format and version, with the words of these fields."""

from collections.abc import Mapping
from typing import Any

from genderplan.checks.judgement import Against, Summary
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.findings import Finding
from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.framework.rows import LevelRow, RuleRow
from genderplan.kinds.plan.rows import (
    AcceptanceRow,
    ClosureRow,
    DocumentRow,
    DutyRow,
    ObjectiveRow,
    PublicationRow,
    TitledRow,
)
from genderplan.kinds.shared.support_rows import SupportRow
from genderplan.manual import CodePage, MeasurePage
from genderplan.reports.baseline.result import BaselineDetail, BaselineRecord
from genderplan.reports.costs.result import PlanCosts
from genderplan.reports.framework.result import Profile
from genderplan.reports.history.result import History
from genderplan.reports.impact.critical import PlanFloats
from genderplan.reports.impact.records import Impact
from genderplan.reports.impact.why import Why
from genderplan.reports.report.result import PlanReport
from genderplan.reports.show.links import EntryLink
from genderplan.reports.show.mentions import Mention
from genderplan.reports.slippage.result import Comparison
from genderplan.reports.status.result import PlanStatus
from genderplan.reports.status.since.result import Since
from genderplan.reports.timeline.result import Axis, Row
from genderplan.reports.trend.result import Trend
from genderplan.standing.records.assessments import AssessmentRecord
from genderplan.standing.records.boards import BoardRecord, BoardReportRecord, DecisionRecord, MeetingRecord
from genderplan.standing.records.frameworks import FrameworkRecord, SectionRecord
from genderplan.standing.records.indicators import IndicatorRecord
from genderplan.standing.records.items import EntryRecord, MilestoneRecord, PlanLabel
from genderplan.standing.records.plans import OrganisationRecord, PlanRecord
from genderplan.standing.records.registers import RegisterItemRecord, RegisterRecord


class Envelope:
    """What every document begins with."""

    format: str
    """Which document this is."""
    version: int
    """The version of the format."""


class DocumentOfPlans:
    """What names the plans that it is of."""

    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""


class StatusDocument:
    plans: tuple[PlanStatus, ...]
    """Where each plan stands."""
    since: tuple[Since, ...] | None
    """What changed, for each plan; null without --since."""
    until: PlanDate | None
    """The date up to which things count as due, with --until; null without."""


class SlippageDocument(DocumentOfPlans):
    comparisons: tuple[Comparison, ...]
    """One for each plan that has the baseline."""


class ImpactDocument(DocumentOfPlans):
    impacts: tuple[Impact, ...]
    """One for each plan that has something to be held against."""


class CriticalDocument(DocumentOfPlans):
    networks: tuple[PlanFloats, ...]
    """The floats and chains of each plan."""


class WhyDocument(DocumentOfPlans):
    why: Why
    """What drives the milestone that was asked about."""


class HistoryDocument(DocumentOfPlans):
    histories: tuple[History, ...]
    """One for each plan, or that of the one thing that was asked for."""


class TrendDocument(DocumentOfPlans):
    trends: tuple[Trend, ...]
    """One for each plan."""


class TimelineDocument(DocumentOfPlans):
    axis: Axis | None
    """The months shown; null where nothing has a date."""
    rows: tuple[Row, ...]
    """One for each action and project."""


class CostsDocument(DocumentOfPlans):
    costs: tuple[PlanCosts, ...]
    """What is known of what each plan costs."""


class ReportDocument(DocumentOfPlans):
    board: str | None
    """The id of the board that oversees all that is told; null without --board."""
    reports: tuple[PlanReport, ...]
    """All that is told of each plan."""


class AcceptedFinding(Finding):
    """A finding that its plan accepts, and why."""

    reason: str
    """Why the plan lives with it."""
    until: PlanDate | None
    """Until when it counts, this day, month or year included."""


class JudgementDocument(DocumentOfPlans):
    against: tuple[Against, ...] | None
    """What the plans were held against, for each that was there; null without --against."""
    findings: tuple[Finding, ...]
    """What was found, by file and place."""
    accepted: tuple[AcceptedFinding, ...]
    """The findings that their plans accept; none of them is among the findings."""
    summary: Summary
    """How much was read, and how much was found."""


class EntryDocument(DocumentOfPlans):
    entry: EntryRecord
    """The action or project."""
    milestones: tuple[MilestoneRecord, ...]
    """The milestones."""
    updates: tuple[UpdateRow, ...]
    """Progress, the newest last."""
    revisions: tuple[RevisionRow, ...]
    """Every change of an agreed date."""

    inherited: tuple[SupportRow, ...]
    """What it supports with its objective."""
    links: tuple[EntryLink, ...]
    """The entries and plans that it answers, continues or points to, and those that do so to it."""


class MilestoneDocument(DocumentOfPlans):
    milestone: MilestoneRecord
    """The milestone."""
    revisions: tuple[RevisionRow, ...]
    """Every change of an agreed date."""


class OrganisationDocument(DocumentOfPlans):
    organisation: OrganisationRecord
    """The organisation."""
    named: tuple[Mention, ...]
    """Where the organisation is named."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""

    board: BoardRecord | None
    """The organisation as a board; null where no file of boards/ tells of it."""
    meetings: tuple[MeetingRecord, ...]
    """The board's meetings, of its rule those within a year of the status date, twelve on either side at most."""
    reports: tuple[BoardReportRecord, ...]
    """The reports that the board is owed."""
    decisions: tuple[DecisionRecord, ...]
    """What the board was asked to decide, or decided."""


class IndicatorDocument(DocumentOfPlans):
    indicator: IndicatorRecord
    """The indicator."""


class AssessmentDocument(DocumentOfPlans):
    assessment: AssessmentRecord
    """The assessment."""


class PlanDocument(DocumentOfPlans):
    plan: PlanRecord
    """The plan."""
    closed: ClosureRow | None
    """Since when and why the plan is closed; null where nothing is said of that."""
    aims: tuple[TitledRow, ...]
    """What the plan is for, point by point, with the notes, tags and keys that begin with x- of each."""
    objectives: tuple[ObjectiveRow, ...]
    """The objectives, with the notes, tags and keys that begin with x- of each."""
    sources: tuple[DocumentRow, ...]
    """The documents that entries quote."""
    max_revisions: int | None
    """How often one agreed date may be revised; null where there is no limit."""
    approvers: tuple[str, ...] | None
    """Ids of the organisations that may agree to a new date; null where every board may."""
    due_soon: Length
    """How far ahead of the status date something counts as due."""
    accept: tuple[AcceptanceRow, ...]
    """The findings that the plan accepts."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""

    follows: tuple[str, ...]
    """The ids of the frameworks that the plan follows."""
    publications: tuple[PublicationRow, ...]
    """What was published of the plan, or is to be."""
    duties: tuple[DutyRow, ...]
    """The duties of the body whose plan it is."""
    links: tuple[EntryLink, ...]
    """The entries of other plans that it answers as a whole."""


class FrameworkDocument(DocumentOfPlans):
    framework: FrameworkRecord
    """The framework."""
    named: tuple[Mention, ...]
    """What supports it as a whole, what it supports, and the plans that follow it."""
    sections: tuple[SectionRecord, ...]
    """Its sections, in the order of its file."""
    copyright: str | None
    """Whose it is, and on what terms it may be copied."""
    levels: tuple[LevelRow, ...]
    """Its levels of attainment, the lowest first."""
    rules: tuple[RuleRow, ...]
    """What a plan that follows it has to have so many of."""
    sources: tuple[DocumentRow, ...]
    """The documents that its sections quote."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""


class SectionDocument(DocumentOfPlans):
    section: SectionRecord
    """The section."""
    named: tuple[Mention, ...]
    """What supports it, what it supports, and what has it as a driver or a duty."""


class RegisterDocument(DocumentOfPlans):
    register: RegisterRecord
    """The register."""
    items: tuple[RegisterItemRecord, ...]
    """Its items, in the order of its file."""


class ItemDocument(DocumentOfPlans):
    item: RegisterItemRecord
    """The item of a register."""
    links: tuple[EntryLink, ...]
    """The entries that it answers."""


class ProfilesDocument:
    profiles: tuple[Profile, ...]
    """The frameworks that come with the program."""


class CodesDocument:
    codes: tuple[CodePage, ...]
    """Every code, or the one that was asked for."""


class MeasuresDocument:
    measures: tuple[MeasurePage, ...]
    """The measure that was asked for."""


class BaselinesDocument(DocumentOfPlans):
    baselines: tuple[BaselineRecord, ...]
    """The baselines, each plan's newest first."""


class BaselineDocument(DocumentOfPlans):
    baseline: BaselineDetail
    """All that the baseline keeps."""
