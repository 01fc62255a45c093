"""Page of a time line: each plan's drawings, and the table of every date in them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from genderplan.analysis.records import PlanLabel
from genderplan.analysis.standing import EntryStanding, Item, Status
from genderplan.analysis.timeline import Row, TimelineReport, slip_of
from genderplan.model.dates import PlanDate
from genderplan.page.page import (
    Block,
    Column,
    Facts,
    Identifier,
    Note,
    Organisations,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.words import as_of_in_words, joined
from genderplan.plan.rows import MilestoneRow
from genderplan.reports.timeline.drawing import drawings

_WHAT = (Column("Entry"), Column("Milestone or entry", is_name=True), Column("Lead"), Column("Start"), Column("Due"))
_BASELINE = (Column("Baseline"), Column("Slipped", is_number=True))
_STANDING = (Column("Forecast or completed"), Column("Status"), Column("RAG"))


def timeline_page(report: TimelineReport, names: Mapping[str, str]) -> Page:
    """Every plan after the other on one axis."""
    rows = {plan: tuple(mine) for plan, mine in groupby(report.rows, key=lambda row: row.plan)}
    sections = tuple(_section(label, rows.get(label.id, ()), report) for label in report.plans)
    return Page("Timeline", sections, names)


def _section(label: PlanLabel, rows: Sequence[Row], report: TimelineReport) -> Section:
    baseline = report.baselines.get(label.id)
    against = f"baseline {baseline}" if baseline else "no baseline"
    facts = Facts((Identifier(label.id), as_of_in_words(label.as_of, label.as_of_from), against))
    blocks: list[Block] = [facts, *drawings(label, rows, report)]
    if report.axis is None:
        blocks.append(Note("Nothing has a date."))
    if rows:
        blocks.append(_table(label, [report.entries[row.id] for row in rows], has_baseline=baseline is not None))
    return Section(label.title, tuple(blocks))


def _table(label: PlanLabel, entries: Sequence[EntryStanding], *, has_baseline: bool) -> Table:
    """A row for each entry, and below it one for each of its milestones."""
    columns = (*_WHAT, *(_BASELINE if has_baseline else ()), *_STANDING)
    rows = (
        (*what, *(_slip(item) if has_baseline else ()), *standing)
        for entry in entries
        for what, item, standing in _rows(entry)
    )
    return Table(f"Dates of the entries and milestones of {label.id}", columns, tuple(rows))


def _rows(entry: EntryStanding) -> Iterator[tuple[tuple[Value, ...], Item | None, tuple[Value, ...]]]:
    """What each is, what the baseline has of it, and where it stands."""
    row, own = entry.entry, entry.own
    end = _end(entry.status, own.standing.finish if own else row.completed, None)
    about = Stack((row.title, f"for {joined(row.groups)}" if row.groups else None))
    what = (Identifier(row.id), about, Organisations(row.leads), row.start, row.own_date)
    yield what, own, (end, entry.status, entry.rag)
    for item in entry.items:
        if item.milestone:
            yield _milestone(item, item.milestone), item, _standing(item, item.milestone)


def _milestone(item: Item, milestone: MilestoneRow) -> tuple[Value, ...]:
    about = Stack((milestone.title, Identifier(f"#{milestone.id}")))
    return Identifier(item.entry.id), about, Organisations(item.leads), None, milestone.due


def _standing(item: Item, milestone: MilestoneRow) -> tuple[Value, ...]:
    status, finish, rag = item.standing.status, item.standing.finish, item.standing.rag
    return _end(status, finish, milestone.forecast), status, rag


def _end(status: Status, finish: PlanDate | None, forecast: PlanDate | None) -> Value:
    """When something was done, or for when it is forecast."""
    if status is Status.COMPLETE:
        return Stack((finish, "completed")) if finish else None
    return Stack((forecast, "forecast")) if forecast else None


def _slip(item: Item | None) -> tuple[Value, Value]:
    """The date of the baseline, and by how much it is another now."""
    return (item.standing.baseline_due, slip_of(item)) if item else (None, None)
