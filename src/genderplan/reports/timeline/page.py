"""Page of a time line: each plan's drawings, and the table of every date in them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.rows import MilestoneRow
from genderplan.page.page import Block, Column, Identifier, Note, Organisations, Page, Section, Stack, Table, Value
from genderplan.page.words import baseline_in_words, cycle_in_words, earliest_in_words, joined
from genderplan.plan.items import Item
from genderplan.reports.parts import plan_facts
from genderplan.reports.timeline.drawing import drawings
from genderplan.reports.timeline.marks import NO_DATE
from genderplan.reports.timeline.result import Row, TimelineReport, slip_of
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.standings import EntryStanding, Standing, Status

_COLUMNS = (
    Column("Entry or milestone", is_name=True),
    Column("Lead"),
    Column("Start"),
    Column("Due"),
    Column("Baseline"),
    Column("Slipped", is_number=True),
    Column("Forecast or completed"),
    Column("Status"),
    Column("RAG"),
)


def timeline_page(report: TimelineReport, names: Mapping[str, str]) -> Page:
    """Every plan after the other on one axis."""
    rows = {plan: tuple(mine) for plan, mine in groupby(report.rows, key=lambda row: row.plan)}
    sections = tuple(_section(label, rows.get(label.id, ()), report) for label in report.plans)
    return Page("Timeline", sections, names)


def _section(label: PlanLabel, rows: Sequence[Row], report: TimelineReport) -> Section:
    blocks: list[Block] = [
        plan_facts(label, baseline_in_words(report.baselines.get(label.id))),
        *drawings(label, rows, report),
    ]
    if report.axis is None or not rows:
        blocks.append(Note(NO_DATE))
    if rows:
        blocks.append(_table(label, [report.entries[row.id] for row in rows]))
    return Section(label.title, tuple(blocks))


def _table(label: PlanLabel, entries: Sequence[EntryStanding]) -> Table:
    """A row for each entry, and below it one for each of its milestones; columns that have anything."""
    rows = [row for entry in entries for row in _rows(entry)]
    at = [place for place in range(len(_COLUMNS)) if any(row[place] is not None for row in rows)]
    shown = tuple(tuple(row[place] for place in at) for row in rows)
    caption = f"Dates of the entries and milestones of {label.id}"
    return Table(caption, tuple(_COLUMNS[place] for place in at), shown)


def _rows(entry: EntryStanding) -> Iterator[tuple[Value, ...]]:
    row, own = entry.entry, entry.own
    again = _again(Item(row))
    about = Stack((row.caption, f"for {joined(row.groups)}" if row.groups else None, Identifier(row.id), again))
    end = _end(entry.status, own.finish if own else row.completed, row.forecast)
    dates = (row.start, own.due if own else row.own_date, *_slip(own), end)
    yield about, Organisations(row.leads), *dates, entry.status, entry.rag
    for standing in entry.items:
        if standing.item.milestone:
            yield _milestone(standing, standing.item.milestone)


def _milestone(standing: Standing, milestone: MilestoneRow) -> tuple[Value, ...]:
    status, item = standing.status, standing.item
    about = Stack((milestone.title, Identifier(item.id_in_plan), _again(item)))
    due = standing.due or (earliest_in_words(standing.earliest) if standing.earliest else None)
    dates = (None, due, *_slip(standing), _end(status, standing.finish, milestone.forecast))
    return about, Organisations(item.leads), *dates, status, standing.rag


def _again(item: Item) -> str | None:
    """How often something comes again."""
    cycle = item.row.cycle
    return cycle_in_words(cycle.every, item.row.due, cycle.until) if cycle else None


def _end(status: Status, finish: PlanDate | None, forecast: PlanDate | None) -> Value:
    """When something was done, or for when it is forecast."""
    if status is Status.COMPLETE:
        return Stack((finish, "completed")) if finish else None
    return Stack((forecast, "forecast")) if forecast else None


def _slip(standing: Standing | None) -> tuple[Value, Value]:
    """The date of the baseline, and by how much it is another now."""
    return (standing.baseline_due, slip_of(standing)) if standing else (None, None)
