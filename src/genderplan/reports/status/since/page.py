"""Page of what changed since an earlier state: what came to be, what was reported, what moved, came and went."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.lazy import LazySequence
from genderplan.page.page import Block, Column, Note, Page, Section, Stack, Table, Value
from genderplan.reports.parts import (
    MILESTONE,
    about_in_entry,
    identifier,
    next_step,
    plan_facts,
    signatory,
    table,
    update_cell,
)
from genderplan.reports.slippage.page import change_blocks
from genderplan.reports.status.keys import KeyChange, texts_of
from genderplan.reports.status.measures.page import measures_blocks
from genderplan.reports.status.page import overdue_blocks
from genderplan.reports.status.result import PlanStatus
from genderplan.reports.status.since.news import UpdateNews
from genderplan.reports.status.since.result import Since, SinceReport
from genderplan.reports.status.since.words import (
    changes_in_short,
    day_of_change,
    next_in_words,
    reasons_in_words,
    since_in_words,
)
from genderplan.standing.records.items import MilestoneRecord, PlanLabel

_ITEMS = (Column("Date"), *MILESTONE)
_KEYS = (Column("Key"), Column("Of", is_name=True), Column("Was"), Column("Now"))
_UPDATES = (Column("Date"), Column("By"), Column("Entry", is_name=True), Column("Update"))


def since_page(report: SinceReport, names: Mapping[str, str], measured: Sequence[PlanStatus] = ()) -> Page:
    """Every plan after the other, with its measures where it has some; then the plans that have measures alone."""
    plans = {plan.id: plan for plan in measured}
    pairs = zip(report.plans, report.since, strict=True)
    sections = [_plan(label, since, plans.pop(label.id, None), names) for label, since in pairs]
    sections += [Section(plan.title, (plan_facts(plan.label), *measures_blocks(plan))) for plan in plans.values()]
    return Page("Status: what changed", tuple(sections), names)


def _plan(label: PlanLabel, since: Since, measured: PlanStatus | None, names: Mapping[str, str]) -> Section:
    changes = (*change_sections(since, names), next_step(label, *next_in_words(since)))
    blocks = (plan_facts(label, since_in_words(since.since)), *changes)
    return Section(label.title, (*blocks, *(measures_blocks(measured) if measured else ())))


def change_sections(since: Since, names: Mapping[str, str]) -> Iterator[Block]:
    """What changed, in short, and then a section for each sort of change that there is."""
    yield Note(changes_in_short(since))
    yield from _items("Completed", since.completed or ())
    yield from overdue_blocks("Newly overdue", since.newly_overdue or ())
    yield from _items("Cancelled", since.cancelled or ())
    yield from _updates(since.plan, since.updates or ())
    yield from _other_keys(since.plan, since.other_keys or (), names)
    reasons = reasons_in_words(since.reasons, since.comparison.moves, names)
    yield from change_blocks(since.comparison, reasons)


def _items(title: str, records: Sequence[MilestoneRecord]) -> Iterator[Section]:
    """What was done or cancelled, and when."""
    if records:
        rows = LazySequence(records, lambda each: (day_of_change(each), *about_in_entry(each)))
        yield Section(title, (table(f"{title} in {records[0].plan}", _ITEMS, rows),), len(records))


def _updates(plan: str, updates: Sequence[UpdateNews]) -> Iterator[Section]:
    """What was reported: when, by whom and of what."""
    if updates:
        rows = tuple(map(_update, updates))
        yield Section("Updates", (table(f"Updates in {plan}", _UPDATES, rows),), len(updates))


def _other_keys(plan: str, changes: Sequence[KeyChange], names: Mapping[str, str]) -> Iterator[Section]:
    """What else is said otherwise: of what, and by which words."""
    if changes:
        rows = tuple(_key(each, names) for each in changes)
        yield Section("Other keys", (Table(f"Other keys of {plan} that changed", _KEYS, rows),), len(changes))


def _key(change: KeyChange, names: Mapping[str, str]) -> tuple[Value, ...]:
    was, now = texts_of(change, names)
    return change.key.replace("_", " "), Stack((change.title, identifier(change.id))), was, now or "nothing"


def _update(news: UpdateNews) -> tuple[Value, ...]:
    entry = Stack((news.title, identifier(news.id)))
    return news.date or "no date", signatory(news.by), entry, update_cell(news.text, *news.told)
