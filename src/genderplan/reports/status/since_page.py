"""Page of what changed since an earlier state: what came to be, what was reported, what moved, came and went."""

from collections.abc import Iterator, Mapping, Sequence

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
)
from genderplan.page.words import as_of_in_words
from genderplan.reports.cells import LEAD, MILESTONE, milestone_cell, paragraphs, short_id, signatory
from genderplan.reports.parts import next_step
from genderplan.reports.slippage.page import change_blocks
from genderplan.reports.slippage.words import reasons_in_words, since_in_short, since_in_words, since_next_in_words
from genderplan.reports.status.measures_page import measures_blocks
from genderplan.reports.status.news import UpdateNews
from genderplan.reports.status.page import overdue_blocks
from genderplan.reports.status.result import PlanStatus
from genderplan.reports.status.since import Since, SinceReport
from genderplan.standing.records import MilestoneRecord, PlanLabel

_ITEMS = (Column("Date"), MILESTONE, LEAD)
_UPDATES = (Column("Date"), Column("By"), Column("Entry", is_name=True), Column("Update"))


def since_page(report: SinceReport, names: Mapping[str, str], measured: Sequence[PlanStatus] = ()) -> Page:
    """Every plan after the other, with its measures where it has some; then the plans that have measures alone."""
    plans = {plan.id: plan for plan in measured}
    pairs = zip(report.plans, report.since, strict=True)
    sections = [_plan(label, since, plans.pop(label.id, None)) for label, since in pairs]
    sections += [Section(plan.title, (_facts(plan), *measures_blocks(plan))) for plan in plans.values()]
    return Page("Status: what changed", tuple(sections), names)


def _facts(plan: PlanLabel | PlanStatus, *more: str) -> Facts:
    return Facts((Identifier(plan.id), as_of_in_words(plan.as_of, plan.as_of_from), *more))


def _plan(label: PlanLabel, since: Since, measured: PlanStatus | None) -> Section:
    blocks = (_facts(label, since_in_words(since.since)), *_changes(since, label))
    return Section(label.title, (*blocks, *(measures_blocks(measured) if measured else ())))


def _changes(since: Since, label: PlanLabel) -> Iterator[Block]:
    yield Note(since_in_short(since))
    yield from _items("Completed", since.completed or ())
    yield from overdue_blocks("Newly overdue", since.newly_overdue or ())
    yield from _items("Cancelled", since.cancelled or ())
    yield from _updates(since.plan, since.updates or ())
    yield from change_blocks(since.comparison, reasons_in_words(since.reasons))
    command, why = since_next_in_words(since)
    yield next_step(label, command, why)


def _items(title: str, records: Sequence[MilestoneRecord]) -> Iterator[Section]:
    """What was done, by when it was, or else was due."""
    if records:
        rows = tuple(
            (each.completed or each.awaited, milestone_cell(each), Organisations(each.leads)) for each in records
        )
        yield Section(title, (Table(f"{title} in {records[0].plan}", _ITEMS, rows),), len(records))


def _updates(plan: str, updates: Sequence[UpdateNews]) -> Iterator[Section]:
    """What was reported: when, by whom and of what."""
    if updates:
        rows = tuple(
            (
                each.date or "no date",
                signatory(each.by),
                Stack((each.title, short_id(each.id))),
                paragraphs(each.text),
            )
            for each in updates
        )
        yield Section("Updates", (Table(f"Updates in {plan}", _UPDATES, rows),), len(updates))
