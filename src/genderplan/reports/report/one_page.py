"""Page of a progress report that fits one sheet: of each plan at most 80 lines of 80 cells.

Each list shows as many of its rows as there is room for, the worst first, and says how many more there are.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.page.page import (
    Amount,
    Block,
    Column,
    Note,
    Organisations,
    Page,
    Section,
    Shift,
    Stack,
    Table,
    Value,
)
from genderplan.page.words import length_in_words
from genderplan.reports.costs.page import costs_in_short
from genderplan.reports.coverage.page import coverage_in_short
from genderplan.reports.indicators.words import states_in_words
from genderplan.reports.parts import share_complete, table
from genderplan.reports.report.page import board_in_words, plan_heading
from genderplan.reports.report.result import PlanReport, Report
from genderplan.reports.report.words import summary
from genderplan.reports.status.page import NOTHING_PASSES
from genderplan.reports.status.result import PlanWindow
from genderplan.reports.status.words import NOUNS, is_mixed, parts_of
from genderplan.standing.records.items import MilestoneRecord, PlanLabel
from genderplan.standing.standings import Status
from genderplan.terminal.pages import page_lines
from genderplan.terminal.screen import Screen

_LINES, _CELLS = 80, 80
"""What an A4 sheet has room for."""

_OBJECTIVES, _ITEM = (
    (Column("Objective", is_name=True), Column("RAG")),
    (
        Column("Milestone", is_name=True),
        Column("Lead"),
    ),
)
_Row = tuple[Value, ...]


class _Bounds(NamedTuple):
    """How many rows are shown of the table of objectives, and of each list."""

    objectives: int
    items: int


_TRIED = (
    *(_Bounds(40, items) for items in range(12, 2, -1)),
    *(_Bounds(objectives, 3) for objectives in (30, 20, 12, 8)),
    *(_Bounds(6, items) for items in (2, 1)),
    _Bounds(2, 0),
)
"""What is tried one after the other, until all fits."""


def one_page(report: Report, names: Mapping[str, str]) -> Page:
    """Every plan on a page of its own."""
    triples = zip(report.plans, report.reports, report.windows, strict=True)
    board = board_in_words(report, names)
    sections = tuple(_fitted(*each, names, board) for each in triples)
    return Page("Progress report", sections, names, is_on_sheets=True)


def _fitted(label: PlanLabel, report: PlanReport, window: PlanWindow, names: Mapping[str, str], board: str) -> Section:
    """The plan with as many rows as fit; where not even the fewest do, with these."""
    for bounds in _TRIED:
        section = Section(label.title, tuple(_blocks(report, window, bounds, board)))
        if sum(1 for _ in page_lines(Page("", (section,), names), Screen(_CELLS))) <= _LINES:
            break
    return section


def _blocks(report: PlanReport, window: PlanWindow, bounds: _Bounds, board: str) -> Iterator[Block]:
    plan, most = report.status, bounds.items
    yield plan_heading(report, window, board)
    if window.is_filtered_out:
        yield NOTHING_PASSES
        return
    yield Note(" ".join(summary(report, window)))
    if plan.objectives or report.entries:
        yield _objectives(report, window, bounds.objectives)
    late = [(each.awaited, Amount(each.days_overdue or 0, "day"), *_about(each)) for each in plan.overdue[:most]]
    yield from _listed(plan.id, "Overdue", ("Due", "Overdue"), late, len(plan.overdue))
    slips = [(each.variance, Shift(each.judged_by, each.finish), *_about(each)) for each in plan.slipped[:most]]
    yield from _listed(plan.id, f"Slipped since {plan.baseline}", ("Change", "Date"), slips, len(plan.slipped))
    coming = [(each.awaited, *_about(each)) for each in plan.due[:most]]
    yield from _listed(plan.id, f"Due in {length_in_words(window.due_soon)}", ("Due",), coming, len(plan.due))
    yield Section("Indicators, costs and coverage", tuple(map(Note, _in_short(report))))


def _objectives(report: PlanReport, window: PlanWindow, most: int) -> Section:
    """The first objectives, and the whole."""
    *parts, whole = parts_of(report.status, window)
    rows = []
    for title, rag, counts in (*parts[:most], whole):
        done = share_complete(counts.entries)
        rows.append((title, rag or "-", done, counts.entries[Status.OVERDUE], counts.entries[Status.DUE]))
    done_of = "Done" if is_mixed(report.status, window) else f"{NOUNS[window.counted].capitalize()} done"
    heads = (done_of, "Overdue", "Due")
    columns = (*_OBJECTIVES, *(Column(head, is_number=True) for head in heads))
    objectives = Table(f"Objectives of {report.plan}", columns, tuple(rows))
    return Section("By objective", (objectives, *_more(len(parts) - most)))


def _listed(plan: str, title: str, heads: Sequence[str], rows: Sequence[_Row], number: int) -> Iterator[Section]:
    """The rows that are shown of so many; nothing for none."""
    if number:
        columns = (*(Column(head, is_number=head in {"Overdue", "Change"}) for head in heads), *_ITEM)
        shown = (table(f"{title}, of {plan}", columns, tuple(rows)),) if rows else ()
        yield Section(title, (*shown, *_more(number - len(rows))), number)


def _more(number: int) -> Iterator[Note]:
    if number > 0:
        yield Note(f"{number:,} more.")


def _about(record: MilestoneRecord) -> tuple[Stack, Organisations]:
    """A milestone over its action; an own date stands by itself."""
    action = record.entry_caption if record.milestone is not None else ""
    return Stack((record.caption, action)), Organisations(record.leads)


def _in_short(report: PlanReport) -> Iterator[str]:
    """What is measured, what it costs and what it serves, a sentence each."""
    yield states_in_words(report.indicators) if report.indicators else "There is no indicator."
    if report.entries:
        yield costs_in_short(report.costs)
    for each in report.frameworks:
        yield f"{each.title}: {coverage_in_short(each)}"
