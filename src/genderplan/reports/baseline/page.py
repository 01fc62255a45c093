"""Pages of baselines: the list of them, and all that one keeps."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import Block, Column, Facts, Identifier, Note, Organisations, Page, Section, Stack, Value
from genderplan.page.words import date_in_words, day_in_words, taken_in_words
from genderplan.reports.baseline.result import BaselineDetail, BaselineRecord, BaselineReport, BaselinesReport
from genderplan.reports.parts import MILESTONE, about, table
from genderplan.reports.slippage.targets import promises_in_words
from genderplan.standing.records.items import EntryRecord, MilestoneRecord, PlanLabel

_BASELINES = (
    Column("Plan"),
    Column("Baseline", is_name=True),
    Column("Title"),
    Column("Taken"),
    Column("Entries", is_number=True),
    Column("Milestones", is_number=True),
    Column("File"),
)
_AIMS = (Column("Id", is_name=True), Column("Aim"))
_INDICATORS = (Column("Indicator", is_name=True), Column("Lead"), Column("Promised"))
_ENTRIES = (
    Column("Entry", is_name=True),
    *(Column(head) for head in ("Lead", "Input", "Output", "Start", "End", "Due")),
)
_MILESTONES = (Column("Due"), *MILESTONE)


def baselines_page(report: BaselinesReport) -> Page:
    """A row for each baseline, each plan's newest first."""
    rows = [_row(each) for each in report.baselines]
    told = (
        table("Baselines of each plan, the newest first", _BASELINES, rows) if rows else Note("No plan has a baseline.")
    )
    return Page("Baselines", (told, _days(report.plans)))


def _row(baseline: BaselineRecord) -> tuple[Value, ...]:
    return (
        Identifier(baseline.plan),
        Identifier(baseline.name),
        baseline.title,
        baseline.taken or "date unknown",
        baseline.entries,
        baseline.milestones,
        baseline.file,
    )


def _days(plans: Sequence[PlanLabel]) -> Facts:
    return Facts(tuple(map(day_in_words, plans)))


def baseline_page(report: BaselineReport, names: Mapping[str, str]) -> Page:
    """When it was taken, aims, then under each objective its entries, and their milestones."""
    baseline = report.baseline
    blocks: tuple[Block, ...] = (
        Facts((f"baseline {baseline.name} of {baseline.plan}", taken_in_words(baseline.taken))),
        *(Note(f"taken anew {date_in_words(each.date)}: {each.reason or ''}") for each in baseline.replaced),
        *((Note(baseline.long_term_aim),) if baseline.long_term_aim else ()),
        *_aims(baseline),
        *_objectives(baseline),
        *_indicators(baseline),
        _days(report.plans),
    )
    return Page(baseline.title or baseline.name, blocks, names)


def _aims(baseline: BaselineDetail) -> Iterator[Section]:
    if baseline.aims:
        rows = [(Identifier(aim.id), aim.title) for aim in baseline.aims]
        yield Section("Aims", (table(f"Aims of {baseline.plan} in {baseline.name}", _AIMS, rows),), len(rows))


def _indicators(baseline: BaselineDetail) -> Iterator[Section]:
    rows = [
        (
            Stack((each.title, Identifier(each.id))),
            Organisations(each.leads),
            Stack(tuple(promises_in_words(each.baseline, each.targets)), are_alike=True),
        )
        for each in baseline.indicators
    ]
    if rows:
        caption = f"Indicators of {baseline.plan} in {baseline.name}"
        yield Section("Indicators", (table(caption, _INDICATORS, rows),), len(rows))


def _objectives(baseline: BaselineDetail) -> Iterator[Section]:
    """The entries in their order, under the objective that they have in common."""
    for objective, entries in baseline.by_objective:
        title = objective or "No objective"
        yield Section(title, tuple(_parts(title, entries, baseline.milestones)))


def _parts(title: str, entries: Sequence[EntryRecord], milestones: Sequence[MilestoneRecord]) -> Iterator[Section]:
    ids = {entry.entry for entry in entries}
    yield Section("Entries", (table(f"Entries: {title}", _ENTRIES, list(map(_entry, entries))),), len(entries))
    rows = [(each.due or each.duration, *about(each)) for each in milestones if each.entry in ids]
    if rows:
        yield Section("Milestones", (table(f"Milestones: {title}", _MILESTONES, rows),), len(rows))


def _entry(entry: EntryRecord) -> tuple[Value, ...]:
    return (
        Stack((entry.caption, Identifier(entry.entry))),
        Organisations(entry.leads),
        Organisations(entry.inputs),
        entry.output,
        entry.start,
        entry.end,
        entry.due,
    )
