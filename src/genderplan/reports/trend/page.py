"""Page of a trend: each plan's promises as drawings of a few lines, and beside each the table of what it shows."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import Block, Column, Drawing, Identifier, Note, Page, Section, Stack, Table, Value
from genderplan.past.promises import ReportRecord, ReportSource
from genderplan.reports.history.words import SHORT
from genderplan.reports.parts import MILESTONE, about, next_step, plan_facts
from genderplan.reports.trend.drawing import drawing_of
from genderplan.reports.trend.result import MilestoneTrend, PromiseRecord, Trend, TrendReport
from genderplan.reports.trend.series import DROPPED, Series, series_of
from genderplan.reports.trend.words import facts_of, more_of, next_in_words, undated_in_words, why_none
from genderplan.standing.records.items import PlanLabel

_LINES = 10
"""As many as can be told apart in a drawing, and stand side by side in a table."""

_KEY = (Column("Line", is_name=True), Column("Change", is_number=True), *MILESTONE)


def trend_page(report: TrendReport, names: Mapping[str, str], *, named: bool = False) -> Page:
    """Every plan after the other; milestones are `named` where ids were given."""
    pairs = zip(report.plans, report.trends, strict=True)
    return Page("Trend", tuple(_section(label, trend, named=named) for label, trend in pairs), names)


def _section(label: PlanLabel, trend: Trend, *, named: bool) -> Section:
    blocks: list[Block] = [plan_facts(label, *facts_of(trend))]
    if trend.undated:
        blocks.append(Note(undated_in_words(trend), is_aside=True))
    if not trend.milestones:
        blocks.append(Note(why_none(trend, named=named)))
        return Section(label.title, tuple(blocks))
    blocks += _promises(label, trend)
    if trend.more:
        blocks.append(Note(f"{more_of(trend, named=named)}: --limit shows more", is_aside=True))
    blocks.append(next_step(label, *next_in_words(trend)))
    return Section(label.title, tuple(blocks))


def _promises(label: PlanLabel, trend: Trend) -> Iterator[Block]:
    """What is drawn, with its tables: a section for each drawing where there are several."""
    series = series_of(trend)
    starts = range(0, len(series), _LINES)
    for start in starts:
        records = tuple(record for each in series[start : start + _LINES] for record in each.records)
        title = f"Promises {start + 1:,} to {min(start + _LINES, len(series)):,} of {len(series):,}"
        blocks = tuple(_drawn(label, trend._replace(milestones=records, more=0)))
        yield from [Section(title, blocks)] if len(starts) > 1 else blocks


def _drawn(label: PlanLabel, trend: Trend) -> Iterator[Block]:
    """One drawing, what its letters stand for, and what they promise report by report."""
    series = series_of(trend)
    if any(each.pieces for each in series):
        title = f"Promised dates of {label.id}, report by report: flat is kept, rising is slipping"
        yield Drawing(title, drawing_of(label, trend, title))
    rows = tuple(_milestone(each, record) for each in series for record in each.records)
    yield Table("Milestones by their lines, and how far the last promise is from the first", _KEY, rows)
    yield from _reports(trend, series)


def _milestone(series: Series, record: MilestoneTrend) -> tuple[Value, ...]:
    is_moved = record.variance and record.variance.is_moved and series.amount != DROPPED
    return series.letter, record.variance if is_moved else series.amount, *about(record)


def _reports(trend: Trend, series: Sequence[Series]) -> Iterator[Block]:
    """A row for each report in which a promise is new, and for the first and the last."""
    last = len(trend.reports) - 1
    places = sorted({0, last, *(promise.report for each in series for promise in each.record.promises)})
    promises = [list(each.record.along(last + 1)) for each in series]
    columns = (Column("Report", is_name=True), *(Column(each.letter) for each in series))
    rows = tuple((_name(trend.reports[place]), *(_cell(each[place]) for each in promises)) for place in places)
    yield Table("What each report promises, by line", columns, rows)
    if left_out := last + 1 - len(places):
        yield Note(f"Reports left out, since they promise what the one before them does: {left_out:,}.", is_aside=True)


def _name(report: ReportRecord) -> Stack:
    """The day of a report, and its commit or the name that people gave it."""
    if report.source is ReportSource.COMMIT and report.commit:
        return Stack((report.day, Identifier(report.commit.id[:SHORT])))
    return Stack((report.day, report.name))


def _cell(promise: PromiseRecord | None) -> Value:
    if promise is None:
        return None
    date = promise.promised or DROPPED
    return Stack((date, "done")) if promise.done else date
