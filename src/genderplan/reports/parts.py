"""Parts of pages that several reports have: a plan's heading, what a row is about, the days of plans, what is next."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from genderplan.page.page import (
    Column,
    Command,
    Facts,
    Identifier,
    Next,
    Note,
    Organisations,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.values import words_of
from genderplan.page.words import as_of_in_words, bare_id, command_in_words
from genderplan.reports.impact.words import CIRCLE
from genderplan.standing.records import PlanLabel

MILESTONE = (Column("Milestone", is_name=True), Column("Lead"))
"""The columns of `about`."""


class Titled(Protocol):
    """What a row is about; its id begins with its plan."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def leads(self) -> tuple[str, ...]: ...


def about(record: Titled, notes: Iterable[str] = ()) -> tuple[Stack, Organisations]:
    """The title over the id without its plan, which the heading names, and over what else is said of it; who leads."""
    return Stack((record.title, identifier(record.id), *notes)), Organisations(record.leads)


def identifier(full_id: str) -> Identifier:
    """An id without its plan."""
    return Identifier(bare_id(full_id))


def table(caption: str, columns: Sequence[Column], rows: Sequence[tuple[Value, ...]]) -> Table:
    """A table without the columns that are empty in every row."""
    kept = [at for at, _ in enumerate(columns) if not rows or any(words_of(row[at], {}) for row in rows)]
    return Table(caption, tuple(columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))


def plan_facts(label: PlanLabel, held_against: str = "") -> Facts:
    """The plan, the day, and what it is held against."""
    return Facts((Identifier(label.id), as_of_in_words(label.as_of, label.as_of_from), held_against))


def circle(circular: Sequence[str]) -> Iterator[Section]:
    """What nothing can be worked out for."""
    if circular:
        names = ", ".join(identifier(each).text for each in circular)
        yield Section("Not worked out", (Note(names),), len(circular), f": {CIRCLE}")


def next_step(label: PlanLabel, command: str, why: str) -> Next:
    """What to run next, on the same day."""
    return Next(Command(command_in_words(command, label.as_of, label.as_of_from)), why)
