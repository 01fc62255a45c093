"""Page of a progress report: the summary, each objective with its actions, and what a board asks for next."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

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
    Value,
)
from genderplan.page.words import listed, sentence, state_in_words
from genderplan.reports.costs.page import costs_in_short, sum_blocks
from genderplan.reports.coverage.page import framework_section
from genderplan.reports.coverage.records import Coverage
from genderplan.reports.indicators.page import measure_blocks
from genderplan.reports.indicators.words import states_in_words
from genderplan.reports.parts import overdue_blocks, share_complete, table
from genderplan.reports.report.result import MOST_COVERED, PlanReport, Report, ReportedEntry
from genderplan.reports.report.words import Told, changes_in_short, notes_of, summary, told_of
from genderplan.reports.status.page import NOTHING_PASSES, due_section, objectives_table, slipped_blocks
from genderplan.reports.status.result import PlanWindow
from genderplan.reports.status.words import facts_in_words, sets_in_words, statements_in_words
from genderplan.standing.rag import RAG_RULE
from genderplan.standing.records.items import PlanLabel

_FACTS = (
    Column("Lead"),
    Column("Due"),
    Column("Milestones", is_number=True),
    Column("Progress"),
    Column("RAG"),
)


class _Reader(NamedTuple):
    """What every plan is told by: names, whose oversight it is, and whether coverage is told of so many plans."""

    names: Mapping[str, str]
    board: str
    is_covered: bool


def report_page(report: Report, names: Mapping[str, str]) -> Page:
    """Every plan after the other."""
    parts = zip(report.plans, report.reports, report.windows, report.coverages, strict=True)
    reader = _Reader(names, board_in_words(report, names), len(report.plans) <= MOST_COVERED)
    return Page("Progress report", tuple(_plan(*each, reader) for each in parts), names)


def board_in_words(report: Report, names: Mapping[str, str]) -> str:
    """Whose oversight it is narrowed to; nothing for nobody's."""
    return f"what {names.get(report.board, report.board)} oversees" if report.board else ""


def _plan(
    label: PlanLabel, report: PlanReport, window: PlanWindow, covered: Coverage | None, reader: _Reader
) -> Section:
    heading = plan_heading(report, window, reader.board)
    if window.is_filtered_out:
        return Section(label.title, (heading, NOTHING_PASSES))
    said = statements_in_words(window, reader.names)
    told = told_of(report, said, reader.names)
    return Section(
        label.title,
        (
            heading,
            Note(" ".join(summary(report, window))),
            *_objectives(report, window),
            *_entries(report, told),
            *_dates(report, window, told),
            _indicators(label, report),
            *_costs(label, report),
            _coverage(covered, reader),
            *([due_section(report.status, window, said)] if report.entries else ()),
        ),
    )


def plan_heading(report: PlanReport, window: PlanWindow, board: str) -> Facts:
    """The plan, the day, what it is held against, and whose concern it is."""
    return Facts((Identifier(report.plan), report.status.state, *facts_in_words(report.status, window), board))


def _objectives(report: PlanReport, window: PlanWindow) -> Iterator[Block]:
    """Counts by objective; a plan without any objective, action or project has none."""
    plan = report.status
    if plan.objectives or report.entries:
        rule = Note(f"{sets_in_words(plan, window, str.capitalize)} {RAG_RULE}.", is_aside=True)
        yield Section("By objective", (objectives_table(plan, window), rule))


def _entries(report: PlanReport, told: Told) -> Iterator[Block]:
    """A table for each objective, for the actions under none, and for the projects under none."""
    titles = {each.id: each.title for each in report.status.objectives}
    under: dict[tuple[str | None, str], list[ReportedEntry]] = {}
    for each in report.entries:
        objective = each.entry.objective if each.entry.objective in titles else None
        under.setdefault((objective, "" if objective else each.entry.kind), []).append(each)
    for id_, title in titles.items():
        if (id_, "") in under:
            yield _table(report, title, under[id_, ""], told)
    for kind, title in (("action", "No objective"), ("project", "Projects")):
        if (None, kind) in under:
            yield _table(report, title, under[None, kind], told)
    empty = [title for id_, title in titles.items() if (id_, "") not in under]
    if empty:
        yield Note(f"Nothing stands under {listed(empty)}.", is_aside=True)


def _table(report: PlanReport, title: str, entries: Sequence[ReportedEntry], told: Told) -> Section:
    kinds = sorted({each.entry.kind for each in entries})
    columns = (Column(sentence(" or ".join(kinds)), is_name=True), *_FACTS)
    rows = [_row(each, told) for each in entries]
    return Section(title, (table(f"{title}, of {report.plan}", columns, rows),), len(rows))


def _row(reported: ReportedEntry, told: Told) -> tuple[Value, ...]:
    """The title, and who leads below it where there is little room, over all that is told of it."""
    entry, counts = reported.entry, reported.entry.counts or {}
    progress = state_in_words(entry.progress) if entry.progress else None
    milestones = share_complete(counts) if any(counts.values()) else None
    return (
        Stack((entry.caption, "", *notes_of(reported, told))),
        Organisations(entry.leads),
        reported.last_due,
        milestones,
        progress,
        entry.rag or "-",
    )


def _dates(report: PlanReport, window: PlanWindow, told: Told) -> Iterator[Section]:
    """What is overdue, and what slipped; there too how many dates moved at all, and what was added and removed."""
    yield from overdue_blocks("Overdue", report.status.overdue, told.statements)
    for slipped in slipped_blocks(report.status, window, told.statements, told.names):
        changes = Note(changes_in_short(report.comparison)) if report.comparison else None
        yield slipped._replace(blocks=(*slipped.blocks, *filter(None, [changes])))


def _indicators(label: PlanLabel, report: PlanReport) -> Section:
    if not report.indicators:
        return Section("Indicators", (Note("There is no indicator."),))
    blocks = measure_blocks(label, report.indicators)
    return Section("Indicators", (Note(states_in_words(report.indicators)), *blocks), len(report.indicators))


def _costs(label: PlanLabel, report: PlanReport) -> Iterator[Section]:
    """What is known of costs; nothing where there is neither anything that could cost, nor a budget."""
    if report.entries or report.costs.sums:
        yield Section("Costs", (Note(costs_in_short(report.costs)), *sum_blocks(label, report.costs)))


def _coverage(found: Coverage | None, reader: _Reader) -> Section:
    """Each framework in a sentence, and its sections that are not served in full."""
    if not reader.is_covered:
        return Section("Coverage", (Note(f"Not told of more than {MOST_COVERED} plans at once."),))
    if found is None or not found.frameworks:
        return Section("Coverage", (Note("The plan follows no framework."),))
    counted = (Note(f"Counted is only {reader.board}."),) if reader.board else ()
    frameworks = (framework_section(each, found, gaps=True) for each in found.frameworks)
    return Section("Coverage", (*counted, *frameworks))
