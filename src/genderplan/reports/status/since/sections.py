"""Sections of what changed since an earlier state: what came to be, was reported, moved, came and went."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.lazy import LazySequence
from genderplan.page.page import Block, Column, Note, Section, Stack, Table, Value
from genderplan.reports.parts import (
    MILESTONE,
    about_in_entry,
    identifier,
    overdue_blocks,
    signatory,
    table,
    update_cell,
)
from genderplan.reports.slippage.page import change_blocks
from genderplan.reports.status.keys import KeyChange, texts_of
from genderplan.reports.status.since.news import UpdateNews
from genderplan.reports.status.since.result import Since
from genderplan.reports.status.since.words import changes_in_short, day_of_change, reasons_in_words
from genderplan.standing.records.items import MilestoneRecord

_ITEMS = (Column("Date"), *MILESTONE)
_KEYS = (Column("Key"), Column("Of", is_name=True), Column("Was"), Column("Now"))
_UPDATES = (Column("Date"), Column("By"), Column("Entry", is_name=True), Column("Update"))


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
