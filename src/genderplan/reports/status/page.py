"""Page of status: objectives and their counts, then what is overdue, what slipped, what is due, what to run next."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import (
    Block,
    Column,
    Command,
    Facts,
    Identifier,
    Next,
    Note,
    Page,
    Section,
    Shift,
    Table,
    Value,
)
from genderplan.page.words import sentence
from genderplan.reports.parts import MILESTONE, about_in_entry, items_section, overdue_blocks, share_complete, table
from genderplan.reports.status.measures.page import measures_blocks
from genderplan.reports.status.result import PlanStatus, PlanWindow, StatusReport
from genderplan.reports.status.words import (
    NOUNS,
    approved_in_words,
    command_of,
    facts_in_words,
    next_in_words,
    parts_of,
    sets_in_words,
    slip_note,
    slipped_in_words,
    statements_in_words,
    statuses_of,
    told_once_in_words,
    told_progress,
)
from genderplan.standing.rag import RAG_RULE
from genderplan.standing.records.items import MilestoneRecord, Tally
from genderplan.standing.standings import Rag, Status

_SLIPPED = (Column("Change", is_number=True), Column("RAG"), Column("Date"), *MILESTONE)
_DUE = (Column("Due"), *MILESTONE)

NOTHING_PASSES = Note("Nothing of this plan passes the filters.", is_aside=True)
"""What stands in place of a plan of which the filters leave nothing."""


def status_page(report: StatusReport, names: Mapping[str, str]) -> Page:
    """Every plan after the other."""
    pairs = zip(report.plans, report.windows, strict=True)
    return Page("Status", tuple(_plan(plan, window, names) for plan, window in pairs), names)


def _plan(plan: PlanStatus, window: PlanWindow, names: Mapping[str, str]) -> Section:
    facts = Facts((Identifier(plan.id), plan.state, *facts_in_words(plan, window)))
    if window.is_filtered_out:
        return Section(plan.title, (facts, NOTHING_PASSES))
    return Section(plan.title, (facts, *_blocks(plan, window, statements_in_words(window, names), names)))


def _blocks(plan: PlanStatus, window: PlanWindow, said: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Block]:
    yield objectives_table(plan, window)
    yield Note(f"{sets_in_words(plan, window, str.capitalize)} {RAG_RULE}.", is_aside=True)
    if told := told_progress(plan, window):
        yield Note(told)
    yield from overdue_blocks("Overdue", plan.overdue, said)
    yield from slipped_blocks(plan, window, said, names)
    yield due_section(plan, window, said)
    yield from measures_blocks(plan)
    command, why = next_in_words(plan)
    yield Next(Command(command), why)


def objectives_table(plan: PlanStatus, window: PlanWindow) -> Table:
    """Of each objective what is done of all, then the entries that are not, by their status."""
    statuses = statuses_of(plan)
    entries = NOUNS[window.counted]
    heads = (sentence(entries), "Milestones", *(each.capitalize() for each in statuses))
    columns = (Column("Objective", is_name=True), Column("RAG"), *(Column(head, is_number=True) for head in heads))
    caption = f"Objectives of {plan.id}: RAG, {entries} and milestones complete of all, and open {entries} by status"
    return Table(caption, columns, tuple(_row(*part, statuses) for part in parts_of(plan, window)))


def _row(title: str, rag: Rag | None, counts: Tally, statuses: Sequence[Status]) -> tuple[Value, ...]:
    numbers = (counts.entries[status] for status in statuses)
    return (title, rag or "-", share_complete(counts.entries), share_complete(counts.milestones), *numbers)


def slipped_blocks(
    plan: PlanStatus, window: PlanWindow, said: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[Section]:
    """What is later than was agreed, and by whom a new date was approved; nothing without a baseline."""
    if plan.baseline:
        yield Section(f"Slipped since {plan.baseline}", tuple(_slips(plan, window, said, names)), window.late)


def _slips(plan: PlanStatus, window: PlanWindow, said: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Block]:
    yield Note(f"{sentence(slipped_in_words(window))}.")
    if plan.slipped:
        rows = tuple(_slip(each, slip_note(each, said, names)) for each in plan.slipped)
        yield table(f"Slipped in {plan.id} since {plan.baseline}", _SLIPPED, rows)
    told_once, approved = told_once_in_words(plan, window), approved_in_words(window)
    if told_once:
        yield Note(f"{told_once}.", is_aside=True)
    if approved:
        yield Next(Command(command_of("slippage", plan)), approved)


def _slip(record: MilestoneRecord, note: str) -> tuple[Value, ...]:
    about = about_in_entry(record, note)
    return record.variance, record.rag, Shift(record.judged_by, record.finish), *about


def due_section(plan: PlanStatus, window: PlanWindow, said: Mapping[str, str]) -> Section:
    title = f"Due {window.ahead}"
    if not plan.due:
        return Section(title, (Note("Nothing."),), 0)
    rows = [(each.awaited, *about_in_entry(each, said.get(each.entry, ""))) for each in plan.due]
    return items_section(title, plan.due, _DUE, rows)
