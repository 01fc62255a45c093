"""Page of the chart: a row for each project, a column for each month, and its months in words.

Where there are many months, columns are quarters or years; where even these are too many, the words stand alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import MONTHS
from genderplan.page.page import Block, Column, Note, Page, Section, Stack, Table, Value
from genderplan.page.words import date_in_words, sentence
from genderplan.reports.annex.page import spelled
from genderplan.reports.annex.result import Annex, AnnexBar, PlanAnnex, rows_by_plan
from genderplan.reports.annex.words import none_of, timescale
from genderplan.reports.parts import plan_facts
from genderplan.reports.timeline.drawing import drawings
from genderplan.reports.timeline.result import Axis, Row, TimelineReport
from genderplan.standing.records.items import PlanLabel

_MOST_COLUMNS = 24
_PARTS = {1: "months", 3: "quarters", 12: "years"}
"""How many months a column may have, and what such are called."""

_RUNS, _BEFORE, _AFTER = "■", "◀", "▶"
_KEY = f"{_RUNS} the {{}} runs; {_BEFORE} it began before the chart; {_AFTER} it goes on beyond it."


class _Columns(NamedTuple):
    """The months of a chart, counted from year 0, in parts of so many."""

    first: int
    last: int
    months: int

    @property
    def starts(self) -> range:
        """The first month of each column; of a quarter or a year that is its own first."""
        return range(self.first - (self.first - 1) % self.months, self.last + 1, self.months)


def timescale_page(annex: Annex, timeline: TimelineReport, names: Mapping[str, str], noun: str = "project") -> Page:
    """Each plan's chart of what has the noun: as a picture where a format has one, and as a table."""
    pairs = zip(annex.plans, annex.annexes, strict=True)
    rows = rows_by_plan(timeline)
    sections = tuple(_plan(label, found, rows.get(label.id, ()), timeline, noun) for label, found in pairs)
    return Page("Timescale", sections, spelled(names))


def _plan(label: PlanLabel, annex: PlanAnnex, rows: Sequence[Row], timeline: TimelineReport, noun: str) -> Section:
    axis = timeline.axis
    span = f"{date_in_words(axis.from_)} to {date_in_words(axis.to)}" if axis else ""
    blocks: list[Block] = [plan_facts(label, annex.state, span), *drawings(label, rows, timeline)]
    if annex.bars:
        columns = _columns(axis)
        by = f" by {_PARTS[columns.months]}" if columns else ""
        caption = f"{sentence(noun).replace(' or ', 's and ')}s of {label.id}{by}"
        rows_told = [(_name(bar), _when(bar, timeline), *_cells(bar, columns)) for bar in annex.bars]
        blocks.append(Table(caption, _heads(columns, noun), tuple(rows_told)))
        blocks += [Note(_KEY.format(noun), is_aside=True)] if columns else []
    else:
        blocks.append(Note(none_of(noun)))
    return Section(label.title, tuple(blocks))


def _columns(axis: Axis | None) -> _Columns | None:
    """Columns of as few months as make few enough of them; None where even years are too many."""
    if axis is None:
        return None
    found = (_Columns(axis.from_.last_month, axis.to.last_month, months) for months in _PARTS)
    return next((each for each in found if len(each.starts) <= _MOST_COLUMNS), None)


def _heads(columns: _Columns | None, noun: str) -> tuple[Column, ...]:
    heads = (_head(start, columns.months) for start in columns.starts) if columns else ()
    return (Column(sentence(noun), is_name=True), Column("Timescale"), *map(Column, heads))


def _when(bar: AnnexBar, timeline: TimelineReport) -> str:
    """Its own dates, as the tables of actions and projects have them; of what has none those of its bar."""
    entry = timeline.entries[bar.id].entry
    return timescale(entry.start, entry.own_date) or timescale(bar.start, bar.end)


def _head(start: int, months: int) -> str:
    """`Oct 2003`, `Q4 2003`, `2003`"""
    year, month = divmod(start - 1, 12)
    return {1: f"{MONTHS[month]} {year}", 3: f"Q{month // 3 + 1} {year}"}.get(months, str(year))


def _name(bar: AnnexBar) -> Value:
    """Whom it serves over its title, which alone tells apart those that serve the same; else the title."""
    return bar.label if bar.label == bar.title else Stack((bar.label, bar.title))


def _cells(bar: AnnexBar, columns: _Columns | None) -> Iterator[str]:
    if columns is None:
        return
    first = bar.first.last_month if bar.first else 0
    last = bar.last.last_month if bar.last else -1
    for start in columns.starts:
        runs = first < start + columns.months and start <= last
        before = runs and bar.begins_before and start <= columns.first
        after = runs and bar.goes_on and start + columns.months > columns.last
        yield f"{_BEFORE if before else ''}{_RUNS if runs else ''}{_AFTER if after else ''}"
