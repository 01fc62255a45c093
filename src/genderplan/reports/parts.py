"""Parts of pages that several reports have: a plan's facts, what a row is about, texts of others, what is next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from genderplan.lazy import LazySequence
from genderplan.page.page import (
    Amount,
    Column,
    Command,
    Facts,
    Identifier,
    Next,
    Note,
    Organisations,
    Section,
    Share,
    Stack,
    Table,
    Value,
)
from genderplan.page.values import words_of
from genderplan.page.words import as_of_in_words, bare_id, command_in_words, items_in_words, one_line, sentence
from genderplan.standing.records.items import MilestoneRecord, PlanLabel
from genderplan.standing.standings import Counts, Status

MILESTONE = (Column("Milestone", is_name=True), Column("Lead"))
"""The columns of `about` and of `about_in_entry`."""

_OVERDUE = (Column("Due"), Column("Overdue", is_number=True), *MILESTONE)
_NOTHING_SAID: Mapping[str, str] = MappingProxyType({})


class TitledRecord(Protocol):
    """What a row is about; its id begins with its plan."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def leads(self) -> tuple[str, ...]: ...


def about(record: TitledRecord, notes: Iterable[str] = ()) -> tuple[Stack, Organisations]:
    """The title over the id without its plan, which the heading names, and over what else is said of it; who leads."""
    return Stack((record.title, identifier(record.id), *notes)), Organisations(record.leads)


def about_in_entry(record: MilestoneRecord, *notes: str) -> tuple[Stack, Organisations]:
    """The same, with its action below the title of a milestone; an entry stands by itself."""
    action = f"{record.kind}: {record.entry_caption}" if record.milestone is not None else ""
    return Stack((record.caption, action, identifier(record.id), *notes)), Organisations(record.leads)


def share_complete(counts: Counts) -> Share:
    """Complete of all, whatever has become of the others."""
    return Share(counts[Status.COMPLETE], sum(counts.values()))


def short_identifier(full_id: str, plans: Sequence[PlanLabel]) -> Identifier:
    """An id, without its plan where there is one alone."""
    return Identifier(full_id.removeprefix(f"{plans[0].id}/") if len(plans) == 1 else full_id)


def identifier(full_id: str) -> Identifier:
    """An id without its plan, which the heading names."""
    return Identifier(bare_id(full_id))


def table(caption: str, columns: Sequence[Column], rows: Sequence[tuple[Value, ...]]) -> Table:
    """A table without the columns that are empty in every row."""
    kept = [at for at, _ in enumerate(columns) if not rows or any(words_of(row[at], {}) for row in rows)]
    told = LazySequence(rows, lambda row: tuple(row[at] for at in kept))
    return Table(caption, tuple(columns[at] for at in kept), told)


def paragraphs(text: str) -> Stack:
    """A text's own paragraphs, one below the other."""
    return Stack(tuple(one_line(each) for each in text.splitlines() if each.strip()), are_alike=True)


def update_cell(text: str, *told: str) -> Stack:
    """An update's own paragraphs, and below them what it tells beside its text."""
    return Stack((*paragraphs(text).values, *map(sentence, told)), are_alike=True)


def signatory(name: str | None) -> Organisations | None:
    """Who says so: an organisation by its name, anybody else as the file has it."""
    return Organisations((name,)) if name else None


def plan_facts(label: PlanLabel, *more: Value) -> Facts:
    """The plan, the day, and what else is to be known of it, such as what it is held against."""
    return Facts((Identifier(label.id), as_of_in_words(label), *more))


def next_step(label: PlanLabel, command: str, why: str) -> Next:
    """What to run next, on the same day."""
    return Next(Command(command_in_words(command, label)), why)


def overdue_blocks(
    title: str, records: Sequence[MilestoneRecord], said: Mapping[str, str] = _NOTHING_SAID
) -> Iterator[Section]:
    """What is overdue and since how long, in the order given; nothing for none. `said` is by the ids of entries."""
    if records:
        rows = LazySequence(records, lambda each: _overdue(each, said.get(each.entry, "")))
        yield items_section(title, records, _OVERDUE, rows)


def items_section(
    title: str, records: Sequence[MilestoneRecord], columns: tuple[Column, ...], rows: Sequence[tuple[Value, ...]]
) -> Section:
    """A section that says of how many entries its items are."""
    items = table(f"{title} in {records[0].plan}", columns, rows)
    return Section(title, (Note(f"{sentence(items_in_words(records))}."), items), len(records))


def _overdue(record: MilestoneRecord, said: str) -> tuple[Value, ...]:
    return record.awaited, Amount(record.days_overdue or 0, "day"), *about_in_entry(record, said)
